/** The next hops of a Vpc's routes: they must lie in a network that its router is connected to, or OVN ignores the route. */
import type { VpcSpec } from '../../api/index.ts';
import { parseAddress } from '../../net/address.ts';
import { type Cidr, contains } from '../../net/cidr.ts';
import type { World } from '../../store/store.ts';
import type { Inputs } from '../../topology/facts.ts';
import { joinNetworkOf } from '../../topology/join-network.ts';
import { acceptedSubnetsOf, subnetNetwork } from '../../topology/subnets.ts';
import type { Finding } from '../../topology/verdict.ts';

/** Networks that the router of a Vpc is connected to. */
export function connectedNetworks(world: World<Inputs>, vpc: Inputs['Vpc']): readonly Cidr[] {
  const subnets = world
    .derive(acceptedSubnetsOf, vpc.meta.name)
    .flatMap((name) => world.derive(subnetNetwork, name)?.families.map(({ cidr }) => cidr) ?? []);
  return [...subnets, ...(joinNetworkOf(world, vpc)?.cidrs ?? [])];
}

/** The first route whose next hop no network holds. */
export function unreachableNextHop(world: World<Inputs>, vpc: Inputs['Vpc']): Finding | undefined {
  const routes = [...named('staticRoutes', vpc.spec), ...named('policyRoutes', vpc.spec)].filter(
    ({ nextHops }) => nextHops.length > 0,
  );
  if (routes.length === 0) return undefined;
  const networks = connectedNetworks(world, vpc);
  for (const { field, nextHops } of routes) {
    const bad = nextHops.find(
      (text) => !networks.some((network) => contains(network, parseAddress(text) ?? { family: 'ipv4', value: -1n })),
    );
    if (bad === undefined) continue;
    return {
      reason: 'NextHopUnreachable',
      message: `Next hop ${bad} of ${field} is in no Subnet of Vpc ${vpc.meta.name}. Make that Subnet, or write a next hop inside one: kubectl get vsub --field-selector spec.vpc=${vpc.meta.name}`,
    };
  }
  return undefined;
}

function named(
  list: 'staticRoutes' | 'policyRoutes',
  spec: VpcSpec,
): readonly { field: string; nextHops: readonly string[] }[] {
  return (spec[list] ?? []).map(({ name, nextHops }) => ({ field: `${list} ${name}`, nextHops: nextHops ?? [] }));
}
