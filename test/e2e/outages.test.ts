// Programs and switches that go away and come back: traffic goes on where it can, and everything is caught up with afterwards.
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { systemNamespace } from '../support/bed-kubernetes.ts';
import { Cluster, type RunningPod } from '../support/cluster.ts';
import { assertWentOn, Flood } from '../support/flood.ts';
import { assertNoPodTraces, podTraces } from '../support/residue.ts';
import { assertReaches, eventually } from '../support/traffic.ts';

describe('an outage', function () {
  this.timeout(240_000);
  let cluster: Cluster;
  let a: RunningPod;
  let b: RunningPod;
  let near: RunningPod;

  before(async () => {
    cluster = await Cluster.up();
    [a, near, b] = await Promise.all([
      cluster.runPod('a', { node: 'n1' }),
      cluster.runPod('near', { node: 'n1' }),
      cluster.runPod('b', { node: 'n2' }),
    ]);
    await assertEverythingReaches();
  });

  after(() => cluster?.down());

  async function assertEverythingReaches(): Promise<void> {
    for (const address of [...near.addresses, ...b.addresses]) await assertReaches(a.from, address, address, 30);
    for (const node of ['n1', 'n2']) {
      for (const pod of [a, b])
        for (const address of pod.addresses)
          await assertReaches(cluster.fromNode(node), address, `${pod.name} from ${node}`, 30);
      await assertReaches(a.from, cluster.bed.node(node).address.ipv4, `node ${node} from a pod`, 30);
      await assertReaches(b.from, cluster.bed.node(node).address.ipv6, `node ${node} from a pod over IPv6`, 30);
    }
  }

  /** Floods within the node, between nodes and from a node, while something happens. */
  async function underTraffic(what: string, happen: () => Promise<void>, silence?: number): Promise<void> {
    const floods = {
      'between nodes': Flood.start(a.netns, b.ipv4 ?? ''),
      'on one node': Flood.start(a.netns, near.ipv6 ?? ''),
      'from a node': Flood.start(cluster.bed.node('n2').netns, a.ipv4 ?? ''),
    };
    let failure: unknown;
    await happen().catch((error: unknown) => {
      failure = error;
    });
    const counts = await Promise.all(Object.values(floods).map((flood) => flood.stop()));
    if (failure !== undefined) throw failure;
    for (const [index, way] of Object.keys(floods).entries())
      assertWentOn(counts[index]!, `${what}: traffic ${way}`, silence);
  }

  it('of an agent stops no traffic, and the next agent works on [every OVN]', async () => {
    await underTraffic('agents killed', async () => {
      await cluster.restartAgent('n1');
      await cluster.restartAgent('n2');
      await cluster.agents.get('n1')?.stop();
      await cluster.restartAgent('n1');
      const pod = await cluster.runPod('after-agents', { node: 'n1' });
      await assertReaches(pod.from, b.ipv4 ?? '');
      await cluster.deletePod('after-agents');
    });
  });

  it('of the controller stops no traffic, and the next one works on', async () => {
    await underTraffic('controller killed', async () => {
      await cluster.controller.kill();
      await cluster.createPod('after-controller', { node: 'n2' });
      await cluster.restartController();
      const pod = await cluster.pod('after-controller', 'default', 90);
      await assertReaches(pod.from, a.ipv6 ?? '');
      await cluster.deletePod('after-controller');
    });
  });

  it('of the API server for half a minute stops no traffic and is caught up with', async () => {
    const { relay } = cluster.bed.kube;
    await cluster.runPod('doomed', { node: 'n2' });
    await underTraffic('API server away', async () => {
      relay.signal('SIGSTOP');
      try {
        // Made and deleted by people who still reach the server, while the operator does not.
        await cluster.createPod('meanwhile', { node: 'n1' });
        await cluster.kubectl('delete', 'pod/doomed', '--wait=false');
        await delay(30_000); // the outage itself
      } finally {
        relay.signal('SIGCONT');
      }
      // A controller that can't renew its Lease ends, as it must; its Deployment starts it again, and here the test does.
      if (!cluster.controller.daemon.running) await cluster.restartController();
      const pod = await cluster.pod('meanwhile', 'default', 120);
      await assertReaches(pod.from, b.ipv4 ?? '');
      await cluster.deletePod('meanwhile');
      for (const { daemon } of cluster.agents.values()) assert.ok(daemon.running, 'no agent ended over it');
    });
    await eventually(
      'only the pods that live have addresses',
      60,
      async () => (await podTraces(cluster)).ips.length === 3,
    );
  });

  it('of ovs-vswitchd is over as soon as it runs again', async () => {
    const node = cluster.bed.node('n1');
    await node.restart('ovs-vswitchd');
    await node.addUnderlayAddresses();
    await assertEverythingReaches();
  });

  it('of all the switch programs of a node is over as soon as they run again [every OVN]', async () => {
    const node = cluster.bed.node('n2');
    for (const name of ['ovn-controller', 'ovs-vswitchd', 'ovsdb-server'] as const) await node.kill(name);
    for (const name of ['ovsdb-server', 'ovs-vswitchd'] as const) await node.start(name);
    await node.addUnderlayAddresses();
    await node.start('ovn-controller');
    await assertEverythingReaches();
    await cluster.agents.get('n2')?.ready();
    const pod = await cluster.runPod('after-switch', { node: 'n2' });
    await assertReaches(pod.from, a.ipv4 ?? '');
    await cluster.deletePod('after-switch');
    await cluster.wait('vnode/n2');
  });

  it('of ovn0 is healed, whatever of it is taken away', async () => {
    const node = cluster.bed.node('n1');
    await node.vsctl('del-port', 'br-int', 'ovn0');
    await assertEverythingReaches();
    await node.exec('ip', ['address', 'flush', 'dev', 'ovn0']);
    await assertEverythingReaches();
    await node.exec('ip', ['route', 'flush', 'dev', 'ovn0']);
    await assertEverythingReaches();
    await node.exec('ip', ['link', 'set', 'ovn0', 'down']);
    await assertEverythingReaches();
  });

  it('leaves nothing behind when the pods are deleted', async () => {
    for (const { name } of [a, b, near]) await cluster.deletePod(name);
    await assertNoPodTraces(cluster);
  });
});

describe("an agent's credentials", function () {
  this.timeout(120_000);
  let cluster: Cluster;

  before(async () => {
    cluster = await Cluster.up();
  });

  after(() => cluster?.down());

  it("write its own node's status and nothing else", async () => {
    const { server } = cluster.bed.kube;
    const user = { token: await server.serviceAccountToken(systemNamespace, 'agent', 'n1') };
    const base = '/apis/subnetes.io/v1alpha1';
    const patch = async (path: string, body: unknown): Promise<string> => {
      const answer = await server.request('PATCH', `${base}/${path}`, {
        user,
        body,
        type: 'application/merge-patch+json',
      });
      return `${answer.status} ${answer.body.message ?? ''}`;
    };
    const status = { status: { versions: { kernel: 'forged' } } };
    await cluster.runPod('x', { node: 'n1' });
    const [ip = ''] = (await podTraces(cluster)).ips.map((key) => key.slice(key.indexOf('/') + 1));
    assert.match(await patch('nodenetworks/n1/status', status), /^200 /);
    assert.match(await patch('nodenetworks/n2/status', status), /^(403|422) .*own node/);
    assert.match(await patch('nodenetworks/n1', { spec: { tunnel: { encapsulation: 'VXLAN' } } }), /^403 /);
    assert.match(await patch('vpcs/default', { spec: { staticRoutes: [] } }), /^403 /);
    assert.match(await patch('subnets/default', { spec: { priority: 1 } }), /^403 /);
    assert.match(await patch(`namespaces/default/ips/${ip}`, { spec: { reclaimPolicy: 'Retain' } }), /^403 /);
    assert.match(await patch(`namespaces/default/ips/${ip}/status`, { status: { node: 'n2' } }), /^403 /);
  });
});
