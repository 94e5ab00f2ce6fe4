/** MirrorSession: copies of the traffic of a namespace's own pods, for a limited time. */
import type { Kind } from '../kind.ts';
import { northbound } from './northbound.ts';
import { report } from './report.ts';

/** The kind. What the nodes do for it is `vswitch.ts`. */
export const mirrorSession: Kind = { name: 'MirrorSession', northbound, report };
