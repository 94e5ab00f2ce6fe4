/**
 * Example 8: a Deployment and a Service before it, as any Kubernetes user writes them; nothing in it is of Subnetes. Prints the YAML that is
 * committed beside it:
 * `node --import tsx examples/08-service/main.ts | kubectl apply -f -`
 */
import { ApiObject, App, Chart } from 'cdk8s';
import { deployment, namespace, pod } from '../workload.ts';

const app = new App();
const chart = new Chart(app, 'service');

// Its pods get addresses of the default Subnet.
namespace(chart, 'cafe');
deployment(chart, 'web', { namespace: 'cafe', replicas: 2 });

new ApiObject(chart, 'service-web', {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: 'cafe' },
  spec: {
    // An address of each family inside, and a port on every node for those outside.
    ipFamilyPolicy: 'PreferDualStack',
    type: 'NodePort',
    selector: { app: 'web' },
    ports: [{ name: 'http', port: 80, targetPort: 8080, nodePort: 30080 }],
  },
});

// Somebody who asks.
pod(chart, 'guest-0', { namespace: 'cafe', node: 'n1' });

process.stdout.write(app.synthYaml());
