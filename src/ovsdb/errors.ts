/**
 * Every way in which the OVSDB client can fail, as types: what the server refused, what the wire broke, what the caller
 * got wrong. The lowest layer of `src/ovsdb`; nothing here does I/O.
 */

/** Strings of `<error>` in RFC 7047 (section 3.1 and 5.2) and ovsdb-server(7); a newer server may send others. */
export type TransactionErrorKind =
  | 'referential integrity violation'
  | 'constraint violation'
  | 'resources exhausted'
  | 'I/O error'
  | 'duplicate uuid'
  | 'duplicate uuid-name'
  | 'domain error'
  | 'range error'
  | 'timed out'
  | 'not supported'
  | 'aborted'
  | 'not owner'
  | 'not allowed'
  | 'permission error'
  | 'syntax error'
  | 'unknown database'
  | 'unknown column'
  | 'ovsdb error'
  | 'cluster error'
  | (string & Record<never, never>);

/**
 * The server refused the whole transaction; nothing of it was written.
 * `index` is the guilty operation, or `undefined` when the server found the fault at commit (unique indexes and
 * referential integrity come as an extra last element of the result, RFC 7047 section 4.1.3).
 */
export class OvsdbTransactionError extends Error {
  override readonly name = 'OvsdbTransactionError';
  readonly kind: TransactionErrorKind;
  readonly details: string;
  readonly index: number | undefined;

  constructor(kind: TransactionErrorKind, details: string, index: number | undefined) {
    const where = index === undefined ? 'at commit' : `by operation ${index}`;
    super(`transaction refused ${where}: ${kind}${details === '' ? '' : `: ${details}`}`);
    this.kind = kind;
    this.details = details;
    this.index = index;
  }
}

/**
 * No connection, or it was lost before the answer came. With `sent: true` the outcome is unknown: never repeat the
 * request blindly, wait for the next sync and look at the replica. With `sent: false` nothing reached the server.
 */
export class OvsdbDisconnectedError extends Error {
  override readonly name = 'OvsdbDisconnectedError';
  readonly sent: boolean;

  constructor(reason: string, sent: boolean, options?: ErrorOptions) {
    super(`disconnected from OVSDB: ${reason}${sent ? ' (outcome unknown)' : ''}`, options);
    this.sent = sent;
  }
}

/** The peer broke the protocol (malformed JSON, wrong shape, an update that does not fit); the connection is dropped. */
export class OvsdbProtocolError extends Error {
  override readonly name = 'OvsdbProtocolError';
}

/** A JSON-RPC request other than `transact` was answered with an error (RFC 7047 section 4.1, JSON-RPC 1.0). */
export class OvsdbRpcError extends Error {
  override readonly name = 'OvsdbRpcError';
  readonly method: string;
  /** The `error` string of the answer, for example `unknown database` or `unknown method`. */
  readonly kind: string;

  constructor(method: string, kind: string, details: string) {
    super(`${method}: ${kind}${details === '' ? '' : `: ${details}`}`);
    this.method = method;
    this.kind = kind;
  }
}

/** A value or a name that does not fit the schema of the server: the caller's mistake, nothing was sent. */
export class OvsdbEncodeError extends Error {
  override readonly name = 'OvsdbEncodeError';
}
