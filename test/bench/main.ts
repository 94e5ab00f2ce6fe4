// "make bench": how fast Subnetes is, as ratios against ceilings that are measured in the same run. Each item is a file of this folder;
// results go to docs/bench. No test asserts any of it.
//
//   ONLY=pods,change   these items alone; what earlier runs wrote of the others stays
//   OUT=folder         another folder for the results
//
// CONTROLLER_NODE_FLAGS='--cpu-prof --cpu-prof-dir=/tmp/profiles' gives the controller flags of Node.js; the result names them.
//
// Sizes, with their defaults:
//
//   change        PORTS=1000,10000,100000   ports in one store;  CHANGES=10 of each sort in a round;  ROUNDS=5
//   ovsdb-client  DUMP_ROWS=20000,200000;  WRITE_ROWS=10000;  ROUNDS=5, and 2 of more than 50,000 rows
//   pods          PODS=5000 on 100 nodes, in ROUNDS=3 parts
//   profile       the pods of one round of item pods
//   latency       SAMPLES=1000 pods
//   restart       REST=10000,50000 pods in place
//   memory        the pods of restart;  CYCLES=100000 pods that come and go
//   event-loop    the pods of item pods
//   economy       NODES=10 SUBNETS=300 ECONOMY_PORTS=10000 POLICIES=1000
//   cni           ADDS=40 of each sort, in ROUNDS=4 parts
import { fileURLToPath } from 'node:url';
import { change } from './change.ts';
import { removeBenchCluster } from './cluster.ts';
import { cni } from './cni.ts';
import { economy } from './economy.ts';
import { latency } from './latency.ts';
import { type Finding, type ItemName, itemNames, judged } from './measurement.ts';
import { ovsdbClient } from './ovsdb-client.ts';
import { eventLoop, podsToRows } from './pods.ts';
import { profile } from './profile.ts';
import { goalText, type ItemResult, writeReport } from './report.ts';
import { memory, restart } from './restart.ts';
import { busyCores, rounded } from './runner.ts';
import { commit, machine } from './versions.ts';

/** How an item hands over what it found; earlier findings stand also when it fails later. */
export type Item = () => Promise<readonly Finding[]>;

const items: Readonly<Record<ItemName, { readonly title: string; readonly measure: Item }>> = {
  change: { title: 'Cost of one change', measure: change },
  'ovsdb-client': { title: 'OVSDB client', measure: ovsdbClient },
  pods: { title: 'Pods to the northbound database', measure: podsToRows },
  profile: { title: "Where the controller's time goes in item pods", measure: profile },
  latency: { title: 'Latency at 20 pods a second', measure: latency },
  restart: { title: 'Restart of the controller', measure: restart },
  memory: { title: 'Memory of the controller', measure: memory },
  'event-loop': { title: 'Event loop of the controller', measure: eventLoop },
  economy: { title: 'What a topology costs the databases', measure: economy },
  cni: { title: 'CNI ADD', measure: cni },
};

const only = process.env.ONLY?.split(',');
for (const name of only ?? [])
  if (!(name in items)) throw new Error(`ONLY=${name}: the items are ${Object.keys(items).join(', ')}`);
const folder = process.env.OUT ?? fileURLToPath(new URL('../../docs/bench', import.meta.url));
const results: ItemResult[] = [];
for (const item of itemNames) {
  if (only?.includes(item) === false) continue;
  const { title, measure } = items[item];
  const result = await measured(item, title, measure);
  results.push(result);
  print(result);
  await writeReport(folder, [result]);
}
await removeBenchCluster();
console.log(`\nwritten to ${folder}`);
const failed = results.filter(({ failure }) => failure !== undefined);
process.exit(failed.length === 0 ? 0 : 1);

async function measured(item: ItemName, title: string, measure: Item): Promise<ItemResult> {
  console.log(`\n${title} …`);
  const common = { item, title, at: new Date().toISOString(), commit: commit(), machine: machine() };
  const busy = await busyCores();
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  try {
    const findings = await measure();
    return { ...common, busyCores: busy, seconds: seconds(), measurements: findings.map(judged) };
  } catch (error) {
    console.error(error);
    const failure = String(error).split('\n', 1)[0] ?? '';
    return { ...common, busyCores: busy, seconds: seconds(), measurements: [], failure };
  }
}

function print({ measurements, busyCores: busy, seconds }: ItemResult): void {
  console.log(`  ${Math.round(seconds)} s; ${busy.toFixed(1)} cores were busy with other work before`);
  for (const { what, value, unit, ceiling, ratio, goal, verdict, note } of measurements) {
    const against =
      ceiling && ratio ? ` = ${rounded(ratio)} × ${rounded(ceiling.value)} ${unit} (${ceiling.what})` : '';
    const judgement = goal === undefined ? '' : `  [${goalText(goal)}: ${verdict}]`;
    console.log(
      `  ${what}: ${rounded(value)} ${unit}${against}${judgement}${note === undefined ? '' : `\n      ${note}`}`,
    );
  }
}
