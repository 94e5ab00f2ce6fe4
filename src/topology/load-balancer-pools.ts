/**
 * Which address each Service of type LoadBalancer gets from which LoadBalancerIPPool. Decided for all of them at once, in the order of
 * who wins: what a pool gave stays, then the older Service chooses first. The Services' statuses are the only truth of who has which address.
 */
import { type Address, type Family, familyOf, formatAddress, parseAddress } from '../net/address.ts';
import { contains, parseRange, type Range } from '../net/cidr.ts';
import type { Derivation, World } from '../store/store.ts';
import type { FamilyUsage, Inputs } from './facts.ts';
import { balancedServices } from './indexes.ts';
import { attachedVpcs, firstOverlap, installationRanges, joinNetworkOf, type Reservation } from './join-network.ts';
import type { ServiceFacts } from './kubernetes.ts';
import { byAge, precedes } from './precedence.ts';
import { selects } from './selector.ts';
import { acceptedSubnetsOf } from './subnets.ts';
import type { Finding } from './verdict.ts';

/** `Service.spec.loadBalancerClass` of Services that want an address from a pool of ours; so do those without a class. */
export const poolClass = 'subnetes.io/pool';

/** What a Service gets: its addresses, one per family; or why it has none, in the words of an event. */
export type PoolDecision =
  | { readonly addresses: readonly string[]; readonly finding?: undefined }
  | { readonly addresses?: undefined; readonly finding: { readonly reason: string; readonly message: string } };

/** The ranges of a pool. */
function rangesOf({ spec }: Inputs['LoadBalancerIPPool']): readonly Range[] {
  return [...(spec.cidrs ?? []), ...(spec.ranges ?? [])].flatMap((text) => parseRange(text) ?? []);
}

/** Why a pool is not accepted, by name; absent means accepted. */
export const poolFindings: Derivation<Inputs, Readonly<Record<string, Finding>>> = {
  name: 'poolFindings',
  compute(world) {
    const findings: Record<string, Finding> = {};
    const inside = [...installationRanges(world), ...routedRanges(world)];
    const taken: Reservation[] = [];
    const pools = world.all('LoadBalancerIPPool').map((name) => world.get('LoadBalancerIPPool', name)!);
    for (const pool of [...pools].sort(precedes)) {
      const { name } = pool.meta;
      const texts = [...(pool.spec.cidrs ?? []), ...(pool.spec.ranges ?? [])];
      const own = texts.flatMap((text): Reservation[] => {
        const range = parseRange(text);
        return range ? [{ range, text, holder: `loadbalancerippools.subnetes.io ${name}` }] : [];
      });
      const broken = texts.find((text) => !parseRange(text));
      const finding: Finding | undefined =
        broken === undefined
          ? // What is in use stays when a node or a Subnet arrives: the newcomer is the mistake.
            (firstOverlap(own, taken) ?? (pool.accepted ? undefined : firstOverlap(own, inside)))
          : { reason: 'Invalid', message: `${broken} is no range of addresses. Write it as 192.0.2.1-192.0.2.9.` };
      if (finding) findings[name] = finding;
      else taken.push(...own);
    }
    return findings;
  },
};

/** What the nodes route into Vpcs: an address there would never come to a Service. */
function routedRanges(world: World<Inputs>): readonly Reservation[] {
  return world.derive(attachedVpcs, '').flatMap((vpc) => [
    ...(joinNetworkOf(world, world.get('Vpc', vpc)!)?.cidrs ?? []).map((range) => ({
      ...{ range, text: vpc, holder: `the join network of vpcs.subnetes.io ${vpc}` },
    })),
    ...world.derive(acceptedSubnetsOf, vpc).flatMap((name) =>
      (world.get('Subnet', name)?.spec.cidrs ?? []).flatMap((text) => {
        const range = parseRange(text);
        return range ? [{ range, text, holder: `subnets.subnetes.io ${name}` }] : [];
      }),
    ),
  ]);
}

/** Whether a Service is ours to give addresses to. What another controller serves is left alone. */
const isOurs = ({ type, loadBalancerClass, pooled, ingress, meta }: ServiceFacts): boolean =>
  type === 'LoadBalancer' &&
  !meta.deleting &&
  (loadBalancerClass === poolClass || (loadBalancerClass === undefined && (pooled || ingress.length === 0)));

/** What each Service gets, by its key; absent means that it is not ours. */
export const poolDecisions: Derivation<Inputs, Readonly<Record<string, PoolDecision>>> = {
  name: 'poolDecisions',
  compute(world) {
    const names = world.all('LoadBalancerIPPool');
    const findings = world.derive(poolFindings, '');
    const pools = names.filter((name) => !findings[name]).map((name) => world.get('LoadBalancerIPPool', name)!);
    // Nobody has asked for addresses here: another controller may be about to give one.
    if (names.length === 0) return {};
    const services = world.list(balancedServices, '').map((key) => ({ key, service: world.get('Service', key)! }));
    const holder = new Map<string, string>();
    for (const { key, service } of services)
      if (!isOurs(service)) for (const address of service.ingress) holder.set(address, key);
    const decisions: Record<string, PoolDecision> = {};
    const wanting = services.filter(({ service }) => isOurs(service)).sort((a, b) => byAge(a.service, b.service));
    const undecided = wanting.filter(({ key, service }) => {
      const permitted = pools.filter((pool) => permits(world, pool, service));
      if (!service.pooled || !keeps(service, permitted) || service.ingress.some((text) => holder.has(text)))
        return true;
      for (const address of service.ingress) holder.set(address, key);
      decisions[key] = { addresses: service.ingress };
      return false;
    });
    for (const { key, service } of undecided) {
      const permitted = pools.filter((pool) => permits(world, pool, service));
      const decision = decide(service, permitted, holder);
      decisions[key] = decision;
      for (const address of decision.addresses ?? []) holder.set(address, key);
    }
    return decisions;
  },
};

function permits(world: World<Inputs>, { spec }: Inputs['LoadBalancerIPPool'], service: ServiceFacts): boolean {
  const namespace = world.get('Namespace', service.meta.namespace)?.labels ?? {};
  return (
    (spec.serviceSelector === undefined || selects(spec.serviceSelector, service.labels)) &&
    (spec.namespaceSelector === undefined || selects(spec.namespaceSelector, namespace))
  );
}

/** Whether what a Service has is still its own: from pools that permit it, in its families, and the one that it asks for. */
function keeps(service: ServiceFacts, pools: readonly Inputs['LoadBalancerIPPool'][]): boolean {
  const { ingress, loadBalancerIP } = service;
  const own = familiesOf(service);
  return (
    ingress.length > 0 &&
    (loadBalancerIP === undefined || ingress.includes(loadBalancerIP)) &&
    ingress.every((text) => {
      const address = parseAddress(text);
      return address !== undefined && own.includes(address.family) && holds(pools, address);
    })
  );
}

const holds = (pools: readonly Inputs['LoadBalancerIPPool'][], address: Address): boolean =>
  pools.some((pool) => rangesOf(pool).some((range) => contains(range, address)));

const familiesOf = ({ clusterIPs }: ServiceFacts): readonly Family[] =>
  clusterIPs.flatMap((text) => familyOf(text) ?? []);

function decide(
  service: ServiceFacts,
  pools: readonly Inputs['LoadBalancerIPPool'][],
  holder: ReadonlyMap<string, string>,
): PoolDecision {
  const { loadBalancerIP, meta } = service;
  const name = `${meta.namespace}/${meta.name}`;
  const see = 'See kubectl get loadbalancerippools';
  if (pools.length === 0)
    return none(
      'NoPool',
      `No LoadBalancerIPPool permits Service ${name}. Label it so that one does, or make one. ${see}`,
    );
  const wanted = loadBalancerIP === undefined ? undefined : parseAddress(loadBalancerIP);
  if (loadBalancerIP !== undefined) {
    if (!wanted || !holds(pools, wanted))
      return none(
        'AddressOutOfRange',
        `spec.loadBalancerIP ${loadBalancerIP} is in no LoadBalancerIPPool that permits Service ${name}. Choose one that is, or remove the field. ${see}`,
      );
    const other = holder.get(formatAddress(wanted));
    if (other !== undefined)
      return none(
        'AddressTaken',
        `spec.loadBalancerIP ${loadBalancerIP} is that of Service ${other}. Choose another, or remove the field.`,
      );
  }
  const addresses = familiesOf(service).flatMap((family) =>
    wanted?.family === family ? formatAddress(wanted) : (firstFree(family, pools, holder) ?? []),
  );
  if (addresses.length > 0) return { addresses };
  return none(
    'PoolExhausted',
    `No LoadBalancerIPPool that permits Service ${name} has an address left. Add a range to one, or delete a Service. ${see}`,
  );
}

const none = (reason: string, message: string): PoolDecision => ({ finding: { reason, message } });

function firstFree(
  family: Family,
  pools: readonly Inputs['LoadBalancerIPPool'][],
  holder: ReadonlyMap<string, string>,
): string | undefined {
  for (const range of pools.flatMap(rangesOf)) {
    if (range.family !== family) continue;
    for (let value = range.first; value <= range.last; value++) {
      const text = formatAddress({ family, value });
      if (!holder.has(text)) return text;
    }
  }
  return undefined;
}

/** How many addresses of a pool are in use, by family. */
export const poolUsage: Derivation<Inputs, Partial<Record<Family, FamilyUsage>>> = {
  name: 'poolUsage',
  compute(world, name) {
    const pool = world.get('LoadBalancerIPPool', name);
    const ranges = pool ? rangesOf(pool) : [];
    const held = world
      .list(balancedServices, '')
      .flatMap((key) => world.get('Service', key)?.ingress.flatMap((text) => parseAddress(text) ?? []) ?? [])
      .filter((address) => ranges.some((range) => contains(range, address)));
    const usage: Partial<Record<Family, FamilyUsage>> = {};
    for (const family of ['ipv4', 'ipv6'] as const) {
      const own = ranges.filter((range) => range.family === family);
      if (own.length === 0) continue;
      const total = own.reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
      const used = BigInt(new Set(held.filter((each) => each.family === family).map(formatAddress)).size);
      usage[family] = { total: String(total), used: String(used), available: String(total - used) };
    }
    return usage;
  },
};
