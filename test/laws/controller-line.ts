// The controller's line without a controller: store, translations and database connection on a real northbound server, fed by hand, and
// a reporter that writes statuses back into the objects as the API server would keep them.
import { feedDatabase } from '../../operator/controller/feed.ts';
import { buildConditions, type Condition, type Verdicts } from '../../src/api/index.ts';
import { allKinds, translatedKinds } from '../../src/kinds/index.ts';
import { silentLog } from '../../src/log.ts';
import { fence, takeEpoch } from '../../src/northbound/epoch.ts';
import { northbound, northboundTables } from '../../src/northbound/managed.ts';
import { type Operation, OvsdbClient } from '../../src/ovsdb/index.ts';
import type { Change } from '../../src/reconcile/diff.ts';
import { FencedError, Line, type LineKind, type LineObserver } from '../../src/reconcile/line.ts';
import { nothing, type Owner, type Translation } from '../../src/reconcile/output.ts';
import { Store } from '../../src/store/store.ts';
import { type Inputs, keyOf } from '../../src/topology/facts.ts';
import { indexes } from '../../src/topology/indexes.ts';
import { implications } from '../../src/topology/pod-sets.ts';
import { type SourceKind, sources } from '../../src/topology/sources.ts';
import type { AnyObject } from './objects.ts';

export const installation = 'laws';

/** What one object means, as the controller asks it. */
export function translate(store: Store<Inputs>, kind: string, key: string): Translation {
  const found = translatedKinds.find(({ name }) => name === kind);
  return found?.northbound?.({ installation }, store.world, key) ?? { resolved: true, output: nothing };
}

/** A store that holds these objects. */
export function storeOf(objects: Iterable<AnyObject>): Store<Inputs> {
  const store = new Store<Inputs>(indexes, implications);
  for (const each of objects) {
    const kind = each.kind as SourceKind;
    store.put(kind, keyOf(each.metadata), sources[kind].facts(each as never) as never, each);
  }
  return store;
}

export const idOf = (each: AnyObject): string => `${each.kind}/${keyOf(each.metadata)}`;

/** Settings of a {@link ControllerLine}. */
export interface ControllerLineOptions {
  readonly endpoint: string;
  readonly epoch?: number;
  readonly observer?: LineObserver;
  readonly confirmAbsent?: () => Promise<void>;
  /** Replaces the translations. */
  readonly kinds?: readonly LineKind<Inputs>[];
  /** Counts and may alter what is sent. */
  readonly intercept?: (operations: readonly Operation[]) => void | Promise<void>;
}

/** A client that tells what it sends. */
export class TellingClient extends OvsdbClient {
  intercept: ((operations: readonly Operation[]) => void | Promise<void>) | undefined;

  override async transact(operations: readonly Operation[], signal?: AbortSignal) {
    await this.intercept?.(operations);
    return super.transact(operations, signal);
  }
}

/** One life of a controller's line. */
export class ControllerLine {
  readonly store = new Store<Inputs>(indexes, implications);
  readonly database: TellingClient;
  readonly line: Line<Inputs>;
  /** Everything that was sent, operation by operation, without the fence. */
  readonly sent: Operation[] = [];
  readonly committed: Change[] = [];
  readonly healed: { readonly owner: Owner; readonly change: Change }[] = [];
  readonly refused: Owner[] = [];
  readonly failures: unknown[] = [];
  passes = 0;
  fenced: FencedError | undefined;
  readonly #objects = new Map<string, AnyObject>();
  readonly #stop = new AbortController();
  /** Asked after each drain whether what they wait for has come. */
  readonly #waiting = new Set<() => void>();
  readonly #epoch: number;
  #running: Promise<void> | undefined;

  constructor(options: ControllerLineOptions) {
    this.#epoch = options.epoch ?? 1;
    this.database = new TellingClient({
      database: 'OVN_Northbound',
      endpoints: [options.endpoint],
      tables: northboundTables,
      backoff: { minMs: 10, maxMs: 200 },
      log: silentLog,
    });
    this.line = new Line<Inputs>({
      store: this.store,
      kinds:
        options.kinds ??
        translatedKinds.map(({ name }) => ({
          kind: name,
          translate: (_world, key) => translate(this.store, name, key),
        })),
      database: this.database,
      dialect: northbound,
      installation,
      fence: () => [fence(installation, this.#epoch)],
      ...(options.confirmAbsent ? { confirmAbsent: options.confirmAbsent } : {}),
      observer: {
        ...options.observer,
        committed: (_transactions, changes) => {
          // One by one: there can be more than a call can have arguments.
          for (const change of changes) this.committed.push(change);
        },
        healed: (owner, change) => void this.healed.push({ owner, change }),
        refused: (owner) => void this.refused.push(owner),
        failed: (_owner, error) => void this.failures.push(error),
        passed: () => void this.passes++,
      },
    });
    this.database.intercept = async (operations) => {
      for (const operation of operations) if (operation.op !== 'wait') this.sent.push(operation);
      await options.intercept?.(operations);
    };
    feedDatabase(this.database, this.line, installation);
    this.line.afterDrain(() => {
      for (const look of [...this.#waiting]) look();
    });
  }

  /** Connects, takes the epoch, and runs on what was put so far. */
  async start(): Promise<this> {
    this.database.start();
    await takeEpoch(this.database, installation, this.#epoch, this.#stop.signal);
    this.sent.length = 0;
    this.line.drainOnly();
    this.run();
    await this.settled();
    return this;
  }

  /** Runs the line. */
  run(): void {
    this.#running = this.line.run(this.#stop.signal).catch((error: unknown) => {
      if (!(error instanceof FencedError)) throw error;
      this.fenced = error;
    });
  }

  put(...objects: readonly AnyObject[]): void {
    for (const each of objects) {
      const kind = each.kind as SourceKind;
      this.#objects.set(idOf(each), each);
      this.line.put(kind, keyOf(each.metadata), sources[kind].facts(each as never) as never, each);
      // Time stands still; it is not known for nobody.
      const startedAt = each.metadata.creationTimestamp;
      if (kind === 'MirrorSession') this.line.put('Clock', keyOf(each.metadata), { startedAt, expired: false });
    }
  }

  remove(each: AnyObject, seen = true): void {
    this.#objects.delete(idOf(each));
    this.line.remove(each.kind as SourceKind, keyOf(each.metadata), seen);
    if (each.kind === 'MirrorSession') this.line.remove('Clock', keyOf(each.metadata));
  }

  /** The objects as they are now, statuses included. */
  get objects(): readonly AnyObject[] {
    return [...this.#objects.values()];
  }

  find(id: string): AnyObject | undefined {
    return this.#objects.get(id);
  }

  /** Resolves when everything that was put has gone through passes, and what those wrote has come back. */
  async settled(): Promise<void> {
    for (let round = 0; round < 3; round++) await this.#onePass();
  }

  /** Writes the statuses as the reporter would, until they say nothing new. */
  async reported(): Promise<void> {
    await this.settled();
    for (let round = 0; round < 6; round++) {
      const news = this.#reports();
      if (news.length === 0) return;
      this.put(...news);
      await this.settled();
    }
    throw new Error('statuses never come to rest');
  }

  #reports(): readonly AnyObject[] {
    const news: AnyObject[] = [];
    for (const each of this.objects) {
      const kind = allKinds.find(({ name }) => name === each.kind);
      const said = kind?.report?.(this.store.world, keyOf(each.metadata));
      if (!said) continue;
      const status = statusOf(each, said.verdicts, said.status);
      if (JSON.stringify(status) !== JSON.stringify(each.status)) news.push({ ...each, status });
    }
    return news;
  }

  async #onePass(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      let before = Number.POSITIVE_INFINITY;
      this.line.submit(() => {
        before = this.passes;
      });
      const look = () => {
        if (this.passes <= before) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      void this.#running?.then(() => {
        if (this.fenced) resolve();
      }, reject);
    });
  }

  /** Ends it as a killed process would. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.database.stop();
    await this.#running;
  }
}

function statusOf(each: AnyObject, verdicts: Verdicts, fields: Readonly<Record<string, unknown>>) {
  const previous = (each.status?.conditions ?? []) as readonly Condition[];
  const { generation } = each.metadata;
  const conditions = buildConditions(verdicts, { generation, previous, now: new Date(0) });
  const merged = { ...each.status, ...fields, observedGeneration: generation, conditions };
  return JSON.parse(JSON.stringify(merged)) as Readonly<Record<string, unknown>>;
}
