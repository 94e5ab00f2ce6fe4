/** The caretaker of objects: finalizers while something is in use, and the end of IPs whose pods are gone. Works with and without kube-controller-manager. */

import {
  gatewayStep,
  type IPStep,
  ipStep,
  type ParentStep,
  providerNetworkStep,
  subnetStep,
  vpcStep,
} from '../../src/allocation/lifecycle.ts';
import { apiVersion, defaultName, inUseFinalizer, labels } from '../../src/api/index.ts';
import { KubeError, type KubeObject } from '../../src/kube/index.ts';
import type { World } from '../../src/store/store.ts';
import type { Inputs } from '../../src/topology/facts.ts';
import { sources } from '../../src/topology/sources.ts';
import { patchAt, Stage, type StageContext } from './stage.ts';

/** Kinds that others name, and what has to happen to their finalizers. */
const parents = {
  Vpc: vpcStep,
  Subnet: subnetStep,
  Gateway: gatewayStep,
  ProviderNetwork: providerNetworkStep,
} satisfies Readonly<Record<string, (world: World<Inputs>, name: string) => ParentStep>>;

type Parent = keyof typeof parents;

/** Cares for the objects of one installation. */
export class Caretaker {
  readonly #context: StageContext;
  readonly #stage: Stage;

  constructor(context: StageContext) {
    this.#context = context;
    this.#stage = new Stage('caretake', context)
      .add<IPStep>({
        kind: 'IP',
        ask: ipStep,
        calls: (step) => step !== 'none',
        act: (key, step) => this.#endIP(key, step),
      })
      .add<boolean>({
        kind: 'NetworkConfig',
        ask: (world, key) => world.get('NetworkConfig', key)?.defaultsCreated === false,
        calls: (missing) => missing,
        act: (key) => this.#makeDefaults(key),
      });
    for (const [kind, ask] of Object.entries(parents) as [Parent, (typeof parents)[Parent]][])
      this.#stage.add<ParentStep>({
        kind,
        ask,
        calls: (step) => step !== 'none',
        act: (key, step) => this.#setFinalizer(kind, key, step === 'hold'),
      });
  }

  /** From now on objects are cared for. */
  activate(): void {
    this.#stage.activate();
  }

  /** Starts nothing any more. */
  stop(): void {
    this.#stage.stop();
  }

  async #endIP(key: string, step: IPStep): Promise<void> {
    if (step === 'unbind') await patchAt(this.#context, 'IP', key, { status: { uid: null, node: null } }, 'status');
    else if (step === 'keep') await this.#handOver(key);
    else if (step === 'finish') await this.#setFinalizer('IP', key, false);
    else if (step === 'delete') await this.#delete(key);
  }

  /** The finalizer goes first: a crash in between leaves an object that the next leader deletes. */
  async #delete(key: string): Promise<void> {
    const answer = await this.#setFinalizer('IP', key, false);
    if (!answer) return;
    const { uid, resourceVersion } = answer.metadata;
    try {
      await this.#context.client.delete(sources.IP.type, answer.metadata, { preconditions: { uid, resourceVersion } });
      // At once, not when the watch says so: nothing is written to it any more, and its address is free.
      this.#context.feed.remove('IP', answer, true);
    } catch (error) {
      if (!(error instanceof KubeError && error.status === 404)) throw error;
    }
  }

  /** An IP of ours that somebody wants to keep: without our marks it is theirs. */
  #handOver(key: string): Promise<unknown> {
    return patchAt(this.#context, 'IP', key, {
      metadata: { labels: { [labels.managedBy]: null }, ownerReferences: null },
      spec: { target: { uid: null } },
    });
  }

  #setFinalizer(kind: Parent | 'IP', key: string, wanted: boolean): Promise<KubeObject | undefined> {
    return patchAt(this.#context, kind, key, ({ metadata }) => {
      const others = (metadata.finalizers ?? []).filter((finalizer) => finalizer !== inUseFinalizer);
      return { metadata: { finalizers: wanted ? [...others, inUseFinalizer] : others } };
    });
  }

  /** Vpc and Subnet `default`, once: whoever deletes them later meant it. */
  async #makeDefaults(key: string): Promise<void> {
    const config: Inputs['NetworkConfig'] | undefined = this.#context.store.world.get('NetworkConfig', key);
    if (!config) return;
    await this.#make('Vpc', { nodeAttachment: {} });
    const cidrs = config.spec.podCidrs ?? [];
    if (cidrs.length > 0) await this.#make('Subnet', { vpc: defaultName, default: true, cidrs });
    await patchAt(this.#context, 'NetworkConfig', key, { status: { defaultsCreated: true } }, 'status');
  }

  async #make(kind: 'Vpc' | 'Subnet', spec: object): Promise<void> {
    try {
      const made = await this.#context.client.create<KubeObject>(sources[kind].type, {
        apiVersion,
        kind,
        metadata: { name: defaultName },
        spec,
      } as KubeObject);
      this.#context.feed.put(kind, made);
    } catch (error) {
      // Somebody made it before: it is theirs.
      if (!(error instanceof KubeError && error.status === 409)) throw error;
    }
  }
}
