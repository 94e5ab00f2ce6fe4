// Random worlds: sequences of batches of changes to a small universe in which everything can conflict with everything.
import fc from 'fast-check';
import { labels } from '../../src/api/index.ts';
import {
  type AnyObject,
  config,
  madeIp,
  namespace,
  node,
  object,
  pod,
  podEndpoint,
  service,
  slice,
  subnet,
  vpc,
} from './objects.ts';

/** One change. `recreate` deletes and makes anew under the same name, in one breath. */
export type Change =
  | { readonly op: 'put' | 'recreate'; readonly object: AnyObject }
  | { readonly op: 'delete'; readonly id: string };

const cidrs = [['10.1.0.0/24'], ['10.1.0.128/25'], ['10.1.1.0/24', 'fd01:1::/64'], ['fd01:2::/64'], ['10.96.0.0/24']];

/** Ranges outside, each with its physical router. */
const cidrsOutside: readonly (readonly [cidr: string, router: string])[] = [
  ['198.51.100.0/24', '198.51.100.1'],
  ['203.0.113.0/24', '203.0.113.1'],
];

const vpcs = fc.constantFrom('a', 'b', 'c');
const subnets = fc.constantFrom('s1', 's2', 's3', 's4');
const pods = fc.constantFrom('p1', 'p2', 'p3');
const nodes = fc.constantFrom('n1', 'n2');

const someVpc = fc
  .tuple(
    vpcs,
    fc.constantFrom(
      {},
      {},
      { nodeAttachment: {} },
      { nodeAttachment: { interface: 'ovn1', cidrs: ['100.65.0.0/16'] } },
      { staticRoutes: [{ name: 'out', destination: '0.0.0.0/0', nextHops: ['10.1.0.7', '10.1.0.8'] }] },
      { staticRoutes: [{ name: 'hole', source: '10.9.0.0/16', blackhole: true }] },
      {
        policyRoutes: [
          { name: 'web', priority: 10, sources: ['10.1.0.0/24'], action: 'Reroute', nextHops: ['10.1.0.9'] },
          { name: 'no', priority: 20, ports: [{ protocol: 'TCP', port: 25 }], action: 'Drop' },
        ],
      },
    ),
  )
  .map(([name, spec]) => vpc(name, spec));

const someSubnet = fc
  .tuple(
    subnets,
    fc.constantFrom('a', 'a', 'a', 'b', 'c', 'nowhere'),
    fc.constantFrom(...cidrs),
    fc.constantFrom(
      {},
      {},
      { isolation: { mode: 'Private' } },
      { isolation: { mode: 'Private', allowFrom: [{ subnet: 's1' }, { cidr: '10.8.0.0/16' }] } },
      { dhcp: { mode: 'Enabled', dnsServers: ['10.96.0.10'] }, routerAdvertisements: { mode: 'Stateful' } },
      { default: true },
      { allowedNamespaces: { from: 'None' } },
      { egress: { mode: 'None', snat: 'Enabled' } },
      { egress: { mode: 'Distributed', snat: 'Disabled' } },
      { egress: { mode: 'Centralized', snat: 'Enabled', gateways: ['g1'], snatExceptions: ['10.8.0.0/16'] } },
      { egress: { mode: 'Centralized', snat: 'Disabled', gateways: ['g1', 'g2'] } },
      { qos: { marking: 'Denied', egress: { rate: '20M' } } },
    ),
  )
  .map(([name, of, ranges, spec]) => subnet(name, of, ranges, spec));

const externals = fc.constantFrom('e1', 'e2');
const gateways = fc.constantFrom('g1', 'g2');

const nodeNetwork = (name: string, of: string): AnyObject =>
  object({
    kind: 'NodeNetwork',
    metadata: { name },
    status: {
      chassis: `chassis-${name}`,
      providerNetworks: [{ name: 'phys', interface: 'eth1', bridge: 'br-phys', state: 'Ready' }],
      attachments: [
        {
          vpc: of,
          interface: 'ovn0',
          mac: '0a:58:64:40:00:0b',
          addresses: [name === 'n1' ? '100.64.0.11' : '100.64.0.12'],
        },
      ],
    },
  });

const external = (name: string, vlan: object, [cidr, router]: readonly [string, string]): AnyObject =>
  object({
    kind: 'Subnet',
    metadata: { name },
    spec: {
      type: 'External',
      physical: { providerNetwork: 'phys', ...vlan },
      cidrs: [cidr],
      gateways: [router],
    },
  });

const gateway = (name: string, of: string, on: string, addresses: object, replicas: number): AnyObject =>
  object({
    kind: 'Gateway',
    metadata: { name },
    spec: { vpc: of, external: { subnet: on, ...addresses }, placement: { replicas } },
  });

/** The address of a Gateway, as the controller makes it. */
const gatewayIp = (name: string, on: string, address: string): AnyObject =>
  object({
    kind: 'IP',
    metadata: { name: `gateway-${name}-x`, namespace: 'subnetes-system', labels: { [labels.managedBy]: 'controller' } },
    spec: { subnet: on, addresses: [address], target: { kind: 'Gateway', name, uid: `uid-of-${name}` } },
  });

const provider = (uplinks: readonly object[]): AnyObject =>
  object({ kind: 'ProviderNetwork', metadata: { name: 'phys' }, spec: { uplinks } });

const someExternal = fc
  .tuple(externals, fc.constantFrom({}, { vlan: 100 }), fc.constantFrom(...cidrsOutside))
  .map(([name, vlan, ranges]) => external(name, vlan, ranges));

const someGateway = fc
  .tuple(gateways, vpcs, externals, fc.constantFrom({}, { addresses: ['198.51.100.10'] }), fc.constantFrom(1, 2))
  .map(([name, of, on, addresses, replicas]) => gateway(name, of, on, addresses, replicas));

const someGatewayIp = fc
  .tuple(gateways, externals, fc.constantFrom('198.51.100.10', '198.51.100.11', '203.0.113.10'))
  .map(([name, on, address]) => gatewayIp(name, on, address));

const someProvider = fc
  .constantFrom<readonly object[]>([{ interface: 'eth1' }], [{ interface: 'eth2', nodeSelector: {} }])
  .map(provider);

const podSelector = fc.constantFrom({}, { matchLabels: { app: 'web' } });

const somePolicy = fc
  .tuple(
    fc.constantFrom('q1', 'q2'),
    podSelector,
    fc.constantFrom(
      { ingress: { rate: '10M' }, egress: { rate: '5M', dscp: 46 } },
      { egress: { dscp: 10 }, priority: 100 },
      { rules: [{ name: 'backup', direction: 'Egress', cidrs: ['10.9.0.0/24'], unlimited: true }] },
    ),
  )
  .map(([name, selector, spec]) =>
    object({ kind: 'QoSPolicy', metadata: { name, namespace: 't' }, spec: { podSelector: selector, ...spec } }),
  );

const someSession = fc
  .tuple(
    fc.constantFrom('m1', 'm2'),
    podSelector,
    fc.constantFrom<readonly [string, object]>(
      ['Both', { nodeInterface: { name: 'mirror0' } }],
      ['Ingress', { gre: { remote: '192.0.2.200', key: 7 } }],
      ['Egress', { erspan: { remote: '192.0.2.201', index: 1 } }],
      ['Both', { pod: { name: 'p3' } }],
    ),
  )
  .map(([name, selector, [direction, sink]]) =>
    object({
      kind: 'MirrorSession',
      metadata: { name, namespace: 't' },
      spec: { podSelector: selector, direction, sink },
    }),
  );

const namedPort = fc.constantFrom(
  [],
  [{ ports: [{ name: 'http', containerPort: 8080 }] }],
  [
    {
      ports: [
        { name: 'http', containerPort: 9090 },
        { name: 'dns', protocol: 'UDP', containerPort: 53 },
      ],
    },
  ],
);

const someLabels = fc.constantFrom({}, { app: 'web' }, { app: 'db', tier: 'back' });

const somePod = fc.tuple(pods, someLabels, namedPort).map(([name, labelled, containers]) => {
  const plain = pod('t', name);
  return { ...plain, metadata: { ...plain.metadata, labels: labelled }, spec: { nodeName: 'n1', containers } };
});

const somePeer = fc.constantFrom<object>(
  { podSelector: {} },
  { podSelector: { matchLabels: { app: 'web' } } },
  { namespaceSelector: {} },
  { namespaceSelector: { matchLabels: { team: 'a' } }, podSelector: { matchLabels: { app: 'db' } } },
  { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.128/25'] } },
  { ipBlock: { cidr: 'fd00::/8' } },
);

const somePort = fc.constantFrom<object>(
  { port: 80 },
  { port: 'http' },
  { protocol: 'UDP', port: 'dns' },
  { port: 1, endPort: 9 },
);

const someNetworkPolicy = fc
  .tuple(
    fc.constantFrom('np1', 'np2'),
    fc.constantFrom({}, { matchLabels: { app: 'web' } }, { matchExpressions: [{ key: 'tier', operator: 'Exists' }] }),
    fc.constantFrom<readonly string[]>(['Ingress'], ['Egress'], ['Ingress', 'Egress']),
    fc.array(somePeer, { maxLength: 2 }),
    fc.array(somePort, { maxLength: 2 }),
  )
  .map(([name, selector, policyTypes, peers, ports]) =>
    object({
      kind: 'NetworkPolicy',
      metadata: { name, namespace: 't' },
      spec: {
        ...{ podSelector: selector, policyTypes },
        ...(policyTypes.includes('Ingress') ? { ingress: [{ from: peers, ports }] } : {}),
        ...(policyTypes.includes('Egress') ? { egress: [{ to: peers, ports }, { ports: [{ port: 53 }] }] } : {}),
      },
    }),
  );

const someClusterRule = fc
  .tuple(
    fc.constantFrom('Accept', 'Deny', 'Pass'),
    fc.constantFrom<object>(
      { namespaces: {} },
      { namespaces: { matchLabels: { team: 'a' } } },
      { pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: 'web' } } } },
      { nodes: {} },
      { networks: ['10.0.0.0/8', 'fd00::/8'] },
      { domainNames: ['example.com'] },
    ),
    fc.constantFrom<readonly object[]>(
      [],
      [{ tcp: { destinationPort: { number: 80 } } }],
      [{ destinationNamedPort: 'http' }, { udp: {} }],
      [{ sctp: { destinationPort: { range: { start: 1, end: 9 } } } }],
    ),
  )
  .map(([action, peer, protocols]) => ({ action, peer, ...(protocols.length > 0 ? { protocols } : {}) }));

const someClusterPolicy = fc
  .tuple(
    fc.constantFrom('cnp1', 'cnp2', 'cnp3'),
    fc.constantFrom('Admin', 'Baseline'),
    fc.constantFrom(0, 1000),
    fc.constantFrom<object>(
      { namespaces: {} },
      { pods: { namespaceSelector: { matchLabels: { team: 'a' } }, podSelector: { matchLabels: { app: 'web' } } } },
    ),
    fc.array(someClusterRule, { maxLength: 3 }),
    fc.array(someClusterRule, { maxLength: 3 }),
  )
  .map(([name, tier, priority, subject, ingress, egress]) =>
    object({
      kind: 'ClusterNetworkPolicy',
      metadata: { name },
      spec: {
        ...{ tier, priority, subject },
        ingress: ingress.map(({ peer, ...rule }) => ({ ...rule, from: [peer] })),
        egress: egress.map(({ peer, ...rule }) => ({ ...rule, to: [peer] })),
      },
    }),
  );

const someAddress = fc.constantFrom(
  ['10.1.0.20'],
  ['10.1.0.21'],
  ['10.1.0.1'],
  ['10.1.0.200'],
  ['10.1.1.5', 'fd01:1::5'],
  ['fd01:2::7'],
);

const someIp = fc.oneof(
  fc
    .tuple(pods, subnets, someAddress, nodes)
    .map(([name, of, addresses, where]) => madeIp('t', name, of, addresses, where)),
  fc
    .tuple(fc.constantFrom('u1', 'u2'), subnets, someAddress, fc.constantFrom('VirtualMachine', 'Pod', undefined))
    .map(([name, of, addresses, target]) =>
      object({
        kind: 'IP',
        metadata: { name, namespace: 't' },
        spec: { subnet: of, addresses, ...(target === undefined ? {} : { target: { kind: target, name: 'p1' } }) },
      }),
    ),
);

const someNode = fc.oneof(
  fc.tuple(nodes, fc.constantFrom({}, { 'topology.kubernetes.io/zone': 'west' })).map(([name, labels]) => {
    const made = node(name, name === 'n1' ? '192.0.2.11' : '10.1.0.140');
    return { ...made, metadata: { ...made.metadata, labels } };
  }),
  fc.tuple(nodes, fc.constantFrom('a', 'b')).map(([name, of]) => nodeNetwork(name, of)),
);

const someConfig = fc
  .constantFrom(
    {},
    { mirroring: { nodeInterfaces: 'Allowed', collectors: ['192.0.2.0/24'] } },
    { bfd: { minRxMilliseconds: 100, minTxMilliseconds: 100, multiplier: 3 } },
  )
  .map((spec) => config({ serviceCidrs: ['10.96.0.0/16'], ...spec }));

const http = { name: 'http', protocol: 'TCP', port: 80 };
const dns = { name: 'dns', protocol: 'UDP', port: 53 };

const someService = fc
  .tuple(
    fc.constantFrom('v1', 'v2'),
    fc.constantFrom<Readonly<Record<string, unknown>>>(
      { clusterIPs: ['10.96.0.10'], ports: [http] },
      { clusterIPs: ['10.96.0.11', 'fd96::11'], ports: [http, dns], externalIPs: ['198.51.100.77'] },
      { clusterIPs: ['10.96.0.10'], ports: [http], sessionAffinity: 'ClientIP' },
      { clusterIPs: ['10.96.0.11', 'fd96::11'], ports: [http], internalTrafficPolicy: 'Local' },
      { clusterIPs: ['None'], ports: [http] },
      { type: 'ExternalName', externalName: 'somewhere' },
    ),
  )
  .map(([name, spec]) => service('t', name, spec));

/** Whom an endpoint is meant for; n1 may be in zone west. */
const someHints = fc.constantFrom(
  {},
  { hints: { forZones: [{ name: 'west' }] } },
  { hints: { forZones: [{ name: 'east' }], forNodes: [{ name: 'n1' }] } },
);

const someEndpoint = fc.oneof(
  fc
    .tuple(pods, fc.constantFrom('10.1.0.20', '10.1.0.21', '10.1.1.5'), fc.constantFrom({}, { ready: false }))
    .map(([name, address, conditions]) => podEndpoint('t', name, address, conditions)),
  fc.constantFrom('192.0.2.11', '203.0.113.9', '10.1.0.77').map((address) => ({ addresses: [address] })),
);

const someSlice = fc
  .tuple(
    fc.constantFrom('x1', 'x2'),
    fc.constantFrom('v1', 'v2'),
    fc.constantFrom([http], [http, dns], [{ ...http, port: 8080 }]),
    fc.array(
      fc.tuple(someEndpoint, someHints).map(([endpoint, hints]) => ({ ...endpoint, ...hints })),
      { maxLength: 3 },
    ),
  )
  .map(([name, of, ports, endpoints]) => slice('t', name, of, { ports, endpoints }));

const someObject = fc.oneof(
  { weight: 4, arbitrary: someVpc },
  { weight: 6, arbitrary: someSubnet },
  { weight: 6, arbitrary: someIp },
  { weight: 4, arbitrary: somePod },
  { weight: 4, arbitrary: someNetworkPolicy },
  { weight: 3, arbitrary: someClusterPolicy },
  { weight: 2, arbitrary: someNode },
  { weight: 1, arbitrary: someConfig },
  { weight: 3, arbitrary: someExternal },
  { weight: 3, arbitrary: someGateway },
  { weight: 3, arbitrary: someGatewayIp },
  { weight: 2, arbitrary: someProvider },
  { weight: 3, arbitrary: somePolicy },
  { weight: 3, arbitrary: someSession },
  { weight: 3, arbitrary: someService },
  { weight: 4, arbitrary: someSlice },
  {
    weight: 2,
    arbitrary: fc.constantFrom(namespace('t'), namespace('t', { team: 'a' }), namespace('u', { team: 'a' })),
  },
);

const someId = fc.oneof(
  vpcs.map((name) => `Vpc/${name}`),
  subnets.map((name) => `Subnet/${name}`),
  pods.map((name) => `IP/t/${name}-x`),
  pods.map((name) => `Pod/t/${name}`),
  nodes.map((name) => `Node/${name}`),
  fc.constant('NetworkConfig/default'),
  externals.map((name) => `Subnet/${name}`),
  gateways.map((name) => `Gateway/${name}`),
  gateways.map((name) => `IP/subnetes-system/gateway-${name}-x`),
  fc.constantFrom('ProviderNetwork/phys', 'QoSPolicy/t/q1', 'QoSPolicy/t/q2'),
  fc.constantFrom('NetworkPolicy/t/np1', 'NetworkPolicy/t/np2', 'Namespace/u'),
  fc.constantFrom('ClusterNetworkPolicy/cnp1', 'ClusterNetworkPolicy/cnp2', 'ClusterNetworkPolicy/cnp3'),
  fc.constantFrom('MirrorSession/t/m1', 'MirrorSession/t/m2'),
  fc.constantFrom('Service/t/v1', 'Service/t/v2', 'EndpointSlice/t/x1', 'EndpointSlice/t/x2'),
  fc.constantFrom('IP/t/u1', 'IP/t/u2', 'NodeNetwork/n1'),
);

const someChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 8, arbitrary: someObject.map((each) => ({ op: 'put', object: each }) as const) },
  { weight: 1, arbitrary: someObject.map((each) => ({ op: 'recreate', object: each }) as const) },
  { weight: 2, arbitrary: someId.map((id) => ({ op: 'delete', id }) as const) },
);

/** A world that works, with which every sequence begins. */
export const beginning: readonly AnyObject[] = [
  config({ serviceCidrs: ['10.96.0.0/16'], mirroring: { nodeInterfaces: 'Allowed', collectors: ['192.0.2.0/24'] } }),
  namespace('t'),
  node('n1', '192.0.2.11'),
  nodeNetwork('n1', 'a'),
  provider([{ interface: 'eth1' }]),
  vpc('a', { nodeAttachment: {} }),
  subnet('s1', 'a', ['10.1.0.0/24'], { namespaceSelector: {} }),
  external('e1', {}, cidrsOutside[0]!),
  gateway('g1', 'a', 'e1', {}, 2),
  gatewayIp('g1', 'e1', '198.51.100.10'),
  subnet('s3', 'a', ['10.1.1.0/24', 'fd01:1::/64'], {
    egress: { mode: 'Centralized', snat: 'Enabled', gateways: ['g1'] },
  }),
  object({
    kind: 'QoSPolicy',
    metadata: { name: 'q1', namespace: 't' },
    spec: { podSelector: {}, egress: { rate: '5M' } },
  }),
  object({
    kind: 'NetworkPolicy',
    metadata: { name: 'np1', namespace: 't' },
    spec: {
      podSelector: {},
      policyTypes: ['Ingress'],
      ingress: [{ from: [{ podSelector: {} }], ports: [{ port: 'http' }] }],
    },
  }),
  object({
    kind: 'ClusterNetworkPolicy',
    metadata: { name: 'cnp1' },
    spec: {
      ...{ tier: 'Admin', priority: 5, subject: { namespaces: {} } },
      ingress: [{ action: 'Pass', from: [{ namespaces: {} }] }],
      egress: [{ action: 'Accept', to: [{ nodes: {} }] }],
    },
  }),
  pod('t', 'p1'),
  madeIp('t', 'p1', 's1', ['10.1.0.20']),
  service('t', 'v1', { clusterIPs: ['10.96.0.10'], ports: [http] }),
  slice('t', 'x1', 'v1', { ports: [http], endpoints: [podEndpoint('t', 'p1', '10.1.0.20')] }),
];

/** Batches of changes; what is in one batch arrives together. */
export const batches = fc.array(fc.array(someChange, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });

/** The objects of a world in which anything may be missing. */
export const worlds = fc.array(someObject, { maxLength: 25 });

/** The objects of a full world: what works at the beginning, and a crowd beside it. */
export const crowds = fc
  .array(someObject, { minLength: 12, maxLength: 30, size: 'max' })
  .map((more) => [...beginning, ...more]);
