/**
 * The programs as Kubernetes runs them: the controller as a Deployment, an agent on every node as a DaemonSet. Both use the node's own
 * network, because the pods' network is what they make.
 */
import { serviceAccounts, systemNamespace } from '../../src/api/group.ts';
import { installationLabels, type Manifest } from './manifest.ts';
import { defaultImage, type InstallSettings } from './settings.ts';

/** The label that tells the objects of one program from the others', and from what both need to begin. */
export const componentLabel = 'app.kubernetes.io/component';

/** Name of the optional ConfigMap with `host` and `port` of the API server. */
export const apiServerConfigMap = 'api-server';

/** Health ports of the programs, on loopback: the programs' own defaults. What cleans a node waits beside its agent. */
export const healthPorts = { controller: 9460, agent: 9461, uninstall: 9462 } as const;

/** Where things are on a node: the same paths outside and inside of the agent's pod, so that the runtime's paths hold in both. */
export const nodePaths = {
  openVSwitch: '/run/openvswitch',
  namespaces: '/run/netns',
  state: '/run/subnetes',
  configurations: '/etc/cni/net.d',
  plugins: '/opt/cni/bin',
} as const;

/** Path of the CNI plugin in the image. */
export const pluginInImage = '/usr/lib/subnetes/cni';

/** Path of a bundled program in the image. */
export const programInImage = (name: string): string => `/usr/lib/subnetes/${name}.js`;

const labelsOf = (component: string) => ({ ...installationLabels, [componentLabel]: component });
const selectorOf = (component: string) => ({ matchLabels: labelsOf(component) });

/** All objects of both programs. */
export function programs(settings: InstallSettings = {}): readonly Manifest[] {
  return [...controller(settings), agent(settings)];
}

function controller(settings: InstallSettings): readonly Manifest[] {
  const metadata = { name: 'controller', namespace: systemNamespace, labels: labelsOf('controller') };
  return [
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata,
      spec: { minAvailable: 1, selector: selectorOf('controller') },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: {
        replicas: 2,
        selector: selectorOf('controller'),
        // The port on the node is taken until the old one has ended. One of two may always be away: the other leads.
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
        template: {
          metadata: { labels: labelsOf('controller') },
          spec: {
            serviceAccountName: serviceAccounts.controller,
            ...inNodeNetwork,
            priorityClassName: 'system-cluster-critical',
            tolerations: [
              // No node is Ready before there is a controller.
              { key: 'node.kubernetes.io/not-ready', operator: 'Exists' },
              { key: 'node.kubernetes.io/network-unavailable', operator: 'Exists' },
              { key: 'node-role.kubernetes.io/control-plane', operator: 'Exists' },
              // A standby is there, so this one need not be elsewhere soon; but it must be before the other dies as well.
              { key: 'node.kubernetes.io/unreachable', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 60 },
            ],
            affinity: {
              podAntiAffinity: {
                requiredDuringSchedulingIgnoredDuringExecution: [
                  { labelSelector: selectorOf('controller'), topologyKey: 'kubernetes.io/hostname' },
                ],
              },
            },
            securityContext: { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: 'RuntimeDefault' } },
            containers: [
              {
                ...container('controller', settings),
                args: settings.insecureOvsdbTcp === true ? ['--insecure-ovsdb-tcp'] : [],
                resources: { requests: { cpu: '100m', memory: '200Mi' } },
                securityContext: {
                  allowPrivilegeEscalation: false,
                  readOnlyRootFilesystem: true,
                  capabilities: { drop: ['ALL'] },
                },
              },
            ],
          },
        },
      },
    },
  ];
}

function agent(settings: InstallSettings): Manifest {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'agent', namespace: systemNamespace, labels: labelsOf('agent') },
    spec: {
      selector: selectorOf('agent'),
      // A node without agent keeps its pods connected; new ones wait.
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } },
      template: {
        metadata: { labels: labelsOf('agent') },
        spec: agentPod(container('agent', settings), ['--cni-bin-dir', nodePaths.plugins, '--plugin', pluginInImage]),
      },
    },
  };
}

/** The spec of a pod that works on its node: the agent's, and that of its removal. */
export function agentPod(
  program: ReturnType<typeof container>,
  args: readonly string[],
  serviceAccountName: string = serviceAccounts.agent,
): Readonly<Record<string, unknown>> {
  return {
    serviceAccountName,
    ...inNodeNetwork,
    // Some runtimes name a pod's network namespace /proc/PID/ns/net.
    hostPID: true,
    priorityClassName: 'system-node-critical',
    tolerations: [{ operator: 'Exists' }],
    containers: [
      {
        ...program,
        args,
        resources: { requests: { cpu: '50m', memory: '100Mi' } },
        securityContext: { privileged: true },
        volumeMounts: Object.entries(nodePaths).map(([name, mountPath]) => ({
          name: volumeName(name),
          mountPath,
          // Namespaces that the runtime makes later must appear in here.
          ...(name === 'namespaces' ? { mountPropagation: 'HostToContainer' } : {}),
        })),
      },
    ],
    volumes: Object.entries(nodePaths).map(([name, path]) => ({
      name: volumeName(name),
      hostPath: { path, type: 'DirectoryOrCreate' },
    })),
  };
}

const volumeName = (name: string): string => name.toLowerCase();

/** The node's own network for a pod, and what follows from it. */
export const inNodeNetwork = {
  hostNetwork: true,
  // The cluster's DNS needs the pods' network.
  dnsPolicy: 'Default',
  // Longer than the programs' own deadline of ten seconds.
  terminationGracePeriodSeconds: 15,
} as const;

/** What the containers of both programs have in common; a program of the image is run by its name. */
export function container(name: keyof typeof healthPorts, { image = defaultImage }: InstallSettings) {
  const probe = (path: string) => ({ httpGet: { host: '127.0.0.1', port: healthPorts[name], path } });
  const apiServer = (key: string) => ({ configMapKeyRef: { name: apiServerConfigMap, key, optional: true } });
  return {
    name,
    image,
    command: ['node', '--enable-source-maps', programInImage(name)],
    env: [
      { name: 'NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
      // These go before what the kubelet sets by itself, the ClusterIP.
      { name: 'KUBERNETES_SERVICE_HOST', valueFrom: apiServer('host') },
      { name: 'KUBERNETES_SERVICE_PORT', valueFrom: apiServer('port') },
    ],
    livenessProbe: { ...probe('/healthz'), periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 },
    // Of an agent: that pods can be attached here. Of a controller: that it leads, or could at once.
    readinessProbe: { ...probe('/readyz'), periodSeconds: 5, timeoutSeconds: 5 },
  };
}
