// New connections, again and again while something happens: how many there were, how many failed, and how long the slowest took.
import { setTimeout as delay } from 'node:timers/promises';
import { CommandError } from './command.ts';
import type { Runner } from './traffic.ts';

/** What came of a series of attempts. */
export interface AttemptCount {
  readonly tries: number;
  readonly failures: number;
  /** Milliseconds from connecting to the answer, of the slowest that succeeded. */
  readonly slowest: number;
  /** What curl said of the failures, with the seconds since {@link Attempts.mark} of the first and the last that said so. */
  readonly reasons: ReadonlyMap<string, { readonly times: number; readonly first: number; readonly last: number }>;
}

/** Asks a web server for /hostname over a new connection, twice a second, until {@link Attempts.stop}. */
export class Attempts {
  /** Who asks whom, for reports. */
  readonly name: string;
  readonly #ended = new AbortController();
  readonly #loop: Promise<void>;
  #tries = 0;
  #failures = 0;
  #slowest = 0;
  #reasons = new Map<string, { times: number; first: number; last: number }>();
  #marked = performance.now();

  private constructor(name: string, ask: () => Promise<number>) {
    this.name = name;
    this.#loop = this.#run(ask);
  }

  /** @param seconds after which an attempt counts as failed */
  static start(name: string, from: Runner, address: string, port: number, seconds: number): Attempts {
    const url = `http://${address.includes(':') ? `[${address}]` : address}:${port}/hostname`;
    const ask = ['-sS', '-m', String(seconds), '-o', '/dev/null', '-w', '%{time_total}', url];
    return new Attempts(name, async () => Math.round(Number((await from('curl', ask)).stdout) * 1000));
  }

  /** Begins to count anew; what is under way counts. */
  mark(): void {
    this.#tries = 0;
    this.#failures = 0;
    this.#slowest = 0;
    this.#reasons = new Map();
    this.#marked = performance.now();
  }

  /** What was counted since {@link mark}. */
  get count(): AttemptCount {
    return { tries: this.#tries, failures: this.#failures, slowest: this.#slowest, reasons: this.#reasons };
  }

  /** Ends the series once the attempt under way has its answer. */
  async stop(): Promise<void> {
    this.#ended.abort();
    await this.#loop;
  }

  async #run(ask: () => Promise<number>): Promise<void> {
    const { signal } = this.#ended;
    while (!signal.aborted) {
      try {
        this.#slowest = Math.max(this.#slowest, await ask());
      } catch (error) {
        if (!(error instanceof CommandError)) throw error;
        this.#failed(error.stderr.trim().replace(/ after \d+ (ms|milliseconds)/, ''));
      }
      this.#tries++;
      await delay(500, undefined, { signal }).catch(() => {});
    }
  }

  #failed(reason: string): void {
    this.#failures++;
    const now = Math.round((performance.now() - this.#marked) / 1000);
    const known = this.#reasons.get(reason);
    this.#reasons.set(reason, { times: (known?.times ?? 0) + 1, first: known?.first ?? now, last: now });
  }
}
