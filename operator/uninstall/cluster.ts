/**
 * Takes everything of ours out of a cluster, in an order that leaves nothing waiting for somebody who is gone:
 *
 *   programs ─▶ nodes (by a DaemonSet beside this) ─▶ OVN's databases ─▶ objects with their finalizers, NetworkConfig last
 *
 * It becomes the leader itself, so it works with, without and against a controller; what is gone already is passed over, so it can be
 * killed and begun anew at any point. CRDs, roles and the namespace are whoever's who applied them.
 */
import {
  defaultName,
  inUseFinalizer,
  kinds,
  type NetworkConfig,
  type NodeNetwork,
  systemNamespace,
} from '../../src/api/index.ts';
import {
  KubeClient,
  type KubeConnection,
  KubeError,
  type KubeObject,
  LeaderElection,
  type ObjectRef,
  Reflector,
  type ResourceType,
  type Selection,
} from '../../src/kube/index.ts';
import type { Log } from '../../src/log.ts';
import { currentEpoch } from '../../src/northbound/epoch.ts';
import { type DatabaseAccess, type DatabaseFlags, databaseAccess } from '../controller/database-access.ts';
import { componentLabel } from '../install/programs.ts';
import { removalName } from '../install/removal.ts';
import { northboundClient, removeFromDatabases } from './databases.ts';

/** How a cluster is cleaned. */
export interface ClusterRemovalOptions {
  readonly connection: KubeConnection;
  /** Where the databases are; NetworkConfig `default` says what this leaves open. */
  readonly database: DatabaseFlags;
  /** Identifies this cluster in the database. Default: the uid of namespace kube-system. */
  readonly installation?: string | undefined;
  /** Milliseconds to wait for nodes; those that are not clean by then are named in the log, and left. */
  readonly nodesDeadlineMs: number;
  readonly log: Log;
}

const deployments: ResourceType = { ...apps('deployments', 'Deployment') };
const daemonSets: ResourceType = { ...apps('daemonsets', 'DaemonSet') };
const pods: ResourceType = core('pods', 'Pod', true);
const namespaces: ResourceType = core('namespaces', 'Namespace', false);

/** The kinds in the order in which their objects go: users before what they use, and who says where the databases are at the very end. */
const order = Object.values(kinds)
  .filter(({ kind }) => kind !== 'NetworkConfig')
  .concat(kinds.NetworkConfig);

/** Cleans the cluster. @throws the signal's reason, and what the API server or the databases refuse */
export async function removeFromCluster(options: ClusterRemovalOptions, signal: AbortSignal): Promise<void> {
  const { connection, log } = options;
  const client = new KubeClient(connection, { fieldManager: 'subnetes-uninstall' });
  try {
    await removeProgram(client, deployments, 'controller', log, signal);
    await removeProgram(client, daemonSets, 'agent', log, signal);
    await nodesAreClean(client, options, signal);
    const access = await accessOf(client, options, signal);
    if (access) await cleanDatabases(client, access, options, signal);
    else log.warn('nobody says where the northbound database is, so nothing is removed there: give --northbound');
    for (const type of order) await removeObjects(client, type, log, signal);
    log.info('done: delete what was applied, operator/install/uninstall.yaml and install.yaml');
  } finally {
    client.close();
  }
}

/** Deletes a program, and waits until its last process has ended. */
async function removeProgram(
  client: KubeClient,
  type: ResourceType,
  name: string,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  await unlessGone(client.delete(type, { namespace: systemNamespace, name }, { signal }));
  const selection = { namespace: systemNamespace, labelSelector: `${componentLabel}=${name}` };
  await until(client, pods, selection, (left) => left.length === 0, signal);
  log.info('the program has ended', { program: name });
}

/** Waits for the DaemonSet that cleans the nodes, if there is one. */
async function nodesAreClean(
  client: KubeClient,
  { nodesDeadlineMs, log }: ClusterRemovalOptions,
  signal: AbortSignal,
): Promise<void> {
  const deadline = AbortSignal.timeout(nodesDeadlineMs);
  const selection = { namespace: systemNamespace, fieldSelector: `metadata.name=${removalName}` };
  const clean = ([set]: readonly DaemonSet[]): boolean => {
    const { observedGeneration, desiredNumberScheduled = 0, numberReady = 0 } = set?.status ?? {};
    return observedGeneration === set?.metadata.generation && numberReady >= desiredNumberScheduled;
  };
  try {
    await until<DaemonSet>(client, daemonSets, selection, clean, AbortSignal.any([signal, deadline]));
    log.info('the nodes are clean');
  } catch (error) {
    if (signal.aborted || !deadline.aborted) throw error;
    const labelSelector = `${componentLabel}=${removalName}`;
    const { items } = await client.list<Pod>(pods, { namespace: systemNamespace, labelSelector, signal });
    const nodes = items.filter((pod) => !isReady(pod)).map(({ spec }) => spec.nodeName);
    log.warn('some nodes are not clean and are left as they are: see the logs of their pods', { nodes });
  }
}

interface DaemonSet extends KubeObject {
  readonly status?: {
    readonly observedGeneration?: number;
    readonly desiredNumberScheduled?: number;
    readonly numberReady?: number;
  };
}

interface Pod extends KubeObject {
  readonly spec: { readonly nodeName?: string };
  readonly status?: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
}

function isReady({ status }: Pod): boolean {
  return status?.conditions?.some((condition) => condition.type === 'Ready' && condition.status === 'True') ?? false;
}

/** Where the databases are; `undefined` when neither the command line nor a NetworkConfig says so. */
async function accessOf(
  client: KubeClient,
  { database, log }: ClusterRemovalOptions,
  signal: AbortSignal,
): Promise<DatabaseAccess | undefined> {
  if (database.northbound.length === 0) {
    const config = await unlessGone(client.get<KubeObject>(kinds.NetworkConfig, { name: defaultName }, { signal }));
    const { spec } = (config ?? { spec: {} }) as unknown as NetworkConfig;
    if ((spec.database?.northbound ?? []).length === 0) return undefined;
  }
  return databaseAccess(client, database, log, signal);
}

async function cleanDatabases(
  client: KubeClient,
  access: DatabaseAccess,
  options: ClusterRemovalOptions,
  signal: AbortSignal,
): Promise<void> {
  const { log } = options;
  const installation =
    options.installation ?? (await client.get(namespaces, { name: 'kube-system' }, { signal })).metadata.uid ?? '';
  const { items } = await client.list<KubeObject & Pick<NodeNetwork, 'status'>>(kinds.NodeNetwork, { signal });
  const chassis = items.flatMap(({ status }) => status?.chassis ?? []);
  const database = northboundClient(access, log);
  database.start();
  const election = new LeaderElection({
    ...{ client, namespace: systemNamespace, name: 'controller', log },
    minimumTransitions: async () => {
      await database.synced(signal);
      return currentEpoch(database, installation);
    },
  });
  try {
    // A controller that nobody deleted, one outside of the cluster, is waited for until its lease is over; after that it is refused.
    const { transitions: epoch } = await election.acquire(signal);
    await removeFromDatabases(database, { access, installation, epoch, chassis, log }, signal);
  } finally {
    await election.release();
    await database.stop();
  }
}

/** Deletes all objects of a kind; nobody is left who would take our finalizer off. */
async function removeObjects(client: KubeClient, type: ResourceType, log: Log, signal: AbortSignal): Promise<void> {
  const items = await unlessGone(client.list<KubeObject>(type, { signal }).then((list) => list.items));
  for (const { metadata } of items ?? []) {
    const ref: ObjectRef = { name: metadata.name, namespace: metadata.namespace };
    const finalizers = (metadata.finalizers ?? []).filter((name) => name !== inUseFinalizer);
    if (finalizers.length !== (metadata.finalizers ?? []).length)
      await unlessGone(client.patch(type, ref, { metadata: { finalizers } }, { signal }));
    await unlessGone(client.delete(type, ref, { signal }));
  }
  if ((items ?? []).length > 0) log.info('objects were deleted', { kind: type.kind, count: items?.length });
}

/** Waits until a collection is as it should be, told of each change. */
async function until<T extends KubeObject = KubeObject>(
  client: KubeClient,
  type: ResourceType,
  selection: Selection,
  isSo: (objects: readonly T[]) => boolean,
  signal: AbortSignal,
): Promise<void> {
  const objects = new Map<string, T>();
  let complete = false;
  let reflector: Reflector<T> | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const look = () => complete && isSo([...objects.values()]) && resolve();
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      if (signal.aborted) reject(signal.reason);
      reflector = new Reflector<T>(client, type, {
        ...selection,
        onError: reject,
        onResync: () => {
          complete = true;
          look();
        },
        onEvent: ({ type: change, object }) => {
          if (change === 'put') objects.set(object.metadata.name, object);
          else objects.delete(object.metadata.name);
          look();
        },
      });
      reflector.start();
    });
  } finally {
    await reflector?.stop();
  }
}

/** The answer; `undefined` when the object, or its kind, is not there. */
async function unlessGone<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof KubeError && error.notFound) return undefined;
    throw error;
  }
}

function apps(plural: string, kind: string): ResourceType {
  return { group: 'apps', version: 'v1', plural, kind, namespaced: true };
}

function core(plural: string, kind: string, namespaced: boolean): ResourceType {
  return { group: '', version: 'v1', plural, kind, namespaced };
}
