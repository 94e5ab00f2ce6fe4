/**
 * The only caller of `transact`: sends chunks, fenced, and finds the guilty unit of a chunk that the server refuses, so that a
 * mistake in one resource never keeps another out (law 9).
 */
import {
  type Operation,
  type OvsdbClient,
  OvsdbEncodeError,
  OvsdbTransactionError,
  type Uuid,
} from '../ovsdb/index.ts';
import type { Change } from './diff.ts';
import type { Owner } from './output.ts';
import { chunks, mentioned, operations, type Unit } from './plan.ts';

/** Largest number of changes in one transaction, unless a single unit is larger. 1,000 rows take the server about 50 ms. */
const CHUNK_CHANGES = 1000;

/** The database no longer accepts our epoch: somebody else leads, or the database was wiped. Nothing was written. */
export class FencedError extends Error {
  override readonly name = 'FencedError';
}

/** What became of the units. */
export interface CommitResult {
  /** Transactions that changed something. */
  readonly transactions: number;
  /** Owners whose unit the server refuses, and its words. */
  readonly refused: ReadonlyMap<Owner, Refusal>;
}

/** The server (or the encoding by its schema) says that these changes can't be. */
export type Refusal = OvsdbTransactionError | OvsdbEncodeError;

/** Errors that some unit's own content causes; all others concern the whole connection and are thrown. */
const contentErrors: ReadonlySet<string> = new Set([
  'constraint violation',
  'referential integrity violation',
  'domain error',
  'range error',
  'duplicate uuid',
  'unknown column',
  'syntax error',
  'ovsdb error',
]);

const isRefusal = (error: unknown): error is Refusal =>
  error instanceof OvsdbEncodeError || (error instanceof OvsdbTransactionError && contentErrors.has(error.kind));

/** How to send. */
export interface CommitOptions {
  readonly database: OvsdbClient;
  /** Operations before ours, which fail when we may not write (law 8). */
  fence(): readonly Operation[];
  /** Operations after ours, such as the bump of `NB_Global.nb_cfg`. */
  epilogue(changes: readonly Change[]): readonly Operation[];
  readonly signal: AbortSignal;
}

/** Commits units in their order. Throws {@link FencedError}, and what the client throws when the connection is lost. */
export async function commit(units: readonly Unit[], options: CommitOptions): Promise<CommitResult> {
  const refused = new Map<Owner, Refusal>();
  let transactions = 0;
  // Rows that will not exist: who refers to them is not sent either, else the server would take half of him without a word.
  const missing = new Set<Uuid>();
  const giveUp = ({ changes }: Unit) => {
    for (const change of changes) if (change.kind === 'insert') missing.add(change.uuid);
  };
  const possible = (unit: Unit): boolean => {
    if (missing.size === 0 || !unit.changes.some((change) => [...mentioned(change)].some((uuid) => missing.has(uuid))))
      return true;
    giveUp(unit);
    return false;
  };
  const send = async (all: readonly Unit[]): Promise<void> => {
    const some = all.filter(possible);
    if (some.length === 0) return;
    try {
      if (await transact(some, options)) transactions++;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (some.length === 1) {
        for (const owner of some[0]!.owners) refused.set(owner, error);
        giveUp(some[0]!);
        return;
      }
      const middle = Math.ceil(some.length / 2);
      await send(some.slice(0, middle));
      await send(some.slice(middle));
    }
  };
  for (const chunk of chunks(units, CHUNK_CHANGES)) await send(chunk);
  return { transactions, refused };
}

async function transact(
  units: readonly Unit[],
  { database, fence, epilogue, signal }: CommitOptions,
): Promise<boolean> {
  const changes = units.flatMap((unit) => unit.changes);
  const body = operations(changes);
  if (body.length === 0) return false;
  const guard = fence();
  try {
    await database.transact([...guard, ...body, ...epilogue(changes)], signal);
  } catch (error) {
    if (error instanceof OvsdbTransactionError && error.index !== undefined && error.index < guard.length) {
      throw new FencedError(`the database ${database.database} refused our fence: ${error.message}`, { cause: error });
    }
    throw error;
  }
  return true;
}
