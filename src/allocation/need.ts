/** What allocation has to do, as pure functions of the world: which pods lack an IP, which IPs lack an address or a binding, which nodes a join address. */
import type { NodeNetworkAttachment } from '../api/index.ts';
import { type Address, type Family, formatAddress, parseAddress } from '../net/address.ts';
import { contains } from '../net/cidr.ts';
import type { World } from '../store/store.ts';
import type { Inputs } from '../topology/facts.ts';
import { gatewayAddresses, gatewayFinding, gatewayIpName, gatewayReferences } from '../topology/gateways.ts';
import { ipsByTarget, nodesByJoinAddress, targetKey } from '../topology/indexes.ts';
import { ipFinding, ipPhase, ipReferences, isBoundByName, missingFamilies } from '../topology/ip.ts';
import { attachedVpcs, configOf, hasNodePorts, joinNetworkOf } from '../topology/join-network.ts';
import { nameHash } from '../topology/name-hash.ts';
import { byAge } from '../topology/precedence.ts';
import { candidates } from '../topology/serving.ts';
import { subnetNetwork } from '../topology/subnets.ts';

/** An address that a Gateway needs an IP object for. */
export interface GatewayAddressNeed {
  /** Name of the IP object. */
  readonly name: string;
  readonly family: Family;
  /** The address that it must be; absent: any of the family. */
  readonly address: Address | undefined;
  /** Addresses that it had, which it gets back if they are free. */
  readonly before: readonly Address[];
}

/** What one Gateway needs, once it is held: nothing while anything is wrong with it that only a person can end. */
export function gatewayNeed(world: World<Inputs>, name: string): readonly GatewayAddressNeed[] {
  const gateway = world.get('Gateway', name);
  if (!gateway?.meta.inUse || gateway.meta.deleting || world.derive(gatewayReferences, name)) return [];
  const finding = world.derive(gatewayFinding, name);
  if (finding && finding.reason !== 'SubnetExhausted') return [];
  const held = gateway.held.flatMap((text) => parseAddress(text) ?? []);
  return world.derive(gatewayAddresses, name).missing.map((each) => {
    const [slot, family] = typeof each === 'string' ? [each, each] : [formatAddress(each), each.family];
    return {
      name: gatewayIpName(name, slot),
      family,
      address: typeof each === 'string' ? undefined : each,
      before: held.filter((address) => address.family === family),
    };
  });
}

/** What a pod needs. */
export type PodNeed =
  | { readonly kind: 'nothing' }
  /** A new IP in the first of these Subnets that has room. */
  | { readonly kind: 'create'; readonly subnets: readonly string[] }
  /** The binding of an IP that somebody made for it. */
  | { readonly kind: 'bind'; readonly ip: string };

const nothing: PodNeed = { kind: 'nothing' };

/** What one pod needs. */
export function podNeed(world: World<Inputs>, key: string): PodNeed {
  const pod = world.get('Pod', key);
  if (!pod || pod.hostNetwork || pod.terminal || pod.node === '') return nothing;
  const named = world.list(ipsByTarget, targetKey('Pod', pod.meta.namespace, pod.meta.name));
  const bound = named.filter((ip) => world.get('IP', ip)?.bound?.uid === pod.meta.uid);
  if (bound.some((ip) => !isLoser(world, ip))) return nothing;
  // A pod that goes, and has nothing yet, will not ask any more.
  if (pod.meta.deleting || !configOf(world)) return nothing;
  const reservation = named.find((ip) => {
    const facts = world.get('IP', ip);
    return (
      facts && isBoundByName(world, facts) && !facts.meta.deleting && ipFinding(world, ip)?.reason !== 'TargetTaken'
    );
  });
  if (reservation !== undefined) {
    const phase = world.derive(ipPhase, reservation);
    return phase === 'reserved' || phase === 'released' ? { kind: 'bind', ip: reservation } : nothing;
  }
  const subnets = candidates(world, pod);
  return subnets.length > 0 ? { kind: 'create', subnets } : nothing;
}

/** An IP of ours that lost its address or MAC before anything was programmed: it is deleted, and the pod gets another. */
export function isLoser(world: World<Inputs>, key: string): boolean {
  const ip = world.get('IP', key);
  if (!ip?.made || ip.programmed || world.get('Programming', `IP/${key}`)?.state === 'programmed') return false;
  const reason = ipFinding(world, key)?.reason;
  return reason === 'AddressTaken' || reason === 'MACTaken';
}

/** Whether an IP waits for allocation to give it an address: it is sound, and a family is missing. */
export function needsAddress(world: World<Inputs>, key: string): boolean {
  const ip = world.get('IP', key);
  const network = ip && world.derive(subnetNetwork, ip.spec.subnet);
  if (!ip || !network || ip.meta.deleting || missingFamilies(ip, network).length === 0) return false;
  if (world.derive(ipReferences, key)) return false;
  const finding = ipFinding(world, key);
  return finding === undefined || finding === world.get('Allocation', key);
}

/** A node's ports in the join networks as they should be. `missing` are Vpcs for which an address must be chosen. */
export interface NodeNeed {
  readonly kept: readonly NodeNetworkAttachment[];
  readonly missing: readonly string[];
  /** Whether `kept` differs from what the status says. */
  readonly stale: boolean;
}

/** What one node needs. */
export function nodeNeed(world: World<Inputs>, name: string): NodeNeed {
  const node = world.get('NodeNetwork', name);
  if (!node || !configOf(world)) return { kept: node?.attachments ?? [], missing: [], stale: false };
  if (!world.get('Node', name)) return { kept: [], missing: [], stale: node.attachments.length > 0 };
  const vpcs = world.derive(attachedVpcs, '');
  const kept = node.attachments.filter(
    (attachment) => world.derive(hasNodePorts, attachment.vpc) && stands(world, name, attachment),
  );
  const missing = vpcs.filter((vpc) => !kept.some((attachment) => attachment.vpc === vpc));
  return { kept, missing, stale: kept.length !== node.attachments.length };
}

/** Whether an attachment still fits its Vpc, and no older node has one of its addresses. */
function stands(
  world: World<Inputs>,
  name: string,
  { vpc, addresses = [], interface: networkInterface }: NodeNetworkAttachment,
): boolean {
  const join = joinNetworkOf(world, world.get('Vpc', vpc)!);
  if (!join || join.interface !== networkInterface || addresses.length !== join.cidrs.length) return false;
  return addresses.every((text) => {
    const address = parseAddress(text);
    if (!address || !join.cidrs.some((cidr) => contains(cidr, address))) return false;
    const holders = world.list(nodesByJoinAddress, `${vpc} ${text}`).map((holder) => world.get('NodeNetwork', holder)!);
    return holders.sort(byAge)[0]?.meta.name === name;
  });
}

/** A free join address of each family, the first by value. `taken` are those given in the same breath. */
export function chooseJoinAddresses(
  world: World<Inputs>,
  vpc: string,
  taken: ReadonlySet<string>,
):
  | { readonly addresses: readonly string[]; readonly gateways: readonly string[]; readonly interface: string }
  | undefined {
  const join = joinNetworkOf(world, world.get('Vpc', vpc)!);
  if (!join) return undefined;
  const addresses = join.cidrs.flatMap((cidr) => {
    // The first address is the network's, the second the router's, the last the broadcast's.
    for (let value = cidr.first + 2n; value < cidr.last; value++) {
      const text = formatAddress({ family: cidr.family, value });
      if (!taken.has(`${vpc} ${text}`) && world.count(nodesByJoinAddress, `${vpc} ${text}`) === 0) return [text];
    }
    return [];
  });
  if (addresses.length < join.cidrs.length) return undefined;
  return { addresses, gateways: join.gateways.map(formatAddress), interface: join.interface };
}

/** Name of the IP that the controller makes for one life of a pod: a second attempt at a create says AlreadyExists. */
export function ipName(pod: string, uid: string, networkInterface: string, attempt: number): string {
  const hash = nameHash(uid, networkInterface, ...(attempt > 0 ? [String(attempt)] : []));
  return `${pod.slice(0, 242).replace(/[.-]+$/, '')}-${hash}`;
}
