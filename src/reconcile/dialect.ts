/**
 * What the engine must know about a database to write into it: for each column whether it is ours, shared or theirs (law 7).
 * A column that no rule names is theirs: never compared, never written.
 */
import type { Row, Value } from '../ovsdb/index.ts';

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
  /** Map columns of our rows that are filled by contributions and are wholly ours: foreign entries are removed. */
  readonly gathered?: readonly string[];
  /** For rows that live only as somebody's children: the table and column that holds them. */
  readonly parent?: Parent;
  /** Further tables whose rows can hold them instead; a row says which one (`Row.parentTable`). */
  readonly otherParents?: readonly Parent[];
  /** For children that refer strongly to rows of other tables: deleted by an operation too, because the server counts references before it collects children that nobody holds. */
  readonly deletedExplicitly?: true;
  /** For rows without a parent rule that the server collects when nothing refers to them: never deleted by an operation. */
  readonly garbageCollected?: true;
  /** Columns of other owners' rows that refer strongly to rows of this table: such a row goes after the last of them, because who refers to it may be held. */
  readonly keptBy?: readonly Parent[];
  /** For tables without `external_ids`: the stamp is the row's name, see {@link stampName}; one row per owner. */
  readonly stampedByName?: true;
}

/** Where children of a table are held. */
export interface Parent {
  readonly table: string;
  readonly column: string;
}

/** One database as the engine sees it. */
export interface Dialect {
  /** Name of the database, as in its schema. */
  readonly database: string;
  readonly tables: Readonly<Record<string, TableRules>>;
  /** Rows that a text refers to by their names, as a match refers to groups: they enter before it, and leave after it. */
  namesIn?(text: string): readonly string[];
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

/** Where a row's parent is: the table's first choice, or the one that the row names. */
export function parentOf(rules: TableRules, table: string | undefined): Parent | undefined {
  if (table === undefined) return rules.parent;
  return [rules.parent, ...(rules.otherParents ?? [])].find((each) => each?.table === table);
}

/** The name of a row in a table without `external_ids`, from which its owner can be read. Part of the on-disk format. */
export const stampName = (installation: string, owner: string): string => `${installation}/${owner}`;

/** The index of the replica by which rows of an owner are found, and the value to look for. */
export function stampIndex(
  rules: TableRules,
  installation: string,
  owner: string,
): readonly [index: string, value: string] {
  if (rules.stampedByName) return ['name', stampName(installation, owner)];
  return [`external_ids:${stampKeys.owner}`, owner];
}

/** Who inserted a row, and where it hangs. */
export interface Stamp {
  readonly owner: string;
  readonly parent: string | undefined;
  /** Absent: the table's first choice. */
  readonly parentTable: string | undefined;
}

/** Reads the stamp of a row of a table with these rules, if this installation inserted it. */
export function stampOf(rules: TableRules | undefined, row: Row | undefined, installation: string): Stamp | undefined {
  if (!rules?.stampedByName) return readStamp(row?.external_ids, installation);
  const name = String(row?.name ?? '');
  const prefix = stampName(installation, '');
  if (!name.startsWith(prefix)) return undefined;
  return { owner: name.slice(prefix.length), parent: undefined, parentTable: undefined };
}

/** The stamp in `external_ids` as text: the parent's UUID, with its table before it if that is not the first choice. */
export const parentText = (uuid: string, table: string | undefined): string =>
  table === undefined ? uuid : `${table} ${uuid}`;

/** Reads the stamp of a row: its owner and parent if this installation inserted it, else `undefined`. */
export function readStamp(externalIds: Value, installation: string): Stamp | undefined {
  if (!(externalIds instanceof Map) || externalIds.get(stampKeys.installation) !== installation) return undefined;
  const owner = externalIds.get(stampKeys.owner);
  if (typeof owner !== 'string') return undefined;
  const text = externalIds.get(stampKeys.parent);
  const [parent, parentTable] = typeof text === 'string' ? text.split(' ').reverse() : [];
  return { owner, parent, parentTable };
}
