/**
 * `policyRoutes` as `Logical_Router_Policy` rows. Everything that goes into an OVN match here is an address, a network or a
 * number that was parsed: no text of a user reaches it.
 */
import type { PortRange, VpcPolicyRoute } from '../../api/index.ts';
import { type Family, formatAddress, parseAddress } from '../../net/address.ts';
import { type Cidr, formatCidr, overlaps, parseCidr } from '../../net/cidr.ts';
import { ipOf, type Northbound, routerOf, row } from '../../northbound/rows.ts';
import type { Row } from '../../reconcile/output.ts';
import { type DefaultRoute, everything, routerPriority } from '../../topology/egress.ts';
import type { Inputs } from '../../topology/facts.ts';
import type { WayOut } from './ways-out.ts';

/** OVN's larger number wins, ours the smaller: 0–1000 becomes 24000–20000, above egress. Three above each are free for {@link allowRows}. */
const ovnPriority = (priority: number) => 24_000 - 4 * priority;

/**
 * All rows for a Vpc's policy routes. `connected` are the networks and nodes that its router reaches without the Vpc's own routes,
 * `defaults` its routes to everything else, which egress brings along with a drop, and `waysOut` where those lead.
 */
export function policyRows(
  context: Northbound,
  vpc: Inputs['Vpc'],
  connected: readonly Cidr[],
  defaults: readonly DefaultRoute[],
  waysOut: () => readonly WayOut[],
): readonly Row[] {
  const name = vpc.meta.name;
  const routed = [
    ...connected,
    ...defaults.map(({ family }) => parseCidr(everything[family])!),
    ...destinationsOf(vpc),
  ];
  const bySource = (vpc.spec.staticRoutes ?? []).flatMap(({ source }) => source ?? []);
  const local = [...connected, ...destinationsOf(vpc)];
  return (vpc.spec.policyRoutes ?? []).flatMap((policy) =>
    familiesOf(policy, defaults).flatMap((family) => {
      const match = matchOf(policy, family, connected);
      if (match === undefined) return [];
      if (family && defaults.some((route) => route.family === family) && mayLeave(policy, family, local))
        return allowRows(context, name, policy, family, match, { local, bySource, waysOut: waysOut() });
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

const destinationsOf = ({ spec }: Inputs['Vpc']): readonly Cidr[] =>
  (spec.staticRoutes ?? []).flatMap(({ destination }) => parseCidr(destination ?? '') ?? []);

/** Whether a policy allows something to leave: it is one of Allow, and not only for destinations inside. */
function mayLeave(policy: VpcPolicyRoute, family: Family, local: readonly Cidr[]): boolean {
  if (policy.action !== 'Allow') return false;
  const given = ofFamily(policy.destinations ?? [], family).flatMap((text) => parseCidr(text) ?? []);
  return given.length === 0 || given.some((cidr) => !local.some((near) => within(cidr, near)));
}

const within = (inner: Cidr, outer: Cidr): boolean => outer.prefix <= inner.prefix && overlaps(outer, inner);

/**
 * An Allow is an exception from the policies after it: what it matches leaves as its Subnet says. OVN has one answer per packet, and after
 * `allow` only the routes count, of which the default leads nowhere; so the answers of egress are given here again.
 */
function allowRows(
  context: Northbound,
  vpc: string,
  policy: VpcPolicyRoute,
  family: Family,
  match: string,
  around: {
    readonly local: readonly Cidr[];
    readonly bySource: readonly string[];
    readonly waysOut: readonly WayOut[];
  },
): readonly Row[] {
  const ip = ipOf(family);
  const priority = ovnPriority(policy.priority);
  const one = (key: string, columns: Row['columns']) =>
    row(
      context,
      'Logical_Router_Policy',
      `Vpc/${vpc}`,
      `policy/${policy.name}/${family}/${key}`,
      columns,
      routerOf(context, vpc),
    );
  const near = around.local.filter((cidr) => cidr.family === family).map(formatCidr);
  const sources = ofFamily(around.bySource, family);
  const inside = [
    ...(near.length > 0 ? [`${ip}.dst == {${near.join(', ')}}`] : []),
    ...(sources.length > 0 ? [`${ip}.src == {${sources.join(', ')}}`] : []),
  ].join(' || ');
  return [
    ...(inside === ''
      ? []
      : [one('inside', { priority: priority + 3, match: `${match} && (${inside})`, action: 'allow' })]),
    ...around.waysOut
      .filter((way) => way.family === family)
      .map(({ key, level, from, nexthops }) =>
        one(key, {
          priority: priority + (level === 'Subnet' ? 2 : 1),
          match: `${match} && ${ip}.src == ${from}`,
          action: nexthops.length > 0 ? 'reroute' : 'drop',
          nexthops: new Set(nexthops),
        }),
      ),
    one('', { priority, match, action: 'drop' }),
  ];
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

/** Families that a policy speaks of. One that names no address speaks of both: `undefined` alone, unless it may allow something to leave. */
function familiesOf(policy: VpcPolicyRoute, defaults: readonly DefaultRoute[]): readonly (Family | undefined)[] {
  const texts = [...(policy.sources ?? []), ...(policy.destinations ?? []), ...(policy.nextHops ?? [])];
  const families = [...new Set(texts.map((text) => (text.includes(':') ? 'ipv6' : 'ipv4') as Family))].sort();
  if (families.length > 0) return families;
  return policy.action === 'Allow' && defaults.length > 0 ? ['ipv4', 'ipv6'] : [undefined];
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
