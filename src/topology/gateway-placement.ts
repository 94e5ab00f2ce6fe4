/**
 * On which nodes a Gateway stands. Nothing is stored: preferred nodes come first, then a rendezvous hash orders the others, so that a node
 * that comes or goes moves only the Gateways that it carries.
 */
import { createHash } from 'node:crypto';
import { gatewayExternalPortName } from '../northbound/names.ts';
import type { Derivation, World } from '../store/store.ts';
import type { Inputs } from './facts.ts';
import { compare } from './precedence.ts';
import { selects } from './selector.ts';

/** A node that carries a Gateway, or may take it over. */
export interface GatewayNode {
  readonly name: string;
  /** Its `Chassis.name` (OVN_Southbound). */
  readonly chassis: string;
}

/** Where a Gateway stands. */
export interface GatewayPlacement {
  /** The nodes that can carry it, the first of which is to do so. */
  readonly chosen: readonly GatewayNode[];
  /**
   * Nodes whose network card has no link, and which would be among `chosen`. They stay behind those in the group: OVN moves in 0.1 s from a
   * node whose priority falls, and needs ten times as long for one that comes back into the group.
   */
  readonly linkless: readonly GatewayNode[];
  /** Nodes that it selects and that can't carry it, those without a link included, and why. */
  readonly down: readonly { readonly name: string; readonly reason: string }[];
  /** Why `chosen` is empty; `UplinkMissing` when the nodes lack the ProviderNetwork only. */
  readonly obstacle: 'NoEligibleNode' | 'UplinkMissing' | undefined;
}

/** What keeps one node from carrying Gateways of a ProviderNetwork. */
interface Candidate {
  readonly name: string;
  readonly chassis: string;
  readonly reason: string | undefined;
  /** Whether the uplink is all that is missing. */
  readonly uplinkMissing: boolean;
  /** Whether the uplink is there, and a link is all that it lacks. */
  readonly linkDown: boolean;
}

/** All nodes as candidates for the Gateways of a ProviderNetwork. */
const candidates: Derivation<Inputs, readonly Candidate[]> = {
  name: 'gatewayCandidates',
  compute: (world, provider) => world.all('Node').map((name) => candidate(world, name, provider)),
};

/** The placement of a Gateway. */
export const gatewayPlacement: Derivation<Inputs, GatewayPlacement> = {
  name: 'gatewayPlacement',
  compute(world, name) {
    const gateway = world.get('Gateway', name);
    const provider = gateway && world.get('Subnet', gateway.spec.external.subnet)?.spec.physical?.providerNetwork;
    if (!gateway || provider === undefined) return { chosen: [], linkless: [], down: [], obstacle: 'NoEligibleNode' };
    const { nodeSelector = {}, replicas, preferredNodes = [] } = gateway.spec.placement;
    const selected = world
      .derive(candidates, provider)
      .filter((node) => selects(nodeSelector, world.get('Node', node.name)?.labels ?? {}));
    const rank = (node: string) =>
      preferredNodes.includes(node) ? preferredNodes.indexOf(node) : preferredNodes.length;
    const inOrder = selected
      .filter(({ reason, linkDown }) => reason === undefined || linkDown)
      .map((node) => ({ ...node, weight: weight(name, node.name) }))
      .sort((a, b) => rank(a.name) - rank(b.name) || compare(b.weight, a.weight) || compare(a.name, b.name));
    const first = (nodes: readonly Candidate[]): readonly Candidate[] => nodes.slice(0, replicas);
    const chosen = first(inOrder.filter(({ linkDown }) => !linkDown)).map(groupNode);
    return {
      chosen,
      linkless: first(inOrder)
        .filter(({ linkDown }) => linkDown)
        .map(groupNode),
      down: selected.flatMap(({ name: node, reason }) => (reason === undefined ? [] : [{ name: node, reason }])),
      obstacle:
        chosen.length > 0
          ? undefined
          : selected.some(({ uplinkMissing }) => uplinkMissing)
            ? 'UplinkMissing'
            : 'NoEligibleNode',
    };
  },
};

function candidate(world: World<Inputs>, name: string, provider: string): Candidate {
  const own = world.get('NodeNetwork', name);
  const chassis = own?.chassis ?? '';
  const obstacle = nodeObstacle(world, name);
  const found = { name, chassis, reason: obstacle, uplinkMissing: false, linkDown: false };
  if (obstacle !== undefined) return found;
  const uplink = own?.providerNetworks.find((each) => each.name === provider);
  if (uplink?.state === 'Ready') return found;
  const reason = `ProviderNetwork ${provider} ${uplink?.state === undefined ? 'is not on this node' : `is ${uplink.state}`}.`;
  return { ...found, reason, uplinkMissing: true, linkDown: uplink?.state === 'LinkDown' };
}

const groupNode = ({ name, chassis }: Candidate): GatewayNode => ({ name, chassis });

/** What keeps a node from carrying any Gateway. */
function nodeObstacle(world: World<Inputs>, name: string): string | undefined {
  const node = world.get('Node', name);
  const own = world.get('NodeNetwork', name);
  if (!node || node.outOfService || !world.derive(isLive, name)) return 'The Node is not ready.';
  if (!own) return 'It has no NodeNetwork: its agent has not run.';
  if (own.spec.gateway === 'Denied') return 'Its NodeNetwork says gateway: Denied.';
  return own.chassis === undefined ? 'Its ovn-controller has not registered it.' : undefined;
}

/**
 * Whether a node counts as alive. When none is Ready, it is the API server that hears nobody (or came back a moment ago): then readiness
 * says nothing of packets, and what runs stays.
 */
const isLive: Derivation<Inputs, boolean> = {
  name: 'isLive',
  compute: (world, name) =>
    world.get('Node', name)?.ready === true || (world.derive(nobodyReady, '') && world.get('Node', name) !== undefined),
};

const nobodyReady: Derivation<Inputs, boolean> = {
  name: 'nobodyReady',
  compute: (world) => !world.all('Node').some((name) => world.get('Node', name)?.ready),
};

/** Hexadecimal; the larger goes first (rendezvous hashing). */
function weight(gateway: string, node: string): string {
  return createHash('sha256').update(`${gateway}\0${node}`).digest('hex');
}

/** Who carries a Gateway now. */
export interface GatewayActivity {
  /** The node that carries it: its chassis has claimed it, and its network card has a link. Absent when there is none, or nobody knows. */
  readonly node: string | undefined;
  /** Whether its traffic passes, or is about to: a chassis of a live node has claimed it. */
  readonly ready: boolean;
  /** The node that has claimed it and has no link: another is to take it over at once. */
  readonly linkless: string | undefined;
}

/** Who carries a Gateway, as the southbound database says; until that has been read, what the status remembers. */
export const gatewayActivity: Derivation<Inputs, GatewayActivity> = {
  name: 'gatewayActivity',
  compute(world, name) {
    const { chosen, linkless } = world.derive(gatewayPlacement, name);
    const southbound = world.get('Database', 'southbound');
    // Nobody configured it: nothing better is known than where the Gateway should be.
    if (!southbound) return { node: undefined, ready: chosen.length > 0, linkless: undefined };
    if (southbound.schema === '') {
      const { wasOn: node, wasReady: ready = false } = world.get('Gateway', name) ?? {};
      return { node, ready, linkless: undefined };
    }
    const chassis = world.get('GatewayPort', gatewayExternalPortName(name))?.chassis;
    const node = chassis === undefined ? undefined : world.derive(nodeOfChassis, chassis);
    // One that leaves the group carries the traffic until another has taken over; a dead one's claim stays, and means nothing.
    const alive = node !== undefined && world.derive(isLive, node);
    const dark = alive && linkless.some((each) => each.name === node);
    return {
      node: alive && !dark ? node : undefined,
      // What leaves by it is not taken away for the moment that another needs to take over.
      ready: alive && chosen.length > 0,
      linkless: dark ? node : undefined,
    };
  },
};

/** The node of a chassis. */
const nodeOfChassis: Derivation<Inputs, string | undefined> = {
  name: 'nodeOfChassis',
  compute: (world, chassis) =>
    world.all('NodeNetwork').find((node) => world.get('NodeNetwork', node)?.chassis === chassis),
};
