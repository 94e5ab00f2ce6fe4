/**
 * A secondary index of a replica's table: atom to rows. Maintained by `ReplicaTable` with each change at the cost of the
 * change.
 */
import { OvsdbEncodeError } from './errors.ts';
import type { ElementChange } from './row.ts';
import type { Atom, Value } from './value.ts';

type IndexedRow = { readonly [column: string]: Value };

/** Index over a column (`name`: each element of a set counts) or over one key of a map column (`external_ids:owner`). */
export class RowIndex<R extends IndexedRow> {
  readonly column: string;
  readonly #key: string | undefined;
  readonly #buckets = new Map<Atom, Set<R>>();

  constructor(spec: string) {
    const colon = spec.indexOf(':');
    this.column = colon < 0 ? spec : spec.slice(0, colon);
    this.#key = colon < 0 ? undefined : spec.slice(colon + 1);
  }

  /** Rows under `atom`; live, in insertion order. */
  find(atom: Atom): Iterable<R> {
    return this.#buckets.get(atom)?.values() ?? [];
  }

  /** Enters a whole row. */
  insert(row: R): void {
    for (const atom of this.#atoms(row[this.column])) this.#add(atom, row);
  }

  /** Removes a whole row. */
  delete(row: R): void {
    for (const atom of this.#atoms(row[this.column])) this.#remove(atom, row);
  }

  /** Follows a change of the column that is already in the row; `before` is the old scalar or the old map entry. */
  modify(row: R, before: Value, change: ElementChange | undefined): void {
    if (change !== undefined && this.#key === undefined && row[this.column] instanceof Set) {
      for (const atom of change.removed) this.#remove(atom, row);
      for (const atom of change.added) this.#add(atom, row);
      return;
    }
    for (const atom of this.#atoms(before)) this.#remove(atom, row);
    for (const atom of this.#atoms(row[this.column])) this.#add(atom, row);
  }

  /** What `modify` needs to know of the column before it changes: never a copy of a large set. */
  before(row: R): Value {
    const value = row[this.column];
    if (value instanceof Map) {
      const atom = this.#key === undefined ? undefined : value.get(this.#key);
      return atom === undefined || this.#key === undefined ? undefined : new Map([[this.#key, atom]]);
    }
    return value instanceof Set ? undefined : value;
  }

  #atoms(value: Value): Iterable<Atom> {
    if (value === undefined) return [];
    if (value instanceof Set) return value;
    if (value instanceof Map) {
      if (this.#key === undefined) {
        throw new OvsdbEncodeError(`index over the map column ${this.column} needs a key: '${this.column}:key'`);
      }
      const atom = value.get(this.#key);
      return atom === undefined ? [] : [atom];
    }
    return [value as Atom];
  }

  #add(atom: Atom, row: R): void {
    const bucket = this.#buckets.get(atom);
    if (bucket === undefined) this.#buckets.set(atom, new Set([row]));
    else bucket.add(row);
  }

  #remove(atom: Atom, row: R): void {
    const bucket = this.#buckets.get(atom);
    bucket?.delete(row);
    if (bucket?.size === 0) this.#buckets.delete(atom);
  }
}
