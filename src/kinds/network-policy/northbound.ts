/**
 * A NetworkPolicy in OVN_Northbound: for each rule what it allows, as `allow-related` ACLs in the groups of the pods that it selects. What isolates
 * the pods is not here but with their set. All rows are one owner's, so an update is one transaction.
 */
import { parseCidr, without } from '../../net/cidr.ts';
import {
  aclDirection,
  type Direction,
  type MatchPeer,
  type PolicyView,
  trafficMatches,
} from '../../northbound/policy-matches.ts';
import { aclPlaces } from '../../northbound/priorities.ts';
import { aclInGroup, afterLoadBalancing, map, type Northbound, podSetGroupOf } from '../../northbound/rows.ts';
import { nothing, type Row, type Translation } from '../../reconcile/output.ts';
import type { World } from '../../store/store.ts';
import type { Inputs } from '../../topology/facts.ts';
import type { PolicyPeer, PolicyRule } from '../../topology/kubernetes.ts';
import { vpcsOfSet } from '../../topology/pod-set-members.ts';
import { peerSet, podSetKey, subjectOf } from '../../topology/pod-sets.ts';

/** The rows of one policy. */
export function northbound(context: Northbound, world: World<Inputs>, key: string): Translation {
  const policy = world.get('NetworkPolicy', key);
  if (!policy) return { resolved: true, output: nothing };
  const subject = subjectOf(policy);
  const vpcs = world.derive(vpcsOfSet, podSetKey(subject));
  return {
    resolved: true,
    output: {
      rows: vpcs.flatMap((vpc) => {
        const view: PolicyView = { context, world, vpc, subject };
        const rows = (direction: Direction) =>
          (policy[direction] ?? []).flatMap((rule, index) =>
            ruleRows(view, key, policy.meta.namespace, direction, index, rule),
          );
        return [...rows('ingress'), ...rows('egress')];
      }),
      contributions: [],
    },
  };
}

function ruleRows(
  view: PolicyView,
  key: string,
  namespace: string,
  direction: Direction,
  index: number,
  { peers, ports }: PolicyRule,
): readonly Row[] {
  const { context, subject, vpc } = view;
  const parent = podSetGroupOf(context, podSetKey(subject), vpc);
  const traffic = { direction, peers: peers.map((peer) => peerOf(namespace, peer)), ports };
  return trafficMatches(view, traffic).map(({ name, match }) =>
    aclInGroup(context, `NetworkPolicy/${key}`, `${vpc}/${direction}/${index}/${name}`, parent, aclPlaces.policy, {
      ...{ direction: aclDirection(direction), match, action: 'allow-related' },
      ...(direction === 'egress' ? { options: afterLoadBalancing } : {}),
      external_ids: map({ policy: key, rule: `${direction}/${index}`, vpc }),
    }),
  );
}

/** A peer as pods or networks. Of an ipBlock less its exceptions: OVN would make a flow of every combination of negated ones. */
function peerOf(namespace: string, peer: PolicyPeer): MatchPeer {
  const set = peerSet(namespace, peer);
  if (set) return { set };
  const network = peer.ipBlock && parseCidr(peer.ipBlock.cidr);
  const except = (peer.ipBlock?.except ?? []).flatMap((text) => parseCidr(text) ?? []);
  return { networks: network ? without(network, except) : [] };
}
