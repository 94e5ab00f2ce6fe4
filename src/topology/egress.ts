/**
 * How the traffic of Subnets leaves their Vpc. Routing decides it in the Vpc's router, by policies: what stays inside goes its way, then
 * each Subnet that leaves through Gateways or not at all, then the pods of each node, then a drop of everything else.
 */
import type { SubnetEgressStatus } from '../api/index.ts';
import { type Family, formatAddress } from '../net/address.ts';
import type { Derivation, World } from '../store/store.ts';
import type { Inputs } from './facts.ts';
import { type GatewayWay, gatewayWay } from './gateways.ts';
import { gatewaysOfVpc } from './indexes.ts';
import { hasNodePorts, joinNetworkOf } from './join-network.ts';
import type { Finding } from './verdict.ts';

/**
 * `Logical_Router_Policy.priority` in a Vpc's router: the larger wins. Above all of them are the Vpc's policyRoutes (20000 to 24003), and
 * below all of them is the drop of what nobody took.
 */
export const routerPriority = {
  /** Addresses of Services that no load balancer of the Vpc took: a node would only send them back. */
  unserved: 12_500,
  /** What stays inside, and what the Vpc's static routes lead to. */
  local: 12_000,
  /** Subnets that leave through Gateways. */
  gateways: 11_000,
  /** Subnets that must not leave by the nodes. */
  stay: 10_500,
  /** The pods of each node. */
  nodes: 10_000,
  /** Everything else. */
  drop: 1,
} as const;

/** The network of all addresses of a family. */
export const everything: Readonly<Record<Family, string>> = { ipv4: '0.0.0.0/0', ipv6: '::/0' };

/** A mode that can be in force. */
export type EgressMode = NonNullable<SubnetEgressStatus['mode']>;

/** How the traffic of a Subnet leaves now. */
export interface SubnetEgress {
  readonly mode: EgressMode;
  /** The Gateways that share it now, by name. None in mode Centralized: everything that would leave is dropped. */
  readonly carriers: readonly GatewayWay[];
  /** Those and the ones that may take over: they know its addresses for SNAT already. By name. */
  readonly gateways: readonly GatewayWay[];
  /** Why what the spec asks for is not in force. */
  readonly finding: Finding | undefined;
}

/** The route for everything that no other route leads to. Policies decide where it really goes: OVN asks them only about packets that have a route. */
export interface DefaultRoute {
  readonly family: Family;
  readonly nexthop: string;
}

/** The egress of a Subnet; `undefined` for an External one. */
export const egressOf: Derivation<Inputs, SubnetEgress | undefined> = {
  name: 'egressOf',
  compute(world, name) {
    const subnet = world.get('Subnet', name);
    const vpc = subnet?.spec.vpc;
    if (!subnet || vpc === undefined) return undefined;
    const mode = wantedMode(world, vpc, subnet.spec.egress.mode);
    if (mode !== 'Centralized') return { mode, carriers: [], gateways: [], finding: undefined };
    const wanted = subnet.spec.egress.gateways ?? [];
    const gateways = waysOf(world, vpc, wanted);
    const carriers = carriersOf(gateways);
    if (carriers.length > 0) return { mode, carriers, gateways, finding: undefined };
    return (
      held(world, subnet, vpc, wanted, gateways) ?? {
        mode,
        carriers,
        gateways,
        finding: notReady(wanted, 'nothing leaves.'),
      }
    );
  },
};

/** Where packets of a family go that leave a Subnet: the ends of the transit links at its Gateways' routers; none when they are dropped. */
export function nexthopsOf({ carriers }: SubnetEgress, family: Family): readonly string[] {
  return carriers.flatMap(({ transit }) =>
    transit.filter((link) => link.family === family).map(({ gateway }) => formatAddress(gateway)),
  );
}

/** What of a Subnet's egress refers to something that is missing or not allowed. */
export function egressFinding(world: World<Inputs>, subnet: Inputs['Subnet']): Finding | undefined {
  const { vpc, egress } = subnet.spec;
  if (egress.mode !== 'Centralized') return undefined;
  for (const name of egress.gateways ?? []) {
    const finding = gatewayFinding(world, subnet, name);
    if (finding) return finding;
  }
  const ways = waysOf(world, vpc ?? '', egress.gateways ?? []);
  const strange = egress.snatAddresses?.find((address) => !ways.some(({ addresses }) => addresses.includes(address)));
  if (strange === undefined) return undefined;
  const known = ways.flatMap(({ addresses }) => addresses).join(', ');
  return {
    reason: 'AddressNotOfGateway',
    message: `No Gateway of egress.gateways has the address ${strange} (egress.snatAddresses). Write one that they have: ${known}.`,
  };
}

/** Whether anything can leave a Vpc: through its nodes, or through a Gateway. Without it the router needs no policies for egress. */
export const hasWayOut: Derivation<Inputs, boolean> = {
  name: 'hasWayOut',
  compute: (world, vpc) => world.derive(hasNodePorts, vpc) || gatewaysIn(world, vpc).length > 0,
};

/** The default routes of a Vpc's router that are ours: one of each family in which anything can leave, if the Vpc brings none itself. */
export const defaultRoutes: Derivation<Inputs, readonly DefaultRoute[]> = {
  name: 'defaultRoutes',
  compute(world, name) {
    const vpc = world.get('Vpc', name);
    if (!vpc || !world.derive(hasWayOut, name)) return [];
    const own = (vpc.spec.staticRoutes ?? []).map(({ destination, source }) => destination ?? source);
    const join = world.derive(hasNodePorts, name) ? (joinNetworkOf(world, vpc)?.gateways ?? []) : [];
    const gateways = gatewaysIn(world, name).flatMap(({ transit }) => transit.map(({ gateway }) => gateway));
    return (['ipv4', 'ipv6'] as const).flatMap((family) => {
      if (own.includes(everything[family])) return [];
      const nexthop = [...join, ...gateways].find((address) => address.family === family);
      return nexthop ? [{ family, nexthop: formatAddress(nexthop) }] : [];
    });
  },
};

/** `Auto` depends on nothing that changes under running pods: a nodeAttachment can be added and never be removed. */
function wantedMode(world: World<Inputs>, vpc: string, mode: Inputs['Subnet']['spec']['egress']['mode']): EgressMode {
  if (mode !== 'Auto') return mode;
  return world.derive(hasNodePorts, vpc) ? 'Distributed' : 'None';
}

/**
 * Make before break: what was in force stays until a Gateway of the new way carries traffic. A Gateway that fails later is no new way:
 * then traffic is dropped, never silently sent another way.
 */
function held(
  world: World<Inputs>,
  subnet: Inputs['Subnet'],
  vpc: string,
  wanted: readonly string[],
  gateways: readonly GatewayWay[],
): SubnetEgress | undefined {
  const { mode, gateways: carried = [] } = subnet.egressInForce ?? {};
  if (mode === undefined || !subnet.programmed) return undefined;
  if (mode !== 'Centralized') {
    const finding = notReady(wanted, `what was in force stays (${mode}).`);
    return { mode, carriers: [], gateways, finding };
  }
  if (carried.length === 0 || carried.some((name) => wanted.includes(name))) return undefined;
  const before = waysOf(world, vpc, carried);
  const carriers = carriersOf(before);
  if (carriers.length === 0) return undefined;
  const through = carriers.map(({ name }) => name).join(', ');
  return {
    mode,
    carriers,
    gateways: byName([...gateways, ...before]),
    finding: notReady(wanted, `traffic leaves through ${through} as before.`),
  };
}

function notReady(wanted: readonly string[], consequence: string): Finding {
  const names =
    wanted.length === 1 ? `Gateway ${wanted[0]} carries no` : `None of the Gateways ${wanted.join(', ')} carries`;
  return {
    reason: 'NoGatewayReady',
    message: `${names} traffic now, so ${consequence} See kubectl describe vgw ${wanted.join(' ')}`,
  };
}

function gatewayFinding(world: World<Inputs>, subnet: Inputs['Subnet'], name: string): Finding | undefined {
  const gateway = world.get('Gateway', name);
  const { vpc } = subnet.spec;
  if (!gateway)
    return {
      reason: 'RefNotFound',
      message: `There is no Gateway ${name} (egress.gateways). Make it, or name another: kubectl get vgw`,
    };
  if (gateway.spec.vpc !== vpc)
    return {
      reason: 'GatewayOfOtherVpc',
      message: `Gateway ${name} (egress.gateways) belongs to Vpc ${gateway.spec.vpc}. Name a Gateway of Vpc ${vpc}: kubectl get vgw --field-selector spec.vpc=${vpc}`,
    };
  if (gateway.meta.deleting && !(subnet.programmed && subnet.egressInForce?.mode === 'Centralized'))
    return {
      reason: 'RefNotAccepted',
      message: `Gateway ${name} (egress.gateways) is being deleted. Name another: kubectl get vgw`,
    };
  if (!world.derive(gatewayWay, name))
    return {
      reason: 'RefNotAccepted',
      message: `Gateway ${name} (egress.gateways) is not accepted, or has no external address yet. See kubectl describe vgw ${name}`,
    };
  return undefined;
}

/** The accepted Gateways of a Vpc, by name. */
function gatewaysIn(world: World<Inputs>, vpc: string): readonly GatewayWay[] {
  return waysOf(world, vpc, world.list(gatewaysOfVpc, vpc));
}

function waysOf(world: World<Inputs>, vpc: string, names: readonly string[]): readonly GatewayWay[] {
  return byName(names.flatMap((name) => world.derive(gatewayWay, name) ?? []).filter((way) => way.vpc === vpc));
}

/** Of those that carry traffic the ones with the smallest priority. */
function carriersOf(ways: readonly GatewayWay[]): readonly GatewayWay[] {
  const ready = ways.filter((way) => way.ready);
  const best = Math.min(...ready.map(({ priority }) => priority));
  return ready.filter(({ priority }) => priority === best);
}

const byName = (ways: readonly GatewayWay[]): readonly GatewayWay[] =>
  [...ways].sort((a, b) => (a.name < b.name ? -1 : 1));
