/** What is watched of the cluster: where each kind lives in the API, and the facts that are kept of it. */
import { kinds } from '../api/index.ts';
import type { KubeObject, ResourceType } from '../kube/resource.ts';
import { clusterNetworkPolicyFacts } from './cluster-network-policies.ts';
import {
  gatewayFacts,
  type Inputs,
  ipFacts,
  loadBalancerIPPoolFacts,
  mirrorSessionFacts,
  networkConfigFacts,
  nodeNetworkFacts,
  providerNetworkFacts,
  qosPolicyFacts,
  subnetFacts,
  vpcFacts,
} from './facts.ts';
import {
  endpointSliceFacts,
  namespaceFacts,
  networkPolicyFacts,
  nodeFacts,
  podFacts,
  serviceFacts,
  trimmed,
} from './kubernetes.ts';
import { statefulSetFacts } from './stateful-sets.ts';

/** A kind of Kubernetes' own. */
const kubernetes = (group: string, plural: string, kind: string, namespaced: boolean): ResourceType => ({
  ...{ group, version: 'v1', plural, kind, namespaced },
});

/** A kind that is watched: where it lives, and the facts that are kept of it. */
interface Source<K extends keyof Inputs> {
  readonly type: ResourceType;
  facts(object: never): Inputs[K];
  /** Makes an object small as it arrives, for its facts; kinds that somebody writes or reports on have none and are kept whole. */
  trim?(object: KubeObject): KubeObject;
  /** Whether a cluster may not have the kind: its CustomResourceDefinition is somebody else's. */
  readonly optional?: boolean;
}

/** All of it. A controller watches everything, an agent what concerns its node. */
export const sources = {
  NetworkConfig: { type: kinds.NetworkConfig, facts: networkConfigFacts },
  Vpc: { type: kinds.Vpc, facts: vpcFacts },
  Subnet: { type: kinds.Subnet, facts: subnetFacts },
  IP: { type: kinds.IP, facts: ipFacts },
  Gateway: { type: kinds.Gateway, facts: gatewayFacts },
  QoSPolicy: { type: kinds.QoSPolicy, facts: qosPolicyFacts },
  MirrorSession: { type: kinds.MirrorSession, facts: mirrorSessionFacts },
  LoadBalancerIPPool: { type: kinds.LoadBalancerIPPool, facts: loadBalancerIPPoolFacts },
  ProviderNetwork: { type: kinds.ProviderNetwork, facts: providerNetworkFacts },
  NodeNetwork: { type: kinds.NodeNetwork, facts: nodeNetworkFacts },
  Pod: { type: kubernetes('', 'pods', 'Pod', true), facts: podFacts, trim: trimmed },
  Namespace: { type: kubernetes('', 'namespaces', 'Namespace', false), facts: namespaceFacts, trim: trimmed },
  Node: { type: kubernetes('', 'nodes', 'Node', false), facts: nodeFacts, trim: trimmed },
  StatefulSet: {
    type: kubernetes('apps', 'statefulsets', 'StatefulSet', true),
    facts: statefulSetFacts,
    trim: trimmed,
  },
  Service: { type: kubernetes('', 'services', 'Service', true), facts: serviceFacts },
  EndpointSlice: {
    type: kubernetes('discovery.k8s.io', 'endpointslices', 'EndpointSlice', true),
    facts: endpointSliceFacts,
  },
  NetworkPolicy: {
    type: kubernetes('networking.k8s.io', 'networkpolicies', 'NetworkPolicy', true),
    facts: networkPolicyFacts,
  },
  ClusterNetworkPolicy: {
    type: {
      ...{ group: 'policy.networking.k8s.io', version: 'v1alpha2', plural: 'clusternetworkpolicies' },
      ...{ kind: 'ClusterNetworkPolicy', namespaced: false },
    },
    facts: clusterNetworkPolicyFacts,
    optional: true,
  },
} satisfies { [K in keyof Inputs]?: Source<K> };

/** A kind that is watched. */
export type SourceKind = keyof typeof sources;

/** How objects of a kind are made small as they arrive; `undefined` where they are kept whole. */
export const trimOf = (kind: SourceKind): ((object: KubeObject) => KubeObject) | undefined =>
  (sources[kind] as Source<SourceKind>).trim;

/** Whether a cluster may not have a kind. */
export const isOptional = (kind: SourceKind): boolean => (sources[kind] as Source<SourceKind>).optional === true;
