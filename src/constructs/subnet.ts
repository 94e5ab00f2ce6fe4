// Generated from crds/schemas by `make generate`: do not edit.
import type { ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { LabelSelector } from '../api/generated/types.ts';
import { apiVersion } from '../api/group.ts';
import type { Gateway } from './gateway.ts';
import { NetworkResource } from './network-resource.ts';
import type { ProviderNetwork } from './provider-network.ts';
import type { Vpc } from './vpc.ts';

/**
 * What the network admin wants.
 */
export interface SubnetSpecProps {
  /**
   * Overlay: a network of a Vpc; External: a physical network on which Gateways have their addresses. Default: "Overlay".
   */
  readonly type?: 'Overlay' | 'External';
  /**
   * The Vpc that this Subnet belongs to; absent for type External only.
   */
  readonly vpc?: Vpc | string;
  /**
   * Where the physical network of an External Subnet is.
   */
  readonly physical?: SubnetPhysicalProps;
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
  readonly priority?: number;
  /**
   * Which namespaces may name this Subnet in an IP of their own. Default: {"from":"Served"}.
   */
  readonly allowedNamespaces?: SubnetAllowedNamespacesProps;
  /**
   * Whose addresses outlive their pods: with StatefulSets an IP that is made from then on stays for the next pod of that name until the set is gone or scaled below it. Default: "Never".
   */
  readonly retain?: 'Never' | 'StatefulSets';
  /**
   * What one tenant may take of this Subnet.
   */
  readonly limits?: SubnetLimitsProps;
  /**
   * The ceiling of each pod here, with or without a QoSPolicy, and whether QoSPolicies may mark packets. Default: {"marking":"Allowed"}.
   */
  readonly qos?: SubnetQoSProps;
  /**
   * How traffic leaves the Vpc. Default: {"mode":"Auto","snat":"Enabled"}.
   */
  readonly egress?: SubnetEgressProps;
  /**
   * Who may open connections into this Subnet; the Subnet itself, its nodes' probes and replies always may. Default: {"mode":"Open"}.
   */
  readonly isolation?: SubnetIsolationProps;
  /**
   * Answers DHCPv4 and DHCPv6 requests of virtual machines and of pods that ask. Default: {"mode":"Disabled","leaseSeconds":3600}.
   */
  readonly dhcp?: SubnetDhcpProps;
  /**
   * IPv6 router advertisements; addresses always come from an IP, never from SLAAC. Default: {"mode":"Disabled"}.
   */
  readonly routerAdvertisements?: SubnetRouterAdvertisementsProps;
}

/**
 * Where the physical network of an External Subnet is.
 */
export interface SubnetPhysicalProps {
  /**
   * The ProviderNetwork whose uplinks lead there.
   */
  readonly providerNetwork: ProviderNetwork | string;
  /**
   * The VLAN tag of the network on the uplinks; absent means untagged.
   */
  readonly vlan?: number;
}

/**
 * Which namespaces may name this Subnet in an IP of their own.
 */
export interface SubnetAllowedNamespacesProps {
  /**
   * Served: those it serves; Selector: those that selector selects; All; None. Default: "Served".
   */
  readonly from?: 'Served' | 'Selector' | 'All' | 'None';
  /**
   * The namespaces of from: Selector.
   */
  readonly selector?: LabelSelector;
}

/**
 * What one tenant may take of this Subnet.
 */
export interface SubnetLimitsProps {
  /**
   * How many IPs one namespace may have here; absent means no limit.
   */
  readonly addressesPerNamespace?: number;
}

/**
 * The ceiling of each pod here, with or without a QoSPolicy, and whether QoSPolicies may mark packets.
 */
export interface SubnetQoSProps {
  /**
   * The most that each pod receives.
   */
  readonly ingress?: SubnetRateLimitProps;
  /**
   * The most that each pod sends.
   */
  readonly egress?: SubnetRateLimitProps;
  /**
   * Whether QoSPolicies may set the DSCP field of packets of pods here. Default: "Allowed".
   */
  readonly marking?: 'Allowed' | 'Denied';
}

/**
 * The most that each pod receives.
 */
export interface SubnetRateLimitProps {
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
export interface SubnetEgressProps {
  /**
   * Distributed: each pod leaves by its own node; Centralized: through gateways; None: nothing leaves; Auto: Distributed where the Vpc has a nodeAttachment, else None. Default: "Auto".
   */
  readonly mode?: 'Auto' | 'Distributed' | 'Centralized' | 'None';
  /**
   * The Gateways of mode Centralized: those that are Ready with the smallest priority share the flows.
   */
  readonly gateways?: readonly (Gateway | string)[];
  /**
   * Whether packets leave with an address of the node (Distributed) or of the Gateway (Centralized) instead of the pod's own. Default: "Enabled".
   */
  readonly snat?: 'Enabled' | 'Disabled';
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
export interface SubnetIsolationProps {
  /**
   * Open: everybody who has a route; Private: only those in allowFrom. Default: "Open".
   */
  readonly mode?: 'Open' | 'Private';
  /**
   * The Subnets and ranges that may open connections into this Private Subnet.
   */
  readonly allowFrom?: readonly SubnetPeerProps[];
}

/**
 * A Subnet or a range.
 */
export interface SubnetPeerProps {
  /**
   * All addresses of this Subnet of the same Vpc.
   */
  readonly subnet?: Subnet | string;
  /**
   * All addresses of this range.
   */
  readonly cidr?: string;
}

/**
 * Answers DHCPv4 and DHCPv6 requests of virtual machines and of pods that ask.
 */
export interface SubnetDhcpProps {
  /**
   * Whether requests are answered. Default: "Disabled".
   */
  readonly mode?: 'Enabled' | 'Disabled';
  /**
   * How long a lease holds, in seconds. Default: 3600.
   */
  readonly leaseSeconds?: number;
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
export interface SubnetRouterAdvertisementsProps {
  /**
   * Stateful: addresses and options by DHCPv6; Stateless: only options by DHCPv6. Default: "Disabled".
   */
  readonly mode?: 'Disabled' | 'Stateful' | 'Stateless';
  /**
   * The shortest time between two advertisements, in seconds.
   */
  readonly minIntervalSeconds?: number;
  /**
   * The longest time between two advertisements, in seconds.
   */
  readonly maxIntervalSeconds?: number;
}

/** What a {@link Subnet} is made of. */
export interface SubnetProps {
  /** Name, namespace, labels and annotations. The name is the construct's id unless it is given here. */
  readonly metadata?: ApiObjectMetadata;
  /** What the network admin wants. */
  readonly spec: SubnetSpecProps;
}

/** A network of a Vpc: its ranges, the pods it serves, who may use it, and who may reach it. */
export class Subnet extends NetworkResource {
  /**
   * @param scope the chart that it belongs to
   * @param id unique in the scope; also the resource's name unless `metadata.name` is given
   */
  constructor(scope: Construct, id: string, props: SubnetProps) {
    super(scope, id, { apiVersion, kind: 'Subnet' }, props);
  }
}
