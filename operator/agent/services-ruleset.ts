/**
 * What a node does for Services, as text for `nft -f` (nft(8)): a table of its own, replaced as a whole in one transaction. Ports stand in
 * maps, so that a packet costs the same whatever their number; the maps stand in the rules, without names, so that nobody can change one
 * without changing a rule, which `nft monitor` tells.
 */
import { type Family, familyOf } from '../../src/net/address.ts';
import type { Protocol } from '../../src/topology/kubernetes.ts';
import type { Forward, NodeServices, SourceGuard, Target, Way } from '../../src/topology/node-services.ts';
import { chain, ipOf, lines, type NftTable, quoted, set } from './nft.ts';

/** Family and name of the table. */
export const servicesTable: NftTable = ['inet', 'subnetes-services'];

/**
 * The bit of a packet's mark (skb) that says: hide the client behind the node. The one that kube-proxy uses for the same, so that
 * others leave it alone. It is taken off before the packet leaves, or a tunnel's own packets would have it.
 */
const hiddenBit = { set: '0x4000', others: '0xffffbfff' } as const;

/** Clients keep their endpoint when the table is written anew, and on whichever node they come: without a seed the kernel rolls the dice. */
const affinitySeed = '0x5eed';

/** The transaction that makes the table what it shall be; without anything to do there is none. */
export function servicesRulesetOf(services: NodeServices): string {
  const name = servicesTable.join(' ');
  const replace = [`table ${name}`, `delete table ${name}`];
  const { interfaces, forwards, guards } = services;
  if (forwards.length === 0) return lines(replace);
  const choices = new Choices();
  const inside = blocksOf(forwards, ({ inside: way }) => way, strangers(services.nodes), choices);
  const pods = blocksOf(forwards, ({ pods: way }) => way, [], choices);
  const outside = blocksOf(forwards, ({ outside: way }) => way, neighbours(services.nodes), choices);
  const fromPods = interfaces.length === 0 ? [] : [`iifname ${quoted(interfaces)} goto pods`];
  const refusals = refusalsOf(forwards);
  return lines([
    ...replace,
    `table ${name} {`,
    ...choices.chains(),
    ...chain('inside', undefined, inside),
    ...chain('pods', undefined, [...pods, 'goto inside']),
    ...chain('outside', undefined, outside),
    ...chain('guard', 'type filter hook prerouting priority raw; policy accept;', [
      // Ports on the node's loopback need route_localnet on these interfaces, which lets others in: not here.
      ...(interfaces.length === 0
        ? []
        : [
            `iifname ${quoted(interfaces)} ip daddr 127.0.0.0/8 drop`,
            `iifname ${quoted(interfaces)} ip saddr 127.0.0.0/8 drop`,
          ]),
      ...guardsOf(interfaces, guards),
    ]),
    ...chain('prerouting', 'type nat hook prerouting priority -100; policy accept;', [...fromPods, 'goto outside']),
    ...chain('output', 'type nat hook output priority -100; policy accept;', ['goto inside']),
    // Before the table of what leaves, of which it takes nothing away: that one hides nobody behind these interfaces.
    ...chain('postrouting', 'type nat hook postrouting priority 95; policy accept;', [
      `oifname != "lo" meta mark & ${hiddenBit.set} == ${hiddenBit.set} ${unmark} masquerade fully-random`,
    ]),
    ...(refusals.length === 0
      ? []
      : [
          ...chain('refuse', undefined, refusals),
          ...['input', 'forward', 'output'].flatMap((hook) =>
            chain(hook === 'output' ? 'send' : hook, `type filter hook ${hook} priority -5; policy accept;`, [
              'ct state new goto refuse',
            ]),
          ),
        ]),
    '}',
  ]);
}

const mark = `meta mark set meta mark | ${hiddenBit.set}`;
const unmark = `meta mark set meta mark & ${hiddenBit.others}`;

/** Chains that choose one of several targets; the same choice is one chain. */
class Choices {
  readonly #names = new Map<string, string>();

  /** Name of the chain of a choice. */
  nameOf({ family, protocol }: Forward, { to, affine }: Exclude<Way, string>): string {
    const ip = ipOf(family);
    const by = affine ? `jhash ${ip} saddr mod ${to.length} seed ${affinitySeed}` : `numgen random mod ${to.length}`;
    const elements = to.map((target, index) => `${index} : ${written(target)}`);
    const rule = `meta l4proto ${l4(protocol)} dnat ${ip} to ${by} map ${set(elements)}`;
    const name = this.#names.get(rule) ?? `choice-${this.#names.size}`;
    this.#names.set(rule, name);
    return name;
  }

  chains(): readonly string[] {
    return [...this.#names].flatMap(([rule, name]) => chain(name, undefined, [rule]));
  }
}

/**
 * The rules for one side. A packet is marked before it is looked up, and loses the mark when nothing was found; what is found ends the chain.
 * @param hiding rules that mark clients which never keep their address
 */
function blocksOf(
  forwards: readonly Forward[],
  wayOf: (forward: Forward) => Way | undefined,
  hiding: readonly string[],
  choices: Choices,
): readonly string[] {
  const rules = [true, false].flatMap((exact) =>
    [false, true].flatMap((hides) => {
      const concerned = forwards.flatMap((forward) => {
        const way = wayOf(forward);
        if (way === undefined || way === 'reject' || (forward.address !== undefined) !== exact) return [];
        return (way !== 'drop' && way.hidden) === hides ? [{ forward, way }] : [];
      });
      if (concerned.length === 0) return [];
      const found = families.flatMap((family) =>
        lookUps(
          family,
          exact,
          concerned.filter(({ forward }) => forward.family === family),
          choices,
        ),
      );
      return hides ? [mark, ...found] : [unmark, ...hiding, ...found];
    }),
  );
  return rules.length === 0 ? [] : [...rules, unmark];
}

const families = ['ipv4', 'ipv6'] as const;

/** Hides nodes. */
const neighbours = (nodes: readonly string[]): readonly string[] =>
  families.flatMap((family) => {
    const own = nodes.filter((address) => familyOf(address) === family);
    return own.length === 0 ? [] : [`${ipOf(family)} saddr ${set(own)} ${mark}`];
  });

/** Hides everybody else. */
const strangers = (nodes: readonly string[]): readonly string[] =>
  families.map((family) => {
    const own = nodes.filter((address) => familyOf(address) === family);
    return own.length === 0 ? `meta nfproto ${family} ${mark}` : `${ipOf(family)} saddr != ${set(own)} ${mark}`;
  });

function lookUps(
  family: Family,
  exact: boolean,
  all: readonly { readonly forward: Forward; readonly way: Exclude<Way, 'reject'> }[],
  choices: Choices,
): readonly string[] {
  const straight: string[] = [];
  const verdicts: string[] = [];
  for (const { forward, way } of all) {
    const key = keyOf(forward);
    if (way === 'drop') verdicts.push(`${key} : drop`);
    else if (way.to.length === 1) straight.push(`${key} : ${written(way.to[0]!)}`);
    else verdicts.push(`${key} : goto ${choices.nameOf(forward, way)}`);
  }
  const match = matchOf(family, exact);
  return [
    ...(straight.length === 0 ? [] : [`${match.before}dnat ${ipOf(family)} to ${match.key} map ${set(straight)}`]),
    ...(verdicts.length === 0 ? [] : [`${match.before}${match.key} vmap ${set(verdicts)}`]),
  ];
}

function matchOf(family: Family, exact: boolean): { readonly before: string; readonly key: string } {
  const ip = ipOf(family);
  if (exact) return { before: '', key: `${ip} daddr . meta l4proto . th dport` };
  const loopback = family === 'ipv4' ? '127.0.0.0/8' : '::1';
  return { before: `${ip} daddr != ${loopback} fib daddr type local `, key: 'meta l4proto . th dport' };
}

const keyOf = ({ protocol, address, port }: Pick<Forward, 'protocol' | 'address' | 'port'>): string =>
  [...(address === undefined ? [] : [address]), l4(protocol), port].join(' . ');

function guardsOf(interfaces: readonly string[], guards: readonly SourceGuard[]): readonly string[] {
  const outside = interfaces.length === 0 ? '' : `iifname != ${quoted(interfaces)} `;
  return families.flatMap((family) => {
    const concerned = guards.filter((guard) => guard.family === family);
    if (concerned.length === 0) return [];
    const ip = ipOf(family);
    const allowed = concerned.flatMap((guard) => guard.sources.map((source) => `${source} . ${keyOf(guard)}`));
    const other = allowed.length === 0 ? '' : `${ip} saddr . ${ip} daddr . meta l4proto . th dport != ${set(allowed)} `;
    return [`${outside}${ip} daddr . meta l4proto . th dport ${set(concerned.map(keyOf))} ${other}drop`];
  });
}

function refusalsOf(forwards: readonly Forward[]): readonly string[] {
  return families.flatMap((family) =>
    [true, false].flatMap((exact) => {
      const keys = forwards
        .filter((each) => each.family === family && each.inside === 'reject' && (each.address !== undefined) === exact)
        .map(keyOf);
      const { before, key } = matchOf(family, exact);
      return keys.length === 0 ? [] : [`${before}${key} ${set(keys)} reject`];
    }),
  );
}

const written = ({ address, port }: Target): string => `${address} . ${port}`;

const l4 = (protocol: Protocol): string => protocol.toLowerCase();
