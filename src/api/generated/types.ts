// Generated from crds/schemas by `make generate`: do not edit.
import type { Resource } from '../resource.ts';

/**
 * What the network admin wants.
 */
export interface VpcSpec {
  /**
   * Gives each node a port in this Vpc, so that nodes reach its pods and its pods reach nodes; absent means no node is attached.
   */
  readonly nodeAttachment?: VpcNodeAttachment;
  /**
   * Routes of the Vpc's router, by destination or by source; several next hops share the flows.
   */
  readonly staticRoutes?: readonly VpcStaticRoute[];
  /**
   * Policies that the router applies before its routes; the smallest priority that matches wins.
   */
  readonly policyRoutes?: readonly VpcPolicyRoute[];
}

/**
 * Gives each node a port in this Vpc, so that nodes reach its pods and its pods reach nodes; absent means no node is attached.
 */
export interface VpcNodeAttachment {
  /**
   * The ranges of the nodes' addresses in this Vpc, at most one of each family; absent means spec.joinCidrs of the NetworkConfig.
   */
  readonly cidrs?: readonly string[];
  /**
   * The name of the nodes' interface in this Vpc. Default: "ovn0".
   */
  readonly interface: string;
}

/**
 * One route.
 */
export interface VpcStaticRoute {
  /**
   * The route's name in this list.
   */
  readonly name: string;
  /**
   * Matches packets to this range; the longest prefix wins.
   */
  readonly destination?: string;
  /**
   * Matches packets from this range; with a longer prefix than that of a Subnet or of the nodes' join network it goes before them, which a policyRoute with action Reroute does not.
   */
  readonly source?: string;
  /**
   * The routers that the packets go to.
   */
  readonly nextHops?: readonly string[];
  /**
   * Drops the packets.
   */
  readonly blackhole?: true;
}

/**
 * One policy: a packet must match sources, destinations and ports, as far as given.
 */
export interface VpcPolicyRoute {
  /**
   * The policy's name in this list.
   */
  readonly name: string;
  /**
   * The order among the policies: the smaller number wins.
   */
  readonly priority: number;
  /**
   * Matches packets from these ranges; absent means from anywhere.
   */
  readonly sources?: readonly string[];
  /**
   * Matches packets to these ranges; absent means to anywhere.
   */
  readonly destinations?: readonly string[];
  /**
   * Matches packets to these destination ports; absent means every protocol and port.
   */
  readonly ports?: readonly PortRange[];
  /**
   * What happens to the packet: it is routed as usual, dropped, or sent to nextHops.
   */
  readonly action: 'Allow' | 'Drop' | 'Reroute';
  /**
   * The routers that Reroute sends the packet to.
   */
  readonly nextHops?: readonly string[];
}

/**
 * Ports of one transport protocol.
 */
export interface PortRange {
  /**
   * The transport protocol.
   */
  readonly protocol: 'TCP' | 'UDP' | 'SCTP';
  /**
   * The destination port, or the first of a range; absent means all ports of the protocol.
   */
  readonly port?: number;
  /**
   * The last destination port of a range.
   */
  readonly endPort?: number;
}

/**
 * What the controller observed.
 */
export interface VpcStatus {
  /**
   * Accepted, ResolvedRefs, Programmed and Ready, in this order; True is good.
   */
  readonly conditions?: readonly Condition[];
  /**
   * The metadata.generation that the status speaks of.
   */
  readonly observedGeneration?: number;
  /**
   * The name of the OVN logical router.
   */
  readonly router?: string;
  /**
   * How many Subnets name this Vpc.
   */
  readonly subnets?: number;
  /**
   * How many nodes have a port in this Vpc.
   */
  readonly attachedNodes?: number;
  /**
   * The ranges that the nodes' addresses in this Vpc come from.
   */
  readonly joinCidrs?: readonly string[];
}

/**
 * One observation about the resource.
 */
export interface Condition {
  /**
   * What is observed: Accepted, ResolvedRefs, Programmed, Ready, Reconciling or Stalled.
   */
  readonly type: string;
  /**
   * Whether it is so.
   */
  readonly status: 'True' | 'False' | 'Unknown';
  /**
   * The metadata.generation that this speaks of.
   */
  readonly observedGeneration?: number;
  /**
   * When status last changed.
   */
  readonly lastTransitionTime: string;
  /**
   * Why, as one word of a documented closed set.
   */
  readonly reason: string;
  /**
   * Why, for people: what, because of which object, and what to do.
   */
  readonly message: string;
}

/**
 * What the network admin wants.
 */
export interface SubnetSpec {
  /**
   * The Vpc that this Subnet belongs to.
   */
  readonly vpc: string;
  /**
   * The ranges of the Subnet, at most one of each family.
   */
  readonly cidrs: readonly string[];
  /**
   * The router's addresses in this Subnet, at most one of each family; absent means the first address of the range.
   */
  readonly gateways?: readonly string[];
  /**
   * Addresses and ranges that are never given, also not on request, as 10.1.0.5 or 10.1.0.5-10.1.0.9.
   */
  readonly excludes?: readonly string[];
  /**
   * The MTU of pods' interfaces; absent means what the tunnel between the nodes leaves.
   */
  readonly mtu?: number;
  /**
   * Serves the pods that no other Subnet serves; one Subnet of the cluster can.
   */
  readonly default?: true;
  /**
   * Serves pods of the namespaces with these labels; absent means none, {} means all.
   */
  readonly namespaceSelector?: LabelSelector;
  /**
   * Of the namespaces that namespaceSelector selects, serves only pods with these labels; absent means all.
   */
  readonly podSelector?: LabelSelector;
  /**
   * The order among Subnets that serve one pod: the smaller number wins. Default: 500.
   */
  readonly priority: number;
  /**
   * Which namespaces may name this Subnet in an IP of their own. Default: {"from":"Served"}.
   */
  readonly allowedNamespaces: SubnetAllowedNamespaces;
  /**
   * What one tenant may take of this Subnet.
   */
  readonly limits?: SubnetLimits;
  /**
   * Who may open connections into this Subnet; the Subnet itself, its nodes' probes and replies always may. Default: {"mode":"Open"}.
   */
  readonly isolation: SubnetIsolation;
  /**
   * Answers DHCPv4 and DHCPv6 requests of virtual machines and of pods that ask. Default: {"mode":"Disabled","leaseSeconds":3600}.
   */
  readonly dhcp: SubnetDhcp;
  /**
   * IPv6 router advertisements; addresses always come from an IP, never from SLAAC. Default: {"mode":"Disabled"}.
   */
  readonly routerAdvertisements: SubnetRouterAdvertisements;
}

/**
 * Serves pods of the namespaces with these labels; absent means none, {} means all.
 */
export interface LabelSelector {
  /**
   * Labels that an object must have with exactly these values.
   */
  readonly matchLabels?: {
    readonly [k: string]: string;
  };
  /**
   * Conditions that an object's labels must all meet.
   */
  readonly matchExpressions?: readonly LabelSelectorRequirement[];
}

/**
 * One condition on one label.
 */
export interface LabelSelectorRequirement {
  /**
   * The label's key.
   */
  readonly key: string;
  /**
   * How the label's value relates to the values.
   */
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  /**
   * The values of In and NotIn; absent otherwise.
   */
  readonly values?: readonly string[];
}

/**
 * Which namespaces may name this Subnet in an IP of their own.
 */
export interface SubnetAllowedNamespaces {
  /**
   * Served: those it serves; Selector: those that selector selects; All; None. Default: "Served".
   */
  readonly from: 'Served' | 'Selector' | 'All' | 'None';
  /**
   * The namespaces of from: Selector.
   */
  readonly selector?: LabelSelector;
}

/**
 * What one tenant may take of this Subnet.
 */
export interface SubnetLimits {
  /**
   * How many IPs one namespace may have here; absent means no limit.
   */
  readonly addressesPerNamespace?: number;
}

/**
 * Who may open connections into this Subnet; the Subnet itself, its nodes' probes and replies always may.
 */
export interface SubnetIsolation {
  /**
   * Open: everybody who has a route; Private: only those in allowFrom. Default: "Open".
   */
  readonly mode: 'Open' | 'Private';
  /**
   * The Subnets and ranges that may open connections into this Private Subnet.
   */
  readonly allowFrom?: readonly SubnetPeer[];
}

/**
 * A Subnet or a range.
 */
export interface SubnetPeer {
  /**
   * All addresses of this Subnet of the same Vpc.
   */
  readonly subnet?: string;
  /**
   * All addresses of this range.
   */
  readonly cidr?: string;
}

/**
 * Answers DHCPv4 and DHCPv6 requests of virtual machines and of pods that ask.
 */
export interface SubnetDhcp {
  /**
   * Whether requests are answered. Default: "Disabled".
   */
  readonly mode: 'Enabled' | 'Disabled';
  /**
   * How long a lease holds, in seconds. Default: 3600.
   */
  readonly leaseSeconds: number;
  /**
   * The DNS servers to tell, the preferred first.
   */
  readonly dnsServers?: readonly string[];
  /**
   * The DNS search domains to tell, the preferred first.
   */
  readonly searchDomains?: readonly string[];
  /**
   * The time servers to tell, the preferred first.
   */
  readonly ntpServers?: readonly string[];
}

/**
 * IPv6 router advertisements; addresses always come from an IP, never from SLAAC.
 */
export interface SubnetRouterAdvertisements {
  /**
   * Stateful: addresses and options by DHCPv6; Stateless: only options by DHCPv6. Default: "Disabled".
   */
  readonly mode: 'Disabled' | 'Stateful' | 'Stateless';
  /**
   * The shortest time between two advertisements, in seconds.
   */
  readonly minIntervalSeconds?: number;
  /**
   * The longest time between two advertisements, in seconds.
   */
  readonly maxIntervalSeconds?: number;
}

/**
 * What the controller observed.
 */
export interface SubnetStatus {
  /**
   * Accepted, ResolvedRefs, Programmed and Ready, in this order; True is good.
   */
  readonly conditions?: readonly Condition[];
  /**
   * The metadata.generation that the status speaks of.
   */
  readonly observedGeneration?: number;
  /**
   * The name of the OVN logical switch.
   */
  readonly logicalSwitch?: string;
  /**
   * The router's addresses in this Subnet.
   */
  readonly gateways?: readonly string[];
  /**
   * The MTU of pods' interfaces here.
   */
  readonly mtu?: number;
  /**
   * The use of the IPv4 range.
   */
  readonly ipv4?: AddressUsage;
  /**
   * The use of the IPv6 range.
   */
  readonly ipv6?: AddressUsage;
  /**
   * The namespaces that this Subnet serves.
   */
  readonly namespaces?: SubnetServedNamespaces;
}

/**
 * The use of the IPv4 range.
 */
export interface AddressUsage {
  /**
   * Addresses that can be given: all of the range but network, broadcast, router and excluded ones.
   */
  readonly total?: string;
  /**
   * Addresses that IPs hold.
   */
  readonly used?: string;
  /**
   * Addresses that can be given now.
   */
  readonly available?: string;
  /**
   * The address given last; the next one is looked for after it.
   */
  readonly lastAllocated?: string;
}

/**
 * The namespaces that this Subnet serves.
 */
export interface SubnetServedNamespaces {
  /**
   * How many namespaces it serves.
   */
  readonly serving?: number;
  /**
   * Namespaces that it selects but a Subnet of another Vpc serves.
   */
  readonly shadowed?: readonly SubnetShadowedNamespace[];
}

/**
 * A namespace and the Subnet that serves it instead.
 */
export interface SubnetShadowedNamespace {
  /**
   * The namespace.
   */
  readonly namespace: string;
  /**
   * The Subnet that serves it.
   */
  readonly by: string;
}

/**
 * What the user wants; complete when the controller made the object.
 */
export interface IPSpec {
  /**
   * The Subnet that the addresses come from.
   */
  readonly subnet: string;
  /**
   * The name of the interface in the pod. Default: "eth0".
   */
  readonly interface: string;
  /**
   * The addresses, at most one of each family; a family of the Subnet that is not given is allocated.
   */
  readonly addresses?: readonly string[];
  /**
   * The MAC address; absent means one is made from the object's identity.
   */
  readonly mac?: string;
  /**
   * Whom the addresses are for; absent means they are reserved for nobody.
   */
  readonly target?: IPTarget;
  /**
   * What happens when the pod is gone: Retain keeps this object for the next pod of that name, Delete deletes it. Default: "Retain".
   */
  readonly reclaimPolicy: 'Retain' | 'Delete';
  /**
   * The node of the pod; written by the controller only.
   */
  readonly node?: string;
}

/**
 * Whom the addresses are for; absent means they are reserved for nobody.
 */
export interface IPTarget {
  /**
   * What it is.
   */
  readonly kind: 'Pod' | 'VirtualMachine';
  /**
   * Its name, in the namespace of this IP; it need not exist yet.
   */
  readonly name: string;
  /**
   * Its uid; written by the controller only.
   */
  readonly uid?: string;
}

/**
 * What the controller decided and observed.
 */
export interface IPStatus {
  /**
   * Accepted, ResolvedRefs, Programmed and Ready, in this order; True is good.
   */
  readonly conditions?: readonly Condition[];
  /**
   * The metadata.generation that the status speaks of.
   */
  readonly observedGeneration?: number;
  /**
   * The IPv4 address.
   */
  readonly ipv4?: string;
  /**
   * The IPv6 address.
   */
  readonly ipv6?: string;
  /**
   * The MAC address.
   */
  readonly mac?: string;
  /**
   * The MTU of the interface.
   */
  readonly mtu?: number;
  /**
   * The node of the pod that holds the addresses now.
   */
  readonly node?: string;
  /**
   * The uid of the pod that holds the addresses now.
   */
  readonly uid?: string;
  /**
   * The name of the OVN logical switch port, which is also the iface-id in Open vSwitch.
   */
  readonly port?: string;
}

/**
 * What the network admin wants on this node.
 */
export interface NodeNetworkSpec {
  /**
   * The node's end of the tunnels between the nodes.
   */
  readonly tunnel?: NodeNetworkTunnel;
}

/**
 * The node's end of the tunnels between the nodes.
 */
export interface NodeNetworkTunnel {
  /**
   * The node's address that tunnels use; absent means the Node's InternalIP.
   */
  readonly address?: string;
  /**
   * The tunnels' encapsulation, which must be the same on all nodes that shall reach each other; absent means spec.encapsulation of the NetworkConfig.
   */
  readonly encapsulation?: 'Geneve' | 'VXLAN';
}

/**
 * What the agent sees; attachments are written by the controller.
 */
export interface NodeNetworkStatus {
  /**
   * Accepted, ResolvedRefs, Programmed and Ready, in this order; True is good.
   */
  readonly conditions?: readonly Condition[];
  /**
   * The metadata.generation that the status speaks of.
   */
  readonly observedGeneration?: number;
  /**
   * The name of the node's OVN chassis (system-id in Open vSwitch).
   */
  readonly chassis?: string;
  /**
   * The node's end of the tunnels as it is in force.
   */
  readonly tunnel?: NodeNetworkTunnelStatus;
  /**
   * The versions of what runs on the node.
   */
  readonly versions?: NodeNetworkVersions;
  /**
   * System: the kernel forwards packets; Userspace: ovs-vswitchd does.
   */
  readonly datapath?: 'System' | 'Userspace';
  /**
   * How many pods' interfaces are connected on the node.
   */
  readonly ports?: number;
  /**
   * The Open vSwitch bridges of the node.
   */
  readonly bridges?: readonly string[];
  /**
   * The node's ports in Vpcs with a nodeAttachment.
   */
  readonly attachments?: readonly NodeNetworkAttachment[];
}

/**
 * The node's end of the tunnels as it is in force.
 */
export interface NodeNetworkTunnelStatus {
  /**
   * The address that tunnels use.
   */
  readonly address?: string;
  /**
   * The encapsulation.
   */
  readonly encapsulation?: 'Geneve' | 'VXLAN';
  /**
   * The MTU of the interface that has the address.
   */
  readonly mtu?: number;
}

/**
 * The versions of what runs on the node.
 */
export interface NodeNetworkVersions {
  /**
   * The version of the agent.
   */
  readonly agent?: string;
  /**
   * The version of Open vSwitch.
   */
  readonly openvswitch?: string;
  /**
   * The version of ovn-controller.
   */
  readonly ovn?: string;
  /**
   * The version of the kernel.
   */
  readonly kernel?: string;
}

/**
 * The node's port in one Vpc.
 */
export interface NodeNetworkAttachment {
  /**
   * The Vpc.
   */
  readonly vpc: string;
  /**
   * The node's addresses in the Vpc, with prefix length.
   */
  readonly addresses?: readonly string[];
  /**
   * The MAC address of the interface.
   */
  readonly mac?: string;
  /**
   * The name of the interface on the node.
   */
  readonly interface?: string;
  /**
   * The router's addresses in the join network.
   */
  readonly gateways?: readonly string[];
}

/**
 * What the network admin wants for the whole cluster.
 */
export interface NetworkConfigSpec {
  /**
   * The encapsulation of the tunnels between nodes. Default: "Geneve".
   */
  readonly encapsulation: 'Geneve' | 'VXLAN';
  /**
   * The MTU of the network between the nodes, tunnel headers included; absent means it is found on the nodes.
   */
  readonly mtu?: number;
  /**
   * The ranges of the Subnet default that the controller makes once, at most one of each family; who wants no such Subnet deletes it. Default: ["10.244.0.0/16","fd00:10:244::/64"].
   */
  readonly podCidrs: readonly string[];
  /**
   * The ranges of the nodes' addresses in Vpcs whose nodeAttachment names none, at most one of each family. Default: ["100.64.0.0/16","fd00:100:64::/112"].
   */
  readonly joinCidrs: readonly string[];
  /**
   * The cluster's Service ranges, which no attached Subnet may overlap, at most one of each family.
   */
  readonly serviceCidrs?: readonly string[];
  /**
   * How long a released address rests before it is given again, in seconds, unless nothing else is left. Default: 30.
   */
  readonly quarantineSeconds: number;
  /**
   * Where the OVN databases are; absent means the controller's and agents' own settings.
   */
  readonly database?: NetworkConfigDatabase;
}

/**
 * Where the OVN databases are; absent means the controller's and agents' own settings.
 */
export interface NetworkConfigDatabase {
  /**
   * The servers of OVN_Northbound.
   */
  readonly northbound?: readonly string[];
  /**
   * The servers of OVN_Southbound, as the nodes reach them.
   */
  readonly southbound?: readonly string[];
  /**
   * The Secret in subnetes-system with ca.crt, tls.crt and tls.key for ssl endpoints.
   */
  readonly tlsSecret?: string;
}

/**
 * What the controller observed.
 */
export interface NetworkConfigStatus {
  /**
   * Accepted, ResolvedRefs, Programmed and Ready, in this order; True is good.
   */
  readonly conditions?: readonly Condition[];
  /**
   * The metadata.generation that the status speaks of.
   */
  readonly observedGeneration?: number;
  /**
   * The schema version of OVN_Northbound.
   */
  readonly databaseSchema?: string;
  /**
   * Whether the controller has made Vpc and Subnet default; it makes them once.
   */
  readonly defaultsCreated?: boolean;
}

/** A private network with a router of its own; two Vpcs may use the same addresses and never see each other. */
export type Vpc = Resource<'Vpc', VpcSpec, VpcStatus>;

/** A network of a Vpc: its ranges, the pods it serves, who may use it, and who may reach it. */
export type Subnet = Resource<'Subnet', SubnetSpec, SubnetStatus>;

/** One interface of a pod or virtual machine in a Subnet, with its addresses: made by the controller for each pod, or by a user to fix or reserve them. */
export type IP = Resource<'IP', IPSpec, IPStatus>;

/** One node's part of the network: what the network admin sets for it, and what its agent sees. It has the Node's name. */
export type NodeNetwork = Resource<'NodeNetwork', NodeNetworkSpec, NodeNetworkStatus>;

/** The installation's settings; there is one, named default. */
export type NetworkConfig = Resource<'NetworkConfig', NetworkConfigSpec, NetworkConfigStatus>;

/** The type of each kind. */
export interface Kinds {
  readonly Vpc: Vpc;
  readonly Subnet: Subnet;
  readonly IP: IP;
  readonly NodeNetwork: NodeNetwork;
  readonly NetworkConfig: NetworkConfig;
}
