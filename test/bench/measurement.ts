// One measured number with what it is held against, and the arithmetic of both. Nothing here measures.

/** Names of the items of "make bench", in the order in which they run. */
export const itemNames = [
  'change',
  'ovsdb-client',
  'pods',
  'profile',
  'latency',
  'restart',
  'memory',
  'event-loop',
  'economy',
  'cni',
] as const;

/** The name of an item. */
export type ItemName = (typeof itemNames)[number];

/** Versions by program, or settings by name. */
export type Facts = Readonly<Record<string, string | number>>;

/** What a number, or its ratio to the ceiling, shall be. */
export type Goal =
  | { readonly of: 'ratio' | 'value'; readonly atLeast: number }
  | { readonly of: 'ratio' | 'value'; readonly atMost: number };

/** What a measurement says of its goal; `shown` has none. */
export type Verdict = 'met' | 'missed' | 'shown';

/** One row of the table. */
export interface Measurement {
  readonly item: ItemName;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What was measured beside it in the same run, in the same unit. */
  readonly ceiling?: { readonly what: string; readonly value: number };
  /** Value divided by ceiling. */
  readonly ratio?: number;
  readonly goal?: Goal;
  readonly verdict: Verdict;
  readonly sizes: Facts;
  readonly versions: Facts;
  /** What a reader must know to judge the number, as why a goal is missed. */
  readonly note?: string;
}

/** A measurement without what follows from the rest. */
export type Finding = Omit<Measurement, 'ratio' | 'verdict'>;

/** Adds ratio and verdict. */
export function judged(finding: Finding): Measurement {
  const { value, ceiling, goal } = finding;
  const ratio = ceiling === undefined ? undefined : value / ceiling.value;
  return { ...finding, ...(ratio === undefined ? {} : { ratio }), verdict: verdict(goal, value, ratio) };
}

function verdict(goal: Goal | undefined, value: number, ratio: number | undefined): Verdict {
  if (goal === undefined) return 'shown';
  const held = goal.of === 'ratio' ? ratio : value;
  if (held === undefined) throw new Error('a goal for a ratio needs a ceiling');
  // What could not be measured (NaN) meets nothing.
  return ('atLeast' in goal ? held >= goal.atLeast : held <= goal.atMost) ? 'met' : 'missed';
}

/** The middle of the values, or the mean of the two in the middle. NaN when there are none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

/** The nearest-rank quantile: the smallest value that at least the share `q` of all values does not exceed. NaN when there are none. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
}
