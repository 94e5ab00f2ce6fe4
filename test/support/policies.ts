// NetworkPolicies in tests: how they are written, and how to know that they are in force.
import type { Cluster } from './cluster.ts';
import type { ClusterSpec, Spec } from './policy-oracle.ts';
import { eventually } from './traffic.ts';

/** A NetworkPolicy as kubectl takes it. */
export function networkPolicy(namespace: string, name: string, spec: Spec): unknown {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { namespace, name }, spec };
}

/** A ClusterNetworkPolicy as kubectl takes it. */
export function clusterNetworkPolicy(name: string, spec: ClusterSpec): unknown {
  return { apiVersion: 'policy.networking.k8s.io/v1alpha2', kind: 'ClusterNetworkPolicy', metadata: { name }, spec };
}

let markers = 0;

/**
 * Resolves when the controller has taken in every change of ClusterNetworkPolicies that was made so far: {@link inForce}, asked after this, speaks for
 * them too. One more is made, last, about nobody: it gets a condition no earlier than the controller saw what was before it. A controller that
 * has just learned of the kind may take 45 seconds to ask for it.
 */
export async function clusterPoliciesTaken(cluster: Cluster): Promise<void> {
  const name = `marker-${++markers}`;
  const subject = { namespaces: { matchLabels: { marker: 'nobody' } } };
  await cluster.apply(clusterNetworkPolicy(name, { tier: 'Baseline', priority: 1000, subject }));
  await cluster.wait(`clusternetworkpolicy/${name}`, 'jsonpath={.status.conditions[0].type}=Accepted', 60);
  await cluster.kubectl('delete', 'clusternetworkpolicy', name, '--wait=false');
}

/**
 * Resolves when everything that was applied so far is in force on every node. Policies say nothing about themselves, so one more is made, last,
 * that allows something to the pods of a namespace that has some: its row is in the database no earlier than the others'.
 */
export async function inForce(cluster: Cluster, namespace: string): Promise<void> {
  const name = `marker-${++markers}`;
  // It selects no pod, so it isolates none.
  const podSelector = { matchLabels: { marker: 'nobody' } };
  await cluster.apply(networkPolicy(namespace, name, { podSelector, policyTypes: ['Ingress'], ingress: [{}] }));
  await eventually(`policy ${name} in the database`, 20, async () => {
    const rows = await cluster.bed.nbctl(
      '--bare',
      '--columns=_uuid',
      'find',
      'ACL',
      `external_ids:policy="${namespace}/${name}"`,
    );
    return rows.trim() !== '';
  });
  await cluster.bed.nbctl('--wait=hv', 'sync');
  await cluster.kubectl('delete', 'networkpolicy', name, '-n', namespace, '--wait=false');
}
