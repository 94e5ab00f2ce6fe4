/** What a node does with the traffic of Vpcs that leaves through it: which sources it hides behind its own address, and what it never lets pass. */
import type { Family } from '../net/address.ts';
import { type Cidr, formatCidr, overlaps, parseCidr } from '../net/cidr.ts';
import type { Derivation, World } from '../store/store.ts';
import type { Inputs } from './facts.ts';
import { subnetsOfVpc } from './indexes.ts';
import { configOf, joinNetworkOf } from './join-network.ts';
import { nodeAttachments } from './node-attachments.ts';

/** One family of what a node does; networks in text, sorted, none inside another. */
export interface NodeEgressFamily {
  readonly family: Family;
  /** Every network of the Vpcs. What comes from anywhere else does not leave: its Subnet is not known here yet. */
  readonly known: readonly string[];
  /** Sources that leave with the node's address. */
  readonly masqueraded: readonly string[];
  /** Sources that keep their address on the way to some destinations. */
  readonly exceptions: readonly { readonly sources: readonly string[]; readonly destinations: readonly string[] }[];
  /** Addresses of Services. One that nobody on the node has translated would come back from the Vpc for ever. */
  readonly services: readonly string[];
}

/** What a node does. */
export interface NodeEgress {
  /** The node's interfaces into the Vpcs, sorted. Two Vpcs never meet on a node. */
  readonly interfaces: readonly string[];
  readonly families: readonly NodeEgressFamily[];
}

/**
 * What a node does; `undefined` while its attachments are not known. It does not depend on modes: what does not leave by the node
 * never comes to it.
 */
export const nodeEgress: Derivation<Inputs, NodeEgress | undefined> = {
  name: 'nodeEgress',
  compute(world, node) {
    const attachments = world.derive(nodeAttachments, node);
    if (!attachments) return undefined;
    const networks = attachments.flatMap(({ vpc }) => networksOf(world, vpc));
    const services = (configOf(world)?.spec.serviceCidrs ?? []).flatMap((text) => parseCidr(text) ?? []);
    return {
      interfaces: attachments.map((each) => each.interface).sort(),
      families: (['ipv4', 'ipv6'] as const).map((family) =>
        familyOf(
          family,
          networks.filter(({ cidr }) => cidr.family === family),
          services,
        ),
      ),
    };
  },
};

/** A network of a Vpc. */
interface Network {
  readonly cidr: Cidr;
  readonly snat: boolean;
  readonly exceptions: readonly Cidr[];
}

/** Join networks leave too: a process of a node may have chosen its address there, as towards a Service. */
function networksOf(world: World<Inputs>, vpc: string): readonly Network[] {
  const facts = world.get('Vpc', vpc);
  const join = (facts && joinNetworkOf(world, facts)?.cidrs) ?? [];
  const subnets = world.list(subnetsOfVpc, vpc).flatMap((name) => {
    const subnet = world.get('Subnet', name);
    if (!subnet || (!subnet.accepted && !subnet.programmed)) return [];
    const { snat, snatExceptions = [] } = subnet.spec.egress;
    const exceptions = snatExceptions.flatMap((text) => parseCidr(text) ?? []);
    return subnet.spec.cidrs
      .flatMap((text) => parseCidr(text) ?? [])
      .map((cidr) => ({ cidr, snat: snat === 'Enabled', exceptions }));
  });
  return [...join.map((cidr) => ({ cidr, snat: true, exceptions: [] })), ...subnets];
}

function familyOf(family: Family, networks: readonly Network[], services: readonly Cidr[]): NodeEgressFamily {
  const hidden = networks.filter(({ snat }) => snat);
  const lists = new Map<string, { sources: Cidr[]; destinations: readonly string[] }>();
  for (const { cidr, exceptions } of hidden) {
    const destinations = texts(exceptions.filter((each) => each.family === family));
    if (destinations.length === 0) continue;
    const key = destinations.join(' ');
    const list = lists.get(key) ?? { sources: [], destinations };
    list.sources.push(cidr);
    lists.set(key, list);
  }
  return {
    family,
    known: texts(networks.map(({ cidr }) => cidr)),
    masqueraded: texts(hidden.map(({ cidr }) => cidr)),
    exceptions: [...lists]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { sources, destinations }]) => ({ sources: texts(sources), destinations })),
    services: texts(services.filter((each) => each.family === family)),
  };
}

/** Networks in text, sorted, each once and none inside another: nftables refuses a set whose ranges overlap. */
function texts(cidrs: readonly Cidr[]): readonly string[] {
  const kept: Cidr[] = [];
  for (const cidr of [...cidrs].sort((a, b) => a.prefix - b.prefix))
    if (!kept.some((other) => overlaps(other, cidr))) kept.push(cidr);
  return kept.map(formatCidr).sort();
}
