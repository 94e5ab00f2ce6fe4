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
  /** The nodes of its group, the first of which is to carry the traffic. */
  readonly chosen: readonly GatewayNode[];
  /** Nodes that it selects and that can't carry it, and why. */
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
    if (!gateway || provider === undefined) return { chosen: [], down: [], obstacle: 'NoEligibleNode' };
    const { nodeSelector = {}, replicas, preferredNodes = [] } = gateway.spec.placement;
    const selected = world
      .derive(candidates, provider)
      .filter((node) => selects(nodeSelector, world.get('Node', node.name)?.labels ?? {}));
    const rank = (node: string) =>
      preferredNodes.includes(node) ? preferredNodes.indexOf(node) : preferredNodes.length;
    const chosen = selected
      .filter(({ reason }) => reason === undefined)
      .map((node) => ({ name: node.name, chassis: node.chassis, weight: weight(name, node.name) }))
      .sort((a, b) => rank(a.name) - rank(b.name) || compare(b.weight, a.weight) || compare(a.name, b.name))
      .slice(0, replicas)
      .map(({ name: node, chassis }) => ({ name: node, chassis }));
    return {
      chosen,
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
  if (obstacle !== undefined) return { name, chassis, reason: obstacle, uplinkMissing: false };
  const uplink = own?.providerNetworks.find((each) => each.name === provider);
  if (uplink?.state === 'Ready') return { name, chassis, reason: undefined, uplinkMissing: false };
  const state = uplink?.state === undefined ? 'is not on this node' : `is ${uplink.state}`;
  return { name, chassis, reason: `ProviderNetwork ${provider} ${state}.`, uplinkMissing: true };
}

/** What keeps a node from carrying any Gateway. */
function nodeObstacle(world: World<Inputs>, name: string): string | undefined {
  const node = world.get('Node', name);
  const own = world.get('NodeNetwork', name);
  if (!node?.ready || node.outOfService) return 'The Node is not ready.';
  if (!own) return 'It has no NodeNetwork: its agent has not run.';
  if (own.spec.gateway === 'Denied') return 'Its NodeNetwork says gateway: Denied.';
  return own.chassis === undefined ? 'Its ovn-controller has not registered it.' : undefined;
}

/** Hexadecimal; the larger goes first (rendezvous hashing). */
function weight(gateway: string, node: string): string {
  return createHash('sha256').update(`${gateway}\0${node}`).digest('hex');
}

/** Who carries a Gateway now. */
export interface GatewayActivity {
  /** The node whose chassis has claimed it; absent when none has, or nobody knows. */
  readonly node: string | undefined;
  /** Whether its traffic passes: a chassis of a live node has claimed it. */
  readonly ready: boolean;
}

/** Who carries a Gateway, as the southbound database says; until that has been read, what the status remembers. */
export const gatewayActivity: Derivation<Inputs, GatewayActivity> = {
  name: 'gatewayActivity',
  compute(world, name) {
    const { chosen } = world.derive(gatewayPlacement, name);
    const southbound = world.get('Database', 'southbound');
    // Nobody configured it: nothing better is known than where the Gateway should be.
    if (!southbound) return { node: undefined, ready: chosen.length > 0 };
    if (southbound.schema === '') {
      const { wasOn: node, wasReady: ready = false } = world.get('Gateway', name) ?? {};
      return { node, ready };
    }
    const chassis = world.get('GatewayPort', gatewayExternalPortName(name))?.chassis;
    const node = chassis === undefined ? undefined : world.derive(nodeOfChassis, chassis);
    // One that leaves the group carries the traffic until another has taken over; a dead one's claim stays, and means nothing.
    const alive = node !== undefined && world.get('Node', node)?.ready === true;
    return { node: alive ? node : undefined, ready: alive && chosen.length > 0 };
  },
};

/** The node of a chassis. */
const nodeOfChassis: Derivation<Inputs, string | undefined> = {
  name: 'nodeOfChassis',
  compute: (world, chassis) =>
    world.all('NodeNetwork').find((node) => world.get('NodeNetwork', node)?.chassis === chassis),
};
