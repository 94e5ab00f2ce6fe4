/**
 * ProviderNetworks on the nodes: which network card leads there from which node, and which ProviderNetwork has a card that several
 * want. It is decided node by node, so that a mistake about one node leaves the others connected.
 */
import { createHash } from 'node:crypto';
import type { NodeNetworkProviderNetwork } from '../api/index.ts';
import type { Derivation, World } from '../store/store.ts';
import type { Inputs, NodeNetworkFacts, ProviderNetworkFacts } from './facts.ts';
import { byAge } from './precedence.ts';
import { selects } from './selector.ts';

/** Longest name of an interface, in characters (Linux: IFNAMSIZ less the final zero). */
const LONGEST_NAME = 15;
/** OVN's integration bridge. */
const INTEGRATION_BRIDGE = 'br-int';

/** A ProviderNetwork on one node, as its admin wants it. */
export interface Uplink {
  readonly network: string;
  /** The node's network card. */
  readonly interface: string;
  /** Name of its bridge. */
  readonly bridge: string;
  /** MTU of card and bridge, in bytes; `undefined` leaves what the card has. */
  readonly mtu: number | undefined;
  /** The ProviderNetwork that has this card on this node instead. */
  readonly takenBy: string | undefined;
  /** Changes with the object that says all this: what was rolled back is tried again. */
  readonly revision: string;
}

/** A node that a ProviderNetwork selects, and what its agent made of it. */
export interface ProviderNode {
  readonly node: string;
  readonly interface: string;
  readonly takenBy: string | undefined;
  /** What the agent says; `undefined` while it has said nothing about this card. */
  readonly state: NodeNetworkProviderNetwork['state'];
  readonly message: string;
}

/** Name of the bridge of a ProviderNetwork on every node: `br-` and its name, or a hash where that is too long or taken. */
export function bridgeName(network: string): string {
  const plain = `br-${network}`;
  if (plain.length <= LONGEST_NAME && plain !== INTEGRATION_BRIDGE) return plain;
  return `br-${createHash('sha256')
    .update(network)
    .digest('hex')
    .slice(0, LONGEST_NAME - 3)}`;
}

/** The uplinks of a node, by name of the ProviderNetwork; `undefined` while the Node is not known. */
export const uplinksOfNode: Derivation<Inputs, readonly Uplink[] | undefined> = {
  name: 'uplinksOfNode',
  compute(world, name) {
    const node = world.get('Node', name);
    if (!node) return undefined;
    const own = world.get('NodeNetwork', name);
    const claims = world.all('ProviderNetwork').flatMap((network) => {
      const facts = world.get('ProviderNetwork', network)!;
      const card = cardOf(facts, own, node.labels);
      return card === undefined ? [] : [{ facts, card, incumbent: holds(own, network, card) }];
    });
    const holders = new Map<string, string>();
    const inOrder = [...claims].sort((a, b) => Number(b.incumbent) - Number(a.incumbent) || byAge(a.facts, b.facts));
    for (const { facts, card } of inOrder) if (!holders.has(card)) holders.set(card, facts.meta.name);
    return claims.map(({ facts: { meta, spec }, card }): Uplink => {
      const holder = holders.get(card);
      return {
        network: meta.name,
        interface: card,
        bridge: bridgeName(meta.name),
        mtu: spec.mtu,
        takenBy: holder === meta.name ? undefined : holder,
        revision: `${meta.uid}/${meta.generation}`,
      };
    });
  },
};

/** The nodes that a ProviderNetwork selects, sorted. */
export const providerNodes: Derivation<Inputs, readonly ProviderNode[]> = {
  name: 'providerNodes',
  compute: (world, network) =>
    world.all('Node').flatMap((node) => {
      const uplink = world.derive(uplinksOfNode, node)?.find((each) => each.network === network);
      if (!uplink) return [];
      const said = world
        .get('NodeNetwork', node)
        ?.providerNetworks.find((each) => each.name === network && each.interface === uplink.interface);
      return [
        {
          ...{ node, interface: uplink.interface, takenBy: uplink.takenBy },
          ...{ state: said?.state, message: said?.message ?? '' },
        },
      ];
    }),
};

/** Names of the nodes whose bridge of a ProviderNetwork is in place, sorted. */
export function connectedNodes(world: World<Inputs>, network: string): readonly string[] {
  return world.derive(providerNodes, network).flatMap(({ node, state }) => (state === 'Ready' ? [node] : []));
}

/** The card that leads from a node to a ProviderNetwork: the node's own setting, else the first entry that selects it. */
function cardOf(
  { meta, spec }: ProviderNetworkFacts,
  own: NodeNetworkFacts | undefined,
  labels: Readonly<Record<string, string>>,
): string | undefined {
  const override = own?.spec.providerNetworks?.find(({ name }) => name === meta.name);
  if (override) return override.interface;
  return spec.uplinks.find(({ nodeSelector }) => selects(nodeSelector ?? {}, labels))?.interface;
}

/** Whether a node's card is this ProviderNetwork's already: the incumbent, of two that want it. Accepted speaks of all nodes at once. */
function holds(own: NodeNetworkFacts | undefined, network: string, card: string): boolean {
  const said = own?.providerNetworks.find(({ name }) => name === network);
  return said !== undefined && said.interface === card && said.state !== 'InterfaceInUse';
}
