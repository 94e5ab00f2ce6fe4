/**
 * Rows and the changes of rows, as the replica hands them out. Types only: the contract between the replica and whoever
 * reads it.
 */
import type { Atom, Uuid, Value } from './value.ts';

/**
 * A live row of the replica. Only the replica changes it, in place: a column reads its newest value, sets and maps keep
 * their identity unless they were the shared empty one. A column that the server does not have is not there (`undefined`).
 */
export type Row = { readonly _uuid: Uuid; readonly [column: string]: Value };

/** The tables of a database: table name to row type. The generated `tables.ts` files export such types. */
export type TableTypes = Readonly<Record<string, Row>>;

/** Elements of a set column, or keys of a map column, that a modification touched. */
export type ElementChange = {
  readonly added: readonly Atom[];
  readonly removed: readonly Atom[];
  /** Map keys whose value is another one now; always empty for sets. */
  readonly replaced: readonly Atom[];
};

/** One row that an update inserted, modified or deleted; `row` is the live row, for `delete` its last content. */
export type RowChange<Tables extends TableTypes = TableTypes> = {
  readonly [Table in keyof Tables & string]: {
    readonly table: Table;
    readonly uuid: Uuid;
    readonly kind: 'insert' | 'modify' | 'delete';
    readonly row: Tables[Table];
    /** Columns that changed; all monitored columns for `insert` and `delete`. */
    readonly columns: readonly string[];
    /** For `modify`: what happened within set and map columns, so that a reader need not walk a large set. */
    readonly elements: ReadonlyMap<string, ElementChange>;
  };
}[keyof Tables & string];

/** An enumeration of the schema as a type: the values known here, and whatever a newer server may add. */
export type OpenEnum<Known extends string> = Known | (string & Record<never, never>);
