// Item 6, our OVSDB client: a dump of many rows until the replica is ready, and 10,000 rows in batches. Against Python's ovs.db.idl
// from Debian, and against a bare socket that only parses JSON. Each client is a fresh process, as after a restart; both of Node have
// written some rows when the clock of the writes starts.
import { fileURLToPath } from 'node:url';
import { silentLog } from '../../src/log.ts';
import { type Operation, OvsdbClient } from '../../src/ovsdb/index.ts';
import { run } from '../support/command.ts';
import { OvsdbBed, type OvsdbServer } from '../support/ovsdb-server.ts';
import type { Finding } from './measurement.ts';
import { batchSize, switchOfPorts } from './ports.ts';
import { type Cost, type Costs, interleave, size, sizeList } from './runner.ts';
import { debianPython, ovsdbVersions, pythonVersions } from './versions.ts';

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const database = 'OVN_Northbound';

type Who = 'ours' | 'bare' | 'python';

/** Measures dumps of each size, then writes. */
export async function ovsdbClient(): Promise<readonly Finding[]> {
  const counts = sizeList('DUMP_ROWS', [20_000, 200_000]);
  const written = size('WRITE_ROWS', 10_000);
  const rounds = { rounds: size('ROUNDS', 5), warmUp: 1 };
  const python = await pythonVersions();
  const versions = { ...(await ovsdbVersions()), ...(python ?? { 'python3-openvswitch': 'not installed' }) };
  const sizes = { DUMP_ROWS: counts.join(','), WRITE_ROWS: written, ROUNDS: rounds.rounds };
  const bed = await OvsdbBed.create();
  try {
    const found: Finding[] = [];
    const tell = (what: string, rows: number, unit: string, goal: boolean, costs: Readonly<Record<Who, Costs>>) =>
      found.push(...findings({ what, rows, unit, goal, costs, versions, sizes, python: python !== undefined }));
    for (const count of counts) {
      const server = await bed.standalone({ file: bed.root.schema('ovn-nb') });
      await fill(server, count);
      const columns = await columnsOf(server);
      // Large dumps take Python most of a minute.
      const fewer = count > 50_000 ? { ...rounds, rounds: Math.min(2, rounds.rounds) } : rounds;
      const costs = await interleave(sides('dump', server, count, bed, python !== undefined, columns), fewer);
      tell(`dump of ${count.toLocaleString('en')} rows`, count, 'rows/s', true, costs);
      await server.kill();
    }
    const server = await bed.standalone({ file: bed.root.schema('ovn-nb') });
    const writers = sides('write', server, written, bed, python !== undefined, '{}');
    tell(
      `${written.toLocaleString('en')} rows in batches of ${batchSize}`,
      written,
      'rows/s',
      true,
      await interleave(
        {
          ours: (round) => emptied(server, () => writers.ours(round)),
          bare: (round) => emptied(server, () => writers.bare(round)),
          python: (round) => emptied(server, () => writers.python(round)),
        },
        rounds,
      ),
    );
    return found;
  } finally {
    await bed.remove();
  }
}

function sides(
  what: 'dump' | 'write',
  server: OvsdbServer,
  rows: number,
  bed: OvsdbBed,
  python: boolean,
  columns: string,
): Readonly<Record<Who, (round: number) => Promise<Cost>>> {
  const fresh = async (program: string, args: readonly string[]): Promise<Cost> =>
    JSON.parse((await run(program, args, { timeout: 300_000 })).stdout) as Cost;
  const node = (who: Who) =>
    fresh(process.execPath, [
      '--import',
      'tsx',
      file('ovsdb-worker.ts'),
      who,
      what,
      server.endpoint,
      String(rows),
      columns,
    ]);
  return {
    ours: () => node('ours'),
    bare: () => node('bare'),
    python: async () =>
      python
        ? fresh(debianPython, [file('idl.py'), what, server.endpoint, bed.root.schema('ovn-nb'), String(rows)])
        : { wall: Number.NaN, cpu: Number.NaN },
  };
}

interface Told {
  readonly what: string;
  readonly rows: number;
  readonly unit: string;
  readonly goal: boolean;
  readonly costs: Readonly<Record<Who, Costs>>;
  readonly python: boolean;
  readonly versions: Finding['versions'];
  readonly sizes: Finding['sizes'];
}

function findings({ what, rows, unit, costs, python, versions, sizes }: Told): readonly Finding[] {
  const { ours, bare, python: idl } = costs;
  const cpu = `CPU time of the client: ours ${ours.cpu.toFixed(2)} s, bare ${bare.cpu.toFixed(2)} s${python ? `, Python ${idl.cpu.toFixed(2)} s` : ''}; wall ${ours.wall.toFixed(2)}, ${bare.wall.toFixed(2)}${python ? `, ${idl.wall.toFixed(2)}` : ''} s.`;
  const common = { item: 'ovsdb-client', unit, versions, sizes, value: rows / ours.wall } as const;
  return [
    {
      ...{ ...common, what, note: cpu, goal: { of: 'ratio', atLeast: 0.7 } },
      ceiling: { what: 'a socket that only parses JSON', value: rows / bare.wall },
    },
    ...(python
      ? [
          {
            ...{ ...common, what: `${what}, against Python's ovs.db.idl` },
            ceiling: { what: "Python's ovs.db.idl (a peer)", value: rows / idl.wall },
          },
        ]
      : []),
  ];
}

/** Empties the database, works, and leaves the rows to the next. */
async function emptied(server: OvsdbServer, work: () => Promise<Cost>): Promise<Cost> {
  await withClient(server, (client) =>
    client.transact([{ op: 'delete', table: 'Logical_Switch', where: [] }], AbortSignal.timeout(60_000)),
  );
  return work();
}

async function fill(server: OvsdbServer, count: number): Promise<void> {
  await withClient(server, async (client) => {
    for (let from = 0; from < count; from += batchSize) {
      const operations: readonly Operation[] = switchOfPorts('bench', from, Math.min(batchSize, count - from));
      await client.transact(operations, AbortSignal.timeout(60_000));
    }
  });
}

/** The columns that our client asks for, as JSON. */
function columnsOf(server: OvsdbServer): Promise<string> {
  return withClient(server, async (client) => {
    const names = (table: string) => [...(client.schema.tables.get(table)?.columns.keys() ?? [])];
    return JSON.stringify({
      Logical_Switch: names('Logical_Switch'),
      Logical_Switch_Port: names('Logical_Switch_Port'),
    });
  });
}

async function withClient<T>(server: OvsdbServer, work: (client: OvsdbClient) => Promise<T>): Promise<T> {
  const client = new OvsdbClient({ database, endpoints: [server.endpoint], tables: {}, log: silentLog });
  client.start();
  try {
    await client.synced(AbortSignal.timeout(20_000));
    return await work(client);
  } finally {
    await client.stop();
  }
}
