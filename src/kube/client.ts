/**
 * The typed calls to the API server: get, list, watch, create, replace, patch, delete. The only door through which this
 * project writes to Kubernetes, so the fence of law 8 stands here.
 */
import type { KubeConnection } from './connection.ts';
import { errorFromStatus, KubeError, type Status } from './errors.ts';
import { LineSplitter } from './line-splitter.ts';
import { Backoff, pause } from './pause.ts';
import {
  apiVersionOf,
  type KubeList,
  type KubeObject,
  type ObjectMeta,
  type ObjectRef,
  type ResourceType,
  resourcePath,
} from './resource.ts';
import { type HttpRequest, type HttpResponse, Transport, type TransportOptions } from './transport.ts';

/** One finished attempt of a call, for metrics. */
export interface CallObservation {
  readonly verb: 'get' | 'list' | 'watch' | 'create' | 'replace' | 'patch' | 'delete';
  readonly resource: string;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly seconds: number;
}

/** Settings of a {@link KubeClient}. */
export interface KubeClientOptions extends TransportOptions {
  /** Who writes, in `metadata.managedFields`. */
  readonly fieldManager?: string;
  /** Milliseconds for a whole call, its retries included. Default 30,000. */
  readonly deadlineMs?: number;
  /**
   * May this process write right now? Asked at the last moment before a write goes out; false refuses it with a
   * `Fenced` error. A leader hands in "my lease is still valid".
   */
  readonly fence?: () => boolean;
  /** Called after each attempt; must not throw. */
  readonly observe?: (call: CallObservation) => void;
}

/** Settings of one call. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for this call, its retries included. */
  readonly deadlineMs?: number | undefined;
}

/** Settings of one write. */
export interface WriteOptions extends CallOptions {
  readonly subresource?: string | undefined;
  readonly fieldManager?: string | undefined;
  /** Let the server do everything but store it. */
  readonly dryRun?: boolean | undefined;
  /** Goes out whatever the fence says: for the lease itself, without which the fence could never open. */
  readonly unfenced?: boolean | undefined;
}

/** Settings of a patch. */
export interface PatchOptions extends WriteOptions {
  /** The patch applies to exactly this version of the object; otherwise 409. */
  readonly resourceVersion?: string | undefined;
}

/** Settings of a delete. */
export interface DeleteOptions extends WriteOptions {
  /** Delete exactly this object in exactly this version; otherwise 409. */
  readonly preconditions?: { readonly uid?: string | undefined; readonly resourceVersion?: string | undefined };
  readonly propagationPolicy?: 'Background' | 'Foreground' | 'Orphan' | undefined;
  readonly gracePeriodSeconds?: number | undefined;
}

/** What of a collection. Selectors are in the server's syntax. */
export interface Selection {
  readonly namespace?: string | undefined;
  readonly fieldSelector?: string | undefined;
  readonly labelSelector?: string | undefined;
}

/** Settings of one list call (one page). */
export interface ListOptions extends CallOptions, Selection {
  /** Objects in one page; absent: all. */
  readonly limit?: number | undefined;
  /** `next` of the page before. */
  readonly continue?: string | undefined;
  /** Absent: a quorum read, the latest committed state. `0`: whatever the server has cached, possibly old. */
  readonly resourceVersion?: string | undefined;
}

/** Settings of one watch. */
export interface WatchOptions extends Selection {
  readonly signal?: AbortSignal | undefined;
  /** Events after this version; absent only together with `sendInitialEvents`. */
  readonly resourceVersion?: string | undefined;
  /** WatchList: the present objects first, then a bookmark annotated `k8s.io/initial-events-end`. */
  readonly sendInitialEvents?: boolean | undefined;
  /** The server ends the watch after so long. */
  readonly timeoutSeconds?: number | undefined;
  /** Milliseconds until the server must have accepted the watch. Default 30,000. */
  readonly openDeadlineMs?: number | undefined;
  /** Called when the server has accepted the watch, before the first event (which may be long in coming). */
  readonly onOpen?: (() => void) | undefined;
}

/** One event of a watch. In a `BOOKMARK` only the object's resourceVersion and annotations have a meaning. */
export interface WatchEvent<T extends KubeObject> {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  readonly object: T;
}

const DEFAULT_DEADLINE_MS = 30_000;

/** Attempts of a read before its last error is given to the caller. */
const READ_ATTEMPTS = 6;

/** Talks to one API server over kept-alive connections. */
export class KubeClient {
  readonly #transport: Transport;
  readonly #options: KubeClientOptions;
  #closed = false;

  constructor(connection: KubeConnection, options: KubeClientOptions = {}) {
    this.#transport = new Transport(connection, options);
    this.#options = options;
  }

  /** Connections made so far. */
  get connectionsOpened(): number {
    return this.#transport.connectionsOpened;
  }

  /** Reads one object, from the quorum. @throws KubeError, `notFound` when it does not exist */
  async get<T extends KubeObject>(type: ResourceType, ref: ObjectRef, options: CallOptions = {}): Promise<T> {
    return (await this.#call('get', type, { method: 'GET', path: resourcePath(type, ref) }, options)) as T;
  }

  /** Reads one page of a collection; the items carry `apiVersion` and `kind`, which the server leaves out. */
  async list<T extends KubeObject>(type: ResourceType, options: ListOptions = {}): Promise<KubeList<T>> {
    const path = `${resourcePath(type, { namespace: options.namespace })}${query({
      fieldSelector: options.fieldSelector,
      labelSelector: options.labelSelector,
      limit: options.limit,
      continue: options.continue,
      resourceVersion: options.resourceVersion,
    })}`;
    const body = (await this.#call('list', type, { method: 'GET', path }, options)) as {
      readonly metadata?: { readonly resourceVersion?: string; readonly continue?: string };
      readonly items?: readonly T[] | null;
    };
    const resourceVersion = body.metadata?.resourceVersion;
    if (resourceVersion === undefined) throw badResponse(`list ${type.plural}`, 'no metadata.resourceVersion');
    const apiVersion = apiVersionOf(type);
    const items = (body.items ?? []).map((item) => ({ ...item, apiVersion, kind: type.kind }));
    return { items, resourceVersion, ...(body.metadata?.continue ? { next: body.metadata.continue } : {}) };
  }

  /** Creates an object. @throws KubeError, `alreadyExists` when the name is taken */
  async create<T extends KubeObject>(type: ResourceType, object: T, options: WriteOptions = {}): Promise<T> {
    const at = { namespace: object.metadata.namespace };
    if (type.namespaced && !at.namespace) throw new Error(`create ${type.plural}: metadata.namespace is missing`);
    const path = resourcePath(type, at) + this.#writeQuery(options);
    return (await this.#call('create', type, { method: 'POST', path, body: JSON.stringify(object) }, options)) as T;
  }

  /** Replaces an object. With `metadata.resourceVersion` set, only that version; `conflict` otherwise. */
  async replace<T extends KubeObject>(type: ResourceType, object: T, options: WriteOptions = {}): Promise<T> {
    const path = resourcePath(type, object.metadata, options.subresource) + this.#writeQuery(options);
    return (await this.#call('replace', type, { method: 'PUT', path, body: JSON.stringify(object) }, options)) as T;
  }

  /** Applies a JSON merge patch (RFC 7396): null removes a member, lists are replaced. */
  async patch<T extends KubeObject>(
    type: ResourceType,
    ref: ObjectRef,
    patch: Readonly<Record<string, unknown>>,
    options: PatchOptions = {},
  ): Promise<T> {
    const path = resourcePath(type, ref, options.subresource) + this.#writeQuery(options);
    const body =
      options.resourceVersion === undefined
        ? patch
        : {
            ...patch,
            metadata: { ...(patch.metadata as Partial<ObjectMeta>), resourceVersion: options.resourceVersion },
          };
    const request = {
      method: 'PATCH' as const,
      path,
      body: JSON.stringify(body),
      contentType: 'application/merge-patch+json',
    };
    return (await this.#call('patch', type, request, options)) as T;
  }

  /** Deletes an object (or marks it, while it has finalizers). @throws KubeError, `notFound`, or `conflict` when a precondition fails */
  async delete(type: ResourceType, ref: ObjectRef, options: DeleteOptions = {}): Promise<void> {
    const path = resourcePath(type, ref) + query({ dryRun: options.dryRun ? 'All' : undefined });
    const body = JSON.stringify({
      apiVersion: 'v1',
      kind: 'DeleteOptions',
      preconditions: options.preconditions,
      propagationPolicy: options.propagationPolicy,
      gracePeriodSeconds: options.gracePeriodSeconds,
    });
    await this.#call('delete', type, { method: 'DELETE', path, body }, options);
  }

  /**
   * Watches a collection. Yields batches: all events that one chunk from the wire completes, in order. Ends when the
   * server ends the watch; an event cut off by that is not reported (a watch resumed from the last version gets it again).
   * @throws KubeError when the watch is refused, breaks, or carries an `ERROR` event (`gone`: list again)
   */
  async *watch<T extends KubeObject>(
    type: ResourceType,
    options: WatchOptions = {},
  ): AsyncGenerator<readonly WatchEvent<T>[]> {
    const what = `watch ${type.plural}`;
    if (this.#closed) throw new KubeError('the client is closed', { reason: 'Closed', executed: 'no' });
    const path = `${resourcePath(type, { namespace: options.namespace })}${query({
      watch: 1,
      allowWatchBookmarks: 'true',
      fieldSelector: options.fieldSelector,
      labelSelector: options.labelSelector,
      resourceVersion: options.resourceVersion,
      sendInitialEvents: options.sendInitialEvents ? 'true' : undefined,
      resourceVersionMatch: options.sendInitialEvents ? 'NotOlderThan' : undefined,
      timeoutSeconds: options.timeoutSeconds,
    })}`;
    const started = performance.now();
    const deadlineMs = options.openDeadlineMs ?? DEFAULT_DEADLINE_MS;
    const open = (renewToken: boolean) =>
      this.#transport.open({ method: 'GET', path, deadlineMs, signal: options.signal, renewToken });
    let status = 0;
    let stream: Awaited<ReturnType<typeof open>>;
    try {
      stream = await open(false);
      if (stream.status === 401) {
        await drain(stream.chunks);
        stream = await open(true);
      }
      status = stream.status;
    } finally {
      this.#observe({ verb: 'watch', resource: type.plural, status, seconds: (performance.now() - started) / 1000 });
    }
    if (status !== 200) {
      throw errorFromStatus(what, status, parseStatus(await drain(stream.chunks)), stream.retryAfterSeconds);
    }
    options.onOpen?.();
    const splitter = new LineSplitter();
    for await (const chunk of stream.chunks) {
      const events: WatchEvent<T>[] = [];
      for (const line of splitter.push(chunk)) {
        const event = parseEvent<T>(what, line);
        if (event.type === 'ERROR') {
          // What came before in this chunk still counts.
          if (events.length > 0) yield events;
          const refusal = event.object as unknown as Status;
          throw errorFromStatus(what, refusal.code ?? 500, refusal);
        }
        events.push(event as WatchEvent<T>);
      }
      if (events.length > 0) yield events;
    }
  }

  /** Ends all calls and watches and closes the connections. */
  close(): void {
    this.#closed = true;
    this.#transport.close();
  }

  /** One call with its retries. */
  async #call(
    verb: CallObservation['verb'],
    type: ResourceType,
    request: Pick<HttpRequest, 'method' | 'path' | 'body' | 'contentType'>,
    options: WriteOptions,
  ): Promise<unknown> {
    const write = request.method !== 'GET';
    const deadlineMs = options.deadlineMs ?? this.#options.deadlineMs ?? DEFAULT_DEADLINE_MS;
    const ends = performance.now() + deadlineMs;
    const signal = options.signal;
    const gate = write && options.unfenced !== true ? this.#options.fence : undefined;
    const backoff = new Backoff(100, 5_000);
    let renewToken = false;
    for (let attempt = 1; ; attempt += 1) {
      if (this.#closed) throw new KubeError('the client is closed', { reason: 'Closed', executed: 'no' });
      const started = performance.now();
      let status = 0;
      try {
        const response = await this.#transport.send({
          ...request,
          gate,
          renewToken,
          signal,
          deadlineMs: Math.max(1, ends - started),
        });
        status = response.status;
        return readBody(`${verb} ${type.plural}`, response);
      } catch (error) {
        const again = retryDelayMs(error, write, attempt, renewToken, backoff);
        if (again === undefined || this.#closed || performance.now() + again >= ends) throw error;
        renewToken = (error as KubeError).status === 401;
        await pause(again, signal);
      } finally {
        this.#observe({ verb, resource: type.plural, status, seconds: (performance.now() - started) / 1000 });
      }
    }
  }

  #writeQuery(options: WriteOptions): string {
    return query({
      fieldManager: options.fieldManager ?? this.#options.fieldManager,
      dryRun: options.dryRun ? 'All' : undefined,
    });
  }

  #observe(call: CallObservation): void {
    this.#options.observe?.(call);
  }
}

/**
 * May the call be tried again, and when? A read: after any trouble that can pass. A write: only if it surely was not
 * executed, that is refused with 401 or 429, or never sent.
 */
function retryDelayMs(
  error: unknown,
  write: boolean,
  attempt: number,
  renewedToken: boolean,
  backoff: Backoff,
): number | undefined {
  if (!(error instanceof KubeError)) return undefined;
  if (error.status === 401) return renewedToken ? undefined : 0;
  const passing =
    error.status === 429 ||
    error.reason === 'Unreachable' ||
    (!write && (error.status >= 500 || error.reason === 'ConnectionLost' || error.reason === 'BadResponse'));
  if (!passing || (!write && attempt >= READ_ATTEMPTS && error.reason !== 'Unreachable')) return undefined;
  const own = backoff.next();
  return error.retryAfterSeconds === undefined ? own : Math.max(error.retryAfterSeconds * 1000, own);
}

function readBody(what: string, response: HttpResponse): unknown {
  const { status, body } = response;
  if (status < 200 || status > 299) throw errorFromStatus(what, status, parseStatus(body), response.retryAfterSeconds);
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw badResponse(what, `status ${status}, but the body is not JSON: ${(error as Error).message}`);
  }
}

/** A body that may be a Status, or the plain text that the server's outer handlers (rate limit, shutdown) write. */
function parseStatus(body: Buffer): Status | string {
  const text = body.toString('utf8');
  try {
    const parsed = JSON.parse(text) as Status;
    return typeof parsed === 'object' && parsed !== null && parsed.kind === 'Status' ? parsed : text;
  } catch {
    return text;
  }
}

function parseEvent<T extends KubeObject>(
  what: string,
  line: string,
): WatchEvent<T> | { readonly type: 'ERROR'; readonly object: T } {
  let event: WatchEvent<T> | { readonly type: 'ERROR'; readonly object: T };
  try {
    event = JSON.parse(line) as typeof event;
  } catch (error) {
    throw badResponse(what, `an event is not JSON: ${(error as Error).message}`);
  }
  if (typeof event?.type !== 'string' || typeof event.object !== 'object' || event.object === null) {
    throw badResponse(what, 'an event without type or object');
  }
  return event;
}

function badResponse(what: string, detail: string): KubeError {
  return new KubeError(`${what}: ${detail}`, { reason: 'BadResponse', executed: 'unknown' });
}

async function drain(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

function query(parameters: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  return search.size === 0 ? '' : `?${search.toString()}`;
}
