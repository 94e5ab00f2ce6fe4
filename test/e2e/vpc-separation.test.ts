// Two Vpcs with the same addresses: each works inside, and neither ever sees the other, also when one of them reaches the nodes.
import assert from 'node:assert/strict';
import { Cluster, type RunningPod } from '../support/cluster.ts';
import { namespaceNamed, subnet, vpc } from '../support/objects.ts';
import { assertReaches, assertSilent, Capture, fetchTcp, ping } from '../support/traffic.ts';

describe('Vpcs with the same addresses', function () {
  this.timeout(180_000);
  let cluster: Cluster;
  const pods = new Map<string, RunningPod>();
  const pod = (name: string): RunningPod => pods.get(name)!;
  /** red and blue have one range; green has it too, and a node attachment. */
  const vpcs = ['red', 'blue', 'green'] as const;

  before(async () => {
    cluster = await Cluster.up();
    await cluster.namespaces(...vpcs);
    await cluster.apply(
      ...[
        vpc('red'),
        vpc('blue'),
        vpc('green', { nodeAttachment: { cidrs: ['100.65.0.0/24', 'fd00:100:65::/112'], interface: 'ovn1' } }),
      ],
      ...vpcs.map((name) => subnet(name, name, ['10.60.0.0/24', 'fd00:60::/64'], namespaceNamed(name))),
    );
    for (const name of vpcs) await cluster.wait(`subnets.subnetes.io/${name}`);
    // Two pods of each Vpc, one on each node: both start at the first free address, so all Vpcs have the same two.
    for (const node of ['n1', 'n2']) {
      const running = await Promise.all(
        vpcs.map((name) => cluster.runPod(`${name}-${node}`, { node, namespace: name })),
      );
      for (const each of running) pods.set(each.name, each);
    }
  });

  after(() => cluster?.down());

  it('give the same addresses in each, and each works inside [every OVN]', async () => {
    for (const node of ['n1', 'n2']) {
      for (const other of ['blue', 'green'])
        assert.deepEqual(
          pod(`${other}-${node}`).addresses,
          pod(`red-${node}`).addresses,
          'the same addresses everywhere',
        );
    }
    for (const name of vpcs) {
      await cluster.serve(pod(`${name}-n2`), 8080);
      const { from } = pod(`${name}-n1`);
      for (const address of pod(`${name}-n2`).addresses) {
        await assertReaches(from, address, `${name} over ${address}`);
        // Only its own namesake can have answered: the servers say who they are.
        assert.equal(await fetchTcp(from, address, 8080), `${name}-n2\n`);
      }
    }
  });

  it('never reach an address that only the other has [every OVN]', async () => {
    const [control = '', control6 = ''] = pod('red-n2').addresses;
    const extra = await cluster.runPod('extra', { node: 'n1', namespace: 'blue' });
    assert.notEqual(extra.ipv4, pod('red-n1').ipv4);
    assert.notEqual(extra.ipv4, control);
    const capture = await Capture.start(extra.netns, 'icmp or icmp6');
    try {
      await assertReaches(pod('blue-n2').from, extra.ipv4 ?? '', 'the pod from its own Vpc');
      await assertReaches(pod('blue-n2').from, extra.ipv6 ?? '');
      await Promise.all(
        ['red-n1', 'green-n1', 'green-n2'].flatMap((name) => [
          assertSilent(pod(name).from, extra.ipv4 ?? '', control, `blue from ${name}`),
          assertSilent(pod(name).from, extra.ipv6 ?? '', control6, `blue from ${name} over IPv6`),
        ]),
      );
      // Not one request of the others' pods on n1 arrived, while those of blue's pod on n2 are all there.
      for (const [address, foreign] of [
        [control, pod('red-n1').ipv4],
        [control6, pod('red-n1').ipv6],
      ]) {
        assert.ok(await capture.arrived(4, 10, `${address} > `, 'echo request'), 'the capture hears');
        assert.equal(capture.count(`${foreign} > `, 'echo request'), 0);
      }
    } finally {
      await capture.stop();
    }
  });

  it('keep to the Vpc with the node attachment what comes from nodes and goes to them [every OVN]', async () => {
    const [address = '', address6 = ''] = pod('green-n2').addresses;
    const { ipv4, ipv6 } = cluster.bed.node('n1').address;
    assert.equal(
      await fetchTcp(cluster.fromNode('n1'), address, 8080),
      'green-n2\n',
      'a node reaches the attached Vpc',
    );
    assert.equal(await fetchTcp(cluster.fromNode('n1'), address6, 8080), 'green-n2\n');
    await assertReaches(pod('green-n2').from, ipv4, 'a node over IPv4');
    await assertReaches(pod('green-n2').from, ipv6, 'a node over IPv6');
    const [control] = pod('red-n2').addresses;
    await assertSilent(pod('red-n1').from, ipv4, control, 'a node from a Vpc without attachment');
    assert.equal(await ping(pod('red-n1').from, ipv6, { count: 3 }), 0);
    await assertSilent(pod('red-n1').from, '100.65.0.1', control, "the other Vpc's join network");
  });

  it('are refused when both shall be attached to the nodes, with a message that says why', async () => {
    await cluster.apply(vpc('grey', { nodeAttachment: { cidrs: ['100.66.0.0/24'], interface: 'ovn2' } }));
    await cluster.wait('vpcs.subnetes.io/grey');
    await cluster.apply(subnet('grey', 'grey', ['10.60.0.0/25']));
    await cluster.wait('subnets.subnetes.io/grey', 'condition=Accepted=false');
    const message = await cluster.kubectl(
      'get',
      'vsub',
      'grey',
      '-o',
      'jsonpath={.status.conditions[?(@.type=="Accepted")].message}',
    );
    assert.match(message, /10\.60\.0\.0\/25.*green/, message);
    await assertReaches(cluster.fromNode('n1'), pod('green-n2').ipv4 ?? '', 'what worked before');
  });
});
