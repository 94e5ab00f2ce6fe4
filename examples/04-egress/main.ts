/**
 * Example 4: what leaves a Vpc by the nodes. One Subnet whose pods leave with an address of their node, except to a range that knows
 * them, and one that nothing leaves. Prints the YAML that is committed beside it:
 * `node --import tsx examples/04-egress/main.ts | kubectl apply -f -`
 */
import { App, Chart } from 'cdk8s';
import { Subnet, Vpc } from 'subnetes/constructs';
import { namespace, onlyNamespace, pod } from '../workload.ts';

const app = new App();
const chart = new Chart(app, 'egress');

namespace(chart, 'office');

// A port on each node is what Distributed egress leaves through.
const vpc = new Vpc(chart, 'office', {
  spec: { nodeAttachment: { interface: 'ovn2', cidrs: ['100.66.0.0/16', 'fd00:100:66::/112'] } },
});

new Subnet(chart, 'office-desks', {
  spec: {
    vpc,
    cidrs: ['10.4.0.0/24', 'fd00:10:4::/64'],
    namespaceSelector: onlyNamespace('office'),
    // Distributed is what Auto, the default, means in a Vpc with a nodeAttachment.
    egress: { mode: 'Distributed', snatExceptions: ['172.20.0.0/16', 'fd20::/16'] },
  },
});
new Subnet(chart, 'office-safe', {
  spec: {
    vpc,
    cidrs: ['10.4.1.0/24', 'fd00:10:4:1::/64'],
    namespaceSelector: onlyNamespace('office'),
    podSelector: { matchLabels: { app: 'safe' } },
    egress: { mode: 'None' },
  },
});

pod(chart, 'desk-0', { namespace: 'office', node: 'n1' });
pod(chart, 'desk-1', { namespace: 'office', node: 'n2' });
pod(chart, 'safe-0', { namespace: 'office', node: 'n1', labels: { app: 'safe' } });

process.stdout.write(app.synthYaml());
