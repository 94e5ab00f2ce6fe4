/** What the agent's store says to the sandboxes about their addresses; see `pod-assignment.ts` for what is read off how. */
import type { IP, Subnet } from '../../src/api/index.ts';
import { kinds } from '../../src/api/index.ts';
import { type KubeClient, Reflector } from '../../src/kube/index.ts';
import type { Log } from '../../src/log.ts';
import { formatAddress } from '../../src/net/address.ts';
import type { DerivedCell } from '../../src/store/graph.ts';
import type { Store, World } from '../../src/store/store.ts';
import { ipsByTarget, targetKey } from '../../src/topology/indexes.ts';
import { configOf } from '../../src/topology/join-network.ts';
import { candidates, notServed } from '../../src/topology/serving.ts';
import { subnetNetwork } from '../../src/topology/subnets.ts';
import { noNetworkConfig } from '../../src/topology/verdict.ts';
import type { AgentInputs } from '../../src/vswitch/facts.ts';
import type { PodRef } from './cni-request.ts';
import { type Assignment, assignmentOf, type ClusterView, type PodFacts, type SubnetFacts } from './pod-assignment.ts';
import type { Assignments } from './sandboxes.ts';

/** How {@link StoreAssignments} is set up. */
export type StoreAssignmentsOptions = {
  readonly node: string;
  readonly store: Store<AgentInputs>;
  readonly client: KubeClient;
  readonly log: Log;
  /** How long a pod without an IP on this node waits until IPs that name it are looked for, in milliseconds. */
  readonly searchAfterMs?: number;
};

/** Assignments from the agent's store. */
export class StoreAssignments implements Assignments {
  readonly #options: StoreAssignmentsOptions;
  readonly #listeners = new Set<() => void>();
  /** Subscribers who look for IPs that are bound to no node. */
  readonly #searching = new Set<() => void>();
  /** Those IPs, watched while somebody looks for one. */
  #unbound: Reflector<IP> | undefined;

  constructor(options: StoreAssignmentsOptions) {
    this.#options = options;
  }

  of(pod: PodRef, ifname: string): Assignment {
    return assignmentOf(pod, ifname, this.#options.node, this.#view(ifname));
  }

  unserved(pod: PodRef): string | undefined {
    return this.#ask((world) => {
      const facts = world.get('Pod', `${pod.namespace}/${pod.name}`);
      if (!configOf(world)) return noNetworkConfig.message;
      if (!facts || candidates(world, facts).length > 0) return undefined;
      return notServed(pod.namespace, pod.name);
    });
  }

  subscribe(pod: PodRef, ifname: string, listener: () => void): () => void {
    this.#listeners.add(listener);
    const search = setTimeout(() => {
      const assignment = this.of(pod, ifname);
      if (assignment.state === 'waiting' && !assignment.found) this.#search(listener);
    }, this.#options.searchAfterMs ?? 1_000);
    return () => {
      clearTimeout(search);
      this.#listeners.delete(listener);
      this.#searching.delete(listener);
      if (this.#searching.size > 0) return;
      void this.#unbound?.stop();
      this.#unbound = undefined;
    };
  }

  /** To be called after each change of the store. */
  changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  /**
   * The agent watches the IPs that are bound to its node. One that a user made and the controller refused is bound to none, and its
   * reason is what the pod waits for: such IPs are watched for as long as a pod has found no other.
   */
  #search(listener: () => void): void {
    this.#searching.add(listener);
    if (this.#unbound) return;
    this.#unbound = new Reflector<IP>(this.#options.client, kinds.IP, {
      fieldSelector: 'spec.node=,status.node=',
      onEvent: () => this.changed(),
      log: this.#options.log,
    });
    this.#unbound.start();
  }

  #view(ifname: string): ClusterView {
    const { store } = this.#options;
    return {
      ipsOf: (namespace, name) => {
        const found = new Map<string, IP>();
        for (const ip of this.#unbound?.objects() ?? [])
          if (ip.metadata.namespace === namespace && ip.spec.target?.name === name) found.set(ip.metadata.name, ip);
        for (const key of store.world.list(ipsByTarget, targetKey('Pod', namespace, name, ifname))) {
          const ip = store.raw('IP', key) as IP | undefined;
          if (ip) found.set(ip.metadata.name, ip);
        }
        return [...found.values()];
      },
      subnet: (name) => this.#subnet(name),
      pod: (namespace, name) => store.raw('Pod', `${namespace}/${name}`) as PodFacts | undefined,
    };
  }

  /** Gateways and MTU follow from the spec, so no pod waits for a status; what the controller wrote goes first. */
  #subnet(name: string): SubnetFacts | undefined {
    const subnet = this.#options.store.raw('Subnet', name) as Subnet | undefined;
    if (!subnet) return undefined;
    const network = this.#ask((world) => world.derive(subnetNetwork, name));
    const gateways = subnet.status?.gateways ?? network?.families.map(({ gateway }) => formatAddress(gateway));
    const mtu = subnet.status?.mtu ?? network?.mtu;
    return {
      spec: { cidrs: subnet.spec.cidrs },
      status: { ...(gateways ? { gateways } : {}), ...(mtu === undefined ? {} : { mtu }) },
    };
  }

  /** Computes something once, without leaving a cell behind that would be kept up to date. */
  #ask<V>(question: (world: World<AgentInputs>) => V): V {
    const { store } = this.#options;
    const cell = store.root('question', question, () => {});
    try {
      return store.graph.value(cell);
    } finally {
      store.graph.drop(cell as DerivedCell<unknown>);
    }
  }
}
