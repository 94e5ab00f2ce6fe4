/** What the agent's store holds beside the API objects: facts of its node, fed from the local database and from the kernel. */
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
  /** The value of `other_config:flow-restore-wait`, if it is to stay. */
  readonly restoreWait: string | undefined;
  /** Whether ovn-controller has been connected to the southbound database since its start (`Bridge.external_ids:ovn-startup-ts`). */
  readonly registered: boolean;
  /** Names of all bridges, sorted. */
  readonly bridges: readonly string[];
  readonly version: string | undefined;
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

/** Every kind of fact in the agent's store. */
export interface AgentInputs extends Inputs {
  Sandbox: SandboxFacts;
  OpenVSwitch: OpenVSwitchFacts;
  Host: HostFacts;
  Device: DeviceFacts;
}

/** Key of the facts of which there is one. */
export const local = 'local';
