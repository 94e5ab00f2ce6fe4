/** What the stages behind the line share: dirty values of the store, turned into work on the API server while this process leads. */
import { KeyedQueue, type KubeClient, KubeError, type KubeObject } from '../../src/kube/index.ts';
import type { Log } from '../../src/log.ts';
import type { Line } from '../../src/reconcile/line.ts';
import { Roots } from '../../src/reconcile/roots.ts';
import { obtain } from '../../src/store/obtain.ts';
import type { Store, World } from '../../src/store/store.ts';
import type { Inputs } from '../../src/topology/facts.ts';
import { type SourceKind, sources } from '../../src/topology/sources.ts';
import type { Feed } from './feed.ts';

/** What every stage works with. */
export interface StageContext {
  readonly client: KubeClient;
  readonly store: Store<Inputs>;
  readonly line: Line<Inputs>;
  readonly feed: Feed;
  readonly log: Log;
}

/** One question asked of each object of a kind, and what is done about the answer. */
export interface Concern<V> {
  readonly kind: SourceKind;
  /** Pure. */
  ask(world: World<Inputs>, key: string): V;
  /** Whether the answer calls for work. */
  calls(answer: V): boolean;
  /** Does it; the answer is the present one. Throws to be tried again. `false`: there was nothing to write after all. */
  act(key: string, answer: V): Promise<unknown>;
}

/** Milliseconds of questions in one turn of the event loop: leases and probes never wait longer. */
const SLICE_MS = 8;

/** Runs concerns: asks again what changed, and queues the work. */
export class Stage {
  readonly queue: KeyedQueue;
  readonly #context: StageContext;
  readonly #concerns = new Map<string, { concern: Concern<unknown>; roots: Roots<Inputs, unknown> }>();
  /** Keys whose last work may have written what the store does not hold yet. */
  readonly #unsettled = new Set<string>();
  #active = false;
  /** Whether a drain goes on in a later turn. */
  #continues = false;

  constructor(
    name: string,
    context: StageContext,
    options: { readonly intervalMs?: number; readonly concurrency?: number } = {},
  ) {
    this.#context = context;
    this.queue = new KeyedQueue({ name, work: (id) => this.#work(id), log: context.log, ...options });
    context.feed.listen({
      put: (kind, key) => this.#rootsOf(kind)?.add(key),
      remove: (kind, key) => this.#rootsOf(kind)?.remove(key),
    });
    context.line.afterDrain(() => this.#drain());
  }

  /** Adds a concern; before the first object arrives. */
  add<V>(concern: Concern<V>): this {
    const roots = new Roots<Inputs, unknown>(this.#context.store, `${concern.kind} concern`, (world, key) =>
      concern.ask(world, key),
    );
    this.#concerns.set(concern.kind, { concern: concern as Concern<unknown>, roots });
    return this;
  }

  /** From now on work is done: this process leads, and its store is complete. */
  activate(): void {
    this.#active = true;
    for (const { roots } of this.#concerns.values()) roots.askAll();
    this.#drain();
  }

  /** Whether work is done. */
  get active(): boolean {
    return this.#active;
  }

  /** Asks about one object again, though nothing in the store changed. */
  again(kind: SourceKind, key: string, delayMs = 0): void {
    if (this.#active) this.queue.add(`${kind}/${key}`, delayMs);
  }

  /** Starts no work any more. */
  stop(): void {
    this.#active = false;
    this.queue.stop();
  }

  #rootsOf(kind: string): Roots<Inputs, unknown> | undefined {
    return this.#concerns.get(kind)?.roots;
  }

  /** Asks what is stale, as much as fits into a slice; the rest in the turns that follow. A standby that is kept warm does nothing about it. */
  #drain(): void {
    if (this.#continues || !(this.#active || this.#context.line.warming)) return;
    const end = performance.now() + SLICE_MS;
    for (const [kind, { concern, roots }] of this.#concerns) {
      for (const key of roots.stale) {
        const result = roots.refresh(key);
        if (!result) continue;
        if ('error' in result)
          this.#context.log.error('a question about an object failed: a bug, contained to it', {
            kind,
            key,
            error: result.error,
          });
        else if (this.#active && concern.calls(result.value)) this.queue.add(`${kind}/${key}`);
        if (performance.now() < end) continue;
        this.#continues = true;
        setImmediate(() => {
          this.#continues = false;
          this.#drain();
        });
        return;
      }
    }
  }

  async #work(id: string): Promise<unknown> {
    const slash = id.indexOf('/');
    const kind = id.slice(0, slash);
    const key = id.slice(slash + 1);
    const entry = this.#concerns.get(kind);
    // What the last piece of work for this key wrote may be at the line's intake still; deciding without it would do the work twice.
    if (this.#unsettled.has(id)) await new Promise<void>((resolve) => this.#context.line.submit(resolve));
    const result = entry?.roots.refresh(key);
    if (!this.#active || !entry || !result || 'error' in result || !entry.concern.calls(result.value)) return false;
    this.#unsettled.add(id);
    try {
      return await entry.concern.act(key, result.value);
    } finally {
      this.#context.line.submit(() => this.#unsettled.delete(id));
    }
  }
}

/** The last write of each object, so that those of one process follow each other and only foreign writers can be in conflict. */
const lastWrites = new WeakMap<Feed, Map<string, Promise<unknown>>>();

/** A patch, or how to make one from the object as it is when its turn comes; `undefined` writes nothing. */
export type Patch = object | ((present: KubeObject) => object | undefined);

/**
 * Patches an object of ours at the version that the store holds, and takes the answer into the store before the next write of
 * the same object begins. Resolves with the answer; `undefined` when the object is gone or there was nothing to write.
 */
export function patchAt(
  context: StageContext,
  kind: SourceKind,
  key: string,
  patch: Patch,
  subresource?: 'status',
): Promise<KubeObject | undefined> {
  const writes = obtain(lastWrites, context.feed, () => new Map());
  const id = `${kind}/${key}`;
  const write = async (): Promise<KubeObject | undefined> => {
    const present = context.store.raw(kind, key) as KubeObject | undefined;
    const body = present && (typeof patch === 'function' ? patch(present) : patch);
    if (!present || !body) return undefined;
    const { namespace, name, resourceVersion } = present.metadata;
    try {
      const options = { resourceVersion, ...(subresource ? { subresource } : {}) };
      const answer = await context.client.patch<KubeObject>(
        sources[kind].type,
        { namespace, name },
        body as never,
        options,
      );
      context.feed.put(kind, answer);
      await new Promise<void>((resolve) => context.line.submit(resolve));
      return answer;
    } catch (error) {
      // It is gone: the watch will say so, or has.
      if (error instanceof KubeError && error.status === 404) return undefined;
      throw error;
    }
  };
  const turn = (writes.get(id) ?? Promise.resolve()).then(write, write);
  writes.set(id, turn);
  const forget = () => {
    if (writes.get(id) === turn) writes.delete(id);
  };
  turn.then(forget, forget);
  return turn;
}
