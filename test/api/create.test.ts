// What the API server accepts and refuses when an object is created, field by field. Every refusal must tell people what to write instead.
import assert from 'node:assert/strict';
import type { KindName } from '../../src/api/generated/kinds.ts';
import { violations } from '../../src/api/validate.ts';
import { apiServer, create } from './server.ts';

/** A spec that is accepted, or refused with these words. */
interface Case {
  readonly title: string;
  readonly spec: unknown;
  /** Words of the refusal; absent when the object is accepted. */
  readonly says?: readonly string[];
  readonly name?: string;
}

const subnet = (more: object) => ({ vpc: 'team-a', cidrs: ['10.1.0.0/24'], ...more });
const dual = (more: object) => ({ vpc: 'team-a', cidrs: ['10.1.0.0/24', 'fd01::/64'], ...more });
const route = (more: object) => ({ staticRoutes: [{ name: 'a', ...more }] });
const policy = (more: object) => ({ policyRoutes: [{ name: 'a', priority: 1, ...more }] });
const ip = (more: object) => ({ subnet: 'web', ...more });
const egress = (more: object) => subnet({ egress: more });
const external = (more: object) => ({
  type: 'External',
  physical: { providerNetwork: 'ext', vlan: 100 },
  cidrs: ['192.0.2.0/24'],
  gateways: ['192.0.2.1'],
  ...more,
});
const qos = (more: object) => ({ podSelector: {}, ...more });
const rule = (more: object) => qos({ rules: [{ name: 'a', direction: 'Egress', ...more }] });
const gateway = (more: object) => ({ vpc: 'team-a', external: { subnet: 'ext' }, ...more });
const sink = (more: object) => ({ podSelector: { matchLabels: { app: 'web' } }, sink: more });
const many = (count: number, make: (index: number) => unknown) =>
  Array.from({ length: count }, (_, index) => make(index));

const cases: Readonly<Record<KindName, readonly Case[]>> = {
  Vpc: [
    { title: 'no spec at all', spec: undefined },
    { title: 'an empty spec', spec: {} },
    { title: 'an empty node attachment', spec: { nodeAttachment: {} } },
    {
      title: 'a dual-stack node attachment',
      spec: { nodeAttachment: { cidrs: ['100.65.0.0/16', 'fd00:100:65::/112'], interface: 'ovn12' } },
    },
    {
      title: 'a dotted name',
      name: 'team.a',
      spec: {},
      says: ['the name has more than 63 characters or a dot', 'choose a short name'],
    },
    { title: 'a name of 64 characters', name: 'a'.repeat(64), spec: {}, says: ['choose a short name'] },
    {
      title: 'join ranges with host bits',
      spec: { nodeAttachment: { cidrs: ['100.65.0.1/16'] } },
      says: ['spec.nodeAttachment.cidrs[0]', 'host bits', 'instead of'],
    },
    {
      title: 'two join ranges of one family',
      spec: { nodeAttachment: { cidrs: ['100.65.0.0/16', '100.66.0.0/16'] } },
      says: ['two ranges of one family', 'at most one IPv4'],
    },
    {
      title: 'an interface that is not ovn and a number',
      spec: { nodeAttachment: { interface: 'eth0' } },
      says: ['write ovn and a number'],
    },
    { title: 'a field that does not exist', spec: { natGateway: true }, says: ['unknown field "spec.natGateway"'] },
    { title: 'a route by destination', spec: route({ destination: '0.0.0.0/0', nextHops: ['10.1.0.1', '10.1.0.2'] }) },
    { title: 'a route by source to nowhere', spec: route({ source: 'fd01::/64', blackhole: true }) },
    {
      title: 'a route without a name',
      spec: { staticRoutes: [{ destination: '10.0.0.0/8', blackhole: true }] },
      says: ['staticRoutes[0].name', 'Required'],
    },
    {
      title: 'a route with destination and source',
      spec: route({ destination: '10.0.0.0/8', source: '10.1.0.0/24', blackhole: true }),
      says: ['exactly one of destination', 'source'],
    },
    {
      title: 'a route with neither destination nor source',
      spec: route({ blackhole: true }),
      says: ['exactly one of destination'],
    },
    {
      title: 'a route with next hops and blackhole',
      spec: route({ destination: '10.0.0.0/8', nextHops: ['10.1.0.1'], blackhole: true }),
      says: ['exactly one of nextHops', 'blackhole: true'],
    },
    {
      title: 'a route without next hops and blackhole',
      spec: route({ destination: '10.0.0.0/8' }),
      says: ['exactly one of nextHops'],
    },
    {
      title: 'blackhole: false',
      spec: route({ destination: '10.0.0.0/8', blackhole: false }),
      says: ['supported values: "true"'],
    },
    {
      title: 'a next hop of another family than the destination',
      spec: route({ destination: '10.0.0.0/8', nextHops: ['fd01::1'] }),
      says: ["not of the destination's family"],
    },
    {
      title: 'a next hop of another family than the source',
      spec: route({ source: 'fd01::/64', nextHops: ['10.1.0.1'] }),
      says: ["not of the source's family"],
    },
    {
      title: 'the same next hop twice',
      spec: route({ destination: '10.0.0.0/8', nextHops: ['10.1.0.1', '10.1.0.1'] }),
      says: ['Duplicate value'],
    },
    {
      title: 'a next hop that nothing can be sent to',
      spec: route({ destination: '10.0.0.0/8', nextHops: ['224.0.0.1'] }),
      says: ['an address that packets can be sent to'],
    },
    { title: 'a link-local next hop', spec: route({ destination: 'fd02::/64', nextHops: ['fe80::1'] }) },
    {
      title: 'no next hops',
      spec: route({ destination: '10.0.0.0/8', nextHops: [] }),
      says: ['should have at least 1 item'],
    },
    {
      title: 'two routes with one destination',
      spec: {
        staticRoutes: [
          { name: 'a', destination: '10.0.0.0/8', blackhole: true },
          { name: 'b', destination: '10.0.0.0/8', nextHops: ['10.1.0.1'] },
        ],
      },
      says: ['two routes with the same destination', 'one route with all its nextHops'],
    },
    {
      title: 'two routes with one source',
      spec: {
        staticRoutes: [
          { name: 'a', source: '10.0.0.0/8', blackhole: true },
          { name: 'b', source: '10.0.0.0/8', nextHops: ['10.1.0.1'] },
        ],
      },
      says: ['two routes with the same source'],
    },
    {
      title: 'the same range as destination and as source of two routes',
      spec: {
        staticRoutes: [
          { name: 'a', source: '10.0.0.0/8', blackhole: true },
          { name: 'b', destination: '10.0.0.0/8', blackhole: true },
        ],
      },
    },
    {
      title: 'two routes of one name',
      spec: {
        staticRoutes: [
          { name: 'a', destination: '10.0.0.0/8', blackhole: true },
          { name: 'a', destination: '11.0.0.0/8', blackhole: true },
        ],
      },
      says: ['Duplicate value', '"name":"a"'],
    },
    {
      title: '64 routes',
      spec: {
        staticRoutes: many(64, (i) => ({ name: `r${i}`, destination: `10.${i}.0.0/16`, nextHops: ['10.1.0.1'] })),
      },
    },
    {
      title: '65 routes',
      spec: { staticRoutes: many(65, (i) => ({ name: `r${i}`, destination: `10.${i}.0.0/16`, blackhole: true })) },
      says: ['must have at most 64 items'],
    },
    {
      title: 'a policy that drops',
      spec: policy({ action: 'Drop', sources: ['10.1.0.0/24'], destinations: ['10.2.0.0/24'] }),
    },
    {
      title: 'a policy that reroutes',
      spec: policy({ action: 'Reroute', sources: ['fd01::/64'], nextHops: ['fd01::1'] }),
    },
    {
      title: 'a policy on ports only',
      spec: policy({ action: 'Allow', ports: [{ protocol: 'TCP', port: 80, endPort: 90 }, { protocol: 'SCTP' }] }),
    },
    {
      title: 'a policy that matches nothing',
      spec: policy({ action: 'Drop' }),
      says: ['matches nothing', 'at least one of sources, destinations and ports'],
    },
    {
      title: 'a policy without an action',
      spec: policy({ sources: ['10.1.0.0/24'] }),
      says: ['policyRoutes[0].action', 'Required'],
    },
    {
      title: 'a policy with an action that does not exist',
      spec: policy({ action: 'Deny', sources: ['10.1.0.0/24'] }),
      says: ['supported values: "Allow", "Drop", "Reroute"'],
    },
    {
      title: 'a reroute without next hops',
      spec: policy({ action: 'Reroute', sources: ['10.1.0.0/24'] }),
      says: ['nextHops belong to action: Reroute'],
    },
    {
      title: 'a drop with next hops',
      spec: policy({ action: 'Drop', sources: ['10.1.0.0/24'], nextHops: ['10.1.0.1'] }),
      says: ['nextHops belong to action: Reroute'],
    },
    {
      title: 'sources and destinations of two families',
      spec: policy({ action: 'Drop', sources: ['10.1.0.0/24'], destinations: ['fd01::/64'] }),
      says: ['mixes IPv4 and IPv6'],
    },
    {
      title: 'sources of two families',
      spec: policy({ action: 'Drop', sources: ['10.1.0.0/24', 'fd01::/64'] }),
      says: ['mixes IPv4 and IPv6'],
    },
    {
      title: 'next hops of two families',
      spec: policy({ action: 'Reroute', ports: [{ protocol: 'TCP' }], nextHops: ['10.1.0.1', 'fd01::1'] }),
      says: ['nextHops mix IPv4 and IPv6'],
    },
    {
      title: 'next hops of another family than the sources',
      spec: policy({ action: 'Reroute', sources: ['10.1.0.0/24'], nextHops: ['fd01::1'] }),
      says: ['not of the family of sources'],
    },
    {
      title: 'two policies of one priority',
      spec: {
        policyRoutes: [
          { name: 'a', priority: 5, action: 'Drop', sources: ['10.1.0.0/24'] },
          { name: 'b', priority: 5, action: 'Drop', sources: ['10.2.0.0/24'] },
        ],
      },
      says: ['same priority', 'give each its own'],
    },
    {
      title: 'a priority above 1000',
      spec: policy({ priority: 1001, action: 'Drop', sources: ['10.1.0.0/24'] }),
      says: ['less than or equal to 1000'],
    },
    {
      title: 'an endPort without a port',
      spec: policy({ action: 'Drop', ports: [{ protocol: 'TCP', endPort: 80 }] }),
      says: ['endPort needs port'],
    },
    {
      title: 'an endPort before the port',
      spec: policy({ action: 'Drop', ports: [{ protocol: 'TCP', port: 90, endPort: 80 }] }),
      says: ['endPort is smaller than port'],
    },
    {
      title: 'ports without a protocol',
      spec: policy({ action: 'Drop', ports: [{ port: 80 }] }),
      says: ['ports[0].protocol', 'Required'],
    },
    {
      title: 'ports of ICMP',
      spec: policy({ action: 'Drop', ports: [{ protocol: 'ICMP' }] }),
      says: ['supported values: "TCP", "UDP", "SCTP"'],
    },
    {
      title: 'port 0',
      spec: policy({ action: 'Drop', ports: [{ protocol: 'TCP', port: 0 }] }),
      says: ['greater than or equal to 1'],
    },
  ],
  Subnet: [
    { title: 'IPv4 only', spec: subnet({}) },
    { title: 'IPv6 only', spec: { vpc: 'team-a', cidrs: ['fd01::/64'] } },
    { title: 'both families', spec: dual({}) },
    { title: 'the smallest and largest IPv4 ranges', spec: { vpc: 'team-a', cidrs: ['10.0.0.0/30'] } },
    { title: 'a /8', spec: { vpc: 'team-a', cidrs: ['10.0.0.0/8'] } },
    { title: 'no spec', spec: undefined, says: ['spec', 'Required value'] },
    { title: 'no vpc', spec: { cidrs: ['10.1.0.0/24'] }, says: ['type: Overlay, which needs it', 'add vpc'] },
    { title: 'no cidrs', spec: { vpc: 'team-a' }, says: ['spec.cidrs', 'Required'] },
    { title: 'empty cidrs', spec: { vpc: 'team-a', cidrs: [] }, says: ['should have at least 1 item'] },
    {
      title: 'a vpc that is no name',
      spec: { vpc: 'Team_A', cidrs: ['10.1.0.0/24'] },
      says: ['spec.vpc', 'should match'],
    },
    { title: 'a dotted name', name: 'a.b', spec: subnet({}), says: ['choose a short name'] },
    {
      title: 'host bits',
      spec: { vpc: 'team-a', cidrs: ['10.1.0.5/24'] },
      says: ['spec.cidrs[0]', '10.1.0.5/24', 'has host bits set', 'as 10.1.0.0/24 instead of 10.1.0.5/24'],
    },
    { title: 'IPv6 host bits', spec: { vpc: 'team-a', cidrs: ['fd01::1/64'] }, says: ['has host bits set'] },
    {
      title: 'upper-case IPv6',
      spec: { vpc: 'team-a', cidrs: ['FD01::/64'] },
      says: ['not in canonical form', 'lower case'],
    },
    { title: 'unshortened IPv6', spec: { vpc: 'team-a', cidrs: ['fd01:0:0:0::/64'] }, says: ['not in canonical form'] },
    { title: 'no CIDR at all', spec: { vpc: 'team-a', cidrs: ['10.1.0.0'] }, says: ['is not a CIDR', 'prefix length'] },
    { title: 'leading zeros', spec: { vpc: 'team-a', cidrs: ['010.1.0.0/24'] }, says: ['is not a CIDR'] },
    {
      title: 'an IPv4-mapped IPv6 range',
      spec: { vpc: 'team-a', cidrs: ['::ffff:10.0.0.0/120'] },
      says: ['is not a CIDR'],
    },
    {
      title: 'two ranges of one family',
      spec: { vpc: 'team-a', cidrs: ['10.1.0.0/24', '10.2.0.0/24'] },
      says: ['two ranges of one family', 'second Subnet'],
    },
    {
      title: 'three ranges',
      spec: { vpc: 'team-a', cidrs: ['10.1.0.0/24', 'fd01::/64', '10.2.0.0/24'] },
      says: ['must have at most 2 items'],
    },
    {
      title: 'a range too small',
      spec: { vpc: 'team-a', cidrs: ['10.1.0.0/31'] },
      says: ['prefix length that no subnet can use', '/8 to /30'],
    },
    { title: 'a range too large', spec: { vpc: 'team-a', cidrs: ['8.0.0.0/7'] }, says: ['/8 to /30'] },
    { title: 'an IPv6 range too large', spec: { vpc: 'team-a', cidrs: ['fd00::/16'] }, says: ['/32 to /126'] },
    {
      title: 'a loopback range',
      spec: { vpc: 'team-a', cidrs: ['127.0.0.0/24'] },
      says: ['loopback, link-local, multicast or unspecified', 'unicast range'],
    },
    { title: 'a multicast range', spec: { vpc: 'team-a', cidrs: ['224.0.0.0/24'] }, says: ['multicast'] },
    { title: 'a link-local range', spec: { vpc: 'team-a', cidrs: ['fe80::/64'] }, says: ['link-local'] },
    { title: 'gateways of both families', spec: dual({ gateways: ['10.1.0.254', 'fd01::1'] }) },
    {
      title: 'a gateway outside',
      spec: subnet({ gateways: ['10.2.0.1'] }),
      says: ['spec.gateways', 'lie outside the Subnet', 'as 10.1.0.1 for 10.1.0.0/24'],
    },
    {
      title: 'a gateway of a family that the Subnet has not',
      spec: subnet({ gateways: ['fd01::1'] }),
      says: ['lie outside the Subnet'],
    },
    { title: 'the network address as gateway', spec: subnet({ gateways: ['10.1.0.0'] }), says: ['network address'] },
    { title: 'the IPv6 network address as gateway', spec: dual({ gateways: ['fd01::'] }), says: ['network address'] },
    {
      title: 'the broadcast address as gateway',
      spec: subnet({ gateways: ['10.1.0.255'] }),
      says: ['broadcast address'],
    },
    {
      title: 'the broadcast address of a /30 as gateway',
      spec: { vpc: 'team-a', cidrs: ['10.1.0.4/30'], gateways: ['10.1.0.7'] },
      says: ['broadcast address'],
    },
    {
      title: 'x.255 as gateway inside a /16',
      spec: { vpc: 'team-a', cidrs: ['10.1.0.0/16'], gateways: ['10.1.0.255'] },
    },
    {
      title: 'two gateways of one family',
      spec: subnet({ gateways: ['10.1.0.1', '10.1.0.2'] }),
      says: ['two addresses of one family'],
    },
    {
      title: 'a gateway with a prefix length',
      spec: subnet({ gateways: ['10.1.0.1/24'] }),
      says: ['is not an IP address', 'without a prefix length'],
    },
    {
      title: 'excludes of addresses and ranges',
      spec: dual({ excludes: ['10.1.0.5', '10.1.0.10-10.1.0.20', 'fd01::5-fd01::ff'] }),
    },
    { title: '64 excludes', spec: subnet({ excludes: many(64, (i) => `10.1.0.${i * 2 + 1}-10.1.0.${i * 2 + 2}`) }) },
    {
      title: 'an exclude outside',
      spec: subnet({ excludes: ['10.2.0.5'] }),
      says: ['spec.excludes', 'lie outside the Subnet'],
    },
    {
      title: 'a range of excludes that ends outside',
      spec: subnet({ excludes: ['10.1.0.200-10.1.1.5'] }),
      says: ['lie outside the Subnet'],
    },
    {
      title: 'a malformed exclude',
      spec: subnet({ excludes: ['10.1.0.5..9'] }),
      says: ['spec.excludes[0]', 'is not an address or a range', 'FIRST-LAST'],
    },
    { title: 'an exclude with blanks', spec: subnet({ excludes: ['10.1.0.5 - 10.1.0.9'] }), says: ['without blanks'] },
    { title: 'a CIDR as exclude', spec: subnet({ excludes: ['10.1.0.0/28'] }), says: ['is not an address or a range'] },
    {
      title: 'a range of three parts',
      spec: subnet({ excludes: ['10.1.0.5-10.1.0.6-10.1.0.7'] }),
      says: ['is not an address or a range'],
    },
    {
      title: 'a range backwards',
      spec: subnet({ excludes: ['10.1.0.9-10.1.0.5'] }),
      says: ['ends before it begins', 'smaller address first'],
    },
    { title: 'a range of two families', spec: dual({ excludes: ['10.1.0.5-fd01::5'] }), says: ['mixes IPv4 and IPv6'] },
    {
      title: 'an exclude not in canonical form',
      spec: dual({ excludes: ['FD01::5'] }),
      says: ['not in canonical form'],
    },
    {
      title: 'the same exclude twice',
      spec: subnet({ excludes: ['10.1.0.5', '10.1.0.5'] }),
      says: ['Duplicate value'],
    },
    { title: 'an MTU', spec: subnet({ mtu: 1400 }) },
    { title: 'an MTU too small for IPv6', spec: subnet({ mtu: 1279 }), says: ['greater than or equal to 1280'] },
    { title: 'an MTU as text', spec: subnet({ mtu: '1400' }), says: ['spec.mtu', 'integer'] },
    { title: 'a default Subnet', spec: subnet({ default: true }) },
    { title: 'default: false', spec: subnet({ default: false }), says: ['supported values: "true"'] },
    {
      title: 'default with a selector',
      spec: subnet({ default: true, namespaceSelector: {} }),
      says: ['exclude each other', 'remove one'],
    },
    {
      title: 'selectors',
      spec: subnet({
        namespaceSelector: {},
        podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['a'] }] },
      }),
    },
    {
      title: 'podSelector alone',
      spec: subnet({ podSelector: {} }),
      says: ['podSelector needs namespaceSelector', '{} for all namespaces'],
    },
    {
      title: 'In without values',
      spec: subnet({ namespaceSelector: { matchExpressions: [{ key: 'a', operator: 'In' }] } }),
      says: ['In and NotIn need values'],
    },
    {
      title: 'Exists with values',
      spec: subnet({ namespaceSelector: { matchExpressions: [{ key: 'a', operator: 'Exists', values: ['x'] }] } }),
      says: ['Exists and DoesNotExist have none'],
    },
    {
      title: 'an operator that does not exist',
      spec: subnet({ namespaceSelector: { matchExpressions: [{ key: 'a', operator: 'Equals', values: ['x'] }] } }),
      says: ['supported values: "In", "NotIn"'],
    },
    {
      title: 'a label key that can not be',
      spec: subnet({ namespaceSelector: { matchLabels: { 'a b': 'x' } } }),
      says: ['key that no label can have'],
    },
    {
      title: 'a label value that can not be',
      spec: subnet({ namespaceSelector: { matchLabels: { a: 'x y' } } }),
      says: ['matchLabels.a', 'should match'],
    },
    { title: 'a priority', spec: subnet({ priority: 0 }) },
    { title: 'a negative priority', spec: subnet({ priority: -1 }), says: ['greater than or equal to 0'] },
    {
      title: 'allowedNamespaces by selector',
      spec: subnet({ allowedNamespaces: { from: 'Selector', selector: { matchLabels: { a: 'b' } } } }),
    },
    {
      title: 'from: Selector without one',
      spec: subnet({ allowedNamespaces: { from: 'Selector' } }),
      says: ['selector belongs to from: Selector'],
    },
    {
      title: 'a selector with from: All',
      spec: subnet({ allowedNamespaces: { from: 'All', selector: {} } }),
      says: ['selector belongs to from: Selector'],
    },
    {
      title: 'a selector with the default from',
      spec: subnet({ allowedNamespaces: { selector: {} } }),
      says: ['selector belongs to from: Selector'],
    },
    { title: 'a limit', spec: subnet({ limits: { addressesPerNamespace: 10 } }) },
    {
      title: 'a limit of none',
      spec: subnet({ limits: { addressesPerNamespace: 0 } }),
      says: ['greater than or equal to 1'],
    },
    {
      title: 'Private with peers',
      spec: subnet({ isolation: { mode: 'Private', allowFrom: [{ subnet: 'web' }, { cidr: '10.9.0.0/16' }] } }),
    },
    { title: 'Private alone', spec: subnet({ isolation: { mode: 'Private' } }) },
    {
      title: 'allowFrom while Open',
      spec: subnet({ isolation: { allowFrom: [{ subnet: 'web' }] } }),
      says: ['allowFrom belongs to mode: Private'],
    },
    {
      title: 'a peer that is nothing',
      spec: subnet({ isolation: { mode: 'Private', allowFrom: [{}] } }),
      says: ['exactly one of subnet', 'cidr'],
    },
    {
      title: 'a peer that is two things',
      spec: subnet({ isolation: { mode: 'Private', allowFrom: [{ subnet: 'web', cidr: '10.9.0.0/16' }] } }),
      says: ['exactly one of subnet'],
    },
    {
      title: 'DHCP',
      spec: subnet({
        dhcp: {
          mode: 'Enabled',
          dnsServers: ['10.96.0.10', 'fd00::a'],
          searchDomains: ['svc.cluster.local'],
          ntpServers: ['10.0.0.1'],
        },
      }),
    },
    {
      title: 'a lease of a second',
      spec: subnet({ dhcp: { mode: 'Enabled', leaseSeconds: 1 } }),
      says: ['greater than or equal to 60'],
    },
    {
      title: 'a DNS server by name',
      spec: subnet({ dhcp: { mode: 'Enabled', dnsServers: ['dns.example.org'] } }),
      says: ['is not an IP address'],
    },
    {
      title: 'router advertisements',
      spec: dual({ routerAdvertisements: { mode: 'Stateful', minIntervalSeconds: 30, maxIntervalSeconds: 40 } }),
    },
    {
      title: 'router advertisements without IPv6',
      spec: subnet({ routerAdvertisements: { mode: 'Stateful' } }),
      says: ['needs an IPv6 range'],
    },
    {
      title: 'intervals that RFC 4861 forbids',
      spec: dual({ routerAdvertisements: { mode: 'Stateful', minIntervalSeconds: 31, maxIntervalSeconds: 40 } }),
      says: ['three quarters', 'lower the one'],
    },
    {
      title: 'a field of a later milestone',
      spec: subnet({ multicast: { mode: 'Enabled' } }),
      says: ['unknown field "spec.multicast"'],
    },
    { title: 'no egress', spec: egress({ mode: 'None' }) },
    { title: 'an empty egress', spec: egress({}) },
    {
      title: 'egress by the nodes, with exceptions of both families',
      spec: egress({ mode: 'Distributed', snatExceptions: ['10.0.0.0/8', 'fd00::/8'] }),
    },
    { title: 'exceptions while the mode is Auto', spec: egress({ snatExceptions: ['10.0.0.0/8'] }) },
    {
      title: 'egress through four gateways, with addresses of both families',
      spec: egress({
        mode: 'Centralized',
        gateways: ['a', 'b', 'c', 'd'],
        snatAddresses: ['192.0.2.100', 'fd02::100'],
        snatExceptions: ['10.0.0.0/8'],
      }),
    },
    {
      title: 'egress through a gateway without SNAT',
      spec: egress({ mode: 'Centralized', gateways: ['edge'], snat: 'Disabled' }),
    },
    {
      title: 'an egress mode that does not exist',
      spec: egress({ mode: 'Direct' }),
      says: ['spec.egress.mode', 'supported values: "Auto", "Distributed", "Centralized", "None"'],
    },
    {
      title: 'Centralized without gateways',
      spec: egress({ mode: 'Centralized' }),
      says: ['spec.egress', 'gateways belong to mode: Centralized only', 'add gateways'],
    },
    {
      title: 'gateways without a mode',
      spec: egress({ gateways: ['edge'] }),
      says: ['gateways belong to mode: Centralized only'],
    },
    {
      title: 'gateways while Distributed',
      spec: egress({ mode: 'Distributed', gateways: ['edge'] }),
      says: ['gateways belong to mode: Centralized only', 'or remove them'],
    },
    {
      title: 'no gateways in the list',
      spec: egress({ mode: 'Centralized', gateways: [] }),
      says: ['should have at least 1 item'],
    },
    {
      title: 'five gateways',
      spec: egress({ mode: 'Centralized', gateways: ['a', 'b', 'c', 'd', 'e'] }),
      says: ['must have at most 4 items'],
    },
    {
      title: 'the same gateway twice',
      spec: egress({ mode: 'Centralized', gateways: ['a', 'a'] }),
      says: ['Duplicate value'],
    },
    {
      title: 'SNAT addresses while Distributed',
      spec: egress({ mode: 'Distributed', snatAddresses: ['192.0.2.100'] }),
      says: ['snatAddresses belong to mode: Centralized with snat: Enabled'],
    },
    {
      title: 'SNAT addresses without SNAT',
      spec: egress({ mode: 'Centralized', gateways: ['a'], snat: 'Disabled', snatAddresses: ['192.0.2.100'] }),
      says: ['snatAddresses belong to mode: Centralized with snat: Enabled'],
    },
    {
      title: 'two SNAT addresses of one family',
      spec: egress({ mode: 'Centralized', gateways: ['a'], snatAddresses: ['192.0.2.100', '192.0.2.101'] }),
      says: ['two addresses of one family'],
    },
    {
      title: 'a SNAT address that is none',
      spec: egress({ mode: 'Centralized', gateways: ['a'], snatAddresses: ['192.0.2.300', '192.0.2.101'] }),
      says: ['spec.egress.snatAddresses[0]', 'is not an IP address'],
    },
    {
      title: 'exceptions while nothing leaves',
      spec: egress({ mode: 'None', snatExceptions: ['10.0.0.0/8'] }),
      says: ['snatExceptions belong to snat: Enabled and a mode in which packets leave'],
    },
    {
      title: 'exceptions without SNAT',
      spec: egress({ snat: 'Disabled', snatExceptions: ['10.0.0.0/8'] }),
      says: ['snatExceptions belong to snat: Enabled'],
    },
    {
      title: 'an exception with host bits',
      spec: egress({ snatExceptions: ['10.0.0.1/8'] }),
      says: ['spec.egress.snatExceptions[0]', 'host bits'],
    },
    {
      title: 'a ceiling and no marking',
      spec: subnet({ qos: { ingress: { rate: '1G' }, egress: { rate: '500M', burst: '100M' }, marking: 'Denied' } }),
    },
    { title: 'an empty qos', spec: subnet({ qos: {} }) },
    {
      title: 'a ceiling without a rate',
      spec: subnet({ qos: { egress: { burst: '1M' } } }),
      says: ['spec.qos.egress.rate', 'Required'],
    },
    {
      title: 'a ceiling that is no rate',
      spec: subnet({ qos: { egress: { rate: '10Mbit/s' } } }),
      says: ['spec.qos.egress.rate', 'is not a number of bits', 'as 500k, 20M or 1G'],
    },
    {
      title: 'marking that is neither',
      spec: subnet({ qos: { marking: 'Maybe' } }),
      says: ['supported values: "Allowed", "Denied"'],
    },
    { title: 'type External with a VLAN', spec: external({}) },
    { title: 'type External, untagged', spec: external({ physical: { providerNetwork: 'ext' } }) },
    {
      title: 'type External of both families, with excludes and who may name it',
      spec: external({
        cidrs: ['192.0.2.0/24', 'fd02::/64'],
        gateways: ['192.0.2.1', 'fd02::1'],
        excludes: ['192.0.2.2-192.0.2.99'],
        allowedNamespaces: { from: 'None' },
      }),
    },
    {
      title: 'type Overlay and no vpc',
      spec: { type: 'Overlay', cidrs: ['10.1.0.0/24'] },
      says: ['vpc belongs to type: Overlay, which needs it'],
    },
    {
      title: 'type External and a vpc',
      spec: external({ vpc: 'team-a' }),
      says: ['remove it from a Subnet of type: External'],
    },
    {
      title: 'type External and no physical',
      spec: external({ physical: undefined }),
      says: ['physical belongs to type: External, which needs it'],
    },
    {
      title: 'physical in a Vpc',
      spec: subnet({ physical: { providerNetwork: 'ext' } }),
      says: ['remove it from a Subnet of type: Overlay'],
    },
    {
      title: 'physical without a ProviderNetwork',
      spec: external({ physical: { vlan: 5 } }),
      says: ['spec.physical.providerNetwork', 'Required'],
    },
    {
      title: 'VLAN 4095',
      spec: external({ physical: { providerNetwork: 'ext', vlan: 4095 } }),
      says: ['less than or equal to 4094'],
    },
    {
      title: 'VLAN 0',
      spec: external({ physical: { providerNetwork: 'ext', vlan: 0 } }),
      says: ['greater than or equal to 1'],
    },
    {
      title: 'type External and no gateways',
      spec: external({ gateways: undefined }),
      says: ["needs gateways, the physical router's address", 'add them'],
    },
    {
      title: 'type External and a gateway of one family of two',
      spec: external({ cidrs: ['192.0.2.0/24', 'fd02::/64'] }),
      says: ['needs gateways', 'each of its cidrs'],
    },
    {
      title: 'type External and a gateway outside',
      spec: external({ gateways: ['192.0.3.1'] }),
      says: ['spec.gateways', 'lie outside the Subnet'],
    },
    ...[
      { default: true },
      { namespaceSelector: {} },
      { mtu: 1500 },
      { qos: { egress: { rate: '1G' } } },
      { egress: { mode: 'None' } },
      { isolation: { mode: 'Private' } },
      { dhcp: { mode: 'Enabled' } },
      { limits: { addressesPerNamespace: 1 } },
    ].map((more) => ({
      title: `type External and ${Object.keys(more).join()}`,
      spec: external(more),
      says: ['an External Subnet has no pods', Object.keys(more).join()],
    })),
    {
      title: 'a type that does not exist',
      spec: external({ type: 'Underlay' }),
      says: ['spec.type', 'supported values: "Overlay", "External"'],
    },
  ],
  IP: [
    { title: 'a reservation for nobody', spec: ip({}) },
    {
      title: 'two fixed addresses and a MAC for a pod',
      spec: ip({
        addresses: ['10.1.0.10', 'fd01::10'],
        mac: '0a:00:00:00:00:50',
        target: { kind: 'Pod', name: 'web-0' },
      }),
    },
    { title: 'a virtual machine', spec: ip({ target: { kind: 'VirtualMachine', name: 'vm1' } }) },
    { title: 'no subnet', spec: {}, says: ['spec.subnet', 'Required'] },
    { title: 'no spec', spec: undefined, says: ['spec', 'Required'] },
    {
      title: 'two addresses of one family',
      spec: ip({ addresses: ['10.1.0.10', '10.1.0.11'] }),
      says: ['spec.addresses', 'two addresses of one family', 'another IP'],
    },
    {
      title: 'two IPv6 addresses',
      spec: ip({ addresses: ['fd01::10', 'fd01::11'] }),
      says: ['two addresses of one family'],
    },
    {
      title: 'an address that is none',
      spec: ip({ addresses: ['10.1.0.256'] }),
      says: ['spec.addresses[0]', 'is not an IP address'],
    },
    {
      title: 'an address with a prefix length',
      spec: ip({ addresses: ['10.1.0.10/24'] }),
      says: ['without a prefix length'],
    },
    {
      title: 'an address not in canonical form',
      spec: ip({ addresses: ['FD01::0010'] }),
      says: ['not in canonical form', 'instead of'],
    },
    {
      title: 'a loopback address',
      spec: ip({ addresses: ['127.0.0.1'] }),
      says: ['spec.addresses[0]', 'write a unicast address'],
    },
    { title: 'a link-local address', spec: ip({ addresses: ['fe80::1'] }), says: ['write a unicast address'] },
    { title: 'no addresses', spec: ip({ addresses: [] }), says: ['should have at least 1 item'] },
    {
      title: 'a MAC that is none',
      spec: ip({ mac: '0a-00-00-00-00-50' }),
      says: ['spec.mac', 'is not a MAC address', 'as 0a:00:00:00:00:50'],
    },
    { title: 'a MAC in upper case', spec: ip({ mac: '0A:00:00:00:00:50' }), says: ['lower-case'] },
    { title: 'a multicast MAC', spec: ip({ mac: '01:00:5e:00:00:01' }), says: ['group address', 'unicast MAC'] },
    { title: 'the broadcast MAC', spec: ip({ mac: 'ff:ff:ff:ff:ff:ff' }), says: ['group address'] },
    { title: 'a MAC of zeros', spec: ip({ mac: '00:00:00:00:00:00' }), says: ['or zero'] },
    { title: 'a MAC too short', spec: ip({ mac: '0a:00:00:00:50' }), says: ['spec.mac'] },
    { title: 'a target without a name', spec: ip({ target: { kind: 'Pod' } }), says: ['spec.target.name', 'Required'] },
    {
      title: 'a target without a kind',
      spec: ip({ target: { name: 'web-0' } }),
      says: ['spec.target.kind', 'Required'],
    },
    {
      title: 'a target of another kind',
      spec: ip({ target: { kind: 'Service', name: 'web' } }),
      says: ['supported values: "Pod", "VirtualMachine", "Gateway"'],
    },
    {
      title: 'a target whose name can not be',
      spec: ip({ target: { kind: 'Pod', name: 'Web_0' } }),
      says: ['spec.target.name', 'should match'],
    },
    {
      title: 'an interface that can not be',
      spec: ip({ interface: 'eth0/1' }),
      says: ['spec.interface', 'at most 15 lower-case letters'],
    },
    { title: 'the loopback interface', spec: ip({ interface: 'lo' }), says: ["not a name for a pod's interface"] },
    { title: 'another interface', spec: ip({ interface: 'net1' }) },
    {
      title: 'a reclaim policy that does not exist',
      spec: ip({ reclaimPolicy: 'Recycle' }),
      says: ['supported values: "Retain", "Delete"'],
    },
    { title: 'a subnet that is no name', spec: { subnet: 'web/1' }, says: ['spec.subnet', 'should match'] },
  ],
  Gateway: [
    { title: 'a Vpc and an External Subnet', spec: gateway({}) },
    {
      title: 'everything',
      spec: gateway({
        priority: 0,
        external: { subnet: 'ext', addresses: ['192.0.2.100', '192.0.2.101', 'fd02::100'] },
        placement: {
          nodeSelector: { matchLabels: { edge: 'true' } },
          replicas: 5,
          preferredNodes: ['n2.example.org', 'n1'],
        },
      }),
    },
    { title: 'an empty placement', spec: gateway({ placement: {} }) },
    { title: 'no spec', spec: undefined, says: ['spec', 'Required value'] },
    { title: 'no vpc', spec: { external: { subnet: 'ext' } }, says: ['spec.vpc', 'Required'] },
    { title: 'no external', spec: { vpc: 'team-a' }, says: ['spec.external', 'Required'] },
    { title: 'no external Subnet', spec: gateway({ external: {} }), says: ['spec.external.subnet', 'Required'] },
    {
      title: 'a dotted name',
      name: 'a.b',
      spec: gateway({}),
      says: ['could name this Gateway', 'choose a short name'],
    },
    {
      title: 'an address twice',
      spec: gateway({ external: { subnet: 'ext', addresses: ['192.0.2.100', '192.0.2.100'] } }),
      says: ['spec.external.addresses', 'holds an address twice', 'write each once'],
    },
    {
      title: 'an address that is none',
      spec: gateway({ external: { subnet: 'ext', addresses: ['192.0.2.300'] } }),
      says: ['spec.external.addresses[0]', 'is not an IP address'],
    },
    {
      title: 'an address with a prefix length',
      spec: gateway({ external: { subnet: 'ext', addresses: ['192.0.2.100/24'] } }),
      says: ['without a prefix length'],
    },
    {
      title: 'no addresses in the list',
      spec: gateway({ external: { subnet: 'ext', addresses: [] } }),
      says: ['should have at least 1 item'],
    },
    {
      title: 'nine addresses',
      spec: gateway({ external: { subnet: 'ext', addresses: many(9, (i) => `192.0.2.10${i}`) } }),
      says: ['must have at most 8 items'],
    },
    {
      title: 'no replicas',
      spec: gateway({ placement: { replicas: 0 } }),
      says: ['spec.placement.replicas', 'greater than or equal to 1'],
    },
    { title: 'six replicas', spec: gateway({ placement: { replicas: 6 } }), says: ['less than or equal to 5'] },
    {
      title: 'a preferred node twice',
      spec: gateway({ placement: { preferredNodes: ['n1', 'n1'] } }),
      says: ['spec.placement.preferredNodes', 'holds a node twice', 'write each once'],
    },
    {
      title: 'a preferred node that is no name',
      spec: gateway({ placement: { preferredNodes: ['Node_1'] } }),
      says: ['spec.placement.preferredNodes[0]', 'should match'],
    },
    { title: 'a priority above 1000', spec: gateway({ priority: 1001 }), says: ['less than or equal to 1000'] },
    {
      title: 'SNAT, which is said at the Subnets',
      spec: gateway({ snat: 'Enabled' }),
      says: ['unknown field "spec.snat"'],
    },
  ],
  QoSPolicy: [
    { title: 'both directions', spec: qos({ ingress: { rate: '20M' }, egress: { rate: '10M', burst: '5M' } }) },
    { title: 'a mark alone', spec: qos({ egress: { dscp: 46 } }) },
    {
      title: 'rules of every sort',
      spec: qos({
        podSelector: { matchLabels: { app: 'batch' } },
        priority: 0,
        rules: [
          { name: 'backup', direction: 'Egress', cidrs: ['10.9.0.0/24', 'fd09::/64'], unlimited: true },
          { name: 'web', direction: 'Ingress', ports: [{ protocol: 'TCP', port: 80, endPort: 90 }], rate: '1G' },
          { name: 'voice', direction: 'Egress', ports: [{ protocol: 'UDP' }], dscp: 0 },
        ],
      }),
    },
    ...['1000', '1k', '999999999k', '999999M', '999G'].map((rate) => ({
      title: `the rate ${rate}`,
      spec: qos({ ingress: { rate } }),
    })),
    ...['999', '0', '0k', '010M', '1.5M', '10 M', '10m', '10K', '10Mbps', '1T', '-1M', 'M', '1000G', ''].map(
      (rate) => ({
        title: `the rate ${JSON.stringify(rate)}`,
        spec: qos({ ingress: { rate } }),
        says: ['spec.ingress.rate', rate === '' ? 'at least 1 chars' : 'is not a number of bits'],
      }),
    ),
    { title: 'a rate that is a number', spec: qos({ ingress: { rate: 20 } }), says: ['spec.ingress.rate', 'string'] },
    { title: 'no spec', spec: undefined, says: ['spec', 'Required value'] },
    { title: 'no podSelector', spec: { ingress: { rate: '1M' } }, says: ['spec.podSelector', 'Required'] },
    {
      title: 'a podSelector and nothing else',
      spec: qos({}),
      says: ['says nothing', 'at least one of ingress, egress and rules'],
    },
    { title: 'empty rules and nothing else', spec: qos({ rules: [] }), says: ['says nothing'] },
    { title: 'an empty egress', spec: qos({ egress: {} }), says: ['spec.egress', 'write rate or dscp'] },
    {
      title: 'an egress burst without a rate',
      spec: qos({ egress: { dscp: 1, burst: '1M' } }),
      says: ['burst needs rate'],
    },
    { title: 'an ingress burst without a rate', spec: qos({ ingress: { burst: '1M' } }), says: ['spec.ingress.rate'] },
    { title: 'marked ingress', spec: qos({ ingress: { rate: '1M', dscp: 1 } }), says: ['unknown field'] },
    {
      title: 'a DSCP of network control',
      spec: qos({ egress: { dscp: 48 } }),
      says: ['spec.egress.dscp', 'less than or equal to 47'],
    },
    {
      title: 'a rule for all traffic',
      spec: rule({ rate: '1M' }),
      says: ['spec.rules[0]', 'matches nothing', 'belongs into spec.ingress and spec.egress'],
    },
    {
      title: 'a rule that says nothing',
      spec: rule({ cidrs: ['10.9.0.0/24'] }),
      says: ['write rate, unlimited: true or dscp'],
    },
    {
      title: 'a rule with rate and unlimited',
      spec: rule({ cidrs: ['10.9.0.0/24'], rate: '1M', unlimited: true }),
      says: ['rate and unlimited exclude each other'],
    },
    {
      title: 'unlimited: false',
      spec: rule({ cidrs: ['10.9.0.0/24'], unlimited: false }),
      says: ['supported values: "true"'],
    },
    {
      title: 'a rule with a burst without a rate',
      spec: rule({ cidrs: ['10.9.0.0/24'], unlimited: true, burst: '1M' }),
      says: ['burst needs rate'],
    },
    {
      title: 'a rule that marks what pods receive',
      spec: rule({ direction: 'Ingress', cidrs: ['10.9.0.0/24'], dscp: 10 }),
      says: ['dscp belongs to direction: Egress only'],
    },
    {
      title: 'a rule without a direction',
      spec: rule({ direction: undefined, cidrs: ['10.9.0.0/24'], rate: '1M' }),
      says: ['direction', 'Required'],
    },
    {
      title: 'a rule for a range with host bits',
      spec: rule({ cidrs: ['10.9.0.1/24'], rate: '1M' }),
      says: ['host bits'],
    },
    {
      title: 'a rule whose ports end before they begin',
      spec: rule({ ports: [{ protocol: 'TCP', port: 90, endPort: 80 }], rate: '1M' }),
      says: ['endPort is smaller than port'],
    },
    {
      title: 'two rules of one name',
      spec: qos({
        rules: [
          { name: 'a', direction: 'Egress', cidrs: ['10.9.0.0/24'], rate: '1M' },
          { name: 'a', direction: 'Ingress', cidrs: ['10.9.0.0/24'], rate: '1M' },
        ],
      }),
      says: ['spec.rules', 'two rules of the same name', 'give each its own'],
    },
    {
      title: '33 rules',
      spec: qos({
        rules: many(33, (i) => ({ name: `r${i}`, direction: 'Egress', cidrs: [`10.${i}.0.0/16`], rate: '1M' })),
      }),
      says: ['must have at most 32 items'],
    },
  ],
  MirrorSession: [
    { title: 'an interface of the nodes', spec: sink({ nodeInterface: {} }) },
    {
      title: 'another interface, one direction, all pods, for a week',
      spec: {
        podSelector: {},
        direction: 'Ingress',
        sink: { nodeInterface: { name: 'mirror12' } },
        expiresAfterSeconds: 604800,
      },
    },
    { title: 'a pod', spec: sink({ pod: { name: 'ids-0' } }) },
    { title: 'a GRE collector', spec: sink({ gre: { remote: '192.0.2.200', key: 4294967295 } }) },
    { title: 'a GRE collector by IPv6', spec: sink({ gre: { remote: 'fd02::200' } }) },
    { title: 'an ERSPAN collector', spec: sink({ erspan: { remote: '192.0.2.200', index: 1023 } }) },
    { title: 'no podSelector', spec: { sink: { nodeInterface: {} } }, says: ['spec.podSelector', 'Required'] },
    { title: 'no sink', spec: { podSelector: {} }, says: ['spec.sink', 'Required'] },
    {
      title: 'an empty sink',
      spec: sink({}),
      says: ['spec.sink', 'write exactly one of nodeInterface, pod, gre and erspan'],
    },
    {
      title: 'two sinks',
      spec: sink({ nodeInterface: {}, pod: { name: 'ids-0' } }),
      says: ['write exactly one of nodeInterface, pod, gre and erspan'],
    },
    {
      title: 'an interface that is not mirror and a number',
      spec: sink({ nodeInterface: { name: 'eth0' } }),
      says: ['spec.sink.nodeInterface.name', 'write mirror and a number, as mirror0'],
    },
    { title: 'a pod without a name', spec: sink({ pod: {} }), says: ['spec.sink.pod.name', 'Required'] },
    {
      title: 'a collector without an address',
      spec: sink({ gre: { key: 7 } }),
      says: ['spec.sink.gre.remote', 'Required'],
    },
    {
      title: 'a collector by name',
      spec: sink({ erspan: { remote: 'ids.example.org' } }),
      says: ['spec.sink.erspan.remote', 'is not an IP address'],
    },
    {
      title: 'a GRE key too large',
      spec: sink({ gre: { remote: '192.0.2.200', key: 4294967296 } }),
      says: ['less than or equal to 4294967295'],
    },
    {
      title: 'an ERSPAN index too large',
      spec: sink({ erspan: { remote: '192.0.2.200', index: 1024 } }),
      says: ['less than or equal to 1023'],
    },
    {
      title: 'a direction that does not exist',
      spec: { ...sink({ nodeInterface: {} }), direction: 'In' },
      says: ['supported values: "Ingress", "Egress", "Both"'],
    },
    {
      title: 'nine seconds',
      spec: { ...sink({ nodeInterface: {} }), expiresAfterSeconds: 9 },
      says: ['greater than or equal to 10'],
    },
    {
      title: 'more than a week',
      spec: { ...sink({ nodeInterface: {} }), expiresAfterSeconds: 604801 },
      says: ['less than or equal to 604800'],
    },
  ],
  LoadBalancerIPPool: [
    { title: 'a network', spec: { cidrs: ['203.0.113.0/28', '2001:db8:1::/112'] } },
    {
      title: 'ranges for some Services of some namespaces',
      spec: {
        ranges: ['203.0.113.10', '203.0.113.20-203.0.113.29'],
        serviceSelector: { matchLabels: { public: 'yes' } },
        namespaceSelector: {},
      },
    },
    { title: 'no spec', spec: undefined, says: ['spec', 'Required value'] },
    { title: 'no addresses', spec: { serviceSelector: {} }, says: ['has no addresses: write cidrs or ranges'] },
    { title: 'empty ranges', spec: { ranges: [] }, says: ['should have at least 1 item'] },
    { title: 'a range backwards', spec: { ranges: ['203.0.113.9-203.0.113.1'] }, says: ['spec.ranges[0]'] },
    { title: 'host bits', spec: { cidrs: ['203.0.113.1/28'] }, says: ['spec.cidrs[0]'] },
  ],
  ProviderNetwork: [
    { title: 'one network card on all nodes', spec: { uplinks: [{ interface: 'eth1' }] } },
    {
      title: 'two sorts of nodes and an MTU',
      spec: {
        uplinks: [
          { nodeSelector: { matchLabels: { rack: 'a' } }, interface: 'enp3s0f0np0' },
          { nodeSelector: { matchLabels: { rack: 'b' } }, interface: 'bond0.12' },
        ],
        mtu: 9000,
      },
    },
    { title: 'no spec', spec: undefined, says: ['spec', 'Required value'] },
    { title: 'no uplinks', spec: {}, says: ['spec.uplinks', 'Required'] },
    { title: 'empty uplinks', spec: { uplinks: [] }, says: ['should have at least 1 item'] },
    {
      title: 'an uplink without an interface',
      spec: { uplinks: [{ nodeSelector: {} }] },
      says: ['uplinks[0].interface', 'Required'],
    },
    {
      title: 'the loopback interface',
      spec: { uplinks: [{ interface: 'lo' }] },
      says: ['spec.uplinks[0].interface', "is not a name of a node's network card"],
    },
    { title: 'an interface with a slash', spec: { uplinks: [{ interface: 'eth0/1' }] }, says: ['as eth1 or enp3s0'] },
    { title: 'an interface too long', spec: { uplinks: [{ interface: 'e'.repeat(16) }] }, says: ['Too long'] },
    {
      title: 'an uplink of all nodes before another',
      spec: { uplinks: [{ interface: 'eth1' }, { nodeSelector: { matchLabels: { rack: 'b' } }, interface: 'eth2' }] },
      says: ['spec.uplinks', 'selects every node', 'write it last'],
    },
    {
      title: 'an MTU of less than IPv6 needs',
      spec: { uplinks: [{ interface: 'eth1' }], mtu: 1000 },
      says: ['greater than or equal to 1280'],
    },
    {
      title: 'a dotted name',
      name: 'a.b',
      spec: { uplinks: [{ interface: 'eth1' }] },
      says: ['could name this ProviderNetwork', 'choose a short name'],
    },
  ],
  NodeNetwork: [
    { title: 'no spec', spec: undefined },
    { title: 'no gateways here', spec: { gateway: 'Denied' } },
    {
      title: 'gateways neither here nor there',
      spec: { gateway: 'Never' },
      says: ['supported values: "Allowed", "Denied"'],
    },
    { title: 'uplinks of its own', spec: { providerNetworks: [{ name: 'ext', interface: 'eth2' }] } },
    {
      title: 'two uplinks of one ProviderNetwork',
      spec: {
        providerNetworks: [
          { name: 'ext', interface: 'eth2' },
          { name: 'ext', interface: 'eth3' },
        ],
      },
      says: ['Duplicate value', '"name":"ext"'],
    },
    {
      title: 'one network card for two ProviderNetworks',
      spec: {
        providerNetworks: [
          { name: 'ext', interface: 'eth2' },
          { name: 'lab', interface: 'eth2' },
        ],
      },
      says: ['spec.providerNetworks', 'same interface twice'],
    },
    {
      title: 'an uplink without an interface',
      spec: { providerNetworks: [{ name: 'ext' }] },
      says: ['interface', 'Required'],
    },
    { title: 'the name of a node with dots', name: 'n1.example.org', spec: {} },
    { title: 'a tunnel address', spec: { tunnel: { address: '172.30.0.11', encapsulation: 'VXLAN' } } },
    {
      title: 'a tunnel address that is none',
      spec: { tunnel: { address: 'n1' } },
      says: ['spec.tunnel.address', 'is not an IP address'],
    },
    {
      title: 'a loopback tunnel address',
      spec: { tunnel: { address: '127.0.0.1' } },
      says: ['write a unicast address'],
    },
    {
      title: 'an encapsulation that does not exist',
      spec: { tunnel: { encapsulation: 'GRE' } },
      says: ['supported values: "Geneve", "VXLAN"'],
    },
  ],
  NetworkConfig: [
    { title: 'no spec', name: 'default', spec: undefined },
    {
      title: 'everything',
      name: 'default',
      spec: {
        encapsulation: 'VXLAN',
        mtu: 1500,
        podCidrs: ['10.244.0.0/16', 'fd00:10:244::/64'],
        joinCidrs: ['100.64.0.0/16'],
        serviceCidrs: ['10.96.0.0/16', 'fd00:10:96::/112'],
        quarantineSeconds: 0,
        bfd: { minRxMilliseconds: 100, minTxMilliseconds: 60000, multiplier: 20 },
        mirroring: {
          nodeInterfaces: 'Allowed',
          collectors: ['192.0.2.200/32', 'fd02::/64'],
          namespaceSelector: { matchLabels: { tap: 'yes' } },
        },
        database: {
          northbound: ['ssl:10.0.0.1:6641', 'ssl:[fd00::1]:6641'],
          southbound: ['tcp:127.0.0.1:6642', 'unix:/run/ovn/ovnsb_db.sock'],
          tlsSecret: 'ovn-tls',
        },
      },
    },
    {
      title: 'another name than default',
      name: 'other',
      spec: {},
      says: ['the name of the only NetworkConfig is default', 'metadata.name: default'],
    },
    {
      title: 'pod ranges that overlap the join ranges',
      name: 'default',
      spec: { podCidrs: ['100.64.0.0/12'] },
      says: ['spec.podCidrs', 'overlaps joinCidrs'],
    },
    {
      title: 'pod ranges that overlap the Service ranges',
      name: 'default',
      spec: { podCidrs: ['10.0.0.0/8'], serviceCidrs: ['10.96.0.0/16'] },
      says: ['overlaps serviceCidrs'],
    },
    {
      title: 'Service ranges that overlap the join ranges',
      name: 'default',
      spec: { serviceCidrs: ['100.64.1.0/24'] },
      says: ['spec.serviceCidrs', 'overlaps joinCidrs'],
    },
    {
      title: 'two pod ranges of one family',
      name: 'default',
      spec: { podCidrs: ['10.1.0.0/16', '10.2.0.0/16'] },
      says: ['two ranges of one family'],
    },
    {
      title: 'an endpoint without a port',
      name: 'default',
      spec: { database: { northbound: ['ssl:10.0.0.1'] } },
      says: ['is not a database endpoint', 'ssl:HOST:PORT'],
    },
    {
      title: 'an endpoint that is a URL',
      name: 'default',
      spec: { database: { southbound: ['https://10.0.0.1:6642'] } },
      says: ['is not a database endpoint'],
    },
    {
      title: 'a quarantine of more than a day',
      name: 'default',
      spec: { quarantineSeconds: 86401 },
      says: ['less than or equal to 86400'],
    },
    { title: 'an MTU too large', name: 'default', spec: { mtu: 9217 }, says: ['less than or equal to 9216'] },
    { title: 'a BFD timer alone', name: 'default', spec: { bfd: { multiplier: 5 } } },
    {
      title: 'a BFD interval that no node keeps',
      name: 'default',
      spec: { bfd: { minTxMilliseconds: 99 } },
      says: ['spec.bfd.minTxMilliseconds', 'greater than or equal to 100'],
    },
    {
      title: 'a BFD multiplier of one',
      name: 'default',
      spec: { bfd: { multiplier: 1 } },
      says: ['spec.bfd.multiplier', 'greater than or equal to 2'],
    },
    {
      title: 'a collector without a prefix length',
      name: 'default',
      spec: { mirroring: { collectors: ['192.0.2.200'] } },
      says: ['spec.mirroring.collectors[0]', 'is not a CIDR'],
    },
    {
      title: 'mirroring that is neither',
      name: 'default',
      spec: { mirroring: { nodeInterfaces: true } },
      says: ['spec.mirroring.nodeInterfaces'],
    },
  ],
};

describe('the API server, when an object is created', function () {
  this.timeout(60_000);
  before(apiServer);

  for (const [kind, table] of Object.entries(cases) as [KindName, readonly Case[]][]) {
    for (const { title, spec, says, name = 'a' } of table) {
      it(`${says === undefined ? 'accepts' : 'refuses'} a ${kind} with ${title}`, async () => {
        const { status, body } = await create(kind, name, spec, { dryRun: true });
        if (says === undefined) {
          assert.equal(status, 201, body.message);
          // What the API server accepts and answers is what the types promise.
          assert.deepEqual(violations(kind, body), []);
        } else {
          assert.notEqual(status, 201, 'it was accepted');
          for (const words of says) assert.ok(body.message.includes(words), `"${words}" is not in: ${body.message}`);
          // A rule that can't be evaluated says nothing to people.
          assert.doesNotMatch(body.message, /evaluating rule|no such key|no such overload/);
        }
      });
    }
  }
});
