/** How kinds write rows of OVN_Northbound: UUIDs that follow from names, and the server's capabilities. */
import type { Family } from '../net/address.ts';
import type { Uuid, Value } from '../ovsdb/index.ts';
import type { Owner, Row } from '../reconcile/output.ts';
import { rowId } from '../reconcile/row-id.ts';
import type { Place } from './priorities.ts';

/** What a translation to OVN_Northbound is given beside the world: constants of the process. */
export interface Northbound {
  /** Identifies this cluster in a database that may be shared. */
  readonly installation: string;
}

/** The UUID of the row of a table that an owner's key names. */
export function uuidOf({ installation }: Northbound, table: string, owner: Owner, key = ''): Uuid {
  return rowId(installation, { table, owner, key });
}

/** A row of an owner. */
export function row(
  northbound: Northbound,
  table: string,
  owner: Owner,
  key: string,
  columns: Readonly<Record<string, Value>>,
  parent?: Uuid,
): Row {
  return { table, uuid: uuidOf(northbound, table, owner, key), columns, ...(parent === undefined ? {} : { parent }) };
}

/** An ACL in a Port_Group, at its place. `key` must name the group too when the owner has several. */
export function aclInGroup(
  northbound: Northbound,
  owner: Owner,
  key: string,
  group: Uuid,
  place: Place,
  columns: Readonly<Record<string, Value>>,
): Row {
  return { ...row(northbound, 'ACL', owner, key, { ...place, ...columns }, group), parentTable: 'Port_Group' };
}

/** `ACL.options` of a from-lport ACL that shall see the endpoint behind a Service, not the Service (ovn-nb(5), ACL). */
export const afterLoadBalancing: ReadonlyMap<string, string> = new Map([['apply-after-lb', 'true']]);

/** A map column from an object; absent values are left out. */
export function map(entries: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(entries).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** The protocol of a family in OVN's matches (ovn-sb(5), Logical_Flow.match), and in the address sets of a Port_Group. */
export const ipOf = (family: Family): 'ip4' | 'ip6' => (family === 'ipv4' ? 'ip4' : 'ip6');

/** Name of an Address_Set or Port_Group, from the row's UUID: OVN's names allow `[a-zA-Z_.][a-zA-Z_.0-9]*` only, Kubernetes' names don't fit. */
export function setName(uuid: Uuid): string {
  return `s_${uuid.replaceAll('-', '')}`;
}

/** The rows whose names by {@link setName} stand in a text. */
export function setsIn(text: string): readonly Uuid[] {
  return [...text.matchAll(/\bs_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})(?![0-9a-f])/g)].map(
    ([, ...parts]) => parts.slice(0, 5).join('-'),
  );
}

/** The router of a Vpc. */
export const routerOf = (northbound: Northbound, vpc: string): Uuid =>
  uuidOf(northbound, 'Logical_Router', `Vpc/${vpc}`);

/** The join switch of a Vpc. */
export const joinSwitchOf = (northbound: Northbound, vpc: string): Uuid =>
  uuidOf(northbound, 'Logical_Switch', `Vpc/${vpc}`, 'join');

/** The switch of a Subnet. */
export const switchOf = (northbound: Northbound, subnet: string): Uuid =>
  uuidOf(northbound, 'Logical_Switch', `Subnet/${subnet}`);

/** The DHCP options of a Subnet's family. */
export const dhcpOptionsOf = (northbound: Northbound, subnet: string, family: 'ipv4' | 'ipv6'): Uuid =>
  uuidOf(northbound, 'DHCP_Options', `Subnet/${subnet}`, family);

/** The ports of the pods of one node in an attached Vpc: what egress by the node matches. */
export const nodePodsOf = (northbound: Northbound, vpc: string, node: string): Uuid =>
  uuidOf(northbound, 'Port_Group', `NodeNetwork/${node}`, vpc);

/** The load balancers of all Services in a Vpc: what its switches refer to. */
export const loadBalancerGroupOf = (northbound: Northbound, vpc: string): Uuid =>
  uuidOf(northbound, 'Load_Balancer_Group', `Vpc/${vpc}`);

/** The ports of the pods in a PodSet that are in a Vpc; of one with a named port, those on which it has this number. */
export const podSetGroupOf = (northbound: Northbound, set: string, vpc: string, number?: number): Uuid =>
  uuidOf(northbound, 'Port_Group', `PodSet/${set}`, number === undefined ? vpc : `${vpc}/${number}`);

/** The ports in a Vpc whose pods are gone: nobody knows any more which policies selected them. */
export const releasingPortsOf = (northbound: Northbound, vpc: string): Uuid =>
  uuidOf(northbound, 'Port_Group', `Vpc/${vpc}`, 'releasing');

/** What OVN puts in place of variables on a node: made only while some Service has such. */
export const variablesOf = (northbound: Northbound, node: string): Uuid =>
  uuidOf(northbound, 'Chassis_Template_Var', `NodeNetwork/${node}`);

/** The router of a Gateway. */
export const gatewayRouterOf = (northbound: Northbound, gateway: string): Uuid =>
  uuidOf(northbound, 'Logical_Router', `Gateway/${gateway}`);
