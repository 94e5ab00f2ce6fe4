/** A Subnet in OVN_Northbound: `Logical_Switch`, its port pair with the Vpc's router, and what DHCP, isolation and egress need. */
import type { SubnetSpec } from '../../api/index.ts';
import { formatAddress } from '../../net/address.ts';
import { routerPortName, switchName, switchPortName } from '../../northbound/names.ts';
import { loadBalancerGroupOf, map, type Northbound, routerOf, row, switchOf } from '../../northbound/rows.ts';
import { unservedRows } from '../../northbound/unserved.ts';
import { nothing, type Translation } from '../../reconcile/output.ts';
import type { World } from '../../store/store.ts';
import type { Inputs } from '../../topology/facts.ts';
import { serviceCidrsIn } from '../../topology/join-network.ts';
import { type SubnetNetwork, subnetNetwork } from '../../topology/subnets.ts';
import { dhcpRows } from './dhcp.ts';
import { egressRows } from './egress.ts';
import { externalRows } from './external.ts';
import { isolationRows } from './isolation.ts';
import { referenceFinding } from './references.ts';

/** The rows of one Subnet. */
export function northbound(context: Northbound, world: World<Inputs>, name: string): Translation {
  const subnet = world.get('Subnet', name);
  const network = world.derive(subnetNetwork, name);
  if (!subnet || !network || referenceFinding(world, subnet)) return { resolved: false, output: nothing };
  if (network.vpc === undefined)
    return { resolved: true, output: { rows: externalRows(context, subnet), contributions: [] } };
  const owner = `Subnet/${name}`;
  const routerPort = {
    name: routerPortName(name),
    mac: network.routerMac,
    networks: new Set(network.families.map(({ gateway, cidr }) => `${formatAddress(gateway)}/${cidr.prefix}`)),
    ipv6_ra_configs: advertisement(subnet.spec, network),
  };
  const switchPort = {
    name: switchPortName(name),
    type: 'router',
    addresses: new Set(['router']),
    options: map({ 'router-port': routerPortName(name) }),
  };
  return {
    resolved: true,
    output: {
      rows: [
        row(context, 'Logical_Switch', owner, '', {
          name: switchName(name),
          load_balancer_group: new Set([loadBalancerGroupOf(context, network.vpc)]),
        }),
        row(context, 'Logical_Router_Port', owner, '', routerPort, routerOf(context, network.vpc)),
        row(context, 'Logical_Switch_Port', owner, '', switchPort, switchOf(context, name)),
        ...dhcpRows(context, subnet.spec, network),
        ...isolationRows(context, world, subnet, network),
        ...unservedRows(context, owner, switchOf(context, name), serviceCidrsIn(world, network.vpc)),
        ...egressRows(context, world, subnet, network),
      ],
      contributions: [],
    },
  };
}

/** `Logical_Router_Port.ipv6_ra_configs`. SLAAC is no mode: addresses that we did not give are dropped by port security. */
function advertisement(
  { routerAdvertisements: ra, dhcp }: SubnetSpec,
  network: SubnetNetwork,
): ReadonlyMap<string, string> {
  if (ra.mode === 'Disabled' || !network.families.some(({ family }) => family === 'ipv6')) return new Map();
  return map({
    address_mode: ra.mode === 'Stateful' ? 'dhcpv6_stateful' : 'dhcpv6_stateless',
    mtu: String(network.mtu),
    send_periodic: 'true',
    min_interval: ra.minIntervalSeconds?.toString(),
    max_interval: ra.maxIntervalSeconds?.toString(),
    rdnss: dhcp.dnsServers?.find((server) => server.includes(':')),
    dnssl: dhcp.searchDomains?.join(','),
  });
}
