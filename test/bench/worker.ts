// Measurements that need a process of their own: another one's heap and compiled code must not show in the numbers.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A forked file of this folder that answers each message with one. */
export class Worker {
  readonly #child: ChildProcess;
  readonly #name: string;

  private constructor(child: ChildProcess, name: string) {
    this.#child = child;
    this.#name = name;
  }

  /** Starts the file with arguments; it has the garbage collector at hand. */
  static start(file: string, args: readonly string[] = [], execArgv: readonly string[] = []): Worker {
    const child = fork(fileURLToPath(new URL(file, import.meta.url)), [...args], {
      execArgv: ['--import', 'tsx', '--expose-gc', ...execArgv],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    return new Worker(child, file);
  }

  /** Sends a message and waits for the answer; rejects when the process ends or is silent for so many seconds. */
  async ask<Answer>(message: unknown, seconds = 300): Promise<Answer> {
    const patience = AbortSignal.timeout(seconds * 1000);
    const ended = new AbortController();
    const onExit = (code: number | null) => ended.abort(new Error(`${this.#name} ended with code ${code}`));
    this.#child.once('exit', onExit);
    const signal = AbortSignal.any([patience, ended.signal]);
    const answer = once(this.#child, 'message', { signal });
    try {
      this.#child.send({ message });
      const [value] = (await answer) as [Answer];
      return value;
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    } finally {
      this.#child.off('exit', onExit);
    }
  }

  /** Ends the process; its servers go with it. */
  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.disconnect();
    const late = setTimeout(() => this.#child.kill('SIGKILL'), 15_000);
    await gone;
    clearTimeout(late);
  }
}

/** The worker's side: answers each message, in turn; ends when the parent lets go. */
export function serve(answer: (message: never) => Promise<unknown>, end: () => Promise<void> = async () => {}): void {
  let turn: Promise<unknown> = Promise.resolve();
  process.on('message', ({ message }: { message: unknown }) => {
    turn = turn.then(async () => process.send?.((await answer(message as never)) ?? null));
    turn.catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  });
  process.once('disconnect', () => void end().finally(() => process.exit(0)));
}

/** Collects garbage now, where the process was started with --expose-gc. */
export function collectGarbage(): void {
  (globalThis as { gc?: () => void }).gc?.();
}
