// What the client asks for and sends in moments that a real server does not let a test see: the transaction it resumes from,
// and the cancellation of a request.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Clients, soon } from './clients.ts';
import { everythingDatabase as database, everythingSchema } from './schema-of-everything.ts';
import { type Peer, ScriptedServer } from './scripted-server.ts';

const zero = '00000000-0000-0000-0000-000000000000';

describe('OvsdbClient asks to resume', () => {
  const clients = new Clients();
  let server: ScriptedServer;
  let endpoint: string;

  beforeEach(async () => {
    server = new ScriptedServer();
    endpoint = await server.listen();
  });

  afterEach(async () => {
    await clients.stop();
    await server.close();
  });

  /** Accepts the next connection up to the monitor; answers the peer and the transaction that the client resumes from. */
  async function accept(schema: object, result: unknown): Promise<{ readonly peer: Peer; readonly from: unknown }> {
    const peer = await server.accepted();
    await peer.answer('get_schema', null, 'unknown database');
    await peer.answer('get_schema', schema);
    return { peer, from: await peer.answer('monitor_cond_since', result) };
  }

  const update = (last: string, uuid: string): string => {
    const params = [database, last, { Thing: { [uuid]: { insert: { name: uuid } } } }];
    return JSON.stringify({ method: 'update3', params, id: null });
  };

  it('from the transaction of the last update, and applies what it missed to what it has', async () => {
    const client = clients.start({ database, endpoints: [endpoint], tables: { Thing: ['name'] } });
    const [replied, updated, uuid, missed] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const first = await accept(everythingSchema, [false, replied, {}]);
    assert.equal(first.from, zero);
    await client.synced(soon());
    const changed = new Promise<void>((resolve) => client.replica.on('changes', () => resolve()));
    first.peer.write(update(updated, uuid));
    await changed;
    first.peer.end();
    const second = await accept(everythingSchema, [
      true,
      randomUUID(),
      { Thing: { [missed]: { insert: { name: missed } } } },
    ]);
    assert.equal(second.from, updated);
    await client.synced(soon());
    assert.deepEqual(
      [...client.replica.table('Thing').rows()].map((row) => row.name),
      [uuid, missed],
    );
  });

  it('from the transaction of the reply when no update came', async () => {
    clients.start({ database, endpoints: [endpoint], tables: { Thing: ['name'] } });
    const replied = randomUUID();
    (await accept(everythingSchema, [false, replied, {}])).peer.end();
    assert.equal((await accept(everythingSchema, [true, replied, {}])).from, replied);
  });

  it('from nothing when the server offers other columns than before', async () => {
    clients.start({ database, endpoints: [endpoint], tables: { Thing: ['name', 'integer'] } });
    const { Thing } = everythingSchema.tables;
    const { integer: _, ...columns } = Thing.columns;
    const older = { ...everythingSchema, tables: { Thing: { ...Thing, columns } } };
    (await accept(older, [false, randomUUID(), {}])).peer.end();
    assert.equal((await accept(everythingSchema, [false, randomUUID(), {}])).from, zero);
  });

  it('and cancels at the server what the caller has given up', async () => {
    const client = clients.start({ database, endpoints: [endpoint], tables: { Thing: ['name'] } });
    const { peer } = await accept(everythingSchema, [false, randomUUID(), {}]);
    await client.synced(soon());
    const abort = new AbortController();
    const given = assert.rejects(client.transact([{ op: 'comment', comment: 'slow' }], abort.signal), /enough/);
    const [request] = await peer.messages();
    abort.abort(new Error('enough'));
    await given;
    const [cancel] = await peer.messages();
    assert.deepEqual([cancel?.method, cancel?.params], ['cancel', [request?.id]]);
    // The late answer to a cancelled request disturbs nobody.
    peer.write(JSON.stringify({ id: request?.id, result: null, error: 'canceled' }));
    const next = client.transact([{ op: 'comment', comment: 'next' }]);
    await peer.answer('transact', [{}]);
    assert.deepEqual(await next, [{}]);
  });
});
