// What items 1, 2, 3, 5 and 7 share: a real API server with the installation, a real northbound database without anybody behind it,
// a hundred Node objects, and a controller. Pods are objects only. It grows from item to item: that saves minutes.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { componentLabel } from '../../operator/install/programs.ts';
import { apiVersion, kinds } from '../../src/api/index.ts';
import { KubeClient, type KubeObject, loadConnection, type ResourceType, resourcePath } from '../../src/kube/index.ts';
import { silentLog } from '../../src/log.ts';
import { OvsdbClient, type RowChange } from '../../src/ovsdb/index.ts';
import { ApiServer } from '../support/api-server.ts';
import { systemNamespace } from '../support/bed-kubernetes.ts';
import { KubeApi } from '../support/kube-api.ts';
import { Manifest } from '../support/manifest.ts';
import { OvsdbBed } from '../support/ovsdb-server.ts';
import { BenchController, type ControllerPlace } from './controller.ts';
import type { Vitals } from './probe.ts';
import { benchEtcd } from './versions.ts';

const core = (plural: string, kind: string, namespaced: boolean): ResourceType => ({
  ...{ group: '', version: 'v1', plural, kind, namespaced },
});
/** Kinds of Kubernetes that the items make. */
export const pods = core('pods', 'Pod', true);
export const configMaps = core('configmaps', 'ConfigMap', true);
const namespaces = core('namespaces', 'Namespace', false);
const nodes = core('nodes', 'Node', false);

/** Writes at the same time: as many as the controller's queues allow themselves (src/kube/keyed-queue.ts). */
export const concurrency = 16;
const nodeCount = 100;
const label = 'bench';

/** The shared cluster. */
export class BenchCluster {
  readonly server: ApiServer;
  readonly admin: KubeClient;
  /** A client with the controller's rights. */
  readonly asController: KubeClient;
  /** Somebody else at the northbound database, who sees rows come. */
  readonly hand: OvsdbClient;
  readonly place: ControllerPlace;
  /** The bundled program that only lists and monitors. */
  readonly bareProgram: string;
  readonly #bed: OvsdbBed;
  #controller: BenchController | undefined;
  /** What a controller says of itself that has just started beside no pod at all. */
  #beforePods: Vitals | undefined;
  readonly #awaiting = new Set<(namespace: string, pod: string) => void>();
  #namespaces = 0;
  #pods = 0;

  private constructor(parts: {
    readonly server: ApiServer;
    readonly admin: KubeClient;
    readonly asController: KubeClient;
    readonly hand: OvsdbClient;
    readonly place: ControllerPlace;
    readonly bareProgram: string;
    readonly bed: OvsdbBed;
  }) {
    ({ server: this.server, admin: this.admin, asController: this.asController, hand: this.hand } = parts);
    this.place = parts.place;
    this.bareProgram = parts.bareProgram;
    this.#bed = parts.bed;
    this.#confirm();
    this.hand.replica.on('changes', (changes) => this.#see(changes));
  }

  static async start(): Promise<BenchCluster> {
    const manifest = Manifest.create();
    const [server, bed] = await Promise.all([
      // Its own limit, or it collects garbage all the time beside 20,000 objects: both sides would be measured against that.
      ApiServer.start({ manifest, etcd: await benchEtcd(), memoryLimit: '8GiB' }),
      OvsdbBed.create(),
    ]);
    const admin = new KubeClient(await loadConnection({ kubeconfig: server.kubeconfig }));
    await install(server);
    const token = await server.serviceAccountToken(systemNamespace, 'controller');
    const kubeconfig = await server.writeKubeconfig('controller', { token });
    const database = await bed.standalone({ file: bed.root.schema('ovn-nb') });
    const hand = new OvsdbClient({
      ...{ database: 'OVN_Northbound', endpoints: [database.endpoint], log: silentLog },
      tables: { NB_Global: ['nb_cfg', 'sb_cfg'], Logical_Switch_Port: ['name'] },
    });
    hand.start();
    await hand.synced(AbortSignal.timeout(20_000));
    await hand.transact([{ op: 'insert', table: 'NB_Global', row: {} }], AbortSignal.timeout(10_000));
    const [probe, bareProgram] = await Promise.all([
      bundled('probe.ts', manifest.directory),
      bundled('bare-restart.ts', manifest.directory),
    ]);
    const place = { manifest, kubeconfig, northbound: database.endpoint, probe };
    const asController = new KubeClient(await loadConnection({ kubeconfig }));
    const cluster = new BenchCluster({ server, admin, asController, hand, place, bareProgram, bed });
    await cluster.#furnish();
    return cluster;
  }

  /** Process id of the database server. */
  get databaseEndpoint(): string {
    return this.place.northbound;
  }

  /** Ports in the database, those of routers included. */
  get ports(): number {
    return this.hand.replica.table('Logical_Switch_Port').size;
  }

  /** The controller that leads now; started when there is none. */
  async controller(): Promise<BenchController> {
    this.#controller ??= await (await BenchController.start(this.place)).leading();
    return this.#controller;
  }

  /** What a controller said of itself that had just started, when there was no pod yet. */
  get beforePods(): Vitals {
    if (!this.#beforePods) throw new Error('the cluster is not furnished yet');
    return this.#beforePods;
  }

  /** Starts a controller and does not wait. There must be none. */
  async startController(env: Readonly<Record<string, string>> = {}): Promise<BenchController> {
    this.#controller = await BenchController.start(this.place, env);
    return this.#controller;
  }

  async stopController(): Promise<void> {
    await this.#controller?.stop();
    this.#controller = undefined;
  }

  /** A namespace with a Subnet of its own, which serves it when {@link serve} says so. Its pods wait until then. */
  async namespace(): Promise<string> {
    const index = this.#namespaces++;
    const name = `b${index}`;
    await this.admin.create<KubeObject>(namespaces, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    await this.#create(kinds.Subnet, {
      ...{ apiVersion, kind: 'Subnet', metadata: { name } },
      spec: { vpc: 'bench', cidrs: [`10.${index}.0.0/16`], namespaceSelector: { matchLabels: { [label]: name } } },
    });
    return name;
  }

  /** Lets the namespace's Subnet serve its pods: one write. */
  async serve(name: string): Promise<void> {
    await this.admin.patch(namespaces, { name }, { metadata: { labels: { [label]: name } } });
  }

  /** What Subnets say of themselves, by name. */
  async subnetStatuses(): Promise<ReadonlyMap<string, object>> {
    const { items } = await this.admin.list<KubeObject & { readonly status?: object }>(kinds.Subnet);
    return new Map(items.map(({ metadata, status = {} }) => [metadata.name, status]));
  }

  /** Makes pods, many at once; answers their names. */
  async createPods(namespace: string, count: number): Promise<readonly string[]> {
    const names = Array.from({ length: count }, () => `p${this.#pods++}`);
    await eachOf(names, 2 * concurrency, (name) => this.createPod(namespace, name));
    return names;
  }

  /** Makes pods in a namespace of their own and resolves when all have rows. */
  async servePods(count: number): Promise<void> {
    const namespace = await this.namespace();
    await this.createPods(namespace, count);
    const arrived = this.rowsOf(namespace, () => true, count, 120);
    await this.serve(namespace);
    await arrived;
  }

  async createPod(namespace: string, name = `p${this.#pods++}`): Promise<string> {
    const spec = {
      nodeName: `n${this.#pods % nodeCount}`,
      containers: [{ name: 'main', image: 'none' }],
      terminationGracePeriodSeconds: 0,
    };
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace }, spec };
    await this.admin.create<KubeObject>(pods, pod as KubeObject);
    return name;
  }

  /** Resolves when rows of so many ports with these names, of this namespace, have come; call before they can come. */
  rowsOf(namespace: string, matches: (name: string) => boolean, count: number, seconds: number): Promise<void> {
    return new Promise((resolve, reject) => {
      let left = count;
      const settle = (end: () => void) => {
        clearTimeout(late);
        this.#awaiting.delete(seen);
        end();
      };
      const seen = (inNamespace: string, pod: string) => {
        if (inNamespace === namespace && matches(pod) && --left === 0) settle(resolve);
      };
      const late = setTimeout(() => {
        const error = new Error(`${left} of ${count} ports in namespace ${namespace} had no row after ${seconds} s`);
        settle(() => reject(error));
      }, seconds * 1000);
      this.#awaiting.add(seen);
    });
  }

  async stop(): Promise<void> {
    await this.#controller?.stop();
    this.admin.close();
    this.asController.close();
    await this.hand.stop();
    await Promise.all([this.server.stop(), this.#bed.remove()]);
    await this.place.manifest.remove();
  }

  /** A hundred nodes, a Vpc, and no default Subnet, so that pods of new namespaces wait. */
  async #furnish(): Promise<void> {
    const names = Array.from({ length: nodeCount }, (_, index) => `n${index}`);
    await eachOf(names, concurrency, async (name) => {
      await this.#create(nodes, { apiVersion: 'v1', kind: 'Node', metadata: { name } });
    });
    await this.#create(kinds.NetworkConfig, {
      apiVersion,
      kind: 'NetworkConfig',
      metadata: { name: 'default' },
      spec: {},
    });
    await this.#create(kinds.Vpc, { apiVersion, kind: 'Vpc', metadata: { name: 'bench' }, spec: {} });
    await this.controller();
    await this.server.kubectl(['wait', '--for=create', '--timeout=60s', 'subnets.subnetes.io/default']);
    await this.server.kubectl(['delete', 'subnets.subnetes.io/default', '--timeout=60s']);
    await this.stopController();
    this.#beforePods = await (await this.controller()).vitals();
  }

  async #create(type: ResourceType, object: object): Promise<void> {
    await this.admin.create<KubeObject>(type, object as KubeObject);
  }

  /** Tells those who wait for a port that it has come; its name is that of the IP, namespace.pod-hash. */
  #see(changes: readonly RowChange[]): void {
    for (const { table, kind, row } of changes) {
      if (table !== 'Logical_Switch_Port' || kind !== 'insert') continue;
      const [namespace = '', name = ''] = String(row.name).split('.');
      for (const each of [...this.#awaiting]) each(namespace, name.slice(0, name.lastIndexOf('-')));
    }
  }

  /** Confirms transactions as ovn-northd and the southbound database would. */
  #confirm(): void {
    this.hand.replica.on('changes', (changes) => {
      for (const { table, row } of changes) {
        if (table !== 'NB_Global' || row.nb_cfg === row.sb_cfg) continue;
        const update = { op: 'update', table: 'NB_Global', where: [], row: { sb_cfg: row.nb_cfg } } as const;
        this.hand.transact([update]).catch(() => {}); // the bench is ending
      }
    });
  }
}

let shared: Promise<BenchCluster> | undefined;

/** The cluster that items share; started by the first that asks. */
export function benchCluster(): Promise<BenchCluster> {
  shared ??= BenchCluster.start();
  return shared;
}

/** Ends the shared cluster. */
export async function removeBenchCluster(): Promise<void> {
  const cluster = await shared?.catch(() => undefined);
  shared = undefined;
  await cluster?.stop();
}

/** Does something with each value, so many at a time. */
export async function eachOf<T>(
  values: readonly T[],
  abreast: number,
  work: (value: T) => Promise<unknown>,
): Promise<void> {
  const left = values.values();
  await Promise.all(
    Array.from({ length: abreast }, async () => {
      for (const value of left) await work(value);
    }),
  );
}

/** Deletes all objects of a namespace's collection with one call. */
export async function deleteAll(server: ApiServer, type: ResourceType, namespace: string): Promise<void> {
  await server.request('DELETE', resourcePath(type, { namespace }));
}

async function install(server: ApiServer): Promise<void> {
  const read = (path: string) => readFile(path, 'utf8');
  const { ca, cert, key } = server.admin;
  const api = new KubeApi({ server: server.url, ca: await read(ca), cert: await read(cert), key: await read(key) });
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: systemNamespace } };
  await api.ensure('/api/v1/namespaces', namespace);
  const account = {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'controller', namespace: systemNamespace },
  };
  await api.ensure(`/api/v1/namespaces/${systemNamespace}/serviceaccounts`, account);
  api.close();
  const file = fileURLToPath(new URL('../../operator/install/install.yaml', import.meta.url));
  const withoutPrograms = ['--selector', `!${componentLabel}`];
  await server.kubectl(['apply', '--server-side', '--force-conflicts', '-f', file, ...withoutPrograms]);
  await server.kubectl(['wait', '--for=condition=Established', '--timeout=60s', 'crd', '--all']);
}

async function bundled(name: string, directory: string): Promise<string> {
  const outfile = join(directory, name.replace('.ts', '.mjs'));
  const entryPoints = [fileURLToPath(new URL(name, import.meta.url))];
  const banner = {
    js: "import { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);",
  };
  await build({
    entryPoints,
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    banner,
    logLevel: 'warning',
  });
  return outfile;
}
