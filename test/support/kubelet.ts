// What makes a machine a Kubernetes node: containerd with the images of tests, and the kubelet.
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CertificateFiles } from './certificates.ts';
import { searchPath } from './command.ts';
import type { ContainerRuntime } from './container-runtime.ts';
import type { ContainerImages } from './images.ts';
import { kubernetesBinary } from './kubernetes/build.ts';
import type { Machine } from './machine.ts';
import type { Manifest } from './manifest.ts';
import { Daemon } from './processes.ts';

/** How {@link Kubelet.start} starts a node's programs. */
export interface KubeletOptions {
  readonly manifest: Manifest;
  /** State folder of the node. */
  readonly directory: string;
  /** Addresses of the node, the main family first. */
  readonly addresses: readonly string[];
  /** Folder of the CNI configuration list, as the node sees it. */
  readonly confDirectory: string;
  /** Folder of the CNI plugins, as the node sees it. */
  readonly binDirectory: string;
  readonly runtime: ContainerRuntime;
  readonly images: ContainerImages;
  /** Environment of containerd, which hands it on to the CNI plugins. */
  readonly env: Readonly<Record<string, string>>;
}

/** How the kubelet and the API server know each other. */
export interface KubeletCredentials {
  /** Path of the kubelet's kubeconfig. */
  readonly kubeconfig: string;
  /** Certificate with which the kubelet serves logs and exec; its authority signs the clients'. */
  readonly certificate: CertificateFiles;
}

/** Address of the cluster's DNS Service, which pods are told; nobody serves there unless a test sees to it. */
export const clusterDnsAddress = '10.96.0.10';

/** The programs of one life of a node: a machine that boots again gets new ones. */
export class Kubelet {
  readonly #options: KubeletOptions;
  readonly #machine: Machine;
  #containerd: Daemon | undefined;
  #kubelet: Daemon | undefined;

  private constructor(machine: Machine, options: KubeletOptions) {
    this.#machine = machine;
    this.#options = options;
  }

  /** Starts containerd and loads the images; the kubelet itself needs credentials: {@link startKubelet}. */
  static async prepare(machine: Machine, options: KubeletOptions): Promise<Kubelet> {
    const node = new Kubelet(machine, options);
    await node.startContainerd();
    await node.#loadImages();
    return node;
  }

  /** Starts containerd; containers of its last life go on running. */
  async startContainerd(): Promise<void> {
    const { manifest, directory, runtime, env } = this.#options;
    const file = join(directory, 'containerd.toml');
    await writeFile(file, containerdConfiguration(this.#options));
    this.#containerd = await Daemon.start({
      ...{ name: 'containerd', manifest, logDirectory: directory },
      command: this.#machine.daemonCommand([join(runtime.bin, 'containerd'), '--config', file]),
      env: { ...env, PATH: `${runtime.bin}:${searchPath}` },
      ready: { kind: 'socket', path: join(directory, 'containerd.sock') },
      patience: 60_000,
      entered: true,
    });
  }

  /** Starts the kubelet, which makes or updates the Node object. */
  async startKubelet({ kubeconfig, certificate }: KubeletCredentials): Promise<void> {
    const { manifest, directory, addresses } = this.#options;
    await this.#writeConfiguration(certificate);
    this.#kubelet = await Daemon.start({
      ...{ name: 'kubelet', manifest, logDirectory: directory },
      command: this.#machine.daemonCommand([
        ...[await kubernetesBinary('kubelet'), '--config', join(directory, 'kubelet.json'), '--kubeconfig', kubeconfig],
        ...['--hostname-override', this.#machine.name, '--node-ip', addresses.join(','), '-v=2'],
      ]),
      env: { GOMEMLIMIT: '200MiB' },
      entered: true,
    });
  }

  /** The running (or last) kubelet. */
  get kubelet(): Daemon {
    if (this.#kubelet === undefined) throw new Error(`the kubelet of ${this.#machine.name} was never started`);
    return this.#kubelet;
  }

  /** The running (or last) containerd. */
  get containerd(): Daemon {
    if (this.#containerd === undefined) throw new Error(`containerd of ${this.#machine.name} was never started`);
    return this.#containerd;
  }

  /** Runs ctr, containerd's own client, on Kubernetes' containers and hands back what it printed. */
  async ctr(...args: readonly string[]): Promise<string> {
    const { directory, runtime } = this.#options;
    const place = ['--address', join(directory, 'containerd.sock'), '--namespace', 'k8s.io'];
    const { stdout } = await this.#machine.exec(join(runtime.bin, 'ctr'), [...place, ...args], { timeout: 300_000 });
    return stdout;
  }

  /**
   * Process id, on the node, of a pod's sandbox: the process that holds its network namespace.
   * @returns undefined when the pod has no running sandbox here
   */
  async sandboxProcess(uid: string): Promise<number | undefined> {
    const filter = `labels."io.kubernetes.pod.uid"==${uid},labels."io.cri-containerd.kind"==sandbox`;
    const ids = new Set((await this.ctr('containers', 'list', '--quiet', filter)).split('\n').filter(Boolean));
    const tasks = (await this.ctr('tasks', 'list')).split('\n').map((line) => line.trim().split(/\s+/));
    const running = tasks.find(([id = '', , status]) => ids.has(id) && status === 'RUNNING');
    return running === undefined ? undefined : Number(running[1]);
  }

  // What was loaded in an earlier life of the node is still on its disk.
  async #loadImages(): Promise<void> {
    const { archive, agnhost } = this.#options.images;
    const present = await this.ctr('images', 'list', '--quiet');
    if (!present.includes(agnhost)) await this.ctr('images', 'import', archive);
  }

  async #writeConfiguration(certificate: CertificateFiles): Promise<void> {
    const { directory, addresses } = this.#options;
    const resolver = join(directory, 'resolv.conf');
    const kubelet = {
      ...{ apiVersion: 'kubelet.config.k8s.io/v1beta1', kind: 'KubeletConfiguration' },
      // Since 1.35 the kubelet refuses control groups of version 1 otherwise.
      ...{ failCgroupV1: false, cgroupDriver: 'cgroupfs', failSwapOn: false },
      containerRuntimeEndpoint: `unix://${join(directory, 'containerd.sock')}`,
      address: addresses[0],
      authentication: {
        anonymous: { enabled: false },
        webhook: { enabled: true },
        x509: { clientCAFile: certificate.ca },
      },
      authorization: { mode: 'Webhook' },
      ...{ tlsCertFile: certificate.cert, tlsPrivateKeyFile: certificate.key },
      ...{ clusterDomain: 'cluster.local', clusterDNS: [clusterDnsAddress], resolvConf: resolver },
      // All nodes share one disk, which may be rather full.
      evictionHard: { 'memory.available': '100Mi', 'nodefs.available': '1%', 'imagefs.available': '1%' },
      imageGCHighThresholdPercent: 100,
      // A sign of life each three seconds (a quarter of this): see the control plane's patience.
      nodeLeaseDurationSeconds: 12,
      maxPods: 110,
    };
    await Promise.all([
      writeFile(join(directory, 'kubelet.json'), JSON.stringify(kubelet, undefined, 2)),
      writeFile(resolver, ''),
    ]);
  }
}

function containerdConfiguration({ directory, confDirectory, binDirectory, runtime, images }: KubeletOptions): string {
  // TOML's basic strings are JSON's.
  const text = (value: string): string => JSON.stringify(value);
  return `version = 3
root = "/var/lib/containerd"
state = "/run/containerd"

[grpc]
  address = ${text(join(directory, 'containerd.sock'))}

[plugins.'io.containerd.cri.v1.images'.pinned_images]
  sandbox = ${text(images.pause)}

[plugins.'io.containerd.cri.v1.runtime']
  disable_apparmor = true
  # Without CAP_SYS_RESOURCE runc can't lower the score that the kubelet asks for.
  restrict_oom_score_adj = true

  [plugins.'io.containerd.cri.v1.runtime'.cni]
    bin_dirs = [${text(binDirectory)}]
    conf_dir = ${text(confDirectory)}
    use_internal_loopback = true

  [plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc]
    runtime_type = "io.containerd.runc.v2"

    [plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc.options]
      BinaryName = ${text(runtime.runc)}
      SystemdCgroup = false
`;
}

/** Puts the product's CNI plugin into a folder of plugins, as its installation does. */
export async function installPlugin(binDirectory: string): Promise<void> {
  await mkdir(binDirectory, { recursive: true });
  const plugin = fileURLToPath(new URL('../../dist/cni.cjs', import.meta.url));
  await symlink(plugin, join(binDirectory, 'subnetes')).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}
