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
import type { Key, Store, World } from '../store/store.ts';
import { Absence } from './absence.ts';
import { Assembly } from './assemble.ts';
import { type CommitResult, commit, type Refusal } from './commit.ts';
import { type Confirmation, Confirmations } from './confirmations.ts';
import { type Dialect, stampIndex } from './dialect.ts';
import { type Change, type Difference, diff, type ReadReplica } from './diff.ts';
import { nothing, type Output, type Owner, type Translation } from './output.ts';
import { units, withoutBlocked } from './plan.ts';
import type { LineInputs, Programming } from './programming.ts';
import { recall, stamped } from './recall.ts';
import { Repairs } from './repairs.ts';
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
  /** Milliseconds between two transactions, by those that the database's consumer takes for one (`undefined` before the first); a lone change goes at once. */
  intervalMs?(consumerMs: number | undefined): number;
  readonly observer?: LineObserver;
}

/** A slice of translations: leases and probes never wait longer. */
const SLICE_MS = 8;
/** A burst is committed when this many owners wait, or when the interval is over. */
const BURST_OWNERS = 50;
/** Translations in a row, each of what arrived during the one before, after which the next does not give way. */
const MOST_TURNS = 8;
/** Milliseconds until what the server refused is tried again. */
const RETRY_MS = 2000;

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
  readonly #absence: Absence;
  readonly #confirmations: Confirmations;
  readonly #repairs = new Repairs();
  readonly #afterDrain: (() => void)[] = [];
  #started = false;
  #lastCommit = Number.NEGATIVE_INFINITY;
  #retryAt = Number.POSITIVE_INFINITY;
  /** Whether this pass tries again what the server refused before. */
  #retrying = false;
  #wake: () => void = () => {};
  #woken = false;
  /** Replica changes that we caused are not heals. */
  #committing = false;
  /** Whether the removal under way was watched: what only the removed object implied goes as it does. */
  #seen = true;
  /** Whether nobody else is going to drain: before {@link run} while standby, and while a pass waits for the database. */
  #unattended = false;
  #drainsSoon = false;
  /** Whether translations are computed before {@link run}, and whether the next turn will. */
  #warming = false;
  #warmsSoon = false;
  /** Whether a pass was put off until the burst's interval is over. */
  #deferred = false;

  constructor(options: LineOptions<Inputs>) {
    this.#options = options;
    const { database, store, dialect } = options;
    this.#replica = {
      get: (table, uuid) => database.replica.table(table).get(uuid),
      rows: (table) => database.replica.table(table).rows(),
      has: (table, column) => database.has(table, column),
    };
    this.#roots = new Map(
      options.kinds.map(({ kind, translate }) => {
        // Stamped within the cell: what it remembers and what the assembly holds are one thing.
        const stampedly = (world: World<Inputs>, key: Key): Translation => {
          const translation = translate(world, key);
          if (!translation.resolved) return translation;
          const output = stamped(`${kind}/${key}`, translation.output, dialect, options.installation);
          return { ...translation, output };
        };
        return [kind, new Roots(store, `translate ${kind}`, stampedly)];
      }),
    );
    this.#confirmations = new Confirmations(database, options.confirmation);
    this.#absence = new Absence({
      assembly: this.#assembly,
      database,
      dialect,
      installation: options.installation,
      confirm: options.confirmAbsent && (() => options.confirmAbsent?.() ?? Promise.resolve()),
      submit: (change) => this.submit(change),
      withheld: (count, example) => options.observer?.deletionsWithheld?.(count, example),
    });
    store.onImplied = (kind, key, present) =>
      present ? this.#appeared(kind, key) : this.#vanished(kind, key, this.#seen);
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
    this.#appeared(kind, key);
  }

  /** As {@link remove}, from inside a submitted change. */
  removeNow(kind: keyof Inputs & string, key: Key, seen = true): void {
    this.#seen = seen;
    this.#options.store.remove(kind, key);
    this.#seen = true;
    this.#vanished(kind, key, seen);
  }

  #appeared(kind: string, key: Key): void {
    this.#roots.get(kind)?.add(key);
    this.#absence.present(`${kind}/${key}`);
  }

  #vanished(kind: string, key: Key, seen: boolean): void {
    const owner = `${kind}/${key}`;
    if (!this.#roots.get(kind)?.remove(key)) return;
    this.#absence.gone(owner, seen);
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
    if (this.#unattended) this.#drainSoon();
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
    this.#unattended = false;
    this.#touchEverything();
    if (!this.#started) for (const roots of this.#roots.values()) roots.askAll();
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
    this.#unattended = true;
  }

  /**
   * Until {@link run}, computes translations in turns of its own as objects arrive: while the rest is still on its way, and so that a standby
   * that takes over has only to compare. Nothing comes of them before.
   */
  warmWhileStandby(): void {
    this.#warming = true;
    this.#drainSoon();
  }

  /** Whether answers shall be computed before anything may come of them. */
  get warming(): boolean {
    return this.#warming && !this.#started;
  }

  #warmSoon(): void {
    if (!this.warming || this.#warmsSoon) return;
    this.#warmsSoon = true;
    setImmediate(() => {
      this.#warmsSoon = false;
      if (this.warming && !this.#warm()) this.#warmSoon();
    });
  }

  /** Computes what is stale, for a slice; says whether that was all. */
  #warm(): boolean {
    const sliceEnd = performance.now() + SLICE_MS;
    for (const roots of this.#roots.values()) {
      for (const key of roots.stale) {
        roots.refresh(key);
        if (performance.now() >= sliceEnd) return false;
      }
    }
    return true;
  }

  #drainSoon(): void {
    if (this.#drainsSoon) return;
    this.#drainsSoon = true;
    setImmediate(() => {
      this.#drainsSoon = false;
      if (this.#unattended) this.#drain();
    });
  }

  /** Waits for the database, which may take until somebody repairs it; pods want addresses and people want to know meanwhile. */
  async #whileDraining<T>(waiting: Promise<T>): Promise<T> {
    this.#unattended = true;
    if (this.#intake.length > 0) this.#drainSoon();
    try {
      return await waiting;
    } finally {
      this.#unattended = false;
    }
  }

  #drain(): void {
    for (const change of this.#intake.splice(0)) change();
    this.#options.store.graph.settle();
    this.#confirmRealised();
    for (const stage of this.#afterDrain) stage();
    this.#warmSoon();
  }

  async #passSafely(signal: AbortSignal): Promise<void> {
    try {
      await this.#pass(signal);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof OvsdbDisconnectedError) && !(error instanceof OvsdbTransactionError)) throw error;
      // The outcome may be unknown; it is never sent again: reconnect, resync, diff.
      this.#retryAt = performance.now() + RETRY_MS;
      if (error instanceof OvsdbDisconnectedError)
        await this.#whileDraining(this.#options.database.synced(signal)).catch(() => {});
      else this.#options.observer?.failed?.('(transaction)', error);
    } finally {
      this.#retrying = false;
    }
  }

  async #pass(signal: AbortSignal): Promise<void> {
    // Twice: the second look finds what the first commit made possible or what somebody changed meanwhile.
    for (let round = 0; ; round++) {
      for (let turn = 1; !this.#isCaughtUp(turn > MOST_TURNS); turn++) await this.#translate();
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
        const committing = commit(units(changes), {
          database: this.#options.database,
          fence: () => this.#options.fence(),
          epilogue: (some) => this.#confirmations.operations(some),
          signal,
        });
        result = await this.#whileDraining(committing);
      } finally {
        this.#committing = false;
        this.#lastCommit = performance.now();
      }
      this.#retrying = false;
      for (const { owner } of changes) this.#failed.delete(owner);
      this.#noteRefused(result.refused);
      this.#confirmations.await(changes.filter(({ owner }) => !result.refused.has(owner)));
      this.#noteHealed(changes);
      this.#options.observer?.committed?.(result.transactions, changes, performance.now() - started);
    }
    this.#repairs.clearForeign();
    if (this.#assembly.touched.size === 0) this.#absence.settled();
    this.#options.observer?.passed?.();
    this.#drain();
  }

  /**
   * Whether store and translations are as new as the replica, which is about to be looked at: a look with older facts would take what
   * somebody just wrote for damage, and undo it.
   * @param atOnce translate what is stale without giving way: news that never end must not put the look off for ever
   */
  #isCaughtUp(atOnce: boolean): boolean {
    this.#drain();
    if (atOnce)
      for (const [kind, roots] of this.#roots) for (const key of roots.stale) this.#translateOne(kind, key, roots);
    return atOnce || this.#stale === 0;
  }

  /** Translates stale owners, giving way every few milliseconds; the store does not change meanwhile. */
  async #translate(): Promise<void> {
    let sliceEnd = performance.now() + SLICE_MS;
    for (const [kind, roots] of this.#roots) {
      for (const key of roots.stale) {
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
    this.#assembly.apply(owner, result.value.output);
    this.#unconfirmed.add(owner);
  }

  /** What is programmed of the owner stays as it is; after a restart it is recalled from the database. */
  #hold(owner: Owner): void {
    // What was wanted last may not be in the database, or not all of it: then the database says what is.
    const known = !this.#unconfirmed.delete(owner) && this.#assembly.output(owner) !== undefined;
    if (!known) this.#assembly.apply(owner, this.#recall(owner));
  }

  #recall(owner: Owner): Output {
    const { database, dialect, installation } = this.#options;
    const find = (table: string, of: Owner) => {
      const rules = dialect.tables[table];
      return rules && database.has(table)
        ? database.replica.table(table).find(...stampIndex(rules, installation, of))
        : [];
    };
    return recall(owner, { find }, dialect, installation);
  }

  #forget(owner: Owner): void {
    this.#assembly.apply(owner, nothing);
    this.#unconfirmed.delete(owner);
    this.#failed.delete(owner);
    this.#confirmations.forget(owner);
    this.#options.store.remove('Programming', owner);
  }

  #difference(): Difference {
    const { dialect, installation } = this.#options;
    return diff(this.#assembly, this.#replica, dialect, installation, (owner) => this.#absence.withholds(owner));
  }

  #committable({ changes, orphaned, foreignChildren }: Difference): {
    changes: readonly Change[];
    blocked: ReadonlySet<Owner>;
  } {
    return withoutBlocked(
      changes,
      new Set([
        ...orphaned,
        ...foreignChildren,
        ...this.#repairs.contested(performance.now()),
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
      this.#program(owner, { state: 'programmed', realised: this.#confirmations.isConfirmed(owner) });
    }
    for (const owner of blocked) {
      if (foreignChildren.has(owner)) {
        this.#program(owner, {
          state: 'failed',
          reason: 'DeletionWithheld',
          message: 'Rows of somebody else hang on the rows to be deleted; remove those first.',
          realised: false,
        });
      } else if (this.#repairs.dueAt(owner) !== undefined) {
        const message = `Somebody else changes its rows in ${this.#options.dialect.database} again and again; they are put back more and more rarely. Stop whoever it is.`;
        this.#program(owner, { state: 'failed', reason: 'Contested', message, realised: false });
        this.#unconfirmed.add(owner);
      } else if (!this.#failed.has(owner)) {
        const message = 'Waits for a row that it hangs on: see the objects that it names.';
        // What it had before that row was missing stays.
        const state = this.#recall(owner).rows.length > 0 ? 'held' : 'withheld';
        this.#program(owner, { state, message, realised: false });
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

  #confirmRealised(): void {
    for (const owner of this.#confirmations.takeConfirmed()) {
      const programming = this.#options.store.world.get('Programming', owner);
      if (programming?.state === 'programmed') this.#program(owner, { ...programming, realised: true });
    }
  }

  #program(owner: Owner, programming: Programming): void {
    const { kind, key } = splitOwner(owner);
    if (!this.#roots.get(kind)?.has(key)) return;
    this.#options.store.put('Programming', owner, programming);
  }

  #touch(change: RowChange, dialect: Dialect): void {
    if (!dialect.tables[change.table]) return;
    if (!touchChanged(this.#assembly, dialect, change)) return;
    if (this.#started && !this.#committing) this.#repairs.noteForeign(change, dialect);
    this.#absence.recount();
  }

  /** A change of ours to a row or element that somebody else touched since the last pass is a repair. */
  #noteHealed(changes: readonly Change[]): void {
    const now = performance.now();
    for (const change of changes) {
      if (!this.#repairs.isRepair(change) || this.#absence.wasSeen(change.owner)) continue;
      this.#options.observer?.healed?.(change.owner, change);
      this.#retryAt = Math.min(this.#retryAt, this.#repairs.note(change, now) ?? Number.POSITIVE_INFINITY);
    }
    this.#repairs.clearForeign();
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
    if (this.#stale >= BURST_OWNERS) return false;
    const due = this.#lastCommit + this.#intervalMs();
    return performance.now() < due && this.#hasWork();
  }

  #intervalMs(): number {
    return this.#options.intervalMs?.(this.#confirmations.lagMs) ?? 0;
  }

  #hasWork(): boolean {
    return this.#assembly.touched.size > 0 || this.#stale > 0;
  }

  /** Number of owners whose translation is not as new as the store. */
  get #stale(): number {
    return [...this.#roots.values()].reduce((sum, roots) => sum + roots.stale.size, 0);
  }

  /** Until woken, or until a burst's interval or a retry is due. */
  async #idle(signal: AbortSignal): Promise<void> {
    if (this.#woken) {
      this.#woken = false;
      this.#noteRetryDue();
      return;
    }
    const due = Math.min(
      this.#retryAt,
      this.#deferred ? this.#lastCommit + this.#intervalMs() : Number.POSITIVE_INFINITY,
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
    this.#noteRetryDue();
  }

  #noteRetryDue(): void {
    if (this.#retryAt > performance.now()) return;
    this.#retryAt = Number.POSITIVE_INFINITY;
    this.#retrying = true;
  }
}

/** Splits `Kind/key`. */
export function splitOwner(owner: Owner): { readonly kind: string; readonly key: Key } {
  const slash = owner.indexOf('/');
  return { kind: owner.slice(0, slash), key: owner.slice(slash + 1) };
}
