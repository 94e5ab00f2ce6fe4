/**
 * What the line knows of the world: every watched object, trimmed to what translations may look at, and its indexes.
 * Writers (`put`, `remove`) stand on the left of the line; translations see only the read-only {@link World}.
 *
 * An object is kept twice: as `facts`, the part whose change means something to a translation, frozen; and `raw`, as it
 * came, for the report to compare a status with. A status write of our own therefore dirties nobody.
 */
import { each, type Few, minus, plus, sizeOf } from './few.ts';
import { Cell, DerivedCell, type DerivedSort, Graph, InputCell, type Sort } from './graph.ts';
import { obtain } from './obtain.ts';

/** Names of an object in its kind: `namespace/name`, or `name` when cluster-scoped. */
export type Key = string;

/** An index: for each object of a kind, the values under which it is found. */
export interface Index<Inputs> {
  readonly name: string;
  readonly kind: keyof Inputs & string;
  values(facts: never, key: Key): readonly string[];
}

/**
 * Objects that others imply, as a set that several policies name: in the store as long as somebody names them, and written by nobody.
 * What is implied follows from the facts of who implies it alone, and its key from its facts.
 */
export interface Implication<Inputs> {
  readonly kind: keyof Inputs & string;
  readonly by: keyof Inputs & string;
  values(facts: never, key: Key): readonly { readonly key: Key; readonly facts: unknown }[];
}

/** A pure, memoised function of the world, shared by all who read it. */
export interface Derivation<Inputs, V> {
  readonly name: string;
  compute(world: World<Inputs>, key: string): V;
}

/** Read-only view of the store: what a translation may see. Every read is recorded. */
export interface World<Inputs> {
  /** The facts of one object. */
  get<K extends keyof Inputs & string>(kind: K, key: Key): Inputs[K] | undefined;
  /** Keys of all objects of a kind, sorted. */
  all(kind: keyof Inputs & string): readonly Key[];
  /** Keys of the objects that an index lists under a value, sorted. */
  list(index: string, value: string): readonly Key[];
  /** How many there are, without sorting them. */
  count(index: string, value: string): number;
  /** The value of a derivation. */
  derive<V>(derivation: Derivation<Inputs, V>, key: string): V;
}

/** The members of one value of one index; sorted when somebody asks. */
class Members extends Cell {
  keys: Few<Key> = undefined;
  sorted: readonly Key[] | undefined = undefined;
}

/** Objects of one kind. */
interface Objects {
  readonly sort: Sort;
  readonly cells: Map<Key, InputCell<unknown>>;
}

/** The values of one index. */
interface Values {
  readonly sort: Sort;
  readonly cells: Map<string, Members>;
}

/** The values of one derivation. */
interface Derived {
  readonly sort: DerivedSort<unknown>;
  readonly cells: Map<string, DerivedCell<unknown>>;
}

const ALL = '(all)';

/** The store. `Inputs` maps each kind to the type of its facts. */
export class Store<Inputs> {
  readonly graph = new Graph();
  readonly world: World<Inputs>;
  /** By kind. */
  readonly #objects = new Map<string, Objects>();
  readonly #raw = new Map<string, Map<Key, unknown>>();
  readonly #indexes = new Map<string, Index<Inputs>[]>();
  readonly #implications = new Map<string, Implication<Inputs>[]>();
  /** By kind and key: who implies an object. */
  readonly #impliedBy = new Map<string, Set<string>>();
  /** Told of every object that begins or ceases to be implied. */
  onImplied: ((kind: keyof Inputs & string, key: Key, present: boolean) => void) | undefined;
  /** By index. */
  readonly #values = new Map<string, Values>();
  readonly #derived = new Map<Derivation<Inputs, unknown>, Derived>();

  constructor(indexes: readonly Index<Inputs>[], implications: readonly Implication<Inputs>[] = []) {
    for (const index of indexes) this.#indexes.set(index.kind, [...(this.#indexes.get(index.kind) ?? []), index]);
    for (const each of implications) obtain(this.#implications, each.by, () => []).push(each);
    this.world = {
      get: (kind, key) => this.graph.input(this.#object(kind, key)) as never,
      all: (kind) => this.#sorted(this.#members(ALL, kind)),
      list: (index, value) => this.#sorted(this.#members(index, value)),
      count: (index, value) => sizeOf(this.#recorded(this.#members(index, value)).keys),
      derive: (derivation, key) => this.#derive(derivation, key),
    };
  }

  /** Puts an object: its facts for translations, its raw form for the report. */
  put<K extends keyof Inputs & string>(kind: K, key: Key, facts: Inputs[K], raw?: unknown): void {
    if (raw !== undefined) this.#rawOf(kind).set(key, raw);
    const cell = this.#object(kind, key);
    const before = cell.value;
    if (!this.graph.set(cell, facts)) return;
    this.#reindex(kind, key, before, facts);
    this.#imply(kind, key, before, facts);
  }

  /** Removes an object; does nothing when it is not there. */
  remove(kind: keyof Inputs & string, key: Key): void {
    this.#raw.get(kind)?.delete(key);
    const cell = this.#objects.get(kind)?.cells.get(key);
    if (!cell || cell.value === undefined) return;
    const before = cell.value;
    this.graph.set(cell, undefined);
    this.#reindex(kind, key, before, undefined);
    this.#imply(kind, key, before, undefined);
    cell.sort.onUnread?.(cell);
  }

  /** An object as it came from outside. Not recorded: for the right end of the line only. */
  raw(kind: keyof Inputs & string, key: Key): unknown {
    return this.#raw.get(kind)?.get(key);
  }

  /** Keys of a kind, unsorted and not recorded: for the ends of the line. */
  keys(kind: keyof Inputs & string): Iterable<Key> {
    return each(this.#members(ALL, kind).keys);
  }

  /** A root: a derived value that somebody outside keeps up to date. `onStale` is called once each time it may have changed. */
  root<V>(name: string, compute: (world: World<Inputs>) => V, onStale: () => void): DerivedCell<V> {
    return new DerivedCell({ name, compute: () => compute(this.world), onStale });
  }

  #rawOf(kind: string): Map<Key, unknown> {
    return obtain(this.#raw, kind, () => new Map());
  }

  #object(kind: string, key: Key): InputCell<unknown> {
    const { sort, cells } = obtain(this.#objects, kind, (): Objects => {
      const made = new Map<Key, InputCell<unknown>>();
      const forget = (cell: InputCell<unknown>) => {
        if (cell.value === undefined && cell.readers === undefined) made.delete(cell.key);
      };
      return { sort: { name: kind, onUnread: forget }, cells: made };
    });
    return obtain(cells, key, () => new InputCell<unknown>(sort, undefined, key));
  }

  #members(index: string, value: string): Members {
    const { sort, cells } = obtain(this.#values, index, (): Values => {
      const made = new Map<string, Members>();
      const forget = (cell: Members) => {
        if (cell.keys === undefined && cell.readers === undefined) made.delete(cell.key);
      };
      return { sort: { name: index, onUnread: forget }, cells: made };
    });
    return obtain(cells, value, () => new Members(sort, value));
  }

  #recorded<C extends Cell>(cell: C): C {
    this.graph.record(cell);
    return cell;
  }

  #sorted(members: Members): readonly Key[] {
    this.graph.record(members);
    members.sorted ??= [...each(members.keys)].sort();
    return members.sorted;
  }

  #derive<V>(derivation: Derivation<Inputs, V>, key: string): V {
    const { sort, cells } = obtain(this.#derived, derivation, (): Derived => {
      const made = new Map<string, DerivedCell<unknown>>();
      return {
        sort: {
          name: derivation.name,
          compute: (each) => derivation.compute(this.world, each),
          onUnread: (cell) => {
            made.delete(cell.key);
            this.graph.drop(cell as DerivedCell<unknown>);
          },
        },
        cells: made,
      };
    });
    const cell = obtain(cells, key, () => new DerivedCell(sort, key));
    return this.graph.value(cell as DerivedCell<V>);
  }

  #reindex(kind: string, key: Key, before: unknown, after: unknown): void {
    this.#move(ALL, before === undefined ? [] : [kind], after === undefined ? [] : [kind], key);
    for (const index of this.#indexes.get(kind) ?? []) {
      const values = (facts: unknown) => (facts === undefined ? [] : index.values(facts as never, key));
      this.#move(index.name, values(before), values(after), key);
    }
  }

  /** Those that it implies now are put before those that it implied are dropped: who stays never leaves in between. */
  #imply(by: string, key: Key, before: unknown, after: unknown): void {
    for (const { kind, values } of this.#implications.get(by) ?? []) {
      const implier = `${by}/${key}`;
      const now = after === undefined ? [] : values(after as never, key);
      for (const each of now) {
        const impliers = obtain(this.#impliedBy, `${kind}/${each.key}`, () => new Set());
        if (impliers.has(implier)) continue;
        impliers.add(implier);
        if (impliers.size > 1) continue;
        this.put(kind, each.key, each.facts as Inputs[typeof kind]);
        this.onImplied?.(kind, each.key, true);
      }
      const kept = new Set(now.map((each) => each.key));
      for (const each of before === undefined ? [] : values(before as never, key)) {
        const impliers = this.#impliedBy.get(`${kind}/${each.key}`);
        if (kept.has(each.key) || !impliers?.delete(implier) || impliers.size > 0) continue;
        this.#impliedBy.delete(`${kind}/${each.key}`);
        this.remove(kind, each.key);
        this.onImplied?.(kind, each.key, false);
      }
    }
  }

  #move(index: string, from: readonly string[], to: readonly string[], key: Key): void {
    for (const value of from) if (!to.includes(value)) this.#change(index, value, (keys) => minus(keys, key));
    for (const value of to) if (!from.includes(value)) this.#change(index, value, (keys) => plus(keys, key));
  }

  #change(index: string, value: string, change: (keys: Few<Key>) => Few<Key>): void {
    const members = this.#members(index, value);
    members.keys = change(members.keys);
    members.sorted = undefined;
    this.graph.touch(members);
    members.sort.onUnread?.(members);
  }

  /** How many cells exist, for the test that nothing leaks. */
  get cellCount(): number {
    const groups = [...this.#objects.values(), ...this.#values.values(), ...this.#derived.values()];
    return groups.reduce((sum, { cells }) => sum + cells.size, 0);
  }
}
