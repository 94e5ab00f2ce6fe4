// Leader election at a real API server: one leader at a time, epochs that only rise, and a leader that knows when it is none.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import {
  type KubeClient,
  type KubeError,
  LeaderElection,
  type LeaderElectionOptions,
  type Lease,
  leases,
  Reflector,
} from '../../src/kube/index.ts';
import { Recording } from './recording.ts';
import { adminClient, apiServer, type ConfigMap, configMap, configMaps, freshNamespace, patience } from './server.ts';

const quick = { name: 'leader', leaseDurationSeconds: 2, renewDeadlineSeconds: 1.2, retryPeriodSeconds: 0.3 };

describe('leader election', () => {
  let client: KubeClient;
  let namespace: string;
  const elections: LeaderElection[] = [];
  const processes: ChildProcess[] = [];

  before(async function () {
    this.timeout(120_000);
    client = await adminClient();
  });

  beforeEach(async () => {
    namespace = await freshNamespace(client);
  });

  afterEach(async () => {
    for (const child of processes.splice(0)) child.kill('SIGKILL');
    await Promise.all(elections.splice(0).map((election) => election.release()));
  });

  function candidate(options: Partial<LeaderElectionOptions> = {}): LeaderElection {
    const election = new LeaderElection({ client, namespace, ...quick, ...options });
    elections.push(election);
    return election;
  }

  const readLease = () => client.get<Lease>(leases, { namespace, name: 'leader' });

  it('writes a Lease that other tools understand', async () => {
    const election = candidate();
    const { transitions } = await election.acquire(patience());
    const { spec } = await readLease();
    assert.equal(spec?.holderIdentity, election.identity);
    assert.equal(spec?.leaseDurationSeconds, 2);
    assert.equal(spec?.leaseTransitions, transitions);
    assert.match(spec?.renewTime ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    assert.ok(election.holds());
  });

  it('tells a candidate that it has to wait, and one that finds the Lease free nothing', async () => {
    const [leader, standby] = [candidate(), candidate()];
    const told: string[] = [];
    await leader.acquire(patience(), () => told.push('leader'));
    assert.deepEqual(told, []);
    const ended = new AbortController();
    const waits = new Promise<void>((resolve) => {
      void standby.acquire(ended.signal, resolve).catch(() => {});
    });
    await waits;
    assert.ok(leader.holds() && !standby.holds());
    ended.abort();
    await leader.release();
  });

  it('has one leader among two candidates, and the next one the moment it hands back', async () => {
    const [a, b] = [candidate(), candidate()];
    assert.notEqual(a.identity, b.identity);
    const first = await Promise.race([
      a.acquire(patience()).then((leadership) => ({ leadership, leader: a, other: b })),
      b.acquire(patience()).then((leadership) => ({ leadership, leader: b, other: a })),
    ]);
    assert.ok(first.leader.holds() && !first.other.holds());
    const changed = new Promise<Lease>((resolve) => {
      const watch = new Reflector<Lease>(client, leases, {
        namespace,
        onEvent: ({ object }) => {
          if (object.spec?.holderIdentity !== first.other.identity) return;
          resolve(object);
          void watch.stop();
        },
      });
      watch.start();
    });
    await first.leader.release();
    assert.equal(first.leader.holds(), false);
    const lease = await changed;
    assert.equal(lease.spec?.leaseTransitions, first.leadership.transitions + 1);
  });

  it('renews for longer than the lease lasts, without a change of leader', async () => {
    const [a, b] = [candidate(), candidate()];
    const { transitions } = await a.acquire(patience());
    const waiting = b.acquire(AbortSignal.timeout(3_500)).catch((error: unknown) => error);
    assert.ok((await waiting) instanceof DOMException);
    assert.ok(a.holds());
    assert.equal((await readLease()).spec?.leaseTransitions, transitions);
  });

  it('starts above the epoch that the database holds, with a new Lease and with an old one', async () => {
    const a = candidate({ minimumTransitions: () => 41 });
    assert.deepEqual(await a.acquire(patience()), { transitions: 42 });
    await a.release();
    const b = candidate({ minimumTransitions: async () => 99 });
    assert.deepEqual(await b.acquire(patience()), { transitions: 100 });
    await b.release();
    const c = candidate({ minimumTransitions: () => 5 });
    assert.deepEqual(await c.acquire(patience()), { transitions: 101 });
  });

  it('does not acquire while the minimum is unknown', async () => {
    let known = false;
    const election = candidate({
      minimumTransitions: () => {
        if (known) return 7;
        known = true;
        throw new Error('the database does not answer');
      },
    });
    assert.deepEqual(await election.acquire(patience()), { transitions: 8 });
  });

  it('is lost when the Lease is deleted or given to someone else', async () => {
    const a = candidate();
    await a.acquire(patience());
    await client.delete(leases, { namespace, name: 'leader' });
    assert.match(await a.lost, /deleted/);
    assert.equal(a.holds(), false);
    const b = candidate();
    await b.acquire(patience());
    await client.patch(leases, { namespace, name: 'leader' }, { spec: { holderIdentity: 'an admin' } });
    assert.match(await b.lost, /an admin/);
  });

  it('is not lost because someone labels the Lease', async () => {
    const election = candidate();
    await election.acquire(patience());
    for (let n = 0; n < 5; n += 1) {
      await client.patch(leases, { namespace, name: 'leader' }, { metadata: { labels: { n: String(n) } } });
    }
    const { spec } = await readLease();
    const recording = new Recording<Lease>();
    const watch = new Reflector<Lease>(client, leases, { namespace, onEvent: recording.onEvent });
    watch.start();
    // Renewed twice more.
    await recording.until(() => new Set(recording.events.map(({ object }) => object.spec?.renewTime)).size >= 3);
    await watch.stop();
    assert.ok(election.holds());
    assert.equal((await readLease()).spec?.leaseTransitions, spec?.leaseTransitions);
  });

  it('gives up before anyone else may take over when the server is away', async () => {
    const server = await apiServer();
    const election = candidate();
    await election.acquire(patience());
    await server.whileSuspended(async () => assert.match(await election.lost, /not renewed in time/));
    assert.equal(election.holds(), false);
  });

  it('knows that it lost although its event loop was blocked past the deadline, before any timer fires', async () => {
    const election = candidate();
    await election.acquire(patience());
    const until = performance.now() + 1_300;
    while (performance.now() < until); // what a long parse does
    assert.equal(election.holds(), false);
    await election.lost;
  });

  it('is used once', async () => {
    const election = candidate();
    await election.acquire(patience());
    await assert.rejects(election.acquire(patience()), /used once/);
  });

  it('refuses durations that would let two lead', () => {
    assert.throws(() => candidate({ renewDeadlineSeconds: 2 }), /renewDeadline < leaseDuration/);
  });

  it('lets a suspended leader write nothing once it is awake again, and its successor leads', async function () {
    this.timeout(60_000);
    const { kubeconfig } = await apiServer();
    const writes = new Recording<ConfigMap>();
    const watch = new Reflector<ConfigMap>(client, configMaps, { namespace, onEvent: writes.onEvent });
    watch.start();
    await watch.synced(patience());
    const old = start(kubeconfig);
    const { transitions } = await old.step('leader');
    old.write();
    await old.step('wrote');
    old.child.kill('SIGSTOP');
    const next = start(kubeconfig);
    const successor = await next.step('leader');
    assert.equal(successor.transitions, Number(transitions) + 1);
    next.write();
    await next.step('wrote');
    next.child.kill('SIGKILL');
    // Work that waits for it when it wakes.
    old.write();
    old.child.kill('SIGCONT');
    assert.equal((await old.step('refused')).reason, 'Fenced');
    await old.step('lost');
    await old.ended;
    await watch.barrier(patience());
    assert.equal(countOf(writes, String(transitions)), 1);
    await watch.stop();
  });

  it('passes to another process when the leader is killed', async function () {
    this.timeout(60_000);
    const { kubeconfig } = await apiServer();
    const first = start(kubeconfig);
    const { transitions } = await first.step('leader');
    const second = start(kubeconfig);
    await second.step('candidate');
    first.child.kill('SIGKILL');
    assert.equal((await second.step('leader')).transitions, Number(transitions) + 1);
  });

  it('leaves its fence closed for a client that never led', async () => {
    const election = candidate();
    const fenced = await adminClient({ fence: () => election.holds() });
    const create = () => fenced.create(configMaps, configMap(namespace, 'a'));
    await assert.rejects(create(), (error: KubeError) => error.reason === 'Fenced');
    await election.acquire(patience());
    await create();
  });

  /** Starts a candidate as a process of its own. */
  function start(kubeconfig: string) {
    const program = fileURLToPath(new URL('candidate.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', program, kubeconfig, namespace, 'leader'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    processes.push(child);
    const seen: Record<string, unknown>[] = [];
    let wake = () => {};
    createInterface({ input: child.stdout }).on('line', (line) => {
      seen.push(JSON.parse(line) as Record<string, unknown>);
      wake();
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const step = async (wanted: string): Promise<Record<string, unknown>> => {
      const signal = patience();
      for (;;) {
        const found = seen.find(({ step: name }) => name === wanted);
        if (found !== undefined) return found;
        await new Promise<void>((resolve, reject) => {
          wake = resolve;
          signal.addEventListener('abort', () => reject(new Error(`no "${wanted}" in ${JSON.stringify(seen)}`)));
        });
      }
    };
    const write = () => void child.stdin.write('\n');
    return { child, ended, step, write };
  }
});

/** Writes seen of one epoch. */
function countOf(writes: Recording<ConfigMap>, epoch: string): number {
  return writes.events.filter(({ object }) => object.metadata.name.startsWith(`${epoch}-`)).length;
}
