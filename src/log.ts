/**
 * The logging interface that the library speaks. The library never decides where a log line goes: programs hand in an
 * implementation (`operator/process/log.ts` wraps winston), tests hand in {@link silentLog} or a recorder.
 */

/** Structured fields of one log line. Values must survive `JSON.stringify`; an `Error` is written with its stack. */
export type LogFields = Readonly<Record<string, unknown>>;

/**
 * Four levels, one shape: a constant message (greppable, no interpolated names) and structured fields.
 * Implementations must be cheap when the level is off and must never throw.
 */
export interface Log {
  /** For a developer who looks for a fault; off by default. */
  debug(message: string, fields?: LogFields): void;
  /** What an operator of the program wants to read a day later: starts, stops, changes of role. */
  info(message: string, fields?: LogFields): void;
  /** Trouble of the outside world that the program copes with by itself. */
  warn(message: string, fields?: LogFields): void;
  /** Trouble that a person must look at. */
  error(message: string, fields?: LogFields): void;
}

/** Writes nothing: the default where no log is given. */
export const silentLog: Log = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
};
