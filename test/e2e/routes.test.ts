// Static routes and policy routes of a Vpc, judged by where packets go: out through a node, into a black hole, to one of two.
// Next hops are the nodes' ends of the join network: a pod can be none, because port security lets it neither receive nor send
// anything but its own addresses.
import assert from 'node:assert/strict';
import { Cluster, type RunningPod } from '../support/cluster.ts';
import { namespaceNamed, subnet, vpc } from '../support/objects.ts';
import { assertReaches, assertSilent, Capture, eventually, fetchTcp, ping, serveTcp } from '../support/traffic.ts';

/** Addresses of networks that no Subnet has; each node has them on its loopback interface, so who answers is who was asked. */
const behind = { ipv4: '198.51.100.1', ipv6: '2001:db8:100::1' } as const;

/** What no route leads to does not leave: by its own node a pod would find the networks behind, too. */
const egress = { mode: 'None' } as const;

interface Gate {
  readonly name: string;
  readonly netns: string;
  readonly ipv4: string;
  readonly ipv6: string;
}

describe('routes of a Vpc', function () {
  this.timeout(180_000);
  let cluster: Cluster;
  let pods: Readonly<Record<'client' | 'server', RunningPod>>;
  /** Nodes n1 and n2 with their addresses in the join network. */
  let gates: readonly [Gate, Gate];

  const routed = (spec: Readonly<Record<string, unknown>>): Promise<string> =>
    cluster.apply(
      vpc('team', {
        nodeAttachment: { cidrs: ['100.65.0.0/24', 'fd00:100:65::/112'], interface: 'ovn1' },
        staticRoutes: [],
        policyRoutes: [],
        ...spec,
      }),
    );

  before(async () => {
    cluster = await Cluster.up();
    await cluster.namespaces('client', 'server');
    await routed({});
    await cluster.apply(
      subnet('client', 'team', ['10.71.1.0/24', 'fd00:71:1::/64'], { ...namespaceNamed('client'), egress }),
      subnet('server', 'team', ['10.71.2.0/24', 'fd00:71:2::/64'], { ...namespaceNamed('server'), egress }),
    );
    for (const name of ['client', 'server']) await cluster.wait(`subnets.subnetes.io/${name}`);
    const [client, server] = await Promise.all([
      cluster.runPod('client', { node: 'n1', namespace: 'client' }),
      cluster.runPod('server', { node: 'n2', namespace: 'server' }),
    ]);
    pods = { client, server };
    gates = await Promise.all([gate('n1'), gate('n2')]);
    await cluster.serve(server, 8080);
    await cluster.serve(server, 9090);
  });

  after(() => cluster?.down());

  async function gate(name: string): Promise<Gate> {
    const { netns } = cluster.bed.node(name);
    const path = 'jsonpath={.status.attachments[?(@.vpc=="team")].addresses}';
    const [ipv4 = '', ipv6 = ''] = JSON.parse(
      await cluster.kubectl('get', 'vnode', name, '-o', path),
    ) as readonly string[];
    await cluster.fromNode(name)('ip', ['address', 'add', `${behind.ipv4}/32`, 'dev', 'lo']);
    await cluster.fromNode(name)('ip', ['address', 'add', `${behind.ipv6}/128`, 'dev', 'lo', 'nodad']);
    await serveTcp(cluster.bed.manifest, netns, 7070, name);
    return { name, netns, ipv4, ipv6 };
  }

  /** Which node answers for the networks behind, per family; undefined when nobody does. */
  async function answering(): Promise<readonly (string | undefined)[]> {
    return Promise.all(
      [behind.ipv4, behind.ipv6].map(async (address) => (await fetchTcp(pods.client.from, address, 7070, 1))?.trim()),
    );
  }

  /** Waits until one node, or nobody, answers for the networks behind, in both families. */
  async function assertLeads(to: string | undefined, when: string): Promise<void> {
    let seen: readonly (string | undefined)[] = [];
    await eventually(when, 20, async () => {
      seen = await answering();
      return seen.every((name) => name === to);
    }).catch(() => {});
    assert.deepEqual(seen, [to, to], when);
  }

  /** Waits until the Vpc says that its present generation is in force. */
  async function inForce(): Promise<void> {
    await cluster.wait('vpcs.subnetes.io/team', 'condition=Ready', 30);
  }

  it('lead to a network behind a node, and no longer when they are taken away', async () => {
    const [one, two] = gates;
    assert.deepEqual(await answering(), [undefined, undefined], 'without a route nobody is reached');
    const to = (next: Gate): Promise<string> =>
      routed({
        staticRoutes: [
          { name: 'out4', destination: '198.51.100.0/24', nextHops: [next.ipv4] },
          { name: 'out6', destination: '2001:db8:100::/64', nextHops: [next.ipv6] },
        ],
      });
    for (const next of [one, two]) {
      await to(next);
      await inForce();
      await assertLeads(next.name, `a static route to ${next.name}`);
      await assertReaches(pods.client.from, behind.ipv4);
      await assertReaches(pods.server.from, behind.ipv6);
    }
    await routed({});
    await inForce();
    await assertLeads(undefined, 'after the route was taken away');
  });

  it('share the connections among several next hops', async () => {
    const [one, two] = gates;
    await routed({ staticRoutes: [{ name: 'both', destination: '198.51.100.0/24', nextHops: [one.ipv4, two.ipv4] }] });
    await inForce();
    const answers = new Set<string | undefined>();
    // Which next hop takes a connection follows from a hash of its ports: forty of them surely meet both.
    await eventually('both next hops are used', 60, async () => {
      const batch = Array.from({ length: 8 }, () => fetchTcp(pods.client.from, behind.ipv4, 7070, 1));
      for (const answer of await Promise.all(batch)) answers.add(answer);
      return answers.has('n1\n') && answers.has('n2\n');
    });
  });

  it('swallow what goes into a black hole', async () => {
    const { client, server } = pods;
    const [one] = gates;
    await assertReaches(client.from, server.ipv4 ?? '');
    await routed({ staticRoutes: [{ name: 'hole', destination: `${server.ipv4}/32`, blackhole: true }] });
    await inForce();
    await eventually(
      'the hole works',
      20,
      async () => (await ping(client.from, server.ipv4 ?? '', { wait: 0.5 })) === 0,
    );
    await assertSilent(client.from, server.ipv4 ?? '', one.ipv4);
    await assertReaches(client.from, server.ipv6 ?? '', 'the other family');
    await routed({});
    await inForce();
    await assertReaches(client.from, server.ipv4 ?? '', 'what the hole had swallowed');
  });

  it('are refused with a next hop that no Subnet holds, while what works stays', async () => {
    const { client, server } = pods;
    await routed({ staticRoutes: [{ name: 'lost', destination: '198.51.100.0/24', nextHops: ['10.99.0.1'] }] });
    await cluster.wait(
      'vpcs.subnetes.io/team',
      'jsonpath={.status.conditions[?(@.type=="ResolvedRefs")].reason}=NextHopUnreachable',
    );
    await assertReaches(client.from, server.ipv4 ?? '');
    await routed({});
    await inForce();
  });

  it('drop by policy exactly what the policy matches, and allow exceptions above it', async () => {
    const { client, server } = pods;
    const drop = {
      ...{ name: 'closed', priority: 200, sources: ['10.71.1.0/24'], destinations: ['10.71.2.0/24'] },
      ...{ ports: [{ protocol: 'TCP', port: 8080, endPort: 8090 }], action: 'Drop' },
    };
    await routed({ policyRoutes: [drop] });
    await inForce();
    await eventually(
      'the policy is in force',
      20,
      async () => (await fetchTcp(client.from, server.ipv4 ?? '', 8080, 1)) === undefined,
    );
    assert.equal(await fetchTcp(client.from, server.ipv4 ?? '', 9090), 'server\n', 'another port');
    assert.equal(await fetchTcp(client.from, server.ipv6 ?? '', 8080), 'server\n', 'the other family');
    await assertReaches(client.from, server.ipv4 ?? '', 'another protocol');
    const allow = {
      name: 'open',
      priority: 100,
      sources: [`${client.ipv4}/32`],
      destinations: [`${server.ipv4}/32`],
      action: 'Allow',
    };
    await routed({ policyRoutes: [drop, allow] });
    await inForce();
    await eventually(
      'the exception is in force',
      20,
      async () => (await fetchTcp(client.from, server.ipv4 ?? '', 8080, 1)) === 'server\n',
    );
    await routed({});
    await inForce();
  });

  it('reroute by policy to a next hop, also where there is no route at all', async () => {
    const { client, server } = pods;
    const [, two] = gates;
    const through = (
      name: string,
      priority: number,
      source: string,
      destination: string,
      nextHop: string,
    ): unknown => ({
      ...{ name, priority, sources: [source], destinations: [destination], action: 'Reroute', nextHops: [nextHop] },
    });
    await routed({
      policyRoutes: [
        through('out4', 300, '10.71.1.0/24', '198.51.100.0/24', two.ipv4),
        through('out6', 301, 'fd00:71:1::/64', '2001:db8:100::/64', two.ipv6),
      ],
    });
    await inForce();
    await assertLeads('n2', 'a policy route');
    // The route that the reroute needs must not carry others: n2 would see what server sends.
    const capture = await Capture.start(two.netns, `dst host ${behind.ipv4}`, 'ovn1');
    try {
      await ping(server.from, behind.ipv4, { count: 5 });
      await ping(client.from, behind.ipv4, { count: 5 });
      assert.ok(await capture.arrived(5, 10, `${client.ipv4} > `), 'the capture hears');
      assert.equal(capture.count(`${server.ipv4} > `), 0);
    } finally {
      await capture.stop();
    }
    await assertReaches(client.from, server.ipv4 ?? '', 'what the policy does not match');
    await routed({});
    await inForce();
    await assertLeads(undefined, 'after the policy was taken away');
  });

  it('reroute by policy past a static route', async () => {
    const [one, two] = gates;
    await routed({
      staticRoutes: [
        { name: 'out4', destination: '198.51.100.0/24', nextHops: [one.ipv4] },
        { name: 'out6', destination: '2001:db8:100::/64', nextHops: [one.ipv6] },
      ],
      policyRoutes: [
        {
          name: 'all4',
          priority: 10,
          sources: ['10.71.1.0/24'],
          ports: [{ protocol: 'TCP', port: 7070 }],
          action: 'Reroute',
          nextHops: [two.ipv4],
        },
        {
          name: 'all6',
          priority: 11,
          sources: ['fd00:71:1::/64'],
          ports: [{ protocol: 'TCP', port: 7070 }],
          action: 'Reroute',
          nextHops: [two.ipv6],
        },
      ],
    });
    await inForce();
    await assertLeads('n2', 'the policy goes before the route');
    assert.equal(
      await fetchTcp(pods.server.from, behind.ipv4, 7070),
      'n1\n',
      'a source that the policy does not match',
    );
    await assertReaches(pods.client.from, pods.server.ipv4 ?? '', 'the Vpc itself');
  });
});
