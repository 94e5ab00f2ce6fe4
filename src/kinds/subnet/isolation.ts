/**
 * `isolation: Private`: who may open connections into the Subnet. It only ever drops, so that what it lets in still has to pass the policies of
 * the pods. One ACL per family that never changes, and an `Address_Set` of all whom it refuses that does, in one transaction: there is no
 * moment without enforcement. The set holds the refused and not the allowed ones, because OVN makes a flow of every combination of negated
 * networks, and an ACL that hands on to the next tier is not in every version.
 */
import type { Family } from '../../net/address.ts';
import { everything, formatCidr, parseCidr, type Range, without } from '../../net/cidr.ts';
import { aclPlaces } from '../../northbound/priorities.ts';
import { ipOf, map, type Northbound, row, setName, switchOf, uuidOf } from '../../northbound/rows.ts';
import type { Row } from '../../reconcile/output.ts';
import type { World } from '../../store/store.ts';
import type { Inputs } from '../../topology/facts.ts';
import { hasNodePorts, joinNetworkOf } from '../../topology/join-network.ts';
import { type SubnetFamily, type SubnetNetwork, subnetNetwork } from '../../topology/subnets.ts';

/** The rows; none for an open Subnet. */
export function isolationRows(
  context: Northbound,
  world: World<Inputs>,
  subnet: Inputs['Subnet'],
  network: SubnetNetwork,
): readonly Row[] {
  if (subnet.spec.isolation.mode === 'Open') return [];
  return [
    ...network.families.flatMap((family) =>
      familyRows(context, network, family, allowed(world, subnet, network, family.family)),
    ),
    trackingRow(context, network.name),
  ];
}

/** Replies are known, and so pass, only on switches where some ACL is `allow-related`; neighbour discovery passes there by itself anyway. */
function trackingRow(context: Northbound, subnet: string): Row {
  const columns = { ...aclPlaces.neighbours, direction: 'to-lport', action: 'allow-related', match: 'nd' };
  return row(context, 'ACL', `Subnet/${subnet}`, 'track', columns, switchOf(context, subnet));
}

function familyRows(
  context: Northbound,
  network: SubnetNetwork,
  { family, text }: SubnetFamily,
  sources: readonly Range[],
): readonly Row[] {
  const owner = `Subnet/${network.name}`;
  const parent = switchOf(context, network.name);
  const set = setName(uuidOf(context, 'Address_Set', owner, `refused/${family}`));
  const ip = ipOf(family);
  // The destination is in the match because ACLs also see what leaves through the switch's router port.
  const match = `${ip}.dst == ${text} && ${ip}.src == $${set}`;
  const drop = { ...aclPlaces.isolation, direction: 'to-lport', action: 'drop', match };
  return [
    row(context, 'Address_Set', owner, `refused/${family}`, {
      name: set,
      addresses: new Set(without(everything(family), sources).map(formatCidr)),
      external_ids: map({ subnet: network.name }),
    }),
    row(context, 'ACL', owner, `drop/${family}`, drop, parent),
  ];
}

/** Who may connect: the Subnet itself, the nodes (probes), and the allow list. */
function allowed(
  world: World<Inputs>,
  subnet: Inputs['Subnet'],
  network: SubnetNetwork,
  family: Family,
): readonly Range[] {
  const vpc = network.vpc === undefined ? undefined : world.get('Vpc', network.vpc);
  const nodes = vpc && world.derive(hasNodePorts, vpc.meta.name) ? (joinNetworkOf(world, vpc)?.cidrs ?? []) : [];
  const listed = (subnet.spec.isolation.allowFrom ?? []).flatMap(({ subnet: peer, cidr }) =>
    peer === undefined
      ? (parseCidr(cidr ?? '') ?? [])
      : (world.derive(subnetNetwork, peer)?.families.map((each) => each.cidr) ?? []),
  );
  const own = network.families.map((each) => each.cidr);
  return [...own, ...nodes, ...listed].filter((cidr) => cidr.family === family);
}
