// What a run of upstream's suite is summed up to: a table by groups, and the reasons of what failed or was skipped.
import { deviationOf, shortName } from './exclusions.ts';
import type { Outcome } from './suite.ts';

/** Groups of the table, in its order: a name, and what the names of its specs begin with. */
const groups: readonly (readonly [string, RegExp])[] = [
  ['NetworkPolicy', /^Netpol/],
  ['Services', /^Service/],
  ['Dual stack', /^\[Feature:IPv6DualStack\]/],
  ['Networking', /^(Networking|NoSNAT|Connectivity Pod Lifecycle)/],
  ['DNS', /^(DNS|\[Feature:PerformanceDNS\])/],
  ['Conntrack', /^Conntrack/],
  ['HostPort', /^HostPort/],
  ['Endpoints, EndpointSlices', /^Endpoint/],
  ['API server, proxy', /^(API Server|Proxy)/],
  ['Ingress API', /^Ingress/],
  ['Traffic distribution', /^(Traffic Distribution|Topology Hints)/],
  ['LoadBalancers', /^LoadBalancers/],
  ['kube-proxy', /^(KubeProxy|kube-proxy)/],
];

/** The group of a spec by its {@link shortName}; what no group knows is one of its own. */
export const groupOf = (name: string): string =>
  groups.find(([, pattern]) => pattern.test(name))?.[0] ??
  /^[^[(:]*/.exec(name)?.[0].split(' should ')[0]?.trim() ??
  name;

/** Numbers of one group. */
export interface GroupCounts {
  readonly group: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The numbers of all groups, in the order of the table. */
export function countGroups(outcomes: readonly Outcome[]): readonly GroupCounts[] {
  const byGroup = grouped(outcomes, ({ spec }) => groupOf(shortName(spec)));
  const order = [...groups.map(([name]) => name), ...byGroup.keys()];
  return [...new Set(order)].flatMap((group) => {
    const members = byGroup.get(group);
    return members === undefined ? [] : [{ group, ...countStates(members) }];
  });
}

/** How many passed, failed, were skipped. */
export function countStates(outcomes: readonly Outcome[]): Omit<GroupCounts, 'group'> {
  const count = (state: Outcome['state']): number => outcomes.filter((each) => each.state === state).length;
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
}

/** The table as Markdown that is aligned, and so good to read on a terminal too. */
export function groupTable(outcomes: readonly Outcome[]): string {
  const rows = [...countGroups(outcomes), { group: 'all', ...countStates(outcomes) }].map((row) => [
    row.group,
    ...[row.passed, row.failed, row.skipped].map(String),
  ]);
  return alignedTable(['group', 'passed', 'failed', 'skipped'], rows);
}

/** Skipped specs by reason, the most frequent reason first, as Markdown. */
export function skipList(outcomes: readonly Outcome[]): string {
  const byReason = grouped(
    outcomes.filter(({ state }) => state === 'skipped'),
    ({ message }) => firstLine(message),
  );
  return [...byReason]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([reason, members]) => [`* **${members.length}: ${reason}**`, ...names(members)].join('\n'))
    .join('\n');
}

/** Failed specs with what they said first, and why they are known to fail, as Markdown. */
export function failureList(outcomes: readonly Outcome[]): string {
  return outcomes
    .filter(({ state }) => state === 'failed')
    .map(({ spec, message, seconds }) => {
      const known = deviationOf(spec);
      const line = `* ${shortName(spec)} (${seconds.toFixed(0)} s): ${firstLine(message)}`;
      return known === undefined ? line : `${line}\n  * known: ${known}`;
    })
    .join('\n');
}

const names = (outcomes: readonly Outcome[]): readonly string[] =>
  outcomes.map(({ spec }) => `  * ${shortName(spec)}`).sort();

const firstLine = (text: string): string => text.trim().split('\n', 1)[0]?.trim() ?? '';

function alignedTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const members = groups.get(keyOf(item));
    if (members === undefined) groups.set(keyOf(item), [item]);
    else members.push(item);
  }
  return groups;
}
