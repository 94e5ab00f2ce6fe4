/**
 * Desired rows against the replica, looking only at what was touched: pure, and empty when nothing differs. The result is
 * a list of small changes, each belonging to the owner who wants it, so that a commit can be split between owners.
 */
import type { Atom, Row as ReplicaRow, Uuid, Value } from '../ovsdb/index.ts';
import { equal } from '../store/equal.ts';
import { each } from '../store/few.ts';
import { obtain } from '../store/obtain.ts';
import type { Assembly, Touch } from './assemble.ts';
import { type Dialect, ownKeys, type Parent, parentOf, type Stamp, stampOf, type TableRules } from './dialect.ts';
import type { Owner, Row } from './output.ts';

/** One difference. `add` and `remove` concern one element of a set, or one key of a map (`value` given). */
export type Change = { readonly owner: Owner; readonly table: string; readonly uuid: Uuid } & (
  | {
      readonly kind: 'insert';
      readonly columns: Readonly<Record<string, Value>>;
      /** Rows that the columns refer to by name. */
      readonly named?: readonly Uuid[];
    }
  | {
      readonly kind: 'update';
      readonly columns: Readonly<Record<string, Value>>;
      /** Rows that the columns refer to by name. */
      readonly named?: readonly Uuid[];
      /** Atoms that the row loses, references among them: a row that is deleted goes after or with its last referrer. */
      readonly released: ReadonlySet<string>;
    }
  | { readonly kind: 'delete' }
  | {
      readonly kind: 'add' | 'remove';
      readonly column: string;
      readonly element: Atom;
      readonly value?: Atom | undefined;
      readonly replaces?: boolean;
    }
);

/** The database as `diff` reads it: what `Replica` offers. */
export interface ReadReplica {
  get(table: string, uuid: Uuid): ReplicaRow | undefined;
  /** All rows of a table. */
  rows(table: string): Iterable<ReplicaRow>;
  /** Whether the server has the table, or the column of it (an older schema may not). */
  has(table: string, column?: string): boolean;
}

/** Differences, and touches that show none any more. */
export interface Difference {
  readonly changes: readonly Change[];
  /** Owners whose row can't be deleted because somebody else put children into it. */
  readonly foreignChildren: ReadonlySet<Owner>;
  /** Owners with a row whose parent, or what it refers to strongly, nobody has: what they want is written later, as a whole (law 5). */
  readonly orphaned: ReadonlySet<Owner>;
  /** Rows that need no further look. */
  readonly settled: readonly Uuid[];
}

/** Compares every touched row. `withhold` names owners whose rows must not be deleted now (held, or under the guard of law 11). */
export function diff(
  assembly: Assembly,
  replica: ReadReplica,
  dialect: Dialect,
  installation: string,
  withhold: (owner: Owner) => boolean,
): Difference {
  const changes: Change[] = [];
  const settled: Uuid[] = [];
  const context: Context = {
    assembly,
    replica,
    dialect,
    installation,
    withhold,
    foreignChildren: new Set(),
    orphaned: new Set(),
    pending: new Set(),
    strong: strongReferences(dialect),
  };
  for (const touch of assembly.touched.values()) {
    const before = changes.length;
    changes.push(...rowChanges(context, touch));
    if (changes.length === before && !context.pending.has(touch.uuid)) settled.push(touch.uuid);
  }
  return { changes, foreignChildren: context.foreignChildren, orphaned: context.orphaned, settled };
}

interface Context {
  readonly assembly: Assembly;
  readonly replica: ReadReplica;
  readonly dialect: Dialect;
  readonly installation: string;
  readonly withhold: (owner: Owner) => boolean;
  readonly foreignChildren: Set<Owner>;
  readonly orphaned: Set<Owner>;
  /** Rows that show no change now but must be looked at again: withheld deletions, rows without a parent. */
  readonly pending: Set<Uuid>;
  /** By table: columns that refer strongly to rows of another. */
  readonly strong: ReadonlyMap<string, readonly Parent[]>;
}

function* rowChanges(context: Context, touch: Touch): Generator<Change> {
  const { table, uuid } = touch;
  const rules = context.dialect.tables[table];
  if (!rules || !context.replica.has(table)) return;
  const desired = context.assembly.row(uuid);
  const present = context.replica.get(table, uuid);
  if (desired && (!present || touch.whole) && isOrphan(context, desired.row, rules)) {
    context.orphaned.add(desired.owner);
    context.pending.add(uuid);
    return;
  }
  if (desired && !present) {
    const columns = writable(context, desired.row, rules);
    yield { kind: 'insert', owner: desired.owner, table, uuid, columns, ...namedIn(context, columns) };
    for (const column of context.assembly.contributedColumns(uuid)) {
      const child = rules.references?.[column] ?? rules.collected?.[column];
      for (const [element, want] of context.assembly.wanted(uuid, column) ?? []) {
        // Members that are there already come with the new row, at once; one that is new itself brings itself along.
        const present = child !== undefined && context.replica.get(child, String(element)) !== undefined;
        const owner = present ? desired.owner : firstOf(each(want.owners));
        yield { kind: 'add', owner, table, uuid, column, element, value: want.value };
      }
    }
    yield* parentElement(context, desired.row, desired.owner, rules);
    return;
  }
  if (desired && present && touch.whole) {
    const columns = changedColumns(context, desired.row, present, rules);
    if (columns)
      yield {
        ...{ kind: 'update', owner: desired.owner, table, uuid, columns, ...namedIn(context, columns) },
        released: released(context, present, columns),
      };
    yield* keyChanges(context, desired.row, desired.owner, present, rules);
    yield* parentElement(context, desired.row, desired.owner, rules);
  }
  const stamp = present && stampOf(rules, present, context.installation);
  if (!desired && present && stamp) {
    if (touch.whole) yield* deletion(context, table, present, stamp, rules);
    return;
  }
  if (present) yield* elementChanges(context, touch, present, rules, desired?.owner);
}

/** Whether the parent of a row, or a row that it refers to strongly, is neither there nor about to be. */
function isOrphan({ assembly, replica, strong }: Context, row: Row, rules: TableRules): boolean {
  const absent = (table: string, uuid: Uuid) => !replica.get(table, uuid) && !assembly.row(uuid);
  const holder = parentOf(rules, row.parentTable);
  if (holder && (row.parent === undefined || absent(holder.table, row.parent))) return true;
  return (strong.get(row.table) ?? []).some(({ column, table }) => {
    const referred = row.columns[column];
    return referred instanceof Set && [...referred].some((uuid) => absent(table, String(uuid)));
  });
}

/** For each table the columns whose references the server wants to be fulfilled, and where they lead: `keptBy` from the other side. */
function strongReferences(dialect: Dialect): ReadonlyMap<string, readonly Parent[]> {
  const strong = new Map<string, Parent[]>();
  for (const [table, { keptBy = [] }] of Object.entries(dialect.tables))
    for (const by of keptBy) obtain(strong, by.table, () => []).push({ column: by.column, table });
  return strong;
}

/** The columns of a row that the server knows. */
function writable({ replica }: Context, row: Row, rules: TableRules): Record<string, Value> {
  return Object.fromEntries(
    [...rules.ours, ...Object.keys(rules.ourKeys ?? {})].flatMap((column) =>
      row.columns[column] !== undefined && replica.has(row.table, column) ? [[column, row.columns[column]]] : [],
    ),
  );
}

function changedColumns(
  { replica }: Context,
  row: Row,
  present: ReplicaRow,
  rules: TableRules,
): Record<string, Value> | undefined {
  const changed: Record<string, Value> = {};
  for (const column of rules.ours) {
    if (!replica.has(row.table, column)) continue;
    const want = row.columns[column];
    if (!sameColumn(want, present[column])) changed[column] = want;
  }
  return Object.keys(changed).length > 0 ? changed : undefined;
}

/** What columns refer to by name, if anything. */
function namedIn({ dialect }: Context, columns: Readonly<Record<string, Value>>): { readonly named?: readonly Uuid[] } {
  const named = Object.values(columns).flatMap((value) =>
    typeof value === 'string' ? (dialect.namesIn?.(value) ?? []) : [],
  );
  return named.length > 0 ? { named } : {};
}

/** Scalars and elements of sets that changed columns hold no longer, and rows that they name no longer. */
function released(
  { dialect }: Context,
  present: ReplicaRow,
  columns: Readonly<Record<string, Value>>,
): ReadonlySet<string> {
  const atoms = (value: Value): readonly string[] => {
    if (value instanceof Set) return [...value].map(String);
    return typeof value === 'string' ? [value, ...(dialect.namesIn?.(value) ?? [])] : [];
  };
  return new Set(
    Object.entries(columns).flatMap(([column, want]) => {
      const kept = new Set(atoms(want));
      return atoms(present[column]).filter((atom) => !kept.has(atom));
    }),
  );
}

/** Keys of map columns that are ours in part. */
function* keyChanges(
  { replica }: Context,
  { table, uuid, columns }: Row,
  owner: Owner,
  present: ReplicaRow,
  rules: TableRules,
): Generator<Change> {
  for (const [column, keys] of ownKeys(rules)) {
    if (!replica.has(table, column)) continue;
    const want = columns[column];
    const have = present[column];
    for (const key of keys) {
      const value = want instanceof Map ? want.get(key) : undefined;
      const before = have instanceof Map ? have.get(key) : undefined;
      if (value === before) continue;
      const change = { owner, table, uuid, column, element: key };
      if (value === undefined) yield { kind: 'remove', ...change };
      else yield { kind: 'add', ...change, value, replaces: before !== undefined };
    }
  }
}

/** Absent, and the empty value that the schema gives instead, are the same wish (law 4 of a full row: managed columns are always compared). */
function sameColumn(want: Value, have: Value): boolean {
  if (want !== undefined) return equal(want, have);
  if (have === undefined || have === '' || have === 0 || have === false) return true;
  return (have instanceof Set || have instanceof Map) && have.size === 0;
}

/** A child that its parent lost (somebody detached it, or it was inserted anew) is attached again. */
function* parentElement({ assembly, replica }: Context, row: Row, owner: Owner, rules: TableRules): Generator<Change> {
  const holder = parentOf(rules, row.parentTable);
  if (!holder || row.parent === undefined) return;
  const { table, column } = holder;
  const parent = replica.get(table, row.parent);
  // A parent that is about to be inserted brings its children along by itself.
  if (!parent && assembly.row(row.parent)) return;
  if (!holds(parent?.[column], row.uuid))
    yield { kind: 'add', owner, table, uuid: row.parent, column, element: row.uuid };
}

function* deletion(
  context: Context,
  table: string,
  present: ReplicaRow,
  stamp: Stamp,
  rules: TableRules,
): Generator<Change> {
  const uuid = present._uuid;
  if (context.withhold(stamp.owner)) {
    context.pending.add(uuid);
    return;
  }
  for (const [column, child] of Object.entries(rules.references ?? {})) {
    const elements = present[column];
    const foreign = elements instanceof Set && [...elements].some((element) => !ours(context, child, String(element)));
    if (foreign) {
      context.foreignChildren.add(stamp.owner);
      context.pending.add(uuid);
      return;
    }
  }
  if (isKept(context, present, stamp.owner, rules)) {
    context.pending.add(uuid);
    return;
  }
  if (rules.garbageCollected) return;
  const holder = parentOf(rules, stamp.parentTable);
  if (!holder) {
    yield { kind: 'delete', owner: stamp.owner, table, uuid };
    return;
  }
  const { table: parentTable, column } = holder;
  const parent = stamp.parent === undefined ? undefined : context.replica.get(parentTable, stamp.parent);
  if (parent && holds(parent[column], uuid)) {
    yield { kind: 'remove', owner: stamp.owner, table: parentTable, uuid: parent._uuid, column, element: uuid };
  }
  if (rules.deletedExplicitly) yield { kind: 'delete', owner: stamp.owner, table, uuid };
}

/** Whether a row of somebody else refers strongly to a row: the server would refuse to delete it. */
function isKept(
  { replica, assembly, dialect, installation }: Context,
  row: ReplicaRow,
  owner: Owner,
  rules: TableRules,
) {
  return (rules.keptBy ?? []).some(({ table, column }) =>
    [...replica.rows(table)].some(
      (other) =>
        holds(other[column], row._uuid) &&
        // The owner's own rows go in the same transaction.
        (stampOf(dialect.tables[table], other, installation)?.owner !== owner ||
          assembly.row(other._uuid) !== undefined),
    ),
  );
}

function* elementChanges(
  context: Context,
  touch: Touch,
  present: ReplicaRow,
  rules: TableRules,
  rowOwner: Owner | undefined,
): Generator<Change> {
  const { table, uuid } = touch;
  for (const [column, elements] of touch.elements) {
    if (!context.replica.has(table, column)) continue;
    for (const [element, toucher] of elements) {
      const want = context.assembly.wanted(uuid, column)?.get(element);
      const have = present[column];
      if (want) {
        if (
          holds(have, element) &&
          (want.value === undefined || (have as ReadonlyMap<Atom, Atom>).get(element) === want.value)
        )
          continue;
        // An element that refers to a row which is not there yet is dropped or refused by the server: its row brings it along.
        const child = rules.references?.[column] ?? rules.collected?.[column];
        if (child && !context.replica.get(child, String(element)) && !context.assembly.row(String(element))) continue;
        yield {
          kind: 'add',
          owner: firstOf(each(want.owners)),
          table,
          uuid,
          column,
          element,
          value: want.value,
          replaces: holds(have, element),
        };
      } else if (holds(have, element) && removable(context, rules, column, element, rowOwner)) {
        // Somebody else's touch: a child leaves with its owner, who may be held, and not with the owner of the row it leaves.
        const child = rules.references?.[column];
        const owner = toucher || (child && ownerOf(context, child, String(element))) || rowOwner || '';
        yield { kind: 'remove', owner, table, uuid, column, element };
      }
    }
  }
}

/** Law 7 for one element that nobody wants: whether it is ours to remove. */
function removable(
  context: Context,
  rules: TableRules,
  column: string,
  element: Atom,
  rowOwner: Owner | undefined,
): boolean {
  const child = rules.references?.[column];
  if (child)
    return ours(context, child, String(element)) && !context.withhold(ownerOf(context, child, String(element)) ?? '');
  if (rules.collected?.[column] !== undefined || rules.gathered?.includes(column)) return rowOwner !== undefined;
  return rules.shared?.[column]?.includes(String(element)) ?? false;
}

const ours = (context: Context, table: string, uuid: Uuid): boolean => ownerOf(context, table, uuid) !== undefined;

function ownerOf(context: Context, table: string, uuid: Uuid): Owner | undefined {
  const { replica, installation, assembly, dialect } = context;
  return stampOf(dialect.tables[table], replica.get(table, uuid), installation)?.owner ?? assembly.row(uuid)?.owner;
}

function holds(value: Value, element: Atom): boolean {
  return value instanceof Set || value instanceof Map ? value.has(element) : value === element;
}

const firstOf = ([first = '']: Iterable<Owner>): Owner => first;
