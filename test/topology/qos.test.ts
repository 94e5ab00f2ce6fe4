/** Which policies govern a pod, and what a change of one pod costs the others (the table "who wins" of the API). */
import assert from 'node:assert/strict';
import { qosPolicyFacts } from '../../src/topology/facts.ts';
import { podFacts } from '../../src/topology/kubernetes.ts';
import { governingPolicies, policySelection, portLimits } from '../../src/topology/qos.ts';
import { storeOf } from '../laws/controller-line.ts';
import { type AnyObject, config, madeIp, namespace, object, pod, subnet, vpc } from '../laws/objects.ts';

const base = [config(), vpc('a'), namespace('t'), subnet('s', 'a', ['10.1.0.0/24'], { namespaceSelector: {} })];
const policy = (
  name: string,
  spec: AnyObject['spec'],
  more: Partial<AnyObject['metadata']> = {},
  accepted = true,
): AnyObject =>
  object({
    kind: 'QoSPolicy',
    metadata: { name, namespace: 't', ...more },
    spec: { podSelector: {}, egress: { rate: '1M' }, ...spec },
    ...(accepted ? { status: { conditions: [{ type: 'Accepted', status: 'True', observedGeneration: 1 }] } } : {}),
  });
const labelled = (each: AnyObject, labels: Readonly<Record<string, string>>): AnyObject => ({
  ...each,
  metadata: { ...each.metadata, labels },
});
const of = (...objects: readonly AnyObject[]) =>
  storeOf([...base, labelled(pod('t', 'p'), { app: 'web' }), ...objects]).world.derive(governingPolicies, 't/p');

describe('the policies of a pod', () => {
  it('come by priority, and of one priority the incumbent, then the older, then the name governs alone', () => {
    const old = { creationTimestamp: '2025-01-01T00:00:00Z' };
    assert.deepEqual(of(policy('b', { priority: 2 }), policy('a', { priority: 3 }), policy('c', { priority: 1 })), {
      governing: ['c', 'b', 'a'],
      shadowed: [],
    });
    assert.deepEqual(of(policy('b', {}), policy('a', {})).governing, ['a']);
    assert.deepEqual(of(policy('b', {}, old), policy('a', {})).governing, ['b']);
    assert.deepEqual(of(policy('b', {}), policy('a', {}, old, false)), {
      governing: ['b'],
      shadowed: [{ name: 'a', by: 'b' }],
    });
  });

  it('are those that select it, of its namespace', () => {
    const web = { podSelector: { matchLabels: { app: 'web' } } };
    const db = { podSelector: { matchLabels: { app: 'db' } } };
    assert.deepEqual(of(policy('web', web), policy('db', db)).governing, ['web']);
    assert.deepEqual(of(policy('elsewhere', {}, { namespace: 'u' })).governing, []);
  });

  it('are at most eight, and the others are told', () => {
    const many = Array.from({ length: 10 }, (_, index) =>
      policy(`p${index}`, {
        ...{ priority: index, egress: undefined },
        rules: [{ name: 'r', direction: 'Egress', cidrs: [`10.${index}.0.0/16`], rate: '1M' }],
      }),
    );
    const { world } = storeOf([...base, pod('t', 'p'), madeIp('t', 'p', 's', ['10.1.0.5']), ...many]);
    const limits = portLimits(world, 't/p-x');
    assert.equal(limits.Egress.length, 8);
    assert.deepEqual(limits.leftOut, ['p8', 'p9']);
    const { selected, shadowed, shadowedBy } = world.derive(policySelection, 't/p9');
    assert.deepEqual([selected, shadowed, shadowedBy], [1, 1, { name: 'p0', tooMany: true }]);
  });

  it('are not those of another pod that had its name', () => {
    const { world } = storeOf([
      ...base,
      pod('t', 'p', 'n1', 'another-uid'),
      madeIp('t', 'p', 's', ['10.1.0.5']),
      policy('slow', {}),
    ]);
    assert.deepEqual(portLimits(world, 't/p-x').Egress, []);
  });

  it('cost the other pods nothing when one pod changes its labels, and make rows anew only for whom they select', () => {
    const names = Array.from({ length: 20 }, (_, index) => `p${index}`);
    const store = storeOf([
      ...base,
      ...names.flatMap((name) => [
        labelled(pod('t', name), { app: 'web' }),
        madeIp('t', name, 's', [`10.1.0.${names.indexOf(name) + 10}`]),
      ]),
      policy('slow', { podSelector: { matchLabels: { app: 'web' } } }),
      policy('other', { podSelector: { matchLabels: { app: 'none' } }, priority: 1 }),
    ]);
    const stale = new Set<string>();
    const roots = new Map(
      names.map((name) => [
        name,
        store.root(
          name,
          (world) => portLimits(world, `t/${name}-x`),
          () => stale.add(name),
        ),
      ]),
    );
    const before = new Map([...roots].map(([name, root]) => [name, store.graph.value(root)]));
    const changed = () => names.filter((name) => store.graph.value(roots.get(name)!) !== before.get(name));
    assert.deepEqual(changed(), []);
    stale.clear();
    store.put('Pod', 't/p3', podFacts(labelled(pod('t', 'p3'), { app: 'free' }) as never));
    assert.deepEqual([...stale], ['p3']);
    assert.deepEqual(changed(), ['p3']);
    store.put(
      'QoSPolicy',
      't/other',
      qosPolicyFacts(policy('other', { podSelector: {}, priority: 900, egress: { rate: '2M' } }) as never),
    );
    assert.deepEqual(changed(), ['p3'], 'all pods but that one have a limit for everything already');
  });
});
