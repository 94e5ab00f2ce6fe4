// Policies made at random, for the pods of a truth table (truth-table.ts). Their values are chosen so that they meet: few labels, few ports,
// and blocks around the addresses that there are.
import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import type {
  ClusterPeer,
  ClusterProtocol,
  ClusterRule,
  ClusterSpec,
  Peer,
  Policy,
  Port,
  Selector,
  Spec,
} from './policy-oracle.ts';
import { tableNamespaces } from './truth-table.ts';

const selectors: fc.Arbitrary<Selector> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  { weight: 4, arbitrary: fc.constantFrom('a', 'b', 'c').map((app) => ({ matchLabels: { app } })) },
  { weight: 1, arbitrary: fc.constant({ matchLabels: { tier: 'front' } }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Selector>(
      { matchExpressions: [{ key: 'app', operator: 'In', values: ['a', 'c'] }] },
      { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['a'] }] },
      { matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] },
      { matchExpressions: [{ key: 'tier', operator: 'Exists' }], matchLabels: { app: 'a' } },
    ),
  },
);

const namespaceSelectors = fc.constantFrom<Selector>(
  {},
  { matchLabels: { team: 'a' } },
  { matchExpressions: [{ key: 'team', operator: 'Exists' }] },
  { matchExpressions: [{ key: 'team', operator: 'NotIn', values: ['a'] }] },
);

const ports: fc.Arbitrary<Port> = fc.constantFrom<Port>(
  { port: 8080 },
  { protocol: 'TCP', port: 8081 },
  { protocol: 'UDP', port: 8080 },
  { protocol: 'SCTP', port: 8080 },
  { protocol: 'TCP' },
  { protocol: 'UDP' },
  { protocol: 'TCP', port: 8000, endPort: 8080 },
  { protocol: 'TCP', port: 8081, endPort: 9000 },
  { port: 'web' },
  { protocol: 'UDP', port: 'dns' },
  { protocol: 'SCTP', port: 'sig' },
  { protocol: 'UDP', port: 'web' },
);

/** Blocks around the addresses that pods have. */
const blocks = (addresses: readonly string[]): fc.Arbitrary<Peer> =>
  fc
    .tuple(fc.constantFrom(...addresses), fc.constantFrom(...addresses), fc.constantFrom(0, 1, 2, 5), fc.boolean())
    .map(([one, other, width, except]) => {
      const [network, exception] = [`${one}/${bitsOf(one) - width}`, `${other}/${bitsOf(other)}`];
      const whole = one.includes(':') ? '::/0' : '0.0.0.0/0';
      if (except && one.includes(':') === other.includes(':')) return { ipBlock: { cidr: whole, except: [exception] } };
      const masked = one.includes(':')
        ? ipaddr.IPv6.networkAddressFromCIDR(network)
        : ipaddr.IPv4.networkAddressFromCIDR(network);
      return { ipBlock: { cidr: `${masked}/${bitsOf(one) - width}` } };
    });

const bitsOf = (address: string): number => (address.includes(':') ? 128 : 32);

const peers = (addresses: readonly string[]): fc.Arbitrary<Peer> =>
  fc.oneof(
    selectors.map((podSelector) => ({ podSelector })),
    namespaceSelectors.map((namespaceSelector) => ({ namespaceSelector })),
    fc
      .tuple(selectors, namespaceSelectors)
      .map(([podSelector, namespaceSelector]) => ({ podSelector, namespaceSelector })),
    blocks(addresses),
  );

/** NetworkPolicies of the namespaces of a truth table. */
export const policies = (
  addresses: readonly string[],
  { minLength, maxLength }: { readonly minLength: number; readonly maxLength: number },
): fc.Arbitrary<readonly Policy[]> => {
  const few = <T>(each: fc.Arbitrary<T>) => fc.option(fc.array(each, { maxLength: 2 }), { nil: undefined, freq: 3 });
  const rules = fc.array(fc.tuple(few(peers(addresses)), few(ports)), { maxLength: 2 });
  const rule = (
    direction: 'from' | 'to',
    [some, list]: readonly [readonly Peer[] | undefined, readonly Port[] | undefined],
  ) => ({
    ...(some ? { [direction]: some } : {}),
    ...(list ? { ports: list } : {}),
  });
  const specs: fc.Arbitrary<Spec> = fc
    .tuple(selectors, fc.constantFrom('Ingress', 'Egress', 'Both', 'unsaid'), rules, rules)
    .map(([podSelector, types, into, out]): Spec => {
      const ingress = into.map((each) => rule('from', each));
      const egress = out.map((each) => rule('to', each));
      if (types === 'unsaid') return { podSelector, ingress };
      if (types === 'Both') return { podSelector, policyTypes: ['Ingress', 'Egress'], ingress, egress };
      return types === 'Ingress'
        ? { podSelector, policyTypes: ['Ingress'], ingress }
        : { podSelector, policyTypes: ['Egress'], egress };
    });
  return fc.array(
    fc.tuple(fc.constantFrom(...Object.keys(tableNamespaces)), specs).map(([namespace, spec]) => ({ namespace, spec })),
    { minLength, maxLength },
  );
};

const clusterPods = fc.oneof(
  namespaceSelectors.map((namespaces) => ({ namespaces })),
  fc
    .tuple(selectors, namespaceSelectors)
    .map(([podSelector, namespaceSelector]) => ({ pods: { podSelector, namespaceSelector } })),
);

const clusterProtocols = fc.constantFrom<ClusterProtocol>(
  { tcp: { destinationPort: { number: 8080 } } },
  { tcp: { destinationPort: { number: 8081 } } },
  { udp: { destinationPort: { number: 8080 } } },
  { sctp: { destinationPort: { number: 8080 } } },
  { tcp: { destinationPort: { range: { start: 8000, end: 8080 } } } },
  { udp: { destinationPort: { range: { start: 1, end: 65_535 } } } },
  { destinationNamedPort: 'web' },
  { destinationNamedPort: 'dns' },
  { destinationNamedPort: 'sig' },
);

/** Peers of egress rules that are no pods. Of nodes there are none in a table: such a peer matches nothing there. */
const places = (addresses: readonly string[]): fc.Arbitrary<ClusterPeer> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .uniqueArray(
          blocks(addresses).map(({ ipBlock }) => ipBlock?.cidr ?? ''),
          { minLength: 1, maxLength: 2 },
        )
        .map((networks) => ({ networks })),
    },
    { weight: 1, arbitrary: fc.constant({ nodes: {} }) },
    { weight: 1, arbitrary: fc.constant({ domainNames: ['example.com'] }) },
  );

/** ClusterNetworkPolicies, no two of one tier and priority: what those say together is open. */
export const clusterPolicies = (addresses: readonly string[]): fc.Arbitrary<readonly ClusterSpec[]> => {
  const actions = fc.constantFrom<ClusterRule['action']>('Accept', 'Deny', 'Pass');
  const protocols = fc.option(fc.array(clusterProtocols, { minLength: 1, maxLength: 2 }), { nil: undefined, freq: 2 });
  const some = <T>(each: fc.Arbitrary<T>) => fc.array(each, { minLength: 1, maxLength: 2 });
  const ingress = fc
    .tuple(actions, some(clusterPods), protocols)
    .map(([action, from, on]): ClusterRule => ({ action, from, ...(on ? { protocols: on } : {}) }));
  const egress = fc
    .tuple(
      actions,
      some(fc.oneof({ weight: 2, arbitrary: clusterPods }, { weight: 1, arbitrary: places(addresses) })),
      protocols,
    )
    .map(([action, to, on]): ClusterRule => {
      const podsOnly = to.every((peer: ClusterPeer) => peer.namespaces ?? peer.pods);
      // The API refuses names of ports where something else than pods is meant.
      const said = podsOnly ? on : on?.filter(({ destinationNamedPort }) => destinationNamedPort === undefined);
      return { action, to, ...(said && said.length > 0 ? { protocols: said } : {}) };
    });
  const priorities = fc.shuffledSubarray([0, 1, 7, 500, 999, 1000], { minLength: 6, maxLength: 6 });
  const spec = fc.record({
    tier: fc.constantFrom('Admin', 'Baseline'),
    subject: clusterPods,
    ingress: fc.array(ingress, { maxLength: 3 }),
    egress: fc.array(egress, { maxLength: 3 }),
  });
  return fc
    .tuple(fc.array(spec, { minLength: 3, maxLength: 6 }), priorities, priorities)
    .map(([specs, admin, baseline]) =>
      specs.map(
        (each, index): ClusterSpec => ({ ...each, priority: (each.tier === 'Admin' ? admin : baseline)[index]! }),
      ),
    );
};
