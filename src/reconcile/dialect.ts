/**
 * What the engine must know about a database to write into it: for each column whether it is ours, shared or theirs (law 7).
 * A column that no rule names is theirs: never compared, never written.
 */
import type { Value } from '../ovsdb/index.ts';

/** The rules of one table. */
export interface TableRules {
  /** Columns whose whole value is ours, in rows that we inserted. */
  readonly ours: readonly string[];
  /** Set columns of references and the table they refer to: only elements that refer to rows we stamped are ours, whoever owns the row. */
  readonly references?: Readonly<Record<string, string>>;
  /** Set columns of our rows that refer weakly to a table, are filled by contributions and are wholly ours: foreign elements are removed. */
  readonly collected?: Readonly<Record<string, string>>;
  /** Map columns of rows that are not ours, and the closed list of keys in them that are. */
  readonly shared?: Readonly<Record<string, readonly string[]>>;
  /** Map columns of our rows of which only these keys, and those of the stamp, are ours: the others belong to the database's consumer. */
  readonly ourKeys?: Readonly<Record<string, readonly string[]>>;
  /** For rows that live only as somebody's children: the table and column that holds them. */
  readonly parent?: { readonly table: string; readonly column: string };
  /** For children that refer strongly to rows of other tables: deleted by an operation too, because the server counts references before it collects children that nobody holds. */
  readonly deletedExplicitly?: true;
  /** For rows without a parent rule that the server collects when nothing refers to them: never deleted by an operation. */
  readonly garbageCollected?: true;
}

/** One database as the engine sees it. */
export interface Dialect {
  /** Name of the database, as in its schema. */
  readonly database: string;
  readonly tables: Readonly<Record<string, TableRules>>;
}

/** Keys of the stamp in `external_ids`. Part of the on-disk format. */
export const stampKeys = {
  installation: 'subnetes-installation',
  owner: 'subnetes-owner',
  parent: 'subnetes-parent',
  contributions: 'subnetes-contributions',
} as const;

/** The map columns of a table's rows that are ours in part, and their keys that are ours. */
export function ownKeys(rules: TableRules): readonly (readonly [column: string, keys: readonly string[]])[] {
  return Object.entries(rules.ourKeys ?? {}).map(([column, keys]) => [column, [...keys, ...Object.values(stampKeys)]]);
}

/** Reads the stamp of a row: its owner and parent if this installation inserted it, else `undefined`. */
export function readStamp(
  externalIds: Value,
  installation: string,
): { owner: string; parent: string | undefined } | undefined {
  if (!(externalIds instanceof Map) || externalIds.get(stampKeys.installation) !== installation) return undefined;
  const owner = externalIds.get(stampKeys.owner);
  return typeof owner === 'string'
    ? { owner, parent: externalIds.get(stampKeys.parent) as string | undefined }
    : undefined;
}
