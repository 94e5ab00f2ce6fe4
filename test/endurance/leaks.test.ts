// A Deployment behind a Service and under a policy is scaled up and down again and again by real kubelets: everything that grew with it is
// gone in the end, wherever it lay.
//
// ROUNDS (3) and PODS (20) choose how often and how far: the whole proof is ROUNDS=20 PODS=100. ON=n2 puts all of them on one node. Each round
// prints how long it took, and the end which program used how much processor time.
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import type { Cluster } from '../support/cluster.ts';
import { cpuTimes, cpuUsed, residentMiB } from '../support/cpu-time.ts';
import { difference, type Inventory, type InventoryDifference, inventory } from '../support/inventory.ts';
import { networkPolicy } from '../support/policies.ts';
import { realCluster, testServers } from '../support/real-cluster.ts';
import { podTraces } from '../support/residue.ts';
import { assertReaches, eventually } from '../support/traffic.ts';

const rounds = Number(process.env.ROUNDS ?? 3);
const size = Number(process.env.PODS ?? 20);
const place = process.env.ON;
/** Seconds in which all pods must run, or be gone: a kubelet tries a DEL that failed again up to a minute later. */
const patience = 120 + size * 3;

describe(`scaling 0 → ${size} → 0 pods ${rounds} times`, function () {
  this.timeout((rounds * 2 + 2) * patience * 1000);
  let cluster: Cluster;
  let first: Inventory;

  before(async function () {
    this.timeout(300_000);
    cluster = await realCluster(this);
    cluster.superviseController();
    // Nothing that runs in them, and nobody who asks it: what starts a hundred of them is the node, not what is in them.
    const containers = [{ name: 'main', image: cluster.bed.images.pause }];
    const pod = place === undefined ? {} : { nodeSelector: { 'kubernetes.io/hostname': place } };
    const spread = place === undefined ? {} : { topologySpreadConstraints: [] };
    const spec = {
      ...{ selector: { app: 'churn' }, type: 'NodePort', ipFamilyPolicy: 'RequireDualStack' },
      ports: [{ port: 80, targetPort: 8080 }],
    };
    await cluster.apply(
      testServers(cluster, 'churn', 0, { pod: { containers, ...pod, ...spread } }),
      { apiVersion: 'v1', kind: 'Service', metadata: { name: 'churn', namespace: 'default' }, spec },
      networkPolicy('default', 'churn', {
        ...{ podSelector: { matchLabels: { app: 'churn' } }, policyTypes: ['Ingress', 'Egress'] },
        ingress: [{ from: [{ podSelector: { matchLabels: { app: 'churn' } } }], ports: [{ port: 8080 }] }, {}],
        egress: [{ to: [{ podSelector: { matchLabels: { app: 'churn' } } }] }],
      }),
    );
    await cluster.wait('deployment/churn', 'condition=Available', 60);
    first = await settled();
  });

  after(() => cluster?.down());

  // The inventory once it stays the same for a second.
  async function settled(): Promise<Inventory> {
    let last = await inventory(cluster);
    await eventually('nothing changes any more', 60, async () => {
      await delay(1_000);
      const now = await inventory(cluster);
      const rest = difference(last, now).length === 0;
      last = now;
      return rest;
    });
    return last;
  }

  async function scale(to: number): Promise<number> {
    const started = performance.now();
    await cluster.kubectl('scale', 'deployment/churn', `--replicas=${to}`);
    if (to > 0) await cluster.wait('deployment/churn', `jsonpath={.status.readyReplicas}=${to}`, patience);
    else
      await eventually('every pod is gone', patience, async () => {
        // The Deployment's own numbers as well: the next round waits for them.
        const told = await cluster.kubectl('get', 'deployment/churn', '-o', 'jsonpath={.status.replicas}');
        const pods = await cluster.kubectl('get', 'pods', '-l', 'app=churn', '-o', 'name');
        const gone = `${told}${pods}`.trim() === '';
        if (!gone) await delay(250); // spares the machine that is being measured
        return gone;
      });
    return (performance.now() - started) / 1000;
  }

  it('gives every pod one of everything', async () => {
    const up = await scale(size);
    const traces = await podTraces(cluster);
    assert.deepEqual(
      Object.values(traces).map((list: readonly string[]) => list.length),
      [size, size, size, size],
    );
    const grown = difference(first, await inventory(cluster));
    for (const kind of expected)
      assert.ok(
        grown.some((entry) => kind.test(entry.kind) && entry.left.length > 0),
        `${kind} is looked at, and pods have some: ${grown.map((entry) => entry.kind).join(', ')}`,
      );
    const names = (await cluster.kubectl('get', 'pods', '-l', 'app=churn', '-o', 'name')).trim().split('\n');
    const [one, other] = await Promise.all(
      [names[0], names.at(-1)].map((name = '') => cluster.pod(name.replace('pod/', ''))),
    );
    for (const address of other!.addresses) await assertReaches(one!.from, address);
    console.log(`      ${size} pods Ready after ${up.toFixed(1)} s, gone after ${(await scale(0)).toFixed(1)} s`);
  });

  it('leaves nothing of them', async () => {
    const cpu = cpuTimes(cluster);
    for (let round = 2; round <= rounds; round++) {
      const [up, down] = [await scale(size), await scale(0)];
      const memory = [cluster.controller, ...cluster.agents.values()].map(({ daemon }) => residentMiB(daemon));
      console.log(
        `      round ${round}: ${size} pods Ready after ${up.toFixed(1)} s, gone after ${down.toFixed(1)} s; controller and agents ${memory.join(', ')} MiB`,
      );
    }
    const used = [...cpuUsed(cpu, cpuTimes(cluster))].sort(([, a], [, b]) => b - a);
    const pods = (rounds - 1) * size;
    for (const [name, seconds] of used)
      if (pods > 0)
        console.log(`        ${((seconds / pods) * 1000).toFixed(0).padStart(5)} ms of CPU per pod: ${name}`);
    let left: readonly InventoryDifference[] = [];
    await eventually('everything is as before', patience, async () => {
      left = difference(first, await inventory(cluster));
      if (left.length > 0) await delay(1_000); // the look itself costs
      return left.length === 0;
    }).catch(() => {});
    assert.deepEqual(left, [], 'what is left, or missing');
    console.log(`      compared: ${[...first].map(([kind, things]) => `${kind} ${things.length}`).join(', ')}`);
  });
});

/** Kinds of which pods have some, lest the comparison be of nothing. */
const expected: readonly RegExp[] = [
  /^IP objects$/,
  /^northbound Logical_Switch_Port$/,
  /^northbound Port_Group$/,
  /^northbound Load_Balancer$/,
  /^southbound Port_Binding$/,
  /^southbound Address_Set$/,
  /^southbound Logical_Flow$/,
  /^n\d iface-ids$/,
  /^n\d interface$/,
  /^n\d link$/,
  /^n\d conntrack zones of ovn-controller$/,
  /^n\d conntrack zones of br-int$/,
  /^n\d OpenFlow flows$/,
  /^n\d network namespaces$/,
];
