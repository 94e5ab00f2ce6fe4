/**
 * Example 3: addresses that are decided before the pods exist: for the members of a StatefulSet, with a MAC address of choice, and
 * for nobody yet. Prints the YAML that is committed beside it:
 * `node --import tsx examples/03-fixed-address/main.ts | kubectl apply -f -`
 */
import { App, Chart } from 'cdk8s';
import { IP, Subnet, Vpc } from 'subnetes/constructs';
import { namespace, onlyNamespace, pod } from '../workload.ts';

const app = new App();
const chart = new Chart(app, 'fixed-address');

namespace(chart, 'ledger');
const vpc = new Vpc(chart, 'ledger');
const subnet = new Subnet(chart, 'ledger-members', {
  spec: {
    vpc,
    cidrs: ['10.3.0.0/24', 'fd00:10:3::/64'],
    // Nobody gets these, also not on request: they belong to machines that Kubernetes does not know.
    excludes: ['10.3.0.2-10.3.0.9'],
    namespaceSelector: onlyNamespace('ledger'),
  },
});

const metadata = { namespace: 'ledger' };

// Members of a StatefulSet have names that are known beforehand, so each can have its own IP. It stays when the pod is made anew.
new IP(chart, 'ledger-0', {
  metadata,
  spec: {
    subnet,
    addresses: ['10.3.0.10', 'fd00:10:3::10'],
    mac: '0a:00:00:00:03:10',
    target: { kind: 'Pod', name: 'ledger-0' },
  },
});
// Only the IPv4 address is fixed: the Subnet gives the IPv6 address, and the IP keeps it.
new IP(chart, 'ledger-1', {
  metadata,
  spec: { subnet, addresses: ['10.3.0.11'], target: { kind: 'Pod', name: 'ledger-1' } },
});
// For nobody: an address that no pod gets, until somebody adds a target.
new IP(chart, 'spare', { metadata, spec: { subnet, addresses: ['10.3.0.20'] } });

pod(chart, 'ledger-0', { namespace: 'ledger', node: 'n1' });
pod(chart, 'ledger-1', { namespace: 'ledger', node: 'n2' });
// A pod without an IP of its own gets the next free address.
pod(chart, 'reader', { namespace: 'ledger', node: 'n2' });

process.stdout.write(app.synthYaml());
