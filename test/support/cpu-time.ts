// How much processor time the programs of a cluster have used: what an experiment costs, and whom.
import { readFileSync } from 'node:fs';
import type { Cluster } from './cluster.ts';
import type { Daemon } from './processes.ts';

/** Ticks of `utime` and friends per second: USER_HZ, 100 on every architecture of Linux. */
const ticks = 100;

/** Seconds of processor time by program since each began; children that have ended are told apart: plugins and shims of containerd. */
export function cpuTimes(cluster: Cluster): ReadonlyMap<string, number> {
  const { bed } = cluster;
  const daemons: (readonly [string, Daemon])[] = [
    ['controller', cluster.controller.daemon],
    ...(['ovn-northd', 'northbound', 'southbound'] as const).map((name) => [name, bed.central.daemon(name)] as const),
    ...bed.nodes.flatMap((node) => [
      ...(['ovn-controller', 'ovs-vswitchd', 'ovsdb-server'] as const).map(
        (name) => [`${node.name} ${name}`, node.daemon(name)] as const,
      ),
      [`${node.name} kubelet`, node.kubelet.kubelet] as const,
      [`${node.name} containerd`, node.kubelet.containerd] as const,
    ]),
    ...[...cluster.agents].map(([node, agent]) => [`${node} agent`, agent.daemon] as const),
  ];
  return new Map(
    daemons.flatMap(([name, daemon]) => {
      const { own, ended } = timesOf(daemon.program);
      return name.endsWith('containerd')
        ? [
            [name, own],
            [`${name}'s children`, ended],
          ]
        : [[name, own]];
    }),
  );
}

/** Seconds that each program used between two measurements. */
export function cpuUsed(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  return new Map([...after].map(([name, seconds]) => [name, seconds - (before.get(name) ?? 0)]));
}

/** Resident memory of a program in MiB. */
export function residentMiB(daemon: Daemon): number {
  const status = readFileSync(`/proc/${daemon.program}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

/** Seconds of processor time of a process and its children since each began, in hundredths. */
export function processorSeconds(pid: number): number {
  return timesOf(pid).own;
}

// A daemon with a monitor does its work in a child; what lives below containerd are not its children.
function timesOf(pid: number): { readonly own: number; readonly ended: number } {
  const { own, ended } = read(pid);
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  return { own: children.reduce((sum, child) => sum + read(child).own, own), ended };
}

// proc(5), /proc/PID/stat: after the name in parentheses the third field follows; utime is the 14th.
function read(pid: number): { readonly own: number; readonly ended: number } {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15).map(Number);
  return { own: (utime + stime) / ticks, ended: (cutime + cstime) / ticks };
}
