// The replica: in-place changes, exact change batches, secondary indexes; and its equality with a dump after random transactions.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import {
  type Operation,
  type OvsdbClient,
  OvsdbProtocolError,
  type Row,
  type RowChange,
  type Value,
} from '../../src/ovsdb/index.ts';
import { Replica } from '../../src/ovsdb/replica.ts';
import { parseSchema } from '../../src/ovsdb/schema.ts';
import { OvsdbBed } from '../support/ovsdb-server.ts';
import { Clients, soon } from './clients.ts';
import { everythingDatabase, everythingSchema } from './schema-of-everything.ts';

const schema = parseSchema(everythingSchema);
const indexes = ['name', 'maybe_text', 'texts', 'text_by_text:owner'];
const thingColumns = [...(schema.tables.get('Thing')?.columns.values() ?? [])];

function emptyReplica(): { readonly replica: Replica; readonly batches: (readonly RowChange[])[] } {
  const replica = new Replica(new Map([['Thing', indexes]]));
  replica.reshape(new Map([['Thing', thingColumns]]));
  const batches: (readonly RowChange[])[] = [];
  replica.on('changes', (changes) => batches.push(changes));
  return { replica, batches };
}

/** A change without the live row, so that it can be compared. */
const facts = ({ table, uuid, kind, columns, elements }: RowChange) => ({ table, uuid, kind, columns, elements });

describe('Replica', () => {
  const uuid = randomUUID();

  it('inserts rows with defaults for what the server left out', () => {
    const { replica, batches } = emptyReplica();
    replica.apply({ Thing: { [uuid]: { insert: { name: 'a', integers: 1 } } } });
    const row = replica.table('Thing').get(uuid);
    assert.deepEqual(
      [row?._uuid, row?.name, row?.text, row?.integers, row?.few],
      [uuid, 'a', '', new Set([1]), new Set([0])],
    );
    assert.deepEqual(
      batches.flat().map((change) => [change.kind, change.columns.length]),
      [['insert', thingColumns.length]],
    );
  });

  it('replaces columns of at most one element, and toggles elements of the others', () => {
    const { replica, batches } = emptyReplica();
    replica.apply({
      Thing: {
        [uuid]: {
          insert: {
            name: 'a',
            maybe_text: 'x',
            integers: ['set', [1, 2]],
            text_by_text: [
              'map',
              [
                ['same', '0'],
                ['gone', '1'],
                ['new', 'old'],
              ],
            ],
          },
        },
      },
    });
    const row = replica.table('Thing').get(uuid);
    const { integers, text_by_text } = row as Row;
    replica.apply({
      Thing: {
        [uuid]: {
          modify: {
            integer: 5,
            maybe_text: ['set', []],
            integers: ['set', [2, 3]],
            text_by_text: [
              'map',
              [
                ['gone', '1'],
                ['new', 'new'],
                ['more', '2'],
              ],
            ],
          },
        },
      },
    });
    assert.equal(replica.table('Thing').get(uuid), row);
    assert.equal(row?.integers, integers, 'the set was replaced');
    assert.equal(row?.text_by_text, text_by_text, 'the map was replaced');
    assert.deepEqual([row?.integer, row?.maybe_text, integers], [5, undefined, new Set([1, 3])]);
    assert.deepEqual(
      text_by_text,
      new Map([
        ['same', '0'],
        ['new', 'new'],
        ['more', '2'],
      ]),
    );
    assert.deepEqual(batches[1]?.map(facts), [
      {
        table: 'Thing',
        uuid,
        kind: 'modify',
        columns: ['integer', 'maybe_text', 'integers', 'text_by_text'],
        elements: new Map([
          ['integers', { added: [3], removed: [2], replaced: [] }],
          ['text_by_text', { added: ['more'], removed: ['gone'], replaced: ['new'] }],
        ]),
      },
    ]);
  });

  it('gives a row a set of its own when the shared empty one gets its first element', () => {
    const { replica } = emptyReplica();
    const other = randomUUID();
    replica.apply({ Thing: { [uuid]: { insert: { name: 'a' } }, [other]: { insert: { name: 'b' } } } });
    replica.apply({ Thing: { [uuid]: { modify: { integers: 1, text_by_text: ['map', [['a', 'b']]] } } } });
    const table = replica.table('Thing');
    assert.deepEqual([table.get(uuid)?.integers, table.get(other)?.integers], [new Set([1]), new Set()]);
    assert.deepEqual(
      [table.get(uuid)?.text_by_text, table.get(other)?.text_by_text],
      [new Map([['a', 'b']]), new Map()],
    );
  });

  it('turns a full dump into the difference, keeping rows and sets that are still there', () => {
    const { replica, batches } = emptyReplica();
    const [gone, fresh] = [randomUUID(), randomUUID()];
    const kept = randomUUID();
    replica.resync({
      Thing: {
        [uuid]: { initial: { name: 'a', integers: ['set', [1, 2]] } },
        [kept]: { initial: { name: 'kept', texts: ['set', ['x', 'y']] } },
        [gone]: { initial: { name: 'gone' } },
      },
    });
    const row = replica.table('Thing').get(uuid);
    const set = row?.integers;
    replica.resync({
      Thing: {
        [uuid]: { initial: { name: 'a', integers: ['set', [2, 3]] } },
        [kept]: { initial: { name: 'kept', texts: ['set', ['y', 'x']] } },
        [fresh]: { initial: { name: 'fresh' } },
      },
    });
    assert.equal(replica.table('Thing').get(uuid)?.integers, set);
    assert.deepEqual(set, new Set([2, 3]));
    assert.equal(batches.length, 2, 'a resync is one batch');
    assert.deepEqual(
      batches[1]?.map((change) => [change.uuid, change.kind]),
      [
        [gone, 'delete'],
        [uuid, 'modify'],
        [fresh, 'insert'],
      ],
    );
  });

  it('emits nothing when a dump brings nothing new', () => {
    const { replica, batches } = emptyReplica();
    const dump = {
      Thing: { [uuid]: { initial: { name: 'a', integers: ['set', [1, 2]], text_by_text: ['map', [['a', 'b']]] } } },
    };
    replica.resync(dump);
    replica.resync(dump);
    assert.equal(batches.length, 1);
  });

  it('empties a table that a dump leaves out', () => {
    const { replica, batches } = emptyReplica();
    replica.resync({ Thing: { [uuid]: { initial: { name: 'a' } } } });
    replica.resync({});
    assert.equal(replica.table('Thing').size, 0);
    assert.deepEqual(
      batches[1]?.map((change) => [change.kind, change.row.name]),
      [['delete', 'a']],
    );
  });

  const misfits: readonly (readonly [title: string, updates: unknown])[] = [
    ['a modified row that is unknown', { Thing: { [randomUUID()]: { modify: { integer: 1 } } } }],
    ['a deleted row that is unknown', { Thing: { [randomUUID()]: { delete: null } } }],
    ['a table that was not asked for', { Part: { [uuid]: { insert: {} } } }],
    ['a value of the wrong type', { Thing: { [uuid]: { insert: { integer: 'x' } } } }],
    ['an update of unknown kind', { Thing: { [uuid]: { upsert: {} } } }],
    ['rows that are no object', { Thing: 7 }],
    ['a row that is no object', { Thing: { [uuid]: { insert: 7 } } }],
    ['updates that are no object', 7],
  ];
  for (const [title, updates] of misfits) {
    it(`refuses ${title}`, () => {
      const { replica } = emptyReplica();
      assert.throws(() => replica.apply(updates), OvsdbProtocolError);
    });
  }

  it('throws for a table that is not replicated', () => {
    assert.throws(() => emptyReplica().replica.table('Part'), TypeError);
    assert.throws(() => emptyReplica().replica.table('Thing').find('integer', 1), TypeError);
  });

  it('changes one element of a set of 30,000 without walking the set', () => {
    const { replica } = emptyReplica();
    const elements = Array.from({ length: 30_000 }, (_, i) => i);
    replica.apply({ Thing: { [uuid]: { insert: { name: 'a', integers: ['set', elements] } } } });
    const set = replica.table('Thing').get(uuid)?.integers as Set<number>;
    let walked = 0;
    set[Symbol.iterator] = () => {
      walked++;
      return Set.prototype[Symbol.iterator].call(set) as SetIterator<number>;
    };
    for (let i = 0; i < 1000; i++) replica.apply({ Thing: { [uuid]: { modify: { integers: 100_000 + i } } } });
    assert.deepEqual([set.size, walked], [31_000, 0]);
  });

  it('finds rows by indexed scalars, optionals, elements and map keys, through all changes', () => {
    const { replica } = emptyReplica();
    const table = replica.table('Thing');
    const find = (index: string, atom: string) => [...table.find(index, atom)].map((row) => row.name);
    const owner = (name: string) => [
      'map',
      [
        ['owner', name],
        ['other', 'x'],
      ],
    ];
    replica.apply({
      Thing: {
        [uuid]: { insert: { name: 'a', maybe_text: 'm', texts: ['set', ['x', 'y']], text_by_text: owner('o') } },
      },
    });
    assert.deepEqual(
      [find('name', 'a'), find('maybe_text', 'm'), find('texts', 'x'), find('text_by_text:owner', 'o')],
      [['a'], ['a'], ['a'], ['a']],
    );
    replica.apply({
      Thing: {
        [uuid]: {
          modify: {
            name: 'b',
            maybe_text: ['set', []],
            texts: ['set', ['x', 'z']],
            text_by_text: ['map', [['owner', 'p']]],
          },
        },
      },
    });
    assert.deepEqual(
      [find('name', 'a'), find('maybe_text', 'm'), find('texts', 'x'), find('text_by_text:owner', 'o')],
      [[], [], [], []],
    );
    assert.deepEqual(
      [find('name', 'b'), find('texts', 'y'), find('texts', 'z'), find('text_by_text:owner', 'p')],
      [['b'], ['b'], ['b'], ['b']],
    );
    replica.resync({ Thing: { [uuid]: { initial: { name: 'c', texts: 'w', text_by_text: owner('q') } } } });
    assert.deepEqual([find('name', 'b'), find('texts', 'z'), find('text_by_text:owner', 'p')], [[], [], []]);
    assert.deepEqual([find('name', 'c'), find('texts', 'w'), find('text_by_text:owner', 'q')], [['c'], ['c'], ['c']]);
    replica.apply({ Thing: { [uuid]: { delete: null } } });
    assert.deepEqual([find('name', 'c'), find('texts', 'w'), find('text_by_text:owner', 'q')], [[], [], []]);
  });

  it('forgets columns that the server has lost and gives defaults to new ones', () => {
    const { replica } = emptyReplica();
    const some = (...names: string[]) =>
      new Map([['Thing', thingColumns.filter((column) => names.includes(column.name))]]);
    replica.reshape(some('name', 'texts'));
    replica.resync({ Thing: { [uuid]: { initial: { name: 'a', texts: 'x' } } } });
    replica.reshape(some('name', 'integers'));
    const row = replica.table('Thing').get(uuid);
    assert.deepEqual([row?.name, row && 'texts' in row, row?.integers], ['a', false, new Set()]);
    assert.deepEqual([...replica.table('Thing').find('texts', 'x')], []);
  });

  describe('at a real server', () => {
    const clients = new Clients();
    let bed: OvsdbBed;

    before(async () => {
      bed = await OvsdbBed.create();
    });

    after(async () => {
      await clients.stop();
      await bed?.remove();
    });

    it('equals a full dump after random transactions, and so do a copy built from the changes and the indexes', async () => {
      const server = await bed.standalone({ json: everythingSchema });
      const options = {
        database: everythingDatabase,
        endpoints: [server.endpoint],
        tables: { Thing: { columns: 'all', indexes }, Part: 'all' },
      } as const;
      const follower = clients.start(options);
      const writer = await clients.connect(options);
      const copy = new Map<string, Record<string, Value>>();
      follower.replica.on('changes', (changes) => follow(copy, changes));
      await follower.synced(soon());
      const uuids = Array.from({ length: 6 }, () => randomUUID());

      let accepted = 0;
      const check = fc.asyncProperty(fc.array(step(uuids), { minLength: 1, maxLength: 8 }), async (steps) => {
        // A refused transaction is as good a test as an accepted one.
        await writer.transact(withoutDangling(steps.flat())).then(
          () => accepted++,
          (error: Error) => assert.equal(error.name, 'OvsdbTransactionError', error.message),
        );
        const fresh = await clients.connect(options);
        const truth = contents(fresh);
        await fresh.stop();
        assert.deepEqual(contents(writer), truth);
        // The follower's own transaction makes sure that it has read everything before.
        await follower.transact([{ op: 'comment', comment: 'barrier' }]);
        assert.deepEqual(contents(follower), truth);
        assert.deepEqual(new Map([...copy].sort(byKey)), truth);
        for (const index of indexes) assertIndex(follower, index);
      });
      await fc.assert(check, { numRuns: 300, endOnFailure: true });
      assert(accepted > 100, `only ${accepted} of the random transactions were accepted`);
    });
  });
});

/** A copy that shares nothing; column by column, because structuredClone keeps two columns that share the empty set shared. */
const copyOf = (row: Row): Record<string, Value> =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [column, structuredClone(value)]));

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/** All rows by uuid, as plain copies. */
function contents(client: OvsdbClient): Map<string, Record<string, Value>> {
  const rows = ['Thing', 'Part'].flatMap((table) => [...client.replica.table(table).rows()]);
  return new Map(rows.map((row) => [row._uuid, copyOf(row)] as const).sort(byKey));
}

/** Keeps a copy by nothing but the change batches, element by element. */
function follow(copy: Map<string, Record<string, Value>>, changes: readonly RowChange[]): void {
  for (const { kind, uuid, row, columns, elements } of changes) {
    if (kind === 'delete') copy.delete(uuid);
    else if (kind === 'insert') copy.set(uuid, copyOf(row));
    else {
      const target = copy.get(uuid);
      assert(target, 'a modified row was never inserted');
      for (const column of columns) {
        const change = elements.get(column);
        const value = target[column];
        const now = row[column];
        if (change === undefined) target[column] = structuredClone(now);
        else if (value instanceof Set) {
          for (const atom of change.removed) assert(value.delete(atom));
          for (const atom of change.added) value.add(atom);
        } else if (value instanceof Map && now instanceof Map) {
          for (const key of change.removed) assert(value.delete(key));
          for (const key of [...change.added, ...change.replaced]) value.set(key, now.get(key));
        } else assert.fail(`elements of ${column}, which has none`);
      }
    }
  }
}

/** Every row is found under exactly the atoms that it holds. */
function assertIndex(client: OvsdbClient, index: string): void {
  const table = client.replica.table('Thing');
  const [column = '', key] = index.split(':');
  for (const atom of ['a', 'b', 'c', '']) {
    const expected = [...table.rows()].filter((row) => {
      const value = row[column];
      if (key !== undefined) return value instanceof Map && value.get(key) === atom;
      return value instanceof Set ? value.has(atom) : value === atom;
    });
    assert.deepEqual(new Set(table.find(index, atom)), new Set(expected), `index ${index} at '${atom}'`);
  }
}

/**
 * Takes the references to deleted rows away in the same transaction. ovsdb-server (3.1, 3.5 and 4.0 seen) dies of a memory
 * fault when a row that is named by a weak reference is deleted, its referrer is changed in the same transaction without
 * dropping the reference, and the uuid is used again later.
 */
function withoutDangling(operations: readonly Operation[]): readonly Operation[] {
  const gone = new Set(operations.flatMap((o) => (o.op === 'delete' ? [o.where[0]?.[2] as string] : [])));
  return [
    ...operations,
    ...[...gone].flatMap((uuid): Operation[] => [
      {
        op: 'mutate',
        table: 'Thing',
        where: [['friends', 'includes', new Set([uuid])]],
        mutations: [['friends', 'delete', new Set([uuid])]],
      },
      { op: 'update', table: 'Thing', where: [['friend', '==', uuid]], row: { friend: undefined } },
    ]),
  ];
}

/** A random step on a handful of rows. */
function step(uuids: readonly string[]): fc.Arbitrary<Operation | readonly Operation[]> {
  const uuid = fc.constantFrom(...uuids);
  const text = fc.constantFrom('a', 'b', 'c', '');
  const texts = fc.uniqueArray(text).map((list) => new Set(list));
  const number = fc.integer({ min: 0, max: 4 });
  const numbers = fc.uniqueArray(number, { maxLength: 4 }).map((list) => new Set(list));
  const pairs = fc
    .dictionary(fc.constantFrom('owner', 'k', 'l'), text)
    .map((object) => new Map(Object.entries(object)));
  const refs = fc.uniqueArray(uuid).map((list) => new Set(list));
  const row = fc.record(
    {
      integer: number,
      text,
      maybe_text: fc.option(text, { nil: undefined }),
      texts,
      integers: numbers,
      text_by_text: pairs,
      friend: fc.option(uuid, { nil: undefined }),
      friends: refs,
    },
    { requiredKeys: [] },
  );
  const where = uuid.map((id) => [['_uuid', '==', id]] as const);
  const table = 'Thing';
  return fc.oneof(
    fc
      .record({ uuid, row })
      .map(({ uuid: id, row: values }): Operation => ({ op: 'insert', table, uuid: id, row: { name: id, ...values } })),
    fc.record({ where, row }).map((parts): Operation => ({ op: 'update', table, ...parts })),
    fc
      .record({
        where,
        delta: fc.constantFrom('insert', 'delete') as fc.Arbitrary<'insert' | 'delete'>,
        texts,
        numbers,
        pairs,
        refs,
      })
      .map(
        ({ where: at, delta, ...values }): Operation => ({
          op: 'mutate',
          table,
          where: at,
          mutations: [
            ['texts', delta, values.texts],
            ['integers', delta, values.numbers],
            ['text_by_text', delta, values.pairs],
            ['friends', delta, values.refs],
          ],
        }),
      ),
    where.map((at): Operation => ({ op: 'delete', table, where: at })),
    fc.record({ where, label: text, name: fc.uuid() }).map(({ where: at, label, name }): Operation[] => [
      { op: 'insert', table: 'Part', uuid: name, row: { label } },
      { op: 'mutate', table, where: at, mutations: [['parts', 'insert', new Set([name])]] },
    ]),
  );
}
