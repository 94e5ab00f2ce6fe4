/**
 * The controller: the line on OVN_Northbound, with allocation, caretaking and report behind it, while it leads.
 *
 *   feed ─▶ line ─▶ OVN_Northbound          standby: the feed fills the store, nothing is written
 *    ▲       │                              leader:  epoch, then quorum lists, then everything
 *    └───────┴─▶ allocator, caretaker, reporter ─▶ API server
 */
import { fieldManagers, systemNamespace } from '../../src/api/index.ts';
import { allKinds } from '../../src/kinds/index.ts';
import { EventRecorder, KubeClient, type KubeConnection, LeaderElection } from '../../src/kube/index.ts';
import type { Log } from '../../src/log.ts';
import { currentEpoch, DeposedError, fence, takeEpoch } from '../../src/northbound/epoch.ts';
import { northbound } from '../../src/northbound/managed.ts';
import { OvsdbClient, type TlsMaterial } from '../../src/ovsdb/index.ts';
import { FencedError, Line } from '../../src/reconcile/line.ts';
import { nothing } from '../../src/reconcile/output.ts';
import { Store } from '../../src/store/store.ts';
import type { Inputs } from '../../src/topology/facts.ts';
import { indexes } from '../../src/topology/indexes.ts';
import type { Metrics } from '../process/index.ts';
import { Allocator } from './allocator.ts';
import { Caretaker } from './caretaker.ts';
import { ChassisSweeper } from './chassis-sweeper.ts';
import { Feed, feedDatabase } from './feed.ts';
import { lineMetrics } from './line-metrics.ts';
import { Reporter } from './reporter.ts';

/** Settings of a {@link Controller}. */
export interface ControllerOptions {
  readonly connection: KubeConnection;
  readonly northbound: readonly string[];
  readonly southbound: readonly string[];
  readonly tls?: TlsMaterial | undefined;
  /** Namespace of the Lease. */
  readonly leaseNamespace?: string;
  /** Identifies this cluster in the database. Default: the uid of namespace kube-system. */
  readonly installation?: string | undefined;
  readonly metrics: Metrics;
  readonly log: Log;
}

/** Milliseconds between the transactions of a burst: ovn-northd before 24.03 computes everything anew after each. */
const BURST_INTERVAL_MS = 250;

/** Lists of the wanted tables, from the rules of what is managed. */
const tables = Object.fromEntries([
  ...Object.entries(northbound.tables).map(([table, rules]) => {
    const columns = [
      ...new Set([
        ...rules.ours,
        ...Object.keys(rules.references ?? {}),
        ...(rules.collected ?? []),
        ...(table === 'Logical_Switch_Port' ? ['up'] : []),
      ]),
    ];
    return [table, { columns, indexes: ['external_ids:subnetes-owner'] }] as const;
  }),
  ['NB_Global', { columns: ['external_ids', 'nb_cfg', 'sb_cfg'] }] as const,
]);

/** One controller process. */
export class Controller {
  readonly #options: ControllerOptions;
  readonly #client: KubeClient;
  readonly #election: LeaderElection;
  readonly #database: OvsdbClient;
  readonly #ended = new AbortController();
  #feed: Feed | undefined;
  #stop: (() => void) | undefined;

  constructor(options: ControllerOptions) {
    this.#options = options;
    const { connection, metrics, log, tls } = options;
    this.#client = new KubeClient(connection, {
      fieldManager: fieldManagers.controller,
      fence: () => this.#election.holds(),
      observe: metrics.observeCall,
    });
    this.#database = new OvsdbClient({
      database: 'OVN_Northbound',
      endpoints: options.northbound,
      tables,
      log,
      ...(tls ? { tls } : {}),
    });
    this.#election = new LeaderElection({
      client: this.#client,
      namespace: options.leaseNamespace ?? systemNamespace,
      name: 'controller',
      log,
      minimumTransitions: () => this.#minimumEpoch(),
    });
  }

  #installation = '';

  /** Why it is not ready; `undefined` when it is. A standby with a complete store is ready. */
  unready(): string | undefined {
    if (!this.#database.connected) return 'the northbound database does not answer';
    return this.#synced ? undefined : 'the watches are not complete yet';
  }

  #synced = false;

  /**
   * Runs until {@link stop}. Rejects when this process can't go on: it lost its Lease or its epoch, and must end and start anew.
   */
  async run(): Promise<void> {
    const { log, metrics } = this.#options;
    const signal = this.#ended.signal;
    this.#installation = this.#options.installation ?? (await this.#uidOfKubeSystem(signal));
    const { line, store } = this.#buildLine();
    const onError = (error: unknown) => this.#ended.abort(error);
    const feed = new Feed(this.#client, line, log, onError);
    this.#feed = feed;
    feedDatabase(this.#database, line, this.#installation);
    const context = { client: this.#client, store, line, feed, log };
    const events = new EventRecorder({
      client: this.#client,
      controller: 'subnetes.io/controller',
      instance: this.#election.identity.slice(0, 128),
      log,
    });
    const stages = [new Allocator(context), new Caretaker(context), new Reporter(context, events)];
    const sweeper = new ChassisSweeper({
      endpoints: this.#options.southbound,
      tls: this.#options.tls,
      feed,
      store,
      log,
    });
    this.#stop = () => {
      for (const stage of stages) stage.stop();
      sweeper.stop();
    };
    this.#database.start();
    feed.start();
    await feed.synced(signal);
    this.#synced = true;
    log.info('watches complete, waiting for the lease', { identity: this.#election.identity });
    const { transitions: epoch } = await this.#election.acquire(signal);
    metrics.leading.set(1);
    metrics.epoch.set(epoch);
    void this.#election.lost.then((reason) => this.#ended.abort(new DeposedError(`the lease is lost: ${reason}`)));
    this.#epoch = epoch;
    await takeEpoch(this.#database, this.#installation, epoch, signal);
    await feed.barrier(signal);
    log.info('leading', { epoch, installation: this.#installation });
    // The intake of the standby time is in the store before anybody decides anything.
    line.drainOnly();
    for (const stage of stages) stage.activate();
    sweeper.start();
    await this.#lead(line, epoch, signal);
    signal.throwIfAborted();
  }

  /** Runs the line; after a wipe or restore of the database the epoch is taken again, if the Lease is still ours. */
  async #lead(line: Line<Inputs>, epoch: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await line.run(signal);
      } catch (error) {
        if (!(error instanceof FencedError)) throw error;
        if (!this.#election.holds()) throw new DeposedError('the lease is not ours any more', { cause: error });
        this.#options.log.warn('the database does not hold our epoch; taking it again', {
          epoch,
          error: error.message,
        });
        await takeEpoch(this.#database, this.#installation, epoch, signal);
      }
    }
  }

  #epoch = 0;

  /** Ends everything and hands the Lease back. */
  async stop(): Promise<void> {
    this.#stop?.();
    this.#ended.abort(new Error('stopped'));
    await this.#feed?.stop();
    await this.#election.release().catch(() => {});
    await this.#database.stop();
    this.#client.close();
  }

  #buildLine(): { line: Line<Inputs>; store: Store<Inputs> } {
    const { log, metrics } = this.#options;
    const store = new Store<Inputs>(indexes);
    const context = { installation: this.#installation };
    const line = new Line<Inputs>({
      store,
      kinds: allKinds.map(({ name, northbound: translate }) => ({
        kind: name,
        translate: (world, key) => translate?.(context, world, key) ?? { resolved: true, output: nothing },
      })),
      database: this.#database,
      dialect: northbound,
      installation: this.#installation,
      fence: () => {
        if (!this.#election.holds()) throw new FencedError('the lease is past its deadline');
        return [fence(this.#installation, this.#epoch)];
      },
      // `up` of a port is its own confirmation; ovn-northd confirms everything else (NB_Global.nb_cfg and sb_cfg).
      confirmation: {
        table: 'NB_Global',
        raised: 'nb_cfg',
        repeated: 'sb_cfg',
        needed: ({ owner }) => !owner.startsWith('IP/'),
      },
      confirmAbsent: () => this.#feed?.barrier(this.#ended.signal) ?? Promise.resolve(),
      intervalMs: BURST_INTERVAL_MS,
      observer: lineMetrics(metrics.registry, log),
    });
    line.keepDrainedWhileStandby();
    return { line, store };
  }

  async #minimumEpoch(): Promise<number> {
    await this.#database.synced(this.#ended.signal);
    return currentEpoch(this.#database, this.#installation);
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
