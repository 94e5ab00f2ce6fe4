/** NodeNetwork: a node's ports in the join networks. Its spec is the admin's, its status the agent's, but for `attachments`, which allocation writes. */
import type { Kind } from '../kind.ts';
import { northbound } from './northbound.ts';

/** The kind. Its conditions are written by the node's agent. */
export const nodeNetwork: Kind = { name: 'NodeNetwork', northbound };
