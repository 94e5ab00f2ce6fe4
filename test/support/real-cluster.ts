// Clusters of real nodes for tests: where one can't be had, the tests say why and are skipped.
import type { Context } from 'mocha';
import { CgroupsUnsupportedError } from './cgroups.ts';
import { Cluster, type ClusterOptions, testServer } from './cluster.ts';
import { ContainerRuntimeUnavailableError } from './container-runtime.ts';
import { KubernetesUnavailableError } from './kubernetes/build.ts';

/** Brings a cluster of real nodes up, or skips the tests of the context's suite on a machine that can't have one. */
export async function realCluster(context: Context, options: Omit<ClusterOptions, 'kubelets'> = {}): Promise<Cluster> {
  try {
    return await Cluster.up({ ...options, kubelets: true });
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    console.log(`      ${error.message}`);
    return context.skip();
  }
}

/** Whether real nodes can't be had on this machine, which the error says. */
export function isUnavailable(error: unknown): error is Error {
  return (
    error instanceof ContainerRuntimeUnavailableError ||
    error instanceof KubernetesUnavailableError ||
    error instanceof CgroupsUnsupportedError
  );
}

/** A Deployment (or StatefulSet) of test servers, see {@link testServer}, spread over the nodes. */
export function testServers(
  cluster: Cluster,
  name: string,
  replicas: number,
  options: { readonly kind?: 'Deployment' | 'StatefulSet'; readonly pod?: Readonly<Record<string, unknown>> } = {},
): unknown {
  const { kind = 'Deployment', pod = {} } = options;
  const labels = { app: name };
  const spread = {
    ...{ maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'DoNotSchedule' },
    labelSelector: { matchLabels: labels },
  };
  const spec = {
    ...{ terminationGracePeriodSeconds: 0, topologySpreadConstraints: [spread] },
    containers: [testServer(cluster.bed.images.agnhost)],
    ...pod,
  };
  return {
    ...{ apiVersion: 'apps/v1', kind, metadata: { name, namespace: 'default' } },
    spec: {
      ...{ replicas, selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
      ...(kind === 'StatefulSet' ? { serviceName: name, podManagementPolicy: 'Parallel' } : {}),
    },
  };
}
