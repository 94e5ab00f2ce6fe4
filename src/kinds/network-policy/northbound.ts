/**
 * A NetworkPolicy in OVN_Northbound: for each rule what it allows, as `allow-related` ACLs in the groups of the pods that it selects. A rule's pods
 * are address sets, which OVN keeps; what isolates the pods is not here but with their set. All rows are one owner's, so an update is one
 * transaction.
 */
import type { Family } from '../../net/address.ts';
import { formatCidr, parseCidr, without } from '../../net/cidr.ts';
import { aclPlaces } from '../../northbound/priorities.ts';
import {
  aclInGroup,
  afterLoadBalancing,
  ipOf,
  map,
  type Northbound,
  podSetGroupOf,
  setName,
} from '../../northbound/rows.ts';
import { nothing, type Row, type Translation } from '../../reconcile/output.ts';
import type { World } from '../../store/store.ts';
import type { Inputs } from '../../topology/facts.ts';
import type { NetworkPolicyFacts, PolicyPeer, PolicyPort, PolicyRule } from '../../topology/kubernetes.ts';
import { numbersOfSet, vpcsOfSet } from '../../topology/pod-set-members.ts';
import { type PodSetFacts, peerSet, podSetKey, portOwners, subjectOf } from '../../topology/pod-sets.ts';

/** The rows of one policy. */
export function northbound(context: Northbound, world: World<Inputs>, key: string): Translation {
  const policy = world.get('NetworkPolicy', key);
  if (!policy) return { resolved: true, output: nothing };
  const vpcs = world.derive(vpcsOfSet, podSetKey(subjectOf(policy)));
  return {
    resolved: true,
    output: {
      rows: vpcs.flatMap((vpc) => {
        const view: View = { context, world, key, policy, vpc };
        return [
          ...(policy.ingress ?? []).flatMap((rule, index) => ruleRows(view, 'ingress', index, rule)),
          ...(policy.egress ?? []).flatMap((rule, index) => ruleRows(view, 'egress', index, rule)),
        ];
      }),
      contributions: [],
    },
  };
}

/** A policy as the pods of one Vpc see it. */
interface View {
  readonly context: Northbound;
  readonly world: World<Inputs>;
  readonly key: string;
  readonly policy: NetworkPolicyFacts;
  readonly vpc: string;
}

type Direction = 'ingress' | 'egress';

/** One thing that a rule allows: rows of one rule have different names. */
interface Allowed {
  readonly name: string;
  readonly match: string;
}

function ruleRows(view: View, direction: Direction, index: number, rule: PolicyRule): readonly Row[] {
  const { context, key, policy, vpc } = view;
  const parent = podSetGroupOf(context, podSetKey(subjectOf(policy)), vpc);
  // A rule may name a port twice.
  const matches = new Map(
    [...numberedPorts(view, direction, rule), ...namedPorts(view, direction, rule)].map(({ name, match }) => [
      name,
      match,
    ]),
  );
  return [...matches].map(([name, match]) =>
    aclInGroup(context, `NetworkPolicy/${key}`, `${vpc}/${direction}/${index}/${name}`, parent, aclPlaces.policy, {
      direction: direction === 'ingress' ? 'to-lport' : 'from-lport',
      ...{ match, action: 'allow-related' },
      ...(direction === 'egress' ? { options: afterLoadBalancing } : {}),
      external_ids: map({ policy: key, rule: `${direction}/${index}`, vpc }),
    }),
  );
}

/** What the rule allows on ports that it names by number, or on all. */
function numberedPorts(view: View, direction: Direction, { peers, ports }: PolicyRule): readonly Allowed[] {
  const numbered = ports.filter(({ port }) => typeof port !== 'string');
  if (ports.length > 0 && numbered.length === 0) return [];
  const subject = setName(podSetGroupOf(view.context, podSetKey(subjectOf(view.policy)), view.vpc));
  const own = direction === 'ingress' ? `outport == @${subject}` : `inport == @${subject}`;
  const on = ports.length === 0 ? '' : ` && (${numbered.map(portMatch).join(' || ')})`;
  return peerMatches(view, direction, peers).map(({ name, match }) => ({ name, match: `${own} && ${match}${on}` }));
}

/** The peers of a rule by family; without peers anybody. A rule whose peers have nobody in this Vpc allows nothing. */
function peerMatches(view: View, direction: Direction, peers: readonly PolicyPeer[]): readonly Allowed[] {
  if (peers.length === 0) return [{ name: 'ip', match: 'ip' }];
  const field = direction === 'ingress' ? 'src' : 'dst';
  return (['ipv4', 'ipv6'] as const).flatMap((family) => {
    const sources = [...new Set(peers.flatMap((peer) => addressesOf(view, peer, family)))];
    const ip = ipOf(family);
    return sources.length === 0 ? [] : [{ name: ip, match: `${ip}.${field} == {${sources.join(', ')}}` }];
  });
}

/** A peer in a match: an address set, or networks. */
function addressesOf({ context, world, policy, vpc }: View, peer: PolicyPeer, family: Family): readonly string[] {
  const set = peerSet(policy.meta.namespace, peer);
  if (set) return groupIn(context, world, set, vpc).map((group) => `$${group}_${ipOf(family)}`);
  return networksOf(peer, family);
}

/** The networks of an ipBlock less its exceptions: OVN would make a flow of every combination of negated ones. */
function networksOf({ ipBlock }: PolicyPeer, family: Family): readonly string[] {
  const network = ipBlock && parseCidr(ipBlock.cidr);
  if (network?.family !== family) return [];
  return without(
    network,
    (ipBlock?.except ?? []).flatMap((text) => parseCidr(text) ?? []),
  ).map(formatCidr);
}

/** The name of a set's group in a Vpc, if it may have members there. */
function groupIn(
  context: Northbound,
  world: World<Inputs>,
  set: PodSetFacts,
  vpc: string,
  number?: number,
): readonly string[] {
  const key = podSetKey(set);
  return world.derive(vpcsOfSet, key).includes(vpc) ? [setName(podSetGroupOf(context, key, vpc, number))] : [];
}

/** `tcp.dst == 80`, `80 <= tcp.dst <= 90`, or the whole protocol (ovn-sb(5), Logical_Flow.match). */
function portMatch({ protocol, port, endPort }: PolicyPort): string {
  const name = protocol.toLowerCase();
  if (port === undefined) return name;
  return endPort === undefined ? `${name}.dst == ${port}` : `${port} <= ${name}.dst <= ${endPort}`;
}

/** What the rule allows on ports that it names by name: one thing per number that such a port has. */
function namedPorts(view: View, direction: Direction, { peers, ports }: PolicyRule): readonly Allowed[] {
  return ports.flatMap(({ protocol, port }) =>
    typeof port !== 'string'
      ? []
      : direction === 'ingress'
        ? namedAtSubject(view, peers, { protocol, name: port })
        : namedAtPeers(view, peers, { protocol, name: port }),
  );
}

/** Into pods of the subject that call one of their ports so. */
function namedAtSubject(
  view: View,
  peers: readonly PolicyPeer[],
  port: NonNullable<PodSetFacts['port']>,
): readonly Allowed[] {
  const { context, world, policy, vpc } = view;
  const set = { ...subjectOf(policy), port };
  return world.derive(numbersOfSet, podSetKey(set)).flatMap((number) =>
    groupIn(context, world, set, vpc, number).flatMap((group) =>
      peerMatches(view, 'ingress', peers).map(({ name, match }) => ({
        name: `${name}/${port.protocol}/${port.name}/${number}`,
        match: `outport == @${group} && ${match} && ${portMatch({ protocol: port.protocol, port: number })}`,
      })),
    ),
  );
}

/** To pods that call one of their ports so: those of the peers, or any. */
function namedAtPeers(
  view: View,
  peers: readonly PolicyPeer[],
  port: NonNullable<PodSetFacts['port']>,
): readonly Allowed[] {
  const { context, world, policy, vpc } = view;
  const subject = setName(podSetGroupOf(context, podSetKey(subjectOf(policy)), vpc));
  const { namespace } = policy.meta;
  return (peers.length === 0 ? [undefined] : peers).flatMap((peer, index) =>
    portOwners('egress', subjectOf(policy), namespace, peer ? [peer] : []).flatMap((owner) => {
      const set = { ...owner, port };
      return world.derive(numbersOfSet, podSetKey(set)).flatMap((number) =>
        groupIn(context, world, set, vpc, number).flatMap((group) =>
          (['ipv4', 'ipv6'] as const).flatMap((family): readonly Allowed[] => {
            const ip = ipOf(family);
            // A block of addresses names no pods: of those in it, the ones with such a port.
            const block = peer?.ipBlock ? networksOf(peer, family) : undefined;
            if (block?.length === 0) return [];
            const within = block ? ` && ${ip}.dst == {${block.join(', ')}}` : '';
            return [
              {
                name: `${ip}/${index}/${port.protocol}/${port.name}/${number}`,
                match: `inport == @${subject} && ${ip}.dst == $${group}_${ip}${within} && ${portMatch({ protocol: port.protocol, port: number })}`,
              },
            ];
          }),
        ),
      );
    }),
  );
}
