// Pods as real kubelets run them: probes, restarts, exec, logs and port-forward, the host's network, both families.
import assert from 'node:assert/strict';
import type { Cluster, RunningPod } from '../../support/cluster.ts';
import { testServer } from '../../support/cluster.ts';
import { kubectlProgram } from '../../support/kubectl.ts';
import { forPod, ip } from '../../support/objects.ts';
import { Daemon } from '../../support/processes.ts';
import { realCluster, testServers } from '../../support/real-cluster.ts';
import { assertNoPodTraces } from '../../support/residue.ts';
import { assertReaches, eventually, fetchHttp, inNamespace } from '../../support/traffic.ts';

describe('pods on real nodes', function () {
  this.timeout(180_000);
  let cluster: Cluster;
  /** The members of a Deployment: two on each node. */
  let members: readonly RunningPod[];

  before(async function () {
    cluster = await realCluster(this);
  });

  after(() => cluster?.down());

  const on = (node: string): readonly RunningPod[] => members.filter((pod) => pod.node === node);

  async function podsOf(app: string): Promise<readonly RunningPod[]> {
    const names = await cluster.kubectl('get', 'pods', '-l', `app=${app}`, '-o', 'jsonpath={.items[*].metadata.name}');
    return Promise.all(names.split(' ').map((name) => cluster.pod(name)));
  }

  const field = (pod: string, path: string): Promise<string> =>
    cluster.kubectl('get', 'pod', pod, '-o', `jsonpath={${path}}`);

  it('become Ready by their readiness probe, have both families, and are spread over the nodes', async () => {
    await cluster.apply(testServers(cluster, 'web', 4));
    await cluster.kubectl('rollout', 'status', 'deployment/web', '--timeout=60s');
    members = await podsOf('web');
    assert.deepEqual([on('n1').length, on('n2').length], [2, 2]);
    for (const pod of members) assert.ok(pod.ipv4 !== undefined && pod.ipv6 !== undefined, pod.name);
    assert.equal(new Set(members.flatMap(({ addresses }) => addresses)).size, 8, 'no address is given twice');
  });

  it('reach each other on one node and across nodes over both families', async () => {
    const [first, neighbour] = on('n1');
    const [far] = on('n2');
    for (const target of [neighbour!, far!]) {
      for (const address of target.addresses) {
        await assertReaches(first!.from, address, `${target.name} at ${address}`);
        assert.equal(await fetchHttp(first!.from, address, 8080, '/hostname'), target.name);
      }
    }
  });

  it('answer to exec, logs and port-forward', async () => {
    const pod = on('n2')[0]!;
    assert.equal((await cluster.kubectl('exec', pod.name, '--', 'hostname')).trim(), pod.name);
    assert.match(await cluster.kubectl('logs', pod.name), /Started HTTP server on port 8080/);
    const flags = [`--kubeconfig=${cluster.bed.kube.kubeconfig}`, '--address=127.0.0.1'];
    const forward = await Daemon.start({
      ...{ name: 'port-forward', manifest: cluster.bed.manifest },
      command: [await kubectlProgram(), ...flags, 'port-forward', `pod/${pod.name}`, ':8080'],
      ready: { kind: 'line', pattern: /^Forwarding from/ },
    });
    try {
      const line = await forward.waitForLine(/^Forwarding from/, AbortSignal.timeout(5_000));
      const port = /:(\d+) ->/.exec(line)?.[1];
      const answer = await fetch(`http://127.0.0.1:${port}/hostname`);
      assert.equal(await answer.text(), pod.name);
    } finally {
      await forward.kill();
    }
  });

  it('are reached from every node, and reach every node', async () => {
    for (const node of cluster.bed.nodes) {
      for (const pod of [on('n1')[0]!, on('n2')[0]!]) {
        for (const address of pod.addresses)
          assert.equal(await fetchHttp(cluster.fromNode(node.name), address, 8080, '/hostname'), pod.name);
        for (const address of Object.values(node.address)) await assertReaches(pod.from, address, node.name);
      }
    }
  });

  it("in the host's network reach pods and are reached by them", async () => {
    await cluster.createPod('host', { node: 'n1', hostNetwork: true });
    await cluster.wait('pod/host', 'condition=Ready', 60);
    const { address, netns } = cluster.bed.node('n1');
    assert.equal(await field('host', '.status.podIP'), address.ipv4);
    for (const pod of [on('n1')[0]!, on('n2')[0]!]) {
      for (const target of pod.addresses) {
        const url = `http://${target.includes(':') ? `[${target}]` : target}:8080/hostname`;
        assert.equal(await cluster.kubectl('exec', 'host', '--', 'curl', '-s', '-m', '5', url), pod.name);
      }
      for (const node of Object.values(address))
        assert.equal(await fetchHttp(pod.from, node, 8080, '/hostname'), 'n1', `${pod.name} to the host at ${node}`);
    }
    assert.equal(await fetchHttp(inNamespace(netns), '127.0.0.1', 8080, '/hostname'), 'n1');
    await cluster.deletePod('host');
  });

  it('whose liveness probe fails are restarted with the addresses that they have', async () => {
    const probe = { httpGet: { path: '/', port: 9 }, periodSeconds: 1, failureThreshold: 2 };
    const { readinessProbe: _, ...server } = testServer(cluster.bed.images.agnhost);
    const spec = {
      containers: [{ ...server, livenessProbe: probe }],
      nodeName: 'n2',
      terminationGracePeriodSeconds: 0,
    };
    await cluster.apply({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'ill', namespace: 'default' }, spec });
    const pod = await cluster.pod('ill');
    await eventually(
      'the container was restarted',
      60,
      async () => Number(await field('ill', '.status.containerStatuses[0].restartCount')) >= 1,
    );
    assert.equal(await field('ill', '.status.podIPs[*].ip'), pod.addresses.join(' '));
    await assertReaches(on('n1')[0]!.from, pod.ipv4 ?? '');
    await cluster.deletePod('ill');
  });

  it('whose readiness probe fails stay unready and are reached all the same', async () => {
    const readinessProbe = { httpGet: { path: '/', port: 9 }, periodSeconds: 1, failureThreshold: 1 };
    const spec = {
      ...{ nodeName: 'n1', terminationGracePeriodSeconds: 0 },
      containers: [{ ...testServer(cluster.bed.images.agnhost), readinessProbe }],
    };
    await cluster.apply({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'shy', namespace: 'default' }, spec });
    await eventually('the kubelet tells of the failed probe', 60, async () => {
      const events = await cluster.kubectl(
        'get',
        'events',
        '--field-selector=involvedObject.name=shy,reason=Unhealthy',
      );
      return events.includes('Readiness probe failed');
    });
    assert.equal(await field('shy', '.status.conditions[?(@.type=="Ready")].status'), 'False');
    await assertReaches(on('n2')[0]!.from, await field('shy', '.status.podIP'));
    await cluster.deletePod('shy');
  });

  it('get a new sandbox when theirs is killed', async () => {
    const pod = await cluster.runPod('phoenix', { node: 'n2' });
    const { kubelet, machine } = cluster.bed.node('n2');
    const before = await kubelet.sandboxProcess(pod.uid);
    await machine?.exec('kill', ['-KILL', String(before)]);
    await eventually('another sandbox', 60, async () => {
      const now = await kubelet.sandboxProcess(pod.uid);
      return now !== undefined && now !== before;
    });
    await eventually('the kubelet has seen its addresses', 60, async () => {
      const { ipv4 } = await cluster.pod('phoenix');
      return (await fetchHttp(on('n1')[0]!.from, ipv4 ?? '', 8080, '/hostname')) === 'phoenix';
    });
    await cluster.deletePod('phoenix');
  });

  it('of a StatefulSet keep the addresses that are reserved for their names', async () => {
    const names = ['db-0', 'db-1'];
    // Nothing is said about addresses: a member has for ever what its name got first.
    await cluster.apply(...names.map((name) => ip(name, 'default', 'default', forPod(name))));
    const set = testServers(cluster, 'db', names.length, { kind: 'StatefulSet' });
    const seen: string[] = [];
    for (let life = 0; life < 3; life++) {
      await cluster.apply(set);
      const pods = await Promise.all(
        names.map((name) => eventually(name, 30, () => podIfThere(name)).then(() => cluster.pod(name))),
      );
      for (const pod of pods) await assertReaches(on('n1')[0]!.from, pod.ipv4 ?? '', `${pod.name} in life ${life}`);
      seen.push(pods.map(({ addresses }) => addresses.join(' ')).join(', '));
      await cluster.kubectl('delete', 'statefulset/db', '--cascade=foreground', '--timeout=60s');
    }
    assert.deepEqual(seen.slice(1), [seen[0], seen[0]]);
    await cluster.kubectl('delete', 'ips.subnetes.io', ...names, '--timeout=60s');
  });

  it('of a StatefulSet keep what they got first in a Subnet that retains it, until the set is scaled below them or gone', async () => {
    const retain = (value: string) =>
      cluster.kubectl('patch', 'subnets.subnetes.io/default', '--type=merge', '-p', `{"spec":{"retain":"${value}"}}`);
    const names = ['queue-0', 'queue-1'];
    const ipsOf = async (name: string) =>
      (
        await cluster.kubectl('get', 'ips.subnetes.io', `--field-selector=spec.target.name=${name}`, '-o', 'name')
      ).trim();
    await retain('StatefulSets');
    await cluster.apply(testServers(cluster, 'queue', names.length, { kind: 'StatefulSet' }));
    const life = async (title: string) => {
      await cluster.kubectl('rollout', 'status', 'statefulset/queue', '--timeout=60s');
      const pods = await Promise.all(names.map((name) => cluster.pod(name)));
      for (const pod of pods) await assertReaches(on('n1')[0]!.from, pod.ipv4 ?? '', `${pod.name} ${title}`);
      return pods.map(({ addresses }) => addresses.join(' '));
    };
    const first = await life('at first');
    await cluster.kubectl('delete', 'pod', ...names, '--timeout=60s');
    assert.deepEqual(await life('after both were deleted'), first);
    await cluster.kubectl('scale', 'statefulset/queue', '--replicas=1');
    await eventually('the address of queue-1 is free', 60, async () => (await ipsOf('queue-1')) === '');
    assert.notEqual(await ipsOf('queue-0'), '');
    await cluster.kubectl('delete', 'statefulset/queue', '--cascade=foreground', '--timeout=60s');
    await eventually('the address of queue-0 is free', 60, async () => (await ipsOf('queue-0')) === '');
    await retain('Never');
  });

  const podIfThere = async (name: string): Promise<boolean> =>
    (await cluster.kubectl('get', 'pod', name, '--ignore-not-found', '-o', 'name')) !== '';

  it('roll over to new ones, and leave nothing behind when they go', async () => {
    await cluster.kubectl('rollout', 'restart', 'deployment/web');
    await cluster.kubectl('rollout', 'status', 'deployment/web', '--timeout=60s');
    await eventually('the old ones are gone', 60, async () => (await podsOf('web')).length === 4);
    await cluster.kubectl('delete', 'deployment/web', '--cascade=foreground', '--timeout=60s');
    await assertNoPodTraces(cluster, 120);
  });
});
