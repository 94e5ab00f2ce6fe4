// Items 1 and 7. Pods that wait for a Subnet get one: how many rows a second are committed, what that costs in writes and transactions,
// and how long the controller's event loop was held up meanwhile. Ceiling: the same client creating as many IP objects, with the controller's
// rights and as many writes abreast, and nobody there who watches.
import { apiVersion, kinds, labels } from '../../src/api/index.ts';
import type { KubeObject } from '../../src/kube/index.ts';
import { processorSeconds } from '../support/cpu-time.ts';
import { type BenchCluster, benchCluster, concurrency, deleteAll, eachOf } from './cluster.ts';
import { type Finding, median } from './measurement.ts';
import { hex } from './ports.ts';
import type { Vitals } from './probe.ts';
import { type Cost, costOf, interleave, size } from './runner.ts';
import { kubernetesVersions, ovsdbVersions } from './versions.ts';

interface Found {
  readonly pods: readonly Finding[];
  readonly eventLoop: readonly Finding[];
}

/** Pods that a controller serves before a round. */
const warmUpPods = 500;

let found: Promise<Found> | undefined;

/** Item 1. */
export async function podsToRows(): Promise<readonly Finding[]> {
  found ??= measure();
  return (await found).pods;
}

/** Item 7: what the same rounds did to the event loop. */
export async function eventLoop(): Promise<readonly Finding[]> {
  found ??= measure();
  return (await found).eventLoop;
}

async function measure(): Promise<Found> {
  const total = size('PODS', 5000);
  const rounds = size('ROUNDS', 3);
  const each = Math.ceil(total / rounds);
  const cluster = await benchCluster();
  const vitals: Vitals[] = [];
  const writes: number[] = [];
  const besides: number[] = [];
  const transactions: number[] = [];
  const countOf = (round: number) => (round < 0 ? Math.min(each, 200) : each);
  const serverCosts = { pods: [] as number[], objects: [] as number[] };
  const podsSide = async (round: number): Promise<Cost> => {
    // The other side is this process, which has done it all before; a controller's engine compiles what it runs often, too.
    const controller = await cluster.controller();
    await cluster.servePods(warmUpPods);
    const namespace = await cluster.namespace();
    const count = countOf(round);
    await cluster.createPods(namespace, count);
    // What pods of the last round have still to be told, they are told now.
    await controller.quiet();
    const [before, transactionsBefore] = [await controller.writesBySort(), await controller.transactions()];
    await controller.vitals();
    const arrived = cluster.rowsOf(namespace, () => true, count, 120);
    const used = processorSeconds(controller.daemon.program);
    const servers = serverSeconds(cluster);
    const { wall } = await costOf(async () => {
      await cluster.serve(namespace);
      await arrived;
    });
    if (round >= 0) serverCosts.pods.push((serverSeconds(cluster) - servers) / count);
    const cpu = processorSeconds(controller.daemon.program) - used;
    if (round >= 0) {
      vitals.push(await controller.vitals());
      transactions.push(((await controller.transactions()) - transactionsBefore) / count);
      await controller.quiet();
      const after = [...(await controller.writesBySort())];
      const more = after.map(([sort, number]) => [sort, number - (before.get(sort) ?? 0)] as const);
      const [own, others] = [true, false].map((ofIPs) =>
        sum(more.filter(([sort]) => sort.endsWith(' ips') === ofIPs).map(([, number]) => number)),
      );
      writes.push((own ?? 0) / count);
      besides.push(others ?? 0);
    }
    await cluster.stopController();
    return { wall, cpu };
  };
  const costs = await interleave(
    {
      pods: podsSide,
      objects: (round) => {
        const count = countOf(round);
        const servers = serverSeconds(cluster);
        return createObjects(cluster, count, () => {
          if (round >= 0) serverCosts.objects.push((serverSeconds(cluster) - servers) / count);
        });
      },
    },
    { rounds, warmUp: 1 },
  );
  const versions = { ...(await kubernetesVersions()), ...(await ovsdbVersions()) };
  const sizes = { PODS: total, ROUNDS: rounds };
  const common = { item: 'pods', versions, sizes } as const;
  const rate = (wall: number) => each / wall;
  const ms = (seconds: number) => `${(seconds * 1000).toFixed(2)} ms`;
  const [ours, bare] = [costs.pods.cpu / each, costs.objects.cpu / each];
  const [forPod, forObject] = [median(serverCosts.pods), median(serverCosts.objects)];
  return {
    pods: [
      {
        ...{ ...common, what: 'pods/s until the row is committed', value: rate(costs.pods.wall), unit: 'per second' },
        ceiling: { what: 'creating as many IP objects, nobody behind', value: rate(costs.objects.wall) },
        goal: { of: 'ratio', atLeast: 0.8 },
        note: `${each} pods in a round, ${total} in the end. CPU time for one pod: controller ${ms(ours)}, API server and etcd ${ms(forPod)}; for one object: client ${ms(bare)}, servers ${ms(forObject)}. The cores are busy on both sides, so a controller as cheap as the bare client would reach ${((forObject + bare) / (forPod + bare)).toFixed(2)} × the ceiling here: what the servers do more is to tell the controller of each write.`,
      },
      {
        ...{ ...common, what: 'API writes for a pod, to its IP', value: median(writes), unit: 'writes' },
        goal: { of: 'value', atMost: 2 },
        note: `Until the controller is silent; ports stay down, so the second is the status that says so. Besides, a Subnet's counters once a second at most, and the Lease: ${median(besides)} writes in a round of ${each} pods.`,
      },
      {
        ...{ ...common, what: 'NB transactions for a pod', value: median(transactions), unit: 'transactions' },
        goal: { of: 'value', atMost: 0.05 },
      },
    ],
    eventLoop: [
      {
        ...{ ...common, item: 'event-loop', what: 'delay p99 under item 1', unit: 'ms' },
        value: median(vitals.map(({ delayP99 }) => delayP99)),
        goal: { of: 'value', atMost: 50 },
        note: `p50 ${median(vitals.map(({ delayP50 }) => delayP50)).toFixed(1)} ms, longest ${Math.max(...vitals.map(({ delayMax }) => delayMax)).toFixed(0)} ms (a Lease is lost after seconds).`,
      },
    ],
  };
}

/** @param created called when all are there and none is deleted yet */
async function createObjects(cluster: BenchCluster, count: number, created: () => void): Promise<Cost> {
  const namespace = await cluster.namespace();
  const objects = Array.from({ length: count }, (_, index) => ipObject(namespace, index));
  const cost = await costOf(() =>
    eachOf(objects, concurrency, (object) => cluster.asController.create(kinds.IP, object)),
  );
  created();
  await deleteAll(cluster.server, kinds.IP, namespace);
  return cost;
}

/** Processor time of the API server and its etcd so far. */
function serverSeconds(cluster: BenchCluster): number {
  return sum(cluster.server.daemons.map((daemon) => processorSeconds(daemon.program)));
}

/** As the controller makes it for a pod, without the finalizer, so that all go with one call. */
function ipObject(namespace: string, index: number): KubeObject {
  const name = `p${index}-0123456789`;
  const address = `10.255.${(index >> 8) & 255}.${index & 255}`;
  return {
    ...{ apiVersion, kind: 'IP' },
    metadata: { name, namespace, labels: { [labels.managedBy]: 'controller' } },
    spec: {
      ...{ subnet: namespace, addresses: [address], node: `n${index % 100}`, reclaimPolicy: 'Delete' },
      mac: `0a:58:0a:ff:${hex(index >> 8)}:${hex(index)}`,
      target: {
        kind: 'Pod',
        name: `p${index}`,
        uid: `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`,
      },
    },
  } as KubeObject;
}

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, each) => total + each, 0);
}
