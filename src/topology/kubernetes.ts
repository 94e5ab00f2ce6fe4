/**
 * Facts of Kubernetes' own objects, which are read and never owned: pods, namespaces, nodes, Services with their EndpointSlices, and
 * NetworkPolicies. Field names and meanings are those of the Kubernetes API reference (core/v1, discovery.k8s.io/v1, networking.k8s.io/v1).
 */
import type { LabelSelector, ObjectMeta } from '../api/index.ts';
import type { KubeObject } from '../kube/resource.ts';
import { type Meta, metaOf } from './meta.ts';
import { type StatefulSetReference, statefulSetOf } from './stateful-sets.ts';

/** Transport protocols of container, Service and policy ports. */
export type Protocol = 'TCP' | 'UDP' | 'SCTP';

/** A port that a container declares. */
export interface ContainerPort {
  /** By which policies and Services may name it; empty when it has none. */
  readonly name: string;
  readonly protocol: Protocol;
  readonly port: number;
  /** The port of the node that leads here. */
  readonly hostPort?: number;
  /** The address of the node on which it does; all when absent. */
  readonly hostIP?: string;
}

/** A pod, as far as its network is concerned. */
export interface PodFacts {
  readonly meta: Meta;
  /** Empty while it is not bound to a node. */
  readonly node: string;
  readonly hostNetwork: boolean;
  /** Succeeded or Failed: it holds nothing any more. */
  readonly terminal: boolean;
  readonly labels: Readonly<Record<string, string>>;
  /** Named ports, and those that lead here from the node. Others mean nothing to a network. */
  readonly ports: readonly ContainerPort[];
  /** Whether a kubelet probes it over the network (httpGet, tcpSocket, grpc). */
  readonly probed: boolean;
  /** The StatefulSet that it is a member of. */
  readonly statefulSet?: StatefulSetReference;
}

/** A namespace. */
export interface NamespaceFacts {
  readonly labels: Readonly<Record<string, string>>;
  readonly deleting: boolean;
}

/** A node. */
export interface NodeFacts {
  readonly meta: Meta;
  readonly labels: Readonly<Record<string, string>>;
  readonly internalAddresses: readonly string[];
  readonly ready: boolean;
  /** Tainted `node.kubernetes.io/out-of-service`: its pods are surely dead. */
  readonly outOfService: boolean;
}

/** One port of a Service. */
export interface ServicePort {
  /** Empty when it has none; what joins it with the ports of EndpointSlices. */
  readonly name: string;
  readonly protocol: Protocol;
  readonly port: number;
  readonly nodePort?: number;
}

/** A Service that somebody has to forward: one with an address, or headless (`clusterIPs` empty). */
export interface ServiceFacts {
  readonly meta: Meta;
  readonly type: 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName';
  /** Canonical addresses, one per family at most; empty for a headless Service. */
  readonly clusterIPs: readonly string[];
  readonly externalIPs: readonly string[];
  /** `status.loadBalancer.ingress[].ip` of mode VIP: what load balancers hand to the nodes unchanged. */
  readonly ingressIPs: readonly string[];
  /** Networks that may reach the load balancer's addresses; empty: all. */
  readonly sourceRanges: readonly string[];
  readonly loadBalancerClass?: string;
  /** `spec.loadBalancerIP`, deprecated and still in use. */
  readonly loadBalancerIP?: string;
  readonly families: readonly ('IPv4' | 'IPv6')[];
  readonly ports: readonly ServicePort[];
  /** Seconds for which a client stays with its endpoint (`sessionAffinity: ClientIP`); absent: not at all. */
  readonly affinitySeconds?: number;
  /** Whether traffic from outside goes to endpoints of the node that it came to only, with its source address. */
  readonly externalLocal: boolean;
  /** Whether traffic from inside goes to endpoints of the client's own node only. */
  readonly internalLocal: boolean;
  readonly healthCheckNodePort?: number;
  readonly labels: Readonly<Record<string, string>>;
  /** All of `status.loadBalancer.ingress`, addresses and names. */
  readonly ingress: readonly string[];
  /** Whether its status carries the condition {@link pooledCondition}: a pool of ours gave those addresses. */
  readonly pooled: boolean;
  /** Labelled `service.kubernetes.io/service-proxy-name` or `service.kubernetes.io/headless`: not for the cluster's own proxy. */
  readonly foreignProxy: boolean;
}

/** One endpoint of a slice. */
export interface Endpoint {
  /** The first address: the only one that counts (EndpointSlice, `endpoints[].addresses`). */
  readonly address: string;
  readonly ready: boolean;
  readonly serving: boolean;
  readonly terminating: boolean;
  readonly node?: string;
  /** Nodes and zones that it is meant for first (`endpoints[].hints`); never empty. */
  readonly forNodes?: readonly string[];
  readonly forZones?: readonly string[];
  /** The pod behind it, when the slice says so. */
  readonly pod?: { readonly namespace: string; readonly name: string; readonly uid: string };
}

/** An EndpointSlice with IP addresses. */
export interface EndpointSliceFacts {
  readonly meta: Meta;
  /** `namespace/name` of its Service; of one without the label `kubernetes.io/service-name` nobody's. */
  readonly service: string;
  readonly family: 'ipv4' | 'ipv6' | undefined;
  readonly ports: readonly { readonly name: string; readonly protocol: Protocol; readonly port: number }[];
  readonly endpoints: readonly Endpoint[];
}

/** A peer of a NetworkPolicy rule (networking.k8s.io/v1 `NetworkPolicyPeer`). */
export interface PolicyPeer {
  readonly podSelector?: LabelSelector;
  readonly namespaceSelector?: LabelSelector;
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}

/** A port of a NetworkPolicy rule (networking.k8s.io/v1 `NetworkPolicyPort`); `port` is a number or a name. */
export interface PolicyPort {
  readonly protocol: Protocol;
  readonly port?: number | string;
  readonly endPort?: number;
}

/** A rule of a NetworkPolicy: any of the peers, on any of the ports; an empty list is all of them. */
export interface PolicyRule {
  readonly peers: readonly PolicyPeer[];
  readonly ports: readonly PolicyPort[];
}

/** A NetworkPolicy. A direction that is absent is not limited; one without rules lets nothing through. */
export interface NetworkPolicyFacts {
  readonly meta: Meta;
  readonly podSelector: LabelSelector;
  readonly ingress?: readonly PolicyRule[];
  readonly egress?: readonly PolicyRule[];
}

/** A probe, as far as it is looked at. */
interface Probe {
  readonly httpGet?: object;
  readonly tcpSocket?: object;
  readonly grpc?: object;
}

interface Container {
  readonly restartPolicy?: string;
  readonly ports?: readonly {
    readonly name?: string;
    readonly protocol?: Protocol;
    readonly containerPort: number;
    readonly hostPort?: number;
    readonly hostIP?: string;
  }[];
  readonly livenessProbe?: Probe;
  readonly readinessProbe?: Probe;
  readonly startupProbe?: Probe;
}

/** A pod, namespace or node as far as it is read; unknown fields are ignored. */
export interface CoreObject {
  readonly metadata: ObjectMeta;
  readonly spec?: {
    readonly nodeName?: string;
    readonly hostNetwork?: boolean;
    readonly containers?: readonly Container[];
    readonly initContainers?: readonly Container[];
    readonly taints?: readonly { readonly key: string }[];
    readonly replicas?: number;
    readonly ordinals?: object;
  };
  readonly status?: {
    readonly phase?: string;
    readonly addresses?: readonly { readonly type: string; readonly address: string }[];
    readonly conditions?: readonly { readonly type: string; readonly status: string }[];
  };
}

/** A Service as far as it is read. */
interface ServiceObject {
  readonly metadata: ObjectMeta;
  readonly spec?: {
    readonly type?: ServiceFacts['type'];
    readonly clusterIP?: string;
    readonly clusterIPs?: readonly string[];
    readonly externalIPs?: readonly string[];
    readonly loadBalancerSourceRanges?: readonly string[];
    readonly loadBalancerClass?: string;
    readonly loadBalancerIP?: string;
    readonly ipFamilies?: readonly ('IPv4' | 'IPv6')[];
    readonly ports?: readonly {
      readonly name?: string;
      readonly protocol?: Protocol;
      readonly port: number;
      readonly nodePort?: number;
    }[];
    readonly sessionAffinity?: string;
    readonly sessionAffinityConfig?: { readonly clientIP?: { readonly timeoutSeconds?: number } };
    readonly externalTrafficPolicy?: string;
    readonly internalTrafficPolicy?: string;
    readonly healthCheckNodePort?: number;
  };
  readonly status?: {
    readonly loadBalancer?: {
      readonly ingress?: readonly { readonly ip?: string; readonly hostname?: string; readonly ipMode?: string }[];
    };
    readonly conditions?: readonly { readonly type: string }[];
  };
}

interface EndpointSliceObject {
  readonly metadata: ObjectMeta;
  readonly addressType?: string;
  readonly ports?:
    | readonly { readonly name?: string; readonly protocol?: Protocol; readonly port?: number | null }[]
    | null;
  readonly endpoints?:
    | readonly {
        readonly addresses: readonly string[];
        readonly conditions?: {
          readonly ready?: boolean | null;
          readonly serving?: boolean | null;
          readonly terminating?: boolean | null;
        };
        readonly nodeName?: string;
        readonly hints?: {
          readonly forNodes?: readonly { readonly name: string }[] | null;
          readonly forZones?: readonly { readonly name: string }[] | null;
        } | null;
        readonly targetRef?: {
          readonly kind?: string;
          readonly namespace?: string;
          readonly name?: string;
          readonly uid?: string;
        };
      }[]
    | null;
}

interface NetworkPolicyObject {
  readonly metadata: ObjectMeta;
  readonly spec?: {
    readonly podSelector?: LabelSelector;
    readonly policyTypes?: readonly string[];
    readonly ingress?: readonly { readonly from?: readonly PolicyPeer[]; readonly ports?: readonly PortObject[] }[];
    readonly egress?: readonly { readonly to?: readonly PolicyPeer[]; readonly ports?: readonly PortObject[] }[];
  };
}

type PortObject = Partial<PolicyPort>;

/** Facts of a pod. */
export function podFacts(pod: CoreObject): PodFacts {
  const phase = pod.status?.phase;
  const containers = pod.spec?.containers ?? [];
  const all = [...containers, ...(pod.spec?.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy)];
  const statefulSet = statefulSetOf(pod.metadata);
  return {
    meta: metaOf(pod.metadata),
    node: pod.spec?.nodeName ?? '',
    hostNetwork: pod.spec?.hostNetwork === true,
    terminal: phase === 'Succeeded' || phase === 'Failed',
    labels: pod.metadata.labels ?? {},
    ports: all.flatMap(({ ports = [] }) =>
      ports
        .filter(({ name, hostPort }) => name || hostPort)
        .map(({ name = '', protocol = 'TCP', containerPort, hostPort, hostIP }) => ({
          ...{ name, protocol, port: containerPort },
          ...(hostPort ? { hostPort } : {}),
          ...(hostIP ? { hostIP } : {}),
        })),
    ),
    probed: all.some(({ livenessProbe, readinessProbe, startupProbe }) =>
      [livenessProbe, readinessProbe, startupProbe].some((probe) => probe?.httpGet || probe?.tcpSocket || probe?.grpc),
    ),
    ...(statefulSet ? { statefulSet } : {}),
  };
}

/** Facts of a namespace. */
export function namespaceFacts(namespace: CoreObject): NamespaceFacts {
  return { labels: namespace.metadata.labels ?? {}, deleting: namespace.metadata.deletionTimestamp !== undefined };
}

/** Facts of a node. */
export function nodeFacts(node: CoreObject): NodeFacts {
  const ready = node.status?.conditions?.find(({ type }) => type === 'Ready')?.status;
  return {
    meta: metaOf(node.metadata),
    labels: node.metadata.labels ?? {},
    internalAddresses: (node.status?.addresses ?? [])
      .filter(({ type }) => type === 'InternalIP')
      .map(({ address }) => address),
    // A Node without the condition (just made, or without a kubelet as in a test bed) is not known to be down.
    ready: ready !== 'Unknown' && ready !== 'False',
    outOfService: (node.spec?.taints ?? []).some(({ key }) => key === 'node.kubernetes.io/out-of-service'),
  };
}

/** `status.conditions[].type` of a Service whose addresses a LoadBalancerIPPool gave: part of what is kept in the cluster. */
export const pooledCondition = 'subnetes.io/AddressAllocated';

/** Labels of Services and EndpointSlices that kube-proxy leaves alone (cmd/kube-proxy/app/server.go: the selector of its informers). */
const notForUs = ['service.kubernetes.io/service-proxy-name', 'service.kubernetes.io/headless'];

const isForOthers = ({ labels }: { readonly labels?: Readonly<Record<string, string>> | undefined }): boolean =>
  notForUs.some((label) => labels?.[label] !== undefined);

/** Facts of a Service. */
export function serviceFacts({ metadata, spec = {}, status }: ServiceObject): ServiceFacts {
  const { healthCheckNodePort, loadBalancerClass, loadBalancerIP } = spec;
  const clusterIPs = spec.clusterIPs ?? (spec.clusterIP ? [spec.clusterIP] : []);
  return {
    meta: metaOf(metadata),
    type: spec.type ?? 'ClusterIP',
    clusterIPs: clusterIPs.filter((address) => address !== '' && address !== 'None'),
    externalIPs: spec.externalIPs ?? [],
    ingressIPs: (status?.loadBalancer?.ingress ?? []).flatMap(({ ip, ipMode }) =>
      ip && ipMode !== 'Proxy' ? [ip] : [],
    ),
    sourceRanges: spec.loadBalancerSourceRanges ?? [],
    ...(loadBalancerClass ? { loadBalancerClass } : {}),
    ...(loadBalancerIP ? { loadBalancerIP } : {}),
    families: spec.ipFamilies ?? [],
    ports: (spec.ports ?? []).map(({ name = '', protocol = 'TCP', port, nodePort }) => ({
      ...{ name, protocol, port },
      ...(nodePort ? { nodePort } : {}),
    })),
    ...(spec.sessionAffinity === 'ClientIP'
      ? { affinitySeconds: spec.sessionAffinityConfig?.clientIP?.timeoutSeconds ?? 10_800 }
      : {}),
    externalLocal: spec.externalTrafficPolicy === 'Local',
    internalLocal: spec.internalTrafficPolicy === 'Local',
    ...(healthCheckNodePort ? { healthCheckNodePort } : {}),
    labels: metadata.labels ?? {},
    ingress: (status?.loadBalancer?.ingress ?? []).flatMap(({ ip, hostname }) => ip ?? hostname ?? []),
    pooled: status?.conditions?.some(({ type }) => type === pooledCondition) ?? false,
    foreignProxy: isForOthers(metadata),
  };
}

/** Facts of an EndpointSlice. A condition that is absent counts as the API reference says: ready and serving, not terminating. */
export function endpointSliceFacts({
  metadata,
  addressType,
  ports,
  endpoints,
}: EndpointSliceObject): EndpointSliceFacts {
  const service = isForOthers(metadata) ? undefined : metadata.labels?.['kubernetes.io/service-name'];
  return {
    meta: metaOf(metadata),
    service: service ? `${metadata.namespace}/${service}` : '',
    family: addressType === 'IPv4' ? 'ipv4' : addressType === 'IPv6' ? 'ipv6' : undefined,
    // A port without a number means all ports, which no Service forwards.
    ports: (ports ?? []).flatMap(({ name = '', protocol = 'TCP', port }) => (port ? [{ name, protocol, port }] : [])),
    endpoints: (endpoints ?? []).flatMap(({ addresses, conditions, nodeName, hints, targetRef }) => {
      const [address] = addresses;
      if (address === undefined) return [];
      const ready = conditions?.ready !== false;
      const forNodes = (hints?.forNodes ?? []).map(({ name }) => name);
      const forZones = (hints?.forZones ?? []).map(({ name }) => name);
      return {
        ...{ address, ready, serving: conditions?.serving ?? ready, terminating: conditions?.terminating === true },
        ...(nodeName ? { node: nodeName } : {}),
        ...(forNodes.length > 0 ? { forNodes } : {}),
        ...(forZones.length > 0 ? { forZones } : {}),
        ...(targetRef?.kind === 'Pod' && targetRef.name
          ? {
              pod: {
                namespace: targetRef.namespace ?? metadata.namespace ?? '',
                name: targetRef.name,
                uid: targetRef.uid ?? '',
              },
            }
          : {}),
      };
    }),
  };
}

/** Facts of a NetworkPolicy. `policyTypes` is filled in by the API server; without it, Ingress always and Egress when it has rules. */
export function networkPolicyFacts({ metadata, spec = {} }: NetworkPolicyObject): NetworkPolicyFacts {
  const types = spec.policyTypes ?? ['Ingress', ...(spec.egress ? ['Egress'] : [])];
  const ports = (list: readonly PortObject[] = []): readonly PolicyPort[] =>
    list.map(({ protocol = 'TCP', port, endPort }) => ({
      protocol,
      ...(port === undefined ? {} : { port }),
      ...(endPort === undefined ? {} : { endPort }),
    }));
  return {
    meta: metaOf(metadata),
    podSelector: spec.podSelector ?? {},
    ...(types.includes('Ingress')
      ? { ingress: (spec.ingress ?? []).map((rule) => ({ peers: rule.from ?? [], ports: ports(rule.ports) })) }
      : {}),
    ...(types.includes('Egress')
      ? { egress: (spec.egress ?? []).map((rule) => ({ peers: rule.to ?? [], ports: ports(rule.ports) })) }
      : {}),
  };
}

const mirrorMark = 'kubernetes.io/config.mirror';

/** Keeps of a pod, namespace, node or StatefulSet what its facts are made of, and what says which version it is: they are large, and there are many. */
export function trimmed(object: KubeObject): KubeObject {
  const { apiVersion, kind, spec, status } = object as KubeObject & CoreObject;
  const containers = (list: readonly Container[] | undefined) => list?.map(portsAndProbes);
  const small = {
    apiVersion,
    kind,
    metadata: slight(object.metadata),
    spec: {
      ...{ nodeName: spec?.nodeName, hostNetwork: spec?.hostNetwork, taints: spec?.taints },
      ...{ replicas: spec?.replicas, ordinals: spec?.ordinals },
      ...{ containers: containers(spec?.containers), initContainers: containers(spec?.initContainers) },
    },
    status: {
      ...{ phase: status?.phase, addresses: status?.addresses },
      conditions: status?.conditions?.filter(({ type }) => type === 'Ready'),
    },
  };
  return small;
}

function slight(metadata: KubeObject['metadata']): KubeObject['metadata'] {
  const { name, namespace, uid, resourceVersion, generation, creationTimestamp, deletionTimestamp, labels } = metadata;
  // For a static pod the runtime knows another uid than the API server; this mark of the kubelet's joins them.
  const mirror = metadata.annotations?.[mirrorMark];
  const owners = metadata.ownerReferences?.filter(({ kind }) => kind === 'StatefulSet') ?? [];
  return {
    ...{ name, namespace, uid, resourceVersion, generation, creationTimestamp, deletionTimestamp, labels },
    ...(mirror === undefined ? {} : { annotations: { [mirrorMark]: mirror } }),
    ...(owners.length === 0 ? {} : { ownerReferences: owners }),
  };
}

function portsAndProbes({ restartPolicy, ports, livenessProbe, readinessProbe, startupProbe }: Container): Container {
  return {
    ...(restartPolicy ? { restartPolicy } : {}),
    ...(ports ? { ports } : {}),
    ...(livenessProbe ? { livenessProbe } : {}),
    ...(readinessProbe ? { readinessProbe } : {}),
    ...(startupProbe ? { startupProbe } : {}),
  };
}
