// Short ways to write the resources of the product in tests: plain objects, as a user would write them in YAML. Nothing is checked
// here, so that wrong resources can be written as well.

/** A resource as kubectl takes it. */
export interface Manifested {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec: Readonly<Record<string, unknown>>;
}

const apiVersion = 'subnetes.io/v1alpha1';

/** A Vpc; an empty spec makes it plain. */
export function vpc(name: string, spec: Readonly<Record<string, unknown>> = {}): Manifested {
  return { apiVersion, kind: 'Vpc', metadata: { name }, spec };
}

/** A Subnet; it serves nobody unless `spec` says whom, see {@link namespaceNamed}. */
export function subnet(
  name: string,
  vpcName: string,
  cidrs: readonly string[],
  spec: Readonly<Record<string, unknown>> = {},
): Manifested {
  return { apiVersion, kind: 'Subnet', metadata: { name }, spec: { vpc: vpcName, cidrs, ...spec } };
}

/** The `namespaceSelector` that matches one namespace by its name. */
export function namespaceNamed(name: string): { readonly namespaceSelector: Readonly<Record<string, unknown>> } {
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } };
}

/** A Service in as many families as there are; without a selector, so that nobody but the test writes its endpoints. */
export function service(
  name: string,
  namespace: string,
  ports: readonly object[],
  spec: Readonly<Record<string, unknown>> = {},
): Manifested {
  const metadata = { name, namespace };
  return { apiVersion: 'v1', kind: 'Service', metadata, spec: { ipFamilyPolicy: 'PreferDualStack', ports, ...spec } };
}

/** A pod as an endpoint. */
export interface EndpointPod {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  readonly node: string;
  readonly ipv4: string | undefined;
  readonly ipv6: string | undefined;
}

/** The EndpointSlices of a Service, one per family, as the endpoint slice controller writes them. */
export function endpointSlices(
  serviceName: string,
  namespace: string,
  ports: readonly object[],
  pods: readonly EndpointPod[],
): readonly unknown[] {
  return (['ipv4', 'ipv6'] as const).map((family) => ({
    ...{ apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice', addressType: family === 'ipv4' ? 'IPv4' : 'IPv6' },
    metadata: {
      ...{ name: `${serviceName}-${family}`, namespace },
      labels: { 'kubernetes.io/service-name': serviceName },
    },
    ports,
    endpoints: pods.flatMap(({ name, uid, node, ...pod }) => {
      const address = pod[family];
      if (address === undefined) return [];
      const conditions = { ready: true, serving: true, terminating: false };
      const targetRef = { kind: 'Pod', namespace: pod.namespace, name, uid };
      return { addresses: [address], conditions, nodeName: node, targetRef };
    }),
  }));
}

/** An IP that a user makes. */
export function ip(
  name: string,
  namespace: string,
  subnetName: string,
  spec: Readonly<Record<string, unknown>> = {},
): Manifested {
  return { apiVersion, kind: 'IP', metadata: { name, namespace }, spec: { subnet: subnetName, ...spec } };
}

/** The `target` of an IP that is made for a pod. */
export function forPod(name: string): { readonly target: { readonly kind: 'Pod'; readonly name: string } } {
  return { target: { kind: 'Pod', name } };
}

/** A MirrorSession of the pods with a label `app`; it runs for ten minutes unless `spec` says something else. */
export function mirrorSession(
  name: string,
  namespace: string,
  app: string,
  sink: Readonly<Record<string, unknown>>,
  spec: Readonly<Record<string, unknown>> = {},
): Manifested {
  return {
    ...{ apiVersion, kind: 'MirrorSession', metadata: { name, namespace } },
    spec: { podSelector: { matchLabels: { app } }, sink, expiresAfterSeconds: 600, ...spec },
  };
}
