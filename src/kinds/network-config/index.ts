/** NetworkConfig: what the installation is like. It has no rows of its own; everything else reads it. */
import { nothing } from '../../reconcile/output.ts';
import { verdict } from '../../topology/verdict.ts';
import type { Kind } from '../kind.ts';

/** The kind. */
export const networkConfig: Kind = {
  name: 'NetworkConfig',
  northbound: () => ({ resolved: true, output: nothing }),
  report(world, name) {
    const config = world.get('NetworkConfig', name);
    const database = world.get('Database', 'northbound');
    if (!config || !database) return undefined;
    return {
      verdicts: {
        Accepted: verdict('Accepted', undefined),
        ResolvedRefs: verdict('ResolvedRefs', undefined),
        Programmed: database.connected
          ? { status: 'True', reason: 'Programmed', message: '' }
          : {
              status: 'Unknown',
              reason: 'DatabaseUnreachable',
              message:
                'The northbound database does not answer: see whether OVN central runs, and spec.database.northbound.',
            },
        Ready: { status: 'True', reason: 'Ready', message: '' },
      },
      status: { databaseSchema: database.schema, ...(config.defaultsCreated ? { defaultsCreated: true } : {}) },
    };
  },
};
