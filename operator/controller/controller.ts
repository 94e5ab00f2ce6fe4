/**
 * The controller: the line on OVN_Northbound, with allocation, caretaking and report behind it, while it leads.
 *
 *   feed ─▶ line ─▶ OVN_Northbound          standby: the feed fills the store, nothing is written
 *    ▲       │                              leader:  epoch, then quorum lists, then everything
 *    └───────┴─▶ allocator, caretaker, reporter ─▶ API server
 */
import { setMaxListeners } from 'node:events';
import { fieldManagers, systemNamespace } from '../../src/api/index.ts';
import { translatedKinds } from '../../src/kinds/index.ts';
import {
  apiVersionOf,
  EventRecorder,
  KubeClient,
  type KubeConnection,
  type KubeObject,
  LeaderElection,
  type Leadership,
  type Regarding,
} from '../../src/kube/index.ts';
import { type Log, silentLog } from '../../src/log.ts';
import { currentEpoch, DeposedError, fence, takeEpoch } from '../../src/northbound/epoch.ts';
import { northbound, northboundTables } from '../../src/northbound/managed.ts';
import { OvsdbClient, type OvsdbClientOptions } from '../../src/ovsdb/index.ts';
import { FencedError, Line, splitOwner } from '../../src/reconcile/line.ts';
import { nothing } from '../../src/reconcile/output.ts';
import { Store } from '../../src/store/store.ts';
import type { Inputs } from '../../src/topology/facts.ts';
import { indexes } from '../../src/topology/indexes.ts';
import { implications } from '../../src/topology/pod-sets.ts';
import { type SourceKind, sources } from '../../src/topology/sources.ts';
import type { Metrics } from '../process/index.ts';
import { Allocator } from './allocator.ts';
import { Caretaker } from './caretaker.ts';
import { ChassisSweeper } from './chassis-sweeper.ts';
import { Clock } from './clock.ts';
import { ClusterPolicyStatus } from './cluster-policy-status.ts';
import { type DatabaseAccess, type DatabaseFlags, databaseAccess } from './database-access.ts';
import { Feed, feedDatabase } from './feed.ts';
import { lineMetrics } from './line-metrics.ts';
import { LoadBalancerStatus } from './load-balancer-status.ts';
import { Reporter } from './reporter.ts';
import { feedSouthbound, southboundClient } from './southbound.ts';
import type { StageContext } from './stage.ts';

/** Settings of a {@link Controller}. */
export interface ControllerOptions {
  readonly connection: KubeConnection;
  /** Where the databases are; NetworkConfig `default` says what this leaves open. */
  readonly database: DatabaseFlags;
  /** Namespace of the Lease. */
  readonly leaseNamespace?: string;
  /** Identifies this cluster in the database. Default: the uid of namespace kube-system. */
  readonly installation?: string | undefined;
  readonly metrics: Metrics;
  readonly log: Log;
}

/**
 * Milliseconds between two transactions, because ovn-northd computes after each, before 24.03 everything anew: twice what it takes, so that
 * it keeps up whatever the cluster's size. While many pods wait for their IP more is surely coming.
 */
function intervalMs(northdMs: number | undefined, backlog: number): number {
  if (backlog > 50) return 1000;
  return Math.min(2 * (northdMs ?? 50), 500);
}

/** One controller process. */
export class Controller {
  readonly #options: ControllerOptions;
  readonly #client: KubeClient;
  readonly #election: LeaderElection;
  readonly #ended = new AbortController();
  #database: OvsdbClient | undefined;
  /**
   * A connection of its own for the epoch until this process leads: it replicates one row, and all rows of a large cluster take seconds, in
   * which the API server can make its lists already.
   */
  #epochs: OvsdbClient | undefined;
  #southbound: OvsdbClient | undefined;
  #feed: Feed | undefined;
  #clock: Clock | undefined;
  #stopStages: () => void = () => {};
  #backlog: () => number = () => 0;
  #synced = false;
  #installation = '';
  #epoch = 0;

  constructor(options: ControllerOptions) {
    this.#options = options;
    const { connection, metrics, log } = options;
    setMaxListeners(0, this.#ended.signal); // every watch listens
    this.#client = new KubeClient(connection, {
      fieldManager: fieldManagers.controller,
      fence: () => this.#election.holds(),
      observe: metrics.observeCall,
    });
    this.#election = new LeaderElection({
      client: this.#client,
      namespace: options.leaseNamespace ?? systemNamespace,
      name: 'controller',
      log,
      minimumTransitions: () => this.#minimumEpoch(),
    });
  }

  /** Whether {@link stop} was called. */
  get stopping(): boolean {
    return this.#ended.signal.aborted && this.#ended.signal.reason instanceof StoppedError;
  }

  /** Why it is not ready; `undefined` when it is. A standby with a complete store is ready. */
  unready(): string | undefined {
    if (!this.#database)
      return 'nobody says where the northbound database is: NetworkConfig default, spec.database.northbound';
    if (!this.#database.connected) return 'the northbound database does not answer';
    return this.#synced ? undefined : 'the watches are not complete yet';
  }

  /**
   * Runs until {@link stop}. Rejects when this process can't go on: it lost its Lease or its epoch, and must end and start anew.
   */
  async run(): Promise<void> {
    const { log } = this.#options;
    const signal = this.#ended.signal;
    const access = await databaseAccess(this.#client, this.#options.database, log, signal);
    this.#installation = this.#options.installation ?? (await this.#uidOfKubeSystem(signal));
    const epochs = this.#connect(access, { NB_Global: northboundTables.NB_Global }, silentLog);
    const database = this.#connect(access, northboundTables, log);
    this.#epochs = epochs;
    this.#database = database;
    const store = new Store<Inputs>(indexes, implications);
    const instance = this.#election.identity.slice(0, 128);
    const events = new EventRecorder({ client: this.#client, controller: 'subnetes.io/controller', instance, log });
    const line = this.#buildLine(store, database, events);
    const feed = new Feed(this.#client, line, log, (error) => this.#ended.abort(error));
    this.#feed = feed;
    feedDatabase(database, line, this.#installation);
    this.#clock = new Clock({ line });
    this.#clock.follow(feed);
    this.#southbound = southboundClient({ endpoints: access.southbound, tls: access.tls, log });
    if (this.#southbound) feedSouthbound(this.#southbound, line);
    const stages = this.#buildStages({ client: this.#client, store, line, feed, log }, events);
    epochs.start();
    database.start();
    this.#southbound?.start();
    // Epoch, then quorum lists, and only then does anybody decide anything (law 8). Who finds the Lease free has not listed anything yet, and
    // its first lists are those; a standby lists first, to be warm, and makes sure of it when its turn has come.
    const candidacy = this.#candidacy(signal);
    const leadership = await candidacy.atOnce;
    if (leadership) await this.#takeOffice(leadership, epochs, signal);
    feed.start();
    // Of IPs there are most, and what they mean needs all the others. That a watch fails is heard of below.
    feed.syncedBut('IP', signal).then(
      () => line.warmWhileStandby(),
      () => {},
    );
    const slowest = await feed.synced(signal);
    await database.synced(signal);
    this.#synced = true;
    if (leadership) log.info('watches complete', { slowest });
    else {
      log.info('watches complete, waiting for the lease', { slowest, identity: this.#election.identity });
      await this.#takeOffice(await candidacy.leadership, epochs, signal);
      await feed.barrier(signal);
    }
    line.drainOnly();
    log.info('leading', { epoch: this.#epoch, installation: this.#installation });
    for (const stage of stages) {
      stage.activate();
      // What one says to the store, as the Subnets' counters, is there before the next speaks about it.
      line.drainOnly();
    }
    await this.#lead(line, database, signal);
    signal.throwIfAborted();
  }

  /** The leadership, whenever it comes, and at once if the Lease is free. */
  #candidacy(signal: AbortSignal): { leadership: Promise<Leadership>; atOnce: Promise<Leadership | undefined> } {
    let wait = (): void => {};
    const waits = new Promise<undefined>((resolve) => {
      wait = () => resolve(undefined);
    });
    const leadership = this.#election.acquire(signal, wait);
    return { leadership, atOnce: Promise.race([leadership, waits]) };
  }

  async #takeOffice({ transitions }: Leadership, epochs: OvsdbClient, signal: AbortSignal): Promise<void> {
    const { metrics } = this.#options;
    this.#epoch = transitions;
    metrics.leading.set(1);
    metrics.epoch.set(transitions);
    void this.#election.lost.then((reason) => this.#ended.abort(new DeposedError(`the lease is lost: ${reason}`)));
    await takeEpoch(epochs, this.#installation, transitions, signal);
    await epochs.stop();
  }

  /** Ends everything and hands the Lease back. */
  async stop(): Promise<void> {
    this.#stopStages();
    this.#clock?.stop();
    this.#ended.abort(new StoppedError('stopped'));
    await this.#feed?.stop();
    await this.#election.release().catch(() => {});
    await Promise.all([this.#epochs?.stop(), this.#database?.stop(), this.#southbound?.stop()]);
    this.#client.close();
  }

  #connect(
    { northbound: endpoints, tls }: DatabaseAccess,
    tables: OvsdbClientOptions['tables'],
    log: Log,
  ): OvsdbClient {
    return new OvsdbClient({ database: 'OVN_Northbound', endpoints, tables, log, ...(tls ? { tls } : {}) });
  }

  /** What acts on the store's news while we lead. */
  #buildStages(context: StageContext, events: EventRecorder) {
    const { feed, store, log } = context;
    const sweeper = new ChassisSweeper({ database: this.#southbound, feed, store, log });
    const allocator = new Allocator(context);
    this.#backlog = () => allocator.backlog;
    const stages = [
      allocator,
      new Caretaker(context),
      new Reporter(context, events),
      new LoadBalancerStatus(context, events),
      new ClusterPolicyStatus(context),
      sweeper,
    ];
    this.#stopStages = () => {
      for (const stage of stages) stage.stop();
    };
    return stages;
  }

  /** Runs the line; after a wipe or restore of the database the epoch is taken again, if the Lease is still ours. */
  async #lead(line: Line<Inputs>, database: OvsdbClient, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await line.run(signal);
      } catch (error) {
        if (!(error instanceof FencedError)) throw error;
        if (!this.#election.holds()) throw new DeposedError('the lease is not ours any more', { cause: error });
        this.#options.log.warn('the database does not hold our epoch; taking it again', {
          epoch: this.#epoch,
          error: error.message,
        });
        await takeEpoch(database, this.#installation, this.#epoch, signal);
      }
    }
  }

  #buildLine(store: Store<Inputs>, database: OvsdbClient, events: EventRecorder): Line<Inputs> {
    const { log, metrics } = this.#options;
    const context = { installation: this.#installation };
    const observer = lineMetrics(metrics.registry, log);
    const line = new Line<Inputs>({
      store,
      kinds: translatedKinds.map(({ name, northbound: translate }) => ({
        kind: name,
        translate: (world, key) => translate?.(context, world, key) ?? { resolved: true, output: nothing },
      })),
      database,
      dialect: northbound,
      installation: this.#installation,
      fence: () => {
        if (!this.#election.holds()) throw new FencedError('the lease is past its deadline');
        return [fence(this.#installation, this.#epoch)];
      },
      // `up` of a port is its own confirmation, and of Services nobody asks; ovn-northd confirms everything else (NB_Global.nb_cfg and sb_cfg).
      confirmation: {
        table: 'NB_Global',
        raised: 'nb_cfg',
        repeated: 'sb_cfg',
        needed: ({ owner }) => !owner.startsWith('IP/') && !owner.startsWith('Service/'),
      },
      confirmAbsent: () => this.#feed?.barrier(this.#ended.signal) ?? Promise.resolve(),
      intervalMs: (northdMs) => intervalMs(northdMs, this.#backlog()),
      observer: {
        ...observer,
        healed: (owner, change) => {
          observer.healed?.(owner, change);
          const regarding = regardingOwner(owner, store);
          const note = `Somebody else changed ${change.table} ${change.uuid}, which holds rows of this object; it was put back.`;
          if (regarding) events.record({ regarding, type: 'Warning', reason: 'PutBack', action: 'Heal', note });
        },
      },
    });
    line.keepDrainedWhileStandby();
    return line;
  }

  async #minimumEpoch(): Promise<number> {
    if (!this.#epochs) return 0;
    await this.#epochs.synced(this.#ended.signal);
    return currentEpoch(this.#epochs, this.#installation);
  }

  async #uidOfKubeSystem(signal: AbortSignal): Promise<string> {
    const namespace = await this.#client.get(
      { group: '', version: 'v1', plural: 'namespaces', kind: 'Namespace', namespaced: false },
      { name: 'kube-system' },
      { signal },
    );
    return namespace.metadata.uid ?? '';
  }
}

/** The object behind an owner of rows, for an event about it. */
function regardingOwner(owner: string, store: Store<Inputs>): Regarding | undefined {
  const { kind, key } = splitOwner(owner);
  const object = store.raw(kind as 'Vpc', key) as KubeObject | undefined;
  return (
    object && {
      apiVersion: apiVersionOf(sources[kind as SourceKind].type),
      kind,
      name: object.metadata.name,
      namespace: object.metadata.namespace,
      uid: object.metadata.uid,
    }
  );
}

/** Why a controller that was asked to end has ended. */
class StoppedError extends Error {
  override readonly name = 'StoppedError';
}
