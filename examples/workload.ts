/** What the examples put into their networks: namespaces, pods and Deployments, as plain Kubernetes objects in a cdk8s chart. */
import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';

/**
 * Kubernetes' own image of test servers, in the version that its pinned module names; it also has bash, curl, ping and dig. The
 * demo refuses to start when the nodes have another one.
 */
export const workloadImage = 'registry.k8s.io/e2e-test-images/agnhost:2.63.0';

/** Labels of an object. */
export type Labels = Readonly<Record<string, string>>;

/** What a pod of the examples is made of. */
export interface PodProps {
  readonly namespace: string;
  /** The node that it is bound to. In a real cluster leave `spec.nodeName` out: the scheduler writes it. */
  readonly node: string;
  readonly labels?: Labels;
  /** Whether the kubelet asks it whether it is ready; it can only where nodes reach the Vpc. */
  readonly probed?: boolean;
}

/** What a Deployment of the examples is made of. */
export interface DeploymentProps {
  readonly namespace: string;
  readonly replicas: number;
}

/** A Namespace named by its id. */
export function namespace(scope: Construct, id: string): ApiObject {
  return new ApiObject(scope, `namespace-${id}`, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: id } });
}

/** A Pod named by its id that answers HTTP at port 8080: `/hostname` says who it is, its namespace included. */
export function pod(scope: Construct, id: string, { namespace, node, labels, probed = false }: PodProps): ApiObject {
  return new ApiObject(scope, `pod-${namespace}-${id}`, {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: id, namespace, ...(labels === undefined ? {} : { labels }) },
    spec: {
      nodeName: node,
      hostname: `${namespace}-${id}`,
      terminationGracePeriodSeconds: 1,
      containers: [container(probed)],
    },
  });
}

/** A Deployment named by its id, whose pods have the label `app` with that name and answer as {@link pod} does, by their own names. */
export function deployment(scope: Construct, id: string, { namespace, replicas }: DeploymentProps): ApiObject {
  const labels = { app: id };
  return new ApiObject(scope, `deployment-${namespace}-${id}`, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: id, namespace },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { terminationGracePeriodSeconds: 1, containers: [container(true)] },
      },
    },
  });
}

function container(probed: boolean): unknown {
  return {
    ...{ name: 'main', image: workloadImage, args: ['netexec', '--http-port=8080'] },
    ...(probed ? { readinessProbe: { httpGet: { path: '/healthz', port: 8080 }, periodSeconds: 1 } } : {}),
  };
}

/** Selects one namespace by the label that Kubernetes gives to each. */
export function onlyNamespace(name: string): { readonly matchLabels: Readonly<Record<string, string>> } {
  return { matchLabels: { 'kubernetes.io/metadata.name': name } };
}
