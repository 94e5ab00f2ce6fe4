// One of the programs under test, running in a bed: the controller or an agent, bundled by "make build".
import { setTimeout as delay } from 'node:timers/promises';
import { CommandError, run } from './command.ts';
import type { Machine } from './machine.ts';
import { Daemon, DaemonError, type DaemonOptions, type Exit } from './processes.ts';

/** How {@link Program.start} starts a program. */
export interface ProgramOptions extends Omit<DaemonOptions, 'ready' | 'patience' | 'netns' | 'entered'> {
  readonly netns: string;
  /** The machine that it runs on, when its network namespace belongs to one. */
  readonly machine?: Machine | undefined;
  /** Port on the namespace's loopback at which the program serves /healthz, /readyz and /metrics. */
  readonly healthPort: number;
}

/** An HTTP answer of a program. */
export interface HealthAnswer {
  readonly status: number;
  readonly body: string;
}

/** A running program. */
export class Program {
  readonly daemon: Daemon;
  readonly #netns: string;
  readonly #healthPort: number;

  private constructor(daemon: Daemon, netns: string, healthPort: number) {
    this.daemon = daemon;
    this.#netns = netns;
    this.#healthPort = healthPort;
  }

  /** Starts the program; it is not ready yet. */
  static async start(options: ProgramOptions): Promise<Program> {
    const { machine, netns, healthPort, ...daemon } = options;
    const place =
      machine === undefined ? { netns } : { command: machine.daemonCommand(options.command), entered: true };
    return new Program(await Daemon.start({ ...daemon, ...place }), netns, healthPort);
  }

  /** Asks one of the program's HTTP paths; undefined when nothing answers. */
  async get(path: string): Promise<HealthAnswer | undefined> {
    const request = `GET ${path} HTTP/1.0\r\nHost: localhost\r\nConnection: close\r\n\r\n`;
    try {
      const args = ['-t', '5', '-', `TCP:127.0.0.1:${this.#healthPort}`];
      const { stdout } = await run('socat', args, { netns: this.#netns, input: request, timeout: 10_000 });
      const status = Number(/^HTTP\/1\.\d (\d{3})/.exec(stdout)?.[1] ?? 0);
      return status === 0 ? undefined : { status, body: stdout.slice(stdout.indexOf('\r\n\r\n') + 4) };
    } catch (error) {
      if (error instanceof CommandError) return undefined;
      throw error;
    }
  }

  /**
   * Waits until /readyz answers 200.
   * @throws DaemonError with what /readyz last said, when the program ends or is not ready in time
   */
  async ready(seconds = 30): Promise<this> {
    const deadline = performance.now() + seconds * 1000;
    for (let pause = 20; ; pause = Math.min(pause * 1.5, 200)) {
      const answer = await this.get('/readyz');
      if (answer?.status === 200) return this;
      const { name, running, logFile } = this.daemon;
      if (!running) throw new DaemonError(name, 'ended before it was ready', logFile);
      if (performance.now() > deadline) {
        throw new DaemonError(
          name,
          `was not ready after ${seconds} s (/readyz: ${answer?.body ?? 'no answer'})`,
          logFile,
        );
      }
      await delay(pause);
    }
  }

  /** The value of a metric without labels, or the sum over its labels; undefined when there is none of this name. */
  async metric(name: string): Promise<number | undefined> {
    const answer = await this.get('/metrics');
    const lines = (answer?.body ?? '')
      .split('\n')
      .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`));
    return lines.length === 0
      ? undefined
      : lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
  }

  /** Asks the program to end (SIGTERM), as Kubernetes does; kills it after `grace` milliseconds. */
  stop(grace = 10_000): Promise<Exit> {
    return this.daemon.stop(grace);
  }

  /** Kills the program (SIGKILL). */
  kill(): Promise<Exit> {
    return this.daemon.kill();
  }

  /** Suspends the program (SIGSTOP): it sleeps through whatever happens. */
  pause(): void {
    this.daemon.signal('SIGSTOP');
  }

  /** Lets a suspended program go on. */
  resume(): void {
    this.daemon.signal('SIGCONT');
  }
}
