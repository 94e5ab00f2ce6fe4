/**
 * The right end of the line: what each kind says of its objects becomes their `status`. Written only when it says something new,
 * at most once a second for one object; an IP that is merely not ready yet waits a few seconds for better news, which saves a write
 * per pod.
 */
import {
  apiVersion,
  buildConditions,
  type Condition,
  conditionTypes,
  findCondition,
  type KindName,
  kinds as kindDescriptors,
  type ReasonEntry,
  reasonEntries,
  sameConditions,
} from '../../src/api/index.ts';
import { allKinds } from '../../src/kinds/index.ts';
import type { News, Report } from '../../src/kinds/kind.ts';
import type { EventRecorder } from '../../src/kube/index.ts';
import { equal } from '../../src/store/equal.ts';
import { patchAt, Stage, type StageContext } from './stage.ts';

/** Least milliseconds between two status writes of one object. */
const INTERVAL_MS = 1000;
/** Milliseconds for which a patient report waits. */
const PATIENCE_MS = 10_000;
/** The same for an object on its way out: Ready=True must not be a lie for longer than two seconds, and the queue may wait a little too. */
const LEAVING_MS = 1500;

interface Reported {
  readonly metadata: {
    readonly generation?: number;
    readonly name: string;
    readonly namespace?: string;
    readonly uid: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly status?: Readonly<Record<string, unknown>> & { readonly conditions?: readonly Condition[] };
}

/** Writes the statuses of all kinds that report. */
export class Reporter {
  readonly #context: StageContext;
  readonly #events: EventRecorder;
  readonly #stage: Stage;
  /** When a patient report was first held back. */
  readonly #waitingSince = new Map<string, { readonly at: number; readonly leaving: boolean }>();

  constructor(context: StageContext, events: EventRecorder) {
    this.#context = context;
    this.#events = events;
    this.#stage = new Stage('report', context, { intervalMs: INTERVAL_MS });
    for (const { name, report } of allKinds) {
      if (!report) continue;
      this.#stage.add<Report | undefined>({
        kind: name,
        ask: report,
        calls: (said) => said !== undefined,
        act: (key, said) => this.#write(name, key, said!),
      });
    }
    context.feed.listen({ remove: (kind, key) => this.#waitingSince.delete(`${kind}/${key}`) });
  }

  /** From now on statuses are written. */
  activate(): void {
    this.#stage.activate();
  }

  /** Writes nothing any more. */
  stop(): void {
    this.#stage.stop();
  }

  async #write(kind: KindName, key: string, said: Report): Promise<boolean> {
    const present = this.#context.store.raw(kind, key) as Reported | undefined;
    if (!present) return false;
    const status = newStatus(said, present);
    if (!status) {
      this.#waitingSince.delete(`${kind}/${key}`);
      return false;
    }
    const rest = this.#patience(`${kind}/${key}`, said, present, status.conditions);
    if (rest > 0) {
      // Back when the patience is over; a better report comes through the stage by itself.
      setTimeout(() => this.#stage.again(kind, key), rest).unref();
      return false;
    }
    // Computed anew when its turn comes: another write of ours may have gone before.
    const patch = (now: unknown) => {
      const latest = newStatus(said, now as Reported);
      return latest && { status: latest };
    };
    await patchAt(this.#context, kind, key, patch, 'status');
    this.#announce(kind, present, status.conditions);
    if (said.news) this.#record(kind, present, 'Normal', said.news);
    return true;
  }

  /** Milliseconds to wait before a report that is only not ready yet is written. */
  #patience(id: string, said: Report, present: Reported, conditions: readonly Condition[]): number {
    const ready = findCondition(conditions, 'Ready');
    const before = findCondition(present.status?.conditions, 'Ready');
    // Ready=True must never stand when it is not so; anything that a person must act on is said at once.
    const news =
      !said.patient ||
      ready?.status === 'True' ||
      (before?.status === 'True' && !said.leaving) ||
      (ready !== undefined && endedByPerson(ready.reason));
    if (news) {
      this.#waitingSince.delete(id);
      return 0;
    }
    const leaving = said.leaving === true;
    const waiting = this.#waitingSince.get(id);
    const since = waiting?.leaving === leaving ? waiting.at : performance.now();
    this.#waitingSince.set(id, { at: since, leaving });
    return since + (leaving ? LEAVING_MS : PATIENCE_MS) - performance.now();
  }

  /** An event when something of a user's turns bad and only a person can help. None on the good path. */
  #announce(kind: KindName, object: Reported, conditions: readonly Condition[]): void {
    for (const type of conditionTypes.slice(0, 3)) {
      const now = findCondition(conditions, type);
      const before = findCondition(object.status?.conditions, type);
      if (
        now?.status !== 'False' ||
        (before?.status === 'False' && before.reason === now.reason) ||
        !endedByPerson(now.reason)
      )
        continue;
      this.#record(kind, object, 'Warning', { reason: now.reason, note: now.message });
    }
  }

  #record(
    kind: KindName,
    { metadata: { name, namespace, uid } }: Reported,
    type: 'Normal' | 'Warning',
    news: News,
  ): void {
    const regarding = { apiVersion, kind: kindDescriptors[kind].kind, name, namespace, uid };
    this.#events.record({ regarding, type, action: 'Reconcile', ...news });
  }
}

/** The status to write, or `undefined` when the object says it already. Fields that are gone are null: merge patch removes them. */
function newStatus(
  { verdicts, status }: Report,
  present: Reported,
): (Record<string, unknown> & { conditions: readonly Condition[] }) | undefined {
  const previous = present.status?.conditions ?? [];
  const generation = present.metadata.generation ?? 1;
  const inForce = findCondition(previous, 'Programmed')?.observedGeneration;
  const programmed =
    verdicts.Programmed.reason === 'Held' && inForce !== undefined
      ? { ...verdicts.Programmed, generation: inForce }
      : verdicts.Programmed;
  const conditions = buildConditions(
    { ...verdicts, Programmed: programmed },
    { generation, previous, now: new Date() },
  );
  const fields = Object.entries(status).filter(([name, value]) => !equal(present.status?.[name], value));
  const sameFields = fields.length === 0 && present.status?.observedGeneration === generation;
  if (sameFields && sameConditions(conditions, previous)) return undefined;
  return {
    ...Object.fromEntries(fields.map(([name, value]) => [name, value ?? null])),
    observedGeneration: generation,
    conditions,
  };
}

function endedByPerson(reason: string): boolean {
  const entries: readonly ReasonEntry[] = reasonEntries;
  return entries.find((entry) => entry.reason === reason)?.endedBy === 'person';
}
