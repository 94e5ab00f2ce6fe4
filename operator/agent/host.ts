/** What the agent finds out about its node: which datapath packets take, which addresses and versions it has. */
import { existsSync } from 'node:fs';
import { release } from 'node:os';
import type { HostFacts } from '../../src/vswitch/facts.ts';
import { runCommand } from './command.ts';
import { isHostInterfaceName } from './host-interface-name.ts';
import type { Datapath } from './pod-link.ts';

/**
 * Which datapath ovs-vswitchd can use. `Open_vSwitch.datapath_types` lists the kernel's also where the kernel has none, so the
 * kernel is asked; what an administrator has set in the database goes first.
 * @param configured `Open_vSwitch.external_ids:ovn-bridge-datapath-type`
 */
export function detectDatapath(configured: string | undefined): Datapath {
  if (configured !== undefined) return configured === 'netdev' ? 'Userspace' : 'System';
  return existsSync('/sys/module/openvswitch') ? 'System' : 'Userspace';
}

/** The versions of what runs on the node; ovn-controller's when its program is installed beside the agent. */
export async function hostVersions(agent: string): Promise<HostFacts['versions']> {
  const text = await runCommand('ovn-controller', ['--version']).catch(() => '');
  const ovn = /ovn-controller\S* (\d+(\.\d+)+)/.exec(text)?.[1];
  return { agent, kernel: release(), ...(ovn === undefined ? {} : { ovn }) };
}

/** The global addresses of the node's own interfaces with their MTU, in a stable order. */
export async function hostAddresses(excluded: ReadonlySet<string>): Promise<HostFacts['addresses']> {
  const links = JSON.parse(await runCommand('ip', ['-j', 'address', 'show', 'scope', 'global'])) as readonly {
    readonly ifname?: string;
    readonly mtu?: number;
    readonly addr_info?: readonly { readonly local?: string }[];
  }[];
  return links
    .filter(({ ifname }) => ifname !== undefined && !isHostInterfaceName(ifname) && !excluded.has(ifname))
    .flatMap(({ mtu = 0, addr_info = [] }) => addr_info.flatMap(({ local }) => (local ? { address: local, mtu } : [])))
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}
