/**
 * ClusterNetworkPolicies (policy.networking.k8s.io/v1alpha2, kubernetes-sigs/network-policy-api): facts. An administrator's
 * rules about the pods of all namespaces, before NetworkPolicies (tier Admin) or after them (tier Baseline).
 */
import type { LabelSelector, ObjectMeta } from '../api/index.ts';
import { parseCidr } from '../net/cidr.ts';
import type { PolicyPort, Protocol } from './kubernetes.ts';
import { type Meta, metaOf } from './meta.ts';

/** `spec.tier`. */
export type ClusterPolicyTier = 'Admin' | 'Baseline';

/** Pods of the namespaces that are selected. */
export interface NamespacedPods {
  readonly namespaceSelector: LabelSelector;
  readonly podSelector: LabelSelector;
}

/** Who is at the other end: pods, nodes, or networks in CIDR notation. */
export type ClusterPolicyPeer =
  | { readonly pods: NamespacedPods }
  | { readonly nodes: LabelSelector }
  | { readonly networks: readonly string[] };

/** A rule: what happens to traffic of any of the peers on any of the ports (all when there are none). */
export interface ClusterPolicyRule {
  readonly name: string;
  readonly action: 'Accept' | 'Deny' | 'Pass';
  readonly peers: readonly ClusterPolicyPeer[];
  readonly ports: readonly PolicyPort[];
  /** Fields that we do not know or can not do: see {@link inForce}. */
  readonly unsupported: readonly string[];
}

/** A ClusterNetworkPolicy. */
export interface ClusterNetworkPolicyFacts {
  readonly meta: Meta;
  readonly tier: ClusterPolicyTier;
  /** 0 to 1000; the smaller comes first. */
  readonly priority: number;
  /** Absent when it is something that we do not know. */
  readonly subject?: NamespacedPods;
  readonly ingress: readonly ClusterPolicyRule[];
  readonly egress: readonly ClusterPolicyRule[];
}

interface PeerObject {
  readonly namespaces?: LabelSelector;
  readonly pods?: { readonly namespaceSelector?: LabelSelector; readonly podSelector?: LabelSelector };
  readonly nodes?: LabelSelector;
  readonly networks?: readonly string[];
}

interface PortObject {
  readonly destinationPort?: {
    readonly number?: number;
    readonly range?: { readonly start: number; readonly end: number };
  };
}

interface ProtocolObject {
  readonly tcp?: PortObject;
  readonly udp?: PortObject;
  readonly sctp?: PortObject;
  readonly destinationNamedPort?: string;
}

interface RuleObject {
  readonly name?: string;
  readonly action: ClusterPolicyRule['action'];
  readonly from?: readonly PeerObject[];
  readonly to?: readonly PeerObject[];
  readonly protocols?: readonly ProtocolObject[];
}

/** A ClusterNetworkPolicy as far as it is read. Its CustomResourceDefinition is somebody else's: nothing is taken for granted. */
interface ClusterNetworkPolicyObject {
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly tier: ClusterPolicyTier;
    readonly priority: number;
    readonly subject: Pick<PeerObject, 'namespaces' | 'pods'>;
    readonly ingress?: readonly RuleObject[];
    readonly egress?: readonly RuleObject[];
  };
}

/** Facts of a ClusterNetworkPolicy. */
export function clusterNetworkPolicyFacts({ metadata, spec }: ClusterNetworkPolicyObject): ClusterNetworkPolicyFacts {
  const subject = podsOf(spec.subject);
  return {
    meta: metaOf(metadata),
    tier: spec.tier,
    priority: spec.priority,
    ...(subject ? { subject } : {}),
    ingress: (spec.ingress ?? []).map((rule) => ruleFacts(rule, rule.from ?? [])),
    egress: (spec.egress ?? []).map((rule) => ruleFacts(rule, rule.to ?? [])),
  };
}

/** What something is by that we do not know. */
const fieldsOf = (value: object): string => Object.keys(value).sort().join(', ') || 'nothing';

function ruleFacts({ name = '', action, protocols = [] }: RuleObject, peers: readonly PeerObject[]): ClusterPolicyRule {
  const unsupported: string[] = peers.length === 0 ? ['no peers'] : [];
  return {
    ...{ name, action },
    peers: peers.flatMap((peer) => {
      const known = peerFacts(peer);
      if (!known) unsupported.push(`a peer by ${fieldsOf(peer)}`);
      return known ?? [];
    }),
    ports: protocols.flatMap((protocol) => {
      const known = portFacts(protocol);
      if (known.length === 0) unsupported.push(`a protocol by ${fieldsOf(protocol)}`);
      return known;
    }),
    unsupported,
  };
}

function podsOf({ namespaces, pods }: PeerObject): NamespacedPods | undefined {
  if (namespaces) return { namespaceSelector: namespaces, podSelector: {} };
  return pods && { namespaceSelector: pods.namespaceSelector ?? {}, podSelector: pods.podSelector ?? {} };
}

function peerFacts(peer: PeerObject): ClusterPolicyPeer | undefined {
  const pods = podsOf(peer);
  if (pods) return { pods };
  if (peer.nodes) return { nodes: peer.nodes };
  return peer.networks?.every((text) => parseCidr(text)) ? { networks: peer.networks } : undefined;
}

/** A name is one of any protocol. */
function portFacts({ tcp, udp, sctp, destinationNamedPort }: ProtocolObject): readonly PolicyPort[] {
  if (destinationNamedPort)
    return (['TCP', 'UDP', 'SCTP'] as const).map((protocol) => ({ protocol, port: destinationNamedPort }));
  if (tcp) return numbered('TCP', tcp);
  if (udp) return numbered('UDP', udp);
  return sctp ? numbered('SCTP', sctp) : [];
}

function numbered(protocol: Protocol, { destinationPort }: PortObject): readonly PolicyPort[] {
  if (!destinationPort) return [{ protocol }];
  const { number: port, range } = destinationPort;
  if (isPort(port)) return [{ protocol, port }];
  return isPort(range?.start) && isPort(range.end) ? [{ protocol, port: range.start, endPort: range.end }] : [];
}

const isPort = (value: number | undefined): value is number => Number.isInteger(value);

/**
 * What of a rule is in force. One that says something we do not know fails closed, as the API asks: to accept, it is about no traffic; to deny or
 * to pass on, it denies all (ClusterNetworkPolicyEgressPeer).
 */
export function inForce(rule: ClusterPolicyRule): ClusterPolicyRule | undefined {
  if (rule.unsupported.length === 0) return rule;
  return rule.action === 'Accept' ? undefined : { ...rule, action: 'Deny', peers: [], ports: [] };
}

/** The value under which the policies of one tier and priority are listed. */
export const priorityOf = ({ tier, priority }: Pick<ClusterNetworkPolicyFacts, 'tier' | 'priority'>): string =>
  `${tier} ${priority}`;
