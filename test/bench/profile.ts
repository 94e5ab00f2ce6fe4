// Where the controller's time goes while pods get their rows: why item 1 is what it is. Not compared with anything.
import { readFile } from 'node:fs/promises';
import type { Profiler } from 'node:inspector';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath } from 'node:url';
import { benchCluster } from './cluster.ts';
import type { Finding } from './measurement.ts';
import { size } from './runner.ts';
import { kubernetesVersions, ovsdbVersions } from './versions.ts';

/** Time of one part of a program, in seconds of its main thread. */
export interface PartTime {
  readonly part: string;
  readonly seconds: number;
  /** Its functions that took longest by themselves. */
  readonly functions: readonly { readonly name: string; readonly seconds: number }[];
}

/** Pods before the profile begins, so that it does not show how the engine compiles. */
const warmUp = 500;
const functionsShown = 4;

/** Item `profile`. */
export async function profile(): Promise<readonly Finding[]> {
  const count = Math.ceil(size('PODS', 5000) / size('ROUNDS', 3));
  const cluster = await benchCluster();
  const controller = await cluster.controller();
  await cluster.servePods(warmUp);
  await controller.quiet();
  const namespace = await cluster.namespace();
  await cluster.createPods(namespace, count);
  const arrived = cluster.rowsOf(namespace, () => true, count, 120);
  const seen = await controller.profileOf(async () => {
    await cluster.serve(namespace);
    await arrived;
  });
  await controller.quiet();
  await cluster.stopController();
  const map = fileURLToPath(new URL('../../dist/controller.js.map', import.meta.url));
  const parts = partsOf(seen, JSON.parse(await readFile(map, 'utf8')) as SourceMapPayload);
  const versions = { ...(await kubernetesVersions()), ...(await ovsdbVersions()) };
  const common = { item: 'profile', unit: 'ms', versions, sizes: { PODS: count } } as const;
  const perPod = (seconds: number): number => (seconds / count) * 1000;
  return parts
    .filter(({ seconds }) => perPod(seconds) >= 0.01)
    .map(({ part, seconds, functions }) => ({
      ...{ ...common, what: `${part}: for one pod`, value: perPod(seconds) },
      note: functions.map((each) => `${each.name} ${perPod(each.seconds).toFixed(3)}`).join(', '),
    }));
}

/** Sums a profile by part of the source, the longest first: two folders of ours, or who else it was. */
export function partsOf(
  { nodes, samples = [], timeDeltas = [] }: Profiler.Profile,
  payload: SourceMapPayload,
): readonly PartTime[] {
  const map = new SourceMap(payload);
  const places = new Map(nodes.map(({ id, callFrame }) => [id, placeOf(callFrame, map)]));
  const parts = new Map<string, Map<string, number>>();
  for (const [index, id] of samples.entries()) {
    const place = places.get(id);
    if (!place) continue;
    const functions = parts.get(place.part) ?? new Map<string, number>();
    parts.set(place.part, functions);
    functions.set(place.name, (functions.get(place.name) ?? 0) + (timeDeltas[index] ?? 0) / 1e6);
  }
  return [...parts]
    .map(([part, functions]) => {
      const sorted = [...functions].map(([name, seconds]) => ({ name, seconds })).sort((a, b) => b.seconds - a.seconds);
      const seconds = sorted.reduce((sum, each) => sum + each.seconds, 0);
      return { part, seconds, functions: sorted.slice(0, functionsShown) };
    })
    .sort((a, b) => b.seconds - a.seconds);
}

/** Where a function is written; `undefined` while nothing ran. V8 names what is not a function with parentheses. */
function placeOf(
  { functionName, url, lineNumber, columnNumber }: Profiler.Profile['nodes'][number]['callFrame'],
  map: SourceMap,
): { readonly part: string; readonly name: string } | undefined {
  if (functionName === '(idle)' || functionName === '(root)') return undefined;
  if (functionName === '(garbage collector)') return { part: 'garbage collection', name: 'all of it' };
  if (functionName === '(program)') return { part: 'native code and system calls', name: 'all of it' };
  const name = functionName === '' ? 'anonymous' : functionName;
  if (url.startsWith('node:')) return { part: 'Node.js itself', name: `${name} (${url.slice('node:'.length)})` };
  if (url === '') return { part: "V8's built-in functions", name };
  const entry = map.findEntry(lineNumber, columnNumber);
  const source = 'originalSource' in entry ? entry.originalSource.replace(/^(\.\.\/)+/, '') : url;
  const [first = '', second = '', third = ''] = source.split('/');
  if (first === 'node_modules')
    return { part: 'packages', name: `${name} (${second.startsWith('@') ? `${second}/${third}` : second})` };
  return { part: `${first}/${second}`, name };
}
