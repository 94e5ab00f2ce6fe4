// A whole test bed on one machine: an underlay, OVN central, nodes, and a Kubernetes API server when asked for, all in network
// namespaces of its own. Several beds run side by side; a bed leaves nothing behind, not even after a crash.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BedNode } from './bed-node.ts';
import { Central, centralAddress, type DatabaseAddress } from './central.ts';
import { CertificateAuthority, type CertificateFiles } from './certificates.ts';
import { run } from './command.ts';
import { Manifest } from './manifest.ts';
import { chosenOvnVersion, type OvnRoot, type OvnVersion, ovnRoot } from './ovn-root.ts';

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
  readonly log?: (line: string) => void;
}

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
  readonly #manifest: Manifest;

  private constructor(manifest: Manifest, ovn: OvnRoot, central: Central, nodes: readonly BedNode[]) {
    this.#manifest = manifest;
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
    const root = await ovnRoot(options.ovn ?? chosenOvnVersion(), log);
    const started = performance.now();
    const manifest = Manifest.create();
    removeOnExit(manifest);
    try {
      const bed = await Bed.#build(manifest, root, options);
      log(
        `bed ${manifest.prefix}: OVN ${root.version}, ${bed.nodes.length} nodes, up after ${Math.round(performance.now() - started)} ms`,
      );
      return bed;
    } catch (error) {
      await manifest.remove();
      live.delete(manifest);
      throw error;
    }
  }

  /**
   * Removes what dead owners left behind.
   * @param kept also remove beds that were kept on purpose (KEEP=1, make demo)
   * @returns the names of the beds that were removed
   */
  static async sweep(kept = false): Promise<readonly string[]> {
    const leftovers = Manifest.leftovers(kept);
    await Promise.all(leftovers.map((manifest) => manifest.remove()));
    return leftovers.map((manifest) => manifest.prefix);
  }

  /** Ends every process of the bed and removes everything; with KEEP=1 in the environment the bed stays and says where. */
  async down(): Promise<void> {
    if (process.env.KEEP === '1') {
      this.keep();
      console.error(`KEEP=1: the bed stays, its state and logs are in ${this.directory}; "make sweep" removes it`);
      return;
    }
    await this.#manifest.remove();
    live.delete(this.#manifest);
  }

  /** Lets the bed outlive this process; `Bed.sweep(true)` removes it. */
  keep(): void {
    this.#manifest.recordKept();
    live.delete(this.#manifest);
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

  /** Runs ovn-nbctl and hands back what it printed. */
  nbctl(...args: readonly string[]): Promise<string> {
    return this.central.nbctl(...args);
  }

  /** Runs ovn-sbctl and hands back what it printed. */
  sbctl(...args: readonly string[]): Promise<string> {
    return this.central.sbctl(...args);
  }

  static async #build(manifest: Manifest, root: OvnRoot, options: BedOptions): Promise<Bed> {
    const underlay = underlayName(manifest);
    const authority = options.tls === true ? await makeAuthority(manifest) : undefined;
    await makeUnderlay(manifest, underlay, options.underlayMtu ?? 1500);
    const names = Array.from({ length: options.nodes ?? 2 }, (_, index) => `n${index + 1}`);
    const [central, ...nodes] = await Promise.all([
      Central.start({ manifest, root, netns: underlay, ...(authority === undefined ? {} : { authority }) }),
      ...names.map(async (name, index) => {
        const certificate = await authority?.issue(name);
        const shared = { manifest, root, name, host: 11 + index, underlay, underlayMtu: options.underlayMtu ?? 1500 };
        return BedNode.start(certificate === undefined ? shared : { ...shared, certificate });
      }),
    ]);
    return new Bed(manifest, root, central, nodes);
  }
}

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

const live = new Set<Manifest>();

// A test run that is interrupted takes its beds along.
function removeOnExit(manifest: Manifest): void {
  if (live.size === 0 && !handlersInstalled) {
    handlersInstalled = true;
    process.on('exit', () => {
      for (const bed of live) bed.removeAtExit();
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        for (const bed of live) bed.removeAtExit();
        live.clear();
        process.kill(process.pid, signal);
      });
    }
  }
  live.add(manifest);
}

let handlersInstalled = false;
