/** Something to be done again whenever it is asked for: one run at a time, however often it is asked, and again if it was asked meanwhile. */
import { setTimeout as delay } from 'node:timers/promises';

/** Coalesces requests for one piece of work. Work that fails is done again after a pause, which doubles up to 30 s. */
export class Signal {
  readonly #work: () => Promise<void>;
  readonly #onError: (error: unknown) => void;
  #raised = false;
  #running = false;

  constructor(work: () => Promise<void>, onError: (error: unknown) => void = () => {}) {
    this.#work = work;
    this.#onError = onError;
  }

  /** Asks for the work. */
  raise(): void {
    this.#raised = true;
    if (this.#running) return;
    this.#running = true;
    void this.#run();
  }

  async #run(): Promise<void> {
    let pauseMs = 500;
    while (this.#raised) {
      this.#raised = false;
      try {
        await this.#work();
        pauseMs = 500;
      } catch (error) {
        this.#onError(error);
        this.#raised = true;
        // The process may end meanwhile: nothing is owed then.
        await delay(pauseMs, undefined, { ref: false });
        pauseMs = Math.min(pauseMs * 2, 30_000);
      }
    }
    this.#running = false;
  }
}
