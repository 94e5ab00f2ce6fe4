/** QoSPolicy. */
import type { Kind } from '../kind.ts';

/** The kind. */
export const qosPolicy: Kind = { name: 'QoSPolicy' };
