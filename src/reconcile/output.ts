/**
 * What a kind may say: rows it owns, and elements it contributes to rows of others. Kinds contribute upward; a parent never
 * lists its children. Plain values, compared by content: an equal output is no change.
 */
import type { Atom, Uuid, Value } from '../ovsdb/index.ts';

/** Who owns rows: `Kind/name` or `Kind/namespace/name`. */
export type Owner = string;

/** One row that an owner wants, columns without those that others contribute to. Absent columns mean the column's empty value. */
export interface Row {
  readonly table: string;
  readonly uuid: Uuid;
  readonly columns: Readonly<Record<string, Value>>;
  /** The row of whose column this row is an element, for tables whose rows live only as somebody's children (`isRoot: false`). */
  readonly parent?: Uuid;
  /** The parent's table, where it is not the one that rows of this table usually hang on. */
  readonly parentTable?: string;
}

/** One element of a set column of a row that belongs to somebody else, or one entry of a map column. */
export interface Contribution {
  readonly table: string;
  readonly row: Uuid;
  readonly column: string;
  readonly element: Atom;
  /** For map columns: the value; `element` is the key. */
  readonly value?: Atom;
}

/** Everything an owner puts into the database: it enters together or not at all (law 5). */
export interface Output {
  readonly rows: readonly Row[];
  readonly contributions: readonly Contribution[];
}

/** The output of an owner that wants nothing. */
export const nothing: Output = { rows: [], contributions: [] };

/** What the line needs of a translation. `resolved: false` holds the owner: what is programmed stays, what is not stays out (laws 5 and 6). */
export interface Translation {
  readonly resolved: boolean;
  readonly output: Output;
}
