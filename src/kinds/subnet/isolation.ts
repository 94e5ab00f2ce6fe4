/**
 * `isolation: Private`: who may open connections into the Subnet. Two ACLs per family that never change, and an `Address_Set` that
 * does, in one transaction: there is no moment without enforcement.
 */
import type { Family } from '../../net/address.ts';
import { formatCidr, parseCidr } from '../../net/cidr.ts';
import { ipOf, map, type Northbound, row, setName, switchOf, uuidOf } from '../../northbound/rows.ts';
import type { Row } from '../../reconcile/output.ts';
import type { World } from '../../store/store.ts';
import type { Inputs } from '../../topology/facts.ts';
import { hasNodePorts, joinNetworkOf } from '../../topology/join-network.ts';
import { type SubnetFamily, type SubnetNetwork, subnetNetwork } from '../../topology/subnets.ts';

/** `ACL.priority`: below NetworkPolicy and security groups to come, above the default. */
const ALLOW = 1002;
const DROP = 1001;

/** The rows; none for an open Subnet. */
export function isolationRows(
  context: Northbound,
  world: World<Inputs>,
  subnet: Inputs['Subnet'],
  network: SubnetNetwork,
): readonly Row[] {
  if (subnet.spec.isolation.mode === 'Open') return [];
  return network.families.flatMap((family) =>
    familyRows(context, network, family, allowed(world, subnet, network, family.family)),
  );
}

function familyRows(
  context: Northbound,
  network: SubnetNetwork,
  { family, text }: SubnetFamily,
  sources: ReadonlySet<string>,
): readonly Row[] {
  const owner = `Subnet/${network.name}`;
  const parent = switchOf(context, network.name);
  const set = setName(uuidOf(context, 'Address_Set', owner, `allowed/${family}`));
  const ip = ipOf(family);
  // The destination is in the match because ACLs also see what leaves through the switch's router port.
  const into = `${ip} && ${ip}.dst == ${text}`;
  const acl = (key: string, priority: number, action: string, match: string) =>
    row(context, 'ACL', owner, `${key}/${family}`, { direction: 'to-lport', priority, action, match }, parent);
  return [
    row(context, 'Address_Set', owner, `allowed/${family}`, {
      name: set,
      addresses: sources,
      external_ids: map({ subnet: network.name }),
    }),
    acl('allow', ALLOW, 'allow-related', `${into} && ${ip}.src == $${set}`),
    acl('drop', DROP, 'drop', into),
  ];
}

/** Who may connect: the Subnet itself, the nodes (probes), and the allow list. */
function allowed(
  world: World<Inputs>,
  subnet: Inputs['Subnet'],
  network: SubnetNetwork,
  family: Family,
): ReadonlySet<string> {
  const vpc = network.vpc === undefined ? undefined : world.get('Vpc', network.vpc);
  const nodes = vpc && world.derive(hasNodePorts, vpc.meta.name) ? (joinNetworkOf(world, vpc)?.cidrs ?? []) : [];
  const listed = (subnet.spec.isolation.allowFrom ?? []).flatMap(({ subnet: peer, cidr }) =>
    peer === undefined
      ? (parseCidr(cidr ?? '') ?? [])
      : (world.derive(subnetNetwork, peer)?.families.map((each) => each.cidr) ?? []),
  );
  const own = network.families.map((each) => each.cidr);
  return new Set([...own, ...nodes, ...listed].filter((cidr) => cidr.family === family).map(formatCidr));
}
