/**
 * From changes to transactions: owners are ordered so that a row comes before or with what refers to it, and what is deleted
 * goes after or with its last referrer; owners that need each other both ways are one unit. A chunk is whole units (law 11).
 */
import type { Atom, Operation, Uuid, Value } from '../ovsdb/index.ts';
import { obtain } from '../store/obtain.ts';
import type { Change } from './diff.ts';
import type { Owner } from './output.ts';

/** Owners that must be committed together, with their changes. */
export interface Unit {
  readonly owners: readonly Owner[];
  readonly changes: readonly Change[];
}

/** Groups changes into units, in an order in which they can be committed one after the other. */
export function units(changes: readonly Change[]): readonly Unit[] {
  const byOwner = new Map<Owner, Change[]>();
  for (const change of changes) {
    obtain(byOwner, change.owner, () => []).push(change);
  }
  if (byOwner.size === 1) return [{ owners: [...byOwner.keys()], changes }];
  return stronglyConnected(byOwner, precedence(changes)).map((owners) => ({
    owners,
    changes: owners.flatMap((owner) => byOwner.get(owner) ?? []),
  }));
}

/**
 * Changes without those of the blocked owners and of every owner who needs one of them. A row that is deleted does not wait for a
 * blocked owner's children to leave it: they go with it, as whoever deletes a Gateway wants nothing to go on using its address.
 */
export function withoutBlocked(
  changes: readonly Change[],
  blocked: ReadonlySet<Owner>,
): { readonly changes: readonly Change[]; readonly blocked: ReadonlySet<Owner> } {
  if (blocked.size === 0) return { changes, blocked };
  const needs = requirements(changes, deletions(changes));
  const all = new Set(blocked);
  for (let before = -1; before !== all.size; ) {
    before = all.size;
    for (const [owner, first] of needs) if ([...first].some((other) => all.has(other))) all.add(owner);
  }
  return { changes: changes.filter((change) => !all.has(change.owner)), blocked: all };
}

/** Packs units into chunks of at most `limit` changes; a unit that is larger is a chunk of its own. */
export function chunks(all: readonly Unit[], limit: number): readonly (readonly Unit[])[] {
  const result: Unit[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const unit of all) {
    if (size + unit.changes.length > limit) {
      result.push([]);
      size = 0;
    }
    result.at(-1)?.push(unit);
    size += unit.changes.length;
  }
  return result;
}

/** The operations of some changes: inserts, updates, one `mutate` per column and direction, deletes. */
export function operations(changes: readonly Change[]): Operation[] {
  const result: Operation[] = [];
  const mutations = new Map<string, Mutations>();
  const deleted = new Set(changes.flatMap((change) => (change.kind === 'delete' ? [change.uuid] : [])));
  for (const change of changes) {
    const { table, uuid } = change;
    if (change.kind === 'insert') result.push({ op: 'insert', table, uuid, row: change.columns });
    else if (change.kind === 'update')
      result.push({ op: 'update', table, where: [['_uuid', '==', uuid]], row: change.columns });
    else if (change.kind !== 'delete' && !deleted.has(uuid)) collect(mutations, change);
  }
  for (const { table, uuid, columns } of mutations.values()) {
    const list = [...columns].flatMap(([column, mutation]) => [...mutation.operations(column)]);
    if (list.length > 0) result.push({ op: 'mutate', table, where: [['_uuid', '==', uuid]], mutations: list });
  }
  for (const uuid of deleted) {
    const table = changes.find((change) => change.kind === 'delete' && change.uuid === uuid)?.table ?? '';
    result.push({ op: 'delete', table, where: [['_uuid', '==', uuid]] });
  }
  return result;
}

interface Mutations {
  readonly table: string;
  readonly uuid: Uuid;
  readonly columns: Map<string, ColumnMutation>;
}

/** What is added to and removed from one column of one row. */
class ColumnMutation {
  readonly added = new Map<Atom, Atom | undefined>();
  readonly removed = new Set<Atom>();

  *operations(column: string): Generator<[string, 'insert' | 'delete', Value]> {
    // A map `insert` of a present key is a silent no-op, so a changed value is deleted first.
    if (this.removed.size > 0) yield [column, 'delete', new Set(this.removed)];
    if (this.added.size === 0) return;
    const isMap = [...this.added.values()].some((value) => value !== undefined);
    yield [column, 'insert', isMap ? (new Map(this.added) as ReadonlyMap<Atom, Atom>) : new Set(this.added.keys())];
  }
}

function collect(mutations: Map<string, Mutations>, change: Change & { kind: 'add' | 'remove' }): void {
  const row = obtain(
    mutations,
    change.uuid,
    (): Mutations => ({ table: change.table, uuid: change.uuid, columns: new Map() }),
  );
  const column = obtain(row.columns, change.column, () => new ColumnMutation());
  if (change.kind === 'remove' || change.replaces) column.removed.add(change.element);
  if (change.kind === 'add') column.added.set(change.element, change.value);
}

/** For each owner, others. */
type ByOwner = Map<Owner, Set<Owner>>;

function relate(byOwner: ByOwner, owner: Owner, other: Owner | undefined): void {
  if (other !== undefined && other !== owner) obtain(byOwner, owner, () => new Set()).add(other);
}

/** For each owner, the owners without whose changes the server refuses its own or loses what they say. */
function requirements(changes: readonly Change[], deleted: ReadonlyMap<Uuid, Owner>): ByOwner {
  const inserted = new Map<Uuid, Owner>();
  for (const change of changes) if (change.kind === 'insert') inserted.set(change.uuid, change.owner);
  const needs: ByOwner = new Map();
  for (const change of changes) {
    for (const uuid of mentioned(change)) relate(needs, change.owner, inserted.get(uuid));
    if (change.kind === 'update')
      for (const uuid of change.released) relate(needs, deleted.get(uuid) ?? change.owner, change.owner);
  }
  return needs;
}

/** For each owner, the owners that must come before or with it. */
function precedence(changes: readonly Change[]): ByOwner {
  const deleted = deletions(changes);
  const before = requirements(changes, deleted);
  // Whoever lets go of a row that is deleted does so before or with the deletion.
  for (const change of changes)
    if (change.kind === 'remove' || change.kind === 'update') {
      const gone = deleted.get(change.uuid);
      if (gone !== undefined) relate(before, gone, change.owner);
    }
  return before;
}

/** Who deletes which row. */
function deletions(changes: readonly Change[]): ReadonlyMap<Uuid, Owner> {
  const deleted = new Map<Uuid, Owner>();
  for (const { kind, uuid, owner } of changes) if (kind === 'delete') deleted.set(uuid, owner);
  return deleted;
}

/** UUIDs of rows that a change refers to. */
export function* mentioned(change: Change): Generator<Uuid> {
  if (change.kind === 'add') {
    yield change.uuid;
    yield String(change.element);
  } else if (change.kind === 'insert' || change.kind === 'update') {
    for (const value of Object.values(change.columns)) {
      if (typeof value === 'string') yield value;
      else if (value instanceof Set) for (const element of value) yield String(element);
    }
    yield* change.named ?? [];
  }
}

/** Tarjan's algorithm: groups of owners that need each other, each after the groups it needs. */
function stronglyConnected(
  byOwner: ReadonlyMap<Owner, unknown>,
  before: ReadonlyMap<Owner, ReadonlySet<Owner>>,
): Owner[][] {
  const order = new Map<Owner, number>();
  const low = new Map<Owner, number>();
  const stack: Owner[] = [];
  const onStack = new Set<Owner>();
  const groups: Owner[][] = [];
  const visit = (owner: Owner): void => {
    order.set(owner, order.size);
    low.set(owner, order.get(owner)!);
    stack.push(owner);
    onStack.add(owner);
    for (const next of before.get(owner) ?? []) {
      if (!byOwner.has(next)) continue;
      if (!order.has(next)) {
        visit(next);
        low.set(owner, Math.min(low.get(owner)!, low.get(next)!));
      } else if (onStack.has(next)) {
        low.set(owner, Math.min(low.get(owner)!, order.get(next)!));
      }
    }
    if (low.get(owner) !== order.get(owner)) return;
    const group: Owner[] = [];
    for (let member = stack.pop(); member !== undefined; member = member === owner ? undefined : stack.pop()) {
      onStack.delete(member);
      group.push(member);
    }
    groups.push(group);
  };
  for (const owner of byOwner.keys()) if (!order.has(owner)) visit(owner);
  return groups;
}
