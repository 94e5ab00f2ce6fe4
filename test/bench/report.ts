// What "make bench" leaves behind: results.json with everything, results.md to read, one plot for each item.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Facts, Goal, ItemName, Measurement } from './measurement.ts';
import { rounded } from './runner.ts';

/** The results of one item in one run. */
export interface ItemResult {
  readonly item: ItemName;
  readonly title: string;
  /** ISO time of the start. */
  readonly at: string;
  /** Git commit that was measured. */
  readonly commit: string;
  readonly machine: Facts;
  /** Cores that others kept busy right before it began. */
  readonly busyCores: number;
  /** Seconds that the item took. */
  readonly seconds: number;
  readonly measurements: readonly Measurement[];
  /** Why the item could not be measured. */
  readonly failure?: string;
}

/** Above so many busy cores a result says that it was measured beside other load. */
const quietCores = 0.15;

/** Writes results of items into the folder; what earlier runs say of other items stays. */
export async function writeReport(folder: string, results: readonly ItemResult[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'results.json');
  const before = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as readonly ItemResult[],
    () => [],
  );
  const all = merged(before, results);
  await writeFile(file, `${JSON.stringify(all, undefined, 2)}\n`);
  await writeFile(join(folder, 'results.md'), markdown(all));
  for (const each of all.filter(isDrawn)) await writeFile(join(folder, `${each.item}.svg`), plot(each));
}

/** The newer result of each item, in the order of the earlier ones, new items at the end. */
export function merged(before: readonly ItemResult[], news: readonly ItemResult[]): readonly ItemResult[] {
  const byItem = new Map([...before, ...news].map((each) => [each.item, each]));
  return [...byItem.values()];
}

/** The goal in words. */
export function goalText(goal: Goal | undefined): string {
  if (goal === undefined) return '';
  const bound = 'atLeast' in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`;
  return goal.of === 'ratio' ? `${bound} × ceiling` : bound;
}

/** Everything as Markdown: goals missed first, then one table for each item. */
export function markdown(results: readonly ItemResult[]): string {
  const measurements = results.flatMap((each) => each.measurements);
  const goals = measurements.filter(({ verdict }) => verdict !== 'shown');
  const missed = goals.filter(({ verdict }) => verdict === 'missed');
  return `${[
    '# What `make bench` measured last',
    'Numbers depend on the machine; ratios are taken against a ceiling that was measured in the same run. Made by test/bench; do not edit.',
    `${goals.length - missed.length} of ${goals.length} goals are met.${missed.length === 0 ? '' : ' Missed:'}`,
    ...(missed.length === 0 ? [] : [missed.map(loss).join('\n')]),
    ...results.map(section),
  ].join('\n\n')}\n`;
}

function loss({ item, what, note, ...rest }: Measurement): string {
  return `- **${item}**: ${what}: ${heldText(rest)} (goal ${goalText(rest.goal)}).${note === undefined ? '' : ` ${note}`}`;
}

function heldText({ value, unit, ratio, goal }: Pick<Measurement, 'value' | 'unit' | 'ratio' | 'goal'>): string {
  return goal?.of === 'ratio' ? `${rounded(ratio ?? Number.NaN)} × ceiling` : `${rounded(value)} ${unit}`;
}

function section(result: ItemResult): string {
  const { item, title, at, commit, machine, busyCores, seconds, measurements, failure } = result;
  const facts = (list: Facts): string =>
    Object.entries(list)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ');
  const sizes = Object.assign({}, ...measurements.map((each) => each.sizes)) as Facts;
  const versions = Object.assign({}, ...measurements.map((each) => each.versions)) as Facts;
  const load =
    busyCores > quietCores
      ? ` **Beside other load:** ${busyCores.toFixed(1)} cores were busy before it began.`
      : ` ${busyCores.toFixed(1)} cores were busy before it began.`;
  const rows = measurements.map(
    (each) =>
      `| ${[
        each.what,
        `${rounded(each.value)} ${each.unit}`,
        each.ceiling === undefined ? '' : `${rounded(each.ceiling.value)} ${each.unit}: ${each.ceiling.what}`,
        each.ratio === undefined ? '' : rounded(each.ratio),
        goalText(each.goal),
        each.verdict === 'shown' ? '' : each.verdict === 'met' ? 'met' : '**missed**',
      ].join(' | ')} |`,
  );
  const notes = measurements.filter(({ note }) => note !== undefined).map(({ what, note }) => `- ${what}: ${note}`);
  return [
    `## ${title}`,
    `${at.slice(0, 16)}Z, commit ${commit}, ${Math.round(seconds)} s; ${facts(machine)}.${load}`,
    ...(failure === undefined ? [] : [`**Not measured to its end:** ${failure}`]),
    ...(rows.length === 0
      ? []
      : [
          `Sizes: ${facts(sizes)}. Programs: ${facts(versions)}.`,
          ['| what | measured | ceiling | ratio | goal | verdict |', '|---|---|---|---|---|---|', ...rows].join('\n'),
        ]),
    ...(notes.length === 0 ? [] : [notes.join('\n')]),
    ...(isDrawn(result) ? [`![${title}](${item}.svg)`] : []),
  ].join('\n\n');
}

/** Whether there is anything to draw: of what has no ceiling nothing is. */
const isDrawn = ({ measurements }: ItemResult): boolean => measurements.some(({ ratio }) => ratio !== undefined);

const bar = { height: 18, gap: 10, left: 430, width: 380, text: 12 } as const;

/** Bars of the ratios to the ceilings (its line at 1). */
export function plot({ title, measurements }: ItemResult): string {
  const drawn = measurements.flatMap((each) =>
    each.ratio === undefined || !Number.isFinite(each.ratio) ? [] : [{ ...each, ratio: each.ratio }],
  );
  const most = Math.max(1.25, ...drawn.map(({ ratio }) => ratio));
  const scale = (ratio: number): number => bar.left + (ratio / most) * bar.width;
  const height = 50 + drawn.length * (bar.height + bar.gap);
  const colours = { met: '#2e7d32', missed: '#c62828', shown: '#5c7080' } as const;
  const bars = drawn.map(({ what, ratio, verdict }, index) => {
    const y = 40 + index * (bar.height + bar.gap);
    return [
      `<text x="${bar.left - 8}" y="${y + 13}" text-anchor="end">${escapeXml(shortened(what))}</text>`,
      `<rect x="${bar.left}" y="${y}" width="${(scale(ratio) - bar.left).toFixed(1)}" height="${bar.height}" fill="${colours[verdict]}"/>`,
      `<text x="${(scale(ratio) + 5).toFixed(1)}" y="${y + 13}">${rounded(ratio)}</text>`,
    ].join('\n');
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="880" height="${height}" font-family="sans-serif" font-size="${bar.text}">`,
    `<rect width="100%" height="100%" fill="white"/>`,
    `<text x="10" y="20" font-weight="bold">${escapeXml(title)}: ratio to the ceiling (line at 1)</text>`,
    ...bars,
    `<line x1="${scale(1).toFixed(1)}" y1="32" x2="${scale(1).toFixed(1)}" y2="${height - 8}" stroke="black" stroke-dasharray="4 3"/>`,
    '</svg>',
    '',
  ].join('\n');
}

function shortened(text: string): string {
  return text.length <= 66 ? text : `${text.slice(0, 65)}…`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
