/** Map columns that are ours in part, and rows that only the server's garbage collection deletes: the engine's side of law 7 for Open_vSwitch. */
import assert from 'node:assert/strict';
import type { Row as ReplicaRow, RowChange } from '../../src/ovsdb/index.ts';
import { Assembly } from '../../src/reconcile/assemble.ts';
import { type Dialect, stampKeys } from '../../src/reconcile/dialect.ts';
import { diff } from '../../src/reconcile/diff.ts';
import { recall, stamped } from '../../src/reconcile/recall.ts';
import { touchChanged } from '../../src/reconcile/touch.ts';

const dialect: Dialect = {
  database: 'Test',
  tables: {
    Thing: { ours: ['name'], ourKeys: { external_ids: ['a', 'b'] }, garbageCollected: true },
  },
};
const uuid = '5c5d1266-764d-5418-9f4c-1358b6d928cd';
const stamp: readonly (readonly [string, string])[] = [
  [stampKeys.installation, 'here'],
  [stampKeys.owner, 'Kind/one'],
];

describe('map columns that are ours in part', () => {
  const row = (entries: Readonly<Record<string, string>>, withStamp = true): ReplicaRow => ({
    _uuid: uuid,
    name: 'thing',
    external_ids: new Map([...Object.entries(entries), ...(withStamp ? stamp : [])]),
  });
  const output = (entries: Readonly<Record<string, string>>) =>
    stamped(
      'Kind/one',
      {
        rows: [{ table: 'Thing', uuid, columns: { name: 'thing', external_ids: new Map(Object.entries(entries)) } }],
        contributions: [],
      },
      dialect,
      'here',
    );
  const changes = (wanted: Readonly<Record<string, string>> | undefined, present: ReplicaRow | undefined) => {
    const assembly = new Assembly();
    if (wanted) assembly.apply('Kind/one', output(wanted));
    else assembly.touch('Thing', uuid).whole = true;
    const replica = { get: () => present, rows: () => (present ? [present] : []), has: () => true };
    return diff(assembly, replica, dialect, 'here', () => false).changes;
  };
  const brief = (list: ReturnType<typeof changes>) =>
    list.map((change) =>
      change.kind === 'add' || change.kind === 'remove'
        ? [change.kind, change.element, change.value, change.replaces]
        : [change.kind],
    );

  it('are whole in an insert, with the stamp', () => {
    const [insert, ...others] = changes({ a: '1' }, undefined);
    assert.deepEqual(others, []);
    assert.ok(insert?.kind === 'insert');
    assert.deepEqual(insert.columns.external_ids, new Map([['a', '1'], ...stamp]));
  });

  it('are compared key by key, and what others wrote beside is not seen', () => {
    assert.deepEqual(changes({ a: '1' }, row({ a: '1', theirs: 'x' })), []);
    assert.deepEqual(brief(changes({ a: '2' }, row({ a: '1', b: '3', theirs: 'x' }))), [
      ['add', 'a', '2', true],
      ['remove', 'b', undefined, undefined],
    ]);
    assert.deepEqual(brief(changes({ a: '1', b: '2' }, row({ a: '1', theirs: 'x' }))), [['add', 'b', '2', false]]);
  });

  it('get their stamp back when somebody removes it', () => {
    assert.deepEqual(
      brief(changes({ a: '1' }, row({ a: '1' }, false))).map(([kind, key]) => [kind, key]),
      stamp.map(([key]) => ['add', key]),
    );
  });

  it('are recalled without what others wrote', () => {
    const find = () => [row({ a: '1', theirs: 'x' })];
    const wanted = output({ a: '1' });
    assert.deepEqual(recall('Kind/one', { find }, dialect, 'here'), wanted);
  });

  it('are looked at again only when a key of ours changed', () => {
    const change = (keys: readonly string[]): RowChange => ({
      table: 'Thing',
      uuid,
      kind: 'modify',
      row: row({}),
      columns: ['external_ids'],
      elements: new Map([['external_ids', { added: keys, removed: [], replaced: [] }]]),
    });
    assert.equal(touchChanged(new Assembly(), dialect, change(['theirs'])), false);
    assert.equal(touchChanged(new Assembly(), dialect, change(['theirs', 'b'])), true);
    assert.equal(touchChanged(new Assembly(), dialect, change([stampKeys.owner])), true);
  });

  it('belong to rows that are never deleted by an operation when only the server may collect them', () => {
    assert.deepEqual(changes(undefined, row({ a: '1' })), []);
  });
});
