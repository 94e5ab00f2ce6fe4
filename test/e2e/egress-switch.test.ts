// A Subnet whose traffic begins to leave another way while its pods run: the old way stays until the new one stands, a way that fails is
// never replaced by another mode, and people are told. One address stands for the far network, beyond the nodes' router and beyond the
// Gateway's: who is seen there tells the way.
import assert from 'node:assert/strict';
import { Cluster, type RunningPod } from '../support/cluster.ts';
import { underlayHostAddress } from '../support/external.ts';
import { namespaceNamed, subnet, vpc } from '../support/objects.ts';
import { assertReaches, eventually, pingSeries } from '../support/traffic.ts';
import { seenAs, serveWhoAsks } from '../support/who-asks.ts';

const apiVersion = 'subnetes.io/v1alpha1';
const port = 7000;
const { far } = underlayHostAddress;

describe('a change of egress under running pods', function () {
  this.timeout(240_000);
  let cluster: Cluster;
  let pod: RunningPod;
  let neighbour: RunningPod;

  const patch = (what: string, change: unknown): Promise<string> =>
    cluster.kubectl('patch', what, '--type=merge', '-p', JSON.stringify(change));
  const egress = (mode: string, gateways: readonly string[] | null): Promise<string> =>
    patch('subnets.subnetes.io/live', { spec: { egress: { mode, gateways } } });
  const gatewaysOn = async (word: 'Allowed' | 'Denied'): Promise<void> => {
    await Promise.all(['n1', 'n2'].map((node) => patch(`vnode/${node}`, { spec: { gateway: word } })));
  };
  const inForce = (): Promise<string> =>
    cluster.kubectl('get', 'subnets.subnetes.io/live', '-o', 'jsonpath={.status.egress}');
  const readyReason = (reason: string): Promise<void> =>
    cluster.wait('subnets.subnetes.io/live', `jsonpath={.status.conditions[?(@.type=="Ready")].reason}=${reason}`, 60);

  async function assertSeen(as: readonly (string | undefined)[], when: string): Promise<void> {
    let seen: readonly (string | undefined)[] = [];
    await eventually(when, 30, async () => {
      seen = await Promise.all([far.ipv4, far.ipv6].map((address) => seenAs(pod.from, address, port, 1)));
      return seen.every((address, index) => address === as[index]);
    }).catch(() => {});
    assert.deepEqual(seen, as, when);
  }

  const node = (): readonly string[] => Object.values(cluster.bed.node('n1').address);
  const gateway = ['192.0.2.100', 'fd02::100'];

  before(async () => {
    cluster = await Cluster.up({ external: true });
    const addresses = ['192.0.2.1/24', 'fd02::1/64', `${far.ipv4}/32`, `${far.ipv6}/128`];
    const router = await cluster.bed.external.host({ name: 'router', vlan: 100, addresses });
    const hosts = [router.netns, cluster.bed.external.underlayHost.netns];
    await Promise.all(hosts.map((netns) => serveWhoAsks(cluster.bed.manifest, netns, port)));
    await cluster.namespaces('live');
    await cluster.apply(
      vpc('team', { nodeAttachment: { cidrs: ['100.65.0.0/24', 'fd00:100:65::/112'], interface: 'ovn1' } }),
      subnet('live', 'team', ['10.81.1.0/24', 'fd00:81:1::/64'], namespaceNamed('live')),
      { apiVersion, kind: 'ProviderNetwork', metadata: { name: 'phys' }, spec: { uplinks: [{ interface: 'eth1' }] } },
      {
        ...{ apiVersion, kind: 'Subnet', metadata: { name: 'ext' } },
        spec: {
          ...{ type: 'External', physical: { providerNetwork: 'phys', vlan: 100 } },
          ...{ cidrs: ['192.0.2.0/24', 'fd02::/64'], gateways: ['192.0.2.1', 'fd02::1'] },
        },
      },
      {
        ...{ apiVersion, kind: 'Gateway', metadata: { name: 'gw' } },
        spec: { vpc: 'team', external: { subnet: 'ext', addresses: gateway } },
      },
    );
    for (const what of ['subnets.subnetes.io/live', 'vprov/phys', 'vgw/gw']) await cluster.wait(what, undefined, 60);
    [pod, neighbour] = await Promise.all([
      cluster.runPod('pod', { node: 'n1', namespace: 'live' }),
      cluster.runPod('neighbour', { node: 'n2', namespace: 'live' }),
    ]);
    await assertSeen(node(), 'by its node at first');
  });

  after(() => cluster?.down());

  it('leaves the old way in force until a Gateway of the new one carries traffic', async () => {
    await gatewaysOn('Denied');
    await cluster.wait('vgw/gw', 'jsonpath={.status.conditions[?(@.type=="Ready")].reason}=NoEligibleNode', 60);
    await egress('Centralized', ['gw']);
    await readyReason('NoGatewayReady');
    assert.deepEqual(JSON.parse(await inForce()), { mode: 'Distributed', gateways: [] });
    await assertSeen(node(), 'by its node while no Gateway is ready');
    const { longestGapMs } = await pingSeries({
      ...{ from: pod.netns, address: far.ipv4, seconds: 15 },
      during: () => gatewaysOn('Allowed'),
    });
    console.log(`      longest gap when the new way comes into force: ${Math.round(longestGapMs)} ms`);
    await cluster.wait('vgw/gw', undefined, 60);
    await readyReason('Ready');
    assert.deepEqual(JSON.parse(await inForce()), { mode: 'Centralized', gateways: ['gw'] });
    await assertSeen(gateway, 'by the Gateway when it is ready');
    assert.ok(longestGapMs < 5000, `no reply for ${longestGapMs} ms`);
    const events = await cluster.kubectl(
      'get',
      'events',
      '-A',
      '--field-selector',
      'reason=EgressChanged',
      '-o',
      'json',
    );
    const notes = (JSON.parse(events) as { items: readonly { message: string }[] }).items.map(({ message }) => message);
    assert.deepEqual(notes, [
      'Distributed → Centralized via gw (192.0.2.100, fd02::100); 2 pods; connections through node addresses will reset',
    ]);
  });

  it('drops what would leave when the Gateway fails: it goes no other way', async () => {
    await gatewaysOn('Denied');
    await readyReason('NoGatewayReady');
    await assertSeen([undefined, undefined], 'nothing leaves');
    for (const address of neighbour.addresses) await assertReaches(pod.from, address, 'what stays inside');
    await gatewaysOn('Allowed');
    await readyReason('Ready');
    await assertSeen(gateway, 'by the Gateway again');
  });

  it('leaves by the nodes again, through nothing, and back, with the same pods', async () => {
    await egress('None', null);
    await assertSeen([undefined, undefined], 'mode None');
    await egress('Centralized', ['gw']);
    await assertSeen(gateway, 'mode Centralized');
    await egress('Distributed', null);
    await assertSeen(node(), 'mode Distributed');
    const policies = await cluster.bed.nbctl(
      '--columns=match',
      '--bare',
      'find',
      'Logical_Router_Policy',
      'action=drop',
    );
    assert.ok(!policies.includes('10.81.1.0'), policies);
    assert.equal((await cluster.bed.nbctl('--bare', '--columns=_uuid', 'list', 'NAT')).trim(), '');
    assert.equal((await cluster.pod('pod', 'live')).uid, pod.uid);
  });
});
