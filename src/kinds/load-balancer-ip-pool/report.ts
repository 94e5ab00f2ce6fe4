/** What `kubectl get loadbalancerippools` shows: whether its ranges stand, and how many addresses are left. */
import type { World } from '../../store/store.ts';
import type { Inputs } from '../../topology/facts.ts';
import { poolFindings, poolUsage } from '../../topology/load-balancer-pools.ts';
import { verdict } from '../../topology/verdict.ts';
import type { Report } from '../kind.ts';
import { programmed } from '../programmed.ts';

/** The status of one pool. */
export function report(world: World<Inputs>, name: string): Report | undefined {
  const pool = world.get('LoadBalancerIPPool', name);
  const rows = programmed(world, `LoadBalancerIPPool/${name}`);
  if (!pool || !rows) return undefined;
  const { ipv4, ipv6 } = world.derive(poolUsage, name);
  return {
    verdicts: {
      Accepted: verdict('Accepted', world.derive(poolFindings, '')[name]),
      ResolvedRefs: verdict('ResolvedRefs', undefined),
      Programmed: rows,
      Ready: verdict('Ready', undefined),
    },
    status: { ipv4, ipv6 },
  };
}
