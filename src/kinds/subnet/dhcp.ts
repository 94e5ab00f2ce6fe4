/** `DHCP_Options` of a Subnet: one row per family (ovn-nb(5)). Ports refer to them (`Logical_Switch_Port.dhcpv4_options`, `dhcpv6_options`). */
import type { SubnetSpec } from '../../api/index.ts';
import { type Family, familyOf, formatAddress } from '../../net/address.ts';
import { map, type Northbound, row } from '../../northbound/rows.ts';
import type { Row } from '../../reconcile/output.ts';
import type { SubnetFamily, SubnetNetwork } from '../../topology/subnets.ts';

/** The rows; none while DHCP is off. */
export function dhcpRows(
  context: Northbound,
  { dhcp, routerAdvertisements }: SubnetSpec,
  network: SubnetNetwork,
): readonly Row[] {
  if (dhcp.mode === 'Disabled') return [];
  const stateless = routerAdvertisements.mode === 'Stateless';
  return network.families.map((family) => {
    const options = family.family === 'ipv4' ? version4(dhcp, family, network) : version6(dhcp, stateless, network);
    return row(context, 'DHCP_Options', `Subnet/${network.name}`, family.family, { cidr: family.text, options });
  });
}

function version4(
  dhcp: SubnetSpec['dhcp'],
  { gateway }: SubnetFamily,
  network: SubnetNetwork,
): ReadonlyMap<string, string> {
  return map({
    server_id: formatAddress(gateway),
    server_mac: network.routerMac,
    router: formatAddress(gateway),
    lease_time: String(dhcp.leaseSeconds),
    mtu: String(network.mtu),
    dns_server: list(dhcp.dnsServers, 'ipv4'),
    ntp_server: list(dhcp.ntpServers, 'ipv4'),
    domain_search_list: quoted(dhcp.searchDomains),
  });
}

function version6(dhcp: SubnetSpec['dhcp'], stateless: boolean, network: SubnetNetwork): ReadonlyMap<string, string> {
  return map({
    server_id: network.routerMac,
    dns_server: list(dhcp.dnsServers, 'ipv6'),
    domain_search: quoted(dhcp.searchDomains),
    dhcpv6_stateless: stateless ? 'true' : undefined,
  });
}

/** The servers of a family, in braces as OVN writes sets; absent when there are none. */
function list(servers: readonly string[] | undefined, family: Family): string | undefined {
  const own = (servers ?? []).filter((server) => familyOf(server) === family);
  return own.length > 0 ? `{${own.join(', ')}}` : undefined;
}

/** Domains, quoted. They hold letters, digits, dots and hyphens only (schema), so nothing needs escaping. */
function quoted(domains: readonly string[] | undefined): string | undefined {
  const fine = (domains ?? []).filter((domain) => /^[A-Za-z0-9.-]+$/.test(domain));
  return fine.length > 0 ? `"${fine.join(',')}"` : undefined;
}
