// What NetworkPolicies mean at every moment: a pod gets no packet before the policies that select it, and a change of a policy is never a gap.
import assert from 'node:assert/strict';
import { Cluster } from '../support/cluster.ts';
import { DatagramFlood } from '../support/datagram-flood.ts';
import { assertWentOn, Flood } from '../support/flood.ts';
import { forPod, ip } from '../support/objects.ts';
import { inForce, networkPolicy } from '../support/policies.ts';
import type { Spec } from '../support/policy-oracle.ts';
import { Prober } from '../support/prober.ts';
import { assertReaches, assertSilent, Capture, eventually, inNamespace, ping } from '../support/traffic.ts';

const deny: Spec = { podSelector: {}, policyTypes: ['Ingress'] };

describe('NetworkPolicies from moment to moment', function () {
  this.timeout(240_000);
  let cluster: Cluster;
  before(async () => {
    cluster = await Cluster.up();
    await cluster.namespaces('shut', 'others', { name: 'shop', labels: { team: 'shop' } });
  });
  after(() => cluster?.down());

  it('100 pods start under default deny while others flood their addresses: not one packet gets in', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `p${index}`);
    const addresses = names.map((_, index) => [`10.244.1.${index + 1}`, `fd00:10:244::1:${index + 1}`]);
    await cluster.apply(
      networkPolicy('shut', 'deny', deny),
      ...names.map((name, index) => ip(name, 'shut', 'default', { addresses: addresses[index]!, ...forPod(name) })),
    );
    const attackers = await Promise.all(
      ['n1', 'n2'].map((node) => cluster.runPod(`attacker-${node}`, { namespace: 'others', node })),
    );
    await inForce(cluster, 'others');
    const floods = await Promise.all(attackers.map(({ netns }) => DatagramFlood.start(netns, addresses.flat(), 9)));
    try {
      for (let round = 1; round <= 5; round++) {
        await Promise.all(
          names.map((name, index) =>
            cluster.createPod(name, { namespace: 'shut', node: index % 2 === 0 ? 'n1' : 'n2' }),
          ),
        );
        await cluster.kubectl('wait', '--for=condition=Ready', '--timeout=60s', 'pods', '--all', '-n', 'shut');
        const pods = await Promise.all(
          names.map(async (name) => ({ name, netns: (await cluster.bed.kube.podNetns('shut', name)) ?? '' })),
        );
        const got = await Promise.all(pods.map(async ({ name, netns }) => `${name} ${await datagrams(netns)}`));
        assert.deepEqual(
          got,
          names.map((name) => `${name} 0`),
          `round ${round}`,
        );
        // The kernel's count counts: without the policy it rises.
        if (round === 5) {
          await cluster.kubectl('delete', 'networkpolicy', 'deny', '-n', 'shut');
          for (const pod of pods)
            await eventually(`${pod.name} is flooded`, 20, async () => (await datagrams(pod.netns)) > 20);
        }
        await cluster.kubectl('delete', 'pods', '--all', '-n', 'shut', '--wait=true');
      }
    } finally {
      const sent = await Promise.all(floods.map((flood) => flood.stop()));
      for (const count of sent) assert.ok(count > 10_000, `only ${count} packets were sent`);
    }
  });

  it('changes back and forth under traffic: what both versions forbid never passes, what both allow is never lost', async () => {
    const label = (app: string) => ({ labels: { app } });
    const [server, friend, foe] = await Promise.all([
      cluster.runPod('server', { namespace: 'shop', node: 'n1', ...label('server') }),
      cluster.runPod('friend', { namespace: 'shop', node: 'n2', ...label('friend') }),
      cluster.runPod('foe', { namespace: 'shop', node: 'n2', ...label('foe') }),
    ]);
    const version = (ingress: NonNullable<Spec['ingress']>, egress?: Spec['egress']): unknown =>
      networkPolicy('shop', 'server', {
        podSelector: { matchLabels: { app: 'server' } },
        policyTypes: egress ? ['Ingress', 'Egress'] : ['Ingress'],
        ingress,
        ...(egress ? { egress } : {}),
      });
    const selected = (app: string) => ({ podSelector: { matchLabels: { app } } });
    const versions = [
      version([{ from: [selected('friend')] }]),
      version([{ from: [{ ipBlock: { cidr: `${friend.ipv4}/32` } }, { ipBlock: { cidr: `${friend.ipv6}/128` } }] }]),
      version([{ from: [selected('nobody')] }, { from: [selected('friend'), selected('somebody')] }], []),
      version([
        {
          from: [
            {
              namespaceSelector: { matchLabels: { team: 'shop' } },
              podSelector: { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['foe'] }] },
            },
          ],
        },
      ]),
      version(
        [
          {
            from: [
              { ipBlock: { cidr: '0.0.0.0/0', except: [`${foe.ipv4}/32`] } },
              { ipBlock: { cidr: '::/0', except: [`${foe.ipv6}/128`] } },
            ],
          },
        ],
        [{}],
      ),
    ];
    const service = await Prober.start(server.netns, 'server', [{ protocol: 'TCP', port: 8080 }]);
    const client = await Prober.start(friend.netns, 'friend', []);
    await assertReaches(foe.from, server.ipv4 ?? '');
    await assertReaches(foe.from, server.ipv6 ?? '');
    await cluster.apply(versions[0]);
    await inForce(cluster, 'others');
    const refused = await Capture.start(server.netns, `(ip or ip6) and (src host ${foe.ipv4} or src host ${foe.ipv6})`);
    const floods = [foe, friend].flatMap(({ netns }) => server.addresses.map((address) => Flood.start(netns, address)));
    const probes = server.addresses.flatMap((address) =>
      Array.from({ length: 5 }, () => ({ address, protocol: 'TCP', port: 8080 }) as const),
    );
    let changing = true;
    let connections = 0;
    const lost: number[] = [];
    // New connections all the time: one that waits for a second SYN was lost once.
    const connecting = (async () => {
      while (changing) {
        const answers = await client.ask(probes, 0.9);
        connections += answers.length;
        lost.push(...answers.flatMap((answer, index) => (answer ? [] : [index])));
      }
    })();
    try {
      for (let round = 0; round < 3; round++)
        for (const next of [...versions.slice(1), versions[0]]) {
          await cluster.apply(next);
          await inForce(cluster, 'others');
        }
    } finally {
      changing = false;
      await connecting;
      const counts = await Promise.all(floods.map((flood) => flood.stop()));
      const arrived = refused.lines.filter((line) => !line.includes('neighbor'));
      await refused.stop();
      await Promise.all([service.stop(), client.stop()]);
      assert.deepEqual(arrived.slice(0, 5), [], 'packets of the refused pod');
      for (const count of counts.slice(0, 2)) {
        assert.ok(count.sent > 200, `the refused pod sent only ${count.sent} packets`);
        assert.equal(count.received, 0);
      }
      for (const count of counts.slice(2)) assertWentOn(count, 'the allowed pod', 200);
      assert.ok(connections > 200, `only ${connections} connections were tried`);
      assert.equal(
        lost.length,
        0,
        `${lost.length} of ${connections} new connections of the allowed pod waited or were lost`,
      );
    }
  });

  it('ends an established connection when a policy forbids it, and lets its own node, replies and itself through [every OVN]', async () => {
    const { server, friend, foe } = {
      server: await cluster
        .pod('server', 'shop')
        .catch(() => cluster.runPod('server', { namespace: 'shop', node: 'n1', labels: { app: 'server' } })),
      friend: await cluster
        .pod('friend', 'shop')
        .catch(() => cluster.runPod('friend', { namespace: 'shop', node: 'n2', labels: { app: 'friend' } })),
      foe: await cluster
        .pod('foe', 'shop')
        .catch(() => cluster.runPod('foe', { namespace: 'shop', node: 'n2', labels: { app: 'foe' } })),
    };
    await cluster.apply(
      networkPolicy('shop', 'server', { podSelector: { matchLabels: { app: 'server' } }, policyTypes: ['Ingress'] }),
    );
    await inForce(cluster, 'shop');
    for (const address of server.addresses) {
      await assertReaches(cluster.fromNode('n1'), address, 'a pod from its own node');
      await assertSilent(friend.from, address, foe.ipv4, 'a pod under default deny');
      await assertReaches(inNamespace(server.netns), address, 'a pod from itself');
    }
    // Another node is a stranger.
    assert.equal(await ping(cluster.fromNode('n2'), server.ipv4 ?? '', { count: 5 }), 0);
    for (const address of friend.addresses) await assertReaches(server.from, address, 'replies');
    await cluster.kubectl('delete', 'networkpolicy', 'server', '-n', 'shop');
    const earlier = await echoes(server.netns);
    const floods = server.addresses.map((address) => Flood.start(friend.netns, address));
    try {
      await eventually('the floods arrive', 20, async () =>
        (await echoes(server.netns)).in.every((count, family) => count > (earlier.in[family] ?? 0) + 20),
      );
      await cluster.apply(
        networkPolicy('shop', 'server', { podSelector: { matchLabels: { app: 'server' } }, policyTypes: ['Ingress'] }),
      );
      await inForce(cluster, 'shop');
      // Open vSwitch looks at the flows that it has cached a moment later.
      await eventually('the established flows end', 20, async () => {
        const [before, sent] = await Promise.all([echoes(server.netns), echoes(friend.netns)]);
        await eventually('more requests', 10, async () =>
          (await echoes(friend.netns)).out.every((count, family) => count > (sent.out[family] ?? 0) + 50),
        );
        return (await echoes(server.netns)).in.every((count, family) => count === before.in[family]);
      });
    } finally {
      for (const { received } of await Promise.all(floods.map((flood) => flood.stop()))) assert.ok(received > 0);
    }
  });
});

/** UDP datagrams that a pod's kernel has received since its network namespace was made, over both families, whether anybody listens or not. */
async function datagrams(netns: string): Promise<number> {
  const { stdout } = await inNamespace(netns)('cat', ['/proc/net/snmp', '/proc/net/snmp6']);
  const [names = '', values = ''] = stdout.split('\n').filter((line) => line.startsWith('Udp:'));
  const ipv4 = new Map(names.split(' ').map((name, index) => [name, Number(values.split(' ')[index])]));
  const ipv6 = (name: string) => Number(new RegExp(`^${name}\\s+(\\d+)`, 'm').exec(stdout)?.[1] ?? Number.NaN);
  return (
    (ipv4.get('InDatagrams') ?? Number.NaN) +
    (ipv4.get('NoPorts') ?? Number.NaN) +
    ipv6('Udp6InDatagrams') +
    ipv6('Udp6NoPorts')
  );
}

/** Echo requests that a pod's kernel has received and sent, over IPv4 and IPv6. */
async function echoes(netns: string): Promise<{ readonly in: readonly number[]; readonly out: readonly number[] }> {
  const { stdout } = await inNamespace(netns)('cat', ['/proc/net/snmp', '/proc/net/snmp6']);
  const [names = '', values = ''] = stdout.split('\n').filter((line) => line.startsWith('Icmp:'));
  const place = (name: string): number => Number(values.split(' ')[names.split(' ').indexOf(name)] ?? Number.NaN);
  const ipv6 = (name: string): number => Number(new RegExp(`^${name}\\s+(\\d+)`, 'm').exec(stdout)?.[1] ?? Number.NaN);
  return { in: [place('InEchos'), ipv6('Icmp6InEchos')], out: [place('OutEchos'), ipv6('Icmp6OutEchos')] };
}
