/**
 * A Service in OVN_Northbound: per Vpc and protocol one `Load_Balancer` with the addresses of both families, in the Vpc's
 * `Load_Balancer_Group`. A changed endpoint changes that row; neither a switch nor a node is told of a Service.
 */
import { familyOf } from '../../net/address.ts';
import { loadBalancerGroupOf, map, type Northbound, row } from '../../northbound/rows.ts';
import { type Contribution, nothing, type Row, type Translation } from '../../reconcile/output.ts';
import type { World } from '../../store/store.ts';
import type { Inputs } from '../../topology/facts.ts';
import { configOf } from '../../topology/join-network.ts';
import type { Protocol, ServiceFacts } from '../../topology/kubernetes.ts';
import { type ServiceInVpc, serviceInVpcs } from '../../topology/service-vpcs.ts';
import { addressesOfService, type Backend, type ServiceRoute } from '../../topology/services.ts';

/** The rows of one Service. */
export function northbound(context: Northbound, world: World<Inputs>, key: string): Translation {
  const service = world.get('Service', key);
  if (!service) return { resolved: true, output: nothing };
  if (!configOf(world)) return { resolved: false, output: nothing };
  const rows = world.derive(serviceInVpcs, key).flatMap((each) => balancerRows(context, service, key, each));
  return {
    resolved: true,
    output: {
      rows: rows.map(({ balancer }) => balancer),
      contributions: rows.map(
        ({ balancer, vpc }): Contribution => ({
          ...{ table: 'Load_Balancer_Group', row: loadBalancerGroupOf(context, vpc), column: 'load_balancer' },
          element: balancer.uuid,
        }),
      ),
    },
  };
}

/** `Load_Balancer` has one protocol for all of its vips. */
function balancerRows(
  context: Northbound,
  service: ServiceFacts,
  key: string,
  { vpc, routes }: ServiceInVpc,
): readonly { readonly vpc: string; readonly balancer: Row }[] {
  const { clusterIPs, externalIPs } = addressesOfService(service);
  const addresses = [...clusterIPs, ...externalIPs];
  const protocols = [...new Set(routes.map(({ protocol }) => protocol))].sort();
  return protocols.map((protocol) => {
    const some = routes.filter((route) => route.protocol === protocol);
    return {
      vpc,
      balancer: row(context, 'Load_Balancer', `Service/${key}`, `${vpc}/${protocol}`, {
        name: `service/${key}/${vpc}/${protocol}`,
        protocol: protocol.toLowerCase(),
        vips: new Map(some.flatMap((route) => vips(route, addresses))),
        selection_fields: new Set(service.affinitySeconds === undefined ? [] : [client]),
        options: balancerOptions(protocol),
      }),
    };
  });
}

/**
 * What an affine choice goes by: the sender's MAC, which is as good as its address where a balancer is asked, on the client's own switch.
 * The address would need a field for each family: `ip_src` sends every IPv6 client to one endpoint, and OVN 23.03 has no `ipv6_src`. OVN's
 * `affinity_timeout` loses the first connection of each client on every version; so a client stays with its endpoint without limit.
 */
const client = 'eth_src';

/**
 * `reject`: an address without endpoints refuses. `ct_flush`: whoever keeps sending UDP from one port must get to another endpoint
 * when his is gone; a TCP connection lives until its endpoint ends it.
 */
const balancerOptions = (protocol: Protocol) =>
  map({ reject: 'true', ct_flush: protocol === 'UDP' ? 'true' : undefined });

/** `Load_Balancer.vips`: address and port → those who answer. */
function vips({ family, port, cluster }: ServiceRoute, addresses: readonly string[]): readonly [string, string][] {
  const backends = cluster.map(socketOf).join(',');
  return addresses
    .filter((address) => familyOf(address) === family)
    .map((address) => [socketOf({ address, port }), backends]);
}

const socketOf = ({ address, port }: Pick<Backend, 'address' | 'port'>): string =>
  address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
