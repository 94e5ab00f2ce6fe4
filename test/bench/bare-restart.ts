// The ceiling of a restart, as a program: lists what a controller watches, loads what it monitors, understands nothing, and ends.

import { KubeClient, loadConnection } from '../../src/kube/index.ts';
import { silentLog } from '../../src/log.ts';
import { northboundTables } from '../../src/northbound/managed.ts';
import { OvsdbClient } from '../../src/ovsdb/index.ts';
import { isOptional, type SourceKind, sources } from '../../src/topology/sources.ts';
import { BareOvsdb, monitorRequest } from './bare-ovsdb.ts';

const [kubeconfig = '', endpoint = ''] = process.argv.slice(2);
const client = new KubeClient(await loadConnection({ kubeconfig }));
const kinds = (Object.keys(sources) as SourceKind[]).filter((kind) => !isOptional(kind));
const [lists] = await Promise.all([Promise.all(kinds.map((kind) => client.list(sources[kind].type))), dump()]);
console.log(
  JSON.stringify({ objects: lists.reduce((sum, { items }) => sum + items.length, 0), cpu: process.cpuUsage() }),
);
process.exit(0);

async function dump(): Promise<void> {
  // The schema only: it names the columns.
  const schema = new OvsdbClient({ database: 'OVN_Northbound', endpoints: [endpoint], tables: {}, log: silentLog });
  schema.start();
  await schema.synced();
  const columns = Object.fromEntries(
    Object.keys(northboundTables).flatMap((table) => {
      const found = schema.schema.tables.get(table);
      return found === undefined ? [] : [[table, [...found.columns.keys()]]];
    }),
  );
  const socket = await BareOvsdb.open(endpoint);
  await socket.ask(monitorRequest('OVN_Northbound', columns));
  socket.close();
}
