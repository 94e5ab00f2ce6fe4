/**
 * Example 9: a NetworkPolicy that lets one kind of pods connect to another, on one port. Prints the YAML that is committed beside it:
 * `node --import tsx examples/09-network-policy/main.ts | kubectl apply -f -`
 */
import { ApiObject, App, Chart } from 'cdk8s';
import { namespace, pod } from '../workload.ts';

const app = new App();
const chart = new Chart(app, 'network-policy');

namespace(chart, 'bank');

// That it is there closes the pods that it selects; what it lists is what remains open.
new ApiObject(chart, 'policy-vault', {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'vault', namespace: 'bank' },
  spec: {
    podSelector: { matchLabels: { app: 'vault' } },
    policyTypes: ['Ingress'],
    ingress: [
      { from: [{ podSelector: { matchLabels: { app: 'teller' } } }], ports: [{ protocol: 'TCP', port: 8080 }] },
    ],
  },
});

// The kubelet's probe comes from the node, and passes whatever a policy says.
pod(chart, 'vault-0', { namespace: 'bank', node: 'n2', labels: { app: 'vault' }, probed: true });
pod(chart, 'teller-0', { namespace: 'bank', node: 'n1', labels: { app: 'teller' } });
pod(chart, 'guest-0', { namespace: 'bank', node: 'n1', labels: { app: 'guest' } });

process.stdout.write(app.synthYaml());
