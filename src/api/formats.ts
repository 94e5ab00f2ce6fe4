/**
 * The string formats of `crds/schemas`: what the CEL rules beside them say, for objects that got past the API server's rules
 * (an older CRD, `--validate=false`). Called by the generated validators.
 */
import { formatAddress, parseAddress } from '../net/address.ts';
import { contains, formatCidr, parseCidr, parseRange, type Range } from '../net/cidr.ts';

/** One format: the check, and what to tell people whose text fails it. */
export interface Format {
  readonly test: (text: string) => boolean;
  readonly help: string;
}

/** Every format that the schemas name. */
export const formats: Readonly<Record<string, Format>> = {
  'host-address': {
    test: (text) => isCanonicalAddress(text) && !isIn(notForHosts, text),
    help: 'is not a unicast IP address in canonical form: write one address, as 10.1.0.10 or fd00:10:1::10',
  },
  'peer-address': {
    test: (text) => isCanonicalAddress(text) && !isIn(unreachable, text),
    help: 'is not an IP address that packets can be sent to, in canonical form: write one address, as 10.1.0.10 or fe80::1',
  },
  'canonical-cidr': {
    test: isCanonicalCidr,
    help: 'is not a CIDR in canonical form: write a network without host bits, as 10.1.0.0/24 or fd00:10:1::/64',
  },
  'canonical-network': {
    test: isNetwork,
    help: 'is not a unicast network that hosts can use: write IPv4 /8 to /30 or IPv6 /32 to /126, as 10.1.0.0/24 or fd00:10:1::/64',
  },
  'address-range': {
    test: isAddressRange,
    help: 'is not an address or a range: write one address or FIRST-LAST, as 10.1.0.5 or 10.1.0.5-10.1.0.9',
  },
  'unicast-mac': {
    test: (text) => /^[0-9a-f][02468ace](:[0-9a-f]{2}){5}$/.test(text) && text !== '00:00:00:00:00:00',
    help: 'is not a unicast MAC address: write six pairs of lower-case hexadecimal digits, as 0a:00:00:00:00:50',
  },
  'attachment-interface': {
    test: (text) => /^ovn[0-9]{1,3}$/.test(text),
    help: "is not a name for a node's interface: write ovn and a number, as ovn0",
  },
  'interface-name': {
    test: (text) => /^[a-z][a-z0-9._-]{0,14}$/.test(text) && text !== 'lo',
    help: "is not a name for a pod's interface: write at most 15 lower-case letters, digits, dots and dashes, as eth0",
  },
  'node-interface': {
    test: (text) => /^[A-Za-z0-9][A-Za-z0-9._-]{0,14}$/.test(text) && text !== 'lo',
    help: "is not a name of a node's network card: write at most 15 letters, digits, dots and dashes, as eth1 or enp3s0",
  },
  'mirror-interface': {
    test: (text) => /^mirror[0-9]{1,3}$/.test(text),
    help: 'is not a name for a mirror: write mirror and a number, as mirror0',
  },
  rate: {
    test: (text) => /^([1-9][0-9]{3,11}|[1-9][0-9]{0,8}k|[1-9][0-9]{0,5}M|[1-9][0-9]{0,2}G)$/.test(text),
    help: 'is not a number of bits: write at least 1k, as a whole number with k, M or G, as 500k, 20M or 1G',
  },
  'ovsdb-endpoint': {
    test: (text) =>
      /^(ssl|tcp):([A-Za-z0-9._-]+|\[[0-9a-fA-F:.]+\]):[0-9]{1,5}$/.test(text) || /^unix:\/[^ ]+$/.test(text),
    help: 'is not a database endpoint: write ssl:HOST:PORT, tcp:HOST:PORT or unix:/PATH',
  },
};

function isCanonicalAddress(text: string): boolean {
  const address = parseAddress(text);
  return address !== undefined && formatAddress(address) === text;
}

function isCanonicalCidr(text: string): boolean {
  const cidr = parseCidr(text);
  return cidr !== undefined && formatCidr(cidr) === text;
}

/** Addresses that no packet is sent to: "this host", loopback, multicast, broadcast (RFC 6890, RFC 5771, RFC 4291). */
const unreachable = ranges(['0.0.0.0/32', '127.0.0.0/8', '224.0.0.0/4', '255.255.255.255/32', '::/127', 'ff00::/8']);

/** Addresses that no router forwards to: those, and link-local ones (RFC 3927, RFC 4291). */
const notForHosts = [...unreachable, ...ranges(['169.254.0.0/16', 'fe80::/10'])];

function ranges(texts: readonly string[]): readonly Range[] {
  return texts.flatMap((text) => parseCidr(text) ?? []);
}

function isIn(list: readonly Range[], text: string): boolean {
  const address = parseAddress(text);
  return address !== undefined && list.some((range) => contains(range, address));
}

function isNetwork(text: string): boolean {
  const cidr = parseCidr(text);
  if (cidr === undefined || formatCidr(cidr) !== text) return false;
  const [shortest, longest] = cidr.family === 'ipv4' ? [8, 30] : [32, 126];
  const base = formatAddress({ family: cidr.family, value: cidr.first });
  return cidr.prefix >= shortest && cidr.prefix <= longest && !isIn(notForHosts, base);
}

function isAddressRange(text: string): boolean {
  return text.split('-').every(isCanonicalAddress) && parseRange(text) !== undefined;
}
