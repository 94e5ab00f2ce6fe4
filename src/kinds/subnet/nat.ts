/**
 * What a Subnet has on the routers of the Gateways that it leaves through: the way back to it, and with `snat` the address that its
 * packets leave with (`NAT` of type snat, ovn-nb(5)). On every Gateway that it names, so that a change of who is ready touches no row here.
 */
import { type Family, familyOf, formatAddress } from '../../net/address.ts';
import { formatCidr, parseCidr } from '../../net/cidr.ts';
import { gatewayRouterOf, map, type Northbound, row, setName, uuidOf } from '../../northbound/rows.ts';
import type { Row } from '../../reconcile/output.ts';
import type { Inputs } from '../../topology/facts.ts';
import type { GatewayWay } from '../../topology/gateways.ts';
import type { SubnetFamily, SubnetNetwork } from '../../topology/subnets.ts';

/** The rows of a Subnet with egress Centralized, on the routers of these Gateways. */
export function gatewayRows(
  context: Northbound,
  { spec: { egress } }: Inputs['Subnet'],
  network: SubnetNetwork,
  ways: readonly GatewayWay[],
): readonly Row[] {
  return network.families.flatMap((family) => {
    const own = ways.filter(({ transit }) => transit.some((link) => link.family === family.family));
    if (own.length === 0) return [];
    const exceptions = egress.snat === 'Enabled' ? exceptionsOf(egress.snatExceptions, family.family) : [];
    return [
      ...(exceptions.length > 0 ? [exceptionRow(context, network, family.family, exceptions)] : []),
      ...own.flatMap((way) => [
        returnRow(context, network, family, way),
        ...(egress.snat === 'Enabled'
          ? natRows(context, network, family, way, snatAddress(way, family.family, egress.snatAddresses), exceptions)
          : []),
      ]),
    ];
  });
}

/** The address of a family that packets leave with: the one that the Subnet asks for if the Gateway has it, else the Gateway's first. */
function snatAddress(way: GatewayWay, family: Family, wanted: readonly string[] | undefined): string | undefined {
  const own = way.addresses.filter((address) => familyOf(address) === family);
  return own.find((address) => wanted?.includes(address)) ?? own[0];
}

function natRows(
  context: Northbound,
  network: SubnetNetwork,
  { family, text }: SubnetFamily,
  way: GatewayWay,
  address: string | undefined,
  exceptions: readonly string[],
): readonly Row[] {
  if (address === undefined) return [];
  const owner = `Subnet/${network.name}`;
  const columns = {
    type: 'snat',
    external_ip: address,
    logical_ip: text,
    ...(exceptions.length > 0 ? { exempted_ext_ips: exceptionsIn(context, network.name, family) } : {}),
  };
  return [row(context, 'NAT', owner, `${way.name}/${family}`, columns, gatewayRouterOf(context, way.name))];
}

/** The way back: what comes from outside goes to the Vpc's router. */
function returnRow(
  context: Northbound,
  network: SubnetNetwork,
  { family, text }: SubnetFamily,
  { name, transit }: GatewayWay,
): Row {
  const link = transit.find((each) => each.family === family)!;
  const columns = { ip_prefix: text, nexthop: formatAddress(link.vpc), policy: 'dst-ip' };
  const router = gatewayRouterOf(context, name);
  return row(context, 'Logical_Router_Static_Route', `Subnet/${network.name}`, `${name}/${family}`, columns, router);
}

const exceptionsIn = (context: Northbound, subnet: string, family: Family) =>
  uuidOf(context, 'Address_Set', `Subnet/${subnet}`, `exceptions/${family}`);

/** Destinations to which packets keep their own address (`NAT.exempted_ext_ips`). */
function exceptionRow(context: Northbound, { name }: SubnetNetwork, family: Family, addresses: readonly string[]): Row {
  const columns = {
    name: setName(exceptionsIn(context, name, family)),
    addresses: new Set(addresses),
    external_ids: map({ subnet: name }),
  };
  return row(context, 'Address_Set', `Subnet/${name}`, `exceptions/${family}`, columns);
}

function exceptionsOf(texts: readonly string[] | undefined, family: Family): readonly string[] {
  return (texts ?? []).flatMap((text) => {
    const cidr = parseCidr(text);
    return cidr?.family === family ? [formatCidr(cidr)] : [];
  });
}
