/**
 * Example 10: a ClusterNetworkPolicy of tier Admin, which no NetworkPolicy overrules. Prints the YAML that is committed beside it:
 * `node --import tsx examples/10-cluster-network-policy/main.ts | kubectl apply -f -`
 */
import { ApiObject, App, Chart } from 'cdk8s';
import { namespace, onlyNamespace, pod } from '../workload.ts';

const app = new App();
const chart = new Chart(app, 'cluster-network-policy');

for (const name of ['plant', 'metrics', 'lobby']) namespace(chart, name);

// The administrator's word about the pods of namespace plant: its rules are asked in their order, the first that fits decides.
new ApiObject(chart, 'cluster-policy-plant', {
  apiVersion: 'policy.networking.k8s.io/v1alpha2',
  kind: 'ClusterNetworkPolicy',
  metadata: { name: 'plant' },
  spec: {
    tier: 'Admin',
    priority: 10,
    subject: { namespaces: onlyNamespace('plant') },
    ingress: [
      {
        name: 'metrics-always',
        action: 'Accept',
        from: [{ namespaces: onlyNamespace('metrics') }],
        protocols: [{ tcp: { destinationPort: { number: 8080 } } }],
      },
      { name: 'plant-decides-about-itself', action: 'Pass', from: [{ namespaces: onlyNamespace('plant') }] },
      { name: 'nobody-else', action: 'Deny', from: [{ namespaces: {} }] },
    ],
  },
});

// What the people of plant say comes after that: it would let everybody but metrics in.
new ApiObject(chart, 'policy-press', {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'press', namespace: 'plant' },
  spec: {
    podSelector: { matchLabels: { app: 'press' } },
    policyTypes: ['Ingress'],
    ingress: [
      {
        from: [
          {
            namespaceSelector: {
              matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['metrics'] }],
            },
          },
        ],
      },
    ],
  },
});

pod(chart, 'press-0', { namespace: 'plant', node: 'n2', labels: { app: 'press' }, probed: true });
pod(chart, 'belt-0', { namespace: 'plant', node: 'n1', labels: { app: 'belt' } });
pod(chart, 'scraper-0', { namespace: 'metrics', node: 'n1' });
pod(chart, 'desk-0', { namespace: 'lobby', node: 'n1' });

process.stdout.write(app.synthYaml());
