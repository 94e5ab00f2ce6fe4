// One pod name, again and again on another node, with runtimes that clean up late and twice: the newest pod always works, has one
// address, and what is left of the older ones goes.
import assert from 'node:assert/strict';
import { Cluster, type RunningPod } from '../support/cluster.ts';
import { forPod, ip } from '../support/objects.ts';
import { assertNoPodTraces, podTraces } from '../support/residue.ts';
import type { Sandbox } from '../support/sandbox-runner.ts';
import { assertReaches, eventually, ping } from '../support/traffic.ts';

describe('a pod name that lives again on another node', function () {
  this.timeout(240_000);
  let cluster: Cluster;
  /** What holds the DEL of a sandbox back, if anything. */
  let holdBack: (sandbox: Sandbox) => Promise<void> = async () => {};
  let peers: readonly [RunningPod, RunningPod];

  const nodeOf = (round: number): 'n1' | 'n2' => (round % 2 === 0 ? 'n1' : 'n2');

  before(async () => {
    cluster = await Cluster.up({ runner: { beforeDelete: (sandbox) => holdBack(sandbox), deleteTwice: true } });
    peers = await Promise.all([cluster.runPod('peer1', { node: 'n1' }), cluster.runPod('peer2', { node: 'n2' })]);
  });

  after(() => cluster?.down());

  async function assertWorks(pod: RunningPod): Promise<void> {
    for (const peer of peers) {
      for (const address of pod.addresses)
        await assertReaches(peer.from, address, `${pod.name} on ${pod.node} from ${peer.name}`);
    }
  }

  /** Waits until what exists of pods called web-0 is one of each. */
  async function assertOneOfEach(): Promise<void> {
    await eventually('one IP and one port of web-0, and three links in all', 60, async () => {
      const { ips, logicalPorts, switchPorts, links } = await podTraces(cluster);
      const one = (list: readonly string[]): boolean => list.filter((name) => name.includes('web-0')).length === 1;
      return one(ips) && one(logicalPorts) && switchPorts.length === 3 && links.length === 3;
    });
  }

  it('works at once each time, twenty times', async () => {
    for (let round = 0; round < 20; round++) {
      const pod = await cluster.runPod('web-0', { node: nodeOf(round) });
      assert.equal(pod.node, nodeOf(round));
      assert.equal(pod.addresses.length, 2);
      await assertReaches(peers[(round + 1) % 2]!.from, pod.ipv4 ?? '', `round ${round}`);
      if (round % 5 === 4) await assertWorks(pod);
      if (round === 19) await assertOneOfEach();
      await cluster.deletePod('web-0');
    }
  });

  it('works while the old sandbox still stands, and when its DEL comes late and twice', async () => {
    const held: { readonly sandbox: Sandbox; readonly release: () => void }[] = [];
    holdBack = (sandbox) =>
      sandbox.pod === 'web-0'
        ? new Promise((release) => held.push({ sandbox, release: () => release() }))
        : Promise.resolve();
    try {
      for (let round = 0; round < 4; round++) {
        const pod = await cluster.runPod('web-0', { node: nodeOf(round) });
        await assertWorks(pod);
        // Force: the object goes at once, as from a node that does not answer; the sandbox stays.
        await cluster.kubectl('delete', 'pod/web-0', '--force', '--grace-period=0', '--timeout=30s');
        await eventually('the runner wants to end it', 20, async () => held.length === round + 1);
      }
      // On the same node as the last, whose sandbox still stands as well.
      const last = await cluster.runPod('web-0', { node: nodeOf(3) });
      await assertWorks(last);
      for (const { release } of held) release();
      await assertOneOfEach();
      await assertWorks(last);
      for (const { sandbox } of held) {
        const runner = [...cluster.runners.values()].find((each) =>
          each.history.some(({ containerId }) => containerId === sandbox.containerId),
        )!;
        await runner.deleteAgain(sandbox);
      }
      await assertOneOfEach();
      await assertWorks(last);
    } finally {
      holdBack = async () => {};
      for (const { release } of held) release();
    }
    await cluster.deletePod('web-0');
  });

  it('waits for its fixed address until the old port is down, and never shares it', async () => {
    const held: (() => void)[] = [];
    await cluster.apply(
      ip('fixed', 'default', 'default', { addresses: ['10.244.7.7', 'fd00:10:244::7:7'], ...forPod('fixed') }),
    );
    const first = await cluster.runPod('fixed', { node: 'n1' });
    assert.equal(first.ipv4, '10.244.7.7');
    holdBack = (sandbox) =>
      sandbox.pod === 'fixed' ? new Promise((release) => held.push(() => release())) : Promise.resolve();
    try {
      await cluster.kubectl('delete', 'pod/fixed', '--force', '--grace-period=0', '--timeout=30s');
      await eventually('the runner wants to end it', 20, async () => held.length === 1);
      const { metadata } = await cluster.createPod('fixed', { node: 'n2' });
      // The old sandbox has the address until it ends. Nobody knows any more which policies select it, so it is cut off.
      await eventually('the old sandbox is cut off', 20, async () => (await ping(peers[0].from, '10.244.7.7')) === 0);
      await assertReaches(peers[0].from, peers[1].ipv4 ?? '', 'a pod that lives');
      assert.match((await first.from('ip', ['-o', '-4', 'address'])).stdout, /10\.244\.7\.7/);
      const bound = await cluster.kubectl('get', 'ips.subnetes.io/fixed', '-o', 'jsonpath={.status.uid}');
      assert.equal(bound, first.uid, 'the address is still bound to the old pod');
      const phase = await cluster.kubectl('get', 'pod/fixed', '-o', 'jsonpath={.status.phase}');
      assert.equal(phase, 'Pending');
      held.shift()?.();
      const second = await cluster.pod('fixed', 'default', 90);
      assert.equal(second.uid, metadata.uid);
      assert.deepEqual(second.addresses, first.addresses);
      await assertWorks(second);
    } finally {
      holdBack = async () => {};
      for (const release of held) release();
    }
    await cluster.deletePod('fixed');
    await cluster.kubectl('delete', 'ips.subnetes.io/fixed', '--timeout=30s');
  });

  it('gives its address back when it has completed, although the object stays', async () => {
    await cluster.runPod('job', { node: 'n1' });
    const held = async (): Promise<boolean> =>
      (await podTraces(cluster)).ips.some((ip) => ip.startsWith('default/job-'));
    assert.ok(await held());
    const { api } = cluster.bed.kube;
    await api.call('PATCH', '/api/v1/namespaces/default/pods/job/status', { status: { phase: 'Succeeded' } });
    await eventually('the address is free', 30, async () => !(await held()));
    await eventually('links of the peers only', 30, async () => (await podTraces(cluster)).links.length === 2);
    assert.notEqual(await cluster.kubectl('get', 'pod/job', '-o', 'name'), '');
    await cluster.deletePod('job');
  });

  it('passes CHECK as long as it is whole, and survives GC and STATUS', async () => {
    const runner = cluster.runners.get('n1')!;
    await runner.status();
    await runner.check('default', 'peer1');
    await runner.collectGarbage();
    await assertReaches(peers[1].from, peers[0].ipv4 ?? '', 'a pod after GC');
    await peers[0].from('ip', ['address', 'del', `${peers[0].ipv4}/16`, 'dev', 'eth0']);
    await assert.rejects(runner.check('default', 'peer1'), /peer1|address|10\.244\./);
  });

  it('leaves nothing behind in the end', async () => {
    await cluster.deletePod('peer1');
    await cluster.deletePod('peer2');
    await assertNoPodTraces(cluster);
  });
});
