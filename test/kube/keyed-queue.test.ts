// The work queue: one piece at a time per key, bounded in number, never more often than the interval, until it succeeds.
import assert from 'node:assert/strict';
import { KeyedQueue, type KeyedQueueOptions } from '../../src/kube/index.ts';

describe('the queue of keys', () => {
  const queues: KeyedQueue[] = [];

  afterEach(() => {
    for (const queue of queues.splice(0)) queue.stop();
  });

  function queueOf(options: Omit<KeyedQueueOptions, 'name'>): KeyedQueue {
    const queue = new KeyedQueue({ name: 'test', ...options });
    queues.push(queue);
    return queue;
  }

  /** A promise and what resolves it. */
  function gate() {
    let open: () => void = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    return { open, opened };
  }

  it('does the work of a key once more when it is added while it runs, and never twice at once', async () => {
    const first = gate();
    const done = gate();
    let runs = 0;
    let inside = 0;
    const queue = queueOf({
      work: async () => {
        inside += 1;
        assert.equal(inside, 1);
        runs += 1;
        if (runs === 1) await first.opened;
        else done.open();
        inside -= 1;
      },
    });
    for (let n = 0; n < 5; n += 1) queue.add('a');
    first.open();
    await done.opened;
    assert.equal(runs, 2);
  });

  it('works on no more keys at once than it may', async () => {
    const all = gate();
    let inside = 0;
    let most = 0;
    let left = 20;
    const queue = queueOf({
      concurrency: 3,
      work: async () => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise(setImmediate);
        inside -= 1;
        left -= 1;
        if (left === 0) all.open();
      },
    });
    for (let n = 0; n < 20; n += 1) queue.add(`k${n}`);
    await all.opened;
    assert.equal(most, 3);
  });

  it('tries again after an error, until it succeeds', async () => {
    const done = gate();
    let runs = 0;
    const queue = queueOf({
      work: async () => {
        runs += 1;
        if (runs < 3) throw new Error('not yet');
        done.open();
      },
    });
    queue.add('a');
    await done.opened;
    assert.equal(runs, 3);
  });

  it('keeps the interval between two starts of a key, also when the first had ended long before the second was asked for', async () => {
    const starts: number[] = [];
    let told = gate();
    const queue = queueOf({
      intervalMs: 200,
      work: async () => {
        starts.push(performance.now());
        told.open();
      },
    });
    for (let n = 0; n < 3; n += 1) {
      told = gate();
      queue.add('a');
      await told.opened;
      await new Promise(setImmediate); // the queue has forgotten the key by now
    }
    const gaps = starts.slice(1).map((at, index) => at - (starts[index] ?? 0));
    // Timers may fire a millisecond early.
    assert.ok(
      gaps.every((gap) => gap >= 198),
      gaps.join(', '),
    );
  });

  it('does not count a start that found nothing to do', async () => {
    let told = gate();
    const queue = queueOf({
      intervalMs: 3_600_000,
      work: async () => {
        told.open();
        return false;
      },
    });
    for (let n = 0; n < 3; n += 1) {
      told = gate();
      queue.add('a');
      await told.opened;
      await new Promise(setImmediate);
    }
  });

  it('starts nothing after it was stopped', async () => {
    let runs = 0;
    const queue = queueOf({
      work: async () => {
        runs += 1;
      },
    });
    queue.add('a');
    assert.equal(runs, 1);
    queue.stop();
    queue.add('b');
    await new Promise(setImmediate);
    assert.equal(runs, 1);
  });
});
