/**
 * A node in OVN_Northbound: per attached Vpc one port in the join switch, and a host route for each of the node's own addresses, so
 * that pods reach nodes by the addresses that people know. No port security: the node is trusted, and forwards for others.
 */
import type { NodeNetworkAttachment } from '../../api/index.ts';
import { bitsOf, familyOf } from '../../net/address.ts';
import { nodePortName } from '../../northbound/names.ts';
import { joinSwitchOf, map, type Northbound, routerOf, row } from '../../northbound/rows.ts';
import { nothing, type Row, type Translation } from '../../reconcile/output.ts';
import type { World } from '../../store/store.ts';
import type { Inputs } from '../../topology/facts.ts';
import { configOf, hasNodePorts } from '../../topology/join-network.ts';

/** The rows of one node. */
export function northbound(context: Northbound, world: World<Inputs>, name: string): Translation {
  const node = world.get('NodeNetwork', name);
  if (!node || !configOf(world)) return { resolved: false, output: nothing };
  // The ports of a node that was removed go, also when nobody collects its NodeNetwork.
  const attachments = world.get('Node', name)
    ? node.attachments.filter(({ vpc }) => world.derive(hasNodePorts, vpc))
    : [];
  const known = world.get('Node', name)?.internalAddresses ?? [];
  return {
    resolved: true,
    output: {
      rows: attachments.flatMap((attachment) => attachmentRows(context, name, node.chassis ?? name, attachment, known)),
      contributions: [],
    },
  };
}

function attachmentRows(
  context: Northbound,
  node: string,
  chassis: string,
  { vpc, addresses = [], mac = '' }: NodeNetworkAttachment,
  known: readonly string[],
): readonly Row[] {
  const owner = `NodeNetwork/${node}`;
  const port = {
    name: nodePortName(vpc, node),
    addresses: new Set([[mac, ...addresses].join(' ')]),
    options: map({ 'requested-chassis': chassis }),
  };
  const routes = known.flatMap((address) => {
    const family = familyOf(address);
    const nexthop = addresses.find((own) => familyOf(own) === family);
    if (!family || nexthop === undefined) return [];
    const columns = { ip_prefix: `${address}/${bitsOf(family)}`, nexthop, policy: 'dst-ip' };
    return [row(context, 'Logical_Router_Static_Route', owner, `${vpc}/${address}`, columns, routerOf(context, vpc))];
  });
  return [row(context, 'Logical_Switch_Port', owner, vpc, port, joinSwitchOf(context, vpc)), ...routes];
}
