/** What people are told when the traffic of a Subnet begins to leave another way: from where to where, and what that means for connections. */
import type { SubnetEgressStatus } from '../../api/index.ts';
import { familyOf } from '../../net/address.ts';
import { equal } from '../../store/equal.ts';
import type { World } from '../../store/store.ts';
import type { Inputs } from '../../topology/facts.ts';
import { gatewayWay } from '../../topology/gateways.ts';
import { ipsOfSubnet } from '../../topology/indexes.ts';
import type { News } from '../kind.ts';

/** The event for a change from what the status says to `now`; none for the first way, and none for a Gateway that merely fails or comes back. */
export function egressNews(world: World<Inputs>, subnet: Inputs['Subnet'], now: SubnetEgressStatus): News | undefined {
  const before = subnet.egressInForce;
  if (before?.mode === undefined || equal(before, now)) return undefined;
  const moved = (before.gateways ?? []).length > 0 && (now.gateways ?? []).length > 0;
  if (before.mode === now.mode && !moved) return undefined;
  const pods = world.list(ipsOfSubnet, subnet.meta.name).filter((key) => world.get('IP', key)?.bound).length;
  const parts = [
    `${wayOf(world, subnet, before)} → ${wayOf(world, subnet, now)}`,
    `${pods} pod${pods === 1 ? '' : 's'}`,
    ...consequence(subnet, before, now),
  ];
  return { reason: 'EgressChanged', note: parts.join('; ') };
}

/** `Centralized via gw (192.0.2.100)`: with the addresses that packets leave with. */
function wayOf(
  world: World<Inputs>,
  { spec }: Inputs['Subnet'],
  { mode = 'None', gateways = [] }: SubnetEgressStatus,
): string {
  if (gateways.length === 0) return mode;
  const { snat, snatAddresses = [] } = spec.egress;
  const named = gateways.map((name) => {
    const own = world.derive(gatewayWay, name)?.addresses ?? [];
    const used = (['ipv4', 'ipv6'] as const).flatMap((family) => {
      const all = own.filter((address) => familyOf(address) === family);
      return all.find((address) => snatAddresses.includes(address)) ?? all[0] ?? [];
    });
    return snat === 'Enabled' && used.length > 0 ? `${name} (${used.join(', ')})` : name;
  });
  return `${mode} via ${named.join(', ')}`;
}

/** Without SNAT packets keep their addresses, and connections go on. */
function consequence(
  { spec }: Inputs['Subnet'],
  before: SubnetEgressStatus,
  now: SubnetEgressStatus,
): readonly string[] {
  if (now.mode === 'None') return ['connections to the outside end'];
  if (spec.egress.snat === 'Disabled' || before.mode === 'None') return [];
  return [`connections through ${before.mode === 'Distributed' ? 'node' : 'Gateway'} addresses will reset`];
}
