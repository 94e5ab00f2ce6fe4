/** The front door of `operator/process`: what every program of ours needs to be one. */
export { type FlagsPlace, readFlags } from './flags.ts';
export { type Check, type HealthOptions, HealthServer } from './health.ts';
export { createLog, type LogOptions } from './log.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export { onShutdown, type ProcessSignals, type Shutdown, type ShutdownOptions } from './shutdown.ts';
