/**
 * The node's Open_vSwitch database as the agent sees it: one connection, one lock, and its facts for the store. The lock is the
 * fence of this line: of two agents on one node only one can write.
 */
import type { Log } from '../../src/log.ts';
import { type Mutation, type Operation, OvsdbClient, type Row } from '../../src/ovsdb/index.ts';
import { readStamp } from '../../src/reconcile/dialect.ts';
import type { OpenVSwitchFacts } from '../../src/vswitch/facts.ts';
import {
  bridgeMappingsKey,
  chassisKeys,
  integrationBridge,
  nodeInstallation,
  restoreWaitKey,
  restoreWaitManagedKey,
  vswitch,
  vswitchTables,
} from '../../src/vswitch/managed.ts';

/** Name of the lock in the local database (RFC 7047 section 4.1.8): an <id>, so without a dash. */
const agentLock = 'subnetes_agent';

const endOfRestoreWait: readonly Mutation[] = [['other_config', 'delete', new Set([restoreWaitKey])]];

/** How a {@link LocalDatabase} is set up. */
export type LocalDatabaseOptions = {
  /** Where the database is: `unix:FILE`. */
  readonly endpoint: string;
  /** Called when the facts may have changed, also when the connection comes or goes. */
  readonly onFacts: (facts: OpenVSwitchFacts) => void;
  readonly log: Log;
};

/** The connection to the local database. */
export class LocalDatabase {
  readonly client: OvsdbClient;
  readonly #options: LocalDatabaseOptions;
  /** The chassis' name as it was found: others refer to it, so what somebody does to it later is undone. */
  #systemId: string | undefined;
  /** Whether a flow-restore-wait that ovn-controller left behind is removed now, see {@link forwardAtOnce}. */
  #forwardAtOnce = true;
  /** Whether its removal is under way. */
  #endingRestoreWait = false;

  constructor(options: LocalDatabaseOptions) {
    this.#options = options;
    const { endpoint, log } = options;
    this.client = new OvsdbClient({
      ...{ database: vswitch.database, endpoints: [endpoint], tables: vswitchTables, log },
      backoff: { minMs: 100, maxMs: 2_000 },
    });
    this.client.replica.on('changes', (changes) => {
      if (changes.some(({ table }) => table === 'Open_vSwitch' || table === 'Bridge')) this.#tell();
    });
    for (const event of ['synced', 'disconnected', 'locked'] as const) this.client.on(event, () => this.#tell());
  }

  /** Connects; resolves when the content is known and the lock is ours. */
  async start(signal: AbortSignal): Promise<void> {
    this.client.start();
    await this.client.synced(signal);
    await this.locked(signal);
  }

  /** Resolves when the lock is ours. */
  async locked(signal: AbortSignal): Promise<void> {
    const { client } = this;
    await new Promise<void>((resolve, reject) => {
      const settle = (act: () => void) => {
        client.off('locked', onLocked);
        signal.removeEventListener('abort', onAbort);
        act();
      };
      const onLocked = () => settle(resolve);
      const onAbort = () => settle(() => reject(signal.reason));
      client.on('locked', onLocked);
      signal.addEventListener('abort', onAbort, { once: true });
      if (signal.aborted) onAbort();
      client.lock(agentLock).then(
        (held) => {
          if (held) onLocked();
          else this.#options.log.info('another agent holds the lock of the local database: waiting for it to end');
        },
        // The connection broke: the client asks again when it has a new one.
        (error: unknown) => this.#options.log.warn('the lock was not asked for', { error }),
      );
    });
  }

  /** Ends the connection, and with it the lock. */
  async stop(): Promise<void> {
    await this.client.stop();
  }

  /** Whether this agent may write. */
  get holdsLock(): boolean {
    return this.client.connected && this.client.holds(agentLock);
  }

  /** The entries of `Open_vSwitch.external_ids` that are ours, as they are now. */
  get present(): OpenVSwitchFacts['present'] {
    return this.#facts()?.present ?? {};
  }

  /** What every transaction begins with. */
  fence(): readonly Operation[] {
    return [{ op: 'assert', lock: agentLock }];
  }

  /**
   * To be called when ovs-vswitchd may start: with flow-restore-wait set it forwards nothing on any bridge until ovn-controller has
   * its flows, and ovn-controller may need one of those bridges to reach its database (launchpad bug 2169426).
   */
  forwardAtOnce(): void {
    this.#forwardAtOnce = true;
    this.#tell();
  }

  /** The Interface row of this name. */
  interfaceRow(name: string): Row | undefined {
    for (const row of this.client.replica.table('Interface').find('name', name)) return row;
    return undefined;
  }

  /** Names of the interfaces that owners of a kind have in the database. */
  interfacesOf(kind: string): readonly string[] {
    return [...this.client.replica.table('Interface').rows()].flatMap(({ name, external_ids: ids }) => {
      const stamp = readStamp(ids, nodeInstallation);
      return stamp?.owner.startsWith(`${kind}/`) ? [String(name)] : [];
    });
  }

  #tell(): void {
    this.#endRestoreWait();
    const facts = this.#facts();
    if (facts) this.#options.onFacts(facts);
  }

  /**
   * Removes a flow-restore-wait that ovn-controller left behind, once; one that somebody else set for a reason of his own stays. It is not
   * left to the line, which waits for the API server: that may be behind a bridge that forwards nothing before this is done.
   */
  #endRestoreWait(): void {
    const [root] = this.client.replica.table('Open_vSwitch').rows();
    if (!root) return;
    const [ids, settings] = [asMap(root.external_ids), asMap(root.other_config)];
    const isLeft = ids.get(restoreWaitManagedKey) === 'true' && settings.get(restoreWaitKey) === 'true';
    if (isLeft && this.#forwardAtOnce && this.holdsLock && !this.#endingRestoreWait) {
      this.#endingRestoreWait = true;
      this.client
        .transact([...this.fence(), { op: 'mutate', table: 'Open_vSwitch', where: [], mutations: endOfRestoreWait }])
        .then(
          () => this.#options.log.info('flow-restore-wait was removed: the bridges of the node forward at once'),
          (error: unknown) => this.#options.log.warn('flow-restore-wait could not be removed', { error }),
        )
        .finally(() => {
          this.#endingRestoreWait = false;
        });
    }
    // Removed, or there is nothing to remove: what ovn-controller sets from now on is for the next start of ovs-vswitchd.
    if (!isLeft) this.#forwardAtOnce = false;
  }

  #facts(): OpenVSwitchFacts | undefined {
    const { replica, connected } = this.client;
    const [root] = replica.table('Open_vSwitch').rows();
    if (!root) return undefined;
    const ids = asMap(root.external_ids);
    this.#systemId ??= ids.get('system-id');
    const present = Object.fromEntries(
      chassisKeys.flatMap((key) => {
        const value = key === 'system-id' ? this.#systemId : ids.get(key);
        return value === undefined ? [] : [[key, value]];
      }),
    );
    const [bridge] = replica.table('Bridge').find('name', integrationBridge);
    return {
      root: root._uuid,
      bridge: bridge?._uuid,
      present,
      foreignMappings: this.#foreignMappings(ids.get(bridgeMappingsKey)),
      registered: asMap(bridge?.external_ids).has('ovn-startup-ts'),
      bridges: [...replica.table('Bridge').rows()].map(({ name }) => String(name)).sort(),
      version: typeof root.ovs_version === 'string' ? root.ovs_version : undefined,
      mirrorFilters: this.client.has('Mirror', 'filter'),
      connected,
    };
  }

  /** Entries whose bridge has not our stamp. A bridge of ours goes after its entry, so no entry of ours is ever taken for another's. */
  #foreignMappings(text = ''): readonly string[] {
    const bridges = this.client.replica.table('Bridge');
    return text
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => {
        const [row] = bridges.find('name', entry.slice(entry.indexOf(':') + 1));
        return entry !== '' && !readStamp(row?.external_ids, nodeInstallation);
      });
  }
}

function asMap(value: unknown): ReadonlyMap<string, string> {
  return value instanceof Map ? value : new Map();
}
