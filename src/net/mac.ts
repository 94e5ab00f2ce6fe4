/**
 * Ethernet addresses that follow from IP addresses: no state, and unique where the IP addresses are.
 * `0a:58` and `0a:59` are locally administered unicast prefixes (IEEE 802 bit 1 of the first octet).
 */
import { createHash } from 'node:crypto';
import { type Address, formatAddress } from './address.ts';

/** The MAC of a port whose (first) address this is: `0a:58` + the four IPv4 octets, or `0a:59` + 32 bits of a hash of the IPv6 address. */
export function macOf(address: Address): string {
  if (address.family === 'ipv4') return `0a:58:${octets(Number(address.value))}`;
  const digest = createHash('sha256').update(formatAddress(address)).digest();
  return `0a:59:${octets(digest.readUInt32BE(0))}`;
}

function octets(value: number): string {
  return [24, 16, 8, 0].map((shift) => ((value >>> shift) & 255).toString(16).padStart(2, '0')).join(':');
}
