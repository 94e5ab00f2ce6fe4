// How things are measured: sides in turn, so that what the machine does beside falls on all of them alike; first rounds that do
// not count; medians; CPU time beside wall-clock time.
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { median } from './measurement.ts';

/** Seconds that a piece of work took, and seconds of processor time that it used. */
export interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

/** The costs of one side: medians, and every round that counted. */
export interface Costs extends Cost {
  readonly rounds: readonly Cost[];
}

/** How {@link interleave} goes about it. */
export interface Rounds {
  /** Rounds that count. */
  readonly rounds: number;
  /** Rounds before them that don't. */
  readonly warmUp: number;
}

/**
 * Runs the sides in turn, round after round, every second round in the opposite order.
 * @param sides work of a round, which says what it cost; rounds that don't count have negative numbers
 */
export async function interleave<Name extends string>(
  sides: Readonly<Record<Name, (round: number) => Promise<Cost>>>,
  { rounds, warmUp }: Rounds,
): Promise<Readonly<Record<Name, Costs>>> {
  const names = Object.keys(sides) as Name[];
  const kept = new Map<Name, Cost[]>(names.map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const cost = await sides[name](round);
      if (round >= 0) kept.get(name)?.push(cost);
    }
  }
  return Object.fromEntries(names.map((name) => [name, summary(kept.get(name) ?? [])])) as Record<Name, Costs>;
}

/** Medians of some rounds. */
export function summary(rounds: readonly Cost[]): Costs {
  return { wall: median(rounds.map(({ wall }) => wall)), cpu: median(rounds.map(({ cpu }) => cpu)), rounds };
}

/** What a piece of work in this process costs. */
export async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const started = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 };
}

/** How many of the machine's cores are busy while we do nothing: who reads the numbers must know. Takes a second. */
export async function busyCores(): Promise<number> {
  const before = idleShare();
  await delay(1000);
  const after = idleShare();
  return (1 - (after.idle - before.idle) / (after.all - before.all)) * cpus().length;
}

// proc(5), /proc/stat: the fourth and fifth number of the first line are ticks of idleness and of waiting for disks.
function idleShare(): { readonly idle: number; readonly all: number } {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
  const ticks = line.split(/\s+/).slice(1, 9).map(Number);
  return { idle: (ticks[3] ?? 0) + (ticks[4] ?? 0), all: ticks.reduce((sum, each) => sum + each, 0) };
}

/** A size from the environment. */
export function size(name: string, otherwise: number): number {
  const value = Number(process.env[name] ?? otherwise);
  if (!Number.isFinite(value) || value <= 0) throw new Error(`${name}=${process.env[name]} is not a positive number`);
  return value;
}

/** Sizes from the environment, separated by commas. */
export function sizeList(name: string, otherwise: readonly number[]): readonly number[] {
  const values = process.env[name]?.split(',').map(Number) ?? otherwise;
  if (values.length === 0 || !values.every((value) => Number.isInteger(value) && value > 0))
    throw new Error(`${name}=${process.env[name]} is not a list of positive numbers`);
  return values;
}

/** How many numbers a table or a text needs no more of: three that count. */
export function rounded(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
  return value === 0 ? '0' : Math.abs(value) < 0.01 ? value.toPrecision(2) : value.toFixed(digits);
}
