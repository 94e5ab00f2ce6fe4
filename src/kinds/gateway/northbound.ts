/**
 * A Gateway in OVN_Northbound: a `Logical_Router` of its own between its Vpc's router and the External Subnet's switch. Its port outside
 * is on one node at a time, that of the `HA_Chassis_Group` which lives and has the highest priority (ovn-nb(5), Logical_Router_Port).
 * What concerns one Subnet (its NAT and the way back to it) are rows of that Subnet.
 */
import { type Address, bitsOf, formatAddress, parseAddress } from '../../net/address.ts';
import { macOf } from '../../net/mac.ts';
import {
  gatewayExternalPortName,
  gatewayRouterName,
  gatewaySwitchPortName,
  gatewayTransitPortName,
  vpcTransitPortName,
} from '../../northbound/names.ts';
import { gatewayRouterOf, map, type Northbound, routerOf, row, switchOf, uuidOf } from '../../northbound/rows.ts';
import { nothing, type Row, type Translation } from '../../reconcile/output.ts';
import type { World } from '../../store/store.ts';
import type { Inputs } from '../../topology/facts.ts';
import { gatewayPlacement } from '../../topology/gateway-placement.ts';
import { type GatewayWay, gatewayEnds, gatewayWay } from '../../topology/gateways.ts';
import { type SubnetNetwork, subnetNetwork } from '../../topology/subnets.ts';

/** `HA_Chassis.priority` of the first node; each further one has one less. */
const FIRST = 100;

/** A neighbour that is replaced without a gratuitous ARP is asked for again after so many seconds; OVN would never do so by itself. */
const options = map({ mac_binding_age_threshold: '300' });

/** The rows of one Gateway. */
export function northbound(context: Northbound, world: World<Inputs>, name: string): Translation {
  // Row first, then addresses and object: nobody gets an address that is in the database.
  if (gatewayEnds(world, name)) return { resolved: true, output: nothing };
  const gateway = world.get('Gateway', name);
  const way = world.derive(gatewayWay, name);
  const network = gateway && world.derive(subnetNetwork, gateway.spec.external.subnet);
  if (!way || !network) return { resolved: false, output: nothing };
  const owner = `Gateway/${name}`;
  return {
    resolved: true,
    output: {
      rows: [
        row(context, 'Logical_Router', owner, '', { name: gatewayRouterName(name), options }),
        ...transitRows(context, way),
        ...externalRows(context, way, network),
        ...groupRows(context, world, name),
      ],
      contributions: [],
    },
  };
}

const text = ({ address, prefix }: { readonly address: Address; readonly prefix: number }) =>
  `${formatAddress(address)}/${prefix}`;

/** The link with the Vpc's router: two ports that are each other's `peer`, without a switch. */
function transitRows(context: Northbound, { name, vpc, transit }: GatewayWay): readonly Row[] {
  const port = (end: 'vpc' | 'gateway', own: string, peer: string) => ({
    name: own,
    mac: macOf(transit[0]![end]),
    networks: new Set(transit.map((each) => text({ address: each[end], prefix: each.prefix }))),
    peer,
  });
  const [inside, outside] = [vpcTransitPortName(name), gatewayTransitPortName(name)];
  const owner = `Gateway/${name}`;
  return [
    row(context, 'Logical_Router_Port', owner, 'vpc', port('vpc', inside, outside), routerOf(context, vpc)),
    row(
      context,
      'Logical_Router_Port',
      owner,
      'transit',
      port('gateway', outside, inside),
      gatewayRouterOf(context, name),
    ),
  ];
}

/** The port outside, and the ways to everywhere by the physical router. */
function externalRows(context: Northbound, { name, addresses }: GatewayWay, network: SubnetNetwork): readonly Row[] {
  const owner = `Gateway/${name}`;
  const router = gatewayRouterOf(context, name);
  const own = addresses.flatMap((address) => parseAddress(address) ?? []);
  const seen = new Set<string>();
  // The router's address of a family brings the network; further ones are addresses only, which the router answers for too.
  const networks = own.map((address) => {
    const family = network.families.find((each) => each.family === address.family);
    const first = family !== undefined && !seen.has(address.family);
    seen.add(address.family);
    return text({ address, prefix: first ? family.cidr.prefix : bitsOf(address.family) });
  });
  const port = {
    name: gatewayExternalPortName(name),
    mac: macOf(own[0]!),
    networks: new Set(networks),
    ha_chassis_group: uuidOf(context, 'HA_Chassis_Group', owner),
  };
  const switchPort = {
    name: gatewaySwitchPortName(name),
    type: 'router',
    addresses: new Set(['router']),
    // Announces the addresses by gratuitous ARP when another node takes over.
    options: map({ 'router-port': gatewayExternalPortName(name), 'nat-addresses': 'router' }),
  };
  const routes = network.families.map(({ family, gateway }) => {
    const columns = {
      ip_prefix: family === 'ipv4' ? '0.0.0.0/0' : '::/0',
      nexthop: formatAddress(gateway),
      policy: 'dst-ip',
    };
    return row(context, 'Logical_Router_Static_Route', owner, family, columns, router);
  });
  return [
    row(context, 'Logical_Router_Port', owner, 'external', port, router),
    row(context, 'Logical_Switch_Port', owner, '', switchPort, switchOf(context, network.name)),
    ...routes,
  ];
}

/** The nodes: each has its turn when those before it are dead, which they tell each other by BFD in the tunnels. Of dead network cards OVN knows nothing. */
function groupRows(context: Northbound, world: World<Inputs>, name: string): readonly Row[] {
  const owner = `Gateway/${name}`;
  const group = uuidOf(context, 'HA_Chassis_Group', owner);
  const { chosen, linkless } = world.derive(gatewayPlacement, name);
  return [
    row(context, 'HA_Chassis_Group', owner, '', { name: gatewayRouterName(name) }),
    ...[...chosen, ...linkless].map(({ name: node, chassis }, index) =>
      row(context, 'HA_Chassis', owner, node, { chassis_name: chassis, priority: FIRST - index }, group),
    ),
  ];
}
