/**
 * The facts of each watched object: what a translation may look at, and nothing else, so that a write of ours or a heartbeat
 * dirties nobody. One projection per kind; the store holds their results. Those of Kubernetes' own kinds are in `kubernetes.ts`.
 */
import {
  findCondition,
  type Gateway,
  type GatewaySpec,
  type IP,
  type IPSpec,
  type LoadBalancerIPPool,
  type LoadBalancerIPPoolSpec,
  labels,
  type MirrorSession,
  type MirrorSessionRelay,
  type MirrorSessionSpec,
  type MirrorSessionStatus,
  type NetworkConfig,
  type NetworkConfigSpec,
  type NodeNetwork,
  type NodeNetworkAttachment,
  type NodeNetworkMirror,
  type NodeNetworkProviderNetwork,
  type NodeNetworkSpec,
  type ProviderNetwork,
  type ProviderNetworkSpec,
  type QoSPolicy,
  type QoSPolicySpec,
  type Resource,
  type Subnet,
  type SubnetEgressStatus,
  type SubnetSpec,
  type Vpc,
  type VpcSpec,
} from '../api/index.ts';
import type { Uuid } from '../ovsdb/index.ts';
import type { LineInputs } from '../reconcile/programming.ts';
import type { ClusterNetworkPolicyFacts } from './cluster-network-policies.ts';
import type {
  EndpointSliceFacts,
  NamespaceFacts,
  NetworkPolicyFacts,
  NodeFacts,
  PodFacts,
  ServiceFacts,
} from './kubernetes.ts';
import { type Meta, metaOf } from './meta.ts';
import type { NamedPortFacts, PodSetFacts, ShareFacts } from './pod-sets.ts';

export { keyOf, type Meta } from './meta.ts';

import { type StatefulSetFacts, type StatefulSetReference, statefulSetOf } from './stateful-sets.ts';

/** One of our resources. */
export interface ResourceFacts<Spec> {
  readonly meta: Meta;
  readonly spec: Spec;
  /** Incumbency: what is accepted, or programmed, keeps its place in a conflict. */
  readonly accepted: boolean;
  /** The generation of which `accepted` speaks: a spec that was changed since has yet to prove itself. */
  readonly acceptedGeneration?: number;
  readonly programmed: boolean;
}

/** A Vpc, with the join network that it has: a changed NetworkConfig does not move the nodes' ports. */
export interface VpcFacts extends ResourceFacts<VpcSpec> {
  readonly joinCidrs: readonly string[] | undefined;
}

/** A Subnet, with what is in force: the MTU of its pods, and how they leave. */
export interface SubnetFacts extends ResourceFacts<SubnetSpec> {
  readonly mtuInForce?: number | undefined;
  readonly egressInForce?: SubnetEgressStatus | undefined;
}

/** A Gateway, with what its status remembers. */
export interface GatewayFacts extends ResourceFacts<GatewaySpec> {
  /** Its addresses as they were: an address that was allocated stays its own. */
  readonly held: readonly string[];
  /** Whether it carried traffic when that was known last, and on which node: counts until the southbound database has been read. */
  readonly wasReady: boolean;
  readonly wasOn: string | undefined;
}

/** A QoSPolicy. */
export type QoSPolicyFacts = ResourceFacts<QoSPolicySpec>;

/** A MirrorSession, with what the controller decided about it. */
export interface MirrorSessionFacts extends ResourceFacts<MirrorSessionSpec> {
  /** RFC 3339. */
  readonly startedAt: string | undefined;
  /** Who makes the copies; absent while nobody shall: the nodes go by it. */
  readonly mechanism?: MirrorSessionStatus['mechanism'];
  /** Where the nodes send copies for a pod. */
  readonly relay?: MirrorSessionRelay | undefined;
}

/** A LoadBalancerIPPool. */
export type LoadBalancerIPPoolFacts = ResourceFacts<LoadBalancerIPPoolSpec>;

/** A ProviderNetwork. */
export type ProviderNetworkFacts = ResourceFacts<ProviderNetworkSpec>;

/** An IP, with what the controller decided about it. */
export interface IPFacts extends ResourceFacts<IPSpec> {
  /** Whether the controller made it. */
  readonly made: boolean;
  /** Addresses that the status holds, by family. */
  readonly held: { readonly ipv4?: string; readonly ipv6?: string; readonly mac?: string };
  /** The pod it is bound to. */
  readonly bound: { readonly uid: string; readonly node: string } | undefined;
  /** Whether its port was up once, by its Ready condition. */
  readonly wasUp: boolean;
  /** The StatefulSet for whose member the controller made it, to outlive the pod. */
  readonly keptFor?: StatefulSetReference;
}

/** A NodeNetwork, with what agent and controller decided. */
export interface NodeNetworkFacts extends ResourceFacts<NodeNetworkSpec> {
  readonly chassis: string | undefined;
  readonly tunnelMtu: number | undefined;
  readonly attachments: readonly NodeNetworkAttachment[];
  /** The address of its tunnels, as its agent sees it. */
  readonly tunnelAddress?: string | undefined;
  /** Its part of MirrorSessions, as its agent sees it. */
  readonly mirrors?: readonly NodeNetworkMirror[];
  /** The node's bridges of ProviderNetworks, as its agent sees them. */
  readonly providerNetworks: readonly NodeNetworkProviderNetwork[];
}

/** The NetworkConfig. */
export interface NetworkConfigFacts extends ResourceFacts<NetworkConfigSpec> {
  readonly defaultsCreated: boolean;
}

/** A logical switch port as the northbound database shows it, by its name (`Logical_Switch_Port.name`, `up`), or a router port of a Gateway. */
export interface PortFacts {
  readonly up: boolean;
  /** Addresses in `Logical_Switch_Port.addresses` or `Logical_Router_Port.networks`, for who keeps an address of two. */
  readonly addresses: readonly string[];
}

/** What allocation could not do for an IP, by its key. */
export interface AllocationFacts {
  readonly reason: 'SubnetExhausted' | 'QuotaExceeded';
  readonly message: string;
}

/** Use of a Subnet's addresses, by family. Counts as decimal text: a /64 does not fit a number. */
export interface UsageFacts {
  readonly ipv4?: FamilyUsage;
  readonly ipv6?: FamilyUsage;
}

/** One family of a Subnet. */
export interface FamilyUsage {
  readonly total: string;
  readonly used: string;
  readonly available: string;
  readonly lastAllocated?: string;
}

/** A database: `northbound`, or `southbound`, which has the schema `` until it has been read once. */
export interface DatabaseFacts {
  readonly connected: boolean;
  readonly schema: string;
  /** UUID of the only row of NB_Global; absent while there is none. */
  readonly root?: Uuid | undefined;
  /** What its server can do beyond OVN 23.03, by its schema: sorted. */
  readonly features?: readonly NorthboundFeature[];
}

/** Something that only newer servers can: tiers of ACLs (`ACL.tier`, and the action `pass`). */
export type NorthboundFeature = 'acl-tiers';

/** Where a gateway's router port is, as the southbound database shows it (`Port_Binding` of type chassisredirect), by its `Logical_Router_Port.name`. */
export interface GatewayPortFacts {
  /** Name of the chassis that has claimed it; `undefined` while none has. */
  readonly chassis: string | undefined;
}

/** The clock of a MirrorSession, by its key: the only way in which time enters the store. */
export interface ClockFacts {
  /** RFC 3339: when it began; what its status says, once that says anything. */
  readonly startedAt: string;
  readonly expired: boolean;
}

/** Every kind of fact that a translation may read. */
export interface Inputs extends LineInputs {
  Vpc: VpcFacts;
  Subnet: SubnetFacts;
  IP: IPFacts;
  Gateway: GatewayFacts;
  QoSPolicy: QoSPolicyFacts;
  MirrorSession: MirrorSessionFacts;
  ProviderNetwork: ProviderNetworkFacts;
  LoadBalancerIPPool: LoadBalancerIPPoolFacts;
  NodeNetwork: NodeNetworkFacts;
  NetworkConfig: NetworkConfigFacts;
  Pod: PodFacts;
  Namespace: NamespaceFacts;
  Node: NodeFacts;
  StatefulSet: StatefulSetFacts;
  Service: ServiceFacts;
  EndpointSlice: EndpointSliceFacts;
  NetworkPolicy: NetworkPolicyFacts;
  ClusterNetworkPolicy: ClusterNetworkPolicyFacts;
  PodSet: PodSetFacts;
  Share: ShareFacts;
  NamedPort: NamedPortFacts;
  Port: PortFacts;
  Allocation: AllocationFacts;
  Usage: UsageFacts;
  Database: DatabaseFacts;
  GatewayPort: GatewayPortFacts;
  Clock: ClockFacts;
}

/** Facts of a Vpc. */
export function vpcFacts(vpc: Vpc): Inputs['Vpc'] {
  return { ...resourceFacts(vpc, vpc.spec ?? {}), joinCidrs: vpc.status?.joinCidrs };
}

/** Facts of a Subnet. */
export function subnetFacts(subnet: Subnet): Inputs['Subnet'] {
  return {
    ...resourceFacts(subnet, subnet.spec),
    mtuInForce: subnet.status?.mtu,
    egressInForce: subnet.status?.egress,
  };
}

/** Facts of an IP. */
export function ipFacts(ip: IP): IPFacts {
  const { spec, status, metadata } = ip;
  const ours = metadata.labels?.[labels.managedBy] === 'controller';
  const made = ours && spec.target?.uid !== undefined;
  const keptFor = ours && !made ? statefulSetOf(metadata) : undefined;
  const uid = made ? spec.target?.uid : status?.uid;
  const node = made ? spec.node : status?.node;
  const { meta, accepted, programmed } = resourceFacts(ip, spec);
  // Named one by one: V8 gives every object that is spread first and added to afterwards a hidden class of its own.
  return {
    meta,
    spec,
    accepted,
    programmed,
    made,
    held: {
      ...(status?.ipv4 ? { ipv4: status.ipv4 } : {}),
      ...(status?.ipv6 ? { ipv6: status.ipv6 } : {}),
      ...(status?.mac ? { mac: status.mac } : {}),
    },
    bound: uid && node ? { uid, node } : undefined,
    wasUp: ['PortUp', 'ProbesUnreachable', 'PortDown', 'InUse', 'NodeUnreachable'].includes(
      findCondition(status?.conditions, 'Ready')?.reason ?? '',
    ),
    ...(keptFor ? { keptFor } : {}),
  };
}

/** Facts of a NodeNetwork. */
export function nodeNetworkFacts(nodeNetwork: NodeNetwork): NodeNetworkFacts {
  const { status } = nodeNetwork;
  return {
    ...resourceFacts(nodeNetwork, nodeNetwork.spec ?? {}),
    chassis: status?.chassis,
    tunnelMtu: status?.tunnel?.mtu,
    ...(status?.tunnel?.address === undefined ? {} : { tunnelAddress: status.tunnel.address }),
    ...(status?.mirrors === undefined ? {} : { mirrors: status.mirrors }),
    attachments: status?.attachments ?? [],
    providerNetworks: status?.providerNetworks ?? [],
  };
}

/** Facts of a Gateway. */
export function gatewayFacts(gateway: Gateway): GatewayFacts {
  return {
    ...resourceFacts(gateway, gateway.spec),
    held: gateway.status?.addresses ?? [],
    wasReady: findCondition(gateway.status?.conditions, 'Ready')?.status === 'True',
    wasOn: gateway.status?.activeNode,
  };
}

/** Facts of a QoSPolicy. */
export function qosPolicyFacts(policy: QoSPolicy): QoSPolicyFacts {
  return resourceFacts(policy, policy.spec);
}

/** Facts of a MirrorSession. */
export function mirrorSessionFacts(session: MirrorSession): MirrorSessionFacts {
  const { startedAt, mechanism, relay } = session.status ?? {};
  return {
    ...resourceFacts(session, session.spec),
    startedAt,
    ...(mechanism === undefined ? {} : { mechanism }),
    ...(relay === undefined ? {} : { relay }),
  };
}

/** Facts of a LoadBalancerIPPool. */
export function loadBalancerIPPoolFacts(pool: LoadBalancerIPPool): LoadBalancerIPPoolFacts {
  return resourceFacts(pool, pool.spec);
}

/** Facts of a ProviderNetwork. */
export function providerNetworkFacts(network: ProviderNetwork): ProviderNetworkFacts {
  return resourceFacts(network, network.spec);
}

/** Facts of a NetworkConfig. */
export function networkConfigFacts(config: NetworkConfig): NetworkConfigFacts {
  return { ...resourceFacts(config, config.spec), defaultsCreated: config.status?.defaultsCreated === true };
}

function resourceFacts<Spec>(
  resource: Resource<
    string,
    unknown,
    {
      readonly conditions?: readonly {
        readonly type: string;
        readonly status: string;
        readonly observedGeneration?: number;
      }[];
    }
  >,
  spec: Spec,
): ResourceFacts<Spec> {
  const find = (type: string) =>
    resource.status?.conditions?.find((each) => each.type === type && each.status === 'True');
  const accepted = find('Accepted');
  return {
    meta: metaOf(resource.metadata),
    spec,
    accepted: accepted !== undefined,
    ...(accepted?.observedGeneration === undefined ? {} : { acceptedGeneration: accepted.observedGeneration }),
    programmed: find('Programmed') !== undefined,
  };
}
