/**
 * The frame in which a Vpc's Subnets leave it: a default route, so that OVN asks the router's policies at all, what stays inside whatever
 * the Subnets say, and a drop of what nobody takes. None of it in a Vpc that has no way out.
 */
import { formatCidr, parseCidr } from '../../net/cidr.ts';
import { ipOf, type Northbound, routerOf, row } from '../../northbound/rows.ts';
import type { Row } from '../../reconcile/output.ts';
import type { World } from '../../store/store.ts';
import { defaultRoutes, everything, hasWayOut, routerPriority } from '../../topology/egress.ts';
import type { Inputs } from '../../topology/facts.ts';
import { hasNodePorts, joinNetworkOf, serviceCidrsIn } from '../../topology/join-network.ts';

/** The rows. Subnets and NodeNetworks add theirs to them. */
export function egressRows(context: Northbound, world: World<Inputs>, vpc: Inputs['Vpc']): readonly Row[] {
  const { name } = vpc.meta;
  if (!world.derive(hasWayOut, name)) return [];
  const router = routerOf(context, name);
  const owner = `Vpc/${name}`;
  const policy = (key: string, priority: number, match: string, action: string) =>
    row(context, 'Logical_Router_Policy', owner, key, { priority, match, action }, router);
  const routes = vpc.spec.staticRoutes ?? [];
  const join = world.derive(hasNodePorts, name) ? (joinNetworkOf(world, vpc)?.cidrs ?? []) : [];
  const to = [...join.map(formatCidr), ...routes.flatMap(({ destination }) => destination ?? [])];
  const from = routes.flatMap(({ source }) => source ?? []);
  const local = (['ipv4', 'ipv6'] as const).flatMap((family) => {
    const matches = [...side(family, 'dst', to), ...side(family, 'src', from)];
    return matches.length > 0 ? [policy(`local/${family}`, routerPriority.local, matches.join(' || '), 'allow')] : [];
  });
  // Balancers are asked on the switches, so what comes to the router is for a Service that is none of this Vpc's, or has no endpoint on this node.
  const services = serviceCidrsIn(world, name);
  const unserved = (['ipv4', 'ipv6'] as const).flatMap((family) =>
    side(family, 'dst', services).map((match) => policy(`services/${family}`, routerPriority.unserved, match, 'drop')),
  );
  const outside = world.derive(defaultRoutes, name).flatMap(({ family, nexthop }) => {
    const columns = { ip_prefix: everything[family], nexthop, policy: 'dst-ip' };
    return [
      row(context, 'Logical_Router_Static_Route', owner, `default/${family}`, columns, router),
      policy(`drop/${family}`, routerPriority.drop, ipOf(family), 'drop'),
    ];
  });
  return [...local, ...unserved, ...outside];
}

/** A match on one side of packets of a family; none when no network is of it. */
function side(family: 'ipv4' | 'ipv6', field: 'src' | 'dst', networks: readonly string[]): readonly string[] {
  const own = networks.flatMap((text) => parseCidr(text) ?? []).filter((cidr) => cidr.family === family);
  if (own.length === 0) return [];
  if (own.some(({ prefix }) => prefix === 0)) return [ipOf(family)];
  return [`${ipOf(family)}.${field} == {${own.map(formatCidr).join(', ')}}`];
}
