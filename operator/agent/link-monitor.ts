/**
 * Tells when links, addresses or routes of the node change: `ip monitor` as a child process, one line per change. The
 * agent's event source for healing ovn0; it interprets nothing, the listener reads what it needs.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../../src/log.ts';

/** How a {@link LinkMonitor} is set up. */
export type LinkMonitorOptions = {
  /** Called for each change, with ip's line; and once with an empty line when events may have been missed. */
  readonly onChange: (line: string) => void;
  readonly log: Log;
  /** First pause before a monitor that ended is started again, in milliseconds; it doubles up to 30 s. */
  readonly backOffMs?: number;
};

/** Watches the network namespace that the process is in. */
export class LinkMonitor {
  readonly #options: LinkMonitorOptions;
  readonly #stopping = new AbortController();
  #child: ChildProcess | undefined;
  #ended: Promise<void> = Promise.resolve();

  constructor(options: LinkMonitorOptions) {
    this.#options = options;
  }

  /** Resolves when changes are seen from now on; rejects if the first monitor can't be started. */
  async start(): Promise<void> {
    const first = await this.#spawn();
    this.#ended = this.#supervise(first);
  }

  /** Ends the child and resolves when it is gone. No change is told after that. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#child?.kill('SIGTERM');
    await this.#ended;
  }

  /** Starts one monitor; resolves with the promise of its end once it listens. */
  async #spawn(): Promise<{ readonly ended: Promise<void> }> {
    const child = spawn('ip', ['-o', 'monitor', 'link', 'address', 'route'], { stdio: ['ignore', 'pipe', 'inherit'] });
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
      throw new Error('ip monitor can not be started: is iproute2 installed?');
    }
    await listening(child, child.pid);
    return { ended };
  }

  async #supervise(first: { readonly ended: Promise<void> }): Promise<void> {
    const { signal } = this.#stopping;
    let running: { readonly ended: Promise<void> } | undefined = first;
    let pause = this.#options.backOffMs ?? 500;
    while (!signal.aborted) {
      if (running) {
        await running.ended;
        if (signal.aborted) return;
        this.#options.log.warn('the watch of links ended and is started again');
      }
      await delay(pause, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      pause = Math.min(pause * 2, 30_000);
      running = await this.#spawn().catch((error: unknown) => {
        this.#options.log.warn('the watch of links can not be started', { error });
        return undefined;
      });
      if (running && !signal.aborted) this.#options.onChange('');
    }
    await running?.ended;
  }
}

/**
 * Waits until the child's netlink socket has joined its groups: `ip monitor` itself says nothing when it is ready, and
 * what happens before is lost. /proc/net/netlink lists the sockets with their groups and inodes, /proc/PID/fd says
 * which inodes are the child's (proc(5)).
 */
async function listening(child: ChildProcess, pid: number): Promise<void> {
  for (let attempt = 0; attempt < 400 && child.exitCode === null; attempt += 1) {
    const [table, inodes] = await Promise.all([readFile('/proc/net/netlink', 'utf8'), socketInodes(pid)]);
    const joined = table.split('\n').some((row) => {
      // sk Eth Pid Groups Rmem Wmem Dump Locks Drops Inode; Eth 0 is NETLINK_ROUTE
      const columns = row.trim().split(/\s+/);
      return columns[1] === '0' && Number.parseInt(columns[3] ?? '0', 16) !== 0 && inodes.has(columns.at(-1) ?? '');
    });
    if (joined) return;
    await delay(5);
  }
  child.kill('SIGTERM');
  throw new Error('ip monitor did not begin to listen');
}

/** The inodes of a process's sockets; none if it has ended. */
async function socketInodes(pid: number): Promise<ReadonlySet<string>> {
  const folder = `/proc/${pid}/fd`;
  const names = await readdir(folder).catch(() => []);
  const targets = await Promise.all(names.map((name) => readlink(`${folder}/${name}`).catch(() => '')));
  return new Set(targets.flatMap((target) => /^socket:\[([0-9]+)\]$/.exec(target)?.[1] ?? []));
}
