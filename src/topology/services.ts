/**
 * Services: who answers for each of their ports, chosen as kube-proxy chooses. Of this the controller makes OVN's load balancers, and each
 * agent the packet filter of its node; an agent has the IPs of its own pods only, so nothing here reads IPs.
 */
import { type Family, familyOf, formatAddress, parseAddress } from '../net/address.ts';
import { contains, parseCidr } from '../net/cidr.ts';
import type { Derivation, World } from '../store/store.ts';
import type { Inputs } from './facts.ts';
import { slicesOfService, subnetsOfVpc } from './indexes.ts';
import { attachedVpcs } from './join-network.ts';
import type { Endpoint, Protocol, ServiceFacts } from './kubernetes.ts';
import { compare } from './precedence.ts';
import { subnetNetwork } from './subnets.ts';

/** Somebody who answers for a port of a Service. */
export interface Backend {
  /** Canonical text. */
  readonly address: string;
  readonly port: number;
  /** The node that it is on; absent for addresses that are none of the cluster's. */
  readonly node?: string;
  /** Nodes and zones that it is meant for first; never empty. Nobody who is on its way out is. */
  readonly forNodes?: readonly string[];
  readonly forZones?: readonly string[];
  /** The pod behind it, when the slice says so. */
  readonly pod?: NonNullable<Endpoint['pod']>;
}

/** One port of a Service in one family. */
export interface ServiceRoute {
  readonly family: Family;
  readonly protocol: Protocol;
  readonly port: number;
  readonly nodePort?: number;
  /** Who answers traffic that may go anywhere: all that are ready; if none is, those that are terminating and still serve. Sorted, each once. */
  readonly cluster: readonly Backend[];
  /** Who answers traffic that stays on a node (`Backend.node`): chosen in the same way, for each node by itself. */
  readonly local: readonly Backend[];
}

/** The Service's addresses that are in force, by what they are; those of both families. Canonical texts. */
export interface ServiceAddresses {
  readonly clusterIPs: readonly string[];
  /** `externalIPs` and those that a load balancer hands to the nodes: traffic from outside comes to them. */
  readonly externalIPs: readonly string[];
}

/** Whether somebody has to forward a Service: not when it is headless, only a name, or in the care of another proxy. */
export const isForwarded = (service: ServiceFacts): boolean =>
  service.type !== 'ExternalName' && !service.foreignProxy && service.clusterIPs.length > 0;

/** The addresses of a Service. */
export function addressesOfService(service: ServiceFacts): ServiceAddresses {
  return {
    clusterIPs: service.clusterIPs,
    externalIPs: [...new Set([...service.externalIPs, ...service.ingressIPs])].sort(compare),
  };
}

/** The endpoints of a Service in all its slices, whatever their state, with the ports of their slice. */
export const endpointsOfService: Derivation<Inputs, readonly ServiceEndpoint[]> = {
  name: 'endpointsOfService',
  compute: (world, key) =>
    world
      .list(slicesOfService, key)
      .flatMap((name) => world.get('EndpointSlice', name) ?? [])
      .flatMap(({ family, ports, endpoints }) =>
        family === undefined
          ? []
          : endpoints.flatMap((endpoint) => {
              const address = parseAddress(endpoint.address);
              return address?.family === family ? { ...endpoint, address: formatAddress(address), family, ports } : [];
            }),
      ),
};

/** An endpoint, with what its slice says of all its endpoints. The address is in canonical form. */
export type ServiceEndpoint = Endpoint & Pick<Inputs['EndpointSlice'], 'ports'> & { readonly family: Family };

/** The ports of a Service (`namespace/name`) in each family that it has an address in; empty when nobody forwards it. */
export const serviceRoutes: Derivation<Inputs, readonly ServiceRoute[]> = {
  name: 'serviceRoutes',
  compute(world, key) {
    const service = world.get('Service', key);
    return service ? routesTo(service, world.derive(endpointsOfService, key)) : [];
  },
};

/** The ports of a Service, answered by some of its endpoints only. */
export function routesTo(service: ServiceFacts, endpoints: readonly ServiceEndpoint[]): readonly ServiceRoute[] {
  if (!isForwarded(service)) return [];
  const families = new Set(service.clusterIPs.flatMap((text) => familyOf(text) ?? []));
  return [...families].flatMap((family) =>
    service.ports.map(({ name, protocol, port, nodePort }): ServiceRoute => {
      const found = endpoints
        .filter((endpoint) => endpoint.family === family)
        .flatMap((endpoint) =>
          endpoint.ports
            .filter((each) => each.name === name && each.protocol === protocol)
            .map((each) => ({ endpoint, port: each.port })),
        );
      return {
        ...{ family, protocol, port },
        ...(nodePort ? { nodePort } : {}),
        cluster: chosen(found),
        local: nodesOf(found).flatMap((node) => chosen(found.filter(({ endpoint }) => endpoint.node === node))),
      };
    }),
  );
}

interface Found {
  readonly endpoint: Endpoint;
  readonly port: number;
}

const nodesOf = (found: readonly Found[]): readonly string[] =>
  [...new Set(found.flatMap(({ endpoint }) => endpoint.node ?? []))].sort(compare);

/** As kube-proxy (pkg/proxy/topology.go, CategorizeEndpoints): the ready ones; for want of any, those that are on their way out and still serve. */
function chosen(found: readonly Found[]): readonly Backend[] {
  const ready = found.filter(({ endpoint }) => endpoint.ready);
  const some = ready.length > 0 ? ready : found.filter(({ endpoint }) => endpoint.serving && endpoint.terminating);
  const backends = new Map<string, Backend>();
  for (const { endpoint, port } of some) {
    const { address, node, pod, forNodes, forZones } = endpoint;
    const hints = endpoint.ready ? { ...(forNodes ? { forNodes } : {}), ...(forZones ? { forZones } : {}) } : {};
    // Two slices may have one endpoint, while it moves from one to the other (EndpointSlice reference).
    backends.set(`${address} ${port}`, {
      ...{ address, port, ...hints },
      ...(node ? { node } : {}),
      ...(pod ? { pod } : {}),
    });
  }
  return [...backends.values()].sort((a, b) => compare(a.address, b.address) || a.port - b.port);
}

/** Whether nodes may choose differently among those who answer: all of these say for which nodes, or for which zones, they are. */
export const isHinted = (cluster: readonly Backend[]): boolean =>
  cluster.length > 0 && (cluster.every(({ forNodes }) => forNodes) || cluster.every(({ forZones }) => forZones));

/**
 * Whom a node chooses among those who answer (`ServiceRoute.cluster`), as kube-proxy does (pkg/proxy/topology.go, topologyModeFromHints): if
 * all say for which nodes they are, those that are for this one; else, or if none is, the same by zone; else all.
 */
export function nearest(world: World<Inputs>, node: string, cluster: readonly Backend[]): readonly Backend[] {
  if (!isHinted(cluster)) return cluster;
  const own = meantFor(cluster, ({ forNodes }) => forNodes, node);
  if (own.length > 0) return own;
  const inZone = meantFor(cluster, ({ forZones }) => forZones, world.derive(zoneOfNode, node));
  return inZone.length > 0 ? inZone : cluster;
}

/** Those that are meant for a node or zone, if all say for whom they are. */
function meantFor(
  cluster: readonly Backend[],
  hints: (backend: Backend) => readonly string[] | undefined,
  name: string | undefined,
): readonly Backend[] {
  if (name === undefined || !cluster.every(hints)) return [];
  return cluster.filter((backend) => hints(backend)?.includes(name));
}

/** The zone of a node, by its label. */
const zoneOfNode: Derivation<Inputs, string | undefined> = {
  name: 'zoneOfNode',
  compute: (world, node) => world.get('Node', node)?.labels['topology.kubernetes.io/zone'],
};

/** The attached Vpc in one of whose Subnets an address is; their ranges never overlap, so it is one at most. Asked by controller and agents. */
export const attachedVpcOf = (world: World<Inputs>, address: string): string | undefined =>
  world.derive(attachedVpcOfAddress, address);

const attachedVpcOfAddress: Derivation<Inputs, string | undefined> = {
  name: 'attachedVpcOfAddress',
  compute: (world, address) => world.derive(attachedVpcs, '').find((vpc) => isInVpc(world, vpc, address)),
};

/** Whether an address is in a Subnet of a Vpc that is in force. */
export function isInVpc(world: World<Inputs>, vpc: string, text: string): boolean {
  const address = parseAddress(text);
  return (
    address !== undefined &&
    world.list(subnetsOfVpc, vpc).some((name) => {
      const subnet = world.get('Subnet', name);
      if (!subnet || !(subnet.accepted || subnet.programmed || world.derive(subnetNetwork, name))) return false;
      return subnet.spec.cidrs.some((cidr) => {
        const range = parseCidr(cidr);
        return range !== undefined && contains(range, address);
      });
    })
  );
}
