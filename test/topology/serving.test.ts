/** Which Subnet a pod gets, and who may name one (the table "who wins" of the API). */
import assert from 'node:assert/strict';
import { candidates, permission, servedNamespaces } from '../../src/topology/serving.ts';
import { storeOf } from '../laws/controller-line.ts';
import { type AnyObject, config, namespace, pod, subnet, vpc } from '../laws/objects.ts';

const team = { namespaceSelector: { matchLabels: { team: 't' } } };
const base = [config(), vpc('a'), vpc('b'), namespace('t', { team: 't' }), namespace('u')];
const of = (objects: readonly AnyObject[], inNamespace = 't', labels: Readonly<Record<string, string>> = {}) => {
  const { world } = storeOf([...base, ...objects]);
  const one = pod(inNamespace, 'p');
  const facts = storeOf([{ ...one, metadata: { ...one.metadata, labels } }]).world.get('Pod', `${inNamespace}/p`)!;
  return candidates(world, facts);
};
const aged = (each: AnyObject, day: number): AnyObject => ({
  ...each,
  metadata: { ...each.metadata, creationTimestamp: `2026-01-0${day}T00:00:00Z` },
});

describe('the Subnets that serve a pod', () => {
  it("come with a podSelector first, then by priority, age and name, and all of the first one's Vpc", () => {
    const objects = [
      aged(subnet('young', 'a', ['10.0.1.0/24'], team), 3),
      aged(subnet('old', 'a', ['10.0.2.0/24'], team), 1),
      aged(subnet('important', 'a', ['10.0.3.0/24'], { ...team, priority: 10 }), 4),
      aged(
        subnet('picky', 'a', ['10.0.4.0/24'], { ...team, podSelector: { matchLabels: { app: 'db' } }, priority: 900 }),
        5,
      ),
      aged(subnet('elsewhere', 'b', ['10.0.5.0/24'], { ...team, priority: 20 }), 2),
    ];
    assert.deepEqual(of(objects), ['important', 'old', 'young']);
    assert.deepEqual(of(objects, 't', { app: 'db' }), ['picky', 'important', 'old', 'young']);
    assert.deepEqual(of(objects, 'u'), [], 'nobody serves u');
  });

  it('are the default where no other serves, and never one that goes or is not accepted', () => {
    const fallback = subnet('rest', 'a', ['10.9.0.0/24'], { default: true });
    const own = subnet('own', 'a', ['10.0.1.0/24'], team);
    assert.deepEqual(of([fallback, own]), ['own']);
    assert.deepEqual(of([fallback, own], 'u'), ['rest']);
    assert.deepEqual(of([fallback, subnet('own', 'nowhere', ['10.0.1.0/24'], team)]), ['rest']);
    const going = { ...own, metadata: { ...own.metadata, deletionTimestamp: '2026-01-09T00:00:00Z' } };
    assert.deepEqual(of([fallback, going]), ['rest'], 'a Subnet that is being deleted gives nothing');
    const rest = { ...fallback, metadata: { ...fallback.metadata, deletionTimestamp: '2026-01-09T00:00:00Z' } };
    assert.deepEqual(of([rest], 'u'), []);
  });

  it('count the namespaces that they serve first', () => {
    const { world } = storeOf([
      ...base,
      subnet('first', 'a', ['10.0.1.0/24'], { namespaceSelector: {}, priority: 1 }),
      subnet('second', 'b', ['10.0.2.0/24'], team),
      subnet('rest', 'a', ['10.9.0.0/24'], { default: true }),
    ]);
    assert.deepEqual(world.derive(servedNamespaces, 'first'), { serving: 2, shadowed: [] });
    assert.deepEqual(world.derive(servedNamespaces, 'second'), {
      serving: 0,
      shadowed: [{ namespace: 't', by: 'first' }],
    });
  });
});

describe('permission to name a Subnet', () => {
  const may = (spec: Readonly<Record<string, unknown>>, inNamespace: string) => {
    const { world } = storeOf([...base, subnet('s', 'a', ['10.0.1.0/24'], spec)]);
    return permission(world, world.get('Subnet', 's')!, inNamespace) === undefined;
  };
  for (const [spec, t, u] of [
    [team, true, false],
    [{ ...team, allowedNamespaces: { from: 'All' } }, true, true],
    [{ ...team, allowedNamespaces: { from: 'None' } }, false, false],
    [
      {
        ...team,
        allowedNamespaces: { from: 'Selector', selector: { matchLabels: { 'kubernetes.io/metadata.name': 'u' } } },
      },
      false,
      true,
    ],
    [{ default: true }, true, true],
    [{}, false, false],
  ] as const) {
    it(`with ${JSON.stringify(spec)} is ${t ? 'given to' : 'kept from'} t and ${u ? 'given to' : 'kept from'} u`, () => {
      assert.deepEqual([may(spec, 't'), may(spec, 'u')], [t, u]);
    });
  }
});
