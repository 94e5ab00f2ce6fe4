/** Writes `Service.status.loadBalancer` of the Services that LoadBalancerIPPools give addresses to, and tells those that get none why. */
import type { Condition } from '../../src/api/index.ts';
import { apiVersionOf, type EventRecorder, type KubeObject } from '../../src/kube/index.ts';
import { equal } from '../../src/store/equal.ts';
import type { Inputs } from '../../src/topology/facts.ts';
import { pooledCondition } from '../../src/topology/kubernetes.ts';
import { type PoolDecision, poolDecisions } from '../../src/topology/load-balancer-pools.ts';
import { sources } from '../../src/topology/sources.ts';
import { patchAt, Stage, type StageContext } from './stage.ts';

/** What there is to do for a Service. */
interface Task {
  /** The addresses that its status shall show; `undefined` leaves it as it is. */
  readonly addresses: readonly string[] | undefined;
  readonly finding: PoolDecision['finding'];
}

/** The stage. */
export class LoadBalancerStatus {
  readonly #context: StageContext;
  readonly #events: EventRecorder;
  readonly #stage: Stage;
  /** What each Service was told last, by its key. */
  readonly #told = new Map<string, string>();

  constructor(context: StageContext, events: EventRecorder) {
    this.#context = context;
    this.#events = events;
    this.#stage = new Stage('load balancer addresses', context).add<Task>({
      kind: 'Service',
      ask: (world, key) => {
        const service = world.get('Service', key);
        // Of the many others none looks at the decision, which is one for all.
        const concerned = service?.type === 'LoadBalancer' || service?.pooled;
        return taskOf(service, concerned ? world.derive(poolDecisions, '')[key] : undefined);
      },
      calls: ({ addresses, finding }) => addresses !== undefined || finding !== undefined,
      act: (key, task) => this.#act(key, task),
    });
    context.feed.listen({
      put: () => {},
      remove: (kind, key) => {
        if (kind === 'Service') this.#told.delete(key);
      },
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

  async #act(key: string, { addresses, finding }: Task): Promise<boolean> {
    if (finding) this.#tell(key, finding);
    else this.#told.delete(key);
    if (addresses === undefined) return false;
    await patchAt(this.#context, 'Service', key, (present) => statusOf(present, addresses), 'status');
    return true;
  }

  #tell(key: string, { reason, message }: NonNullable<Task['finding']>): void {
    const object = this.#context.store.raw('Service', key) as KubeObject | undefined;
    if (!object || this.#told.get(key) === message) return;
    this.#told.set(key, message);
    const { name, namespace, uid } = object.metadata;
    const regarding = { apiVersion: apiVersionOf(sources.Service.type), kind: 'Service', name, namespace, uid };
    this.#events.record({ regarding, type: 'Warning', action: 'Allocate', reason, note: message });
  }
}

function taskOf(service: Inputs['Service'] | undefined, decision: PoolDecision | undefined): Task {
  const finding = decision?.finding;
  if (!service) return { addresses: undefined, finding };
  const wanted = decision?.addresses;
  if (wanted) return { addresses: service.pooled && equal(wanted, service.ingress) ? undefined : wanted, finding };
  // What a pool gave goes with the pool, or when the Service is of another type now.
  return { addresses: service.pooled && !service.meta.deleting ? [] : undefined, finding };
}

/** The change of a Service's status. Conditions are one list for all who write them: the others' stay. */
function statusOf(present: KubeObject, addresses: readonly string[]): object {
  const { conditions = [] } = (present as { status?: { conditions?: readonly Condition[] } }).status ?? {};
  const others = conditions.filter(({ type }) => type !== pooledCondition);
  const own = {
    ...{ type: pooledCondition, status: 'True', reason: 'Allocated', lastTransitionTime: new Date().toISOString() },
    message: 'The addresses are from a LoadBalancerIPPool.',
  };
  return {
    status: {
      loadBalancer: { ingress: addresses.length > 0 ? addresses.map((ip) => ({ ip, ipMode: 'VIP' })) : null },
      conditions: addresses.length > 0 ? [...others, own] : others,
    },
  };
}
