/**
 * Example 1: two Vpcs with the same CIDR, each with a namespace of its own. Prints the YAML that is committed beside it:
 * `node --import tsx examples/01-two-vpcs/main.ts | kubectl apply -f -`
 */
import { App, Chart } from 'cdk8s';
import { Subnet, Vpc } from 'subnetes/constructs';
import { namespace, onlyNamespace, pod } from '../workload.ts';

const app = new App();
const chart = new Chart(app, 'two-vpcs');

// The teams know nothing of each other, so both chose 10.1.0.0/24. No pod says which Vpc it is in: its namespace does.
for (const team of ['red', 'blue']) {
  namespace(chart, team);
  const vpc = new Vpc(chart, team);
  new Subnet(chart, `${team}-web`, {
    spec: { vpc, cidrs: ['10.1.0.0/24'], namespaceSelector: onlyNamespace(team) },
  });
}

pod(chart, 'web-0', { namespace: 'red', node: 'n1' });
pod(chart, 'web-1', { namespace: 'red', node: 'n1' });
pod(chart, 'web-2', { namespace: 'red', node: 'n2' });

// One pod more than red: its address is one that no pod of red has.
for (const [index, node] of ['n1', 'n2', 'n1', 'n2'].entries()) {
  pod(chart, `web-${index}`, { namespace: 'blue', node });
}

process.stdout.write(app.synthYaml());
