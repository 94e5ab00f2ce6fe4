/** Promises that wait for a state of something that tells when it has changed: each question is asked again after each change. */

/** A question: true when the state is reached; it may throw what the waiting is to fail with. */
type Question = () => boolean;

type Waiter = { readonly question: Question; readonly resolve: () => void; readonly reject: (error: unknown) => void };

/** Those who wait for one thing's changes. */
export class Waiters {
  readonly #waiters = new Set<Waiter>();

  /** Resolves as soon as the question is answered with true: now, or after a change. Rejects with the signal's reason, or what the question throws. */
  until(question: Question, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiters.delete(waiter);
        signal.removeEventListener('abort', onAbort);
      };
      const waiter: Waiter = {
        question,
        resolve: () => {
          leave();
          resolve();
        },
        reject: (error) => {
          leave();
          reject(error);
        },
      };
      const onAbort = () => waiter.reject(signal.reason);
      if (signal.aborted) {
        reject(signal.reason);
        return;
      }
      signal.addEventListener('abort', onAbort, { once: true });
      this.#waiters.add(waiter);
      ask(waiter);
    });
  }

  /** To be called after each change. */
  changed(): void {
    for (const waiter of [...this.#waiters]) ask(waiter);
  }
}

function ask({ question, resolve, reject }: Waiter): void {
  try {
    if (question()) resolve();
  } catch (error) {
    reject(error);
  }
}
