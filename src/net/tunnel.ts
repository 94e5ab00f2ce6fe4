/** What a tunnel between nodes costs. */
import type { Family } from './address.ts';

/**
 * Bytes that a tunnel adds to a pod's packet: outer IP header (IPv4 20, IPv6 40), UDP 8, Geneve 8 + 8 for OVN's option or VXLAN 8,
 * and the inner Ethernet header 14 (RFC 8926, RFC 7348, ovn-architecture(7) "Tunnel Encapsulations").
 */
export const tunnelOverhead: Readonly<Record<'Geneve' | 'VXLAN', Readonly<Record<Family, number>>>> = {
  Geneve: { ipv4: 58, ipv6: 78 },
  VXLAN: { ipv4: 50, ipv6: 70 },
};
