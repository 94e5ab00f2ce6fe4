/**
 * `make demo`: brings up a Kubernetes cluster of three nodes on this machine, applies the examples with kubectl, shows what there is, and
 * proves with packets what reaches what. The cluster stays up for going on by hand; with `--once` it goes, and an earlier demo stays.
 * Ends with code 1 when something is not as it must be.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apiVersion } from '../src/api/group.ts';
import { Bed } from '../test/support/bed.ts';
import { Cluster } from '../test/support/cluster.ts';
import { clusterDns, corednsPath } from '../test/support/cluster-dns.ts';
import { clusterNetworkPolicyCrd, clusterNetworkPolicyCrdName } from '../test/support/cluster-network-policy-crd.ts';
import { corednsBinary } from '../test/support/coredns/build.ts';
import { kubectlProgram } from '../test/support/kubectl.ts';
import { allExamples } from './catalog.ts';
import { reachable, unreachable } from './demo/expectations.ts';
import { sends, watchMirror } from './demo/measurements.ts';
import { type DemoPod, type Pods, runningPods } from './demo/pods.ts';
import { closeAndOpen, overrule } from './demo/policies.ts';
import { prove, refusalOf } from './demo/prove.ts';
import { Screen } from './demo/screen.ts';
import { scaleAndServe, withoutLast } from './demo/services.ts';
import { killUnderTraffic, leaving, revive, startCampus } from './demo/ways-out.ts';
import { workloadImage } from './workload.ts';

const examples = fileURLToPath(new URL('.', import.meta.url));
const label = 'demo';
const screen = new Screen();

const once = process.argv.includes('--once');
const before = once ? [] : await Bed.sweep({ label });
if (before.length > 0) screen.step(`an earlier demo was up (${before.join(', ')}): removed, this one takes its place`);

screen.step(
  'a Kubernetes cluster of three nodes on this machine: control plane, kubelets with containerd, OVN, Subnetes …',
);
const images = { programs: { [corednsPath]: await corednsBinary(screen.step) }, images: {} };
const cluster = await Cluster.up({ nodes: 3, kubelets: true, external: true, images, log: screen.step }).catch(
  (error: unknown) => {
    screen.text(`\nThe cluster did not come up: ${error instanceof Error ? error.message : String(error)}`);
    screen.text('Nothing of it is left. A machine that is busy with other things may have been too slow: try again.');
    process.exit(1);
  },
);
const { bed } = cluster;
const router = await startCampus(bed);
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
  if (bed.images.agnhost !== workloadImage)
    throw new Error(`the nodes have ${bed.images.agnhost}: name it in examples/workload.ts and run make generate`);
  await applyExamples();
  screen.heading('what there is');
  const nodesAndPods = await cluster.kubectl('get', 'nodes,pods', '-o', 'wide');
  screen.command('kubectl get nodes,pods -o wide', withoutLast(nodesAndPods));
  screen.command('kubectl get vpc,vsub,vaddr -A', await cluster.kubectl('get', 'vpc,vsub,vaddr', '-A'));
  const pods = await runningPods(bed);
  const pod = (name: string): DemoPod => pods.get(name) ?? missing(name);
  screen.heading('what must reach each other');
  let unmet = await prove(screen, reachable(bed, pod));
  screen.heading('what must not');
  unmet += await prove(screen, unreachable(bed, pod));
  unmet += await scaleAndServe(cluster, screen, pod('cafe/guest-0'));
  unmet += await closeAndOpen(cluster, screen, pod('bank/vault-0'));
  unmet += await overrule(cluster, screen, pod('plant/press-0'));
  screen.heading('what leaves, and as whom');
  unmet += await prove(screen, leaving(bed, pod, router));
  unmet += (await failOver(pod)) + (await limit(pod)) + (await mirror(pod));
  screen.command('kubectl get vprov,vgw,vqos,vmir -A', await cluster.kubectl('get', 'vprov,vgw,vqos,vmir', '-A'));
  await goWrong();
  screen.heading('the end');
  screen.step(unmet === 0 ? 'everything is as it must be' : `${unmet} NOT as it must be, see above`);
  if (!once) await goOn();
  return unmet;
}

async function applyExamples(): Promise<void> {
  screen.heading('the examples');
  await cluster.apply(clusterNetworkPolicyCrd);
  await cluster.wait(`crd/${clusterNetworkPolicyCrdName}`, 'condition=Established');
  screen.step('the definition of ClusterNetworkPolicy is installed: it is not in Kubernetes itself');
  const applied = await cluster.kubectl('apply', '-R', '-f', examples);
  screen.command('kubectl apply -R -f examples/');
  screen.step(`${lines(applied).length} objects of ${(await allExamples()).length} examples applied`);
  await cluster.apply(plainPod('hello-1', 'n1'), plainPod('hello-2', 'n2'), ...clusterDns(bed.images.agnhost));
  screen.step('and pods default/hello-1 and hello-2, with nothing written for them: NetworkConfig default is enough');
  await cluster.kubectl('rollout', 'status', '--timeout=120s', 'deployment/web', '-n', 'cafe');
  await cluster.kubectl('wait', '--for=condition=Ready', '--timeout=120s', 'pods', '-A', '--all');
  screen.step('every pod is Ready, CoreDNS too');
  const ready = ['wait', '--for=condition=Ready', '--timeout=60s', '-A', '--all'];
  await cluster.kubectl(...ready, 'vpcs,subnets,ips,providernetworks.subnetes.io,gateways.subnetes.io,qospolicies');
  screen.step('every Vpc, Subnet, IP, ProviderNetwork, Gateway and QoSPolicy is Ready');
}

/** The node that carries a Gateway's traffic dies, and traffic goes on; answers how much of that was not so. */
async function failOver(pod: Pods): Promise<number> {
  screen.heading('the active node of a Gateway is killed');
  const active = (node: string) =>
    cluster.wait('gateway.subnetes.io/lab-edge', `jsonpath={.status.activeNode}=${node}`, 60);
  const gateway = async () =>
    screen.command('kubectl get vgw lab-edge', await cluster.kubectl('get', 'vgw', 'lab-edge'));
  await active('n2');
  await gateway();
  screen.step('pod lab/bench-0 (n1) asks a host outside 20 times per second; kill -9 of ovs-vswitchd on n2 …');
  const { longestGapMs, lost, sent } = await killUnderTraffic(bed, 'n2', pod('lab/bench-0'), () => active('n3'));
  await gateway();
  const met = longestGapMs < 5000;
  screen.text(
    `${met ? '✓' : '✗'}  n3 took over: longest gap ${longestGapMs} ms, ${lost} of ${sent} echo requests lost`,
  );
  await revive(bed, 'n2');
  await active('n2');
  screen.step('ovs-vswitchd runs again: n2 is preferred, so it is active again');
  return met ? 0 : 1;
}

/** A pod is limited while it runs. */
async function limit(pod: Pods): Promise<number> {
  const [edit0, edit1, archive] = [pod('studio/edit-0'), pod('studio/edit-1'), pod('studio/archive-0')];
  screen.heading('a limited pod: iperf3 before and after');
  const before = await prove(screen, [sends(edit0, edit1, 30, 'before: the ceiling of its Subnet, 30M')]);
  await cluster.kubectl('label', 'pod', '-n', 'studio', 'edit-0', 'app=render', '--overwrite');
  screen.command('kubectl label pod -n studio edit-0 app=render --overwrite   # QoSPolicy render: egress 10M');
  await cluster.wait('qospolicy/render', 'jsonpath={.status.pods.selected}=2', 30, '-n', 'studio');
  return (
    before +
    (await prove(screen, [sends(edit0, edit1, 10, 'after: QoSPolicy render, 10M')])) +
    (await prove(screen, [sends(edit0, archive, 30, 'its rule archive: unlimited, so 30M')]))
  );
}

/** A tenant's mirror waits for the admin's permission, and then shows the packets of its pod and no others. */
async function mirror(pod: Pods): Promise<number> {
  screen.heading('a mirrored pod');
  const session = ['mirrorsession/look', '-n', 'clinic'];
  screen.command('kubectl get vmir -n clinic', await cluster.kubectl('get', 'vmir', '-n', 'clinic'));
  const message = `jsonpath={.status.conditions[?(@.type=="Ready")].message}`;
  screen.text(await cluster.kubectl('get', ...session, '-o', message));
  const permission = JSON.stringify({ spec: { mirroring: { nodeInterfaces: 'Allowed' } } });
  await cluster.kubectl('patch', 'vconf', 'default', '--type', 'merge', '-p', permission);
  screen.command(`kubectl patch vconf default --type merge -p '${permission}'`);
  await cluster.kubectl('wait', '--for=condition=Ready', '--timeout=30s', ...session);
  const [from, mirrored, other] = [pod('clinic/client-0'), pod('clinic/web-0'), pod('clinic/other-0')];
  const { packets, ofOther } = await watchMirror(bed, from, mirrored, other);
  screen.command(
    `tcpdump -ni mirror0 icmp   # on ${mirrored.node}, while client-0 pings web-0 and other-0`,
    packets.join('\n'),
  );
  const met = packets.length >= 6 && ofOther === 0;
  screen.text(`${met ? '✓' : '✗'}  ${packets.length} packets of web-0, ${ofOther} of other-0 on the same node`);
  return met ? 0 : 1;
}

/** Two mistakes: one that the API server refuses, one that only the controller can see. */
async function goWrong(): Promise<void> {
  screen.heading('what goes wrong says why');
  const hostBits = subnet('red-typo', '10.9.0.5/24');
  const refusal = await refusalOf(cluster.apply(hostBits));
  screen.command('kubectl apply -f -   # a Subnet red-typo with cidrs: [10.9.0.5/24]', refusal);
  await cluster.apply(subnet('red-more', '10.1.0.128/25'));
  await cluster.kubectl('wait', '--for=condition=Accepted=false', '--timeout=30s', 'vsub/red-more');
  screen.command('kubectl apply -f -   # a Subnet red-more with cidrs: [10.1.0.128/25]');
  screen.command('kubectl get vsub red-more', await cluster.kubectl('get', 'vsub', 'red-more'));
  const message = `jsonpath={.status.conditions[?(@.type=="Accepted")].message}`;
  screen.text(await cluster.kubectl('get', 'vsub', 'red-more', '-o', message));
}

/** How to go on by hand. */
async function goOn(): Promise<void> {
  const folder = dirname(await kubectlProgram());
  const path = (process.env.PATH ?? '').split(':').includes(folder) ? '' : `\n  export PATH=${folder}:$PATH`;
  const outside = bed.external.underlayHost;
  screen.text(`
Go on by hand:
  export KUBECONFIG=${bed.kube.kubeconfig}${path}
  kubectl get nodes,pods -A -o wide
  kubectl get vpc,vsub,vaddr,vnode,vconf -A            # "kubectl get ip" is Kubernetes' own kind: write ips or vaddr
  kubectl exec -n red web-1 -- curl -s 10.1.0.2:8080/hostname    # the same with -n blue: somebody else answers
  kubectl exec -it -n shop web-0 -- bash               # has ping, curl, dig, ip
  kubectl logs -n cafe deployment/web
  kubectl port-forward -n cafe service/web 8080:80     # and in another terminal: curl localhost:8080/hostname
  kubectl scale -n cafe deployment/web --replicas=10
  kubectl describe vsub red-more                       # the one that goes wrong; red-web comes first
Not by kubectl:
  ip netns exec ${outside.netns} curl -s ${bed.node('n1').address.ipv4}:30080/hostname    # the Service, from a host outside
  ${bed.node('n1').machine?.command(['bash']).join(' ')}    # a shell on node n1
  ovn-nbctl --db=${bed.northbound.unix} show             # what the controller wrote`);
}

function plainPod(name: string, node: string): unknown {
  const containers = [{ name: 'main', image: workloadImage, args: ['netexec', '--http-port=8080'] }];
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
