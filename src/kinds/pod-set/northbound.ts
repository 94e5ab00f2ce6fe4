/**
 * A set of pods in OVN_Northbound: one `Port_Group` per Vpc, to which the IPs of its pods contribute their ports, and from whose ports OVN derives
 * the address sets that policies match. When some NetworkPolicy isolates the set, what none allows is dropped here: isolation stands with the
 * set, policies only add what is allowed, and so whatever becomes of a policy fails closed. What no policy may take stands here as well.
 */
import { hairpinAddresses } from '../../northbound/names.ts';
import { aclPlaces } from '../../northbound/priorities.ts';
import {
  aclInGroup,
  afterLoadBalancing,
  map,
  type Northbound,
  podSetGroupOf,
  row,
  setName,
} from '../../northbound/rows.ts';
import type { Row, Translation } from '../../reconcile/output.ts';
import type { World } from '../../store/store.ts';
import type { Inputs } from '../../topology/facts.ts';
import { isolates, limits, numbersOfSet, vpcsOfSet } from '../../topology/pod-set-members.ts';
import type { PodSetFacts } from '../../topology/pod-sets.ts';

/** The rows of one set. */
export function northbound(context: Northbound, world: World<Inputs>, key: string): Translation {
  const set = world.get('PodSet', key);
  const vpcs = set ? world.derive(vpcsOfSet, key) : [];
  const numbers = set?.port ? world.derive(numbersOfSet, key) : [undefined];
  const tiers = world.get('Database', 'northbound')?.features?.includes('acl-tiers') === true;
  return {
    resolved: true,
    output: {
      rows: vpcs.flatMap((vpc) => [
        ...numbers.map((number) => group(context, key, set, vpc, number)),
        ...(limits(world, key, 'ingress') ? ingressRows(context, key, vpc, isolates(world, key, 'ingress')) : []),
        ...(limits(world, key, 'egress') ? egressRows(context, key, vpc, isolates(world, key, 'egress')) : []),
        ...(tiers
          ? (['ingress', 'egress'] as const).flatMap((direction) =>
              limits(world, key, direction) ? handOnRows(context, key, vpc, direction) : [],
            )
          : []),
      ]),
      contributions: [],
    },
  };
}

function group(
  context: Northbound,
  key: string,
  set: PodSetFacts | undefined,
  vpc: string,
  number: number | undefined,
): Row {
  const columns = {
    name: setName(podSetGroupOf(context, key, vpc, number)),
    // For people, who find an opaque name in a match.
    external_ids: map({
      vpc,
      namespace: set?.namespace,
      'namespace-selector': set?.namespaceSelector && JSON.stringify(set.namespaceSelector),
      'pod-selector': set && JSON.stringify(set.podSelector),
      port: set?.port && `${set.port.protocol}/${set.port.name}=${number}`,
    }),
  };
  return row(context, 'Port_Group', `PodSet/${key}`, number === undefined ? vpc : `${vpc}/${number}`, columns);
}

/**
 * What a port needs before it can be asked anything (RFC 4861, RFC 3810). OVN lets it pass by itself only on switches where some ACL is
 * `allow-related`, and makes replies known there only: this one sees to both.
 */
const NEIGHBOURS = 'nd || nd_rs || nd_ra || mldv1 || mldv2';

/** Asking OVN for an address: it answers by itself (ovn-northd(8), "DHCP options"), behind the ACLs. */
const DHCP =
  '(ip4.dst == 255.255.255.255 && udp.src == 68 && udp.dst == 67) || (ip6.dst == ff02::1:2 && udp.src == 546 && udp.dst == 547)';

function ingressRows(context: Northbound, key: string, vpc: string, isolated: boolean): readonly Row[] {
  const { ipv4, ipv6 } = hairpinAddresses;
  const parent = podSetGroupOf(context, key, vpc);
  const into = `outport == @${setName(parent)}`;
  const acl = (name: string, place: { tier: number; priority: number }, match: string, action: string) =>
    aclInGroup(context, `PodSet/${key}`, `${vpc}/ingress/${name}`, parent, place, {
      direction: 'to-lport',
      match,
      action,
    });
  return [
    acl('neighbours', aclPlaces.neighbours, `${into} && (${NEIGHBOURS})`, 'allow-related'),
    // A pod can't be kept from itself; the way out is with its IP.
    acl('itself', aclPlaces.own, `${into} && (ip4.src == ${ipv4} || ip6.src == ${ipv6})`, 'allow-related'),
    ...(isolated ? [acl('drop', aclPlaces.isolated, `${into} && ip`, 'drop')] : []),
  ];
}

/**
 * A connection that an ACL of a later tier cut is marked so, and from then on the first tier without an ACL for it would let it through again: OVN's
 * own flow for marked connections that no ACL cuts any more does not ask for the tier (northd.c, build_acls, up to 26.03). So the earlier
 * tiers say that they leave it to the later ones.
 */
function handOnRows(context: Northbound, key: string, vpc: string, direction: 'ingress' | 'egress'): readonly Row[] {
  const parent = podSetGroupOf(context, key, vpc);
  const port = direction === 'ingress' ? 'outport' : 'inport';
  const columns = {
    direction: direction === 'ingress' ? 'to-lport' : 'from-lport',
    match: `${port} == @${setName(parent)} && ct.est && ct_mark.blocked == 1`,
    action: 'pass',
    ...(direction === 'egress' ? { options: afterLoadBalancing } : {}),
  };
  return ([aclPlaces.cutInFirst, aclPlaces.cutInSecond] as const).map((place) =>
    aclInGroup(context, `PodSet/${key}`, `${vpc}/${direction}/cut/${place.tier}`, parent, place, columns),
  );
}

function egressRows(context: Northbound, key: string, vpc: string, isolated: boolean): readonly Row[] {
  const parent = podSetGroupOf(context, key, vpc);
  const from = `inport == @${setName(parent)}`;
  const acl = (name: string, place: { tier: number; priority: number }, match: string, action: string) =>
    aclInGroup(context, `PodSet/${key}`, `${vpc}/egress/${name}`, parent, place, {
      ...{ direction: 'from-lport', match, action },
      options: afterLoadBalancing,
    });
  return [
    acl('neighbours', aclPlaces.neighbours, `${from} && (${NEIGHBOURS} || ${DHCP})`, 'allow-related'),
    ...(isolated ? [acl('drop', aclPlaces.isolated, `${from} && ip`, 'drop')] : []),
  ];
}
