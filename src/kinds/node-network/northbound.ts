/**
 * A node in OVN_Northbound: per attached Vpc one port in the join switch, and a host route for each of the node's own addresses, so
 * that pods reach nodes by the addresses that people know. No port security: the node is trusted, and forwards for others. Its pods
 * leave the Vpc through it: one policy per family for all of them, whose match is the address set that OVN makes of their Port_Group.
 */
import type { NodeNetworkAttachment } from '../../api/index.ts';
import { bitsOf, familyOf, formatAddress, parseAddress } from '../../net/address.ts';
import { nodePortName } from '../../northbound/names.ts';
import { aclPlaces } from '../../northbound/priorities.ts';
import {
  aclInGroup,
  ipOf,
  joinSwitchOf,
  map,
  type Northbound,
  nodePodsOf,
  routerOf,
  row,
  setName,
} from '../../northbound/rows.ts';
import { nothing, type Row, type Translation } from '../../reconcile/output.ts';
import type { World } from '../../store/store.ts';
import { routerPriority } from '../../topology/egress.ts';
import type { Inputs } from '../../topology/facts.ts';
import { configOf, hasNodePorts } from '../../topology/join-network.ts';

/** The rows of one node. */
export function northbound(context: Northbound, world: World<Inputs>, name: string): Translation {
  const node = world.get('NodeNetwork', name);
  if (!node) return { resolved: false, output: nothing };
  // The ports of a node that was removed go, also when nobody collects its NodeNetwork.
  const attachments = world.get('Node', name)
    ? node.attachments.filter(({ vpc }) => world.derive(hasNodePorts, vpc))
    : [];
  // Without a NetworkConfig what there is stays, as long as there is a Vpc that it is for.
  if (attachments.length > 0 && !configOf(world)) return { resolved: false, output: nothing };
  const known = world.get('Node', name)?.internalAddresses ?? [];
  return {
    resolved: true,
    output: {
      rows: [
        ...attachments.flatMap((attachment) => attachmentRows(context, name, node.chassis ?? name, attachment, known)),
        ...variableRows(context, world, name, node.chassis ?? name),
      ],
      contributions: [],
    },
  };
}

/**
 * The row in which Services put who answers for them on this node. It is there as long as the node and a NetworkConfig are, and not only
 * while some Service needs it: ovn-controller keeps the variables of a row that goes before they do, and ends with an assertion when the next
 * row of its chassis comes (`template_vars_update` in controller/ovn-controller.c; seen with 23.03, 25.03 and 26.03).
 */
function variableRows(context: Northbound, world: World<Inputs>, node: string, chassis: string): readonly Row[] {
  if (!world.get('Node', node) || !configOf(world)) return [];
  return [row(context, 'Chassis_Template_Var', `NodeNetwork/${node}`, '', { chassis })];
}

function attachmentRows(
  context: Northbound,
  node: string,
  chassis: string,
  { vpc, addresses = [], mac = '' }: NodeNetworkAttachment,
  known: readonly string[],
): readonly Row[] {
  const owner = `NodeNetwork/${node}`;
  const router = routerOf(context, vpc);
  const pods = setName(nodePodsOf(context, vpc, node));
  const port = {
    name: nodePortName(vpc, node),
    addresses: new Set([[mac, ...addresses].join(' ')]),
    options: map({ 'requested-chassis': chassis }),
  };
  const routes = known.flatMap((text) => {
    const parsed = parseAddress(text);
    const nexthop = addresses.find((own) => familyOf(own) === parsed?.family);
    if (!parsed || nexthop === undefined) return [];
    const { family } = parsed;
    const address = formatAddress(parsed);
    const columns = { ip_prefix: `${address}/${bitsOf(family)}`, nexthop, policy: 'dst-ip' };
    const local = { priority: routerPriority.local, match: `${ipOf(family)}.dst == ${address}`, action: 'allow' };
    return [
      row(context, 'Logical_Router_Static_Route', owner, `${vpc}/${address}`, columns, router),
      row(context, 'Logical_Router_Policy', owner, `${vpc}/${address}`, local, router),
    ];
  });
  const egress = addresses.flatMap((nexthop) => {
    const family = familyOf(nexthop);
    if (!family) return [];
    const match = `${ipOf(family)}.src == $${pods}_${ipOf(family)}`;
    const columns = { priority: routerPriority.nodes, match, action: 'reroute', nexthops: new Set([nexthop]) };
    return [row(context, 'Logical_Router_Policy', owner, `${vpc}/${family}`, columns, router)];
  });
  return [
    row(context, 'Logical_Switch_Port', owner, vpc, port, joinSwitchOf(context, vpc)),
    row(context, 'Port_Group', owner, vpc, { name: pods, external_ids: map({ vpc, node }) }),
    ...ownNodeRows(context, node, vpc, [...addresses, ...known]),
    ...routes,
    ...egress,
  ];
}

/**
 * The node reaches its own pods whatever policies say: kubelets probe from here (NetworkPolicySpec, "the pod's local node"). It comes with
 * an address of the join network, or with one that it is known by.
 */
function ownNodeRows(context: Northbound, node: string, vpc: string, addresses: readonly string[]): readonly Row[] {
  const group = nodePodsOf(context, vpc, node);
  return (['ipv4', 'ipv6'] as const).flatMap((family) => {
    const own = addresses.flatMap((text) => {
      const address = parseAddress(text);
      return address?.family === family ? [formatAddress(address)] : [];
    });
    if (own.length === 0) return [];
    const match = `outport == @${setName(group)} && ${ipOf(family)}.src == {${own.join(', ')}}`;
    const columns = { direction: 'to-lport', match, action: 'allow-related' };
    return [aclInGroup(context, `NodeNetwork/${node}`, `${vpc}/own/${family}`, group, aclPlaces.own, columns)];
  });
}
