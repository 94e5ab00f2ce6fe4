// What a cluster survives while connections stand and new ones are made: the controller away, the API server started anew, OVN's central
// part started anew, agents killed while pods come and go, a node cut off.
//
// SURVIVAL_SECONDS (30) is how long the controller is away: the whole proof is SURVIVAL_SECONDS=600, with which the cut of a node lasts two
// minutes, too, so that Kubernetes takes the node for lost.
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { Attempts } from '../support/attempts.ts';
import type { Cluster, RunningPod } from '../support/cluster.ts';
import { Conversation, serveEcho } from '../support/conversation.ts';
import { inForce, networkPolicy } from '../support/policies.ts';
import { realCluster, testServers } from '../support/real-cluster.ts';
import { assertNoPodTraces, podTraces } from '../support/residue.ts';
import { assertReaches, eventually, fetchHttp } from '../support/traffic.ts';

const away = Number(process.env.SURVIVAL_SECONDS ?? 30);
const whole = away >= 120;
/** Seconds that a node is cut off. */
const cut = whole ? 120 : 15;
/** Milliseconds of silence, or until an answer, that are forgiven beyond those of the machine itself: a retransmission or two, never an outage. */
const silence = 2_000;
/** Seconds after which a new connection has failed, however busy the machine is. */
const patience = 10;
/**
 * Conversations through nothing of ours: the first touches no network and says how long the machine itself keeps somebody waiting; the second,
 * through the nodes' switches alone, is for whoever reads what a failure prints.
 */
const controls = { processors: 'here: a pod to itself', switches: 'across: n1 to n2, underlay only' };
const talkPort = 7000;
const webPort = 8080;
const nodePorts = { web: 30080, talk: 30700, local: 30701 };

describe(`the cluster survives (controller away for ${away} s)`, function () {
  this.timeout((away + 300) * 1000);
  let cluster: Cluster;
  let conversations: readonly Conversation[];
  /** Attempts that must succeed. */
  let attempts: readonly Attempts[];
  /** Attempts that touch no network: how long the machine keeps the servers themselves waiting. */
  let own: readonly Attempts[];
  /** Attempts that a policy must refuse. */
  let refused: Attempts;
  let pods: Readonly<Record<'client' | 'near' | 'far' | 'guarded' | 'stranger', RunningPod>>;
  const [webIps, farIps, guardedIps, carefulIps]: [string[], string[], string[], string[]] = [[], [], [], []];

  before(async function () {
    this.timeout(300_000);
    cluster = await realCluster(this, { external: true });
    cluster.superviseController();
    const placed = [
      ['client', 'n1', { role: 'friend' }],
      ['near', 'n1', { app: 'web' }],
      ['far', 'n2', { app: 'web', name: 'far' }],
      ['guarded', 'n2', { app: 'guarded' }],
      ['stranger', 'n1', {}],
    ] as const;
    await cluster.apply(
      service('web', { app: 'web' }, { type: 'NodePort', nodePorts: [nodePorts.web, nodePorts.talk] }),
      service('far', { name: 'far' }, { type: 'NodePort', nodePorts: [undefined, nodePorts.local], local: true }),
      service('guarded', { app: 'guarded' }),
      service('careful', { app: 'web' }, { careful: true }),
      networkPolicy('default', 'friends', {
        ...{ podSelector: { matchLabels: { app: 'guarded' } }, policyTypes: ['Ingress'] },
        ingress: [{ from: [{ podSelector: { matchLabels: { role: 'friend' } } }] }],
      }),
    );
    const running = await Promise.all(
      placed.map(([name, node, labels]) => cluster.runPod(name, { node, labels: { ...labels } })),
    );
    pods = Object.fromEntries(running.map((pod) => [pod.name, pod])) as typeof pods;
    for (const [name, list] of Object.entries({ web: webIps, far: farIps, guarded: guardedIps, careful: carefulIps })) {
      const text = await cluster.kubectl('get', 'service', name, '-o', 'jsonpath={.spec.clusterIPs[*]}');
      list.push(...text.split(' '));
    }
    for (const { netns } of [pods.near, pods.far, pods.guarded, cluster.bed.node('n2')])
      await serveEcho(cluster.bed.manifest, netns, talkPort);
    await inForce(cluster, 'default');
    await servicesAnswer();
    await converse();
  });

  // A test that failed has left its pod: no reason for the next to fail.
  afterEach(async () => {
    const passing = ['doomed', 'meanwhile', 'after-server', 'after-central', 'after-cut'].map((name) => `pod/${name}`);
    await cluster.kubectl('delete', ...passing, 'deployment/churn', '--ignore-not-found', '--timeout=60s');
  });

  after(async () => {
    await Promise.all([...(conversations ?? []), ...(attempts ?? []), ...(own ?? [])].map((traffic) => traffic.stop()));
    await refused?.stop();
    await cluster?.down();
  });

  function service(
    name: string,
    selector: Readonly<Record<string, string>>,
    options: {
      readonly type?: string;
      readonly nodePorts?: readonly (number | undefined)[];
      readonly local?: boolean;
      readonly careful?: boolean;
    } = {},
  ): unknown {
    const port = (index: number, portName: string, number: number, targetPort: number): unknown => ({
      ...{ name: portName, port: number, targetPort },
      ...(options.nodePorts?.[index] === undefined ? {} : { nodePort: options.nodePorts[index] }),
    });
    const spec = {
      ...{ selector, type: options.type ?? 'ClusterIP', ipFamilyPolicy: 'RequireDualStack' },
      // Nothing here depends on what Kubernetes thinks of a node: it takes all for lost when the API server was away.
      publishNotReadyAddresses: options.careful !== true,
      ...(options.local === true ? { externalTrafficPolicy: 'Local' } : {}),
      ports: [port(0, 'http', 80, webPort), port(1, 'talk', talkPort, talkPort)],
    };
    return { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'default' }, spec };
  }

  async function servicesAnswer(): Promise<void> {
    const outside = cluster.bed.external.underlayHost.from;
    const ways = [
      ...[...webIps, ...farIps, ...guardedIps].map((ip) => [pods.client.from, ip, 80] as const),
      ...webIps.map((ip) => [cluster.fromNode('n1'), ip, 80] as const),
      ...['n1', 'n2'].map((node) => [outside, cluster.bed.node(node).address.ipv4, nodePorts.web] as const),
    ];
    for (const [from, ip, port] of ways)
      await eventually(`${ip}:${port} answers`, 30, () => fetchHttp(from, ip, port, '/hostname', 1));
  }

  async function converse(): Promise<void> {
    const { client, near, far, guarded } = pods;
    const { external } = cluster.bed;
    const [n1, n2] = [cluster.bed.node('n1'), cluster.bed.node('n2')];
    const talks: (readonly [string, string, string, number])[] = [
      [controls.processors, near.netns, '127.0.0.1', talkPort],
      [controls.switches, n1.netns, n2.address.ipv4, talkPort],
      ['here: pod to pod on n1', client.netns, near.ipv4 ?? '', talkPort],
      ['here: n2 to its pod', n2.netns, far.ipv6 ?? '', talkPort],
      ['across: outside to n2 (policy Local)', external.underlayHost.netns, n2.address.ipv4, nodePorts.local],
      ...far.addresses.map((ip) => ['across: pod to pod', client.netns, ip, talkPort] as const),
      ['across: n1 to a pod of n2', n1.netns, far.ipv4 ?? '', talkPort],
      ['across: pod to a pod under a policy', client.netns, guarded.ipv4 ?? '', talkPort],
      ...farIps.map((ip) => ['across: pod to ClusterIP', client.netns, ip, talkPort] as const),
      ...guardedIps.map((ip) => ['across: pod to ClusterIP under a policy', client.netns, ip, talkPort] as const),
      ['across: n1 to ClusterIP', n1.netns, farIps[0] ?? '', talkPort],
      ['across: outside to NodePort of n1', external.underlayHost.netns, n1.address.ipv4, nodePorts.talk],
      ['across: outside to NodePort of n2', external.underlayHost.netns, n2.address.ipv6, nodePorts.talk],
    ];
    conversations = await Promise.all(
      talks.map(([name, netns, ip, port]) => Conversation.start(`${name} (${ip})`, netns, ip, port)),
    );
    attempts = [
      ...webIps.map((ip) => Attempts.start(`pod to ClusterIP ${ip}`, client.from, ip, 80, patience)),
      Attempts.start('n2 to ClusterIP', cluster.fromNode('n2'), webIps[0] ?? '', 80, patience),
      Attempts.start('friend to ClusterIP under a policy', client.from, guardedIps[0] ?? '', 80, patience),
      Attempts.start('outside to NodePort', external.underlayHost.from, n1.address.ipv4, nodePorts.web, patience),
    ];
    own = [near, far, guarded].map((pod) =>
      Attempts.start(`${pod.name} to itself`, pod.from, '127.0.0.1', webPort, patience),
    );
    refused = Attempts.start('stranger to ClusterIP under a policy', pods.stranger.from, guardedIps[1] ?? '', 80, 1);
  }

  /**
   * Does something while everything talks, and judges what the traffic went through.
   * @param torn conversations that may be silent meanwhile, of a name that starts so; they must not break either
   */
  async function underTraffic(happen: () => Promise<void>, torn?: string): Promise<void> {
    for (const traffic of [...conversations, ...attempts, ...own, refused]) traffic.mark();
    const started = performance.now();
    await happen();
    const seconds = (performance.now() - started) / 1000;
    const results = conversations.map(({ name, count }) => ({ name, ...count }));
    // A sender that got no acknowledgement asks again after twice the time that it has waited.
    await Promise.all(conversations.map((conversation) => conversation.goesOn(torn === undefined ? 15 : cut * 2 + 30)));
    console.log(`      ${seconds.toFixed(0)} s, ${conversations.length} connections, none broken; longest silence:`);
    for (const { name, echoes, longestGap } of results)
      console.log(`        ${String(longestGap).padStart(6)} ms ${name}, ${echoes} echoes`);
    const tries = [...attempts, refused].map(({ name, count }) => ({ name, ...count }));
    const ownTries = own.map(({ name, count }) => ({ name, ...count }));
    for (const { name, tries: all, failures, slowest, reasons } of [...ownTries, ...tries]) {
      const said = [...reasons].map(([reason, { times, first, last }]) => `${times}x "${reason}" ${first}-${last} s`);
      const more = failures > 0 ? `: ${said.join(', ')}` : `, the slowest took ${slowest} ms`;
      console.log(`        ${failures} of ${all} new connections failed: ${name}${more}`);
    }
    const machine = results.find(({ name }) => name.startsWith(controls.processors))?.longestGap ?? 0;
    for (const { name, longestGap, broken } of results) {
      assert.equal(broken, undefined, `${name}: the connection broke`);
      if (torn === undefined || !name.startsWith(torn))
        assert.ok(longestGap <= machine + silence, `${name}: ${longestGap} ms of silence`);
    }
    const last = tries.pop();
    assert.ok(last !== undefined && last.tries >= 2, 'the stranger tried');
    assert.equal(last.failures, last.tries, 'the policy held all the time');
    if (torn !== undefined) return;
    const servers = Math.max(...ownTries.map(({ slowest }) => slowest));
    for (const { name, tries: all, failures, slowest } of tries) {
      assert.ok(all > 2, `${name}: tried`);
      assert.equal(failures, 0, `new connections failed: ${name}`);
      assert.ok(slowest <= servers + silence, `${name}: an answer took ${slowest} ms`);
    }
  }

  it('without its controller; what people did meanwhile is caught up with', async () => {
    await cluster.runPod('doomed', { node: 'n2' });
    await underTraffic(async () => {
      await cluster.controller.kill();
      await cluster.createPod('meanwhile', { node: 'n1' });
      await cluster.kubectl('delete', 'pod/doomed', '--wait=false');
      await delay(away * 1000); // the outage itself
      await cluster.restartController();
      const pod = await cluster.pod('meanwhile', 'default', 120);
      await assertReaches(pod.from, pods.far.ipv4 ?? '');
    });
    await cluster.deletePod('meanwhile');
    await onlyTheirs();
  });

  it('the API server started anew', async () => {
    const { server } = cluster.bed.kube;
    await underTraffic(async () => {
      await server.killServer();
      await delay(whole ? 60_000 : 15_000); // the outage itself
      await server.startServer();
      await cluster.createPod('after-server', { node: 'n2' });
      // After a minute without a server a kubelet's next look at its pods can be a minute away.
      const pod = await cluster.pod('after-server', 'default', 150);
      await assertReaches(pod.from, pods.near.ipv6 ?? '');
    });
    for (const { daemon } of cluster.agents.values()) assert.ok(daemon.running, 'no agent ended over it');
    await cluster.deletePod('after-server');
    await onlyTheirs();
  });

  it("OVN's central part started anew", async () => {
    const { central } = cluster.bed;
    await underTraffic(async () => {
      await Promise.all((['ovn-northd', 'northbound', 'southbound'] as const).map((name) => central.kill(name)));
      await cluster.createPod('after-central', { node: 'n2' });
      await delay(whole ? 60_000 : 10_000); // the outage itself
      await Promise.all([central.start('northbound'), central.start('southbound')]);
      await central.start('ovn-northd');
      const pod = await cluster.pod('after-central', 'default', 120);
      await assertReaches(pod.from, pods.near.ipv4 ?? '');
    });
    await cluster.deletePod('after-central');
    await onlyTheirs();
  });

  it('agents killed while pods come and go', async () => {
    const replicas = whole ? 40 : 10;
    await cluster.apply(testServers(cluster, 'churn', 0));
    const scale = (to: number): Promise<string> => cluster.kubectl('scale', 'deployment/churn', `--replicas=${to}`);
    const ready = async (count: number): Promise<void> => {
      await cluster.wait('deployment/churn', `jsonpath={.status.readyReplicas}=${count}`, 120);
    };
    await underTraffic(async () => {
      for (let round = 0; round < (whole ? 5 : 1); round++) {
        await scale(replicas);
        for (const node of ['n1', 'n2']) {
          await delay(500); // anywhere in the middle
          await cluster.agents.get(node)?.kill();
          cluster.agents.set(node, await cluster.bed.startAgent(node));
        }
        await ready(replicas);
        await scale(2);
        for (const node of ['n2', 'n1']) {
          await delay(300); // anywhere in the middle
          await cluster.agents.get(node)?.kill();
          cluster.agents.set(node, await cluster.bed.startAgent(node));
        }
        await ready(2);
      }
    });
    for (const agent of cluster.agents.values()) await agent.ready(120);
    await cluster.kubectl('delete', 'deployment/churn', '--cascade=foreground', '--timeout=60s');
    await onlyTheirs();
  });

  it('a node that is cut off: what stays on a node goes on, what crosses the cut goes on after it', async () => {
    const n2 = cluster.bed.node('n2');
    await underTraffic(async () => {
      await n2.setUnderlay('down');
      try {
        await delay(cut * 1000); // the outage itself
        if (whole) await serviceGoesOn();
      } finally {
        await n2.setUnderlay('up');
      }
      await Promise.all(conversations.map((conversation) => conversation.goesOn(cut * 2 + 30)));
    }, 'across');
    await cluster.wait('node/n2', 'condition=Ready', 120);
    await servicesAnswer();
    await underTraffic(async () => {
      const pod = await cluster.runPod('after-cut', { node: 'n2' });
      await assertReaches(pod.from, pods.near.ipv4 ?? '');
      await delay(3_000); // for attempts, of which none may fail any more
    });
    await cluster.deletePod('after-cut');
    await onlyTheirs();
  });

  // Once Kubernetes takes the node for lost, its endpoints are not used any more.
  async function serviceGoesOn(): Promise<void> {
    const other = pods.near.name;
    await eventually('the Service has one endpoint', 60, async () => {
      const path = 'jsonpath={.items[*].endpoints[?(@.conditions.ready==true)].targetRef.name}';
      const names = await cluster.kubectl(
        'get',
        'endpointslices',
        '-l',
        'kubernetes.io/service-name=careful',
        '-o',
        path,
      );
      return new Set(names.split(' ')).size === 1;
    });
    await cluster.bed.nbctl('--wait=sb', 'sync');
    for (let round = 0; round < 20; round++)
      assert.equal(await fetchHttp(pods.client.from, carefulIps[round % 2] ?? '', 80, '/hostname'), other);
  }

  async function onlyTheirs(): Promise<void> {
    let left = await podTraces(cluster);
    const count = Object.keys(pods).length;
    await eventually('only the pods that live have something', 120, async () => {
      left = await podTraces(cluster);
      return Object.values(left).every((list: readonly string[]) => list.length === count);
    }).catch(() => assert.fail(`more or less than what the ${count} pods have: ${JSON.stringify(left, undefined, 1)}`));
  }

  it('and the traffic itself leaves nothing behind', async () => {
    await Promise.all([...conversations, ...attempts, refused].map((traffic) => traffic.stop()));
    await cluster.kubectl('delete', 'pods', '--all', '--wait=false');
    await assertNoPodTraces(cluster, 120);
  });
});
