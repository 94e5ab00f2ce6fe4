/** A Vpc in OVN_Northbound: `Logical_Router`, its routes and policies, and with a node attachment the join switch with its port pair. */
import type { VpcStaticRoute } from '../../api/index.ts';
import { formatAddress } from '../../net/address.ts';
import { type Cidr, parseCidr } from '../../net/cidr.ts';
import { macOf } from '../../net/mac.ts';
import { joinRouterPortName, joinSwitchName, joinSwitchPortName, routerName } from '../../northbound/names.ts';
import { aclPlaces } from '../../northbound/priorities.ts';
import {
  aclInGroup,
  joinSwitchOf,
  loadBalancerGroupOf,
  map,
  type Northbound,
  releasingPortsOf,
  routerOf,
  row,
  setName,
} from '../../northbound/rows.ts';
import { unservedRows } from '../../northbound/unserved.ts';
import { stampName } from '../../reconcile/dialect.ts';
import { nothing, type Row, type Translation } from '../../reconcile/output.ts';
import type { World } from '../../store/store.ts';
import { defaultRoutes } from '../../topology/egress.ts';
import type { Inputs } from '../../topology/facts.ts';
import {
  configOf,
  hasNodePorts,
  type JoinNetwork,
  joinNetworkOf,
  serviceCidrsIn,
  vpcFinding,
} from '../../topology/join-network.ts';
import { egressRows } from './egress.ts';
import { connectedNetworks, unreachableNextHop } from './next-hops.ts';
import { policyRows } from './policies.ts';
import { waysOut } from './ways-out.ts';

/** The rows of one Vpc. */
export function northbound(context: Northbound, world: World<Inputs>, name: string): Translation {
  const vpc = world.get('Vpc', name);
  if (!vpc || !configOf(world) || world.derive(vpcFinding, name) || unreachableNextHop(world, vpc))
    return { resolved: false, output: nothing };
  const join = joinNetworkOf(world, vpc);
  return {
    resolved: true,
    output: {
      rows: [
        row(context, 'Logical_Router', owner(name), '', { name: routerName(name) }),
        row(context, 'Load_Balancer_Group', owner(name), '', { name: stampName(context.installation, owner(name)) }),
        ...(vpc.spec.staticRoutes ?? []).flatMap((route) => staticRouteRows(context, name, route)),
        ...(vpc.spec.policyRoutes
          ? policyRows(
              context,
              vpc,
              [...connectedNetworks(world, vpc), ...nodeAddresses(world, name)],
              world.derive(defaultRoutes, name),
              () => waysOut(context, world, name),
            )
          : []),
        ...egressRows(context, world, vpc),
        ...(join ? joinRows(context, name, join, serviceCidrsIn(world, name)) : []),
        ...releasingRows(context, name),
      ],
      contributions: [],
    },
  };
}

/** The group of ports whose pods are gone: nothing passes, either way. */
function releasingRows(context: Northbound, vpc: string): readonly Row[] {
  const group = releasingPortsOf(context, vpc);
  const acl = (direction: string, port: string) =>
    aclInGroup(context, owner(vpc), `releasing/${direction}`, group, aclPlaces.releasing, {
      ...{ direction, match: `${port} == @${setName(group)} && ip`, action: 'drop' },
    });
  return [
    row(context, 'Port_Group', owner(vpc), 'releasing', { name: setName(group), external_ids: map({ vpc }) }),
    acl('to-lport', 'outport'),
    acl('from-lport', 'inport'),
  ];
}

/** Addresses of the nodes, to which an attached Vpc has a route each. */
function nodeAddresses(world: World<Inputs>, vpc: string): readonly Cidr[] {
  if (!world.derive(hasNodePorts, vpc)) return [];
  return world
    .all('Node')
    .flatMap((node) => world.get('Node', node)?.internalAddresses ?? [])
    .flatMap((text) => parseCidr(`${text}/${text.includes(':') ? 128 : 32}`) ?? []);
}

const owner = (name: string) => `Vpc/${name}`;

/** One row per next hop: several with one prefix are ECMP. `discard` is OVN's blackhole (`Logical_Router_Static_Route.nexthop`). */
function staticRouteRows(context: Northbound, vpc: string, route: VpcStaticRoute): readonly Row[] {
  const policy = route.source === undefined ? 'dst-ip' : 'src-ip';
  const hops = route.blackhole ? ['discard'] : (route.nextHops ?? []);
  return hops.map((nexthop) =>
    row(
      context,
      'Logical_Router_Static_Route',
      owner(vpc),
      `route/${route.name}/${nexthop}`,
      { ip_prefix: route.destination ?? route.source ?? '', nexthop, policy },
      routerOf(context, vpc),
    ),
  );
}

/** The join network: a switch with a port per node (which the NodeNetworks bring), connected to the router. */
function joinRows(context: Northbound, vpc: string, join: JoinNetwork, services: readonly string[]): readonly Row[] {
  const [first] = join.gateways;
  if (!first) return [];
  const networks = join.cidrs.map((cidr, index) => `${formatAddress(join.gateways[index]!)}/${cidr.prefix}`);
  return [
    row(context, 'Logical_Switch', owner(vpc), 'join', {
      name: joinSwitchName(vpc),
      load_balancer_group: new Set([loadBalancerGroupOf(context, vpc)]),
    }),
    row(
      context,
      'Logical_Router_Port',
      owner(vpc),
      'join',
      { name: joinRouterPortName(vpc), mac: macOf(first), networks: new Set(networks) },
      routerOf(context, vpc),
    ),
    row(
      context,
      'Logical_Switch_Port',
      owner(vpc),
      'join',
      {
        name: joinSwitchPortName(vpc),
        type: 'router',
        addresses: new Set(['router']),
        options: map({ 'router-port': joinRouterPortName(vpc) }),
      },
      joinSwitchOf(context, vpc),
    ),
    ...unservedRows(context, owner(vpc), joinSwitchOf(context, vpc), services),
  ];
}
