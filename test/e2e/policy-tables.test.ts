// NetworkPolicies made at random, and every connection between the pods of a small cluster: what gets through is what an oracle, written from
// the API reference, says. SEED chooses another world.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { Cluster, type RunningPod } from '../support/cluster.ts';
import { forPod, ip } from '../support/objects.ts';
import { chosenOvnVersion } from '../support/ovn-root.ts';
import { inForce, networkPolicy } from '../support/policies.ts';
import {
  allows,
  type Connection,
  type Peer,
  type Policy,
  type PolicyPod,
  type Port,
  type Selector,
  type Spec,
} from '../support/policy-oracle.ts';
import { type Probe, Prober } from '../support/prober.ts';

const seed = Number(process.env.SEED ?? 20_261_128);

const namespaces = { x: { team: 'a' }, y: { team: 'b' }, z: {} } as const;
type Namespace = keyof typeof namespaces;

/** The same name is another number on pod c. */
const portsOf = (pod: string) => [
  { name: 'web', containerPort: pod === 'c' ? 8081 : 8080, protocol: 'TCP' },
  { name: 'dns', containerPort: 8080, protocol: 'UDP' },
  ...(pod === 'b' ? [{ name: 'sig', containerPort: 8080, protocol: 'SCTP' }] : []),
];
const served = [
  { protocol: 'TCP', port: 8080 },
  { protocol: 'TCP', port: 8081 },
  { protocol: 'UDP', port: 8080 },
  { protocol: 'SCTP', port: 8080 },
] as const;

/**
 * Open vSwitch 3.1 in user space knows an SCTP association by its addresses alone, so that one between two pods is a reply to any other
 * between them: a limit of what the test bed forwards with, not of policies.
 */
const asked = served.filter(({ protocol }) => protocol !== 'SCTP' || chosenOvnVersion() !== '23.03');

interface Place extends PolicyPod {
  readonly name: string;
  readonly running: RunningPod;
  readonly prober: Prober;
}

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

const policies = (addresses: readonly string[]): fc.Arbitrary<readonly Policy[]> => {
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
    fc.tuple(fc.constantFrom<Namespace>('x', 'y', 'z'), specs).map(([namespace, spec]) => ({ namespace, spec })),
    { minLength: 2, maxLength: 6 },
  );
};

describe('truth tables of NetworkPolicies', function () {
  this.timeout(240_000);
  let cluster: Cluster;
  const places: Place[] = [];
  /** Cells that policies decided, by what the oracle says. */
  const decided = { passes: 0, blocked: 0 };

  before(async () => {
    cluster = await Cluster.up();
    const labelled = Object.entries(namespaces).map(([name, labels]) => ({ name, labels }));
    await cluster.namespaces(...labelled);
    const all = labelled.flatMap(({ name, labels }) =>
      ['a', 'b', 'c'].map((pod) => ({ namespace: name, namespaceLabels: labels, pod })),
    );
    // The same addresses in every run, or a seed would not be the same world.
    const addresses = (index: number) => [`10.244.0.${20 + index}`, `fd00:10:244::${20 + index}`];
    await cluster.apply(
      ...all.map(({ namespace, pod }, index) =>
        ip(pod, namespace, 'default', { addresses: addresses(index), ...forPod(pod) }),
      ),
    );
    await Promise.all(
      all.map(async ({ namespace, namespaceLabels, pod }, index) => {
        const labels = { app: pod, ...(index % 2 === 0 ? { tier: 'front' } : {}) };
        const ports = portsOf(pod);
        const running = await cluster.runPod(pod, { namespace, node: index % 2 === 0 ? 'n1' : 'n2', labels, ports });
        const prober = await Prober.start(running.netns, `${namespace}-${pod}`, served);
        const namedPorts = ports.map(({ name, protocol, containerPort }) => ({ name, protocol, port: containerPort }));
        places.push({
          name: `${namespace}/${pod}`,
          namespace,
          namespaceLabels: { ...namespaceLabels, 'kubernetes.io/metadata.name': namespace },
          labels,
          namedPorts,
          running,
          prober,
        });
      }),
    );
  });
  after(async () => {
    await Promise.all(places.map(({ prober }) => prober.stop()));
    await cluster?.down();
  });

  interface Cell {
    readonly from: Place;
    readonly probe: Probe;
    readonly connection: Connection;
    readonly what: string;
  }
  const cells = (): readonly Cell[] =>
    places.flatMap((from) =>
      places
        .filter((to) => to !== from)
        .flatMap((to) =>
          asked.flatMap(({ protocol, port }) =>
            to.running.addresses.map((address): Cell => {
              const own = from.running.addresses.find((each) => each.includes(':') === address.includes(':')) ?? '';
              const connection = { from: { address: own, pod: from }, to: { address, pod: to }, protocol, port };
              return {
                from,
                probe: { address, protocol, port },
                connection,
                what: `${from.name} to ${to.name} ${protocol} ${port} at ${address}`,
              };
            }),
          ),
        ),
    );
  const measure = async (list: readonly Cell[], seconds: number): Promise<ReadonlyMap<Cell, boolean>> => {
    const results = new Map<Cell, boolean>();
    await Promise.all(
      places.map(async (from) => {
        const own = list.filter((cell) => cell.from === from);
        const answers = await from.prober.ask(
          own.map(({ probe }) => probe),
          seconds,
        );
        for (const [index, cell] of own.entries()) results.set(cell, answers[index] ?? false);
      }),
    );
    return results;
  };
  /** Cells that disagree with the oracle, in words. What was not answered is asked again: on a busy machine an answer may be late. */
  const disagreements = async (list: readonly Policy[]): Promise<readonly string[]> => {
    const all = cells();
    // Neighbours are to be found under these policies, not remembered from before.
    await Promise.all(places.map(({ running }) => running.from('ip', ['-6', 'neigh', 'flush', 'dev', 'eth0'])));
    const measured = new Map(await measure(all, 1.5));
    const missing = all.filter((cell) => !measured.get(cell));
    for (const [cell, reached] of await measure(missing, 3)) measured.set(cell, reached);
    for (const cell of list.length > 0 ? all : []) decided[allows(list, cell.connection) ? 'passes' : 'blocked']++;
    const wrong = all.filter((cell) => allows(list, cell.connection) !== measured.get(cell));
    return wrong.map((cell) => `${cell.what}: ${measured.get(cell) ? 'passes' : 'is blocked'}`);
  };
  const enforce = async (list: readonly Policy[]): Promise<void> => {
    for (const namespace of Object.keys(namespaces))
      await cluster.kubectl('delete', 'networkpolicies', '--all', '-n', namespace, '--wait=false');
    if (list.length > 0)
      await cluster.apply(...list.map(({ namespace, spec }, index) => networkPolicy(namespace, `p${index}`, spec)));
    await inForce(cluster, 'x');
  };

  it('without policies everything passes', async () => {
    assert.deepEqual(await disagreements([]), []);
  });

  const worlds = 6;
  for (let world = 0; world < worlds; world++) {
    it(`world ${world} of seed ${seed}${world === 0 ? ' [every OVN]' : ''}`, async () => {
      const addresses = places.flatMap(({ running }) => running.addresses).sort();
      const [list] = fc.sample(policies(addresses), { seed: seed + world, numRuns: 1 });
      await enforce(list!);
      const wrong = await disagreements(list!);
      assert.equal(wrong.length, 0, `SEED=${seed}\n${wrong.join('\n')}\n${JSON.stringify(list)}`);
    });
  }

  it('the worlds had enough of both', () => {
    assert.ok(decided.passes > 200 && decided.blocked > 200, JSON.stringify(decided));
  });
});
