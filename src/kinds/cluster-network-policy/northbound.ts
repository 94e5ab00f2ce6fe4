/**
 * A ClusterNetworkPolicy in OVN_Northbound: its rules as ACLs of its tier, in the group of the pods that it is about. It never isolates: what none of its
 * rules names goes on to the next tier. It exists only where ACLs have tiers: without them `Pass` could not be said.
 */
import { type Cidr, parseCidr } from '../../net/cidr.ts';
import {
  aclDirection,
  type Direction,
  type MatchPeer,
  type PolicyView,
  trafficMatches,
} from '../../northbound/policy-matches.ts';
import { clusterPolicyPlace } from '../../northbound/priorities.ts';
import { aclInGroup, afterLoadBalancing, map, type Northbound, podSetGroupOf } from '../../northbound/rows.ts';
import { nothing, type Row, type Translation } from '../../reconcile/output.ts';
import type { World } from '../../store/store.ts';
import {
  type ClusterNetworkPolicyFacts,
  type ClusterPolicyPeer,
  type ClusterPolicyRule,
  inForce,
} from '../../topology/cluster-network-policies.ts';
import { addressesOfNodes, firstSlots } from '../../topology/cluster-policy-places.ts';
import type { Inputs } from '../../topology/facts.ts';
import { vpcsOfSet } from '../../topology/pod-set-members.ts';
import { clusterPeerSet, podSetKey } from '../../topology/pod-sets.ts';

/** `ACL.action` of each action (ovn-nb(5), ACL). */
const actions = { Accept: 'allow-related', Deny: 'drop', Pass: 'pass' } as const;

/** The rows of one policy. */
export function northbound(context: Northbound, world: World<Inputs>, key: string): Translation {
  const policy = world.get('ClusterNetworkPolicy', key);
  if (!policy) return { resolved: true, output: nothing };
  const database = world.get('Database', 'northbound');
  // What the server can do is not known: what there is stays.
  if (!database?.connected) return { resolved: false, output: nothing };
  const { subject } = policy;
  if (!subject || !database.features?.includes('acl-tiers')) return { resolved: true, output: nothing };
  const slots = world.derive(firstSlots, key);
  return {
    resolved: true,
    output: {
      rows: world.derive(vpcsOfSet, podSetKey(subject)).flatMap((vpc) => {
        const view: PolicyView = { context, world, vpc, subject };
        const rows = (direction: Direction) =>
          policy[direction].flatMap((rule, index) =>
            ruleRows(view, policy, direction, index, slots[direction] + index, rule),
          );
        return [...rows('ingress'), ...rows('egress')];
      }),
      contributions: [],
    },
  };
}

function ruleRows(
  view: PolicyView,
  { meta: { name: policy }, tier, priority }: ClusterNetworkPolicyFacts,
  direction: Direction,
  index: number,
  slot: number,
  given: ClusterPolicyRule,
): readonly Row[] {
  const rule = inForce(given);
  if (!rule) return [];
  const { context, subject, vpc } = view;
  const parent = podSetGroupOf(context, podSetKey(subject), vpc);
  const traffic = { direction, peers: rule.peers.map((peer) => peerOf(view, peer)), ports: rule.ports };
  return trafficMatches(view, traffic).map(({ name, match }) =>
    aclInGroup(
      context,
      `ClusterNetworkPolicy/${policy}`,
      `${vpc}/${direction}/${index}/${name}`,
      parent,
      clusterPolicyPlace(tier, priority, slot),
      {
        ...{ direction: aclDirection(direction), match, action: actions[rule.action] },
        ...(direction === 'egress' ? { options: afterLoadBalancing } : {}),
        external_ids: map({ policy, rule: `${direction}/${index}`, 'rule-name': rule.name || undefined, vpc }),
      },
    ),
  );
}

function peerOf({ world, vpc }: PolicyView, peer: ClusterPolicyPeer): MatchPeer {
  const set = clusterPeerSet(peer);
  if (set) return { set };
  const texts = 'nodes' in peer ? addressesOfNodes(world, vpc, peer.nodes) : 'networks' in peer ? peer.networks : [];
  return { networks: texts.flatMap(networkOf) };
}

/** A network, or one address. */
function networkOf(text: string): readonly Cidr[] {
  const network = parseCidr(text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`);
  return network ? [network] : [];
}
