/** QoSPolicy: limits and marks of the pods that it selects. Its rows belong to their IPs, so that a pod and its limits are one unit. */
import type { Kind } from '../kind.ts';
import { report } from './report.ts';

/** The kind. */
export const qosPolicy: Kind = { name: 'QoSPolicy', report };
