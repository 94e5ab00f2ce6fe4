// How Subnets leave through Gateways, judged by whose address a host on the physical network sees; which Gateway carries them, and what
// is left when everything is deleted. The host knows the way to its own networks only: who keeps its own address gets no answer, unless
// the host is told a way back.
import assert from 'node:assert/strict';
import { Cluster, type RunningPod } from '../support/cluster.ts';
import type { ExternalHost } from '../support/external.ts';
import { namespaceNamed, subnet, vpc } from '../support/objects.ts';
import { assertReaches, eventually, ping, pingSeries } from '../support/traffic.ts';
import { seenAs, serveWhoAsks } from '../support/who-asks.ts';

const apiVersion = 'subnetes.io/v1alpha1';
const port = 7000;

/** A ProviderNetwork on eth1 of all nodes, and External Subnets on it: tagged with two families, and untagged with one. */
const outside = [
  { apiVersion, kind: 'ProviderNetwork', metadata: { name: 'physnet' }, spec: { uplinks: [{ interface: 'eth1' }] } },
  external('tagged', ['192.0.2.0/24', 'fd02::/64'], ['192.0.2.1', 'fd02::1'], { vlan: 100 }, ['192.0.2.2-192.0.2.99']),
  external('plain', ['198.51.100.0/24'], ['198.51.100.1'], {}, ['198.51.100.2-198.51.100.99']),
];

function external(
  name: string,
  cidrs: readonly string[],
  gateways: readonly string[],
  physical: Readonly<Record<string, unknown>>,
  excludes: readonly string[],
): unknown {
  const spec = { type: 'External', physical: { providerNetwork: 'physnet', ...physical }, cidrs, gateways, excludes };
  return { apiVersion, kind: 'Subnet', metadata: { name }, spec };
}

function gateway(
  name: string,
  vpcName: string,
  subnetName: string,
  addresses: readonly string[],
  spec: Readonly<Record<string, unknown>> = {},
): unknown {
  return {
    ...{ apiVersion, kind: 'Gateway', metadata: { name } },
    spec: { vpc: vpcName, external: { subnet: subnetName, addresses }, ...spec },
  };
}

describe('egress by Gateways', function () {
  this.timeout(240_000);
  let cluster: Cluster;
  let tagged: ExternalHost;
  let untagged: ExternalHost;
  /** A pod in Subnet `live` of Vpc `team`, whose egress the tests change. */
  let pod: RunningPod;

  const cidrs = ['10.80.1.0/24', 'fd00:80:1::/64'] as const;

  const egress = async (spec: Readonly<Record<string, unknown>>): Promise<void> => {
    const live = subnet('live', 'team', cidrs, { ...namespaceNamed('live'), egress: spec });
    await cluster.apply(live);
    await cluster.wait('subnets.subnetes.io/live');
  };

  /** Waits until a host sees the pod under one of these addresses at each of its own; undefined means that it does not see it. */
  async function assertSeen(as: readonly (string | undefined)[], host = tagged, who = pod): Promise<void> {
    let seen: readonly (string | undefined)[] = [];
    await eventually(`${who.name} is seen as ${as.join(', ')}`, 20, async () => {
      seen = await Promise.all(host.addresses.slice(0, as.length).map((address) => seenAs(who.from, address, port, 1)));
      return seen.every((address, index) => address === as[index]);
    }).catch(() => {});
    assert.deepEqual(seen, as, `how ${host.name} sees ${who.name}`);
  }

  const patch = (what: string, change: unknown): Promise<string> =>
    cluster.kubectl('patch', what, '--type=merge', '-p', JSON.stringify(change));

  const activeNode = (name: string): Promise<string> =>
    cluster.kubectl('get', `gateways.subnetes.io/${name}`, '-o', 'jsonpath={.status.activeNode}');

  before(async () => {
    cluster = await Cluster.up({ nodes: 3, external: true });
    await cluster.namespaces('live', 'late');
    [tagged, untagged] = await Promise.all([
      cluster.bed.external.host({ name: 'tagged', vlan: 100, addresses: ['192.0.2.1/24', 'fd02::1/64'] }),
      cluster.bed.external.host({ name: 'untagged', addresses: ['198.51.100.1/24'] }),
    ]);
    await Promise.all([tagged, untagged].map(({ netns }) => serveWhoAsks(cluster.bed.manifest, netns, port)));
    // What names something comes before what it names: nothing has an order.
    await cluster.apply(
      subnet('live', 'team', cidrs, {
        ...namespaceNamed('live'),
        egress: { mode: 'Centralized', gateways: ['first'] },
      }),
      gateway('first', 'team', 'tagged', ['192.0.2.100', '192.0.2.101', 'fd02::100']),
    );
    await cluster.apply(...outside, vpc('team'));
    await cluster.wait('gateways.subnetes.io/first');
    await cluster.wait('subnets.subnetes.io/live');
    pod = await cluster.runPod('pod', { node: 'n1', namespace: 'live' });
  });

  after(() => cluster?.down());

  it('hides pods behind the first address of a family, wherever they run [every OVN]', async () => {
    await assertSeen(['192.0.2.100', 'fd02::100']);
    const [second, third] = await Promise.all([
      cluster.runPod('second', { node: 'n2', namespace: 'live' }),
      cluster.runPod('third', { node: 'n3', namespace: 'live' }),
    ]);
    await assertSeen(['192.0.2.100', 'fd02::100'], tagged, second);
    await assertSeen(['192.0.2.100', 'fd02::100'], tagged, third);
    for (const address of ['192.0.2.100', '192.0.2.101', 'fd02::100'])
      await assertReaches(tagged.from, address, `the Gateway's address ${address}`);
    await cluster.deletePod('third', 'live');
  });

  it('leaves as the Subnet says: another address, exceptions, the own address, and not at all [every OVN]', async () => {
    await egress({ mode: 'Centralized', gateways: ['first'], snatAddresses: ['192.0.2.101'] });
    await assertSeen(['192.0.2.101', 'fd02::100']);
    await egress({ mode: 'Centralized', gateways: ['first'], snatExceptions: ['192.0.2.0/28', 'fd02::1/128'] });
    await assertSeen([undefined, undefined]);
    await tagged.route(cidrs[0], '192.0.2.100');
    await tagged.route(cidrs[1], 'fd02::100');
    await assertSeen([pod.ipv4, pod.ipv6]);
    await egress({ mode: 'Centralized', gateways: ['first'], snatExceptions: ['192.0.2.128/25', 'fd02:1::/64'] });
    await assertSeen(['192.0.2.100', 'fd02::100']);
    await egress({ mode: 'Centralized', gateways: ['first'], snat: 'Disabled' });
    await assertSeen([pod.ipv4, pod.ipv6]);
    for (const address of pod.addresses) await assertReaches(tagged.from, address, 'the pod, from outside');
    await egress({ mode: 'None' });
    await assertSeen([undefined, undefined]);
    await egress({ mode: 'Centralized', gateways: ['first'] });
    await assertSeen(['192.0.2.100', 'fd02::100']);
  });

  it('takes the Gateway of the smallest priority that carries traffic, and shares the flows among equals', async () => {
    await cluster.apply(gateway('spare', 'team', 'tagged', ['192.0.2.110', 'fd02::110'], { priority: 600 }));
    await cluster.wait('gateways.subnetes.io/spare');
    await egress({ mode: 'Centralized', gateways: ['first', 'spare'] });
    await assertSeen(['192.0.2.100', 'fd02::100']);
    await patch('gateways.subnetes.io/first', {
      spec: { placement: { nodeSelector: { matchLabels: { no: 'node' } } } },
    });
    await assertSeen(['192.0.2.110', 'fd02::110']);
    const reason = 'jsonpath={.status.conditions[?(@.type=="Ready")].reason}=NoEligibleNode';
    await cluster.wait('gateways.subnetes.io/first', reason);
    await patch('gateways.subnetes.io/first', { spec: { placement: { nodeSelector: null } } });
    await assertSeen(['192.0.2.100', 'fd02::100']);
    await patch('gateways.subnetes.io/spare', { spec: { priority: 500 } });
    await eventually('both carry flows', 20, async () => {
      const seen = await Promise.all(Array.from({ length: 12 }, () => seenAs(pod.from, '192.0.2.1', port, 2)));
      assert.ok(
        seen.every((address) => address !== undefined),
        `each flow is answered: ${seen.join(' ')}`,
      );
      return new Set(seen).size === 2;
    });
    await egress({ mode: 'Centralized', gateways: ['first'] });
    await cluster.kubectl('delete', 'gateways.subnetes.io/spare');
    await assertSeen(['192.0.2.100', 'fd02::100']);
  });

  it('reaches two physical networks by two Gateways of one Vpc, tagged and untagged', async () => {
    await cluster.apply(
      gateway('other', 'team', 'plain', ['198.51.100.100']),
      subnet('late', 'team', ['10.80.2.0/24'], {
        ...namespaceNamed('late'),
        egress: { mode: 'Centralized', gateways: ['other'] },
      }),
    );
    await cluster.wait('subnets.subnetes.io/late');
    const late = await cluster.runPod('late', { node: 'n2', namespace: 'late' });
    await assertSeen(['198.51.100.100'], untagged, late);
    await assertSeen([undefined], tagged, late);
    await assertSeen([undefined], untagged, pod);
    await assertReaches(late.from, pod.ipv4 ?? '', 'a pod of the other Subnet');
    await cluster.deletePod('late', 'late');
    await cluster.kubectl('delete', 'subnets.subnetes.io/late', 'gateways.subnetes.io/other');
  });

  it('goes on when the active node is denied, and when its Node is deleted', async () => {
    const active = await activeNode('first');
    const denied = await pingSeries({
      ...{ from: pod.netns, address: '192.0.2.1', seconds: 6 },
      during: async () => {
        await patch(`nodenetworks.subnetes.io/${active}`, { spec: { gateway: 'Denied' } });
        await eventually('another carries it', 10, async () => ![active, ''].includes(await activeNode('first')));
      },
    });
    assert.ok(denied.longestGapMs < 2000, `a move without any failure: ${denied.longestGapMs} ms without an answer`);
    await patch(`nodenetworks.subnetes.io/${active}`, { spec: { gateway: null } });
    await cluster.wait('gateways.subnetes.io/first');
    // The pod is on n1, so a node without it goes.
    await patch('gateways.subnetes.io/first', { spec: { placement: { preferredNodes: ['n3'] } } });
    await eventually('n3 carries it', 10, async () => (await activeNode('first')) === 'n3');
    await cluster.agents.get('n3')?.kill();
    await cluster.kubectl('delete', 'node', 'n3');
    await eventually('another carries it', 30, async () => !['n3', ''].includes(await activeNode('first')));
    await assertSeen(['192.0.2.100', 'fd02::100']);
    const nodes = await cluster.kubectl('get', 'gateways.subnetes.io/first', '-o', 'jsonpath={.status.nodes[*].name}');
    assert.ok(!nodes.split(' ').includes('n3'), nodes);
  });

  it('comes back by itself with the physical router, when that has another MAC and says so', async () => {
    await tagged.from('ip', ['link', 'set', 'eth0', 'address', '0a:00:00:00:77:01']);
    await tagged.from('ping', ['-c', '1', '-W', '1', '192.0.2.100']).catch(() => {});
    await tagged.from('ping', ['-c', '1', '-W', '1', 'fd02::100']).catch(() => {});
    await assertSeen(['192.0.2.100', 'fd02::100']);
  });

  it('ends with nothing left, everything deleted at once [every OVN]', async () => {
    const everything = ['vpc/team', 'vprov/physnet', 'vsub/tagged', 'vsub/plain', 'vgw/first', 'vsub/live'];
    await cluster.kubectl('delete', ...everything, '--wait=false');
    const inUse = 'jsonpath={.status.conditions[?(@.type=="Ready")].reason}=InUse';
    await cluster.wait('gateways.subnetes.io/first', inUse);
    assert.ok((await ping(pod.from, '192.0.2.1', { count: 5 })) > 0, 'while its Subnet has pods everything works on');
    await Promise.all(['pod', 'second'].map((name) => cluster.deletePod(name, 'live')));
    await cluster.kubectl('wait', '--for=delete', '--timeout=30s', ...everything);
    const ips = await cluster.kubectl('get', 'ips.subnetes.io', '-A', '-o', 'name');
    assert.equal(ips, '');
    for (const table of ['HA_Chassis_Group', 'HA_Chassis', 'NAT', 'Address_Set'])
      assert.equal(await cluster.bed.nbctl('--bare', '--columns=_uuid', 'list', table), '', table);
    const routers = await cluster.bed.nbctl('--bare', '--columns=name', 'list', 'Logical_Router');
    assert.equal(routers, 'vpc/default');
    const claims = await cluster.bed.sbctl('--bare', '--columns=_uuid', 'find', 'Port_Binding', 'type=chassisredirect');
    assert.equal(claims, '');
  });
});
