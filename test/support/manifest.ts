// What a test bed has made on this machine, written down before anything can go wrong: one JSON line per process, network
// namespace and control group in the bed's state folder. The bed's own teardown and the sweep after a crash both work from it.
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { removeCgroup } from './cgroups.ts';
import { run, runAtExit } from './command.ts';

/** A process by its id and start time; the pair names it for as long as the machine runs. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Start time in clock ticks since boot: proc(5), /proc/PID/stat, field 22. */
  readonly startTime: string;
}

type Entry =
  | { readonly kind: 'owner'; readonly process: ProcessIdentity; readonly boot: string }
  | { readonly kind: 'process'; readonly name: string; readonly process: ProcessIdentity }
  | { readonly kind: 'netns'; readonly name: string }
  | { readonly kind: 'cgroup'; readonly path: string }
  | { readonly kind: 'kept'; readonly label: string };

const prefix = 'sb';
const fileName = 'manifest.jsonl';

/** Start time of a running process; undefined when there is none with this id (a zombie counts as none). */
export function startTimeOf(pid: number): string | undefined {
  try {
    // The program's name in field 2 may hold spaces and parentheses: count from the last parenthesis.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function isAlive(identity: ProcessIdentity): boolean {
  return startTimeOf(identity.pid) === identity.startTime;
}

const bootId = (): string => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();

/**
 * Which beds without an owner a sweep removes: those whose owner crashed, those that were kept under a label (and no others), or
 * all of them. A bed whose owner lives is never removed.
 */
export type SweepChoice = 'crashed' | 'everything' | { readonly label: string };

/** The record of one bed. Its folder is the bed's state folder, its {@link Manifest.prefix} begins the bed's namespace names. */
export class Manifest {
  /** State folder; kept short because it holds unix sockets, whose paths are limited to 107 bytes. */
  readonly directory: string;
  /** First part of the name of each network namespace of the bed. */
  readonly prefix: string;

  private constructor(directory: string) {
    this.directory = directory;
    this.prefix = directory.slice(directory.lastIndexOf('/') + 1);
  }

  /** Makes a new state folder, owned by this process: when the process ends, also by a signal, what is recorded goes with it. */
  static create(): Manifest {
    for (;;) {
      const name = `${prefix}-${Math.random().toString(36).slice(2, 6).padEnd(4, '0')}`;
      const directory = join(tmpdir(), name);
      if (directory.length > 40)
        throw new Error(`the folder for temporary files is too long for unix sockets: ${tmpdir()}; set TMPDIR`);
      try {
        mkdirSync(directory, { mode: 0o755 });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
        throw error;
      }
      const manifest = new Manifest(directory);
      const startTime = startTimeOf(process.pid) ?? '';
      manifest.#append({ kind: 'owner', process: { pid: process.pid, startTime }, boot: bootId() });
      live.add(manifest);
      installExitHandlers();
      return manifest;
    }
  }

  /** The record in a state folder, for a helper process of the bed that makes namespaces or processes. */
  static open(directory: string): Manifest {
    return new Manifest(directory);
  }

  /** The beds whose owner is gone and that `choice` includes. */
  static leftovers(choice: SweepChoice): readonly Manifest[] {
    return readdirSync(tmpdir())
      .filter((name) => name.startsWith(`${prefix}-`) && existsSync(join(tmpdir(), name, fileName)))
      .map((name) => new Manifest(join(tmpdir(), name)))
      .filter((manifest) => manifest.#isOrphan(choice));
  }

  /** Writes down a process of the bed, right after it was started. */
  recordProcess(name: string, pid: number): void {
    const startTime = startTimeOf(pid);
    if (startTime !== undefined) this.#append({ kind: 'process', name, process: { pid, startTime } });
  }

  /** Writes down a network namespace, before it is made. */
  recordNetns(name: string): void {
    this.#append({ kind: 'netns', name });
  }

  /** Writes down a control group, before it is made. */
  recordCgroup(path: string): void {
    this.#append({ kind: 'cgroup', path });
  }

  /** Marks the bed as meant to outlive its owner: only a sweep that includes kept beds, or this label, removes it. */
  recordKept(label: string): void {
    this.#append({ kind: 'kept', label });
    live.delete(this);
  }

  /** Ends every process, deletes every namespace, every control group and the folder. */
  async remove(): Promise<void> {
    const netns = this.#netns();
    const targets = [...this.#processes(), ...(await processesIn(netns))];
    for (const target of targets) killGroup(target);
    const deadline = performance.now() + 5_000;
    let wait = 2;
    for (const target of targets) {
      // Not all of them are children of this process, so there is no exit event to wait for.
      while (isAlive(target) && performance.now() < deadline) {
        await delay(wait);
        wait = Math.min(wait * 2, 50);
      }
    }
    const present = new Set(await listNetns());
    const commands = netns.filter((name) => present.has(name)).map((name) => `netns del ${name}\n`);
    if (commands.length > 0) await run('ip', ['-batch', '-'], { input: commands.join('') });
    const left = (): readonly string[] => this.#cgroups().filter((path) => !removeCgroup(path));
    for (wait = 2; left().length > 0 && performance.now() < deadline; wait = Math.min(wait * 2, 50)) await delay(wait);
    rmSync(this.directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
    live.delete(this);
  }

  /** The same as {@link remove} without waiting, for the exit of the process. */
  removeAtExit(): void {
    for (const target of this.#processes()) killGroup(target);
    for (const name of this.#netns()) runAtExit('ip', ['netns', 'del', name]);
    const groups = this.#cgroups();
    // The killed need a moment to leave their groups; there is nothing to wait with but this.
    for (let tries = 0; tries < 100 && groups.some((path) => !removeCgroup(path)); tries += 1)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    rmSync(this.directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
  }

  #append(entry: Entry): void {
    appendFileSync(join(this.directory, fileName), `${JSON.stringify(entry)}\n`);
  }

  #entries(): readonly Entry[] {
    const text = existsSync(join(this.directory, fileName)) ? readFileSync(join(this.directory, fileName), 'utf8') : '';
    const lines = text.split('\n').slice(0, -1); // a line cut short by a crash has no newline
    return lines.map((line) => JSON.parse(line) as Entry);
  }

  #processes(): readonly ProcessIdentity[] {
    const entries = this.#entries();
    const rebooted = entries.some((entry) => entry.kind === 'owner' && entry.boot !== bootId());
    return rebooted
      ? []
      : entries.flatMap((entry) => (entry.kind === 'process' && isAlive(entry.process) ? [entry.process] : []));
  }

  #netns(): readonly string[] {
    return [...new Set(this.#entries().flatMap((entry) => (entry.kind === 'netns' ? [entry.name] : [])))];
  }

  #cgroups(): readonly string[] {
    return this.#entries().flatMap((entry) => (entry.kind === 'cgroup' ? [entry.path] : []));
  }

  #isOrphan(choice: SweepChoice): boolean {
    const entries = this.#entries();
    const label = entries.find((entry) => entry.kind === 'kept')?.label;
    const included = choice === 'everything' || (choice === 'crashed' ? label === undefined : label === choice.label);
    return (
      included && entries.every((entry) => entry.kind !== 'owner' || entry.boot !== bootId() || !isAlive(entry.process))
    );
  }
}

// The manifests of this process that have not been removed.
const live = new Set<Manifest>();
let installed = false;

// A test run that is interrupted takes its beds along.
function installExitHandlers(): void {
  if (installed) return;
  installed = true;
  process.on('exit', removeAll);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      removeAll();
      process.kill(process.pid, signal);
    });
  }
}

function removeAll(): void {
  for (const manifest of live) manifest.removeAtExit();
  live.clear();
}

/** Names of the network namespaces that exist on this machine. */
export async function listNetns(): Promise<readonly string[]> {
  const { stdout } = await run('ip', ['netns', 'list']);
  return stdout.split('\n').flatMap((line) => line.split(' ', 1)[0] || []);
}

// A process that a test started by hand in a bed's namespace is the bed's too: whoever made the namespace made its inhabitants.
async function processesIn(netns: readonly string[]): Promise<readonly ProcessIdentity[]> {
  const present = new Set(await listNetns());
  const found: ProcessIdentity[] = [];
  for (const name of netns.filter((candidate) => present.has(candidate))) {
    const { stdout } = await run('ip', ['netns', 'pids', name]);
    for (const pid of stdout.split('\n').filter(Boolean).map(Number)) {
      const startTime = startTimeOf(pid);
      if (startTime !== undefined && pid !== process.pid) found.push({ pid, startTime });
    }
  }
  return found;
}

// Daemons are started as leaders of their own process group, so their monitors and children go with them.
function killGroup(target: ProcessIdentity): void {
  if (!isAlive(target)) return;
  for (const pid of [-target.pid, target.pid]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // gone already, or not the leader of a group
    }
  }
}
