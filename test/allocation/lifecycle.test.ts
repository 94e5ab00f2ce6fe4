/** What pods and IPs need, as pure functions of the world: no address is free while its row stands, none is kept without need. */
import assert from 'node:assert/strict';
import { ipStep, subnetStep, vpcStep } from '../../src/allocation/lifecycle.ts';
import { chooseJoinAddresses, ipName, isLoser, needsAddress, nodeNeed, podNeed } from '../../src/allocation/need.ts';
import { inUseFinalizer, labels } from '../../src/api/index.ts';
import { storeOf } from '../laws/controller-line.ts';
import { type AnyObject, config, madeIp, namespace, node, object, pod, subnet, vpc } from '../laws/objects.ts';

const conditions = (...types: readonly string[]) =>
  types.map((type) => ({ type, status: 'True', reason: type, message: '', observedGeneration: 1 }));
const small: readonly AnyObject[] = [
  config(),
  vpc('a'),
  subnet('web', 'a', ['10.1.0.0/24'], { namespaceSelector: {} }),
  namespace('t'),
  node('n1', '192.0.2.11'),
];
const used = (ip: AnyObject): AnyObject => ({ ...ip, metadata: { ...ip.metadata, finalizers: [inUseFinalizer] } });
const deleting = (each: AnyObject): AnyObject => ({
  ...each,
  metadata: { ...each.metadata, deletionTimestamp: '2026-01-02T00:00:00Z' },
});
const userIp = (name: string, spec: Readonly<Record<string, unknown>>, status?: AnyObject['status']): AnyObject =>
  object({
    kind: 'IP',
    metadata: { name, namespace: 't' },
    spec: { subnet: 'web', ...spec },
    ...(status ? { status } : {}),
  });

describe('what a pod needs', () => {
  const need = (...more: readonly AnyObject[]) => podNeed(storeOf([...small, ...more]).world, 't/p');

  it('is a new IP in a Subnet that serves it, once it has a node', () => {
    assert.deepEqual(need(pod('t', 'p')), { kind: 'create', subnets: ['web'] });
    assert.deepEqual(need(pod('t', 'p', '')), { kind: 'nothing' });
  });

  it('is nothing when it has one, is on the host network, is done, or goes without ever having had one', () => {
    assert.deepEqual(need(pod('t', 'p'), madeIp('t', 'p', 'web', ['10.1.0.10'])), { kind: 'nothing' });
    const plain = pod('t', 'p');
    assert.deepEqual(need({ ...plain, spec: { nodeName: 'n1', hostNetwork: true } }), { kind: 'nothing' });
    assert.deepEqual(need({ ...plain, status: { phase: 'Failed' } }), { kind: 'nothing' });
    assert.deepEqual(need(deleting(plain)), { kind: 'nothing' });
  });

  it('is not the IP of an earlier life', () => {
    assert.deepEqual(need(pod('t', 'p', 'n1', 'second'), madeIp('t', 'p', 'web', ['10.1.0.10'])).kind, 'create');
  });

  it('is the IP that somebody made for it, and of two the winner', () => {
    const one = userIp('mine', { addresses: ['10.1.0.20'], target: { kind: 'Pod', name: 'p' } });
    assert.deepEqual(need(pod('t', 'p'), one), { kind: 'bind', ip: 't/mine' });
    const older = { ...userIp('older', { addresses: ['10.1.0.21'], target: { kind: 'Pod', name: 'p' } }) };
    const aged = { ...older, metadata: { ...older.metadata, creationTimestamp: '2025-01-01T00:00:00Z' } };
    assert.deepEqual(need(pod('t', 'p'), one, aged), { kind: 'bind', ip: 't/older' });
  });

  it('is what was kept for a member of its StatefulSet, and not what was kept for one that is gone', () => {
    const keeps = subnet('web', 'a', ['10.1.0.0/24'], { namespaceSelector: {}, retain: 'StatefulSets' });
    const set = (uid: string, spec: Readonly<Record<string, unknown>>) =>
      object({ kind: 'StatefulSet', metadata: { name: 'db', namespace: 't', uid }, spec });
    const ip = userIp('kept', { addresses: ['10.1.0.20'], target: { kind: 'Pod', name: 'db-3' } });
    const owner = { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'db', uid: 'one' };
    const metadata = { labels: { [labels.managedBy]: 'controller' }, ownerReferences: [owner] };
    const kept = used({ ...ip, metadata: { ...ip.metadata, ...metadata } });
    const both = (...more: readonly AnyObject[]) => {
      const { world } = storeOf([...small, pod('t', 'db-3'), kept, ...more]);
      return [podNeed(world, 't/db-3').kind, ipStep(world, 't/kept')];
    };
    assert.deepEqual(both(keeps, set('one', { replicas: 4 })), ['bind', 'none']);
    assert.deepEqual(both(keeps, set('one', { replicas: 1, ordinals: { start: 3 } })), ['bind', 'none']);
    assert.deepEqual(both(keeps, set('one', { replicas: 1, ordinals: { start: 4 } })), ['create', 'delete'], 'below');
    assert.deepEqual(both(keeps, set('one', { replicas: 3 })), ['create', 'delete'], 'scaled below it');
    assert.deepEqual(both(keeps, set('two', { replicas: 4 })), ['create', 'delete'], 'another set of that name');
    assert.deepEqual(both(keeps), ['create', 'delete'], 'no set');
    assert.deepEqual(both(set('one', { replicas: 4 })), ['create', 'delete'], 'the Subnet keeps nothing');
  });

  it('waits for a reservation that its earlier life still holds on the node', () => {
    const bound = userIp(
      'mine',
      { addresses: ['10.1.0.20'], target: { kind: 'Pod', name: 'p' } },
      { ipv4: '10.1.0.20', uid: 'first', node: 'n1' },
    );
    const store = storeOf([...small, pod('t', 'p', 'n1', 'second'), bound]);
    store.put('Port', 't.mine', { up: true, addresses: ['10.1.0.20'] });
    assert.deepEqual(podNeed(store.world, 't/p'), { kind: 'nothing' });
    store.put('Port', 't.mine', { up: false, addresses: ['10.1.0.20'] });
    assert.deepEqual(podNeed(store.world, 't/p'), { kind: 'bind', ip: 't/mine' });
  });
});

describe('the end of an IP', () => {
  const made = used({
    ...madeIp('t', 'p', 'web', ['10.1.0.10']),
    status: { conditions: conditions('Accepted', 'Programmed') },
  });
  const step = (objects: readonly AnyObject[], port?: { readonly up: boolean }) => {
    const store = storeOf([...small, ...objects]);
    if (port) store.put('Port', `t.${objects[0]!.metadata.name}`, { ...port, addresses: ['10.1.0.10'] });
    return ipStep(store.world, `t/${objects[0]!.metadata.name}`);
  };

  it('comes row first: nothing happens to the object while its row is in the database', () => {
    assert.equal(step([made], { up: true }), 'none');
    assert.equal(step([made], { up: false }), 'none', 'the line deletes the row now');
    assert.equal(step([made]), 'delete');
    assert.equal(step([made, pod('t', 'p')]), 'none', 'its pod lives');
    assert.equal(step([deleting(made)]), 'finish');
    assert.equal(step([deleting(made), pod('t', 'p')]), 'none', 'the pod keeps its address as long as it lives');
  });

  it('is no end for what somebody wants to keep', () => {
    assert.equal(step([{ ...made, spec: { ...made.spec, reclaimPolicy: 'Retain' } }]), 'keep');
    const spec = { addresses: ['10.1.0.20'], target: { kind: 'Pod', name: 'p' } };
    const status = { ipv4: '10.1.0.20', uid: 'gone', node: 'n1' };
    assert.equal(step([used(userIp('mine', spec, status))]), 'unbind');
    assert.equal(step([used(userIp('mine', { ...spec, reclaimPolicy: 'Delete' }, status))]), 'delete');
    assert.equal(step([userIp('mine', spec)]), 'none');
    assert.equal(step([deleting(used(userIp('mine', spec)))]), 'finish');
  });

  it('is at once for one of ours that lost its address before it was programmed, and never for one that was', () => {
    const winner = {
      ...userIp('first', { addresses: ['10.1.0.10'] }),
      metadata: { ...userIp('first', {}).metadata, creationTimestamp: '2025-01-01T00:00:00Z' },
    };
    const loser = used(madeIp('t', 'p', 'web', ['10.1.0.10']));
    const store = storeOf([...small, pod('t', 'p'), loser, winner]);
    assert.equal(isLoser(store.world, 't/p-x'), true);
    assert.equal(ipStep(store.world, 't/p-x'), 'delete');
    assert.equal(podNeed(store.world, 't/p').kind, 'create');
    store.put('Programming', 'IP/t/p-x', { state: 'programmed', realised: true });
    assert.equal(isLoser(store.world, 't/p-x'), false);
  });

  it('of a Subnet is held up by nobody who only names it: without permission, or after its deletion was asked for', () => {
    const closed = subnet('web', 'a', ['10.1.0.0/24'], { allowedNamespaces: { from: 'None' } });
    const rest = small.filter(({ kind }) => kind !== 'Subnet');
    const asked = userIp('asked', { addresses: ['10.1.0.20'] });
    const held = userIp('held', {}, { ipv4: '10.1.0.20' });
    assert.equal(subnetStep(storeOf([...rest, closed, asked]).world, 'web'), 'none');
    assert.equal(subnetStep(storeOf([...small, asked]).world, 'web'), 'hold');
    const leaving = used(deleting(small[2]!));
    assert.equal(subnetStep(storeOf([...rest, leaving, asked]).world, 'web'), 'finish');
    assert.equal(subnetStep(storeOf([...rest, leaving, asked, held]).world, 'web'), 'none');
  });

  it('lets go of a Subnet with the last IP, and of a Vpc with the last Subnet', () => {
    const web = used(deleting(small[2]!));
    const a = used(deleting(vpc('a')));
    const rest = small.filter(({ kind }) => kind !== 'Subnet' && kind !== 'Vpc');
    const full = storeOf([...rest, a, web, made]);
    assert.deepEqual([subnetStep(full.world, 'web'), vpcStep(full.world, 'a')], ['none', 'none']);
    full.remove('IP', 't/p-x');
    assert.deepEqual([subnetStep(full.world, 'web'), vpcStep(full.world, 'a')], ['finish', 'none']);
    full.remove('Subnet', 'web');
    assert.equal(vpcStep(full.world, 'a'), 'finish');
    const fresh = storeOf([...small, made]);
    assert.deepEqual([subnetStep(fresh.world, 'web'), vpcStep(fresh.world, 'a')], ['hold', 'hold']);
  });

  it('asks for an address only where one is missing and nothing speaks against it', () => {
    const ask = (...more: readonly AnyObject[]) => needsAddress(storeOf([...small, ...more]).world, 't/mine');
    assert.equal(ask(userIp('mine', {})), true);
    assert.equal(ask(userIp('mine', {}, { ipv4: '10.1.0.9' })), false);
    assert.equal(ask(deleting(userIp('mine', {}))), false);
    assert.equal(ask(userIp('mine', { subnet: 'gone' })), false);
  });
});

describe('a node', () => {
  const attached = vpc('a', { nodeAttachment: {} });
  const facts = (name: string, addresses: readonly string[], created: string) =>
    object({
      kind: 'NodeNetwork',
      metadata: { name, creationTimestamp: created },
      status: { attachments: [{ vpc: 'a', interface: 'ovn0', mac: '0a:00:00:00:00:01', addresses }] },
    });

  it("gets the first free address of each family, never the router's", () => {
    const { world } = storeOf([
      config(),
      attached,
      facts('n1', ['100.64.0.2', 'fd00:100:64::2'], '2026-01-01T00:00:00Z'),
    ]);
    assert.deepEqual(chooseJoinAddresses(world, 'a', new Set()), {
      addresses: ['100.64.0.3', 'fd00:100:64::3'],
      gateways: ['100.64.0.1', 'fd00:100:64::1'],
      interface: 'ovn0',
    });
    assert.deepEqual(chooseJoinAddresses(world, 'a', new Set(['a 100.64.0.3']))?.addresses, [
      '100.64.0.4',
      'fd00:100:64::3',
    ]);
  });

  it('keeps its address against a younger node that claims the same, and the younger gets another', () => {
    const same = ['100.64.0.2', 'fd00:100:64::2'];
    const { world } = storeOf([
      ...[config(), attached, node('n1', '192.0.2.11'), node('n2', '192.0.2.12')],
      facts('n1', same, '2026-01-02T00:00:00Z'),
      facts('n2', same, '2026-01-01T00:00:00Z'),
    ]);
    assert.deepEqual(nodeNeed(world, 'n1').missing, ['a']);
    assert.deepEqual(nodeNeed(world, 'n2').missing, []);
  });

  it('keeps its ports while its Vpc is held, and loses them with the Vpc or with itself', () => {
    const inForce = {
      joinCidrs: ['100.64.0.0/16', 'fd00:100:64::/112'],
      conditions: conditions('Accepted', 'Programmed'),
    };
    const own = facts('n1', ['100.64.0.2', 'fd00:100:64::2'], '2026-01-01T00:00:00Z');
    const rival = { ...vpc('b', { nodeAttachment: {} }), status: inForce };
    const held = {
      ...attached,
      metadata: { ...attached.metadata, creationTimestamp: '2026-01-05T00:00:00Z' },
      status: inForce,
    };
    const both = storeOf([config(), rival, held, node('n1', '192.0.2.11'), own]);
    assert.equal(nodeNeed(both.world, 'n1').stale, false, 'Vpc a lost a conflict; what runs is not torn down');
    const without = storeOf([config(), node('n1', '192.0.2.11'), own]);
    assert.deepEqual(nodeNeed(without.world, 'n1'), { kept: [], missing: [], stale: true });
    const gone = storeOf([config(), attached, own]);
    assert.deepEqual(nodeNeed(gone.world, 'n1'), { kept: [], missing: [], stale: true });
  });
});

describe('the name of an IP that the controller makes', () => {
  it('is the same for the same life of a pod, and another for the next life, interface or attempt', () => {
    const names = [
      ipName('web-0', 'u1', 'eth0', 0),
      ipName('web-0', 'u2', 'eth0', 0),
      ipName('web-0', 'u1', 'eth1', 0),
      ipName('web-0', 'u1', 'eth0', 1),
    ];
    assert.equal(new Set(names).size, 4);
    assert.equal(ipName('web-0', 'u1', 'eth0', 0), names[0]);
    for (const name of names) assert.match(name, /^web-0-[a-z2-7]{10}$/);
  });

  it("is a legal object name, however long the pod's", () => {
    for (const pod of ['a'.repeat(253), `${'a'.repeat(241)}.b`, `${'a'.repeat(240)}-.${'b'.repeat(9)}`]) {
      const name = ipName(pod, 'u', 'eth0', 0);
      assert.ok(name.length <= 253);
      assert.match(name, /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/);
    }
  });
});
