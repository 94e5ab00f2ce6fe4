/** The indexes of the store: how translations find what concerns them without looking at everything. */
import type { Index } from '../store/store.ts';
import { priorityOf } from './cluster-network-policies.ts';
import type { Inputs, IPFacts, NodeNetworkFacts } from './facts.ts';
import { mirrorClaim } from './mirror-sinks.ts';
import { podSetKey, subjectOf } from './pod-sets.ts';
import { requiredLabel } from './selector.ts';

/** Subnets by the Vpc that they name. */
export const subnetsOfVpc = 'Subnet by Vpc';
/** Subnets by the Gateways that their egress names. */
export const subnetsOfGateway = 'Subnet by Gateway';
/** External Subnets by the ProviderNetwork that they name. */
export const subnetsOfProviderNetwork = 'Subnet by ProviderNetwork';
/** Gateways by the Vpc that they name. */
export const gatewaysOfVpc = 'Gateway by Vpc';
/** Gateways by the External Subnet that they name. */
export const gatewaysOfSubnet = 'Gateway by External Subnet';
/** QoSPolicies by namespace. */
export const policiesOfNamespace = 'QoSPolicy by namespace';
/** MirrorSessions by what only one of them can have, see `mirrorClaim`. */
export const sessionsByClaim = 'MirrorSession by claim';
/** Pods by namespace. */
export const podsOfNamespace = 'Pod by namespace';
/** IPs by the Subnet that they name. */
export const ipsOfSubnet = 'IP by Subnet';
/** IPs by `subnet namespace`: one tenant's share of a Subnet. */
export const ipsOfShare = 'IP by Subnet and namespace';
/** IPs by `subnet address`, whether given in the spec or held in the status. */
export const ipsByAddress = 'IP by address';
/** IPs by `subnet mac`. */
export const ipsByMac = 'IP by MAC';
/** IPs by `namespace/pod name/interface` of a Pod or VirtualMachine target. */
export const ipsByTarget = 'IP by target';
/** NodeNetworks by `vpc address` in the join network. */
export const nodesByJoinAddress = 'NodeNetwork by join address';
/** EndpointSlices by the Service that they belong to, `namespace/name`. */
export const slicesOfService = 'EndpointSlice by Service';
/**
 * PodSets by `namespace key=value` of a label that all their pods have, see `requiredLabel`, or by `namespace ` when there is none. Those that
 * select namespaces are under the empty name.
 */
export const podSetsByLabel = 'PodSet by label';
/** The same by `namespace key`. */
export const podSetsByLabelKey = 'PodSet by label key';
/** NetworkPolicies by `set direction` that they isolate. */
export const policiesBySubject = 'NetworkPolicy by subject';
/** ClusterNetworkPolicies by `set direction` that they have rules for. */
export const clusterPoliciesBySubject = 'ClusterNetworkPolicy by subject';
/** ClusterNetworkPolicies by `tier priority`. */
export const clusterPoliciesOfPriority = 'ClusterNetworkPolicy by priority';
/** Shares by namespace: the Subnets in which it has IPs. */
export const sharesOfNamespace = 'Share by namespace';
/** Numbers of named ports by `namespace protocol/name`. */
export const namedPortsOfNamespace = 'NamedPort by name';
/** Services of type LoadBalancer, and those that have an address as such still, all under one value. */
export const balancedServices = 'Service by type LoadBalancer';

/** Addresses that an IP claims. */
export function claimedAddresses(ip: IPFacts): readonly string[] {
  return [
    ...new Set([
      ...(ip.spec.addresses ?? []),
      ...[ip.held.ipv4, ip.held.ipv6].filter((address) => address !== undefined),
    ]),
  ];
}

/** The MAC that an IP claims. */
export function claimedMac(ip: IPFacts): string | undefined {
  return ip.spec.mac ?? ip.held.mac;
}

/** All indexes. */
export const indexes: readonly Index<Inputs>[] = [
  {
    name: subnetsOfVpc,
    kind: 'Subnet',
    values: ({ spec }: Inputs['Subnet']) => (spec.vpc === undefined ? [] : [spec.vpc]),
  },
  { name: subnetsOfGateway, kind: 'Subnet', values: ({ spec }: Inputs['Subnet']) => spec.egress.gateways ?? [] },
  {
    name: subnetsOfProviderNetwork,
    kind: 'Subnet',
    values: ({ spec }: Inputs['Subnet']) => (spec.physical ? [spec.physical.providerNetwork] : []),
  },
  { name: gatewaysOfVpc, kind: 'Gateway', values: ({ spec }: Inputs['Gateway']) => [spec.vpc] },
  { name: gatewaysOfSubnet, kind: 'Gateway', values: ({ spec }: Inputs['Gateway']) => [spec.external.subnet] },
  { name: policiesOfNamespace, kind: 'QoSPolicy', values: ({ meta }: Inputs['QoSPolicy']) => [meta.namespace] },
  {
    name: sessionsByClaim,
    kind: 'MirrorSession',
    values: ({ meta, spec }: Inputs['MirrorSession']) => [mirrorClaim(meta.uid, spec.sink)],
  },
  { name: podsOfNamespace, kind: 'Pod', values: ({ meta }: Inputs['Pod']) => [meta.namespace] },
  { name: ipsOfSubnet, kind: 'IP', values: (ip: IPFacts) => [ip.spec.subnet] },
  { name: ipsOfShare, kind: 'IP', values: (ip: IPFacts) => [`${ip.spec.subnet} ${ip.meta.namespace}`] },
  {
    name: ipsByAddress,
    kind: 'IP',
    values: (ip: IPFacts) => claimedAddresses(ip).map((address) => `${ip.spec.subnet} ${address}`),
  },
  {
    name: ipsByMac,
    kind: 'IP',
    values: (ip: IPFacts) => (claimedMac(ip) ? [`${ip.spec.subnet} ${claimedMac(ip)}`] : []),
  },
  { name: ipsByTarget, kind: 'IP', values: (ip: IPFacts) => (ip.spec.target ? [targetOf(ip)] : []) },
  {
    name: podSetsByLabel,
    kind: 'PodSet',
    values: ({ namespace = '', podSelector }: Inputs['PodSet']) => {
      const label = requiredLabel(podSelector);
      return label ? label.values.map((value) => `${namespace} ${label.key}=${value}`) : [`${namespace} `];
    },
  },
  {
    name: podSetsByLabelKey,
    kind: 'PodSet',
    values: ({ namespace = '', podSelector }: Inputs['PodSet']) => {
      const label = requiredLabel(podSelector);
      return label ? [`${namespace} ${label.key}`] : [];
    },
  },
  {
    name: policiesBySubject,
    kind: 'NetworkPolicy',
    values: (policy: Inputs['NetworkPolicy']) => {
      const subject = podSetKey(subjectOf(policy));
      return (['ingress', 'egress'] as const).filter((each) => policy[each]).map((each) => `${subject} ${each}`);
    },
  },
  {
    name: clusterPoliciesBySubject,
    kind: 'ClusterNetworkPolicy',
    values: (policy: Inputs['ClusterNetworkPolicy']) => {
      const subject = policy.subject && podSetKey(policy.subject);
      return (['ingress', 'egress'] as const).flatMap((each) =>
        subject && policy[each].length > 0 ? [`${subject} ${each}`] : [],
      );
    },
  },
  {
    name: clusterPoliciesOfPriority,
    kind: 'ClusterNetworkPolicy',
    values: (policy: Inputs['ClusterNetworkPolicy']) => [priorityOf(policy)],
  },
  { name: sharesOfNamespace, kind: 'Share', values: ({ namespace }: Inputs['Share']) => [namespace] },
  {
    name: namedPortsOfNamespace,
    kind: 'NamedPort',
    values: ({ namespace, protocol, name }: Inputs['NamedPort']) => [`${namespace} ${protocol}/${name}`],
  },
  {
    name: nodesByJoinAddress,
    kind: 'NodeNetwork',
    values: (node: NodeNetworkFacts) =>
      node.attachments.flatMap(({ vpc, addresses }) => (addresses ?? []).map((address) => `${vpc} ${address}`)),
  },
  {
    name: slicesOfService,
    kind: 'EndpointSlice',
    values: ({ service }: Inputs['EndpointSlice']) => (service === '' ? [] : [service]),
  },
  {
    name: balancedServices,
    kind: 'Service',
    values: ({ type, pooled, ingress }: Inputs['Service']) =>
      type === 'LoadBalancer' || pooled || ingress.length > 0 ? [''] : [],
  },
];

/** The index value of an IP's target. */
export function targetOf(ip: IPFacts): string {
  return targetKey(ip.spec.target?.kind ?? 'Pod', ip.meta.namespace, ip.spec.target?.name ?? '', ip.spec.interface);
}

/** The value under which {@link ipsByTarget} lists the IPs for a target. */
export function targetKey(
  kind: 'Pod' | 'VirtualMachine' | 'Gateway',
  namespace: string,
  name: string,
  networkInterface = 'eth0',
): string {
  return `${kind} ${namespace}/${name}/${networkInterface}`;
}
