// Objects as the API server would answer them, with the schema's defaults, for worlds that need no API server.
import { type KindName, kinds, labels, withDefaults } from '../../src/api/index.ts';

/** An object of any kind. */
export interface AnyObject {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid: string;
    readonly resourceVersion: string;
    readonly generation: number;
    readonly creationTimestamp: string;
    readonly deletionTimestamp?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly finalizers?: readonly string[];
  };
  readonly spec?: Readonly<Record<string, unknown>>;
  readonly status?: Readonly<Record<string, unknown>>;
  /** What an EndpointSlice has instead of a spec. */
  readonly addressType?: string;
  readonly ports?: readonly object[];
  readonly endpoints?: readonly object[];
}

const ours: ReadonlySet<string> = new Set(Object.keys(kinds));

/** What a test says about an object; everything else follows. */
export interface Sketch extends Pick<AnyObject, 'addressType' | 'ports' | 'endpoints'> {
  readonly kind: string;
  readonly metadata: Partial<AnyObject['metadata']> & { readonly name: string };
  readonly spec?: Readonly<Record<string, unknown>>;
  readonly status?: Readonly<Record<string, unknown>>;
}

/** The object of a sketch. The uid follows from the name, so that worlds are the same in every run. */
export function object({ kind, metadata, spec, status, ...rest }: Sketch): AnyObject {
  const { name, namespace } = metadata;
  const filled = ours.has(kind)
    ? (withDefaults(kind as KindName, spec) as Readonly<Record<string, unknown>> | undefined)
    : spec;
  return {
    kind,
    metadata: {
      uid: `uid-of-${namespace === undefined ? '' : `${namespace}-`}${name}`,
      resourceVersion: '1',
      generation: 1,
      creationTimestamp: '2026-01-01T00:00:00Z',
      ...metadata,
    },
    ...(filled === undefined ? {} : { spec: filled }),
    ...(status === undefined ? {} : { status }),
    ...rest,
  };
}

/** A NetworkConfig, a Node with its NodeNetwork, a Namespace, a Pod: what most worlds need. */
export const config = (spec: AnyObject['spec'] = {}): AnyObject =>
  object({ kind: 'NetworkConfig', metadata: { name: 'default' }, spec });

export const vpc = (name: string, spec: AnyObject['spec'] = {}): AnyObject =>
  object({ kind: 'Vpc', metadata: { name }, spec });

export const subnet = (
  name: string,
  vpcName: string,
  cidrs: readonly string[],
  spec: AnyObject['spec'] = {},
): AnyObject => object({ kind: 'Subnet', metadata: { name }, spec: { vpc: vpcName, cidrs, ...spec } });

export const namespace = (name: string, own: Readonly<Record<string, string>> = {}): AnyObject =>
  object({ kind: 'Namespace', metadata: { name, labels: { 'kubernetes.io/metadata.name': name, ...own } } });

export const pod = (inNamespace: string, name: string, node = 'n1', uid?: string): AnyObject =>
  object({
    kind: 'Pod',
    metadata: { name, namespace: inNamespace, ...(uid === undefined ? {} : { uid }) },
    spec: { nodeName: node },
    status: { phase: 'Running' },
  });

export const node = (name: string, address: string): AnyObject =>
  object({
    kind: 'Node',
    metadata: { name },
    status: { addresses: [{ type: 'InternalIP', address }], conditions: [{ type: 'Ready', status: 'True' }] },
  });

export const service = (inNamespace: string, name: string, spec: Readonly<Record<string, unknown>>): AnyObject =>
  object({ kind: 'Service', metadata: { name, namespace: inNamespace }, spec });

/** An EndpointSlice of a Service. */
export const slice = (
  inNamespace: string,
  name: string,
  serviceName: string,
  { addressType = 'IPv4', ports = [], endpoints = [] }: Pick<AnyObject, 'addressType' | 'ports' | 'endpoints'>,
): AnyObject =>
  object({
    kind: 'EndpointSlice',
    metadata: { name, namespace: inNamespace, labels: { 'kubernetes.io/service-name': serviceName } },
    ...{ addressType, ports, endpoints },
  });

/** An endpoint that is a pod of {@link pod}. */
export const podEndpoint = (inNamespace: string, name: string, address: string, conditions: object = {}): object => ({
  addresses: [address],
  conditions: { ready: true, serving: true, terminating: false, ...conditions },
  nodeName: 'n1',
  targetRef: { kind: 'Pod', namespace: inNamespace, name, uid: `uid-of-${inNamespace}-${name}` },
});

/** An IP as the controller makes it for a pod. */
export const madeIp = (
  inNamespace: string,
  podName: string,
  subnetName: string,
  addresses: readonly string[],
  nodeName = 'n1',
): AnyObject =>
  object({
    kind: 'IP',
    metadata: { name: `${podName}-x`, namespace: inNamespace, labels: { [labels.managedBy]: 'controller' } },
    spec: {
      subnet: subnetName,
      addresses,
      target: { kind: 'Pod', name: podName, uid: `uid-of-${inNamespace}-${podName}` },
      node: nodeName,
      reclaimPolicy: 'Delete',
    },
  });
