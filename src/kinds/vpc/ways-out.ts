/** Where the traffic of a Vpc leaves, Subnet by Subnet and node by node: what its Subnets and NodeNetworks say in policies of their own. */
import { type Family, familyOf } from '../../net/address.ts';
import { type Northbound, nodePodsOf, setName } from '../../northbound/rows.ts';
import type { World } from '../../store/store.ts';
import { egressOf, nexthopsOf } from '../../topology/egress.ts';
import type { Inputs } from '../../topology/facts.ts';
import { hasNodePorts } from '../../topology/join-network.ts';
import { acceptedSubnetsOf, subnetNetwork } from '../../topology/subnets.ts';

/** One way. */
export interface WayOut {
  /** Tells ways apart within a family. */
  readonly key: string;
  readonly family: Family;
  /** Those of Subnets go before those of nodes. */
  readonly level: 'Subnet' | 'Node';
  /** What a source is compared with in a match. */
  readonly from: string;
  /** Where it goes; none means nowhere. */
  readonly nexthops: readonly string[];
}

/** All ways out of a Vpc. */
export function waysOut(context: Northbound, world: World<Inputs>, vpc: string): readonly WayOut[] {
  const subnets = world.derive(acceptedSubnetsOf, vpc).flatMap((name): readonly WayOut[] => {
    const egress = world.derive(egressOf, name);
    if (!egress || egress.mode === 'Distributed') return [];
    return (world.derive(subnetNetwork, name)?.families ?? []).map(({ family, text }) => ({
      ...{ key: `subnet/${name}`, family, level: 'Subnet', from: text, nexthops: nexthopsOf(egress, family) },
    }));
  });
  return world.derive(hasNodePorts, vpc) ? [...subnets, ...nodeWays(context, world, vpc)] : subnets;
}

function nodeWays(context: Northbound, world: World<Inputs>, vpc: string): readonly WayOut[] {
  return world.all('Node').flatMap((node) => {
    const attachment = world.get('NodeNetwork', node)?.attachments.find((each) => each.vpc === vpc);
    const pods = setName(nodePodsOf(context, vpc, node));
    return (attachment?.addresses ?? []).flatMap((nexthop): readonly WayOut[] => {
      const family = familyOf(nexthop);
      const from = `$${pods}_${family === 'ipv4' ? 'ip4' : 'ip6'}`;
      return family ? [{ key: `node/${node}`, family, level: 'Node', from, nexthops: [nexthop] }] : [];
    });
  });
}
