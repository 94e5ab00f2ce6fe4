// A Private Subnet lets in whom its list names, its nodes and replies, and nobody else; and there is no moment without that.
import assert from 'node:assert/strict';
import { Cluster, type RunningPod } from '../support/cluster.ts';
import { assertWentOn, Flood } from '../support/flood.ts';
import { namespaceNamed, subnet, vpc } from '../support/objects.ts';
import { assertReaches, assertSilent, Capture, eventually, fetchTcp, ping } from '../support/traffic.ts';

describe('a Private Subnet', function () {
  this.timeout(180_000);
  let cluster: Cluster;
  let pods: Readonly<Record<'db' | 'db2' | 'web' | 'batch' | 'plain', RunningPod>>;

  const isolated = (allowFrom: readonly unknown[]): unknown =>
    subnet('db', 'team', ['10.70.1.0/24', 'fd00:70:1::/64'], {
      ...namespaceNamed('db'),
      isolation: { mode: 'Private', allowFrom },
    });

  before(async () => {
    cluster = await Cluster.up();
    await cluster.namespaces('db', 'web', 'batch', 'plain');
    await cluster.apply(
      vpc('team', { nodeAttachment: { cidrs: ['100.65.0.0/24', 'fd00:100:65::/112'], interface: 'ovn1' } }),
      subnet('web', 'team', ['10.70.2.0/24', 'fd00:70:2::/64'], namespaceNamed('web')),
      subnet('batch', 'team', ['10.70.3.0/24', 'fd00:70:3::/64'], namespaceNamed('batch')),
      subnet('plain', 'team', ['10.70.4.0/24', 'fd00:70:4::/64'], namespaceNamed('plain')),
      isolated([{ subnet: 'web' }]),
    );
    for (const name of ['db', 'web', 'batch', 'plain']) await cluster.wait(`subnets.subnetes.io/${name}`);
    const [db, db2, web, batch, plain] = await Promise.all([
      cluster.runPod('db', { node: 'n1', namespace: 'db' }),
      cluster.runPod('db2', { node: 'n2', namespace: 'db' }),
      cluster.runPod('web', { node: 'n2', namespace: 'web' }),
      cluster.runPod('batch', { node: 'n1', namespace: 'batch' }),
      cluster.runPod('plain', { node: 'n2', namespace: 'plain' }),
    ]);
    pods = { db, db2, web, batch, plain };
    await Promise.all([db, batch].map((pod) => cluster.serve(pod, 8080)));
  });

  after(() => cluster?.down());

  it('lets in itself, the allowed Subnet and the nodes, and refuses the others [every OVN]', async () => {
    const { db, db2, web, batch, plain } = pods;
    for (const address of db.addresses) {
      await assertReaches(db2.from, address, 'db from its own Subnet');
      await assertReaches(web.from, address, 'db from the allowed Subnet');
      await assertReaches(cluster.fromNode('n1'), address, 'db from its node');
      await assertReaches(cluster.fromNode('n2'), address, 'db from the other node');
      assert.equal(await fetchTcp(web.from, address, 8080), 'db\n');
      assert.equal(await fetchTcp(cluster.fromNode('n1'), address, 8080), 'db\n', 'a probe');
    }
    await Promise.all(
      [batch, plain].flatMap((refused) => [
        assertSilent(refused.from, db.ipv4 ?? '', web.ipv4, `db from ${refused.name}`),
        assertSilent(refused.from, db.ipv6 ?? '', web.ipv6, `db from ${refused.name} over IPv6`),
      ]),
    );
    assert.equal(await fetchTcp(batch.from, db.ipv4 ?? '', 8080, 1), undefined);
    assert.equal(await fetchTcp(batch.from, db.ipv6 ?? '', 8080, 1), undefined);
  });

  it('gets replies from those that it does not let in [every OVN]', async () => {
    const { db, batch, plain } = pods;
    for (const address of batch.addresses) {
      await assertReaches(db.from, address, 'a refused Subnet, asked from inside');
      assert.equal(await fetchTcp(db.from, address, 8080), 'batch\n');
    }
    await assertReaches(db.from, plain.ipv4 ?? '');
  });

  it('changes its list under traffic without letting one refused packet through', async () => {
    const { db, web, batch, plain } = pods;
    const refused = await Capture.start(db.netns, `src host ${plain.ipv4 ?? ''} or src host ${plain.ipv6 ?? ''}`);
    const floods = [
      // The refused source, over both families, as fast as ping goes without an answer; the allowed one beside it.
      Flood.start(plain.netns, db.ipv4 ?? ''),
      Flood.start(plain.netns, db.ipv6 ?? ''),
      Flood.start(web.netns, db.ipv4 ?? ''),
      Flood.start(web.netns, db.ipv6 ?? ''),
    ];
    try {
      // The capture counts: the same filter hears the same source when db asks it.
      assert.equal(await ping(db.from, plain.ipv4 ?? '', { count: 2 }), 2);
      assert.ok(await refused.arrived(2, 10, 'echo reply'));
      const others = [
        [{ subnet: 'web' }, { cidr: '10.70.3.0/24' }],
        [{ cidr: '10.70.3.0/25' }, { subnet: 'web' }, { cidr: 'fd00:70:3::/64' }],
        [{ subnet: 'web' }, { subnet: 'batch' }],
        [{ subnet: 'web' }],
        [{ cidr: '10.70.2.0/24' }, { cidr: 'fd00:70:2::/64' }],
        [{ subnet: 'web' }],
      ];
      for (const allowFrom of others) {
        await cluster.apply(isolated(allowFrom));
        const open = JSON.stringify(allowFrom).includes('batch') || JSON.stringify(allowFrom).includes('10.70.3.');
        // What was asked for is in force before the next change comes, so that every change is one of its own.
        await eventually(`${JSON.stringify(allowFrom)} in force`, 20, async () => {
          const answered = (await ping(batch.from, db.ipv4 ?? '', { wait: 0.5 })) > 0;
          return answered === open;
        });
      }
    } finally {
      const counts = await Promise.all(floods.map((flood) => flood.stop()));
      const requests = refused.count('echo request');
      await refused.stop();
      assert.equal(requests, 0, `${requests} packets of the refused source arrived`);
      const [plain4, plain6, web4, web6] = counts;
      for (const count of [plain4!, plain6!]) {
        assert.ok(count.sent > 100, `the refused source sent only ${count.sent} packets`);
        assert.equal(count.received, 0);
      }
      assertWentOn(web4!, 'the allowed source over IPv4');
      assertWentOn(web6!, 'the allowed source over IPv6');
    }
  });

  it('closes at once for a Subnet that is taken off the list, and opens when it becomes Open', async () => {
    const { db, web, batch } = pods;
    await cluster.apply(isolated([]));
    await eventually('web is refused', 20, async () => (await ping(web.from, db.ipv4 ?? '', { wait: 0.5 })) === 0);
    await assertSilent(web.from, db.ipv4 ?? '', batch.ipv4);
    await assertReaches(cluster.fromNode('n1'), db.ipv4 ?? '', 'db from its node');
    await cluster.apply(
      subnet('db', 'team', ['10.70.1.0/24', 'fd00:70:1::/64'], {
        ...namespaceNamed('db'),
        isolation: { mode: 'Open' },
      }),
    );
    await assertReaches(batch.from, db.ipv4 ?? '', 'the Subnet that is open now');
    await assertReaches(batch.from, db.ipv6 ?? '');
  });
});
