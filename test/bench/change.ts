// Item 4, what one change costs beside 1,000, 10,000 and 100,000 ports: our CPU time from the store to the operations, what was
// written, and the database server's own time. No API server. Held against the smallest size of the same run.
import { type ChangeCosts, changes } from './change-kinds.ts';
import { type Finding, median } from './measurement.ts';
import { size, sizeList } from './runner.ts';
import { ovsdbVersions } from './versions.ts';
import { Worker } from './worker.ts';

const words = {
  pod: 'a pod and its IP',
  label: 'a label that moves a pod between ten policies',
  route: 'a static route',
  subnet: 'a Subnet',
  policy: 'a NetworkPolicy of twenty pods in a namespace of 100',
  'wide policy': 'a NetworkPolicy of twenty pods in a namespace with a tenth of all',
} as const;

/** Measures every size in a process of its own, in turns. */
export async function change(): Promise<readonly Finding[]> {
  const counts = sizeList('PORTS', [1000, 10_000, 100_000]);
  const rounds = size('ROUNDS', 5);
  const each = size('CHANGES', 10);
  const [smallest = 0] = counts;
  const workers = new Map<number, Worker>();
  const results = new Map<number, ChangeCosts[]>();
  try {
    for (const count of counts) {
      const worker = Worker.start('change-worker.ts', [String(count)]);
      workers.set(count, worker);
      results.set(count, []);
      // The world is loaded before the first answer, 100,000 ports in minutes; then code gets warm.
      await worker.ask({ each: 30 }, 900);
    }
    for (let round = 0; round < rounds; round++)
      for (const [count, worker] of workers) results.get(count)?.push(await worker.ask<ChangeCosts>({ each }));
  } finally {
    await Promise.all([...workers.values()].map((worker) => worker.stop()));
  }
  const versions = await ovsdbVersions();
  const sizes = { PORTS: counts.join(','), ROUNDS: rounds, CHANGES: each };
  return changes.flatMap((name) => {
    const at = (count: number) => {
      const costs = (results.get(count) ?? []).map((costs) => costs[name]);
      const cpu = median(costs.flatMap((each) => each.cpu)) * 1000;
      return { costs, cpu, server: median(costs.map(({ server }) => server)) * 1000 };
    };
    const small = at(smallest);
    return counts.map((count): Finding => {
      const { costs, cpu, server } = at(count);
      const [first] = costs;
      const counted = (each: (typeof costs)[number] | undefined) =>
        `${each?.operations} operations, ${each?.inserts} rows inserted, ${each?.computations} computations`;
      const same = [...costs, ...small.costs].every((each) => each.constant && counted(each) === counted(first));
      const wall = median(costs.flatMap((each) => each.wall)) * 1000;
      return {
        ...{
          item: 'change',
          what: `${words[name]} at ${count.toLocaleString('en')} ports: our CPU time`,
          versions,
          sizes,
        },
        ...{ value: cpu, unit: 'ms' },
        ...(count === smallest
          ? {}
          : { ceiling: { what: `at ${smallest.toLocaleString('en')} ports`, value: small.cpu } }),
        ...(count === counts.at(-1) && count !== smallest ? { goal: { of: 'ratio', atMost: 2 } } : {}),
        note: `${counted(first)}${same ? ', always the same' : ', NOT always the same'}; ovsdb-server's own time ${server.toFixed(2)} ms; until it is seen in the replica ${wall.toFixed(1)} ms.`,
      };
    });
  });
}
