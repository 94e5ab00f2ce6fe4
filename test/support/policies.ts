// NetworkPolicies in tests: how they are written, and how to know that they are in force.
import type { Cluster } from './cluster.ts';
import type { Spec } from './policy-oracle.ts';
import { eventually } from './traffic.ts';

/** A NetworkPolicy as kubectl takes it. */
export function networkPolicy(namespace: string, name: string, spec: Spec): unknown {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { namespace, name }, spec };
}

let markers = 0;

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
