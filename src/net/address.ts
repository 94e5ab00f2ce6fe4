/**
 * IP addresses as (family, number): what the rest of `src/net`, allocation and the translations calculate with.
 * Text is always canonical on the way out (RFC 5952 for IPv6), so that equal addresses are equal strings.
 */

/** Address family, spelled as the status fields of `Subnet` and `IP` spell it. */
export type Family = 'ipv4' | 'ipv6';

/** One address: its family and its value as an unsigned integer of 32 or 128 bits. */
export interface Address {
  readonly family: Family;
  readonly value: bigint;
}

/** Number of bits of an address of the family: 32 or 128. */
export function bitsOf(family: Family): number {
  return family === 'ipv4' ? 32 : 128;
}

/** Reads an address in any legal spelling; `undefined` when the text is none (zones, IPv4 leading zeros and prefixes are refused). */
export function parseAddress(text: string): Address | undefined {
  const value = text.includes(':') ? parseIpv6(text) : parseIpv4(text);
  if (value === undefined) return undefined;
  return { family: text.includes(':') ? 'ipv6' : 'ipv4', value };
}

/** Canonical text of an address: dotted quad, or RFC 5952. */
export function formatAddress({ family, value }: Address): string {
  return family === 'ipv4' ? formatIpv4(value) : formatIpv6(value);
}

/** Family of an address in text; `undefined` when the text is no address. */
export function familyOf(text: string): Family | undefined {
  return parseAddress(text)?.family;
}

function parseIpv4(text: string): bigint | undefined {
  // Character by character: every pod's addresses are read several times.
  let value = 0;
  let dots = 0;
  let octet: number | undefined;
  for (let index = 0; index < text.length; index++) {
    const digit = text.charCodeAt(index) - 0x30;
    if (text[index] === '.' && octet !== undefined && dots < 3) {
      value = value * 256 + octet;
      octet = undefined;
      dots++;
    } else if (digit >= 0 && digit <= 9 && octet !== 0) {
      octet = (octet ?? 0) * 10 + digit;
      if (octet > 255) return undefined;
    } else {
      return undefined;
    }
  }
  return dots === 3 && octet !== undefined ? BigInt(value * 256 + octet) : undefined;
}

function parseIpv6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2 || (halves.length === 2 && halves[0]?.includes('.'))) return undefined;
  const head = groups(halves[0] ?? '');
  const tail = halves.length === 2 ? groups(halves[1] ?? '') : [];
  if (!head || !tail) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  return [...head, ...Array<number>(missing).fill(0), ...tail].reduce(
    (value, group) => (value << 16n) | BigInt(group),
    0n,
  );
}

/** The 16-bit groups of one side of `::`; a trailing dotted quad counts as two (RFC 4291 section 2.2). */
function groups(text: string): number[] | undefined {
  if (text === '') return [];
  const result: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    if (part.includes('.')) {
      const quad = index === parts.length - 1 ? parseIpv4(part) : undefined;
      if (quad === undefined) return undefined;
      result.push(Number(quad >> 16n), Number(quad & 0xffffn));
    } else {
      if (!/^[0-9a-fA-F]{1,4}$/.test(part)) return undefined;
      result.push(Number.parseInt(part, 16));
    }
  }
  return result;
}

function formatIpv4(value: bigint): string {
  const number = Number(value);
  return `${number >>> 24}.${(number >>> 16) & 255}.${(number >>> 8) & 255}.${number & 255}`;
}

function formatIpv6(value: bigint): string {
  const all = Array.from({ length: 8 }, (_, index) => Number((value >> BigInt(112 - 16 * index)) & 0xffffn));
  const run = longestZeroRun(all);
  const hex = (part: readonly number[]) => part.map((group) => group.toString(16)).join(':');
  if (run.length < 2) return hex(all);
  return `${hex(all.slice(0, run.start))}::${hex(all.slice(run.start + run.length))}`;
}

/** RFC 5952 section 4.2: the longest run of zero groups, the first of equals. */
function longestZeroRun(all: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  for (let index = 0; index <= all.length; index++) {
    if (all[index] === 0) continue;
    if (index - start > best.length) best = { start, length: index - start };
    start = index + 1;
  }
  return best;
}
