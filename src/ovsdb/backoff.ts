/**
 * How long to wait before the next try: exponential with full jitter, so that clients of a restarted server do not come
 * back all at once.
 */

/** Bounds in milliseconds. */
export type BackoffBounds = { readonly minMs: number; readonly maxMs: number };

/** Delays of successive failures: a random value between half of and the whole of `minMs * 2^n`, capped at `maxMs`. */
export class Backoff {
  readonly #bounds: BackoffBounds;
  readonly #random: () => number;
  #failures = 0;

  constructor(bounds: BackoffBounds, random: () => number = Math.random) {
    this.#bounds = bounds;
    this.#random = random;
  }

  /** Milliseconds until the next try. */
  next(): number {
    const { minMs, maxMs } = this.#bounds;
    const ceiling = Math.min(maxMs, minMs * 2 ** Math.min(this.#failures++, 30));
    return ceiling * (0.5 + this.#random() / 2);
  }

  /** Forgets the failures: something worked. */
  reset(): void {
    this.#failures = 0;
  }
}
