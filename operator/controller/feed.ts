/** The left end of the controller's line: watches of the API server, and facts of the database, become objects in the store. */
import { compareVersions, type KubeClient, type KubeObject, Reflector } from '../../src/kube/index.ts';
import type { Log } from '../../src/log.ts';
import type { OvsdbClient, Row } from '../../src/ovsdb/index.ts';
import { readStamp } from '../../src/reconcile/dialect.ts';
import type { Line } from '../../src/reconcile/line.ts';
import { type Inputs, keyOf } from '../../src/topology/facts.ts';
import { isOptional, type SourceKind, sources, trimOf } from '../../src/topology/sources.ts';

/** Deleted objects whose last version is remembered: more than can be in flight at once. */
const GRAVES = 4096;

/** Told of every object that enters or leaves the store, in the same turn. */
export interface FeedListener {
  put?(kind: SourceKind, key: string, facts: Inputs[SourceKind]): void;
  remove?(kind: SourceKind, key: string): void;
}

/** Watches everything that {@link sources} names. */
export class Feed {
  readonly #line: Line<Inputs>;
  readonly #reflectors: readonly Reflector<KubeObject>[];
  /** The version of each object in the store: an older event of the watch never replaces the answer to a write of ours. */
  readonly #versions = new Map<string, string>();
  readonly #uids = new Map<string, string>();
  /** The version at which an object was seen to go: the answer to a write of ours may arrive after that, and must not bring it back. */
  readonly #gone = new Map<string, string>();
  readonly #listeners: FeedListener[] = [];

  constructor(client: KubeClient, line: Line<Inputs>, log: Log, onError: (error: unknown) => void) {
    this.#line = line;
    this.#reflectors = (Object.keys(sources) as SourceKind[]).map(
      (kind) =>
        new Reflector<KubeObject>(client, sources[kind].type, {
          onEvent: (event) =>
            event.type === 'put' ? this.put(kind, event.object) : this.remove(kind, event.object, !event.relist),
          onError,
          project: trimOf(kind),
          remember: identity,
          optional: isOptional(kind),
          log,
        }),
    );
  }

  /** Adds somebody who keeps books of his own. */
  listen(listener: FeedListener): void {
    this.#listeners.push(listener);
  }

  /** Starts all watches. */
  start(): void {
    for (const reflector of this.#reflectors) reflector.start();
  }

  /** Resolves when every watch has been complete once, with the slowest of them in words. */
  async synced(signal: AbortSignal): Promise<string> {
    const started = performance.now();
    const watches = await Promise.all(
      this.#reflectors.map(async (reflector) => {
        await reflector.synced(signal);
        return { reflector, seconds: (performance.now() - started) / 1000 };
      }),
    );
    return watches
      .sort((a, b) => b.seconds - a.seconds)
      .slice(0, 3)
      .map(({ reflector, seconds }) => `${reflector.size} ${reflector.type.plural} after ${seconds.toFixed(1)} s`)
      .join(', ');
  }

  /** Resolves when every watch but that of one kind has been complete once. */
  async syncedBut(kind: SourceKind, signal: AbortSignal): Promise<void> {
    const others = this.#reflectors.filter(({ type }) => type !== sources[kind].type);
    await Promise.all(others.map((reflector) => reflector.synced(signal)));
  }

  /** Resolves when the store holds everything that was committed before the call (law 8). */
  async barrier(signal: AbortSignal): Promise<void> {
    await Promise.all(this.#reflectors.map((reflector) => reflector.barrier(signal)));
  }

  /** Ends all watches. */
  async stop(): Promise<void> {
    await Promise.all(this.#reflectors.map((reflector) => reflector.stop()));
  }

  /** Takes up an object, from the watch or from the answer to a write. */
  put(kind: SourceKind, object: KubeObject): void {
    const key = keyOf(object.metadata as { name: string; namespace?: string });
    const id = `${kind}/${key}`;
    const version = object.metadata.resourceVersion ?? '';
    // The watch shows each write of ours once more: no reason to wake the line.
    if (this.#knows(id, version)) return;
    this.#line.submit(() => {
      if (this.#knows(id, version)) return;
      const gone = this.#gone.get(id);
      if (gone !== undefined && compareVersions(version, gone) <= 0) return;
      // The answer to the write that took the last finalizer off is the object's last word; the watch says the rest.
      if (object.metadata.deletionTimestamp && (object.metadata.finalizers ?? []).length === 0 && !graceful(kind))
        return;
      this.#gone.delete(id);
      this.#versions.set(id, version);
      this.#uids.set(id, object.metadata.uid ?? '');
      const facts = sources[kind].facts(object as never) as Inputs[SourceKind];
      this.#line.putNow(kind, key, facts as never, isOnlyRead(kind) ? undefined : object);
      for (const listener of this.#listeners) listener.put?.(kind, key, facts);
    });
  }

  /** Whether the store holds an object in this version, or a newer one. */
  #knows(id: string, version: string): boolean {
    const known = this.#versions.get(id);
    return known !== undefined && compareVersions(version, known) <= 0;
  }

  /** Remembers the last versions of the objects that went last. */
  #bury(id: string, version: string): void {
    this.#gone.delete(id);
    this.#gone.set(id, version);
    if (this.#gone.size > GRAVES) this.#gone.delete(this.#gone.keys().next().value ?? '');
  }

  /** Drops an object. `seen` is whether its deletion was watched or is the answer to a write of ours, not inferred from a list. */
  remove(kind: SourceKind, object: KubeObject, seen: boolean): void {
    const key = keyOf(object.metadata as { name: string; namespace?: string });
    this.#line.submit(() => {
      const id = `${kind}/${key}`;
      // The name may have another object by now: the answer to its create can be faster than the watch.
      const uid = this.#uids.get(id);
      if (uid !== undefined && object.metadata.uid !== undefined && uid !== object.metadata.uid) return;
      this.#uids.delete(id);
      const last = object.metadata.resourceVersion ?? this.#versions.get(id);
      if (last !== undefined) this.#bury(id, last);
      this.#versions.delete(id);
      this.#line.removeNow(kind, key, seen);
      for (const listener of this.#listeners) listener.remove?.(kind, key);
    });
  }
}

/** Whether facts are all that is needed of a kind: the controller neither writes its objects nor reports on them. */
const isOnlyRead = (kind: SourceKind): boolean => trimOf(kind) !== undefined;

/** An object by name, life and version: all that a watch needs to know what it has shown. The store holds the rest. */
function identity({ metadata }: KubeObject): KubeObject {
  const { name, namespace, uid, resourceVersion } = metadata;
  return { metadata: { name, namespace, uid, resourceVersion } } as KubeObject;
}

/** Pods are deleted in two steps without any finalizer: the kubelet takes the second. */
const graceful = (kind: SourceKind): boolean => kind === 'Pod' || kind === 'Namespace';

/** Tables whose rows are ports, and the columns that their facts are made of. */
const portColumns: Readonly<Record<string, readonly string[]>> = {
  Logical_Switch_Port: ['name', 'up', 'addresses'],
  Logical_Router_Port: ['name', 'networks'],
};

/** Feeds the facts of the northbound database into the store: ports by name, and whether it answers. */
export function feedDatabase(database: OvsdbClient, line: Line<Inputs>, installation: string): void {
  database.replica.on('changes', (changes) => {
    for (const change of changes) {
      const columns = portColumns[change.table];
      const stamp = columns && readStamp(change.row.external_ids, installation);
      // Of router ports only those of Gateways hold addresses that others could be given.
      if (!stamp || (change.table === 'Logical_Router_Port' && !stamp.owner.startsWith('Gateway/'))) continue;
      if (change.kind === 'modify' && !change.columns.some((column) => columns.includes(column))) continue;
      const facts = change.kind === 'delete' ? undefined : portFacts(change.row);
      const name = String(change.row.name);
      line.submit(() => (facts ? line.putNow('Port', name, facts) : line.removeNow('Port', name)));
    }
  });
  const tell = (connected: boolean) =>
    line.put('Database', 'northbound', connected ? databaseFacts(database) : { connected: false, schema: '' });
  database.on('synced', () => tell(true));
  database.on('disconnected', () => tell(false));
  database.replica.on('changes', (changes) => {
    if (database.connected && changes.some(({ table, kind }) => table === 'NB_Global' && kind !== 'modify')) tell(true);
  });
  tell(false);
}

/** What is known of the database while it answers. */
function databaseFacts(database: OvsdbClient): Inputs['Database'] {
  const [root] = database.replica.table('NB_Global').rows();
  const values = (table: string, column: string) =>
    database.schema.tables.get(table)?.columns.get(column)?.key.enum ?? [];
  // A server has both or none (OVN 23.06).
  const tiers = database.schema.tables.get('ACL')?.columns.has('tier') && values('ACL', 'action').includes('pass');
  return {
    connected: true,
    schema: database.schema.version,
    root: root?._uuid,
    features: tiers ? ['acl-tiers'] : [],
  };
}

/** `addresses` holds "MAC address…" strings (ovn-nb(5), Logical_Switch_Port), `networks` addresses with prefix length (Logical_Router_Port). */
function portFacts(row: Row): Inputs['Port'] {
  const texts = (column: string) => (row[column] instanceof Set ? [...(row[column] as Set<unknown>)].map(String) : []);
  const addresses = [
    ...texts('addresses').flatMap((text) => text.split(' ').slice(1)),
    ...texts('networks').map((text) => text.slice(0, text.indexOf('/'))),
  ];
  return { up: row.up === true || (row.up instanceof Set && row.up.has(true)), addresses };
}
