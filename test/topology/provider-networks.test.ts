/** Which network card leads from a node to a ProviderNetwork, and who has one that several want. */
import assert from 'node:assert/strict';
import { bridgeName, connectedNodes, uplinksOfNode } from '../../src/topology/provider-networks.ts';
import { storeOf } from '../laws/controller-line.ts';
import { object, type Sketch } from '../laws/objects.ts';

const network = (name: string, uplinks: readonly unknown[], more: object = {}): Sketch =>
  ({ kind: 'ProviderNetwork', metadata: { name, ...more }, spec: { uplinks } }) as Sketch;
const node = (name: string, labels: Readonly<Record<string, string>> = {}): Sketch =>
  ({ kind: 'Node', metadata: { name, labels } }) as Sketch;
const nodeNetwork = (name: string, providerNetworks: readonly object[], spec: object = {}): Sketch =>
  ({ kind: 'NodeNetwork', metadata: { name }, spec, status: { providerNetworks } }) as Sketch;
const worldOf = (...sketches: readonly Sketch[]) => storeOf(sketches.map(object)).world;
const cards = (sketches: readonly Sketch[], name = 'n1') =>
  Object.fromEntries(
    (worldOf(...sketches).derive(uplinksOfNode, name) ?? []).map((each) => [
      each.network,
      each.takenBy === undefined ? each.interface : `${each.takenBy} has ${each.interface}`,
    ]),
  );

describe('the uplinks of a node', () => {
  it('are those of the first entry that selects it, and its own setting goes before', () => {
    const ext = network('ext', [
      { interface: 'eth1', nodeSelector: { matchLabels: { rack: 'a' } } },
      { interface: 'eth2', nodeSelector: { matchExpressions: [{ key: 'rack', operator: 'Exists' }] } },
    ]);
    assert.deepEqual(cards([ext, node('n1', { rack: 'a' })]), { ext: 'eth1' });
    assert.deepEqual(cards([ext, node('n1', { rack: 'b' })]), { ext: 'eth2' });
    assert.deepEqual(cards([ext, node('n1')]), {});
    assert.deepEqual(cards([network('ext', [{ interface: 'eth1' }]), node('n1')]), { ext: 'eth1' });
    const own = nodeNetwork('n1', [], { providerNetworks: [{ name: 'ext', interface: 'eno9' }] });
    assert.deepEqual(cards([ext, node('n1', { rack: 'a' }), own]), { ext: 'eno9' });
    assert.deepEqual(cards([ext, node('n1'), own]), { ext: 'eno9' }, 'also where no entry selects it');
  });

  it('are not known before the Node is: unknown is not absent', () => {
    assert.equal(worldOf(network('ext', [{ interface: 'eth1' }])).derive(uplinksOfNode, 'n1'), undefined);
  });

  it('are given to who has the card on this node, then to the older, then by name', () => {
    const older = network('z', [{ interface: 'eth1' }], { creationTimestamp: '2025-01-01T00:00:00Z' });
    const younger = network('a', [{ interface: 'eth1' }], { creationTimestamp: '2025-01-02T00:00:00Z' });
    const same = network('b', [{ interface: 'eth1' }], { creationTimestamp: '2025-01-02T00:00:00Z' });
    assert.deepEqual(cards([older, younger, node('n1')]), { z: 'eth1', a: 'z has eth1' });
    assert.deepEqual(cards([same, younger, node('n1')]), { a: 'eth1', b: 'a has eth1' });
    const has = nodeNetwork('n1', [
      { name: 'a', interface: 'eth1', state: 'Ready' },
      { name: 'z', interface: 'eth1', state: 'InterfaceInUse' },
    ]);
    assert.deepEqual(cards([older, younger, node('n1'), has]), { a: 'eth1', z: 'a has eth1' });
    const had = nodeNetwork('n1', [{ name: 'a', interface: 'eth2', state: 'Ready' }]);
    assert.deepEqual(cards([older, younger, node('n1'), had]), { z: 'eth1', a: 'z has eth1' }, 'it was another card');
  });

  it('count as connected when the agent says so of the card that is wanted', () => {
    const ext = network('ext', [{ interface: 'eth1' }]);
    const said = (name: string, card: string, state: string) => [
      node(name),
      nodeNetwork(name, [{ name: 'ext', interface: card, bridge: 'br-ext', state }]),
    ];
    const world = worldOf(
      ext,
      ...said('n1', 'eth1', 'Ready'),
      ...said('n2', 'eth2', 'Ready'),
      ...said('n3', 'eth1', 'RolledBack'),
      ...said('n4', 'eth1', 'Ready'),
      node('n5'),
    );
    assert.deepEqual(connectedNodes(world, 'ext'), ['n1', 'n4']);
  });

  it('have bridges whose names are those of interfaces, and never that of OVN', () => {
    assert.equal(bridgeName('ext'), 'br-ext');
    assert.equal(bridgeName('twelve-chars'), 'br-twelve-chars');
    for (const name of ['thirteen-char', 'a-provider-network-with-a-long-name', 'int']) {
      assert.match(bridgeName(name), /^br-[0-9a-f]{12}$/);
      assert.notEqual(bridgeName(name), bridgeName(`${name}x`));
    }
  });
});
