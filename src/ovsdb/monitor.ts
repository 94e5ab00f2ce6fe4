/**
 * Which tables and columns the client replicates: the caller's wishes, what the server's schema has of them, and the
 * `<monitor-cond-requests>` that follow (ovsdb-server(7) section 4.1.12). Pure.
 */
import { type Condition, encodeConditions } from './operation.ts';
import type { Row, TableTypes } from './row.ts';
import type { ColumnSchema, DatabaseSchema } from './schema.ts';

/** What to replicate of one table. */
export type TableWish<R extends Row = Row> =
  | 'all'
  | readonly (keyof R & string)[]
  | {
      readonly columns: 'all' | readonly (keyof R & string)[];
      /** Rows for which at least one condition holds (the server joins them with OR); absent: all rows. */
      readonly where?: readonly Condition[];
      /** Secondary indexes for `find`: a column, or `column:key` of a map column. */
      readonly indexes?: readonly string[];
    };

/** What to replicate, by table. A table or column that the server lacks is left out and `has()` says so. */
export type Wishes<Tables extends TableTypes = TableTypes> = {
  readonly [Name in keyof Tables & string]?: TableWish<Tables[Name]>;
};

/** A wish in its long form. */
export type NormalWish = {
  readonly columns: 'all' | readonly string[];
  readonly where: readonly Condition[];
  readonly indexes: readonly string[];
};

/** Brings the short forms of wishes into the long one. */
export function normalizeWishes(wishes: Wishes): ReadonlyMap<string, NormalWish> {
  const normal = new Map<string, NormalWish>();
  for (const [table, wish] of Object.entries(wishes)) {
    if (wish === undefined) continue;
    if (wish === 'all') normal.set(table, { columns: 'all', where: [], indexes: [] });
    else if ('columns' in wish) {
      normal.set(table, { columns: wish.columns, where: wish.where ?? [], indexes: wish.indexes ?? [] });
    } else normal.set(table, { columns: wish, where: [], indexes: [] });
  }
  return normal;
}

/** The part of the wishes that a server can fulfil. */
export type MonitorPlan = {
  readonly columns: ReadonlyMap<string, readonly ColumnSchema[]>;
  /** `<monitor-cond-requests>`. */
  readonly requests: Readonly<Record<string, unknown>>;
  /** Equal for two servers or connections from which one replica may be continued. */
  readonly fingerprint: string;
};

/** Intersects the wishes with the server's schema. */
export function planMonitor(schema: DatabaseSchema, wishes: ReadonlyMap<string, NormalWish>): MonitorPlan {
  const columns = new Map<string, readonly ColumnSchema[]>();
  const requests: Record<string, unknown> = {};
  for (const [name, wish] of wishes) {
    const table = schema.tables.get(name);
    if (table === undefined) continue;
    const wanted =
      wish.columns === 'all'
        ? [...table.columns.values()]
        : wish.columns.map((column) => table.columns.get(column)).filter((column) => column !== undefined);
    columns.set(name, wanted);
    const request: Record<string, unknown> = { columns: wanted.map((column) => column.name) };
    if (wish.where.length > 0) request.where = encodeConditions(table, wish.where);
    requests[name] = [request];
  }
  const types = [...columns].map(([table, list]) => [
    table,
    list.map(({ name, shape, key }) => [name, shape, key.type]),
  ]);
  return { columns, requests, fingerprint: JSON.stringify([types, requests]) };
}
