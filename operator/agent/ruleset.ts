/**
 * The node's packet filter as text for `nft -f` (nft(8)): one table of our own, replaced as a whole in one transaction. Its sets stand in
 * the rules, without names, so that nobody can change one without changing a rule, which `nft monitor` tells.
 */
import type { NodeEgress, NodeEgressFamily } from '../../src/topology/node-egress.ts';
import { chain, ipOf, lines, type NftTable, quoted, set } from './nft.ts';

/** Family and name of the table. */
export const table: NftTable = ['inet', 'subnetes'];

/** The transaction that makes the table what it shall be; without interfaces there is none. */
export function rulesetOf(egress: NodeEgress): string {
  const name = table.join(' ');
  // Declared first, because an absent table can not be deleted.
  const replace = [`table ${name}`, `delete table ${name}`];
  if (egress.interfaces.length === 0) return lines(replace);
  return lines([
    ...replace,
    `table ${name} {`,
    ...chain('forward', 'type filter hook forward priority filter; policy accept;', [
      ...apart(egress.interfaces),
      // Connections to the node's own ports, and their answers, which come from addresses of Services.
      `iifname ${quoted(egress.interfaces)} ct status dnat accept`,
      ...egress.families.flatMap((family) => guards(egress.interfaces, family)),
    ]),
    ...chain('postrouting', 'type nat hook postrouting priority srcnat; policy accept;', [
      `oifname ${quoted(egress.interfaces)} return`,
      ...egress.families.flatMap(translations),
    ]),
    '}',
  ]);
}

/** Two Vpcs never meet on a node. */
function apart(interfaces: readonly string[]): readonly string[] {
  if (interfaces.length < 2) return [];
  return interfaces.map((each) => {
    const others = interfaces.filter((other) => other !== each);
    return `iifname "${each}" oifname ${quoted(others)} drop`;
  });
}

function guards(interfaces: readonly string[], { family, known, services }: NodeEgressFamily): readonly string[] {
  const from = `iifname ${quoted(interfaces)}`;
  const ip = ipOf(family);
  const strange = known.length > 0 ? `${ip} saddr != ${set(known)}` : `meta nfproto ${family}`;
  return [
    ...(services.length > 0 ? [`${from} oifname ${quoted(interfaces)} ${ip} daddr ${set(services)} drop`] : []),
    // A connection that begins before its Subnet is known here would never be translated later.
    `${from} oifname != ${quoted(interfaces)} ${strange} drop`,
  ];
}

function translations({ family, masqueraded, exceptions }: NodeEgressFamily): readonly string[] {
  const ip = ipOf(family);
  return [
    ...exceptions.map(
      ({ sources, destinations }) => `${ip} saddr ${set(sources)} ${ip} daddr ${set(destinations)} return`,
    ),
    ...(masqueraded.length > 0 ? [`${ip} saddr ${set(masqueraded)} masquerade fully-random`] : []),
  ];
}
