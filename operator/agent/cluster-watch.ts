/**
 * What the agent watches of the cluster, and how it gets into its store: only what concerns this node, where the API server can
 * select it, so that a cluster's size costs its nodes little.
 */
import { defaultName } from '../../src/api/index.ts';
import { compareVersions, type KubeClient, type KubeObject, objectKey, Reflector } from '../../src/kube/index.ts';
import type { Log } from '../../src/log.ts';
import type { Line } from '../../src/reconcile/line.ts';
import type { Inputs } from '../../src/topology/facts.ts';
import { type SourceKind, sources, trimOf } from '../../src/topology/sources.ts';
import type { AgentInputs } from '../../src/vswitch/facts.ts';

/** How a {@link ClusterWatch} is set up. */
export type ClusterWatchOptions = {
  readonly client: KubeClient;
  readonly line: Line<AgentInputs>;
  readonly node: string;
  readonly log: Log;
  /** Called with a bug of ours: store and cluster may disagree, so the process must end. */
  readonly onBug: (error: unknown) => void;
  /** Called when the watch has seen that this node's NodeNetwork is not there. */
  readonly onNodeNetworkMissing: () => void;
};

/** The agent's watches. */
export class ClusterWatch {
  readonly #options: ClusterWatchOptions;
  readonly #reflectors: readonly Reflector<KubeObject>[];
  /** By kind and key: the newest version seen, and how many watches show the object. */
  readonly #seen = new Map<string, { version: string; watches: Set<Reflector<KubeObject>> }>();
  readonly #nodeNetwork: Reflector<KubeObject>;

  constructor(options: ClusterWatchOptions) {
    this.#options = options;
    const { node } = options;
    this.#nodeNetwork = this.#watch('NodeNetwork', `metadata.name=${node}`);
    this.#reflectors = [
      this.#nodeNetwork,
      // The controller's own IPs have the node in their spec, those that users made in their status.
      this.#watch('IP', `spec.node=${node}`),
      this.#watch('IP', `status.node=${node}`),
      this.#watch('Subnet'),
      this.#watch('MirrorSession'),
      this.#watch('Vpc'),
      this.#watch('ProviderNetwork'),
      this.#watch('NetworkConfig', `metadata.name=${defaultName}`),
      // All of them: their addresses are clients that answers of pods do not come back through this node to.
      this.#watch('Node'),
      this.#watch('Namespace'),
      this.#watch('Pod', `spec.nodeName=${node}`),
      this.#watch('Service'),
      this.#watch('EndpointSlice'),
    ];
  }

  /** Begins to watch; resolves when everything has been seen once. */
  async start(signal: AbortSignal): Promise<void> {
    for (const reflector of this.#reflectors) reflector.start();
    await Promise.all(this.#reflectors.map((reflector) => reflector.synced(signal)));
  }

  /** Ends all watches. */
  async stop(): Promise<void> {
    await Promise.all(this.#reflectors.map((reflector) => reflector.stop()));
  }

  /** Whether every watch has been complete once. */
  get complete(): boolean {
    return this.#reflectors.every(({ complete }) => complete);
  }

  /** Which watch is broken at the moment, as a sentence. The agent works on with what it has. */
  get problem(): string | undefined {
    const broken = this.#reflectors.find(({ complete, lastError }) => !complete || lastError !== undefined);
    if (!broken) return undefined;
    const reason = broken.lastError === undefined ? 'not complete yet' : String(broken.lastError);
    return `the watch of ${broken.type.plural} is interrupted: ${reason}`;
  }

  #watch(kind: SourceKind, fieldSelector?: string): Reflector<KubeObject> {
    const { client, log, onBug } = this.#options;
    const reflector: Reflector<KubeObject> = new Reflector<KubeObject>(client, sources[kind].type, {
      fieldSelector,
      log,
      onError: onBug,
      project: trimOf(kind),
      onEvent: (event) => {
        if (event.type === 'put') this.#put(kind, event.object, reflector);
        else this.#remove(kind, event.object, reflector, !event.relist);
      },
      onResync: () => {
        if (kind === 'NodeNetwork' && reflector.size === 0) this.#options.onNodeNetworkMissing();
      },
    });
    return reflector;
  }

  /** Two watches may show one object in different versions: the newer stands, and it is gone when no watch shows it. */
  #put(kind: SourceKind, object: KubeObject, by: Reflector<KubeObject>): void {
    const key = objectKey(object.metadata);
    const version = object.metadata.resourceVersion ?? '0';
    const seen = this.#seen.get(`${kind}/${key}`) ?? { version, watches: new Set() };
    this.#seen.set(`${kind}/${key}`, seen);
    seen.watches.add(by);
    if (compareVersions(version, seen.version) < 0) return;
    seen.version = version;
    this.#options.line.put(kind, key, sources[kind].facts(object as never) as Inputs[SourceKind], object);
  }

  #remove(kind: SourceKind, object: KubeObject, by: Reflector<KubeObject>, watched: boolean): void {
    const key = objectKey(object.metadata);
    const seen = this.#seen.get(`${kind}/${key}`);
    seen?.watches.delete(by);
    if (seen && seen.watches.size > 0) return;
    this.#seen.delete(`${kind}/${key}`);
    // The agent makes its NodeNetwork anew; until then what it said stands, and the node stays attached.
    if (kind === 'NodeNetwork') this.#options.onNodeNetworkMissing();
    else this.#options.line.remove(kind, key, watched);
  }
}
