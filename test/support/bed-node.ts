// One node of a test bed: a network namespace with its own Open vSwitch database, switch daemon and ovn-controller, joined to the
// underlay. The bed gives a node what a distribution's start scripts give it; what an agent has to do is left undone.
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CertificateFiles } from './certificates.ts';
import { type CommandOutput, type RunOptions, run } from './command.ts';
import type { ContainerRuntime } from './container-runtime.ts';
import type { ContainerImages } from './images.ts';
import { installPlugin, Kubelet, type KubeletCredentials } from './kubelet.ts';
import { Machine } from './machine.ts';
import { listNetns, type Manifest } from './manifest.ts';
import { type OpenVSwitchDaemon, openVSwitchDaemon, openVSwitchEnvironment } from './open-vswitch.ts';
import type { OvnRoot } from './ovn-root.ts';
import { Daemon } from './processes.ts';

/** The daemons of a node. */
export type NodeDaemon = OpenVSwitchDaemon | 'ovn-controller';

/** Options of {@link BedNode.start}. */
export interface BedNodeOptions {
  readonly manifest: Manifest;
  readonly root: OvnRoot;
  /** Name of the node, its system-id once configured, and the last part of its namespace's name. */
  readonly name: string;
  /** Host part of the node's underlay addresses, from 11 on. */
  readonly host: number;
  /** Name of the underlay's namespace, whose bridge br-ul the node joins. */
  readonly underlay: string;
  /** Certificate with which ovn-controller goes to a database over TLS. */
  readonly certificate?: CertificateFiles;
  /** MTU of the underlay in bytes. */
  readonly underlayMtu: number;
  /** Addresses of the underlay to which the default routes go; without them the node has none. */
  readonly defaultRoutes?: { readonly ipv4: string; readonly ipv6: string };
  /** `false`: the bridge br-int does not exist before ovn-controller makes it. */
  readonly integrationBridge?: boolean | undefined;
  /** Makes it a machine that can run a kubelet. */
  readonly kubelet?: { readonly runtime: ContainerRuntime; readonly images: ContainerImages };
}

/** A port that a test wires by hand, see {@link BedNode.wire}. */
export interface HandWiredPort {
  /** Name of the port's namespace within the bed; also part of the interface names: at most 10 characters. */
  readonly name: string;
  /** Name of the logical switch port. */
  readonly ifaceId: string;
  readonly mac: string;
  /** Addresses with prefix length. */
  readonly addresses: readonly string[];
  /** Default gateways, one per family. */
  readonly gateways?: readonly string[];
}

/** MTU in bytes of ports that are wired by hand: what Geneve leaves of the underlay's 1500. */
const portMtu = 1400;

const addIntegrationBridge = [
  ...['--', '--may-exist', 'add-br', 'br-int'],
  ...['--', 'set', 'bridge', 'br-int', 'datapath_type=netdev', 'fail_mode=secure'],
];

/** A running node. */
export class BedNode {
  readonly name: string;
  /** Name of the node's network namespace. */
  readonly netns: string;
  /** Underlay addresses of the node, on the bridge br-phy. */
  readonly address: { readonly ipv4: string; readonly ipv6: string };
  /** Path of the unix socket of the node's Open_vSwitch database. */
  readonly ovsSocket: string;
  /** Folder in which the agent leaves the CNI configuration list. */
  readonly confDirectory: string;
  /** Path of the agent's CNI socket. */
  readonly cniSocket: string;
  /** State folder of the node: sockets, logs, and room for the agent's files. */
  readonly directory: string;
  /** Folder of the CNI plugins. */
  readonly binDirectory: string;
  readonly #options: BedNodeOptions;
  readonly #daemons = new Map<NodeDaemon, Daemon>();
  #isOn = false;
  #machine: Machine | undefined;
  #kubelet: Kubelet | undefined;
  #credentials: KubeletCredentials | undefined;

  private constructor(options: BedNodeOptions) {
    this.#options = options;
    this.name = options.name;
    this.netns = `${options.manifest.prefix}-${options.name}`;
    this.address = { ipv4: `172.30.0.${options.host}`, ipv6: `fd30::${options.host}` };
    this.directory = join(options.manifest.directory, options.name);
    this.ovsSocket = join(this.directory, 'db.sock');
    this.confDirectory = join(this.directory, 'cni-conf');
    this.binDirectory = join(this.directory, 'cni-bin');
    this.cniSocket = join(this.directory, 'agent', 'cni.sock');
  }

  /** Makes the namespace, joins it to the underlay and starts the daemons; ovn-controller then waits for its external_ids. */
  static async start(options: BedNodeOptions): Promise<BedNode> {
    const node = new BedNode(options);
    await mkdir(node.directory, { recursive: true });
    await node.#boot();
    return node;
  }

  async #boot(): Promise<void> {
    const [{ stdout }] = await Promise.all([run('ovs-vswitchd', ['--version'], { env: this.env }), this.#plug()]);
    this.#isOn = true;
    await Promise.all([this.#bootSwitch(/\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? 'unknown'), this.#bootMachine()]);
  }

  async #bootSwitch(version: string): Promise<void> {
    await this.start('ovsdb-server');
    // What Debian's start script writes; system-id and everything of OVN's is the agent's.
    const settings = [`ovs_version=${version}`, 'system_type=debian'];
    await this.vsctl('--no-wait', 'init', '--', 'set', 'Open_vSwitch', '.', ...settings);
    await this.#forgetLastLife();
    await this.start('ovs-vswitchd');
    // Tunnels of the userspace datapath need the encapsulation address on a netdev bridge that has the underlay's port.
    await this.vsctl(
      ...['--may-exist', 'add-br', 'br-phy'],
      ...['--', 'set', 'bridge', 'br-phy', 'datapath_type=netdev', 'fail_mode=standalone'],
      ...['--', '--may-exist', 'add-port', 'br-phy', 'eth0'],
      // As README asks of a node: an ovn-controller that finds none looks again only every 8 s, and answers nobody meanwhile.
      ...(this.#options.integrationBridge === false ? [] : addIntegrationBridge),
      // Something new, or ovs-vsctl would not wait for ovs-vswitchd on a node that boots with the bridge in its database.
      ...['--', 'set', 'Open_vSwitch', '.', `external_ids:bed-boot="${randomUUID()}"`],
    );
    // The kernel's tracker passes the acknowledgement with which a server in TIME_WAIT answers a SYN that it takes for an old one, so that the
    // client resets and tries again; this one drops it. A node meets that when it asks a Service from the port of a probe that was just over.
    await this.appctl('ovs-vswitchd', 'dpctl/ct-disable-tcp-seq-chk');
    await this.addUnderlayAddresses();
    await this.start('ovn-controller');
  }

  // What start scripts do at boot: ports of pods that died with the machine go before ovs-vswitchd sees them.
  async #forgetLastLife(): Promise<void> {
    const find = ['--bare', '--columns=name', 'find', 'Port', 'other_config:transient=true'];
    const ports = (await this.vsctl('--no-wait', ...find)).split('\n').filter(Boolean);
    const removals = ports.flatMap((port) => ['--', '--if-exists', 'del-port', port]);
    if (removals.length > 0) await this.vsctl('--no-wait', ...removals.slice(1));
    // OVN 25.09 and later may have left this behind, and the southbound database is reached through this very ovs-vswitchd.
    const waits = ['--if-exists', 'get', 'Open_vSwitch', '.', 'external_ids:ovn-managed-flow-restore-wait'];
    if ((await this.vsctl('--no-wait', ...waits)) === '"true"')
      await this.vsctl('--no-wait', 'remove', 'Open_vSwitch', '.', 'other_config', 'flow-restore-wait');
  }

  async #bootMachine(): Promise<void> {
    const { manifest, kubelet, name } = this.#options;
    if (kubelet === undefined) return;
    await installPlugin(this.binDirectory);
    this.#machine = await Machine.boot({
      ...{ manifest, name, netns: this.netns, directory: this.directory },
      binds: {
        '/etc/cni/net.d': this.confDirectory,
        '/opt/cni/bin': this.binDirectory,
        '/run/openvswitch': this.directory,
      },
    });
    this.#kubelet = await Kubelet.prepare(this.#machine, {
      ...{ manifest, directory: this.directory, addresses: [this.address.ipv4, this.address.ipv6], ...kubelet },
      ...{ confDirectory: '/etc/cni/net.d', binDirectory: '/opt/cni/bin', env: this.env },
    });
  }

  /** Whether the node has power. */
  get isOn(): boolean {
    return this.#isOn;
  }

  /** The machine, when the node runs a kubelet. */
  get machine(): Machine | undefined {
    return this.#machine;
  }

  /** The node's kubelet and containerd. */
  get kubelet(): Kubelet {
    if (this.#kubelet === undefined)
      throw new Error(`${this.name} has no kubelet: start the bed with { kubelets: true }`);
    return this.#kubelet;
  }

  /**
   * Gives the network namespace of a pod that runs here a name, so that programs of this machine can be run in it.
   * @param uid of the pod
   * @returns the name; the bed removes it
   */
  async podNetns(uid: string): Promise<string> {
    const process = await this.kubelet.sandboxProcess(uid);
    if (process === undefined || this.#machine === undefined)
      throw new Error(`no sandbox of pod ${uid} runs on ${this.name}`);
    const { manifest } = this.#options;
    const name = `${manifest.prefix}-p-${uid.slice(0, 8)}-${process}`;
    if ((await listNetns()).includes(name)) return name;
    manifest.recordNetns(name);
    await writeFile(`/run/netns/${name}`, '');
    await run('mount', ['--bind', `/proc/${this.#machine.init}/root/proc/${process}/ns/net`, `/run/netns/${name}`]);
    return name;
  }

  /** Starts the kubelet for the first time. */
  async startKubelet(credentials: KubeletCredentials): Promise<void> {
    this.#credentials = credentials;
    await this.kubelet.startKubelet(credentials);
  }

  /** Cuts the power of a node with a kubelet: everything that runs there dies, agents included; its databases and its disk stay. */
  async powerOff(): Promise<void> {
    if (this.#machine === undefined) throw new Error(`${this.name} is no machine whose power could be cut`);
    await Promise.all([this.#machine.powerOff(), ...[...this.#daemons.values()].map((daemon) => daemon.kill())]);
    this.#isOn = false;
    // A namespace that dies is freed late: its cable is pulled, so that the node can get another one.
    await run('ip', ['-n', this.#options.underlay, 'link', 'delete', `u-${this.name}`]);
    await run('ip', ['netns', 'delete', this.netns]);
  }

  /** Switches a node on whose power was cut; an agent is somebody else's to start. */
  async powerOn(): Promise<void> {
    await this.#boot();
    if (this.#credentials !== undefined) await this.kubelet.startKubelet(this.#credentials);
  }

  /** Environment for every program that works on this node: its OVN root and its state folder. */
  get env(): Readonly<Record<string, string>> {
    return openVSwitchEnvironment(this.#options.root, this.directory);
  }

  /** Starts one daemon; what it finds in its database is what was there before. */
  async start(name: NodeDaemon): Promise<Daemon> {
    const { manifest } = this.#options;
    const common = { name, manifest, netns: this.netns, env: this.env, logDirectory: this.directory };
    const daemon = await Daemon.start(await this.#daemonOptions(name, common));
    this.#daemons.set(name, daemon);
    return daemon;
  }

  /** The running (or last) daemon of this name. */
  daemon(name: NodeDaemon): Daemon {
    const daemon = this.#daemons.get(name);
    if (daemon === undefined) throw new Error(`${name} was never started on ${this.name}`);
    return daemon;
  }

  /** Kills a daemon, its monitor included, as a crash without a supervisor would. */
  async kill(name: NodeDaemon): Promise<void> {
    await this.daemon(name).kill();
  }

  /** Kills a daemon and starts it again. */
  async restart(name: NodeDaemon): Promise<void> {
    await this.kill(name);
    await this.start(name);
  }

  /** Puts the underlay addresses and default routes on br-phy; needed again after the bridge's device was made anew. */
  async addUnderlayAddresses(): Promise<void> {
    const { ipv4, ipv6 } = this.address;
    const { defaultRoutes: routes } = this.#options;
    const commands = [
      `address replace ${ipv4}/24 dev br-phy`,
      `address replace ${ipv6}/64 dev br-phy nodad`,
      'link set br-phy up',
      ...(routes === undefined
        ? []
        : Object.values(routes).map((via) => `route replace default via ${via} dev br-phy`)),
    ];
    await run('ip', ['-n', this.netns, '-batch', '-'], { input: `${commands.join('\n')}\n` });
  }

  /** Cuts the node off from the underlay, or joins it again: the cable of eth0. */
  async setUnderlay(state: 'up' | 'down'): Promise<void> {
    await run('ip', ['-n', this.#options.underlay, 'link', 'set', `u-${this.name}`, state]);
  }

  /** Runs ovs-vsctl on the node's database and hands back what it printed, without the last newline. */
  async vsctl(...args: readonly string[]): Promise<string> {
    const { stdout } = await run('ovs-vsctl', ['--timeout=20', `--db=unix:${this.ovsSocket}`, ...args], {
      env: this.env,
    });
    return stdout.trimEnd();
  }

  /** Talks to a daemon's control socket, for instance `appctl('ovs-vswitchd', 'dpctl/show')`. */
  async appctl(name: NodeDaemon, ...args: readonly string[]): Promise<string> {
    // ovn-controller 23.03 can't be told where its control socket shall be: it is named after the process id.
    const socket = {
      'ovsdb-server': 'ovsdb.ctl',
      'ovs-vswitchd': 'ovs-vswitchd.ctl',
      'ovn-controller': `ovn-controller.${this.#pid(name)}.ctl`,
    }[name];
    const { stdout } = await run('ovs-appctl', ['--timeout=20', '-t', join(this.directory, socket), ...args], {
      env: this.env,
    });
    return stdout.trimEnd();
  }

  /** Runs a program in the node's namespace. */
  exec(program: string, args: readonly string[], options: Omit<RunOptions, 'netns'> = {}): Promise<CommandOutput> {
    return run(program, args, { ...options, env: { ...this.env, ...options.env }, netns: this.netns });
  }

  /** Does the agent's first duty, for tests without an agent: makes this node a chassis. */
  async configureChassis(southbound: string): Promise<void> {
    const ids = {
      ...{ 'system-id': this.name, hostname: this.name, 'ovn-remote': `"${southbound}"`, 'ovn-encap-type': 'geneve' },
      ...{ 'ovn-encap-ip': this.address.ipv4, 'ovn-bridge-datapath-type': 'netdev' },
    };
    const settings = Object.entries(ids).map(([key, value]) => `external_ids:${key}=${value}`);
    await this.exec('sysctl', ['-qw', 'net.ipv4.ip_forward=1', 'net.ipv4.conf.all.rp_filter=0']);
    await this.vsctl('set', 'Open_vSwitch', '.', ...settings);
    await this.vsctl('wait-until', 'Bridge', 'br-int');
  }

  /**
   * Wires a port into the integration bridge as an agent would, for tests without an agent.
   * @returns the name of the port's network namespace; its interface there is eth0
   */
  async wire(port: HandWiredPort): Promise<string> {
    const netns = `${this.#options.manifest.prefix}-${port.name}`;
    const hostEnd = `h-${port.name}`;
    this.#options.manifest.recordNetns(netns);
    const link = `link add ${hostEnd} netns ${this.netns} mtu ${portMtu} type veth peer name eth0 netns ${netns} mtu ${portMtu} address ${port.mac}`;
    await run('ip', ['-batch', '-'], { input: `netns add ${netns}\n${link}\n` });
    await run('ip', ['-n', this.netns, 'link', 'set', hostEnd, 'up']);
    const inside = [
      ...['link set lo up', 'link set eth0 up'],
      ...port.addresses.map((address) => `address add ${address} dev eth0${address.includes(':') ? ' nodad' : ''}`),
      ...(port.gateways ?? []).map((gateway) => `route add default via ${gateway} dev eth0`),
    ];
    await run('ip', ['-n', netns, '-batch', '-'], { input: `${inside.join('\n')}\n` });
    // The userspace datapath passes on unfinished checksums, which the receiving kernel then drops.
    await run('ethtool', ['-K', 'eth0', 'tx', 'off'], { netns });
    await this.vsctl(
      'add-port',
      'br-int',
      hostEnd,
      '--',
      'set',
      'Interface',
      hostEnd,
      `external_ids:iface-id="${port.ifaceId}"`,
    );
    await this.vsctl('wait-until', 'Interface', hostEnd, 'external_ids:ovn-installed=true');
    return netns;
  }

  #pid(name: NodeDaemon): number {
    return this.#daemons.get(name)?.pid ?? 0;
  }

  async #plug(): Promise<void> {
    const { manifest, underlay, underlayMtu } = this.#options;
    const cable = `u-${this.name}`;
    manifest.recordNetns(this.netns);
    const link = `link add ${cable} netns ${underlay} mtu ${underlayMtu} type veth peer name eth0 netns ${this.netns} mtu ${underlayMtu}`;
    await run('ip', ['-batch', '-'], { input: `netns add ${this.netns}\n${link}\n` });
    await Promise.all([
      run('ip', ['-n', underlay, 'link', 'set', cable, 'master', 'br-ul', 'up']),
      run('ip', ['-n', this.netns, '-batch', '-'], { input: 'link set lo up\nlink set eth0 up\n' }),
    ]);
    await Promise.all([
      run('ethtool', ['-K', cable, 'tx', 'off'], { netns: underlay }),
      run('ethtool', ['-K', 'eth0', 'tx', 'off', 'rx', 'off'], { netns: this.netns }),
    ]);
  }

  async #daemonOptions(
    name: NodeDaemon,
    common: Omit<Parameters<typeof Daemon.start>[0], 'command'>,
  ): Promise<Parameters<typeof Daemon.start>[0]> {
    if (name !== 'ovn-controller')
      return { ...common, ...(await openVSwitchDaemon(name, this.#options.root, this.directory)) };
    const { certificate } = this.#options;
    const tls = certificate === undefined ? [] : ['-p', certificate.key, '-c', certificate.cert, '-C', certificate.ca];
    return {
      ...common,
      command: ['ovn-controller', `unix:${this.ovsSocket}`, ...tls],
      ready: { kind: 'line', pattern: /connected/ },
    };
  }
}
