/** The line on a real northbound server: what it does at the edges, where a naive one spins, writes twice or blames the wrong one. */
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { setName, switchOf, uuidOf } from '../../src/northbound/rows.ts';
import type { Operation } from '../../src/ovsdb/index.ts';
import { ControllerLine, type ControllerLineOptions, installation } from '../laws/controller-line.ts';
import { config, madeIp, namespace, node, object, pod, subnet, vpc } from '../laws/objects.ts';
import { NorthboundBed } from '../laws/server.ts';

describe('the line', function () {
  this.timeout(60_000);
  let bed: NorthboundBed;
  let lives: ControllerLine[] = [];
  before(async () => {
    bed = await NorthboundBed.create();
  });
  after(async () => {
    await bed.remove();
  });
  afterEach(async () => {
    await Promise.all(lives.splice(0).map((life) => life.stop()));
    await bed.wipe();
  });
  const life = (options: Partial<ControllerLineOptions> = {}): ControllerLine => {
    const made = new ControllerLine({ endpoint: bed.endpoint, ...options });
    lives.push(made);
    return made;
  };
  const kill = async (one: ControllerLine): Promise<void> => {
    lives = lives.filter((each) => each !== one);
    await one.stop();
  };
  const context = { installation };
  const small = () => [
    config(),
    vpc('a'),
    subnet('web', 'a', ['10.1.0.0/24']),
    namespace('t'),
    node('n1', '192.0.2.11'),
  ];

  it('rests while rows wait for a parent that nobody has', async () => {
    const one = life();
    // The route can't be programmed, so neither is the router, and the Subnet's router port has no parent.
    one.put(
      config(),
      vpc('b'),
      vpc('a', { staticRoutes: [{ name: 'r', destination: '0.0.0.0/0', nextHops: ['203.0.113.1'] }] }),
    );
    one.put(subnet('web', 'a', ['10.1.0.0/24']));
    await one.start();
    assert.equal(one.store.world.get('Programming', 'Subnet/web')?.state, 'withheld');
    const { passes } = one;
    // Only for a line that spins to show it: one that rests passes, however long this takes.
    await delay(50);
    assert.equal(one.passes, passes, 'nothing happened, so there was nothing to look at');
    one.put(vpc('a'));
    await one.settled();
    assert.equal(one.store.world.get('Programming', 'Subnet/web')?.state, 'programmed');
  });

  it('calls only what somebody else damaged a repair', async () => {
    const one = life();
    one.put(...small());
    await one.start();
    const web = switchOf(context, 'web');
    const foreign: Operation = { op: 'insert', table: 'Logical_Switch_Port', uuidName: 'p', row: { name: 'foreign' } };
    await bed.write(foreign, {
      op: 'mutate',
      table: 'Logical_Switch',
      where: [['_uuid', '==', web]],
      mutations: [['ports', 'insert', new Set(['p'])]],
    });
    await one.settled();
    for (const number of [10, 11, 12, 13]) {
      one.put(pod('t', `p${number}`), madeIp('t', `p${number}`, 'web', [`10.1.0.${number}`]));
      await one.settled();
      assert.equal(one.store.world.get('Programming', `IP/t/p${number}-x`)?.state, 'programmed');
    }
    assert.deepEqual(one.healed, [], 'a foreign port is no damage, and our own additions are no repairs');
    await bed.write({
      op: 'update',
      table: 'Logical_Switch',
      where: [['_uuid', '==', web]],
      row: { name: 'mine now' },
    });
    await bed.caughtUp();
    await one.settled();
    assert.deepEqual(
      one.healed.map(({ owner }) => owner),
      ['Subnet/web'],
    );
  });

  it('says that nothing is in force when an owner was never programmed and then loses what it refers to', async () => {
    await bed.write({
      op: 'insert',
      table: 'Address_Set',
      row: { name: setName(uuidOf(context, 'Address_Set', 'Subnet/db', 'refused/ipv4')) },
    });
    const one = life();
    one.put(...small(), subnet('db', 'a', ['10.1.1.0/24'], { isolation: { mode: 'Private' } }));
    await one.start();
    assert.equal(one.store.world.get('Programming', 'Subnet/db')?.reason, 'NameTaken');
    one.put(subnet('db', 'a', ['10.1.1.0/24'], { isolation: { mode: 'Private', allowFrom: [{ subnet: 'gone' }] } }));
    await one.settled();
    assert.equal(one.store.world.get('Programming', 'Subnet/db')?.state, 'withheld');
    assert.deepEqual(
      (await bed.rows('Logical_Switch')).map(({ name }) => name),
      ['subnet/web'],
    );
  });

  it('writes nothing of an owner that needs what the server refused, and the rest of the same pass', async () => {
    await bed.write(
      { op: 'insert', table: 'Logical_Router', uuidName: 'r', row: { name: 'theirs', ports: new Set(['p']) } },
      {
        op: 'insert',
        table: 'Logical_Router_Port',
        uuidName: 'p',
        row: { name: 'join/b/router', mac: '0a:00:00:00:00:01', networks: new Set(['10.0.0.1/24']) },
      },
    );
    const seen = new Set<unknown>();
    bed.hand.replica.on('changes', (changes) => {
      for (const { row } of changes) seen.add(row.name);
    });
    const one = life();
    one.put(config(), vpc('a'), subnet('web', 'a', ['10.1.0.0/24']));
    one.put(vpc('b', { nodeAttachment: {} }), subnet('lost', 'b', ['10.2.0.0/24']));
    await one.start();
    assert.deepEqual(
      ['Vpc/a', 'Subnet/web', 'Vpc/b', 'Subnet/lost'].map((owner) => one.store.world.get('Programming', owner)?.state),
      ['programmed', 'programmed', 'failed', 'withheld'],
    );
    assert.equal(one.store.world.get('Programming', 'Vpc/b')?.reason, 'NameTaken');
    assert.deepEqual(
      (await bed.rows('Logical_Switch')).map(({ name }) => name),
      ['subnet/web'],
      'no switch without a router',
    );
    assert.ok(!seen.has('subnet/lost'), 'not for a moment');
  });

  it('lets a deletion go ahead while an update of somebody else is refused', async () => {
    const one = life();
    one.put(...small(), vpc('b'), vpc('c'));
    await one.start();
    await bed.write({
      op: 'insert',
      table: 'Address_Set',
      row: { name: setName(uuidOf(context, 'Address_Set', 'Subnet/web', 'refused/ipv4')) },
    });
    // Both an update (the switch port's) and an insert that the server refuses.
    one.put(subnet('web', 'a', ['10.1.0.0/24'], { isolation: { mode: 'Private' }, gateways: ['10.1.0.9'] }));
    await one.settled();
    assert.equal(one.store.world.get('Programming', 'Subnet/web')?.reason, 'NameTaken');
    one.remove(vpc('b'));
    await one.settled();
    assert.deepEqual((await bed.rows('Logical_Router')).map(({ name }) => name).sort(), ['vpc/a', 'vpc/c']);
  });

  it('deletes nothing of owners that came back while the second list was made', async () => {
    const answers: (() => void)[] = [];
    const confirmAbsent = () => new Promise<void>((resolve) => answers.push(resolve));
    const ips = Array.from({ length: 60 }, (_, index) => madeIp('t', `p${index}`, 'web', [`10.1.0.${index + 10}`]));
    const pods = Array.from({ length: 60 }, (_, index) => pod('t', `p${index}`));
    const first = life();
    first.put(...small(), ...pods, ...ips);
    await first.start();
    await kill(first);
    const one = life({ epoch: 2, confirmAbsent });
    one.put(...small(), ...pods);
    await one.start();
    assert.equal(one.sent.filter(({ op }) => op === 'mutate').length, 0);
    assert.equal(answers.length, 1, 'asked once');
    // The second list brings them all back but three; it is complete before it agrees.
    one.put(...ips.slice(3));
    answers[0]?.();
    await one.settled();
    const names = (await bed.rows('Logical_Switch_Port')).map(({ name }) => name);
    assert.equal(names.length, 58, '57 pods and the router port');
    assert.ok(!one.sent.some(({ op }) => op === 'insert'), 'and none of them left for a moment');
  });

  it('recognises a new name for an old object as nothing of its own business: rows of unknown owners of ours are removed', async () => {
    const first = life();
    first.put(...small());
    await first.start();
    await kill(first);
    const one = life({ epoch: 2 });
    one.put(
      config(),
      vpc('a'),
      object({ kind: 'Subnet', metadata: { name: 'web2' }, spec: { vpc: 'a', cidrs: ['10.1.0.0/24'] } }),
    );
    await one.start();
    assert.deepEqual(
      (await bed.rows('Logical_Switch')).map(({ name }) => name),
      ['subnet/web2'],
    );
    assert.deepEqual(
      (await bed.rows('Logical_Router_Port')).map(({ name }) => name),
      ['subnet/web2/router'],
    );
  });
});
