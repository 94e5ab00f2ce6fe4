/** What is watched of the cluster: where each kind lives in the API, and the facts that are kept of it. */
import { kinds } from '../api/index.ts';
import type { ResourceType } from '../kube/resource.ts';
import {
  gatewayFacts,
  type Inputs,
  ipFacts,
  mirrorSessionFacts,
  namespaceFacts,
  networkConfigFacts,
  nodeFacts,
  nodeNetworkFacts,
  podFacts,
  providerNetworkFacts,
  qosPolicyFacts,
  subnetFacts,
  vpcFacts,
} from './facts.ts';

/** Core kinds that are read. */
const core = (plural: string, kind: string, namespaced: boolean): ResourceType => ({
  group: '',
  version: 'v1',
  plural,
  kind,
  namespaced,
});

/** A kind that is watched: where it lives, and the facts that are kept of it. */
interface Source<K extends keyof Inputs> {
  readonly type: ResourceType;
  facts(object: never): Inputs[K];
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
  ProviderNetwork: { type: kinds.ProviderNetwork, facts: providerNetworkFacts },
  NodeNetwork: { type: kinds.NodeNetwork, facts: nodeNetworkFacts },
  Pod: { type: core('pods', 'Pod', true), facts: podFacts },
  Namespace: { type: core('namespaces', 'Namespace', false), facts: namespaceFacts },
  Node: { type: core('nodes', 'Node', false), facts: nodeFacts },
} satisfies { [K in keyof Inputs]?: Source<K> };

/** A kind that is watched. */
export type SourceKind = keyof typeof sources;
