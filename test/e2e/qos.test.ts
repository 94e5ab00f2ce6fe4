// QoSPolicy and the ceiling of a Subnet, measured: each pod by itself, in both directions, while connections go on.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Cluster, type RunningPod } from '../support/cluster.ts';
import { namespaceNamed, subnet } from '../support/objects.ts';
import { assertReaches, Capture, eventually, type IperfOptions, iperf } from '../support/traffic.ts';

const namespace = 'limits';

describe('limits', function () {
  this.timeout(240_000);
  let cluster: Cluster;
  /** slow1, slow2, free on node n1; peer1, peer2 on n2. */
  let pods: Readonly<Record<'slow1' | 'slow2' | 'free' | 'peer1' | 'peer2', RunningPod>>;

  const policy = (name: string, spec: Readonly<Record<string, unknown>>, inNamespace = namespace): unknown => ({
    apiVersion: 'subnetes.io/v1alpha1',
    kind: 'QoSPolicy',
    metadata: { name, namespace: inNamespace },
    spec,
  });
  const slow = { podSelector: { matchLabels: { app: 'slow' } } };
  const condition = async (name: string, type: string, inNamespace = namespace): Promise<string> => {
    const path = `jsonpath={.status.conditions[?(@.type=="${type}")].status} {.status.conditions[?(@.type=="${type}")].reason}`;
    return cluster.kubectl('get', `vqos/${name}`, '-n', inNamespace, '-o', path);
  };
  const says = (name: string, type: string, words: string, inNamespace = namespace): Promise<unknown> =>
    eventually(`${type} of QoSPolicy ${name} says ${words}`, 15, async () => {
      return (await condition(name, type, inNamespace)) === words;
    });
  const between = (from: RunningPod, to: RunningPod, more: Partial<IperfOptions> = {}): Promise<number> =>
    iperf({ from: from.netns, to: { netns: to.netns, address: to.ipv4 ?? '' }, seconds: 6, ...more });

  before(async () => {
    cluster = await Cluster.up();
    await cluster.namespaces(namespace, 'capped');
    // The policy is there before its pods.
    await cluster.apply(policy('slow', { ...slow, ingress: { rate: '20M' }, egress: { rate: '10M', dscp: 46 } }));
    await says('slow', 'Ready', 'True NoMatchingPods');
    const run = (name: string, node: string, app: string) => cluster.runPod(name, { node, namespace, labels: { app } });
    const [slow1, slow2, free, peer1, peer2] = await Promise.all([
      run('slow1', 'n1', 'slow'),
      run('slow2', 'n1', 'slow'),
      run('free', 'n1', 'free'),
      run('peer1', 'n2', 'peer'),
      run('peer2', 'n2', 'peer'),
    ]);
    pods = { slow1, slow2, free, peer1, peer2 };
    await Promise.all([slow1, slow2, free].map((pod) => assertReaches(pod.from, peer1.ipv4 ?? '')));
    await assertReaches(slow2.from, peer2.ipv4 ?? '');
  });

  after(() => cluster?.down());

  it('hold for each pod by itself, in both directions, for TCP and UDP, and mark [every OVN]', async () => {
    const { slow1, slow2, free, peer1, peer2 } = pods;
    await says('slow', 'Ready', 'True InForce');
    const marked = await Capture.start(peer1.netns, `src host ${slow1.ipv4 ?? ''} and ip[1] == 0xb8`);
    for (const udp of [false, true]) {
      const how = udp ? { udp, rateMbit: 40 } : {};
      const pairs = (send: (a: RunningPod, b: RunningPod) => Promise<number>) => () =>
        Promise.all([send(slow1, peer1), send(slow2, peer2)]);
      await near(
        pairs((pod, peer) => between(pod, peer, how)),
        [10, 10],
        `slow1 and slow2 send (udp: ${udp})`,
      );
      await near(
        pairs((pod, peer) => between(peer, pod, how)),
        [20, 20],
        `slow1 and slow2 receive (udp: ${udp})`,
      );
    }
    await marked.stop();
    assert.ok(marked.count(slow1.ipv4 ?? '') > 100, 'what slow1 sends arrives with DSCP 46');
    const unmarked = await Capture.start(peer1.netns, `src host ${free.ipv4 ?? ''} and ip[1] != 0`);
    await atLeast(() => between(free, peer1, { seconds: 2 }), 40, 'the pod that nobody limits sends');
    await unmarked.stop();
    assert.equal(unmarked.count(free.ipv4 ?? ''), 0, 'nor marks');
  });

  it('hold for IPv6 as well', async () => {
    const { slow1, peer1 } = pods;
    await assertReaches(slow1.from, peer1.ipv6 ?? '');
    const to = { netns: peer1.netns, address: peer1.ipv6 ?? '' };
    await near(() => iperf({ from: slow1.netns, to, seconds: 6 }), 10, 'slow1 sends over IPv6');
  });

  it('follow rates, labels and policies while one connection goes on', async () => {
    const { slow1, peer1 } = pods;
    const label = (value: string) =>
      cluster.kubectl('label', 'pod/slow1', '-n', namespace, '--overwrite', `app=${value}`);
    const generations = await settled();
    const stream = await Stream.start(slow1, peer1);
    try {
      await near(() => stream.rate(), 10, 'at first');
      await cluster.apply(policy('slow', { ...slow, ingress: { rate: '20M' }, egress: { rate: '30M' } }));
      await settled(generations);
      await near(() => stream.rate(), 30, 'with the new rate');
      await label('free');
      await selects('slow', 1);
      await atLeast(() => stream.rate(), 45, 'without the label');
      await label('slow');
      await selects('slow', 2);
      await near(() => stream.rate(), 30, 'with the label again');
      await cluster.kubectl('delete', 'vqos/slow', '-n', namespace);
      await atLeast(() => stream.rate(), 45, 'without the policy');
      assert.ok(stream.alive, 'the connection outlived all of it');
    } finally {
      await stream.stop();
    }
    assert.equal(await rows(), 0, 'no row is left');
  });

  it('leave out what a rule leaves out, and count it by itself', async () => {
    const { slow1, peer1, peer2 } = pods;
    await cluster.apply(
      policy('slow', {
        ...slow,
        egress: { rate: '10M' },
        rules: [
          { name: 'backup', direction: 'Egress', cidrs: [`${peer2.ipv4 ?? ''}/32`], unlimited: true },
          { name: 'web', direction: 'Egress', ports: [{ protocol: 'TCP', port: 5300, endPort: 5399 }], rate: '5M' },
        ],
      }),
    );
    await says('slow', 'Ready', 'True InForce');
    let backup = 0;
    // The unlimited one is paced: flat out it takes the two limited ones their share of a userspace switch on two cores.
    const measure = async () => {
      const [other, web, unlimited] = await Promise.all([
        between(slow1, peer1),
        between(slow1, peer1, { port: 5303 }),
        between(slow1, peer2, { rateMbit: 60 }),
      ]);
      backup = unlimited;
      return [other, web];
    };
    await near(measure, [10, 5], 'what no rule speaks of, and beside it what the rule for ports limits');
    assert.ok(backup > 30, `the unlimited peer gets ${backup} Mbit/s`);
  });

  it('lose to another policy of the same priority, which is told', async () => {
    const { slow1, peer1 } = pods;
    await cluster.apply(policy('slower', { ...slow, egress: { rate: '2M' } }));
    await says('slower', 'Ready', 'True Shadowed');
    assert.equal(
      await cluster.kubectl('get', 'vqos/slower', '-n', namespace, '-o', 'jsonpath={.status.pods}'),
      '{"selected":2,"shadowed":2}',
    );
    await cluster.kubectl('patch', 'vqos/slower', '-n', namespace, '--type=merge', '-p', '{"spec":{"priority":100}}');
    await says('slower', 'Ready', 'True InForce');
    await near(() => between(slow1, peer1), 2, 'with the more important policy');
    await cluster.kubectl('delete', 'vqos/slower', 'vqos/slow', '-n', namespace);
    await eventually('the rows are gone', 10, async () => (await rows()) === 0);
  });

  it('never pass the ceiling of the Subnet, whose admin also decides about marks [every OVN]', async () => {
    await cluster.apply(
      subnet('capped', 'default', ['10.250.1.0/24'], {
        ...namespaceNamed('capped'),
        qos: { ingress: { rate: '20M' }, egress: { rate: '10M' }, marking: 'Denied' },
      }),
    );
    await cluster.wait('subnets.subnetes.io/capped');
    const [pod, free] = await Promise.all(
      ['pod', 'free'].map((name) => cluster.runPod(name, { node: 'n1', namespace: 'capped', labels: { app: name } })),
    );
    const { peer1 } = pods;
    await assertReaches(free!.from, peer1.ipv4 ?? '');
    await assertReaches(pod!.from, peer1.ipv4 ?? '');
    await near(() => between(free!, peer1), 10, 'a pod without a policy sends');
    await near(() => between(peer1, free!), 20, 'a pod without a policy receives');
    await cluster.apply(
      policy(
        'greedy',
        {
          podSelector: { matchLabels: { app: 'pod' } },
          egress: { rate: '500M', dscp: 46 },
          rules: [{ name: 'all', direction: 'Ingress', ports: [{ protocol: 'TCP' }], unlimited: true }],
        },
        'capped',
      ),
    );
    await says('greedy', 'ResolvedRefs', 'False MarkingDenied', 'capped');
    const marked = await Capture.start(peer1.netns, `src host ${pod!.ipv4 ?? ''} and ip[1] != 0`);
    await near(() => between(pod!, peer1), 10, 'a pod with a greedy policy sends');
    await near(() => between(peer1, pod!), 20, 'a pod with a greedy policy receives');
    await marked.stop();
    assert.equal(marked.count(pod!.ipv4 ?? ''), 0, 'nothing is marked where marks are denied');
  });

  it('hold the sum of all rules to the ceiling, which changes and goes under a connection and outlives the agent', async () => {
    const { peer1 } = pods;
    const pod = await cluster.pod('pod', 'capped');
    const three = (direction: string) =>
      [1, 2].map((index) => ({
        ...{ name: `${direction.toLowerCase()}${index}`, direction, rate: '8M' },
        ports: [{ protocol: 'TCP', port: 5300 + index }],
      }));
    const capped = policy(
      'greedy',
      {
        ...{ podSelector: {}, ingress: { rate: '16M' }, egress: { rate: '8M' } },
        rules: [...three('Egress'), ...three('Ingress')],
      },
      'capped',
    );
    const ceiling = (qos: unknown) =>
      cluster.kubectl('patch', 'vsub/capped', '--type=merge', '-p', JSON.stringify({ spec: { qos } }));
    // Measured where they arrive: averages of connections that do not begin and end in one moment add up to more than ever arrived.
    const sum = async (from: RunningPod, to: RunningPod) => {
      const streams = await Promise.all([5301, 5302, 5303].map((port) => Stream.start(from, to, port)));
      try {
        return await streams[0]!.rate();
      } finally {
        for (const each of streams) await each.stop();
      }
    };
    const filters = async () =>
      (await Promise.all([pod.from('tc', ['qdisc', 'show']), cluster.fromNode('n1')('tc', ['qdisc', 'show'])]))
        .flatMap(({ stdout }) => stdout.split('\n'))
        .filter((line) => line.includes(' tbf '));
    await cluster.apply(capped);
    await says('greedy', 'Ready', 'True InForce', 'capped');
    await near(() => sum(pod, peer1), 10, 'three limits of 8 together send');
    await near(() => sum(peer1, pod), 20, 'limits of 16, 8 and 8 together receive');
    await cluster.kubectl('delete', 'vqos/greedy', '-n', 'capped');
    const stream = await Stream.start(pod, peer1);
    try {
      await near(() => stream.rate(), 10, 'the connection at first');
      await ceiling({ egress: { rate: '30M' } });
      await eventually('the filter has the new rate', 10, async () =>
        (await filters()).some((each) => each.includes('30Mbit')),
      );
      await near(() => stream.rate(), 30, 'with the new ceiling');
      await cluster.restartAgent('n1');
      await near(() => stream.rate(), 30, 'with a new agent');
      // It removes the filter of every device that it opens.
      const many = (await filters()).length;
      await cluster.bed.node('n1').restart('ovs-vswitchd');
      await assertReaches(pod.from, peer1.ipv4 ?? '', 'the peer after a restart of ovs-vswitchd', 30);
      await eventually('all filters are there again', 20, async () => (await filters()).length === many);
      await ceiling({ ingress: null, egress: null });
      await eventually('the filters are gone', 10, async () => (await filters()).length === 0);
      await atLeast(() => stream.rate(), 45, 'without a ceiling');
      assert.ok(stream.alive, 'the connection outlived all of it');
    } finally {
      await stream.stop();
    }
  });

  /** Number of QoS rows in the northbound database. */
  async function rows(): Promise<number> {
    const found = await cluster.bed.nbctl('--bare', '--no-headings', '--columns=_uuid', 'find', 'QoS');
    return found.split('\n').filter((line) => line !== '').length;
  }

  /** Waits until a policy of a later generation is in force. */
  async function settled(after = 0): Promise<number> {
    return eventually('the policy is in force', 15, async () => {
      const path = 'jsonpath={.status.observedGeneration} {.status.conditions[?(@.type=="Ready")].status}';
      const [generation, ready] = (await cluster.kubectl('get', 'vqos/slow', '-n', namespace, '-o', path)).split(' ');
      return ready === 'True' && Number(generation) > after && Number(generation);
    });
  }

  async function selects(name: string, count: number): Promise<void> {
    await eventually(`QoSPolicy ${name} selects ${count}`, 15, async () => {
      const path = 'jsonpath={.status.pods.selected} {.status.conditions[?(@.type=="Ready")].status}';
      return (await cluster.kubectl('get', `vqos/${name}`, '-n', namespace, '-o', path)) === `${count} True`;
    });
  }
});

/**
 * Measures streams that run at the same time: each is within 15 % of what was asked for. More is a limit that does not hold; less may be
 * a busy machine, and is measured again.
 */
async function near(
  measure: () => Promise<number | readonly number[]>,
  wanted: number | readonly number[],
  what: string,
): Promise<void> {
  const limits = [wanted].flat();
  await again(what, async () => {
    const rates = [await measure()].flat();
    const text = `${rates.map((rate) => rate.toFixed(2)).join(' and ')} of ${limits.join(' and ')} Mbit/s`;
    assert.equal(rates.length, limits.length);
    assert.ok(
      rates.every((rate, index) => rate <= limits[index]! * 1.15),
      `${what}: ${text}`,
    );
    return { text, enough: rates.every((rate, index) => rate >= limits[index]! * 0.85) };
  });
}

/** What nobody limits gets at least this many Mbit/s. */
async function atLeast(measure: () => Promise<number>, least: number, what: string): Promise<void> {
  await again(what, async () => {
    const rate = await measure();
    return { text: `${rate.toFixed(2)} Mbit/s, not ${least}`, enough: rate >= least };
  });
}

/** Up to three measurements until one is enough. */
async function again(what: string, attempt: () => Promise<{ text: string; enough: boolean }>): Promise<void> {
  const seen: string[] = [];
  for (let count = 0; count < 3; count++) {
    const { text, enough } = await attempt();
    if (enough) return;
    seen.push(text);
  }
  assert.fail(`${what}: ${seen.join('; ')}`);
}

/** One TCP connection that sends as much as it can, for minutes. */
class Stream {
  readonly #server: ChildProcess;
  readonly #client: ChildProcess;
  readonly #to: RunningPod;

  private constructor(server: ChildProcess, client: ChildProcess, to: RunningPod) {
    this.#server = server;
    this.#client = client;
    this.#to = to;
  }

  static async start(from: RunningPod, to: RunningPod, port = 5333): Promise<Stream> {
    const inside = (pod: RunningPod, ...args: readonly string[]) =>
      spawn('ip', ['netns', 'exec', pod.netns, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    const server = inside(to, 'iperf3', '--server', '--one-off', '--forceflush', '--port', `${port}`);
    await once(server.stdout!, 'data');
    const where = ['--client', to.ipv4 ?? '', '--port', `${port}`];
    const client = inside(from, 'iperf3', ...where, '--time', '200', '--forceflush');
    await once(client.stdout!, 'data');
    server.stdout!.resume();
    client.stdout!.resume();
    return new Stream(server, client, to);
  }

  /** Mbit/s that arrive at the pod, on the wire and of all connections, when two seconds for the buckets have passed. */
  async rate(): Promise<number> {
    await delay(2000);
    const [before, started] = [await this.#received(), performance.now()];
    await delay(4000);
    return ((await this.#received()) - before) / 125 / (performance.now() - started);
  }

  get alive(): boolean {
    return this.#client.exitCode === null && this.#server.exitCode === null;
  }

  async stop(): Promise<void> {
    const ended = [once(this.#client, 'close'), once(this.#server, 'close')];
    this.#client.kill('SIGKILL');
    this.#server.kill('SIGKILL');
    await Promise.all(ended);
  }

  async #received(): Promise<number> {
    return Number((await this.#to.from('cat', ['/sys/class/net/eth0/statistics/rx_bytes'])).stdout);
  }
}
