/** The addresses of Gateways: one IP object each, made complete in one write in the operator's namespace, owned by the Gateway. */
import type { GatewayAddressNeed } from '../../src/allocation/need.ts';
import type { Pools } from '../../src/allocation/pools.ts';
import { apiVersion, inUseFinalizer, labels, systemNamespace } from '../../src/api/index.ts';
import { KubeError, type KubeObject } from '../../src/kube/index.ts';
import { type Address, formatAddress } from '../../src/net/address.ts';
import type { Inputs } from '../../src/topology/facts.ts';
import { sources } from '../../src/topology/sources.ts';
import type { SubnetNetwork } from '../../src/topology/subnets.ts';
import type { StageContext } from './stage.ts';

/** Makes the IP objects of Gateways. */
export class GatewayAddresses {
  readonly #context: StageContext;
  readonly #pools: Pools;
  /** Keys of the IP objects for which there was no address, by Gateway. */
  readonly #refused = new Map<string, Set<string>>();

  constructor(context: StageContext, pools: Pools) {
    this.#context = context;
    this.#pools = pools;
  }

  /** Gateways that wait for an address. */
  get waiting(): Iterable<string> {
    return this.#refused.keys();
  }

  /** Makes what a Gateway needs. */
  async make(gateway: string, needs: readonly GatewayAddressNeed[], network: SubnetNetwork): Promise<void> {
    const facts = this.#context.store.world.get('Gateway', gateway);
    if (!facts) return;
    const keys = new Set(needs.map(({ name }) => `${systemNamespace}/${name}`));
    for (const key of [...(this.#refused.get(gateway) ?? [])]) if (!keys.has(key)) this.#accept(gateway, key);
    for (const need of needs) {
      const key = `${systemNamespace}/${need.name}`;
      const address = this.#reserve(gateway, key, need, network);
      if (address) await this.#create(key, need.name, facts, network, address);
      if (address) this.#accept(gateway, key);
    }
  }

  /** Forgets a Gateway that is gone. */
  forget(gateway: string): void {
    for (const key of [...(this.#refused.get(gateway) ?? [])]) this.#accept(gateway, key);
  }

  #accept(gateway: string, key: string): void {
    const refused = this.#refused.get(gateway);
    if (!refused?.delete(key)) return;
    if (refused.size === 0) this.#refused.delete(gateway);
    this.#context.line.remove('Allocation', key);
  }

  #reserve(gateway: string, key: string, need: GatewayAddressNeed, network: SubnetNetwork): Address | undefined {
    if (need.address)
      // Else another's object is on its way: the store will say whose.
      return this.#pools.reserveGiven(key, systemNamespace, network.name, need.address) ? need.address : undefined;
    const result = this.#pools.reserveOne(key, systemNamespace, network, need.family, need.before);
    if (!('reason' in result)) return result;
    this.#refused.set(gateway, (this.#refused.get(gateway) ?? new Set<string>()).add(key));
    this.#context.line.put('Allocation', key, result);
    return undefined;
  }

  async #create(
    key: string,
    name: string,
    gateway: Inputs['Gateway'],
    network: SubnetNetwork,
    address: Address,
  ): Promise<void> {
    const { client, feed } = this.#context;
    try {
      feed.put('IP', await client.create<KubeObject>(sources.IP.type, newIp(name, gateway, network, address)));
    } catch (error) {
      if (!(error instanceof KubeError)) throw error;
      // Refused for good: nothing was made. Anything else may have been: the reservation stands, and the next try uses it.
      if (error.status >= 400 && error.status < 500) this.#pools.removeIP(key);
      if (error.status !== 409) throw error;
      // An earlier life's, which may be on its way out, or ours after all.
      feed.put('IP', await client.get<KubeObject>(sources.IP.type, { namespace: systemNamespace, name }));
      throw error;
    }
  }
}

function newIp(
  name: string,
  { meta }: Inputs['Gateway'],
  { name: subnet }: SubnetNetwork,
  address: Address,
): KubeObject {
  return {
    apiVersion,
    kind: 'IP',
    metadata: {
      name,
      namespace: systemNamespace,
      labels: { [labels.managedBy]: 'controller' },
      finalizers: [inUseFinalizer],
      ownerReferences: [{ apiVersion, kind: 'Gateway', name: meta.name, uid: meta.uid }],
    },
    spec: {
      subnet,
      interface: 'eth0',
      addresses: [formatAddress(address)],
      target: { kind: 'Gateway', name: meta.name, uid: meta.uid },
      reclaimPolicy: 'Delete',
    },
  } as KubeObject;
}
