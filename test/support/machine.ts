// A machine of its own within this machine: mount, process, host name, IPC and control group namespaces around a bed's network namespace.
// Its /etc, /opt, /var/lib and /var/log belong to it and survive a power cut, its /run does not.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type CgroupHierarchy,
  CgroupsUnsupportedError,
  cgroupHierarchies,
  cgroupRoot,
  inCgroups,
  makeCgroup,
  removeCgroup,
} from './cgroups.ts';
import { type CommandOutput, type RunOptions, run } from './command.ts';
import type { Manifest } from './manifest.ts';
import { Daemon } from './processes.ts';

/** How {@link Machine.boot} starts a machine. */
export interface MachineOptions {
  readonly manifest: Manifest;
  /** Its host name. */
  readonly name: string;
  /** Its network namespace, which is made and removed by others. */
  readonly netns: string;
  /** Its disk: what is in it when it boots is what was in it before. */
  readonly directory: string;
  /** Folders of this machine's that it shall see at other places as well: place inside → folder. */
  readonly binds?: Readonly<Record<string, string>>;
}

/**
 * What a kubelet sets for a whole machine. Files with these values lie over the real ones in the machine's mount namespace: the
 * kubelet finds what it wants, and this machine stays as it is.
 */
const sysctls: Readonly<Record<string, string>> = {
  'vm/overcommit_memory': '1',
  'vm/panic_on_oom': '0',
  'kernel/panic': '10',
  'kernel/panic_on_oops': '1',
  'kernel/keys/root_maxkeys': '1000000',
  'kernel/keys/root_maxbytes': '25000000',
};

/** Milliseconds within which the processes of a machine that lost its power are gone. */
const deathPatience = 60_000;

/** A running machine. */
export class Machine {
  readonly name: string;
  /** Process id, as this machine counts, of the machine's process 1. */
  readonly init: number;
  readonly #daemon: Daemon;
  readonly #cgroups: readonly string[];

  private constructor(name: string, init: number, daemon: Daemon, cgroups: readonly string[]) {
    this.name = name;
    this.init = init;
    this.#daemon = daemon;
    this.#cgroups = cgroups;
  }

  /**
   * Switches a machine on. Nothing runs on it but a process 1 that collects dead children.
   * @throws CgroupsUnsupportedError where that can't be
   */
  static async boot(options: MachineOptions): Promise<Machine> {
    const { manifest, name, netns, directory } = options;
    const hierarchies = cgroupHierarchies();
    if (hierarchies.length === 0) throw new CgroupsUnsupportedError();
    const group = `${manifest.prefix}-${name}`;
    for (const hierarchy of hierarchies) manifest.recordCgroup(join(hierarchy.own, group));
    const cgroups = hierarchies.map((hierarchy) => makeCgroup(hierarchy, group));
    const unshare = ['unshare', '--mount', '--uts', '--ipc', '--cgroup', '--pid', '--mount-proc', '--fork'];
    const command = ['ip', 'netns', 'exec', netns, ...unshare, '--kill-child=KILL', 'catatonit', '-P'];
    const [daemon, fstab] = await Promise.all([
      Daemon.start({ name: 'machine', manifest, command: inCgroups(cgroups, command), logDirectory: directory }),
      writeFileSystems(options, hierarchies),
    ]);
    const machine = new Machine(name, await findInit(daemon), daemon, cgroups);
    await machine.exec('mount', ['--all', '--no-mtab', '--fstab', fstab]);
    // Containers may ask for mounts of the machine to appear in them, and the other way round.
    await machine.exec('mount', ['--make-rshared', '/']);
    // Programs like nft and ip lock and name things here.
    await machine.exec('mkdir', ['/run/lock', '/run/netns']);
    await machine.exec('hostname', [name]);
    return machine;
  }

  /** The argument array that runs a program on the machine. `nsenter` stays as the program's parent and takes over its exit status. */
  command(command: readonly string[]): readonly string[] {
    return ['nsenter', '-t', String(this.init), '-m', '-u', '-i', '-n', '-p', '-C', '--', ...command];
  }

  /** The same for programs that run for long: these belong to the machine's control groups as well. */
  daemonCommand(command: readonly string[]): readonly string[] {
    return inCgroups(this.#cgroups, this.command(command));
  }

  /** Runs a program on the machine until it ends. */
  exec(program: string, args: readonly string[], options: Omit<RunOptions, 'netns'> = {}): Promise<CommandOutput> {
    const [file = '', ...rest] = this.command([program, ...args]);
    return run(file, rest, options);
  }

  /** Cuts the power: every process of the machine is killed, its disk stays. */
  async powerOff(): Promise<void> {
    await this.#daemon.kill();
    const deadline = performance.now() + deathPatience;
    // The kernel tells nobody when the last process has left a group of version 1.
    for (let pause = 5; this.#cgroups.some((path) => !removeCgroup(path)); pause = Math.min(pause * 1.5, 100)) {
      if (performance.now() > deadline)
        throw new Error(`processes of ${this.name} are still alive after its power was cut`);
      await delay(pause);
    }
  }
}

// The file systems of the machine, in the order in which they are mounted: fstab(5).
async function writeFileSystems(options: MachineOptions, hierarchies: readonly CgroupHierarchy[]): Promise<string> {
  const { directory, binds = {} } = options;
  const disk = async (...names: readonly string[]): Promise<string> => {
    const path = join(directory, 'disk', ...names);
    await mkdir(path, { recursive: true });
    return path;
  };
  const lines = [`${options.netns}-cgroup ${cgroupRoot} tmpfs mode=755`];
  for (const { controllers, folder } of hierarchies) {
    const what = controllers.startsWith('name=') ? `none,${controllers}` : controllers;
    lines.push(`${options.netns}-cgroup ${join(cgroupRoot, folder)} cgroup ${what},x-mount.mkdir`);
  }
  lines.push(`${options.netns}-run /run tmpfs mode=755`);
  for (const place of ['/var/lib', '/var/log']) lines.push(`${await disk(place)} ${place} none bind`);
  for (const place of ['/etc', '/opt']) {
    const [upper, work] = [await disk(`${place}-upper`), await disk(`${place}-work`)];
    lines.push(`overlay ${place} overlay lowerdir=${place},upperdir=${upper},workdir=${work}`);
  }
  for (const [place, folder] of Object.entries(binds)) {
    await mkdir(folder, { recursive: true });
    lines.push(`${folder} ${place} none bind,x-mount.mkdir`);
  }
  for (const [name, value] of Object.entries(sysctls)) {
    const file = join(await disk('sysctl'), name.replaceAll('/', '_'));
    await writeFile(file, `${value}\n`);
    lines.push(`${file} /proc/sys/${name} none bind`);
  }
  const fstab = join(directory, 'fstab');
  await writeFile(fstab, `${lines.join('\n')}\n`);
  return fstab;
}

// The process 1 of the machine: the only child of unshare. There is no event for its birth.
async function findInit(daemon: Daemon): Promise<number> {
  const deadline = performance.now() + 60_000;
  for (let pause = 2; ; pause = Math.min(pause * 1.5, 50)) {
    const children = await readFile(`/proc/${daemon.pid}/task/${daemon.pid}/children`, 'utf8').catch(() => '');
    const pid = Number(children.trim().split(' ')[0]);
    // Before it has become the program it may still be on its way into the namespaces.
    const program = pid > 0 ? await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '') : '';
    if (program.trim() === 'catatonit') return pid;
    if (!daemon.running || performance.now() > deadline) {
      throw new Error(`machine could not be started: ${await readFile(daemon.logFile, 'utf8')}`);
    }
    await delay(pause);
  }
}
