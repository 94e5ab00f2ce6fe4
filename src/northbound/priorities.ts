/**
 * `ACL.priority` and `ACL.tier` of everything that we write (ovn-nb(5), ACL): the larger priority wins within a tier, and a tier that says
 * nothing, or `pass`, leaves the packet to the next one. A server before OVN 23.06 has no tiers and reads the priorities as one list, so they
 * stand in the same order.
 */

import type { ClusterPolicyTier } from '../topology/cluster-network-policies.ts';
import { slotsPerPriority } from '../topology/cluster-policy-places.ts';

/** An ACL's place. */
export interface Place {
  readonly tier: number;
  readonly priority: number;
}

/** Below OVN's own flows, which stand at 34000 (DHCP replies) and 65532 (replies, neighbour discovery). */
export const aclPlaces = {
  /** Neighbour discovery, and DHCP from OVN: what a port needs before it can be asked anything. */
  neighbours: { tier: 0, priority: 32_000 },
  /** A port whose pod is gone. */
  releasing: { tier: 0, priority: 31_500 },
  /** Addresses of Services that no load balancer took. */
  unserved: { tier: 0, priority: 31_250 },
  /** `Subnet.spec.isolation: Private`, which drops and never allows. */
  isolation: { tier: 0, priority: 31_000 },
  /** A pod's own node (probes), and the pod itself. */
  own: { tier: 0, priority: 30_500 },
  /** Rules of NetworkPolicies. */
  policy: { tier: 1, priority: 2001 },
  /** What no rule of a NetworkPolicy allows to a pod that one selects. */
  isolated: { tier: 1, priority: 2000 },
  /** A connection that was cut, on its way past the first tier to whoever cut it: see `handOnRows` of PodSet. */
  cutInFirst: { tier: 0, priority: 0 },
  /** The same past the second. */
  cutInSecond: { tier: 1, priority: 0 },
} as const satisfies Readonly<Record<string, Place>>;

/**
 * Rules of ClusterNetworkPolicies: below everything else in the first tier, and alone in the last. Without tiers there is no place for them.
 * @param priority of the policy, 0 to 1000; the smaller comes first
 * @param slot of the rule among those of its priority, see `firstSlots`
 */
export function clusterPolicyPlace(tier: ClusterPolicyTier, priority: number, slot: number): Place {
  const order = (1000 - priority) * slotsPerPriority + (slotsPerPriority - 1 - Math.min(slot, slotsPerPriority - 1));
  return { tier: tier === 'Admin' ? 0 : 2, priority: 1 + order };
}
