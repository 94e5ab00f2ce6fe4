/** Gateway. */
import type { Kind } from '../kind.ts';

/** The kind. */
export const gateway: Kind = { name: 'Gateway' };
