// The product as a user installs it: controller and agents as pods from the image, on nodes that have no Node.js of ours; upgraded under
// traffic.
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { systemNamespace } from '../../support/bed-kubernetes.ts';
import { type Cluster, defaultNetworkConfig, interfacesOf, type RunningPod } from '../../support/cluster.ts';
import { run } from '../../support/command.ts';
import { Conversation, serveEcho } from '../../support/conversation.ts';
import { installAsPods, uninstallPods } from '../../support/installed.ts';
import { realCluster } from '../../support/real-cluster.ts';
import { northboundRows } from '../../support/residue.ts';
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

  it('is taken away when its controller is gone, and leaves nothing anywhere', async () => {
    await inSystem('delete', 'deployment/controller', '--wait');
    // What only a controller would ever finish.
    await cluster.kubectl('delete', 'vpc.subnetes.io/default', '--wait=false');
    await cluster.kubectl('delete', 'pod/b', '--wait=false');
    await uninstallPods(cluster.bed, defaultNetworkConfig);
    await assertNothingIsLeft();
  });

  it('is installed anew, and taken away in full run', async () => {
    await cluster.kubectl('delete', 'pods', '--all', '--force', '--grace-period=0');
    await installAsPods(cluster.bed, defaultNetworkConfig);
    const [one, other] = await Promise.all([
      cluster.runPod('one', { node: 'n1' }),
      cluster.runPod('other', { node: 'n2' }),
    ]);
    for (const address of other.addresses) await assertReaches(one.from, address);
    await uninstallPods(cluster.bed, defaultNetworkConfig);
    await assertNothingIsLeft();
  });

  async function assertNothingIsLeft(): Promise<void> {
    const { bed } = cluster;
    const names = await cluster.kubectl(
      'get',
      'crd,clusterrole,clusterrolebinding,namespace,validatingadmissionpolicy',
      '-o',
      'name',
    );
    assert.deepEqual(
      names.split('\n').filter((name) => name.includes('subnetes')),
      [],
      'objects',
    );
    assert.deepEqual(await northboundRows(cluster), [], 'rows');
    assert.doesNotMatch(await bed.nbctl('get', 'NB_Global', '.', 'external_ids'), /subnetes/);
    assert.equal(await bed.sbctl('--bare', '--columns=name', 'list', 'Chassis'), '', 'chassis');
    for (const node of bed.nodes) {
      const { netns } = node;
      assert.deepEqual(await readdir(node.confDirectory), [], 'CNI configurations');
      assert.deepEqual(await readdir(node.binDirectory), [], 'CNI plugins');
      assert.equal((await node.machine?.exec('ls', ['/run/subnetes']))?.stdout, '', 'state');
      const links = (await interfacesOf(netns)).filter((name) => /^(ovn\d|h[0-9a-f]{13})$/.test(name));
      assert.deepEqual(links, [], 'links');
      assert.doesNotMatch((await run('nft', ['list', 'tables'], { netns })).stdout, /subnetes/);
      assert.equal(
        // What the bed itself writes at each boot of a node is no business of the product.
        (await node.vsctl('get', 'Open_vSwitch', '.', 'external_ids')).replace(/bed-boot="[^"]*", /, ''),
        `{hostname=${node.name}, system-id=${node.name}}`,
      );
      assert.doesNotMatch(await node.vsctl('list', 'Port'), /subnetes/);
    }
  }

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
