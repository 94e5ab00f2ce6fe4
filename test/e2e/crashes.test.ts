// Programs are killed in the middle of changes, again and again, each started again at once as its supervisor would: in the end everything
// is as it was made at first, row by row and on every node, and then everything is deleted and nothing is left.
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { Cluster, type RunningPod } from '../support/cluster.ts';
import { run } from '../support/command.ts';
import { type ExternalHost, underlayHostAddress } from '../support/external.ts';
import { nodeSnapshot } from '../support/node-snapshot.ts';
import { northboundSnapshot } from '../support/northbound-snapshot.ts';
import { mirrorSession, namespaceNamed, subnet, vpc } from '../support/objects.ts';
import { assertNoPodTraces, northboundRows } from '../support/residue.ts';
import { assertReaches, Capture, eventually, iperf, ping } from '../support/traffic.ts';
import { seenAs, serveWhoAsks } from '../support/who-asks.ts';

const apiVersion = 'subnetes.io/v1alpha1';
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));
const port = 7003;
/** Seconds in which everything must have come to rest again. */
const patience = 90;

type Change = { readonly what: string; readonly begin: () => Promise<unknown>; readonly end: () => Promise<unknown> };

describe(`kill -9 in the middle of changes, seed ${seed}`, function () {
  this.timeout(300_000);
  let cluster: Cluster;
  let host: ExternalHost;
  const pods = new Map<string, RunningPod>();
  const random = generator(seed);

  const object = (kind: string, name: string, spec: object, namespace?: string): object => ({
    ...{ apiVersion, kind, metadata: namespace === undefined ? { name } : { name, namespace } },
    spec,
  });
  const gateway = (addresses: readonly string[] = ['192.0.2.100', 'fd02::100']): object =>
    object('Gateway', 'out', {
      ...{ vpc: 'team', external: { subnet: 'ext', addresses } },
      placement: { replicas: 2, preferredNodes: ['n1', 'n2'] },
    });
  const team = (egress: object = { mode: 'Centralized', gateways: ['out'] }): object =>
    subnet('team', 'team', ['10.1.1.0/24', 'fd01:1::/64'], { ...namespaceNamed('team'), egress });
  const shop = (spec: object = {}): object =>
    subnet('shop', 'default', ['10.245.0.0/24', 'fd00:10:245::/64'], {
      ...namespaceNamed('shop'),
      qos: { egress: { rate: '40M' }, ingress: { rate: '60M' } },
      ...spec,
    });
  const teamVpc = (...names: readonly string[]): object =>
    vpc('team', {
      policyRoutes: names.map((name, index) => ({
        ...{ name, priority: 10 + index, sources: ['10.1.1.0/24'], action: 'Drop' },
        destinations: [`203.0.${113 + index}.0/24`],
      })),
    });
  const limit = (name: string, spec: object): object =>
    object('QoSPolicy', name, { podSelector: { matchLabels: { app: 'web' } }, ...spec }, 'shop');

  const session = (name: string, device: string, spec: Readonly<Record<string, unknown>> = {}): object =>
    mirrorSession(name, 'shop', 'web', { nodeInterface: { name: device } }, spec);
  const look = (spec: Readonly<Record<string, unknown>> = {}): object => session('look', 'mirror0', spec);

  const base = (): readonly object[] => [
    object('ProviderNetwork', 'phys', { uplinks: [{ interface: 'eth1' }] }),
    object('Subnet', 'ext', {
      ...{ type: 'External', physical: { providerNetwork: 'phys', vlan: 100 } },
      ...{ cidrs: ['192.0.2.0/24', 'fd02::/64'], gateways: ['192.0.2.1', 'fd02::1'] },
    }),
    ...[teamVpc('closed'), gateway(), team(), shop()],
    limit('slow', { egress: { rate: '10M' } }),
    look(),
  ];
  const names = ['vprov/phys', 'vsub/ext', 'vpc/team', 'vgw/out', 'vsub/team', 'vsub/shop'] as const;

  before(async function () {
    this.timeout(240_000);
    cluster = await Cluster.up({
      ...{ external: true, nodes: 2 },
      networkConfig: {
        ...{ podCidrs: ['10.244.0.0/16', 'fd00:10:244::/64'], quarantineSeconds: 0 },
        mirroring: { nodeInterfaces: 'Allowed' },
      },
    });
    host = await cluster.bed.external.host({ name: 'ext', vlan: 100, addresses: ['192.0.2.1/24', 'fd02::1/64'] });
    await serveWhoAsks(cluster.bed.manifest, host.netns, port);
    await serveWhoAsks(cluster.bed.manifest, cluster.bed.external.underlayHost.netns, port);
    // Something of the node's own on the network card: it moves to the bridge and has to come back.
    await run('ip', ['-n', cluster.bed.node('n1').netns, 'address', 'add', '198.51.100.11/25', 'dev', 'eth1']);
    await cluster.namespaces('team', 'shop');
    await cluster.apply(...base());
    for (const [name, namespace, node] of [
      ['t1', 'team', 'n1'],
      ['t2', 'team', 'n2'],
      ['s1', 'shop', 'n1'],
      ['s2', 'shop', 'n2'],
    ] as const)
      await cluster.createPod(name, { node, namespace, labels: { app: name.startsWith('s') ? 'web' : 'none' } });
    for (const name of names) await cluster.wait(name, 'condition=Ready', patience);
    for (const [name, namespace] of [
      ['t1', 'team'],
      ['t2', 'team'],
      ['s1', 'shop'],
      ['s2', 'shop'],
    ] as const)
      pods.set(name, await cluster.pod(name, namespace, patience));
  });

  after(() => cluster?.down());

  const pod = (name: string): RunningPod => pods.get(name)!;

  async function assertPackets(): Promise<void> {
    const [t1, t2, s1, s2] = ['t1', 't2', 's1', 's2'].map(pod) as [RunningPod, RunningPod, RunningPod, RunningPod];
    for (const from of [t1, t2])
      for (const address of host.addresses)
        await assertReaches(from.from, address, `${address} from ${from.name}`, patience);
    assert.equal(await seenAs(t2.from, '192.0.2.1', port), '192.0.2.100');
    assert.equal(await seenAs(t1.from, 'fd02::1', port), 'fd02::100');
    for (const [from, node] of [
      [s1, 'n1'],
      [s2, 'n2'],
    ] as const) {
      const { ipv4, ipv6 } = cluster.bed.node(node).address;
      assert.equal(await seenAs(from.from, underlayHostAddress.ipv4, port), ipv4);
      assert.equal(await seenAs(from.from, underlayHostAddress.ipv6, port), ipv6);
    }
    assert.equal(await ping(t1.from, s1.ipv4 ?? '', { count: 2 }), 0, 'the Vpcs are apart');
    const mbit = await iperf({ from: s1.netns, to: { netns: s2.netns, address: s2.ipv4 ?? '' }, seconds: 4 });
    assert.ok(mbit < 14, `limited to 10 Mbit/s, but ${mbit.toFixed(1)} came through`);
    const capture = await Capture.start(cluster.bed.node('n1').netns, 'icmp', 'mirror0');
    try {
      await ping(s1.from, s2.ipv4 ?? '', { count: 3 });
      assert.ok(await capture.arrived(6, 5, s1.ipv4 ?? ''), `mirror0 shows ${capture.lines.length} packets`);
    } finally {
      await capture.stop();
    }
  }

  /** Rows of the northbound database, and everything on the nodes. */
  async function everything(): Promise<Readonly<Record<string, readonly string[]>>> {
    const [northbound, n1, n2] = await Promise.all([
      northboundSnapshot(cluster),
      ...cluster.bed.nodes.map(({ name }) => nodeSnapshot(cluster, name)),
    ]);
    return { northbound: northbound ?? [], n1: n1 ?? [], n2: n2 ?? [] };
  }

  const changes = (): readonly Change[] => [
    {
      what: 'the Subnet of the private Vpc leaves no more',
      begin: () => cluster.apply(team({ mode: 'None' })),
      end: () => cluster.apply(team()),
    },
    {
      what: 'the other leaves through nothing',
      begin: () => cluster.apply(shop({ egress: { mode: 'None' }, qos: { egress: { rate: '20M' } } })),
      end: () => cluster.apply(shop({ egress: { mode: 'Auto' } })),
    },
    {
      what: 'a policy of the Vpc',
      begin: () => cluster.apply(teamVpc('closed', 'closed-too')),
      end: () => cluster.apply(teamVpc('closed')),
    },
    {
      what: 'limits',
      begin: () => cluster.apply(limit('fast', { ingress: { rate: '5M' } }), limit('slow', { egress: { rate: '2M' } })),
      end: async () => {
        await cluster.apply(limit('slow', { egress: { rate: '10M' } }));
        await cluster.kubectl('-n', 'shop', 'delete', 'vqos', 'fast', '--wait=false');
      },
    },
    {
      what: 'mirrors',
      begin: () => cluster.apply(look({ direction: 'Ingress' }), session('more', 'mirror1')),
      end: async () => {
        await cluster.apply(look());
        await cluster.kubectl('-n', 'shop', 'delete', 'vmir', 'more', '--wait=false');
      },
    },
    {
      what: 'a Vpc on the nodes with a Subnet',
      begin: () =>
        cluster.apply(
          vpc('red', { nodeAttachment: { cidrs: ['100.65.0.0/24', 'fd00:100:65::/112'], interface: 'ovn1' } }),
          subnet('red', 'red', ['10.246.0.0/24', 'fd00:10:246::/64']),
        ),
      end: () => cluster.kubectl('delete', 'vpc/red', 'vsub/red', '--wait=false'),
    },
    {
      what: "the Gateway's addresses",
      begin: () => cluster.apply(gateway(['192.0.2.120', '192.0.2.121', 'fd02::120'])),
      end: () => cluster.apply(gateway()),
    },
    {
      what: 'a pod in each Vpc',
      begin: () =>
        Promise.all([
          cluster.createPod('more', { node: 'n1', namespace: 'team' }),
          cluster.createPod('more', { node: 'n2', namespace: 'shop', labels: { app: 'web' } }),
        ]),
      end: () =>
        Promise.all(
          ['team', 'shop'].map((namespace) => cluster.kubectl('-n', namespace, 'delete', 'pod/more', '--wait=false')),
        ),
    },
  ];

  /** Kills one program and starts it again, without waiting until it is of use. */
  const victims: Readonly<Record<string, () => Promise<unknown>>> = {
    controller: async () => {
      await cluster.controller.kill();
      cluster.controller = await cluster.bed.startController();
    },
    agent: async () => {
      const node = random(2) === 0 ? 'n1' : 'n2';
      await cluster.agents.get(node)?.kill();
      cluster.agents.set(node, await cluster.bed.startAgent(node));
    },
    'ovs-vswitchd': async () => {
      const node = cluster.bed.node(random(2) === 0 ? 'n1' : 'n2');
      await node.restart('ovs-vswitchd');
      await node.addUnderlayAddresses();
    },
    'ovn-controller': () => cluster.bed.node(random(2) === 0 ? 'n1' : 'n2').restart('ovn-controller'),
    'the northbound server': () => cluster.bed.central.restart('northbound'),
  };

  it('ends where a fresh start ends, row by row and on every node', async () => {
    await assertPackets();
    const fresh = await settled();
    for (const [place, patterns] of Object.entries(expected))
      for (const pattern of patterns)
        assert.ok(
          fresh[place]?.some((line) => pattern.test(line)),
          `${pattern} is looked at on ${place}`,
        );
    const order = shuffled(changes(), random);
    const killed: string[] = [];
    for (const step of ['begin', 'end'] as const)
      for (const change of step === 'begin' ? order : shuffled(order, random)) {
        if (killed.length === 0) killed.push(...shuffled(Object.keys(victims), random));
        const victim = killed.pop() ?? '';
        console.log(`      ${step === 'begin' ? '+' : '-'} ${change.what}: ${victim} is killed`);
        await change[step]();
        await delay(random(400)); // anywhere in the middle
        await victims[victim]?.();
      }
    await same(fresh);
    for (const program of [cluster.controller, ...cluster.agents.values()]) await program.ready();
    await assertPackets();
    await same(fresh);
  });

  /** What there is when nothing changes any more. */
  async function settled(): Promise<Awaited<ReturnType<typeof everything>>> {
    let last = JSON.stringify(await everything());
    await eventually('nothing changes any more', patience, async () => {
      await delay(1_000);
      const now = JSON.stringify(await everything());
      const rest = now === last;
      last = now;
      return rest;
    });
    return everything();
  }

  async function same(fresh: Awaited<ReturnType<typeof everything>>): Promise<void> {
    let now = fresh;
    await eventually('everything is as at first', patience, async () => {
      now = await everything();
      return JSON.stringify(now) === JSON.stringify(fresh);
    }).catch(() => {});
    for (const place of Object.keys(fresh)) {
      const [was, is] = [new Set(fresh[place]), new Set(now[place])];
      const difference = [
        ...[...was].filter((line) => !is.has(line)).map((line) => `- ${line}`),
        ...[...is].filter((line) => !was.has(line)).map((line) => `+ ${line}`),
      ];
      assert.deepEqual(difference, [], `${place} is not as a fresh start makes it`);
    }
  }

  it('and everything deleted in any order leaves nothing', async () => {
    const things: readonly (readonly string[])[] = [
      ...names.map((name) => [name]),
      ...['vpc/default', 'vsub/default', 'networkconfig/default'].map((name) => [name]),
      ['vqos/slow', '-n', 'shop'],
      ['vmir/look', '-n', 'shop'],
      ...[...pods.values()].map(({ name, namespace }) => [`pod/${name}`, '-n', namespace]),
    ];
    for (const [what = '', ...args] of shuffled(things, random))
      await cluster.kubectl('delete', what, ...args, '--wait=false');
    await victims['the northbound server']?.();
    await victims.agent?.();
    await assertNoPodTraces(cluster, patience);
    const kinds = ['vpc', 'vsub', 'vip', 'vgw', 'vqos', 'vmir', 'vprov', 'networkconfig'].join(',');
    await gone('objects', async () => (await cluster.kubectl('get', kinds, '-A', '-o', 'name')).split('\n'));
    await gone('rows', () => northboundRows(cluster));
    for (const { name } of cluster.bed.nodes)
      await gone(`things on ${name}`, async () =>
        (await nodeSnapshot(cluster, name)).filter(
          (line) =>
            // The Service of the API server is still there, and so is what nodes do for it.
            /^(mirror|nft (?!table inet subnetes-services)|qdisc)/.test(line) ||
            (/^(bridge|interface|link|address|route|setting ovn-bridge-mappings)/.test(line) &&
              !/^(bridge|interface|link) (br-int|br-phy|br0|ovs-netdev|lo|eth[01]|ovn-|genev_sys)/.test(line) &&
              !/^address (br-phy|lo|eth1) /.test(line) &&
              !/^route .*dev (br-phy|eth1)/.test(line)),
        ),
      );
    const { stdout } = await run('ip', ['-n', cluster.bed.node('n1').netns, 'address', 'show', 'dev', 'eth1']);
    assert.match(stdout, /198\.51\.100\.11\/25/, 'the node has its address again');
  });

  async function gone(what: string, look: () => Promise<readonly string[]>): Promise<void> {
    let left: readonly string[] = [];
    await eventually(`no ${what}`, patience, async () => {
      left = (await look()).filter((line) => line !== '');
      return left.length === 0;
    }).catch(() => {});
    assert.deepEqual(left, [], `${what} that are left`);
  }
});

/** Some of what must be compared, lest the comparison be of nothing. */
const expected: Readonly<Record<string, readonly RegExp[]>> = {
  northbound: [/^HA_Chassis /, /^NAT /, /^QoS /, /^Port_Group /, /^Logical_Router_Policy .*drop/, /^HA_Chassis_Group /],
  n1: [
    /^mirror /,
    /^interface mirror0 /,
    /^qdisc shop\.s1-\S+ tbf /,
    /^nft table inet subnetes .*masquerade/,
    /^bridge br-phys .*eth1/,
  ],
  n2: [/^mirror /, /^interface mirror0 /, /^qdisc shop\.s2-\S+ tbf /, /^setting ovn-bridge-mappings .*phys:br-phys/],
};

/** A linear congruential generator: the same numbers for the same seed everywhere. */
function generator(start: number): (below: number) => number {
  let state = start >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function shuffled<T>(list: readonly T[], random: (below: number) => number): readonly T[] {
  const result = [...list];
  for (let index = result.length - 1; index > 0; index--) {
    const other = random(index + 1);
    [result[index], result[other]] = [result[other]!, result[index]!];
  }
  return result;
}
