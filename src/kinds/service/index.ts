/** Service, of Kubernetes' own: OVN's load balancers. */
import type { KubernetesKind } from '../kind.ts';
import { northbound } from './northbound.ts';

/** The kind. */
export const service: KubernetesKind = { name: 'Service', northbound };
