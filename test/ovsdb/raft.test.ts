// A RAFT cluster: following the leader, resuming with what was missed, leaving a member without a majority.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type OvsdbClient, OvsdbDisconnectedError, type RowChange } from '../../src/ovsdb/index.ts';
import { advance, type DatabaseStatus, objection } from '../../src/ovsdb/server-status.ts';
import { OvsdbBed, type OvsdbServer } from '../support/ovsdb-server.ts';
import { Clients, soon } from './clients.ts';
import { everythingDatabase as database, everythingSchema } from './schema-of-everything.ts';

const tables = { Thing: 'all' } as const;
const insert = (uuid: string) => ({ op: 'insert', table: 'Thing', uuid, row: { name: uuid } }) as const;

type Synced = { readonly endpoint: string; readonly resumed: boolean };

/** Resolves with the next `synced` event. */
function nextSync(client: OvsdbClient): Promise<Synced> {
  return new Promise((resolve, reject) => {
    soon().addEventListener('abort', () => reject(new Error('not in sync in time')));
    client.on('synced', resolve);
  });
}

describe('OvsdbClient and a RAFT cluster', () => {
  const clients = new Clients();
  let bed: OvsdbBed;
  let members: readonly OvsdbServer[];

  beforeEach(async () => {
    bed = await OvsdbBed.create();
    members = await bed.cluster({ json: everythingSchema }, database, 3);
  });

  afterEach(async () => {
    await clients.stop();
    await bed?.remove();
  });

  const endpoints = (): readonly string[] => members.map((member) => member.endpoint);
  const at = (endpoint: string): OvsdbServer => {
    const member = members.find((candidate) => candidate.endpoint === endpoint);
    assert(member);
    return member;
  };
  const others = (endpoint: string): readonly OvsdbServer[] => members.filter((member) => member.endpoint !== endpoint);
  const isLeader = async (member: OvsdbServer): Promise<boolean> =>
    /^Role: leader$/m.test(await member.control('cluster/status', database));

  it('finds the leader among all members, and the next one when it dies, resuming with what was missed', async () => {
    const client = clients.start({ database, endpoints: [...endpoints()].reverse(), tables });
    const first = await nextSync(client);
    assert(await isLeader(at(first.endpoint)));
    const [before, meanwhile] = [randomUUID(), randomUUID()];
    await client.transact([insert(before)]);

    const batches: (readonly RowChange[])[] = [];
    client.replica.on('changes', (changes) => batches.push(changes));
    const second = nextSync(client);
    // Someone else writes as soon as the remaining two have a leader; the first client may be back before or after that.
    const writer = await clients.connect({
      database,
      endpoints: others(first.endpoint).map((m) => m.endpoint),
      tables,
      leaderOnly: false,
    });
    await at(first.endpoint).kill();
    const { endpoint, resumed } = await second;
    assert.notEqual(endpoint, first.endpoint);
    assert(await isLeader(at(endpoint)));
    assert.equal(resumed, true, 'a full dump was sent');
    await writer.synced(soon());
    await writer.transact([insert(meanwhile)]);
    await client.transact([{ op: 'comment', comment: 'barrier' }]);
    assert.deepEqual(
      batches.flat().map(({ uuid, kind }) => [uuid, kind]),
      [[meanwhile, 'insert']],
    );
  });

  it('hears only of what it missed while it was away', async () => {
    const options = { database, endpoints: endpoints(), tables, leaderOnly: false } as const;
    const client = await clients.connect({ ...options, endpoints: [endpoints()[1] ?? ''] });
    const writer = await clients.connect({ ...options, endpoints: [endpoints()[0] ?? ''] });
    const rows = Array.from({ length: 200 }, () => randomUUID());
    await writer.transact(rows.map(insert));
    await client.transact([{ op: 'comment', comment: 'barrier' }]);
    const batches: (readonly RowChange[])[] = [];
    client.replica.on('changes', (changes) => batches.push(changes));
    const member = at(endpoints()[1] ?? '');
    const lost = new Promise((resolve) => client.on('disconnected', resolve));
    await member.kill();
    await lost;
    const missed = randomUUID();
    await writer.transact([insert(missed), { op: 'delete', table: 'Thing', where: [['_uuid', '==', rows[0]]] }]);
    const back = nextSync(client);
    await member.start();
    // A restarted member has its log but no history of monitors; what it sends must still come out as the difference only.
    await back;
    await client.transact([{ op: 'comment', comment: 'barrier' }]);
    const heard = batches.flat().map(({ uuid, kind }) => `${kind} ${uuid}`);
    assert.deepEqual(heard.sort(), [`delete ${rows[0]}`, `insert ${missed}`]);
  });

  it('has the effects in the replica when transact resolves at a follower, too', async () => {
    const follower = (await isLeader(members[2] as OvsdbServer)) ? members[1] : members[2];
    const client = await clients.connect({
      database,
      endpoints: [follower?.endpoint ?? ''],
      tables,
      leaderOnly: false,
    });
    for (let round = 0; round < 30; round++) {
      const uuid = randomUUID();
      await client.transact([insert(uuid)]);
      assert(client.replica.table('Thing').get(uuid));
    }
  });

  it('does not use a follower when only the leader will do', async () => {
    const follower = (await isLeader(members[2] as OvsdbServer)) ? members[1] : members[2];
    const refused = new Promise<string>((resolve) => {
      const log = {
        debug() {},
        info() {},
        error() {},
        warn: (_: string, fields?: Readonly<Record<string, unknown>>) => resolve(String(fields?.reason)),
      };
      clients.start({ database, endpoints: [follower?.endpoint ?? ''], tables, log });
    });
    assert.equal(await refused, `not the leader of ${database}`);
  });

  it('leaves a member that has lost its majority, and comes back with it', async () => {
    const client = clients.start({ database, endpoints: endpoints(), tables });
    const { endpoint } = await nextSync(client);
    const lost = new Promise<{ reason: string }>((resolve) => client.on('disconnected', resolve));
    await Promise.all(others(endpoint).map((member) => member.kill()));
    // Depending on its timers the member says first that it leads no more, or that it is cut off.
    assert.match((await lost).reason, /not the leader|cut off/);
    await assert.rejects(client.transact([insert(randomUUID())]), OvsdbDisconnectedError);
    const back = nextSync(client);
    await Promise.all(others(endpoint).map((member) => member.start()));
    await back;
    const uuid = randomUUID();
    await client.transact([insert(uuid)]);
    assert(client.replica.table('Thing').get(uuid));
  });
});

describe('the choice of a server', () => {
  const status: DatabaseStatus = {
    _uuid: randomUUID(),
    name: 'D',
    model: 'clustered',
    connected: true,
    leader: true,
    cid: 'c',
    sid: 's',
    index: 10,
  };
  const table: readonly (readonly [
    title: string,
    status: DatabaseStatus | undefined,
    leaderOnly: boolean,
    expected: RegExp | undefined,
  ])[] = [
    ['takes a leader', status, true, undefined],
    [
      'takes a standalone server',
      { ...status, model: 'standalone', cid: undefined, sid: undefined, index: undefined },
      true,
      undefined,
    ],
    ['takes a follower when asked to', { ...status, leader: false }, false, undefined],
    ['takes the index it has seen', { ...status, index: 8 }, true, undefined],
    ['takes another cluster whose index is lower', { ...status, cid: 'other', index: 1 }, true, undefined],
    ['refuses a follower', { ...status, leader: false }, true, /not the leader/],
    ['refuses a member that is cut off', { ...status, connected: false }, false, /cut off/],
    ['refuses a server without the database', undefined, false, /not served/],
    [
      'refuses a member that is behind what was seen',
      { ...status, index: 7 },
      true,
      /stale: at index 7, already seen 8/,
    ],
    ['refuses a member that shows no index yet', { ...status, index: undefined }, true, /stale/],
  ];
  for (const [title, given, leaderOnly, expected] of table) {
    it(title, () => {
      const reason = objection(given, 'D', leaderOnly, { cid: 'c', index: 8 });
      if (expected === undefined) assert.equal(reason, undefined);
      else assert.match(reason ?? '', expected);
    });
  }

  it('remembers the highest index of one cluster', () => {
    assert.deepEqual(advance(undefined, status), { cid: 'c', index: 10 });
    assert.deepEqual(advance({ cid: 'c', index: 12 }, status), { cid: 'c', index: 12 });
    assert.deepEqual(advance({ cid: 'other', index: 12 }, status), { cid: 'c', index: 10 });
    assert.deepEqual(advance({ cid: 'c', index: 12 }, { ...status, index: undefined }), { cid: 'c', index: 12 });
    assert.equal(
      advance({ cid: 'c', index: 12 }, { ...status, model: 'standalone', cid: undefined, index: undefined }),
      undefined,
    );
  });
});
