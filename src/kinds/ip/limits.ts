/**
 * What limits and marks an IP's port: `QoS` rows in the switch of its Subnet, written with the port in one transaction, so that no
 * packet of a pod is ever sent without them. Each row is about this port alone: OVN gives each row one bucket on a node.
 */
import { type Family, formatAddress } from '../../net/address.ts';
import { type Cidr, formatCidr } from '../../net/cidr.ts';
import type { PortSpan, Traffic } from '../../net/traffic.ts';
import { ipOf, type Northbound, row, switchOf } from '../../northbound/rows.ts';
import type { Row } from '../../reconcile/output.ts';
import type { World } from '../../store/store.ts';
import type { Inputs, IPFacts } from '../../topology/facts.ts';
import { portOf } from '../../topology/ip.ts';
import type { LimitRow } from '../../topology/limits.ts';
import { type Direction, portLimits } from '../../topology/qos.ts';

/** `QoS.priority` of the first row of a list; the larger number wins. */
const FIRST_PRIORITY = 20_000;

/** How OVN sees the directions of a pod: which end of the packet's way the row is at, its port, and the field with the peer's address. */
const sides = {
  Ingress: { direction: 'to-lport', port: 'outport', peer: 'src' },
  Egress: { direction: 'from-lport', port: 'inport', peer: 'dst' },
} as const satisfies Record<Direction, unknown>;

/** The `QoS` rows of an IP, by its key. */
export function limitRows(context: Northbound, world: World<Inputs>, key: string, ip: IPFacts): readonly Row[] {
  const limits = portLimits(world, key);
  return (['Ingress', 'Egress'] as const).flatMap((direction) =>
    limits[direction].map((limit, index) =>
      row(
        context,
        'QoS',
        `IP/${key}`,
        `${direction}/${limit.id}`,
        {
          direction: sides[direction].direction,
          priority: FIRST_PRIORITY - index,
          match: matchOf(portOf(ip), direction, limit.traffic),
          action: new Map(limit.dscp === undefined ? [] : [['dscp', limit.dscp]]),
          bandwidth: bandwidthOf(limit),
        },
        switchOf(context, ip.spec.subnet),
      ),
    ),
  );
}

function bandwidthOf({ bucket }: LimitRow): ReadonlyMap<string, number> {
  return new Map(
    bucket
      ? [
          ['rate', bucket.rate],
          ['burst', bucket.burst],
        ]
      : [],
  );
}

/** The match of a row. ARP is left alone: a pod that sends too much must still be found. */
function matchOf(port: string, direction: Direction, traffic: readonly Traffic[]): string {
  const classes = traffic.map((each) => classMatch(each, sides[direction].peer));
  const some = classes.length === 1 ? classes[0]! : `(${classes.map((each) => `(${each})`).join(' || ')})`;
  return `${sides[direction].port} == ${quoted(port)} && ${some}`;
}

/** `ip`, or what the packet's peer and destination port must be. */
function classMatch({ peers, ports }: Traffic, field: 'src' | 'dst'): string {
  const families = (['ipv4', 'ipv6'] as const).flatMap((family) => familyMatch(peers ?? [], family, field));
  const parts = [
    ...(peers ? [anyOf(families)] : []),
    ...(ports ? [anyOf(ports.map(portMatch))] : []),
    ...(peers || ports ? [] : ['ip']),
  ];
  return parts.join(' && ');
}

function familyMatch(peers: readonly Cidr[], family: Family, field: 'src' | 'dst'): readonly string[] {
  const own = peers.filter((cidr) => cidr.family === family);
  const protocol = ipOf(family);
  if (own.length === 0) return [];
  if (own.some(({ prefix }) => prefix === 0)) return [protocol];
  return [`${protocol}.${field} == {${own.map(networkText).join(', ')}}`];
}

function networkText(cidr: Cidr): string {
  return cidr.first === cidr.last ? formatAddress({ family: cidr.family, value: cidr.first }) : formatCidr(cidr);
}

/** `tcp`, `tcp.dst == 80` or `(tcp.dst >= 80 && tcp.dst <= 90)`. */
function portMatch({ protocol, first, last }: PortSpan): string {
  const name = protocol.toLowerCase();
  if (first === 0 && last === 65535) return name;
  return first === last ? `${name}.dst == ${first}` : `(${name}.dst >= ${first} && ${name}.dst <= ${last})`;
}

function anyOf(matches: readonly string[]): string {
  return matches.length === 1 ? matches[0]! : `(${matches.join(' || ')})`;
}

/** A port's name in a match. Kubernetes names need no escape; one that did would be no name of ours. */
function quoted(name: string): string {
  if (!/^[a-zA-Z0-9._/-]+$/.test(name)) throw new Error(`the port name ${JSON.stringify(name)} can't stand in a match`);
  return `"${name}"`;
}
