// Mocha reporter of "make test": prints like mocha's own spec reporter and appends the run's counts and failures, one JSON line, to
// the file named by the environment variable SUBNETES_COUNTS, so that run-tests.ts can sum up several runs.
import { appendFileSync } from 'node:fs';
import Mocha from 'mocha';

/** Counts of one mocha run, as appended to the file. */
export interface RunCounts {
  readonly passed: number;
  /** Failed tests and hooks. */
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly Failure[];
}

/** A failed test or hook: its whole title and the beginning of its error. */
export interface Failure {
  readonly title: string;
  readonly error: string;
}

/** Milliseconds that the process of a finished run may take to end by itself. */
const graceAfterTheLastTest = 10_000;

/** Lines and characters of an error that are kept: a property's seed and counterexample among them. A build server shows a few lines only. */
const mostLines = 12;
const longestMessage = 4000;

const beginning = ({ message }: Error, lines: number): string =>
  String(message).slice(0, longestMessage).split('\n').slice(0, lines).join('\n');

/** The spec reporter, with a memory. */
class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const failed: Failure[] = [];
    runner.on(Mocha.Runner.constants.EVENT_TEST_FAIL, (test: Mocha.Test, error: Error) => {
      // The broken property is in the message, what broke it is the cause.
      const cause = error.cause instanceof Error ? [`caused by: ${beginning(error.cause, 4)}`] : [];
      failed.push({ title: test.fullTitle(), error: [beginning(error, mostLines), ...cause].join('\n') });
    });
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      const counts: RunCounts = { passed: passes, failed: failures, skipped: pending, failures: failed };
      const file = process.env.SUBNETES_COUNTS ?? '';
      if (file === '') return;
      appendFileSync(file, `${JSON.stringify(counts)}\n`);
      // This timer keeps nothing alive itself: it only strikes when a test left something open that would hang the run for ever.
      setTimeout(() => {
        console.error(
          `the tests are over, but something keeps their process alive: ${process.getActiveResourcesInfo().join(', ')}`,
        );
        // Mocha sets the exit code in its own handler of this event; the last handler wins.
        process.on('exit', () => {
          process.exitCode = Math.max(failures, 1);
        });
        process.exit();
      }, graceAfterTheLastTest).unref();
    });
  }
}

// Mocha loads a reporter by file name and takes the default export: the one place where the house rule gives way.
export default CountingReporter;
