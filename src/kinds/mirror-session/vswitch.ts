/** A MirrorSession in a node's Open vSwitch: its ports on the integration bridge, and its mirror where ovn-controller makes none. */
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
  const bridge = world.get('OpenVSwitch', local)?.bridge;
  if (bridge === undefined) return { resolved: false, output: nothing };
  const owner = `MirrorSession/${key}`;
  const { output, input } = mirror;
  const selected = selectedPorts(owner, mirror);
  const trunks = mirror.ours ? new Set(marks(selected)) : undefined;
  return {
    resolved: true,
    output: {
      rows: [
        ...(output ? portRows(owner, bridge, { ...columns(world, output), ...(trunks ? { trunks } : {}) }) : []),
        ...(input ? portRows(owner, bridge, columns(world, input)) : []),
        ...(output && mirror.ours
          ? [mirrorRow(owner, bridge, mirror.name, selected, portId(owner, output.device))]
          : []),
      ],
      contributions: [],
    },
  };
}

function columns(world: World<AgentInputs>, { device, type, options, externalIds }: MirrorPort) {
  const request = requestedMirrorPort(device, world.get('Device', device)?.losses ?? 0);
  return {
    name: device,
    columns: {
      type,
      options: new Map(Object.entries(options)),
      external_ids: new Map(Object.entries(externalIds)),
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

function mirrorRow(owner: string, bridge: Uuid, name: string, { from, to }: Selected, output: Uuid): Row {
  return {
    table: 'Mirror',
    uuid: rowId(nodeInstallation, { table: 'Mirror', owner, key: name }),
    columns: { name, select_src_port: from, select_dst_port: to, output_port: output },
    parent: bridge,
  };
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
