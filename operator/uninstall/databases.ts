/**
 * Takes an installation out of OVN's databases. The line over an empty world deletes every row with our stamp, in the order that
 * ovsdb-server needs, and under the fence: a controller that somebody still runs is refused from then on.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../../src/log.ts';
import { epochKey, fence, takeEpoch } from '../../src/northbound/epoch.ts';
import { bfdOptions, northbound, northboundTables } from '../../src/northbound/managed.ts';
import { OvsdbClient } from '../../src/ovsdb/index.ts';
import { stampOf } from '../../src/reconcile/dialect.ts';
import { Line } from '../../src/reconcile/line.ts';
import { Store } from '../../src/store/store.ts';
import type { Inputs } from '../../src/topology/facts.ts';
import type { DatabaseAccess } from '../controller/database-access.ts';
import { southboundClient } from '../controller/southbound.ts';

/** For how long rows may be in the way of each other: a row that holds somebody else's is never deleted. */
const patienceMs = 60_000;

/** What is removed from where. */
export interface DatabaseRemovalOptions {
  readonly access: DatabaseAccess;
  /** The mark on our rows. */
  readonly installation: string;
  /** Epoch under which it is done: that of the Lease. */
  readonly epoch: number;
  /** Names of the nodes' chassis. */
  readonly chassis: readonly string[];
  readonly log: Log;
}

/** Connects to OVN_Northbound as the controller does. */
export function northboundClient({ northbound: endpoints, tls }: DatabaseAccess, log: Log): OvsdbClient {
  const tables = northboundTables;
  return new OvsdbClient({ database: northbound.database, endpoints, tables, log, ...(tls ? { tls } : {}) });
}

/** Removes everything of ours from both databases. @throws the signal's reason; what the databases refuse */
export async function removeFromDatabases(
  database: OvsdbClient,
  options: DatabaseRemovalOptions,
  signal: AbortSignal,
): Promise<void> {
  const { installation, epoch, log } = options;
  await database.synced(signal);
  await takeEpoch(database, installation, epoch, signal);
  const ended = new AbortController();
  const line = new Line<Inputs>({
    store: new Store<Inputs>([]),
    kinds: [],
    database,
    dialect: northbound,
    installation,
    fence: () => [fence(installation, epoch)],
    observer: { refused: (owner, error) => log.warn('the northbound database refused', { owner, error }) },
  });
  const running = line.run(AbortSignal.any([signal, ended.signal])).then(() => signal.throwIfAborted());
  await Promise.race([
    running,
    new Promise<void>((resolve) => {
      const look = () => ownersLeft(database, installation).size === 0 && !anyOption(database) && resolve();
      database.replica.on('changes', look);
      look();
    }),
    delay(patienceMs, undefined, { signal, ref: false }),
  ]);
  ended.abort();
  await running;
  const left = [...ownersLeft(database, installation)];
  if (left.length > 0)
    log.warn('rows stay in the northbound database: somebody else put rows of his own into them', { of: left });
  log.info('removed from the northbound database', { installation });
  await database.transact([
    fence(installation, epoch),
    {
      op: 'mutate',
      table: 'NB_Global',
      where: [],
      mutations: [['external_ids', 'delete', new Set([epochKey(installation)])]],
    },
  ]);
  await removeChassis(options, signal);
}

/** Owners of the rows of this installation that the database holds. */
function ownersLeft(database: OvsdbClient, installation: string): ReadonlySet<string> {
  const owners = new Set<string>();
  for (const [table, rules] of Object.entries(northbound.tables)) {
    if (!database.has(table)) continue;
    for (const row of database.replica.table(table).rows()) {
      const stamp = stampOf(rules, row, installation);
      if (stamp) owners.add(stamp.owner);
    }
  }
  return owners;
}

/** Whether `NB_Global.options` holds a key that is ours, which the line takes away as well. */
function anyOption(database: OvsdbClient): boolean {
  const [row] = database.replica.table('NB_Global').rows();
  const options = row?.options instanceof Map ? row.options : new Map();
  return bfdOptions.some((key) => options.has(key));
}

/** A chassis stays in OVN_Southbound when its ovn-controller is told of no database any more. */
async function removeChassis({ access, chassis, log }: DatabaseRemovalOptions, signal: AbortSignal): Promise<void> {
  const database = southboundClient({ endpoints: access.southbound, tls: access.tls, log });
  if (!database) return;
  database.start();
  try {
    await database.synced(signal);
    const operations = (['Chassis_Private', 'Chassis'] as const).flatMap((table) =>
      chassis.flatMap((name) =>
        [...database.replica.table(table).find('name', name)].map(
          ({ _uuid }) => ({ op: 'delete', table, where: [['_uuid', '==', _uuid]] }) as const,
        ),
      ),
    );
    if (operations.length > 0) await database.transact(operations);
    log.info('removed from the southbound database', { chassis });
  } finally {
    await database.stop();
  }
}
