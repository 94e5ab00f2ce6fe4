// Losing and finding servers: killed, wiped, converted, silent, frozen, or speaking nonsense. Real servers wherever a real one
// can behave that way; a scripted socket for those that can't.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type OvsdbClient, OvsdbDisconnectedError, type RowChange } from '../../src/ovsdb/index.ts';
import { OvsdbBed } from '../support/ovsdb-server.ts';
import { Clients, soon } from './clients.ts';
import { everythingDatabase, everythingSchema } from './schema-of-everything.ts';
import { type Peer, ScriptedServer } from './scripted-server.ts';

const schema = { json: everythingSchema };
const tables = { Thing: 'all', Part: 'all' } as const;

type Disconnected = { readonly endpoint: string; readonly reason: string };

/** The next event of this name. */
function next<T>(client: OvsdbClient, event: 'synced' | 'disconnected' | 'schema' | 'locked' | 'stolen'): Promise<T> {
  return new Promise((resolve, reject) => {
    const signal = soon();
    signal.addEventListener('abort', () => reject(new Error(`no '${event}' in time`)));
    const listener = (value: unknown): void => {
      (client.off as (event: string, listener: unknown) => void)(event, listener);
      resolve(value as T);
    };
    (client.on as (event: string, listener: unknown) => void)(event, listener);
  });
}

const insert = (uuid: string, name: string = uuid) => ({ op: 'insert', table: 'Thing', uuid, row: { name } }) as const;

describe('OvsdbClient and its server', () => {
  const clients = new Clients();
  let bed: OvsdbBed;

  before(async () => {
    bed = await OvsdbBed.create();
  });

  afterEach(() => clients.stop());

  after(async () => {
    await bed?.remove();
  });

  it('comes back after the server was killed, and hears what changed meanwhile', async () => {
    const server = await bed.standalone(schema);
    const client = await clients.connect({ database: everythingDatabase, endpoints: [server.endpoint], tables });
    const [kept, gone, fresh] = [randomUUID(), randomUUID(), randomUUID()];
    await client.transact([insert(kept), insert(gone)]);
    const row = client.replica.table('Thing').get(kept);
    const batches: (readonly RowChange[])[] = [];
    client.replica.on('changes', (changes) => batches.push(changes));
    const lost = next(client, 'disconnected');
    await server.kill();
    await lost;
    assert.equal(client.connected, false);
    await assert.rejects(client.transact([insert(fresh)]), (e) => e instanceof OvsdbDisconnectedError && !e.sent);
    assert.equal(client.replica.table('Thing').size, 2, 'the replica keeps its content while disconnected');
    const back = next<{ resumed: boolean }>(client, 'synced');
    await server.start();
    // A standalone server can not resume: a full dump comes, and nothing changed.
    assert.equal((await back).resumed, false);
    assert.deepEqual(batches, []);
    await client.transact([insert(fresh), { op: 'delete', table: 'Thing', where: [['_uuid', '==', gone]] }]);
    assert.equal(client.replica.table('Thing').get(kept), row, 'the row is another object now');
    assert.deepEqual(new Set([...client.replica.table('Thing').rows()].map((r) => r._uuid)), new Set([kept, fresh]));
  });

  it('sees a wiped database with other content as the difference, not as a clear', async () => {
    const server = await bed.standalone(schema);
    const client = await clients.connect({ database: everythingDatabase, endpoints: [server.endpoint], tables });
    const [kept, gone, fresh] = [randomUUID(), randomUUID(), randomUUID()];
    await client.transact([insert(kept), insert(gone)]);
    const lost = next(client, 'disconnected');
    await server.kill();
    await lost;
    await server.create(schema);
    const content = JSON.stringify([everythingDatabase, insert(kept), insert(fresh)]);
    await bed.tool('ovsdb-tool', ['transact', server.databaseFile, content]);
    const back = next(client, 'synced');
    const batches: (readonly RowChange[])[] = [];
    client.replica.on('changes', (changes) => batches.push(changes));
    await server.start();
    await back;
    const heard = batches.map((changes) => changes.map(({ uuid, kind }) => [kind, uuid]));
    assert.deepEqual(heard, [
      [
        ['delete', gone],
        ['insert', fresh],
      ],
    ]);
  });

  it('says that the outcome is unknown when the server dies with a transaction', async () => {
    const server = await bed.standalone(schema);
    const client = await clients.connect({ database: everythingDatabase, endpoints: [server.endpoint], tables });
    const name = randomUUID();
    const pending = client.transact([
      {
        op: 'wait',
        table: 'Thing',
        where: [['name', '==', name]],
        columns: ['name'],
        until: '==',
        rows: [{ name }],
        timeout: 60_000,
      },
    ]);
    const failed = assert.rejects(pending, (error) => error instanceof OvsdbDisconnectedError && error.sent);
    await server.kill();
    await failed;
  });

  it('goes to the next endpoint when one is not there', async () => {
    const [dead, alive] = [await bed.standalone(schema), await bed.standalone(schema)];
    await dead.kill();
    const client = await clients.connect({
      database: everythingDatabase,
      endpoints: [dead.endpoint, alive.endpoint],
      tables,
    });
    await client.transact([insert(randomUUID())]);
    const back = next<{ endpoint: string }>(client, 'synced');
    await dead.start();
    await alive.kill();
    assert.equal((await back).endpoint, dead.endpoint);
    assert.equal(client.replica.table('Thing').size, 0);
  });

  it('speaks TCP', async () => {
    const server = await bed.standalone(schema, { tcp: true });
    const client = await clients.connect({ database: everythingDatabase, endpoints: [server.networkEndpoint], tables });
    const uuid = randomUUID();
    await client.transact([insert(uuid)]);
    assert(client.replica.table('Thing').get(uuid));
  });

  it('does not connect for a database that the server does not have, and says so', async () => {
    const server = await bed.standalone(schema);
    const reasons: unknown[] = [];
    const first = new Promise<void>((resolve) => {
      const log = {
        debug() {},
        info() {},
        error() {},
        warn: (_: string, fields?: object) => resolve(void reasons.push(fields)),
      };
      clients.start({ database: 'Nothing', endpoints: [server.endpoint], tables: {}, log });
    });
    await first;
    assert.match(JSON.stringify(reasons[0]), /database Nothing is not served/);
  });

  it('takes up a converted schema: new columns are there, has() knows, rows have defaults', async () => {
    const server = await bed.standalone(schema);
    const { fixed: _, ...columns } = everythingSchema.tables.Thing.columns;
    const converted = {
      ...everythingSchema,
      version: '1.1.0',
      tables: {
        ...everythingSchema.tables,
        Thing: {
          ...everythingSchema.tables.Thing,
          columns: { ...columns, more: { type: { key: 'string', min: 0, max: 'unlimited' } } },
        },
        Newer: { isRoot: true, columns: { name: { type: 'string' } } },
      },
    };
    const client = await clients.connect({
      database: everythingDatabase,
      endpoints: [server.endpoint],
      tables: { Thing: ['name', 'fixed', 'more'], Newer: ['name'], Never: 'all' },
    });
    const uuid = randomUUID();
    await client.transact([{ ...insert(uuid), row: { name: 'n', fixed: 'f' } }]);
    const row = client.replica.table('Thing').get(uuid);
    const capabilities = () => [
      client.has('Thing', 'fixed'),
      client.has('Thing', 'more'),
      client.has('Newer'),
      client.has('Newer', 'name'),
      client.has('Never'),
    ];
    assert.deepEqual(capabilities(), [true, false, false, false, false]);
    assert.deepEqual([row?.fixed, row?.more, client.replica.table('Newer').size], ['f', undefined, 0]);
    const [changed, back] = [next<{ version: string }>(client, 'schema'), next(client, 'synced')];
    const file = await bed.schemaFile({ json: converted });
    await bed.tool('ovsdb-client', ['convert', server.endpoint, file]);
    assert.equal((await changed).version, '1.1.0');
    await back;
    assert.deepEqual(capabilities(), [false, true, true, true, false]);
    assert.deepEqual([row && 'fixed' in row, row?.more], [false, new Set()]);
    await client.transact([
      { op: 'insert', table: 'Newer', row: { name: 'x' } },
      { op: 'update', table: 'Thing', where: [['_uuid', '==', uuid]], row: { more: new Set(['y']) } },
    ]);
    assert.deepEqual([row?.more, client.replica.table('Newer').size], [new Set(['y']), 1]);
  });

  it('replicates only rows that a condition selects', async () => {
    const server = await bed.standalone(schema);
    const client = await clients.connect({
      database: everythingDatabase,
      endpoints: [server.endpoint],
      tables: {
        Thing: {
          columns: ['name', 'integer'],
          where: [
            ['integer', '==', 1],
            ['integer', '==', 2],
          ],
        },
      },
    });
    const rows = [0, 1, 2, 3].map((integer) => ({ ...insert(randomUUID()), row: { name: `n${integer}`, integer } }));
    await client.transact(rows);
    const names = () => [...client.replica.table('Thing').rows()].map((row) => row.name).sort();
    assert.deepEqual(names(), ['n1', 'n2']);
    await client.transact([{ op: 'mutate', table: 'Thing', where: [], mutations: [['integer', '+=', 1]] }]);
    assert.deepEqual(names(), ['n0', 'n1']);
  });

  it('leaves a frozen server after two probe intervals, and uses the next', async () => {
    const [frozen, other] = [await bed.standalone(schema), await bed.standalone(schema)];
    const client = await clients.connect({
      database: everythingDatabase,
      endpoints: [frozen.endpoint, other.endpoint],
      tables,
      probeIntervalMs: 150,
    });
    const lost = next<Disconnected>(client, 'disconnected');
    const back = next<{ endpoint: string }>(client, 'synced');
    frozen.signal('SIGSTOP');
    assert.match((await lost).reason, /inactivity probe/);
    assert.equal((await back).endpoint, other.endpoint);
    frozen.signal('SIGCONT');
  });

  it('answers the probes of the server', async () => {
    const socket = new ScriptedServer();
    const endpoint = await socket.listen();
    clients.start({ database: everythingDatabase, endpoints: [endpoint], tables });
    const peer = await socket.accepted();
    peer.write('{"method":"echo","params":["a",1],"id":"x"}');
    for (;;) {
      const reply = (await peer.messages()).find((message) => message.id === 'x');
      if (reply === undefined) continue;
      assert.deepEqual(reply, { result: ['a', 1], error: null, id: 'x' });
      break;
    }
    await clients.stop();
    await socket.close();
  });

  it('stops at once, wherever it is in connecting, and rejects those who wait', async () => {
    const socket = new ScriptedServer();
    const endpoint = await socket.listen();
    const client = clients.start({ database: everythingDatabase, endpoints: [endpoint], tables });
    const waiting = assert.rejects(client.synced(soon()), OvsdbDisconnectedError);
    await socket.accepted();
    await client.stop();
    await waiting;
    await assert.rejects(client.synced(soon()), OvsdbDisconnectedError);
    await socket.close();
  });

  it('gives synced() back to a caller whose signal ends', async () => {
    const client = clients.start({ database: everythingDatabase, endpoints: ['unix:/nonexistent/socket'], tables });
    await assert.rejects(client.synced(AbortSignal.timeout(20)), { name: 'TimeoutError' });
  });

  const nonsense: readonly (readonly [title: string, bytes: string, reason: RegExp])[] = [
    ['speaks HTTP', 'HTTP/1.1 400 Bad Request\r\n\r\n', /byte 0x48 where a JSON object should begin/],
    ['sends broken JSON', '{"id":1,"result":{]}', /not a JSON message/],
    ['sends neither request nor response', '{"hello":"world"}', /neither a request nor a response/],
    ['sends a notification without params', '{"method":"update3","id":null}', /update3 without params/],
    ['cancels a monitor', '{"method":"monitor_canceled","params":["x"],"id":null}', /canceled by the server/],
    ['answers get_schema with nonsense', '{"id":1,"result":7,"error":null}', /no name or no tables/],
    ['hangs up', '', /closed by the server/],
  ];
  for (const [title, bytes, reason] of nonsense) {
    it(`leaves a server that ${title}, with the reason in the log, and tries again`, async () => {
      const socket = new ScriptedServer();
      const endpoint = await socket.listen();
      const reasons: string[] = [];
      const twice = new Promise<void>((resolve) => {
        const warn = (_: string, fields?: Readonly<Record<string, unknown>>) => {
          if (reasons.push(String(fields?.reason)) === 2) resolve();
        };
        clients.start({
          database: everythingDatabase,
          endpoints: [endpoint],
          tables,
          log: { debug() {}, info() {}, error() {}, warn },
        });
      });
      for (let i = 0; i < 2; i++) {
        const peer = await socket.accepted();
        if (bytes === '') peer.end();
        else peer.write(bytes);
      }
      await twice;
      for (const text of reasons) assert.match(text, reason);
      await clients.stop();
      await socket.close();
    });
  }

  it('rejects what is in flight and drops the connection when an update does not fit, then takes a full dump', async () => {
    const socket = new ScriptedServer();
    const endpoint = await socket.listen();
    const client = clients.start({ database: everythingDatabase, endpoints: [endpoint], tables: { Thing: ['name'] } });
    const last = randomUUID();
    const serve = async (): Promise<Peer> => {
      const peer = await socket.accepted();
      await peer.answer('get_schema', null, 'unknown database');
      await peer.answer('get_schema', everythingSchema);
      assert.deepEqual(
        await peer.answer('monitor_cond_since', [false, last, {}]),
        '00000000-0000-0000-0000-000000000000',
      );
      return peer;
    };
    const peer = await serve();
    await client.synced(soon());
    const pending = assert.rejects(
      client.transact([insert(randomUUID())]),
      (e) => e instanceof OvsdbDisconnectedError && e.sent,
    );
    const misfit = { Thing: { [randomUUID()]: { modify: { name: 'x' } } } };
    peer.write(JSON.stringify({ method: 'update3', params: [everythingDatabase, last, misfit], id: null }));
    await pending;
    // Not asked to resume from `last`, although the server offered it: the replica is suspect.
    await serve();
    await client.synced(soon());
    await clients.stop();
    await socket.close();
  });

  it('falls back to monitor_cond and update2 at a server that knows nothing newer', async () => {
    const socket = new ScriptedServer();
    const endpoint = await socket.listen();
    const client = clients.start({ database: everythingDatabase, endpoints: [endpoint], tables: { Thing: ['name'] } });
    const uuid = randomUUID();
    const peer = await socket.accepted();
    await peer.answer('get_schema', null, 'unknown database');
    await peer.answer('get_schema', everythingSchema);
    await peer.answer('monitor_cond_since', null, 'unknown method');
    await peer.answer('monitor_cond', { Thing: { [uuid]: { initial: { name: 'a' } } } });
    await client.synced(soon());
    const changed = new Promise<void>((resolve) => client.replica.on('changes', () => resolve()));
    const update = { Thing: { [uuid]: { modify: { name: 'b' } } } };
    peer.write(JSON.stringify({ method: 'update2', params: [everythingDatabase, update], id: null }));
    await changed;
    assert.equal(client.replica.table('Thing').get(uuid)?.name, 'b');
    await clients.stop();
    await socket.close();
  });

  describe('locks', () => {
    it('are held by one client at a time and handed over in order', async () => {
      const server = await bed.standalone(schema);
      const options = { database: everythingDatabase, endpoints: [server.endpoint], tables } as const;
      const [a, b] = [await clients.connect(options), await clients.connect(options)];
      const assertLock = { op: 'assert', lock: 'leader' } as const;
      assert.equal(await a.lock('leader'), true);
      assert.equal(await b.lock('leader'), false);
      await a.transact([assertLock]);
      await assert.rejects(b.transact([assertLock]), { kind: 'not owner', index: 0 });
      const locked = next(b, 'locked');
      await a.unlock('leader');
      assert.equal(await locked, 'leader');
      assert.deepEqual([a.holds('leader'), b.holds('leader')], [false, true]);
      await b.transact([assertLock]);
    });

    it('can be stolen; the victim hears of it and gets the lock back later', async () => {
      const server = await bed.standalone(schema);
      const options = { database: everythingDatabase, endpoints: [server.endpoint], tables } as const;
      const [a, b] = [await clients.connect(options), await clients.connect(options)];
      await a.lock('leader');
      const stolen = next(a, 'stolen');
      await b.steal('leader');
      assert.equal(await stolen, 'leader');
      assert.deepEqual([a.holds('leader'), b.holds('leader')], [false, true]);
      const locked = next(a, 'locked');
      await b.unlock('leader');
      await locked;
      assert.deepEqual([a.holds('leader'), b.holds('leader')], [true, false]);
    });

    it('are lost with the connection and asked for again', async () => {
      const server = await bed.standalone(schema);
      const client = await clients.connect({ database: everythingDatabase, endpoints: [server.endpoint], tables });
      await client.lock('leader');
      const lost = next(client, 'disconnected');
      await server.kill();
      await lost;
      assert.equal(client.holds('leader'), false);
      const locked = next(client, 'locked');
      await server.start();
      assert.equal(await locked, 'leader');
    });

    it('can be wished for before there is a connection', async () => {
      const server = await bed.standalone(schema);
      const client = clients.start({ database: everythingDatabase, endpoints: [server.endpoint], tables });
      const locked = next(client, 'locked');
      assert.equal(await client.lock('leader'), false);
      await locked;
      assert.equal(client.holds('leader'), true);
    });
  });
});
