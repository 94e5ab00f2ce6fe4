/** Vpc: a logical router, and with a node attachment a join network. */
import type { Kind } from '../kind.ts';
import { northbound } from './northbound.ts';
import { report } from './report.ts';

/** The kind. */
export const vpc: Kind = { name: 'Vpc', northbound, report };
