/**
 * The fence of OVN_Northbound (law 8): an epoch in `NB_Global.external_ids`, which every transaction waits for. It only ever
 * rises; a deposed leader's write fails, on a standalone server and at a lagging RAFT follower alike, because the `wait` is part of the
 * transaction.
 */
import { type Operation, type OvsdbClient, OvsdbTransactionError } from '../ovsdb/index.ts';

/** Somebody with a higher epoch rules the database: step down. */
export class DeposedError extends Error {
  override readonly name = 'DeposedError';
}

/** Key of the epoch in `NB_Global.external_ids`: one per installation, so that clusters may share a database. */
export function epochKey(installation: string): string {
  return `subnetes-epoch-${installation}`;
}

/** The operation with which a transaction of this epoch begins: fails at once (`timed out`) at any other. */
export function fence(installation: string, epoch: number): Operation {
  return {
    op: 'wait',
    table: 'NB_Global',
    where: [['external_ids', 'includes', new Map([[epochKey(installation), String(epoch)]])]],
    columns: [],
    until: '==',
    rows: [{}],
    timeout: 0,
  };
}

/** The epoch that the database holds, as the replica shows it; 0 when there is none. */
export function currentEpoch(database: OvsdbClient, installation: string): number {
  for (const row of database.replica.table('NB_Global').rows()) {
    const value = row.external_ids instanceof Map ? row.external_ids.get(epochKey(installation)) : undefined;
    return Number(value ?? 0);
  }
  return 0;
}

/**
 * Takes the epoch by compare-and-swap. A fresh or wiped database has no `NB_Global` row: it is inserted with the epoch, racing
 * ovn-northd, whose row makes ours a constraint violation: look again.
 * @throws DeposedError when the database holds a higher epoch; what the client throws when the connection is lost
 */
export async function takeEpoch(
  database: OvsdbClient,
  installation: string,
  epoch: number,
  signal: AbortSignal,
): Promise<void> {
  const key = epochKey(installation);
  for (let attempt = 0; attempt < 20; attempt++) {
    await database.synced(signal);
    const present = currentEpoch(database, installation);
    if (present > epoch) throw new DeposedError(`epoch ${present} rules the northbound database; ours is ${epoch}`);
    if (present === epoch) return;
    try {
      await database.transact(swap(database, key, epoch), signal);
    } catch (error) {
      // Somebody else's row or epoch came first: the replica shows it by now.
      if (!(error instanceof OvsdbTransactionError)) throw error;
    }
  }
  throw new Error('the epoch of the northbound database keeps changing under us');
}

function swap(database: OvsdbClient, key: string, epoch: number): readonly Operation[] {
  const [row] = database.replica.table('NB_Global').rows();
  if (!row) return [{ op: 'insert', table: 'NB_Global', row: { external_ids: new Map([[key, String(epoch)]]) } }];
  const where = [['_uuid', '==', row._uuid]] as const;
  // All entries as seen: a condition can say that a key has a value, but not that it has none.
  const seen: Operation = {
    op: 'wait',
    table: 'NB_Global',
    where,
    columns: ['external_ids'],
    until: '==',
    // As they were when the epoch was compared: the replica alters its maps in place.
    rows: [{ external_ids: new Map(row.external_ids instanceof Map ? row.external_ids : []) }],
    timeout: 0,
  };
  const mutations = [
    ['external_ids', 'delete', new Set([key])],
    ['external_ids', 'insert', new Map([[key, String(epoch)]])],
  ] as const;
  return [seen, { op: 'mutate', table: 'NB_Global', where, mutations }];
}
