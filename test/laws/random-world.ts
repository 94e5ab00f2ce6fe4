// Random worlds: sequences of batches of changes to a small universe in which everything can conflict with everything.
import fc from 'fast-check';
import { type AnyObject, config, madeIp, namespace, node, object, pod, subnet, vpc } from './objects.ts';

/** One change. `recreate` deletes and makes anew under the same name, in one breath. */
export type Change =
  | { readonly op: 'put' | 'recreate'; readonly object: AnyObject }
  | { readonly op: 'delete'; readonly id: string };

const cidrs = [['10.1.0.0/24'], ['10.1.0.128/25'], ['10.1.1.0/24', 'fd01:1::/64'], ['fd01:2::/64'], ['10.96.0.0/24']];

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
    ),
  )
  .map(([name, of, ranges, spec]) => subnet(name, of, ranges, spec));

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
  nodes.map((name) => node(name, name === 'n1' ? '192.0.2.11' : '10.1.0.140')),
  fc.tuple(nodes, fc.constantFrom('a', 'b')).map(([name, of]) =>
    object({
      kind: 'NodeNetwork',
      metadata: { name },
      status: {
        chassis: `chassis-${name}`,
        attachments: [
          {
            vpc: of,
            interface: 'ovn0',
            mac: '0a:58:64:40:00:0b',
            addresses: [name === 'n1' ? '100.64.0.11' : '100.64.0.12'],
          },
        ],
      },
    }),
  ),
);

const someObject = fc.oneof(
  { weight: 4, arbitrary: someVpc },
  { weight: 6, arbitrary: someSubnet },
  { weight: 6, arbitrary: someIp },
  { weight: 3, arbitrary: pods.map((name) => pod('t', name)) },
  { weight: 2, arbitrary: someNode },
  { weight: 1, arbitrary: fc.constant(config({ serviceCidrs: ['10.96.0.0/16'] })) },
  { weight: 1, arbitrary: fc.constant(namespace('t')) },
);

const someId = fc.oneof(
  vpcs.map((name) => `Vpc/${name}`),
  subnets.map((name) => `Subnet/${name}`),
  pods.map((name) => `IP/t/${name}-x`),
  pods.map((name) => `Pod/t/${name}`),
  nodes.map((name) => `Node/${name}`),
  fc.constant('NetworkConfig/default'),
  fc.constantFrom('IP/t/u1', 'IP/t/u2', 'NodeNetwork/n1'),
);

const someChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 8, arbitrary: someObject.map((each) => ({ op: 'put', object: each }) as const) },
  { weight: 1, arbitrary: someObject.map((each) => ({ op: 'recreate', object: each }) as const) },
  { weight: 2, arbitrary: someId.map((id) => ({ op: 'delete', id }) as const) },
);

/** A world that works, with which every sequence begins. */
export const beginning: readonly AnyObject[] = [
  config({ serviceCidrs: ['10.96.0.0/16'] }),
  namespace('t'),
  node('n1', '192.0.2.11'),
  vpc('a', { nodeAttachment: {} }),
  subnet('s1', 'a', ['10.1.0.0/24'], { namespaceSelector: {} }),
  pod('t', 'p1'),
  madeIp('t', 'p1', 's1', ['10.1.0.20']),
];

/** Batches of changes; what is in one batch arrives together. */
export const batches = fc.array(fc.array(someChange, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });

/** The objects of a world in which anything may be missing. */
export const worlds = fc.array(someObject, { maxLength: 25 });

/** The objects of a full world: what works at the beginning, and a crowd beside it. */
export const crowds = fc
  .array(someObject, { minLength: 12, maxLength: 30, size: 'max' })
  .map((more) => [...beginning, ...more]);
