// The clock of MirrorSessions: when one began, when it is over, and that its time may be changed while it runs and after its end.
import assert from 'node:assert/strict';
import { Clock } from '../../../operator/controller/clock.ts';
import type { Line } from '../../../src/reconcile/line.ts';
import type { ClockFacts, Inputs, MirrorSessionFacts } from '../../../src/topology/facts.ts';
import { eventually } from '../../support/traffic.ts';

const began = Date.parse('2026-01-01T00:00:00Z');

/** A clock whose line keeps facts and does nothing else; its time stands still unless a test moves it. */
function setUp() {
  const facts = new Map<string, ClockFacts>();
  const time = { now: began };
  const line = {
    submit: (change: () => void) => change(),
    putNow: (_kind: string, key: string, value: ClockFacts) => facts.set(key, value),
    removeNow: (_kind: string, key: string) => facts.delete(key),
  } as unknown as Line<Inputs>;
  const clock = new Clock({ line, now: () => time.now });
  return { clock, facts, time };
}

function session(expiresAfterSeconds: number, startedAt?: string, uid = 'one'): MirrorSessionFacts {
  const meta = { name: 's', namespace: 't', uid, generation: 1, created: '', deleting: false, inUse: false };
  const spec = { podSelector: {}, direction: 'Both', sink: {}, expiresAfterSeconds } as const;
  return { meta, spec, accepted: false, programmed: false, startedAt };
}

describe('the clock', () => {
  it('begins when it sees a session first, and goes by what its status says', () => {
    const { clock, facts, time } = setUp();
    clock.put('t/s', session(600));
    assert.deepEqual(facts.get('t/s'), { startedAt: '2026-01-01T00:00:00Z', expired: false });
    time.now += 5000;
    clock.put('t/s', session(600));
    assert.equal(facts.get('t/s')?.startedAt, '2026-01-01T00:00:00Z', 'a change of it is no new beginning');
    clock.put('t/s', session(600, '2025-12-31T23:59:00Z'));
    assert.equal(facts.get('t/s')?.startedAt, '2025-12-31T23:59:00Z');
    clock.put('t/s', session(600, undefined, 'another'));
    assert.equal(facts.get('t/s')?.startedAt, '2026-01-01T00:00:05Z', 'another session of that name is new');
    clock.stop();
  });

  it('ends by itself, comes back when the time is raised, and ends at once when it is lowered', async () => {
    const { clock, facts, time } = setUp();
    time.now = began + 9950;
    clock.put('t/s', session(10, '2026-01-01T00:00:00Z'));
    assert.equal(facts.get('t/s')?.expired, false);
    time.now = began + 10_000;
    await eventually('it is over', 30, async () => facts.get('t/s')?.expired);
    clock.put('t/s', session(60, '2026-01-01T00:00:00Z'));
    assert.equal(facts.get('t/s')?.expired, false);
    clock.put('t/s', session(10, '2026-01-01T00:00:00Z'));
    assert.equal(facts.get('t/s')?.expired, true);
    clock.remove('t/s');
    assert.equal(facts.size, 0);
    clock.stop();
  });

  it('waits longer than a timer can', () => {
    const { clock, facts } = setUp();
    clock.put('t/s', session(604_800, '2026-02-01T00:00:00Z'));
    assert.equal(facts.get('t/s')?.expired, false, 'a time in the far future does not fire at once');
    clock.stop();
  });
});
