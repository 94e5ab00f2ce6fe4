/** NodeNetwork: a node's ports in the join networks. Its spec is the admin's, its status the agent's, but for `attachments`, which allocation writes. */
import type { Kind } from '../kind.ts';
import { agentLost } from './agent-lost.ts';
import { northbound } from './northbound.ts';

/** The kind. What its agent says of it is `report.ts`. */
export const nodeNetwork: Kind = { name: 'NodeNetwork', northbound, report: agentLost };
