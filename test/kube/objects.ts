// Objects that the tests of this folder write, and how long they wait; also used by processes that a test starts.
import type { KubeObject, ResourceType } from '../../src/kube/index.ts';

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

/** How long a test waits for something that must happen, in milliseconds: a bound for hangs, not a measure. */
export const patienceMs = 20_000;

/** A signal that ends a wait which takes too long. */
export function patience(): AbortSignal {
  return AbortSignal.timeout(patienceMs);
}
