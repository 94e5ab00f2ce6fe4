/** MirrorSession. */
import type { Kind } from '../kind.ts';

/** The kind. */
export const mirrorSession: Kind = { name: 'MirrorSession' };
