/** What the agent's store holds beside the API objects: facts of its node, fed from the local database and from the kernel. */
import type { NodeNetworkProviderNetwork } from '../api/index.ts';
import type { Uuid } from '../ovsdb/index.ts';
import type { Inputs } from '../topology/facts.ts';

/** One pod interface that is attached on this node. */
export interface SandboxFacts {
  /** The sandbox's id, as the container runtime gave it. */
  readonly containerId: string;
  /** The interface in the pod. */
  readonly ifname: string;
  /** Path of the pod's network namespace. */
  readonly netns: string;
  /** The interface on the node: the port's name in Open vSwitch. */
  readonly hostInterface: string;
  readonly pod: { readonly namespace: string; readonly name: string; readonly uid: string };
  /** OVN's logical switch port. */
  readonly port: string;
  readonly mac: string;
  /** Largest packet, in bytes. */
  readonly mtu: number;
  /** Addresses with the subnet's prefix length, each with the default gateway of its family. */
  readonly addresses: readonly { readonly cidr: string; readonly gateway: string }[];
}

/** The local database, key `local`. */
export interface OpenVSwitchFacts {
  /** UUID of the only row of the table Open_vSwitch. */
  readonly root: Uuid;
  /** UUID of the integration bridge; `undefined` until ovn-controller has made it. */
  readonly bridge: Uuid | undefined;
  /** The entries of `Open_vSwitch.external_ids` that are ours, as they are now; system-id as it was found first. */
  readonly present: Readonly<Record<string, string>>;
  /** Entries `network:bridge` of `external_ids:ovn-bridge-mappings` whose bridge is none of ours. */
  readonly foreignMappings: readonly string[];
  /** Whether ovn-controller has been connected to the southbound database since its start (`Bridge.external_ids:ovn-startup-ts`). */
  readonly registered: boolean;
  /** Names of all bridges, sorted. */
  readonly bridges: readonly string[];
  readonly version: string | undefined;
  /** Whether mirrors can have a filter (`Mirror.filter`, from Open vSwitch 3.5 on). */
  readonly mirrorFilters: boolean;
  readonly connected: boolean;
}

/** The node itself, key `local`. */
export interface HostFacts {
  /** Name of the Node. */
  readonly node: string;
  /** The agent's own setting of the southbound database's servers; goes before NetworkConfig's. */
  readonly southbound: readonly string[] | undefined;
  readonly datapath: 'System' | 'Userspace';
  /** Addresses of the node's interfaces and the MTU of each interface, in bytes. Interfaces of pods and of Vpcs are left out. */
  readonly addresses: readonly { readonly address: string; readonly mtu: number }[];
  readonly versions: { readonly agent: string; readonly ovn?: string; readonly kernel: string };
  /** Why ceilings are not held by the pods' links, as a sentence; absent while nothing is known against it. */
  readonly unshaped?: string;
}

/** The kernel's side of a node's attachment, by interface name. */
export interface DeviceFacts {
  /**
   * How often the device was found deleted behind ovs-vswitchd's back. It then holds on to the dead device until the port's
   * number changes, so this number becomes the port number that is asked for.
   */
  readonly losses: number;
  /** What is wrong with it now, as a sentence; `undefined` when its addresses and routes are in place. */
  readonly problem: string | undefined;
}

/** An address of a network card, as `ip address` takes it. */
export interface CardAddress {
  /** With prefix length. */
  readonly cidr: string;
  readonly broadcast?: string;
  readonly peer?: string;
  /** Whether it came without a route to its network (`noprefixroute`). */
  readonly noRoute?: true;
}

/** A route through a network card, in the main table. */
export interface CardRoute {
  readonly family: 'ipv4' | 'ipv6';
  /** A network, an address, or `default`. */
  readonly destination: string;
  readonly gateway?: string;
  readonly source?: string;
  readonly metric?: number;
  /** Number or name of the routing protocol (rtnetlink(7), rtm_protocol). */
  readonly protocol?: string;
  readonly scope?: string;
  readonly onlink?: true;
  /** Largest packet in bytes, where the route has a limit of its own. */
  readonly mtu?: number;
}

/**
 * What a network card was like before it became a port of a bridge, and how far its move is:
 *
 *   preparing ─▶ moving ─▶ moved ─▶ returning ─▶ (gone)
 *                   └──────────────▶ returning ─▶ undone
 *
 * In `moving` and `moved` the card is a port of the bridge. A card without addresses begins at `moved`.
 */
export interface UplinkMemory {
  readonly interface: string;
  readonly step: 'preparing' | 'moving' | 'moved' | 'returning' | 'undone';
  readonly mac: string;
  /** In bytes: what the card had. */
  readonly mtu: number;
  /** In bytes: what was asked for. */
  readonly mtuWanted?: number;
  /** Offloads (ethtool -K) that were on and were switched off. */
  readonly offloads: readonly string[];
  readonly addresses: readonly CardAddress[];
  readonly routes: readonly CardRoute[];
  /** Neighbours that answered before the move: who must answer after it. */
  readonly neighbours: readonly string[];
  /** Which wish, for which card, this was: another one is tried although this was undone. */
  readonly attempt: string;
  /** Why it is undone, as a sentence. */
  readonly problem?: string;
}

/** A ProviderNetwork on this node, by its name: what the agent has made of the network card. */
export interface UplinkFacts {
  readonly interface: string;
  readonly bridge: string;
  /** `undefined` while it is being worked on. */
  readonly state: NodeNetworkProviderNetwork['state'];
  readonly message: string | undefined;
  /** `undefined`: there is no bridge, and the card is as it was. */
  readonly memory: UplinkMemory | undefined;
}

/** A mirror as ovs-vswitchd has it, by `Mirror.name`, whoever made it. */
export interface MirrorFacts {
  /** Failed: its output port is broken. Exhausted: the bridge has more than it can make. */
  readonly state: 'Ready' | 'Pending' | 'Failed' | 'Exhausted';
  /** Why it is not Ready, as a sentence; empty when it is. */
  readonly message: string;
}

/** The node's packet filter, key `local`; absent until it was looked at. */
export interface FilterFacts {
  /** What is wrong with it now, as a sentence; `undefined` when it is in place. */
  readonly problem: string | undefined;
}

/** Every kind of fact in the agent's store. */
export interface AgentInputs extends Inputs {
  Sandbox: SandboxFacts;
  OpenVSwitch: OpenVSwitchFacts;
  Host: HostFacts;
  Device: DeviceFacts;
  Filter: FilterFacts;
  Uplink: UplinkFacts;
  Mirror: MirrorFacts;
}

/** Key of the facts of which there is one. */
export const local = 'local';
