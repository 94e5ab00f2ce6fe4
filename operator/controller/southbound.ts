/**
 * What the controller reads of OVN_Southbound: which chassis carries which Gateway. One connection for everybody who needs it; the only
 * write there is the chassis sweeper's.
 */
import type { Log } from '../../src/log.ts';
import { gatewayExternalPortName } from '../../src/northbound/names.ts';
import { OvsdbClient, type Row, type TlsMaterial } from '../../src/ovsdb/index.ts';
import type { Line } from '../../src/reconcile/line.ts';
import type { Inputs } from '../../src/topology/facts.ts';

/** `Port_Binding.logical_port` of a gateway's router port is `cr-` and the `Logical_Router_Port.name`. */
const PREFIX = 'cr-';
const GATEWAYS = `${PREFIX}${gatewayExternalPortName('').split('/')[0]}/`;

/** Where OVN_Southbound is. */
export interface SouthboundOptions {
  readonly endpoints: readonly string[];
  readonly tls: TlsMaterial | undefined;
  readonly log: Log;
}

/** The connection; `undefined` when nobody says where the database is. Of all ports only those of gateways are replicated. */
export function southboundClient({ endpoints, tls, log }: SouthboundOptions): OvsdbClient | undefined {
  if (endpoints.length === 0) return undefined;
  return new OvsdbClient({
    database: 'OVN_Southbound',
    endpoints,
    tables: {
      Chassis: { columns: ['name', 'hostname'], indexes: ['name'] },
      Chassis_Private: { columns: ['name'], indexes: ['name'] },
      Port_Binding: {
        columns: ['logical_port', 'type', 'chassis'],
        where: [['type', '==', 'chassisredirect']],
      },
    },
    log,
    ...(tls ? { tls } : {}),
  });
}

/**
 * Feeds the places of the gateways into the store, as they change. What was known last stays while the database does not answer; until
 * it has answered once, its facts have the schema ``.
 */
export function feedSouthbound(database: OvsdbClient, line: Line<Inputs>): void {
  const told = new Set<string>();
  const tell = (row: Row) => {
    const name = String(row.logical_port);
    if (!name.startsWith(GATEWAYS)) return;
    told.add(name);
    line.put('GatewayPort', name.slice(PREFIX.length), { chassis: chassisOf(database, row) });
  };
  const tellAll = () => {
    const present = [...database.replica.table('Port_Binding').rows()];
    for (const row of present) tell(row);
    const names = new Set(present.map((row) => String(row.logical_port)));
    for (const name of [...told]) if (!names.has(name)) forget(name);
  };
  const forget = (name: string) => {
    if (told.delete(name)) line.remove('GatewayPort', name.slice(PREFIX.length));
  };
  database.replica.on('changes', (changes) => {
    if (!database.connected) return;
    // A binding may be told before the chassis that it names, and the other way round.
    if (changes.some(({ table }) => table === 'Chassis')) return tellAll();
    for (const { table, kind, row } of changes) {
      if (table !== 'Port_Binding') continue;
      if (kind === 'delete') forget(String(row.logical_port));
      else tell(row);
    }
  });
  let schema = '';
  const report = (connected: boolean) => line.put('Database', 'southbound', { connected, schema });
  database.on('synced', () => {
    schema = database.schema.version;
    tellAll();
    report(true);
  });
  database.on('disconnected', () => report(false));
  report(false);
}

/** Name of the chassis that has claimed a port (`Port_Binding.chassis`). */
function chassisOf(database: OvsdbClient, { chassis }: Row): string | undefined {
  const uuid = chassis instanceof Set ? [...chassis][0] : chassis;
  const name = typeof uuid === 'string' ? database.replica.table('Chassis').get(uuid)?.name : undefined;
  return typeof name === 'string' ? name : undefined;
}
