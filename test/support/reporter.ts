// Mocha reporter of "make test": prints like mocha's own spec reporter and appends the run's counts, one JSON line, to the file named
// by the environment variable SUBNETES_COUNTS, so that run-tests.ts can sum up several runs.
import { appendFileSync } from 'node:fs';
import Mocha from 'mocha';

/** Counts of one mocha run, as appended to the file. */
export interface RunCounts {
  readonly passed: number;
  /** Failed tests and hooks. */
  readonly failed: number;
  readonly skipped: number;
}

/** The spec reporter, with a memory. */
class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      const counts: RunCounts = { passed: passes, failed: failures, skipped: pending };
      const file = process.env.SUBNETES_COUNTS ?? '';
      if (file !== '') appendFileSync(file, `${JSON.stringify(counts)}\n`);
    });
  }
}

// Mocha loads a reporter by file name and takes the default export: the one place where the house rule gives way.
export default CountingReporter;
