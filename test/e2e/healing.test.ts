// What somebody else does to our rows in OVN_Northbound is undone, what is somebody else's is left alone, and a database that was
// lost is written again: all of it judged by packets as well.
import assert from 'node:assert/strict';
import { Cluster, type RunningPod } from '../support/cluster.ts';
import { assertWentOn, Flood } from '../support/flood.ts';
import { northboundSnapshot } from '../support/northbound-snapshot.ts';
import { namespaceNamed, subnet, vpc } from '../support/objects.ts';
import { assertDropped, assertReaches, assertSilent, eventually, type SpoofedFrame } from '../support/traffic.ts';

describe('the northbound database', function () {
  this.timeout(240_000);
  let cluster: Cluster;
  let pods: Readonly<Record<'a' | 'b' | 'db' | 'web', RunningPod>>;
  let whole: readonly string[];

  before(async () => {
    cluster = await Cluster.up();
    await cluster.namespaces('db', 'web');
    await cluster.apply(
      vpc('team', { staticRoutes: [{ name: 'hole', destination: '198.51.100.0/24', blackhole: true }] }),
      subnet('web', 'team', ['10.72.2.0/24', 'fd00:72:2::/64'], namespaceNamed('web')),
      subnet('db', 'team', ['10.72.1.0/24', 'fd00:72:1::/64'], {
        ...namespaceNamed('db'),
        isolation: { mode: 'Private', allowFrom: [{ cidr: '10.72.9.0/24' }] },
        dhcp: { mode: 'Enabled' },
      }),
    );
    await cluster.wait('subnets.subnetes.io/web');
    await cluster.wait('subnets.subnetes.io/db');
    const [a, b, db, web] = await Promise.all([
      cluster.runPod('a', { node: 'n1' }),
      cluster.runPod('b', { node: 'n2' }),
      cluster.runPod('db', { node: 'n1', namespace: 'db' }),
      cluster.runPod('web', { node: 'n2', namespace: 'web' }),
    ]);
    pods = { a, b, db, web };
    for (const [from, to] of [
      [a, b],
      [db, web],
    ] as const)
      for (const address of to.addresses) await assertReaches(from.from, address);
    whole = await northboundSnapshot(cluster);
    assert.ok(whole.length > 15, 'the snapshot holds something');
  });

  after(() => cluster?.down());

  async function assertHealed(what: string): Promise<void> {
    let now: readonly string[] = [];
    await eventually(what, 60, async () => {
      now = await northboundSnapshot(cluster);
      return now.join('\n') === whole.join('\n');
    }).catch(() => {});
    assert.deepEqual(now, whole, what);
  }

  const portOf = async (pod: string): Promise<string> =>
    (await cluster.bed.nbctl('--bare', '--no-headings', '--columns=name', 'list', 'Logical_Switch_Port'))
      .split('\n')
      .find((name) => name.includes(`.${pod}-`)) ?? assert.fail(`no port of ${pod}`);

  it("gets a pod's port back that somebody deletes [every OVN]", async () => {
    const port = await portOf('b');
    await cluster.bed.nbctl('lsp-del', port);
    await assertHealed('a deleted port');
    for (const address of pods.b.addresses) await assertReaches(pods.a.from, address);
    await cluster.wait('ips.subnetes.io', 'condition=Ready', 30, '--all', '-n', 'default');
  });

  it('gets port security back that somebody takes away', async () => {
    const port = await portOf('a');
    await cluster.bed.nbctl('lsp-set-port-security', port);
    await assertHealed('port security');
    await cluster.bed.nbctl('--wait=hv', 'sync');
    const macs = await Promise.all(
      [pods.a, pods.b].map(async ({ from }) => (await from('cat', ['/sys/class/net/eth0/address'])).stdout.trim()),
    );
    const honest: SpoofedFrame = {
      ...{ kind: 'ipv4', sourceMac: macs[0] ?? '', sourceAddress: pods.a.ipv4 ?? '' },
      ...{ targetMac: macs[1] ?? '', targetAddress: pods.b.ipv4 ?? '' },
    };
    await assertDropped(pods.a.from, pods.b.netns, { ...honest, sourceAddress: '10.244.99.99' }, honest);
  });

  it('gets the rules of a Private Subnet back, whatever of them somebody breaks', async () => {
    const { db, web } = pods;
    await assertSilent(web.from, db.ipv4 ?? '', undefined);
    await cluster.bed.nbctl('acl-del', 'subnet/db');
    await assertHealed('deleted ACLs');
    await assertSilent(web.from, db.ipv4 ?? '', undefined);
    const sets = (
      await cluster.bed.nbctl(
        '--bare',
        '--no-headings',
        '--columns=name',
        'find',
        'Address_Set',
        'external_ids:subnet=db',
      )
    )
      .split('\n')
      .filter(Boolean);
    // The sets hold what is refused, one for each family: empty ones refuse nothing.
    assert.equal(sets.length, 2);
    await cluster.bed.nbctl(...sets.flatMap((set) => ['--', 'clear', 'Address_Set', set, 'addresses']).slice(1));
    await assertHealed('emptied address sets');
    await assertSilent(web.from, db.ipv4 ?? '', undefined);
    await assertReaches(db.from, web.ipv4 ?? '');
  });

  it('gets switch, router, routes and DHCP options back', async () => {
    await cluster.bed.nbctl('ls-del', 'subnet/default');
    await assertHealed('a deleted switch with all its ports');
    for (const address of pods.b.addresses) await assertReaches(pods.a.from, address, address, 30);
    await cluster.bed.nbctl('lr-del', 'vpc/team');
    await assertHealed('a deleted router');
    await cluster.bed.nbctl('lr-route-del', 'vpc/team');
    await cluster.bed.nbctl('--all', 'destroy', 'DHCP_Options');
    await assertHealed('deleted routes and DHCP options');
    for (const address of pods.web.addresses) await assertReaches(pods.db.from, address, address, 30);
  });

  it("leaves other people's rows alone, and their elements in shared columns", async () => {
    await cluster.bed.nbctl(
      ...[
        'ls-add',
        'theirs',
        '--',
        'lsp-add',
        'theirs',
        'their-port',
        '--',
        'lsp-set-addresses',
        'their-port',
        '0a:00:00:00:07:07 192.0.2.7',
      ],
      ...['--', 'lr-add', 'their-router', '--', 'set', 'Logical_Switch', 'theirs', 'external_ids:owner=somebody'],
      ...['--', 'lr-route-add', 'vpc/team', '203.0.113.0/24', '10.72.2.77'],
      ...['--', 'set', 'Logical_Router', 'vpc/team', 'external_ids:note=theirs'],
    );
    const theirs = async (): Promise<string> =>
      (
        await Promise.all([
          cluster.bed.nbctl('list', 'Logical_Switch', 'theirs'),
          cluster.bed.nbctl('list', 'Logical_Switch_Port', 'their-port'),
          cluster.bed.nbctl('list', 'Logical_Router', 'their-router'),
          cluster.bed.nbctl(
            '--columns=ip_prefix,nexthop',
            'find',
            'Logical_Router_Static_Route',
            'ip_prefix=203.0.113.0/24',
          ),
        ])
      ).join('\n');
    const before = await theirs();
    assert.match(before, /10\.72\.2\.77/);
    // Damage to ours, so that there is something to heal; a change of the spec, so that the router's routes are written as well.
    await cluster.bed.nbctl('lsp-del', await portOf('web'));
    await cluster.apply(
      vpc('team', { staticRoutes: [{ name: 'hole', destination: '198.51.100.0/25', blackhole: true }] }),
    );
    await cluster.wait('vpcs.subnetes.io/team');
    for (const address of pods.web.addresses) await assertReaches(pods.db.from, address, address, 30);
    await cluster.restartController();
    await cluster.runPod('late', { node: 'n1', namespace: 'web' });
    assert.equal(await theirs(), before);
    await cluster.deletePod('late', 'web');
    await cluster.bed.nbctl(
      'ls-del',
      'theirs',
      '--',
      'lr-del',
      'their-router',
      '--',
      'lr-route-del',
      'vpc/team',
      '203.0.113.0/24',
    );
    whole = [];
  });

  it('is written again after it was lost, with the same rows, and pods reach each other [every OVN]', async () => {
    await eventually(
      'the last pod is gone from it',
      30,
      async () => !(await northboundSnapshot(cluster)).some((row) => row.includes('web.late-')),
    );
    whole = await northboundSnapshot(cluster);
    const flood = Flood.start(pods.a.netns, pods.b.ipv4 ?? '');
    await cluster.bed.central.wipe('northbound');
    await assertHealed('a lost database');
    for (const address of pods.b.addresses) await assertReaches(pods.a.from, address, address, 30);
    for (const address of pods.web.addresses) await assertReaches(pods.db.from, address, address, 30);
    await assertSilent(pods.web.from, pods.db.ipv4 ?? '', undefined);
    await cluster.wait('ips.subnetes.io', 'condition=Ready', 30, '--all', '-n', 'default');
    // Rows come back within seconds; the switches on the nodes need no more than that.
    assertWentOn(await flood.stop(), 'traffic while the database was lost', 20_000);
  });
});
