// Item 2: 20 pods a second, how long from "create" to the committed row. Ceiling, in turns at the same rate: creating a plain object, its
// event in a watch, and then one transaction of the northbound database.
import { EventEmitter, once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { KubeObject } from '../../src/kube/index.ts';
import { Reflector } from '../../src/kube/index.ts';
import { silentLog } from '../../src/log.ts';
import { benchCluster, configMaps } from './cluster.ts';
import { type Finding, quantile } from './measurement.ts';
import { portRow } from './ports.ts';
import { size } from './runner.ts';
import { kubernetesVersions, ovsdbVersions } from './versions.ts';

/** Samples at the beginning that don't count. */
const warmUp = 10;
const rate = 20;

/** Item 2. */
export async function latency(): Promise<readonly Finding[]> {
  const samples = size('SAMPLES', 1000);
  const cluster = await benchCluster();
  const controller = await cluster.controller();
  const namespace = await cluster.namespace();
  await cluster.serve(namespace);
  // The Subnet is in place when its first pod is.
  const first = cluster.rowsOf(namespace, () => true, 1, 60);
  await cluster.createPod(namespace);
  await first;
  const seen = new EventEmitter().setMaxListeners(0);
  const watch = new Reflector<KubeObject>(cluster.admin, configMaps, {
    ...{ namespace, log: silentLog, onError: (error: unknown) => void seen.emit('error', error) },
    onEvent: ({ object }) => void seen.emit(object.metadata.name ?? ''),
  });
  watch.start();
  await watch.synced(AbortSignal.timeout(20_000));
  const transactions = await controller.transactions();
  const pods: Promise<number>[] = [];
  const plain: Promise<number>[] = [];
  const began = performance.now();
  for (let index = 0; index < samples + warmUp; index++) {
    pods.push(timed(() => onePod(index)));
    await until(began + (index + 0.5) * (1000 / rate));
    plain.push(timed(() => onePlain(index)));
    await until(began + (index + 1) * (1000 / rate));
  }
  const ours = (await Promise.all(pods)).slice(warmUp);
  const theirs = (await Promise.all(plain)).slice(warmUp);
  const perPod = ((await controller.transactions()) - transactions) / (samples + warmUp);
  await watch.stop();
  const versions = { ...(await kubernetesVersions()), ...(await ovsdbVersions()) };
  const common = { item: 'latency', versions, sizes: { SAMPLES: samples, 'pods/s': rate }, unit: 'ms' } as const;
  const what = (q: string) => `pod created → row committed, ${q}`;
  const ceiling = 'create → watch event of a ConfigMap, and one transaction';
  return [
    {
      ...{ ...common, what: what('p50'), value: quantile(ours, 0.5) },
      ceiling: { what: ceiling, value: quantile(theirs, 0.5) },
    },
    {
      ...{ ...common, what: what('p99'), value: quantile(ours, 0.99), goal: { of: 'ratio', atMost: 2 } },
      ceiling: { what: ceiling, value: quantile(theirs, 0.99) },
      note: `A row takes two writes to the API server, one after the other, Pod and IP, and a transaction; the ceiling is one write and a transaction, so less than twice of it is hardly possible. After a transaction the controller waits for twice the time that ovn-northd took for one, 500 ms at most; here nobody is behind the database, and somebody confirms at once. Item economy has ovn-northd's time at 10,000 ports. ${perPod.toFixed(2)} NB transactions for a pod; ${cluster.ports} ports were in the database at the end.`,
    },
  ];

  async function onePod(index: number): Promise<void> {
    const name = `late-${index}`;
    const row = cluster.rowsOf(namespace, (pod) => pod === name, 1, 60);
    await Promise.all([cluster.createPod(namespace, name), row]);
  }

  async function onePlain(index: number): Promise<void> {
    const name = `plain-${index}`;
    const event = once(seen, name, { signal: AbortSignal.timeout(60_000) });
    const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace } };
    await Promise.all([cluster.admin.create<KubeObject>(configMaps, object), event]);
    const row = { ...portRow(0), name: `${name}.plain` };
    await cluster.hand.transact([
      { op: 'insert', table: 'Logical_Switch_Port', uuid: crypto.randomUUID(), row },
      { op: 'insert', table: 'Logical_Switch', row: { name } },
    ]);
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function until(time: number): Promise<void> {
  await delay(Math.max(0, time - performance.now()));
}
