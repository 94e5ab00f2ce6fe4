/** What is said about a ClusterNetworkPolicy in its status. */
import type { World } from '../store/store.ts';
import type { ClusterNetworkPolicyFacts } from './cluster-network-policies.ts';
import type { Inputs } from './facts.ts';

/** The condition `Accepted` of a ClusterNetworkPolicy; the API defines no types of conditions (ClusterNetworkPolicyStatus). */
export interface ClusterPolicyVerdict {
  readonly status: 'True' | 'False';
  readonly reason: 'Accepted' | 'NoTiers' | 'UnsupportedSubject' | 'UnsupportedRule';
  readonly message: string;
}

/** The verdict; `undefined` while it is not known what the server can do. */
export function clusterPolicyVerdict(world: World<Inputs>, key: string): ClusterPolicyVerdict | undefined {
  const policy = world.get('ClusterNetworkPolicy', key);
  const database = world.get('Database', 'northbound');
  if (!policy || !database?.connected) return undefined;
  if (!database.features?.includes('acl-tiers'))
    return refused(
      'NoTiers',
      `Nothing of this policy is in force: the northbound database (schema ${database.schema}) has no tiers of ACLs. OVN 23.06 and later have them.`,
    );
  if (!policy.subject)
    return refused(
      'UnsupportedSubject',
      'Nothing of this policy is in force: its subject is neither by namespaces nor by pods.',
    );
  const rules = [...unsupportedRules(policy, 'ingress'), ...unsupportedRules(policy, 'egress')];
  if (rules.length > 0)
    return refused(
      'UnsupportedRule',
      `Not supported: ${rules.join('; ')}. Such a rule fails closed: one that accepts is about no traffic, one that denies or passes denies all of its direction. Peers are possible by namespaces, pods, nodes and networks. The other rules are in force.`,
    );
  return { status: 'True', reason: 'Accepted', message: '' };
}

const refused = (reason: ClusterPolicyVerdict['reason'], message: string): ClusterPolicyVerdict => ({
  ...{ status: 'False', reason, message },
});

/** The rules that fail closed, in words. */
const unsupportedRules = (policy: ClusterNetworkPolicyFacts, direction: 'ingress' | 'egress'): readonly string[] =>
  policy[direction].flatMap(({ name, unsupported }, index) =>
    unsupported.length === 0
      ? []
      : [`${direction}[${index}]${name === '' ? '' : ` "${name}"`} (${[...new Set(unsupported)].join(', ')})`],
  );
