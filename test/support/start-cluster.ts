// A program: brings up a cluster of real nodes with the product on it, leaves it running and says how to use it; "make sweep" removes it.
// Arguments: the number of nodes (2 when absent).
import { Cluster } from './cluster.ts';

const nodes = Number(process.argv[2] ?? 2);
const { bed } = await Cluster.up({ kubelets: true, external: true, nodes, log: console.log });
bed.keep();
const images = [bed.images.agnhost, bed.images.shell, bed.images.pause];
console.log(`
export KUBECONFIG=${bed.kube.kubeconfig}
kubectl get nodes,pods -A -o wide
images on the nodes: ${images.join(' ')}
OVN: ovn-nbctl --db=${bed.northbound.unix} show
control plane and underlay: ip netns exec ${bed.underlay} …; logs of the API server: ${bed.kube.server.directory}
${bed.nodes.map((node) => `node ${node.name}: ${node.machine?.command(['bash']).join(' ')}; logs: ${node.directory}/*.log`).join('\n')}
make sweep                                # removes it`);
process.exit(0);
