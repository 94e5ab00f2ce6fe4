/**
 * Leader election by a Lease (coordination.k8s.io/v1). It gives more than "am I the leader": the number of leadership
 * changes that the Lease counts (`spec.leaseTransitions`) is the epoch with which the leader fences its database
 * transactions, and {@link LeaderElection.holds} is the fence of its Kubernetes writes (law 8).
 */
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { type Log, silentLog } from '../log.ts';
import type { KubeClient } from './client.ts';
import { KubeError } from './errors.ts';
import { microTime } from './micro-time.ts';
import { Backoff, pause } from './pause.ts';
import { Reflector } from './reflector.ts';
import { compareVersions, type KubeObject, type ObjectMeta, type ResourceType } from './resource.ts';

/** The resource in which leaders are recorded. */
export const leases: ResourceType = {
  group: 'coordination.k8s.io',
  version: 'v1',
  plural: 'leases',
  kind: 'Lease',
  namespaced: true,
};

/** A Lease, as far as leader election uses it. Times are MicroTime (RFC 3339 with six decimals). */
export interface Lease extends KubeObject {
  readonly spec?: {
    /** Empty or absent: released. */
    readonly holderIdentity?: string;
    readonly leaseDurationSeconds?: number;
    readonly acquireTime?: string;
    readonly renewTime?: string;
    readonly leaseTransitions?: number;
  };
}

/** Settings of a {@link LeaderElection}. Seconds may be fractions except `leaseDurationSeconds`, which the API keeps as an integer. */
export interface LeaderElectionOptions {
  /** Its fence does not apply to the Lease. */
  readonly client: KubeClient;
  readonly namespace: string;
  /** Name of the Lease. */
  readonly name: string;
  /** Unique for each start of a process; by default host name and 64 random bits. */
  readonly identity?: string;
  /** After so long without a renewal others may take over. Default 15. */
  readonly leaseDurationSeconds?: number;
  /** After so long without a successful renewal the holder gives up; less than the lease's duration. Default 10. */
  readonly renewDeadlineSeconds?: number;
  /** Time between renewals; less than the renew deadline. Default 2. */
  readonly retryPeriodSeconds?: number;
  /**
   * The epoch that the database holds. The Lease gets a greater number when it is acquired, also if it is new: a Lease
   * that was deleted must not start the epochs again. Asked before each attempt; an error fails that attempt.
   */
  readonly minimumTransitions?: () => Promise<number> | number;
  readonly log?: Log;
}

/** What the winner of an election knows. */
export interface Leadership {
  /** `spec.leaseTransitions` as this process has written it: its epoch, greater than that of every leader before. */
  readonly transitions: number;
}

/** One candidacy: at most one leadership, and none after it was lost. A program that lost it ends and starts anew. */
export class LeaderElection {
  /** Resolves with the reason when the leadership, once acquired, is lost; never after {@link LeaderElection.release}. */
  readonly lost: Promise<string>;
  readonly identity: string;
  readonly #options: LeaderElectionOptions;
  readonly #durationMs: number;
  readonly #deadlineMs: number;
  readonly #periodMs: number;
  readonly #log: Log;
  readonly #watch: Reflector<Lease>;
  readonly #ended = new AbortController();
  #state: 'idle' | 'candidate' | 'leader' | 'lost' | 'released' = 'idle';
  #loseWith: (reason: string) => void = () => {};
  /** The Lease as last seen, and when that version was first seen. */
  #seen: Lease | undefined;
  /** By the monotonic clock alone: one that waits too long is harmless, one that takes over too early is not. */
  #seenAt = performance.now();
  #wake: () => void = () => {};
  /** The moment before the last renewal that succeeded was sent: our lease counts from there. */
  #renewedAt: Instant = now();
  #renewing: Promise<void> | undefined;

  constructor(options: LeaderElectionOptions) {
    const duration = options.leaseDurationSeconds ?? 15;
    const deadline = options.renewDeadlineSeconds ?? 10;
    const period = options.retryPeriodSeconds ?? 2;
    if (!(Number.isInteger(duration) && period > 0 && period < deadline && deadline < duration)) {
      throw new Error(
        'leader election: need 0 < retryPeriod < renewDeadline < leaseDuration, the last in whole seconds',
      );
    }
    this.#options = options;
    this.#durationMs = duration * 1000;
    this.#deadlineMs = deadline * 1000;
    this.#periodMs = period * 1000;
    this.#log = options.log ?? silentLog;
    this.identity = options.identity ?? `${hostname()}_${randomBytes(8).toString('hex')}`;
    this.lost = new Promise((resolve) => {
      this.#loseWith = resolve;
    });
    this.#watch = new Reflector<Lease>(options.client, leases, {
      namespace: options.namespace,
      fieldSelector: `metadata.name=${options.name}`,
      log: this.#log,
      onEvent: (event) => {
        // The watch may lag behind what a write or a read of ours has shown; only newer versions say something.
        const { resourceVersion } = event.object.metadata;
        const seen = this.#seen?.metadata.resourceVersion;
        if (resourceVersion && seen && compareVersions(resourceVersion, seen) < 0) return;
        this.#observe(event.type === 'put' ? event.object : undefined);
      },
    });
  }

  /**
   * May this process act as the leader at this very moment? Compares clocks when it is called, so that a process that was
   * suspended past its deadline knows before any timer fires. Once false, it stays false.
   */
  holds(): boolean {
    if (this.#state !== 'leader') return false;
    if (elapsedMs(this.#renewedAt) < this.#deadlineMs) return true;
    this.#lose('the lease was not renewed in time');
    return false;
  }

  /**
   * Waits until this process is the leader. It watches the Lease, so a released one is taken at once, an abandoned one as
   * soon as it has not changed for its duration.
   * @param onWait told when the Lease can't be taken at once
   * @throws the signal's reason
   */
  async acquire(signal?: AbortSignal, onWait: () => void = () => {}): Promise<Leadership> {
    if (this.#state !== 'idle') throw new Error('leader election: a candidacy is used once');
    this.#state = 'candidate';
    this.#watch.start();
    try {
      await this.#watch.synced(signal);
      const backoff = new Backoff(this.#periodMs / 8, this.#periodMs);
      for (;;) {
        const leadership = await this.#attempt(signal, onWait);
        if (leadership !== undefined) {
          this.#lead(leadership);
          return leadership;
        }
        onWait();
        await pause(backoff.next(), signal);
      }
    } catch (error) {
      this.#state = 'released';
      this.#ended.abort();
      await this.#watch.stop();
      throw error;
    }
  }

  /**
   * Gives the leadership back: the next candidate takes it at once. The number of transitions stays in the Lease.
   * Without a leadership it only ends the candidacy. Does not throw: a Lease that can't be given back runs out.
   */
  async release(): Promise<void> {
    const held = this.holds();
    if (this.#state !== 'lost') this.#state = 'released';
    this.#ended.abort();
    await this.#renewing;
    await this.#watch.stop();
    const lease = this.#seen;
    if (!held || lease?.spec?.holderIdentity !== this.identity) return;
    try {
      await this.#write(lease, { ...lease.spec, holderIdentity: '', leaseDurationSeconds: 1, renewTime: microTime() });
      this.#log.info('leadership released', { lease: this.#options.name, identity: this.identity });
    } catch (error) {
      this.#log.warn('the lease could not be released, it will run out', { error: message(error) });
    }
  }

  /** Waits until the Lease may be taken, and tries to. Undefined: someone else was faster, or the server did not answer. */
  async #attempt(signal: AbortSignal | undefined, onWait: () => void): Promise<Leadership | undefined> {
    for (;;) {
      const changed = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      const waitMs = this.#msUntilFree();
      if (waitMs <= 0) break;
      onWait();
      const timer = new AbortController();
      await Promise.race([changed, pause(waitMs, anySignal(signal, timer.signal))]).finally(() => timer.abort());
    }
    try {
      const lease = this.#seen;
      const least = (await this.#options.minimumTransitions?.()) ?? 0;
      const sentAt = now();
      // Our own name in it: an attempt whose answer was lost had succeeded. It counted already.
      const ours = lease?.spec?.holderIdentity === this.identity;
      const before = lease?.spec?.leaseTransitions ?? 0;
      const transitions = ours && before > least ? before : Math.max(before, least) + 1;
      const time = microTime();
      const written = await this.#write(lease, {
        holderIdentity: this.identity,
        leaseDurationSeconds: this.#durationMs / 1000,
        acquireTime: time,
        renewTime: time,
        leaseTransitions: transitions,
      });
      if (elapsedMs(sentAt) >= this.#deadlineMs) return undefined; // old already: look again
      this.#renewedAt = sentAt;
      this.#remember(written);
      return { transitions };
    } catch (error) {
      signal?.throwIfAborted();
      const lostRace = error instanceof KubeError && (error.conflict || error.alreadyExists);
      if (lostRace) this.#log.debug('another candidate was faster', { lease: this.#options.name });
      else this.#log.warn('the lease could not be acquired', { lease: this.#options.name, error: message(error) });
      await this.#reread(signal);
      return undefined;
    }
  }

  /** Milliseconds until the Lease may be taken: its whole duration from when its present version was first seen here. */
  #msUntilFree(): number {
    const spec = this.#seen?.spec;
    if (!spec?.holderIdentity || spec.holderIdentity === this.identity) return 0;
    return (spec.leaseDurationSeconds ?? this.#durationMs / 1000) * 1000 - (performance.now() - this.#seenAt);
  }

  #lead(leadership: Leadership): void {
    this.#state = 'leader';
    this.#log.info('leadership acquired', {
      lease: this.#options.name,
      identity: this.identity,
      transitions: leadership.transitions,
    });
    this.#renewing = this.#renew();
  }

  /** Renews until the end of the leadership. */
  async #renew(): Promise<void> {
    const { signal } = this.#ended;
    let timer: NodeJS.Timeout | undefined;
    const arm = () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.holds(), Math.max(1, this.#deadlineMs - elapsedMs(this.#renewedAt)));
    };
    try {
      for (;;) {
        arm();
        await pause(this.#periodMs, signal);
        await this.#renewOnce(signal);
      }
    } catch {
      // ended: lost or released, both said so already
    } finally {
      clearTimeout(timer);
    }
  }

  async #renewOnce(signal: AbortSignal): Promise<void> {
    if (!this.holds()) return;
    const lease = this.#seen;
    const sentAt = now();
    try {
      // Not ended by the signal: release() needs to know the version that this renewal makes.
      const written = await this.#write(lease, { ...lease?.spec, renewTime: microTime() });
      this.#remember(written);
      // An answer that comes after the deadline does not revive the leadership: others may have been told already.
      if (this.holds()) this.#renewedAt = sentAt;
    } catch (error) {
      signal.throwIfAborted();
      this.#log.warn('the lease could not be renewed', { lease: this.#options.name, error: message(error) });
      if (error instanceof KubeError && error.notFound) this.#lose('the lease was deleted');
      // Changed by someone: a holder that still is us (a label, an earlier renewal whose answer was lost), or a new one.
      else if (error instanceof KubeError && error.status === 409) await this.#reread(signal);
    }
  }

  /** Writes the Lease: only on top of the version seen, or as a new one. */
  #write(lease: Lease | undefined, spec: Lease['spec']): Promise<Lease> {
    const { client, namespace, name } = this.#options;
    const metadata: ObjectMeta = lease?.metadata ?? { namespace, name };
    const object = { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata, spec } as Lease;
    // One try must leave time for another before the deadline.
    const options = { unfenced: true, deadlineMs: this.#deadlineMs / 2 };
    return lease === undefined ? client.create(leases, object, options) : client.replace(leases, object, options);
  }

  /** Reads the Lease from the quorum, because the watch may lag behind. */
  async #reread(signal: AbortSignal | undefined): Promise<void> {
    const { client, namespace, name } = this.#options;
    try {
      this.#observe(await client.get<Lease>(leases, { namespace, name }, { signal, deadlineMs: this.#deadlineMs / 2 }));
    } catch (error) {
      if (error instanceof KubeError && error.notFound) this.#observe(undefined);
    }
  }

  /** What the watch or a read shows. */
  #observe(lease: Lease | undefined): void {
    if (this.#state === 'leader') {
      const holder = lease?.spec?.holderIdentity;
      if (lease === undefined) this.#lose('the lease was deleted');
      else if (holder !== this.identity) this.#lose(`the lease is held by ${holder || 'nobody'}`);
      else this.#remember(lease);
      return;
    }
    this.#remember(lease);
    this.#wake();
  }

  #remember(lease: Lease | undefined): void {
    const version = lease?.metadata.resourceVersion;
    if (version !== undefined && version === this.#seen?.metadata.resourceVersion) return;
    this.#seen = lease;
    this.#seenAt = performance.now();
  }

  #lose(reason: string): void {
    if (this.#state !== 'leader') return;
    this.#state = 'lost';
    this.#log.error('leadership lost', { lease: this.#options.name, identity: this.identity, reason });
    this.#ended.abort(new Error(reason));
    this.#loseWith(reason);
    void this.#watch.stop();
  }
}

/** A moment on two clocks. */
interface Instant {
  readonly monotonic: number;
  readonly wall: number;
}

function now(): Instant {
  return { monotonic: performance.now(), wall: Date.now() };
}

/**
 * Milliseconds since, by whichever clock says more. The monotonic clock stands still while a virtual machine is suspended,
 * the wall clock can be set: to give up a lease too early is harmless, to keep it too long is not.
 */
function elapsedMs(since: Instant): number {
  return Math.max(performance.now() - since.monotonic, Date.now() - since.wall);
}

function anySignal(first: AbortSignal | undefined, second: AbortSignal): AbortSignal {
  return first === undefined ? second : AbortSignal.any([first, second]);
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
