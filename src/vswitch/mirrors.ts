/**
 * A MirrorSession on one node: the interface that shows the copies, and the mirror itself. What the agent knows of
 * a session is what the controller decided (`status.mechanism`, `status.relay`); consent it looks at itself, since a mirror is a tap.
 *
 *   pods' ports ─▶ Mirror ─▶ mirror0                                   an interface of the node
 *                         ─▶ mi… ─ (kernel) ─▶ the sink pod's link     a pod of this node
 *                         ─▶ mt… ═ VXLAN ═▶ mr… ─▶ Mirror ─▶ mi… ─▶    a pod of another node
 *                         ─▶ mt… ═ GRE, ERSPAN ═▶                      a collector
 */
import type { NodeNetworkMirror } from '../api/index.ts';
import type { Derivation, World } from '../store/store.ts';
import { mirrorName } from '../topology/mirror-sinks.ts';
import { mirroringPermits, podPort } from '../topology/mirrors.ts';
import { selects } from '../topology/selector.ts';
import type { AgentInputs } from './facts.ts';

/** UDP port of the copies between nodes: not 4789, where OVN's own VXLAN tunnels may be. */
export const relayUdpPort = 4790;

/** Bytes: no pod sends larger packets, whatever the node's network carries. */
export const mirrorMtu = 9216;

/** Port numbers that are asked for after a loss: above those of the nodes' attachments, below OpenFlow's reserved ones. */
const firstRequest = 61_000;
const requests = 4_000;

/** The port number to ask for when a mirror's interface was deleted so many times behind ovs-vswitchd's back, which makes it anew then. */
export function requestedMirrorPort(device: string, losses: number): number | undefined {
  if (losses === 0) return undefined;
  const own = [...device].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % requests, 0);
  return firstRequest + ((own + losses) % requests);
}

/** A port that a session has on this node. */
export interface MirrorPort {
  /** Name of the interface. */
  readonly device: string;
  /** `Interface.type` and `options`. */
  readonly type: 'internal' | 'gre' | 'erspan' | 'vxlan';
  readonly options: Readonly<Record<string, string>>;
}

/** What a node does for a session. */
export interface NodeMirror {
  /** `Mirror.name`. */
  readonly name: string;
  /** Keys and interfaces of the sandboxes whose packets are copied, sorted. */
  readonly sources: readonly { readonly sandbox: string; readonly device: string }[];
  readonly direction: 'Ingress' | 'Egress' | 'Both';
  /** Where the copies go. */
  readonly output: MirrorPort;
  /** Where copies come in from other nodes. */
  readonly input: MirrorPort | undefined;
  /** The interface of the sink pod to which the kernel hands the copies on. */
  readonly handTo: string | undefined;
}

/** What this node does for a session; `undefined` for nothing. */
export const nodeMirror: Derivation<AgentInputs, NodeMirror | undefined> = {
  name: 'nodeMirror',
  compute(world, key) {
    const session = world.get('MirrorSession', key);
    if (!session?.mechanism || mirroringPermits(world, session)) return undefined;
    const { sink, podSelector, direction } = session.spec;
    const { namespace } = session.meta;
    const name = mirrorName(session.meta.uid);
    const sandboxes = world.all('Sandbox').flatMap((sandbox) => {
      const facts = world.get('Sandbox', sandbox);
      return facts?.pod.namespace === namespace ? [{ sandbox, facts }] : [];
    });
    const sources = sandboxes
      .filter(({ facts }) => {
        const pod = `${namespace}/${facts.pod.name}`;
        // The port tells the pod's lives apart: labels are those of the present one.
        return (
          selects(podSelector, world.get('Pod', pod)?.labels ?? {}) && world.derive(podPort, pod)?.port === facts.port
        );
      })
      .map(({ sandbox, facts }) => ({ sandbox, device: facts.hostInterface }));
    const base = { name, sources, direction, input: undefined, handTo: undefined };
    const sinkPort = sink.pod && world.derive(podPort, `${namespace}/${sink.pod.name}`)?.port;
    const here = sandboxes.find(({ facts }) => facts.port === sinkPort)?.facts;
    if (here) {
      const options = { remote_ip: 'flow', key: String(session.relay?.key ?? 0), dst_port: String(relayUdpPort) };
      const input = session.relay && { device: `mr${name.slice(1)}`, type: 'vxlan' as const, options };
      return { ...base, output: internal(`mi${name.slice(1)}`), input, handTo: here.hostInterface };
    }
    if (sources.length === 0) return undefined;
    const output = outputOf(name, session);
    return output && { ...base, output };
  },
};

function internal(device: string): MirrorPort {
  return { device, type: 'internal', options: {} };
}

/** Where the nodes that are not the sink's send copies. */
function outputOf(name: string, session: AgentInputs['MirrorSession']): MirrorPort | undefined {
  const { nodeInterface, gre, erspan } = session.spec.sink;
  const tunnel = (type: MirrorPort['type'], options: MirrorPort['options']): MirrorPort => ({
    ...{ device: `mt${name.slice(1)}`, type, options },
  });
  if (nodeInterface) return internal(nodeInterface.name);
  if (gre) return tunnel('gre', { remote_ip: gre.remote, key: String(gre.key) });
  // As ovn-controller makes them: version 1, and the index is the key too, since Open vSwitch tells tunnels apart by their keys.
  if (erspan) {
    const index = String(erspan.index);
    return tunnel('erspan', { remote_ip: erspan.remote, key: index, erspan_ver: '1', erspan_idx: index });
  }
  const { address, key } = session.relay ?? {};
  if (address === undefined) return undefined;
  return tunnel('vxlan', { remote_ip: address, key: String(key), dst_port: String(relayUdpPort) });
}

/** An interface of this node that shows copies, and to which interface the kernel hands them on. */
export interface MirrorDevice {
  readonly device: string;
  readonly handTo: string | undefined;
}

/** All such interfaces of the node, sorted by session. */
export const mirrorDevices: Derivation<AgentInputs, readonly MirrorDevice[]> = {
  name: 'mirrorDevices',
  compute: (world) =>
    world.all('MirrorSession').flatMap((key) => {
      const mirror = world.derive(nodeMirror, key);
      return mirror?.output.type === 'internal' ? [{ device: mirror.output.device, handTo: mirror.handTo }] : [];
    }),
};

/** As many sessions as the NodeNetwork's status names. */
const STATES = 64;

/** What `NodeNetwork.status.mirrors` says. */
export function mirrorStates(world: World<AgentInputs>): readonly NodeNetworkMirror[] {
  return world
    .all('MirrorSession')
    .flatMap((session): NodeNetworkMirror[] => {
      const mirror = world.derive(nodeMirror, session);
      if (!mirror) return [];
      const { state, message } = stateOf(world, session, mirror);
      return [{ session, state, ...(message === '' ? {} : { message: message.slice(0, 1024) }) }];
    })
    .slice(0, STATES);
}

function stateOf(world: World<AgentInputs>, session: string, mirror: NodeMirror): AgentInputs['Mirror'] {
  const programming = world.get('Programming', `MirrorSession/${session}`);
  const { output } = mirror;
  if (programming?.state === 'failed') {
    const name = output.device;
    const message =
      programming.reason === 'NameTaken'
        ? `Open vSwitch has a port ${name} that is none of ours. Remove it, or make a session with another interface.`
        : (programming.message ?? '');
    return { state: 'Failed', message };
  }
  if (output.type === 'internal') {
    const device = world.get('Device', output.device);
    if (device?.problem !== undefined) return { state: 'Failed', message: device.problem };
    if (!device) return { state: 'Pending', message: '' };
  }
  return world.get('Mirror', mirror.name) ?? { state: 'Pending', message: '' };
}
