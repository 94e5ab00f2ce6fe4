// Control groups of a bed's machines: one child of the caller's own group in each hierarchy, so that the kubelets of several nodes do
// not meet in /kubepods and everything stays under the caller's own limits. Only version 1 so far (one hierarchy per controller).
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The root of all hierarchies. */
export const cgroupRoot = '/sys/fs/cgroup';

/** One hierarchy, cgroups(7), /proc/PID/cgroup. */
export interface CgroupHierarchy {
  /** Its controllers as they are mounted: `cpu`, `cpu,cpuacct`, `name=systemd`. */
  readonly controllers: string;
  /** Folder below {@link cgroupRoot}. */
  readonly folder: string;
  /** The group of this process there, as an absolute path. */
  readonly own: string;
}

/** This machine's control groups are of another version than those that the bed can make nodes with; tests are skipped with this text. */
export class CgroupsUnsupportedError extends Error {
  constructor() {
    super('this machine has control groups of version 2 only; real nodes are made with version 1');
    this.name = 'CgroupsUnsupportedError';
  }
}

/** The hierarchies of this machine; none on a machine with version 2 only, where nodes were never tried. */
export function cgroupHierarchies(): readonly CgroupHierarchy[] {
  const lines = readFileSync('/proc/self/cgroup', 'utf8').trim().split('\n');
  return lines.flatMap((line) => {
    const [, controllers = '', ...path] = line.split(':');
    if (controllers === '') return [];
    const folder = controllers.replace(/^name=/, '');
    return [{ controllers, folder, own: join(cgroupRoot, folder, path.join(':')) }];
  });
}

/**
 * Makes a group in one hierarchy.
 * @returns its path
 */
export function makeCgroup(hierarchy: CgroupHierarchy, name: string): string {
  const path = join(hierarchy.own, name);
  mkdirSync(path, { recursive: true });
  if (hierarchy.controllers.split(',').includes('cpuset')) {
    // Empty in a new group, and nobody can join one that is empty: cpuset(7).
    for (const file of ['cpuset.cpus', 'cpuset.mems'])
      writeFileSync(join(path, file), readFileSync(join(dirname(path), file)));
  }
  return path;
}

/**
 * Removes a group and all below it.
 * @returns false when something still lives in it: a process that was killed leaves its group a little later
 */
export function removeCgroup(path: string): boolean {
  if (!existsSync(path)) return true;
  try {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory()) removeCgroup(join(path, entry.name));
    }
    rmdirSync(path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return true;
    if (code === 'EBUSY' || code === 'ENOTEMPTY') return false;
    throw error;
  }
}

/** The argument array that runs a program inside groups: a shell that joins them and then becomes the program. */
export function inCgroups(paths: readonly string[], command: readonly string[]): readonly string[] {
  // The text is constant; everything that varies comes as an argument.
  const join = 'while [ "$1" != -- ]; do echo $$ > "$1/cgroup.procs" || exit 1; shift; done; shift; exec "$@"';
  return ['/bin/sh', '-c', join, 'sh', ...paths, '--', ...command];
}
