/**
 * `make demo`: brings up a cluster of two nodes on this machine, applies the examples with kubectl, shows what there is, and proves with
 * packets what reaches what. The cluster stays up for going on by hand; with `--once` it goes, and an earlier demo stays. Ends with
 * code 1 when something is not as it must be.
 */
import { fileURLToPath } from 'node:url';
import { apiVersion } from '../src/api/group.ts';
import { Bed } from '../test/support/bed.ts';
import { Cluster } from '../test/support/cluster.ts';
import { CommandError } from '../test/support/command.ts';
import { Semaphore } from '../test/support/semaphore.ts';
import { type Expectation, reachable, unreachable } from './demo/expectations.ts';
import { type DemoPod, runningPods } from './demo/pods.ts';
import { Screen } from './demo/screen.ts';

const examples = fileURLToPath(new URL('.', import.meta.url));
const label = 'demo';
const screen = new Screen();

const once = process.argv.includes('--once');
const before = once ? [] : await Bed.sweep({ label });
if (before.length > 0) screen.step(`an earlier demo was up (${before.join(', ')}): removed, this one takes its place`);

screen.step('a cluster of two nodes: API server, OVN, Open vSwitch, controller, agents …');
const cluster = await Cluster.up({ runnerProcesses: true, log: screen.step });
const { bed } = cluster;
const failures = await tell().catch((error: unknown) => {
  screen.text(`\nThe demo could not go on: ${error instanceof Error ? error.message : String(error)}`);
  return 1;
});
if (once) await cluster.down();
else {
  bed.keep(label);
  bed.kube.close();
  screen.text(`\nThe cluster stays up; logs are in ${bed.directory}. To remove it: make demo-down`);
}
process.exitCode = failures === 0 ? 0 : 1;

/** The whole story; answers how many expectations failed. */
async function tell(): Promise<number> {
  await applyExamples();
  screen.heading('what there is');
  screen.command('kubectl get vpc,vsub,vaddr -A', await cluster.kubectl('get', 'vpc,vsub,vaddr', '-A'));
  const pods = await runningPods(bed);
  const pod = (name: string): DemoPod => pods.get(name) ?? missing(name);
  const unmet =
    (await prove('what must reach each other', reachable(bed, pod))) +
    (await prove('what must not', unreachable(bed, pod)));
  await goWrong();
  screen.heading('the end');
  screen.step(unmet === 0 ? 'everything is as it must be' : `${unmet} NOT as it must be, see above`);
  if (!once) goOn(pod('red/web-0'), pod('red/web-1'));
  return unmet;
}

async function applyExamples(): Promise<void> {
  screen.heading('the examples');
  const applied = await cluster.kubectl('apply', '-R', '-f', examples);
  screen.command('kubectl apply -R -f examples/');
  screen.step(`${lines(applied).length} objects applied`);
  await cluster.apply(plainPod('hello-1', 'n1'), plainPod('hello-2', 'n2'));
  screen.step('and pods default/hello-1 and hello-2, with nothing written for them: NetworkConfig default is enough');
  await cluster.kubectl('wait', '--for=condition=Ready', '--timeout=90s', 'pods', '-A', '--all');
  screen.step('every pod runs');
  await cluster.kubectl('wait', '--for=condition=Ready', '--timeout=30s', 'vpcs,subnets,ips', '-A', '--all');
  screen.step('every Vpc, Subnet and IP is Ready');
}

/** Tries several at a time and prints them in order; answers how many are not so. */
async function prove(heading: string, expectations: readonly Expectation[]): Promise<number> {
  screen.heading(heading);
  const room = new Semaphore(4);
  const trials = expectations.map(({ prove }) => room.run(prove).then(() => '', problemOf));
  let unmet = 0;
  for (const [index, { from, to, what, seen }] of expectations.entries()) {
    const problem = (await trials[index]) ?? '';
    if (problem !== '') unmet += 1;
    const cells = [problem === '' ? '✓' : '✗', from, '→', to, what, problem === '' ? seen : `NOT SO: ${problem}`];
    screen.row(cells, [1, 34, 1, 30, 38]);
  }
  return unmet;
}

/** Two mistakes: one that the API server refuses, one that only the controller can see. */
async function goWrong(): Promise<void> {
  screen.heading('what goes wrong says why');
  const hostBits = subnet('red-typo', '10.9.0.5/24');
  const refusal = await cluster.apply(hostBits).then(() => 'NOT REFUSED', stderrOf);
  screen.command('kubectl apply -f -   # a Subnet red-typo with cidrs: [10.9.0.5/24]', refusal);
  await cluster.apply(subnet('red-more', '10.1.0.128/25'));
  await cluster.kubectl('wait', '--for=condition=Accepted=false', '--timeout=30s', 'vsub/red-more');
  screen.command('kubectl apply -f -   # a Subnet red-more with cidrs: [10.1.0.128/25]');
  screen.command('kubectl get vsub red-more', await cluster.kubectl('get', 'vsub', 'red-more'));
  const message = `jsonpath={.status.conditions[?(@.type=="Accepted")].message}`;
  screen.text(await cluster.kubectl('get', 'vsub', 'red-more', '-o', message));
}

/** How to go on by hand. */
function goOn(from: DemoPod, to: DemoPod): void {
  screen.text(`
Go on by hand:
  export KUBECONFIG=${bed.kube.kubeconfig}
  kubectl get vpc,vsub,vaddr,vnode,vconf -A      # "kubectl get ip" is Kubernetes' own kind: write ips or vaddr
  kubectl describe vsub red-more                 # the one that goes wrong; red-web comes first
  ip netns exec ${from.netns} ping -c 3 ${to.ipv4}     # in pod ${from.name}, to ${to.name}
  kubectl get pod -n red web-0 -o jsonpath='{.status.containerStatuses[0].containerID}'   # any pod's network namespace
  ovn-nbctl --db=${bed.northbound.unix} show      # what the controller wrote`);
}

function plainPod(name: string, node: string): unknown {
  const containers = [{ name: 'main', image: 'busybox', command: ['sleep', 'infinity'] }];
  const spec = { nodeName: node, terminationGracePeriodSeconds: 1, containers };
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'default' }, spec };
}

function subnet(name: string, cidr: string): unknown {
  return { apiVersion, kind: 'Subnet', metadata: { name }, spec: { vpc: 'red', cidrs: [cidr] } };
}

function missing(name: string): never {
  throw new Error(`pod ${name} does not run`);
}

function lines(text: string): readonly string[] {
  return text.trimEnd().split('\n');
}

function problemOf(error: unknown): string {
  return lines(error instanceof Error ? error.message : String(error))[0] ?? '';
}

function stderrOf(error: unknown): string {
  if (error instanceof CommandError) return error.stderr;
  throw error;
}
