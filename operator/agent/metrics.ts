/** Prometheus metrics of the agent's line, and of the interfaces that it attaches. */
import { Counter, Histogram, type Registry } from 'prom-client';
import type { LineObserver } from '../../src/reconcile/line.ts';
import type { AddTimes } from './sandboxes.ts';

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

/** An observer of how long attaching an interface takes, part by part. */
export function addMetrics(registry: Registry): (times: AddTimes) => void {
  const seconds = new Histogram({
    name: 'subnetes_cni_add_seconds',
    help: 'Time of the parts of a CNI ADD that succeeded: waiting for the address, making the link, writing the port, waiting for OVN flows',
    labelNames: ['part'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60],
    registers: [registry],
  });
  return (times) => {
    for (const [part, taken] of Object.entries(times)) seconds.observe({ part }, taken);
  };
}
