/**
 * Law 11: deletions of owners that were seen deleted are normal. Rows whose owners are merely absent after a list (a restart, a
 * restored API server, a watch that had to begin anew) stay, when there are many, until a second quorum list agrees.
 */
import type { OvsdbClient } from '../ovsdb/index.ts';
import type { Assembly } from './assemble.ts';
import { type Dialect, stampOf } from './dialect.ts';
import type { Owner } from './output.ts';

/** Fewer deletions than this are never withheld. */
const FEW_ROWS = 50;
/** Milliseconds until a second list that failed is asked for again. */
const RETRY_MS = 2000;

/** What the guard works with. */
export interface AbsenceOptions {
  readonly assembly: Assembly;
  readonly database: OvsdbClient;
  readonly dialect: Dialect;
  readonly installation: string;
  /** Lists again; resolves when the answer is at the intake. Absent: nothing is withheld. */
  readonly confirm: (() => Promise<void>) | undefined;
  /** Runs a change after what is at the intake by now. */
  submit(change: () => void): void;
  /** Told how many rows wait, and one of their owners. */
  withheld(count: number, example: Owner): void;
}

/** Knows which owners were seen deleted, and withholds the deletion of too many others. */
export class Absence {
  readonly #options: AbsenceOptions;
  readonly #seenDeleted = new Set<Owner>();
  #confirmed = false;
  #asking = false;
  /** Rows of absent owners if they are too many, else 0; `undefined` when they must be counted anew. */
  #tooMany: number | undefined;

  constructor(options: AbsenceOptions) {
    this.#options = options;
  }

  /** An owner is there (again). */
  present(owner: Owner): void {
    this.#seenDeleted.delete(owner);
  }

  /** An owner is gone: before our eyes, or missing in a list. */
  gone(owner: Owner, seen: boolean): void {
    if (seen) {
      this.#seenDeleted.add(owner);
      return;
    }
    this.#confirmed = false;
    this.#tooMany = undefined;
  }

  /** The rows in the database changed: count anew. */
  recount(): void {
    this.#tooMany = undefined;
  }

  /** Nothing is left to delete. */
  settled(): void {
    this.#seenDeleted.clear();
  }

  /** Whether the deletion of the owner was seen. */
  wasSeen(owner: Owner): boolean {
    return this.#seenDeleted.has(owner);
  }

  /** Whether the rows of an owner that is not there must stay for now. */
  withholds(owner: Owner): boolean {
    if (this.#confirmed || !this.#options.confirm) return false;
    return !this.#seenDeleted.has(owner) && !this.#options.assembly.output(owner) && this.#absentRows() > FEW_ROWS;
  }

  #absentRows(): number {
    if (this.#tooMany !== undefined) return this.#tooMany;
    const { assembly, database, dialect, installation, withheld } = this.#options;
    let absent = 0;
    let all = 0;
    let example = '';
    for (const [table, rules] of Object.entries(dialect.tables)) {
      if (!database.has(table)) continue;
      for (const row of database.replica.table(table).rows()) {
        const owner = stampOf(rules, row, installation)?.owner;
        if (owner === undefined) continue;
        all++;
        if (assembly.row(row._uuid) || this.#seenDeleted.has(owner) || assembly.output(owner)) continue;
        absent++;
        example = owner;
      }
    }
    this.#tooMany = absent > all / 10 ? absent : 0;
    if (this.#tooMany > FEW_ROWS) {
      withheld(absent, example);
      this.#ask();
    }
    return this.#tooMany;
  }

  /** Asks for the second list, once at a time; its answer counts after what the list brought. */
  #ask(): void {
    if (this.#asking) return;
    this.#asking = true;
    const answered = (confirmed: boolean) => () => {
      this.#asking = false;
      this.#options.submit(() => {
        this.#confirmed = confirmed;
        this.#tooMany = undefined;
      });
    };
    void this.#options.confirm?.().then(answered(true), () => {
      // The list failed: nothing is known, the deletions wait, and the question is put again.
      setTimeout(answered(false), RETRY_MS).unref();
    });
  }
}
