import type { KubernetesKind } from '../kind.ts';
import { northbound } from './northbound.ts';

/** Who may talk to the pods of a namespace (networking.k8s.io/v1). */
export const networkPolicy: KubernetesKind = { name: 'NetworkPolicy', northbound };
