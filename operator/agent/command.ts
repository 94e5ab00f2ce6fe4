/**
 * Runs the node's network programs (ip, nsenter, ethtool, sysctl): argument arrays, no shell, output bounded, and a
 * typed error that carries what the program said. The agent's only way to start a process that ends by itself.
 */
import { spawn } from 'node:child_process';

/** A program that could not be started, or that ended with another status than 0. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  /** The program and its arguments. */
  readonly command: readonly string[];
  /** What it wrote to standard error, trimmed. */
  readonly stderr: string;

  constructor(command: readonly string[], outcome: string, stderr: string) {
    super(`${command.join(' ')}: ${stderr === '' ? outcome : stderr.replaceAll('\n', '; ')}`);
    this.command = command;
    this.stderr = stderr;
  }
}

/** What a program gets besides its arguments. */
export type CommandOptions = {
  /** Written to its standard input. */
  readonly input?: string;
  /** Ends it (SIGTERM) when it fires. */
  readonly signal?: AbortSignal;
};

/** More output than this is a fault of the caller: none of the agent's commands print more than a table of links. */
const outputLimitBytes = 16 * 1024 * 1024;

/**
 * Runs one program to its end.
 * @returns its standard output
 * @throws {CommandError} if it can't be started or fails; the signal's reason if that ended it
 */
export function runCommand(file: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  const { input, signal } = options;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C' } });
    const onAbort = () => child.kill('SIGTERM');
    const output = { stdout: [] as Buffer[], stderr: [] as Buffer[], size: 0 };
    const keep = (stream: 'stdout' | 'stderr') => (chunk: Buffer) => {
      output.size += chunk.length;
      if (output.size > outputLimitBytes) child.kill('SIGKILL');
      else output[stream].push(chunk);
    };
    child.stdout.on('data', keep('stdout'));
    child.stderr.on('data', keep('stderr'));
    child.stdin.on('error', () => undefined); // it ended without reading all: its status tells why
    child.on('error', (error) => {
      signal?.removeEventListener('abort', onAbort);
      reject(new CommandError([file, ...args], error.message, ''));
    });
    child.on('close', (status, killedBy) => {
      signal?.removeEventListener('abort', onAbort);
      if (signal?.aborted && killedBy === 'SIGTERM') reject(signal.reason);
      else if (status === 0) resolve(Buffer.concat(output.stdout).toString('utf8'));
      else {
        const outcome = killedBy === null ? `exit status ${status}` : `ended by ${killedBy}`;
        reject(new CommandError([file, ...args], outcome, Buffer.concat(output.stderr).toString('utf8').trim()));
      }
    });
    signal?.addEventListener('abort', onAbort, { once: true });
    child.stdin.end(input ?? '');
  });
}
