/**
 * Gateways as others see them: whether one is accepted, where it is, and the link between its router and that of its Vpc. A Gateway is a
 * logical router of its own, so that several of one Vpc may be on one External Subnet:
 *
 *   Vpc's router ── transit link ── Gateway's router ── External Subnet's switch ── physical network
 *
 * Its addresses are IP objects in the operator's namespace, one each: the one truth of who has an address.
 */
import { createHash } from 'node:crypto';
import { systemNamespace } from '../api/index.ts';
import { type Address, type Family, formatAddress, parseAddress } from '../net/address.ts';
import { overlaps } from '../net/cidr.ts';
import type { Derivation, World } from '../store/store.ts';
import type { Inputs } from './facts.ts';
import { gatewayActivity } from './gateway-placement.ts';
import { gatewaysOfSubnet, gatewaysOfVpc, ipsByAddress, ipsByTarget, subnetsOfGateway, targetKey } from './indexes.ts';
import { addressFinding, describe, hasStanding, ipFinding, winnerOf } from './ip.ts';
import { configOf, vpcFinding } from './join-network.ts';
import { nameHash } from './name-hash.ts';
import { byAge, precedes } from './precedence.ts';
import { acceptedSubnetsOf, type SubnetNetwork, subnetFinding, subnetNetwork } from './subnets.ts';
import { type Finding, noNetworkConfig } from './verdict.ts';

/** The transit link of one family: two addresses of a network that nobody else has. */
export interface TransitFamily {
  readonly family: Family;
  /** The end of the Vpc's router: where the Gateway sends what comes in. */
  readonly vpc: Address;
  /** The end of the Gateway's router: where the Vpc sends what leaves. */
  readonly gateway: Address;
  /** Prefix length of the link. */
  readonly prefix: number;
}

/** An accepted Gateway, as a way out of its Vpc. */
export interface GatewayWay {
  readonly name: string;
  readonly vpc: string;
  /** The smaller number wins. */
  readonly priority: number;
  /** Its families: those of its External Subnet. */
  readonly transit: readonly TransitFamily[];
  /** Its external addresses, canonical: of each family the first is the router's. */
  readonly addresses: readonly string[];
  /** Whether a node carries its traffic now. */
  readonly ready: boolean;
}

/** A Gateway as a way out; `undefined` while it is not accepted, or its addresses are not known. */
export const gatewayWay: Derivation<Inputs, GatewayWay | undefined> = {
  name: 'gatewayWay',
  compute(world, name) {
    const gateway = world.get('Gateway', name);
    if (!gateway || world.derive(gatewayReferences, name) || world.derive(gatewayFinding, name)) return undefined;
    const network = world.derive(subnetNetwork, gateway.spec.external.subnet);
    const { addresses, missing } = world.derive(gatewayAddresses, name);
    const slot = world.derive(transitSlots, gateway.spec.vpc)[name];
    if (!network || missing.length > 0 || slot === undefined) return undefined;
    return {
      name,
      vpc: gateway.spec.vpc,
      priority: gateway.spec.priority,
      transit: network.families.map(({ family }) => transitOf(family, slot)),
      addresses: addresses.map(formatAddress),
      ready: world.derive(gatewayActivity, name).ready,
    };
  },
};

/** Whether a Gateway is on its way out and nobody leaves through it any more: its rows go, then its addresses, then the object. */
export function gatewayEnds(world: World<Inputs>, name: string): boolean {
  return world.get('Gateway', name)?.meta.deleting === true && world.count(subnetsOfGateway, name) === 0;
}

/** What a Gateway's references lack. */
export const gatewayReferences: Derivation<Inputs, Finding | undefined> = {
  name: 'gatewayReferences',
  compute(world, name) {
    const gateway = world.get('Gateway', name);
    if (!gateway) return undefined;
    if (!configOf(world)) return noNetworkConfig;
    return vpcReference(world, gateway) ?? subnetReference(world, gateway);
  },
};

function vpcReference(world: World<Inputs>, { meta, spec, programmed }: Inputs['Gateway']): Finding | undefined {
  const name = spec.vpc;
  const vpc = world.get('Vpc', name);
  if (!vpc)
    return {
      reason: 'RefNotFound',
      message: `There is no Vpc ${name}. Make it, or make a Gateway in another: kubectl get vpc`,
    };
  const finding = world.derive(vpcFinding, name);
  if (finding) return { reason: 'RefNotAccepted', message: `Vpc ${name} is not accepted: ${finding.message}` };
  if (vpc.meta.deleting && !programmed && !meta.deleting)
    return { reason: 'RefNotAccepted', message: `Vpc ${name} is being deleted. Make a Gateway in another Vpc.` };
  return undefined;
}

function subnetReference(world: World<Inputs>, { meta, spec, programmed }: Inputs['Gateway']): Finding | undefined {
  const name = spec.external.subnet;
  const subnet = world.get('Subnet', name);
  if (!subnet)
    return {
      reason: 'RefNotFound',
      message: `There is no Subnet ${name} (external.subnet). Make it, with type: External: kubectl get vsub --field-selector spec.type=External`,
    };
  if (subnet.spec.type !== 'External')
    return {
      reason: 'NotExternal',
      message: `Subnet ${name} (external.subnet) is of type ${subnet.spec.type}. Make a Gateway on a Subnet of type External: kubectl get vsub --field-selector spec.type=External`,
    };
  const finding = world.derive(subnetFinding, name);
  if (finding) return { reason: 'RefNotAccepted', message: `Subnet ${name} is not accepted: ${finding.message}` };
  const provider = subnet.spec.physical?.providerNetwork ?? '';
  if (!world.get('ProviderNetwork', provider) && !programmed)
    return {
      reason: 'RefNotAccepted',
      message: `Subnet ${name} is not in force: there is no ProviderNetwork ${provider}. Make it: kubectl get vprov`,
    };
  if (subnet.meta.deleting && !programmed && !meta.deleting)
    return { reason: 'RefNotAccepted', message: `Subnet ${name} is being deleted. Make a Gateway on another Subnet.` };
  return undefined;
}

/** The addresses of a Gateway. */
export interface GatewayAddresses {
  /** Those that it has: the router's first, one of each family in the order of the External Subnet, then the others in the order of the spec. */
  readonly addresses: readonly Address[];
  /** Those that it has no IP object for yet, and families of which any address will do. */
  readonly missing: readonly (Address | Family)[];
}

/** Which addresses a Gateway has, and which it lacks. */
export const gatewayAddresses: Derivation<Inputs, GatewayAddresses> = {
  name: 'gatewayAddresses',
  compute(world, name) {
    const gateway = world.get('Gateway', name);
    const network = gateway && world.derive(subnetNetwork, gateway.spec.external.subnet);
    if (!gateway || !network) return { addresses: [], missing: [] };
    const own = ownAddresses(world, name);
    const wanted = wantedAddresses(gateway, network, own);
    return {
      addresses: wanted.filter(
        (each): each is Address => typeof each !== 'string' && own.includes(formatAddress(each)),
      ),
      missing: wanted.filter((each) => typeof each === 'string' || !own.includes(formatAddress(each))),
    };
  },
};

/** What a Gateway shall have: addresses, and families of which any address will do. */
function wantedAddresses(
  { spec, held }: Inputs['Gateway'],
  network: SubnetNetwork,
  own: readonly string[],
): readonly (Address | Family)[] {
  const given = (spec.external.addresses ?? []).flatMap((text) => parseAddress(text) ?? []);
  const routers = network.families.map(({ family }): Address | Family => {
    const first = given.find((address) => address.family === family);
    if (first) return first;
    // Allocated: what it had before, if it has that still, else the oldest that it has.
    const mine = own.flatMap((text) => parseAddress(text) ?? []).filter((address) => address.family === family);
    return mine.find((address) => held.includes(formatAddress(address))) ?? mine[0] ?? family;
  });
  return [...routers, ...given.filter((address) => !routers.includes(address))];
}

/** IP objects of a Gateway, whatever their state: the older first. */
export function ipsOfGateway(world: World<Inputs>, name: string): readonly string[] {
  return world
    .list(ipsByTarget, targetKey('Gateway', systemNamespace, name))
    .map((key) => ({ key, ip: world.get('IP', key)! }))
    .filter(({ ip }) => ip.made)
    .sort((a, b) => byAge(a.ip, b.ip))
    .map(({ key }) => key);
}

/** The addresses that a Gateway has on its External Subnet, in text. */
function ownAddresses(world: World<Inputs>, name: string): readonly string[] {
  const subnet = world.get('Gateway', name)?.spec.external.subnet;
  return ipsOfGateway(world, name).flatMap((key) => {
    const ip = world.get('IP', key);
    return ip && ip.spec.subnet === subnet && !ipFinding(world, key) ? (ip.spec.addresses ?? []) : [];
  });
}

/** Whether an IP object of a Gateway is needed: one of its addresses is wanted. */
export function gatewayNeeds(world: World<Inputs>, key: string): boolean {
  const ip = world.get('IP', key);
  const name = ip?.spec.target?.name ?? '';
  if (!ip || !world.get('Gateway', name) || gatewayEnds(world, name)) return false;
  // Not known now what it wants: what it has stays.
  const { addresses, missing } = world.derive(gatewayAddresses, name);
  if (addresses.length + missing.length === 0) return true;
  return addresses.some((address) => ip.spec.addresses?.includes(formatAddress(address)));
}

/** Name of the IP object for an address that somebody wrote, or for the one that is allocated of a family. */
export function gatewayIpName(gateway: string, slot: string): string {
  return `gateway-${gateway.slice(0, 200)}-${nameHash(gateway, slot)}`;
}

/** Why a Gateway is not accepted: an address that it can't have. */
export const gatewayFinding: Derivation<Inputs, Finding | undefined> = {
  name: 'gatewayFinding',
  compute(world, name) {
    const gateway = world.get('Gateway', name);
    const network = gateway && world.derive(subnetNetwork, gateway.spec.external.subnet);
    if (!gateway || !network || world.derive(gatewayReferences, name)) return undefined;
    const overlap = gateway.programmed ? undefined : overlapWithVpc(world, gateway, network);
    if (overlap) return overlap;
    for (const text of gateway.spec.external.addresses ?? []) {
      const finding = addressFinding(text, network) ?? taken(world, gateway, text);
      if (finding) return finding;
    }
    for (const each of world.derive(gatewayAddresses, name).missing) {
      const slot = typeof each === 'string' ? each : formatAddress(each);
      const refusal = world.get('Allocation', `${systemNamespace}/${gatewayIpName(name, slot)}`);
      if (refusal) return refusal;
    }
    return undefined;
  },
};

/** Outside and inside of a Gateway must differ: what comes back for a pod would be looked for on the external network. */
function overlapWithVpc(
  world: World<Inputs>,
  { spec }: Inputs['Gateway'],
  external: SubnetNetwork,
): Finding | undefined {
  for (const name of world.derive(acceptedSubnetsOf, spec.vpc)) {
    const inside = world.derive(subnetNetwork, name)?.families ?? [];
    for (const { cidr, text } of external.families) {
      const other = inside.find((each) => overlaps(each.cidr, cidr));
      if (other)
        return {
          reason: 'Overlap',
          message: `${text} of Subnet ${external.name} (external.subnet) overlaps ${other.text} of subnets.subnetes.io ${name} in Vpc ${spec.vpc}. Make a Gateway on another External Subnet, or delete ${name}.`,
        };
    }
  }
  return undefined;
}

/** Somebody else has an address: an IP object, or, before there is one, a Gateway that goes first. */
function taken(world: World<Inputs>, gateway: Inputs['Gateway'], text: string): Finding | undefined {
  const { name } = gateway.meta;
  const { subnet } = gateway.spec.external;
  const claims = world.list(ipsByAddress, `${subnet} ${text}`).filter((key) => hasStanding(world, key));
  if (claims.length > 0) {
    const winner = winnerOf(world, claims, text);
    return winner !== undefined && ipsOfGateway(world, name).includes(winner)
      ? undefined
      : addressTaken(text, describe(world, winner));
  }
  const first = world
    .list(gatewaysOfSubnet, subnet)
    .map((other) => world.get('Gateway', other)!)
    .filter((other) => other === gateway || (!other.meta.deleting && other.spec.external.addresses?.includes(text)))
    .filter((other) => other === gateway || !world.derive(gatewayReferences, other.meta.name))
    .sort(precedes)[0];
  return first === gateway || first === undefined
    ? undefined
    : addressTaken(text, `gateways.subnetes.io ${first.meta.name}`);
}

function addressTaken(text: string, holder: string): Finding {
  return {
    reason: 'AddressTaken',
    message: `Address ${text} is held by ${holder}. Choose another address, or free that one.`,
  };
}

/** Transit links of a Vpc: so many of each family, in ranges that nobody routes. */
const SLOTS = 4096;
/** 169.254.192.0/18, link-local (RFC 3927), away from the addresses of cloud metadata. In a /31 OVN sends no ICMP errors, so each link is a /30. */
const TRANSIT_V4 = 0xa9fec000n;
/** fdc7:9b1e:5ad2::/48, a unique local prefix with a random global ID (RFC 4193). */
const TRANSIT_V6 = 0xfdc79b1e5ad2n << 80n;

/** The transit link of each Gateway of a Vpc, by a hash of its name; who comes later gives way. */
const transitSlots: Derivation<Inputs, Readonly<Record<string, number>>> = {
  name: 'transitSlots',
  compute(world, vpc) {
    const used = new Set<number>();
    const slots: Record<string, number> = {};
    const gateways = world.list(gatewaysOfVpc, vpc).map((name) => world.get('Gateway', name)!);
    for (const { meta } of gateways.sort(byAge)) {
      let slot = createHash('sha256').update(meta.name).digest().readUInt16BE(0) % SLOTS;
      while (used.has(slot) && used.size < SLOTS) slot = (slot + 1) % SLOTS;
      used.add(slot);
      slots[meta.name] = slot;
    }
    return slots;
  },
};

function transitOf(family: Family, slot: number): TransitFamily {
  const link = BigInt(4 * slot);
  const first = family === 'ipv4' ? TRANSIT_V4 + link + 1n : TRANSIT_V6 + link;
  return {
    family,
    vpc: { family, value: first },
    gateway: { family, value: first + 1n },
    prefix: family === 'ipv4' ? 30 : 127,
  };
}
