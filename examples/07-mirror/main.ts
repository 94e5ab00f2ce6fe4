/**
 * Example 7: the traffic of some pods, copied to an interface of their nodes for ten minutes. Prints the YAML that is committed
 * beside it:
 * `node --import tsx examples/07-mirror/main.ts | kubectl apply -f -`
 */
import { App, Chart } from 'cdk8s';
import { MirrorSession } from 'subnetes/constructs';
import { namespace, pod } from '../workload.ts';

const app = new App();
const chart = new Chart(app, 'mirror');

// Its pods get addresses of the default Subnet.
namespace(chart, 'clinic');

// Nothing is copied until the NetworkConfig permits it: an interface of a node is seen by the nodes' admins, not by the tenant alone.
new MirrorSession(chart, 'look', {
  metadata: { namespace: 'clinic' },
  spec: {
    podSelector: { matchLabels: { app: 'web' } },
    sink: { nodeInterface: { name: 'mirror0' } },
    expiresAfterSeconds: 600,
  },
});

pod(chart, 'web-0', { namespace: 'clinic', node: 'n1', labels: { app: 'web' } });
pod(chart, 'client-0', { namespace: 'clinic', node: 'n2', labels: { app: 'client' } });
pod(chart, 'other-0', { namespace: 'clinic', node: 'n1', labels: { app: 'other' } });

process.stdout.write(app.synthYaml());
