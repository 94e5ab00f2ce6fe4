// ClusterNetworkPolicies: what their status says, and how those of one priority share its places.
import assert from 'node:assert/strict';
import { statusOf } from '../../operator/controller/cluster-policy-status.ts';
import { clusterPolicyPlace } from '../../src/northbound/priorities.ts';
import { firstSlots } from '../../src/topology/cluster-policy-places.ts';
import { clusterPolicyVerdict } from '../../src/topology/cluster-policy-verdict.ts';
import { storeOf } from '../laws/controller-line.ts';
import { type AnyObject, object } from '../laws/objects.ts';

const rule = { action: 'Deny', to: [{ namespaces: {} }] };

const policy = (name: string, created: string, spec: object = {}): AnyObject =>
  object({
    kind: 'ClusterNetworkPolicy',
    metadata: { name, creationTimestamp: created, generation: 3 },
    spec: { ...{ tier: 'Admin', priority: 5, subject: { namespaces: {} } }, ...spec },
  });

const day = (number: number) => `2026-01-0${number}T00:00:00Z`;

function verdictOf(spec: object, database: object = { connected: true, schema: '7.11.0', features: ['acl-tiers'] }) {
  const store = storeOf([policy('p', day(1), spec)]);
  store.put('Database', 'northbound', { connected: true, schema: '', ...database });
  return clusterPolicyVerdict(store.world, 'p');
}

describe('ClusterNetworkPolicies', () => {
  it('are accepted when every rule can be kept', () => {
    assert.deepEqual(verdictOf({ egress: [rule] }), { status: 'True', reason: 'Accepted', message: '' });
  });

  it('say which version of OVN has them', () => {
    const verdict = verdictOf({ egress: [rule] }, { schema: '7.0.0', features: [] });
    assert.equal(verdict?.reason, 'NoTiers');
    assert.match(verdict?.message ?? '', /schema 7\.0\.0.*OVN 23\.06/);
  });

  it('say nothing while the database is away', () => {
    assert.equal(verdictOf({ egress: [rule] }, { connected: false }), undefined);
  });

  it('say which rules fail closed', () => {
    const verdict = verdictOf({
      ingress: [{ action: 'Deny', from: [{ namespaces: {} }], protocols: [{ tcp: { destinationPort: {} } }] }],
      egress: [rule, { name: 'web', action: 'Accept', to: [{ domainNames: ['example.com'] }, { networks: ['x'] }] }],
    });
    assert.equal(verdict?.reason, 'UnsupportedRule');
    assert.ok(
      verdict?.message.startsWith(
        'Not supported: ingress[0] (a protocol by tcp); egress[1] "web" (a peer by domainNames, a peer by networks).',
      ),
      verdict?.message,
    );
  });

  it('say that others have their priority, the younger of the older', () => {
    const rules = (count: number) => Array.from({ length: count }, () => rule);
    const into = { ingress: [{ action: 'Deny', from: [{ namespaces: {} }] }] };
    const store = storeOf([
      policy('old', day(1), { egress: rules(20) }),
      policy('middle', day(2), { egress: rules(1) }),
      policy('other-way', day(2), into),
      policy('young', day(3), { egress: rules(10) }),
      policy('below', day(3), { tier: 'Baseline', egress: rules(1) }),
    ]);
    store.put('Database', 'northbound', { connected: true, schema: '', features: ['acl-tiers'] });
    const said = (name: string) => clusterPolicyVerdict(store.world, name);
    for (const name of ['old', 'other-way', 'below']) assert.equal(said(name)?.reason, 'Accepted', name);
    assert.equal(said('middle')?.status, 'True');
    assert.match(said('middle')?.message ?? '', /^In force\. .*\("old"\): .*those of the older one come first\./);
    assert.match(said('young')?.message ?? '', /\("old", "middle"\): together they have more than 30 rules for egress/);
  });

  it('say that a subject is unknown', () => {
    assert.equal(verdictOf({ subject: { machines: {} } })?.reason, 'UnsupportedSubject');
  });

  it('write a condition once, and leave the others', () => {
    const verdict = { status: 'True', reason: 'Accepted', message: '' } as const;
    const foreign = { type: 'Other', status: 'True', reason: 'X', message: '', lastTransitionTime: day(1) };
    const fresh = { ...policy('p', day(1)), status: { conditions: [foreign] } };
    const written = statusOf(fresh as never, verdict) as { status: { conditions: { type: string }[] } };
    assert.deepEqual(
      written.status.conditions.map(({ type }) => type),
      ['Other', 'Accepted'],
    );
    assert.equal(statusOf({ ...fresh, ...written } as never, verdict), undefined);
  });

  it('of one priority stand by age, and keep their own order when there are too many rules', () => {
    const rules = (count: number) => Array.from({ length: count }, () => rule);
    const store = storeOf([
      policy('young', day(3), { egress: rules(25) }),
      policy('old', day(1), { ingress: [{ action: 'Deny', from: [{ namespaces: {} }] }], egress: rules(3) }),
      policy('middle', day(2), { egress: rules(2) }),
      policy('elsewhere', day(1), { priority: 6, egress: rules(9) }),
      policy('below', day(1), { tier: 'Baseline', egress: rules(9) }),
    ]);
    const first = (name: string) => store.world.derive(firstSlots, name);
    assert.deepEqual(first('old'), { ingress: 0, egress: 0 });
    assert.deepEqual(first('middle'), { ingress: 1, egress: 3 });
    assert.deepEqual(first('young'), { ingress: 1, egress: 5 });
    store.put('ClusterNetworkPolicy', 'more', store.world.get('ClusterNetworkPolicy', 'middle') as never);
    // 7 before it would leave 23 places for its 25 rules.
    assert.deepEqual(first('young'), { ingress: 1, egress: 5 });
    assert.deepEqual(first('below'), { ingress: 0, egress: 0 });
  });

  it('have places below what no policy may take, the smaller priority above the larger', () => {
    const place = (priority: number, slot: number) => clusterPolicyPlace('Admin', priority, slot);
    assert.deepEqual(place(0, 0), { tier: 0, priority: 30_030 });
    assert.deepEqual(place(1000, 29), { tier: 0, priority: 1 });
    assert.ok(place(4, 29).priority > place(5, 0).priority);
    assert.equal(clusterPolicyPlace('Baseline', 0, 0).tier, 2);
  });
});
