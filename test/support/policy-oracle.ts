// What the Kubernetes API reference says NetworkPolicies (networking.k8s.io/v1) and ClusterNetworkPolicies (policy.networking.k8s.io/v1alpha2)
// mean, for one connection at a time. It shares no code with the product: it reads policies as a user writes them, matches addresses with
// ipaddr.js, and asks every policy about every connection.
import ipaddr from 'ipaddr.js';

/** metav1 LabelSelector. */
export interface Selector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
    readonly values?: readonly string[];
  }[];
}

/** NetworkPolicyPeer. */
export interface Peer {
  readonly podSelector?: Selector;
  readonly namespaceSelector?: Selector;
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}

/** NetworkPolicyPort. */
export interface Port {
  readonly protocol?: 'TCP' | 'UDP' | 'SCTP';
  readonly port?: number | string;
  readonly endPort?: number;
}

/** NetworkPolicySpec. */
export interface Spec {
  readonly podSelector: Selector;
  readonly policyTypes?: readonly ('Ingress' | 'Egress')[];
  readonly ingress?: readonly { readonly from?: readonly Peer[]; readonly ports?: readonly Port[] }[];
  readonly egress?: readonly { readonly to?: readonly Peer[]; readonly ports?: readonly Port[] }[];
}

/** A policy in its namespace. */
export interface Policy {
  readonly namespace: string;
  readonly spec: Spec;
}

/** NamespacedPod. */
export interface ClusterPods {
  readonly namespaceSelector?: Selector;
  readonly podSelector: Selector;
}

/** ClusterNetworkPolicyEgressPeer; one of ingress has the first two fields only. */
export interface ClusterPeer {
  readonly namespaces?: Selector;
  readonly pods?: ClusterPods;
  readonly nodes?: Selector;
  readonly networks?: readonly string[];
  readonly domainNames?: readonly string[];
}

interface ClusterPort {
  readonly destinationPort: {
    readonly number?: number;
    readonly range?: { readonly start: number; readonly end: number };
  };
}

/** ClusterNetworkPolicyProtocol. */
export interface ClusterProtocol {
  readonly tcp?: ClusterPort;
  readonly udp?: ClusterPort;
  readonly sctp?: ClusterPort;
  readonly destinationNamedPort?: string;
}

/** ClusterNetworkPolicyIngressRule and ClusterNetworkPolicyEgressRule. */
export interface ClusterRule {
  readonly action: 'Accept' | 'Deny' | 'Pass';
  readonly from?: readonly ClusterPeer[];
  readonly to?: readonly ClusterPeer[];
  readonly protocols?: readonly ClusterProtocol[];
}

/** ClusterNetworkPolicySpec. What two policies of one tier and priority say together is open: the oracle is not asked about such. */
export interface ClusterSpec {
  readonly tier: 'Admin' | 'Baseline';
  readonly priority: number;
  readonly subject: { readonly namespaces?: Selector; readonly pods?: ClusterPods };
  readonly ingress?: readonly ClusterRule[];
  readonly egress?: readonly ClusterRule[];
}

/** One end of a connection that is a pod. */
export interface PolicyPod {
  readonly namespace: string;
  readonly namespaceLabels: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly namedPorts: readonly { readonly name: string; readonly protocol: string; readonly port: number }[];
}

/** One end of a connection; `pod` is absent for what is outside. */
export interface End {
  readonly address: string;
  readonly pod?: PolicyPod;
}

/** A connection that is opened. */
export interface Connection {
  readonly from: End;
  readonly to: End;
  readonly protocol: 'TCP' | 'UDP' | 'SCTP';
  readonly port: number;
}

function matches(selector: Selector, labels: Readonly<Record<string, string>>): boolean {
  for (const [key, value] of Object.entries(selector.matchLabels ?? {})) if (labels[key] !== value) return false;
  for (const { key, operator, values = [] } of selector.matchExpressions ?? []) {
    const has = key in labels;
    const listed = has && values.includes(labels[key]!);
    if (operator === 'In' && !listed) return false;
    if (operator === 'NotIn' && listed) return false;
    if (operator === 'Exists' && !has) return false;
    if (operator === 'DoesNotExist' && has) return false;
  }
  return true;
}

function isPeer(peer: Peer, policyNamespace: string, { address, pod }: End): boolean {
  if (peer.ipBlock) {
    const inside = (cidr: string): boolean => {
      const parsed = ipaddr.parse(address);
      const [network, bits] = ipaddr.parseCIDR(cidr);
      return parsed.kind() === network.kind() && parsed.match([network, bits] as never);
    };
    return inside(peer.ipBlock.cidr) && !(peer.ipBlock.except ?? []).some(inside);
  }
  if (!pod) return false;
  if (peer.namespaceSelector) {
    if (!matches(peer.namespaceSelector, pod.namespaceLabels)) return false;
  } else if (pod.namespace !== policyNamespace) return false;
  return matches(peer.podSelector ?? {}, pod.labels);
}

/** A named port is looked up in the pod that the connection goes to. */
function isPort({ protocol = 'TCP', port, endPort }: Port, connection: Connection): boolean {
  if (protocol !== connection.protocol) return false;
  if (port === undefined) return true;
  if (typeof port === 'string')
    return (connection.to.pod?.namedPorts ?? []).some(
      (each) => each.name === port && each.protocol === protocol && each.port === connection.port,
    );
  return connection.port >= port && connection.port <= (endPort ?? port);
}

/** What NetworkPolicies say about a connection; `undefined` when none selects the pod. */
function passes(
  policies: readonly Policy[],
  direction: 'Ingress' | 'Egress',
  pod: PolicyPod,
  other: End,
  connection: Connection,
): 'Accept' | 'Deny' | undefined {
  const selecting = policies.filter(({ namespace, spec }) => {
    const types = spec.policyTypes ?? (spec.egress ? ['Ingress', 'Egress'] : ['Ingress']);
    return namespace === pod.namespace && types.includes(direction) && matches(spec.podSelector, pod.labels);
  });
  if (selecting.length === 0) return undefined;
  const allowed = selecting.some(({ namespace, spec }) => {
    const rules =
      direction === 'Ingress'
        ? (spec.ingress ?? []).map(({ from, ports }) => ({ peers: from, ports }))
        : (spec.egress ?? []).map(({ to, ports }) => ({ peers: to, ports }));
    return rules.some(
      ({ peers = [], ports = [] }) =>
        (peers.length === 0 || peers.some((peer) => isPeer(peer, namespace, other))) &&
        (ports.length === 0 || ports.some((port) => isPort(port, connection))),
    );
  });
  return allowed ? 'Accept' : 'Deny';
}

function isOneOf({ namespaces, pods }: ClusterSpec['subject'], pod: PolicyPod): boolean {
  if (namespaces) return matches(namespaces, pod.namespaceLabels);
  if (!pods) return false;
  return matches(pods.namespaceSelector ?? {}, pod.namespaceLabels) && matches(pods.podSelector, pod.labels);
}

/** The other ends that are asked about are pods and addresses outside, never nodes. */
function isClusterPeer(peer: ClusterPeer, { address, pod }: End): boolean {
  if (peer.networks) return peer.networks.some((network) => isPeer({ ipBlock: { cidr: network } }, '', { address }));
  return pod !== undefined && isOneOf(peer, pod);
}

function isClusterPort(protocol: ClusterProtocol, { to, protocol: used, port }: Connection): boolean {
  if (protocol.destinationNamedPort !== undefined)
    return (to.pod?.namedPorts ?? []).some(
      (each) => each.name === protocol.destinationNamedPort && each.protocol === used && each.port === port,
    );
  const { number, range } = protocol[used.toLowerCase() as 'tcp' | 'udp' | 'sctp']?.destinationPort ?? {};
  return number === port || (range !== undefined && range.start <= port && port <= range.end);
}

/** The action of the first rule of a tier that is about a connection; `undefined` when none is. */
function decision(
  policies: readonly ClusterSpec[],
  tier: ClusterSpec['tier'],
  direction: 'Ingress' | 'Egress',
  pod: PolicyPod,
  other: End,
  connection: Connection,
): ClusterRule['action'] | undefined {
  const inOrder = policies
    .filter((policy) => policy.tier === tier && isOneOf(policy.subject, pod))
    .sort((a, b) => a.priority - b.priority)
    .flatMap(({ ingress = [], egress = [] }) => (direction === 'Ingress' ? ingress : egress));
  for (const { action, from = [], to = [], protocols = [] } of inOrder) {
    const peers = direction === 'Ingress' ? from : to;
    // "fail closed" of the API reference: who can't tell whom a peer means takes it for nobody to accept, and for everybody to deny.
    if (peers.some(({ domainNames }) => domainNames)) {
      if (action === 'Accept') continue;
      return 'Deny';
    }
    const matching =
      peers.some((peer) => isClusterPeer(peer, other)) &&
      (protocols.length === 0 || protocols.some((protocol) => isClusterPort(protocol, connection)));
    if (matching) return action;
  }
  return undefined;
}

/** Whether a connection passes, and what said so in its two directions, or in one when that cut it; for tests that ask whether they test something. */
export interface Judgement {
  readonly passes: boolean;
  /** Like "Admin Accept", "Admin Pass", "NetworkPolicy Deny"; empty when no policy is about it. */
  readonly because: readonly string[];
}

/**
 * What policies say about a connection: both the egress of its origin and the ingress of its destination have to let it through. In each
 * direction the tiers are asked in order, Admin, NetworkPolicies, Baseline, and the first that decides has the say; if none does, it passes.
 */
export function judge(
  policies: readonly Policy[],
  clusterPolicies: readonly ClusterSpec[],
  connection: Connection,
): Judgement {
  const { from, to } = connection;
  const because: string[] = [];
  for (const direction of ['Egress', 'Ingress'] as const) {
    const [{ pod }, other] = direction === 'Egress' ? [from, to] : [to, from];
    if (!pod) continue;
    const tiers = [
      ['Admin', () => decision(clusterPolicies, 'Admin', direction, pod, other, connection)],
      ['NetworkPolicy', () => passes(policies, direction, pod, other, connection)],
      ['Baseline', () => decision(clusterPolicies, 'Baseline', direction, pod, other, connection)],
    ] as const;
    for (const [tier, ask] of tiers) {
      const said = ask();
      if (said) because.push(`${tier} ${said}`);
      if (said === 'Deny') return { passes: false, because };
      if (said === 'Accept') break;
    }
  }
  return { passes: true, because };
}

/** Whether policies let a connection through, see {@link judge}. */
export const allows = (
  policies: readonly Policy[],
  connection: Connection,
  clusterPolicies: readonly ClusterSpec[] = [],
): boolean => judge(policies, clusterPolicies, connection).passes;
