/** MirrorSession: copies of the traffic of a namespace's own pods, for a limited time. OVN has no row of it: the nodes copy (`vswitch.ts`). */
import type { Kind } from '../kind.ts';
import { report } from './report.ts';

/** The kind. */
export const mirrorSession: Kind = { name: 'MirrorSession', report };
