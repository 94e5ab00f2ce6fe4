/** Who still waits for the database's consumer: for OVN_Northbound, until ovn-northd repeats in `sb_cfg` the `nb_cfg` that a transaction raised. */
import type { Operation, OvsdbClient } from '../ovsdb/index.ts';
import type { Change } from './diff.ts';
import type { Owner } from './output.ts';

/** The consumer is measured anew after so many times its last answer, with a transaction of which nobody needs to know: a hundredth of its time. */
const MEASURE_AFTER = 100;

/** A counter that we raise and that the consumer repeats. */
export interface Confirmation {
  readonly table: string;
  readonly raised: string;
  readonly repeated: string;
  /** Whether a change needs a confirmation. */
  needed(change: Change): boolean;
}

/** Confirmations of one line; without a {@link Confirmation} everything counts as confirmed at once. */
export class Confirmations {
  readonly #database: OvsdbClient;
  readonly #confirmation: Confirmation | undefined;
  readonly #waiting = new Map<Owner, number>();
  /** When the counter was raised last, and what it shows until the consumer has repeated it. */
  #raisedAt = Number.NEGATIVE_INFINITY;
  #unanswered: number | undefined;
  #lagMs: number | undefined;

  constructor(database: OvsdbClient, confirmation: Confirmation | undefined) {
    this.#database = database;
    this.#confirmation = confirmation;
  }

  /** The operation with which a transaction asks for a confirmation, if its changes need one. */
  operations(changes: readonly Change[]): Operation[] {
    const confirmation = this.#confirmation;
    if (!confirmation) return [];
    const now = performance.now();
    if (!this.#isDue(now) && !changes.some((change) => confirmation.needed(change))) return [];
    this.#raisedAt = now;
    this.#unanswered = Number.POSITIVE_INFINITY;
    return [{ op: 'mutate', table: confirmation.table, where: [], mutations: [[confirmation.raised, '+=', 1]] }];
  }

  /** Notes that changes were committed: their owners wait for the number that the replica shows now. */
  await(changes: Iterable<Change>): void {
    const confirmation = this.#confirmation;
    if (!confirmation) return;
    const raised = this.#counter(confirmation.raised);
    if (this.#unanswered !== undefined) this.#unanswered = raised;
    for (const change of changes) if (confirmation.needed(change)) this.#waiting.set(change.owner, raised);
  }

  /** Owners that were confirmed since this was asked last. */
  takeConfirmed(): readonly Owner[] {
    if (!this.#confirmation || (this.#waiting.size === 0 && this.#unanswered === undefined)) return [];
    const repeated = this.#counter(this.#confirmation.repeated);
    if (this.#unanswered !== undefined && this.#unanswered <= repeated) {
      this.#lagMs = performance.now() - this.#raisedAt;
      this.#unanswered = undefined;
    }
    const confirmed = [...this.#waiting].flatMap(([owner, raised]) => (raised <= repeated ? [owner] : []));
    for (const owner of confirmed) this.#waiting.delete(owner);
    return confirmed;
  }

  /** Milliseconds that the consumer takes for a transaction: how long it took for the last, or has taken if that is more; `undefined` before the first. */
  get lagMs(): number | undefined {
    if (this.#unanswered === undefined) return this.#lagMs;
    return Math.max(this.#lagMs ?? 0, performance.now() - this.#raisedAt);
  }

  /** Whether nothing of an owner waits. */
  isConfirmed(owner: Owner): boolean {
    return !this.#waiting.has(owner);
  }

  /** An owner is gone. */
  forget(owner: Owner): void {
    this.#waiting.delete(owner);
  }

  #isDue(now: number): boolean {
    return this.#unanswered === undefined && now - this.#raisedAt >= MEASURE_AFTER * (this.#lagMs ?? 0);
  }

  #counter(column: string): number {
    for (const row of this.#database.replica.table(this.#confirmation?.table ?? '').rows())
      return Number(row[column] ?? 0);
    return 0;
  }
}
