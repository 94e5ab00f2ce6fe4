// What the Kubernetes API reference says NetworkPolicies mean (networking.k8s.io/v1), for one connection at a time. It shares no code with the
// product: it reads policies as a user writes them, matches addresses with ipaddr.js, and asks every policy about every connection.
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

function passes(
  policies: readonly Policy[],
  direction: 'Ingress' | 'Egress',
  self: End,
  other: End,
  connection: Connection,
): boolean {
  const { pod } = self;
  if (!pod) return true;
  const selecting = policies.filter(({ namespace, spec }) => {
    const types = spec.policyTypes ?? (spec.egress ? ['Ingress', 'Egress'] : ['Ingress']);
    return namespace === pod.namespace && types.includes(direction) && matches(spec.podSelector, pod.labels);
  });
  if (selecting.length === 0) return true;
  return selecting.some(({ namespace, spec }) => {
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
}

/** Whether policies let a connection through: both the egress of its origin and the ingress of its destination have to. */
export function allows(policies: readonly Policy[], connection: Connection): boolean {
  const { from, to } = connection;
  return passes(policies, 'Egress', from, to, connection) && passes(policies, 'Ingress', to, from, connection);
}
