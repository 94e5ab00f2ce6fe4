/** What the line does, as metrics and log lines: one line per commit, none for a pass that changed nothing. */
import { Counter, Histogram, type Registry } from 'prom-client';
import type { Log } from '../../src/log.ts';
import type { LineObserver } from '../../src/reconcile/line.ts';

/** An observer that counts and logs. */
export function lineMetrics(registry: Registry, log: Log): LineObserver {
  const registers = [registry];
  const transactions = new Counter({
    name: 'subnetes_line_transactions_total',
    help: 'Transactions that changed rows',
    registers,
  });
  const changes = new Counter({
    name: 'subnetes_line_changes_total',
    help: 'Changes of rows and elements by table and kind',
    labelNames: ['table', 'kind'],
    registers,
  });
  const heals = new Counter({
    name: 'subnetes_line_heals_total',
    help: 'Changes of somebody else to rows of ours that were put back',
    labelNames: ['table'],
    registers,
  });
  const failures = new Counter({
    name: 'subnetes_line_failures_total',
    help: 'Translations that threw and units that the database refused',
    registers,
  });
  const seconds = new Histogram({
    name: 'subnetes_line_commit_seconds',
    help: 'Time of one commit',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  });
  const passes = new Counter({ name: 'subnetes_line_passes_total', help: 'Passes of the line', registers });
  return {
    committed: (count, list, milliseconds) => {
      transactions.inc(count);
      for (const { table, kind } of list) changes.inc({ table, kind });
      seconds.observe(milliseconds / 1000);
      log.info('committed', {
        transactions: count,
        changes: list.length,
        milliseconds: Math.round(milliseconds),
        owners: new Set(list.map(({ owner }) => owner)).size,
      });
    },
    healed: (owner, { table, kind, uuid }) => {
      heals.inc({ table });
      log.warn('put back what somebody else changed', { owner, table, kind, uuid });
    },
    failed: (owner, error) => {
      failures.inc();
      log.error('could not be translated', { owner, error });
    },
    refused: (owner, error) => {
      failures.inc();
      log.error('refused by the database', { owner, error });
    },
    deletionsWithheld: (count, example) =>
      log.warn('many rows lost their owners without a deletion; they stay until a second list agrees', {
        rows: count,
        example,
      }),
    passed: () => passes.inc(),
  };
}
