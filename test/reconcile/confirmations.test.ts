// How long the database's consumer takes: measured with real transactions, answered by a second client in ovn-northd's place.
import assert from 'node:assert/strict';
import { silentLog } from '../../src/log.ts';
import { northboundTables } from '../../src/northbound/managed.ts';
import { OvsdbClient } from '../../src/ovsdb/index.ts';
import { Confirmations } from '../../src/reconcile/confirmations.ts';
import type { Change } from '../../src/reconcile/diff.ts';
import { NorthboundBed } from '../laws/server.ts';

describe('confirmations', function () {
  this.timeout(30_000);
  let bed: NorthboundBed;
  let client: OvsdbClient;

  before(async () => {
    bed = await NorthboundBed.create();
    const options = { database: 'OVN_Northbound', endpoints: [bed.endpoint], tables: northboundTables, log: silentLog };
    client = new OvsdbClient(options);
    client.start();
    await client.synced(AbortSignal.timeout(15_000));
  });
  after(async () => {
    await client?.stop();
    await bed?.remove();
  });

  const of = (owner: string): Change => ({ kind: 'delete', owner, table: 'Logical_Switch', uuid: 'none' });

  it('are asked for by who needs one, measure the consumer, and count what it has not answered yet', async () => {
    await bed.wipe();
    await bed.write({ op: 'insert', table: 'NB_Global', row: {} });
    const confirmations = new Confirmations(client, {
      ...{ table: 'NB_Global', raised: 'nb_cfg', repeated: 'sb_cfg' },
      needed: ({ owner }) => owner.startsWith('Subnet/'),
    });
    const commit = async (change: Change) => {
      const operations = confirmations.operations([change]);
      if (operations.length > 0) await client.transact(operations);
      confirmations.await([change]);
      return operations.length;
    };
    const answer = async () => {
      const [global] = await bed.rows('NB_Global');
      await bed.write({ op: 'update', table: 'NB_Global', where: [], row: { sb_cfg: Number(global?.nb_cfg) } });
      await client.transact([{ op: 'comment', comment: 'the answer is here' }]);
      return confirmations.takeConfirmed();
    };
    assert.equal(confirmations.lagMs, undefined);
    assert.equal(await commit(of('IP/a')), 1, 'the first measures, though it needs no confirmation');
    assert.equal(await commit(of('IP/b')), 0);
    assert.deepEqual(confirmations.takeConfirmed(), []);
    const waiting = confirmations.lagMs ?? 0;
    assert.ok(waiting > 0);
    assert.ok((confirmations.lagMs ?? 0) > waiting, 'it grows as long as there is no answer');
    assert.deepEqual(await answer(), []);
    const measured = confirmations.lagMs ?? 0;
    assert.ok(measured > waiting);
    assert.equal(confirmations.lagMs, measured, 'and stands after it');
    assert.equal(await commit(of('Subnet/a')), 1);
    assert.ok(!confirmations.isConfirmed('Subnet/a'));
    assert.deepEqual(await answer(), ['Subnet/a']);
    assert.ok(confirmations.isConfirmed('Subnet/a'));
    assert.notEqual(confirmations.lagMs, measured);
  });
});
