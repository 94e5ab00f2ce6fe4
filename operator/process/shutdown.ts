// How our programs end: SIGTERM or SIGINT asks them to, a second signal or the deadline makes them, an error that nobody caught ends
// them at once, with its text in the log. Only a main.ts hands in the real process and its exit.
import type { Log } from '../../src/log.ts';

/** What of `process` is used; a test hands in an EventEmitter. */
export interface ProcessSignals {
  on(event: string, listener: (argument: unknown) => void): unknown;
  off(event: string, listener: (argument: unknown) => void): unknown;
}

/** Settings of {@link onShutdown}. */
export interface ShutdownOptions {
  readonly process: ProcessSignals;
  /** `process.exit`, given by main.ts. */
  readonly exit: (code: number) => void;
  /** Puts things down: hands back the lease, ends watches. The reason is the signal's name or what `end` was given. */
  readonly stop: (reason: string) => Promise<void>;
  /** Milliseconds that `stop` may take; less than the pod's terminationGracePeriodSeconds. Default 10,000. */
  readonly deadlineMs?: number;
  readonly log: Log;
}

/** A way to end the program from inside. */
export interface Shutdown {
  /** Ends the program as a signal would, with this exit code: 1 tells kubelet that it must start it again. */
  readonly end: (reason: string, code: number) => void;
}

/** Installs the signal handlers of a program. Exit codes: 0 asked to, 1 error, deadline or `end`'s, 130 a second signal. */
export function onShutdown(options: ShutdownOptions): Shutdown {
  const { process, exit, stop, log, deadlineMs = 10_000 } = options;
  let ending = false;
  const leave = (code: number): void => {
    for (const [event, listener] of listeners) process.off(event, listener);
    exit(code);
  };
  const end = (reason: string, code: number): void => {
    if (ending) return;
    ending = true;
    log.info('stopping', { reason });
    const timer = setTimeout(() => {
      log.error('could not stop in time', { deadlineMs });
      leave(1);
    }, deadlineMs);
    // `stop` may throw before its first await, too.
    Promise.resolve()
      .then(() => stop(reason))
      .then(
        () => log.info('stopped', { reason }),
        (error: unknown) => {
          log.error('stopping failed', { error });
          code = 1;
        },
      )
      .finally(() => {
        clearTimeout(timer);
        leave(code);
      });
  };
  const onSignal = (signal: string) => (): void => {
    if (!ending) {
      end(signal, 0);
      return;
    }
    log.warn('asked twice, leaving at once', { signal });
    leave(130);
  };
  const onFault =
    (kind: string) =>
    (error: unknown): void => {
      // The state is unknown: nothing is put down, the lease runs out, a fresh process looks at the world anew.
      log.error(kind, { error: error instanceof Error ? error : String(error) });
      leave(1);
    };
  const listeners: readonly (readonly [string, (argument: unknown) => void])[] = [
    ['SIGTERM', onSignal('SIGTERM')],
    ['SIGINT', onSignal('SIGINT')],
    ['uncaughtException', onFault('uncaught exception')],
    ['unhandledRejection', onFault('unhandled rejection')],
  ];
  for (const [event, listener] of listeners) process.on(event, listener);
  return { end };
}
