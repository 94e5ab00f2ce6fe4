// Which part of the source a profile's time or memory belongs to: two folders of ours, or who else it was.
import { readFile } from 'node:fs/promises';
import type { HeapProfiler, Profiler, Runtime } from 'node:inspector';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Something that one function used: seconds, or bytes. */
export interface Share {
  readonly callFrame: Runtime.CallFrame;
  readonly amount: number;
}

/** What one part of a program used. */
export interface Part {
  readonly part: string;
  readonly amount: number;
  /** Its functions that used most by themselves. */
  readonly functions: readonly { readonly name: string; readonly amount: number }[];
}

const functionsShown = 4;

/** Sums what functions of the bundled controller used by part of the source, the greatest first. */
export async function partsOfController(shares: Iterable<Share>): Promise<readonly Part[]> {
  const all = [...shares];
  const maps = new Map<string, SourceMap>();
  const bundles = new URL('../../dist/', import.meta.url).href;
  for (const url of new Set(all.map(({ callFrame }) => callFrame.url).filter((each) => each.startsWith(bundles))))
    maps.set(url, new SourceMap(JSON.parse(await readFile(`${fileURLToPath(url)}.map`, 'utf8')) as SourceMapPayload));
  return partsOf(all, maps);
}

/** The same of any program, by the source maps of its files. */
export function partsOf(shares: Iterable<Share>, maps: ReadonlyMap<string, SourceMap>): readonly Part[] {
  const parts = new Map<string, Map<string, number>>();
  for (const { callFrame, amount } of shares) {
    const place = placeOf(callFrame, maps);
    if (!place) continue;
    const functions = parts.get(place.part) ?? new Map<string, number>();
    parts.set(place.part, functions);
    functions.set(place.name, (functions.get(place.name) ?? 0) + amount);
  }
  return [...parts]
    .map(([part, functions]) => {
      const sorted = [...functions].map(([name, amount]) => ({ name, amount })).sort((a, b) => b.amount - a.amount);
      const amount = sorted.reduce((sum, each) => sum + each.amount, 0);
      return { part, amount, functions: sorted.slice(0, functionsShown) };
    })
    .sort((a, b) => b.amount - a.amount);
}

/** Seconds by function of a CPU profile, without the profiler's own. */
export function timesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): readonly Share[] {
  const frames = new Map<number, Runtime.CallFrame>();
  const children = new Map(nodes.map((node) => [node.id, node]));
  const name = ({ id, callFrame, children: called = [] }: Profiler.ProfileNode, caller: Runtime.CallFrame): void => {
    const answerable = answerableOf(callFrame, caller);
    if (!isProfiler(callFrame)) frames.set(id, answerable);
    for (const each of called) name(children.get(each)!, answerable);
  };
  if (nodes[0]) name(nodes[0], nodes[0].callFrame);
  return samples.flatMap((id, index) => {
    const callFrame = frames.get(id);
    return callFrame ? [{ callFrame, amount: (timeDeltas[index] ?? 0) / 1e6 }] : [];
  });
}

const isProfiler = ({ url, functionName }: Runtime.CallFrame): boolean => url === '' && functionName === 'dispatch';

/** Bytes by function of a heap's samples. */
export function* bytesOf(
  { callFrame, selfSize, children }: HeapProfiler.SamplingHeapProfileNode,
  caller = callFrame,
): Generator<Share> {
  const answerable = answerableOf(callFrame, caller);
  yield { callFrame: answerable, amount: selfSize };
  for (const child of children) yield* bytesOf(child, answerable);
}

/** Who answers for a function: a set that grows within V8's `Set.prototype.add` is its caller's, unless nobody of the source called. */
function answerableOf(callFrame: Runtime.CallFrame, caller: Runtime.CallFrame): Runtime.CallFrame {
  const isBuiltIn = callFrame.url === '' && !callFrame.functionName.startsWith('(');
  return isBuiltIn && caller.url !== '' ? caller : callFrame;
}

/** Where a function is written; `undefined` while nothing ran. V8 names what is not a function with parentheses. */
function placeOf(
  { functionName, url, lineNumber, columnNumber }: Runtime.CallFrame,
  maps: ReadonlyMap<string, SourceMap>,
): { readonly part: string; readonly name: string } | undefined {
  if (functionName === '(idle)' || functionName === '(root)') return undefined;
  if (functionName === '(garbage collector)') return { part: 'garbage collection', name: 'all of it' };
  if (functionName === '(program)') return { part: 'native code and system calls', name: 'all of it' };
  const name = functionName === '' ? 'anonymous' : functionName;
  if (url.startsWith('node:')) return { part: 'Node.js itself', name: `${name} (${url.slice('node:'.length)})` };
  if (url === '') return { part: "V8's built-in functions", name };
  const entry = maps.get(url)?.findEntry(lineNumber, columnNumber);
  const source = entry && 'originalSource' in entry ? entry.originalSource.replace(/^(\.\.\/)+/, '') : url;
  const [first = '', second = '', third = ''] = source.split('/');
  if (first === 'node_modules')
    return { part: 'packages', name: `${name} (${second.startsWith('@') ? `${second}/${third}` : second})` };
  return { part: `${first}/${second}`, name };
}
