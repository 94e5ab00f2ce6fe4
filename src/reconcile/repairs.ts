/**
 * Law 10: what somebody else changes in our rows is put back at once; a row that is changed again and again is put back more and
 * more rarely, so that two programs with different wishes don't burn a machine. Keeps the books; the line acts.
 */
import type { RowChange } from '../ovsdb/index.ts';
import { obtain } from '../store/obtain.ts';
import type { Dialect } from './dialect.ts';
import type { Change } from './diff.ts';
import type { Owner } from './output.ts';

/** So many repairs of one row within the window are put down to bad luck. */
const FREE_REPAIRS = 3;
const WINDOW_MS = 60_000;
const LONGEST_WAIT_MS = 300_000;

/** Foreign changes, repairs and contests of one line. Times are milliseconds of `performance.now()`. */
export class Repairs {
  /** Rows, and elements of rows, that somebody else touched since the last pass: see {@link touchOf}. */
  readonly #foreign = new Set<string>();
  /** Rows that were repaired lately: when, for each time. */
  readonly #times = new Map<string, number[]>();
  /** Owners whose rows somebody else changes again and again: when the next repair is due. */
  readonly #due = new Map<Owner, number>();

  /** Notes that somebody else changed a row, as precisely as {@link isRepair} asks. */
  noteForeign({ kind, table, uuid, columns, elements }: RowChange, { tables }: Dialect): void {
    const ours: readonly string[] = tables[table]?.ours ?? [];
    if (kind !== 'modify' || columns.some((column) => ours.includes(column))) this.#foreign.add(uuid);
    for (const [column, { added, removed, replaced }] of elements) {
      for (const element of [...added, ...removed, ...replaced]) this.#foreign.add(`${uuid} ${column} ${element}`);
    }
  }

  /** Whether a change of ours puts back what somebody else changed. */
  isRepair(change: Change): boolean {
    return this.#foreign.has(touchOf(change));
  }

  /** Forgets foreign changes: the pass that looked at them is over. */
  clearForeign(): void {
    this.#foreign.clear();
  }

  /**
   * Notes a repair. From the third of a row within a minute on the next one waits: 1 s, 2 s, … 5 minutes. Returns when it is due.
   * Changes with the same `now` are one repair: a deleted switch with a hundred ports was one blow, not a hundred.
   */
  note({ uuid, owner }: Change, now: number): number | undefined {
    const times = obtain(this.#times, uuid, (): number[] => []).filter(
      (time) => now - time < WINDOW_MS + LONGEST_WAIT_MS && time !== now,
    );
    this.#times.set(uuid, [...times, now]);
    const recent = times.filter((time) => now - time < WINDOW_MS).length + 1;
    const contested = this.#due.has(owner);
    if (recent < FREE_REPAIRS && !contested) return undefined;
    const count = Math.max(contested ? times.length : recent, FREE_REPAIRS);
    const due = now + Math.min(LONGEST_WAIT_MS, 1000 * 2 ** (count - FREE_REPAIRS));
    this.#due.set(owner, due);
    return due;
  }

  /** Owners whose next repair is not due yet; forgets those that were left alone for a while. */
  contested(now: number): readonly Owner[] {
    for (const [owner, due] of this.#due) if (now - due > WINDOW_MS) this.#due.delete(owner);
    for (const [uuid, times] of this.#times) {
      if (now - (times.at(-1) ?? 0) > WINDOW_MS + LONGEST_WAIT_MS) this.#times.delete(uuid);
    }
    return [...this.#due].flatMap(([owner, due]) => (due > now ? [owner] : []));
  }

  /** When the next repair of an owner's rows is due; `undefined` when nobody contests them. */
  dueAt(owner: Owner): number | undefined {
    return this.#due.get(owner);
  }
}

/** The row or element of a row that a change is about. */
function touchOf(change: Change): string {
  const { kind, uuid } = change;
  return kind === 'add' || kind === 'remove' ? `${uuid} ${change.column} ${change.element}` : uuid;
}
