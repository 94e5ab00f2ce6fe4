/**
 * A network card of the node, and the bridge that takes its place: what the kernel says of them, and the `ip` commands that move
 * addresses and routes from one to the other. Everything here may be done twice: it is asked for what is still missing.
 *
 * Not moved: routes of other tables than main, routes over several interfaces, temporary IPv6 addresses, link-local ones.
 */
import type { CardAddress, CardRoute } from '../../src/vswitch/facts.ts';
import { CommandError, runCommand } from './command.ts';
import type { IpCommand } from './ip-batch.ts';

/** What is found of a card or a bridge. */
export interface Card {
  readonly index: number;
  readonly mac: string;
  /** In bytes. */
  readonly mtu: number;
  readonly up: boolean;
  /** The kernel's bridge or bond that it is a member of. */
  readonly master: string | undefined;
  readonly addresses: readonly CardAddress[];
  readonly routes: readonly CardRoute[];
}

/** Looks at an interface; `undefined` if there is none of this name. */
export async function observeCard(device: string): Promise<Card | undefined> {
  let links: string;
  let routes: readonly string[];
  try {
    [links, ...routes] = await Promise.all([
      runCommand('ip', ['-j', 'address', 'show', 'dev', device]),
      runCommand('ip', ['-4', '-j', 'route', 'show', 'dev', device]),
      runCommand('ip', ['-6', '-j', 'route', 'show', 'dev', device]),
    ]);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  const [link] = parseList<LinkJson>(links).filter(({ ifname }) => ifname === device);
  if (!link) return undefined;
  const addresses = (link.addr_info ?? []).filter(({ scope, temporary }) => scope === 'global' && !temporary);
  const made = new Set(addresses.flatMap(({ noprefixroute, local }) => (noprefixroute ? [local] : [])));
  return {
    index: link.ifindex,
    mac: link.address ?? '',
    mtu: link.mtu ?? 0,
    up: link.flags?.includes('UP') ?? false,
    master: link.master,
    addresses: addresses.map(addressOf),
    routes: (['ipv4', 'ipv6'] as const).flatMap((family, index) =>
      parseList<RouteJson>(routes[index] ?? '')
        .filter(isMovable(made.size > 0))
        .map((route) => routeOf(family, route)),
    ),
  };
}

/** What must be done so that an interface is up and has addresses and routes. Routes that another interface has go over to it. */
export function bringUp(
  device: string,
  seen: Card,
  addresses: readonly CardAddress[],
  routes: readonly CardRoute[],
): readonly IpCommand[] {
  const has = new Set(seen.addresses.map(({ cidr }) => cidr));
  const known = new Set(seen.routes.map(identity));
  // A route without a gateway first: gateways are reached by it.
  const ordered = [...routes.filter((each) => !each.gateway), ...routes.filter((each) => each.gateway)];
  return [
    ...(seen.up ? [] : [['link', 'set', 'dev', device, 'up']]),
    ...addresses
      .filter(({ cidr }) => !has.has(cidr))
      .map((address) => ['address', 'replace', ...words(address, device)]),
    ...ordered.filter((route) => !known.has(identity(route))).map((route) => replaceRoute(route, device)),
  ];
}

/** What must be done so that an interface no longer has these addresses: its routes to their networks go with them. */
export function takeAway(device: string, seen: Card, addresses: readonly CardAddress[]): readonly IpCommand[] {
  const gone = new Set(addresses.map(({ cidr }) => cidr));
  // Backwards: with the first address of a network the kernel may take away the others of that network.
  return seen.addresses
    .filter(({ cidr }) => gone.has(cidr))
    .reverse()
    .map(({ cidr }) => ['address', 'delete', cidr, 'dev', device]);
}

/** What two looks at a card saw, together: addresses and routes of the first, and what the second has beside them. */
export function merged<T extends { readonly addresses: readonly CardAddress[]; readonly routes: readonly CardRoute[] }>(
  first: T,
  second: Card,
): T {
  const cidrs = new Set(first.addresses.map(({ cidr }) => cidr));
  const routes = new Set(first.routes.map(identity));
  return {
    ...first,
    addresses: [...first.addresses, ...second.addresses.filter(({ cidr }) => !cidrs.has(cidr))],
    routes: [...first.routes, ...second.routes.filter((route) => !routes.has(identity(route)))],
  };
}

/** The neighbours of a card whose answers prove that it is connected: the gateways of its routes, else whom it has spoken with. */
export async function neighboursOf(device: string, { routes }: Card): Promise<readonly string[]> {
  const gateways = [...new Set(routes.flatMap(({ gateway }) => gateway ?? []))];
  const answering = await whoAnswers(device, gateways, 2);
  if (answering.length > 0) return answering;
  const table = parseList<NeighbourJson>(await runCommand('ip', ['-j', 'neigh', 'show', 'dev', device]));
  const known = table.filter(isResolved).flatMap(({ dst }) => dst ?? []);
  return whoAnswers(device, known.filter((each) => !each.startsWith('fe80:')).slice(0, 8), 2);
}

/** Whether the neighbours can be heard through an interface within some seconds: of each family one. Nobody to ask: nothing to prove. */
export async function hears(
  device: string,
  neighbours: readonly string[],
  seconds: number,
  signal: AbortSignal,
): Promise<boolean> {
  const families = [false, true]
    .map((six) => neighbours.filter((each) => each.includes(':') === six))
    .filter((each) => each.length > 0);
  const heard = await Promise.all(
    families.map((family) =>
      Promise.any(
        family.map(async (neighbour) => {
          if (!(await answers(device, neighbour, seconds, signal))) throw new Error('silent');
        }),
      ).then(
        () => true,
        () => false,
      ),
    ),
  );
  return heard.every((each) => each);
}

async function whoAnswers(device: string, neighbours: readonly string[], seconds: number): Promise<readonly string[]> {
  // What the kernel remembers proves nothing.
  await Promise.all(
    neighbours.map((each) => runCommand('ip', ['neigh', 'flush', 'to', each, 'dev', device]).catch(() => '')),
  );
  const answered = await Promise.all(neighbours.map((each) => answers(device, each, seconds)));
  return neighbours.filter((_, index) => answered[index]);
}

/** An echo reply, or at least the answer to ARP or neighbour discovery: some gateways do not answer to ping. */
async function answers(device: string, neighbour: string, seconds: number, signal?: AbortSignal): Promise<boolean> {
  const options = signal ? { signal } : {};
  try {
    await runCommand('ping', ['-n', '-q', '-c', '1', '-w', String(seconds), '-I', device, neighbour], options);
    return true;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
  }
  const table = await runCommand('ip', ['-j', 'neigh', 'show', 'to', neighbour, 'dev', device], options).catch(
    () => '',
  );
  return parseList<NeighbourJson>(table).some(isResolved);
}

/** Which of these offloads (names of `ethtool -K`) a card has switched on. */
export async function offloadsOf(device: string): Promise<readonly string[]> {
  const text = await runCommand('ethtool', ['-k', device]).catch(() => '');
  return Object.entries(offloadNames).flatMap(([name, long]) =>
    new RegExp(`^${long}: on$`, 'm').test(text) ? [name] : [],
  );
}

/** Switches offloads on or off; a card that can't is left alone. */
export async function setOffloads(device: string, names: readonly string[], value: 'on' | 'off'): Promise<void> {
  if (names.length === 0) return;
  await runCommand('ethtool', ['-K', device, ...names.flatMap((name) => [name, value])]).catch((error: unknown) => {
    if (!(error instanceof CommandError)) throw error;
  });
}

/** What ovs-vswitchd's own datapath can't do with packets: checksums that are not there, packets that were put together. */
const offloadNames = {
  tx: 'tx-checksumming',
  gro: 'generic-receive-offload',
  lro: 'large-receive-offload',
} as const;

function words({ cidr, broadcast, peer, noRoute }: CardAddress, device: string): IpCommand {
  const [local = '', length = ''] = cidr.split('/');
  return [
    ...(peer === undefined ? [cidr] : [local, 'peer', `${peer}/${length}`]),
    ...(broadcast === undefined ? [] : ['broadcast', broadcast]),
    ...['dev', device],
    ...(cidr.includes(':') ? ['nodad'] : []),
    ...(noRoute ? ['noprefixroute'] : []),
  ];
}

function replaceRoute(route: CardRoute, device: string): IpCommand {
  const { family, destination, gateway, source, metric, protocol, scope, onlink, mtu } = route;
  const sameFamily = gateway?.includes(':') === (family === 'ipv6');
  return [
    ...['route', 'replace', destination === 'default' ? (family === 'ipv6' ? '::/0' : '0.0.0.0/0') : destination],
    ...(gateway === undefined ? [] : ['via', ...(sameFamily ? [] : ['inet6']), gateway]),
    ...['dev', device],
    ...(protocol === undefined ? [] : ['proto', protocol]),
    ...(scope === undefined || family === 'ipv6' ? [] : ['scope', scope]),
    ...(source === undefined ? [] : ['src', source]),
    ...(metric === undefined ? [] : ['metric', String(metric)]),
    ...(mtu === undefined ? [] : ['mtu', String(mtu)]),
    ...(onlink ? ['onlink'] : []),
  ];
}

/** Two routes of one identity are one route to the kernel, whatever interface they go through. */
function identity({ family, destination, gateway, metric = family === 'ipv6' ? 1024 : 0 }: CardRoute): string {
  return `${family} ${destination} ${gateway ?? ''} ${metric}`;
}

function addressOf({ local, prefixlen, broadcast, address, noprefixroute }: AddressJson): CardAddress {
  return {
    cidr: `${local}/${prefixlen}`,
    ...(broadcast === undefined ? {} : { broadcast }),
    ...(address === undefined ? {} : { peer: address }),
    ...(noprefixroute ? { noRoute: true } : {}),
  };
}

function routeOf(family: CardRoute['family'], route: RouteJson): CardRoute {
  const { dst = '', gateway = route.via?.host, prefsrc, metric, protocol, scope, flags = [] } = route;
  const mtu = route.metrics?.find((each) => each.mtu !== undefined)?.mtu;
  return {
    family,
    destination: dst,
    ...(gateway === undefined ? {} : { gateway }),
    ...(prefsrc === undefined ? {} : { source: prefsrc }),
    ...(metric === undefined ? {} : { metric }),
    ...(protocol === undefined ? {} : { protocol: String(protocol) }),
    ...(scope === undefined ? {} : { scope: String(scope) }),
    ...(flags.includes('onlink') ? { onlink: true } : {}),
    ...(mtu === undefined ? {} : { mtu }),
  };
}

/** The kernel makes the routes to an address's own network by itself, unless it was told not to. */
const isMovable =
  (withoutRoutes: boolean) =>
  ({ dst = '', type, protocol, gateway, nexthops }: RouteJson): boolean =>
    (type === undefined || type === 'unicast') &&
    nexthops === undefined &&
    !/^(fe80|ff00):/.test(dst) &&
    (protocol !== 'kernel' || gateway !== undefined || withoutRoutes);

const isResolved = ({ lladdr, state = [] }: NeighbourJson): boolean =>
  lladdr !== undefined && !state.includes('FAILED') && !state.includes('INCOMPLETE');

function isMissing(error: unknown): boolean {
  return error instanceof CommandError && /does not exist|Cannot find device|No such device/.test(error.stderr);
}

/** The parts of `ip -j` that are read (iproute2 6.1, 6.15). */
type LinkJson = {
  readonly ifname?: string;
  readonly ifindex: number;
  readonly address?: string;
  readonly mtu?: number;
  readonly master?: string;
  readonly flags?: readonly string[];
  readonly addr_info?: readonly AddressJson[];
};
type AddressJson = {
  readonly local: string;
  readonly prefixlen: number;
  readonly scope: string;
  readonly broadcast?: string;
  /** The other end's address. */
  readonly address?: string;
  readonly noprefixroute?: boolean;
  readonly temporary?: boolean;
};
type RouteJson = {
  readonly type?: string;
  readonly dst?: string;
  readonly gateway?: string;
  readonly via?: { readonly host?: string };
  readonly protocol?: string | number;
  readonly scope?: string | number;
  readonly prefsrc?: string;
  readonly metric?: number;
  readonly flags?: readonly string[];
  readonly metrics?: readonly { readonly mtu?: number }[];
  readonly nexthops?: unknown;
};
type NeighbourJson = { readonly dst?: string; readonly lladdr?: string; readonly state?: readonly string[] };

function parseList<T>(json: string): readonly T[] {
  return json.trim() === '' ? [] : (JSON.parse(json) as readonly T[]); // older iproute2 prints nothing for no routes
}
