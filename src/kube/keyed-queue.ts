/**
 * Work by key: one piece at a time for each key, a bounded number at once, again with back-off after an error, and never more
 * often than an interval allows. What to do is looked up when the work starts (level, not edge), so scheduling twice is harmless.
 */
import { type Log, silentLog } from '../log.ts';
import { KubeError } from './errors.ts';
import { Backoff } from './pause.ts';

/** Settings of a {@link KeyedQueue}. */
export interface KeyedQueueOptions {
  /** Does the work of one key, whatever it is by now. `false`: there was nothing to do, which does not count for the interval. */
  readonly work: (key: string) => Promise<unknown>;
  /** Name in log lines. */
  readonly name: string;
  /** Pieces of work at once. Default 16: more does not make an API server faster. */
  readonly concurrency?: number;
  /** Least milliseconds between two starts for one key. Default 0. */
  readonly intervalMs?: number;
  readonly log?: Log;
}

interface Entry {
  state: 'queued' | 'running' | 'again' | 'resting';
  backoff: Backoff | undefined;
  startedAt: number;
  timer: NodeJS.Timeout | undefined;
}

/** A queue of keys. */
export class KeyedQueue {
  readonly #options: KeyedQueueOptions;
  readonly #entries = new Map<string, Entry>();
  readonly #ready: string[] = [];
  /** Keys without work whose interval is not over: when they started last. */
  readonly #recent = new Map<string, { readonly startedAt: number; readonly timer: NodeJS.Timeout }>();
  #running = 0;
  #stopped = false;

  constructor(options: KeyedQueueOptions) {
    this.#options = options;
  }

  /** Asks for the work of a key, after a delay in milliseconds if one is given. */
  add(key: string, delayMs = 0): void {
    if (this.#stopped) return;
    const entry = this.#entries.get(key);
    if (!entry) {
      const made: Entry = {
        state: 'resting',
        backoff: undefined,
        startedAt: this.#recent.get(key)?.startedAt ?? Number.NEGATIVE_INFINITY,
        timer: undefined,
      };
      this.#entries.set(key, made);
      this.#schedule(key, made, Math.max(delayMs, this.#untilDue(made)));
    } else if (entry.state === 'running') {
      entry.state = 'again';
    } else if (entry.state === 'resting' && delayMs === 0 && !entry.backoff) {
      this.#schedule(key, entry, this.#untilDue(entry));
    }
  }

  /** Keys that wait or work. */
  get size(): number {
    return this.#entries.size;
  }

  /** Starts nothing any more; what runs ends by itself. */
  stop(): void {
    this.#stopped = true;
    for (const entry of this.#entries.values()) clearTimeout(entry.timer);
    for (const { timer } of this.#recent.values()) clearTimeout(timer);
    this.#ready.length = 0;
  }

  #untilDue(entry: Entry): number {
    return Math.max(0, entry.startedAt + (this.#options.intervalMs ?? 0) - performance.now());
  }

  #schedule(key: string, entry: Entry, delayMs: number): void {
    clearTimeout(entry.timer);
    if (delayMs > 0) {
      entry.state = 'resting';
      entry.timer = setTimeout(() => this.#enqueue(key, entry), delayMs);
    } else {
      this.#enqueue(key, entry);
    }
  }

  #enqueue(key: string, entry: Entry): void {
    if (this.#stopped) return;
    entry.state = 'queued';
    this.#ready.push(key);
    this.#fill();
  }

  #fill(): void {
    while (this.#running < (this.#options.concurrency ?? 16)) {
      const key = this.#ready.shift();
      const entry = key === undefined ? undefined : this.#entries.get(key);
      if (key === undefined || !entry) return;
      entry.state = 'running';
      entry.startedAt = performance.now();
      this.#running++;
      void this.#run(key, entry);
    }
  }

  async #run(key: string, entry: Entry): Promise<void> {
    let failed = false;
    try {
      const worked = await this.#options.work(key);
      if (worked === false) entry.startedAt = Number.NEGATIVE_INFINITY;
      entry.backoff = undefined;
    } catch (error) {
      failed = true;
      entry.backoff ??= new Backoff(100, 30_000);
      const expected = error instanceof KubeError && (error.status === 409 || error.status === 404);
      const log = this.#options.log ?? silentLog;
      if (expected) log.debug('will try again', { queue: this.#options.name, key, error: String(error) });
      else log.warn('will try again', { queue: this.#options.name, key, error });
    } finally {
      this.#running--;
    }
    if (this.#stopped) return;
    // `state` was changed by add() while the work ran; the compiler can't see that.
    const again = (entry.state as Entry['state']) === 'again';
    if (failed) this.#schedule(key, entry, entry.backoff?.next() ?? 0);
    else if (again) this.#schedule(key, entry, this.#untilDue(entry));
    else this.#rest(key, entry);
    this.#fill();
  }

  /** Nothing to do for the key; its interval must be remembered all the same. */
  #rest(key: string, entry: Entry): void {
    this.#entries.delete(key);
    clearTimeout(this.#recent.get(key)?.timer);
    this.#recent.delete(key);
    const due = this.#untilDue(entry);
    if (due <= 0) return;
    const timer = setTimeout(() => this.#recent.delete(key), due);
    timer.unref();
    this.#recent.set(key, { startedAt: entry.startedAt, timer });
  }
}
