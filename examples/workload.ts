/** What the examples put into their networks: namespaces and pods, as plain Kubernetes objects in a cdk8s chart. */
import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';

/** What a pod of the examples is made of. */
export interface PodProps {
  readonly namespace: string;
  /** The node that it is bound to. In a real cluster leave `spec.nodeName` out: the scheduler writes it. */
  readonly node: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** A Namespace named by its id. */
export function namespace(scope: Construct, id: string): ApiObject {
  return new ApiObject(scope, `namespace-${id}`, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: id } });
}

/** A Pod named by its id that does nothing but exist; its image has ping, for those who try the examples on a real cluster. */
export function pod(scope: Construct, id: string, { namespace, node, labels }: PodProps): ApiObject {
  return new ApiObject(scope, `pod-${namespace}-${id}`, {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: id, namespace, ...(labels === undefined ? {} : { labels }) },
    spec: {
      nodeName: node,
      terminationGracePeriodSeconds: 1,
      containers: [{ name: 'main', image: 'busybox', command: ['sleep', 'infinity'] }],
    },
  });
}

/** Selects one namespace by the label that Kubernetes gives to each. */
export function onlyNamespace(name: string): { readonly matchLabels: Readonly<Record<string, string>> } {
  return { matchLabels: { 'kubernetes.io/metadata.name': name } };
}
