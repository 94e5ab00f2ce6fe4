/** IP: the logical switch port of one pod interface or virtual machine, or an address kept for one. */
import type { Kind } from '../kind.ts';
import { northbound } from './northbound.ts';
import { report } from './report.ts';

/** The kind. */
export const ip: Kind = { name: 'IP', northbound, report };
