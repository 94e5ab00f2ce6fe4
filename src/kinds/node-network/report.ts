/** What `kubectl get vnode` shows: a node as its agent sees it. `attachments` is not in it, the controller writes that. */
import type { NodeNetworkProviderNetwork, Verdict, Verdicts } from '../../api/index.ts';
import { formatAddress, parseAddress } from '../../net/address.ts';
import { tunnelOverhead } from '../../net/tunnel.ts';
import type { World } from '../../store/store.ts';
import { nodeAttachments } from '../../topology/node-attachments.ts';
import { uplinksOfNode } from '../../topology/provider-networks.ts';
import { subnetNetwork } from '../../topology/subnets.ts';
import { type Finding, noNetworkConfig, verdict } from '../../topology/verdict.ts';
import { encapsulationOf, hasAddress, tunnelAddressOf, wantedTunnelAddress } from '../../vswitch/chassis.ts';
import { type AgentInputs, local, type UplinkFacts } from '../../vswitch/facts.ts';
import { uplinkOwner } from '../../vswitch/uplink.ts';

/** `message` of an entry of `status.providerNetworks`, in characters. */
const LONGEST_MESSAGE = 1024;

import { mirrorStates } from '../../vswitch/mirrors.ts';

/** What the agent says about its node. */
export interface NodeReport {
  readonly verdicts: Verdicts;
  /** Its fields of the status; `undefined` where nothing is known. */
  readonly status: Readonly<Record<string, unknown>>;
}

/** The report on a node; `undefined` while the agent has not looked at everything yet: what was said before stands. */
export function report(world: World<AgentInputs>, node: string): NodeReport | undefined {
  const database = world.get('OpenVSwitch', local);
  const host = world.get('Host', local);
  if (!host || (database?.connected && !hasLooked(world, node))) return undefined;
  const tunnel = tunnelOf(world, node);
  const uplinks = providerNetworks(world, node);
  const mirrors = mirrorStates(world);
  return {
    verdicts: {
      Accepted: { status: 'True', reason: 'Accepted', message: '' },
      ResolvedRefs: verdict('ResolvedRefs', missingReference(world, node)),
      Programmed: programmed(world, node),
      Ready: ready(world, node, tunnel?.mtu),
    },
    status: {
      chassis: database?.present['system-id'] ?? world.get('NodeNetwork', node)?.chassis,
      tunnel,
      versions: {
        agent: host.versions.agent,
        openvswitch: database?.version,
        ovn: host.versions.ovn,
        kernel: host.versions.kernel,
      },
      datapath: host.datapath,
      bridges: database?.bridges ?? [],
      providerNetworks: uplinks.length === 0 ? undefined : uplinks,
      ports: world.all('Sandbox').length,
      mirrors: mirrors.length === 0 ? undefined : mirrors,
    },
  };
}

/** Whether the line has been through a pass, and each attachment's device was looked at. */
function hasLooked(world: World<AgentInputs>, node: string): boolean {
  return (
    owners(node).every((owner) => world.get('Programming', owner) !== undefined) &&
    (world.derive(nodeAttachments, node) ?? []).every((each) => world.get('Device', each.interface) !== undefined) &&
    (world.derive(uplinksOfNode, node) ?? []).every((each) => world.get('Uplink', each.network) !== undefined) &&
    (!world.derive(nodeAttachments, node) || world.get('Filter', local) !== undefined)
  );
}

/** Who has rows or entries in the local database for the node itself. */
const owners = (node: string): readonly string[] => [`OpenVSwitch/${local}`, `NodeNetwork/${node}`];

/** The node's bridges of ProviderNetworks, by name of those. */
function providerNetworks(world: World<AgentInputs>, node: string): readonly NodeNetworkProviderNetwork[] {
  return world.all('Uplink').flatMap((name) => {
    const facts = world.get('Uplink', name);
    if (!facts) return [];
    const { state, message } = hasStarted(facts) ? facts : (saidBefore(world, node, name, facts) ?? facts);
    return [
      {
        ...{ name, interface: facts.interface },
        ...(facts.memory ? { bridge: facts.bridge } : {}),
        ...(state === undefined ? {} : { state }),
        ...(message === undefined ? {} : { message: message.slice(0, LONGEST_MESSAGE) }),
      },
    ];
  });
}

/** Whether the agent has looked at a card that is in its bridge: right after its start it has not, and while ovs-vswitchd is away it can't. */
const hasStarted = ({ memory, state, message }: UplinkFacts): boolean =>
  memory?.step !== 'moved' || state !== undefined || message !== undefined;

/** What the status says already. It stands: Gateways would leave the node for every restart of its agent. */
function saidBefore(world: World<AgentInputs>, node: string, network: string, { interface: card }: UplinkFacts) {
  return world
    .get('NodeNetwork', node)
    ?.providerNetworks.find((each) => each.name === network && each.interface === card);
}

/** The node's end of the tunnels, with the largest packet of a pod that they carry, in bytes. */
export function tunnelOf(
  world: World<AgentInputs>,
  node: string,
): { address: string; encapsulation: 'Geneve' | 'VXLAN'; mtu: number | undefined } | undefined {
  const text = tunnelAddressOf(world, node);
  const address = text === undefined ? undefined : parseAddress(text);
  if (!address) return undefined;
  const canonical = formatAddress(address);
  const encapsulation = encapsulationOf(world, node);
  const underlay = world.get('Host', local)?.addresses.find((each) => each.address === canonical)?.mtu;
  const mtu =
    underlay === undefined ? undefined : Math.max(0, underlay - tunnelOverhead[encapsulation][address.family]);
  return { address: canonical, encapsulation, mtu };
}

function missingReference(world: World<AgentInputs>, node: string): Finding | undefined {
  if (!world.get('Node', node))
    return {
      reason: 'NodeNotFound',
      message: `There is no Node ${node}. Delete this NodeNetwork, or correct its name.`,
    };
  if (!world.get('NetworkConfig', 'default')) return noNetworkConfig;
  const address = wantedTunnelAddress(world, node);
  if (address === undefined)
    return {
      reason: 'AddressNotOnNode',
      message: `Node ${node} has no InternalIP to tunnel from. Write one of its addresses into spec.tunnel.address.`,
    };
  if (!hasAddress(world, address))
    return {
      reason: 'AddressNotOnNode',
      message: `No interface of node ${node} has the address ${address}. Write one that it has into spec.tunnel.address.`,
    };
  return undefined;
}

function programmed(world: World<AgentInputs>, node: string): Verdict {
  const uplinks = world.all('Uplink').map(uplinkOwner);
  const failing = uplinks.filter((owner) => world.get('Programming', owner)?.state === 'failed');
  const states = [...owners(node), ...failing].map((owner) => world.get('Programming', owner));
  const failed = states.find((each) => each?.state === 'failed');
  if (failed)
    return {
      status: 'False',
      reason: (failed.reason ?? 'Internal') as Verdict['reason'],
      message: failed.message ?? '',
    };
  if (states.every((each) => each?.state === 'programmed'))
    return { status: 'True', reason: 'Programmed', message: '' };
  if (states.some((each) => each?.state === 'held'))
    return { status: 'True', reason: 'Held', message: 'What was in force stays in force.' };
  if (!world.get('OpenVSwitch', local)?.connected)
    return { status: 'Unknown', reason: 'DatabaseUnreachable', message: down(node) };
  return {
    status: 'False',
    reason: 'Withheld',
    message:
      world.get('OpenVSwitch', local)?.bridge === undefined
        ? 'The bridge br-int does not exist yet: ovn-controller makes it when it runs and reaches Open vSwitch.'
        : noAddressesYet,
  };
}

function ready(world: World<AgentInputs>, node: string, mtu: number | undefined): Verdict {
  const finding = unreadiness(world, node, mtu);
  return verdict('Ready', finding, world.get('Host', local)?.unshaped);
}

function unreadiness(world: World<AgentInputs>, node: string, mtu: number | undefined): Finding | undefined {
  const database = world.get('OpenVSwitch', local);
  if (!database?.connected) return { reason: 'OpenVSwitchDown', message: down(node) };
  if (database.bridge === undefined || !database.registered)
    return {
      reason: 'ChassisNotRegistered',
      message: `ovn-controller has not registered node ${node}: see whether it runs there and reaches the southbound database.`,
    };
  const attachments = world.derive(nodeAttachments, node);
  if (!attachments) return { reason: 'AttachmentDown', message: noAddressesYet };
  for (const attachment of attachments) {
    const problem = world.get('Device', attachment.interface)?.problem;
    if (problem !== undefined)
      return { reason: 'AttachmentDown', message: `${problem} See the log of the agent on node ${node}.` };
  }
  const filter = world.get('Filter', local)?.problem;
  if (filter !== undefined)
    return {
      reason: 'EgressDown',
      message: `${filter} Until then node ${node} hides no addresses of pods, and does not keep Vpcs apart.`,
    };
  const undone = providerNetworks(world, node).find(({ state }) => state === 'RolledBack');
  if (undone)
    return { reason: 'RolledBack', message: `ProviderNetwork ${undone.name}: ${undone.message ?? undone.interface}` };
  const large = world.all('Subnet').find((name) => (world.derive(subnetNetwork, name)?.mtu ?? 0) > (mtu ?? Infinity));
  if (large !== undefined)
    return {
      reason: 'MTUTooSmall',
      message: `The tunnels of node ${node} carry packets of ${mtu} bytes, and pods of subnets.subnetes.io ${large} send larger ones. Raise the MTU of the node's interface, or lower spec.mtu of the Subnet.`,
    };
  return undefined;
}

const noAddressesYet = 'Waits for the controller to give this node its addresses in the Vpcs.';

const down = (node: string): string => `Open vSwitch does not answer on node ${node}: start ovsdb-server.`;
