// The product as a user installs it: controller and agents as pods from the image, on nodes that have no Node.js of ours; upgraded under
// traffic.
import assert from 'node:assert/strict';
import { systemNamespace } from '../../support/bed-kubernetes.ts';
import type { Cluster, RunningPod } from '../../support/cluster.ts';
import { Conversation, serveEcho } from '../../support/conversation.ts';
import { realCluster } from '../../support/real-cluster.ts';
import { assertReaches } from '../../support/traffic.ts';

describe('the installation on real nodes', function () {
  this.timeout(300_000);
  let cluster: Cluster;
  let a: RunningPod;
  let b: RunningPod;
  let near: RunningPod;

  before(async function () {
    cluster = await realCluster(this, { tls: true, asPods: true });
  });

  after(() => cluster?.down());

  const inSystem = (...args: readonly string[]) => cluster.kubectl('-n', systemNamespace, ...args);

  it('gives pods a network', async () => {
    [a, near, b] = await Promise.all([
      cluster.runPod('a', { node: 'n1' }),
      cluster.runPod('near', { node: 'n1' }),
      cluster.runPod('b', { node: 'n2' }),
    ]);
    for (const address of [...near.addresses, ...b.addresses]) await assertReaches(a.from, address);
    for (const address of b.addresses) await assertReaches(cluster.fromNode('n1'), address);
  });

  it('has two controllers, one of which leads, and an agent on each node', async () => {
    const pods = await inSystem(
      'get',
      'pods',
      '-o',
      'jsonpath={range .items[*]}{.metadata.labels.app\\.kubernetes\\.io/component} {.spec.nodeName}{"\\n"}{end}',
    );
    assert.deepEqual(pods.split('\n').filter(Boolean).sort(), [
      'agent n1',
      'agent n2',
      'controller n1',
      'controller n2',
    ]);
    assert.equal((await inSystem('get', 'leases', '-o', 'jsonpath={.items[*].metadata.name}')).trim(), 'controller');
  });

  it('restarts the agents one by one without loss of a connection', async () => {
    await underTraffic(() => restart('daemonset/agent'));
  });

  it('restarts the controllers without loss of a connection, and goes on', async () => {
    await underTraffic(async () => {
      await restart('deployment/controller');
      const pod = await cluster.runPod('later', { node: 'n2' });
      await assertReaches(pod.from, a.ipv4 ?? '');
      await cluster.deletePod('later');
    });
  });

  async function restart(program: string): Promise<void> {
    await inSystem('rollout', 'restart', program);
    await inSystem('rollout', 'status', program, '--timeout=150s');
  }

  async function underTraffic(happen: () => Promise<void>): Promise<void> {
    const { manifest } = cluster.bed;
    const servers = await Promise.all([b, near].map(({ netns }) => serveEcho(manifest, netns, 7000)));
    const ways = await Promise.all([
      Conversation.start('pod to pod across nodes', a.netns, b.ipv4 ?? '', 7000),
      Conversation.start('pod to pod on a node', a.netns, near.ipv6 ?? '', 7000),
      Conversation.start('node to pod across nodes', cluster.bed.node('n1').netns, b.ipv6 ?? '', 7000),
    ]);
    try {
      await happen();
      for (const way of ways) await way.goesOn();
    } finally {
      await Promise.all(ways.map((way) => way.stop()));
      await Promise.all(servers.map((server) => server.kill()));
    }
  }
});
