/**
 * The OVSDB client: keeps one connection to one of several servers of a database, a live replica of the wanted tables,
 * and sends transactions. Everything it does is driven by messages and timers of its own; it knows nothing of what the
 * tables mean.
 */
import { EventEmitter, once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../log.ts';
import { Backoff, type BackoffBounds } from './backoff.ts';
import { dispatch } from './dispatch.ts';
import { type Endpoint, openStream, parseEndpoint, type TlsMaterial } from './endpoint.ts';
import { OvsdbDisconnectedError, OvsdbProtocolError, OvsdbRpcError, OvsdbTransactionError } from './errors.ts';
import { JsonRpcConnection } from './json-rpc.ts';
import { type NormalWish, normalizeWishes, planMonitor, type Wishes } from './monitor.ts';
import { decodeResults, encodeOperation, type Operation, type OperationResult } from './operation.ts';
import { Replica } from './replica.ts';
import type { TableTypes } from './row.ts';
import { type DatabaseSchema, parseSchema } from './schema.ts';
import { advance, type DatabaseStatus, objection, type SeenIndex } from './server-status.ts';

/** How to reach a database and what to replicate of it. */
export type OvsdbClientOptions<Tables extends TableTypes = TableTypes> = {
  /** Name in the schema, for example `OVN_Northbound`. */
  readonly database: string;
  /** Servers, tried in this order and round again: `unix:FILE`, `tcp:HOST:PORT`, `ssl:HOST:PORT`. */
  readonly endpoints: readonly string[];
  readonly tables: Wishes<Tables>;
  /** For `ssl:`; a function is asked at each connection, so that renewed certificates are taken up. */
  readonly tls?: TlsMaterial | (() => TlsMaterial | Promise<TlsMaterial>);
  /** Use only the leader of a RAFT cluster. Default true; a standalone server is always its own leader. */
  readonly leaderOnly?: boolean;
  /** Silence after which the server is probed, and again after which it is left. Default 30,000; 0 never. */
  readonly probeIntervalMs?: number;
  /** Longest time to open one connection. Default 10,000. */
  readonly connectTimeoutMs?: number;
  /** Pause after a round through all endpoints failed. Default 100 ms to 8 s. */
  readonly backoff?: BackoffBounds;
  readonly log?: Log;
};

type ClientEvents = {
  /** A usable server was found and its schema read; the replica may still be behind, transactions come after `synced`. */
  connected: [{ readonly endpoint: string }];
  /** The replica equals the server's content. `resumed`: only what was missed came, not a full dump. */
  synced: [{ readonly endpoint: string; readonly resumed: boolean }];
  /** The connection is gone and with it all locks. */
  disconnected: [{ readonly endpoint: string; readonly reason: string }];
  /** The first schema, or another one than before: what `has()` answers may have changed. */
  schema: [DatabaseSchema];
  locked: [string];
  stolen: [string];
};

type Session = { readonly rpc: JsonRpcConnection; readonly endpoint: string; readonly schema: DatabaseSchema };
type MonitorMethod = 'monitor_cond_since' | 'monitor_cond';

const zeroUuid = '00000000-0000-0000-0000-000000000000';
const serverDatabase = '_Server';

/** See `README.md` of this folder for a program that uses it. */
export class OvsdbClient<Tables extends TableTypes = TableTypes> {
  readonly replica: Replica<Tables>;
  readonly #options: OvsdbClientOptions<Tables>;
  readonly #endpoints: readonly Endpoint[];
  readonly #wishes: ReadonlyMap<string, NormalWish>;
  readonly #events = new EventEmitter<ClientEvents>();
  readonly #stopped = new AbortController();
  readonly #locks = new Map<string, { held: boolean }>();
  #running: Promise<void> | undefined;
  #schema: DatabaseSchema | undefined;
  #session: Session | undefined;
  #inSync = false;
  #seen: SeenIndex | undefined;
  #lastTransaction = zeroUuid;
  #fingerprint = '';

  /** Throws `OvsdbEncodeError` for a malformed endpoint. Nothing happens before `start()`. */
  constructor(options: OvsdbClientOptions<Tables>) {
    this.#options = options;
    this.#endpoints = options.endpoints.map(parseEndpoint);
    if (this.#endpoints.length === 0) throw new TypeError('an OVSDB client needs at least one endpoint');
    // Any number of callers may wait for synced() at once.
    this.#events.setMaxListeners(0);
    this.#wishes = normalizeWishes(options.tables as Wishes);
    this.replica = new Replica(new Map([...this.#wishes].map(([name, wish]) => [name, wish.indexes])));
  }

  /** Name of the database, as given. */
  get database(): string {
    return this.#options.database;
  }

  /** True while the replica follows a usable server and transactions are accepted. */
  get connected(): boolean {
    return this.#inSync;
  }

  /** The schema of the server last connected. Throws before the first `connected` event. */
  get schema(): DatabaseSchema {
    if (this.#schema === undefined) throw new OvsdbDisconnectedError('no schema yet', false);
    return this.#schema;
  }

  /** Whether the server has the table, or the column. False before the first connection. */
  has(table: string, column?: string): boolean {
    const found = this.#schema?.tables.get(table);
    return found !== undefined && (column === undefined || found.columns.has(column));
  }

  on<Name extends keyof ClientEvents>(event: Name, listener: (...args: ClientEvents[Name]) => void): void {
    (this.#events as EventEmitter).on(event, listener as (...args: unknown[]) => void);
  }

  off<Name extends keyof ClientEvents>(event: Name, listener: (...args: ClientEvents[Name]) => void): void {
    (this.#events as EventEmitter).off(event, listener as (...args: unknown[]) => void);
  }

  /** Begins to connect, and goes on until `stop()`. */
  start(): void {
    if (this.#running !== undefined) throw new TypeError('the OVSDB client was started before');
    this.#running = this.#run(this.#stopped.signal);
  }

  /** Disconnects for good; resolves when the connection is closed. The replica keeps its last content. */
  async stop(): Promise<void> {
    this.#stopped.abort(new OvsdbDisconnectedError('the client was stopped', false));
    await this.#running;
  }

  /** Resolves when the replica is in sync with a server (at once if it is). Rejects with `signal.reason`, or on `stop()`. */
  async synced(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.#stopped.signal.throwIfAborted();
    if (this.#inSync) return;
    const done = new AbortController();
    const either = AbortSignal.any([this.#stopped.signal, done.signal, ...(signal === undefined ? [] : [signal])]);
    try {
      await once(this.#events as EventEmitter, 'synced', { signal: either });
    } catch (error) {
      throw either.aborted ? either.reason : error;
    } finally {
      done.abort();
    }
  }

  /**
   * Runs a transaction: all or nothing. When it resolves, the replica already contains the effects (the server sends the
   * update before the reply, ovsdb-server(7) section 4.1.5). Rejects with `OvsdbTransactionError` (refused, nothing was
   * written), `OvsdbDisconnectedError` (see `sent`), `OvsdbEncodeError` (does not fit the schema, nothing was sent), or
   * `signal.reason` (the outcome is unknown).
   */
  async transact(operations: readonly Operation[], signal?: AbortSignal): Promise<readonly OperationResult[]> {
    const session = this.#session;
    if (session === undefined || !this.#inSync) throw new OvsdbDisconnectedError('not connected', false);
    const { schema, rpc } = session;
    const params = [schema.name, ...operations.map((operation) => encodeOperation(schema, operation))];
    try {
      return await rpc.request('transact', params, (result) => decodeResults(schema, operations, result), signal);
    } catch (error) {
      if (!(error instanceof OvsdbRpcError)) throw error;
      // The database was removed or converted while the transaction waited (ovsdb-server(7) section 4.1.19).
      if (error.kind === 'canceled') throw new OvsdbDisconnectedError('transaction canceled', true, { cause: error });
      throw new OvsdbTransactionError(error.kind, error.message, undefined);
    }
  }

  /**
   * Asks for a lock (RFC 7047 section 4.1.8) and keeps asking after reconnects until `unlock`. Resolves with whether it is
   * held now; later the `locked` event says so. Rejects with `OvsdbDisconnectedError` when the connection is lost meanwhile;
   * the wish stands all the same. Locks belong to one server: they exclude nobody at another RAFT member.
   */
  async lock(name: string): Promise<boolean> {
    const lock = this.#locks.get(name) ?? { held: false };
    this.#locks.set(name, lock);
    if (this.#session !== undefined && !lock.held) await this.#requestLock(this.#session.rpc, name);
    return lock.held;
  }

  /** Takes a lock from whoever holds it (RFC 7047 section 4.1.8); after a reconnect it is only asked for. */
  async steal(name: string): Promise<void> {
    if (this.#session === undefined) throw new OvsdbDisconnectedError('not connected', false);
    const lock = this.#locks.get(name) ?? { held: false };
    this.#locks.set(name, lock);
    await this.#session.rpc.request('steal', [name], () => this.#setHeld(name));
  }

  /** Gives a lock back, or stops waiting for it. */
  async unlock(name: string): Promise<void> {
    if (!this.#locks.delete(name) || this.#session === undefined) return;
    await this.#session.rpc.request('unlock', [name], () => undefined);
  }

  /** Whether this connection holds the lock, as far as the server has told. */
  holds(name: string): boolean {
    return this.#locks.get(name)?.held === true;
  }

  async #run(signal: AbortSignal): Promise<void> {
    const backoff = new Backoff(this.#options.backoff ?? { minMs: 100, maxMs: 8000 });
    for (let attempt = 0; !signal.aborted; attempt++) {
      const endpoint = this.#endpoints[attempt % this.#endpoints.length] as Endpoint;
      const reason = await this.#serve(endpoint, signal);
      const wasInSync = this.#inSync;
      this.#disconnected(endpoint, reason);
      if (signal.aborted) break;
      if (wasInSync) backoff.reset();
      // One round through all servers before a pause: the next one may be the leader.
      const endOfRound = attempt % this.#endpoints.length === this.#endpoints.length - 1;
      if (wasInSync || endOfRound) await delay(backoff.next(), undefined, { signal }).catch(() => undefined);
    }
  }

  /** One connection from its beginning to its end; answers why it ended. */
  async #serve(endpoint: Endpoint, signal: AbortSignal): Promise<Error> {
    let rpc: JsonRpcConnection | undefined;
    const onAbort = (): void => rpc?.close(signal.reason);
    signal.addEventListener('abort', onAbort);
    try {
      const { tls, connectTimeoutMs = 10_000, probeIntervalMs = 30_000 } = this.#options;
      const material = typeof tls === 'function' ? await tls() : tls;
      const socket = await openStream(endpoint, material, connectTimeoutMs, signal);
      const monitors = new Map<string, (params: readonly unknown[]) => void>();
      rpc = new JsonRpcConnection(socket, {
        probeIntervalMs,
        onNotification: (method, params) => this.#onNotification(method, params, monitors),
      });
      await this.#watchServer(rpc, monitors);
      await this.#follow(rpc, endpoint, monitors);
      return await rpc.closed;
    } catch (error) {
      const reason = error instanceof Error ? error : new Error(String(error));
      rpc?.close(reason);
      await rpc?.closed;
      return reason instanceof OvsdbDisconnectedError && reason.cause instanceof Error ? reason.cause : reason;
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }

  /** Monitors `_Server` and throws when this server is not to be used; leaves it later when it gets so. */
  async #watchServer(
    rpc: JsonRpcConnection,
    monitors: Map<string, (params: readonly unknown[]) => void>,
  ): Promise<void> {
    const { database, leaderOnly = true } = this.#options;
    const wishes = normalizeWishes({
      Database: { columns: ['name', 'model', 'connected', 'leader', 'cid', 'sid', 'index'], indexes: ['name'] },
    });
    const replica = new Replica<{ Database: DatabaseStatus }>(new Map([['Database', ['name']]]));
    const judge = (): string | undefined => {
      const [status] = replica.table('Database').find('name', database);
      const fault = objection(status, database, leaderOnly, this.#seen);
      if (fault === undefined && status !== undefined) this.#seen = advance(this.#seen, status);
      return fault;
    };
    let plan: ReturnType<typeof planMonitor>;
    try {
      plan = planMonitor(await rpc.request('get_schema', [serverDatabase], parseSchema), wishes);
    } catch (error) {
      // Before OVS 2.9 there is no _Server database and nothing to be asked.
      if (error instanceof OvsdbRpcError && error.kind === 'unknown database') return;
      throw error;
    }
    replica.reshape(plan.columns);
    monitors.set(serverDatabase, (params) => {
      replica.apply(params[1]);
      const fault = judge();
      if (fault !== undefined) rpc.close(new Error(fault));
    });
    const fault = await rpc.request('monitor_cond', [serverDatabase, serverDatabase, plan.requests], (dump) => {
      replica.resync(dump);
      return judge();
    });
    if (fault !== undefined) throw new Error(fault);
  }

  /** Reads the schema, brings the replica up to date and keeps it so. */
  async #follow(
    rpc: JsonRpcConnection,
    endpoint: Endpoint,
    monitors: Map<string, (params: readonly unknown[]) => void>,
  ): Promise<void> {
    const { database, log } = this.#options;
    const schema = await rpc.request('get_schema', [database], parseSchema);
    const plan = planMonitor(schema, this.#wishes);
    if (plan.fingerprint !== this.#fingerprint) this.#lastTransaction = zeroUuid;
    const changed = this.#schema?.version !== schema.version || plan.fingerprint !== this.#fingerprint;
    this.#fingerprint = plan.fingerprint;
    this.#schema = schema;
    this.#session = { rpc, endpoint: endpoint.text, schema };
    this.replica.reshape(plan.columns);
    if (changed) dispatch(() => this.#events.emit('schema', schema));
    dispatch(() => this.#events.emit('connected', { endpoint: endpoint.text }));
    for (const name of this.#locks.keys()) {
      // Lost with the connection: its end is reported by the connection.
      this.#requestLock(rpc, name).catch((error: unknown) => log?.warn('lock not requested', { name, error }));
    }
    monitors.set(database, (params) => this.#onUpdate(params));
    const start = (method: MonitorMethod): Promise<boolean> =>
      rpc.request(
        method,
        [database, database, plan.requests, ...(method === 'monitor_cond' ? [] : [this.#lastTransaction])],
        (result) => this.#onMonitorReply(method, result, endpoint),
      );
    try {
      await start('monitor_cond_since');
    } catch (error) {
      // OVS 2.6 to 2.11 (ovsdb-server(7) section 4.1.15).
      if (!(error instanceof OvsdbRpcError) || error.kind !== 'unknown method') throw error;
      await start('monitor_cond');
    }
  }

  #onMonitorReply(method: MonitorMethod, result: unknown, endpoint: Endpoint): boolean {
    const [found, last, updates] = method === 'monitor_cond' ? [false, zeroUuid, result] : (result as unknown[]);
    const resumed = found === true;
    try {
      if (resumed) this.replica.apply(updates);
      else this.replica.resync(updates);
    } catch (error) {
      this.#lastTransaction = zeroUuid;
      throw error;
    }
    this.#lastTransaction = typeof last === 'string' ? last : zeroUuid;
    this.#inSync = true;
    this.#options.log?.info('OVSDB replica in sync', {
      database: this.#options.database,
      endpoint: endpoint.text,
      resumed,
    });
    dispatch(() => this.#events.emit('synced', { endpoint: endpoint.text, resumed }));
    return resumed;
  }

  #onUpdate(params: readonly unknown[]): void {
    // update2: [monitor, updates]; update3: [monitor, last transaction, updates].
    const updates = params.length > 2 ? params[2] : params[1];
    try {
      this.replica.apply(updates);
    } catch (error) {
      // The replica may be half changed: only a full dump mends it.
      this.#lastTransaction = zeroUuid;
      throw error;
    }
    if (params.length > 2) this.#lastTransaction = typeof params[1] === 'string' ? params[1] : zeroUuid;
  }

  #onNotification(
    method: string,
    params: readonly unknown[],
    monitors: ReadonlyMap<string, (params: readonly unknown[]) => void>,
  ): void {
    const [name] = params;
    switch (method) {
      case 'update2':
      case 'update3':
        monitors.get(String(name))?.(params);
        break;
      case 'monitor_canceled':
        throw new OvsdbProtocolError(`monitor of ${String(name)} canceled by the server`);
      case 'locked':
        this.#setHeld(String(name));
        break;
      case 'stolen': {
        const lock = this.#locks.get(String(name));
        if (lock === undefined) break;
        lock.held = false;
        dispatch(() => this.#events.emit('stolen', String(name)));
        break;
      }
      default:
        this.#options.log?.debug('OVSDB notification ignored', { method });
    }
  }

  async #requestLock(rpc: JsonRpcConnection, name: string): Promise<void> {
    await rpc.request('lock', [name], (result) => {
      if ((result as { readonly locked?: unknown } | null)?.locked === true) this.#setHeld(name);
    });
  }

  #setHeld(name: string): void {
    const lock = this.#locks.get(name);
    if (lock === undefined || lock.held) return;
    lock.held = true;
    dispatch(() => this.#events.emit('locked', name));
  }

  #disconnected(endpoint: Endpoint, reason: Error): void {
    const { database, log } = this.#options;
    const wasConnected = this.#session !== undefined;
    this.#session = undefined;
    this.#inSync = false;
    for (const lock of this.#locks.values()) lock.held = false;
    const fields = { database, endpoint: endpoint.text, reason: reason.message };
    if (!wasConnected) log?.warn('OVSDB server not usable', fields);
    else {
      log?.info('OVSDB connection ended', fields);
      dispatch(() => this.#events.emit('disconnected', { endpoint: endpoint.text, reason: reason.message }));
    }
  }
}
