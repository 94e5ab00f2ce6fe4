/**
 * The local copy of the monitored tables. Fed by the client with what the server sends; readers see live rows and one
 * `changes` batch per server update. Holds no connection and does no I/O.
 */
import { EventEmitter } from 'node:events';
import { dispatch } from './dispatch.ts';
import { OvsdbProtocolError } from './errors.ts';
import { type ReadonlyTable, ReplicaTable } from './replica-table.ts';
import type { RowChange, TableTypes } from './row.ts';
import type { ColumnSchema } from './schema.ts';

/** The reader's view of the replica. */
export class Replica<Tables extends TableTypes = TableTypes> {
  readonly #tables: ReadonlyMap<string, ReplicaTable>;
  readonly #events = new EventEmitter<{ changes: [readonly RowChange<Tables>[]] }>();

  /** @param wanted table names with their secondary indexes (see `ReadonlyTable.find`) */
  constructor(wanted: ReadonlyMap<string, readonly string[]>) {
    this.#tables = new Map([...wanted].map(([name, indexes]) => [name, new ReplicaTable(name, indexes)]));
  }

  /** A wanted table; empty when the server does not have it. Asking for one that was not wanted is a bug and throws. */
  table<Name extends keyof Tables & string>(name: Name): ReadonlyTable<Tables[Name]> {
    const table = this.#tables.get(name);
    if (table === undefined) throw new TypeError(`table ${name} is not replicated`);
    // The decoder builds rows from the server's schema; the generated types describe the same schema.
    return table as ReadonlyTable<unknown & Tables[Name]>;
  }

  /** Listens to batches: one per update of the server, one per resync. Never called with an empty batch. */
  on(event: 'changes', listener: (changes: readonly RowChange<Tables>[]) => void): void {
    this.#events.on(event, listener);
  }

  off(event: 'changes', listener: (changes: readonly RowChange<Tables>[]) => void): void {
    this.#events.off(event, listener);
  }

  /**
   * Client only: applies `<table-updates2>` (ovsdb-server(7) section 4.1.14). Throws `OvsdbProtocolError` when the update
   * does not fit the replica; then the replica is suspect until the next `resync`.
   */
  apply(updates: unknown): void {
    const changes: RowChange[] = [];
    try {
      for (const [table, rows] of tableUpdates(updates)) {
        const target = this.#replicated(table);
        for (const uuid of Object.keys(rows)) {
          const change = target.apply(uuid, rows[uuid]);
          if (change !== undefined) changes.push(change);
        }
      }
    } finally {
      this.#emit(changes);
    }
  }

  /** Client only: makes the replica equal to a full dump, changing only what differs, and emits that as one batch. */
  resync(dump: unknown): void {
    const changes: RowChange[] = [];
    try {
      const seen = new Map<string, Readonly<Record<string, unknown>>>(tableUpdates(dump));
      for (const name of seen.keys()) this.#replicated(name);
      for (const [name, table] of this.#tables) {
        const rows = seen.get(name) ?? {};
        for (const row of [...table.rows()]) {
          if (Object.hasOwn(rows, row._uuid)) continue;
          const change = table.remove(row._uuid);
          if (change !== undefined) changes.push(change);
        }
        for (const uuid of Object.keys(rows)) {
          const change = table.apply(uuid, rows[uuid]);
          if (change !== undefined) changes.push(change);
        }
      }
    } finally {
      this.#emit(changes);
    }
  }

  /** Client only: takes the columns that the server has of those wanted; a table it lacks gets none. */
  reshape(columns: ReadonlyMap<string, readonly ColumnSchema[]>): void {
    for (const [name, table] of this.#tables) table.reshape(columns.get(name) ?? []);
  }

  #replicated(name: string): ReplicaTable {
    const table = this.#tables.get(name);
    if (table === undefined) throw new OvsdbProtocolError(`update for the table ${name}, which was not asked for`);
    return table;
  }

  #emit(changes: readonly RowChange[]): void {
    if (changes.length === 0) return;
    dispatch(() => this.#events.emit('changes', changes as readonly (unknown & RowChange<Tables>)[]));
  }
}

function* tableUpdates(updates: unknown): Generator<[string, Readonly<Record<string, unknown>>]> {
  if (typeof updates !== 'object' || updates === null) throw new OvsdbProtocolError('malformed table updates');
  for (const [table, rows] of Object.entries(updates)) {
    if (typeof rows !== 'object' || rows === null) throw new OvsdbProtocolError(`malformed update of table ${table}`);
    yield [table, rows as Readonly<Record<string, unknown>>];
  }
}
