/** Tries what must be so, and prints what came of it. */
import { CommandError } from '../../test/support/command.ts';
import { Semaphore } from '../../test/support/semaphore.ts';
import type { Expectation } from './expectations.ts';
import type { Screen } from './screen.ts';

/** Tries several at a time and prints them in order; answers how many are not so. */
export async function prove(screen: Screen, expectations: readonly Expectation[]): Promise<number> {
  const room = new Semaphore(4);
  const trials = expectations.map(({ prove }) => room.run(prove).then(() => '', problemOf));
  let unmet = 0;
  for (const [index, expectation] of expectations.entries()) {
    const problem = (await trials[index]) ?? '';
    if (problem !== '') unmet += 1;
    const { from, to, what, seen } = expectation;
    const cells = [problem === '' ? '✓' : '✗', from, '→', to, what, problem === '' ? seen : `NOT SO: ${problem}`];
    screen.row(cells, [1, 34, 1, 30, 38]);
  }
  return unmet;
}

/** What a command that must fail says on standard error; its output when it does not fail. */
export function refusalOf(command: Promise<string>): Promise<string> {
  return command.catch((error: unknown) => {
    if (error instanceof CommandError) return error.stderr;
    throw error;
  });
}

function problemOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).trimEnd().split('\n')[0] ?? '';
}
