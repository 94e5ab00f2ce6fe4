/** A MirrorSession in a node's Open vSwitch: its ports on the integration bridge, and its mirror. */
import { createHash } from 'node:crypto';
import type { Uuid } from '../../ovsdb/index.ts';
import { nothing, type Row, type Translation } from '../../reconcile/output.ts';
import { rowId } from '../../reconcile/row-id.ts';
import type { World } from '../../store/store.ts';
import { type AgentInputs, local } from '../../vswitch/facts.ts';
import { nodeInstallation } from '../../vswitch/managed.ts';
import { type MirrorPort, mirrorMtu, type NodeMirror, nodeMirror, requestedMirrorPort } from '../../vswitch/mirrors.ts';
import { portId, portRows } from '../../vswitch/port.ts';

/** The rows of one session on this node. */
export function vswitch(world: World<AgentInputs>, key: string): Translation {
  const mirror = world.derive(nodeMirror, key);
  if (!mirror) return { resolved: true, output: nothing };
  const { bridge, mirrorFilters } = world.get('OpenVSwitch', local) ?? {};
  if (bridge === undefined) return { resolved: false, output: nothing };
  const owner = `MirrorSession/${key}`;
  const { output, input } = mirror;
  const selected = selectedPorts(owner, mirror);
  return {
    resolved: true,
    output: {
      rows: [
        ...portRows(owner, bridge, { ...columns(world, output), trunks: new Set(marks(selected)) }),
        ...(input ? portRows(owner, bridge, columns(world, input)) : []),
        ...mirrorRows(owner, bridge, mirror, selected, mirrorFilters === true),
      ],
      contributions: [],
    },
  };
}

function columns(world: World<AgentInputs>, { device, type, options }: MirrorPort) {
  const request = requestedMirrorPort(device, world.get('Device', device)?.losses ?? 0);
  return {
    name: device,
    columns: {
      type,
      options: new Map(Object.entries(options)),
      ...(type === 'internal' ? { mtu_request: mirrorMtu } : {}),
      ...(request === undefined ? {} : { ofport_request: request }),
    },
  };
}

/** Ports whose packets are copied: those that come from a port (`select_src_port`), and those that go to it (`select_dst_port`). */
interface Selected {
  readonly from: ReadonlySet<Uuid>;
  readonly to: ReadonlySet<Uuid>;
}

function selectedPorts(owner: string, { sources, direction, input }: NodeMirror): Selected {
  const pods = sources.map(({ sandbox, device }) => portId(`Sandbox/${sandbox}`, device));
  return {
    from: new Set([...(direction === 'Ingress' ? [] : pods), ...(input ? [portId(owner, input.device)] : [])]),
    to: new Set(direction === 'Egress' ? [] : pods),
  };
}

/**
 * From Open vSwitch 3.5 on a packet that comes back from conntrack counts as one more from its port, so what ports send is copied on its first
 * pass only, by a filter. What goes to a port has been to conntrack mostly, and goes there once: it has a mirror of its own, without one.
 * Before, there are no filters, and one mirror copies each packet once.
 */
function mirrorRows(
  owner: string,
  bridge: Uuid,
  { name, output }: NodeMirror,
  { from, to }: Selected,
  filters: boolean,
): readonly Row[] {
  const mirrorRow = (own: string, columns: Row['columns']): Row => ({
    table: 'Mirror',
    uuid: rowId(nodeInstallation, { table: 'Mirror', owner, key: own }),
    columns: { name: own, output_port: portId(owner, output.device), ...columns },
    parent: bridge,
  });
  if (!filters) return [mirrorRow(name, { select_src_port: from, select_dst_port: to })];
  const sent = { select_src_port: from, filter: 'recirc_id=0' };
  const received = { select_dst_port: to };
  if (to.size === 0) return [mirrorRow(name, sent)];
  if (from.size === 0) return [mirrorRow(name, received)];
  return [mirrorRow(name, sent), mirrorRow(`${name}-to`, received)];
}

/**
 * `Port.trunks` of the output: two numbers that change whenever the selection does. Copies go there whatever their VLAN; but ovs-vswitchd looks
 * at the flows that it has only when a port changes, and up to 3.1 packets of flows that exist would go on as before, copied or not. 0 keeps
 * its log quiet: untagged packets belong there.
 */
function marks({ from, to }: Selected): readonly number[] {
  const digest = createHash('sha1')
    .update([...from].sort().join(' '))
    .update('\0')
    .update([...to].sort().join(' '))
    .digest();
  return [0, 1 + (digest.readUInt16BE(0) % 2000), 2048 + (digest.readUInt16BE(2) % 2000)];
}
