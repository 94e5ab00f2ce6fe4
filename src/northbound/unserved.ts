/**
 * What no load balancer took ends on the switch on which balancers are asked, before OVN commits the connection (the stage after load
 * balancing comes before the one that commits: ovn-northd(8)). The Vpc's router would drop it too, but then conntrack has it: who keeps sending
 * UDP from one port would be known as one who speaks to the Service's own address, and no load balancer would be asked for him again.
 */
import { formatCidr, parseCidr } from '../net/cidr.ts';
import type { Uuid } from '../ovsdb/index.ts';
import type { Owner, Row } from '../reconcile/output.ts';
import { aclPlaces } from './priorities.ts';
import { afterLoadBalancing, ipOf, type Northbound, row } from './rows.ts';

/**
 * The row, none without addresses.
 * @param services CIDRs in text from which Services get their addresses, and nobody else
 */
export function unservedRows(
  context: Northbound,
  owner: Owner,
  logicalSwitch: Uuid,
  services: readonly string[],
): readonly Row[] {
  const cidrs = services.flatMap((text) => parseCidr(text) ?? []);
  if (cidrs.length === 0) return [];
  const columns = {
    ...{ ...aclPlaces.unserved, direction: 'from-lport', action: 'drop', options: afterLoadBalancing },
    match: cidrs.map((cidr) => `${ipOf(cidr.family)}.dst == ${formatCidr(cidr)}`).join(' || '),
  };
  return [row(context, 'ACL', owner, 'unserved', columns, logicalSwitch)];
}
