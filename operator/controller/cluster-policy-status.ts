/** Writes `status.conditions` of ClusterNetworkPolicies: whether they are in force, and what of them is not. */
import type { Condition } from '../../src/api/index.ts';
import type { KubeObject } from '../../src/kube/index.ts';
import { type ClusterPolicyVerdict, clusterPolicyVerdict } from '../../src/topology/cluster-policy-verdict.ts';
import { patchAt, Stage, type StageContext } from './stage.ts';

/** The stage. */
export class ClusterPolicyStatus {
  readonly #stage: Stage;

  constructor(context: StageContext) {
    this.#stage = new Stage('cluster policy conditions', context).add<ClusterPolicyVerdict | undefined>({
      kind: 'ClusterNetworkPolicy',
      ask: clusterPolicyVerdict,
      calls: (verdict) => verdict !== undefined,
      act: async (key, verdict) =>
        verdict && patchAt(context, 'ClusterNetworkPolicy', key, (present) => statusOf(present, verdict), 'status'),
    });
  }

  /** From now on it writes: this process leads. */
  activate(): void {
    this.#stage.activate();
  }

  /** Starts no work any more. */
  stop(): void {
    this.#stage.stop();
  }
}

/** The change of a policy's status; `undefined` when it says that already. Conditions are one list for all who write them: the others' stay. */
export function statusOf(present: KubeObject, verdict: ClusterPolicyVerdict): object | undefined {
  const { conditions = [] } = (present as { status?: { conditions?: readonly Condition[] } }).status ?? {};
  const { generation = 1 } = present.metadata;
  const before = conditions.find(({ type }) => type === 'Accepted');
  const same = before?.status === verdict.status;
  if (
    same &&
    before.reason === verdict.reason &&
    before.message === verdict.message &&
    before.observedGeneration === generation
  )
    return undefined;
  const accepted: Condition = {
    ...{ type: 'Accepted', ...verdict, observedGeneration: generation },
    lastTransitionTime: same ? before.lastTransitionTime : new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
  };
  return { status: { conditions: [...conditions.filter(({ type }) => type !== 'Accepted'), accepted] } };
}
