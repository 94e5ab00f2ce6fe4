/**
 * Kubernetes Events (events.k8s.io/v1): what `kubectl describe` shows under an object. Repetitions become one Event with
 * a series; one object can't make more than a few; nothing that goes wrong here ever reaches the caller.
 */
import { randomBytes } from 'node:crypto';
import { type Log, silentLog } from '../log.ts';
import type { KubeClient } from './client.ts';
import { KubeError } from './errors.ts';
import { microTime } from './micro-time.ts';
import type { KubeObject, ResourceType } from './resource.ts';

const eventsType: ResourceType = {
  group: 'events.k8s.io',
  version: 'v1',
  plural: 'events',
  kind: 'Event',
  namespaced: true,
};

/** The object that an Event is about. */
export interface Regarding {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string | undefined;
  readonly uid?: string | undefined;
  readonly resourceVersion?: string | undefined;
}

/** One thing that happened. */
export interface RecordedEvent {
  readonly regarding: Regarding;
  readonly type: 'Normal' | 'Warning';
  /** Why, in UpperCamelCase, from a closed set; at most 128 characters. */
  readonly reason: string;
  /** What was done or attempted, in UpperCamelCase; at most 128 characters. */
  readonly action: string;
  /** What a person reads: the names involved and the cure; cut to 1024 bytes. */
  readonly note: string;
}

/** Settings of an {@link EventRecorder}. */
export interface EventRecorderOptions {
  readonly client: KubeClient;
  /** Who reports, for example `subnetes.io/controller`. */
  readonly controller: string;
  /** Which process of it, for example the pod's name. At most 128 characters. */
  readonly instance: string;
  /** Milliseconds between two writes of one series; repetitions in between are counted. Default 30,000. */
  readonly seriesIntervalMs?: number;
  /** Different Events that one object may cause at once; one more each `refillMs`. Default 10. */
  readonly burst?: number;
  /** Default 60,000 milliseconds. */
  readonly refillMs?: number;
  readonly log?: Log;
}

/** After so long without a repetition a series is over, and the next occurrence is a new Event. */
const SERIES_LIFE_MS = 6 * 60_000;

/** Bounds the memory: the oldest series and buckets are forgotten first. */
const MOST_REMEMBERED = 4_096;

interface EventObject extends KubeObject {
  readonly eventTime: string;
  readonly [member: string]: unknown;
}

interface Series {
  readonly namespace: string;
  readonly name: string;
  readonly event: RecordedEvent;
  count: number;
  /** Count that a write under way or done has taken over. */
  requested: number;
  /** Count that the server has. */
  written: number;
  lastAt: Date;
  timer: NodeJS.Timeout | undefined;
  /** Writes of one series follow each other. */
  last: Promise<void>;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Writes Events in the background. */
export class EventRecorder {
  readonly #options: EventRecorderOptions;
  readonly #log: Log;
  readonly #series = new Map<string, Series>();
  readonly #buckets = new Map<string, Bucket>();
  #dropped = 0;
  #stopped = false;

  constructor(options: EventRecorderOptions) {
    this.#options = options;
    this.#log = options.log ?? silentLog;
  }

  /** Events that were not written: over the bound of their object, or refused. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Reports that something happened. Returns at once and never throws. */
  record(event: RecordedEvent): void {
    if (this.#stopped) return;
    const { regarding, type, reason, action } = event;
    const object = JSON.stringify([regarding.kind, regarding.namespace, regarding.name, regarding.uid]);
    // The note belongs to the key: an Event whose text is that of another occurrence would lie.
    const key = JSON.stringify([object, type, reason, action, event.note]);
    const at = new Date();
    const known = this.#series.get(key);
    if (known !== undefined && at.getTime() - known.lastAt.getTime() < SERIES_LIFE_MS) {
      known.count += 1;
      known.lastAt = at;
      this.#later(known);
      return;
    }
    if (!this.#allowed(object)) {
      this.#dropped += 1;
      return;
    }
    const series: Series = {
      namespace: regarding.namespace ?? 'default',
      // A name like kubectl's own: the object's, and something unique; at most 253 characters.
      name: `${regarding.name.slice(0, 230)}.${randomBytes(8).toString('hex')}`,
      event,
      count: 1,
      requested: 0,
      written: 0,
      lastAt: at,
      timer: undefined,
      last: Promise.resolve(),
    };
    remember(this.#series, key, series, (old) => clearTimeout(old.timer));
    this.#write(series);
  }

  /** Writes what is still counted only, waits for all writes until the signal is aborted, and records nothing more. */
  async stop(signal?: AbortSignal): Promise<void> {
    this.#stopped = true;
    const all = [...this.#series.values()];
    for (const series of all) {
      clearTimeout(series.timer);
      if (series.count > series.requested) this.#write(series);
    }
    const aborted = new Promise<void>((resolve) => {
      if (signal?.aborted) resolve();
      else signal?.addEventListener('abort', () => resolve(), { once: true });
    });
    await Promise.race([Promise.all(all.map((series) => series.last)), aborted]);
  }

  #later(series: Series): void {
    if (series.timer !== undefined) return;
    series.timer = setTimeout(() => {
      series.timer = undefined;
      this.#write(series);
    }, this.#options.seriesIntervalMs ?? 30_000);
    series.timer.unref(); // stop() writes what is left
  }

  #write(series: Series): void {
    series.requested = series.count;
    series.last = series.last
      .then(() => this.#store(series))
      .catch((error: unknown) => {
        this.#dropped += 1;
        this.#log.debug('an Event was not written', {
          reason: series.event.reason,
          error: error instanceof Error ? error.message : String(error),
        });
      });
  }

  async #store(series: Series): Promise<void> {
    const { client } = this.#options;
    const { namespace, name } = series;
    const { count } = series;
    const repeated = { series: { count, lastObservedTime: microTime(series.lastAt) } };
    if (series.written > 0) {
      try {
        await client.patch(eventsType, { namespace, name }, repeated);
        series.written = count;
        return;
      } catch (error) {
        // The server forgets Events after an hour: begin again.
        if (!(error instanceof KubeError && error.notFound)) throw error;
      }
    }
    const { regarding, type, reason, action, note } = series.event;
    const object: EventObject = {
      apiVersion: 'events.k8s.io/v1',
      kind: 'Event',
      metadata: { namespace, name },
      eventTime: microTime(series.lastAt),
      reportingController: this.#options.controller,
      reportingInstance: this.#options.instance.slice(0, 128),
      type,
      reason,
      action,
      note: cut(note),
      regarding,
      // A series has at least two occurrences.
      ...(count > 1 ? repeated : {}),
    };
    await client.create(eventsType, object);
    series.written = count;
  }

  /** Takes a token of the object's bucket. */
  #allowed(object: string): boolean {
    const burst = this.#options.burst ?? 10;
    const now = performance.now();
    const bucket = this.#buckets.get(object) ?? { tokens: burst, at: now };
    bucket.tokens = Math.min(burst, bucket.tokens + (now - bucket.at) / (this.#options.refillMs ?? 60_000));
    bucket.at = now;
    remember(this.#buckets, object, bucket, () => {});
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }
}

/** Sets an entry as the newest and forgets the oldest beyond the bound. */
function remember<V>(map: Map<string, V>, key: string, value: V, forget: (old: V) => void): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= MOST_REMEMBERED) return;
  const [oldest, old] = map.entries().next().value as [string, V];
  map.delete(oldest);
  forget(old);
}

/** The server accepts notes of at most 1024 bytes. */
function cut(note: string): string {
  const bytes = Buffer.from(note, 'utf8');
  if (bytes.length <= 1024) return note;
  // A character cut in the middle becomes U+FFFD, which is dropped.
  return `${bytes
    .subarray(0, 1018)
    .toString('utf8')
    .replace(/\uFFFD+$/, '')}…`;
}
