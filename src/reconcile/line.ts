/**
 * The line: what the store says becomes what the database holds.
 *
 *   intake ─▶ store ─▶ translate ─▶ assemble ─▶ diff ─▶ commit ─▶ programming (back into the store)
 *                                     ▲                    │
 *                                     └──── replica ◀──────┘
 *
 * One pass at a time; what arrives meanwhile waits at the intake and coalesces. Everything up to `commit` is pure; the laws of
 * ARCHITECTURE.md are the tests of this folder. The same class runs in the controller (OVN_Northbound) and in each node's
 * agent (Open_vSwitch).
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type Operation,
  type OvsdbClient,
  OvsdbDisconnectedError,
  OvsdbTransactionError,
  type RowChange,
} from '../ovsdb/index.ts';
import { obtain } from '../store/obtain.ts';
import type { Key, Store, World } from '../store/store.ts';
import { Assembly } from './assemble.ts';
import { type CommitResult, commit, type Refusal } from './commit.ts';
import type { Dialect } from './dialect.ts';
import { type Change, type Difference, diff, type ReadReplica } from './diff.ts';
import { nothing, type Owner, type Translation } from './output.ts';
import { units, withoutBlocked } from './plan.ts';
import type { LineInputs, Programming } from './programming.ts';
import { recall, stamped } from './recall.ts';
import { Roots } from './roots.ts';
import { touchChanged } from './touch.ts';

/** A kind as the line sees it. */
export interface LineKind<Inputs> {
  readonly kind: keyof Inputs & string;
  /** What one object of the kind means in this database. Pure: no clock, no randomness, no I/O, no log. */
  translate(world: World<Inputs>, key: Key): Translation;
}

/** What the line tells those who watch it. All optional; never part of a decision. */
export interface LineObserver {
  committed?(transactions: number, changes: readonly Change[], milliseconds: number): void;
  /** Somebody else altered what is ours, and it was put back. */
  healed?(owner: Owner, change: Change): void;
  /** A translation threw: a bug, contained to its owner. */
  failed?(owner: Owner, error: unknown): void;
  refused?(owner: Owner, error: Refusal): void;
  /** Deletions are withheld until a second list agrees (law 11): their number, and one owner. */
  deletionsWithheld?(count: number, example: Owner): void;
  passed?(): void;
}

/** How to build a line. */
export interface LineOptions<Inputs extends LineInputs> {
  readonly store: Store<Inputs>;
  readonly kinds: readonly LineKind<Inputs>[];
  readonly database: OvsdbClient;
  readonly dialect: Dialect;
  readonly installation: string;
  /** Operations that every transaction begins with; they fail when we may not write. */
  fence(): readonly Operation[];
  /** The table and columns with which the database's consumer confirms a transaction, if it does. */
  readonly confirmation?: Confirmation;
  /** Asked before many rows of owners are deleted that were never seen deleted: lists again; resolves when a second list agrees. */
  confirmAbsent?(): Promise<void>;
  /** Milliseconds between two transactions, asked each time; a lone change goes at once. */
  intervalMs?(): number;
  readonly observer?: LineObserver;
}

/** A counter that we raise and that the consumer repeats, e.g. `NB_Global.nb_cfg` and `sb_cfg`. */
export interface Confirmation {
  readonly table: string;
  readonly raised: string;
  readonly repeated: string;
  /** Whether a change needs a confirmation. */
  needed(change: Change): boolean;
}

/** A slice of translations: leases and probes never wait longer. */
const SLICE_MS = 8;
/** A burst is committed when this many owners wait, or when the interval is over. */
const BURST_OWNERS = 25;
/** Law 11: more deletions than this, of owners nobody saw deleted, need a second list. */
const GUARDED_DELETIONS = 50;
const RETRY_MS = 2000;
/** Law 10: so many repairs of one row within {@link CONTEST_WINDOW_MS} are put down to bad luck; then repairs wait longer and longer. */
const CONTEST_REPAIRS = 3;
const CONTEST_WINDOW_MS = 60_000;
const CONTEST_LONGEST_MS = 300_000;

/** Thrown by {@link Line.run} when the line was stopped by the database, for good: another epoch rules. */
export { FencedError } from './commit.ts';

/** One line from a store into a database. */
export class Line<Inputs extends LineInputs> {
  readonly #options: LineOptions<Inputs>;
  readonly #assembly = new Assembly();
  readonly #replica: ReadReplica;
  readonly #roots: ReadonlyMap<string, Roots<Inputs, Translation>>;
  readonly #intake: (() => void)[] = [];
  /** Owners whose present translation is applied but not yet found in the replica. */
  readonly #unconfirmed = new Set<Owner>();
  readonly #failed = new Map<Owner, { reason: string; message: string }>();
  readonly #held = new Set<Owner>();
  /** Owners that were deleted before our eyes; rows of others that vanish are under the guard. */
  readonly #seenDeleted = new Set<Owner>();
  readonly #unrealised = new Map<Owner, number>();
  readonly #afterDrain: (() => void)[] = [];
  #absenceConfirmed = false;
  #started = false;
  #lastCommit = Number.NEGATIVE_INFINITY;
  #retryAt = Number.POSITIVE_INFINITY;
  /** Whether this pass tries again what the server refused before. */
  #retrying = false;
  #wake: () => void = () => {};
  #woken = false;
  /** Replica changes that we caused are not heals. */
  #committing = false;
  /** Rows, and elements of rows (`row column element`), that somebody else touched since the last pass. */
  readonly #foreignTouches = new Set<string>();
  /** Whether a pass was put off until the burst's interval is over. */
  #deferred = false;
  /** Rows that were repaired lately: when, for each time. */
  readonly #repairs = new Map<string, number[]>();
  /** Owners whose rows somebody else changes again and again: when the next repair is due. */
  readonly #contested = new Map<Owner, number>();

  constructor(options: LineOptions<Inputs>) {
    this.#options = options;
    const { database, store, dialect } = options;
    this.#replica = {
      get: (table, uuid) => database.replica.table(table).get(uuid),
      has: (table, column) => database.has(table, column),
    };
    this.#roots = new Map(
      options.kinds.map(({ kind, translate }) => [kind, new Roots(store, `translate ${kind}`, translate)]),
    );
    database.replica.on('changes', (changes) => {
      for (const change of changes) this.#touch(change, dialect);
      this.wake();
    });
  }

  /** Puts an object at the intake: it is in the store, and translated if its kind is, at the next drain. */
  put<K extends keyof Inputs & string>(kind: K, key: Key, facts: Inputs[K], raw?: unknown): void {
    this.submit(() => this.putNow(kind, key, facts, raw));
  }

  /** Removes an object. `seen` is whether its deletion was watched, and not inferred from a list. */
  remove(kind: keyof Inputs & string, key: Key, seen = true): void {
    this.submit(() => this.removeNow(kind, key, seen));
  }

  /** As {@link put}, from inside a submitted change. */
  putNow<K extends keyof Inputs & string>(kind: K, key: Key, facts: Inputs[K], raw?: unknown): void {
    this.#options.store.put(kind, key, facts, raw);
    this.#roots.get(kind)?.add(key);
    this.#seenDeleted.delete(`${kind}/${key}`);
  }

  /** As {@link remove}, from inside a submitted change. */
  removeNow(kind: keyof Inputs & string, key: Key, seen = true): void {
    this.#options.store.remove(kind, key);
    const owner = `${kind}/${key}`;
    if (!this.#roots.get(kind)?.remove(key)) return;
    if (seen) {
      this.#seenDeleted.add(owner);
    } else {
      this.#absenceConfirmed = false;
      this.#absentRows = undefined;
    }
    this.#forget(owner);
  }

  /** Runs a change of the store at the next drain, never while a pass looks at it. */
  submit(change: () => void): void {
    this.#intake.push(change);
    this.wake();
  }

  /** Calls a stage after each drain and each pass, when the store says something new. */
  afterDrain(stage: () => void): void {
    this.#afterDrain.push(stage);
  }

  /** Makes the loop look again. */
  wake(): void {
    this.#woken = true;
    this.#wake();
  }

  /** What an owner wants now; for tests, and for those who explain. */
  get assembly(): Assembly {
    return this.#assembly;
  }

  /**
   * Runs until the signal. Rejects with `FencedError` when somebody else rules the database.
   * Must not start before every watch has synced (law 6); waits for the replica itself.
   */
  async run(signal: AbortSignal): Promise<void> {
    await this.#options.database.synced(signal);
    this.#touchEverything();
    this.#started = true;
    this.wake();
    while (!signal.aborted) {
      await this.#idle(signal);
      if (signal.aborted) return;
      this.#drain();
      this.#deferred = this.#mustWait();
      if (this.#deferred) continue;
      await this.#passSafely(signal);
    }
  }

  /** Drains the intake without a pass: the store is as new as what has arrived. */
  drainOnly(): void {
    this.#drain();
  }

  /** Until {@link run}, drains by itself at each turn in which something arrived, so that a standby's store is warm and its intake empty. */
  keepDrainedWhileStandby(): void {
    let scheduled = false;
    this.#wake = () => {
      if (scheduled || this.#started) return;
      scheduled = true;
      setImmediate(() => {
        scheduled = false;
        if (!this.#started) this.#drain();
      });
    };
  }

  #drain(): void {
    for (const change of this.#intake.splice(0)) change();
    this.#confirmRealised();
    for (const stage of this.#afterDrain) stage();
  }

  async #passSafely(signal: AbortSignal): Promise<void> {
    try {
      await this.#pass(signal);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof OvsdbDisconnectedError) && !(error instanceof OvsdbTransactionError)) throw error;
      // The outcome may be unknown; it is never sent again: reconnect, resync, diff.
      this.#retryAt = performance.now() + RETRY_MS;
      if (error instanceof OvsdbDisconnectedError) await this.#options.database.synced(signal).catch(() => {});
      else this.#options.observer?.failed?.('(transaction)', error);
    } finally {
      this.#retrying = false;
    }
  }

  async #pass(signal: AbortSignal): Promise<void> {
    await this.#translate();
    // Twice: the second look finds what the first commit made possible or what somebody changed meanwhile.
    for (let round = 0; ; round++) {
      const difference = this.#difference();
      const { changes, blocked } = this.#committable(difference);
      this.#settle(difference, changes, blocked);
      if (changes.length === 0) break;
      if (round === 3) {
        // The server says yes and the rows say no: not again at once.
        this.#retryAt = Math.min(this.#retryAt, performance.now() + RETRY_MS);
        break;
      }
      const started = performance.now();
      this.#committing = true;
      let result: CommitResult;
      try {
        result = await commit(units(changes), {
          database: this.#options.database,
          fence: () => this.#options.fence(),
          epilogue: (some) => this.#epilogue(some),
          signal,
        });
      } finally {
        this.#committing = false;
        this.#lastCommit = performance.now();
      }
      this.#retrying = false;
      for (const { owner } of changes) this.#failed.delete(owner);
      this.#noteRefused(result.refused);
      this.#noteUnrealised(changes, result.refused);
      this.#noteHealed(changes);
      this.#options.observer?.committed?.(result.transactions, changes, performance.now() - started);
    }
    this.#foreignTouches.clear();
    if (this.#assembly.touched.size === 0) this.#seenDeleted.clear();
    this.#options.observer?.passed?.();
    this.#drain();
  }

  /** Translates stale owners, giving way every few milliseconds; the store does not change meanwhile. */
  async #translate(): Promise<void> {
    let sliceEnd = performance.now() + SLICE_MS;
    for (const [kind, roots] of this.#roots) {
      for (const key of [...roots.stale]) {
        this.#translateOne(kind, key, roots);
        if (performance.now() < sliceEnd) continue;
        await nextTurn();
        sliceEnd = performance.now() + SLICE_MS;
      }
    }
  }

  #translateOne(kind: string, key: Key, roots: Roots<Inputs, Translation>): void {
    const owner = `${kind}/${key}`;
    const result = roots.refresh(key);
    if (!result) return;
    this.#failed.delete(owner);
    if ('error' in result) {
      this.#options.observer?.failed?.(owner, result.error);
      this.#hold(owner);
      const message = `A bug in Subnetes keeps this from being translated: ${result.error instanceof Error ? result.error.message : String(result.error)}. Nothing was lost; please report it.`;
      this.#program(owner, { state: 'failed', reason: 'Internal', message, realised: false });
      return;
    }
    if (!result.value.resolved) {
      this.#hold(owner);
      const held = (this.#assembly.output(owner)?.rows.length ?? 0) > 0;
      this.#program(owner, { state: held ? 'held' : 'withheld', realised: false });
      return;
    }
    this.#held.delete(owner);
    this.#assembly.apply(owner, stamped(owner, result.value.output, this.#options.dialect, this.#options.installation));
    this.#unconfirmed.add(owner);
  }

  /** What is programmed of the owner stays as it is; after a restart it is recalled from the database. */
  #hold(owner: Owner): void {
    // What was wanted last may not be in the database, or not all of it: then the database says what is.
    const known = !this.#unconfirmed.delete(owner) && this.#assembly.output(owner) !== undefined;
    this.#held.add(owner);
    if (known) return;
    const { database, dialect, installation } = this.#options;
    const find = (table: string, of: Owner) =>
      database.has(table, 'external_ids') ? database.replica.table(table).find('external_ids:subnetes-owner', of) : [];
    this.#assembly.apply(owner, recall(owner, { find }, dialect, installation));
  }

  #forget(owner: Owner): void {
    this.#assembly.apply(owner, nothing);
    this.#unconfirmed.delete(owner);
    this.#held.delete(owner);
    this.#failed.delete(owner);
    this.#unrealised.delete(owner);
    this.#options.store.remove('Programming', owner);
  }

  #difference(): Difference {
    const { dialect, installation } = this.#options;
    return diff(this.#assembly, this.#replica, dialect, installation, (owner) => this.#withholdDeletion(owner));
  }

  /** Law 11: rows of owners nobody saw deleted wait for a second list when there are many. */
  #withholdDeletion(owner: Owner): boolean {
    if (this.#absenceConfirmed || !this.#options.confirmAbsent) return false;
    return (
      !this.#seenDeleted.has(owner) && !this.#assembly.output(owner) && this.#absentOwnerRows() > GUARDED_DELETIONS
    );
  }

  #absentRows: number | undefined;
  #absentOwnerRows(): number {
    if (this.#absentRows !== undefined) return this.#absentRows;
    const { database, dialect, installation } = this.#options;
    let absent = 0;
    let all = 0;
    let example = '';
    for (const table of Object.keys(dialect.tables)) {
      if (!database.has(table, 'external_ids')) continue;
      for (const row of database.replica.table(table).rows()) {
        const externalIds = row.external_ids;
        if (!(externalIds instanceof Map) || externalIds.get('subnetes-installation') !== installation) continue;
        all++;
        const owner = String(externalIds.get('subnetes-owner'));
        if (this.#assembly.row(row._uuid) || this.#seenDeleted.has(owner) || this.#assembly.output(owner)) continue;
        absent++;
        example = owner;
      }
    }
    this.#absentRows = absent > all / 10 ? absent : 0;
    if (this.#absentRows > GUARDED_DELETIONS) {
      this.#options.observer?.deletionsWithheld?.(absent, example);
      this.#askAgain();
    }
    return this.#absentRows;
  }

  /** Asks for the second list, once at a time; its answer counts after what the list brought, which is at the intake by then. */
  #askAgain(): void {
    if (this.#asking) return;
    this.#asking = true;
    const answered = (confirmed: boolean) => () => {
      this.#asking = false;
      this.submit(() => {
        this.#absenceConfirmed = confirmed;
        this.#absentRows = undefined;
      });
    };
    void this.#options.confirmAbsent?.().then(answered(true), () => {
      // The list failed: nothing is known, the deletions wait, and the question is put again.
      setTimeout(answered(false), RETRY_MS).unref();
    });
  }

  #asking = false;

  #committable({ changes, orphaned, foreignChildren }: Difference): {
    changes: readonly Change[];
    blocked: ReadonlySet<Owner>;
  } {
    return withoutBlocked(
      changes,
      new Set([
        ...orphaned,
        ...foreignChildren,
        ...this.#contestedNow(),
        ...(this.#retrying ? [] : this.#failed.keys()),
      ]),
    );
  }

  /** Forgets settled touches, and reports the owners of whom nothing is left to do. */
  #settle(
    { settled, changes: all, foreignChildren }: Difference,
    changes: readonly Change[],
    blocked: ReadonlySet<Owner>,
  ): void {
    for (const uuid of settled) this.#assembly.touched.delete(uuid);
    const busy = new Set([...all.map((change) => change.owner), ...changes.map((change) => change.owner), ...blocked]);
    for (const owner of this.#unconfirmed) {
      if (busy.has(owner)) continue;
      this.#unconfirmed.delete(owner);
      this.#failed.delete(owner);
      this.#program(owner, { state: 'programmed', realised: !this.#unrealised.has(owner) });
    }
    for (const owner of blocked) {
      if (foreignChildren.has(owner)) {
        this.#program(owner, {
          state: 'failed',
          reason: 'DeletionWithheld',
          message: 'Rows of somebody else hang on the rows to be deleted; remove those first.',
          realised: false,
        });
      } else if (this.#contested.has(owner)) {
        const seconds = Math.ceil(((this.#contested.get(owner) ?? 0) - performance.now()) / 1000);
        const message = `Somebody else changes its rows in ${this.#options.dialect.database} again and again; they are put back more and more rarely, next in about ${seconds} s. Stop whoever it is.`;
        // Said once, not once a second.
        if (this.#options.store.world.get('Programming', owner)?.reason !== 'Contested')
          this.#program(owner, { state: 'failed', reason: 'Contested', message, realised: false });
        this.#unconfirmed.add(owner);
      } else if (!this.#failed.has(owner)) {
        this.#program(owner, { state: 'withheld', realised: false });
      }
    }
  }

  #noteRefused(refused: CommitResult['refused']): void {
    for (const [owner, error] of refused) {
      const taken = error instanceof OvsdbTransactionError && error.details.includes('identical values');
      const reason = taken ? 'NameTaken' : 'Internal';
      const message = taken
        ? `A name it needs is used by a row of somebody else in the database: ${error.details}`
        : `The database refuses its rows: ${error.message}`;
      this.#failed.set(owner, { reason, message });
      this.#unconfirmed.add(owner);
      this.#program(owner, { state: 'failed', reason, message, realised: false });
      this.#options.observer?.refused?.(owner, error);
    }
    if (refused.size > 0) this.#retryAt = performance.now() + RETRY_MS;
  }

  #noteUnrealised(changes: readonly Change[], refused: CommitResult['refused']): void {
    const confirmation = this.#options.confirmation;
    if (!confirmation) return;
    const raised = this.#counter(confirmation.raised);
    for (const change of changes)
      if (confirmation.needed(change) && !refused.has(change.owner)) this.#unrealised.set(change.owner, raised);
  }

  #confirmRealised(): void {
    const confirmation = this.#options.confirmation;
    if (!confirmation || this.#unrealised.size === 0) return;
    const repeated = this.#counter(confirmation.repeated);
    for (const [owner, raised] of this.#unrealised) {
      if (repeated < raised) continue;
      this.#unrealised.delete(owner);
      const { kind, key } = splitOwner(owner);
      const programming = this.#options.store.world.get('Programming', owner);
      if (programming?.state === 'programmed' && this.#roots.get(kind)?.has(key))
        this.#program(owner, { ...programming, realised: true });
    }
  }

  #counter(column: string): number {
    const table = this.#options.confirmation?.table;
    if (!table) return 0;
    for (const row of this.#options.database.replica.table(table).rows()) return Number(row[column] ?? 0);
    return 0;
  }

  #epilogue(changes: readonly Change[]): Operation[] {
    const confirmation = this.#options.confirmation;
    if (!confirmation || !changes.some((change) => confirmation.needed(change))) return [];
    return [{ op: 'mutate', table: confirmation.table, where: [], mutations: [[confirmation.raised, '+=', 1]] }];
  }

  #program(owner: Owner, programming: Programming): void {
    const { kind, key } = splitOwner(owner);
    if (!this.#roots.get(kind)?.has(key)) return;
    this.#options.store.put('Programming', owner, programming);
  }

  #touch(change: RowChange, dialect: Dialect): void {
    if (!dialect.tables[change.table]) return;
    if (!touchChanged(this.#assembly, dialect, change)) return;
    if (this.#started && !this.#committing) this.#noteForeignTouch(change, dialect);
    this.#absentRows = undefined;
  }

  /** What somebody else touched, as precisely as {@link touchOf} asks for it. */
  #noteForeignTouch({ kind, table, uuid, columns, elements }: RowChange, { tables }: Dialect): void {
    const ours: readonly string[] = tables[table]?.ours ?? [];
    if (kind !== 'modify' || columns.some((column) => ours.includes(column))) this.#foreignTouches.add(uuid);
    for (const [column, { added, removed, replaced }] of elements)
      for (const element of [...added, ...removed, ...replaced])
        this.#foreignTouches.add(`${uuid} ${column} ${element}`);
  }

  /** A change of ours to a row or element that somebody else touched since the last pass is a repair. */
  #noteHealed(changes: readonly Change[]): void {
    for (const change of changes) {
      if (!this.#foreignTouches.has(touchOf(change)) || this.#seenDeleted.has(change.owner)) continue;
      this.#options.observer?.healed?.(change.owner, change);
      this.#noteRepair(change);
    }
    this.#foreignTouches.clear();
  }

  /** From the third repair of a row within a minute on, the next waits: 1 s, 2 s, … 5 minutes. */
  #noteRepair({ uuid, owner }: Change): void {
    const now = performance.now();
    const times = obtain(this.#repairs, uuid, (): number[] => []).filter(
      (time) => now - time < CONTEST_WINDOW_MS + CONTEST_LONGEST_MS,
    );
    this.#repairs.set(uuid, [...times, now]);
    const recent = times.filter((time) => now - time < CONTEST_WINDOW_MS).length + 1;
    const before = this.#contested.has(owner) ? times.length : recent;
    if (recent < CONTEST_REPAIRS && !this.#contested.has(owner)) return;
    const wait = Math.min(CONTEST_LONGEST_MS, 1000 * 2 ** (Math.max(before, CONTEST_REPAIRS) - CONTEST_REPAIRS));
    this.#contested.set(owner, now + wait);
    this.#retryAt = Math.min(this.#retryAt, now + wait);
  }

  /** Owners whose next repair is not due yet; forgets those that were left alone. */
  #contestedNow(): readonly Owner[] {
    const now = performance.now();
    for (const [owner, due] of this.#contested) if (now - due > CONTEST_WINDOW_MS) this.#contested.delete(owner);
    for (const [uuid, times] of this.#repairs)
      if (now - (times.at(-1) ?? 0) > CONTEST_WINDOW_MS + CONTEST_LONGEST_MS) this.#repairs.delete(uuid);
    return [...this.#contested].flatMap(([owner, due]) => (due > now ? [owner] : []));
  }

  #touchEverything(): void {
    const { database, dialect } = this.#options;
    for (const table of Object.keys(dialect.tables)) {
      if (!database.has(table)) continue;
      for (const row of database.replica.table(table).rows()) {
        touchChanged(this.#assembly, dialect, {
          kind: 'insert',
          table,
          uuid: row._uuid,
          row,
          columns: [],
          elements: new Map(),
        });
      }
    }
  }

  /** Waits while a burst is going on: few owners, and the last transaction was just now. */
  #mustWait(): boolean {
    const stale = [...this.#roots.values()].reduce((sum, roots) => sum + roots.stale.size, 0);
    if (stale >= BURST_OWNERS) return false;
    const due = this.#lastCommit + (this.#options.intervalMs?.() ?? 0);
    return performance.now() < due && this.#hasWork();
  }

  #hasWork(): boolean {
    return this.#assembly.touched.size > 0 || [...this.#roots.values()].some((roots) => roots.stale.size > 0);
  }

  /** Until woken, or until a burst's interval or a retry is due. */
  async #idle(signal: AbortSignal): Promise<void> {
    if (this.#woken) {
      this.#woken = false;
      return;
    }
    const due = Math.min(
      this.#retryAt,
      this.#deferred ? this.#lastCommit + (this.#options.intervalMs?.() ?? 0) : Number.POSITIVE_INFINITY,
    );
    await new Promise<void>((resolve) => {
      const timer = Number.isFinite(due) ? setTimeout(done, Math.max(0, due - performance.now())) : undefined;
      const wake = () => done();
      function done(): void {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        resolve();
      }
      signal.addEventListener('abort', wake, { once: true });
      this.#wake = wake;
    });
    this.#wake = () => {};
    this.#woken = false;
    if (this.#retryAt > performance.now()) return;
    this.#retryAt = Number.POSITIVE_INFINITY;
    this.#retrying = true;
  }
}

/** The row or element of a row that a change is about. */
function touchOf(change: Change): string {
  const { kind, uuid } = change;
  return kind === 'add' || kind === 'remove' ? `${uuid} ${change.column} ${change.element}` : uuid;
}

/** Splits `Kind/key`. */
export function splitOwner(owner: Owner): { readonly kind: string; readonly key: Key } {
  const slash = owner.indexOf('/');
  return { kind: owner.slice(0, slash), key: owner.slice(slash + 1) };
}
