/**
 * The agent of one node: watches and the local database go into one store, the line writes the database, and what the database can
 * not hold (links, addresses, routes, the NodeNetwork's status, the CNI configuration) hangs on the same store.
 *
 *   API server ─▶ ClusterWatch ─┐                     ┌─▶ SandboxPorts ◀─ PodSandboxes ◀─ CniServer ◀─ plugin
 *   Open_vSwitch ─▶ LocalDatabase ─▶ store ─▶ line ───┤
 *   kernel ─▶ LinkMonitor ──────┘                     └─▶ AttachmentDevices, NodeFilter, Ceilings, NodeNetworkWriter, conflist
 */
import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fieldManagers, type NodeNetwork } from '../../src/api/index.ts';
import { vswitch as translateMirrorSession } from '../../src/kinds/mirror-session/vswitch.ts';
import { type NodeReport, report } from '../../src/kinds/node-network/report.ts';
import { vswitch as translateNodeNetwork } from '../../src/kinds/node-network/vswitch.ts';
import { KubeClient, type KubeConnection } from '../../src/kube/index.ts';
import type { Log } from '../../src/log.ts';
import { readStamp } from '../../src/reconcile/dialect.ts';
import { FencedError, Line, type LineObserver } from '../../src/reconcile/line.ts';
import { equal } from '../../src/store/equal.ts';
import { type Index, Store } from '../../src/store/store.ts';
import { indexes } from '../../src/topology/indexes.ts';
import { type NodeAttachment, nodeAttachments } from '../../src/topology/node-attachments.ts';
import { type NodeEgress, nodeEgress } from '../../src/topology/node-egress.ts';
import { isLoopback, type NodeServices, nodeServices } from '../../src/topology/node-services.ts';
import { type Uplink, uplinksOfNode } from '../../src/topology/provider-networks.ts';
import { allLinkRates } from '../../src/vswitch/ceilings.ts';
import { translateChassis, tunnelAddressOf } from '../../src/vswitch/chassis.ts';
import { type AgentInputs, type HostFacts, local } from '../../src/vswitch/facts.ts';
import { integrationBridge, nodeInstallation, vswitch } from '../../src/vswitch/managed.ts';
import { type MirrorDevice, mirrorDevices } from '../../src/vswitch/mirrors.ts';
import { sandboxKey, translateSandbox } from '../../src/vswitch/sandbox.ts';
import { translateUplink } from '../../src/vswitch/uplink.ts';
import { StoreAssignments } from './assignments.ts';
import { AttachmentDevices } from './attachment-devices.ts';
import { Ceilings } from './ceilings.ts';
import { ClusterWatch } from './cluster-watch.ts';
import { CniServer } from './cni-server.ts';
import { writeConflist } from './conflist.ts';
import { HealthChecks } from './health-checks.ts';
import { detectDatapath, hostAddresses, hostVersions } from './host.ts';
import { isAboutNeighbour, LinkMonitor } from './link-monitor.ts';
import { LocalDatabase } from './local-database.ts';
import { MirrorDevices } from './mirror-devices.ts';
import { followMirrors } from './mirror-facts.ts';
import { NodeFilter } from './node-filter.ts';
import { NodeNetworkWriter } from './node-network-writer.ts';
import { hostInterfaces, releaseOrphans } from './orphans.ts';
import { installPlugin } from './plugin.ts';
import type { Datapath } from './pod-link.ts';
import { rulesetOf, table } from './ruleset.ts';
import { SandboxPorts } from './sandbox-ports.ts';
import { type AddTimes, PodSandboxes } from './sandboxes.ts';
import { servicesRulesetOf, servicesTable } from './services-ruleset.ts';
import { Signal } from './signal.ts';
import { endStaleFlows } from './stale-flows.ts';
import { setSysctl } from './sysctl.ts';
import { UplinkRows } from './uplink-rows.ts';
import { Uplinks } from './uplinks.ts';

/** How an {@link Agent} is set up. */
export type AgentOptions = {
  /** Name of the Node. */
  readonly node: string;
  readonly connection: KubeConnection;
  /** Where the local database is: `unix:FILE`. */
  readonly ovs: string;
  /** What ovn-controller shall use; NetworkConfig's servers when absent. */
  readonly southbound: readonly string[] | undefined;
  /** Where the plugin finds the agent. */
  readonly cniSocket: string;
  /** Where the container runtime looks for network configurations. */
  readonly cniConfDirectory: string;
  /** The CNI plugin to install and the folder where the container runtime looks for it; absent: that is somebody else's to do. */
  readonly plugin?: { readonly source: string; readonly folder: string } | undefined;
  /** The kind of datapath; found out when absent. */
  readonly datapath: Datapath | undefined;
  /** The agent's version. */
  readonly version: string;
  readonly log: Log;
  readonly observeCall?: NonNullable<ConstructorParameters<typeof KubeClient>[1]>['observe'];
  readonly observer?: LineObserver;
  /** Told how long each part of an ADD took. */
  readonly observeAdd?: (times: AddTimes) => void;
  /** Called with a bug of ours: the state is unknown, the process must end. */
  readonly onBug: (error: unknown) => void;
};

/** The agent. */
export class Agent {
  readonly #options: AgentOptions;
  readonly #stopping = new AbortController();
  readonly #store = new Store<AgentInputs>(indexes as readonly Index<AgentInputs>[]);
  readonly #client: KubeClient;
  readonly #database: LocalDatabase;
  readonly #line: Line<AgentInputs>;
  readonly #ports: SandboxPorts;
  readonly #assignments: StoreAssignments;
  readonly #devices: AttachmentDevices;
  readonly #ceilings: Ceilings;
  readonly #mirrors: MirrorDevices;
  readonly #uplinkRows: UplinkRows;
  readonly #uplinks: Uplinks;
  readonly #monitor: LinkMonitor;
  readonly #filter: NodeFilter;
  readonly #healthChecks: HealthChecks;
  readonly #watch: ClusterWatch;
  readonly #writer: NodeNetworkWriter;
  /**
   * Whether what has a loopback address may leave by the interfaces into Vpcs (ip-sysctl, route_localnet), for ports of containers on the
   * node's loopback. Known when the rules are in place that let nobody else use it.
   */
  #routesLoopback: { readonly interfaces: readonly string[]; readonly value: 0 | 1 } | undefined;
  readonly #loopbackDue = new Signal(async () => {
    const { interfaces = [], value = 0 } = this.#routesLoopback ?? {};
    for (const each of interfaces) await setSysctl(`ipv4/conf/${each}/route_localnet`, value);
  });
  /** What the node's kernel looks like; told to the store when it changed. */
  readonly #hostChanged = new Signal(() => this.#lookAtHost(), {
    onError: (error) => this.#options.log.warn("the node's addresses can not be read", { error }),
  });
  readonly #conflistDue = new Signal(() => this.#writeConflist(), {
    onError: (error) => this.#options.log.warn('the CNI configuration can not be written', { error }),
  });
  #host: HostFacts | undefined;
  #server: CniServer | undefined;
  #running: Promise<void> | undefined;
  /** What the agent has not done yet, as a sentence; `undefined` when it has started. */
  #starting: string | undefined = 'the Subnetes agent is starting: it waits for Open vSwitch';
  #conflistWritten = false;

  constructor(options: AgentOptions) {
    this.#options = options;
    const { node, log, onBug } = options;
    setMaxListeners(0, this.#stopping.signal); // every watch listens
    this.#client = new KubeClient(options.connection, {
      fieldManager: fieldManagers.agent,
      ...(options.observeCall ? { observe: options.observeCall } : {}),
    });
    this.#database = new LocalDatabase({
      endpoint: options.ovs,
      onFacts: (facts) => this.#line.put('OpenVSwitch', local, facts),
      log,
    });
    this.#line = new Line<AgentInputs>({
      store: this.#store,
      kinds: [
        { kind: 'OpenVSwitch', translate: translateChassis },
        { kind: 'NodeNetwork', translate: translateNodeNetwork },
        { kind: 'Sandbox', translate: translateSandbox },
        { kind: 'Uplink', translate: translateUplink },
        { kind: 'MirrorSession', translate: translateMirrorSession },
      ],
      database: this.#database.client,
      dialect: vswitch,
      installation: nodeInstallation,
      fence: () => this.#database.fence(),
      observer: this.#reporting(options.observer),
    });
    this.#ports = new SandboxPorts({ line: this.#line, store: this.#store, client: this.#database.client });
    this.#assignments = new StoreAssignments({ node, store: this.#store, client: this.#client, log });
    this.#devices = new AttachmentDevices({
      portOf: (device) => this.#portOf(device),
      onFacts: (device, facts) => {
        if (facts) this.#line.put('Device', device, facts);
        else this.#line.remove('Device', device);
      },
      log,
    });
    const rates = this.#store.root(
      'ceilings',
      (world) => world.derive(allLinkRates, ''),
      () => {},
    );
    this.#ceilings = new Ceilings({
      sandboxes: () => this.#ports.list(),
      ratesOf: (sandbox) => this.#store.graph.value(rates)[sandboxKey(sandbox)],
      onUnsupported: (unshaped) => {
        if (!this.#host) return;
        this.#host = { ...this.#host, unshaped };
        this.#line.put('Host', local, this.#host);
      },
      log,
    });
    this.#mirrors = new MirrorDevices({
      portOf: (device) => this.#mirrorPortOf(device),
      onFacts: (device, facts) => {
        if (facts) this.#line.put('Device', device, facts);
        else this.#line.remove('Device', device);
      },
      log,
    });
    followMirrors(this.#database.client, (name, facts) => {
      if (facts) this.#line.put('Mirror', name, facts);
      else this.#line.remove('Mirror', name);
    });
    this.#uplinkRows = new UplinkRows(this.#database.client);
    this.#uplinks = new Uplinks({
      rows: this.#uplinkRows,
      foreignMappings: () => this.#store.world.get('OpenVSwitch', local)?.foreignMappings ?? [],
      tunnelAddresses: () => this.#tunnelAddresses(),
      userspace: () => this.#host?.datapath === 'Userspace',
      onFacts: (network, facts) => {
        if (facts) this.#line.put('Uplink', network, facts);
        else this.#line.remove('Uplink', network);
      },
      log,
    });
    this.#monitor = new LinkMonitor({ onChange: (line) => this.#onLinkChange(line), log });
    this.#filter = new NodeFilter({ onFacts: (facts) => this.#line.put('Filter', local, facts), log });
    this.#healthChecks = new HealthChecks(log);
    this.#writer = new NodeNetworkWriter({
      client: this.#client,
      node,
      current: () => this.#store.raw('NodeNetwork', node) as NodeNetwork | undefined,
      nodeUid: () => this.#store.world.get('Node', node)?.meta.uid,
      report: () => this.#report,
      log,
    });
    this.#watch = new ClusterWatch({
      client: this.#client,
      line: this.#line,
      node,
      log,
      onBug,
      onNodeNetworkMissing: () => this.#writer.missing(),
    });
  }

  /** Resolves when the agent has started: its sandboxes are known, the line runs, requests are taken. */
  async start(): Promise<void> {
    const { signal } = this.#stopping;
    const { log, node, onBug } = this.#options;
    this.#host = {
      node,
      southbound: this.#options.southbound,
      datapath: this.#options.datapath ?? detectDatapath(undefined),
      addresses: [],
      versions: await hostVersions(this.#options.version),
    };
    await this.#monitor.start();
    this.#filter.start();
    await this.#lookAtHost();
    this.#follow();
    this.#line.keepDrainedWhileStandby();
    // Both at once: a node whose Open vSwitch is down shall say so in its NodeNetwork.
    const watching = this.#watch.start(signal);
    watching.catch(() => {}); // awaited below
    await this.#database.start(signal);
    const configured = this.#database.present['ovn-bridge-datapath-type'];
    const datapath = this.#options.datapath ?? detectDatapath(configured);
    this.#host = { ...this.#host, datapath };
    this.#line.put('Host', local, this.#host);
    // Before the line runs: it removes the ports of sandboxes that it does not know.
    this.#ports.recall();
    this.#devices.recall(this.#database.interfacesOf('NodeNetwork'));
    this.#uplinks.recall(this.#uplinkRows.recall());
    await this.#serve(datapath);
    this.#starting = 'the Subnetes agent is starting: it waits for the API server';
    await watching;
    this.#running = this.#runLine(signal).catch(onBug);
    const orphans = await releaseOrphans(this.#ports, await hostInterfaces(), log);
    this.#starting = undefined;
    this.#line.wake();
    log.info('started', { node, datapath, sandboxes: this.#ports.list().length, orphans: orphans.length });
  }

  /** Puts everything down; the node's network works on without the agent. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error('the agent is stopping'));
    await this.#server?.close();
    await Promise.all([
      this.#monitor.stop(),
      this.#filter.stop(),
      this.#healthChecks.stop(),
      this.#devices.stop(),
      this.#ceilings.stop(),
      this.#mirrors.stop(),
      this.#uplinks.stop(),
      this.#writer.stop(),
      this.#watch.stop(),
      this.#hostChanged.stop(),
      this.#loopbackDue.stop(),
      this.#conflistDue.stop(),
    ]);
    await this.#running;
    await this.#database.stop();
    this.#client.close();
  }

  /** Why pods can't be attached now, as a sentence; `undefined` if they can. */
  unready(): string | undefined {
    if (this.#starting !== undefined) return this.#starting;
    const { node } = this.#options;
    const { client } = this.#database;
    if (!client.connected) return `Open vSwitch does not answer on node ${node}: start ovsdb-server`;
    if (!this.#database.holdsLock) return `another Subnetes agent runs on node ${node}: end it`;
    if (!this.#report) return 'the Subnetes agent is starting: it has not looked at Open vSwitch yet';
    const { ResolvedRefs, Ready } = this.#report.verdicts;
    if (ResolvedRefs.status === 'False') return ResolvedRefs.message;
    return Ready.reason === 'ChassisNotRegistered' ? Ready.message : undefined;
  }

  /** Number of sandboxes, for metrics. */
  get sandboxes(): number {
    return this.#ports.list().length;
  }

  async #serve(datapath: Datapath): Promise<void> {
    const { cniSocket, log, node } = this.#options;
    const sandboxes = new PodSandboxes({
      node,
      ports: this.#ports,
      assignments: this.#assignments,
      datapath,
      prepare: (sandbox) => this.#ceilings.prepare(sandbox),
      unready: () => this.unready(),
      observeAdd: (times) => {
        log.debug('an interface was attached', { ...times });
        this.#options.observeAdd?.(times);
      },
      log,
    });
    const server = new CniServer({ path: cniSocket, sandboxes, log });
    await server.listen();
    this.#server = server;
  }

  /** Runs the line for ever. A transaction that the lock's loss refuses is no fault of the line: it goes on when we have the lock again. */
  async #runLine(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.#line.run(signal);
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof FencedError)) throw error;
        this.#options.log.warn('the local database refused to be written: this agent does not hold its lock', {
          error,
        });
        await this.#database.locked(signal).catch(() => undefined);
        // The server told of the refusal, not of who holds the lock; do not ask in circles.
        await delay(100, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  #report: NodeReport | undefined;

  /** Everything that follows the store outside the line: looked at after each drain, acted on when it says something new. */
  #follow(): void {
    const { node } = this.#options;
    let attachments: readonly NodeAttachment[] | undefined;
    const wantedDevices = this.#store.root(
      'attachments',
      (world) => world.derive(nodeAttachments, node),
      () => {},
    );
    let mirrors: readonly MirrorDevice[] | undefined;
    const wantedMirrors = this.#store.root(
      'mirrors',
      (world) => world.derive(mirrorDevices, ''),
      () => {},
    );
    let uplinks: readonly Uplink[] | undefined;
    const wantedUplinks = this.#store.root(
      'uplinks',
      (world) => world.derive(uplinksOfNode, node),
      () => {},
    );
    let egress: NodeEgress | undefined;
    let services: NodeServices | undefined;
    const wantedServices = this.#store.root(
      'Services',
      (world) => world.derive(nodeServices, node),
      () => {},
    );
    const wantedFilter = this.#store.root(
      'packet filter',
      (world) => world.derive(nodeEgress, node),
      () => {},
    );
    const wantedReport = this.#store.root(
      'report',
      (world) => report(world, node),
      () => {},
    );
    this.#line.afterDrain(() => {
      // Unknown is not absent: nothing is concluded before everything has been seen.
      if (!this.#watch.complete) return;
      const filter = this.#store.graph.value(wantedFilter);
      if (filter && filter !== egress) {
        egress = filter;
        this.#filter.want({ table, ruleset: rulesetOf(filter) });
      }
      const nowServices = this.#store.graph.value(wantedServices);
      if (nowServices && nowServices !== services) {
        services = nowServices;
        this.#wantServices(nowServices);
      }
      const now = this.#store.graph.value(wantedDevices);
      if (now && !equal(now, attachments)) {
        attachments = now;
        this.#devices.want(now);
        this.#hostChanged.raise();
      }
      const nowMirrors = this.#store.graph.value(wantedMirrors);
      if (!equal(nowMirrors, mirrors)) {
        mirrors = nowMirrors;
        this.#mirrors.want(nowMirrors);
      }
      const cards = this.#store.graph.value(wantedUplinks);
      if (cards && !equal(cards, uplinks)) {
        uplinks = cards;
        this.#uplinks.want(cards);
      }
      this.#report = this.#store.graph.value(wantedReport) ?? this.#report;
      if (!this.#store.raw('NodeNetwork', node) && this.#store.world.get('Node', node)) this.#writer.missing();
      this.#writer.changed();
      this.#assignments.changed();
      this.#ceilings.changed();
      if (!this.#conflistWritten && this.#canServe()) this.#conflistDue.raise();
    });
    this.#database.client.replica.on('changes', (changes) => {
      const concerns = (name: unknown) => attachments?.some((each) => each.interface === name);
      if (changes.some(({ table, row }) => table === 'Interface' && concerns(row.name))) this.#devices.look();
      const devices = this.#uplinks.devices();
      if (changes.some(({ table, row }) => table !== 'Open_vSwitch' && devices.includes(String(row.name))))
        this.#uplinks.look();
      if (changes.some(({ table, row }) => table === 'Interface' && this.#mirrors.concerns(String(row.name))))
        this.#mirrors.look();
    });
  }

  #wantServices(services: NodeServices): void {
    const { interfaces, forwards, healthChecks } = services;
    const loopback = forwards.some(({ address }) => address !== undefined && isLoopback(address));
    this.#filter.want({
      table: servicesTable,
      ruleset: servicesRulesetOf(services),
      onWritten: async () => {
        this.#routesLoopback = { interfaces, value: loopback ? 1 : 0 };
        this.#loopbackDue.raise();
        await endStaleFlows(services, this.#options.log);
      },
    });
    this.#healthChecks.want(healthChecks);
  }

  /** Those that are in force, and those that shall be. */
  #tunnelAddresses(): readonly string[] {
    const inForce = this.#database.present['ovn-encap-ip']?.split(',') ?? [];
    const wanted = tunnelAddressOf(this.#store.world, this.#options.node);
    return wanted === undefined ? inForce : [...inForce, wanted];
  }

  #canServe(): boolean {
    return this.unready() === undefined && this.#report?.verdicts.Ready.reason !== 'AttachmentDown';
  }

  async #writeConflist(): Promise<void> {
    if (this.#conflistWritten) return;
    const { cniConfDirectory, cniSocket, plugin, log } = this.#options;
    // Before the list that names it.
    if (plugin && (await installPlugin(plugin.source, plugin.folder)))
      log.info('the CNI plugin was installed', { folder: plugin.folder });
    await writeConflist(cniConfDirectory, cniSocket);
    this.#conflistWritten = true;
    log.info('the node can run pods: the CNI configuration is in place', { folder: cniConfDirectory });
  }

  #onLinkChange(line: string): void {
    const concernsDevice = this.#devices.concerns(line);
    if (concernsDevice) this.#devices.look();
    if (isAboutNeighbour(line)) return;
    if (concernsDevice) this.#loopbackDue.raise(); // one that was made anew has forgotten it
    const concernsUplink = this.#uplinks.concerns(line);
    if (concernsUplink) this.#uplinks.look();
    if (this.#mirrors.concerns(line)) this.#mirrors.look();
    // A tap without a carrier has lost ovs-vswitchd, which is about to be started again.
    if (line.includes('NO-CARRIER') && (concernsDevice || concernsUplink || line.includes(integrationBridge)))
      this.#database.forwardAtOnce();
    // Pods' links come and go by the hundred and are no addresses of the node's.
    if (!/\bh[0-9a-f]{13}\b/.test(line)) this.#hostChanged.raise();
  }

  async #lookAtHost(): Promise<void> {
    const host = this.#host;
    if (!host) return;
    const excluded = new Set(this.#store.keys('Device'));
    const addresses = await hostAddresses(excluded);
    this.#host = { ...(this.#host ?? host), addresses };
    this.#line.put('Host', local, this.#host);
  }

  #portOf(device: string): { number: number | undefined; requested: number | undefined } | undefined {
    const row = this.#database.interfaceRow(device);
    const number = (value: unknown) => (typeof value === 'number' ? value : undefined);
    return row && { number: number(row.ofport), requested: number(row.ofport_request) };
  }

  /** The port of a mirror's interface, if it is ours: another of that name is somebody else's. */
  #mirrorPortOf(device: string) {
    const row = this.#database.interfaceRow(device);
    if (!row || !readStamp(row.external_ids, nodeInstallation)) return undefined;
    const error = typeof row.error === 'string' && row.error !== '' ? row.error : undefined;
    const number = (value: unknown) => (typeof value === 'number' ? value : undefined);
    return { number: number(row.ofport), requested: number(row.ofport_request), error };
  }

  #reporting(observer: LineObserver | undefined): LineObserver {
    const { log } = this.#options;
    return {
      committed: (transactions, changes, milliseconds) => {
        log.debug('Open vSwitch was written', { transactions, changes, milliseconds: Math.round(milliseconds) });
        observer?.committed?.(transactions, changes, milliseconds);
      },
      healed: (owner, change) => {
        log.info('somebody else changed what is ours in Open vSwitch; it was put back', { owner, change });
        observer?.healed?.(owner, change);
      },
      failed: (owner, error) => {
        log.error('a translation or transaction failed', { owner, error });
        observer?.failed?.(owner, error);
      },
      refused: (owner, error) => {
        log.warn('Open vSwitch refused rows', { owner, error });
        observer?.refused?.(owner, error);
      },
    };
  }
}
