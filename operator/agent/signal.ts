/** Something to be done again whenever it is asked for: one run at a time, however often it is asked, and again if it was asked meanwhile. */
import { CommandError } from './command.ts';

/** How a {@link Signal} is set up. */
export type SignalOptions = {
  /** Told what the work threw; what this throws itself ends the process. Without it, all but a {@link CommandError} does. */
  readonly onError?: (error: unknown) => void;
  /** First pause after a failure, in milliseconds; it doubles up to 30 s. */
  readonly backOffMs?: number | undefined;
};

/**
 * Coalesces requests for one piece of work. Work that throws is done again after a pause; who asks meanwhile waits for no more than the
 * first pause, because something may have changed, and for no less, because it may have been the failure itself that changed it.
 */
export class Signal {
  readonly #work: () => Promise<void>;
  readonly #onError: (error: unknown) => void;
  readonly #backOffMs: number;
  #raised = false;
  #stopped = false;
  #running: Promise<void> | undefined;
  /** Ends the pause that is under way, if one is. */
  #hurry: () => void = () => {};

  constructor(work: () => Promise<void>, { onError = throwBugs, backOffMs = 500 }: SignalOptions = {}) {
    this.#work = work;
    this.#onError = onError;
    this.#backOffMs = backOffMs;
  }

  /** Asks for the work. */
  raise(): void {
    if (this.#stopped) return;
    this.#raised = true;
    this.#hurry();
    this.#running ??= this.#run();
  }

  /** Resolves when nothing is done any more, and nothing will be. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#hurry();
    await this.#running;
  }

  async #run(): Promise<void> {
    let pauseMs = this.#backOffMs;
    while (this.#raised && !this.#stopped) {
      this.#raised = false;
      try {
        await this.#work();
        pauseMs = this.#backOffMs;
      } catch (error) {
        if (this.#stopped) break; // what was under way may have been cut off
        this.#onError(error);
        await this.#pause(this.#raised ? this.#backOffMs : pauseMs);
        this.#raised = true;
        pauseMs = Math.min(pauseMs * 2, 30_000);
      }
    }
    this.#running = undefined;
  }

  async #pause(ms: number): Promise<void> {
    const soonest = performance.now() + this.#backOffMs;
    await new Promise<void>((resolve) => {
      // The process may end meanwhile: nothing is owed then.
      let timer = setTimeout(resolve, ms).unref();
      this.#hurry = () => {
        clearTimeout(timer);
        if (this.#stopped) resolve();
        else timer = setTimeout(resolve, Math.max(0, soonest - performance.now())).unref();
      };
    });
    this.#hurry = () => {};
  }
}

/**
 * Settles all of several things, one after the other, whatever becomes of each.
 * @throws what one that failed threw, when all have been tried; a bug before a refusal
 */
export async function settleEach<T>(all: Iterable<T>, settle: (each: T) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  for (const each of all) await settle(each).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures.find(isBug) ?? failures[0];
}

/** What the world refuses is told by who asked it, and tried again. */
const isBug = (error: unknown): boolean => !(error instanceof CommandError);

function throwBugs(error: unknown): void {
  if (isBug(error)) throw error;
}
