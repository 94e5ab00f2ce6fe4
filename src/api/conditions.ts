/**
 * From verdicts to `status.conditions`: always the same four in the same order, and what people's tools (kubectl wait, kstatus, Flux,
 * Argo CD) read out of them. Pure: the time comes from the caller.
 */
import type { Condition } from './generated/types.ts';
import {
  type ConditionStatus,
  type ConditionType,
  conditionTypes,
  type Reason,
  type ReasonEntry,
  reasonEntries,
} from './reasons.ts';

export type { Condition } from './generated/types.ts';
export * from './reasons.ts';

/** What is to be said about one condition. */
export interface Verdict {
  readonly status: ConditionStatus;
  readonly reason: Reason;
  /** What, because of which object, and what to do. Cut at 1024 characters. */
  readonly message: string;
  /** The generation that this speaks of; absent means the present one. `Held` gives the one that is in force. */
  readonly generation?: number;
}

/** What is to be said about a resource. `Ready` counts only when the other three are True. */
export type Verdicts = Readonly<Record<ConditionType, Verdict>>;

/** The circumstances under which conditions are built. */
export interface ConditionContext {
  /** `metadata.generation` of the object that was looked at. */
  readonly generation: number;
  /** The conditions that the object has now. */
  readonly previous: readonly Condition[];
  readonly now: Date;
}

/** The longest message that the schema allows. */
const messageLimit = 1024;

/**
 * Builds the conditions of a resource: Accepted, ResolvedRefs, Programmed, Ready, and while Ready is not True either Reconciling
 * (it ends by itself) or Stalled (only a person can end it).
 *
 * Ready repeats reason and message of the first of the others that is not True, so that the REASON column is always the cause.
 * `lastTransitionTime` moves only when `status` does.
 */
export function buildConditions(verdicts: Verdicts, context: ConditionContext): readonly Condition[] {
  const cause = [verdicts.Accepted, verdicts.ResolvedRefs, verdicts.Programmed].find(({ status }) => status !== 'True');
  const ready = cause ?? verdicts.Ready;
  const built = conditionTypes.map((type) => condition(type, type === 'Ready' ? ready : verdicts[type], context));
  if (ready.status === 'True') return built;
  const extra = endedBy(ready.reason) === 'person' ? 'Stalled' : 'Reconciling';
  return [...built, condition(extra, { ...ready, status: 'True' }, context)];
}

/** Whether two lists say the same, times aside: then there is nothing to write. */
export function sameConditions(left: readonly Condition[], right: readonly Condition[]): boolean {
  return (
    left.length === right.length &&
    left.every((condition) => {
      const other = findCondition(right, condition.type);
      return (
        other !== undefined &&
        other.status === condition.status &&
        other.reason === condition.reason &&
        other.message === condition.message &&
        other.observedGeneration === condition.observedGeneration
      );
    })
  );
}

/** The condition of a type, if the list has one. */
export function findCondition(conditions: readonly Condition[] | undefined, type: string): Condition | undefined {
  return conditions?.find((condition) => condition.type === type);
}

/** Whether the condition is True for the present generation of the object; a True of an older one does not count. */
export function isConditionTrue(
  object: {
    readonly metadata: { readonly generation: number };
    readonly status?: { readonly conditions?: readonly Condition[] };
  },
  type: ConditionType,
): boolean {
  const condition = findCondition(object.status?.conditions, type);
  return condition?.status === 'True' && condition.observedGeneration === object.metadata.generation;
}

function condition(type: string, verdict: Verdict, { generation, previous, now }: ConditionContext): Condition {
  const before = findCondition(previous, type);
  const { status, reason, message } = verdict;
  return {
    type,
    status,
    observedGeneration: verdict.generation ?? generation,
    lastTransitionTime: before?.status === status ? before.lastTransitionTime : timestamp(now),
    reason,
    message: message.length <= messageLimit ? message : `${message.slice(0, messageLimit - 1)}…`,
  };
}

/** RFC 3339 in whole seconds, as metav1 `Time` is stored. */
function timestamp(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}

function endedBy(reason: Reason): 'person' | 'time' {
  const entries: readonly ReasonEntry[] = reasonEntries;
  return entries.find((entry) => entry.reason === reason)?.endedBy ?? 'time';
}
