/**
 * Which Subnets are accepted, and what an accepted one is like. Subnets that share an address space (one Vpc, or all Vpcs that
 * the nodes route to) are decided together, in the order of who wins, so the result never depends on the order of events.
 */
import { type Address, bitsOf, type Family, familyOf, formatAddress, parseAddress } from '../net/address.ts';
import { type Cidr, contains, formatCidr, overlaps, parseCidr, parseRange, type Range } from '../net/cidr.ts';
import { macOf } from '../net/mac.ts';
import { tunnelOverhead } from '../net/tunnel.ts';
import type { Derivation, World } from '../store/store.ts';
import type { Inputs } from './facts.ts';
import { subnetsOfProviderNetwork, subnetsOfVpc } from './indexes.ts';
import {
  attachedVpcs,
  configOf,
  firstOverlap,
  installationRanges,
  isAttached,
  joinNetworkOf,
  overlapFinding,
  type Reservation,
  vpcFinding,
} from './join-network.ts';
import { precedes } from './precedence.ts';
import type { Finding } from './verdict.ts';

/** One family of an accepted Subnet. */
export interface SubnetFamily {
  readonly family: Family;
  readonly cidr: Cidr;
  /** Canonical text of the CIDR. */
  readonly text: string;
  /** Our router's address in it; of an External Subnet the physical router's. */
  readonly gateway: Address;
  /** Ranges that are never given: excludes, and what the family reserves (`reserved`). */
  readonly excluded: readonly Range[];
  readonly reserved: readonly Range[];
}

/** What others need to know of an accepted Subnet. */
export interface SubnetNetwork {
  readonly name: string;
  /** Absent for an External Subnet, which has no router of ours. */
  readonly vpc: string | undefined;
  readonly families: readonly SubnetFamily[];
  /** MAC of the router port. */
  readonly routerMac: string;
  /** Largest packet of a pod, in bytes. */
  readonly mtu: number;
  /** Whether its ports get DHCP options. */
  readonly dhcp: boolean;
  /** IPs that a namespace may have in it at most. */
  readonly addressesPerNamespace: number | undefined;
}

/** When neither the Subnet nor the NetworkConfig says it and no node has reported: 1500 less Geneve over IPv4 (58), rounded down. */
const FALLBACK_MTU = 1400;

/** All Subnets that must not overlap each other: key `` for what the nodes route to, the name of a Vpc, or `provider network/VLAN`. */
function spaceOf(world: World<Inputs>, { spec }: Inputs['Subnet']): string {
  if (spec.physical) return `${spec.physical.providerNetwork}/${spec.physical.vlan ?? ''}`;
  return spec.vpc === undefined || world.derive(isAttached, spec.vpc) ? '' : spec.vpc;
}

/** Names of the Subnets of a space. */
function subnetsOfSpace(world: World<Inputs>, space: string): readonly string[] {
  const slash = space.indexOf('/');
  if (slash >= 0)
    return world
      .list(subnetsOfProviderNetwork, space.slice(0, slash))
      .filter((name) => spaceOf(world, world.get('Subnet', name)!) === space);
  const vpcs = space === '' ? world.derive(attachedVpcs, '') : [space];
  return vpcs.flatMap((vpc) => world.list(subnetsOfVpc, vpc));
}

/** Why a Subnet is not accepted; `undefined` when it is. */
export const subnetFinding: Derivation<Inputs, Finding | undefined> = {
  name: 'subnetFinding',
  compute(world, name) {
    const subnet = world.get('Subnet', name);
    if (!subnet) return undefined;
    return (
      invalid(subnet) ??
      world.derive(rangeFindings, spaceOf(world, subnet))[name] ??
      (subnet.spec.default ? defaultFinding(world, name) : undefined) ??
      attachmentFinding(world, subnet) ??
      mtuFinding(world, subnet)
    );
  },
};

/** The network of an accepted Subnet, whose Vpc is accepted unless it is External; `undefined` for any other. */
export const subnetNetwork: Derivation<Inputs, SubnetNetwork | undefined> = {
  name: 'subnetNetwork',
  compute(world, name) {
    const subnet = world.get('Subnet', name);
    if (!subnet || world.derive(subnetFinding, name)) return undefined;
    const { vpc } = subnet.spec;
    if (vpc !== undefined && (!world.get('Vpc', vpc) || world.derive(vpcFinding, vpc))) return undefined;
    const families = subnet.spec.cidrs.map((text) => subnetFamily(subnet, text));
    return {
      ...{ name, vpc, families, routerMac: macOf(families[0]!.gateway), mtu: mtuOf(world, subnet) },
      dhcp: subnet.spec.dhcp.mode === 'Enabled',
      addressesPerNamespace: subnet.spec.limits?.addressesPerNamespace,
    };
  },
};

/** Names of the accepted Subnets of a Vpc, sorted. */
export const acceptedSubnetsOf: Derivation<Inputs, readonly string[]> = {
  name: 'acceptedSubnetsOf',
  compute: (world, vpc) =>
    world.list(subnetsOfVpc, vpc).filter((name) => world.derive(subnetNetwork, name) !== undefined),
};

/** The Subnet with `default: true` that serves what no selector serves. */
export const defaultSubnet: Derivation<Inputs, string | undefined> = {
  name: 'defaultSubnet',
  compute: (world) =>
    world
      .all('Subnet')
      .map((name) => world.get('Subnet', name)!)
      .filter((subnet) => subnet.spec.default && !invalid(subnet))
      .filter((subnet) => !world.derive(rangeFindings, spaceOf(world, subnet))[subnet.meta.name])
      .sort(precedes)[0]?.meta.name,
};

/** The tunnels' room for pods' packets: the smallest of all nodes, in bytes. */
export const tunnelMtu: Derivation<Inputs, number | undefined> = {
  name: 'tunnelMtu',
  compute(world) {
    const all = world.all('NodeNetwork').flatMap((name) => world.get('NodeNetwork', name)?.tunnelMtu ?? []);
    return all.length === 0 ? undefined : Math.min(...all);
  },
};

/** Which family of the Subnet an address belongs to. */
export function familyFor(network: SubnetNetwork, address: Address): SubnetFamily | undefined {
  return network.families.find(({ cidr }) => contains(cidr, address));
}

/** Findings of one address space: everything that overlaps something that goes before it. */
const rangeFindings: Derivation<Inputs, Readonly<Record<string, Finding>>> = {
  name: 'rangeFindings',
  compute(world, space) {
    const findings: Record<string, Finding> = {};
    const reserved = reservations(world, space);
    const taken = new DisjointRanges();
    const subnets = subnetsOfSpace(world, space).map((name) => world.get('Subnet', name)!);
    for (const subnet of subnets.filter((each) => !invalid(each)).sort(precedes)) {
      const wanted = subnet.spec.cidrs.map(
        (text): Reservation => ({ range: parseCidr(text)!, text, holder: `subnets.subnetes.io ${subnet.meta.name}` }),
      );
      // What is accepted stays when a node arrives in its range, or the Services' range changes; newcomers keep away.
      const conflict =
        (subnet.accepted ? undefined : firstOverlap(wanted, reserved)) ??
        wanted.flatMap((want) => taken.conflict(want) ?? [])[0];
      if (conflict) findings[subnet.meta.name] = conflict;
      else for (const want of wanted) taken.add(want);
    }
    return findings;
  },
};

function reservations(world: World<Inputs>, space: string): readonly Reservation[] {
  if (space !== '') return [];
  const joins = world.derive(attachedVpcs, '').flatMap((name) => {
    const join = joinNetworkOf(world, world.get('Vpc', name)!);
    return (join?.cidrs ?? []).map(
      (range): Reservation => ({
        range,
        text: formatCidr(range),
        holder: `the join network of vpcs.subnetes.io ${name}`,
      }),
    );
  });
  return [...installationRanges(world), ...joins];
}

/** Ranges without overlap, by their first address: a look-up costs a binary search, whatever their number. */
class DisjointRanges {
  readonly #sorted: Record<Family, Reservation[]> = { ipv4: [], ipv6: [] };

  conflict(want: Reservation): Finding | undefined {
    const list = this.#sorted[want.range.family];
    const at = this.#position(want.range);
    const other = [list[at - 1], list[at]].find((each) => each && overlaps(each.range, want.range));
    return other && overlapFinding(want, other);
  }

  add(each: Reservation): void {
    this.#sorted[each.range.family].splice(this.#position(each.range), 0, each);
  }

  #position({ family, first }: Range): number {
    const list = this.#sorted[family];
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (list[middle]!.range.first < first) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** What an API server with our CRD refuses; an older CRD, or validation switched off, may let it through. */
function invalid({ spec }: Inputs['Subnet']): Finding | undefined {
  const finding = (message: string): Finding => ({ reason: 'Invalid', message });
  const cidrs = spec.cidrs.map((text) => ({ text, cidr: parseCidr(text) }));
  for (const { text, cidr } of cidrs) {
    if (!cidr) return finding(`${text} is no network. Write it as 10.0.0.0/24 or fd00::/64.`);
    if (formatCidr(cidr) !== text) return finding(`${text} is not in its canonical form. Write ${formatCidr(cidr)}.`);
  }
  if ((spec.type === 'External') !== (spec.vpc === undefined))
    return finding('A Subnet of type Overlay names its vpc, one of type External has none.');
  if ((spec.type === 'External') !== (spec.physical !== undefined))
    return finding('A Subnet of type External says in physical where it is, one of type Overlay does not.');
  if (cidrs.length === 0 || new Set(cidrs.map(({ cidr }) => cidr?.family)).size !== cidrs.length)
    return finding('Write one CIDR, or one of each family.');
  for (const gateway of spec.gateways ?? []) {
    const address = parseAddress(gateway);
    if (!address || !cidrs.some(({ cidr }) => cidr && contains(cidr, address)))
      return finding(`The gateway ${gateway} lies in none of the cidrs.`);
  }
  const bad = (spec.excludes ?? []).find((text) => !parseRange(text));
  return bad === undefined
    ? undefined
    : finding(`${bad} is neither an address nor a range. Write 10.0.0.5 or 10.0.0.5-10.0.0.9.`);
}

function defaultFinding(world: World<Inputs>, name: string): Finding | undefined {
  const winner = world.derive(defaultSubnet, '');
  if (winner === undefined || winner === name) return undefined;
  return {
    reason: 'DefaultExists',
    message: `The default Subnet is subnets.subnetes.io ${winner}. Remove default: true here or there.`,
  };
}

/** Distributed egress needs the nodes. */
function attachmentFinding(world: World<Inputs>, { spec }: Inputs['Subnet']): Finding | undefined {
  const vpc = spec.vpc === undefined ? undefined : world.get('Vpc', spec.vpc);
  if (spec.egress.mode !== 'Distributed' || !vpc || vpc.spec.nodeAttachment) return undefined;
  return {
    reason: 'NotAttached',
    message: `egress.mode Distributed leaves by the nodes, which have no port in Vpc ${vpc.meta.name}. Add nodeAttachment: {} to the Vpc, or choose another mode.`,
  };
}

/** What is programmed keeps its MTU: a new node with a small one must not take away what works. */
function mtuFinding(world: World<Inputs>, subnet: Inputs['Subnet']): Finding | undefined {
  const room = world.derive(tunnelMtu, '');
  const { mtu } = subnet.spec;
  if (mtu === undefined || room === undefined || mtu <= room || (subnet.accepted && subnet.mtuInForce === mtu))
    return undefined;
  return {
    reason: 'MTUTooLarge',
    message: `An MTU of ${mtu} does not fit into the tunnels between the nodes. Write at most ${room} into spec.mtu, or leave it out.`,
  };
}

function mtuOf(world: World<Inputs>, subnet: Inputs['Subnet']): number {
  if (subnet.spec.mtu !== undefined) return subnet.spec.mtu;
  const config = configOf(world)?.spec;
  const configured = config?.mtu === undefined ? [] : [config.mtu - tunnelOverhead[config.encapsulation].ipv4];
  const rooms = [...configured, ...[world.derive(tunnelMtu, '')].filter((room) => room !== undefined)];
  return rooms.length > 0 ? Math.min(...rooms) : FALLBACK_MTU;
}

function subnetFamily(subnet: Inputs['Subnet'], text: string): SubnetFamily {
  const cidr = parseCidr(text)!;
  const { family } = cidr;
  const given = (subnet.spec.gateways ?? []).find((gateway) => familyOf(gateway) === family);
  const gateway = given ? parseAddress(given)! : { family, value: cidr.first + 1n };
  return {
    family,
    cidr,
    text,
    gateway,
    excluded: (subnet.spec.excludes ?? [])
      .flatMap((exclude) => parseRange(exclude) ?? [])
      .filter((range) => range.family === family),
    reserved: [{ family, first: gateway.value, last: gateway.value }, ...reservedOf(cidr)],
  };
}

/**
 * What a network keeps for itself. IPv4: network and broadcast address, except in /31 and /32 (RFC 3021). IPv6: the subnet-router
 * anycast address (RFC 4291 section 2.6.1) and the highest 128, reserved for anycast (RFC 2526), where the network is large enough.
 */
function reservedOf({ family, first, last, prefix }: Cidr): readonly Range[] {
  const hostBits = bitsOf(family) - prefix;
  if (hostBits < 2) return [];
  if (family === 'ipv4')
    return [
      { family, first, last: first },
      { family, first: last, last },
    ];
  return [{ family, first, last: first }, ...(hostBits >= 10 ? [{ family, first: last - 127n, last }] : [])];
}

/** How many addresses of a family can be given at all. */
export function capacity({ cidr, excluded, reserved }: SubnetFamily): bigint {
  const cut = [...excluded, ...reserved]
    .map((range) => ({
      first: range.first < cidr.first ? cidr.first : range.first,
      last: range.last > cidr.last ? cidr.last : range.last,
    }))
    .filter(({ first, last }) => first <= last)
    .sort((a, b) => (a.first < b.first ? -1 : 1));
  let total = cidr.last - cidr.first + 1n;
  let end = cidr.first - 1n;
  for (const { first, last } of cut) {
    if (last <= end) continue;
    total -= last - (first > end ? first - 1n : end);
    end = last;
  }
  return total;
}

/** Gateways of a Subnet in text, in the order of its CIDRs. */
export function gatewaysOf(network: SubnetNetwork): readonly string[] {
  return network.families.map(({ gateway }) => formatAddress(gateway));
}
