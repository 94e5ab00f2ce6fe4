/**
 * Who may do what: least-privilege roles, derived from the registry of kinds. A new kind gets its rights here without a line being added.
 */
import { kinds } from '../../src/api/generated/kinds.ts';
import { group, serviceAccounts, systemNamespace } from '../../src/api/group.ts';
import type { KindDescriptor } from '../../src/api/resource.ts';
import { installationLabels, type Manifest } from './manifest.ts';

/** A rule of a role (rbac.authorization.k8s.io/v1 `PolicyRule`). */
export interface PolicyRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

const read = ['get', 'list', 'watch'];
const write = ['create', 'delete', 'deletecollection', 'patch', 'update'];

const all: readonly KindDescriptor[] = Object.values(kinds);
const plurals = (chosen: readonly KindDescriptor[]) => chosen.map(({ plural }) => plural);
const tenants = plurals(all.filter(({ owner }) => owner === 'tenant'));
const infrastructure = plurals(all.filter(({ owner }) => owner === 'network-admin'));

const ours = (resources: readonly string[], verbs: readonly string[]): PolicyRule => ({
  apiGroups: [group],
  resources,
  verbs,
});
const core = (resources: readonly string[], verbs: readonly string[]): PolicyRule => ({
  apiGroups: [''],
  resources,
  verbs,
});
const discovery: PolicyRule = { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: read };
const recordEvents: PolicyRule = { apiGroups: ['events.k8s.io'], resources: ['events'], verbs: ['create', 'patch'] };

/** What the controller may do in the whole cluster. */
export const controllerRules: readonly PolicyRule[] = [
  ours(plurals(all), read),
  ours(
    plurals(all).map((plural) => `${plural}/status`),
    ['patch', 'update'],
  ),
  ours([kinds.IP.plural], ['create', 'delete', 'patch', 'update']),
  // Vpc and Subnet default, once.
  ours([kinds.Vpc.plural, kinds.Subnet.plural], ['create']),
  // Their finalizers; the spec of what others made is never written.
  ours(
    [kinds.Vpc, kinds.Subnet, kinds.Gateway, kinds.ProviderNetwork].map(({ plural }) => plural),
    ['patch'],
  ),
  core(['namespaces', 'nodes', 'pods', 'services'], read),
  // The addresses that LoadBalancerIPPools give.
  core(['services/status'], ['patch']),
  discovery,
  // Which members they have, for whom addresses are kept.
  { apiGroups: ['apps'], resources: ['statefulsets'], verbs: read },
  { apiGroups: ['networking.k8s.io'], resources: ['networkpolicies'], verbs: read },
  { apiGroups: ['policy.networking.k8s.io'], resources: ['clusternetworkpolicies'], verbs: read },
  { apiGroups: ['policy.networking.k8s.io'], resources: ['clusternetworkpolicies/status'], verbs: ['patch'] },
  recordEvents,
];

/** What the controller may do in its own namespace: be elected, and read the certificates that NetworkConfig names. */
export const ownNamespaceRules: readonly PolicyRule[] = [
  core(['secrets'], ['get']),
  { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: [...read, 'create', 'patch', 'update'] },
];

/** What a node's agent may do; the admission policy `agent-own-node` limits it further, to the NodeNetwork of its own node. */
export const agentRules: readonly PolicyRule[] = [
  ours(plurals(all), read),
  ours([kinds.NodeNetwork.plural], ['create']),
  ours([`${kinds.NodeNetwork.plural}/status`], ['patch']),
  core(['namespaces', 'nodes', 'pods', 'services'], read),
  discovery,
  recordEvents,
];

/** The roles and their bindings. */
export function rbac(): readonly Manifest[] {
  return [
    serviceAccount(serviceAccounts.controller),
    serviceAccount(serviceAccounts.agent),
    clusterRole('subnetes-controller', controllerRules),
    clusterRoleBinding('subnetes-controller', serviceAccounts.controller),
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name: 'subnetes-controller', namespace: systemNamespace, labels: installationLabels },
      rules: ownNamespaceRules,
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name: 'subnetes-controller', namespace: systemNamespace, labels: installationLabels },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'subnetes-controller' },
      subjects: [subject(serviceAccounts.controller)],
    },
    clusterRole('subnetes-agent', agentRules),
    clusterRoleBinding('subnetes-agent', serviceAccounts.agent),
    clusterRole('subnetes-view', [ours(tenants, read)], ['view', 'edit', 'admin']),
    clusterRole('subnetes-edit', [ours(tenants, write)], ['edit', 'admin']),
    clusterRole('subnetes-network-admin', [ours(infrastructure, [...read, ...write]), ours(tenants, read)]),
    // Bound by nobody: it shows every tenant's topology.
    clusterRole('subnetes-catalog', [ours([kinds.Vpc.plural, kinds.Subnet.plural], read)]),
  ];
}

/** @param aggregateTo the built-in roles that take these rules in (needs kube-controller-manager) */
function clusterRole(name: string, rules: readonly PolicyRule[], aggregateTo: readonly string[] = []): Manifest {
  const aggregation = aggregateTo.map((role) => [`rbac.authorization.k8s.io/aggregate-to-${role}`, 'true'] as const);
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name, labels: { ...installationLabels, ...Object.fromEntries(aggregation) } },
    rules,
  };
}

function clusterRoleBinding(role: string, account: string): Manifest {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: role, labels: installationLabels },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role },
    subjects: [subject(account)],
  };
}

function serviceAccount(name: string): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, namespace: systemNamespace, labels: installationLabels },
  };
}

function subject(account: string) {
  return { kind: 'ServiceAccount', name: account, namespace: systemNamespace };
}
