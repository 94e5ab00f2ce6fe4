/** Classes of packets by peer and destination port, and what two of them have in common. No I/O. */
import { type Cidr, formatCidr, overlaps } from './cidr.ts';

/** Destination ports of one protocol, both ends included; 0 to 65535 is every packet of the protocol. */
export interface PortSpan {
  readonly protocol: 'TCP' | 'UDP' | 'SCTP';
  readonly first: number;
  readonly last: number;
}

/** Packets from or to some peers and to some ports. What is absent does not matter; an empty list matches nothing. */
export interface Traffic {
  readonly peers?: readonly Cidr[];
  readonly ports?: readonly PortSpan[];
}

/** Every packet. */
export const allTraffic: Traffic = {};

/** The packets that are of both classes; `undefined` when there are none. */
export function intersection(a: Traffic, b: Traffic): Traffic | undefined {
  const peers = both(a.peers, b.peers, commonPeers);
  const ports = both(a.ports, b.ports, commonPorts);
  if (peers?.length === 0 || ports?.length === 0) return undefined;
  return { ...(peers ? { peers } : {}), ...(ports ? { ports } : {}) };
}

/** Whether some packet is of both classes. */
export function meets(a: Traffic, b: Traffic): boolean {
  return (
    shares(a.peers, b.peers, (one, other) => overlaps(one, other)) &&
    shares(a.ports, b.ports, (one, other) => spansMeet(one, other))
  );
}

/** Whether each packet of `part` surely is of `whole`: false also where only several entries of `whole` together cover one of `part`. */
export function covers(whole: Traffic, part: Traffic): boolean {
  return (
    within(whole.peers, part.peers, (outer, inner) => overlaps(outer, inner) && outer.prefix <= inner.prefix) &&
    within(whole.ports, part.ports, spanHolds)
  );
}

/** Networks without those that lie in another one. */
export function largest(cidrs: readonly Cidr[]): readonly Cidr[] {
  const unique = [...new Map(cidrs.map((cidr) => [formatCidr(cidr), cidr])).values()];
  return unique.filter((cidr) => !unique.some((other) => other.prefix < cidr.prefix && overlaps(other, cidr)));
}

/** Spans without those that lie in another one. */
export function widest(spans: readonly PortSpan[]): readonly PortSpan[] {
  const unique = [...new Map(spans.map((span) => [`${span.protocol}${span.first}-${span.last}`, span])).values()];
  return unique.filter((span) => !unique.some((other) => other !== span && spanHolds(other, span)));
}

function both<T>(
  a: readonly T[] | undefined,
  b: readonly T[] | undefined,
  common: (a: readonly T[], b: readonly T[]) => readonly T[],
): readonly T[] | undefined {
  return a && b ? common(a, b) : (a ?? b);
}

/** Two networks are apart, or one lies in the other. */
function commonPeers(a: readonly Cidr[], b: readonly Cidr[]): readonly Cidr[] {
  return largest(
    a.flatMap((one) =>
      b.filter((other) => overlaps(one, other)).map((other) => (one.prefix < other.prefix ? other : one)),
    ),
  );
}

function commonPorts(a: readonly PortSpan[], b: readonly PortSpan[]): readonly PortSpan[] {
  return widest(
    a.flatMap((one) =>
      b
        .filter((other) => spansMeet(one, other))
        .map((other) => ({
          protocol: one.protocol,
          first: Math.max(one.first, other.first),
          last: Math.min(one.last, other.last),
        })),
    ),
  );
}

function shares<T>(
  a: readonly T[] | undefined,
  b: readonly T[] | undefined,
  meet: (one: T, other: T) => boolean,
): boolean {
  if (!a || !b) return a?.length !== 0 && b?.length !== 0;
  return a.some((one) => b.some((other) => meet(one, other)));
}

function within<T>(
  whole: readonly T[] | undefined,
  part: readonly T[] | undefined,
  holds: (outer: T, inner: T) => boolean,
): boolean {
  if (!whole) return true;
  return part?.every((inner) => whole.some((outer) => holds(outer, inner))) ?? false;
}

function spansMeet(a: PortSpan, b: PortSpan): boolean {
  return a.protocol === b.protocol && a.first <= b.last && b.first <= a.last;
}

function spanHolds(outer: PortSpan, inner: PortSpan): boolean {
  return outer.protocol === inner.protocol && outer.first <= inner.first && inner.last <= outer.last;
}
