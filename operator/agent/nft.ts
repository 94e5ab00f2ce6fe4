/** Words of nftables' language (nft(8)), of which the node's tables are made. */
import type { Family } from '../../src/net/address.ts';

/** Family and name of a table. */
export type NftTable = readonly [family: 'inet', name: string];

/** The header of a family: `ip` or `ip6`. */
export const ipOf = (family: Family): string => (family === 'ipv4' ? 'ip' : 'ip6');

/** An anonymous set or map. */
export const set = (elements: readonly string[]): string => `{ ${elements.join(', ')} }`;

/** Names of our interfaces, which the schema of Vpc keeps to ovn0 … ovn999. */
export const quoted = (names: readonly string[]): string => set(names.map((name) => `"${name}"`));

/** A chain; one without a hook is only jumped to. */
export const chain = (name: string, hook: string | undefined, rules: readonly string[]): readonly string[] => [
  `  chain ${name} {`,
  ...[...(hook === undefined ? [] : [hook]), ...rules].map((rule) => `    ${rule}`),
  '  }',
];

/** Lines as text. */
export const lines = (all: readonly string[]): string => `${all.join('\n')}\n`;
