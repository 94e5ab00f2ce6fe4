/**
 * From ordered lists of limits and marks to rows of which each packet obeys the first. OVN since 24.09 looks at one `QoS` row for a
 * packet's meter and its mark together, before at one for each: so every row carries the whole answer, which is right for both.
 *
 *   limits  a ▏b ▏rest        rows  a∧m ▏a ▏b∧m ▏b ▏rest∧m ▏rest       the first row that matches has the first limit
 *   marks   m                                                          and the first mark
 *
 * Each row has a bucket of its own in OVN (a meter is named by its logical flow). Rows of one bucket are therefore merged wherever no
 * row between them says something else about the same packets; where they can't be, the part that is marked and the part that is
 * not are limited each by itself.
 */
import { allTraffic, covers, intersection, meets, type Traffic } from '../net/traffic.ts';

/** A token bucket: kbit/s and kbit, as `QoS.bandwidth` has them. Rows with the same id are meant to share it. */
export interface Bucket {
  readonly id: string;
  readonly rate: number;
  readonly burst: number;
}

/** One entry of the ordered list for one direction of a pod: a limit, a mark, or both for some of its traffic. */
export interface LimitEntry {
  /** Unique in the list. */
  readonly id: string;
  readonly traffic: Traffic;
  readonly bucket?: Bucket;
  /** 0 to 63. */
  readonly dscp?: number;
}

/** What becomes one `QoS` row: the packets of any of its classes that no row before it took. */
export interface LimitRow {
  /** Unique among the rows of one list, and the same as long as the entries behind it are. */
  readonly id: string;
  readonly traffic: readonly Traffic[];
  readonly bucket?: Bucket;
  readonly dscp?: number;
}

/** The bucket of `unlimited: true` where there is no ceiling: a row without a rate would let OVN 23.03 look for the next row that has one. */
export const unlimited: Bucket = { id: 'unlimited', rate: 1_000_000_000, burst: 1_000_000_000 };

/**
 * The rows for a list; `undefined` when there would be more than `most`.
 * For each packet the first entry with a bucket limits it, and the first with a mark marks it.
 */
export function decide(
  entries: readonly LimitEntry[],
  most = Number.POSITIVE_INFINITY,
): readonly LimitRow[] | undefined {
  const nobody: LimitEntry = { id: '', traffic: allTraffic };
  const limits = [...entries.filter(({ bucket }) => bucket !== undefined), nobody];
  const marks = [...entries.filter(({ dscp }) => dscp !== undefined), nobody];
  const rows: LimitRow[] = [];
  for (const { id, traffic, bucket } of limits) {
    if (rows.some((row) => rowCovers(row, traffic))) continue;
    for (const mark of marks) {
      const common = intersection(traffic, mark.traffic);
      if (!common || rows.some((row) => rowCovers(row, common))) continue;
      rows.push({
        id: `${id}/${mark.id}`,
        traffic: [common],
        ...(bucket === undefined ? {} : { bucket }),
        ...(mark.dscp === undefined ? {} : { dscp: mark.dscp }),
      });
      if (rows.length > most) return undefined;
    }
  }
  return merged(meaningful(rows));
}

/** Without what says nothing: no limit where none would follow, and rows that have neither limit nor mark. */
function meaningful(rows: readonly LimitRow[]): readonly LimitRow[] {
  return rows.flatMap((row, index) => {
    const { bucket, ...rest } = row;
    const needed =
      bucket !== undefined &&
      (bucket.id !== unlimited.id ||
        rows
          .slice(index + 1)
          .some((later) => later.bucket && later.bucket.id !== unlimited.id && rowsMeet(later, row)));
    if (needed) return [row];
    return row.dscp === undefined ? [] : [rest];
  });
}

/** Moves rows that share bucket and mark together, wherever the rows between them don't meet the one that moves. */
function merged(rows: readonly LimitRow[]): readonly LimitRow[] {
  const list = [...rows];
  for (let lower = list.length - 1; lower > 0; lower--) {
    for (let upper = lower - 1; upper >= 0; upper--) {
      const [above, below] = [list[upper]!, list[lower]!];
      if (!sameOutcome(above, below)) continue;
      const between = list.slice(upper + 1, lower).filter((row) => !sameOutcome(row, above));
      if (!between.some((row) => rowsMeet(row, above))) {
        list[lower] = union(below, above);
        list.splice(upper, 1);
        lower--;
      } else if (!between.some((row) => rowsMeet(row, below))) {
        list[upper] = union(below, above);
        list.splice(lower, 1);
        break;
      }
    }
  }
  return list;
}

function union(named: LimitRow, other: LimitRow): LimitRow {
  const classes = [...named.traffic];
  for (const each of other.traffic) if (!classes.some((whole) => covers(whole, each))) classes.push(each);
  const kept = classes.filter((each, index) => !classes.some((whole, at) => at > index && covers(whole, each)));
  return { ...named, traffic: kept };
}

function sameOutcome(a: LimitRow, b: LimitRow): boolean {
  return a.bucket?.id === b.bucket?.id && a.dscp === b.dscp;
}

function rowsMeet(a: LimitRow, b: LimitRow): boolean {
  return a.traffic.some((one) => b.traffic.some((other) => meets(one, other)));
}

function rowCovers(row: LimitRow, traffic: Traffic): boolean {
  return row.traffic.some((whole) => covers(whole, traffic));
}
