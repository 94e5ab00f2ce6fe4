// 30,000 ports on one switch: the replica's own CPU time, measured where the machine's other work does not count.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Operation, RowChange } from '../../src/ovsdb/index.ts';
import { OvsdbBed } from '../support/ovsdb-server.ts';
import { Clients } from './clients.ts';

const ports = 30_000;
const batch = 1_000;

describe('OvsdbClient at 30,000 ports', () => {
  const clients = new Clients();
  let bed: OvsdbBed;

  before(async () => {
    bed = await OvsdbBed.create();
  });

  after(async () => {
    await clients.stop();
    await bed?.remove();
  });

  it('loads them in about a second, and follows one more port at the cost of one', async () => {
    const server = await bed.standalone({ file: bed.root.schema('ovn-nb') });
    const options = {
      database: 'OVN_Northbound',
      endpoints: [server.endpoint],
      tables: {
        Logical_Switch: 'all',
        Logical_Switch_Port: { columns: 'all', indexes: ['name', 'external_ids:owner'] },
      },
    } as const;
    const writer = await clients.connect({ ...options, tables: {} });
    const lswitch = randomUUID();
    const where = [['_uuid', '==', lswitch]] as const;
    await writer.transact([{ op: 'insert', table: 'Logical_Switch', uuid: lswitch, row: { name: 'big' } }]);
    const port = (n: number, uuid: string): Operation => ({
      op: 'insert',
      table: 'Logical_Switch_Port',
      uuid,
      row: {
        name: `namespace.pod-${n}`,
        addresses: new Set([`0a:58:00:00:00:01 10.1.2.3 fd00::${n % 9999}`]),
        port_security: new Set([`0a:58:00:00:00:01 10.1.2.3 fd00::${n % 9999}`]),
        options: new Map([
          ['requested-chassis', 'node-1'],
          ['iface-id-ver', uuid],
        ]),
        external_ids: new Map([['owner', `IP/namespace/pod-${n}`]]),
      },
    });
    const add = (uuids: ReadonlySet<string>): Operation => ({
      op: 'mutate',
      table: 'Logical_Switch',
      where,
      mutations: [['ports', 'insert', uuids]],
    });
    for (let from = 0; from < ports; from += batch) {
      const uuids = Array.from({ length: batch }, () => randomUUID());
      await writer.transact([...uuids.map((uuid, i) => port(from + i, uuid)), add(new Set(uuids))]);
    }

    const loading = process.cpuUsage();
    const client = await clients.connect(options);
    const loaded = process.cpuUsage(loading);
    const { replica } = client;
    assert.equal(replica.table('Logical_Switch_Port').size, ports);
    assert.equal([...replica.table('Logical_Switch_Port').find('name', 'namespace.pod-29999')].length, 1);
    const set = replica.table('Logical_Switch').get(lswitch)?.ports;
    assert(set instanceof Set && set.size === ports);

    const batches: (readonly RowChange[])[] = [];
    replica.on('changes', (changes) => batches.push(changes));
    const following = process.cpuUsage();
    const more = 200;
    for (let n = 0; n < more; n++) {
      const uuid = randomUUID();
      await client.transact([port(ports + n, uuid), add(new Set([uuid]))]);
    }
    const followed = process.cpuUsage(following);
    assert.equal(set.size, ports + more);
    assert.equal(replica.table('Logical_Switch').get(lswitch)?.ports, set);
    assert(batches.every((changes) => changes.length === 2));
    // Several times what an idle machine needs (0.6 s and 0.4 ms): a slow machine passes, a quadratic client does not.
    const loadSeconds = (loaded.user + loaded.system) / 1e6;
    const addMs = (followed.user + followed.system) / 1e3 / more;
    assert(loadSeconds < 4, `loading took ${loadSeconds} s of CPU`);
    assert(addMs < 4, `one more port took ${addMs} ms of CPU`);
  });
});
