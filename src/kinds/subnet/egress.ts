/**
 * How a Subnet's traffic leaves, as policies in its Vpc's router (`Logical_Router_Policy`): O(1) rows whatever its pods. What leaves by the
 * nodes needs none here: each NodeNetwork brings one for all pods of its node.
 */
import { ipOf, type Northbound, routerOf, row } from '../../northbound/rows.ts';
import type { Row } from '../../reconcile/output.ts';
import type { World } from '../../store/store.ts';
import { egressOf, hasWayOut, nexthopsOf, routerPriority } from '../../topology/egress.ts';
import type { Inputs } from '../../topology/facts.ts';
import type { SubnetFamily, SubnetNetwork } from '../../topology/subnets.ts';
import { gatewayRows } from './nat.ts';

/** The rows: on the Vpc's router and on those of the Gateways. */
export function egressRows(
  context: Northbound,
  world: World<Inputs>,
  subnet: Inputs['Subnet'],
  network: SubnetNetwork,
): readonly Row[] {
  const egress = world.derive(egressOf, network.name);
  if (!egress || network.vpc === undefined || !world.derive(hasWayOut, network.vpc)) return [];
  const router = routerOf(context, network.vpc);
  const policy = (key: string, { family }: SubnetFamily, columns: Row['columns']) =>
    row(context, 'Logical_Router_Policy', `Subnet/${network.name}`, `${key}/${family}`, columns, router);
  const rows = network.families.flatMap((each) => {
    const { family, text } = each;
    const ip = ipOf(family);
    const nexthops = nexthopsOf(egress, family);
    const from = `${ip}.src == ${text}`;
    return [
      policy('local', each, { priority: routerPriority.local, match: `${ip}.dst == ${text}`, action: 'allow' }),
      ...(nexthops.length > 0
        ? [
            policy('egress', each, {
              priority: routerPriority.gateways,
              match: from,
              action: 'reroute',
              nexthops: new Set(nexthops),
            }),
          ]
        : []),
      // Also below the Gateways: whatever becomes of them, nothing leaves by the nodes instead.
      ...(egress.mode === 'Distributed'
        ? []
        : [policy('stay', each, { priority: routerPriority.stay, match: from, action: 'drop' })]),
    ];
  });
  return [...rows, ...gatewayRows(context, subnet, network, egress.gateways)];
}
