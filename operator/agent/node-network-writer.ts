/**
 * Writes the NodeNetwork of the agent's own node: makes it when it is missing, and its status when that says something new, at most
 * once a second, and numbers alone every five. The fields of the controller (`attachments`) are never in a patch.
 */
import {
  apiVersion,
  buildConditions,
  type Condition,
  findCondition,
  kinds,
  type NodeNetwork,
  sameConditions,
} from '../../src/api/index.ts';
import type { NodeReport } from '../../src/kinds/node-network/report.ts';
import { type KubeClient, KubeError, type KubeObject } from '../../src/kube/index.ts';
import type { Log } from '../../src/log.ts';
import { equal } from '../../src/store/equal.ts';

/** How a {@link NodeNetworkWriter} is set up. */
export type NodeNetworkWriterOptions = {
  readonly client: KubeClient;
  readonly node: string;
  /** The object as it was last seen. */
  readonly current: () => NodeNetwork | undefined;
  /** The Node's uid, if it was seen. */
  readonly nodeUid: () => string | undefined;
  readonly report: () => NodeReport | undefined;
  readonly log: Log;
  /** Shortest time between two writes, in milliseconds. */
  readonly intervalMs?: number;
};

/** Shortest time between two writes that only count: pods come and go. */
const counterIntervalMs = 5_000;

/** What is to be written. */
type Patch = {
  readonly status: Readonly<Record<string, unknown>>;
  /** The version of the object that it is made for. */
  readonly version: string;
  readonly countersOnly: boolean;
};

/** The writer of one NodeNetwork. */
export class NodeNetworkWriter {
  readonly #options: NodeNetworkWriterOptions;
  readonly #stopping = new AbortController();
  #missing = false;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  /** When the timer is due, in the time of `performance.now()`. */
  #due = Number.POSITIVE_INFINITY;
  #earliest = Number.NEGATIVE_INFINITY;
  #lastWrite = Number.NEGATIVE_INFINITY;
  /** What the watch must have shown before the next comparison makes sense. */
  #written: { readonly version: string; readonly before: string } | undefined;

  constructor(options: NodeNetworkWriterOptions) {
    this.#options = options;
  }

  /** The watch has seen that the object is not there. */
  missing(): void {
    this.#missing = true;
    this.changed();
  }

  /** To be called whenever what is to be said, or what stands there, may have changed. */
  changed(): void {
    if (this.#stopping.signal.aborted || this.#running) return;
    const due = this.#nextWrite();
    if (due === undefined || due >= this.#due) return;
    clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.#due = Number.POSITIVE_INFINITY;
        this.#running = this.#write().finally(() => {
          this.#running = undefined;
          this.changed();
        });
      },
      Math.max(0, due - performance.now()),
    );
  }

  /** Ends the writing; resolves when no call is under way. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error('the agent is stopping'));
    clearTimeout(this.#timer);
    await this.#running;
  }

  /** When to write next; `undefined` when there is nothing to say. */
  #nextWrite(): number | undefined {
    if (this.#missing) return this.#earliest;
    const patch = this.#patch();
    if (!patch) return undefined;
    return patch.countersOnly ? Math.max(this.#earliest, this.#lastWrite + counterIntervalMs) : this.#earliest;
  }

  async #write(): Promise<void> {
    const { log, intervalMs = 1_000 } = this.#options;
    try {
      if (this.#missing) await this.#create();
      const patch = this.#patch();
      if (!patch) return;
      this.#lastWrite = performance.now();
      this.#earliest = this.#lastWrite + intervalMs;
      log.debug('the NodeNetwork is written', { status: patch.status });
      const answer = await this.#options.client.patch<KubeObject>(
        kinds.NodeNetwork,
        { name: this.#options.node },
        { status: patch.status },
        { subresource: 'status', resourceVersion: patch.version, signal: this.#stopping.signal },
      );
      this.#written = { version: answer.metadata.resourceVersion ?? '', before: patch.version };
    } catch (error) {
      if (this.#stopping.signal.aborted) return;
      this.#earliest = performance.now() + intervalMs;
      // Somebody else wrote first: the watch brings the newer object, and with it the next look.
      if (error instanceof KubeError && error.reason === 'Conflict') return;
      if (error instanceof KubeError && error.reason === 'NotFound') {
        this.#missing = true;
        return;
      }
      log.warn('the NodeNetwork can not be written', { error });
      this.#earliest = performance.now() + 5_000;
    }
  }

  async #create(): Promise<void> {
    const { client, node, nodeUid } = this.#options;
    const uid = nodeUid();
    if (uid === undefined) {
      this.#missing = false; // without a Node there is nothing to describe; its arrival asks again
      return;
    }
    this.#earliest = performance.now() + (this.#options.intervalMs ?? 1_000);
    const owner = { apiVersion: 'v1', kind: 'Node', name: node, uid };
    const object = { apiVersion, kind: 'NodeNetwork', metadata: { name: node, ownerReferences: [owner] }, spec: {} };
    try {
      await client.create(kinds.NodeNetwork, object, { signal: this.#stopping.signal });
    } catch (error) {
      if (!(error instanceof KubeError) || error.reason !== 'AlreadyExists') throw error;
    }
    this.#missing = false;
  }

  /** What is to be written over the object as it was seen; `undefined` when it says all that already. */
  #patch(): Patch | undefined {
    const current = this.#options.current();
    const report = this.#options.report();
    if (!current || !report) return undefined;
    const version = current.metadata.resourceVersion;
    if (this.#written?.before === version) return undefined; // our own write has not come back yet
    const status = (current.status ?? {}) as Readonly<Record<string, unknown>>;
    const previous: readonly Condition[] = current.status?.conditions ?? [];
    const generation = current.metadata.generation;
    const conditions = buildConditions(report.verdicts, { generation, previous, now: new Date() });
    const changed: Record<string, unknown> = {};
    for (const [field, value] of Object.entries(report.status)) {
      if (!equal(withoutHoles(value), status[field])) changed[field] = value === undefined ? null : mergeable(value);
    }
    if (!sameConditions(conditions, previous) && !speaksForUs(previous, report)) changed.conditions = conditions;
    if (Object.keys(changed).length === 0) return undefined;
    const countersOnly = Object.keys(changed).every((field) => field === 'ports');
    return { status: { ...changed, observedGeneration: generation }, version, countersOnly };
  }
}

/** The controller says that this agent is lost while its Node is not ready; as long as that is all it says, it is not contradicted before we are well again. */
function speaksForUs(previous: readonly Condition[], report: NodeReport): boolean {
  return findCondition(previous, 'Ready')?.reason === 'AgentLost' && report.verdicts.Ready.status !== 'True';
}

function withoutHoles(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}

/** In a merge patch (RFC 7396) a member that shall go is null. */
function mergeable(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, member === undefined ? null : member]));
}
