/** What the controller says of a NodeNetwork: nothing while its agent can speak for itself, and `AgentLost` when its node is silent. */
import type { World } from '../../store/store.ts';
import type { Inputs } from '../../topology/facts.ts';
import { verdict } from '../../topology/verdict.ts';
import type { Report } from '../kind.ts';
import { programmed } from '../programmed.ts';

/** The status of one node whose agent is lost. */
export function agentLost(world: World<Inputs>, name: string): Report | undefined {
  const rows = programmed(world, `NodeNetwork/${name}`);
  const node = world.get('Node', name);
  if (!world.get('NodeNetwork', name) || !rows || node?.ready !== false) return undefined;
  return {
    verdicts: {
      Accepted: verdict('Accepted', undefined),
      ResolvedRefs: verdict('ResolvedRefs', undefined),
      Programmed: rows,
      Ready: {
        status: 'Unknown',
        reason: 'AgentLost',
        message: `Node ${name} is not ready, so what its agent last said may be outdated. See kubectl describe node ${name}`,
      },
    },
    status: {},
  };
}
