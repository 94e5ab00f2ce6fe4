// One OVSDB client in a fresh process: "ours" or "bare", "dump" or "write". Prints what it cost as JSON.
import { silentLog } from '../../src/log.ts';
import { type Operation, OvsdbClient } from '../../src/ovsdb/index.ts';
import { encodeOperation } from '../../src/ovsdb/operation.ts';
import { BareOvsdb, monitorRequest } from './bare-ovsdb.ts';
import { batchSize, switchOfPorts } from './ports.ts';
import { costOf } from './runner.ts';

const [who = '', what = '', endpoint = '', rows = '0', columns = '{}'] = process.argv.slice(2);
const database = 'OVN_Northbound';
const tables = { Logical_Switch: 'all', Logical_Switch_Port: 'all' } as const;
/** Operations that add ports number `first` to `last - 1`. */
const batches = (first: number, last: number) =>
  Array.from({ length: Math.ceil((last - first) / batchSize) }, (_, index) => first + index * batchSize).map((from) =>
    switchOfPorts('written', from, Math.min(batchSize, last - from)),
  );
/** Rows that a process writes before the clock starts: who writes ten thousand has written before. A dump comes first in a life. */
const warmUpRows = 5 * batchSize;

const cost = await { ours: { dump, write }, bare: { dump: bareDump, write: bareWrite } }[who as 'ours'][
  what as 'dump'
]();
console.log(JSON.stringify(cost));
process.exit(0);

async function dump() {
  const client = new OvsdbClient({ database, endpoints: [endpoint], tables, log: silentLog });
  const cost = await costOf(async () => {
    client.start();
    await client.synced();
  });
  check(client.replica.table('Logical_Switch_Port').size);
  return cost;
}

async function bareDump() {
  let found: unknown;
  const cost = await costOf(async () => {
    const socket = await BareOvsdb.open(endpoint);
    found = await socket.ask(monitorRequest(database, JSON.parse(columns)));
  });
  const { result } = found as { result: readonly [boolean, string, Record<string, object>] };
  check(Object.keys(result[2].Logical_Switch_Port ?? {}).length);
  return cost;
}

async function write() {
  const client = new OvsdbClient({ database, endpoints: [endpoint], tables: {}, log: silentLog });
  client.start();
  await client.synced();
  const writeAll = async (prepared: readonly (readonly Operation[])[]) => {
    for (const operations of prepared) await client.transact(operations, AbortSignal.timeout(60_000));
  };
  await writeAll(batches(Number(rows), Number(rows) + warmUpRows));
  const prepared = batches(0, Number(rows));
  return costOf(() => writeAll(prepared));
}

/** The same text, made before the clock starts. */
async function bareWrite() {
  const client = new OvsdbClient({ database, endpoints: [endpoint], tables: {}, log: silentLog });
  client.start();
  await client.synced();
  const textOf = (operations: readonly Operation[]) => {
    const params = [database, ...operations.map((operation) => encodeOperation(client.schema, operation))];
    return JSON.stringify({ method: 'transact', params, id: 1 });
  };
  const socket = await BareOvsdb.open(endpoint);
  const writeAll = async (texts: readonly string[]) => {
    for (const text of texts) {
      const { result } = (await socket.ask(text)) as { result: readonly ({ error?: string } | null)[] };
      if (result.some((each) => each?.error !== undefined)) throw new Error('refused');
    }
  };
  await writeAll(batches(Number(rows), Number(rows) + warmUpRows).map(textOf));
  const texts = batches(0, Number(rows)).map(textOf);
  return costOf(() => writeAll(texts));
}

function check(size: number): void {
  if (size !== Number(rows)) throw new Error(`${size} of ${rows} rows arrived`);
}
