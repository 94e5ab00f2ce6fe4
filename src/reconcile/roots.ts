/** Keeps one derived value per object of some kinds up to date, and knows which are stale: the dirty set of each stage. */
import { DerivedCell, type DerivedSort } from '../store/graph.ts';
import type { Key, Store, World } from '../store/store.ts';

/** One stale value, computed. `error` is what the computation threw: a bug, contained to this object. */
export type Refreshed<V> = { readonly value: V } | { readonly error: unknown };

/** The derived values of one kind. */
export class Roots<Inputs, V> {
  readonly #stale = new Set<Key>();
  readonly #store: Store<Inputs>;
  readonly #sort: DerivedSort<V> & { onStale(key: Key): void };
  readonly #cells = new Map<Key, DerivedCell<V>>();

  constructor(
    store: Store<Inputs>,
    name: string,
    compute: (world: World<Inputs>, key: Key) => V,
    onStale: () => void = () => {},
  ) {
    this.#store = store;
    this.#sort = {
      name,
      compute: (key) => compute(store.world, key),
      onStale: (key) => {
        this.#stale.add(key);
        onStale();
      },
    };
  }

  /** Objects whose value may not be as new as the store. Who walks through them may refresh them meanwhile. */
  get stale(): ReadonlySet<Key> {
    this.#store.graph.settle();
    return this.#stale;
  }

  /** Starts to follow an object; does nothing when it is followed. */
  add(key: Key): void {
    if (this.#cells.has(key)) return;
    this.#cells.set(key, new DerivedCell(this.#sort, key));
    this.#sort.onStale(key);
  }

  /** Stops following an object; says whether it was followed. */
  remove(key: Key): boolean {
    const cell = this.#cells.get(key);
    if (!cell) return false;
    this.#store.graph.drop(cell as DerivedCell<unknown>);
    this.#stale.delete(key);
    return this.#cells.delete(key);
  }

  /** Computes one value and marks it fresh. `undefined` when the object is not followed. */
  refresh(key: Key): Refreshed<V> | undefined {
    const cell = this.#cells.get(key);
    this.#stale.delete(key);
    if (!cell) return undefined;
    try {
      return { value: this.#store.graph.value(cell) };
    } catch (error) {
      return { error };
    }
  }

  /** Takes every value for stale, for somebody who has to hear of each of them; those that are fresh cost nothing to compute. */
  askAll(): void {
    for (const key of this.#cells.keys()) this.#stale.add(key);
  }

  /** Whether the object is followed. */
  has(key: Key): boolean {
    return this.#cells.has(key);
  }

  /** Keys of all followed objects. */
  keys(): Iterable<Key> {
    return this.#cells.keys();
  }
}
