/**
 * Example 2: one Vpc with three dual-stack Subnets that its router joins, one of them Private, and with a port on each node. Prints
 * the YAML that is committed beside it:
 * `node --import tsx examples/02-dual-stack-and-private/main.ts | kubectl apply -f -`
 */
import { App, Chart } from 'cdk8s';
import { Subnet, Vpc } from 'subnetes/constructs';
import { namespace, onlyNamespace, pod } from '../workload.ts';

const app = new App();
const chart = new Chart(app, 'dual-stack-and-private');

namespace(chart, 'shop');

// Nodes reach its pods, as kubelets' probes must. The default Vpc has ovn0 and the ranges of the NetworkConfig; this one brings its own.
const vpc = new Vpc(chart, 'shop', {
  spec: { nodeAttachment: { interface: 'ovn1', cidrs: ['100.65.0.0/16', 'fd00:100:65::/112'] } },
});

// Serves every pod of the namespace that no podSelector below picks.
const web = new Subnet(chart, 'shop-web', {
  spec: { vpc, cidrs: ['10.2.0.0/24', 'fd00:10:2::/64'], namespaceSelector: onlyNamespace('shop') },
});

// A Subnet with a podSelector goes before one without, whatever their priorities.
new Subnet(chart, 'shop-db', {
  spec: {
    vpc,
    cidrs: ['10.2.1.0/24', 'fd00:10:2:1::/64'],
    namespaceSelector: onlyNamespace('shop'),
    podSelector: { matchLabels: { app: 'db' } },
    isolation: { mode: 'Private', allowFrom: [{ subnet: web }] },
  },
});
new Subnet(chart, 'shop-batch', {
  spec: {
    vpc,
    cidrs: ['10.2.2.0/24', 'fd00:10:2:2::/64'],
    namespaceSelector: onlyNamespace('shop'),
    podSelector: { matchLabels: { app: 'batch' } },
  },
});

pod(chart, 'web-0', { namespace: 'shop', node: 'n1', labels: { app: 'web' } });
pod(chart, 'web-1', { namespace: 'shop', node: 'n2', labels: { app: 'web' } });
pod(chart, 'db-0', { namespace: 'shop', node: 'n2', labels: { app: 'db' } });
pod(chart, 'db-1', { namespace: 'shop', node: 'n1', labels: { app: 'db' } });
pod(chart, 'batch-0', { namespace: 'shop', node: 'n1', labels: { app: 'batch' } });

process.stdout.write(app.synthYaml());
