// Prometheus metrics of our programs: one registry each, with the process's own numbers, the event loop's delay and the calls to the
// API server. Parts of a program add theirs to the registry that they are given.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { CallObservation } from '../../src/kube/index.ts';

/** The registry of a program, and the hooks that the library calls. */
export interface Metrics {
  readonly registry: Registry;
  /** For the option `observe` of KubeClient. */
  readonly observeCall: (call: CallObservation) => void;
  /** For leader election: 1 while this process leads. */
  readonly leading: Gauge;
  /** Epoch of the leadership last held. */
  readonly epoch: Gauge;
}

/** Makes the metrics of a program. */
export function createMetrics(program: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ program });
  collectDefaultMetrics({ register: registry });
  const calls = new Counter({
    name: 'subnetes_api_requests_total',
    help: 'Requests to the Kubernetes API server by verb, resource and HTTP status (0: no answer)',
    labelNames: ['verb', 'resource', 'status'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'subnetes_api_request_seconds',
    help: 'Time of one request to the Kubernetes API server; of a watch: until it was accepted',
    labelNames: ['verb'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  });
  return {
    registry,
    observeCall: ({ verb, resource, status, seconds: taken }) => {
      calls.inc({ verb, resource, status: String(status) });
      seconds.observe({ verb }, taken);
    },
    leading: new Gauge({
      name: 'subnetes_leader',
      help: 'Whether this process is the leader',
      registers: [registry],
    }),
    epoch: new Gauge({
      name: 'subnetes_leader_epoch',
      help: 'Epoch of the leadership that this process acquired',
      registers: [registry],
    }),
  };
}
