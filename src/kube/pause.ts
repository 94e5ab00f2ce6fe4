/** Waiting, the only two ways this folder does it: a bounded pause that a signal ends, and the length of the next one. */

/**
 * Resolves after `milliseconds`; rejects with the signal's reason as soon as it is aborted.
 */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

/** Exponential back-off with jitter: doubles from `firstMs` to `limitMs`; each pause is 50–150 % of its step. */
export class Backoff {
  readonly #firstMs: number;
  readonly #limitMs: number;
  #nextMs: number;

  constructor(firstMs: number, limitMs: number) {
    this.#firstMs = firstMs;
    this.#limitMs = limitMs;
    this.#nextMs = firstMs;
  }

  /** Length of the next pause in milliseconds. Jitter keeps a thousand agents from returning in step. */
  next(): number {
    const step = this.#nextMs;
    this.#nextMs = Math.min(step * 2, this.#limitMs);
    return step * (0.5 + Math.random());
  }

  /** Call when things went well again. */
  reset(): void {
    this.#nextMs = this.#firstMs;
  }
}
