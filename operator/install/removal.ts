/**
 * What takes the installation away again (operator/uninstall): a DaemonSet that cleans each node as soon as its agent has ended, and a Job
 * that does the rest. It needs more rights than the product itself has, so these come and go with it.
 */
import { kinds } from '../../src/api/generated/kinds.ts';
import { group, systemNamespace } from '../../src/api/group.ts';
import { installationLabels, type Manifest } from './manifest.ts';
import { agentPod, componentLabel, container, healthPorts, inNodeNetwork, nodePaths } from './programs.ts';
import type { InstallSettings } from './settings.ts';

/** Name of everything that belongs to the removal. */
export const removalName = 'uninstall';

const metadata = {
  name: removalName,
  namespace: systemNamespace,
  labels: { ...installationLabels, [componentLabel]: removalName },
};
const clusterMetadata = { name: `subnetes-${removalName}`, labels: metadata.labels };

/** The objects of the removal. */
export function removal(settings: InstallSettings = {}): readonly Manifest[] {
  const { labels } = metadata;
  const subjects = [{ kind: 'ServiceAccount', name: removalName, namespace: systemNamespace }];
  const roleRef = { apiGroup: 'rbac.authorization.k8s.io' };
  const rbac = 'rbac.authorization.k8s.io/v1';
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata },
    { apiVersion: rbac, kind: 'ClusterRole', metadata: clusterMetadata, rules: clusterRules },
    {
      ...{ apiVersion: rbac, kind: 'ClusterRoleBinding', metadata: clusterMetadata, subjects },
      roleRef: { ...roleRef, kind: 'ClusterRole', name: clusterMetadata.name },
    },
    { apiVersion: rbac, kind: 'Role', metadata, rules: namespaceRules },
    {
      ...{ apiVersion: rbac, kind: 'RoleBinding', metadata, subjects },
      roleRef: { ...roleRef, kind: 'Role', name: removalName },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata,
      spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: nodePod(settings) } },
    },
    {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata,
      // What it does can be begun anew at any point.
      spec: { backoffLimit: 20, template: { metadata: { labels: installationLabels }, spec: clusterPod(settings) } },
    },
  ];
}

function nodePod(settings: InstallSettings) {
  const program = container('uninstall', settings);
  const paths = ['--cni-conf-dir', nodePaths.configurations, '--cni-bin-dir', nodePaths.plugins];
  return agentPod(program, ['node', ...paths, '--health-port', String(healthPorts.uninstall)], removalName);
}

function clusterPod(settings: InstallSettings) {
  const { livenessProbe: _alive, readinessProbe: _ready, ...program } = container('uninstall', settings);
  return {
    serviceAccountName: removalName,
    ...inNodeNetwork,
    restartPolicy: 'OnFailure',
    tolerations: [{ operator: 'Exists' }],
    securityContext: { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [
      {
        ...program,
        args: ['cluster', ...(settings.insecureOvsdbTcp === true ? ['--insecure-ovsdb-tcp'] : [])],
        securityContext: {
          ...{ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true },
          capabilities: { drop: ['ALL'] },
        },
      },
    ],
  };
}

const clusterRules = [
  {
    apiGroups: [group],
    resources: Object.values(kinds).map(({ plural }) => plural),
    verbs: ['get', 'list', 'watch', 'patch', 'delete'],
  },
  // Its uid is the mark on our rows in the databases.
  { apiGroups: [''], resources: ['namespaces'], resourceNames: ['kube-system'], verbs: ['get'] },
];

const namespaceRules = [
  { apiGroups: ['apps'], resources: ['deployments', 'daemonsets'], verbs: ['get', 'list', 'watch', 'delete'] },
  { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] },
  { apiGroups: [''], resources: ['secrets'], verbs: ['get'] },
  {
    apiGroups: ['coordination.k8s.io'],
    resources: ['leases'],
    verbs: ['get', 'list', 'watch', 'create', 'patch', 'update'],
  },
];
