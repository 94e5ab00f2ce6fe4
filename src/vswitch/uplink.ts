/**
 * The bridge of a ProviderNetwork in a node's Open vSwitch: the node's network card and the bridge's own port. What the agent has to
 * give back to the card one day stands in `Bridge.external_ids`, so an agent that was killed in the middle of a move knows where it
 * was: `recallUplink` undoes `translateUplink`.
 */
import type { Row as ReplicaRow, Uuid } from '../ovsdb/index.ts';
import { nothing, type Translation } from '../reconcile/output.ts';
import { rowId } from '../reconcile/row-id.ts';
import type { Key, World } from '../store/store.ts';
import { type AgentInputs, local, type UplinkFacts, type UplinkMemory } from './facts.ts';
import { bridgeKeys, nodeInstallation } from './managed.ts';
import { portRows } from './port.ts';

/** Who owns the rows of a ProviderNetwork's bridge. */
export const uplinkOwner = (network: string): string => `Uplink/${network}`;

/** Whether the network card is a port of the bridge, and OVN may use it. */
export function isAttached({ memory }: UplinkFacts): boolean {
  return memory?.step === 'moving' || memory?.step === 'moved';
}

/** The memory as it stands in the database. */
export const memoryText = (memory: UplinkMemory): string => JSON.stringify(memory);

/** The rows of one bridge. */
export function translateUplink(world: World<AgentInputs>, network: Key): Translation {
  const facts = world.get('Uplink', network);
  if (!facts?.memory) return { resolved: true, output: nothing };
  const root = world.get('OpenVSwitch', local)?.root;
  const host = world.get('Host', local);
  if (root === undefined || !host) return { resolved: false, output: nothing };
  const owner = uplinkOwner(network);
  const { bridge: name, memory } = facts;
  const bridge = bridgeId(network, name);
  const mtu = memory.mtuWanted === undefined ? {} : { mtu_request: memory.mtuWanted };
  return {
    resolved: true,
    output: {
      rows: [
        {
          table: 'Bridge',
          uuid: bridge,
          parent: root,
          columns: {
            name,
            datapath_type: host.datapath === 'Userspace' ? 'netdev' : 'system',
            fail_mode: 'standalone',
            // The node goes on under the MAC that its neighbours and the physical switch know.
            other_config: new Map([[bridgeKeys.mac, memory.mac]]),
            external_ids: new Map([[bridgeKeys.memory, memoryText(memory)]]),
          },
        },
        ...portRows(owner, bridge, { name, columns: { type: 'internal', ...mtu } }),
        ...(isAttached(facts) ? portRows(owner, bridge, { name: memory.interface, columns: mtu }) : []),
      ],
      contributions: [],
    },
  };
}

/** The ProviderNetwork and the facts that a row of the table Bridge tells of; `undefined` if it is none of ours, or was damaged. */
export function recallUplink(owner: string, row: ReplicaRow): { network: string; facts: UplinkFacts } | undefined {
  const { name, external_ids: ids } = row;
  const network = owner.startsWith('Uplink/') ? owner.slice('Uplink/'.length) : undefined;
  const text = ids instanceof Map ? ids.get(bridgeKeys.memory) : undefined;
  if (network === undefined || typeof name !== 'string' || typeof text !== 'string') return undefined;
  try {
    const memory = JSON.parse(text) as UplinkMemory;
    return {
      network,
      facts: { interface: memory.interface, bridge: name, memory, state: undefined, message: undefined },
    };
  } catch {
    return undefined;
  }
}

/** `Open_vSwitch.external_ids:ovn-bridge-mappings`: what others map, then our ProviderNetworks; `undefined` when there is none. */
export function bridgeMappings(world: World<AgentInputs>): string | undefined {
  const foreign = world.get('OpenVSwitch', local)?.foreignMappings ?? [];
  const own = world.all('Uplink').flatMap((network) => {
    const facts = world.get('Uplink', network);
    return facts && isAttached(facts) ? [`${network}:${facts.bridge}`] : [];
  });
  const all = [...new Set([...foreign, ...own])];
  return all.length === 0 ? undefined : all.join(',');
}

/** UUID of a bridge: its name is an immutable column, so it is part of the key. */
function bridgeId(network: string, name: string): Uuid {
  return rowId(nodeInstallation, { table: 'Bridge', owner: uplinkOwner(network), key: name });
}
