// One real API server for all tests of this folder: started by the first that asks, ended after the last.
import { after } from 'mocha';
import { KubeClient, type KubeClientOptions, loadConnection } from '../../src/kube/index.ts';
import { ApiServer } from '../support/api-server.ts';
import { namespaces } from './objects.ts';

export { type ConfigMap, configMap, configMaps, namespaces, patience, patienceMs, secrets } from './objects.ts';

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

let namespaceCount = 0;

/** Makes a namespace of its own for a test, so that tests do not see each other's objects. */
export async function freshNamespace(client: KubeClient): Promise<string> {
  namespaceCount += 1;
  const name = `test-${process.pid}-${namespaceCount}`;
  await client.create(namespaces, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  return name;
}
