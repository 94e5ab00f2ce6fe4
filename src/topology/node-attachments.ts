/** A node's ports in the Vpcs as the node sees them: which interfaces, addresses and routes the kernel of a node must have. */
import { defaultName } from '../api/index.ts';
import { formatAddress, parseAddress } from '../net/address.ts';
import { contains } from '../net/cidr.ts';
import type { Derivation, World } from '../store/store.ts';
import type { Inputs } from './facts.ts';
import { subnetsOfVpc } from './indexes.ts';
import { attachedVpcs, configOf, joinNetworkOf } from './join-network.ts';
import { subnetNetwork } from './subnets.ts';

/** One interface of a node into a Vpc. */
export interface NodeAttachment {
  readonly vpc: string;
  readonly interface: string;
  readonly mac: string;
  /** Largest packet in bytes: what the tunnel and every pod of the Vpc can take. */
  readonly mtu: number;
  /** Addresses with the join network's prefix length. */
  readonly cidrs: readonly string[];
  /** The Vpc's router in the join network, an address per family. */
  readonly gateways: readonly string[];
  /** Networks behind the Vpc's router, each with the router's address in its family. Sorted. */
  readonly routes: readonly { readonly destination: string; readonly gateway: string }[];
}

/** When no node has reported and no Subnet says it: 1500 less Geneve over IPv4 (58), rounded down. */
const FALLBACK_MTU = 1400;

/**
 * The attachments of a node, in the order of its status; `undefined` while it is not known what they are: the controller writes
 * them, and has not written any although there are Vpcs to attach to or it has yet to make the first one, or a join network that an
 * address is from is not known.
 */
export const nodeAttachments: Derivation<Inputs, readonly NodeAttachment[] | undefined> = {
  name: 'nodeAttachments',
  compute(world, node) {
    const own = world.get('NodeNetwork', node);
    if (!own || (own.attachments.length === 0 && shallHaveSome(world))) return undefined;
    const attachments: NodeAttachment[] = [];
    for (const { vpc, interface: device, mac, addresses = [], gateways } of own.attachments) {
      const facts = world.get('Vpc', vpc);
      const join = facts && joinNetworkOf(world, facts);
      if (!join || !device || !mac) continue; // the Vpc is gone or detached: the entry goes next
      const cidrs = addresses.flatMap((text) => withPrefix(text, join.cidrs) ?? []);
      if (cidrs.length < addresses.length) return undefined;
      const routers = gateways ?? join.gateways.map(formatAddress);
      const subnets = subnetsInForce(world, vpc);
      attachments.push({
        vpc,
        interface: device,
        mac,
        mtu: Math.min(...subnets.map(({ mtu }) => mtu), own.tunnelMtu ?? FALLBACK_MTU),
        cidrs,
        gateways: routers,
        routes: routesTo(
          [...subnets.flatMap((subnet) => subnet.cidrs), ...(vpc === defaultName ? serviceCidrs(world) : [])],
          routers,
        ),
      });
    }
    return attachments;
  },
};

const shallHaveSome = (world: World<Inputs>): boolean =>
  world.derive(attachedVpcs, '').length > 0 || configOf(world)?.defaultsCreated === false;

function serviceCidrs(world: World<Inputs>): readonly string[] {
  return configOf(world)?.spec.serviceCidrs ?? [];
}

/** Subnets that the controller accepted, or that are still programmed: pods live in both. */
function subnetsInForce(world: World<Inputs>, vpc: string): readonly { cidrs: readonly string[]; mtu: number }[] {
  return world.list(subnetsOfVpc, vpc).flatMap((name) => {
    const subnet = world.get('Subnet', name);
    if (!subnet || (!subnet.accepted && !subnet.programmed)) return [];
    return [{ cidrs: subnet.spec.cidrs, mtu: world.derive(subnetNetwork, name)?.mtu ?? FALLBACK_MTU }];
  });
}

function routesTo(destinations: readonly string[], routers: readonly string[]): NodeAttachment['routes'] {
  return [...new Set(destinations)].sort().flatMap((destination) => {
    const gateway = routers.find((router) => router.includes(':') === destination.includes(':'));
    return gateway === undefined ? [] : [{ destination, gateway }];
  });
}

/** An address with the prefix length of the join network it lies in; one that brings a prefix length keeps it. */
function withPrefix(
  text: string,
  networks: readonly { family: 'ipv4' | 'ipv6'; first: bigint; last: bigint; prefix: number }[],
) {
  if (text.includes('/')) return text;
  const address = parseAddress(text);
  const network = address && networks.find((each) => contains(each, address));
  return network && `${text}/${network.prefix}`;
}

/** Name of a node's chassis: by default the node's own. Apart from what else a NodeNetwork says, so that a report of its agent concerns no pod. */
export const chassisOfNode: Derivation<Inputs, string> = {
  name: 'chassisOfNode',
  compute: (world, node) => world.get('NodeNetwork', node)?.chassis ?? node,
};
