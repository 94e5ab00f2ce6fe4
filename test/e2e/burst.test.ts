// Hundreds of pods at once while controller and agents are killed again and again: every pod ends with exactly one address that
// nobody else has, and when all are deleted, again under fire, nothing is left anywhere.
import assert from 'node:assert/strict';
import { Cluster, type RunningPod } from '../support/cluster.ts';
import type { KubeObject } from '../support/kube-api.ts';
import { assertNoPodTraces, podTraces } from '../support/residue.ts';
import { Semaphore } from '../support/semaphore.ts';
import { assertReaches, inNamespace } from '../support/traffic.ts';

/** Pods of the burst; BURST=500 for the large one. The switch is a userspace one and the machine may have two cores. */
const size = Number(process.env.BURST ?? 120);

/** The pods as they are now, and whoever waits for them. */
class PodBoard {
  readonly pods = new Map<string, KubeObject>();
  readonly #ended = new AbortController();
  readonly #waiting = new Set<() => void>();

  constructor(cluster: Cluster) {
    const handle = (event: 'put' | 'delete', pod: KubeObject): void => {
      if (event === 'put') this.pods.set(pod.metadata.uid ?? '', pod);
      else this.pods.delete(pod.metadata.uid ?? '');
      for (const look of [...this.#waiting]) look();
    };
    void cluster.bed.kube.api.follow('/api/v1/pods', {}, handle, this.#ended.signal).catch(() => {});
  }

  get running(): readonly KubeObject[] {
    return [...this.pods.values()].filter((pod) => pod.status?.phase === 'Running');
  }

  /** Waits until something is true of the pods; the error says how far they are. */
  async until(what: string, seconds: number, test: () => boolean): Promise<void> {
    let look: () => void = () => {};
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve, reject) => {
      look = () => {
        if (test()) resolve();
      };
      timer = setTimeout(
        () =>
          reject(new Error(`not within ${seconds} s: ${what}; ${this.running.length} of ${this.pods.size} pods run`)),
        seconds * 1000,
      );
      this.#waiting.add(look);
      look();
    }).finally(() => {
      clearTimeout(timer);
      this.#waiting.delete(look);
    });
  }

  stop(): void {
    this.#ended.abort();
  }
}

describe(`a burst of ${size} pods while the programs are killed`, function () {
  this.timeout(600_000);
  let cluster: Cluster;
  let board: PodBoard;

  before(async () => {
    cluster = await Cluster.up();
    board = new PodBoard(cluster);
  });

  after(async () => {
    board?.stop();
    await cluster?.down();
  });

  it('gives every pod exactly one address', async () => {
    const room = new Semaphore(10);
    const names = Array.from({ length: size }, (_, index) => `p${index}`);
    const created = Promise.all(
      names.map((name, index) => room.run(() => cluster.createPod(name, { node: index % 2 === 0 ? 'n1' : 'n2' }))),
    );
    const share = (part: number): number => Math.floor(size * part);
    const reached = (part: number): Promise<void> =>
      board.until(`${share(part)} pods run`, 180, () => board.running.length >= share(part));
    // Each kill comes at a point of the work, not of time, so that all stages are hit on fast and slow machines.
    await reached(0.05);
    await cluster.restartAgent('n1');
    await reached(0.15);
    await cluster.restartController();
    await reached(0.3);
    await cluster.restartAgent('n2');
    await reached(0.45);
    await Promise.all([cluster.restartController(), cluster.restartAgent('n1')]);
    await reached(0.6);
    await Promise.all([cluster.restartAgent('n1'), cluster.restartAgent('n2')]);
    await created;
    await board.until('every pod runs', 300, () => board.running.length === size);

    const ips = JSON.parse(await cluster.kubectl('get', 'ips.subnetes.io', '-A', '-o', 'json')) as {
      readonly items: readonly {
        readonly spec: { readonly addresses: readonly string[]; readonly target: { readonly uid: string } };
      }[];
    };
    assert.equal(ips.items.length, size, 'one IP per pod');
    const addressesOf = new Map(ips.items.map(({ spec }) => [spec.target.uid, spec.addresses]));
    const all = new Set<string>();
    for (const pod of board.running) {
      const told = ((pod.status?.podIPs ?? []) as readonly { readonly ip: string }[]).map((entry) => entry.ip);
      assert.deepEqual(told, addressesOf.get(pod.metadata.uid ?? ''), `pod ${pod.metadata.name} has what its IP says`);
      for (const address of told) {
        assert.ok(!all.has(address), `${address} is given twice`);
        all.add(address);
      }
    }
    assert.equal(all.size, size * 2);
    const traces = await podTraces(cluster);
    assert.deepEqual(
      [traces.logicalPorts.length, traces.switchPorts.length, traces.links.length],
      [size, size, size],
      'one logical port, one port of a switch and one link per pod',
    );
  });

  it('and they reach each other', async () => {
    const pods = await Promise.all(
      [0, 1, size - 2, size - 1, Math.floor(size / 2)].map((index) => cluster.pod(`p${index}`)),
    );
    const [first, ...others] = pods as [RunningPod, ...RunningPod[]];
    for (const other of others)
      for (const address of other.addresses)
        await assertReaches(
          first.from,
          address,
          `${other.name} on ${other.node} (${address}) from ${first.name} on ${first.node}`,
          30,
        );
    // What the kernel of a pod has must be what the pod was told.
    for (const pod of pods) {
      const { stdout } = await inNamespace(pod.netns)('ip', [
        '-o',
        'address',
        'show',
        'dev',
        'eth0',
        'scope',
        'global',
      ]);
      for (const address of pod.addresses) assert.ok(stdout.includes(` ${address}/`), `${pod.name} has ${address}`);
    }
  });

  it('leaves nothing when all of them are deleted', async () => {
    await cluster.kubectl('delete', 'pods', '--all', '--wait=false');
    await cluster.restartAgent('n2');
    await Promise.all([cluster.restartController(), cluster.restartAgent('n1')]);
    await board.until('every pod object is gone', 180, () => board.pods.size === 0);
    await assertNoPodTraces(cluster, 180);
    const used = await cluster.kubectl('get', 'vsub', 'default', '-o', 'jsonpath={.status.ipv4.used}');
    if (used !== '0') await cluster.wait('subnets.subnetes.io/default', 'jsonpath={.status.ipv4.used}=0', 60);
  });
});
