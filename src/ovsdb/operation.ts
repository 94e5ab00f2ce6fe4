/**
 * Operations of a transaction (RFC 7047 section 5.2) as decoded values, their encoding for the wire by the server's
 * schema, and the reading of the results. Pure.
 */
import { OvsdbEncodeError, OvsdbProtocolError, OvsdbTransactionError } from './errors.ts';
import type { Row } from './row.ts';
import { type ColumnSchema, type DatabaseSchema, implicitColumns, type TableSchema } from './schema.ts';
import { decodeValue, encodeUuid, encodeValue, type Uuid, type Value } from './value.ts';

/** `<function>` of RFC 7047 section 5.1. */
export type ConditionFunction = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'includes' | 'excludes';

/** `<condition>` of RFC 7047 section 5.1; `_uuid` is a column like any other. All conditions of a `where` must hold. */
export type Condition = readonly [column: string, test: ConditionFunction, value: Value];

/** `<mutator>` of RFC 7047 section 5.1. */
export type Mutator = '+=' | '-=' | '*=' | '/=' | '%=' | 'insert' | 'delete';

/**
 * `<mutation>` of RFC 7047 section 5.1. Inserting a key that a map already has changes nothing, silently; to replace a
 * value, delete the key and insert the pair in the same operation. `delete` from a map takes a `Set` of keys or a `Map`.
 */
export type Mutation = readonly [column: string, mutator: Mutator, value: Value];

/** Values by column; a column left out keeps its default (insert) or its value (update). */
export type ColumnValues = { readonly [column: string]: Value };

/** One operation of a transaction, RFC 7047 section 5.2. */
export type Operation =
  | {
      readonly op: 'insert';
      readonly table: string;
      /** Chosen by the caller; `duplicate uuid` if the row exists or was deleted in this transaction (OVS 2.13). */
      readonly uuid?: Uuid;
      /** An `<id>` under which the same transaction can refer to the row: use it where a uuid stands. */
      readonly uuidName?: string;
      readonly row: ColumnValues;
    }
  | {
      readonly op: 'update';
      readonly table: string;
      readonly where: readonly Condition[];
      readonly row: ColumnValues;
    }
  | {
      readonly op: 'mutate';
      readonly table: string;
      readonly where: readonly Condition[];
      readonly mutations: readonly Mutation[];
    }
  | { readonly op: 'delete'; readonly table: string; readonly where: readonly Condition[] }
  | {
      readonly op: 'wait';
      readonly table: string;
      readonly where: readonly Condition[];
      readonly columns: readonly string[];
      readonly until: '==' | '!=';
      readonly rows: readonly ColumnValues[];
      /** Milliseconds; 0: at once or not at all. */
      readonly timeout: number;
    }
  | {
      readonly op: 'select';
      readonly table: string;
      readonly where: readonly Condition[];
      readonly columns?: readonly string[];
    }
  | { readonly op: 'assert'; readonly lock: string }
  | { readonly op: 'comment'; readonly comment: string }
  | { readonly op: 'commit'; readonly durable: boolean }
  | { readonly op: 'abort' };

/** Result of one operation. */
export type OperationResult = {
  /** Rows that `update`, `mutate` or `delete` matched; matched is not changed. */
  readonly count?: number;
  /** The uuid of the row that `insert` made. */
  readonly uuid?: Uuid;
  /** What `select` found; columns by their decoded values. */
  readonly rows?: readonly Row[];
};

function tableOf(schema: DatabaseSchema, name: string): TableSchema {
  const table = schema.tables.get(name);
  if (table === undefined) throw new OvsdbEncodeError(`database ${schema.name} ${schema.version} has no table ${name}`);
  return table;
}

function columnOf(table: TableSchema, name: string): ColumnSchema {
  const column = table.columns.get(name) ?? implicitColumns.get(name);
  if (column === undefined) throw new OvsdbEncodeError(`table ${table.name} has no column ${name} at this server`);
  return column;
}

function encodeRow(table: TableSchema, row: ColumnValues): Record<string, unknown> {
  const encoded: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) {
    encoded[name] = encodeValue(columnOf(table, name), value, table.name);
  }
  return encoded;
}

function bareUuid(uuid: Uuid, table: string): string {
  const encoded = encodeUuid(uuid);
  if (!encoded) throw new OvsdbEncodeError(`${table}._uuid: ${JSON.stringify(uuid)} is no uuid`);
  return encoded[1];
}

/** Encodes a `where` clause. Throws `OvsdbEncodeError`. */
export function encodeConditions(table: TableSchema, where: readonly Condition[]): unknown[] {
  return where.map(([name, test, value]) => {
    // A condition may compare any column with the empty set.
    const encoded = value === undefined ? ['set', []] : encodeValue(columnOf(table, name), value, table.name);
    return [columnOf(table, name).name, test, encoded];
  });
}

/** Encodes an operation by the server's schema. Throws `OvsdbEncodeError` for what the schema does not have. */
export function encodeOperation(schema: DatabaseSchema, operation: Operation): Record<string, unknown> {
  switch (operation.op) {
    case 'insert': {
      const { op, table, uuid, uuidName, row } = operation;
      const encoded: Record<string, unknown> = { op, table, row: encodeRow(tableOf(schema, table), row) };
      // The extension takes the bare text, not ["uuid", …] (ovsdb-server(7) section 5.2.1).
      if (uuid !== undefined) encoded.uuid = bareUuid(uuid, table);
      if (uuidName !== undefined) encoded['uuid-name'] = uuidName;
      return encoded;
    }
    case 'update': {
      const { op, table: name, where, row } = operation;
      const table = tableOf(schema, name);
      return { op, table: name, where: encodeConditions(table, where), row: encodeRow(table, row) };
    }
    case 'mutate': {
      const { op, table: name, where, mutations } = operation;
      const table = tableOf(schema, name);
      const encoded = mutations.map(([column, mutator, value]) => [
        column,
        mutator,
        encodeValue(columnOf(table, column), value, name),
      ]);
      return { op, table: name, where: encodeConditions(table, where), mutations: encoded };
    }
    case 'delete': {
      const { op, table: name, where } = operation;
      return { op, table: name, where: encodeConditions(tableOf(schema, name), where) };
    }
    case 'wait': {
      const { op, table: name, where, columns, until, rows, timeout } = operation;
      const table = tableOf(schema, name);
      for (const column of columns) columnOf(table, column);
      return {
        op,
        table: name,
        where: encodeConditions(table, where),
        columns,
        until,
        rows: rows.map((row) => encodeRow(table, row)),
        timeout,
      };
    }
    case 'select': {
      const { op, table: name, where, columns } = operation;
      const table = tableOf(schema, name);
      const encoded: Record<string, unknown> = { op, table: name, where: encodeConditions(table, where) };
      if (columns !== undefined) {
        for (const column of columns) columnOf(table, column);
        encoded.columns = columns;
      }
      return encoded;
    }
    default:
      return { ...operation };
  }
}

/**
 * Reads the result of `transact` (RFC 7047 section 4.1.3). Throws `OvsdbTransactionError` when the transaction was
 * refused, `OvsdbProtocolError` when the answer makes no sense.
 */
export function decodeResults(
  schema: DatabaseSchema,
  operations: readonly Operation[],
  results: unknown,
): readonly OperationResult[] {
  if (!Array.isArray(results)) throw new OvsdbProtocolError('result of transact is no array');
  for (const [index, result] of results.entries()) {
    const { error, details } = (result ?? {}) as Readonly<Record<string, unknown>>;
    if (error === undefined || error === null) continue;
    const text = typeof details === 'string' ? details : '';
    throw new OvsdbTransactionError(String(error), text, index < operations.length ? index : undefined);
  }
  if (results.length !== operations.length) {
    throw new OvsdbProtocolError(`${results.length} results for ${operations.length} operations`);
  }
  return operations.map((operation, index) => decodeResult(schema, operation, results[index]));
}

function decodeResult(schema: DatabaseSchema, operation: Operation, json: unknown): OperationResult {
  const { count, uuid, rows } = (json ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof count === 'number') return { count };
  if (Array.isArray(uuid) && typeof uuid[1] === 'string') return { uuid: uuid[1] };
  if (operation.op !== 'select') return {};
  if (!Array.isArray(rows)) throw new OvsdbProtocolError('select without rows');
  const table = tableOf(schema, operation.table);
  return { rows: rows.map((row) => decodeRow(table, row)) };
}

function decodeRow(table: TableSchema, json: unknown): Row {
  const row: { _uuid: string; [column: string]: Value } = { _uuid: '' };
  for (const [name, wire] of Object.entries(json as object)) {
    const column = table.columns.get(name) ?? implicitColumns.get(name);
    if (column !== undefined) row[name] = decodeValue(column, wire);
  }
  return row;
}
