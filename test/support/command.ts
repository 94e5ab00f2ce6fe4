// Runs one program to its end and hands back what it printed; the only way the test bed calls ip, ovs-vsctl, kubectl and the like.
// Arguments are always arrays: nothing here passes through a shell.
import { execFile, execFileSync } from 'node:child_process';

/** How {@link run} starts a program. */
export interface RunOptions {
  /** Environment variables laid over those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Text for the program's standard input; without it standard input is empty. */
  readonly input?: string;
  /** Milliseconds after which the program is killed and {@link CommandError} is thrown; 60 000 when absent. */
  readonly timeout?: number;
  /** Working directory. */
  readonly cwd?: string;
  /** Name of the network namespace in which the program runs. */
  readonly netns?: string;
  readonly signal?: AbortSignal;
}

/**
 * Search path of every program that the bed starts: this process's, and the folders where Debian keeps ip, ethtool and the daemons,
 * which are not on everyone's path.
 */
export const searchPath = `${process.env.PATH ?? '/usr/bin:/bin'}:/usr/local/sbin:/usr/sbin:/sbin`;

/** What a finished program printed. */
export interface CommandOutput {
  readonly stdout: string;
  readonly stderr: string;
}

/** A program that ended with another code than 0, was killed, or could not be started. */
export class CommandError extends Error {
  /** Exit code; undefined when the program was killed by a signal or never started. */
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;

  constructor(command: string, exitCode: number | undefined, stdout: string, stderr: string, cause: unknown) {
    const printed = (stderr.trim() || stdout.trim() || String(cause)).slice(0, 2000);
    super(`${command}: ${exitCode === undefined ? 'did not finish' : `exit code ${exitCode}`}: ${printed}`, { cause });
    this.name = 'CommandError';
    this.exitCode = exitCode;
    this.stdout = stdout;
    this.stderr = stderr;
  }
}

/**
 * The argument array that runs a program inside a network namespace. `ip netns exec` replaces itself by the program,
 * so the process id that the caller sees is the program's own.
 */
export function inNetns(netns: string | undefined, command: readonly string[]): readonly [string, ...string[]] {
  const full = netns === undefined ? command : ['ip', 'netns', 'exec', netns, ...command];
  const [program, ...rest] = full;
  if (program === undefined) throw new Error('no program named');
  return [program, ...rest];
}

/**
 * Runs `program` with `args` until it ends.
 * @throws CommandError when it does not end with exit code 0
 */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<CommandOutput> {
  const [file, ...rest] = inNetns(options.netns, [program, ...args]);
  return new Promise((resolve, reject) => {
    const child = execFile(
      file,
      rest,
      {
        env: { ...process.env, PATH: searchPath, ...options.env },
        timeout: options.timeout ?? 60_000,
        killSignal: 'SIGKILL',
        maxBuffer: 256 * 1024 * 1024,
        ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
        ...(options.signal === undefined ? {} : { signal: options.signal }),
      },
      (error, stdout, stderr) => {
        if (error === null) resolve({ stdout, stderr });
        else {
          const code = typeof error.code === 'number' ? error.code : undefined;
          reject(new CommandError([program, ...args].join(' ').slice(0, 300), code, stdout, stderr, error));
        }
      },
    );
    // A program that ends before it has read its input must not end this process by EPIPE.
    child.stdin?.on('error', () => {});
    child.stdin?.end(options.input ?? '');
  });
}

/** Whether the program ends with exit code 0. Programs that cannot be started still throw. */
export async function succeeds(program: string, args: readonly string[], options: RunOptions = {}): Promise<boolean> {
  try {
    await run(program, args, options);
    return true;
  } catch (error) {
    if (error instanceof CommandError && error.exitCode !== undefined) return false;
    throw error;
  }
}

/** Runs a program during the exit of this process, when nothing asynchronous can run any more; failures are ignored. */
export function runAtExit(program: string, args: readonly string[]): void {
  try {
    execFileSync(program, [...args], { env: { ...process.env, PATH: searchPath }, stdio: 'ignore', timeout: 5_000 });
  } catch {
    // What could not be removed now is in the manifest and removed by the next sweep.
  }
}
