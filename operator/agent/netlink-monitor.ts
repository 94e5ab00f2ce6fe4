/**
 * Tells what a program that watches the kernel by netlink prints (`ip monitor`, `nft monitor`): a child process, one call per line. The
 * agent's way to be told of changes instead of asking again and again.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../../src/log.ts';

/** How a {@link NetlinkMonitor} is set up. */
export type NetlinkMonitorOptions = {
  /** The program and its arguments. */
  readonly command: readonly [program: string, ...args: string[]];
  /** What it watches, for the log: "links". */
  readonly subject: string;
  /** Number of the netlink protocol (netlink(7)): 0 is NETLINK_ROUTE, 12 NETLINK_NETFILTER. */
  readonly protocol: number;
  /** Called for each line, and once with an empty line when events may have been missed. */
  readonly onChange: (line: string) => void;
  readonly log: Log;
  /** First pause before a monitor that ended is started again, in milliseconds; it doubles up to 30 s. */
  readonly backOffMs?: number;
};

/** Watches the network namespace that the process is in. */
export class NetlinkMonitor {
  readonly #options: NetlinkMonitorOptions;
  readonly #stopping = new AbortController();
  #child: ChildProcess | undefined;
  #ended: Promise<void> = Promise.resolve();

  constructor(options: NetlinkMonitorOptions) {
    this.#options = options;
  }

  /** Resolves when changes are seen from now on; rejects if the first monitor can't be started. */
  async start(): Promise<void> {
    const first = await this.#spawn();
    this.#ended = this.#supervise(first);
  }

  /** Starts it, and tries again if that fails: for what the node can do without. */
  startSupervised(): void {
    this.#ended = this.#spawn()
      .catch((error: unknown) => this.#couldNotStart(error))
      .then((first) => this.#supervise(first));
  }

  /** Ends the child and resolves when it is gone. No change is told after that. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#child?.kill('SIGTERM');
    await this.#ended;
  }

  /** Starts one monitor; resolves with the promise of its end once it listens. */
  async #spawn(): Promise<{ readonly ended: Promise<void> }> {
    const [program, ...args] = this.#options.command;
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#child = child;
    const ended = new Promise<void>((resolve) => {
      child.on('close', () => resolve());
      child.on('error', () => resolve());
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!this.#stopping.signal.aborted) this.#options.onChange(line);
    });
    if (child.pid === undefined) {
      await ended;
      throw new Error(`${this.#options.command.join(' ')} can not be started: is ${program} installed?`);
    }
    await listening(child, child.pid, this.#options);
    return { ended };
  }

  async #supervise(first: { readonly ended: Promise<void> } | undefined): Promise<void> {
    const { signal } = this.#stopping;
    let running = first;
    let pause = this.#options.backOffMs ?? 500;
    while (!signal.aborted) {
      if (running) {
        await running.ended;
        if (signal.aborted) return;
        this.#options.log.warn(`the watch of ${this.#options.subject} ended and is started again`);
      }
      await delay(pause, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      pause = Math.min(pause * 2, 30_000);
      running = await this.#spawn().catch((error: unknown) => this.#couldNotStart(error));
      if (running && !signal.aborted) this.#options.onChange('');
    }
    await running?.ended;
  }

  #couldNotStart(error: unknown): undefined {
    this.#options.log.warn(`the watch of ${this.#options.subject} can not be started`, { error });
  }
}

/**
 * Waits until the child's netlink socket has joined its groups: such programs say nothing when they are ready, and what happens
 * before is lost. /proc/net/netlink lists the sockets with their groups and inodes, /proc/PID/fd says which inodes are the
 * child's (proc(5)).
 */
async function listening(
  child: ChildProcess,
  pid: number,
  { command, protocol }: NetlinkMonitorOptions,
): Promise<void> {
  for (let attempt = 0; attempt < 400 && child.exitCode === null; attempt += 1) {
    const [sockets, inodes] = await Promise.all([readFile('/proc/net/netlink', 'utf8'), socketInodes(pid)]);
    const joined = sockets.split('\n').some((row) => {
      // sk Eth Pid Groups Rmem Wmem Dump Locks Drops Inode; Eth is the protocol
      const columns = row.trim().split(/\s+/);
      const groups = Number.parseInt(columns[3] ?? '0', 16);
      return columns[1] === String(protocol) && groups !== 0 && inodes.has(columns.at(-1) ?? '');
    });
    if (joined) return;
    await delay(5);
  }
  child.kill('SIGTERM');
  throw new Error(`${command.join(' ')} did not begin to listen`);
}

/** The inodes of a process's sockets; none if it has ended. */
async function socketInodes(pid: number): Promise<ReadonlySet<string>> {
  const folder = `/proc/${pid}/fd`;
  const names = await readdir(folder).catch(() => []);
  const targets = await Promise.all(names.map((name) => readlink(`${folder}/${name}`).catch(() => '')));
  return new Set(targets.flatMap((target) => /^socket:\[([0-9]+)\]$/.exec(target)?.[1] ?? []));
}
