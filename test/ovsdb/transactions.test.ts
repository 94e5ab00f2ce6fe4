// What transactions mean at a real server: the facts that the engine's diff is built on.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  type Operation,
  OvsdbClient,
  OvsdbDisconnectedError,
  OvsdbEncodeError,
  OvsdbTransactionError,
  type Row,
} from '../../src/ovsdb/index.ts';
import { OvsdbBed, type OvsdbServer } from '../support/ovsdb-server.ts';
import { Clients } from './clients.ts';
import { everythingDatabase, everythingSchema } from './schema-of-everything.ts';

type Expected = { readonly kind: string; readonly index?: number | undefined };

describe('OVSDB transactions', () => {
  const clients = new Clients();
  let bed: OvsdbBed;
  let server: OvsdbServer;
  let client: OvsdbClient;

  before(async () => {
    bed = await OvsdbBed.create();
    server = await bed.standalone({ json: everythingSchema });
    client = await clients.connect({
      database: everythingDatabase,
      endpoints: [server.endpoint],
      tables: { Thing: 'all', Part: 'all', Single: 'all' },
    });
  });

  after(async () => {
    await clients.stop();
    await bed?.remove();
  });

  const thing = (uuid: string): Row | undefined => client.replica.table('Thing').get(uuid);
  const at = (uuid: string) => [['_uuid', '==', uuid]] as const;
  const insert = (uuid: string, row: Row | Omit<Row, '_uuid'> = {}, name: string = uuid): Operation => ({
    op: 'insert',
    table: 'Thing',
    uuid,
    row: { name, ...row },
  });
  const refused = async (
    operations: readonly Operation[],
    { kind, index }: Expected,
  ): Promise<OvsdbTransactionError> => {
    const error = await client.transact(operations).then(
      () => assert.fail('the transaction was accepted'),
      (reason: unknown) => reason,
    );
    assert(error instanceof OvsdbTransactionError, String(error));
    assert.deepEqual({ kind: error.kind, index: error.index }, { kind, index });
    return error;
  };

  it('writes a value of each shape and reads the same back, from the replica and by select', async () => {
    const [a, other] = [randomUUID(), randomUUID()];
    const row = {
      name: a,
      integer: -5,
      real: 0.25,
      boolean: true,
      text: 'Grüße 🦊 "\\',
      maybe_integer: 0,
      maybe_real: 0.5,
      maybe_boolean: false,
      maybe_text: '',
      maybe_uuid: other,
      integers: new Set([3, 1, 2]),
      reals: new Set([0.5]),
      texts: new Set(['b', 'a']),
      uuids: new Set([a, other]),
      few: new Set([1, 2]),
      choice: 'a',
      text_by_text: new Map([['k', 'v']]),
      integer_by_text: new Map([['k', 1]]),
      real_by_integer: new Map([[1, 0.5]]),
      uuid_by_integer: new Map([[1, other]]),
      fixed: 'f',
      parts: new Set<string>(),
      friend: undefined,
      friends: new Set<string>(),
    };
    const [inserted] = await client.transact([insert(a, row)]);
    assert.equal(inserted?.uuid, a);
    assert.deepEqual(thing(a), { _uuid: a, ...row });
    const [selected] = await client.transact([
      { op: 'select', table: 'Thing', where: at(a), columns: ['_uuid', ...Object.keys(row)] },
    ]);
    assert.deepEqual(selected?.rows, [{ _uuid: a, ...row }]);
  });

  it('has the effects in the replica when transact resolves, because the update comes before the reply', async () => {
    for (let round = 0; round < 50; round++) {
      const uuid = randomUUID();
      await client.transact([insert(uuid, { integer: 1 })]);
      assert.equal(thing(uuid)?.integer, 1);
      await client.transact([{ op: 'update', table: 'Thing', where: at(uuid), row: { integer: 2 } }]);
      assert.equal(thing(uuid)?.integer, 2);
      await client.transact([{ op: 'delete', table: 'Thing', where: at(uuid) }]);
      assert.equal(thing(uuid), undefined);
    }
  });

  it('keeps that promise when transactions are sent without waiting', async () => {
    const uuids = Array.from({ length: 50 }, () => randomUUID());
    await Promise.all(
      uuids.map(async (uuid) => {
        await client.transact([insert(uuid)]);
        assert(thing(uuid), 'replied before the update');
      }),
    );
  });

  it('lets rows of one transaction refer to each other by the uuids they were given', async () => {
    const [parent, part, friend] = [randomUUID(), randomUUID(), randomUUID()];
    await client.transact([
      insert(parent, { parts: new Set([part]), friend }),
      { op: 'insert', table: 'Part', uuid: part, row: { label: 'p' } },
      insert(friend),
    ]);
    assert.deepEqual(thing(parent)?.parts, new Set([part]));
    assert.equal(thing(parent)?.friend, friend);
  });

  it('lets rows of one transaction refer to each other by uuid-name', async () => {
    const [first, second] = await client.transact([
      { op: 'insert', table: 'Part', uuidName: 'new_part', row: { label: 'p' } },
      { op: 'insert', table: 'Thing', row: { name: 'by name', parts: new Set(['new_part']) } },
    ]);
    assert.deepEqual(thing(second?.uuid ?? '')?.parts, new Set([first?.uuid]));
  });

  it('refuses a uuid that is taken, also after a delete in the same transaction', async () => {
    const uuid = randomUUID();
    await client.transact([insert(uuid)]);
    await refused([insert(uuid)], { kind: 'duplicate uuid', index: 0 });
    await refused([{ op: 'delete', table: 'Thing', where: at(uuid) }, insert(uuid)], {
      kind: 'duplicate uuid',
      index: 1,
    });
    assert(thing(uuid));
  });

  it('reports a broken unique index at commit, without an operation', async () => {
    const [a, b] = [randomUUID(), randomUUID()];
    const error = await refused([insert(a, {}, 'same'), insert(b, {}, 'same')], { kind: 'constraint violation' });
    assert.match(error.details, /same/);
    assert.equal(thing(a), undefined);
  });

  it('reports a broken strong reference at commit, without an operation', async () => {
    await refused([insert(randomUUID(), { parts: new Set([randomUUID()]) })], {
      kind: 'referential integrity violation',
    });
  });

  it('accepts two swapped unique names in one transaction', async () => {
    const [a, b] = [randomUUID(), randomUUID()];
    await client.transact([insert(a, {}, 'swap a'), insert(b, {}, 'swap b')]);
    await client.transact([
      { op: 'update', table: 'Thing', where: at(a), row: { name: 'swap b' } },
      { op: 'update', table: 'Thing', where: at(b), row: { name: 'swap a' } },
    ]);
    assert.deepEqual([thing(a)?.name, thing(b)?.name], ['swap b', 'swap a']);
  });

  it('drops a weak reference to a row that is not there, with success', async () => {
    const [a, gone] = [randomUUID(), randomUUID()];
    await client.transact([insert(a, { friend: gone, friends: new Set([gone]) })]);
    assert.equal(thing(a)?.friend, undefined);
    assert.deepEqual(thing(a)?.friends, new Set());
    const [result] = await client.transact([
      { op: 'mutate', table: 'Thing', where: at(a), mutations: [['friends', 'insert', new Set([gone])]] },
    ]);
    assert.deepEqual([result?.count, thing(a)?.friends], [1, new Set()]);
  });

  it('survives a uuid that is used again, because the references were dropped with the row', async () => {
    // Without the two drops, 3.1, 3.5 and 4.0 die in more than half of these rounds, by the order of the uuids' hashes.
    for (let round = 0; round < 14; round++) {
      const [row, referrer, other] = [randomUUID(), randomUUID(), randomUUID()];
      const change: Operation = {
        op: 'mutate',
        table: 'Thing',
        where: at(referrer),
        mutations: [['integer', '+=', 1]],
      };
      const drop: readonly Operation[] = [
        { op: 'mutate', table: 'Thing', where: at(referrer), mutations: [['friends', 'delete', new Set([row])]] },
        { op: 'update', table: 'Thing', where: at(referrer), row: { friend: undefined } },
      ];
      await client.transact([
        insert(row),
        insert(other),
        insert(referrer, { friend: row, friends: new Set([row, other]) }),
      ]);
      await client.transact([...drop, change, { op: 'delete', table: 'Thing', where: at(row) }]);
      await client.transact([insert(row)]);
      await client.transact([
        { op: 'update', table: 'Thing', where: at(referrer), row: { friends: new Set<string>() } },
      ]);
      await client.transact([{ op: 'update', table: 'Thing', where: at(referrer), row: { friend: other } }]);
      await client.transact([{ op: 'delete', table: 'Thing', where: at(referrer) }]);
    }
  });

  it('collects a row that nobody refers to, at once or with its last referrer', async () => {
    const [parent, part, orphan] = [randomUUID(), randomUUID(), randomUUID()];
    const label = { label: 'p' };
    await client.transact([
      insert(parent, { parts: new Set([part]) }),
      { op: 'insert', table: 'Part', uuid: part, row: label },
      { op: 'insert', table: 'Part', uuid: orphan, row: label },
    ]);
    const parts = client.replica.table('Part');
    assert(parts.get(part));
    assert.equal(parts.get(orphan), undefined);
    await client.transact([{ op: 'delete', table: 'Thing', where: at(parent) }]);
    assert.equal(parts.get(part), undefined);
  });

  it('changes nothing when a map insert meets an existing key, and replaces it after a delete in the same operation', async () => {
    const uuid = randomUUID();
    await client.transact([insert(uuid, { text_by_text: new Map([['k', 'old']]) })]);
    const mutate = (...mutations: Extract<Operation, { op: 'mutate' }>['mutations']): Operation => ({
      op: 'mutate',
      table: 'Thing',
      where: at(uuid),
      mutations,
    });
    const [silent] = await client.transact([mutate(['text_by_text', 'insert', new Map([['k', 'new']])])]);
    assert.equal(silent?.count, 1);
    assert.deepEqual(thing(uuid)?.text_by_text, new Map([['k', 'old']]));
    await client.transact([
      mutate(['text_by_text', 'delete', new Set(['k'])], ['text_by_text', 'insert', new Map([['k', 'new']])]),
    ]);
    assert.deepEqual(thing(uuid)?.text_by_text, new Map([['k', 'new']]));
  });

  it('deletes map entries by pair only when the value is that one', async () => {
    const uuid = randomUUID();
    await client.transact([insert(uuid, { text_by_text: new Map([['k', 'v']]) })]);
    const remove = (value: string): Operation => ({
      op: 'mutate',
      table: 'Thing',
      where: at(uuid),
      mutations: [['text_by_text', 'delete', new Map([['k', value]])]],
    });
    await client.transact([remove('other')]);
    assert.deepEqual(thing(uuid)?.text_by_text, new Map([['k', 'v']]));
    await client.transact([remove('v')]);
    assert.deepEqual(thing(uuid)?.text_by_text, new Map());
  });

  it('refuses a change of an immutable column', async () => {
    const uuid = randomUUID();
    await client.transact([insert(uuid, { fixed: 'a' })]);
    await refused([{ op: 'update', table: 'Thing', where: at(uuid), row: { fixed: 'b' } }], {
      kind: 'constraint violation',
      index: 0,
    });
  });

  it('refuses what the constraints of a column exclude and names the operation', async () => {
    await refused([insert(randomUUID()), insert(randomUUID(), { choice: 'c' })], {
      kind: 'constraint violation',
      index: 1,
    });
    assert.deepEqual(
      (await refused([insert(randomUUID(), { few: new Set([1, 2, 3, 4]) })], { kind: 'syntax error', index: 0 })).index,
      0,
    );
  });

  it('answers count 0 and success when no row matches', async () => {
    const results = await client.transact([
      { op: 'update', table: 'Thing', where: at(randomUUID()), row: { integer: 1 } },
      { op: 'mutate', table: 'Thing', where: at(randomUUID()), mutations: [['integer', '+=', 1]] },
      { op: 'delete', table: 'Thing', where: at(randomUUID()) },
    ]);
    assert.deepEqual(results, [{ count: 0 }, { count: 0 }, { count: 0 }]);
  });

  it('rolls everything back on abort', async () => {
    const uuid = randomUUID();
    await refused([insert(uuid), { op: 'abort' }], { kind: 'aborted', index: 1 });
    assert.equal(thing(uuid), undefined);
  });

  it('takes comment and commit', async () => {
    const uuid = randomUUID();
    const results = await client.transact([
      { op: 'comment', comment: 'why' },
      insert(uuid),
      { op: 'commit', durable: true },
    ]);
    assert.deepEqual(results, [{}, { uuid }, {}]);
  });

  it('refuses a name that the schema does not have before anything is sent', async () => {
    await assert.rejects(client.transact([{ op: 'delete', table: 'Nothing', where: [] }]), OvsdbEncodeError);
    await assert.rejects(client.transact([insert(randomUUID(), { colour: 'red' })]), /no column colour/);
    await assert.rejects(
      client.transact([{ op: 'delete', table: 'Thing', where: [['colour', '==', 1]] }]),
      OvsdbEncodeError,
    );
  });

  it('waits for a condition with a timeout, and is cancelled by its signal', async () => {
    const name = randomUUID();
    const until = (timeout: number): Operation => ({
      op: 'wait',
      table: 'Thing',
      where: [['name', '==', name]],
      columns: ['integer'],
      until: '==',
      rows: [{ integer: 3 }],
      timeout,
    });
    await refused([until(0)], { kind: 'timed out', index: 0 });
    const abort = new AbortController();
    const cancelled = client.transact([until(60_000)], abort.signal);
    const waiting = client.transact([
      until(60_000),
      { op: 'update', table: 'Thing', where: [['name', '==', name]], row: { text: 'seen' } },
    ]);
    abort.abort(new Error('enough'));
    await assert.rejects(cancelled, /enough/);
    const uuid = randomUUID();
    await client.transact([insert(uuid, { integer: 3 }, name)]);
    await waiting;
    assert.equal(thing(uuid)?.text, 'seen');
  });

  describe('the fence: wait until a map includes an entry', () => {
    const fence = (epoch: number): Operation => ({
      op: 'wait',
      table: 'Single',
      where: [['external_ids', 'includes', new Map([['epoch', String(epoch)]])]],
      columns: [],
      until: '==',
      rows: [{}],
      timeout: 0,
    });

    it('fails while there is no row', async () => {
      await refused([fence(7), insert(randomUUID())], { kind: 'timed out', index: 0 });
    });

    it('passes at its own epoch and fails at any other, with nothing written', async () => {
      await client.transact([
        {
          op: 'insert',
          table: 'Single',
          row: {
            external_ids: new Map([
              ['epoch', '7'],
              ['x', 'y'],
            ]),
          },
        },
      ]);
      const [good, bad] = [randomUUID(), randomUUID()];
      await client.transact([fence(7), insert(good)]);
      assert(thing(good));
      await refused([fence(6), insert(bad)], { kind: 'timed out', index: 0 });
      await refused([fence(8), insert(bad)], { kind: 'timed out', index: 0 });
      assert.equal(thing(bad), undefined);
    });

    it('guards a table of one row against a second', async () => {
      await refused([{ op: 'insert', table: 'Single', row: {} }], { kind: 'constraint violation' });
    });
  });

  it('fails a set mutation that names an element twice', async () => {
    const uuid = randomUUID();
    await client.transact([insert(uuid)]);
    // A Set can not hold an element twice; the fact is checked through a client that is not ours.
    const transaction = [
      everythingDatabase,
      {
        op: 'mutate',
        table: 'Thing',
        where: [['_uuid', '==', ['uuid', uuid]]],
        mutations: [['integers', 'insert', ['set', [1, 1]]]],
      },
    ];
    const output = await bed.tool('ovsdb-client', ['transact', server.endpoint, JSON.stringify(transaction)]);
    assert.match(output, /duplicate/);
    assert.deepEqual(thing(uuid)?.integers, new Set());
  });

  it('refuses to send without a connection, and says that nothing was sent', async () => {
    const idle = new OvsdbClient({
      database: everythingDatabase,
      endpoints: [server.endpoint],
      tables: { Thing: 'all' },
    });
    await assert.rejects(
      idle.transact([insert(randomUUID())]),
      (error: unknown) => error instanceof OvsdbDisconnectedError && !error.sent,
    );
  });

  it('collects the foreign ports of a deleted switch', async () => {
    const northbound = await bed.standalone({ file: bed.root.schema('ovn-nb') });
    const ovn = await clients.connect({
      database: 'OVN_Northbound',
      endpoints: [northbound.endpoint],
      tables: { Logical_Switch: 'all', Logical_Switch_Port: 'all' },
    });
    const [lswitch, port, foreign] = [randomUUID(), randomUUID(), randomUUID()];
    await ovn.transact([
      { op: 'insert', table: 'Logical_Switch', uuid: lswitch, row: { name: 's', ports: new Set([port]) } },
      { op: 'insert', table: 'Logical_Switch_Port', uuid: port, row: { name: 'p' } },
    ]);
    await bed.tool('ovsdb-client', [
      'transact',
      northbound.endpoint,
      JSON.stringify([
        'OVN_Northbound',
        { op: 'insert', table: 'Logical_Switch_Port', uuid: foreign, row: { name: 'foreign' } },
        { op: 'mutate', table: 'Logical_Switch', where: [], mutations: [['ports', 'insert', ['uuid', foreign]]] },
      ]),
    ]);
    await ovn.transact([{ op: 'delete', table: 'Logical_Switch', where: at(lswitch) }]);
    assert.equal(ovn.replica.table('Logical_Switch_Port').size, 0);
  });

  it('refuses a change of Bridge.name in Open_vSwitch, which is immutable', async () => {
    const schema = { file: bed.root.schema('vswitch') };
    const vswitch = await bed.standalone(schema);
    const ovs = await clients.connect({
      database: 'Open_vSwitch',
      endpoints: [vswitch.endpoint],
      tables: { Bridge: 'all' },
    });
    const bridge = randomUUID();
    await ovs.transact([
      { op: 'insert', table: 'Bridge', uuid: bridge, row: { name: 'br0' } },
      { op: 'insert', table: 'Open_vSwitch', row: { bridges: new Set([bridge]) } },
    ]);
    for (const table of ['Bridge', 'Port', 'Interface']) {
      assert.equal(ovs.schema.tables.get(table)?.columns.get('name')?.mutable, false);
    }
    await assert.rejects(
      ovs.transact([{ op: 'update', table: 'Bridge', where: at(bridge), row: { name: 'br1' } }]),
      (error: unknown) => error instanceof OvsdbTransactionError && error.kind === 'constraint violation',
    );
  });
});
