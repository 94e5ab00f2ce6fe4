/**
 * A Service in OVN_Northbound: per Vpc and protocol one `Load_Balancer` with the addresses of both families, in the Vpc's
 * `Load_Balancer_Group`. A changed endpoint changes that row; neither a switch nor a node is told of a Service.
 */
import { familyOf } from '../../net/address.ts';
import { hairpinAddresses } from '../../northbound/names.ts';
import { loadBalancerGroupOf, map, type Northbound, row, setName, uuidOf, variablesOf } from '../../northbound/rows.ts';
import { type Contribution, nothing, type Row, type Translation } from '../../reconcile/output.ts';
import type { World } from '../../store/store.ts';
import type { Inputs } from '../../topology/facts.ts';
import { configOf } from '../../topology/join-network.ts';
import type { Protocol, ServiceFacts } from '../../topology/kubernetes.ts';
import { type ServiceInVpc, serviceInVpcs } from '../../topology/service-vpcs.ts';
import { addressesOfService, type Backend, isHinted, nearest, type ServiceRoute } from '../../topology/services.ts';

/** The rows of one Service. */
export function northbound(context: Northbound, world: World<Inputs>, key: string): Translation {
  const service = world.get('Service', key);
  if (!service) return { resolved: true, output: nothing };
  // Without a NetworkConfig what there is stays, as long as there is a Vpc that it is for.
  if (!configOf(world)) return { resolved: world.all('Vpc').length === 0, output: nothing };
  const rows = world.derive(serviceInVpcs, key).flatMap((each) => {
    const choice = choiceOf(world, service, each);
    const { clusterIPs, externalIPs } = addressesOfService(service);
    const addresses = choice ? externalIPs : [...clusterIPs, ...externalIPs];
    return [
      ...balancerRows(context, service, key, each, addresses),
      ...(choice ? rowsByNode(context, service, key, each, choice) : []),
    ];
  });
  return {
    resolved: true,
    output: {
      rows: rows.map(({ balancer }) => balancer),
      contributions: rows.flatMap(({ balancer, vpc, variables }): readonly Contribution[] => [
        {
          ...{ table: 'Load_Balancer_Group', row: loadBalancerGroupOf(context, vpc), column: 'load_balancer' },
          element: balancer.uuid,
        },
        ...variables,
      ]),
    },
  };
}

/** A load balancer of a Vpc, with what its variables stand for. */
interface Balancer {
  readonly vpc: string;
  readonly balancer: Row;
  readonly variables: readonly Contribution[];
}

/** Who answers for a port on each node. A node that is not in it has nobody. */
type Choice = (route: ServiceRoute) => ReadonlyMap<string, readonly Backend[]>;

/**
 * How each node chooses by itself; `undefined` when all choose alike. With `internalTrafficPolicy: Local` among its own endpoints; with hints
 * (`trafficDistribution`) among those that are meant for it. A port that nobody answers for would be dropped instead of refused, so then hints wait.
 */
function choiceOf(world: World<Inputs>, service: ServiceFacts, { routes }: ServiceInVpc): Choice | undefined {
  if (service.internalLocal)
    return ({ local }) => {
      const nodes = new Set(local.flatMap(({ node }) => node ?? []));
      return new Map([...nodes].map((node) => [node, local.filter((backend) => backend.node === node)]));
    };
  if (!routes.some(({ cluster }) => isHinted(cluster)) || routes.some(({ cluster }) => cluster.length === 0)) return;
  // Those that have a row for variables.
  const described = new Set(world.all('NodeNetwork'));
  const nodes = world.all('Node').filter((node) => described.has(node));
  return ({ cluster }) => new Map(nodes.map((node) => [node, nearest(world, node, cluster)]));
}

/** `Load_Balancer` has one protocol for all of its vips. */
function balancerRows(
  context: Northbound,
  service: ServiceFacts,
  key: string,
  { vpc, routes }: ServiceInVpc,
  addresses: readonly string[],
): readonly Balancer[] {
  if (addresses.length === 0) return [];
  return protocolsOf(routes).map((protocol) => {
    const some = routes.filter((route) => route.protocol === protocol);
    return {
      ...{ vpc, variables: [] },
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

const protocolsOf = (routes: readonly ServiceRoute[]): readonly Protocol[] =>
  [...new Set(routes.map(({ protocol }) => protocol))].sort();

/**
 * Where nodes choose by themselves: one balancer per family whose addresses and endpoints are variables, which each node with endpoints has in
 * its own way. A node without endpoints has none of them, so its packets go on to the Vpc's router, which drops them as kube-proxy does.
 * The address is a variable only because OVN reads a written IPv6 address in such a balancer as a name (25.03, 23.03).
 */
function rowsByNode(
  context: Northbound,
  service: ServiceFacts,
  key: string,
  { vpc, routes }: ServiceInVpc,
  choice: Choice,
): readonly Balancer[] {
  const owner = `Service/${key}`;
  return service.clusterIPs.flatMap((address) => {
    const family = familyOf(address);
    const own = routes.filter((route) => route.family === family);
    return protocolsOf(own).map((protocol): Balancer => {
      const variable = (what: string) =>
        setName(uuidOf(context, 'Chassis_Template_Var', owner, `${vpc}/${protocol}/${family}/${what}`));
      const some = own.filter((route) => route.protocol === protocol);
      const chosen = some.map((route) => ({ port: route.port, byNode: choice(route) }));
      const nodes = [...new Set(chosen.flatMap(({ byNode }) => [...byNode.keys()]))].sort();
      return {
        vpc,
        balancer: row(context, 'Load_Balancer', owner, `${vpc}/${protocol}/${family}`, {
          name: `service/${key}/${vpc}/${protocol}/${family}`,
          protocol: protocol.toLowerCase(),
          vips: new Map(some.map(({ port }) => [`^${variable('address')}:${port}`, `^${variable(String(port))}`])),
          selection_fields: new Set(service.affinitySeconds === undefined ? [] : [client]),
          options: map({
            template: 'true',
            'address-family': family,
            ...Object.fromEntries(balancerOptions(protocol)),
          }),
        }),
        variables: nodes.flatMap((node) => {
          const value = (element: string, text: string): Contribution => ({
            ...{ table: 'Chassis_Template_Var', row: variablesOf(context, node), column: 'variables' },
            ...{ element, value: text },
          });
          return [
            value(variable('address'), address),
            ...chosen.flatMap(({ port, byNode }) => {
              const here = byNode.get(node);
              return here ? [value(variable(String(port)), here.map(socketOf).join(','))] : [];
            }),
          ];
        }),
      };
    });
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
  map({
    ...{ reject: 'true', ct_flush: protocol === 'UDP' ? 'true' : undefined },
    // Who reaches itself by its own Service hears from here, so that its policies know it.
    hairpin_snat_ip: Object.values(hairpinAddresses).join(' '),
  });

/** `Load_Balancer.vips`: address and port → those who answer. */
function vips({ family, port, cluster }: ServiceRoute, addresses: readonly string[]): readonly [string, string][] {
  const backends = cluster.map(socketOf).join(',');
  return addresses
    .filter((address) => familyOf(address) === family)
    .map((address) => [socketOf({ address, port }), backends]);
}

const socketOf = ({ address, port }: Pick<Backend, 'address' | 'port'>): string =>
  address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
