/** The order of transactions: over random changes, no unit needs a later one, and no owner is torn apart. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Change } from '../../src/reconcile/diff.ts';
import { chunks, mentioned, operations, units, withoutBlocked } from '../../src/reconcile/plan.ts';

const owner = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const row = fc.integer({ min: 0, max: 7 }).map((number) => `row-${number}`);
const at = { table: 'T' };

/** Changes in which each row is inserted, or deleted, by at most one owner. */
const someChanges: fc.Arbitrary<readonly Change[]> = fc
  .array(
    fc.oneof(
      fc.record({ kind: fc.constant('insert' as const), owner, uuid: row, refers: row }),
      fc.record({ kind: fc.constant('delete' as const), owner, uuid: row }),
      fc.record({ kind: fc.constantFrom('add' as const, 'remove' as const), owner, uuid: row, element: row }),
      fc.record({ kind: fc.constant('update' as const), owner, uuid: row, refers: row, lets: row }),
    ),
    { maxLength: 14 },
  )
  .map((all) => {
    const fate = new Map<string, string>();
    return all.flatMap((each): Change[] => {
      const before = fate.get(each.uuid);
      if (each.kind === 'insert' || each.kind === 'delete') {
        if (before !== undefined) return [];
        fate.set(each.uuid, each.kind);
      }
      switch (each.kind) {
        case 'insert':
          return [{ ...at, kind: 'insert', owner: each.owner, uuid: each.uuid, columns: { other: each.refers } }];
        case 'delete':
          return [{ ...at, kind: 'delete', owner: each.owner, uuid: each.uuid }];
        case 'update':
          return [
            {
              ...at,
              kind: 'update',
              owner: each.owner,
              uuid: each.uuid,
              columns: { set: new Set([each.refers]) },
              released: new Set([each.lets]),
            },
          ];
        default:
          return [{ ...at, kind: each.kind, owner: each.owner, uuid: each.uuid, column: 'c', element: each.element }];
      }
    });
  });

describe('the plan', () => {
  it('puts a row before or with what refers to it, and its deletion after or with whoever lets go of it', () => {
    fc.assert(
      fc.property(someChanges, (changes) => {
        const plan = units(changes);
        const unitOf = new Map(plan.flatMap((unit, index) => unit.owners.map((each) => [each, index] as const)));
        const position = (name: string) => unitOf.get(name) ?? -1;
        const inserted = new Map(
          changes.flatMap((each) => (each.kind === 'insert' ? [[each.uuid, each.owner] as const] : [])),
        );
        const deleted = new Map(
          changes.flatMap((each) => (each.kind === 'delete' ? [[each.uuid, each.owner] as const] : [])),
        );
        for (const change of changes) {
          for (const uuid of mentioned(change)) {
            const first = inserted.get(uuid);
            if (first !== undefined) assert.ok(position(first) <= position(change.owner), `${uuid} is made too late`);
          }
          const lets =
            change.kind === 'update'
              ? [change.uuid, ...change.released]
              : change.kind === 'remove'
                ? [change.uuid]
                : [];
          for (const uuid of lets) {
            const last = deleted.get(uuid);
            if (last !== undefined) assert.ok(position(last) >= position(change.owner), `${uuid} is deleted too early`);
          }
        }
        assert.deepEqual(
          plan
            .flatMap((unit) => unit.changes)
            .map((each) => changes.indexOf(each))
            .sort((a, b) => a - b),
          changes.map((_, index) => index),
          'each change once',
        );
        assert.equal(plan.flatMap((unit) => unit.owners).length, new Set(changes.map((each) => each.owner)).size);
      }),
      { numRuns: 1000 },
    );
  });

  it('makes no unit larger than the mutual need of its owners', () => {
    const insert = (name: string, refers: string): Change => ({
      ...at,
      kind: 'insert',
      owner: name,
      uuid: `${name}-row`,
      columns: { other: refers },
    });
    const plan = units([
      insert('ip', 'subnet-row'),
      insert('subnet', 'vpc-row'),
      insert('vpc', ''),
      insert('x', 'y-row'),
      insert('y', 'x-row'),
    ]);
    assert.deepEqual(
      plan.map((unit) => [...unit.owners].sort()),
      [['vpc'], ['subnet'], ['ip'], ['x', 'y']],
    );
  });

  it('keeps whoever needs a blocked owner out, and nobody else', () => {
    fc.assert(
      fc.property(someChanges, owner, (changes, bad) => {
        const { changes: left, blocked } = withoutBlocked(changes, new Set([bad]));
        const made = new Set(
          changes.flatMap((each) => (each.kind === 'insert' && blocked.has(each.owner) ? [each.uuid] : [])),
        );
        for (const change of left) {
          assert.ok(!blocked.has(change.owner));
          for (const uuid of mentioned(change)) assert.ok(!made.has(uuid), 'nobody refers to a row that is not made');
        }
        for (const name of blocked) {
          if (name === bad) continue;
          const reasons = changes.filter((each) => each.owner === name);
          const needs = reasons.some((each) => [...mentioned(each)].some((uuid) => made.has(uuid)));
          const waits = reasons.some(
            (each) =>
              each.kind === 'delete' &&
              changes.some(
                (other) =>
                  blocked.has(other.owner) &&
                  other.owner !== name &&
                  other.kind === 'update' &&
                  other.released.has(each.uuid),
              ),
          );
          assert.ok(needs || waits, `${name} is blocked without need`);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('deletes a row with the children of a blocked owner that were to leave it, and not one that a blocked owner refers to', () => {
    const deleted = (uuid: string): Change => ({ ...at, kind: 'delete', owner: 'gateway', uuid });
    const leaves: Change = { ...at, kind: 'remove', owner: 'subnet', uuid: 'router', column: 'nat', element: 'rule' };
    const lets: Change = {
      ...{ ...at, kind: 'update', owner: 'subnet', uuid: 'switch', columns: {}, released: new Set(['group']) },
    };
    const left = (changes: readonly Change[]) => withoutBlocked(changes, new Set(['subnet'])).changes;
    assert.deepEqual(left([leaves, deleted('router')]), [deleted('router')]);
    assert.deepEqual(left([lets, deleted('group')]), []);
    assert.deepEqual(
      units([leaves, deleted('router')]).map(({ owners }) => owners),
      [['subnet'], ['gateway']],
      'the children leave first where they can',
    );
  });

  it('packs whole units, as many as fit', () => {
    const unit = (name: string, size: number) => ({
      owners: [name],
      changes: Array.from(
        { length: size },
        (_, index): Change => ({ ...at, kind: 'delete', owner: name, uuid: `${name}${index}` }),
      ),
    });
    const packed = chunks([unit('a', 2), unit('b', 2), unit('c', 9), unit('d', 1), unit('e', 3)], 4);
    assert.deepEqual(
      packed.map((chunk) => chunk.map(({ owners }) => owners[0])),
      [['a', 'b'], ['c'], ['d', 'e']],
    );
  });

  it('changes a map entry by deleting and inserting it, because an insert of a present key changes nothing', () => {
    const list = operations([
      { ...at, kind: 'add', owner: 'a', uuid: 'u', column: 'ids', element: 'k', value: 'new', replaces: true },
      { ...at, kind: 'remove', owner: 'a', uuid: 'u', column: 'ids', element: 'old' },
      { ...at, kind: 'add', owner: 'b', uuid: 'u', column: 'ports', element: 'p1' },
      { ...at, kind: 'add', owner: 'c', uuid: 'u', column: 'ports', element: 'p1' },
    ]);
    assert.deepEqual(list, [
      {
        op: 'mutate',
        table: 'T',
        where: [['_uuid', '==', 'u']],
        mutations: [
          ['ids', 'delete', new Set(['k', 'old'])],
          ['ids', 'insert', new Map([['k', 'new']])],
          ['ports', 'insert', new Set(['p1'])],
        ],
      },
    ]);
  });

  it('does not alter a row that the same transaction deletes', () => {
    const list = operations([
      { ...at, kind: 'remove', owner: 'a', uuid: 'u', column: 'ports', element: 'p1' },
      { ...at, kind: 'delete', owner: 'b', uuid: 'u' },
    ]);
    assert.deepEqual(list, [{ op: 'delete', table: 'T', where: [['_uuid', '==', 'u']] }]);
  });
});
