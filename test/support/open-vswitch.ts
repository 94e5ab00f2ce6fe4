// How an Open vSwitch of the bed is started: a node's, and the physical switch of the outside world.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.ts';
import type { OvnRoot } from './ovn-root.ts';
import type { DaemonOptions } from './processes.ts';

/** The daemons of an Open vSwitch. */
export type OpenVSwitchDaemon = 'ovsdb-server' | 'ovs-vswitchd';

/** Environment for every program that works on the Open vSwitch (and the ovn-controller) of a state folder. */
export function openVSwitchEnvironment(root: OvnRoot, directory: string): Readonly<Record<string, string>> {
  return {
    ...root.env,
    ...{ OVS_RUNDIR: directory, OVS_LOGDIR: directory, OVS_DBDIR: directory },
    ...{ OVN_RUNDIR: directory, OVN_LOGDIR: directory, OVN_DBDIR: directory },
  };
}

/** Command and readiness of one daemon of the Open vSwitch in a state folder; makes its database when there is none. */
export async function openVSwitchDaemon(
  name: OpenVSwitchDaemon,
  root: OvnRoot,
  directory: string,
): Promise<Required<Pick<DaemonOptions, 'command' | 'ready'>>> {
  const file = (stem: string): string => join(directory, stem);
  const socket = file('db.sock');
  if (name === 'ovs-vswitchd') {
    // --monitor: OVS 3.1.0's connection tracking aborts now and then when NAT is in use; the underlay runs through it as well.
    const command = ['ovs-vswitchd', `unix:${socket}`, `--unixctl=${file('ovs-vswitchd.ctl')}`, '--monitor'];
    return { command, ready: { kind: 'socket', path: file('ovs-vswitchd.ctl') } };
  }
  if (!existsSync(file('conf.db'))) {
    const env = openVSwitchEnvironment(root, directory);
    await run('ovsdb-tool', ['create', file('conf.db'), root.schema('vswitch')], { env });
  }
  const remotes = [`--remote=punix:${socket}`, '--remote=db:Open_vSwitch,Open_vSwitch,manager_options'];
  const command = ['ovsdb-server', file('conf.db'), ...remotes, `--unixctl=${file('ovsdb.ctl')}`];
  return { command, ready: { kind: 'socket', path: socket } };
}
