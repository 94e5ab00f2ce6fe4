/**
 * Lets a bounded number of calls run at once; the others wait in line, first come, first served. The agent's guard
 * against a burst of pods starting hundreds of processes together.
 */
export class Turnstile {
  #free: number;
  readonly #line: (() => void)[] = [];

  /** @param limit how many may be inside at once */
  constructor(limit: number) {
    this.#free = limit;
  }

  /** Runs `work` when its turn comes. A signal that fires while it waits takes it out of the line and rejects with its reason. */
  async pass<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    await this.#enter(signal);
    try {
      return await work();
    } finally {
      const next = this.#line.shift();
      if (next) next();
      else this.#free += 1;
    }
  }

  #enter(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      if (this.#free > 0) {
        this.#free -= 1;
        resolve();
        return;
      }
      const onAbort = () => {
        this.#line.splice(this.#line.indexOf(go), 1);
        reject(signal.reason);
      };
      const go = () => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      };
      this.#line.push(go);
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }
}
