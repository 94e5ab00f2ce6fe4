import type { KubernetesKind } from '../kind.ts';
import { northbound } from './northbound.ts';

/** The pods that policies mean by a selector. */
export const podSet: KubernetesKind = { name: 'PodSet', northbound };
