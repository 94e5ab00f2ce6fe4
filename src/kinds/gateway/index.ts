/** Gateway: a logical router between a Vpc and an External Subnet, on one node at a time. */
import type { Kind } from '../kind.ts';
import { northbound } from './northbound.ts';
import { report } from './report.ts';

/** The kind. */
export const gateway: Kind = { name: 'Gateway', northbound, report };
