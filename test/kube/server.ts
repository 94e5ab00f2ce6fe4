// One real API server for all tests of this folder: started by the first that asks, ended after the last.
import { after } from 'mocha';
import {
  KubeClient,
  type KubeClientOptions,
  type KubeObject,
  loadConnection,
  type ResourceType,
} from '../../src/kube/index.ts';
import { ApiServer } from '../support/api-server.ts';

let shared: Promise<ApiServer> | undefined;
const clients: KubeClient[] = [];

after(async function () {
  this.timeout(60_000);
  for (const client of clients) client.close();
  await (await shared)?.stop();
});

/** The shared server. */
export function apiServer(): Promise<ApiServer> {
  shared ??= ApiServer.start();
  return shared;
}

/** A client of the shared server as its administrator, closed after the tests. */
export async function adminClient(options: KubeClientOptions = {}): Promise<KubeClient> {
  const { kubeconfig } = await apiServer();
  const client = new KubeClient(await loadConnection({ kubeconfig }), options);
  clients.push(client);
  return client;
}

/** The resource that most tests use, because the server attaches no meaning to it. */
export const configMaps: ResourceType = {
  group: '',
  version: 'v1',
  plural: 'configmaps',
  kind: 'ConfigMap',
  namespaced: true,
};

export const secrets: ResourceType = { ...configMaps, plural: 'secrets', kind: 'Secret' };

export const namespaces: ResourceType = {
  group: '',
  version: 'v1',
  plural: 'namespaces',
  kind: 'Namespace',
  namespaced: false,
};

/** A ConfigMap. */
export interface ConfigMap extends KubeObject {
  readonly data?: Readonly<Record<string, string>>;
}

/** An object for `create`. */
export function configMap(namespace: string, name: string, data: Readonly<Record<string, string>> = {}): ConfigMap {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace, name }, data };
}

let namespaceCount = 0;

/** Makes a namespace of its own for a test, so that tests do not see each other's objects. */
export async function freshNamespace(client: KubeClient): Promise<string> {
  namespaceCount += 1;
  const name = `test-${process.pid}-${namespaceCount}`;
  await client.create(namespaces, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  return name;
}

/** How long a test waits for something that must happen, in milliseconds: a bound for hangs, not a measure. */
export const patienceMs = 20_000;

/** A signal that ends a wait which takes too long. */
export function patience(): AbortSignal {
  return AbortSignal.timeout(patienceMs);
}
