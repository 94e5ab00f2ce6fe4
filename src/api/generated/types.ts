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
   * How many Gateways name this Vpc.
   */
  readonly gateways?: number;
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
   * Overlay: a network of a Vpc; External: a physical network on which Gateways have their addresses. Default: "Overlay".
   */
  readonly type: 'Overlay' | 'External';
  /**
   * The Vpc that this Subnet belongs to; absent for type External only.
   */
  readonly vpc?: string;
  /**
   * Where the physical network of an External Subnet is.
   */
  readonly physical?: SubnetPhysical;
  /**
   * The ranges of the Subnet, at most one of each family.
   */
  readonly cidrs: readonly string[];
  /**
   * The router's addresses in this Subnet, at most one of each family: absent means the first address of the range; of an External Subnet they are the physical router's, one of each family.
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
   * Whose addresses outlive their pods: with StatefulSets an IP that is made from then on stays for the next pod of that name until the set is gone or scaled below it. Default: "Never".
   */
  readonly retain: 'Never' | 'StatefulSets';
  /**
   * What one tenant may take of this Subnet.
   */
  readonly limits?: SubnetLimits;
  /**
   * The ceiling of each pod here, with or without a QoSPolicy, and whether QoSPolicies may mark packets. Default: {"marking":"Allowed"}.
   */
  readonly qos: SubnetQoS;
  /**
   * How traffic leaves the Vpc. Default: {"mode":"Auto","snat":"Enabled"}.
   */
  readonly egress: SubnetEgress;
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
 * Where the physical network of an External Subnet is.
 */
export interface SubnetPhysical {
  /**
   * The ProviderNetwork whose uplinks lead there.
   */
  readonly providerNetwork: string;
  /**
   * The VLAN tag of the network on the uplinks; absent means untagged.
   */
  readonly vlan?: number;
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
 * The ceiling of each pod here, with or without a QoSPolicy, and whether QoSPolicies may mark packets.
 */
export interface SubnetQoS {
  /**
   * The most that each pod receives.
   */
  readonly ingress?: SubnetRateLimit;
  /**
   * The most that each pod sends.
   */
  readonly egress?: SubnetRateLimit;
  /**
   * Whether QoSPolicies may set the DSCP field of packets of pods here. Default: "Allowed".
   */
  readonly marking: 'Allowed' | 'Denied';
}

/**
 * The most that each pod receives.
 */
export interface SubnetRateLimit {
  /**
   * The rate in bits per second, as 20M.
   */
  readonly rate: string;
  /**
   * What may pass at once, in bits; absent means half a second of the rate.
   */
  readonly burst?: string;
}

/**
 * How traffic leaves the Vpc.
 */
export interface SubnetEgress {
  /**
   * Distributed: each pod leaves by its own node; Centralized: through gateways; None: nothing leaves; Auto: Distributed where the Vpc has a nodeAttachment, else None. Default: "Auto".
   */
  readonly mode: 'Auto' | 'Distributed' | 'Centralized' | 'None';
  /**
   * The Gateways of mode Centralized: those that are Ready with the smallest priority share the flows.
   */
  readonly gateways?: readonly string[];
  /**
   * Whether packets leave with an address of the node (Distributed) or of the Gateway (Centralized) instead of the pod's own. Default: "Enabled".
   */
  readonly snat: 'Enabled' | 'Disabled';
  /**
   * The addresses of the Gateways that packets leave with, at most one of each family; absent means each Gateway's first.
   */
  readonly snatAddresses?: readonly string[];
  /**
   * Destinations to which packets leave with the pod's own address, as the ranges of an on-premises network.
   */
  readonly snatExceptions?: readonly string[];
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
   * How traffic leaves the Vpc now.
   */
  readonly egress?: SubnetEgressStatus;
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
 * How traffic leaves the Vpc now.
 */
export interface SubnetEgressStatus {
  /**
   * The mode in force.
   */
  readonly mode?: 'Distributed' | 'Centralized' | 'None';
  /**
   * The Gateways that carry it now.
   */
  readonly gateways?: readonly string[];
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
   * What it is; Gateway is written by the controller only.
   */
  readonly kind: 'Pod' | 'VirtualMachine' | 'Gateway';
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
 * What the network admin wants.
 */
export interface GatewaySpec {
  /**
   * The Vpc that it leads out of.
   */
  readonly vpc: string;
  /**
   * The order among the Gateways that a Subnet names: the smaller number wins, equal ones share the flows. Default: 500.
   */
  readonly priority: number;
  /**
   * Where it is outside: the physical network, and its addresses there.
   */
  readonly external: GatewayExternal;
  /**
   * Which nodes carry it: those that are Ready, allow gateways and are connected to the physical network. Default: {"replicas":2}.
   */
  readonly placement: GatewayPlacement;
}

/**
 * Where it is outside: the physical network, and its addresses there.
 */
export interface GatewayExternal {
  /**
   * The Subnet of type External that its addresses are of.
   */
  readonly subnet: string;
  /**
   * The addresses, of each family the first is the router's and the one that Subnets leave with by default; a family of the External Subnet that is not given is allocated.
   */
  readonly addresses?: readonly string[];
}

/**
 * Which nodes carry it: those that are Ready, allow gateways and are connected to the physical network.
 */
export interface GatewayPlacement {
  /**
   * The nodes that may carry it, by their labels; absent means all.
   */
  readonly nodeSelector?: LabelSelector;
  /**
   * On how many of them it stands ready, the active one included. Default: 2.
   */
  readonly replicas: number;
  /**
   * The nodes that carry it if they can, the most preferred first.
   */
  readonly preferredNodes?: readonly string[];
}

/**
 * What the controller observed.
 */
export interface GatewayStatus {
  /**
   * Accepted, ResolvedRefs, Programmed and Ready, in this order; True is good.
   */
  readonly conditions?: readonly Condition[];
  /**
   * The metadata.generation that the status speaks of.
   */
  readonly observedGeneration?: number;
  /**
   * Its addresses, the router's first.
   */
  readonly addresses?: readonly string[];
  /**
   * The node that carries the traffic now.
   */
  readonly activeNode?: string;
  /**
   * How many nodes stand ready to take over.
   */
  readonly standby?: number;
  /**
   * How many Subnets leave through it.
   */
  readonly subnets?: number;
  /**
   * The nodes that it is placed on, and those that it would be if they could.
   */
  readonly nodes?: readonly GatewayNode[];
}

/**
 * The part of one node.
 */
export interface GatewayNode {
  /**
   * The node.
   */
  readonly name: string;
  /**
   * Whether it carries the traffic, could, or can not.
   */
  readonly state: 'Active' | 'Standby' | 'Down';
  /**
   * Why it can not.
   */
  readonly reason?: string;
}

/**
 * What the user wants; every limit holds for each pod by itself, and below the ceiling of its Subnet.
 */
export interface QoSPolicySpec {
  /**
   * The pods of this namespace, by their labels; {} selects all.
   */
  readonly podSelector: LabelSelector;
  /**
   * The order among the policies that select one pod: the smaller number wins. Default: 500.
   */
  readonly priority: number;
  /**
   * The limit of what a pod receives and no rule speaks of.
   */
  readonly ingress?: QoSPolicyIngress;
  /**
   * The limit and the mark of what a pod sends and no rule speaks of.
   */
  readonly egress?: QoSPolicyEgress;
  /**
   * Limits and marks for some of the traffic, which then does not count against the limits above; the first rule that matches wins.
   */
  readonly rules?: readonly QoSPolicyRule[];
}

/**
 * The limit of what a pod receives and no rule speaks of.
 */
export interface QoSPolicyIngress {
  /**
   * The rate in bits per second, as 20M.
   */
  readonly rate: string;
  /**
   * What may pass at once, in bits; absent means half a second of the rate.
   */
  readonly burst?: string;
}

/**
 * The limit and the mark of what a pod sends and no rule speaks of.
 */
export interface QoSPolicyEgress {
  /**
   * The rate in bits per second, as 20M.
   */
  readonly rate?: string;
  /**
   * What may pass at once, in bits; absent means half a second of the rate.
   */
  readonly burst?: string;
  /**
   * The DSCP value that packets get.
   */
  readonly dscp?: number;
}

/**
 * One rule: a packet must match cidrs and ports, as far as given.
 */
export interface QoSPolicyRule {
  /**
   * The rule's name in this list.
   */
  readonly name: string;
  /**
   * The packets' direction, as the pod sees it.
   */
  readonly direction: 'Ingress' | 'Egress';
  /**
   * The peers' ranges; absent means every peer.
   */
  readonly cidrs?: readonly string[];
  /**
   * The destination ports; absent means every protocol and port.
   */
  readonly ports?: readonly PortRange[];
  /**
   * The rate in bits per second, as 20M.
   */
  readonly rate?: string;
  /**
   * What may pass at once, in bits; absent means half a second of the rate.
   */
  readonly burst?: string;
  /**
   * Not limited but by the ceiling of the Subnet.
   */
  readonly unlimited?: true;
  /**
   * The DSCP value that packets get; Egress only.
   */
  readonly dscp?: number;
}

/**
 * What the controller observed.
 */
export interface QoSPolicyStatus {
  /**
   * Accepted, ResolvedRefs, Programmed and Ready, in this order; True is good.
   */
  readonly conditions?: readonly Condition[];
  /**
   * The metadata.generation that the status speaks of.
   */
  readonly observedGeneration?: number;
  /**
   * The pods that it selects.
   */
  readonly pods?: QoSPolicyPods;
}

/**
 * The pods that it selects.
 */
export interface QoSPolicyPods {
  /**
   * How many pods it selects.
   */
  readonly selected?: number;
  /**
   * How many of them another policy of the same priority governs.
   */
  readonly shadowed?: number;
}

/**
 * What the user wants.
 */
export interface MirrorSessionSpec {
  /**
   * The pods of this namespace, by their labels; {} selects all.
   */
  readonly podSelector: LabelSelector;
  /**
   * Which packets, as the pods see them. Default: "Both".
   */
  readonly direction: 'Ingress' | 'Egress' | 'Both';
  /**
   * Where the copies go: exactly one of its fields.
   */
  readonly sink: MirrorSessionSink;
  /**
   * How long it runs, in seconds, from status.startedAt; may be changed while it runs and after its end. Default: 3600.
   */
  readonly expiresAfterSeconds: number;
}

/**
 * Where the copies go: exactly one of its fields.
 */
export interface MirrorSessionSink {
  /**
   * An interface on the pods' nodes, which tcpdump shows; needs spec.mirroring.nodeInterfaces of the NetworkConfig.
   */
  readonly nodeInterface?: MirrorSessionNodeInterface;
  /**
   * A pod of this namespace.
   */
  readonly pod?: MirrorSessionPod;
  /**
   * A collector that takes GRE; needs spec.mirroring.collectors of the NetworkConfig.
   */
  readonly gre?: MirrorSessionGre;
  /**
   * A collector that takes ERSPAN; needs spec.mirroring.collectors of the NetworkConfig.
   */
  readonly erspan?: MirrorSessionErspan;
}

/**
 * An interface on the pods' nodes, which tcpdump shows; needs spec.mirroring.nodeInterfaces of the NetworkConfig.
 */
export interface MirrorSessionNodeInterface {
  /**
   * The interface's name, which no other session has. Default: "mirror0".
   */
  readonly name: string;
}

/**
 * A pod of this namespace.
 */
export interface MirrorSessionPod {
  /**
   * The pod's name.
   */
  readonly name: string;
}

/**
 * A collector that takes GRE; needs spec.mirroring.collectors of the NetworkConfig.
 */
export interface MirrorSessionGre {
  /**
   * The collector's address.
   */
  readonly remote: string;
  /**
   * The GRE key. Default: 0.
   */
  readonly key: number;
}

/**
 * A collector that takes ERSPAN; needs spec.mirroring.collectors of the NetworkConfig.
 */
export interface MirrorSessionErspan {
  /**
   * The collector's address.
   */
  readonly remote: string;
  /**
   * The ERSPAN session, which the collector sees; sessions to one collector need different ones. Default: 1.
   */
  readonly index: number;
}

/**
 * What the controller observed.
 */
export interface MirrorSessionStatus {
  /**
   * Accepted, ResolvedRefs, Programmed and Ready, in this order; True is good.
   */
  readonly conditions?: readonly Condition[];
  /**
   * The metadata.generation that the status speaks of.
   */
  readonly observedGeneration?: number;
  /**
   * When it began.
   */
  readonly startedAt?: string;
  /**
   * When it ends.
   */
  readonly expiresAt?: string;
  /**
   * How many pods it mirrors.
   */
  readonly pods?: number;
  /**
   * The nodes of these pods, the first 16.
   */
  readonly nodes?: readonly string[];
  /**
   * How many nodes these pods are on.
   */
  readonly nodeCount?: number;
  /**
   * Where the copies go, for people.
   */
  readonly sink?: string;
  /**
   * Who makes the copies; absent while nobody does.
   */
  readonly mechanism?: 'OpenVSwitch';
  /**
   * How the nodes send copies to the node of the sink pod.
   */
  readonly relay?: MirrorSessionRelay;
}

/**
 * How the nodes send copies to the node of the sink pod.
 */
export interface MirrorSessionRelay {
  /**
   * The node of the sink pod.
   */
  readonly node: string;
  /**
   * The address of that node's tunnels.
   */
  readonly address?: string;
  /**
   * The VXLAN network identifier of the copies.
   */
  readonly key: number;
}

/**
 * What the network admin wants.
 */
export interface LoadBalancerIPPoolSpec {
  /**
   * Networks, of which every address is given.
   */
  readonly cidrs?: readonly string[];
  /**
   * Single addresses, or the first and last of a range.
   */
  readonly ranges?: readonly string[];
  /**
   * The Services that may have an address from here, by their labels; absent means all.
   */
  readonly serviceSelector?: LabelSelector;
  /**
   * The namespaces whose Services may have an address from here, by their labels; absent means all.
   */
  readonly namespaceSelector?: LabelSelector;
}

/**
 * What the controller observed.
 */
export interface LoadBalancerIPPoolStatus {
  /**
   * Accepted, ResolvedRefs, Programmed and Ready, in this order; True is good.
   */
  readonly conditions?: readonly Condition[];
  /**
   * The metadata.generation that the status speaks of.
   */
  readonly observedGeneration?: number;
  /**
   * How many addresses of one family there are, as decimal text.
   */
  readonly ipv4?: AddressUsage;
  /**
   * How many addresses of one family there are, as decimal text.
   */
  readonly ipv6?: AddressUsage;
}

/**
 * What the network admin wants.
 */
export interface ProviderNetworkSpec {
  /**
   * The network cards that lead there: of each node the first entry that selects it counts, and a node that none selects is not connected.
   */
  readonly uplinks: readonly ProviderNetworkUplink[];
  /**
   * The largest packet of the network, in bytes; absent means what the network card has.
   */
  readonly mtu?: number;
}

/**
 * The network card of some nodes.
 */
export interface ProviderNetworkUplink {
  /**
   * The nodes, by their labels; absent means all.
   */
  readonly nodeSelector?: LabelSelector;
  /**
   * The network card.
   */
  readonly interface: string;
}

/**
 * What the controller observed.
 */
export interface ProviderNetworkStatus {
  /**
   * Accepted, ResolvedRefs, Programmed and Ready, in this order; True is good.
   */
  readonly conditions?: readonly Condition[];
  /**
   * The metadata.generation that the status speaks of.
   */
  readonly observedGeneration?: number;
  /**
   * How many nodes are connected.
   */
  readonly nodes?: ProviderNetworkNodes;
  /**
   * Nodes that are selected and not connected.
   */
  readonly failing?: readonly ProviderNetworkFailure[];
}

/**
 * How many nodes are connected.
 */
export interface ProviderNetworkNodes {
  /**
   * Nodes that are selected.
   */
  readonly total?: number;
  /**
   * Nodes whose bridge and network card are in place.
   */
  readonly ready?: number;
}

/**
 * A node and why it is not connected.
 */
export interface ProviderNetworkFailure {
  /**
   * The node.
   */
  readonly node: string;
  /**
   * The state that the NodeNetwork shows.
   */
  readonly reason?: string;
}

/**
 * What the network admin wants on this node.
 */
export interface NodeNetworkSpec {
  /**
   * The node's end of the tunnels between the nodes.
   */
  readonly tunnel?: NodeNetworkTunnel;
  /**
   * Denied: no Gateway is placed on this node, as for maintenance; absent means Allowed.
   */
  readonly gateway?: 'Allowed' | 'Denied';
  /**
   * The node's own uplinks of ProviderNetworks, which go before those that the ProviderNetworks name.
   */
  readonly providerNetworks?: readonly NodeNetworkUplink[];
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
 * The uplink of one ProviderNetwork on this node.
 */
export interface NodeNetworkUplink {
  /**
   * The ProviderNetwork.
   */
  readonly name: string;
  /**
   * The node's network card.
   */
  readonly interface: string;
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
   * The node's bridges of ProviderNetworks.
   */
  readonly providerNetworks?: readonly NodeNetworkProviderNetwork[];
  /**
   * The node's part of the MirrorSessions that have pods or their sink here.
   */
  readonly mirrors?: readonly NodeNetworkMirror[];
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
 * The bridge of one ProviderNetwork on this node.
 */
export interface NodeNetworkProviderNetwork {
  /**
   * The ProviderNetwork.
   */
  readonly name: string;
  /**
   * The node's network card.
   */
  readonly interface?: string;
  /**
   * The Open vSwitch bridge.
   */
  readonly bridge?: string;
  /**
   * Whether it is in force.
   */
  readonly state?: 'Ready' | 'LinkDown' | 'InterfaceNotFound' | 'InterfaceInUse' | 'RolledBack';
  /**
   * Why it is not Ready.
   */
  readonly message?: string;
}

/**
 * The node's part of one MirrorSession.
 */
export interface NodeNetworkMirror {
  /**
   * The MirrorSession, as namespace/name.
   */
  readonly session: string;
  /**
   * Whether its copies are made here.
   */
  readonly state: 'Ready' | 'Pending' | 'Failed' | 'Exhausted';
  /**
   * Why they are not.
   */
  readonly message?: string;
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
   * How fast the nodes notice that a gateway node is gone; OVN has one setting for all. Default: {"minRxMilliseconds":300,"minTxMilliseconds":300,"multiplier":3}.
   */
  readonly bfd: NetworkConfigBfd;
  /**
   * What MirrorSessions may reach beside pods of their own namespace, because a mirror is a tap. Default: {"nodeInterfaces":"Denied"}.
   */
  readonly mirroring: NetworkConfigMirroring;
  /**
   * Where the OVN databases are; absent means the controller's and agents' own settings.
   */
  readonly database?: NetworkConfigDatabase;
}

/**
 * How fast the nodes notice that a gateway node is gone; OVN has one setting for all.
 */
export interface NetworkConfigBfd {
  /**
   * The shortest time between two packets that a node can take, in milliseconds. Default: 300.
   */
  readonly minRxMilliseconds: number;
  /**
   * The shortest time between two packets that a node sends, in milliseconds. Default: 300.
   */
  readonly minTxMilliseconds: number;
  /**
   * After how many missed packets a node counts as gone. Default: 3.
   */
  readonly multiplier: number;
}

/**
 * What MirrorSessions may reach beside pods of their own namespace, because a mirror is a tap.
 */
export interface NetworkConfigMirroring {
  /**
   * Whether sessions may copy to interfaces of the nodes, where the nodes' admins see them. Default: "Denied".
   */
  readonly nodeInterfaces: 'Allowed' | 'Denied';
  /**
   * The ranges of the collectors that sessions may send to by GRE or ERSPAN; absent means none.
   */
  readonly collectors?: readonly string[];
  /**
   * The namespaces whose sessions may do so; absent means all.
   */
  readonly namespaceSelector?: LabelSelector;
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

/** A way out of a Vpc: addresses on an External Subnet, on the nodes that it selects, one of them active. */
export type Gateway = Resource<'Gateway', GatewaySpec, GatewayStatus>;

/** Limits what each selected pod sends and receives, and marks what it sends. */
export type QoSPolicy = Resource<'QoSPolicy', QoSPolicySpec, QoSPolicyStatus>;

/** Copies the traffic of selected pods of its namespace to where somebody looks at it, for a limited time. */
export type MirrorSession = Resource<'MirrorSession', MirrorSessionSpec, MirrorSessionStatus>;

/** Addresses outside that Services of type LoadBalancer get. Whatever leads to the nodes must route them there. */
export type LoadBalancerIPPool = Resource<'LoadBalancerIPPool', LoadBalancerIPPoolSpec, LoadBalancerIPPoolStatus>;

/** A physical network that nodes are connected to by a network card: on each of them a bridge of its own. */
export type ProviderNetwork = Resource<'ProviderNetwork', ProviderNetworkSpec, ProviderNetworkStatus>;

/** One node's part of the network: what the network admin sets for it, and what its agent sees. It has the Node's name. */
export type NodeNetwork = Resource<'NodeNetwork', NodeNetworkSpec, NodeNetworkStatus>;

/** The installation's settings; there is one, named default. */
export type NetworkConfig = Resource<'NetworkConfig', NetworkConfigSpec, NetworkConfigStatus>;

/** The type of each kind. */
export interface Kinds {
  readonly Vpc: Vpc;
  readonly Subnet: Subnet;
  readonly IP: IP;
  readonly Gateway: Gateway;
  readonly QoSPolicy: QoSPolicy;
  readonly MirrorSession: MirrorSession;
  readonly LoadBalancerIPPool: LoadBalancerIPPool;
  readonly ProviderNetwork: ProviderNetwork;
  readonly NodeNetwork: NodeNetwork;
  readonly NetworkConfig: NetworkConfig;
}
