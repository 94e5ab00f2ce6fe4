/** Where ClusterNetworkPolicies stand among each other, and the nodes that they name. */
import type { LabelSelector } from '../api/index.ts';
import type { Derivation, World } from '../store/store.ts';
import { type ClusterNetworkPolicyFacts, priorityOf } from './cluster-network-policies.ts';
import type { Inputs } from './facts.ts';
import { clusterPoliciesOfPriority } from './indexes.ts';
import { byAge } from './precedence.ts';
import { selects } from './selector.ts';

/** Rules that have an order of their own within one priority of one tier: more than a policy may have (25), and what fits the range of `ACL.priority`. */
export const slotsPerPriority = 30;

/** A number for each direction. */
export interface Slots {
  readonly ingress: number;
  readonly egress: number;
}

/**
 * Where the rules of a policy begin among those of its priority: after those of older policies. When there are too many, theirs and its own
 * mix, which the API leaves open; its own keep their order.
 */
export const firstSlots: Derivation<Inputs, Slots> = {
  name: 'firstSlots',
  compute(world, key) {
    const policy = world.get('ClusterNetworkPolicy', key);
    if (!policy) return { ingress: 0, egress: 0 };
    const elders = eldersOf(world, policy);
    const first = (direction: 'ingress' | 'egress') =>
      Math.max(
        0,
        Math.min(
          elders.reduce((sum, each) => sum + each[direction].length, 0),
          slotsPerPriority - policy[direction].length,
        ),
      );
    return { ingress: first('ingress'), egress: first('egress') };
  },
};

/** The older policies of the same tier and priority, the oldest first. */
export const eldersOf = (
  world: World<Inputs>,
  policy: ClusterNetworkPolicyFacts,
): readonly ClusterNetworkPolicyFacts[] =>
  world
    .list(clusterPoliciesOfPriority, priorityOf(policy))
    .flatMap((each) => world.get('ClusterNetworkPolicy', each) ?? [])
    .filter((each) => byAge(each, policy) < 0)
    .sort(byAge);

/** The addresses by which pods of a Vpc know the nodes that a selector selects: those that people know, and those in the join network. */
export function addressesOfNodes(world: World<Inputs>, vpc: string, selector: LabelSelector): readonly string[] {
  return world.derive(addressesBySelector, `${vpc} ${JSON.stringify(selector)}`);
}

const addressesBySelector: Derivation<Inputs, readonly string[]> = {
  name: 'addressesBySelector',
  compute(world, key) {
    const space = key.indexOf(' ');
    const vpc = key.slice(0, space);
    const selector = JSON.parse(key.slice(space + 1)) as LabelSelector;
    return world.all('Node').flatMap((name) => {
      const node = world.get('Node', name);
      if (!node || !selects(selector, node.labels)) return [];
      const attachments = world.get('NodeNetwork', name)?.attachments ?? [];
      return [
        ...node.internalAddresses,
        ...attachments.flatMap((each) => (each.vpc === vpc ? (each.addresses ?? []) : [])),
      ];
    });
  },
};
