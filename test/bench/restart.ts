// Items 3 and 5. So many pods in place: a controller starts until it has served the first new pod, against a program that only lists the
// same objects and loads the same rows; what it writes meanwhile; and what it needs of memory.
import { run } from '../support/command.ts';
import { processorSeconds } from '../support/cpu-time.ts';
import { bytesOf, type Part, partsOfController, timesOf } from './attribution.ts';
import { type BenchCluster, benchCluster } from './cluster.ts';
import { type Finding, median } from './measurement.ts';
import type { Vitals } from './probe.ts';
import { type Cost, costOf, interleave, size, sizeList } from './runner.ts';
import { kubernetesVersions, ovsdbVersions } from './versions.ts';
import { Worker } from './worker.ts';

interface Found {
  readonly restart: readonly Finding[];
  readonly memory: readonly Finding[];
}

let found: Promise<Found> | undefined;

/** Item 3. */
export async function restart(): Promise<readonly Finding[]> {
  found ??= measure();
  return (await found).restart;
}

/** Item 5: memory with the pods of item 3, and over many cycles of one line. */
export async function memory(): Promise<readonly Finding[]> {
  found ??= measure();
  return [...(await found).memory, await overCycles()];
}

async function measure(): Promise<Found> {
  const counts = sizeList('REST', [10_000, 50_000]);
  const rounds = size('ROUNDS', 5);
  const cluster = await benchCluster();
  const versions = { ...(await kubernetesVersions()), ...(await ovsdbVersions()) };
  const sizes = { REST: counts.join(','), ROUNDS: rounds };
  const common = { versions, sizes } as const;
  const restart: Finding[] = [];
  const memory: Finding[] = [];
  for (const count of counts) {
    await grow(cluster, count);
    await cluster.stopController();
    const phases: string[] = [];
    const seen: Vitals[] = [];
    const namespace = await cluster.namespace();
    await cluster.serve(namespace);
    const costs = await interleave(
      {
        ours: async (round): Promise<Cost> => {
          const name = `again-${count}-${round + 1}`;
          const arrived = cluster.rowsOf(namespace, (pod) => pod === name, 1, 300);
          let controller = await cluster.startController();
          const { wall } = await costOf(async () => {
            await Promise.all([cluster.createPod(namespace, name), arrived]);
          });
          const cpu = processorSeconds(controller.daemon.program);
          controller = await controller.leading();
          if (round >= 0) {
            seen.push(await controller.vitals());
            const milestones = [...(await controller.milestones())].toReversed();
            phases.push(milestones.map(([message, seconds]) => `${seconds.toFixed(1)} s ${message}`).join('; '));
          }
          await cluster.stopController();
          return { wall, cpu };
        },
        bare: () => bare(cluster),
      },
      { rounds: Math.min(rounds, 3), warmUp: 1 },
    );
    const times = await timeParts(cluster, namespace);
    // What the last lives had still to say, they say now.
    await (await cluster.controller()).quiet();
    await cluster.stopController();
    const before = await cluster.subnetStatuses();
    const silent = await cluster.controller();
    await silent.quiet();
    const changed = differences(before, await cluster.subnetStatuses());
    const writes = [...(await silent.writesBySort())].filter(([, number]) => number > 0);
    const transactions = await silent.transactions();
    await cluster.stopController();
    const place = `${count.toLocaleString('en')} pods in place`;
    restart.push(
      {
        ...{
          ...common,
          item: 'restart',
          what: `${place}: start → first new pod served`,
          value: costs.ours.wall,
          unit: 's',
        },
        ceiling: { what: 'a program that lists the same objects and loads the same rows', value: costs.bare.wall },
        goal: { of: 'ratio', atMost: 1.5 },
        note: `CPU time: ours ${costs.ours.cpu.toFixed(1)} s, the bare program ${costs.bare.cpu.toFixed(1)} s; both are started from nothing. The Lease was handed back. Last round: ${phases.at(-1)}. Seconds of the main thread in a life with a profiler: ${times.map((part) => partText(part, 1)).join('; ')}.`,
      },
      {
        ...{ ...common, item: 'restart', what: `${place}: API writes of a restart, without the Lease` },
        ...{
          value: writes.reduce((sum, [, number]) => sum + number, 0),
          unit: 'writes',
          goal: { of: 'value', atMost: 0 },
        },
        note: `${writes.map(([sort, number]) => `${number} × ${sort}`).join(', ') || 'Nothing'}.${changed === '' ? '' : ` Fields that changed: ${changed}.`} NB transactions of the line: ${transactions}; the epoch is one more.`,
      },
    );
    const parts = await heapParts(cluster);
    const live = median(seen.map((each) => each.live));
    const rss = median(seen.map((each) => each.rss));
    memory.push(
      {
        ...{ ...common, item: 'memory', what: `${place}: bytes for one more pod and its IP`, unit: 'KiB' },
        ...{ value: (live - cluster.beforePods.live) / cluster.ports / 1024, goal: { of: 'value', atMost: 6 } },
        note: `Live memory after a collection, beyond that of a controller without pods; both have just started. By who made what is alive, KiB: ${parts.map((part) => partText(part, cluster.ports * 1024)).join('; ')}.`,
      },
      { ...{ ...common, item: 'memory', what: `${place}: resident memory`, unit: 'MiB', value: rss / 2 ** 20 } },
    );
  }
  return { restart, memory };
}

/** Which fields of which objects have another value now. */
function differences(before: ReadonlyMap<string, object>, after: ReadonlyMap<string, object>): string {
  const changed = [...after].flatMap(([name, status]) => {
    const old = (before.get(name) ?? {}) as Readonly<Record<string, unknown>>;
    return Object.entries(status)
      .map(([field, value]) => [field, JSON.stringify(old[field]), JSON.stringify(value)])
      .filter(([, left, right]) => left !== right)
      .map(([field, left, right]) => `${name} ${field} ${left} → ${right}`);
  });
  return changed.slice(0, 3).join('; ');
}

/** Who made what a controller holds beside these pods, by samples; nobody who made less than 50 bytes for each. */
async function heapParts(cluster: BenchCluster): Promise<readonly Part[]> {
  const controller = await (await cluster.startController({ BENCH_HEAP: '1' })).leading();
  await controller.quiet();
  const { head } = await controller.heap();
  await cluster.stopController();
  const parts = await partsOfController(bytesOf(head));
  return parts.filter(({ amount }) => amount / cluster.ports >= 50);
}

/** Where the main thread's time goes from the start to the first new pod served. */
async function timeParts(cluster: BenchCluster, namespace: string): Promise<readonly Part[]> {
  const name = `profiled-${cluster.ports}`;
  const arrived = cluster.rowsOf(namespace, (pod) => pod === name, 1, 300);
  const controller = await cluster.startController({ BENCH_PROFILE: '1' });
  await Promise.all([cluster.createPod(namespace, name), arrived]);
  const profile = await controller.profile();
  await cluster.stopController();
  return (await partsOfController(timesOf(profile))).filter(({ amount }) => amount >= 0.05);
}

function partText({ part, amount, functions }: Part, unit: number): string {
  const text = (each: number) => (each / unit).toFixed(2);
  return `${part} ${text(amount)} (${functions.map((each) => `${each.name} ${text(each.amount)}`).join(', ')})`;
}

/** Pods until there are so many ports, in namespaces that are served. */
async function grow(cluster: BenchCluster, count: number): Promise<void> {
  const controller = await cluster.controller();
  while (cluster.ports < count) {
    const part = Math.min(5000, count - cluster.ports);
    const namespace = await cluster.namespace();
    const arrived = cluster.rowsOf(namespace, () => true, part, 300);
    await cluster.serve(namespace);
    await Promise.all([cluster.createPods(namespace, part), arrived]);
  }
  await controller.quiet();
}

async function bare(cluster: BenchCluster): Promise<Cost> {
  const { kubeconfig, northbound } = cluster.place;
  let cpu = 0;
  const { wall } = await costOf(async () => {
    const { stdout } = await run(process.execPath, [cluster.bareProgram, kubeconfig, northbound], { timeout: 300_000 });
    const told = JSON.parse(stdout) as { readonly objects: number; readonly cpu: NodeJS.CpuUsage };
    cpu = (told.cpu.user + told.cpu.system) / 1e6;
    if (told.objects < cluster.ports) throw new Error(`only ${told.objects} objects were listed`);
  });
  return { wall, cpu };
}

/** Store and line while pods come and go: memory in the end against memory after the first tenth. */
async function overCycles(): Promise<Finding> {
  const cycles = size('CYCLES', 100_000);
  const worker = Worker.start('cycle-worker.ts');
  try {
    const part = Math.ceil(cycles / 10);
    let first: { readonly rss: number; readonly live: number } | undefined;
    let last = { rss: 0, live: 0 };
    for (let done = 0; done < cycles; done += part) {
      last = await worker.ask<typeof last>({ cycles: part }, 600);
      first ??= last;
    }
    return {
      ...{
        item: 'memory',
        what: 'live memory after all create/delete cycles of a pod',
        unit: 'MiB',
        value: last.live / 2 ** 20,
      },
      ceiling: { what: 'after the first tenth of them', value: (first?.live ?? 0) / 2 ** 20 },
      goal: { of: 'ratio', atMost: 1.1 },
      ...{ versions: await ovsdbVersions(), sizes: { CYCLES: cycles } },
      note: `Store, translations, line, database client and a real database, no API server. Resident: ${((first?.rss ?? 0) / 2 ** 20).toFixed(0)} MiB after a tenth, ${(last.rss / 2 ** 20).toFixed(0)} MiB in the end.`,
    };
  } finally {
    await worker.stop();
  }
}
