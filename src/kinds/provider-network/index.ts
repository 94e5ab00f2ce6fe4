/** ProviderNetwork: a physical network. It has no rows in OVN_Northbound; its bridges are made by the agents, each for its own node. */
import { nothing } from '../../reconcile/output.ts';
import type { Kind } from '../kind.ts';
import { report } from './report.ts';

/** The kind. */
export const providerNetwork: Kind = {
  name: 'ProviderNetwork',
  northbound: () => ({ resolved: true, output: nothing }),
  report,
};
