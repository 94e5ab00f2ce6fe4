// Long-running programs of a test bed: started in the foreground as leaders of their own process group, with their output in a
// log file, waited for by what they really do (a socket that accepts, a line they print), ended by process id.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, watch } from 'node:fs';
import { connect } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { inNetns, searchPath } from './command.ts';
import type { Manifest } from './manifest.ts';

/** What shows that a program is up. */
export type Readiness =
  | { readonly kind: 'socket'; readonly path: string }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'line'; readonly pattern: RegExp };

/** How {@link Daemon.start} starts a program. */
export interface DaemonOptions {
  /** Name in logs and errors; also the name of the log file. */
  readonly name: string;
  readonly command: readonly string[];
  /** The manifest of the bed; the log file goes into its folder unless `logDirectory` says otherwise. */
  readonly manifest: Manifest;
  readonly logDirectory?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Network namespace to run in; the root namespace when absent. */
  readonly netns?: string;
  /** The command stays as the parent of the program, which is its only child: what is said to the program goes to that. */
  readonly entered?: boolean;
  readonly ready?: Readiness;
  /** Milliseconds to become ready in; 20 000 when absent. */
  readonly patience?: number;
}

/** How a program ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A program did not become ready, or ended while it should run. The message holds the end of its log. */
export class DaemonError extends Error {
  readonly logFile: string;

  constructor(name: string, problem: string, logFile: string) {
    super(`${name} ${problem}; the end of its log ${logFile}:\n${tail(logFile, 25)}`);
    this.name = 'DaemonError';
    this.logFile = logFile;
  }
}

/** One running program. */
export class Daemon {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  /** Resolves when the program has ended. */
  readonly exited: Promise<Exit>;
  readonly #entered: boolean;
  #exit: Exit | undefined;

  private constructor(name: string, child: ChildProcess, pid: number, logFile: string, entered: boolean) {
    this.name = name;
    this.#entered = entered;
    this.pid = pid;
    this.logFile = logFile;
    this.exited = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        this.#exit = { code, signal };
        resolve(this.#exit);
      });
    });
    // The event loop of a test must not stay alive for a daemon that the bed will end anyway.
    child.unref();
  }

  /**
   * Starts a program and waits until it is ready.
   * @throws DaemonError when it ends before that, or is not ready in time (it is killed then)
   */
  static async start(options: DaemonOptions): Promise<Daemon> {
    const logFile = join(options.logDirectory ?? options.manifest.directory, `${options.name}.log`);
    const [program, ...args] = inNetns(options.netns, options.command);
    const log = openSync(logFile, 'a');
    const before = readFileSync(logFile).length;
    const child = spawn(program, args, {
      env: { ...process.env, PATH: searchPath, ...options.env },
      stdio: ['ignore', log, log],
      detached: true,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    closeSync(log);
    const { pid } = child;
    if (pid === undefined) {
      const error = await new Promise<Error>((resolve) => child.once('error', resolve));
      throw new DaemonError(options.name, `could not be started (${error.message})`, logFile);
    }
    options.manifest.recordProcess(options.name, pid);
    const daemon = new Daemon(options.name, child, pid, logFile, options.entered ?? false);
    if (options.ready !== undefined) await daemon.#becomeReady(options.ready, options.patience ?? 20_000, before);
    return daemon;
  }

  get running(): boolean {
    return this.#exit === undefined;
  }

  /** Waits for a line of the log that matches, from byte `from` on. Rejects with DaemonError when the program ends before. */
  async waitForLine(pattern: RegExp, signal: AbortSignal, from = 0): Promise<string> {
    for await (const text of growingText(this.logFile, from, signal, this.exited)) {
      const line = text.split('\n').find((candidate) => pattern.test(candidate));
      if (line !== undefined) return line;
      if (!this.running) throw new DaemonError(this.name, `ended without a line that matches ${pattern}`, this.logFile);
    }
    throw new DaemonError(this.name, `printed no line that matches ${pattern}`, this.logFile);
  }

  /** Sends a signal to the program alone (not to its children). */
  signal(signal: NodeJS.Signals): void {
    if (this.running) process.kill(this.program, signal);
  }

  /** Asks the program to end (SIGTERM, to its group as well unless it was entered), and kills it after `grace` milliseconds. */
  async stop(grace = 5_000): Promise<Exit> {
    if (this.#entered) this.signal('SIGTERM');
    else this.#signalGroup('SIGTERM');
    const patience = new AbortController();
    const late = delay(grace, undefined, { signal: patience.signal }).then(
      () => this.#signalGroup('SIGKILL'),
      () => {},
    );
    const exit = await this.#ended();
    patience.abort();
    await late;
    return exit;
  }

  /** Process id of the program itself. */
  get program(): number {
    if (!this.#entered) return this.pid;
    const children = readFileSync(`/proc/${this.pid}/task/${this.pid}/children`, 'utf8').trim();
    return children === '' ? this.pid : Number(children.split(' ')[0]);
  }

  /** Kills the program and its children. */
  kill(): Promise<Exit> {
    this.#signalGroup('SIGKILL');
    return this.#ended();
  }

  // The child does not keep the event loop alive (see the constructor), so something else must while its end is awaited.
  async #ended(): Promise<Exit> {
    const alive = setInterval(() => {}, 60_000);
    try {
      return await this.exited;
    } finally {
      clearInterval(alive);
    }
  }

  #signalGroup(signal: NodeJS.Signals): void {
    if (!this.running) return;
    try {
      process.kill(-this.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }

  async #becomeReady(readiness: Readiness, patience: number, logOffset: number): Promise<void> {
    const signal = AbortSignal.timeout(patience);
    try {
      if (readiness.kind === 'line') await this.waitForLine(readiness.pattern, signal, logOffset);
      else await this.#accepts(readiness, signal);
    } catch (error) {
      this.#signalGroup('SIGKILL');
      if (error instanceof DaemonError) throw error;
      throw new DaemonError(this.name, `was not ready after ${patience} ms`, this.logFile);
    }
  }

  // A server's socket appears without an event that could be waited for, so connecting is tried with a growing pause.
  async #accepts(readiness: Exclude<Readiness, { kind: 'line' }>, signal: AbortSignal): Promise<void> {
    for (let pause = 2; ; pause = Math.min(pause * 1.5, 100)) {
      if (await accepts(readiness)) return;
      if (!this.running) throw new DaemonError(this.name, 'ended at once', this.logFile);
      await delay(pause, undefined, { signal });
    }
  }
}

function accepts(readiness: Exclude<Readiness, { kind: 'line' }>): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = readiness.kind === 'socket' ? connect(readiness.path) : connect(readiness.port, readiness.host);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

// The text of a file from an offset on: once at the start, and again each time that the file changes or the writer ends.
async function* growingText(
  file: string,
  from: number,
  signal: AbortSignal,
  ended: Promise<unknown>,
): AsyncGenerator<string> {
  let wake: () => void = () => {};
  let changed = false;
  const notice = (): void => {
    changed = true;
    wake();
  };
  const watcher = watch(dirname(file), (_, name) => {
    if (name === null || name === basename(file)) notice();
  });
  signal.addEventListener('abort', notice, { once: true });
  void ended.then(notice);
  try {
    for (;;) {
      changed = false;
      yield readFileSync(file).subarray(from).toString('utf8');
      if (signal.aborted) return;
      if (!changed) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    watcher.close();
    signal.removeEventListener('abort', notice);
  }
}

/** The last `count` lines of a file; empty when it can't be read. */
export function tail(file: string, count: number): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return '';
  }
}
