/** A node's attachments in Open vSwitch: one internal port per attached Vpc, which OVN binds to the node's port in the join switch. */
import { nodePortName } from '../../northbound/names.ts';
import { nothing, type Translation } from '../../reconcile/output.ts';
import type { World } from '../../store/store.ts';
import { nodeAttachments } from '../../topology/node-attachments.ts';
import { type AgentInputs, local } from '../../vswitch/facts.ts';
import { interfaceKeys } from '../../vswitch/managed.ts';
import { portRows } from '../../vswitch/port.ts';

/** Port numbers that are asked for after a loss: far above those that ovs-vswitchd gives by itself, below OpenFlow's reserved ones. */
const FIRST_REQUEST = 60_000;
const REQUESTS = 1_000;

/** The port number to ask for after so many losses; none before the first. */
export function requestedPort(losses: number): number | undefined {
  return losses === 0 ? undefined : FIRST_REQUEST + (losses % REQUESTS);
}

/** How many losses a port number that was asked for speaks of: how an agent that starts finds what it asked for in an earlier life. */
export function lossesOf(request: number | undefined): number {
  return request === undefined || request < FIRST_REQUEST ? 0 : request - FIRST_REQUEST;
}

/** The rows of a node's attachments. */
export function vswitch(world: World<AgentInputs>, node: string): Translation {
  const attachments = world.derive(nodeAttachments, node);
  const bridge = world.get('OpenVSwitch', local)?.bridge;
  if (!attachments || (bridge === undefined && attachments.length > 0)) return { resolved: false, output: nothing };
  const rows = attachments.flatMap((attachment) => {
    const request = requestedPort(world.get('Device', attachment.interface)?.losses ?? 0);
    return portRows(`NodeNetwork/${node}`, bridge, {
      name: attachment.interface,
      columns: {
        type: 'internal',
        mac: attachment.mac,
        mtu_request: attachment.mtu,
        ...(request === undefined ? {} : { ofport_request: request }),
        external_ids: new Map([[interfaceKeys.ifaceId, nodePortName(attachment.vpc, node)]]),
      },
    });
  });
  return { resolved: true, output: { rows, contributions: [] } };
}
