/**
 * `policyRoutes` as `Logical_Router_Policy` rows. Everything that goes into an OVN match here is an address, a network or a
 * number that was parsed: no text of a user reaches it.
 */
import type { PortRange, VpcPolicyRoute } from '../../api/index.ts';
import { type Family, formatAddress, parseAddress } from '../../net/address.ts';
import { type Cidr, formatCidr, overlaps, parseCidr } from '../../net/cidr.ts';
import { type Northbound, routerOf, row } from '../../northbound/rows.ts';
import type { Row } from '../../reconcile/output.ts';
import { type DefaultRoute, everything, routerPriority } from '../../topology/egress.ts';
import type { Inputs } from '../../topology/facts.ts';

/** OVN's larger number wins, ours the smaller: 0–1000 becomes 21000–20000, above egress. */
const ovnPriority = (priority: number) => 21000 - priority;

/**
 * All rows for a Vpc's policy routes. `connected` are the networks and nodes that its router reaches without the Vpc's own routes,
 * `defaults` its routes to everything else, which egress brings along with a drop.
 */
export function policyRows(
  context: Northbound,
  vpc: Inputs['Vpc'],
  connected: readonly Cidr[],
  defaults: readonly DefaultRoute[],
): readonly Row[] {
  const name = vpc.meta.name;
  const routed = [
    ...connected,
    ...defaults.map(({ family }) => parseCidr(everything[family])!),
    ...(vpc.spec.staticRoutes ?? []).flatMap(({ destination }) => parseCidr(destination ?? '') ?? []),
  ];
  const bySource = (vpc.spec.staticRoutes ?? []).flatMap(({ source }) => source ?? []);
  return (vpc.spec.policyRoutes ?? []).flatMap((policy) =>
    familiesOf(policy).flatMap((family) => {
      const match = matchOf(policy, family, connected);
      if (match === undefined) return [];
      const nexthops = new Set(family ? ofFamily(policy.nextHops ?? [], family) : []);
      const columns = { priority: ovnPriority(policy.priority), match, action: policy.action.toLowerCase(), nexthops };
      const main = row(
        context,
        'Logical_Router_Policy',
        `Vpc/${name}`,
        `policy/${policy.name}/${family ?? ''}`,
        columns,
        routerOf(context, name),
      );
      return policy.action === 'Reroute' && family
        ? [main, ...fallbackRows(context, name, policy, family, [...nexthops][0] ?? '', routed, bySource)]
        : [main];
    }),
  );
}

/**
 * OVN looks at policies only for packets that have matched some route, so a reroute towards a destination without a route would drop
 * everything. Such a destination gets a route to the first next hop, and a last policy drops what the reroute did not take.
 */
function fallbackRows(
  context: Northbound,
  vpc: string,
  policy: VpcPolicyRoute,
  family: Family,
  nexthop: string,
  routed: readonly Cidr[],
  bySource: readonly string[],
): readonly Row[] {
  const sources = ofFamily(bySource, family);
  const given = ofFamily(policy.destinations ?? [], family).flatMap((text) => parseCidr(text) ?? []);
  const destinations = (given.length > 0 ? given : [parseCidr(everything[family])!]).filter(
    (cidr) => !routed.some((other) => other.prefix <= cidr.prefix && overlaps(other, cidr)),
  );
  return destinations.flatMap((cidr) => {
    const text = formatCidr(cidr);
    const inside = routed.filter((other) => overlaps(other, cidr)).map(formatCidr);
    const ip = ipOf(family);
    const match = [
      ip,
      ...(cidr.prefix > 0 ? [`${ip}.dst == ${text}`] : []),
      ...(inside.length > 0 ? [`!(${ip}.dst == {${inside.join(', ')}})`] : []),
      // What a route by source takes has a route of its own.
      ...(sources.length > 0 ? [`!(${ip}.src == {${sources.join(', ')}})`] : []),
    ].join(' && ');
    const key = `fallback/${policy.name}/${text}`;
    return [
      row(
        context,
        'Logical_Router_Static_Route',
        `Vpc/${vpc}`,
        key,
        { ip_prefix: text, nexthop, policy: 'dst-ip' },
        routerOf(context, vpc),
      ),
      row(
        context,
        'Logical_Router_Policy',
        `Vpc/${vpc}`,
        key,
        { priority: routerPriority.drop, match, action: 'drop' },
        routerOf(context, vpc),
      ),
    ];
  });
}

/** Families that a policy speaks of; `undefined` alone when it names no address. */
function familiesOf(policy: VpcPolicyRoute): readonly (Family | undefined)[] {
  const texts = [...(policy.sources ?? []), ...(policy.destinations ?? []), ...(policy.nextHops ?? [])];
  const families = [...new Set(texts.map((text) => (text.includes(':') ? 'ipv6' : 'ipv4') as Family))].sort();
  return families.length > 0 ? families : [undefined];
}

/** The match for one family; `undefined` when the policy can't match packets of it. */
function matchOf(policy: VpcPolicyRoute, family: Family | undefined, connected: readonly Cidr[]): string | undefined {
  const parts: string[] = [];
  if (family) {
    if (policy.action === 'Reroute' && ofFamily(policy.nextHops ?? [], family).length === 0) return undefined;
    parts.push(ipOf(family));
    for (const [field, list] of [
      ['src', policy.sources],
      ['dst', policy.destinations],
    ] as const) {
      const own = ofFamily(list ?? [], family);
      if (list && list.length > 0 && own.length === 0) return undefined;
      if (own.length > 0) parts.push(`${ipOf(family)}.${field} == {${own.join(', ')}}`);
    }
    // A reroute of everything means everything that leaves: other Subnets and the nodes (probes!) stay connected.
    const near = connected.filter((cidr) => cidr.family === family).map(formatCidr);
    if (policy.action === 'Reroute' && (policy.destinations ?? []).length === 0 && near.length > 0)
      parts.push(`!(${ipOf(family)}.dst == {${near.join(', ')}})`);
  }
  if (policy.ports && policy.ports.length > 0) parts.push(`(${policy.ports.map(portMatch).join(' || ')})`);
  // A match of nothing would be a syntax error to OVN; the schema asks for at least one.
  return parts.length > 0 ? parts.join(' && ') : undefined;
}

/** `tcp`, `tcp.dst == 80` or `(tcp.dst >= 80 && tcp.dst <= 90)`. */
function portMatch({ protocol, port, endPort }: PortRange): string {
  const field = `${protocol.toLowerCase()}.dst`;
  if (port === undefined) return protocol.toLowerCase();
  return endPort === undefined || endPort === port
    ? `${field} == ${Number(port)}`
    : `(${field} >= ${Number(port)} && ${field} <= ${Number(endPort)})`;
}

/** The addresses and networks of a family, written canonically. */
function ofFamily(texts: readonly string[], family: Family): readonly string[] {
  return texts.flatMap((text) => {
    const cidr = parseCidr(text);
    if (cidr) return cidr.family === family ? [formatCidr(cidr)] : [];
    const address = parseAddress(text);
    return address?.family === family ? [formatAddress(address)] : [];
  });
}

const ipOf = (family: Family) => (family === 'ipv4' ? 'ip4' : 'ip6');
