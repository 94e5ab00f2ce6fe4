// The generated row types in use: what compiles here is what the types promise, what runs here is that servers keep it.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type NorthboundTables, northboundDatabase } from '../../src/northbound/tables.ts';
import type { RowChange } from '../../src/ovsdb/index.ts';
import { OvsdbBed } from '../support/ovsdb-server.ts';
import { Clients } from './clients.ts';

describe('a client with generated row types', () => {
  const clients = new Clients();
  let bed: OvsdbBed;

  before(async () => {
    bed = await OvsdbBed.create();
  });

  after(async () => {
    await clients.stop();
    await bed?.remove();
  });

  it('gives typed rows and changes, and undefined for what the server lacks', async () => {
    const server = await bed.standalone({ file: bed.root.schema('ovn-nb') });
    const client = await clients.connect<NorthboundTables>({
      database: northboundDatabase,
      endpoints: [server.endpoint],
      tables: {
        ACL: ['priority', 'tier', 'action'],
        Port_Group: { columns: ['name', 'acls'], indexes: ['name'] },
        Mirror_Rule: 'all',
        // @ts-expect-error a column that the schema does not have
        Logical_Router: ['name', 'colour'],
      },
    });
    const priorities: number[] = [];
    client.replica.on('changes', (changes: readonly RowChange<NorthboundTables>[]) => {
      for (const change of changes) if (change.table === 'ACL') priorities.push(change.row.priority);
    });
    const acl = randomUUID();
    const row = { priority: 7, direction: 'to-lport', match: 'ip4', action: 'drop' };
    await client.transact([
      { op: 'insert', table: 'ACL', uuid: acl, row: client.has('ACL', 'tier') ? { ...row, tier: 1 } : row },
      { op: 'insert', table: 'Port_Group', row: { name: 'pg', acls: new Set([acl]) } },
    ]);
    const [group] = client.replica.table('Port_Group').find('name', 'pg');
    const acls: ReadonlySet<string> | undefined = group?.acls;
    const tier: number | undefined = client.replica.table('ACL').get(acl)?.tier;
    assert.deepEqual([priorities, acls, tier], [[7], new Set([acl]), client.has('ACL', 'tier') ? 1 : undefined]);
    assert.equal(client.replica.table('Mirror_Rule').size, 0);
    assert.equal(client.has('Mirror_Rule'), bed.root.version === '26.03');
  });
});
