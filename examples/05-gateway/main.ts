/**
 * Example 5: a private Vpc that leaves through a Gateway: addresses on a VLAN of the physical network, on two nodes of which one is
 * active. Prints the YAML that is committed beside it:
 * `node --import tsx examples/05-gateway/main.ts | kubectl apply -f -`
 */
import { App, Chart } from 'cdk8s';
import { Gateway, ProviderNetwork, Subnet, Vpc } from 'subnetes/constructs';
import { namespace, onlyNamespace, pod } from '../workload.ts';

const app = new App();
const chart = new Chart(app, 'gateway');

namespace(chart, 'lab');

// The network card that leads to the physical network: eth1 on every node. It must not carry anything else.
const providerNetwork = new ProviderNetwork(chart, 'campus', { spec: { uplinks: [{ interface: 'eth1' }] } });

// A network that exists already: its router has .1, and others have the addresses below .100.
const external = new Subnet(chart, 'campus-100', {
  spec: {
    type: 'External',
    physical: { providerNetwork, vlan: 100 },
    cidrs: ['192.0.2.0/24', '2001:db8:2::/64'],
    gateways: ['192.0.2.1', '2001:db8:2::1'],
    excludes: ['192.0.2.2-192.0.2.99'],
  },
});

// No nodeAttachment: nodes have no part in this Vpc, and nothing leaves it but through the Gateway.
const vpc = new Vpc(chart, 'lab');
const gateway = new Gateway(chart, 'lab-edge', {
  spec: {
    vpc,
    external: { subnet: external, addresses: ['192.0.2.100', '2001:db8:2::100', '192.0.2.101'] },
    placement: { replicas: 2, preferredNodes: ['n2', 'n3'] },
  },
});

new Subnet(chart, 'lab-benches', {
  spec: {
    vpc,
    cidrs: ['10.5.0.0/24', 'fd00:10:5::/64'],
    namespaceSelector: onlyNamespace('lab'),
    egress: { mode: 'Centralized', gateways: [gateway] },
  },
});
// The same way out, with an address of its own, which somebody outside may have in a firewall rule.
new Subnet(chart, 'lab-mail', {
  spec: {
    vpc,
    cidrs: ['10.5.1.0/24'],
    namespaceSelector: onlyNamespace('lab'),
    podSelector: { matchLabels: { app: 'mail' } },
    egress: { mode: 'Centralized', gateways: [gateway], snatAddresses: ['192.0.2.101'] },
  },
});

pod(chart, 'bench-0', { namespace: 'lab', node: 'n1' });
pod(chart, 'bench-1', { namespace: 'lab', node: 'n2' });
pod(chart, 'mail-0', { namespace: 'lab', node: 'n1', labels: { app: 'mail' } });

process.stdout.write(app.synthYaml());
