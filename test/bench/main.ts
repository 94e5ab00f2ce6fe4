// "make bench": what the line costs, as ratios against a ceiling measured in the same run on the same server: a bare client that
// sends the same operations without thinking. Absolute times depend on the machine; no test asserts any of this.

import type { Operation } from '../../src/ovsdb/index.ts';
import { rowId } from '../../src/reconcile/row-id.ts';
import { ControllerLine, installation } from '../laws/controller-line.ts';
import { type AnyObject, object } from '../laws/objects.ts';
import { NorthboundBed } from '../laws/server.ts';
import { type AddSample, addLatency } from './cni.ts';

const ports = Number(process.env.PORTS ?? 20_000);
const adds = Number(process.env.ADDS ?? 50);
const lone = 50;

const infrastructure = [
  object({ kind: 'NetworkConfig', metadata: { name: 'default' }, spec: {} }),
  object({ kind: 'Vpc', metadata: { name: 'big' }, spec: {} }),
  ...Array.from({ length: 20 }, (_, index) =>
    object({
      kind: 'Subnet',
      metadata: { name: `s${index}` },
      spec: { vpc: 'big', cidrs: [`10.${index}.0.0/16`], namespaceSelector: {} },
    }),
  ),
  object({ kind: 'Namespace', metadata: { name: 'default' } }),
  object({ kind: 'Node', metadata: { name: 'n1' } }),
];

const bed = await NorthboundBed.create();
try {
  await bed.write({ op: 'insert', table: 'NB_Global', row: {} });
  const raw = await bareBulk();
  await bed.wipe();
  await bed.write({ op: 'insert', table: 'NB_Global', row: {} });
  const line = new ControllerLine({ endpoint: bed.endpoint });
  line.put(...infrastructure);
  await line.start();
  const small = await loneChanges(line, 0);
  const bulk = await seconds(async () => {
    for (let index = 0; index < ports; index++) line.put(...pod(`bulk-${index}`, index));
    await line.settled();
  });
  const large = await loneChanges(line, ports);
  const bareLone = await bareLoneChanges();
  await line.stop();
  const again = new ControllerLine({ endpoint: bed.endpoint, epoch: 2 });
  again.put(...line.objects);
  const restart = await seconds(async () => void (await again.start()));
  report([
    [`${ports} ports, store to database`, bulk, 'bare client, same rows', raw],
    [`one more port at ${ports}, store to database (median)`, large.wall, 'bare client, same two operations', bareLone],
    [`CPU of one more port at ${ports} (median)`, large.cpu, `the same with ${lone} ports`, small.cpu],
    [`restart on a converged database of ${ports} ports`, restart, 'bare client, loading the same rows', raw],
  ]);
  console.log(`operations that the restart sent: ${again.sent.length}`);
  await again.stop();
} finally {
  await bed.remove();
}
const { one, ten, script } = await addLatency(adds);
console.log(`\nCNI ADD of ${adds} pods, from the runtime's call to the answer; each pod is created at that moment`);
report([
  ['one after the other (median)', median(one.wall) / 1000, 'a script, its row prepared', median(script) / 1000],
  ['ten at once (median)', median(ten.wall) / 1000, 'the same script, alone', median(script) / 1000],
]);
tellAdds('one after the other', one);
tellAdds('ten at once', ten);

/** The ceiling: rows like those of the line, in batches of 1,000, one after the other. */
async function bareBulk(): Promise<number> {
  const parent = rowId(installation, { table: 'Logical_Switch', owner: 'bench', key: '' });
  await bed.write({ op: 'insert', table: 'Logical_Switch', uuid: parent, row: { name: 'bench' } });
  return seconds(async () => {
    for (let from = 0; from < ports; from += 1000) {
      const size = Math.min(1000, ports - from);
      await bed.write(
        ...Array.from({ length: size }, (_, index) => bareInsert(from + index)),
        attach(parent, from, size),
      );
    }
  });
}

async function bareLoneChanges(): Promise<number> {
  const parent = rowId(installation, { table: 'Logical_Switch', owner: 'Subnet/s0', key: '' });
  const times: number[] = [];
  for (let index = 0; index < lone; index++) {
    times.push(await seconds(() => bed.write(bareInsert(ports + index), attach(parent, ports + index, 1))));
  }
  return median(times);
}

function bareInsert(index: number): Operation {
  const address = `0a:58:0a:00:${hex(index >> 8)}:${hex(index & 255)} 10.0.${(index >> 8) & 255}.${index & 255}`;
  const row = {
    name: `bench.${index}`,
    addresses: new Set([address]),
    port_security: new Set([address]),
    options: new Map([
      ['requested-chassis', 'n1'],
      ['iface-id-ver', `uid-${index}`],
    ]),
    external_ids: new Map([['owner', `IP/default/bench-${index}`]]),
  };
  return { op: 'insert', table: 'Logical_Switch_Port', uuid: bareId(index), row };
}

function attach(parent: string, from: number, size: number): Operation {
  const children = new Set(Array.from({ length: size }, (_, index) => bareId(from + index)));
  return {
    op: 'mutate',
    table: 'Logical_Switch',
    where: [['_uuid', '==', parent]],
    mutations: [['ports', 'insert', children]],
  };
}

function bareId(index: number): string {
  return rowId(installation, { table: 'Logical_Switch_Port', owner: `bench-${index}`, key: '' });
}

/** One pod after the other: wall-clock and CPU seconds of each, from the store to the replica. */
async function loneChanges(
  line: ControllerLine,
  offset: number,
): Promise<{ readonly wall: number; readonly cpu: number }> {
  const wall: number[] = [];
  const cpu: number[] = [];
  for (let index = 0; index < lone; index++) {
    const before = process.cpuUsage();
    wall.push(
      await seconds(async () => {
        const committed = new Promise<void>((resolve) => {
          line.database.replica.on('changes', function seen(changes) {
            if (!changes.some((change) => change.table === 'Logical_Switch_Port' && change.kind === 'insert')) return;
            line.database.replica.off('changes', seen);
            resolve();
          });
        });
        line.put(...pod(`lone-${offset}-${index}`, 60_000 + offset + index));
        await committed;
      }),
    );
    await line.settled();
    const used = process.cpuUsage(before);
    cpu.push((used.user + used.system) / 1e6);
  }
  return { wall: median(wall), cpu: median(cpu) };
}

/** A pod that runs, and its IP as the controller makes it. */
function pod(name: string, index: number): readonly AnyObject[] {
  const made = object({ kind: 'Pod', metadata: { name, namespace: 'default' }, spec: { nodeName: 'n1' } });
  const subnet = index % 20;
  const host = Math.floor(index / 20) + 2;
  const ip = object({
    kind: 'IP',
    metadata: {
      name: `${name}-ip`,
      namespace: 'default',
      labels: { 'subnetes.io/managed-by': 'controller' },
      finalizers: ['subnetes.io/in-use'],
    },
    spec: {
      subnet: `s${subnet}`,
      addresses: [`10.${subnet}.${host >> 8}.${host & 255}`],
      mac: `0a:58:0a:${hex(subnet)}:${hex(host >> 8)}:${hex(host & 255)}`,
      target: { kind: 'Pod', name, uid: made.metadata.uid },
      node: 'n1',
      reclaimPolicy: 'Delete',
    },
  });
  return [made, ip];
}

/** p50 and p99 in milliseconds, whole and by part; what is left of the whole is the plugin's own process. */
function tellAdds(what: string, { wall, parts }: AddSample): void {
  const line = (name: string, values: readonly number[]) =>
    `  ${name.padEnd(34)} p50 ${quantile(values, 0.5).toFixed(0).padStart(5)} ms   p99 ${quantile(values, 0.99).toFixed(0).padStart(5)} ms`;
  console.log([`${what}:`, line('whole', wall)].join('\n'));
  const named = [
    ['waiting for the address', 'address'],
    ['wiring: the pair of interfaces', 'link'],
    ['wiring: the port in Open vSwitch', 'port'],
    ["waiting for OVN's flows", 'flows'],
  ] as const;
  for (const [name, part] of named)
    console.log(
      line(
        name,
        parts.map((each) => each[part] * 1000),
      ),
    );
}

/** The nearest-rank quantile. */
function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? 0;
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function hex(value: number): string {
  return value.toString(16).padStart(2, '0');
}

function report(rows: readonly (readonly [string, number, string, number])[]): void {
  for (const [what, ours, ceiling, theirs] of rows) {
    console.log(
      `${(ours / theirs).toFixed(2).padStart(7)} × ceiling   ${what}: ${text(ours)}; ${ceiling}: ${text(theirs)}`,
    );
  }
}

function text(value: number): string {
  return value >= 1 ? `${value.toFixed(2)} s` : `${(value * 1000).toFixed(2)} ms`;
}
