/**
 * Takes away what agents made on this node: the opposite of an agent, with its parts. Network cards get their addresses back first, as
 * when a ProviderNetwork is deleted; the line then runs over an empty world, so that no row of ours is left. What is not there any
 * more is no error: a removal that was killed is simply begun anew.
 */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../../src/log.ts';
import type { Mutation } from '../../src/ovsdb/index.ts';
import { type Dialect, stampOf } from '../../src/reconcile/dialect.ts';
import { Line } from '../../src/reconcile/line.ts';
import { Store } from '../../src/store/store.ts';
import { type AgentInputs, local, type OpenVSwitchFacts } from '../../src/vswitch/facts.ts';
import { bridgeMappingsKey, nodeInstallation, vswitch } from '../../src/vswitch/managed.ts';
import { translateUplink } from '../../src/vswitch/uplink.ts';
import { runCommand } from './command.ts';
import { conflistName } from './conflist.ts';
import { detectDatapath, hostVersions } from './host.ts';
import { LinkMonitor } from './link-monitor.ts';
import { LocalDatabase } from './local-database.ts';
import { hostInterfaces } from './orphans.ts';
import { pluginName } from './plugin.ts';
import { removeHostInterface } from './pod-link.ts';
import { UplinkRows } from './uplink-rows.ts';
import { Uplinks } from './uplinks.ts';

/** How a node is cleaned. */
export type RemovalOptions = {
  readonly node: string;
  /** Where the local database is: `unix:FILE`. */
  readonly ovs: string;
  readonly cniConfDirectory: string;
  readonly cniBinDirectory: string;
  /** The agent's folder, for sockets. */
  readonly stateDirectory: string;
  readonly version: string;
  readonly log: Log;
};

/**
 * Keys of `Open_vSwitch.external_ids` by which ovn-controller took part in our network. `system-id` and `hostname` stay: they say who the
 * node is, and its packages set them as well.
 */
const chassisSettings = ['ovn-remote', 'ovn-encap-type', 'ovn-encap-ip', 'ovn-bridge-datapath-type'] as const;

/** The rows alone: an empty world would want no `system-id` and no entry of anybody in the list of bridges. */
const ownRows: Dialect = {
  ...vswitch,
  tables: Object.fromEntries(Object.entries(vswitch.tables).map(([table, rules]) => [table, { ...rules, shared: {} }])),
};

/** All tables of ours in the node's packet filter are called so, or begin so. */
const filterTable = /^subnetes(-|$)/;

/**
 * Cleans the node. Waits until no agent runs on it any more.
 * @throws the signal's reason; what the kernel, the files or Open vSwitch refuse
 */
export async function removeFromNode(options: RemovalOptions, signal: AbortSignal): Promise<void> {
  const { cniConfDirectory, cniBinDirectory, stateDirectory, log } = options;
  const done = (what: string) => log.info('removed from this node', { what });
  // From now on the runtime starts no pod here.
  await rm(join(cniConfDirectory, conflistName), { force: true });
  done('CNI configuration');
  await cleanOpenVSwitch(options, signal);
  done('bridges, ports and settings of Open vSwitch');
  for (const name of await hostInterfaces()) await removeHostInterface(name);
  done('links of pods');
  for (const [family, name] of await filterTables()) await runCommand('nft', ['delete', 'table', family, name]);
  done('packet filter');
  await rm(join(cniBinDirectory, pluginName), { force: true });
  for (const name of await readdir(stateDirectory).catch(() => []))
    await rm(join(stateDirectory, name), { recursive: true, force: true });
  done('CNI plugin and state');
}

async function cleanOpenVSwitch({ node, ovs, version, log }: RemovalOptions, signal: AbortSignal): Promise<void> {
  const store = new Store<AgentInputs>([]);
  const database: LocalDatabase = new LocalDatabase({
    endpoint: ovs,
    onFacts: (facts) => line.put('OpenVSwitch', local, facts),
    log,
  });
  const line: Line<AgentInputs> = new Line<AgentInputs>({
    store,
    kinds: [{ kind: 'Uplink', translate: translateUplink }],
    database: database.client,
    dialect: ownRows,
    installation: nodeInstallation,
    fence: () => database.fence(),
    observer: { refused: (owner, error) => log.warn('Open vSwitch refused rows', { owner, error }) },
  });
  const rows = new UplinkRows(database.client);
  const held = new Set<string>();
  let look: () => void = () => {};
  const uplinks: Uplinks = new Uplinks({
    rows,
    foreignMappings: () => [],
    tunnelAddresses: () => [],
    userspace: () => store.world.get('Host', local)?.datapath === 'Userspace',
    onFacts: (network, facts) => {
      if (facts) held.add(network);
      else held.delete(network);
      if (facts) line.put('Uplink', network, facts);
      else line.remove('Uplink', network);
      look();
    },
    log,
  });
  const monitor = new LinkMonitor({ onChange: (text) => uplinks.concerns(text) && uplinks.look(), log });
  await monitor.start();
  const ended = new AbortController();
  const running = AbortSignal.any([signal, ended.signal]);
  line.keepDrainedWhileStandby();
  try {
    await database.start(signal);
    const datapath = detectDatapath(database.present['ovn-bridge-datapath-type']);
    const versions = await hostVersions(version);
    line.put('Host', local, { node, southbound: undefined, datapath, addresses: [], versions });
    uplinks.recall(rows.recall());
    uplinks.want([]);
    line.drainOnly();
    // Before the bridges: whose entry it is shows by the stamp of its bridge, and ovn-controller still takes its ports out of them.
    await forgetMappings(database, store.world.get('OpenVSwitch', local)?.foreignMappings ?? []);
    const failed = line.run(running).then(() => signal.throwIfAborted());
    await Promise.race([
      failed,
      new Promise<void>((resolve) => {
        look = () => {
          uplinks.look();
          if (held.size === 0 && !anyRow(database)) resolve();
        };
        database.client.replica.on('changes', () => look());
        look();
      }),
    ]);
    ended.abort();
    await failed;
    await forget(database, chassisSettings);
  } finally {
    ended.abort();
    await Promise.all([monitor.stop(), uplinks.stop()]);
    await database.stop();
  }
}

/** Takes our entries out of ovn-controller's list of bridges; those of others stay. */
function forgetMappings(database: LocalDatabase, foreign: OpenVSwitchFacts['foreignMappings']): Promise<void> {
  const insert = [['external_ids', 'insert', new Map([[bridgeMappingsKey, foreign.join(',')]])]] as const;
  return forget(database, [bridgeMappingsKey], foreign.length === 0 ? [] : insert);
}

/** Removes keys of `Open_vSwitch.external_ids`. */
async function forget(database: LocalDatabase, keys: readonly string[], more: readonly Mutation[] = []): Promise<void> {
  const mutations = [['external_ids', 'delete', new Set(keys)] as const, ...more];
  await database.client.transact([...database.fence(), { op: 'mutate', table: 'Open_vSwitch', where: [], mutations }]);
}

/** Whether the local database holds any row of ours. */
function anyRow({ client }: LocalDatabase): boolean {
  return Object.entries(vswitch.tables).some(([table, rules]) =>
    [...client.replica.table(table).rows()].some((row) => stampOf(rules, row, nodeInstallation) !== undefined),
  );
}

async function filterTables(): Promise<readonly (readonly [family: string, name: string])[]> {
  const text = await runCommand('nft', ['list', 'tables']);
  return [...text.matchAll(/^table (\S+) (\S+)$/gm)].flatMap(([, family = '', name = '']) =>
    filterTable.test(name) ? [[family, name] as const] : [],
  );
}
