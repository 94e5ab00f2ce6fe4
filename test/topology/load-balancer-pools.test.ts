/** Which Service gets which address of a LoadBalancerIPPool. */
import assert from 'node:assert/strict';
import { pooledCondition } from '../../src/topology/kubernetes.ts';
import { poolDecisions } from '../../src/topology/load-balancer-pools.ts';
import { storeOf } from '../laws/controller-line.ts';
import { type AnyObject, config, namespace, object } from '../laws/objects.ts';

const pool = (name: string, spec: Readonly<Record<string, unknown>>): AnyObject =>
  object({ kind: 'LoadBalancerIPPool', metadata: { name }, spec });

interface Wish {
  readonly spec?: Readonly<Record<string, unknown>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly created?: string;
  /** What its status shows, and whether a pool gave it. */
  readonly ingress?: readonly string[];
  readonly pooled?: boolean;
}

const balanced = (name: string, { spec, labels = {}, created, ingress = [], pooled = false }: Wish = {}): AnyObject =>
  object({
    kind: 'Service',
    metadata: { name, namespace: 't', labels, ...(created === undefined ? {} : { creationTimestamp: created }) },
    spec: { type: 'LoadBalancer', clusterIPs: ['10.96.0.10'], ports: [{ port: 80 }], ...spec },
    status: {
      loadBalancer: { ingress: ingress.map((ip) => ({ ip })) },
      conditions: pooled ? [{ type: pooledCondition, status: 'True' }] : [],
    },
  });

/** Addresses or the reason, by the Service's name. */
function decisions(...objects: readonly AnyObject[]): Readonly<Record<string, readonly string[] | string>> {
  const store = storeOf([config({ serviceCidrs: ['10.96.0.0/16'] }), namespace('t', { team: 'a' }), ...objects]);
  return Object.fromEntries(
    Object.entries(store.world.derive(poolDecisions, '')).map(([key, { addresses, finding }]) => [
      key.slice('t/'.length),
      addresses ?? finding?.reason ?? '',
    ]),
  );
}

describe('addresses of Services of type LoadBalancer', () => {
  const two = pool('p', { ranges: ['203.0.113.1-203.0.113.2'] });

  it('go to the older Service first, and to the smaller name of two of one age', () => {
    const later = balanced('a', { created: '2026-03-01T00:00:00Z' });
    assert.deepEqual(decisions(two, later, balanced('c'), balanced('b')), {
      b: ['203.0.113.1'],
      c: ['203.0.113.2'],
      a: 'PoolExhausted',
    });
  });

  it('stay with those that have them, whoever is older', () => {
    const incumbent = balanced('z', { ingress: ['203.0.113.1'], pooled: true, created: '2026-03-01T00:00:00Z' });
    assert.deepEqual(decisions(two, balanced('a'), incumbent), { z: ['203.0.113.1'], a: ['203.0.113.2'] });
  });

  it('are of both families where the Service is and a pool has them', () => {
    const dual = balanced('dual', { spec: { clusterIPs: ['fd96::1', '10.96.0.1'] } });
    const six = pool('q', { cidrs: ['2001:db8::/112'] });
    assert.deepEqual(decisions(two, six, dual), { dual: ['2001:db8::', '203.0.113.1'] });
    assert.deepEqual(decisions(two, dual), { dual: ['203.0.113.1'] });
  });

  it('are those that spec.loadBalancerIP names, or none', () => {
    const wish = (name: string, loadBalancerIP: string, more: Wish = {}) =>
      balanced(name, { ...more, spec: { loadBalancerIP } });
    assert.deepEqual(decisions(two, wish('a', '203.0.113.2'), wish('b', '203.0.113.2'), wish('c', '198.51.100.1')), {
      a: ['203.0.113.2'],
      b: 'AddressTaken',
      c: 'AddressOutOfRange',
    });
    const moved = wish('a', '203.0.113.2', { ingress: ['203.0.113.1'], pooled: true });
    assert.deepEqual(decisions(two, moved), { a: ['203.0.113.2'] });
  });

  it('are for whom the pool is', () => {
    const some = pool('p', { cidrs: ['203.0.113.0/30'], serviceSelector: { matchLabels: { public: 'yes' } } });
    const others = pool('q', { cidrs: ['203.0.113.8/30'], namespaceSelector: { matchLabels: { team: 'b' } } });
    assert.deepEqual(decisions(some, others, balanced('in', { labels: { public: 'yes' } }), balanced('out')), {
      in: ['203.0.113.0'],
      out: 'NoPool',
    });
  });

  it('are not for Services of another class, or that another controller serves, and never theirs', () => {
    const foreign = balanced('foreign', { ingress: ['203.0.113.1'] });
    const other = balanced('other', { spec: { loadBalancerClass: 'example.org/lb' } });
    const ours = balanced('ours', { spec: { loadBalancerClass: 'subnetes.io/pool' } });
    assert.deepEqual(decisions(two, foreign, other, ours), { ours: ['203.0.113.2'] });
    assert.deepEqual(decisions(ours), {}, 'nobody is told anything where there is no pool');
  });

  it('are taken from a Service when its pool has them no longer', () => {
    const kept = balanced('a', { ingress: ['198.51.100.7'], pooled: true });
    assert.deepEqual(decisions(two, kept), { a: ['203.0.113.1'] });
  });
});
