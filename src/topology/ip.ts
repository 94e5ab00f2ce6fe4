/**
 * The life of an IP: whom it is bound to, whether its pod still needs it, and why it may not have what it asks for.
 *
 *   reserved ──bind──▶ inUse ──pod gone──▶ releasing ──port down──▶ released ──▶ reserved, or deleted
 */
import { type Address, type Family, formatAddress, parseAddress } from '../net/address.ts';
import { contains } from '../net/cidr.ts';
import { macOf } from '../net/mac.ts';
import { gatewayExternalPortName, portName } from '../northbound/names.ts';
import type { Derivation, World } from '../store/store.ts';
import type { Inputs, IPFacts } from './facts.ts';
import { claimedAddresses, claimedMac, ipsByAddress, ipsByMac, ipsByTarget, ipsOfShare, targetOf } from './indexes.ts';
import { configOf } from './join-network.ts';
import { byAge, precedes } from './precedence.ts';
import { permission } from './serving.ts';
import { isLeftOver } from './stateful-sets.ts';
import { familyFor, type SubnetNetwork, subnetFinding, subnetNetwork } from './subnets.ts';
import { type Finding, noNetworkConfig } from './verdict.ts';

/** Where an IP stands. */
export type IPPhase =
  /** Nobody uses it: it has no port, or, for a virtual machine, one that waits on any node. */
  | 'reserved'
  /** Its pod lives. */
  | 'inUse'
  /** Its pod is gone, but its port still answers on the node. */
  | 'releasing'
  /** Its pod is gone and its port is down: row first, then finalizer and object. */
  | 'released';

/** The phase of an IP. */
export const ipPhase: Derivation<Inputs, IPPhase> = {
  name: 'ipPhase',
  compute(world, key) {
    const ip = world.get('IP', key);
    if (!ip?.bound || ip.spec.target?.kind === 'VirtualMachine') return 'reserved';
    if (holdsPod(world, ip)) return 'inUse';
    return world.get('Port', portOf(ip))?.up && !nodeIsGone(world, ip.bound.node) ? 'releasing' : 'released';
  },
};

/** The logical port of an IP; of a Gateway's address the Gateway's router port outside. */
export function portOf(ip: IPFacts): string {
  if (isOfGateway(ip)) return gatewayExternalPortName(ip.spec.target?.name ?? '');
  return portName(ip.meta.namespace, ip.meta.name);
}

/** Whether an IP is the address of a Gateway: the controller made it for one. */
export function isOfGateway({ made, spec }: IPFacts): boolean {
  return made && spec.target?.kind === 'Gateway';
}

/** Whether the pod that the IP is bound to lives. */
export function holdsPod(world: World<Inputs>, ip: IPFacts): boolean {
  const pod = world.get('Pod', `${ip.meta.namespace}/${ip.spec.target?.name}`);
  return pod !== undefined && pod.meta.uid === ip.bound?.uid && !pod.terminal;
}

/** A node that surely runs nothing any more: its object is gone, or it is tainted out-of-service. */
function nodeIsGone(world: World<Inputs>, name: string): boolean {
  const node = world.get('Node', name);
  return node === undefined || node.outOfService;
}

/** The addresses that an IP has: those of its spec, and what allocation gave for the families that the spec leaves open. */
export function addressesOf(ip: IPFacts, network: SubnetNetwork): readonly Address[] {
  const given = (ip.spec.addresses ?? []).flatMap((text) => parseAddress(text) ?? []);
  return network.families.flatMap(({ family }) => {
    const own = given.find((address) => address.family === family) ?? parseAddress(ip.held[family] ?? '');
    return own ?? [];
  });
}

/** The MAC that an IP has. */
export function macOfIp(ip: IPFacts, addresses: readonly Address[]): string {
  return claimedMac(ip) ?? (addresses[0] ? macOf(addresses[0]) : '');
}

/** Families of the Subnet for which the IP has no address yet. An address of a Gateway is alone in its IP. */
export function missingFamilies(ip: IPFacts, network: SubnetNetwork): readonly Family[] {
  if (isOfGateway(ip)) return [];
  const have = new Set(addressesOf(ip, network).map(({ family }) => family));
  return network.families.map(({ family }) => family).filter((family) => !have.has(family));
}

/** What a Subnet is to the IPs that name it. */
interface NamedSubnet {
  /** What they all lack, if it is not in force. */
  readonly finding?: Finding;
  readonly deleting: boolean;
  readonly external: boolean;
}

const namedSubnet: Derivation<Inputs, NamedSubnet> = {
  name: 'namedSubnet',
  compute(world, name) {
    const subnet = world.get('Subnet', name);
    const finding = lackOf(world, name, subnet);
    const rest = { deleting: subnet?.meta.deleting ?? false, external: subnet?.spec.type === 'External' };
    return finding ? { finding, ...rest } : rest;
  },
};

/** Why nobody can have an address of a Subnet. */
function lackOf(world: World<Inputs>, name: string, subnet: Inputs['Subnet'] | undefined): Finding | undefined {
  if (!configOf(world)) return noNetworkConfig;
  if (!subnet)
    return {
      reason: 'RefNotFound',
      message: `There is no Subnet ${name}. Make it, or name another: kubectl get vsub`,
    };
  const finding = world.derive(subnetFinding, name);
  if (finding && !subnet.programmed)
    return { reason: 'RefNotAccepted', message: `Subnet ${name} is not accepted: ${finding.message}` };
  if (!world.derive(subnetNetwork, name))
    return {
      reason: 'RefNotAccepted',
      message: `Subnet ${name} is not in force: see its conditions with kubectl describe vsub ${name}`,
    };
  return undefined;
}

/** What an IP's references lack. */
export const ipReferences: Derivation<Inputs, Finding | undefined> = {
  name: 'ipReferences',
  compute(world, key) {
    const ip = world.get('IP', key);
    if (!ip) return undefined;
    const name = ip.spec.subnet;
    const { finding, deleting, external } = world.derive(namedSubnet, name);
    if (finding) return finding;
    if (deleting && !ip.programmed)
      return { reason: 'RefNotAccepted', message: `Subnet ${name} is being deleted. Name another Subnet.` };
    if (external && ip.spec.target && !isOfGateway(ip))
      return {
        reason: 'RefNotPermitted',
        message: `Subnet ${name} is of type External and has no pods or virtual machines. Name another Subnet, or remove spec.target to keep the address only.`,
      };
    // Whoever serves a pod gave it the address; only those who name a Subnet themselves need permission.
    if (ip.made) return undefined;
    const subnet = world.get('Subnet', name);
    return subnet && permission(world, subnet, ip.meta.namespace);
  },
};

/** Why an IP is not accepted. */
export function ipFinding(world: World<Inputs>, key: string): Finding | undefined {
  const ip = world.get('IP', key);
  const network = ip && world.derive(subnetNetwork, ip.spec.subnet);
  if (!ip || !network) return undefined;
  return (
    world.derive(ipFault, key) ??
    quota(world, key, ip, network) ??
    (missingFamilies(ip, network).length > 0 ? world.get('Allocation', key) : undefined)
  );
}

/** What is wrong with the addresses, MAC or target of an IP, whatever its namespace's share of the Subnet. */
const ipFault: Derivation<Inputs, Finding | undefined> = {
  name: 'ipFault',
  compute(world, key) {
    const ip = world.get('IP', key);
    const network = ip && world.derive(subnetNetwork, ip.spec.subnet);
    if (!ip || !network) return undefined;
    return (
      (ip.spec.addresses ?? []).map((text) => addressFinding(text, network)).find((finding) => finding !== undefined) ??
      twoOfOneFamily(ip) ??
      pinned(ip) ??
      (hasStanding(world, key)
        ? (addressConflict(world, key, ip) ?? macConflict(world, key, ip, network))
        : undefined) ??
      targetConflict(world, key, ip)
    );
  },
};

/** Whether the addresses of an IP stand: it may be programmed. */
export function isComplete(world: World<Inputs>, key: string): boolean {
  const ip = world.get('IP', key);
  const network = ip && world.derive(subnetNetwork, ip.spec.subnet);
  return network !== undefined && ip !== undefined && missingFamilies(ip, network).length === 0;
}

/**
 * The share of a namespace, for an IP whose addresses somebody wrote: allocation is not asked for those. Whoever has a place keeps it,
 * also when the limit is lowered; then the older comes first, so that of many made at once exactly the first get one.
 */
function quota(world: World<Inputs>, key: string, ip: IPFacts, network: SubnetNetwork): Finding | undefined {
  const limit = network.addressesPerNamespace;
  if (limit === undefined || ip.made || ip.accepted || missingFamilies(ip, network).length > 0) return undefined;
  const { namespace } = ip.meta;
  const before = world.list(ipsOfShare, `${network.name} ${namespace}`).filter((other) => {
    const facts = world.get('IP', other);
    if (!facts || other === key || claimedAddresses(facts).length === 0) return false;
    return (facts.made || precedes(facts, ip) < 0) && !world.derive(ipFault, other);
  });
  return before.length < limit ? undefined : quotaExceeded(network.name, namespace, limit);
}

/** A namespace has all the IPs in a Subnet that it may have. */
export function quotaExceeded(subnet: string, namespace: string, limit: number) {
  return {
    reason: 'QuotaExceeded',
    message: `Namespace ${namespace} has ${limit} IPs in Subnet ${subnet}, which is its limit (spec.limits.addressesPerNamespace). Free one: kubectl -n ${namespace} get ips --field-selector spec.subnet=${subnet}`,
  } as const satisfies Finding;
}

/** What is wrong with one address that somebody wrote. */
export function addressFinding(text: string, network: SubnetNetwork): Finding | undefined {
  const address = parseAddress(text);
  if (!address) return { reason: 'Invalid', message: `${text} is no address.` };
  // Text is what conflicts are found by: one address must have one spelling.
  if (formatAddress(address) !== text)
    return { reason: 'Invalid', message: `${text} is not in its canonical form. Write ${formatAddress(address)}.` };
  const family = familyFor(network, address);
  const ranges = network.families.map((each) => each.text).join(' or ');
  if (!family)
    return {
      reason: 'AddressOutOfRange',
      message: `Address ${text} is not in ${ranges} of Subnet ${network.name}. Choose one that is, or another Subnet.`,
    };
  if (family.gateway.value === address.value)
    return {
      reason: 'AddressReserved',
      message: `Address ${text} is the router's of Subnet ${network.name}. Choose another.`,
    };
  if (family.reserved.some((range) => contains(range, address)))
    return {
      reason: 'AddressReserved',
      message: `Address ${text} is reserved in ${family.text} (network, broadcast or anycast address). Choose another.`,
    };
  if (family.excluded.some((range) => contains(range, address)))
    return {
      reason: 'AddressExcluded',
      message: `Address ${text} is in spec.excludes of Subnet ${network.name}. Choose another.`,
    };
  return undefined;
}

function twoOfOneFamily({ spec }: IPFacts): Finding | undefined {
  const families = (spec.addresses ?? []).map((text) => parseAddress(text)?.family);
  return new Set(families).size === families.length
    ? undefined
    : { reason: 'Invalid', message: 'Write one address of each family at most.' };
}

/** An address that was added to the spec of an IP that holds another one: what runs keeps what it has. */
function pinned(ip: IPFacts): Finding | undefined {
  if (ip.made) return undefined;
  for (const text of ip.spec.addresses ?? []) {
    const address = parseAddress(text);
    const held = address && ip.held[address.family];
    if (held !== undefined && held !== formatAddress(address!)) {
      return {
        reason: 'AddressPinned',
        message: `This IP holds ${held}, and an address never changes. Write ${held} into spec.addresses, or make a new IP with ${text}.`,
      };
    }
  }
  return undefined;
}

function addressConflict(world: World<Inputs>, key: string, ip: IPFacts): Finding | undefined {
  for (const text of [
    ...(ip.spec.addresses ?? []),
    ...[ip.held.ipv4, ip.held.ipv6].filter((held) => held !== undefined),
  ]) {
    const winner = winnerOf(world, world.list(ipsByAddress, `${ip.spec.subnet} ${text}`), text);
    if (winner !== key)
      return {
        reason: 'AddressTaken',
        message: `Address ${text} is held by ${describe(world, winner)}. Choose another address, or delete that IP.`,
      };
  }
  return undefined;
}

function macConflict(world: World<Inputs>, key: string, ip: IPFacts, network: SubnetNetwork): Finding | undefined {
  const mac = claimedMac(ip);
  if (mac === undefined) return undefined;
  if (mac === network.routerMac)
    return {
      reason: 'MACTaken',
      message: `MAC ${mac} is that of the router of Subnet ${network.name}. Choose another, or leave spec.mac out.`,
    };
  const winner = winnerOf(world, world.list(ipsByMac, `${ip.spec.subnet} ${mac}`), undefined);
  if (winner === key) return undefined;
  return {
    reason: 'MACTaken',
    message: `MAC ${mac} is held by ${describe(world, winner)}. Choose another, or leave spec.mac out.`,
  };
}

/** Whether an IP is for whichever pod has its target's name: it was made for no pod's life, and is not left over from what it was kept for. */
export const isBoundByName = (world: World<Inputs>, ip: IPFacts): boolean => !ip.made && !isLeftOver(world, ip);

/** Of IPs that people made for one pod the winner binds it; those that the controller made name a pod's uid and never compete. */
function targetConflict(world: World<Inputs>, key: string, ip: IPFacts): Finding | undefined {
  if (ip.made || !ip.spec.target) return undefined;
  const winner = winnerOf(
    world,
    world.list(ipsByTarget, targetOf(ip)).filter((other) => {
      const facts = world.get('IP', other);
      return facts && isBoundByName(world, facts);
    }),
    undefined,
  );
  if (winner === key || winner === undefined) return undefined;
  const { kind, name } = ip.spec.target;
  return {
    reason: 'TargetTaken',
    message: `${kind} ${name} has ips.subnetes.io ${winner} for ${ip.spec.interface} already. Delete one of the two, or give this one another target.`,
  };
}

/** Of several claims: whose port has the address in the database, then who holds it in status, then the older, then the smaller uid. */
export function winnerOf(
  world: World<Inputs>,
  all: readonly string[],
  address: string | undefined,
): string | undefined {
  if (all.length < 2) return all[0];
  const standing = all.filter((key) => hasStanding(world, key));
  const claims = standing.length > 0 ? standing : all;
  const rank = (key: string) => {
    const ip = world.get('IP', key)!;
    if (address !== undefined && world.get('Port', portOf(ip))?.addresses.includes(address)) return 0;
    if (ip.accepted || (address !== undefined && (ip.held.ipv4 === address || ip.held.ipv6 === address))) return 1;
    return 2;
  };
  const order = (a: string, b: string) => {
    const [left, right] = [world.get('IP', a)!, world.get('IP', b)!];
    return (
      rank(a) - rank(b) ||
      (left.meta.created === right.meta.created ? (left.meta.uid < right.meta.uid ? -1 : 1) : byAge(left, right))
    );
  };
  return [...claims].sort(order)[0];
}

/** Whether a claim counts: a namespace that the Subnet does not permit can't take addresses away from others by naming them. */
export function hasStanding(world: World<Inputs>, key: string): boolean {
  const ip = world.get('IP', key);
  const subnet = ip && world.get('Subnet', ip.spec.subnet);
  return (
    ip !== undefined &&
    (ip.made ||
      ip.programmed ||
      world.get('Port', portOf(ip)) !== undefined ||
      (subnet !== undefined && permission(world, subnet, ip.meta.namespace) === undefined))
  );
}

/**
 * Whether an IP keeps its Subnet from going: one that may be in it, and, once the deletion was asked for, one that is in it. So
 * nobody holds up a Subnet by naming it.
 */
export function keepsSubnet(world: World<Inputs>, key: string): boolean {
  const ip = world.get('IP', key);
  if (!ip) return false;
  if (!world.get('Subnet', ip.spec.subnet)?.meta.deleting) return hasStanding(world, key);
  const { ipv4, ipv6 } = ip.held;
  return ip.made || ip.programmed || (ipv4 ?? ipv6) !== undefined || world.get('Port', portOf(ip)) !== undefined;
}

/** How messages call an IP, with what it is for. */
export function describe(world: World<Inputs>, key: string | undefined): string {
  const target = key === undefined ? undefined : world.get('IP', key)?.spec.target;
  const words = { Pod: 'pod', VirtualMachine: 'virtual machine', Gateway: 'gateway' };
  return `ips.subnetes.io ${key}${target === undefined ? '' : ` (${words[target.kind]} ${target.name})`}`;
}
