/**
 * What no load balancer took ends on the pod's own switch, before OVN commits the connection (the stage after load balancing comes before the
 * one that commits, ovn-northd(8)). The Vpc's router would drop it too, but then conntrack has it: who keeps sending UDP from one port would
 * be known as one who speaks to the Service's own address, and no load balancer would be asked for him again.
 */
import { formatCidr, parseCidr } from '../../net/cidr.ts';
import { aclPlaces } from '../../northbound/priorities.ts';
import { afterLoadBalancing, ipOf, type Northbound, row, switchOf } from '../../northbound/rows.ts';
import type { Row } from '../../reconcile/output.ts';
import type { World } from '../../store/store.ts';
import type { Inputs } from '../../topology/facts.ts';
import { configOf, hasNodePorts } from '../../topology/join-network.ts';
import type { SubnetNetwork } from '../../topology/subnets.ts';

/** The row; none in a Vpc of its own, where nothing keeps the addresses of Services free. */
export function unservedRows(context: Northbound, world: World<Inputs>, { name, vpc }: SubnetNetwork): readonly Row[] {
  if (vpc === undefined || !world.derive(hasNodePorts, vpc)) return [];
  const services = (configOf(world)?.spec.serviceCidrs ?? []).flatMap((text) => parseCidr(text) ?? []);
  if (services.length === 0) return [];
  const match = services.map((cidr) => `${ipOf(cidr.family)}.dst == ${formatCidr(cidr)}`).join(' || ');
  const columns = {
    ...{ ...aclPlaces.unserved, direction: 'from-lport', match, action: 'drop' },
    options: afterLoadBalancing,
  };
  return [row(context, 'ACL', `Subnet/${name}`, 'unserved', columns, switchOf(context, name))];
}
