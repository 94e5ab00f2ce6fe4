/**
 * The clock of MirrorSessions: the only way in which time enters the store. For each session it keeps the fact `Clock`, and one timer
 * until the session is over.
 */
import type { Line } from '../../src/reconcile/line.ts';
import type { Inputs, MirrorSessionFacts } from '../../src/topology/facts.ts';
import type { Feed } from './feed.ts';

/** The longest time that a timer takes, in milliseconds (Node.js, `setTimeout`); a longer wait is waited for in parts. */
const LONGEST_MS = 2 ** 31 - 1;

/** Settings of a {@link Clock}. */
export interface ClockOptions {
  readonly line: Line<Inputs>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** A session, with its timer while it is not over. */
interface Wound {
  readonly uid: string;
  readonly startedAt: string;
  readonly seconds: number;
  timer: NodeJS.Timeout | undefined;
}

/** Keeps the facts `Clock`, in a standby too. */
export class Clock {
  readonly #options: ClockOptions;
  readonly #sessions = new Map<string, Wound>();
  #stopped = false;

  constructor(options: ClockOptions) {
    this.#options = options;
  }

  /** Follows the sessions that a feed brings. */
  follow(feed: Feed): void {
    feed.listen({
      put: (kind, key, facts) => {
        if (kind === 'MirrorSession') this.put(key, facts as MirrorSessionFacts);
      },
      remove: (kind, key) => {
        if (kind === 'MirrorSession') this.remove(key);
      },
    });
  }

  /** Takes up a session, or a change of it. From inside a submitted change of the line. */
  put(key: string, { meta, startedAt: stated, spec }: MirrorSessionFacts): void {
    const known = this.#sessions.get(key);
    clearTimeout(known?.timer);
    const same = known?.uid === meta.uid ? known : undefined;
    // What its status says is the truth; before it says anything, it begins when it is seen first.
    const startedAt = stated ?? same?.startedAt ?? `${new Date(this.#now()).toISOString().slice(0, 19)}Z`;
    this.#sessions.set(key, { uid: meta.uid, startedAt, seconds: spec.expiresAfterSeconds, timer: undefined });
    this.#tell(key);
  }

  /** Forgets a session. From inside a submitted change of the line. */
  remove(key: string): void {
    clearTimeout(this.#sessions.get(key)?.timer);
    this.#sessions.delete(key);
    this.#options.line.removeNow('Clock', key);
  }

  /** Ends all timers. */
  stop(): void {
    this.#stopped = true;
    for (const { timer } of this.#sessions.values()) clearTimeout(timer);
  }

  /** Puts the fact, and winds the timer up for as long as the session is not over. */
  #tell(key: string): void {
    const session = this.#sessions.get(key);
    if (!session || this.#stopped) return;
    const { startedAt, seconds } = session;
    const leftMs = Date.parse(startedAt) + seconds * 1000 - this.#now();
    this.#options.line.putNow('Clock', key, { startedAt, expired: leftMs <= 0 });
    if (leftMs <= 0) return;
    session.timer = setTimeout(() => this.#options.line.submit(() => this.#tell(key)), Math.min(leftMs, LONGEST_MS));
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }
}
