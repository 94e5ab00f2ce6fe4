// Who reaches whom inside one Vpc: on one node and across nodes, across Subnets, in both families, and between nodes and pods.
import assert from 'node:assert/strict';
import { Cluster, type RunningPod } from '../support/cluster.ts';
import { namespaceNamed, subnet } from '../support/objects.ts';
import { podTraces } from '../support/residue.ts';
import { assertReaches, fetchTcp, ping } from '../support/traffic.ts';

describe('pods of one Vpc', function () {
  this.timeout(180_000);
  let cluster: Cluster;
  /** a1, a2 on node n1 and b on node n2 in the default Subnet; v4 and v6 in Subnets of one family on n2 and n1. */
  let pods: Readonly<Record<'a1' | 'a2' | 'b' | 'v4' | 'v6', RunningPod>>;

  before(async () => {
    cluster = await Cluster.up();
    await cluster.namespaces('only4', 'only6');
    await cluster.apply(
      subnet('only4', 'default', ['10.250.4.0/24'], namespaceNamed('only4')),
      subnet('only6', 'default', ['fd00:250:6::/64'], namespaceNamed('only6')),
    );
    await cluster.wait('subnets.subnetes.io/only4');
    await cluster.wait('subnets.subnetes.io/only6');
    const [a1, a2, b, v4, v6] = await Promise.all([
      cluster.runPod('a1', { node: 'n1' }),
      cluster.runPod('a2', { node: 'n1' }),
      cluster.runPod('b', { node: 'n2' }),
      cluster.runPod('v4', { node: 'n2', namespace: 'only4' }),
      cluster.runPod('v6', { node: 'n1', namespace: 'only6' }),
    ]);
    pods = { a1, a2, b, v4, v6 };
  });

  after(() => cluster?.down());

  it('reach each other on one node and across nodes over IPv4 and IPv6 [every OVN]', async () => {
    const { a1, a2, b } = pods;
    for (const target of [a2, b]) {
      await assertReaches(a1.from, target.ipv4 ?? '', `${target.name} over IPv4`);
      await assertReaches(a1.from, target.ipv6 ?? '', `${target.name} over IPv6`);
    }
    await assertReaches(b.from, a2.ipv4 ?? '');
    await assertReaches(b.from, a2.ipv6 ?? '');
  });

  it('have addresses of exactly the families of their Subnet and reach other Subnets [every OVN]', async () => {
    const { a1, b, v4, v6 } = pods;
    assert.equal(v4.addresses.length, 1);
    assert.match(v4.ipv4 ?? '', /^10\.250\.4\./);
    assert.equal(v6.addresses.length, 1);
    assert.match(v6.ipv6 ?? '', /^fd00:250:6::/);
    assert.equal(a1.addresses.length, 2);
    await assertReaches(a1.from, v4.ipv4 ?? '', 'the IPv4 Subnet from another node');
    await assertReaches(v4.from, b.ipv4 ?? '', 'the default Subnet from the same node');
    await assertReaches(b.from, v6.ipv6 ?? '', 'the IPv6 Subnet from another node');
    await assertReaches(v6.from, a1.ipv6 ?? '', 'the default Subnet from the same node, over IPv6');
  });

  it('carry TCP and packets of the full MTU, and no larger ones [every OVN]', async () => {
    const { a1, b } = pods;
    await cluster.serve(b, 8080);
    assert.equal(await fetchTcp(a1.from, b.ipv4 ?? '', 8080), 'b\n');
    assert.equal(await fetchTcp(a1.from, b.ipv6 ?? '', 8080), 'b\n');
    assert.equal(await fetchTcp(a1.from, b.ipv4 ?? '', 8081), undefined, 'nobody listens there');
    const { stdout } = await a1.from('ip', ['-j', 'link', 'show', 'eth0']);
    const [{ mtu }] = JSON.parse(stdout) as [{ readonly mtu: number }];
    const status = await cluster.kubectl('get', 'vsub', 'default', '-o', 'jsonpath={.status.mtu}');
    assert.equal(String(mtu), status, 'the MTU of the interface is that of the status');
    for (const [address, headers] of [
      [b.ipv4 ?? '', 28],
      [b.ipv6 ?? '', 48],
    ] as const) {
      await assertReaches(a1.from, address);
      assert.equal(await ping(a1.from, address, { size: mtu - headers, dontFragment: true, count: 3 }), 3);
      assert.equal(await ping(a1.from, address, { size: mtu - headers + 1, dontFragment: true }), 0);
    }
  });

  it('and nodes reach each other through the node attachment [every OVN]', async () => {
    const { a1, b, v4, v6 } = pods;
    for (const node of ['n1', 'n2']) {
      const from = cluster.fromNode(node);
      for (const target of [a1, b, v4, v6]) {
        for (const address of target.addresses)
          await assertReaches(from, address, `pod ${target.name} (${address}) from node ${node}`);
      }
      const { ipv4, ipv6 } = cluster.bed.node(node).address;
      for (const source of [a1, b]) {
        await assertReaches(source.from, ipv4, `node ${node} over IPv4 from pod ${source.name}`);
        await assertReaches(source.from, ipv6, `node ${node} over IPv6 from pod ${source.name}`);
      }
    }
    assert.equal(await fetchTcp(cluster.fromNode('n1'), b.ipv4 ?? '', 8080), 'b\n', 'a probe across nodes');
    assert.equal(await fetchTcp(cluster.fromNode('n2'), b.ipv6 ?? '', 8080), 'b\n', 'a probe on the node, over IPv6');
  });

  it('have the addresses of their node when they are in its network, and no IP', async () => {
    const pod = await cluster.runPod('host', { node: 'n2', hostNetwork: true });
    const { ipv4, ipv6 } = cluster.bed.node('n2').address;
    assert.deepEqual(pod.addresses, [ipv4, ipv6]);
    // A pod that was made later has its IP, so the controller has seen this one as well.
    await cluster.runPod('later', { node: 'n2' });
    const { ips } = await podTraces(cluster);
    assert.ok(ips.some((key) => key.startsWith('default/later-')));
    assert.ok(!ips.some((key) => key.startsWith('default/host-')));
  });

  it('are told their addresses by DHCP and by router advertisements where the Subnet says so', async () => {
    await cluster.namespaces('leases');
    await cluster.apply(
      subnet('leases', 'default', ['10.250.7.0/24', 'fd00:250:7::/64'], {
        ...namespaceNamed('leases'),
        dhcp: { mode: 'Enabled', leaseSeconds: 600, dnsServers: ['10.96.0.10'], searchDomains: ['cluster.local'] },
        routerAdvertisements: { mode: 'Stateful' },
      }),
    );
    await cluster.wait('subnets.subnetes.io/leases');
    const pod = await cluster.runPod('leased', { node: 'n1', namespace: 'leases' });
    const [port] = (await cluster.bed.nbctl('--bare', '--no-headings', '--columns=name', 'list', 'Logical_Switch_Port'))
      .split('\n')
      .filter((name) => name.startsWith('leases.leased'));
    const lease = async (column: string): Promise<string> => {
      const options = await cluster.bed.nbctl('get', 'Logical_Switch_Port', port ?? '', column);
      assert.match(options, /^[0-9a-f-]{36}$/, `${column} of the port`);
      return cluster.bed.nbctl('list', 'DHCP_Options', options);
    };
    assert.match(await lease('dhcpv4_options'), /lease_time="?600/);
    assert.match(await lease('dhcpv4_options'), /10\.96\.0\.10/);
    assert.match(await lease('dhcpv6_options'), /fd00:250:7::\/64/);
    const advertisements = await cluster.bed.nbctl(
      'get',
      'Logical_Router_Port',
      'subnet/leases/router',
      'ipv6_ra_configs',
    );
    assert.match(advertisements, /dhcpv6_stateful/);
    // The agent has configured the pod already: leases are for those who ask, such as virtual machines.
    await assertReaches(pod.from, pods.a1.ipv4 ?? '');
    await assertReaches(pod.from, pods.a1.ipv6 ?? '');
  });
});

describe('nodes whose ovn-controller came before the bridge', function () {
  this.timeout(120_000);
  let cluster: Cluster;

  before(async () => {
    cluster = await Cluster.up({ integrationBridge: false });
  });

  after(() => cluster?.down());

  it("are Ready only when ovn-controller answers: the first packet of the first pod's IPv6 gets through [every OVN]", async () => {
    const [a, b] = await Promise.all([cluster.runPod('a', { node: 'n1' }), cluster.runPod('b', { node: 'n2' })]);
    assert.equal(await ping(a.from, b.ipv6 ?? '', { count: 1 }), 1);
    assert.equal(await ping(b.from, a.ipv6 ?? '', { count: 1 }), 1);
  });
});
