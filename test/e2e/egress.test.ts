// How pods leave by their own nodes, judged by whose address a host outside sees. It knows the way to nodes only: who is not hidden
// behind one gets no answer, unless the host is told a way back.
import assert from 'node:assert/strict';
import { Cluster, type RunningPod } from '../support/cluster.ts';
import { underlayHostAddress as outside } from '../support/external.ts';
import { namespaceNamed, subnet, vpc } from '../support/objects.ts';
import { assertReaches, assertSilent, eventually, ping } from '../support/traffic.ts';
import { seenAs, serveWhoAsks } from '../support/who-asks.ts';

const port = 7000;
const both = [outside.ipv4, outside.ipv6] as const;

describe('egress by the nodes', function () {
  this.timeout(240_000);
  let cluster: Cluster;
  /** Pods of the default Subnet. */
  let one: RunningPod;
  let two: RunningPod;
  /** A pod on n1 in Subnet `live`, whose egress the tests change. */
  let live: RunningPod;

  const liveCidrs = ['10.245.0.0/24', 'fd00:10:245::/64'] as const;
  const addressesOf = (name: string): readonly string[] => {
    const { ipv4, ipv6 } = cluster.bed.node(name).address;
    return [ipv4, ipv6];
  };

  const egress = async (spec: Readonly<Record<string, unknown>>): Promise<void> => {
    await cluster.apply(subnet('live', 'default', liveCidrs, { ...namespaceNamed('live'), egress: spec }));
    await cluster.wait('subnets.subnetes.io/live');
  };

  /** Waits until the outside sees a pod under these addresses; undefined means that it does not see it. */
  async function assertSeen(pod: RunningPod, as: readonly (string | undefined)[], to: readonly string[] = both) {
    let seen: readonly (string | undefined)[] = [];
    await eventually(`${pod.name} is seen as ${as.join(', ')}`, 20, async () => {
      seen = await Promise.all(to.map((address) => seenAs(pod.from, address, port, 1)));
      return seen.every((address, index) => address === as[index]);
    }).catch(() => {});
    assert.deepEqual(seen, as, `how the outside sees ${pod.name}`);
  }

  before(async () => {
    cluster = await Cluster.up({ external: true });
    await cluster.namespaces('live', 'red');
    await serveWhoAsks(cluster.bed.manifest, cluster.bed.external.underlayHost.netns, port);
    await egress({});
    [one, two, live] = await Promise.all([
      cluster.runPod('one', { node: 'n1' }),
      cluster.runPod('two', { node: 'n2' }),
      cluster.runPod('live', { node: 'n1', namespace: 'live' }),
    ]);
  });

  after(() => cluster?.down());

  it('hides each pod behind its own node, in both families [every OVN]', async () => {
    await assertSeen(one, addressesOf('n1'));
    await assertSeen(two, addressesOf('n2'));
    const { far } = outside;
    await assertSeen(two, addressesOf('n2'), [far.ipv4, far.ipv6]);
    const said = 'jsonpath={.status.egress.mode}';
    assert.equal(await cluster.kubectl('get', 'vsub', 'default', '-o', said), 'Distributed');
  });

  it('hides nobody inside: pods, and nodes by the addresses that people know [every OVN]', async () => {
    const { netns } = cluster.bed.node('n2');
    await serveWhoAsks(cluster.bed.manifest, netns, port);
    await serveWhoAsks(cluster.bed.manifest, two.netns, port);
    await assertSeen(one, one.addresses, addressesOf('n2'));
    await assertSeen(one, one.addresses, two.addresses);
    await assertSeen(live, live.addresses, two.addresses);
    for (const node of ['n1', 'n2'])
      for (const address of [...one.addresses, ...two.addresses, ...live.addresses])
        await assertReaches(cluster.fromNode(node), address, `${address} from ${node}`);
  });

  it('changes with the Subnet while its pods run: own addresses, exceptions, nothing, and back', async () => {
    const nodes = addressesOf('n1');
    const { underlayHost } = cluster.bed.external;
    await assertSeen(live, nodes);
    await egress({ snat: 'Disabled' });
    await assertSeen(live, [undefined, undefined]);
    for (const [index, cidr] of liveCidrs.entries()) await underlayHost.route(cidr, nodes[index]!);
    await assertSeen(live, live.addresses);
    for (const address of live.addresses) await assertReaches(underlayHost.from, address, `${address} from outside`);
    await egress({ snatExceptions: [`${outside.far.ipv4}/32`, '2001:db8:51::/48', '2001:db8:51::/64'] });
    await assertSeen(live, nodes);
    await assertSeen(live, live.addresses, [outside.far.ipv4, outside.far.ipv6]);
    await egress({ mode: 'None' });
    await eventually('nothing leaves', 20, async () => (await ping(live.from, outside.ipv4, { wait: 0.3 })) === 0);
    for (const address of both) await assertSilent(live.from, address, two.ipv4);
    for (const address of [...two.addresses, ...addressesOf('n2')]) await assertReaches(live.from, address);
    await assertSeen(one, nodes);
    await egress({});
    await assertSeen(live, nodes);
    const events = await cluster.kubectl(
      'get',
      'events',
      '-A',
      '--field-selector',
      'reason=EgressChanged',
      '-o',
      'json',
    );
    const notes = (JSON.parse(events) as { items: readonly { message: string; type: string }[] }).items;
    assert.deepEqual(notes.map(({ message, type }) => [type, message]).sort(), [
      ['Normal', 'Distributed → None; 1 pod; connections to the outside end'],
      ['Normal', 'None → Distributed; 1 pod'],
    ]);
  });

  it('puts the packet filter of a node back when somebody changes or removes it', async () => {
    const { netns } = cluster.bed.node('n1');
    const node = cluster.fromNode('n1');
    // The kernel lists tables in the order in which they were made.
    const rules = async (): Promise<string> =>
      (await node('nft', ['list', 'ruleset'])).stdout
        .split(/^(?=table )/m)
        .sort()
        .join('');
    const before = await rules();
    assert.match(before, /masquerade/);
    for (const meddling of [
      ['flush', 'ruleset'],
      ['delete', 'table', 'inet', 'subnetes'],
      ['flush', 'chain', 'inet', 'subnetes', 'postrouting'],
      ['add', 'rule', 'inet', 'subnetes', 'forward', 'drop'],
    ]) {
      await node('nft', meddling);
      await eventually(`${netns}: back after nft ${meddling.join(' ')}`, 10, async () => (await rules()) === before);
    }
    await assertSeen(one, addressesOf('n1'));
  });

  it('goes on while the agent is dead, and finds what changed meanwhile', async () => {
    await cluster.agents.get('n1')?.kill();
    await assertSeen(one, addressesOf('n1'));
    await cluster.fromNode('n1')('nft', ['flush', 'ruleset']);
    await cluster.restartAgent('n1');
    await assertSeen(one, addressesOf('n1'));
    await assertSeen(two, addressesOf('n2'));
  });

  it('keeps two Vpcs apart that are on the same nodes', async () => {
    await cluster.apply(
      vpc('red', { nodeAttachment: { cidrs: ['100.65.0.0/24', 'fd00:100:65::/112'], interface: 'ovn1' } }),
      subnet('red', 'red', ['10.246.0.0/24', 'fd00:10:246::/64'], namespaceNamed('red')),
    );
    await cluster.wait('subnets.subnetes.io/red');
    const [near, far] = await Promise.all([
      cluster.runPod('near', { node: 'n1', namespace: 'red' }),
      cluster.runPod('far', { node: 'n2', namespace: 'red' }),
    ]);
    await assertSeen(near, addressesOf('n1'));
    await assertSeen(far, addressesOf('n2'));
    for (const red of [near, far])
      for (const [index, address] of red.addresses.entries()) {
        await assertReaches(cluster.fromNode('n1'), address, `${address} from its node`);
        await assertSilent(one.from, address, both[index]);
        await assertSilent(red.from, one.addresses[index]!, both[index]);
      }
  });

  it('gives way to the routes of the Vpc', async () => {
    const red = await cluster.pod('near', 'red');
    const join = JSON.parse(
      await cluster.kubectl('get', 'vnode', 'n2', '-o', 'jsonpath={.status.attachments[?(@.vpc=="red")].addresses}'),
    ) as readonly string[];
    const routed = async (spec: Readonly<Record<string, unknown>>): Promise<void> => {
      const nodeAttachment = { cidrs: ['100.65.0.0/24', 'fd00:100:65::/112'], interface: 'ovn1' };
      await cluster.apply(vpc('red', { nodeAttachment, staticRoutes: [], policyRoutes: [], ...spec }));
      await cluster.wait('vpcs.subnetes.io/red');
    };
    const [own, other] = [addressesOf('n1'), addressesOf('n2')];
    await routed({
      staticRoutes: [
        { name: 'one', destination: `${outside.far.ipv4}/32`, nextHops: [join[0]] },
        { name: 'all', destination: '::/0', nextHops: [join[1]] },
      ],
    });
    await assertSeen(red, [other[0], other[1], own[0]], [outside.far.ipv4, outside.far.ipv6, outside.ipv4]);
    await routed({
      policyRoutes: [
        { name: 'away', priority: 10, destinations: ['198.51.100.0/24'], action: 'Reroute', nextHops: [join[0]] },
        { name: 'closed', priority: 20, destinations: [`${outside.ipv4}/32`], action: 'Drop' },
      ],
    });
    await assertSeen(red, [other[0], undefined, own[1]], [outside.far.ipv4, outside.ipv4, outside.ipv6]);
    // An Allow is an exception from what comes after it, and leaves as everything else does.
    await routed({
      policyRoutes: [
        { name: 'far', priority: 10, destinations: [`${outside.far.ipv4}/32`], action: 'Allow' },
        { name: 'closed', priority: 20, destinations: ['198.51.100.0/24', '172.30.0.254/32'], action: 'Drop' },
      ],
    });
    await assertSeen(red, [own[0], undefined, own[1]], [outside.far.ipv4, outside.ipv4, outside.ipv6]);
    await routed({});
    await assertSeen(red, [...own, own[0]], [...both, outside.far.ipv4]);
  });
});
