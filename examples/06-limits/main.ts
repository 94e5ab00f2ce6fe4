/**
 * Example 6: a ceiling that a Subnet's admin sets for each pod, and a QoSPolicy of a tenant below it. Prints the YAML that is
 * committed beside it:
 * `node --import tsx examples/06-limits/main.ts | kubectl apply -f -`
 */
import { App, Chart } from 'cdk8s';
import { IP, QoSPolicy, Subnet, Vpc } from 'subnetes/constructs';
import { namespace, onlyNamespace, pod } from '../workload.ts';

const app = new App();
const chart = new Chart(app, 'limits');

namespace(chart, 'studio');
const vpc = new Vpc(chart, 'studio');

// The admin's word: no pod here sends or receives more than this, whatever a QoSPolicy says.
const subnet = new Subnet(chart, 'studio-floor', {
  spec: {
    vpc,
    cidrs: ['10.6.0.0/24'],
    namespaceSelector: onlyNamespace('studio'),
    qos: { ingress: { rate: '30M' }, egress: { rate: '30M' } },
  },
});

// The tenant's word, for each pod with the label by itself: two such pods do not share the 10 Mbit/s.
new QoSPolicy(chart, 'render', {
  metadata: { namespace: 'studio' },
  spec: {
    podSelector: { matchLabels: { app: 'render' } },
    ingress: { rate: '20M' },
    egress: { rate: '10M', dscp: 8 },
    // The first rule that matches decides, so this traffic counts against none of the two limits above.
    rules: [{ name: 'archive', direction: 'Egress', cidrs: ['10.6.0.200/32'], unlimited: true }],
  },
});

// An address that the rule can name.
new IP(chart, 'archive-0', {
  metadata: { namespace: 'studio' },
  spec: { subnet, addresses: ['10.6.0.200'], target: { kind: 'Pod', name: 'archive-0' } },
});

pod(chart, 'render-0', { namespace: 'studio', node: 'n1', labels: { app: 'render' } });
pod(chart, 'edit-0', { namespace: 'studio', node: 'n1', labels: { app: 'edit' } });
pod(chart, 'edit-1', { namespace: 'studio', node: 'n2', labels: { app: 'edit' } });
pod(chart, 'archive-0', { namespace: 'studio', node: 'n2', labels: { app: 'archive' } });

process.stdout.write(app.synthYaml());
