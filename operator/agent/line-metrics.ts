/** Prometheus metrics of the agent's line. */
import { Counter, Histogram, type Registry } from 'prom-client';
import type { LineObserver } from '../../src/reconcile/line.ts';

/** An observer that counts what a line does. */
export function lineMetrics(registry: Registry): LineObserver {
  const registers = [registry];
  const transactions = new Counter({
    name: 'subnetes_line_transactions_total',
    help: 'Transactions that changed the database',
    registers,
  });
  const changes = new Counter({
    name: 'subnetes_line_changes_total',
    help: 'Changes of rows and elements in those transactions',
    registers,
  });
  const seconds = new Histogram({
    name: 'subnetes_line_commit_seconds',
    help: 'Time of one commit, from the first transaction to the last reply',
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2],
    registers,
  });
  const heals = new Counter({
    name: 'subnetes_line_heals_total',
    help: 'Changes that put back what somebody else had altered',
    registers,
  });
  return {
    committed: (count, list, milliseconds) => {
      transactions.inc(count);
      changes.inc(list.length);
      seconds.observe(milliseconds / 1000);
    },
    healed: () => heals.inc(),
  };
}
