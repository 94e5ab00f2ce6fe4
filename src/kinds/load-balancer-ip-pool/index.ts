/** LoadBalancerIPPool: addresses for Services of type LoadBalancer. It has no rows: the addresses stand in the Services' statuses. */
import type { Kind } from '../kind.ts';
import { report } from './report.ts';

/** The kind. */
export const loadBalancerIPPool: Kind = { name: 'LoadBalancerIPPool', report };
