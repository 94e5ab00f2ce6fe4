/** Work that is asked for: how often it is done, and when again. Pauses are told apart by their size only: 1 ms, and 30 s, which no test waits for. */
import assert from 'node:assert/strict';
import { CommandError } from '../../../operator/agent/command.ts';
import { Signal, settleEach } from '../../../operator/agent/signal.ts';

/** Work that goes on when it is told how it ends. */
class Work {
  #calls: { readonly end: () => void; readonly fail: (error: Error) => void }[] = [];
  #arrived: () => void = () => {};
  times = 0;

  readonly do = (): Promise<void> =>
    new Promise((end, fail) => {
      this.times += 1;
      this.#calls.push({ end, fail });
      this.#arrived();
    });

  /** The next call, as soon as there is one. */
  async next() {
    while (this.#calls.length === 0)
      await new Promise<void>((resolve) => {
        this.#arrived = resolve;
      });
    return this.#calls.shift()!;
  }
}

const refusal = new CommandError(['ip'], 'exit status 2', 'no');
const turns = () => new Promise((resolve) => setImmediate(resolve));

describe('work that is asked for', function () {
  this.timeout(10_000);

  it('runs once at a time, and once more for all who asked meanwhile', async () => {
    const work = new Work();
    const signal = new Signal(work.do);
    signal.raise();
    signal.raise();
    const first = await work.next();
    signal.raise();
    signal.raise();
    assert.equal(work.times, 1);
    first.end();
    (await work.next()).end();
    await turns();
    assert.equal(work.times, 2);
    signal.raise();
    (await work.next()).end();
    await signal.stop();
  });

  it('is done again by itself after a failure, and tells of it', async () => {
    const work = new Work();
    const told: unknown[] = [];
    const signal = new Signal(work.do, { onError: (error) => told.push(error), backOffMs: 1 });
    signal.raise();
    (await work.next()).fail(refusal);
    (await work.next()).fail(refusal);
    (await work.next()).end();
    await turns();
    assert.deepEqual([told, work.times], [[refusal, refusal], 3]);
    await signal.stop();
  });

  it('waits no longer than the first pause when it is asked in a longer one', async () => {
    const work = new Work();
    const signal = new Signal(work.do, { backOffMs: 1 });
    signal.raise();
    for (let failures = 0; failures < 17; failures += 1) {
      (await work.next()).fail(refusal);
      await turns();
      signal.raise(); // without it, the last pauses last 30 s
    }
    const now = await work.next();
    signal.raise(); // asked while it runs: the same
    now.fail(refusal);
    (await work.next()).end();
    await signal.stop();
  });

  it('ends: what runs is waited for, a pause is not, and nobody is heard any more', async () => {
    const work = new Work();
    const signal = new Signal(work.do, { onError: () => assert.fail('told after the end'), backOffMs: 30_000 });
    signal.raise();
    const running = await work.next();
    let ended = false;
    const stopped = signal.stop().then(() => {
      ended = true;
    });
    await turns();
    assert.equal(ended, false);
    running.fail(refusal);
    await stopped;
    signal.raise();
    await turns();
    assert.equal(work.times, 1);

    const pausing = new Signal(work.do, { backOffMs: 30_000 });
    pausing.raise();
    (await work.next()).fail(refusal);
    await turns();
    await pausing.stop();
    assert.equal(work.times, 2);
  });

  it('settles each of several things whatever becomes of the others, and tells of a bug first', async () => {
    const seen: number[] = [];
    const bug = new TypeError('a bug');
    const settling = settleEach([1, 2, 3], async (each) => {
      seen.push(each);
      if (each === 1) throw refusal;
      if (each === 2) throw bug;
    });
    await assert.rejects(settling, bug);
    assert.deepEqual(seen, [1, 2, 3]);
    await settleEach([], () => assert.fail());
  });
});
