// As many pods on one real node as a kubelet takes, up and down again: all work, and nothing is left. ROUNDS=20 does it twenty times.
import assert from 'node:assert/strict';
import type { Cluster, RunningPod } from '../../support/cluster.ts';
import { realCluster, testServers } from '../../support/real-cluster.ts';
import { assertNoPodTraces } from '../../support/residue.ts';
import { Semaphore } from '../../support/semaphore.ts';
import { assertReaches, eventually, ping } from '../../support/traffic.ts';

const rounds = Number(process.env.ROUNDS ?? 2);
const crowd = 100;

describe(`${crowd} pods on one real node`, function () {
  this.timeout((120 + rounds * 300) * 1000);
  let cluster: Cluster;

  before(async function () {
    cluster = await realCluster(this);
  });

  after(() => cluster?.down());

  it('come up, are all reached from another node, and leave nothing behind', async () => {
    const pod = { nodeSelector: { 'kubernetes.io/hostname': 'n1' }, topologySpreadConstraints: [] };
    const containers = [{ name: 'main', image: cluster.bed.images.pause }];
    await cluster.apply(testServers(cluster, 'crowd', 0, { pod: { ...pod, containers } }));
    let before: string | undefined;
    const room = new Semaphore(8);
    for (let round = 1; round <= rounds; round++) {
      const started = performance.now();
      await scale(crowd);
      const up = performance.now();
      const watcher = await cluster.runPod('watcher', { node: 'n2' });
      const addresses = await podAddresses();
      assert.equal(new Set(addresses).size, 2 * crowd, 'an address of each family for each pod');
      await assertReaches(watcher.from, addresses[0] ?? '');
      const silent = await Promise.all(addresses.map((address) => room.run(() => isSilent(watcher, address))));
      assert.deepEqual(silent.filter(Boolean), [], 'pods that do not answer');
      await cluster.deletePod('watcher');
      const down = performance.now();
      await scale(0);
      await assertNoPodTraces(cluster, 180);
      // After the first round, in which the node got what it keeps: its zones of the router, its tunnels.
      before ??= await beneath();
      await eventually('nothing more is left beneath', 60, async () => (await beneath()) === before).catch(() => {});
      assert.equal(await beneath(), before, 'what is left beneath after this round');
      const seconds = [up - started, performance.now() - down].map((time) => (time / 1000).toFixed(1));
      console.log(
        `      round ${round}: ${crowd} pods Ready after ${seconds[0]} s, no trace ${seconds[1]} s after their end`,
      );
    }
  });

  async function scale(replicas: number): Promise<void> {
    await cluster.kubectl('scale', 'deployment/crowd', `--replicas=${replicas}`);
    const status = ['rollout', 'status', 'deployment/crowd', '--timeout=100s'];
    await eventually(`${replicas} pods`, 280, () => cluster.kubectl(...status).catch(() => undefined));
  }

  async function podAddresses(): Promise<readonly string[]> {
    const path = 'jsonpath={.items[*].status.podIPs[*].ip}';
    return (await cluster.kubectl('get', 'pods', '-l', 'app=crowd', '-o', path)).split(' ').filter(Boolean);
  }

  async function isSilent(watcher: RunningPod, address: string): Promise<string | undefined> {
    // The first packet may wait for a neighbour.
    for (let attempt = 0; attempt < 3; attempt++) if ((await ping(watcher.from, address)) === 1) return undefined;
    return address;
  }

  /** What programs below us keep per pod: conntrack zones and OpenFlow ports of the node, sandboxes' network namespaces. */
  async function beneath(): Promise<string> {
    const node = cluster.bed.node('n1');
    const zones = (await node.appctl('ovn-controller', 'ct-zone-list'))
      .split('\n')
      .filter((line) => line !== '').length;
    const ports = (await node.vsctl('list-ports', 'br-int')).split('\n').length;
    const sandboxes = (await node.machine?.exec('ls', ['/run/netns']))?.stdout.split('\n').filter(Boolean).length;
    return JSON.stringify({ zones, ports, sandboxes });
  }
});
