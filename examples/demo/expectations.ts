/**
 * What must reach what in the demo, and what must not. Every entry sends real packets; silence only counts when the same sender is
 * heard elsewhere before and after.
 */
import type { Bed } from '../../test/support/bed.ts';
import {
  assertDropped,
  assertReaches,
  assertSilent,
  fetchHttp,
  type Runner,
  type SpoofedFrame,
} from '../../test/support/traffic.ts';
import { addressOf, type DemoPod, type Family, type Pods, place } from './pods.ts';

/** One thing that is tried. */
export interface Expectation {
  readonly from: string;
  readonly to: string;
  /** Why it is interesting. */
  readonly what: string;
  /** What is seen when it is as it must be. */
  readonly seen: string;
  /** Tries it; throws when it is not so. */
  readonly prove: () => Promise<void>;
}

const warmUpSeconds = 20;

/** What must work. */
export function reachable(bed: Bed, pod: Pods): readonly Expectation[] {
  const node =
    (name: string): Runner =>
    (program, args, options) =>
      bed.node(name).exec(program, args, options);
  const pings = (from: string, to: string, family: Family, what: string): Expectation =>
    reaches(place(pod(from)), pod(from).run, to, addressOf(pod(to), family), what);
  return [
    pings('red/web-0', 'red/web-1', 'ipv4', 'same node, IPv4'),
    pings('red/web-0', 'red/web-2', 'ipv4', 'across nodes, IPv4'),
    pings('shop/web-0', 'shop/web-1', 'ipv6', 'across nodes, IPv6'),
    pings('shop/web-0', 'shop/batch-0', 'ipv4', 'across Subnets, IPv4'),
    pings('shop/web-0', 'shop/batch-0', 'ipv6', 'across Subnets, IPv6'),
    pings('shop/web-0', 'shop/db-0', 'ipv4', 'into the Private Subnet: allowed, IPv4'),
    pings('shop/web-0', 'shop/db-0', 'ipv6', 'into the Private Subnet: allowed, IPv6'),
    pings('shop/db-0', 'shop/db-1', 'ipv4', 'inside the Private Subnet'),
    pings('shop/db-0', 'shop/batch-0', 'ipv4', 'out of the Private Subnet'),
    reaches(
      place(pod('ledger/reader')),
      pod('ledger/reader').run,
      'ledger/ledger-0',
      '10.3.0.10',
      'the fixed address, IPv4',
    ),
    reaches(
      place(pod('ledger/reader')),
      pod('ledger/reader').run,
      'ledger/ledger-0',
      'fd00:10:3::10',
      'the fixed address, IPv6',
    ),
    reaches('node n1', node('n1'), 'default/hello-2', pod('default/hello-2').ipv4, 'node to pod, IPv4'),
    reaches('node n2', node('n2'), 'default/hello-1', addressOf(pod('default/hello-1'), 'ipv6'), 'node to pod, IPv6'),
    reaches(
      place(pod('default/hello-1')),
      pod('default/hello-1').run,
      'node n1',
      bed.node('n1').address.ipv4,
      'pod to its own node',
    ),
    reaches(
      place(pod('default/hello-1')),
      pod('default/hello-1').run,
      'node n2',
      bed.node('n2').address.ipv4,
      'pod to another node',
    ),
    reaches('node n1', node('n1'), 'shop/db-0', pod('shop/db-0').ipv4, 'node to Private pod, as probes do'),
    ...sameAddress([...namespacePods(pod, 'red', 3)], [...namespacePods(pod, 'blue', 4)]),
  ];
}

/** What must not work. */
export function unreachable(bed: Bed, pod: Pods): readonly Expectation[] {
  const red = new Set(namespacePods(pod, 'red', 3).map(({ ipv4 }) => ipv4));
  const onlyBlue = namespacePods(pod, 'blue', 4).find(({ ipv4 }) => !red.has(ipv4));
  if (onlyBlue === undefined) throw new Error('blue has four pods and red three, so one address must be only blue');
  const node: Runner = (program, args, options) => bed.node('n1').exec(program, args, options);
  return [
    silent(pod('red/web-0'), onlyBlue.name, onlyBlue.ipv4, pod('red/web-1').ipv4, 'the other Vpc'),
    silent(
      pod('default/hello-1'),
      'red/web-0',
      pod('red/web-0').ipv4,
      pod('default/hello-2').ipv4,
      'from the default Vpc',
    ),
    silent(
      pod('default/hello-1'),
      'shop/web-0',
      pod('shop/web-0').ipv4,
      pod('default/hello-2').ipv4,
      'both Vpcs are on the nodes',
    ),
    silentFrom('node n1', node, 'red/web-0', pod('red/web-0').ipv4, pod('default/hello-1').ipv4, 'from a node'),
    silent(
      pod('shop/batch-0'),
      'shop/db-0',
      pod('shop/db-0').ipv4,
      pod('shop/web-0').ipv4,
      'into the Private Subnet, IPv4',
    ),
    silent(
      pod('shop/batch-0'),
      'shop/db-0',
      addressOf(pod('shop/db-0'), 'ipv6'),
      addressOf(pod('shop/web-0'), 'ipv6'),
      'into the Private Subnet, IPv6',
    ),
    spoofs(pod('shop/web-0'), pod('shop/web-1'), 'ipv4', 'sourceAddress', '10.2.0.77', 'with a foreign IPv4 source'),
    spoofs(
      pod('shop/web-0'),
      pod('shop/web-1'),
      'ipv6',
      'sourceAddress',
      'fd00:10:2::77',
      'with a foreign IPv6 source',
    ),
    spoofs(pod('shop/web-0'), pod('shop/web-1'), 'arp', 'sourceAddress', '10.2.0.1', 'an ARP reply as the router'),
    spoofs(pod('red/web-0'), pod('red/web-1'), 'ipv4', 'sourceMac', '0a:00:00:00:00:77', 'with a foreign MAC'),
  ];
}

/** Two pods of different Vpcs with one address: who asks decides who answers. */
function sameAddress(red: readonly DemoPod[], blue: readonly DemoPod[]): readonly Expectation[] {
  const twin = red.flatMap((one) => {
    const other = blue.find(({ ipv4 }) => ipv4 === one.ipv4);
    return other === undefined ? [] : [{ red: one, blue: other }];
  })[0];
  if (twin === undefined) throw new Error('no pod of red has the address of a pod of blue');
  const ask = (client: DemoPod, server: DemoPod): Expectation => {
    // The host name that examples/workload.ts gives.
    const answer = server.name.replace('/', '-');
    return {
      from: place(client),
      to: `${server.ipv4} port 8080`,
      what: 'one address in two Vpcs',
      seen: `${server.name} answers`,
      prove: async () => {
        const said = await fetchHttp(client.run, server.ipv4, 8080, '/hostname', 10);
        if (said !== answer) throw new Error(`${said ?? 'nobody'} answered instead of ${answer}`);
      },
    };
  };
  const clientOf = (pods: readonly DemoPod[], server: DemoPod): DemoPod => pods.find((pod) => pod !== server) ?? server;
  return [ask(clientOf(red, twin.red), twin.red), ask(clientOf(blue, twin.blue), twin.blue)];
}

function reaches(from: string, run: Runner, to: string, address: string, what: string): Expectation {
  const prove = (): Promise<void> => assertReaches(run, address, to, warmUpSeconds);
  return { from, to: `${to} ${address}`, what, seen: 'answers', prove };
}

function silent(from: DemoPod, to: string, address: string, control: string, what: string): Expectation {
  return silentFrom(place(from), from.run, to, address, control, what);
}

function silentFrom(
  from: string,
  run: Runner,
  to: string,
  address: string,
  control: string,
  what: string,
): Expectation {
  const prove = (): Promise<void> => assertSilent(run, address, control, to);
  return { from, to: `${to} ${address}`, what, seen: `silent (${control} answers)`, prove };
}

/** A frame with one field forged does not arrive; the same frame without the forgery does. */
function spoofs(
  from: DemoPod,
  to: DemoPod,
  kind: 'ipv4' | 'ipv6' | 'arp',
  field: 'sourceAddress' | 'sourceMac',
  forged: string,
  what: string,
): Expectation {
  const family = kind === 'ipv6' ? 'ipv6' : 'ipv4';
  const honest: SpoofedFrame = {
    ...{ kind, sourceMac: from.mac, sourceAddress: addressOf(from, family) },
    ...{ targetMac: to.mac, targetAddress: addressOf(to, family) },
  };
  const prove = (): Promise<void> => assertDropped(from.run, to.netns, { ...honest, [field]: forged }, honest);
  return {
    from: `${place(from)} as ${forged}`,
    to: `${to.name} ${honest.targetAddress}`,
    what,
    seen: 'dropped (honest frames arrive)',
    prove,
  };
}

function namespacePods(pod: Pods, namespace: string, count: number): readonly DemoPod[] {
  return Array.from({ length: count }, (_, index) => pod(`${namespace}/web-${index}`));
}
