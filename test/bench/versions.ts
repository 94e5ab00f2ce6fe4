// What was measured: the versions of programs and the machine, written beside every number.
import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { run } from '../support/command.ts';
import { containerRuntime } from '../support/container-runtime.ts';
import { kubernetesBinary } from '../support/kubernetes/build.ts';
import { chosenOvnVersion, ovnRoot } from '../support/ovn-root.ts';
import type { Facts } from './measurement.ts';

/** Debian's Python, which has the ovs package; another python3 may come first on the path. */
export const debianPython = '/usr/bin/python3';

/** This process. */
export const nodeVersion: Facts = { 'Node.js': process.version.slice(1) };

/** ovsdb-server of the chosen OVN. */
export async function ovsdbVersions(): Promise<Facts> {
  const root = await ovnRoot(chosenOvnVersion());
  const [line = ''] = (await run('ovsdb-server', ['--version'], { env: root.env })).stdout.split('\n');
  return { ...nodeVersion, OVN: chosenOvnVersion(), 'ovsdb-server': line.split(' ').at(-1) ?? '' };
}

/**
 * Path of etcd 3.5. With 3.4, Debian's, an API server can't ask for etcd's progress, and the first watches of a quiet collection are complete only
 * after ten seconds, whoever watches.
 */
export async function benchEtcd(): Promise<string> {
  return join((await containerRuntime()).bin, 'etcd');
}

/** The servers of Kubernetes and their flags beyond what every server of the tests has. */
export async function kubernetesVersions(etcd: 'ours' | "Debian's" = 'ours'): Promise<Facts> {
  const [server, store] = await Promise.all([
    kubernetesBinary('kube-apiserver').then((program) => run(program, ['--version'])),
    (etcd === 'ours' ? benchEtcd() : Promise.resolve('etcd')).then((program) => run(program, ['--version'])),
  ]);
  const flags = process.env.CONTROLLER_NODE_FLAGS;
  return {
    ...(flags ? { "the controller's Node.js flags": flags } : {}),
    'kube-apiserver': server.stdout.trim().split(' ').at(-1) ?? '',
    etcd: `${/etcd Version: (\S+)/.exec(store.stdout)?.[1] ?? ''}${etcd === 'ours' ? ' --unsafe-no-fsync' : ''}`,
  };
}

/** Debian's python3-openvswitch; `undefined` when it is not installed. */
export async function pythonVersions(): Promise<Facts | undefined> {
  const program =
    'import sys, ovs.version\ntry:\n import ovs._json; how = "C parser"\nexcept ImportError: how = "Python parser"\nprint(ovs.version.VERSION, how, sys.version.split()[0], sep="|")';
  try {
    const { stdout } = await run(debianPython, ['-c', program]);
    const [ovs = '', parser = '', python = ''] = stdout.trim().split('|');
    return { 'python3-openvswitch': `${ovs} (${parser})`, Python: python };
  } catch {
    return undefined;
  }
}

/** Processor, memory, kernel. */
export function machine(): Facts {
  const all = cpus();
  return {
    processor: `${all.length} × ${all[0]?.model.trim() ?? 'unknown'}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    Linux: release(),
  };
}

/** The commit of the working tree, with a plus sign when files differ from it. */
export function commit(): string {
  const git = (...args: readonly string[]): string => {
    try {
      return execFileSync('git', [...args], { cwd: import.meta.dirname, encoding: 'utf8' }).trim();
    } catch {
      return '';
    }
  };
  const dirty = git('status', '--porcelain', '--untracked-files=no', '--', '../../src', '../../operator', '.') !== '';
  return `${git('rev-parse', '--short', 'HEAD') || 'unknown'}${dirty ? '+' : ''}`;
}
