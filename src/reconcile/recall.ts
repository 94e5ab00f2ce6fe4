/**
 * What an owner has in the database, read back from the rows that carry its stamp: how a hold survives a restart (law 6).
 * `recall(translate(x).rows) = translate(x)` is a law, so whatever is contributed must follow from the owner's own rows.
 */
import type { Row as ReplicaRow, Value } from '../ovsdb/index.ts';
import { type Dialect, ownKeys, parentOf, parentText, stampKeys, stampOf } from './dialect.ts';
import type { Contribution, Output, Owner, Row } from './output.ts';

/** Finds rows by stamp: what `Replica` offers with an index on `external_ids:subnetes-owner`. */
export interface StampedRows {
  find(table: string, owner: Owner): Iterable<ReplicaRow>;
}

/** The output that an owner once committed, as the database holds it now. */
export function recall(owner: Owner, rows: StampedRows, dialect: Dialect, installation: string): Output {
  const recalled: Row[] = [];
  const contributions: Contribution[] = [];
  for (const [table, rules] of Object.entries(dialect.tables)) {
    for (const row of rows.find(table, owner)) {
      const stamp = stampOf(rules, row, installation);
      if (!stamp) continue;
      const columns = Object.fromEntries([
        ...rules.ours.map((column) => [column, copy(row[column])] as const),
        ...ownKeys(rules).map(([column, keys]) => [column, entries(row[column], keys)] as const),
      ]);
      contributions.push(...readContributions(row.external_ids));
      recalled.push({
        table,
        uuid: row._uuid,
        columns,
        ...(stamp.parent === undefined ? {} : { parent: stamp.parent }),
        ...(stamp.parentTable === undefined ? {} : { parentTable: stamp.parentTable }),
      });
    }
  }
  return withParents({ rows: recalled, contributions }, dialect);
}

/** Adds what every child row contributes: itself, to its parent. */
export function withParents(output: Output, dialect: Dialect): Output {
  const attachments = output.rows.flatMap((row): Contribution[] => {
    const rules = dialect.tables[row.table];
    const parent = rules && parentOf(rules, row.parentTable);
    if (!parent || row.parent === undefined) return [];
    // Not spread: each would get a hidden class of its own.
    return [{ table: parent.table, column: parent.column, row: row.parent, element: row.uuid }];
  });
  return attachments.length === 0
    ? output
    : { rows: output.rows, contributions: output.contributions.concat(attachments) };
}

/** Writes the stamp into the rows of an output and attaches children to their parents: what enters the assembly. */
export function stamped(owner: Owner, output: Output, dialect: Dialect, installation: string): Output {
  const told = writeContributions(output.contributions);
  // The first row that can.
  const memory = output.rows.findIndex(({ table }) => !dialect.tables[table]?.stampedByName);
  const rows = output.rows.map((row, index): Row => {
    if (dialect.tables[row.table]?.stampedByName) return row;
    const own = row.columns.external_ids;
    const externalIds = new Map(own instanceof Map ? own : []);
    externalIds.set(stampKeys.installation, installation).set(stampKeys.owner, owner);
    if (row.parent !== undefined) externalIds.set(stampKeys.parent, parentText(row.parent, row.parentTable));
    if (index === memory && told !== '') externalIds.set(stampKeys.contributions, told);
    return { ...row, columns: { ...row.columns, external_ids: externalIds } };
  });
  return withParents({ rows, contributions: output.contributions }, dialect);
}

/** Contributions as text: an owner's first row remembers them. Values of map entries are escaped, they may hold the separators. */
function writeContributions(contributions: readonly Contribution[]): string {
  return contributions
    .map(({ table, column, row, element, value }) =>
      [table, column, row, element, ...(value === undefined ? [] : [encodeURIComponent(String(value))])].join(' '),
    )
    .join(', ');
}

function readContributions(externalIds: Value): readonly Contribution[] {
  const text = externalIds instanceof Map ? externalIds.get(stampKeys.contributions) : undefined;
  if (typeof text !== 'string') return [];
  return text.split(', ').flatMap((each): Contribution[] => {
    const [table, column, row, element, value] = each.split(' ');
    if (!table || !column || !row || !element) return [];
    return [{ table, column, row, element, ...(value === undefined ? {} : { value: decodeURIComponent(value) }) }];
  });
}

/** The replica alters its sets and maps in place; what is kept must not change under it. */
function copy(value: Value): Value {
  if (value instanceof Set) return new Set(value);
  if (value instanceof Map) return new Map(value);
  return value;
}

function entries(value: Value, keys: readonly string[]): Value {
  return new Map(value instanceof Map ? [...value].filter(([key]) => keys.includes(String(key))) : []);
}
