/** Address ranges: CIDRs, and the `"a"` or `"a-b"` of `Subnet.spec.excludes`. No I/O. */
import { type Address, bitsOf, type Family, formatAddress, parseAddress } from './address.ts';

/** A run of addresses of one family, both ends included. */
export interface Range {
  readonly family: Family;
  readonly first: bigint;
  readonly last: bigint;
}

/** A network: a range that is a CIDR. */
export interface Cidr extends Range {
  readonly prefix: number;
}

/** Reads a CIDR; `undefined` when the text is none. Host bits are masked away: the API server refuses them, older objects may have them. */
export function parseCidr(text: string): Cidr | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const address = parseAddress(text.slice(0, slash));
  const length = text.slice(slash + 1);
  if (!address || !/^(0|[1-9][0-9]{0,2})$/.test(length)) return undefined;
  const prefix = Number(length);
  const bits = bitsOf(address.family);
  if (prefix > bits) return undefined;
  const size = 1n << BigInt(bits - prefix);
  const first = address.value - (address.value % size);
  return { family: address.family, first, last: first + size - 1n, prefix };
}

/** Reads `"a"`, `"a-b"` or a CIDR as a range; `undefined` when malformed, of mixed families or backwards. */
export function parseRange(text: string): Range | undefined {
  if (text.includes('/')) return parseCidr(text);
  const [from = '', to = from, ...rest] = text.split('-');
  const first = parseAddress(from.trim());
  const last = parseAddress(to.trim());
  if (rest.length > 0 || !first || !last || first.family !== last.family || first.value > last.value) return undefined;
  return { family: first.family, first: first.value, last: last.value };
}

/** Canonical text of a network, for example `10.0.0.0/24`. */
export function formatCidr(cidr: Cidr): string {
  return `${formatAddress({ family: cidr.family, value: cidr.first })}/${cidr.prefix}`;
}

/** The networks that make up a range, in ascending order: for a CIDR itself, else at most two per bit of the family. */
export function cidrsOf({ family, first, last }: Range): readonly Cidr[] {
  const bits = bitsOf(family);
  const result: Cidr[] = [];
  for (let start = first; start <= last; ) {
    let prefix = bits;
    let size = 1n;
    // The largest network that begins here and ends in the range.
    while (prefix > 0 && start % (size * 2n) === 0n && start + size * 2n - 1n <= last) {
      size *= 2n;
      prefix--;
    }
    result.push({ family, first: start, last: start + size - 1n, prefix });
    start += size;
  }
  return result;
}

/** What of a range is in none of the others, as networks in ascending order: their number is linear in that of the others. */
export function without(range: Range, others: readonly Range[]): readonly Cidr[] {
  const holes = others
    .filter((other) => overlaps(range, other))
    .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  const rest: Cidr[] = [];
  let next = range.first;
  for (const hole of holes) {
    if (hole.first > next) rest.push(...cidrsOf({ family: range.family, first: next, last: hole.first - 1n }));
    if (hole.last >= next) next = hole.last + 1n;
  }
  if (next <= range.last) rest.push(...cidrsOf({ family: range.family, first: next, last: range.last }));
  return rest;
}

/** All addresses of a family. */
export function everything(family: Family): Cidr {
  return { family, first: 0n, last: (1n << BigInt(bitsOf(family))) - 1n, prefix: 0 };
}

/** Whether the address lies in the range. */
export function contains(range: Range, address: Address): boolean {
  return range.family === address.family && range.first <= address.value && address.value <= range.last;
}

/** Whether two ranges share an address. */
export function overlaps(a: Range, b: Range): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}
