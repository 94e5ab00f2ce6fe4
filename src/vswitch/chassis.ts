/**
 * What makes a node a chassis: entries of `Open_vSwitch.external_ids`, from which ovn-controller takes its name, its database and
 * its tunnels. What is not known (no NetworkConfig yet, no address) is left as it is found: unknown is not absent.
 */
import { defaultName } from '../api/index.ts';
import { formatAddress, parseAddress } from '../net/address.ts';
import { type Contribution, nothing, type Translation } from '../reconcile/output.ts';
import type { World } from '../store/store.ts';
import { configOf } from '../topology/join-network.ts';
import { type AgentInputs, local } from './facts.ts';
import { bridgeMappingsKey, chassisKeys } from './managed.ts';
import { bridgeMappings } from './uplink.ts';

/** `ovn-encap-type` of each encapsulation. */
const encapTypes = { Geneve: 'geneve', VXLAN: 'vxlan' } as const;

/** The encapsulation of a node's tunnels: its own setting, else the installation's. */
export function encapsulationOf(world: World<AgentInputs>, node: string): 'Geneve' | 'VXLAN' {
  return (
    world.get('NodeNetwork', node)?.spec.tunnel?.encapsulation ??
    world.get('NetworkConfig', defaultName)?.spec.encapsulation ??
    'Geneve'
  );
}

/** The address that a node's tunnels shall have: its own setting, else the Node's first InternalIP. */
export function wantedTunnelAddress(world: World<AgentInputs>, node: string): string | undefined {
  return world.get('NodeNetwork', node)?.spec.tunnel?.address ?? world.get('Node', node)?.internalAddresses[0];
}

/** The address of a node's tunnels. A setting that the node does not have leaves what is in force: a typing error cuts nobody off. */
export function tunnelAddressOf(world: World<AgentInputs>, node: string): string | undefined {
  const own = world.get('NodeNetwork', node)?.spec.tunnel?.address;
  if (own !== undefined && !hasAddress(world, own)) return world.get('OpenVSwitch', local)?.present['ovn-encap-ip'];
  return wantedTunnelAddress(world, node);
}

/** Whether an interface of this node has an address. */
export function hasAddress(world: World<AgentInputs>, text: string): boolean {
  const address = parseAddress(text);
  const canonical = address && formatAddress(address);
  return world.get('Host', local)?.addresses.some((each) => each.address === canonical) ?? false;
}

/** The entries of the local database that are ours. */
export function translateChassis(world: World<AgentInputs>): Translation {
  const database = world.get('OpenVSwitch', local);
  const host = world.get('Host', local);
  if (!database || !host) return { resolved: false, output: nothing };
  const config = configOf(world);
  const southbound = host.southbound ?? config?.spec.database?.southbound;
  const known: Readonly<Record<(typeof chassisKeys)[number], string | undefined>> = {
    // Ports are bound to chassis by this name: a name that exists is never changed.
    'system-id': database.present['system-id'] ?? host.node,
    hostname: host.node,
    'ovn-remote': southbound?.join(','),
    'ovn-encap-type': config ? encapTypes[encapsulationOf(world, host.node)] : undefined,
    'ovn-encap-ip': tunnelAddressOf(world, host.node),
    'ovn-bridge-datapath-type': host.datapath === 'Userspace' ? 'netdev' : 'system',
  };
  const entry = (column: string, element: string, value: string | undefined): readonly Contribution[] =>
    value === undefined ? [] : [{ table: 'Open_vSwitch', row: database.root, column, element, value }];
  return {
    resolved: true,
    output: {
      rows: [],
      contributions: [
        ...chassisKeys.flatMap((key) => entry('external_ids', key, known[key] ?? database.present[key])),
        ...entry('external_ids', bridgeMappingsKey, bridgeMappings(world)),
      ],
    },
  };
}
