// What a reflector reported, as a list that a test can wait on.
import type { KubeObject, ReflectorEvent } from '../../src/kube/index.ts';
import { patience } from './server.ts';

/** Collects events; `until` waits for the event that makes a condition true. */
export class Recording<T extends KubeObject> {
  readonly events: ReflectorEvent<T>[] = [];
  #wake: () => void = () => {};

  /** For the option `onEvent`. */
  readonly onEvent = (event: ReflectorEvent<T>): void => {
    this.events.push(event);
    this.#wake();
  };

  /** `put a`, `delete a`, `delete a (relist)`. */
  get lines(): readonly string[] {
    return this.events.map(
      (event) =>
        `${event.type} ${event.object.metadata.name}${event.type === 'delete' && event.relist ? ' (relist)' : ''}`,
    );
  }

  /** Resolves once the condition holds; it is looked at after each event. */
  async until(condition: (lines: readonly string[]) => boolean, signal: AbortSignal = patience()): Promise<void> {
    while (!condition(this.lines)) {
      await new Promise<void>((resolve, reject) => {
        const give = () => reject(new Error(`waited in vain; seen so far: ${this.lines.join(', ') || 'nothing'}`));
        signal.addEventListener('abort', give, { once: true });
        this.#wake = () => {
          signal.removeEventListener('abort', give);
          resolve();
        };
      });
    }
  }
}
