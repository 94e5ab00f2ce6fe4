// Real nodes in good and bad days: Ready only while their agent can serve, without agent, rebooted, cut off, removed, come back.
import assert from 'node:assert/strict';
import type { Cluster, RunningPod } from '../../support/cluster.ts';
import { realCluster, testServers } from '../../support/real-cluster.ts';
import { type PodTraces, podTraces } from '../../support/residue.ts';
import { assertReaches, eventually, fetchHttp, ping } from '../../support/traffic.ts';

describe('real nodes', function () {
  this.timeout(300_000);
  let cluster: Cluster;
  /** A pod on n1 that looks at the others. */
  let watcher: RunningPod;

  before(async function () {
    cluster = await realCluster(this, { nodes: 3 });
    watcher = await cluster.runPod('watcher', { node: 'n1' });
  });

  after(() => cluster?.down());

  const readiness = (node: string): Promise<string> =>
    cluster.kubectl('get', 'node', node, '-o', 'jsonpath={.status.conditions[?(@.type=="Ready")]}');

  const nodeReady = (node: string, seconds = 60): Promise<void> =>
    cluster.wait(`node/${node}`, 'condition=Ready', seconds);

  const nodeUnready = (node: string, because: RegExp): Promise<boolean> =>
    eventually(`${node} is not Ready because ${because}`, 60, async () => {
      const condition = JSON.parse(await readiness(node)) as { readonly status: string; readonly message: string };
      return condition.status !== 'True' && because.test(condition.message);
    });

  /** What there is of pods, counted: names change when a node boots. */
  async function counts(): Promise<Readonly<Record<keyof PodTraces, number>>> {
    const { ips, logicalPorts, switchPorts, links } = await podTraces(cluster);
    return { ips: ips.length, logicalPorts: logicalPorts.length, switchPorts: switchPorts.length, links: links.length };
  }

  async function assertCounts(expected: Readonly<Record<keyof PodTraces, number>>, seconds = 90): Promise<void> {
    let last = expected;
    const same = async (): Promise<boolean> => {
      last = await counts();
      return JSON.stringify(last) === JSON.stringify(expected);
    };
    await eventually('what there is of pods', seconds, same).catch(() => {});
    assert.deepEqual(last, expected, 'what there is of pods');
  }

  async function membersOf(app: string, node: string): Promise<readonly RunningPod[]> {
    const select = ['-l', `app=${app}`, `--field-selector=spec.nodeName=${node}`];
    const names = await cluster.kubectl('get', 'pods', ...select, '-o', 'jsonpath={.items[*].metadata.name}');
    return Promise.all(
      names
        .split(' ')
        .filter(Boolean)
        .map((name) => cluster.pod(name)),
    );
  }

  it('are Ready only while their agent can serve; without it pods that run stay connected', async () => {
    const pod = await cluster.runPod('quiet', { node: 'n2' });
    await assertReaches(watcher.from, pod.ipv4 ?? '');
    await cluster.agents.get('n2')?.kill();
    await nodeUnready('n2', /the Subnetes agent is not running on node n2/);
    for (const address of pod.addresses) {
      await assertReaches(watcher.from, address);
      assert.equal(await fetchHttp(watcher.from, address, 8080, '/hostname'), 'quiet');
    }
    assert.equal(await fetchHttp(pod.from, watcher.ipv6 ?? '', 8080, '/hostname'), 'watcher');
    await cluster.createPod('early', { node: 'n2' });
    await cluster.restartAgent('n2');
    await nodeReady('n2');
    await assertReaches(watcher.from, (await cluster.pod('early')).ipv4 ?? '');
    for (const name of ['quiet', 'early']) await cluster.deletePod(name);
    await assertCounts({ ips: 1, logicalPorts: 1, switchPorts: 1, links: 1 });
  });

  it('that boot bring their pods back, and nothing is left of the last life', async () => {
    await cluster.apply(testServers(cluster, 'web', 6));
    await cluster.kubectl('rollout', 'status', 'deployment/web', '--timeout=60s');
    const before = await membersOf('web', 'n2');
    assert.equal(before.length, 2);
    const full = await counts();
    await cluster.bed.node('n2').powerOff();
    assert.equal(await ping(watcher.from, before[0]?.ipv4 ?? ''), 0, 'the node is really off');
    await cluster.bed.node('n2').powerOn();
    // Its CNI configuration is still on its disk, so only STATUS can tell.
    await nodeUnready('n2', /the Subnetes agent is not running on node n2/);
    await cluster.restartAgent('n2');
    await nodeReady('n2');
    await eventually('each container of the node was started again', 90, async () => {
      const path =
        'jsonpath={range .items[*]}{.status.containerStatuses[0].restartCount}{.status.containerStatuses[0].ready}{" "}{end}';
      const select = ['-l', 'app=web', '--field-selector=spec.nodeName=n2'];
      return (await cluster.kubectl('get', 'pods', ...select, '-o', path)).trim() === '1true 1true';
    });
    for (const pod of await membersOf('web', 'n2')) {
      for (const address of pod.addresses)
        assert.equal(await fetchHttp(watcher.from, address, 8080, '/hostname'), pod.name);
    }
    await assertCounts(full);
  });

  it('that are cut off come back as they were', async () => {
    const [pod] = await membersOf('web', 'n3');
    await cluster.bed.node('n3').setUnderlay('down');
    await nodeUnready('n3', /./);
    await cluster.bed.node('n3').setUnderlay('up');
    await nodeReady('n3');
    await assertReaches(watcher.from, pod?.ipv4 ?? '', 'a pod of the node that was cut off', 30);
    assert.deepEqual((await cluster.pod(pod?.name ?? '')).addresses, pod?.addresses);
  });

  it('that die and are removed free what their pods had; the pods go elsewhere', async () => {
    const full = await counts();
    await cluster.powerOff('n3');
    await nodeUnready('n3', /./);
    await cluster.kubectl('taint', 'node', 'n3', 'node.kubernetes.io/out-of-service=nodeshutdown:NoExecute');
    // What died with the node is still counted as spread over it, so the new ones find no place until it is gone.
    await eventually('no pod is bound to the dead node', 90, async () => (await membersNames('n3')).length === 0);
    await cluster.kubectl('delete', 'node', 'n3');
    await cluster.kubectl('rollout', 'status', 'deployment/web', '--timeout=60s');
    await eventually('its chassis is gone', 30, async () => !(await chassis()).includes('n3'));
    await assertCounts(full);
    for (const node of ['n1', 'n2']) {
      for (const pod of await membersOf('web', node)) await assertReaches(watcher.from, pod.ipv4 ?? '', pod.name);
    }
  });

  it('that were removed can come back', async () => {
    await cluster.bed.node('n3').powerOn();
    await cluster.bed.kube.nodeRegistered(cluster.bed.node('n3'));
    cluster.agents.set('n3', await cluster.bed.startAgent('n3'));
    await nodeReady('n3');
    const pod = await cluster.runPod('again', { node: 'n3' });
    await assertReaches(watcher.from, pod.ipv4 ?? '');
    assert.ok((await chassis()).includes('n3'));
    await cluster.deletePod('again');
    await cluster.kubectl('delete', 'deployment/web', '--cascade=foreground', '--timeout=60s');
    await assertCounts({ ips: 1, logicalPorts: 1, switchPorts: 1, links: 1 }, 120);
  });

  async function chassis(): Promise<readonly string[]> {
    return (await cluster.bed.sbctl('--bare', '--columns=name', 'list', 'Chassis')).split('\n').filter(Boolean);
  }

  async function membersNames(node: string): Promise<readonly string[]> {
    const select = ['-A', `--field-selector=spec.nodeName=${node}`];
    return (await cluster.kubectl('get', 'pods', ...select, '-o', 'name')).split('\n').filter(Boolean);
  }
});
