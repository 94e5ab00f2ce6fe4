/** The fence of the northbound database on real servers: standalone, wiped, and a RAFT cluster with a follower that slept. */
import assert from 'node:assert/strict';
import { silentLog } from '../../src/log.ts';
import { currentEpoch, DeposedError, epochKey, fence, takeEpoch } from '../../src/northbound/epoch.ts';
import { type Operation, OvsdbClient, OvsdbTransactionError } from '../../src/ovsdb/index.ts';
import { OvsdbBed } from '../support/ovsdb-server.ts';

const soon = () => AbortSignal.timeout(20_000);
const mine = 'cluster-1';
const write: Operation = { op: 'insert', table: 'Logical_Router', row: { name: 'written' } };

/** A client that lets something happen between the decision and the transaction. */
class Hesitant extends OvsdbClient {
  meanwhile: (() => Promise<void>) | undefined;

  override async transact(operations: readonly Operation[], signal?: AbortSignal) {
    const first = this.meanwhile;
    this.meanwhile = undefined;
    await first?.();
    return super.transact(operations, signal);
  }
}

describe('the epoch of the northbound database', function () {
  this.timeout(60_000);
  let bed: OvsdbBed;
  const clients: OvsdbClient[] = [];
  before(async () => {
    bed = await OvsdbBed.create();
  });
  after(async () => {
    await bed.remove();
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.stop()));
  });
  const connect = async (endpoint: string, options: { readonly leaderOnly?: boolean } = {}): Promise<Hesitant> => {
    const client = new Hesitant({
      database: 'OVN_Northbound',
      endpoints: [endpoint],
      tables: { NB_Global: 'all', Logical_Router: ['name'] },
      backoff: { minMs: 10, maxMs: 100 },
      log: silentLog,
      ...options,
    });
    clients.push(client);
    client.start();
    await client.synced(soon());
    return client;
  };
  const server = () => bed.standalone({ file: bed.root.schema('ovn-nb') });
  const refused = (client: OvsdbClient, epoch: number) =>
    assert.rejects(
      client.transact([fence(mine, epoch), write], soon()),
      (error) => error instanceof OvsdbTransactionError && error.kind === 'timed out' && error.index === 0,
    );

  it('is taken on a fresh database, which has no NB_Global row', async () => {
    const { endpoint } = await server();
    const client = await connect(endpoint);
    assert.equal(currentEpoch(client, mine), 0);
    await takeEpoch(client, mine, 3, soon());
    assert.equal(currentEpoch(client, mine), 3);
    await client.transact([fence(mine, 3), write], soon());
    await refused(client, 2);
    await refused(client, 4);
  });

  it('is taken again on a wiped database, and an old leader can not write meanwhile', async () => {
    const { endpoint } = await server();
    const client = await connect(endpoint);
    await takeEpoch(client, mine, 3, soon());
    await client.transact([{ op: 'delete', table: 'NB_Global', where: [] }], soon());
    await refused(client, 3);
    await takeEpoch(client, mine, 3, soon());
    await client.transact([fence(mine, 3), write], soon());
  });

  it('races ovn-northd for the row of a fresh database, and keeps what ovn-northd wrote', async () => {
    const { endpoint } = await server();
    const client = await connect(endpoint);
    const northd = await connect(endpoint);
    client.meanwhile = async () =>
      void (await northd.transact(
        [{ op: 'insert', table: 'NB_Global', row: { options: new Map([['max_tunid', '16711680']]) } }],
        soon(),
      ));
    await takeEpoch(client, mine, 1, soon());
    const rows = [...client.replica.table('NB_Global').rows()];
    assert.equal(rows.length, 1);
    assert.deepEqual(rows[0]?.options, new Map([['max_tunid', '16711680']]));
    assert.equal(currentEpoch(client, mine), 1);
  });

  it('only rises: a candidate that slept finds a higher one and steps down', async () => {
    const { endpoint } = await server();
    const client = await connect(endpoint);
    await takeEpoch(client, mine, 7, soon());
    await assert.rejects(takeEpoch(client, mine, 6, soon()), DeposedError);
    assert.equal(currentEpoch(client, mine), 7);
    await takeEpoch(client, mine, 7, soon());
  });

  for (const before of [0, 2]) {
    it(`never replaces a higher one that came while it decided, from epoch ${before}`, async () => {
      const { endpoint } = await server();
      const client = await connect(endpoint);
      const other = await connect(endpoint);
      await client.transact([{ op: 'insert', table: 'NB_Global', row: {} }], soon());
      if (before > 0) await takeEpoch(client, mine, before, soon());
      client.meanwhile = () => takeEpoch(other, mine, 8, soon());
      await assert.rejects(takeEpoch(client, mine, 5, soon()), DeposedError);
      assert.equal(currentEpoch(other, mine), 8);
    });
  }

  it('is one per installation, and leaves the others and all foreign keys alone', async () => {
    const { endpoint } = await server();
    const client = await connect(endpoint);
    await client.transact(
      [{ op: 'insert', table: 'NB_Global', row: { external_ids: new Map([['theirs', 'x']]) } }],
      soon(),
    );
    await takeEpoch(client, mine, 2, soon());
    await takeEpoch(client, 'cluster-2', 9, soon());
    await takeEpoch(client, mine, 3, soon());
    const [row] = client.replica.table('NB_Global').rows();
    assert.deepEqual(
      row?.external_ids,
      new Map([
        ['theirs', 'x'],
        [epochKey(mine), '3'],
        [epochKey('cluster-2'), '9'],
      ]),
    );
  });

  it('keeps an old leader out at a follower of a cluster that was asleep when the new one rose', async () => {
    const members = await bed.cluster({ file: bed.root.schema('ovn-nb') }, 'OVN_Northbound', 3);
    const leader = await connect(members[0]!.endpoint);
    const follower = members[2]!;
    const old = await connect(follower.endpoint, { leaderOnly: false });
    await takeEpoch(leader, mine, 1, soon());
    await takeEpoch(old, mine, 1, soon());
    await old.transact([fence(mine, 1), write], soon());
    follower.signal('SIGSTOP');
    await takeEpoch(leader, mine, 2, soon());
    // Sent while the follower sleeps: it is looked at when the follower has caught up, and not before.
    const late = assert.rejects(
      old.transact([fence(mine, 1), { ...write, row: { name: 'late' } }], soon()),
      (error) => error instanceof OvsdbTransactionError && error.kind === 'timed out',
    );
    follower.signal('SIGCONT');
    await late;
    await leader.transact([fence(mine, 2), { ...write, row: { name: 'new' } }], soon());
    const names = [...leader.replica.table('Logical_Router').rows()].map(({ name }) => name);
    assert.deepEqual(names.sort(), ['new', 'written']);
  });
});
