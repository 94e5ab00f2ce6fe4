/**
 * The memory of the line: cells that hold inputs, and cells that are computed from other cells by pure functions.
 * Reading a cell while computing another records the dependency, so a change marks exactly its readers stale, and a
 * stale cell is computed again only if something it read really has another value (early cut-off). This is what makes a
 * pass cost what changed, and what makes "incremental equals from scratch" (law 4) a property of one file.
 *
 *   set(input) ──▶ readers stale ──▶ stale roots queued ──▶ value(root): verify what was read, compute if it differs
 *
 * A derived cell with many readers is verified before they are told: what all pods of a Subnet read mostly stays the same, and to
 * doubt each of them would cost as much as there are pods. Until then it is in doubt; whoever looks at the graph from outside settles it first.
 */
import { equal } from './equal.ts';
import { each, type Few, minus, plus, sizeOf } from './few.ts';

/** Readers above which a stale cell is verified before they are told. */
const MANY_READERS = 16;

/** What all cells of a sort have in common: there are many cells, so each holds as little as it can. */
export interface Sort {
  readonly name: string;
  /** Called when the last reader of a cell is gone, so that the owner of the cell can forget it. */
  onUnread?(cell: Cell): void;
}

/** The same of computed cells. */
export interface DerivedSort<T> extends Sort {
  /** A pure function of other cells, read through the graph. */
  compute(key: string): T;
  /** Called when a cell turns stale, if somebody outside the graph wants its value (a root). */
  onStale?(key: string): void;
}

/** Anything that can be read: an input, or a derived value. */
export abstract class Cell {
  readonly sort: Sort;
  /** Which of its sort. */
  readonly key: string;
  /** Revision of the graph at which the value last changed. */
  changedAt = 0;
  readers: Few<DerivedCell<unknown>> = undefined;

  constructor(sort: Sort, key: string) {
    this.sort = sort;
    this.key = key;
  }

  get name(): string {
    return this.key === '' ? this.sort.name : `${this.sort.name} ${this.key}`;
  }
}

/** A value from outside: an object, or a fact of a database. */
export class InputCell<T> extends Cell {
  value: T;

  constructor(sort: Sort, value: T, key = '') {
    super(sort, key);
    this.value = value;
  }
}

/** What a cell holds that has not been computed, or was dropped. */
const notComputed = Symbol('not computed');

/** What a cell holds whose computation threw. */
class Failure {
  readonly error: unknown;

  constructor(error: unknown) {
    this.error = error;
  }
}

/** A value computed from other cells. */
export class DerivedCell<T> extends Cell {
  declare readonly sort: DerivedSort<T>;
  reads: Few<Cell> = undefined;
  stale = true;
  verifiedAt = 0;
  outcome: T | Failure | typeof notComputed = notComputed;

  constructor(sort: DerivedSort<T>, key = '') {
    super(sort, key);
  }
}

/** All cells and the revision they share. One thread, no I/O; `set` is never called from inside a computation. */
export class Graph {
  #revision = 1;
  readonly #computing: DerivedCell<unknown>[] = [];
  /** Cells with many readers who have not been told that these are stale, and the revision at which each had last changed. */
  readonly #doubtful = new Map<DerivedCell<unknown>, number>();
  /** How many computations ran: what the tests count instead of time. */
  computations = 0;

  /** Gives an input its new value; does nothing when it says the same. Returns whether it changed. */
  set<T>(cell: InputCell<T>, value: T): boolean {
    if (equal(cell.value, value)) return false;
    cell.value = value;
    this.touch(cell);
    return true;
  }

  /** Marks an input changed whose value was altered in place (the members of an index). */
  touch(cell: Cell): void {
    if (this.#computing.length > 0)
      throw new Error(`bug: ${cell.name} changed while ${this.#computing.at(-1)?.name} was computed`);
    cell.changedAt = ++this.#revision;
    this.#markReadersStale(cell);
  }

  /** Reads an input, recording the reader. */
  input<T>(cell: InputCell<T>): T {
    this.record(cell);
    return cell.value;
  }

  /** Records that the computation in progress, if any, depends on the cell. */
  record(cell: Cell): void {
    const reader = this.#computing.at(-1);
    if (!reader) return;
    reader.reads = plus(reader.reads, cell);
    cell.readers = plus(cell.readers, reader);
  }

  /** The up-to-date value of a derived cell, recording the reader; throws what its computation threw. */
  value<T>(cell: DerivedCell<T>): T {
    this.settle();
    this.record(cell as DerivedCell<unknown>);
    this.#refresh(cell as DerivedCell<unknown>);
    const { outcome } = cell;
    if (outcome === notComputed) throw new Error(`bug: ${cell.name} depends on itself`);
    if (outcome instanceof Failure) throw outcome.error;
    return outcome;
  }

  /**
   * Verifies the cells in doubt and tells the readers of those that have changed; after that everything that may have changed is stale.
   * Does nothing within a computation, which never begins before this is done.
   */
  settle(): void {
    if (this.#computing.length > 0) return;
    for (const [cell, changedAt] of this.#doubtful) {
      this.#doubtful.delete(cell);
      this.#refresh(cell);
      if (cell.changedAt === changedAt) continue;
      // A new revision: another cell in doubt may have read what depends on this one, as it was before, in the present revision.
      cell.changedAt = ++this.#revision;
      this.#markReadersStale(cell);
    }
  }

  /** Forgets a derived cell that nobody wants any more: its reads no longer keep it informed. */
  drop(cell: DerivedCell<unknown>): void {
    const { reads } = cell;
    cell.reads = undefined;
    cell.stale = true;
    cell.outcome = notComputed;
    this.#doubtful.delete(cell);
    for (const read of each(reads)) read.readers = minus(read.readers, cell);
    tellUnread(reads);
  }

  #markReadersStale(cell: Cell): void {
    // Iterative: chains of derivations must not be bounded by the stack.
    const pending: Cell[] = [cell];
    for (let next = pending.pop(); next; next = pending.pop()) {
      for (const reader of each(next.readers)) {
        if (reader.stale) continue;
        reader.stale = true;
        reader.sort.onStale?.(reader.key);
        if (sizeOf(reader.readers) <= MANY_READERS) pending.push(reader);
        else if (!this.#doubtful.has(reader)) this.#doubtful.set(reader, reader.changedAt);
      }
    }
  }

  #refresh(cell: DerivedCell<unknown>): void {
    if (!cell.stale) return;
    if (this.#computing.includes(cell)) throw new Error(`bug: ${cell.name} depends on itself`);
    if (cell.outcome !== notComputed && !this.#readsChanged(cell)) {
      cell.stale = false;
      cell.verifiedAt = this.#revision;
      return;
    }
    this.#recompute(cell);
  }

  /** Whether anything the cell read has another value than when it read it. */
  #readsChanged(cell: DerivedCell<unknown>): boolean {
    for (const read of each(cell.reads)) {
      if (read instanceof DerivedCell) this.#refresh(read);
      if (read.changedAt > cell.verifiedAt) return true;
    }
    return false;
  }

  #recompute(cell: DerivedCell<unknown>): void {
    const before = cell.reads;
    for (const read of each(before)) read.readers = minus(read.readers, cell);
    cell.reads = undefined;
    this.#computing.push(cell);
    this.computations++;
    let outcome: typeof cell.outcome;
    try {
      outcome = cell.sort.compute(cell.key);
    } catch (error) {
      outcome = new Failure(error);
    } finally {
      this.#computing.pop();
    }
    if (outcome instanceof Failure || cell.outcome instanceof Failure || !equal(cell.outcome, outcome)) {
      cell.outcome = outcome;
      cell.changedAt = this.#revision;
    }
    cell.stale = false;
    cell.verifiedAt = this.#revision;
    tellUnread(before);
  }
}

function tellUnread(reads: Few<Cell>): void {
  for (const read of each(reads)) if (read.readers === undefined) read.sort.onUnread?.(read);
}
