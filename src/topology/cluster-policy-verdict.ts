/** What is said about a ClusterNetworkPolicy in its status. */
import type { World } from '../store/store.ts';
import type { ClusterNetworkPolicyFacts } from './cluster-network-policies.ts';
import { eldersOf, slotsPerPriority } from './cluster-policy-places.ts';
import type { Inputs } from './facts.ts';

/** The condition `Accepted` of a ClusterNetworkPolicy; the API defines no types of conditions (ClusterNetworkPolicyStatus). */
export interface ClusterPolicyVerdict {
  readonly status: 'True' | 'False';
  readonly reason: 'Accepted' | 'SharedPriority' | 'NoTiers' | 'UnsupportedSubject' | 'UnsupportedRule';
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
  return sharedPriority(world, policy) ?? { status: 'True', reason: 'Accepted', message: '' };
}

/** In force, but after others of which the API does not say whether they come before or after. It says so to the younger ones: they can be moved. */
function sharedPriority(world: World<Inputs>, policy: ClusterNetworkPolicyFacts): ClusterPolicyVerdict | undefined {
  const directions = (['ingress', 'egress'] as const).filter((direction) => policy[direction].length > 0);
  const elders = eldersOf(world, policy).filter((each) => directions.some((direction) => each[direction].length > 0));
  if (elders.length === 0) return undefined;
  const crowded = directions.filter(
    (direction) => [...elders, policy].reduce((sum, each) => sum + each[direction].length, 0) > slotsPerPriority,
  );
  const names = elders.slice(0, 3).map(({ meta }) => `"${meta.name}"`);
  const more = elders.length > names.length ? ` and ${elders.length - names.length} more` : '';
  const order =
    crowded.length === 0
      ? 'where rules of both are about a connection, those of the older one come first'
      : `together they have more than ${slotsPerPriority} rules for ${crowded.join(' and ')}, so rules of several stand at one place and none of them is sure to come first`;
  return {
    ...{ status: 'True', reason: 'SharedPriority' },
    message: `In force. Older policies have the same tier and priority (${names.join(', ')}${more}): ${order}. Give this one a priority of its own to say what comes first.`,
  };
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
