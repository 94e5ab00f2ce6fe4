/**
 * Keeps a copy of one collection of the API server and reports each change of it, in order, exactly once: the "watch" at
 * the head of the line. It survives whatever the server does: restarts, compaction, silence, restored backups.
 */

import { type Log, silentLog } from '../log.ts';
import type { KubeClient, Selection, WatchEvent } from './client.ts';
import { KubeError } from './errors.ts';
import { Backoff, pause } from './pause.ts';
import { compareVersions, type KubeList, type KubeObject, objectKey, type ResourceType } from './resource.ts';

/** A change of the copy. An object never changes in place: a new version is a new object. */
export type ReflectorEvent<T extends KubeObject> =
  | { readonly type: 'put'; readonly object: T }
  | {
      readonly type: 'delete';
      /** The last state known. */
      readonly object: T;
      /** True: not seen deleted, only missing in a new list, after a time in which we could not watch (law 11). */
      readonly relist: boolean;
    };

/** Settings of a {@link Reflector}. */
export interface ReflectorOptions<T extends KubeObject> extends Selection {
  /** Called for each change, in the server's order. If it throws, the reflector stops and reports it through `onError`. */
  readonly onEvent: (event: ReflectorEvent<T>) => void;
  /** Called when the copy is complete: after the first list and after each later one. */
  readonly onResync?: (() => void) | undefined;
  /**
   * A fault in a handler: the copy and what was made of it may disagree, so the owner should end the process.
   * Without this callback the error is thrown where nothing catches it, which ends the process too.
   */
  readonly onError?: ((error: unknown) => void) | undefined;
  /** Trims an object before it is kept; `managedFields` are gone already. Must keep name, namespace, uid and resourceVersion. */
  readonly project?: ((object: T) => T) | undefined;
  /** What the copy holds of an object that `onEvent` was told of whole; the object itself when absent. Must keep the same. */
  readonly remember?: ((object: T) => T) | undefined;
  /** Milliseconds without a byte (not even a bookmark, which come every minute) after which a watch is opened anew. Default 4 min. */
  readonly staleAfterMs?: number | undefined;
  /** Objects in one page when WatchList is not available. Default 500. */
  readonly pageSize?: number | undefined;
  /** Never use WatchList, always list and then watch. */
  readonly listOnly?: boolean | undefined;
  /**
   * The server may not know the kind, as one of a CustomResourceDefinition that is not installed: then the copy is complete and empty, and the
   * server is asked again after a pause of up to 45 s. (A server that has not read its definitions yet answers 503, not 404.)
   */
  readonly optional?: boolean | undefined;
  readonly log?: Log | undefined;
}

/** A server that promises WatchList but sends nothing for so long is asked with list + watch instead. */
const INITIAL_SILENCE_MS = 20_000;

/** A watch that lived so long was a good one: the next is opened at once, and failures count from the start again. */
const HEALTHY_MS = 10_000;

/**
 * Answers that mean "no WatchList here": parameters refused (400, 422: servers before 1.32), and a server whose etcd can't
 * report its progress (before 3.4.31 and 3.5.13), which accepts the watch and then sends an ERROR event with code 500.
 * Taking a passing 500 for that costs nothing but the advantage: list + watch always works.
 */
const NO_WATCH_LIST: ReadonlySet<number> = new Set([400, 422, 500, 501]);

const END_OF_INITIAL_EVENTS = 'k8s.io/initial-events-end';

interface Waiter {
  /** Satisfied when the copy holds everything up to this version; undefined: when it is complete for the first time. */
  readonly version: string | undefined;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** The copy of one collection, kept up to date by WatchList, or by list + watch where the server has no WatchList. */
export class Reflector<T extends KubeObject> {
  readonly type: ResourceType;
  readonly #client: KubeClient;
  readonly #options: ReflectorOptions<T>;
  readonly #log: Log;
  readonly #objects = new Map<string, T>();
  readonly #waiters = new Set<Waiter>();
  #watchList: boolean;
  /** Everything up to this version is in the copy. */
  #version: string | undefined;
  /** A new list is needed before the next watch: at the start, after 410, when a barrier asks. */
  #incomplete = true;
  #complete = false;
  /** The server does not know the kind. */
  #unknown = false;
  /** Ends the pause before the next session. */
  #hurry = new AbortController();
  #lastError: unknown;
  #stopped: AbortController | undefined;
  #session: AbortController | undefined;
  #running: Promise<void> | undefined;
  #failure: { readonly error: unknown } | undefined;

  constructor(client: KubeClient, type: ResourceType, options: ReflectorOptions<T>) {
    this.#client = client;
    this.type = type;
    this.#options = options;
    this.#watchList = options.listOnly !== true;
    this.#log = options.log ?? silentLog;
  }

  /** Number of objects in the copy. */
  get size(): number {
    return this.#objects.size;
  }

  /** True once the copy has been complete; it stays true while the server is away. */
  get complete(): boolean {
    return this.#complete;
  }

  /** Version up to which the copy holds everything. */
  get version(): string | undefined {
    return this.#version;
  }

  /** Why the server can't be watched right now; undefined while it can. For readiness and conditions. */
  get lastError(): unknown {
    return this.#lastError;
  }

  /** One object by its key (`namespace/name`, or `name`). */
  get(key: string): T | undefined {
    return this.#objects.get(key);
  }

  /** All objects, in no particular order. */
  objects(): IterableIterator<T> {
    return this.#objects.values();
  }

  /** Begins to watch. A second call does nothing. */
  start(): void {
    if (this.#running !== undefined) return;
    this.#stopped = new AbortController();
    this.#running = this.#run(this.#stopped.signal);
  }

  /** Stops watching; no event is reported after this has resolved. Who still waits for `synced` or `barrier` gets an error. */
  async stop(): Promise<void> {
    this.#stopped?.abort(new Error(`the reflector of ${this.type.plural} is stopped`));
    await this.#running;
  }

  /** Resolves when the copy is complete for the first time. @throws the signal's reason, or a handler's error */
  synced(signal?: AbortSignal): Promise<void> {
    return this.#wait(undefined, signal);
  }

  /**
   * Resolves when the copy holds everything that was committed before the call: the question that a new leader asks
   * before it decides anything (law 8).
   *
   * A quorum list of one object tells the store's present version. The store counts all resources with one number, so on a
   * quiet collection no event will ever bring the copy there, and bookmarks come once a minute at best and never with an
   * etcd that can't be asked for its progress: then the collection is listed anew (from the quorum) and only differences
   * are reported. Measured: 0.1 ms per object. The alternative, a watch with a short timeout, which makes a bookmark due, takes 2
   * to 2.7 s and brings none with etcd 3.4.
   */
  async barrier(signal?: AbortSignal): Promise<void> {
    const { namespace, fieldSelector, labelSelector } = this.#options;
    const head = await this.#client
      .list<T>(this.type, { namespace, fieldSelector, labelSelector, limit: 1, signal })
      .catch((error: unknown) => {
        if (!this.#isUnknownKind(error)) throw error;
        return undefined;
      });
    if (head === undefined) {
      // Of a kind that the server does not know nothing was committed. A watch of it, if there is one, is about to end and to learn that.
      if (!this.#unknown) this.#listAnew('the server does not know the kind any more');
      return this.#wait(undefined, signal);
    }
    const target = head.resourceVersion;
    if (this.#unknown) this.#hurry.abort();
    if (!this.#reached(target)) this.#listAnew('a barrier asks for a newer version than the watch has brought');
    await this.#wait(target, signal);
  }

  #wait(version: string | undefined, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) return reject(this.#failure.error);
      if (this.#stopped?.signal.aborted) return reject(this.#stopped.signal.reason);
      if (this.#reached(version)) return resolve();
      if (signal?.aborted) return reject(signal.reason);
      const leave = () => {
        this.#waiters.delete(waiter);
        signal?.removeEventListener('abort', onAbort);
      };
      const onAbort = () => waiter.reject(signal?.reason);
      const waiter: Waiter = {
        version,
        resolve: () => {
          leave();
          resolve();
        },
        reject: (error) => {
          leave();
          reject(error);
        },
      };
      this.#waiters.add(waiter);
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  }

  #reached(version: string | undefined): boolean {
    if (this.#unknown) return version === undefined;
    if (!this.#complete || this.#version === undefined) return false;
    return version === undefined || compareVersions(this.#version, version) >= 0;
  }

  #listAnew(why: string): void {
    if (this.#incomplete) return; // a list is due or under way; whether it is new enough is seen when it ends
    this.#log.debug('listing anew', { resource: this.type.plural, why });
    this.#incomplete = true;
    this.#session?.abort(new SessionEnded(why));
  }

  async #run(stopped: AbortSignal): Promise<void> {
    const backoff = new Backoff(200, 30_000);
    while (!stopped.aborted) {
      const began = performance.now();
      const session = new AbortController();
      this.#session = session;
      const onStop = () => session.abort(stopped.reason);
      stopped.addEventListener('abort', onStop, { once: true });
      let atLeastMs = 0;
      let wanted = false;
      const watchList = this.#watchList;
      try {
        await this.#follow(session).catch((error: unknown) => {
          if (!this.#isUnknownKind(error)) throw error;
          this.#endOfKind();
        });
      } catch (error) {
        wanted = error instanceof SessionEnded;
        if (!wanted && !stopped.aborted) atLeastMs = this.#judge(error);
      } finally {
        stopped.removeEventListener('abort', onStop);
        session.abort(new SessionEnded('over'));
      }
      if (wanted || watchList !== this.#watchList) continue; // the next one is of another sort: no reason to wait
      // Only a watch that lived for a while is followed by the next one at once: a server that ends each watch as soon as
      // it has begun must not be asked without end.
      const healthy = performance.now() - began >= HEALTHY_MS;
      if (healthy) backoff.reset();
      const waitMs = Math.max(atLeastMs, healthy && atLeastMs === 0 ? 0 : backoff.next());
      this.#hurry = new AbortController();
      if (waitMs > 0) await pause(waitMs, AbortSignal.any([stopped, this.#hurry.signal])).catch(() => {});
    }
    for (const waiter of [...this.#waiters]) waiter.reject(stopped.reason);
  }

  /** One session: a list if one is needed, then the watch until it ends. */
  async #follow(session: AbortController): Promise<void> {
    const { signal } = session;
    const { namespace, fieldSelector, labelSelector } = this.#options;
    if (this.#incomplete && !this.#watchList) await this.#list(signal);
    /** Keys that the new list has shown; undefined once the list is over. */
    let seen: Set<string> | undefined = this.#incomplete ? new Set() : undefined;
    const staleAfterMs = this.#options.staleAfterMs ?? 240_000;
    const silence = () => session.abort(new Silence(`${this.type.plural}: the watch is silent`, seen !== undefined));
    let timer = setTimeout(silence, seen === undefined ? staleAfterMs : Math.min(INITIAL_SILENCE_MS, staleAfterMs));
    const batches = this.#client.watch<T>(this.type, {
      namespace,
      fieldSelector,
      labelSelector,
      signal,
      ...(seen === undefined ? { resourceVersion: this.#version } : { sendInitialEvents: true }),
      // Spread over five minutes, so that the watches of many processes do not all end at once.
      timeoutSeconds: 300 + Math.floor(Math.random() * 300),
      onOpen: () => {
        this.#lastError = undefined;
      },
    });
    try {
      for await (const batch of batches) {
        timer.refresh();
        for (const event of batch) {
          signal.throwIfAborted();
          if (seen === undefined) this.#takeLive(event);
          else if (this.#takeInitial(event, seen)) {
            seen = undefined;
            clearTimeout(timer);
            timer = setTimeout(silence, staleAfterMs);
          }
        }
      }
      signal.throwIfAborted();
    } finally {
      clearTimeout(timer);
    }
  }

  /** Lists page by page, from the quorum. */
  async #list(signal: AbortSignal): Promise<void> {
    const { namespace, fieldSelector, labelSelector } = this.#options;
    const seen = new Set<string>();
    let limit: number | undefined = this.#options.pageSize ?? 500;
    let next: string | undefined;
    let version: string;
    for (;;) {
      const selection = { namespace, fieldSelector, labelSelector, limit, signal };
      try {
        const page: KubeList<T> = await this.#client.list<T>(this.type, { ...selection, continue: next });
        for (const object of page.items) {
          signal.throwIfAborted();
          this.#put(object, seen);
        }
        version = page.resourceVersion;
        next = page.next;
      } catch (error) {
        if (!(error instanceof KubeError && error.gone && next !== undefined)) throw error;
        // Compacted between two pages: once more, in one piece, which cannot expire.
        this.#log.info('a paged list expired, listing in one piece', { resource: this.type.plural });
        seen.clear();
        limit = undefined;
        next = undefined;
        continue;
      }
      if (next === undefined) break;
    }
    this.#endOfList(seen, version);
  }

  /** An event of the initial part of a WatchList. True when it was the last one. */
  #takeInitial(event: WatchEvent<T>, seen: Set<string>): boolean {
    if (event.type === 'DELETED') {
      seen.delete(objectKey(event.object.metadata));
      this.#remove(event.object);
    } else if (event.type !== 'BOOKMARK') {
      this.#put(event.object, seen);
    } else if (event.object.metadata.annotations?.[END_OF_INITIAL_EVENTS] === 'true') {
      this.#endOfList(seen, versionOf(event));
      return true;
    }
    return false;
  }

  #takeLive(event: WatchEvent<T>): void {
    const version = versionOf(event);
    if (this.#version !== undefined && compareVersions(version, this.#version) < 0) {
      this.#incomplete = true;
      throw new Error(`${this.type.plural}: version ${version} after ${this.#version}: the server went back in time`);
    }
    if (event.type === 'DELETED') this.#remove(event.object);
    else if (event.type !== 'BOOKMARK') this.#put(event.object);
    this.#advance(version);
  }

  /** The list is over: what it did not show is gone. */
  #endOfList(seen: ReadonlySet<string>, version: string): void {
    for (const [key, object] of this.#objects) {
      if (seen.has(key)) continue;
      this.#objects.delete(key);
      this.#emit({ type: 'delete', object, relist: true });
    }
    if (this.#version !== undefined && compareVersions(version, this.#version) < 0) {
      this.#log.warn('the server went back in time: restored from a backup?', {
        resource: this.type.plural,
        from: this.#version,
        to: version,
      });
    }
    this.#incomplete = false;
    this.#unknown = false;
    this.#complete = true;
    this.#lastError = undefined;
    this.#guarded(() => this.#options.onResync?.());
    this.#advance(version);
    for (const waiter of this.#waiters) {
      if (waiter.version === undefined) continue;
      // This list was begun before that barrier: the next one will do.
      this.#incomplete = true;
      throw new Error(`${this.type.plural}: listed at ${version}, a barrier needs ${waiter.version}`);
    }
  }

  #isUnknownKind(error: unknown): boolean {
    return this.#options.optional === true && error instanceof KubeError && error.notFound;
  }

  /** There are no objects of a kind that the server does not know; once it does, all of them are new. */
  #endOfKind(): void {
    this.#lastError = undefined;
    this.#incomplete = true;
    if (this.#unknown) return;
    this.#log.info('the server does not know the kind; asking again from time to time', { resource: this.type.plural });
    for (const [key, object] of this.#objects) {
      this.#objects.delete(key);
      this.#emit({ type: 'delete', object, relist: true });
    }
    this.#unknown = true;
    this.#complete = true;
    this.#guarded(() => this.#options.onResync?.());
    for (const waiter of [...this.#waiters]) waiter.resolve();
  }

  #put(object: T, seen?: Set<string>): void {
    const key = objectKey(object.metadata);
    seen?.add(key);
    const old = this.#objects.get(key);
    if (old !== undefined && old.metadata.uid !== object.metadata.uid) {
      // Another object of the same name: the old one is surely deleted, although we did not see it.
      this.#objects.delete(key);
      this.#emit({ type: 'delete', object: old, relist: false });
    } else if (old !== undefined && old.metadata.resourceVersion === object.metadata.resourceVersion) {
      return;
    }
    const kept = this.#trim(object);
    this.#objects.set(key, this.#options.remember?.(kept) ?? kept);
    this.#emit({ type: 'put', object: kept });
  }

  #remove(object: T): void {
    if (!this.#objects.delete(objectKey(object.metadata))) return;
    this.#emit({ type: 'delete', object: this.#trim(object), relist: false });
  }

  #trim(object: T): T {
    const { managedFields: _, ...metadata } = object.metadata as T['metadata'] & { readonly managedFields?: unknown };
    const lean = { ...object, metadata };
    const { project } = this.#options;
    return project === undefined ? lean : this.#guarded(() => project(lean));
  }

  #emit(event: ReflectorEvent<T>): void {
    this.#guarded(() => this.#options.onEvent(event));
  }

  #advance(version: string): void {
    this.#version = version;
    for (const waiter of [...this.#waiters]) if (this.#reached(waiter.version)) waiter.resolve();
  }

  /** Runs a handler of the owner. Its error ends this reflector and is reported where it cannot be overlooked. */
  #guarded<R>(handler: () => R): R {
    try {
      return handler();
    } catch (error) {
      this.#failure = { error };
      this.#stopped?.abort(error);
      const { onError } = this.#options;
      queueMicrotask(() => {
        if (onError === undefined) throw error;
        onError(error);
      });
      throw error;
    }
  }

  /** Learns from the end of a session. Returns the milliseconds that the server wants us to wait. */
  #judge(error: unknown): number {
    this.#lastError = error;
    const fields = { resource: this.type.plural, error: error instanceof Error ? error.message : String(error) };
    if (error instanceof Silence) {
      this.#lastError = undefined;
      if (error.initial) this.#watchList = false;
      this.#log.info('the watch was silent for too long, opening it anew', { ...fields, initial: error.initial });
      return 0;
    }
    if (!(error instanceof KubeError)) {
      this.#log.warn('watch failed', fields);
      return 0;
    }
    if (error.gone || error.causes.some((cause) => cause.reason === 'ResourceVersionTooLarge')) {
      this.#incomplete = true;
      this.#log.info('the version to watch from is not available any more, listing anew', fields);
    } else if (this.#incomplete && this.#watchList && NO_WATCH_LIST.has(error.status)) {
      this.#watchList = false;
      this.#log.info('the server has no WatchList, using list and watch', fields);
    } else if (error.reason === 'ConnectionLost') {
      // What a restarting server or a proxy does: not worth a warning until the next attempt fails too.
      this.#log.info('watch interrupted', fields);
    } else {
      this.#log.warn('watch failed', fields);
    }
    return (error.retryAfterSeconds ?? 0) * 1000;
  }
}

/** We ended the session ourselves, to begin another. */
class SessionEnded extends Error {}

/** Nothing came for too long. */
class Silence extends Error {
  /** While waiting for the end of a WatchList's initial events. */
  readonly initial: boolean;

  constructor(message: string, initial: boolean) {
    super(message);
    this.initial = initial;
  }
}

function versionOf(event: WatchEvent<KubeObject>): string {
  const version = event.object.metadata?.resourceVersion;
  if (version === undefined) throw new Error(`a ${event.type} event without resourceVersion`);
  return version;
}
