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
