// The world outside of a bed: a physical switch to which each node has a second cable (eth1), hosts on its VLANs, and a host on the
// underlay that is no node. The kernel of a test machine need not know VLANs: an Open vSwitch of its own does the tagging.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BedNode } from './bed-node.ts';
import { run } from './command.ts';
import type { Manifest } from './manifest.ts';
import { type OpenVSwitchDaemon, openVSwitchDaemon, openVSwitchEnvironment } from './open-vswitch.ts';
import type { OvnRoot } from './ovn-root.ts';
import { Daemon } from './processes.ts';
import { inNamespace, type Runner } from './traffic.ts';

/** A host on the physical switch, see {@link External.host}. */
export interface ExternalHostOptions {
  /** Name of the host's namespace within the bed; also part of the interface names: at most 12 characters. */
  readonly name: string;
  /** VLAN in which the host stands, 1 to 4094; without it the host sees the untagged frames. */
  readonly vlan?: number;
  /** Addresses of its eth0 with prefix length. */
  readonly addresses: readonly string[];
  /** Default gateways, one per family; without them the host answers its own networks only. */
  readonly gateways?: readonly string[];
}

/** Addresses of the underlay's outside host: on the underlay, where the nodes' default routes go, and one behind it. */
export const underlayHostAddress = {
  ipv4: '172.30.0.254',
  ipv6: 'fd30::254',
  /** Not on the underlay: only who follows a default route gets there. */
  far: { ipv4: '198.51.100.1', ipv6: '2001:db8:51::1' },
} as const;

/** A host of the outside world: a network namespace whose interface is eth0. */
export class ExternalHost {
  readonly name: string;
  /** Name of its network namespace. */
  readonly netns: string;
  /** Addresses of its eth0, without prefix length. */
  readonly addresses: readonly string[];
  /** Sends packets from the host. */
  readonly from: Runner;

  constructor(name: string, netns: string, addresses: readonly string[]) {
    this.name = name;
    this.netns = netns;
    this.addresses = addresses.map((address) => address.split('/')[0]!);
    this.from = inNamespace(netns);
  }

  /** Sends a destination over a router from now on, as an administrator of the physical network would. */
  async route(destination: string, via: string): Promise<void> {
    await run('ip', ['-n', this.netns, 'route', 'replace', destination, 'via', via]);
  }
}

/** Options of {@link External.start}. */
export interface ExternalOptions {
  readonly manifest: Manifest;
  readonly root: OvnRoot;
  /** Name of the underlay's namespace, whose bridge br-ul the outside host joins. */
  readonly underlay: string;
  /** MTU of the underlay in bytes. */
  readonly underlayMtu: number;
}

/** The running outside world. */
export class External {
  /** Namespace of the physical switch: its ports are x-NODE and t-HOST. */
  readonly netns: string;
  /** A host on the underlay that is no node; the nodes' default routes lead there. It knows no way to pods: it sees who masquerades. */
  readonly underlayHost: ExternalHost;
  readonly #options: ExternalOptions;
  readonly #directory: string;

  private constructor(options: ExternalOptions) {
    this.#options = options;
    this.netns = `${options.manifest.prefix}-tor`;
    this.#directory = join(options.manifest.directory, 'tor');
    const addresses = [underlayHostAddress.ipv4, underlayHostAddress.ipv6];
    this.underlayHost = new ExternalHost('outside', `${options.manifest.prefix}-outside`, addresses);
  }

  /** Starts the physical switch, without any port yet, and the underlay's outside host. */
  static async start(options: ExternalOptions): Promise<External> {
    const external = new External(options);
    await Promise.all([external.#startSwitch(), external.#startUnderlayHost()]);
    return external;
  }

  /** Plugs a node's eth1 into the physical switch: a trunk of all VLANs, untagged frames included. */
  async attach(node: Pick<BedNode, 'name' | 'netns'>): Promise<void> {
    await this.#cable(`x-${node.name}`, node.netns, 'eth1');
    await this.vsctl('add-port', 'br-tor', `x-${node.name}`);
  }

  /** Makes a host on the physical switch, on an access port. */
  async host(options: ExternalHostOptions): Promise<ExternalHost> {
    const { manifest } = this.#options;
    const netns = `${manifest.prefix}-${options.name}`;
    const port = `t-${options.name}`;
    manifest.recordNetns(netns);
    await run('ip', ['netns', 'add', netns]);
    await this.#cable(port, netns, 'eth0');
    await this.vsctl('add-port', 'br-tor', port, `tag=${options.vlan ?? 0}`, 'vlan_mode=access');
    const commands = [
      'link set lo up',
      ...options.addresses.map((address) => `address add ${address} dev eth0${address.includes(':') ? ' nodad' : ''}`),
      ...(options.gateways ?? []).map((gateway) => `route add default via ${gateway} dev eth0`),
    ];
    await run('ip', ['-n', netns, '-batch', '-'], { input: `${commands.join('\n')}\n` });
    return new ExternalHost(options.name, netns, options.addresses);
  }

  /** Pulls a node's cable to the physical switch: its eth1 loses the carrier. */
  async cut(node: string): Promise<void> {
    await run('ip', ['-n', this.netns, 'link', 'set', `x-${node}`, 'down']);
  }

  /** Plugs a node's cable in again. */
  async restore(node: string): Promise<void> {
    await run('ip', ['-n', this.netns, 'link', 'set', `x-${node}`, 'up']);
  }

  /** Runs ovs-vsctl on the physical switch and hands back what it printed. */
  async vsctl(...args: readonly string[]): Promise<string> {
    const database = `--db=unix:${join(this.#directory, 'db.sock')}`;
    return (await run('ovs-vsctl', ['--timeout=20', database, ...args], { env: this.#env })).stdout.trimEnd();
  }

  /** Runs ovs-appctl on the physical switch, for instance `appctl('fdb/show', 'br-tor')`. */
  async appctl(...args: readonly string[]): Promise<string> {
    const target = ['-t', join(this.#directory, 'ovs-vswitchd.ctl')];
    return (await run('ovs-appctl', ['--timeout=20', ...target, ...args], { env: this.#env })).stdout.trimEnd();
  }

  get #env(): Readonly<Record<string, string>> {
    return openVSwitchEnvironment(this.#options.root, this.#directory);
  }

  async #startSwitch(): Promise<void> {
    this.#options.manifest.recordNetns(this.netns);
    await Promise.all([mkdir(this.#directory), run('ip', ['netns', 'add', this.netns])]);
    await run('ip', ['-n', this.netns, 'link', 'set', 'lo', 'up']);
    await this.#startDaemon('ovsdb-server');
    await this.vsctl('--no-wait', 'init');
    await this.#startDaemon('ovs-vswitchd');
    const settings = ['datapath_type=netdev', 'fail_mode=standalone'];
    await this.vsctl('add-br', 'br-tor', '--', 'set', 'bridge', 'br-tor', ...settings);
  }

  async #startDaemon(name: OpenVSwitchDaemon): Promise<void> {
    const { manifest, root } = this.#options;
    const daemon = await openVSwitchDaemon(name, root, this.#directory);
    const place = { manifest, netns: this.netns, env: this.#env, logDirectory: this.#directory };
    await Daemon.start({ name, ...place, ...daemon });
  }

  async #startUnderlayHost(): Promise<void> {
    const { manifest, underlay, underlayMtu } = this.#options;
    const { netns, name } = this.underlayHost;
    const { ipv4, ipv6, far } = underlayHostAddress;
    manifest.recordNetns(netns);
    const cable = `u-${name}`;
    const link = `link add ${cable} netns ${underlay} mtu ${underlayMtu} type veth peer name eth0 netns ${netns} mtu ${underlayMtu}`;
    await run('ip', ['-batch', '-'], { input: `netns add ${netns}\n${link}\n` });
    const commands = [
      ...[
        'link set lo up',
        'link set eth0 up',
        `address add ${ipv4}/24 dev eth0`,
        `address add ${ipv6}/64 dev eth0 nodad`,
      ],
      ...[`address add ${far.ipv4}/32 dev lo`, `address add ${far.ipv6}/128 dev lo nodad`],
    ];
    await Promise.all([
      run('ip', ['-n', underlay, 'link', 'set', cable, 'master', 'br-ul', 'up']),
      run('ip', ['-n', netns, '-batch', '-'], { input: `${commands.join('\n')}\n` }),
    ]);
    await Promise.all([withoutChecksumOffload(underlay, cable), withoutChecksumOffload(netns, 'eth0')]);
  }

  // A cable between a port of the physical switch and an interface of a namespace, both ends up.
  async #cable(port: string, netns: string, device: string): Promise<void> {
    const link = `link add ${port} netns ${this.netns} type veth peer name ${device} netns ${netns}`;
    await run('ip', ['-batch', '-'], { input: `${link}\n` });
    await Promise.all([
      run('ip', ['-n', this.netns, 'link', 'set', port, 'up']),
      run('ip', ['-n', netns, 'link', 'set', device, 'up']),
      withoutChecksumOffload(this.netns, port),
      withoutChecksumOffload(netns, device),
    ]);
  }
}

// The userspace datapath passes on unfinished checksums, which the receiving kernel then drops: ping works, TCP hangs.
async function withoutChecksumOffload(netns: string, device: string): Promise<void> {
  await run('ethtool', ['-K', device, 'tx', 'off', 'rx', 'off'], { netns });
}
