// Log lines of our programs: winston behind the four methods of src/log.ts. JSON for machines, plain text for a terminal, always on
// standard error, so that standard output stays free for what a program answers.
import type { Writable } from 'node:stream';
import { createLogger, format, transports } from 'winston';
import type { Log, LogFields } from '../../src/log.ts';

/** Settings of {@link createLog}. */
export interface LogOptions {
  readonly format: 'json' | 'plain';
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  /** Fields of every line, for example the program's name. */
  readonly fields?: LogFields;
  /** Where to; standard error when absent. */
  readonly stream?: Writable;
}

/** Makes the log of a program. Errors among the fields are written with their stack. */
export function createLog(options: LogOptions): Log {
  const logger = createLogger({
    level: options.level,
    format: format.combine(format.timestamp(), options.format === 'json' ? format.json() : plain),
    transports: [
      options.stream === undefined
        ? new transports.Console({ stderrLevels: ['error', 'warn', 'info', 'debug'] })
        : new transports.Stream({ stream: options.stream }),
    ],
  });
  const write =
    (level: LogOptions['level']) =>
    (message: string, fields?: LogFields): void => {
      // The level first: making the fields costs more than the line, and debug lines are many.
      if (!logger.isLevelEnabled(level)) return;
      logger.log({ ...describe({ ...options.fields, ...fields }), level, message });
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/** `2026-11-21T21:00:00.000Z warn message key=value`. */
const plain = format.printf((line) => {
  const { timestamp, level, message, ...fields } = line;
  const rest = Object.entries(fields).map(([key, value]) => ` ${key}=${textOf(value)}`);
  return `${String(timestamp)} ${level} ${String(message)}${rest.join('')}`;
});

function textOf(value: unknown): string {
  return typeof value === 'string' && /^[^\s"=]+$/.test(value) ? value : JSON.stringify(value);
}

/** Makes fields that any format can write: no Error objects, no BigInt, no Map or Set, no cycles, no clash with winston's names. */
function describe(fields: LogFields): Record<string, unknown> {
  const described: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    described[key === 'level' || key === 'message' || key === 'timestamp' ? `field_${key}` : key] = plainValue(value);
  }
  return described;
}

function plainValue(value: unknown): unknown {
  if (value instanceof Error) return value.stack ?? String(value);
  try {
    const text = JSON.stringify(value, (_key, member: unknown) => {
      if (typeof member === 'bigint') return member.toString();
      if (member instanceof Set) return [...member];
      if (member instanceof Map) return Object.fromEntries(member);
      return member instanceof Error ? (member.stack ?? String(member)) : member;
    });
    return text === undefined ? String(value) : (JSON.parse(text) as unknown);
  } catch {
    return String(value);
  }
}
