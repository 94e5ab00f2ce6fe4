// New connections, again and again while something happens: how many there were and how many failed.
import { setTimeout as delay } from 'node:timers/promises';
import { fetchHttp, type Runner } from './traffic.ts';

/** What came of a series of attempts. */
export interface AttemptCount {
  readonly tries: number;
  readonly failures: number;
  /** How often each answer came. */
  readonly answers: ReadonlyMap<string, number>;
}

/** Asks a web server for /hostname over a new connection, twice a second, until {@link Attempts.stop}. */
export class Attempts {
  /** Who asks whom, for reports. */
  readonly name: string;
  readonly #ended = new AbortController();
  readonly #loop: Promise<void>;
  #tries = 0;
  #failures = 0;
  #answers = new Map<string, number>();

  private constructor(name: string, ask: () => Promise<string | undefined>) {
    this.name = name;
    this.#loop = this.#run(ask);
  }

  /** @param seconds after which an attempt counts as failed */
  static start(name: string, from: Runner, address: string, port: number, seconds = 2): Attempts {
    return new Attempts(name, () => fetchHttp(from, address, port, '/hostname', seconds));
  }

  /** Begins to count anew; what is under way counts. */
  mark(): void {
    this.#tries = 0;
    this.#failures = 0;
    this.#answers = new Map();
  }

  /** What was counted since {@link mark}. */
  get count(): AttemptCount {
    return { tries: this.#tries, failures: this.#failures, answers: this.#answers };
  }

  /** Ends the series once the attempt under way has its answer. */
  async stop(): Promise<void> {
    this.#ended.abort();
    await this.#loop;
  }

  async #run(ask: () => Promise<string | undefined>): Promise<void> {
    const { signal } = this.#ended;
    while (!signal.aborted) {
      const answer = await ask();
      this.#tries++;
      if (answer === undefined) this.#failures++;
      else this.#answers.set(answer, (this.#answers.get(answer) ?? 0) + 1);
      await delay(500, undefined, { signal }).catch(() => {});
    }
  }
}
