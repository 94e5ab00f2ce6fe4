/**
 * What a node does for Services and for the ports of its pods' containers, where OVN can not do it: what comes to the node's own
 * addresses or to external ones, and what processes of the node send to endpoints that are not in OVN's reach from there.
 *
 * Where it can, a node sends to the Service's own address and leaves the choice of an endpoint to OVN: so endpoints that come and go
 * change nothing on the nodes.
 */
import { defaultName } from '../api/index.ts';
import { type Family, familyOf, formatAddress, parseAddress } from '../net/address.ts';
import { type Cidr, contains, formatCidr, overlaps, parseCidr } from '../net/cidr.ts';
import type { Derivation, World } from '../store/store.ts';
import type { Inputs } from './facts.ts';
import { ipsByTarget, subnetsOfVpc, targetKey } from './indexes.ts';
import type { PodFacts, Protocol, ServiceFacts } from './kubernetes.ts';
import { type NodeAttachment, nodeAttachments } from './node-attachments.ts';
import { byAge, compare } from './precedence.ts';
import {
  addressesOfService,
  attachedVpcOf,
  type Backend,
  endpointsOfService,
  isForwarded,
  isInVpc,
  nearest,
  type ServiceEndpoint,
  type ServiceRoute,
  serviceRoutes,
} from './services.ts';

/** An address and a port, of the family of what leads there. Canonical text. */
export interface Target {
  readonly address: string;
  readonly port: number;
}

/** What becomes of a connection. */
export type Way =
  | {
      /** One of these, each as likely as the others; never empty, sorted. */
      readonly to: readonly Target[];
      /** Whether a client stays with one of them, by its address. */
      readonly affine: boolean;
      /** Whether the client's address is replaced by the node's. If not, only where answers would not come back to it: see `NodeServices.nodes`. */
      readonly hidden: boolean;
    }
  | 'drop'
  | 'reject';

/** A port that a node leads elsewhere. */
export interface Forward {
  readonly family: Family;
  readonly protocol: Protocol;
  /** Canonical text; absent: each address of the node but those of its loopback. */
  readonly address?: string;
  readonly port: number;
  /** For processes of the node, and for pods. */
  readonly inside: Way;
  /** For pods, where theirs is another. */
  readonly pods?: Way;
  /** For everybody else; absent: it is none of the node's business. */
  readonly outside?: Way;
}

/** An address that only some may reach from outside. */
export interface SourceGuard {
  readonly family: Family;
  readonly protocol: Protocol;
  readonly address: string;
  readonly port: number;
  /** Networks in text, none inside another, sorted; those of the address's family, so it may be empty. */
  readonly sources: readonly string[];
}

/** What a load balancer in front of the nodes asks for (`healthCheckNodePort`). */
export interface HealthCheck {
  readonly port: number;
  readonly service: { readonly namespace: string; readonly name: string };
  /** How many ready endpoints are on this node, pods with two addresses counted once. */
  readonly localEndpoints: number;
}

/** What a node does. */
export interface NodeServices {
  /** The node's interfaces into the Vpcs, sorted: what comes from there comes from pods. */
  readonly interfaces: readonly string[];
  /** Addresses of this node, sorted. */
  readonly own: readonly string[];
  /**
   * Addresses of all nodes, sorted. Pods answer them directly and not through the node that a connection came by: so of what comes from outside
   * these are hidden, and of what the node itself sends all others.
   */
  readonly nodes: readonly string[];
  /** No two for one address, protocol and port. Sorted by Service; those of pods come last. */
  readonly forwards: readonly Forward[];
  readonly guards: readonly SourceGuard[];
  /** No two on one port. */
  readonly healthChecks: readonly HealthCheck[];
}

/** What a node does; `undefined` while its attachments are not known. */
export const nodeServices: Derivation<Inputs, NodeServices | undefined> = {
  name: 'nodeServices',
  compute(world, node) {
    const attachments = world.derive(nodeAttachments, node);
    if (!attachments) return undefined;
    const services = world
      .all('Service')
      .flatMap((key) => {
        const service = world.get('Service', key);
        return service && isForwarded(service) ? [{ key, meta: service.meta }] : [];
      })
      .sort(byAge)
      .map(({ key }) => world.derive(serviceOnNode, `${node} ${key}`));
    const pods = world.all('Pod').map((key) => world.derive(hostPorts, `${node} ${key}`));
    return {
      interfaces: attachments.map((each) => each.interface).sort(compare),
      own: [
        ...(world.get('Node', node)?.internalAddresses ?? []),
        ...attachments.flatMap(({ cidrs }) => cidrs.map((cidr) => cidr.split('/')[0]!)),
      ].sort(compare),
      nodes: world.derive(addressesOfNodes, ''),
      forwards: eachOnce([...services.flatMap(({ forwards }) => forwards), ...pods.flat()], keyOfForward),
      guards: eachOnce(
        services.flatMap(({ guards }) => guards),
        keyOfForward,
      ),
      healthChecks: eachOnce(
        services.flatMap(({ healthCheck }) => healthCheck ?? []),
        ({ port }) => String(port),
      ),
    };
  },
};

/** What two of which can not be: nobody could say which one a connection means. The first stands. */
const keyOfForward = ({ family, protocol, address, port }: Pick<Forward, 'family' | 'protocol' | 'address' | 'port'>) =>
  `${family} ${protocol} ${address ?? ''} ${port}`;

function eachOnce<T>(all: readonly T[], key: (each: T) => string): readonly T[] {
  const first = new Map<string, T>();
  for (const each of all) if (!first.has(key(each))) first.set(key(each), each);
  return [...first.values()];
}

const addressesOfNodes: Derivation<Inputs, readonly string[]> = {
  name: 'addressesOfNodes',
  compute: (world) =>
    [...new Set(world.all('Node').flatMap((name) => world.get('Node', name)?.internalAddresses ?? []))].sort(compare),
};

interface ServiceOnNode {
  readonly forwards: readonly Forward[];
  readonly guards: readonly SourceGuard[];
  readonly healthCheck?: HealthCheck;
}

/** What a node (before the space) does for one Service (behind it). */
const serviceOnNode: Derivation<Inputs, ServiceOnNode> = {
  name: 'serviceOnNode',
  compute(world, nodeAndKey) {
    const [node, key] = split(nodeAndKey);
    const service = world.get('Service', key);
    if (!service) return { forwards: [], guards: [] };
    const routes = world.derive(serviceRoutes, key);
    return {
      forwards: routes.flatMap((route) => forwardsOf(world, node, service, route)),
      guards: service.sourceRanges.length === 0 ? [] : routes.flatMap((route) => guardsOf(service, route)),
      ...healthCheckOf(node, service, world.derive(endpointsOfService, key)),
    };
  },
};

const split = (nodeAndKey: string): readonly [node: string, key: string] => {
  const space = nodeAndKey.indexOf(' ');
  return [nodeAndKey.slice(0, space), nodeAndKey.slice(space + 1)];
};

function forwardsOf(
  world: World<Inputs>,
  node: string,
  service: ServiceFacts,
  route: ServiceRoute,
): readonly Forward[] {
  const { family, protocol, port, nodePort, cluster, local } = route;
  const [clusterIP] = canonical(service.clusterIPs, family);
  if (clusterIP === undefined) return [];
  const common = { family, protocol };
  const external = canonical(addressesOfService(service).externalIPs, family);
  const doors: readonly Door[] = [
    ...external.map((address) => ({ ...common, address, port })),
    ...(nodePort === undefined ? [] : [{ ...common, port: nodePort }]),
  ];
  if (cluster.length === 0) {
    const refused = { inside: 'reject', outside: 'reject' } as const;
    return [{ ...common, address: clusterIP, port }, ...doors].map((door) => ({ ...door, ...refused }));
  }
  const within = nearest(
    world,
    node,
    cluster.filter((backend) => isInReach(world, backend)),
  );
  if (within.length === 0) return doors.map((door) => ({ ...door, inside: 'drop', outside: 'drop' }));
  const near = local.filter((backend) => isInReach(world, backend));
  const here = near.filter((backend) => backend.node === node);
  const affine = service.affinitySeconds !== undefined;
  const byOvn = isChosenByOvn(world, node, clusterIP, cluster);
  const anywhere = hidden(targets(within), affine);
  // Behind the node's address all clients are one to OVN, and would all stay with one endpoint.
  const inside = byOvn && !affine && !service.internalLocal ? hidden([{ address: clusterIP, port }], false) : anywhere;
  const itself = service.internalLocal ? orDropped(hidden(targets(here), affine)) : anywhere;
  return [
    ...(byOvn ? [] : [{ ...common, address: clusterIP, port, inside: itself }]),
    ...(service.externalLocal
      ? localDoors(world, { node, doors, inside, local: near, affine })
      : doors.map((door) => ({ ...door, inside, outside: inside }))),
  ];
}

type Door = Omit<Forward, 'inside' | 'pods' | 'outside'>;

/** What {@link localDoors} makes forwards of. */
interface LocalDoors {
  readonly node: string;
  readonly doors: readonly Door[];
  /** The way to any endpoint, behind the node's address. */
  readonly inside: Exclude<Way, string>;
  readonly local: readonly Backend[];
  readonly affine: boolean;
}

/**
 * `externalTrafficPolicy: Local`: who comes from outside gets the node's own endpoints. A process of the node gets any at the node's own
 * addresses, as with kube-proxy, and at the port of another node that node's. It goes there from here, because pods answer a node by the shortest way
 * and not by the node that it asked. A pod gets those of the node that it asks, its own or another, behind that node's address.
 */
function localDoors(world: World<Inputs>, { node, doors, inside, local, affine }: LocalDoors): readonly Forward[] {
  const here = targets(local.filter((backend) => backend.node === node));
  const outside = kept(world, here, affine);
  const pods = orDropped(hidden(here, affine));
  const others = [...new Set(local.flatMap((backend) => backend.node ?? []))].filter((each) => each !== node);
  return doors.flatMap((door): readonly Forward[] => {
    const own = { ...door, inside: { ...inside, hidden: false }, outside };
    if (door.address !== undefined) return [own];
    const ofOthers = others.flatMap((other) =>
      canonical(world.get('Node', other)?.internalAddresses ?? [], door.family).map((address) => ({
        ...{ ...door, address },
        inside: { to: targets(local.filter((backend) => backend.node === other)), affine, hidden: false },
      })),
    );
    return [{ ...own, pods }, ...ofOthers];
  });
}

/** Whether a node can reach an endpoint: not a pod of a Vpc without nodeAttachment. */
function isInReach(world: World<Inputs>, { address, pod }: Backend): boolean {
  return (
    pod === undefined ||
    attachedVpcOf(world, address) !== undefined ||
    world.derive(addressesOfNodes, '').includes(address) ||
    !world.all('Vpc').some((vpc) => isInVpc(world, vpc, address))
  );
}

/** Whether what a node sends to a Service's own address comes to an endpoint: OVN would send back to the node what is for another network. */
function isChosenByOvn(
  world: World<Inputs>,
  node: string,
  clusterIP: string,
  backends: readonly { readonly address: string }[],
): boolean {
  const attachment = world.derive(nodeAttachments, node)?.find(({ vpc }) => vpc === defaultName);
  return (
    attachment !== undefined &&
    leadsTo(attachment, clusterIP) &&
    backends.every(({ address }) => attachedVpcOf(world, address) === defaultName)
  );
}

const leadsTo = ({ routes }: NodeAttachment, text: string): boolean => {
  const address = parseAddress(text);
  return routes.some(({ destination }) => {
    const range = parseCidr(destination);
    return address !== undefined && range !== undefined && contains(range, address);
  });
};

const targets = (backends: readonly Target[]): readonly Target[] =>
  backends.map(({ address, port }) => ({ address, port }));

const hidden = (to: readonly Target[], affine: boolean) => ({ to, affine, hidden: true }) as const;

const orDropped = (way: Exclude<Way, string>): Way => (way.to.length === 0 ? 'drop' : way);

/**
 * With the client's address, if the answers come back through this node: that of a pod whose Subnet leaves by Gateways, or not at all, does
 * not, and then a connection that works is worth more than the address.
 */
function kept(world: World<Inputs>, to: readonly Target[], affine: boolean): Way {
  const elsewhere = to.some(({ address }) => !leavesByNode(world, address));
  return orDropped({ to, affine, hidden: elsewhere });
}

/** Whether what has this address answers through its own node; who is in no Subnet is a process of the node itself. */
function leavesByNode(world: World<Inputs>, text: string): boolean {
  const vpc = attachedVpcOf(world, text);
  const address = parseAddress(text);
  if (vpc === undefined || address === undefined) return true;
  return world.list(subnetsOfVpc, vpc).every((name) => {
    const subnet = world.get('Subnet', name);
    const holds = subnet?.spec.cidrs.some((cidr) => {
      const range = parseCidr(cidr);
      return range !== undefined && contains(range, address);
    });
    const mode = subnet?.egressInForce?.mode ?? subnet?.spec.egress.mode;
    return !holds || (mode !== 'Centralized' && mode !== 'None');
  });
}

function guardsOf(service: ServiceFacts, { family, protocol, port }: ServiceRoute): readonly SourceGuard[] {
  const sources = apart(
    service.sourceRanges.flatMap((text) => parseCidr(text.trim()) ?? []),
    family,
  );
  return canonical(service.ingressIPs, family).map((address) => ({ family, protocol, address, port, sources }));
}

/** Those of a family, as nftables and the kernel write them: two texts of one address would be two entries of one set. */
const canonical = (texts: readonly string[], family: Family): readonly string[] =>
  texts.flatMap((text) => {
    const address = parseAddress(text);
    return address?.family === family ? [formatAddress(address)] : [];
  });

/** Networks of a family in text, sorted, each once and none inside another: nftables refuses a set whose ranges overlap. */
function apart(cidrs: readonly Cidr[], family: Family): readonly string[] {
  const found: Cidr[] = [];
  for (const cidr of cidrs.filter((each) => each.family === family).sort((a, b) => a.prefix - b.prefix))
    if (!found.some((other) => overlaps(other, cidr))) found.push(cidr);
  return found.map(formatCidr).sort(compare);
}

function healthCheckOf(
  node: string,
  { healthCheckNodePort, meta }: ServiceFacts,
  endpoints: readonly ServiceEndpoint[],
): Pick<ServiceOnNode, 'healthCheck'> {
  if (healthCheckNodePort === undefined) return {};
  // Ready ones only: who is on its way out still serves what comes, and shall be sent nothing new.
  const here = endpoints.filter((endpoint) => endpoint.node === node && endpoint.ready);
  return {
    healthCheck: {
      port: healthCheckNodePort,
      service: { namespace: meta.namespace, name: meta.name },
      // A pod has an address in each family.
      localEndpoints: new Set(here.map(({ address, pod }) => pod?.uid || address)).size,
    },
  };
}

/** The ports of a node (before the space) that lead to a pod (behind it), which is one of its own in a Vpc that it is attached to. */
const hostPorts: Derivation<Inputs, readonly Forward[]> = {
  name: 'hostPorts',
  compute(world, nodeAndKey) {
    const [node, key] = split(nodeAndKey);
    const pod = world.get('Pod', key);
    if (!pod || pod.node !== node || pod.hostNetwork || pod.terminal) return [];
    const ports = pod.ports.filter(({ hostPort }) => hostPort !== undefined);
    if (ports.length === 0) return [];
    return addressesOfPod(world, node, pod).flatMap((address) => {
      const family = familyOf(address)!;
      return ports.flatMap(({ protocol, port, hostPort = 0, hostIP }) => {
        const to = [{ address, port }];
        const inside = hidden(to, false);
        const outside = kept(world, to, false);
        const door = { family, protocol, port: hostPort };
        return doorsOf(family, hostIP).map((at) => ({
          ...door,
          ...(at === undefined ? {} : { address: at }),
          inside,
          // Nobody outside has a loopback address of this node; what claims to is dropped before.
          ...(at !== undefined && isLoopback(at) ? {} : { outside }),
        }));
      });
    });
  },
};

/** On which addresses a container's port is found; `undefined` stands for those of the node. */
function doorsOf(family: Family, hostIP: string | undefined): readonly (string | undefined)[] {
  const address = hostIP === undefined ? undefined : parseAddress(hostIP);
  const all = hostIP === undefined || (address?.value === 0n && address.family === family);
  // There is no way from ::1 to another host: the kernel has nothing like route_localnet for IPv6.
  if (all) return family === 'ipv4' ? [undefined, '127.0.0.1'] : [undefined];
  return address?.family === family ? [formatAddress(address)] : [];
}

/** Whether an address is one of the loopback's: 127.0.0.0/8 (RFC 1122, 3.2.1.3) or ::1. */
export const isLoopback = (address: string): boolean => address.startsWith('127.') || address === '::1';

function addressesOfPod(world: World<Inputs>, node: string, { meta }: PodFacts): readonly string[] {
  const attached = new Set((world.derive(nodeAttachments, node) ?? []).map(({ vpc }) => vpc));
  return world.list(ipsByTarget, targetKey('Pod', meta.namespace, meta.name)).flatMap((key) => {
    const ip = world.get('IP', key);
    if (ip?.bound?.uid !== meta.uid) return [];
    const vpc = world.get('Subnet', ip.spec.subnet)?.spec.vpc;
    if (vpc === undefined || !attached.has(vpc)) return [];
    return [ip.held.ipv4, ip.held.ipv6].filter((address) => address !== undefined);
  });
}
