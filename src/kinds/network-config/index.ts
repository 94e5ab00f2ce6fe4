/** NetworkConfig: what the installation is like. It has no rows of its own but the timers of BFD; everything else reads it. */
import type { bfdOptions } from '../../northbound/managed.ts';
import { nothing, type Translation } from '../../reconcile/output.ts';
import type { World } from '../../store/store.ts';
import type { Inputs } from '../../topology/facts.ts';
import { verdict } from '../../topology/verdict.ts';
import type { Kind } from '../kind.ts';

/** The kind. */
export const networkConfig: Kind = {
  name: 'NetworkConfig',
  northbound: (_context, world, name) => northbound(world, name),
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

/** `NB_Global.options`: how fast the chassis notice each other's death, which decides who carries a Gateway. */
function northbound(world: World<Inputs>, name: string): Translation {
  const bfd = world.get('NetworkConfig', name)?.spec.bfd;
  const root = world.get('Database', 'northbound')?.root;
  if (!bfd || root === undefined) return { resolved: false, output: nothing };
  const option = (element: (typeof bfdOptions)[number], value: number) => ({
    table: 'NB_Global',
    row: root,
    column: 'options',
    element,
    value: String(value),
  });
  const contributions = [
    option('bfd-min-rx', bfd.minRxMilliseconds),
    option('bfd-min-tx', bfd.minTxMilliseconds),
    option('bfd-mult', bfd.multiplier),
  ];
  return { resolved: true, output: { rows: [], contributions } };
}
