/**
 * Sets of pods that policies name, as subjects or as peers. A set is what its selectors say: policies that say the same share it, it is in the
 * store as long as one of them does, and nobody writes it. A pod's IP looks up the sets it is in; a policy refers to sets and never lists pods.
 */
import { createHash } from 'node:crypto';
import type { LabelSelector } from '../api/index.ts';
import type { Implication } from '../store/store.ts';
import { type ClusterNetworkPolicyFacts, type ClusterPolicyPeer, inForce } from './cluster-network-policies.ts';
import type { Inputs, IPFacts } from './facts.ts';
import type { NetworkPolicyFacts, PodFacts, PolicyPeer, PolicyPort, Protocol } from './kubernetes.ts';

/** A port by the name that containers give it. */
export interface PortName {
  readonly protocol: Protocol;
  readonly name: string;
}

/** The pods that are meant by a policy; pods in the node's own network never are. */
export interface PodSetFacts {
  /** Of this namespace; absent: of those that `namespaceSelector` selects. */
  readonly namespace?: string;
  readonly namespaceSelector?: LabelSelector;
  readonly podSelector: LabelSelector;
  /** Only those with such a port, told apart by its number. */
  readonly port?: PortName;
}

/** That a namespace has IPs in a Subnet. */
export interface ShareFacts {
  readonly namespace: string;
  readonly subnet: string;
}

/** That a namespace has pods that call a port so. */
export interface NamedPortFacts extends PortName {
  readonly namespace: string;
  readonly number: number;
}

/** The key of a set: a hash of what it says, in one spelling. */
export function podSetKey({ namespace, namespaceSelector, podSelector, port }: PodSetFacts): string {
  const text = JSON.stringify([
    namespace ?? null,
    namespaceSelector ? canonical(namespaceSelector) : null,
    canonical(podSelector),
    port ? [port.protocol, port.name] : null,
  ]);
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function canonical({ matchLabels = {}, matchExpressions = [] }: LabelSelector): unknown {
  return [
    Object.entries(matchLabels).sort(),
    matchExpressions
      .map(({ key, operator, values = [] }) => JSON.stringify([key, operator, [...values].sort()]))
      .sort(),
  ];
}

/** All pods that there are. */
const everyPod: PodSetFacts = { namespaceSelector: {}, podSelector: {} };

/** The pods that a NetworkPolicy applies to. */
export const subjectOf = ({ meta, podSelector }: NetworkPolicyFacts): PodSetFacts => ({
  namespace: meta.namespace,
  podSelector,
});

/** The pods that a peer means; `undefined` when it means addresses. Without a namespaceSelector they are of the policy's own namespace. */
export function peerSet(
  namespace: string,
  { podSelector, namespaceSelector, ipBlock }: PolicyPeer,
): PodSetFacts | undefined {
  if (ipBlock) return undefined;
  return namespaceSelector
    ? { namespaceSelector, podSelector: podSelector ?? {} }
    : { namespace, podSelector: podSelector ?? {} };
}

/** The pods that a peer of a ClusterNetworkPolicy means; `undefined` when it means addresses. */
export const clusterPeerSet = (peer: ClusterPolicyPeer): PodSetFacts | undefined =>
  'pods' in peer ? peer.pods : undefined;

/**
 * The sets among which a rule's named ports have their numbers: ingress asks the subject's own pods, egress those that it goes to.
 * @param peers the sets of the rule's peers, `undefined` for addresses
 */
export function portOwners(
  direction: 'ingress' | 'egress',
  subject: PodSetFacts,
  peers: readonly (PodSetFacts | undefined)[],
): readonly PodSetFacts[] {
  if (direction === 'ingress') return [subject];
  return peers.length === 0 ? [everyPod] : peers.map((peer) => peer ?? everyPod);
}

/** Every set that a rule names. */
function setsOfRule(
  direction: 'ingress' | 'egress',
  subject: PodSetFacts,
  peers: readonly (PodSetFacts | undefined)[],
  ports: readonly PolicyPort[],
): readonly PodSetFacts[] {
  return [
    ...peers.flatMap((peer) => peer ?? []),
    ...ports.flatMap(({ protocol, port }) =>
      typeof port === 'string'
        ? portOwners(direction, subject, peers).map((set) => ({ ...set, port: { protocol, name: port } }))
        : [],
    ),
  ];
}

/** Every set that a NetworkPolicy names. */
function setsOfPolicy(policy: NetworkPolicyFacts): readonly PodSetFacts[] {
  const subject = subjectOf(policy);
  const of = (direction: 'ingress' | 'egress') =>
    (policy[direction] ?? []).flatMap(({ peers, ports }) =>
      setsOfRule(
        direction,
        subject,
        peers.map((peer) => peerSet(policy.meta.namespace, peer)),
        ports,
      ),
    );
  return [subject, ...of('ingress'), ...of('egress')];
}

/** Every set that a ClusterNetworkPolicy names. */
function setsOfClusterPolicy(policy: ClusterNetworkPolicyFacts): readonly PodSetFacts[] {
  const { subject } = policy;
  if (!subject) return [];
  const of = (direction: 'ingress' | 'egress') =>
    policy[direction]
      .flatMap((rule) => inForce(rule) ?? [])
      .flatMap(({ peers, ports }) => setsOfRule(direction, subject, peers.map(clusterPeerSet), ports));
  return [subject, ...of('ingress'), ...of('egress')];
}

/** What other objects imply. */
export const implications: readonly Implication<Inputs>[] = [
  {
    kind: 'PodSet',
    by: 'NetworkPolicy',
    values: (policy: NetworkPolicyFacts) => setsOfPolicy(policy).map((facts) => ({ key: podSetKey(facts), facts })),
  },
  {
    kind: 'PodSet',
    by: 'ClusterNetworkPolicy',
    values: (policy: ClusterNetworkPolicyFacts) =>
      setsOfClusterPolicy(policy).map((facts) => ({ key: podSetKey(facts), facts })),
  },
  {
    kind: 'Share',
    by: 'IP',
    values: ({ meta, spec }: IPFacts) => [
      { key: `${spec.subnet} ${meta.namespace}`, facts: { namespace: meta.namespace, subnet: spec.subnet } },
    ],
  },
  {
    kind: 'NamedPort',
    by: 'Pod',
    values: ({ meta: { namespace }, ports }: PodFacts) =>
      ports
        .filter(({ name }) => name !== '')
        .map(({ name, protocol, port: number }) => ({
          key: `${namespace} ${protocol}/${name} ${number}`,
          facts: { namespace, protocol, name, number },
        })),
  },
];
