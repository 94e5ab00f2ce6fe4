// New connections, again and again while something happens: how many there were and how many failed.
import { setTimeout as delay } from 'node:timers/promises';
import { CommandError } from './command.ts';
import type { Runner } from './traffic.ts';

/** What came of a series of attempts. */
export interface AttemptCount {
  readonly tries: number;
  readonly failures: number;
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
  #reasons = new Map<string, { times: number; first: number; last: number }>();
  #marked = performance.now();

  private constructor(name: string, ask: () => Promise<unknown>) {
    this.name = name;
    this.#loop = this.#run(ask);
  }

  /** @param seconds after which an attempt counts as failed */
  static start(name: string, from: Runner, address: string, port: number, seconds = 2): Attempts {
    const url = `http://${address.includes(':') ? `[${address}]` : address}:${port}/hostname`;
    return new Attempts(name, () => from('curl', ['-sS', '-m', String(seconds), url]));
  }

  /** Begins to count anew; what is under way counts. */
  mark(): void {
    this.#tries = 0;
    this.#failures = 0;
    this.#reasons = new Map();
    this.#marked = performance.now();
  }

  /** What was counted since {@link mark}. */
  get count(): AttemptCount {
    return { tries: this.#tries, failures: this.#failures, reasons: this.#reasons };
  }

  /** Ends the series once the attempt under way has its answer. */
  async stop(): Promise<void> {
    this.#ended.abort();
    await this.#loop;
  }

  async #run(ask: () => Promise<unknown>): Promise<void> {
    const { signal } = this.#ended;
    while (!signal.aborted) {
      await ask().catch((error: unknown) => {
        if (!(error instanceof CommandError)) throw error;
        this.#failed(error.stderr.trim().replace(/ after \d+ ms/, ''));
      });
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
