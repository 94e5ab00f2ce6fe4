import type { KubernetesKind } from '../kind.ts';
import { northbound } from './northbound.ts';

/** Who may talk to pods of any namespace, before and after what their own NetworkPolicies say (policy.networking.k8s.io/v1alpha2). */
export const clusterNetworkPolicy: KubernetesKind = { name: 'ClusterNetworkPolicy', northbound };
