/**
 * Makes, looks at and removes a pod's link: a veth pair with one end in the pod's network namespace. It knows
 * interfaces and addresses, neither Kubernetes nor OVN. Everything inside the namespace is done by one `ip -batch`
 * there: processes are what an ADD costs.
 *
 * Source of the steps: man ip-link(8), veth; kernel's ip-sysctl (conf/ * /accept_dad, accept_ra, disable_ipv6).
 */
import { stat, statfs } from 'node:fs/promises';
import { isIP } from 'node:net';
import { CommandError, runCommand } from './command.ts';
import { runBatch } from './ip-batch.ts';

/** One address of the pod's interface with its way out. */
export type LinkAddress = {
  /** Address with the subnet's prefix length, `10.1.0.5/24`. */
  readonly cidr: string;
  /** Next hop of the default route of this family. */
  readonly gateway: string;
};

/** A pod's link as it shall be. */
export type PodLink = {
  /** The end on the node. */
  readonly hostInterface: string;
  /** Path of the pod's network namespace. */
  readonly netns: string;
  /** The end in the pod. */
  readonly ifname: string;
  readonly mac: string;
  /** MTU in bytes of both ends. */
  readonly mtu: number;
  /** At most one of each family. */
  readonly addresses: readonly LinkAddress[];
};

/** Which datapath the packets enter: `Userspace` is OVS's netdev datapath, `System` the kernel module. */
export type Datapath = 'System' | 'Userspace';

/** The path is no network namespace, or not one for a pod. */
export class NetnsError extends Error {
  override readonly name = 'NetnsError';
}

const macPattern = /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/;
const nsfsMagic = 0x6e736673; // statfs(2), NSFS_MAGIC

/**
 * Makes a pod's link. Both ends are up when it resolves. What is left of an earlier try under the same names is
 * replaced; after a failure nothing of it is left.
 * @throws {NetnsError} if the namespace is not there or is the node's own; {CommandError} if the kernel refuses
 */
export async function createPodLink(link: PodLink, datapath: Datapath, signal?: AbortSignal): Promise<void> {
  checkLink(link);
  await checkNetns(link.netns);
  const options = signal ? { signal } : {};
  try {
    try {
      await wire(link, datapath, options);
    } catch (error) {
      if (!(error instanceof CommandError && error.stderr.includes('File exists'))) throw error;
      await removeLeftovers(link);
      await wire(link, datapath, options);
    }
  } catch (error) {
    await removeHostInterface(link.hostInterface);
    throw error;
  }
}

/** Removes the node's end, and with it the pod's. Resolves also when there is none. */
export async function removeHostInterface(name: string): Promise<void> {
  try {
    await runCommand('ip', ['link', 'delete', 'dev', name]);
  } catch (error) {
    if (!isMissingDevice(error)) throw error;
  }
}

/** What is found of a pod's link. */
export type ObservedLink = {
  readonly mac: string;
  readonly mtu: number;
  readonly up: boolean;
  /** Global addresses with prefix length. */
  readonly cidrs: readonly string[];
  /** Next hops of the default routes through this interface. */
  readonly gateways: readonly string[];
};

/**
 * Looks at an interface in a pod's namespace.
 * @returns undefined if the namespace is there and the interface is not
 * @throws {NetnsError} if the namespace is gone
 */
export async function observePodLink(netns: string, ifname: string): Promise<ObservedLink | undefined> {
  await checkNetns(netns);
  const show = (...args: string[]) => runCommand('nsenter', [`--net=${netns}`, 'ip', '-j', ...args]);
  try {
    const [links, routes4, routes6] = await Promise.all([
      show('address', 'show', 'dev', ifname),
      show('-4', 'route', 'show', 'default', 'dev', ifname),
      show('-6', 'route', 'show', 'default', 'dev', ifname),
    ]);
    const found = (JSON.parse(links) as readonly IpAddressJson[]).find((entry) => entry.ifname === ifname);
    if (!found) return undefined;
    const routes = [...parseList<IpRouteJson>(routes4), ...parseList<IpRouteJson>(routes6)];
    return {
      mac: found.address,
      mtu: found.mtu,
      up: found.flags.includes('UP'),
      cidrs: found.addr_info.filter(({ scope }) => scope === 'global').map((a) => `${a.local}/${a.prefixlen}`),
      gateways: routes.flatMap(({ gateway }) => (gateway === undefined ? [] : [gateway])),
    };
  } catch (error) {
    if (isMissingDevice(error)) return undefined;
    throw error;
  }
}

/** True while a path is a network namespace that a pod may have. */
export async function isPodNetns(path: string): Promise<boolean> {
  try {
    await checkNetns(path);
    return true;
  } catch (error) {
    if (error instanceof NetnsError) return false;
    throw error;
  }
}

/** The parts of `ip -j address show` that are read (iproute2 6.1, 6.15). */
type IpAddressJson = {
  readonly ifname?: string;
  readonly address: string;
  readonly mtu: number;
  readonly flags: readonly string[];
  readonly addr_info: readonly { readonly local: string; readonly prefixlen: number; readonly scope: string }[];
};
type IpRouteJson = { readonly gateway?: string };

function parseList<T>(json: string): readonly T[] {
  return json.trim() === '' ? [] : (JSON.parse(json) as readonly T[]); // older iproute2 prints nothing for no routes
}

async function wire(link: PodLink, datapath: Datapath, options: { readonly signal?: AbortSignal }): Promise<void> {
  const { netns, ifname, hostInterface, mac, mtu, addresses } = link;
  const inside = [`--net=${netns}`];
  if (addresses.some(({ cidr }) => cidr.includes(':'))) {
    // Before the interface exists, so that it starts with these: IPv6 on (some runtimes switch it off), addresses usable
    // at once (OVN drops duplicates anyway), and no address or route that we did not give.
    const conf = 'net.ipv6.conf';
    const settings = [
      `${conf}.all.disable_ipv6=0`,
      `${conf}.default.disable_ipv6=0`,
      `${conf}.default.accept_dad=0`,
      `${conf}.default.accept_ra=0`,
    ];
    await runCommand('nsenter', [...inside, 'sysctl', '-q', '-w', ...settings], options);
  }
  const m = String(mtu);
  await runBatch(
    [
      ['link', 'set', 'lo', 'up'],
      // Made inside, with the peer sent out: one process does all that happens in the namespace.
      ['link', 'add', ifname, 'mtu', m, 'address', mac, 'type', 'veth', 'peer', 'name', hostInterface, 'mtu', m].concat(
        'netns',
        `/proc/${process.pid}/ns/net`,
      ),
      // OVN's port security lets exactly this link-local address pass (ovn-nb(5), Logical_Switch_Port.port_security).
      ['link', 'set', ifname, 'addrgenmode', 'eui64'],
      ...addresses.map(({ cidr }) => ['address', 'add', cidr, 'dev', ifname].concat(cidr.includes(':') ? 'nodad' : [])),
      ['link', 'set', ifname, 'up'],
      ...addresses.map(({ cidr, gateway }) => {
        const everywhere = cidr.includes(':') ? '::/0' : '0.0.0.0/0';
        return ['route', 'replace', everywhere, 'via', gateway, 'dev', ifname];
      }),
    ],
    { ...options, netns },
  );
  await Promise.all([
    // The node's end has no address of its own: what the node says there would reach the pod.
    runBatch([['link', 'set', hostInterface, 'addrgenmode', 'none', 'up']], options),
    // OVS's userspace datapath takes packets as they are: one whose checksum was left to the hardware is dropped by its
    // receiver (ping works, TCP hangs).
    datapath === 'Userspace'
      ? runCommand('nsenter', [...inside, 'ethtool', '-K', ifname, 'tx', 'off'], options)
      : Promise.resolve(''),
  ]);
}

/** Removes both ends by either name: the host end of this sandbox, and an interface of that name in the namespace. */
async function removeLeftovers({ hostInterface, netns, ifname }: PodLink): Promise<void> {
  await removeHostInterface(hostInterface);
  try {
    await runCommand('nsenter', [`--net=${netns}`, 'ip', 'link', 'delete', 'dev', ifname]);
  } catch (error) {
    if (!isMissingDevice(error)) throw error;
  }
}

async function checkNetns(path: string): Promise<void> {
  const [found, own, filesystem] = await Promise.all([
    stat(path).catch(() => undefined),
    stat('/proc/self/ns/net'),
    statfs(path).catch(() => undefined),
  ]);
  if (!found || filesystem?.type !== nsfsMagic) throw new NetnsError(`${path} is not a network namespace`);
  if (found.ino === own.ino && found.dev === own.dev)
    throw new NetnsError(`${path} is the node's own network namespace`);
}

/** These come from objects that the API server has checked; a wrong one here is a bug, not a user's mistake. */
function checkLink({ mac, mtu, addresses }: PodLink): void {
  if (!macPattern.test(mac)) throw new TypeError(`not a MAC: ${JSON.stringify(mac)}`);
  if (!Number.isInteger(mtu) || mtu < 68 || mtu > 65535) throw new TypeError(`not an MTU: ${mtu}`);
  for (const { cidr, gateway } of addresses) {
    const [address = '', length = ''] = cidr.split('/');
    const family = isIP(address);
    if (family === 0 || !/^[0-9]{1,3}$/.test(length)) throw new TypeError(`not an address: ${JSON.stringify(cidr)}`);
    if (isIP(gateway) !== family) throw new TypeError(`not a gateway for ${cidr}: ${JSON.stringify(gateway)}`);
  }
}

function isMissingDevice(error: unknown): boolean {
  return error instanceof CommandError && /Cannot find device|does not exist|No such device/.test(error.stderr);
}
