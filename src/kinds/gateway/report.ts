/** What `kubectl get vgw` shows. `Ready` is about packets: a live node has claimed the port outside. */
import type { GatewayNode, Verdict } from '../../api/index.ts';
import { formatAddress } from '../../net/address.ts';
import type { World } from '../../store/store.ts';
import type { Inputs } from '../../topology/facts.ts';
import { type GatewayPlacement, gatewayActivity, gatewayPlacement } from '../../topology/gateway-placement.ts';
import {
  gatewayAddresses,
  gatewayEnds,
  gatewayFinding,
  gatewayReferences,
  ipsOfGateway,
} from '../../topology/gateways.ts';
import { subnetsOfGateway } from '../../topology/indexes.ts';
import { verdict } from '../../topology/verdict.ts';
import type { Report } from '../kind.ts';
import { inUse, programmed, realised } from '../programmed.ts';

/** Nodes that the status names at most. */
const NODES = 16;

/** The status of one Gateway. */
export function report(world: World<Inputs>, name: string): Report | undefined {
  const gateway = world.get('Gateway', name);
  const rows = programmed(world, `Gateway/${name}`);
  if (!gateway || !rows) return undefined;
  const references = world.derive(gatewayReferences, name);
  const finding = world.derive(gatewayFinding, name);
  const { addresses, missing } = world.derive(gatewayAddresses, name);
  // An address is on its way: the allocator is asked whenever one is missing.
  if (!references && !finding && missing.length > 0 && !gateway.meta.deleting) return undefined;
  const ends = gatewayEnds(world, name);
  const placement = world.derive(gatewayPlacement, name);
  // What is not in the database is on no node.
  const nodes = rows.status === 'True' && !ends ? nodesOf(placement, world.derive(gatewayActivity, name).node) : [];
  return {
    verdicts: {
      Accepted: verdict('Accepted', finding),
      ResolvedRefs: verdict('ResolvedRefs', references),
      Programmed: rows,
      Ready: ready(world, gateway, placement),
    },
    status: {
      addresses: finding || references ? gateway.held : addresses.map(formatAddress),
      activeNode: nodes.find(({ state }) => state === 'Active')?.name,
      standby: nodes.filter(({ state }) => state === 'Standby').length,
      subnets: world.count(subnetsOfGateway, name),
      nodes,
    },
    patient: ends,
    leaving: ends,
  };
}

/** The node that carries it first, then those that stand ready, then those that can't. */
function nodesOf({ chosen, down }: GatewayPlacement, active: string | undefined): readonly GatewayNode[] {
  const others = chosen.filter(({ name }) => name !== active).map(({ name }) => ({ name, state: 'Standby' as const }));
  return [
    ...(active === undefined ? [] : [{ name: active, state: 'Active' as const }]),
    ...others,
    ...down.filter(({ name }) => name !== active).map(({ name, reason }) => ({ name, state: 'Down' as const, reason })),
  ].slice(0, NODES);
}

function ready(world: World<Inputs>, gateway: Inputs['Gateway'], placement: GatewayPlacement): Verdict {
  const { name } = gateway.meta;
  if (gateway.meta.deleting && !gatewayEnds(world, name))
    return inUse(
      world.count(subnetsOfGateway, name),
      'Subnet',
      world.list(subnetsOfGateway, name),
      'Traffic goes on. Change egress of the Subnets, or delete them.',
    );
  if (gateway.meta.deleting) {
    const ips = ipsOfGateway(world, name);
    return inUse(ips.length, 'IP', ips, 'They go as soon as nothing of it is in the database.');
  }
  const { chosen, down, obstacle } = placement;
  if (obstacle !== undefined)
    return { status: 'False', reason: obstacle, message: obstacleMessage(world, gateway, placement) };
  const activity = world.derive(gatewayActivity, name);
  const first = chosen[0]?.name ?? '';
  if (activity.linkless !== undefined)
    return {
      status: 'False',
      reason: 'NoActiveNode',
      message: `Node ${activity.linkless} has it, whose network card has no link; node ${first} is to take it up. See kubectl describe vnode ${first}`,
    };
  if (!activity.ready)
    return {
      status: 'False',
      reason: 'NoActiveNode',
      message: `No live node has taken it up yet; node ${first} is the first to do so. See kubectl describe vnode ${first}`,
    };
  const { replicas } = gateway.spec.placement;
  const fine: Verdict =
    chosen.length >= replicas
      ? { status: 'True', reason: 'Active', message: '' }
      : {
          status: 'True',
          reason: 'ReducedRedundancy',
          message: `It stands on ${chosen.length} of ${replicas} nodes. ${whyNot(down)}`,
        };
  return realised(world, `Gateway/${name}`, fine);
}

function obstacleMessage(world: World<Inputs>, { spec }: Inputs['Gateway'], { down }: GatewayPlacement): string {
  if (down.length === 0)
    return 'No node has the labels of placement.nodeSelector. Label nodes, or change the selector: kubectl get nodes --show-labels';
  const provider = world.get('Subnet', spec.external.subnet)?.spec.physical?.providerNetwork;
  return `No selected node can carry it. ${whyNot(down)} See kubectl describe vprov ${provider}`;
}

/** The first nodes that can't, with their reasons. */
function whyNot(down: GatewayPlacement['down']): string {
  if (down.length === 0) return 'No other node is selected: label nodes, or lower placement.replicas.';
  const some = down.slice(0, 3).map(({ name, reason }) => `${name}: ${reason}`);
  return `${some.join(' ')}${down.length > 3 ? ' …' : ''}`;
}
