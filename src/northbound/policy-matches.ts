/**
 * Rules of policies as matches of ACLs (ovn-sb(5), Logical_Flow.match): the same for NetworkPolicies, which only allow, and ClusterNetworkPolicies. A
 * rule's pods are address sets, which OVN keeps.
 */
import type { Family } from '../net/address.ts';
import { type Cidr, formatCidr } from '../net/cidr.ts';
import type { World } from '../store/store.ts';
import type { Inputs } from '../topology/facts.ts';
import type { PolicyPort } from '../topology/kubernetes.ts';
import { numbersOfSet, vpcsOfSet } from '../topology/pod-set-members.ts';
import { type PodSetFacts, type PortName, podSetKey, portOwners } from '../topology/pod-sets.ts';
import { ipOf, type Northbound, podSetGroupOf, setName } from './rows.ts';

/** A policy as the pods of one Vpc see it. */
export interface PolicyView {
  readonly context: Northbound;
  readonly world: World<Inputs>;
  readonly vpc: string;
  /** The pods that it is about. */
  readonly subject: PodSetFacts;
}

/** To the pods of the subject, or from them. */
export type Direction = 'ingress' | 'egress';

/** Who is at the other end: a set of pods, or networks of any family. */
export type MatchPeer = { readonly set: PodSetFacts } | { readonly networks: readonly Cidr[] };

/** The traffic that a rule is about: of any of the peers, on any of the ports; an empty list is all of them. */
export interface Traffic {
  readonly direction: Direction;
  readonly peers: readonly MatchPeer[];
  readonly ports: readonly PolicyPort[];
}

/** One part of a rule's traffic: those of one rule have different names. */
export interface TrafficMatch {
  readonly name: string;
  readonly match: string;
}

/** `ACL.direction` of a direction: seen from the switch, not from the pod. */
export const aclDirection = (direction: Direction): 'to-lport' | 'from-lport' =>
  direction === 'ingress' ? 'to-lport' : 'from-lport';

/** The matches of a rule. A rule whose peers have nobody in this Vpc is about nothing there. */
export function trafficMatches(view: PolicyView, traffic: Traffic): readonly TrafficMatch[] {
  // A rule may name a port twice.
  const matches = new Map(
    [...numberedPorts(view, traffic), ...namedPorts(view, traffic)].map(({ name, match }) => [name, match]),
  );
  return [...matches].map(([name, match]) => ({ name, match }));
}

/** The ports of the subject, as the end of the packet's way or as its beginning. */
function ownEnd({ context, subject, vpc }: PolicyView, direction: Direction): string {
  const group = setName(podSetGroupOf(context, podSetKey(subject), vpc));
  return direction === 'ingress' ? `outport == @${group}` : `inport == @${group}`;
}

/** What the rule is about on ports that it names by number, or on all. */
function numberedPorts(view: PolicyView, { direction, peers, ports }: Traffic): readonly TrafficMatch[] {
  const numbered = ports.filter(({ port }) => typeof port !== 'string');
  if (ports.length > 0 && numbered.length === 0) return [];
  const own = ownEnd(view, direction);
  const on = ports.length === 0 ? '' : ` && (${numbered.map(portMatch).join(' || ')})`;
  return peerMatches(view, direction, peers).map(({ name, match }) => ({ name, match: `${own} && ${match}${on}` }));
}

/** The peers of a rule by family; without peers anybody. */
function peerMatches(view: PolicyView, direction: Direction, peers: readonly MatchPeer[]): readonly TrafficMatch[] {
  if (peers.length === 0) return [{ name: 'ip', match: 'ip' }];
  const field = direction === 'ingress' ? 'src' : 'dst';
  return (['ipv4', 'ipv6'] as const).flatMap((family) => {
    const sources = [...new Set(peers.flatMap((peer) => addressesOf(view, peer, family)))];
    const ip = ipOf(family);
    return sources.length === 0 ? [] : [{ name: ip, match: `${ip}.${field} == {${sources.join(', ')}}` }];
  });
}

/** A peer in a match: an address set, or networks. */
function addressesOf(view: PolicyView, peer: MatchPeer, family: Family): readonly string[] {
  if ('set' in peer) return groupIn(view, peer.set).map((group) => `$${group}_${ipOf(family)}`);
  return networksOf(peer.networks, family);
}

const networksOf = (networks: readonly Cidr[], family: Family): readonly string[] =>
  networks.filter((each) => each.family === family).map(formatCidr);

/** The name of a set's group in a Vpc, if it may have members there. */
function groupIn({ context, world, vpc }: PolicyView, set: PodSetFacts, number?: number): readonly string[] {
  const key = podSetKey(set);
  return world.derive(vpcsOfSet, key).includes(vpc) ? [setName(podSetGroupOf(context, key, vpc, number))] : [];
}

/** `tcp.dst == 80`, `80 <= tcp.dst <= 90`, or the whole protocol. */
function portMatch({ protocol, port, endPort }: PolicyPort): string {
  const name = protocol.toLowerCase();
  if (port === undefined) return name;
  return endPort === undefined ? `${name}.dst == ${port}` : `${port} <= ${name}.dst <= ${endPort}`;
}

/** What the rule is about on ports that it names by name: one thing per number that such a port has. */
function namedPorts(view: PolicyView, { direction, peers, ports }: Traffic): readonly TrafficMatch[] {
  return ports.flatMap(({ protocol, port }) =>
    typeof port !== 'string'
      ? []
      : direction === 'ingress'
        ? namedAtSubject(view, peers, { protocol, name: port })
        : namedAtPeers(view, peers, { protocol, name: port }),
  );
}

/** Into pods of the subject that call one of their ports so. */
function namedAtSubject(view: PolicyView, peers: readonly MatchPeer[], port: PortName): readonly TrafficMatch[] {
  const set = { ...view.subject, port };
  return view.world.derive(numbersOfSet, podSetKey(set)).flatMap((number) =>
    groupIn(view, set, number).flatMap((group) =>
      peerMatches(view, 'ingress', peers).map(({ name, match }) => ({
        name: `${name}/${port.protocol}/${port.name}/${number}`,
        match: `outport == @${group} && ${match} && ${portMatch({ protocol: port.protocol, port: number })}`,
      })),
    ),
  );
}

/** To pods that call one of their ports so: those of the peers, or any. */
function namedAtPeers(view: PolicyView, peers: readonly MatchPeer[], port: PortName): readonly TrafficMatch[] {
  const own = ownEnd(view, 'egress');
  return (peers.length === 0 ? [undefined] : peers).flatMap((peer, index) =>
    portOwners('egress', view.subject, peer ? ['set' in peer ? peer.set : undefined] : []).flatMap((owner) => {
      const set = { ...owner, port };
      return view.world.derive(numbersOfSet, podSetKey(set)).flatMap((number) =>
        groupIn(view, set, number).flatMap((group) =>
          (['ipv4', 'ipv6'] as const).flatMap((family): readonly TrafficMatch[] => {
            const ip = ipOf(family);
            // A block of addresses names no pods: of those in it, the ones with such a port.
            const block = peer && 'networks' in peer ? networksOf(peer.networks, family) : undefined;
            if (block?.length === 0) return [];
            const within = block ? ` && ${ip}.dst == {${block.join(', ')}}` : '';
            return [
              {
                name: `${ip}/${index}/${port.protocol}/${port.name}/${number}`,
                match: `${own} && ${ip}.dst == $${group}_${ip}${within} && ${portMatch({ protocol: port.protocol, port: number })}`,
              },
            ];
          }),
        ),
      );
    }),
  );
}
