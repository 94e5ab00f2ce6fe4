// The DNS of a cluster of real nodes: CoreDNS as a Deployment behind the Service kube-dns, with names and rights as Kubernetes' own
// add-on has them (cluster/addons/dns/coredns in its sources): upstream's tests look for these.
import { clusterDnsAddress } from './kubelet.ts';

/** Where CoreDNS is in the image of {@link clusterDns}. */
export const corednsPath = 'coredns';

/** The second address of the Service, beside {@link clusterDnsAddress}. */
const address6 = 'fd00:10:96::a';

const namespace = 'kube-system';
const labels = { 'k8s-app': 'kube-dns' };

// No "forward": the nodes of a bed know no other server. Answers live for a second, so that a test need not wait for a change.
const corefile = `.:53 {
    errors
    health
    ready
    kubernetes cluster.local in-addr.arpa ip6.arpa {
        pods insecure
        fallthrough in-addr.arpa ip6.arpa
        ttl 1
    }
    loop
    reload
    loadbalance
}
`;

/**
 * The objects of the cluster's DNS.
 * @param image name of an image that has CoreDNS at {@link corednsPath}
 */
export function clusterDns(image: string): readonly unknown[] {
  const metadata = { name: 'coredns', namespace };
  const role = { apiVersion: 'rbac.authorization.k8s.io/v1', metadata: { name: 'system:coredns' } };
  const read = ['list', 'watch'];
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata },
    {
      ...{ ...role, kind: 'ClusterRole' },
      rules: [
        { apiGroups: [''], resources: ['endpoints', 'services', 'pods', 'namespaces'], verbs: read },
        { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: read },
      ],
    },
    {
      ...{ ...role, kind: 'ClusterRoleBinding' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'system:coredns' },
      subjects: [{ kind: 'ServiceAccount', ...metadata }],
    },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { Corefile: corefile } },
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { ...metadata, labels }, spec: deployment(image) },
    {
      ...{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'kube-dns', namespace, labels } },
      spec: {
        selector: labels,
        ...{
          ipFamilyPolicy: 'RequireDualStack',
          clusterIP: clusterDnsAddress,
          clusterIPs: [clusterDnsAddress, address6],
        },
        ports: [
          { name: 'dns', port: 53, protocol: 'UDP' },
          { name: 'dns-tcp', port: 53, protocol: 'TCP' },
          { name: 'metrics', port: 9153, protocol: 'TCP' },
        ],
      },
    },
  ];
}

function deployment(image: string): unknown {
  const container = {
    ...{ name: 'coredns', image, command: [`/${corednsPath}`, '-conf', '/etc/coredns/Corefile'] },
    ports: [
      { name: 'dns', containerPort: 53, protocol: 'UDP' },
      { name: 'dns-tcp', containerPort: 53, protocol: 'TCP' },
    ],
    readinessProbe: { httpGet: { path: '/ready', port: 8181 }, periodSeconds: 1 },
    livenessProbe: { httpGet: { path: '/health', port: 8080 }, initialDelaySeconds: 60, timeoutSeconds: 5 },
    volumeMounts: [{ name: 'config', mountPath: '/etc/coredns', readOnly: true }],
  };
  return {
    ...{ replicas: 2, selector: { matchLabels: labels } },
    template: {
      metadata: { labels },
      spec: {
        ...{ serviceAccountName: 'coredns', priorityClassName: 'system-cluster-critical', dnsPolicy: 'Default' },
        ...{ containers: [container], volumes: [{ name: 'config', configMap: { name: 'coredns' } }] },
        topologySpreadConstraints: [
          {
            ...{ maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' },
            labelSelector: { matchLabels: labels },
          },
        ],
      },
    },
  };
}
