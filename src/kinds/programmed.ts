/** The `Programmed` condition: the same for every kind, from what the line found in the database. */
import type { Verdict } from '../api/index.ts';
import type { World } from '../store/store.ts';
import type { Inputs } from '../topology/facts.ts';

/** The verdict on an owner's rows; `undefined` while the line has not looked. */
export function programmed(world: World<Inputs>, owner: string): Verdict | undefined {
  const programming = world.get('Programming', owner);
  if (programming?.state === 'programmed') return { status: 'True', reason: 'Programmed', message: '' };
  if (programming?.state === 'held')
    return { status: 'True', reason: 'Held', message: 'The rows of an earlier generation stay in force.' };
  if (programming?.state === 'failed')
    return {
      status: 'False',
      reason: (programming.reason ?? 'Internal') as Verdict['reason'],
      message: programming.message ?? '',
    };
  // Asked last: what is programmed stays so when the database is away, and is not asked again then.
  if (!world.get('Database', 'northbound')?.connected)
    return {
      status: 'Unknown',
      reason: 'DatabaseUnreachable',
      message: 'The northbound database does not answer; this is written when it does.',
    };
  return (
    programming && {
      status: 'False',
      reason: 'Withheld',
      message: programming.message ?? 'Nothing of it is in the database.',
    }
  );
}

/** `Ready` of infrastructure: in force when ovn-northd has taken it up. */
export function realised(world: World<Inputs>, owner: string, good: Verdict): Verdict {
  if (world.get('Programming', owner)?.realised !== false) return good;
  return { status: 'False', reason: 'NodesPending', message: 'Written; waits for ovn-northd to take it up.' };
}

/** `Ready` of what is being deleted and still in use: whom it waits for, by count and first names. */
export function inUse(count: number, noun: string, names: readonly string[], cure: string): Verdict {
  const some = names.slice(0, 3).join(', ');
  const more = count > 3 ? ', …' : '';
  return {
    status: 'False',
    reason: 'InUse',
    message: `Being deleted: waits for ${count} ${noun}${count === 1 ? '' : 's'}: ${some}${more}. ${cure}`,
  };
}
