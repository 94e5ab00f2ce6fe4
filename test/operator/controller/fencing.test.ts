// One leader writes: epochs in the database, a leader that slept through its succession, a standby, a wiped database.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Program } from '../../support/program.ts';
import { addressesOf, ControllerBed, keyOf } from './controller-bed.ts';

describe('leadership of the controller', function () {
  this.timeout(120_000);
  let bed: ControllerBed;
  let first: Program;

  before(async function () {
    this.timeout(180_000);
    bed = await ControllerBed.up({ networkConfig: { quarantineSeconds: 0 } });
    await bed.ready('subnets', 'default');
    first = bed.controller;
  });

  after(async function () {
    this.timeout(60_000);
    await bed?.down();
  });

  interface Lease {
    readonly metadata: { readonly name: string };
    readonly spec: { readonly holderIdentity: string; readonly leaseTransitions: number };
  }
  const lease = (): Promise<Lease> =>
    bed.bed.kube.api.call<Lease>('GET', '/apis/coordination.k8s.io/v1/namespaces/subnetes-system/leases/controller');

  /** Epochs that the database holds, by key. */
  function epochs(): readonly number[] {
    const [row] = [...bed.northbound.replica.table('NB_Global').rows()];
    const ids = (row?.external_ids ?? new Map()) as ReadonlyMap<string, string>;
    return [...ids].flatMap(([key, value]) => (key.startsWith('subnetes-epoch') ? [Number(value)] : []));
  }
  const leads = (program: Program): Promise<void> =>
    bed.untilAsync('it leads', async () => (await program.metric('subnetes_leader')) === 1);

  it('has the number of its Lease as its epoch in the database', async () => {
    await bed.until('an epoch', () => epochs().length === 1);
    assert.deepEqual(epochs(), [(await lease()).spec.leaseTransitions]);
  });

  it('passes to the standby when the leader sleeps, and the leader that wakes writes nothing and ends', async () => {
    const before = await lease();
    const second = await bed.startController({ name: 'second' });
    const pod = await bed.createPod('before');
    const ip = await bed.ipOf(pod);
    first.pause();
    // Work for the sleeper: it finds it at once when it wakes.
    await bed.deletePod('before');
    const during = await bed.createPod('during');
    const given = await bed.ipOf(during);
    await bed.gone('ips', keyOf(ip));
    const after = await lease();
    assert.notEqual(after.spec.holderIdentity, before.spec.holderIdentity);
    assert.ok(after.spec.leaseTransitions > before.spec.leaseTransitions);
    assert.deepEqual(epochs(), [after.spec.leaseTransitions]);
    await leads(second);
    const touched: string[] = [];
    // NB_Global is ovn-northd's too; what is ours in it is the epoch.
    const watch = (changes: readonly { readonly table: string; readonly kind: string }[]): void => {
      for (const { table, kind } of changes) if (table !== 'NB_Global') touched.push(`${kind} ${table}`);
    };
    const start = await bed.auditPosition();
    bed.northbound.replica.on('changes', watch);
    first.resume();
    const exit = await first.daemon.exited;
    bed.northbound.replica.off('changes', watch);
    assert.equal(exit.code, 1);
    assert.deepEqual(touched, []);
    // The new leader may still be counting addresses; what the sleeper had in mind is about objects that have changed since.
    const written = async (from: number) =>
      (await bed.writes(from)).filter(
        ({ userAgent, status }) => userAgent.includes(`process ${first.daemon.pid})`) && status < 400,
      );
    assert.deepEqual(await written(start), []);
    assert.ok((await written(0)).length > 0, 'it is known by its process');
    assert.deepEqual(epochs(), [after.spec.leaseTransitions]);
    assert.deepEqual(addressesOf(bed.get('ips', keyOf(given))!), addressesOf(given));
    await bed.deletePod('during');
    await bed.gone('ips', keyOf(given));
  });

  it('passes to the standby when the leader is killed, and goes on where it stopped', async () => {
    const leader = bed.controller;
    const standby = await bed.startController({ name: 'third' });
    const [before] = epochs();
    const pods = await Promise.all(Array.from({ length: 20 }, (_, index) => bed.createPod(`k-${index}`)));
    await leader.kill();
    const ips = await Promise.all(pods.map((pod) => bed.ipOf(pod)));
    await leads(standby);
    assert.equal(new Set(ips.flatMap(addressesOf)).size, 40);
    assert.ok((epochs()[0] ?? 0) > (before ?? 0));
    await Promise.all(pods.map(({ metadata: { name } }) => bed.deletePod(name)));
    await Promise.all(ips.map((ip) => bed.gone('ips', keyOf(ip))));
  });

  it('takes its epoch again after the database was wiped', async () => {
    const [before] = epochs();
    await bed.bed.central.wipe('northbound');
    await bed.until('the epoch is there again', () => epochs()[0] === before);
    const pod = await bed.createPod('wiped');
    const ip = await bed.ipOf(pod);
    await bed.deletePod('wiped');
    await bed.gone('ips', keyOf(ip));
    assert.ok(bed.controller.daemon.running);
  });

  it('steps down when the database holds a higher epoch, and the next one goes above it', async () => {
    const [before] = epochs();
    const [row] = [...bed.northbound.replica.table('NB_Global').rows()];
    const ids = (row?.external_ids ?? new Map()) as ReadonlyMap<string, string>;
    const key = [...ids.keys()].find((name) => name.startsWith('subnetes-epoch'));
    const higher = (before ?? 0) + 100;
    await bed.bed.nbctl('set', 'NB_Global', '.', `external_ids:${key}="${higher}"`);
    // It finds out with its next write.
    const pod = await bed.createPod('higher');
    const exit = await bed.controller.daemon.exited;
    assert.equal(exit.code, 1);
    assert.deepEqual(epochs(), [higher]);
    assert.equal(bed.ipPorts().length, 0);
    await bed.startController({ name: 'fourth' });
    await bed.ipOf(pod);
    assert.ok((epochs()[0] ?? 0) > higher);
  });

  it('was logged as JSON, a line each, and nothing else was: who collects logs reads no warnings of Node', async () => {
    for (const { daemon } of [first, bed.controller]) {
      const lines = (await readFile(daemon.logFile, 'utf8')).split('\n').filter(Boolean);
      assert.ok(lines.length > 0);
      assert.deepEqual(
        lines.filter((line) => !/^\{.*\}$/.test(line)),
        [],
      );
    }
  });
});
