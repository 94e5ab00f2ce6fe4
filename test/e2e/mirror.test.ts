// A MirrorSession copies the packets of the pods that it selects, and nobody else's, to where it may; and it ends when it must.
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { Cluster, interfacesOf, type RunningPod } from '../support/cluster.ts';
import { run } from '../support/command.ts';
import { assertWentOn, Flood } from '../support/flood.ts';
import { mirrorSession } from '../support/objects.ts';
import { assertReaches, Capture, eventually, ping } from '../support/traffic.ts';

type Name = 'web1' | 'web2' | 'far' | 'sink' | 'sink2' | 'other' | 'foreign';

describe('a MirrorSession', function () {
  this.timeout(240_000);
  let cluster: Cluster;
  let pods: Readonly<Record<Name, RunningPod>>;

  const permit = (mirroring: Readonly<Record<string, unknown>>) =>
    cluster.kubectl('patch', 'networkconfig', 'default', '--type=merge', '-p', JSON.stringify({ spec: { mirroring } }));
  const everything = {
    nodeInterfaces: 'Allowed',
    collectors: ['172.30.0.0/16', 'fd30::/64'],
    namespaceSelector: null,
  };

  before(async () => {
    cluster = await Cluster.up({ external: true });
    await permit(everything);
    await cluster.namespaces('team', 'rival');
    const pod = (name: string, node: string, app: string, namespace = 'team') =>
      cluster.runPod(name, { node, namespace, labels: { app } });
    const [web1, web2, far, sink, sink2, other, foreign] = await Promise.all([
      pod('web1', 'n1', 'web'),
      pod('web2', 'n1', 'web'),
      pod('far', 'n2', 'web'),
      pod('sink', 'n1', 'sink'),
      pod('sink2', 'n2', 'sink'),
      pod('other', 'n2', 'other'),
      pod('foreign', 'n1', 'web', 'rival'),
    ]);
    pods = { web1, web2, far, sink, sink2, other, foreign };
    for (const from of Object.values(pods)) await assertReaches(from.from, other.ipv4 ?? '');
  });

  after(() => cluster?.down());

  afterEach(async () => {
    await cluster.kubectl('delete', 'vmir', '--all', '-A');
    await permit(everything);
    for (const name of ['web1', 'web2']) await label(name, 'web');
    await eventually('nothing is left of the sessions', 20, async () => (await traces()).length === 0);
  });

  const label = (name: string, app: string) =>
    cluster.kubectl('-n', 'team', 'label', 'pod', name, `app=${app}`, '--overwrite');
  const wait = (name: string, condition = 'condition=Ready', namespace = 'team') =>
    cluster.wait(`mirrorsessions.subnetes.io/${name}`, condition, 30, '-n', namespace);
  const reason = (name: string, text: string, namespace = 'team') =>
    wait(name, `jsonpath={.status.conditions[?(@.type=="Ready")].reason}=${text}`, namespace);
  const show = (path: string, name: string, namespace = 'team') =>
    cluster.kubectl('-n', namespace, 'get', `vmir/${name}`, '-o', `jsonpath={${path}}`);
  const message = (name: string, namespace = 'team') =>
    show('.status.conditions[?(@.type=="Ready")].message', name, namespace);
  const netnsOf = (node: string) => cluster.bed.node(node).netns;

  /** Whatever of a mirror there is on the nodes. */
  async function traces(): Promise<readonly string[]> {
    const lines = (text: string) => text.split('\n').filter((line) => line !== '');
    const nodes = await Promise.all(
      cluster.bed.nodes.map(async (node) => [
        ...lines(await node.vsctl('--bare', '--columns=name', 'list', 'Mirror')),
        ...lines(await node.vsctl('list-ports', 'br-int')).filter((port) => /^(mirror|m[irt][0-9a-f])/.test(port)),
        ...(await interfacesOf(node.netns)).filter((device) => /^m(irror|i[0-9a-f])/.test(device)),
      ]),
    );
    return nodes.flat();
  }

  /** Lets a namespace's interface be watched while something happens; hands back the ICMP lines. */
  async function watching(
    where: Readonly<Record<string, readonly [netns: string, device: string, filter?: string]>>,
    happen: () => Promise<void>,
  ): Promise<Readonly<Record<string, Capture>>> {
    const captures = Object.fromEntries(
      await Promise.all(
        Object.entries(where).map(
          async ([name, [netns, device, filter = 'icmp']]) =>
            [name, await Capture.start(netns, filter, device)] as const,
        ),
      ),
    );
    await happen();
    await delay(500); // what still comes would be one too many
    await Promise.all(Object.values(captures).map((capture) => capture.stop()));
    return captures;
  }

  /** Number of frames; tcpdump ends its words with an empty line. */
  const frames = (capture: Capture | undefined) => capture?.lines.filter((line) => line !== '').length;

  /** Packets per second that come out of a mirror's interface. Without tcpdump, whose coming makes ovs-vswitchd look at its flows. */
  async function rate(node: string, device: string): Promise<number> {
    const packets = async () => {
      const { stdout } = await run('ip', ['-n', netnsOf(node), '-s', '-j', 'link', 'show', device]);
      return (JSON.parse(stdout) as { stats64: { rx: { packets: number } } }[])[0]?.stats64.rx.packets ?? 0;
    };
    const [before, started] = [await packets(), performance.now()];
    await delay(1500);
    return (((await packets()) - before) * 1000) / (performance.now() - started);
  }

  it("shows its pods' packets on an interface of their nodes, and nothing else; two of one node do not mix [every OVN]", async () => {
    const { web1, far, other, foreign, sink } = pods;
    await cluster.apply(
      mirrorSession('look', 'team', 'web', { nodeInterface: {} }),
      mirrorSession('received', 'rival', 'web', { nodeInterface: { name: 'mirror1' } }, { direction: 'Ingress' }),
    );
    await Promise.all([wait('look'), wait('received', 'condition=Ready', 'rival')]);
    assert.equal(await show('.status.pods', 'look'), '3');
    assert.equal(await show('.status.nodes', 'look'), '["n1","n2"]');
    assert.equal(await show('.status.nodes', 'received', 'rival'), '["n1"]');
    assert.ok(!(await interfacesOf(netnsOf('n2'))).includes('mirror1'), 'no pod of it is there');
    const seen = await watching(
      { n1: [netnsOf('n1'), 'mirror0'], n2: [netnsOf('n2'), 'mirror0'], rival: [netnsOf('n1'), 'mirror1'] },
      async () => {
        assert.equal(await ping(web1.from, far.ipv4 ?? '', { count: 3 }), 3);
        assert.equal(await ping(foreign.from, other.ipv4 ?? '', { count: 3 }), 3);
        assert.equal(await ping(sink.from, other.ipv4 ?? '', { count: 3 }), 3);
      },
    );
    for (const node of ['n1', 'n2']) {
      assert.equal(seen[node]!.count(`${web1.ipv4} > ${far.ipv4}`, 'echo request'), 3, `requests on ${node}`);
      assert.equal(seen[node]!.count(`${far.ipv4} > ${web1.ipv4}`, 'echo reply'), 3, `replies on ${node}`);
      assert.equal(frames(seen[node]), 6, `nothing else on ${node}: ${seen[node]!.lines.join('\n')}`);
    }
    assert.equal(seen.rival!.count('echo reply', `> ${foreign.ipv4}`), 3);
    assert.equal(frames(seen.rival), 3, seen.rival!.lines.join('\n'));
  });

  it('sends copies to a collector by GRE, with its key, and by ERSPAN [every OVN]', async () => {
    const { web1, far, foreign, other } = pods;
    const collector = cluster.bed.external.underlayHost;
    const [remote = ''] = collector.addresses.map((address) => address.split('/')[0]!);
    await cluster.apply(
      mirrorSession('gre', 'team', 'web', { gre: { remote, key: 7 } }),
      mirrorSession('erspan', 'team', 'web', { erspan: { remote, index: 3 } }, { direction: 'Egress' }),
    );
    await Promise.all([wait('gre'), wait('erspan')]);
    const seen = await watching({ collector: [collector.netns, 'eth0', 'proto 47'] }, async () => {
      // The first copies wait for the collector's MAC.
      await assertReaches(web1.from, far.ipv4 ?? '');
      await delay(1000);
      assert.equal(await ping(web1.from, far.ipv4 ?? '', { count: 3, size: 777 }), 3);
      assert.equal(await ping(foreign.from, other.ipv4 ?? '', { count: 3, size: 888 }), 3);
    });
    for (const node of ['n1', 'n2']) {
      const sender = `${cluster.bed.node(node).address.ipv4} > ${remote}`;
      assert.equal(seen.collector!.count(sender, 'key=0x7', 'echo request', 'length 785'), 3, `requests from ${node}`);
      assert.equal(seen.collector!.count(sender, 'key=0x7', 'echo reply', 'length 785'), 3, `replies from ${node}`);
      assert.ok(seen.collector!.count(sender, '0x88be') >= 3, `ERSPAN from ${node}`);
    }
    assert.equal(seen.collector!.count('length 896'), 0, "nobody else's");
  });

  it('hands copies to a pod, on its node and on another, whose own network is unharmed [every OVN]', async () => {
    const { web1, web2, sink, sink2, other, foreign } = pods;
    await cluster.apply(
      mirrorSession('near', 'team', 'web', { pod: { name: 'sink' } }),
      mirrorSession('away', 'team', 'web', { pod: { name: 'sink2' } }, { direction: 'Egress' }),
    );
    await Promise.all([wait('near'), wait('away')]);
    const seen = await watching({ near: [sink.netns, 'eth0'], away: [sink2.netns, 'eth0'] }, async () => {
      assert.equal(await ping(web1.from, web2.ipv4 ?? '', { count: 3 }), 3);
      assert.equal(await ping(foreign.from, other.ipv4 ?? '', { count: 3 }), 3);
    });
    for (const name of ['near', 'away']) {
      const requests = seen[name]!.count(`${web1.ipv4} > ${web2.ipv4}`, 'echo request');
      const replies = seen[name]!.count(`${web2.ipv4} > ${web1.ipv4}`, 'echo reply');
      // From Open vSwitch 3.5 on what a pod sends is one mirror and what it gets another: a packet between two pods of a node is in both.
      const both = name === 'near' && requests === 6;
      assert.deepEqual([requests, replies], both ? [6, 6] : [3, 3], name);
      assert.equal(frames(seen[name]), requests + replies, seen[name]!.lines.join('\n'));
    }
    for (const pod of [sink, sink2]) {
      await assertReaches(pod.from, other.ipv4 ?? '');
      await assertReaches(other.from, pod.ipv6 ?? '');
    }
    assert.equal(await ping(sink.from, other.ipv4 ?? '', { count: 20 }), 20);
  });

  it('follows pods that change labels, also for packets of flows that exist, and its own direction [every OVN]', async () => {
    const { web1, web2, sink } = pods;
    await cluster.apply(mirrorSession('look', 'team', 'web', { nodeInterface: {} }));
    await wait('look');
    const floods = [web1, web2].map((pod) => Flood.start(pod.netns, sink.ipv4 ?? ''));
    await delay(1000);
    const both = await rate('n1', 'mirror0');
    assert.ok(both > 10, `${both} packets per second`);
    const share = async (expected: number, what: string) => {
      await eventually(what, 15, async () => Math.abs((await rate('n1', 'mirror0')) / both - expected) < 0.15);
    };
    await label('web2', 'other');
    await share(0.5, 'one of two pods is copied');
    await label('web2', 'web');
    await share(1, 'both pods are copied again');
    await cluster.kubectl('-n', 'team', 'patch', 'vmir/look', '--type=merge', '-p', '{"spec":{"direction":"Egress"}}');
    await share(0.5, 'what the pods send is copied');
    await Promise.all(['web1', 'web2'].map((name) => label(name, 'other')));
    await eventually(
      'mirror0 is gone from n1',
      10,
      async () => !(await interfacesOf(netnsOf('n1'))).includes('mirror0'),
    );
    for (const flood of floods) assertWentOn(await flood.stop(), 'the traffic that was copied');
    await wait('look', 'jsonpath={.status.nodeCount}=1');
    assert.equal(await show('.status.nodes', 'look'), '["n2"]');
  });

  it('waits for its pods and for the pod that gets the copies, and takes up the next of that name', async () => {
    const { other } = pods;
    await cluster.apply(
      mirrorSession('early', 'team', 'late', { nodeInterface: {} }),
      mirrorSession('to-late', 'team', 'web', { pod: { name: 'late-sink' } }),
    );
    await Promise.all([reason('early', 'NoMatchingPods'), reason('to-late', 'RefNotFound')]);
    const late = await cluster.runPod('late', { node: 'n2', namespace: 'team', labels: { app: 'late' } });
    let lateSink = await cluster.runPod('late-sink', { node: 'n2', namespace: 'team', labels: { app: 'sink' } });
    await Promise.all([reason('early', 'Mirroring'), reason('to-late', 'Mirroring')]);
    const seen = await watching({ early: [netnsOf('n2'), 'mirror0'] }, async () => {
      assert.equal(await ping(late.from, other.ipv4 ?? '', { count: 3 }), 3);
    });
    assert.equal(frames(seen.early), 6);
    await cluster.deletePod('late-sink', 'team');
    await reason('to-late', 'RefNotFound');
    lateSink = await cluster.runPod('late-sink', { node: 'n1', namespace: 'team', labels: { app: 'sink' } });
    await reason('to-late', 'Mirroring');
    const copied = await watching({ sink: [lateSink.netns, 'eth0'] }, async () => {
      assert.equal(await ping(pods.web1.from, other.ipv4 ?? '', { count: 3 }), 3);
    });
    assert.equal(frames(copied.sink), 6, copied.sink!.lines.join('\n'));
    await Promise.all(['late', 'late-sink'].map((name) => cluster.deletePod(name, 'team')));
  });

  it('copies only where the network admin permits it, and ends when that is withdrawn', async () => {
    const { web1, far } = pods;
    const remote = cluster.bed.external.underlayHost.addresses[0]?.split('/')[0] ?? '';
    await permit({ nodeInterfaces: 'Denied', collectors: ['192.0.2.0/24'] });
    await cluster.apply(
      mirrorSession('look', 'team', 'web', { nodeInterface: {} }),
      mirrorSession('gre', 'team', 'web', { gre: { remote } }),
      mirrorSession('own', 'team', 'web', { pod: { name: 'sink' } }),
    );
    await Promise.all([
      reason('look', 'RefNotPermitted'),
      reason('gre', 'RefNotPermitted'),
      reason('own', 'Mirroring'),
    ]);
    assert.equal(
      await message('gre'),
      `NetworkConfig default permits no collector ${remote}; the network admin can add it to spec.mirroring.collectors`,
    );
    await permit(everything);
    await Promise.all([reason('look', 'Mirroring'), reason('gre', 'Mirroring')]);
    const capture = await Capture.start(netnsOf('n1'), 'icmp', 'mirror0');
    assert.equal(await ping(web1.from, far.ipv4 ?? '', { count: 3 }), 3);
    assert.ok(await capture.arrived(6, 5));
    await permit({ namespaceSelector: { matchLabels: { may: 'mirror' } } });
    await Promise.all([reason('look', 'RefNotPermitted'), reason('gre', 'RefNotPermitted')]);
    await capture.stop();
    await eventually('the interface and the tunnel are gone', 10, async () => {
      const left = await traces();
      return !left.some((name) => /^mirror/.test(name)) || undefined;
    });
    await reason('own', 'Mirroring');
    await cluster.kubectl('label', 'namespace', 'team', 'may=mirror');
    await Promise.all([reason('look', 'Mirroring'), reason('gre', 'Mirroring')]);
    await cluster.kubectl('label', 'namespace', 'team', 'may-');
  });

  it('ends after its time, frees its interface, and goes on when its time is raised', async () => {
    await cluster.apply(mirrorSession('brief', 'team', 'web', { nodeInterface: {} }, { expiresAfterSeconds: 10 }));
    await reason('brief', 'Mirroring');
    const [startedAt, expiresAt] = [await show('.status.startedAt', 'brief'), await show('.status.expiresAt', 'brief')];
    assert.equal(Date.parse(expiresAt) - Date.parse(startedAt), 10_000);
    await reason('brief', 'Expired');
    assert.ok(Date.now() >= Date.parse(expiresAt), 'not before its time');
    await eventually('nothing is left of it', 5, async () => (await traces()).length === 0);
    await cluster.apply(mirrorSession('next', 'rival', 'web', { nodeInterface: {} }));
    await reason('next', 'Mirroring', 'rival');
    const longer = '{"spec":{"expiresAfterSeconds":600}}';
    await cluster.kubectl('-n', 'team', 'patch', 'vmir/brief', '--type=merge', '-p', longer);
    await reason('brief', 'PortTaken');
    await cluster.kubectl('-n', 'rival', 'delete', 'vmir/next');
    await reason('brief', 'Mirroring');
    assert.equal(await show('.status.startedAt', 'brief'), startedAt);
  });

  it('is refused an interface that another session has, and leaves one alone that is not ours', async () => {
    const node = cluster.bed.node('n1');
    await node.vsctl('add-port', 'br-int', 'mirror8', '--', 'set', 'Interface', 'mirror8', 'type=internal');
    await run('ip', ['-n', node.netns, 'link', 'add', 'mirror9', 'type', 'veth', 'peer', 'name', 'mirror9-peer']);
    await cluster.apply(
      mirrorSession('first', 'team', 'web', { nodeInterface: {} }),
      mirrorSession('port', 'team', 'web', { nodeInterface: { name: 'mirror8' } }),
      mirrorSession('link', 'team', 'web', { nodeInterface: { name: 'mirror9' } }),
    );
    await reason('first', 'Mirroring');
    await cluster.apply(mirrorSession('second', 'rival', 'web', { nodeInterface: {} }));
    await Promise.all([reason('second', 'PortTaken', 'rival'), reason('port', 'SinkDown'), reason('link', 'SinkDown')]);
    assert.match(await message('second', 'rival'), /team\/first.*for example mirror1\./);
    assert.match(await message('port'), /^Node n1: .*mirror8/);
    assert.match(await message('link'), /^Node n1: .*mirror9/);
    const { stdout } = await run('ip', ['-n', node.netns, '-j', 'link', 'show', 'mirror9']);
    assert.ok(!(JSON.parse(stdout) as { flags: string[] }[])[0]?.flags.includes('UP'), 'it was not touched');
    await node.vsctl('del-port', 'br-int', 'mirror8');
    await run('ip', ['-n', node.netns, 'link', 'delete', 'mirror9']);
    await cluster.kubectl('-n', 'team', 'delete', 'vmir/first');
    await Promise.all([reason('second', 'Mirroring', 'rival'), reason('port', 'Mirroring')]);
  });

  it('survives kill -9 of the agent, of ovs-vswitchd, and of the controller', async () => {
    const { web1, other, sink } = pods;
    await cluster.apply(
      mirrorSession('look', 'team', 'web', { nodeInterface: {} }),
      mirrorSession('near', 'team', 'web', { pod: { name: 'sink' } }),
    );
    await Promise.all([wait('look'), wait('near')]);
    const copied = async (what: string) => {
      await eventually(`copies go on: ${what}`, 60, async () => {
        const seen = await watching({ look: [netnsOf('n1'), 'mirror0'], near: [sink.netns, 'eth0'] }, async () => {
          await ping(web1.from, other.ipv4 ?? '', { count: 3 });
        }).catch(() => undefined);
        return frames(seen?.look) === 6 && frames(seen?.near) === 6;
      });
    };
    await copied('at first');
    await cluster.restartAgent('n1');
    await copied('after the agent');
    await cluster.bed.node('n1').restart('ovs-vswitchd');
    await copied('after ovs-vswitchd');
    await cluster.restartController();
    await copied('after the controller');
    await run('ip', ['-n', netnsOf('n1'), 'link', 'set', 'mirror0', 'down']);
    await copied('after somebody put mirror0 down');
    await run('ip', ['-n', netnsOf('n1'), 'link', 'delete', 'mirror0']);
    await copied('after somebody deleted mirror0');
    await Promise.all([reason('look', 'Mirroring'), reason('near', 'Mirroring')]);
  });

  it('says which session is not made when a node has more mirrors than Open vSwitch makes', async () => {
    const node = cluster.bed.node('n1');
    const port = ['add-port', 'br-int', 'taken', '--', 'set', 'Interface', 'taken', 'type=internal'];
    const output = ['--', '--id=@p', 'get', 'port', 'taken'];
    const create = (name: string) => [
      ...['--', `--id=@${name}`, 'create', 'mirror', `name=${name}`, 'output_port=@p'],
      ...['--', 'add', 'bridge', 'br-int', 'mirrors', `@${name}`],
    ];
    const names = Array.from({ length: 32 }, (_, index) => `taken${index}`);
    await node.vsctl(...port, ...output, ...names.flatMap(create));
    try {
      await cluster.apply(mirrorSession('look', 'team', 'web', { nodeInterface: {} }));
      await reason('look', 'MirrorsExhausted');
      assert.match(await message('look'), /^Node n1: 3[34] mirrors .*makes 32/);
    } finally {
      // One by one: ovn-controller does not bring back what somebody else removes of its own.
      const remove = (name: string) => [
        ...['--', `--id=@${name}`, 'get', 'mirror', name],
        ...['--', 'remove', 'bridge', 'br-int', 'mirrors', `@${name}`],
      ];
      await node.vsctl(...names.flatMap(remove).slice(1));
      await node.vsctl('del-port', 'br-int', 'taken');
    }
    await reason('look', 'Mirroring');
  });
});
