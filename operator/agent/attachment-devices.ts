/**
 * The kernel's side of a node's attachments: ovs-vswitchd makes the interface (ovn0), this gives it addresses, routes and settings,
 * and gives them again whenever something took them away. It is told of changes by the kernel and asks nothing in between.
 */
import { lossesOf, requestedPort } from '../../src/kinds/node-network/vswitch.ts';
import type { Log } from '../../src/log.ts';
import { formatCidr, parseCidr } from '../../src/net/cidr.ts';
import type { NodeAttachment } from '../../src/topology/node-attachments.ts';
import type { DeviceFacts } from '../../src/vswitch/facts.ts';
import { CommandError, runCommand } from './command.ts';
import { type IpCommand, runBatch } from './ip-batch.ts';
import { isAboutNeighbour } from './link-monitor.ts';
import { Signal, settleEach } from './signal.ts';
import { enableForwarding, setSysctl } from './sysctl.ts';

/** The port of a device in Open vSwitch: the number that it has, and the one that was asked for; `undefined` where there is none. */
export type DevicePort = { readonly number: number | undefined; readonly requested: number | undefined };

/** How {@link AttachmentDevices} is set up. */
export type AttachmentDevicesOptions = {
  /** The device's port, as the database shows it; `undefined` while it has none. */
  readonly portOf: (device: string) => DevicePort | undefined;
  /** Called when the facts of a device change; with `undefined` when it is no longer wanted. */
  readonly onFacts: (device: string, facts: DeviceFacts | undefined) => void;
  readonly log: Log;
  /** First pause after a failure, in milliseconds; it doubles up to 30 s. */
  readonly backOffMs?: number;
};

/** `rtm_protocol` of our routes (rtnetlink(7)): a number that no program of iproute2's list has, so only ours are ever removed. */
const routeProtocol = '83';

/** Keeps the devices of all attachments as they should be. */
export class AttachmentDevices {
  readonly #options: AttachmentDevicesOptions;
  readonly #facts = new Map<string, DeviceFacts>();
  readonly #due: Signal;
  #wanted: readonly NodeAttachment[] = [];
  /** Routers of Vpcs that have answered once, by device and address. */
  readonly #answered = new Set<string>();

  constructor(options: AttachmentDevicesOptions) {
    this.#options = options;
    this.#due = new Signal(() => this.#settleAll(), { backOffMs: options.backOffMs });
  }

  /** Takes over what an earlier life of the agent asked for, before the line compares it with what is wanted. */
  recall(devices: readonly string[]): void {
    for (const device of devices) {
      const losses = lossesOf(this.#options.portOf(device)?.requested);
      if (losses > 0) this.#tell(device, { losses, problem: undefined });
    }
  }

  /** Says what is wanted from now on. */
  want(attachments: readonly NodeAttachment[]): void {
    this.#wanted = attachments;
    this.look();
  }

  /** Whether a line of `ip monitor` concerns one of the devices; the empty line concerns all. */
  concerns(line: string): boolean {
    if (line === '') return true;
    if (isAboutNeighbour(line) && this.#wanted.every((attachment) => this.#unheard(attachment).length === 0))
      return false;
    const words = line.split(/[\s:@]+/);
    return this.#wanted.some((attachment) => words.includes(attachment.interface));
  }

  /** Makes it look again. */
  look(): void {
    this.#due.raise();
  }

  /** Resolves when nothing is going on any more. The devices stay as they are. */
  async stop(): Promise<void> {
    await this.#due.stop();
  }

  async #settleAll(): Promise<void> {
    const wanted = this.#wanted;
    for (const device of [...this.#facts.keys()]) {
      if (!wanted.some((each) => each.interface === device)) this.#tell(device, undefined);
    }
    await settleEach(wanted, (attachment) => this.#settle(attachment));
  }

  async #settle(attachment: NodeAttachment): Promise<void> {
    const device = attachment.interface;
    const losses = this.#facts.get(device)?.losses ?? 0;
    try {
      // Before the look at the kernel: a port that has its number by then has its device, unless somebody deleted that.
      const port = this.#options.portOf(device);
      const seen = await observeDevice(device);
      if (!seen) {
        this.#missing(device, losses, port);
        return;
      }
      const commands = await repairs(attachment, seen);
      if (commands.length > 0) {
        this.#options.log.info('a node attachment is put in order', {
          device,
          commands: commands.map((command) => command.join(' ')),
        });
        await runBatch(commands);
        this.look(); // at what the kernel made of it
      }
      const silent = await this.#silentRouter(attachment);
      if (silent === 'asked') return; // the kernel tells of the answer, or after three seconds that there is none
      const problem =
        silent &&
        `The router of Vpc ${attachment.vpc} does not answer for ${silent} on ${device}: does ovn-controller run, and has it connected to br-int?`;
      this.#tell(device, { losses, problem });
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      this.#options.log.warn('a node attachment can not be put in order', { device, error });
      this.#tell(device, {
        losses,
        problem: `Interface ${device} can not be set up: ${error.stderr.replaceAll('\n', '; ')}.`,
      });
      throw error;
    }
  }

  /** Addresses of the attachment's router that have never answered. */
  #unheard({ interface: device, gateways }: NodeAttachment): readonly string[] {
    return gateways.filter((each) => !this.#answered.has(`${device} ${each}`));
  }

  /**
   * Asks for the router's addresses that have not answered yet, and returns one of which it is known that there is no answer, or `asked`.
   * It answers a neighbour solicitation by a connection of ovn-controller's own (pinctrl in its log), which is tried again only every 8 s
   * when br-int did not exist as ovn-controller started: that long no pod's IPv6 works, while flows are all in place.
   */
  async #silentRouter(attachment: NodeAttachment): Promise<string | undefined> {
    const device = attachment.interface;
    const unheard = this.#unheard(attachment);
    if (unheard.length === 0) return undefined;
    const seen = new Map(
      parseList<NeighbourJson>(await runCommand('ip', ['-j', 'neigh', 'show', 'dev', device])).map((each) => [
        each.dst,
        each,
      ]),
    );
    const answered = unheard.filter(
      (each) => seen.get(each)?.lladdr !== undefined && !seen.get(each)?.state?.includes('FAILED'),
    );
    for (const each of answered) this.#answered.add(`${device} ${each}`);
    const silent = unheard.filter((each) => !answered.includes(each));
    if (silent.length === 0) return undefined;
    const unasked = silent.filter((each) => !seen.get(each)?.state?.includes('INCOMPLETE'));
    if (unasked.length > 0)
      await runBatch(unasked.map((each) => ['neigh', 'replace', each, 'dev', device, 'nud', 'none', 'use']));
    return silent.find((each) => seen.get(each)?.state?.includes('FAILED')) ?? 'asked';
  }

  /** The device is not there: not yet, or it was deleted and ovs-vswitchd, which does not notice, must be made to make it anew. */
  #missing(device: string, losses: number, port: DevicePort | undefined): void {
    const problem = `Interface ${device} does not exist: does ovs-vswitchd run?`;
    const asked = requestedPort(losses);
    // Only once ovs-vswitchd has done what was asked of it last: before that, the device may still be in the making.
    const lost =
      port !== undefined &&
      (port.number ?? 0) > 0 &&
      port.requested === asked &&
      (asked ?? port.number) === port.number;
    if (lost) this.#options.log.warn('a node attachment was deleted and is made anew', { device });
    this.#tell(device, { losses: lost ? losses + 1 : losses, problem });
  }

  #tell(device: string, facts: DeviceFacts | undefined): void {
    if (facts) this.#facts.set(device, facts);
    else this.#facts.delete(device);
    this.#options.onFacts(device, facts);
  }
}

/** What is found of a device. */
type ObservedDevice = {
  readonly mac: string;
  readonly mtu: number;
  readonly up: boolean;
  /** Global addresses with prefix length. */
  readonly cidrs: readonly string[];
  /** Routes of the main table through it. */
  readonly routes: readonly { readonly destination: string; readonly gateway: string; readonly ours: boolean }[];
};

async function observeDevice(device: string): Promise<ObservedDevice | undefined> {
  let links: string;
  try {
    links = await runCommand('ip', ['-j', 'address', 'show', 'dev', device]);
  } catch (error) {
    if (error instanceof CommandError && /does not exist|Cannot find device/.test(error.stderr)) return undefined;
    throw error;
  }
  const routes = await Promise.all(
    ['-4', '-6'].map((family) => runCommand('ip', [family, '-j', 'route', 'show', 'dev', device])),
  );
  const [link] = parseList<AddressJson>(links).filter(({ ifname }) => ifname === device);
  if (!link) return undefined;
  return {
    mac: link.address ?? '',
    mtu: link.mtu ?? 0,
    up: link.flags?.includes('UP') ?? false,
    cidrs: (link.addr_info ?? [])
      .filter(({ scope }) => scope === 'global')
      .map(({ local, prefixlen }) => `${local}/${prefixlen}`),
    routes: routes
      .flatMap((json) => parseList<RouteJson>(json))
      .map(({ dst = '', gateway = '', protocol }) => ({
        destination: dst,
        gateway,
        ours: String(protocol) === routeProtocol,
      })),
  };
}

/** What must be done to a device so that it is as wanted, in an order that works. */
async function repairs(attachment: NodeAttachment, seen: ObservedDevice): Promise<readonly IpCommand[]> {
  const { interface: device, mac, mtu, cidrs, routes } = attachment;
  await enableForwarding();
  // Packets come from addresses of the Vpc, whatever the reverse route says: 2 is the loose check of RFC 3704.
  await setSysctl(`ipv4/conf/${device}/rp_filter`, 2);
  await setSysctl(`ipv6/conf/${device}/accept_ra`, 0);
  await setSysctl(`ipv6/conf/${device}/disable_ipv6`, 0);
  const settings: IpCommand[] = [
    ...(seen.mac === mac ? [] : [['link', 'set', 'dev', device, 'address', mac]]),
    ...(seen.mtu === mtu ? [] : [['link', 'set', 'dev', device, 'mtu', String(mtu)]]),
    ...(seen.up ? [] : [['link', 'set', 'dev', device, 'up']]),
  ];
  const addresses: IpCommand[] = [
    ...cidrs
      .filter((cidr) => !seen.cidrs.includes(cidr))
      .map((cidr) => ['address', 'replace', cidr, 'dev', device, ...(cidr.includes(':') ? ['nodad'] : [])]),
    ...seen.cidrs.filter((cidr) => !cidrs.includes(cidr)).map((cidr) => ['address', 'delete', cidr, 'dev', device]),
  ];
  const wanted = routes.map(({ destination, gateway }) => ({ destination: shown(destination), gateway }));
  const has = (list: readonly { destination: string; gateway: string }[], route: (typeof wanted)[number]) =>
    list.some(({ destination, gateway }) => destination === route.destination && gateway === route.gateway);
  // First of all: the kernel takes routes away together with the address that they need.
  const obsolete: IpCommand[] = seen.routes
    .filter((route) => route.ours && !wanted.some(({ destination }) => destination === route.destination))
    .map(({ destination }) => ['route', 'delete', destination, 'dev', device, 'proto', routeProtocol]);
  // The kernel makes these together with the address, but not again when somebody flushes them; gateways are reached by them.
  const connected: IpCommand[] = seen.up
    ? cidrs
        .filter((cidr) => seen.cidrs.includes(cidr))
        .map((cidr) => ({ cidr, network: formatCidr(parseCidr(cidr)!) }))
        .filter(({ network }) => !seen.routes.some(({ destination }) => destination === shown(network)))
        .map(({ cidr, network }) => connectedRoute(device, cidr, network))
    : [];
  const paths: IpCommand[] = [
    ...wanted
      .filter((route) => !has(seen.routes, route))
      .map(({ destination, gateway }) =>
        ['route', 'replace', destination, 'via', gateway, 'dev', device].concat('proto', routeProtocol),
      ),
  ];
  return [...obsolete, ...settings, ...addresses, ...connected, ...paths];
}

/** The route to the network of an address, as the kernel makes it. */
function connectedRoute(device: string, cidr: string, network: string): IpCommand {
  const route = ['route', 'replace', network, 'dev', device, 'proto', 'kernel'];
  return cidr.includes(':') ? [...route, 'metric', '256'] : [...route, 'scope', 'link', 'src', cidr.split('/', 1)[0]!];
}

/** A destination as `ip route` prints it: a host route without its length. */
function shown(destination: string): string {
  return destination.replace(destination.includes(':') ? /\/128$/ : /\/32$/, '');
}

/** The parts of `ip -j address show`, `ip -j route show` and `ip -j neigh show` that are read (iproute2 6.1, 6.15). */
type AddressJson = {
  readonly ifname?: string;
  readonly address?: string;
  readonly mtu?: number;
  readonly flags?: readonly string[];
  readonly addr_info?: readonly { readonly local: string; readonly prefixlen: number; readonly scope: string }[];
};
type RouteJson = { readonly dst?: string; readonly gateway?: string; readonly protocol?: string | number };

type NeighbourJson = { readonly dst: string; readonly lladdr?: string; readonly state?: readonly string[] };

function parseList<T>(json: string): readonly T[] {
  return json.trim() === '' ? [] : (JSON.parse(json) as readonly T[]); // older iproute2 prints nothing for no routes
}
