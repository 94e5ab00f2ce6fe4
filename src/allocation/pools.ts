/** The pools of all Subnets, kept in step with the IP objects, and the reservation of addresses for an IP that is about to be made. */
import { type Address, parseAddress } from '../net/address.ts';
import { contains } from '../net/cidr.ts';
import type { FamilyUsage, Inputs, IPFacts, UsageFacts } from '../topology/facts.ts';
import { claimedAddresses } from '../topology/indexes.ts';
import { quotaExceeded } from '../topology/ip.ts';
import type { SubnetFamily, SubnetNetwork } from '../topology/subnets.ts';
import { Pool } from './pool.ts';

/** What can't be given, and why. */
export interface Refusal {
  readonly reason: 'SubnetExhausted' | 'QuotaExceeded';
  readonly message: string;
}

interface SubnetPool {
  readonly families: Map<'ipv4' | 'ipv6', Pool>;
  /** IPs of each namespace that have an address. */
  readonly namespaces: Map<string, Set<string>>;
}

interface Claim {
  readonly subnet: string;
  readonly namespace: string;
  readonly addresses: readonly Address[];
}

/** All pools. Times are milliseconds of any clock that only goes forward. */
export class Pools {
  /** Subnets whose usage changed since the last {@link takeChanged}. */
  readonly #changed = new Set<string>();
  readonly #pools = new Map<string, SubnetPool>();
  readonly #claims = new Map<string, Claim>();
  readonly #now: () => number;
  /** Milliseconds for which a released address rests. */
  restMs = 30_000;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Takes up a Subnet, or its changed excludes. `lastAllocated` is where the status says that allocation stopped. */
  putSubnet(network: SubnetNetwork, lastAllocated: readonly string[]): void {
    const pool = this.#pool(network.name);
    for (const family of network.families) {
      const present = pool.families.get(family.family);
      if (present) {
        if (present.reshape(family)) this.#changed.add(network.name);
        continue;
      }
      const made = new Pool(family);
      pool.families.set(family.family, made);
      for (const text of lastAllocated) {
        const address = parseAddress(text);
        if (address) made.continueAfter(address);
      }
      for (const [key, claim] of this.#claims)
        if (claim.subnet === network.name) for (const address of claim.addresses) made.hold(address, key);
      this.#changed.add(network.name);
    }
  }

  /** Forgets a Subnet. */
  removeSubnet(name: string): void {
    this.#pools.delete(name);
    this.#changed.delete(name);
  }

  /** Notes what an IP holds now. */
  putIP(key: string, ip: IPFacts): void {
    this.#claim(key, {
      subnet: ip.spec.subnet,
      namespace: ip.meta.namespace,
      addresses: claimedAddresses(ip).flatMap((text) => parseAddress(text) ?? []),
    });
  }

  /** Notes that an IP is gone, or that a reservation came to nothing. */
  removeIP(key: string): void {
    const claim = this.#claims.get(key);
    if (!claim) return;
    this.#claims.delete(key);
    this.#withdraw(key, claim, claim.addresses);
    const pool = this.#pools.get(claim.subnet);
    pool?.namespaces.get(claim.namespace)?.delete(key);
    if (pool?.namespaces.get(claim.namespace)?.size === 0) pool.namespaces.delete(claim.namespace);
  }

  /**
   * Reserves an address of each missing family for an IP: all or none. The reservation stands until the IP object arrives,
   * or {@link removeIP} says that it never will.
   */
  reserve(
    key: string,
    namespace: string,
    network: SubnetNetwork,
    subnet: Inputs['Subnet'],
    present: readonly Address[],
  ): readonly Address[] | Refusal {
    const limit = subnet.spec.limits?.addressesPerNamespace;
    const pool = this.#pool(network.name);
    const mine = pool.namespaces.get(namespace);
    // A create whose outcome is unknown is tried again with the same addresses.
    const before = this.#claims.get(key);
    if (
      before?.subnet === network.name &&
      network.families.every(({ family }) => before.addresses.some((address) => address.family === family))
    )
      return before.addresses;
    if (limit !== undefined && !mine?.has(key) && (mine?.size ?? 0) >= limit)
      return quotaExceeded(network.name, namespace, limit);
    const wanted = network.families.filter(({ family }) => !present.some((address) => address.family === family));
    const full = wanted.find(({ family }) => (pool.families.get(family)?.available ?? 0n) === 0n);
    if (full) return exhausted(network, namespace, full.family, pool.families.get(full.family));
    const now = this.#now();
    const given = wanted.flatMap(({ family }) => pool.families.get(family)?.next(now) ?? []);
    if (given.length < wanted.length)
      return exhausted(network, namespace, wanted[0]!.family, pool.families.get(wanted[0]!.family));
    const order = network.families.map(({ family }) => family);
    const addresses = [...present, ...given].sort((a, b) => order.indexOf(a.family) - order.indexOf(b.family));
    this.#claim(key, { subnet: network.name, namespace, addresses });
    return addresses;
  }

  /**
   * Reserves one address of a family for an IP, as {@link reserve} does: one of `before` if it is free, else the next.
   */
  reserveOne(
    key: string,
    namespace: string,
    network: SubnetNetwork,
    family: 'ipv4' | 'ipv6',
    before: readonly Address[],
  ): Address | Refusal {
    const claim = this.#claims.get(key);
    const [earlier] = claim?.subnet === network.name ? claim.addresses : [];
    if (earlier) return earlier;
    const pool = this.#pool(network.name).families.get(family);
    const range = network.families.find((each) => each.family === family);
    const address =
      before.find((each) => range && isGivable(range, each) && !pool?.isHeldByOther(each, key)) ??
      pool?.next(this.#now());
    if (!address) return exhausted(network, namespace, family, pool);
    this.#claim(key, { subnet: network.name, namespace, addresses: [address] });
    return address;
  }

  /** Reserves a given address for an IP; `false` when somebody else holds it. */
  reserveGiven(key: string, namespace: string, subnet: string, address: Address): boolean {
    if (this.isHeldByOther(subnet, address, key)) return false;
    this.#claim(key, { subnet, namespace, addresses: [address] });
    return true;
  }

  /** Whether a Subnet has an address of every family left for a namespace. */
  hasRoom(network: SubnetNetwork, subnet: Inputs['Subnet'], namespace: string): boolean {
    const pool = this.#pools.get(network.name);
    const limit = subnet.spec.limits?.addressesPerNamespace;
    if (limit !== undefined && (pool?.namespaces.get(namespace)?.size ?? 0) >= limit) return false;
    return network.families.every(({ family }) => (pool?.families.get(family)?.available ?? 0n) > 0n);
  }

  /** Whether somebody else holds an address. */
  isHeldByOther(subnet: string, address: Address, key: string): boolean {
    return this.#pools.get(subnet)?.families.get(address.family)?.isHeldByOther(address, key) ?? false;
  }

  /** Usage of a Subnet, for its status. */
  usage(subnet: string): UsageFacts {
    const families = this.#pools.get(subnet)?.families;
    const of = (family: 'ipv4' | 'ipv6'): Partial<Record<'ipv4' | 'ipv6', FamilyUsage>> => {
      const pool = families?.get(family);
      if (!pool) return {};
      const last = pool.lastAllocated;
      return {
        [family]: {
          total: String(pool.total),
          used: String(pool.used),
          available: String(pool.available),
          ...(last === undefined ? {} : { lastAllocated: last }),
        },
      };
    };
    return { ...of('ipv4'), ...of('ipv6') };
  }

  /** Subnets whose usage changed since this was asked last. */
  takeChanged(): readonly string[] {
    const changed = [...this.#changed];
    this.#changed.clear();
    return changed;
  }

  #claim(key: string, claim: Claim): void {
    const before = this.#claims.get(key);
    if (before && before.subnet !== claim.subnet) this.removeIP(key);
    this.#claims.set(key, claim);
    const pool = this.#pool(claim.subnet);
    // One that waits for an address takes nothing of the namespace's share.
    if (claim.addresses.length > 0) {
      const namespace = pool.namespaces.get(claim.namespace);
      if (namespace) namespace.add(key);
      else pool.namespaces.set(claim.namespace, new Set([key]));
    }
    for (const address of claim.addresses) pool.families.get(address.family)?.hold(address, key);
    const kept = new Set(claim.addresses.map(({ value }) => value));
    if (before?.subnet === claim.subnet)
      this.#withdraw(
        key,
        before,
        before.addresses.filter(({ value }) => !kept.has(value)),
      );
    this.#changed.add(claim.subnet);
  }

  #withdraw(key: string, { subnet }: Claim, addresses: readonly Address[]): void {
    const pool = this.#pools.get(subnet);
    for (const address of addresses)
      pool?.families.get(address.family)?.release(address, key, this.#now() + this.restMs);
    this.#changed.add(subnet);
  }

  #pool(subnet: string): SubnetPool {
    let pool = this.#pools.get(subnet);
    if (!pool) {
      pool = { families: new Map(), namespaces: new Map() };
      this.#pools.set(subnet, pool);
    }
    return pool;
  }
}

function exhausted(
  network: SubnetNetwork,
  namespace: string,
  family: 'ipv4' | 'ipv6',
  pool: Pool | undefined,
): Refusal {
  const name = family === 'ipv4' ? 'IPv4' : 'IPv6';
  const more =
    network.vpc === undefined
      ? 'Take some out of spec.excludes, or'
      : `Add a Subnet in Vpc ${network.vpc} that serves namespace ${namespace}, or`;
  return {
    reason: 'SubnetExhausted',
    message: `Subnet ${network.name} has no free ${name} address (${pool?.used ?? 0n} of ${pool?.total ?? 0n} used). ${more} free one: kubectl get ips -A --field-selector spec.subnet=${network.name}`,
  };
}

/** Whether a family can give an address at all. */
function isGivable({ cidr, excluded, reserved }: SubnetFamily, address: Address): boolean {
  return contains(cidr, address) && ![...excluded, ...reserved].some((range) => contains(range, address));
}
