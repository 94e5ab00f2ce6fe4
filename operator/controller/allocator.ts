/**
 * Allocation: gives pods their IPs, IPs and Gateways their addresses, nodes their join addresses. A decision is written to Kubernetes first and
 * programmed when it comes back, so it survives whatever happens in between (ARCHITECTURE.md, allocation).
 */
import { createHash } from 'node:crypto';
import { Claims } from '../../src/allocation/claims.ts';
import {
  chooseJoinAddresses,
  type GatewayAddressNeed,
  gatewayNeed,
  ipName,
  type NodeNeed,
  needsAddress,
  nodeNeed,
  type PodNeed,
  podNeed,
} from '../../src/allocation/need.ts';
import { Pools, type Refusal } from '../../src/allocation/pools.ts';
import { apiVersion, type Condition, inUseFinalizer, labels, type NodeNetworkAttachment } from '../../src/api/index.ts';
import { waitingForPort } from '../../src/kinds/ip/report.ts';
import { KubeError, type KubeObject } from '../../src/kube/index.ts';
import { type Address, formatAddress, parseAddress } from '../../src/net/address.ts';
import { macOf } from '../../src/net/mac.ts';
import type { Inputs, IPFacts } from '../../src/topology/facts.ts';
import { ipsByMac } from '../../src/topology/indexes.ts';
import { addressesOf, holdsPod, macOfIp } from '../../src/topology/ip.ts';
import { configOf } from '../../src/topology/join-network.ts';
import { candidates, permission } from '../../src/topology/serving.ts';
import { sources } from '../../src/topology/sources.ts';
import { keepsAddress, type StatefulSetReference } from '../../src/topology/stateful-sets.ts';
import { type SubnetNetwork, subnetNetwork } from '../../src/topology/subnets.ts';
import { FreshLook } from './fresh-look.ts';
import { GatewayAddresses } from './gateway-addresses.ts';
import { patchAt, Stage, type StageContext } from './stage.ts';

/** Milliseconds between two publications of a Subnet's counters. */
const USAGE_INTERVAL_MS = 5000;
/** Milliseconds after which IPs that found no address are asked again when something was freed. */
const RETRY_REFUSED_MS = 200;

/** What an IP shall get. */
interface Choice {
  readonly network: SubnetNetwork;
  readonly addresses: readonly Address[];
  /** Why there are no addresses. */
  readonly refusal?: Refusal;
  /** Absent: the one that follows from the address. */
  readonly mac?: string;
}

/** The allocation of one controller. */
export class Allocator {
  readonly pools = new Pools(() => performance.now());
  readonly #claims: Claims;
  readonly #context: StageContext;
  readonly #stage: Stage;
  readonly #fresh: FreshLook;
  readonly #gateways: GatewayAddresses;
  /** IPs for which there was no address. */
  readonly #refused = new Set<string>();
  readonly #present = new Map<string, IPFacts>();
  /** IPs that vanished under a living pod (somebody took the finalizer off): made anew as they were. By pod uid. */
  readonly #vanished = new Map<string, IPFacts>();
  /** Join addresses that were chosen and are not in the store yet. */
  readonly #joinTaken = new Set<string>();
  #usageTimer: NodeJS.Timeout | undefined;
  #usageAt = Number.NEGATIVE_INFINITY;
  readonly #unpublished = new Set<string>();

  constructor(context: StageContext) {
    this.#context = context;
    this.#fresh = new FreshLook(context);
    this.#gateways = new GatewayAddresses(context, this.pools);
    const { store, feed, line } = context;
    this.#claims = new Claims(store, this.pools);
    // Before the stage asks what has to be given.
    line.afterDrain(() => this.#claims.settle());
    feed.listen({
      put: (kind, key, facts) => {
        if (kind === 'IP') this.#takeNoteOf(key, facts as IPFacts);
        if (kind === 'Subnet') this.#askRefused();
      },
      remove: (kind, key) => {
        if (kind === 'IP') this.#forgetIP(key);
        if (kind === 'Subnet') this.pools.removeSubnet(key);
        if (kind === 'Pod') this.#podGone(key);
        if (kind === 'Gateway') this.#gateways.forget(key);
      },
    });
    this.#stage = new Stage('allocate', context)
      .add<PodNeed>({
        kind: 'Pod',
        ask: podNeed,
        calls: (need) => need.kind !== 'nothing',
        act: (key, need) => this.#serve(key, need),
      })
      .add<boolean>({
        kind: 'IP',
        ask: needsAddress,
        calls: (needed) => needed,
        act: (key) => this.#complete(key),
      })
      .add<readonly GatewayAddressNeed[]>({
        kind: 'Gateway',
        ask: gatewayNeed,
        calls: (needs) => needs.length > 0,
        act: (key, needs) => this.#address(key, needs),
      })
      .add<NodeNeed>({
        kind: 'NodeNetwork',
        ask: nodeNeed,
        calls: (need) => need.stale || need.missing.length > 0,
        act: (key, need) => this.#attach(key, need),
      })
      .add<SubnetNetwork | undefined>({
        kind: 'Subnet',
        ask: (world, key) => world.derive(subnetNetwork, key),
        calls: (network) => network !== undefined,
        act: async (key) => void this.#takeUp(key),
      });
    line.afterDrain(() => {
      this.pools.restMs = (configOf(store.world)?.spec.quarantineSeconds ?? 30) * 1000;
      this.#publishUsage();
    });
  }

  /** From now on addresses are given. */
  activate(): void {
    for (const name of this.#context.store.keys('Subnet')) this.#takeUp(name);
    this.#stage.activate();
    this.#publishUsage();
  }

  /** Pods, IPs and nodes that wait for an address. */
  get backlog(): number {
    return this.#stage.queue.size;
  }

  /** Gives nothing any more. */
  stop(): void {
    this.#stage.stop();
    clearTimeout(this.#usageTimer);
  }

  /** Makes sure that the pool of a Subnet exists and knows its present excludes. */
  #takeUp(name: string): SubnetNetwork | undefined {
    const { store } = this.#context;
    const network = store.world.derive(subnetNetwork, name);
    if (!network) return undefined;
    const status = (
      store.raw('Subnet', name) as
        | { status?: { ipv4?: { lastAllocated?: string }; ipv6?: { lastAllocated?: string } } }
        | undefined
    )?.status;
    this.pools.putSubnet(
      network,
      [status?.ipv4?.lastAllocated, status?.ipv6?.lastAllocated].filter((text) => text !== undefined),
    );
    return network;
  }

  async #address(gateway: string, needs: readonly GatewayAddressNeed[]): Promise<void> {
    const facts = this.#context.store.world.get('Gateway', gateway);
    const network = facts && this.#takeUp(facts.spec.external.subnet);
    if (network) await this.#gateways.make(gateway, needs, network);
  }

  async #serve(key: string, need: PodNeed): Promise<void> {
    const pod = this.#context.store.world.get('Pod', key);
    if (!pod) return;
    if (need.kind === 'bind') await this.#bind(need.ip, pod);
    if (need.kind === 'create') await this.#create(pod, need.subnets);
  }

  /** Makes the IP of a pod, complete, in one write. */
  async #create(pod: Inputs['Pod'], found: readonly string[]): Promise<void> {
    const { store } = this.#context;
    if (await this.#restore(pod)) return;
    const subnets = await this.#asCommitted(pod, found);
    for (let attempt = 0; attempt < 8; attempt++) {
      const name = ipName(pod.meta.name, pod.meta.uid, 'eth0', attempt);
      const key = `${pod.meta.namespace}/${name}`;
      if (store.world.get('IP', key)) continue;
      const choice = this.#choose(key, pod.meta.namespace, subnets);
      if (!choice) return;
      if (await this.#createAs(name, key, pod, choice)) return;
    }
    throw new Error(`no free name for the IP of pod ${pod.meta.namespace}/${pod.meta.name}`);
  }

  /**
   * The Subnets that serve a pod, surely with those that were made before it. Each kind has a watch of its own, and that of Subnets may
   * lag behind that of pods: `kubectl apply` of a Subnet and its pods would put the first pods into the default Subnet, which may be
   * of another Vpc. So before the default is taken, the API server is asked for what it has.
   */
  async #asCommitted(pod: Inputs['Pod'], found: readonly string[]): Promise<readonly string[]> {
    const { store } = this.#context;
    const isDefault = found.every((name) => store.world.get('Subnet', name)?.spec.default === true);
    if (!isDefault) return found;
    await this.#fresh.look(pod.meta.namespace);
    const need = podNeed(store.world, `${pod.meta.namespace}/${pod.meta.name}`);
    return need.kind === 'create' ? need.subnets : [];
  }

  /** The first Subnet that has room, with the addresses it gives; or the first that was asked, with its refusal. */
  #choose(
    key: string,
    namespace: string,
    subnets: readonly string[],
  ): { network: SubnetNetwork; addresses: readonly Address[]; refusal?: Refusal } | undefined {
    const { world } = this.#context.store;
    let first: { network: SubnetNetwork; addresses: readonly Address[]; refusal: Refusal } | undefined;
    for (const name of subnets) {
      const network = this.#takeUp(name);
      const subnet = world.get('Subnet', name);
      if (!network || !subnet) continue;
      const result = this.pools.reserve(key, namespace, network, subnet, []);
      if (!('reason' in result)) return { network, addresses: result };
      first ??= { network, addresses: [], refusal: result };
    }
    return first;
  }

  /** Whether the IP exists now; false when another object has its name. */
  async #createAs(
    name: string,
    key: string,
    pod: Inputs['Pod'],
    { network, addresses, refusal, mac }: Choice,
  ): Promise<boolean> {
    const { client, feed, line } = this.#context;
    if (refusal) {
      this.#refused.add(key);
      line.put('Allocation', key, refusal);
    }
    try {
      feed.put('IP', await client.create<KubeObject>(sources.IP.type, this.#newIP(name, pod, network, addresses, mac)));
      return true;
    } catch (error) {
      if (!(error instanceof KubeError)) throw error;
      if (error.status === 409) {
        const other = await client.get<KubeObject>(sources.IP.type, { namespace: pod.meta.namespace, name });
        feed.put('IP', other);
        const { made, keptFor, spec } = sources.IP.facts(other as never);
        if (made ? spec.target?.uid === pod.meta.uid : keptFor && spec.target?.name === pod.meta.name) return true;
        this.#forgetIP(key);
        return false;
      }
      // Refused for good: nothing was made. Anything else may have been: the reservation stands, and the next try uses it.
      if (error.status >= 400 && error.status < 500) this.#forgetIP(key);
      throw error;
    }
  }

  #newIP(
    name: string,
    pod: Inputs['Pod'],
    network: SubnetNetwork,
    addresses: readonly Address[],
    mac?: string,
  ): KubeObject {
    const { namespace, uid } = pod.meta;
    const set = this.#keptFor(pod, network, addresses);
    const spec = {
      subnet: network.name,
      interface: 'eth0',
      ...(addresses.length > 0
        ? { addresses: addresses.map(formatAddress), mac: mac ?? this.#freeMac(network, addresses, uid) }
        : {}),
      target: { kind: 'Pod', name: pod.meta.name, ...(set ? {} : { uid }) },
      // For the next pod of the name, wherever that will be: it is bound as one that somebody made.
      ...(set ? { reclaimPolicy: 'Retain' } : { node: pod.node, reclaimPolicy: 'Delete' }),
    };
    const metadata = {
      name,
      namespace,
      labels: { [labels.managedBy]: 'controller' },
      finalizers: [inUseFinalizer],
      ownerReferences: [
        set
          ? { apiVersion: 'apps/v1', kind: 'StatefulSet', ...set }
          : { apiVersion: 'v1', kind: 'Pod', name: pod.meta.name, uid },
      ],
    };
    return { apiVersion, kind: 'IP', metadata, spec } as KubeObject;
  }

  /** The StatefulSet whose member keeps what it gets now. A namespace that may not name the Subnet itself could not bind it again. */
  #keptFor(
    pod: Inputs['Pod'],
    network: SubnetNetwork,
    addresses: readonly Address[],
  ): StatefulSetReference | undefined {
    const { world } = this.#context.store;
    const { name, namespace } = pod.meta;
    const subnet = world.get('Subnet', network.name);
    const set = pod.statefulSet;
    if (!set || !subnet || addresses.length === 0 || permission(world, subnet, namespace)) return undefined;
    return keepsAddress(world, { namespace, pod: name, set, subnet: network.name }) ? set : undefined;
  }

  /** The MAC that follows from the address, unless somebody chose it for another port. */
  #freeMac(network: SubnetNetwork, addresses: readonly Address[], uid: string): string {
    const mac = macOf(addresses[0]!);
    if (mac !== network.routerMac && this.#context.store.world.count(ipsByMac, `${network.name} ${mac}`) === 0)
      return mac;
    const digest = createHash('sha256').update(uid).digest();
    return ['0a', '5a', ...[...digest.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0'))].join(':');
  }

  /** Binds an IP that somebody made to its pod: the finalizer once, and who and where in its status. */
  async #bind(key: string, pod: Inputs['Pod']): Promise<void> {
    const { store } = this.#context;
    const ip = store.world.get('IP', key);
    if (!ip) return;
    if (!ip.meta.inUse) {
      const answer = await patchAt(this.#context, 'IP', key, ({ metadata }) => ({
        metadata: { finalizers: [...(metadata.finalizers ?? []), inUseFinalizer] },
      }));
      if (!answer) return;
    }
    const bound = (present: KubeObject) => {
      const { status } = present as KubeObject & { readonly status?: { readonly conditions?: readonly Condition[] } };
      return { status: { uid: pod.meta.uid, node: pod.node, conditions: waiting(status?.conditions ?? [], pod) } };
    };
    await patchAt(this.#context, 'IP', key, bound, 'status');
  }

  /** Gives an IP the addresses that its spec leaves open. */
  async #complete(key: string): Promise<void> {
    const { store, line } = this.#context;
    const ip = store.world.get('IP', key);
    const network = ip && this.#takeUp(ip.spec.subnet);
    const subnet = ip && store.world.get('Subnet', ip.spec.subnet);
    if (!ip || !network || !subnet) return;
    const result = this.pools.reserve(key, ip.meta.namespace, network, subnet, addressesOf(ip, network));
    if ('reason' in result) {
      this.#refused.add(key);
      if (await this.#moveOn(key, ip)) return;
      line.put('Allocation', key, result);
      return;
    }
    const text = (family: 'ipv4' | 'ipv6') =>
      result.filter((address) => address.family === family).map(formatAddress)[0];
    if (ip.made)
      await patchAt(this.#context, 'IP', key, {
        spec: { addresses: result.map(formatAddress), mac: this.#freeMac(network, result, ip.meta.uid) },
      });
    else
      await patchAt(
        this.#context,
        'IP',
        key,
        { status: { ipv4: text('ipv4'), ipv6: text('ipv6'), mac: macOfIp(ip, result) } },
        'status',
      );
    this.#refused.delete(key);
    line.remove('Allocation', key);
  }

  /** An IP of ours that found no address gives way to one in another Subnet that serves its pod and has room. */
  async #moveOn(key: string, ip: IPFacts): Promise<boolean> {
    const { client, store } = this.#context;
    const pod = store.world.get('Pod', `${ip.meta.namespace}/${ip.spec.target?.name}`);
    if (!ip.made || !pod || (ip.spec.addresses ?? []).length > 0) return false;
    const room = candidates(store.world, pod).some((name) => {
      const network = this.#takeUp(name);
      const subnet = store.world.get('Subnet', name);
      return name !== ip.spec.subnet && network && subnet && this.pools.hasRoom(network, subnet, ip.meta.namespace);
    });
    if (!room) return false;
    const answer = await patchAt(this.#context, 'IP', key, { metadata: { finalizers: null } });
    if (answer)
      await client.delete(sources.IP.type, answer.metadata, {
        preconditions: { uid: answer.metadata.uid, resourceVersion: answer.metadata.resourceVersion },
      });
    return true;
  }

  /** Writes a node's ports in the join networks. */
  async #attach(name: string, need: NodeNeed): Promise<void> {
    const { store, line } = this.#context;
    const chosen: NodeNetworkAttachment[] = [];
    const reserved: string[] = [];
    for (const vpc of need.missing) {
      const choice = chooseJoinAddresses(store.world, vpc, this.#joinTaken);
      if (!choice) continue;
      const first = parseAddress(choice.addresses[0] ?? '');
      if (!first) continue;
      for (const address of choice.addresses) reserved.push(`${vpc} ${address}`);
      chosen.push({
        vpc,
        addresses: choice.addresses,
        mac: macOf(first),
        interface: choice.interface,
        gateways: choice.gateways,
      });
    }
    for (const each of reserved) this.#joinTaken.add(each);
    try {
      await patchAt(
        this.#context,
        'NodeNetwork',
        name,
        { status: { attachments: [...need.kept, ...chosen] } },
        'status',
      );
    } finally {
      // After the answer is in the store, its index knows them.
      line.submit(() => {
        for (const each of reserved) this.#joinTaken.delete(each);
      });
    }
  }

  #takeNoteOf(key: string, ip: IPFacts): void {
    this.#claims.put(key, ip);
    this.#present.set(key, ip);
    if (ip.bound) this.#vanished.delete(ip.bound.uid);
  }

  /** Makes the IP of a pod anew that had one and lost it, with its name, addresses and MAC: the pod goes on with what it was wired with. */
  async #restore(pod: Inputs['Pod']): Promise<boolean> {
    const ip = this.#vanished.get(pod.meta.uid);
    const network = ip && this.#takeUp(ip.spec.subnet);
    const addresses = ip && network ? addressesOf(ip, network) : [];
    if (!ip || !network || addresses.length === 0) return false;
    const key = `${pod.meta.namespace}/${ip.meta.name}`;
    if (addresses.some((address) => this.pools.isHeldByOther(network.name, address, key))) return false;
    this.#context.log.warn('an IP vanished under its pod; it is made anew', { ip: key, pod: pod.meta.name });
    this.pools.putIP(key, ip);
    return this.#createAs(ip.meta.name, key, pod, { network, addresses, mac: macOfIp(ip, addresses) });
  }

  #podGone(key: string): void {
    for (const [uid, { meta, spec }] of this.#vanished)
      if (`${meta.namespace}/${spec.target?.name}` === key) this.#vanished.delete(uid);
  }

  #forgetIP(key: string): void {
    const last = this.#present.get(key);
    this.#present.delete(key);
    // One that was never in the database gave its pod nothing: whoever deletes a refused IP means it.
    if (last?.programmed && last.bound && holdsPod(this.#context.store.world, last))
      this.#vanished.set(last.bound.uid, last);
    this.#claims.remove(key);
    this.#refused.delete(key);
    this.#context.line.remove('Allocation', key);
    this.#askRefused();
  }

  #askRefused(): void {
    for (const key of this.#refused) this.#stage.again('IP', key, RETRY_REFUSED_MS);
    for (const gateway of this.#gateways.waiting) this.#stage.again('Gateway', gateway, RETRY_REFUSED_MS);
  }

  /** Counters into the store, for the Subnets' statuses: the first change at once, then at most every few seconds. */
  #publishUsage(): void {
    for (const name of this.pools.takeChanged()) this.#unpublished.add(name);
    const { world } = this.#context.store;
    // Counters of pools that a standby has not taken up say nothing.
    if (!this.#stage.active) return;
    // A Subnet that shows no counters yet does not wait for the others' interval.
    const isNew = [...this.#unpublished].some((name) => world.get('Subnet', name) && !world.get('Usage', name));
    if (this.#unpublished.size === 0 || (this.#usageTimer && !isNew)) return;
    clearTimeout(this.#usageTimer);
    const publish = () => {
      this.#usageTimer = undefined;
      this.#usageAt = performance.now();
      const names = [...this.#unpublished];
      this.#unpublished.clear();
      this.#context.line.submit(() => {
        for (const name of names) {
          if (this.#context.store.world.get('Subnet', name))
            this.#context.line.putNow('Usage', name, this.pools.usage(name));
          else this.#context.line.removeNow('Usage', name);
        }
      });
    };
    if (isNew) publish();
    else this.#usageTimer = setTimeout(publish, Math.max(0, this.#usageAt + USAGE_INTERVAL_MS - performance.now()));
  }
}

/** The conditions of a reservation whose pod has come: the same that the report will say, so that it needs no write of its own. */
function waiting(conditions: readonly Condition[], pod: Inputs['Pod']): readonly Condition[] {
  const verdict = waitingForPort(pod.node, pod.meta.namespace, pod.meta.name);
  const lastTransitionTime = `${new Date().toISOString().slice(0, 19)}Z`;
  return conditions.map((condition) =>
    condition.type === 'Ready' && condition.status === 'True'
      ? { ...condition, ...verdict, lastTransitionTime }
      : condition,
  );
}
