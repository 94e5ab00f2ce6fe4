/**
 * An OVSDB client (RFC 7047 with the extensions of Open vSwitch) that knows nothing of OVN or Kubernetes: see README.md.
 */
export type { BackoffBounds } from './backoff.ts';
export { type Endpoint, parseEndpoint, type TlsMaterial } from './endpoint.ts';
export {
  OvsdbDisconnectedError,
  OvsdbEncodeError,
  OvsdbProtocolError,
  OvsdbRpcError,
  OvsdbTransactionError,
  type TransactionErrorKind,
} from './errors.ts';
export type { TableWish, Wishes } from './monitor.ts';
export type {
  ColumnValues,
  Condition,
  ConditionFunction,
  Mutation,
  Mutator,
  Operation,
  OperationResult,
} from './operation.ts';
export { OvsdbClient, type OvsdbClientOptions } from './ovsdb-client.ts';
export type { Replica } from './replica.ts';
export type { ReadonlyTable } from './replica-table.ts';
export type { ElementChange, OpenEnum, Row, RowChange, TableTypes } from './row.ts';
export {
  type AtomicType,
  type BaseType,
  type ColumnSchema,
  type ColumnShape,
  type DatabaseSchema,
  parseSchema,
  type TableSchema,
} from './schema.ts';
export { type Atom, emptyMap, emptySet, sameValue, type Uuid, type Value } from './value.ts';
