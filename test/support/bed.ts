// A whole test bed on one machine: an underlay, OVN central, nodes, and a Kubernetes API server when asked for, all in network
// namespaces of its own. Several beds run side by side; a bed leaves nothing behind, not even after a crash.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BedKubernetes, systemNamespace } from './bed-kubernetes.ts';
import { BedNode } from './bed-node.ts';
import { Central, centralAddress, type DatabaseAddress } from './central.ts';
import { CertificateAuthority, type CertificateFiles } from './certificates.ts';
import { run } from './command.ts';
import { type ContainerRuntime, containerRuntime } from './container-runtime.ts';
import { External, underlayHostAddress } from './external.ts';
import { type ContainerImages, containerImages, type ImageAdditions } from './images.ts';
import { installPlugin } from './kubelet.ts';
import { clusterPrograms, kubernetesBinary } from './kubernetes/build.ts';
import { Manifest, type SweepChoice } from './manifest.ts';
import { chosenOvnVersion, type OvnRoot, type OvnVersion, ovnRoot } from './ovn-root.ts';
import { Daemon } from './processes.ts';
import { Program } from './program.ts';
import type { SandboxProcessConfig } from './run-sandboxes.ts';
import { SandboxRunner, type SandboxRunnerOptions } from './sandbox-runner.ts';

/** What {@link Bed.up} shall make. */
export interface BedOptions {
  /** Number of nodes, named n1, n2, …; 2 when absent. */
  readonly nodes?: number;
  /** OVN version; the environment's choice (OVN=…) when absent. */
  readonly ovn?: OvnVersion;
  /** Serve the OVN databases over TLS with client certificates instead of plain TCP. */
  readonly tls?: boolean;
  /** MTU of the underlay in bytes; 1500 when absent. */
  readonly underlayMtu?: number;
  /** Start a Kubernetes API server as well, with a Node object per node. */
  readonly kubernetes?: boolean;
  /** Real nodes: machines of their own with containerd and kubelet, and a whole control plane. Implies `kubernetes`. */
  readonly kubelets?: boolean;
  /** What the container images of real nodes hold beside the usual. */
  readonly images?: ImageAdditions;
  /** `false`: ovn-controller of a new node finds no bridge br-int and makes it, as on a node whose packages were just installed. */
  readonly integrationBridge?: boolean;
  /** Record the API requests of the operator's ServiceAccounts. */
  readonly audit?: boolean;
  /** Give each node a second cable (eth1) to a physical switch with external hosts, and default routes to a host on the underlay. */
  readonly external?: boolean;
  readonly log?: (line: string) => void;
}

/** How a controller is started. */
export interface ControllerOptions {
  /** Name of the process and its log; several controllers of one bed need different ones. "controller" when absent. */
  readonly name?: string;
  /** Further flags. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** How an agent is started. */
export interface AgentOptions {
  /** Further flags. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** How the pods of a node are run, see {@link SandboxRunnerOptions}. */
export type RunnerOptions = Partial<
  Pick<SandboxRunnerOptions, 'beforeDelete' | 'deleteTwice' | 'log' | 'confDirectory' | 'binDirectory'>
>;

/** A running test bed. */
export class Bed {
  /** State folder: sockets, databases, logs. */
  readonly directory: string;
  /** First part of the names of the bed's network namespaces. */
  readonly prefix: string;
  /** Namespace of the underlay: OVN central lives there, and programs under test that belong to the control plane. */
  readonly underlay: string;
  readonly ovn: OvnRoot;
  readonly central: Central;
  readonly nodes: readonly BedNode[];
  readonly manifest: Manifest;
  readonly #kubernetes: BedKubernetes | undefined;
  readonly #external: External | undefined;
  readonly #images: ContainerImages | undefined;
  readonly #runners: SandboxRunner[] = [];
  #controllers = 0;

  private constructor(
    manifest: Manifest,
    ovn: OvnRoot,
    central: Central,
    nodes: readonly BedNode[],
    kubernetes: BedKubernetes | undefined,
    external: External | undefined,
    images: ContainerImages | undefined,
  ) {
    this.#images = images;
    this.manifest = manifest;
    this.#kubernetes = kubernetes;
    this.#external = external;
    this.directory = manifest.directory;
    this.prefix = manifest.prefix;
    this.underlay = underlayName(manifest);
    this.ovn = ovn;
    this.central = central;
    this.nodes = nodes;
  }

  /** Brings a bed up. When that fails, what was made is removed and the error holds the log of the program that failed. */
  static async up(options: BedOptions = {}): Promise<Bed> {
    await Bed.sweep();
    const log = options.log ?? (() => {});
    const [root, kubelet] = await Promise.all([
      ovnRoot(options.ovn ?? chosenOvnVersion(), log),
      options.kubelets === true ? kubeletParts(log, options.images) : undefined,
    ]);
    const started = performance.now();
    const manifest = Manifest.create();
    try {
      const bed = await Bed.#build(manifest, root, options, kubelet);
      log(
        `bed ${manifest.prefix}: OVN ${root.version}, ${bed.nodes.length} nodes, up after ${Math.round(performance.now() - started)} ms`,
      );
      return bed;
    } catch (error) {
      await manifest.remove();
      throw error;
    }
  }

  /**
   * Removes what dead owners left behind; beds that were kept on purpose only when `choice` includes them.
   * @returns the names of the beds that were removed
   */
  static async sweep(choice: SweepChoice = 'crashed'): Promise<readonly string[]> {
    const leftovers = Manifest.leftovers(choice);
    await Promise.all(leftovers.map((manifest) => manifest.remove()));
    return leftovers.map((manifest) => manifest.prefix);
  }

  /** Ends every process of the bed and removes everything; with KEEP=1 in the environment the bed stays and says where. */
  async down(): Promise<void> {
    if (process.env.KEEP === '1') {
      this.keep('KEEP=1');
      console.error(`KEEP=1: the bed stays, its state and logs are in ${this.directory}; "make sweep" removes it`);
      return;
    }
    await Promise.all(this.#runners.splice(0).map((runner) => runner.stop()));
    this.#kubernetes?.close();
    await this.manifest.remove();
  }

  /**
   * Lets the bed outlive this process.
   * @param label what it is kept as: `Bed.sweep({ label })` removes it, and only such beds
   */
  keep(label = 'kept'): void {
    this.manifest.recordKept(label);
  }

  /** The OVN northbound database. */
  get northbound(): DatabaseAddress {
    return this.central.northbound;
  }

  /** The OVN southbound database. */
  get southbound(): DatabaseAddress {
    return this.central.southbound;
  }

  /** Client certificate for the databases of a bed with TLS. */
  get tls(): CertificateFiles | undefined {
    return this.central.clientCertificate;
  }

  /** The node of this name. */
  node(name: string): BedNode {
    const node = this.nodes.find((candidate) => candidate.name === name);
    if (node === undefined)
      throw new Error(`the bed has no node ${name}, only ${this.nodes.map((known) => known.name).join(', ')}`);
    return node;
  }

  /** The Kubernetes part; the bed must have been started with it. */
  get kube(): BedKubernetes {
    if (this.#kubernetes === undefined)
      throw new Error('this bed has no Kubernetes: start it with { kubernetes: true }');
    return this.#kubernetes;
  }

  /** The world outside; the bed must have been started with it. */
  get external(): External {
    if (this.#external === undefined)
      throw new Error('this bed has no outside world: start it with { external: true }');
    return this.#external;
  }

  /** The container images of the nodes; the bed must have been started with kubelets. */
  get images(): ContainerImages {
    if (this.#images === undefined)
      throw new Error('this bed has no container images: start it with { kubelets: true }');
    return this.#images;
  }

  /** Runs kubectl as the administrator and hands back what it printed. */
  kubectl(...args: readonly string[]): Promise<string> {
    return this.kube.kubectl(args);
  }

  /** Starts dist/controller.js in the underlay namespace; wait for {@link Program.ready} before relying on it. */
  async startController(options: ControllerOptions = {}): Promise<Program> {
    const healthPort = 9400 + this.#controllers++;
    const network = this.tls;
    // Plain TCP is for loopback only, so a bed without TLS lets the controller use the databases' unix sockets.
    const endpoint = (database: DatabaseAddress): string => (network === undefined ? database.unix : database.underlay);
    const tls =
      network === undefined ? [] : ['--tls-ca', network.ca, '--tls-cert', network.cert, '--tls-key', network.key];
    const command = [
      ...[process.execPath, '--enable-source-maps', distribution('controller.js')],
      ...['--kubeconfig', await this.kube.controllerKubeconfig()],
      ...['--northbound', endpoint(this.northbound), '--southbound', endpoint(this.southbound), ...tls],
      ...['--health-address', `127.0.0.1:${healthPort}`, '--lease-namespace', systemNamespace, '--log-level', 'debug'],
      ...(options.args ?? []),
    ];
    const { manifest, underlay: netns } = this;
    const name = options.name ?? 'controller';
    return Program.start({ name, command, manifest, netns, healthPort, env: { ...options.env } });
  }

  /** Starts dist/agent.js in a node's namespace; wait for {@link Program.ready} before relying on it. */
  async startAgent(name: string, options: AgentOptions = {}): Promise<Program> {
    const node = this.node(name);
    const healthPort = 9500;
    await mkdir(node.confDirectory, { recursive: true });
    const command = [
      ...[process.execPath, '--enable-source-maps', distribution('agent.js')],
      ...['--kubeconfig', await this.kube.nodeKubeconfig(name), '--node', name],
      ...['--ovs', `unix:${node.ovsSocket}`, '--southbound', this.southbound.underlay],
      ...[
        '--cni-socket',
        node.cniSocket,
        '--state-dir',
        join(node.directory, 'agent'),
        '--cni-conf-dir',
        node.confDirectory,
      ],
      ...['--health-address', `127.0.0.1:${healthPort}`, '--log-level', 'debug'],
      ...(options.args ?? []),
    ];
    const { manifest } = this;
    return Program.start({
      ...{ name: 'agent', command, manifest, netns: node.netns, machine: node.machine, healthPort },
      logDirectory: node.directory,
      env: { ...node.env, ...options.env },
    });
  }

  /** Runs the pods that are bound to a node, in this process, until the bed goes down. */
  async startRunner(name: string, options: RunnerOptions = {}): Promise<SandboxRunner> {
    const shared = await this.#runnerOptions(name);
    const runner = await SandboxRunner.start({ ...shared, api: this.kube.api, manifest: this.manifest, ...options });
    this.#runners.push(runner);
    return runner;
  }

  /** Runs the pods that are bound to a node in a process of its own, which outlives this one when the bed is kept. */
  async startRunnerProcess(name: string): Promise<Daemon> {
    const config: SandboxProcessConfig = {
      credentials: this.kube.credentials,
      directory: this.directory,
      runner: await this.#runnerOptions(name),
    };
    const file = join(this.node(name).directory, 'runner.json');
    await writeFile(file, JSON.stringify(config), { mode: 0o600 });
    const program = fileURLToPath(new URL('run-sandboxes.ts', import.meta.url));
    return Daemon.start({
      ...{ name: 'runner', manifest: this.manifest, logDirectory: this.node(name).directory },
      command: [process.execPath, '--import', 'tsx', program, file],
      ready: { kind: 'line', pattern: /^running sandboxes$/ },
    });
  }

  async #runnerOptions(name: string): Promise<SandboxProcessConfig['runner']> {
    const node = this.node(name);
    const { binDirectory } = node;
    await installPlugin(binDirectory);
    return {
      ...{ nodeName: name, nodeAddresses: [node.address.ipv4, node.address.ipv6], nodeNetns: node.netns },
      ...{ confDirectory: node.confDirectory, binDirectory, env: node.env },
    };
  }

  /** Runs ovn-nbctl and hands back what it printed. */
  nbctl(...args: readonly string[]): Promise<string> {
    return this.central.nbctl(...args);
  }

  /** Runs ovn-sbctl and hands back what it printed. */
  sbctl(...args: readonly string[]): Promise<string> {
    return this.central.sbctl(...args);
  }

  static async #build(
    manifest: Manifest,
    root: OvnRoot,
    options: BedOptions,
    kubelet: KubeletParts | undefined,
  ): Promise<Bed> {
    const underlay = underlayName(manifest);
    const authority = options.tls === true ? await makeAuthority(manifest) : undefined;
    const underlayMtu = options.underlayMtu ?? 1500;
    await makeUnderlay(manifest, underlay, underlayMtu);
    const names = Array.from({ length: options.nodes ?? 2 }, (_, index) => `n${index + 1}`);
    const [external, kubernetes, central, ...nodes] = await Promise.all([
      options.external === true ? External.start({ manifest, root, underlay, underlayMtu }) : undefined,
      options.kubernetes === true || kubelet !== undefined
        ? BedKubernetes.start({
            ...{ manifest, underlay, audit: options.audit ?? false },
            ...(kubelet === undefined ? {} : { clusterEtcd: join(kubelet.runtime.bin, 'etcd') }),
          })
        : undefined,
      Central.start({ manifest, root, netns: underlay, ...(authority === undefined ? {} : { authority }) }),
      ...names.map(async (name, index) => {
        const certificate = await authority?.issue(name);
        return BedNode.start({
          ...{ manifest, root, name, host: 11 + index, underlay, underlayMtu },
          integrationBridge: options.integrationBridge,
          ...(certificate === undefined ? {} : { certificate }),
          ...(kubelet === undefined ? {} : { kubelet }),
          ...(options.external === true
            ? { defaultRoutes: { ipv4: underlayHostAddress.ipv4, ipv6: underlayHostAddress.ipv6 } }
            : {}),
        });
      }),
    ]);
    const register = async (node: BedNode): Promise<void> => {
      if (kubernetes === undefined) return;
      if (kubelet === undefined) return kubernetes.registerNode(node);
      await node.startKubelet(await kubernetes.kubeletCredentials(node));
      await kubernetes.nodeRegistered(node);
    };
    await Promise.all(nodes.flatMap((node) => [register(node), external?.attach(node)]));
    return new Bed(manifest, root, central, nodes, kubernetes, external, kubelet?.images);
  }
}

interface KubeletParts {
  readonly runtime: ContainerRuntime;
  readonly images: ContainerImages;
}

// All that takes long the first time, before anything is made.
async function kubeletParts(log: (line: string) => void, additions?: ImageAdditions): Promise<KubeletParts> {
  for (const program of clusterPrograms) await kubernetesBinary(program, log);
  const [runtime, images] = await Promise.all([containerRuntime(log), containerImages(log, additions)]);
  return { runtime, images };
}

const distribution = (file: string): string => fileURLToPath(new URL(`../../dist/${file}`, import.meta.url));

const underlayName = (manifest: Manifest): string => `${manifest.prefix}-ul`;

async function makeAuthority(manifest: Manifest): Promise<CertificateAuthority> {
  const directory = join(manifest.directory, 'pki');
  await mkdir(directory);
  return CertificateAuthority.create(directory);
}

async function makeUnderlay(manifest: Manifest, netns: string, mtu: number): Promise<void> {
  manifest.recordNetns(netns);
  await run('ip', ['netns', 'add', netns]);
  const { ipv4, ipv6 } = centralAddress;
  const commands = [
    ...['link set lo up', `link add br-ul mtu ${mtu} type bridge`, 'link set br-ul up'],
    ...[`address add ${ipv4}/24 dev br-ul`, `address add ${ipv6}/64 dev br-ul nodad`],
  ];
  await run('ip', ['-n', netns, '-batch', '-'], { input: `${commands.join('\n')}\n` });
  // TCP from here to a node's userspace bridge would otherwise carry unfinished checksums and be dropped, while ping works.
  await run('ethtool', ['-K', 'br-ul', 'tx', 'off'], { netns });
}
