/** The registry: one line per kind. A schema without a line here does not compile. */
import type { KindName } from '../api/index.ts';
import { clusterNetworkPolicy } from './cluster-network-policy/index.ts';
import { gateway } from './gateway/index.ts';
import { ip } from './ip/index.ts';
import type { Kind, KubernetesKind } from './kind.ts';
import { loadBalancerIPPool } from './load-balancer-ip-pool/index.ts';
import { mirrorSession } from './mirror-session/index.ts';
import { networkConfig } from './network-config/index.ts';
import { networkPolicy } from './network-policy/index.ts';
import { nodeNetwork } from './node-network/index.ts';
import { podSet } from './pod-set/index.ts';
import { providerNetwork } from './provider-network/index.ts';
import { qosPolicy } from './qos-policy/index.ts';
import { service } from './service/index.ts';
import { subnet } from './subnet/index.ts';
import { vpc } from './vpc/index.ts';

/** All kinds by name. */
export const kinds = {
  Vpc: vpc,
  Subnet: subnet,
  IP: ip,
  Gateway: gateway,
  QoSPolicy: qosPolicy,
  MirrorSession: mirrorSession,
  LoadBalancerIPPool: loadBalancerIPPool,
  ProviderNetwork: providerNetwork,
  NodeNetwork: nodeNetwork,
  NetworkConfig: networkConfig,
} satisfies Record<KindName, Kind>;

/** All kinds. */
export const allKinds: readonly Kind[] = Object.values(kinds);

/** Kinds that become rows and are not ours to write. Sets of pods stand before those who name them. */
export const kubernetesKinds: readonly KubernetesKind[] = [service, podSet, networkPolicy, clusterNetworkPolicy];

/** Everything that is translated. */
export const translatedKinds: readonly (Kind | KubernetesKind)[] = [...allKinds, ...kubernetesKinds];
