/** Elements above which a set is one of the language's own. */
const FEW = 8;
const none: readonly never[] = [];

/**
 * A set that mostly has few elements: an array of them, nothing at all when it is empty. A `Set` needs 200 bytes before its first element, and
 * the graph has two sets for each cell: beside 10,000 pods they were a third of all memory.
 */
export class SmallSet<T> implements Iterable<T> {
  #elements: readonly T[] | Set<T> | undefined;

  get size(): number {
    const elements = this.#elements;
    if (elements === undefined) return 0;
    return elements instanceof Set ? elements.size : elements.length;
  }

  has(element: T): boolean {
    const elements = this.#elements;
    return elements instanceof Set ? elements.has(element) : (elements?.includes(element) ?? false);
  }

  add(element: T): void {
    const elements = this.#elements;
    if (elements instanceof Set) elements.add(element);
    else if (elements === undefined) this.#elements = [element];
    // An array of exactly this length: one that grows takes 16 places more.
    else if (!elements.includes(element))
      this.#elements = elements.length < FEW ? elements.concat([element]) : new Set(elements).add(element);
  }

  /** Says whether it was there. */
  delete(element: T): boolean {
    if (!this.has(element)) return false;
    const elements = this.#elements;
    if (elements instanceof Set) elements.delete(element);
    else this.#elements = elements?.filter((each) => each !== element);
    if (this.size === 0) this.#elements = undefined;
    return true;
  }

  clear(): void {
    this.#elements = undefined;
  }

  [Symbol.iterator](): Iterator<T> {
    return (this.#elements ?? none)[Symbol.iterator]();
  }
}
