// The Kubernetes part of a test bed: an API server on the loopback of the root namespace, a relay that makes it reachable in the underlay, Node
// objects, and the credentials of the programs under test. For real nodes: a whole control plane in the underlay.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { componentLabel } from '../../operator/install/programs.ts';
import { type ApiAnswer, ApiServer } from './api-server.ts';
import type { BedNode } from './bed-node.ts';
import { centralAddress } from './central.ts';
import { CommandError } from './command.ts';
import { ControlPlane } from './control-plane.ts';
import { KubeApi, type KubeCredentials, type KubeObject } from './kube-api.ts';
import type { KubeletCredentials } from './kubelet.ts';
import type { Manifest } from './manifest.ts';
import { Daemon, DaemonError } from './processes.ts';

/** Namespace of the operator's own objects. */
export const systemNamespace = 'subnetes-system';

/** Port of the API server in the underlay. */
const underlayPort = 6443;

/** Options of {@link BedKubernetes.start}. */
export interface BedKubernetesOptions {
  readonly manifest: Manifest;
  /** Name of the underlay's namespace. */
  readonly underlay: string;
  /** Record the requests of the operator's ServiceAccounts, see {@link BedKubernetes.audit}. */
  readonly audit?: boolean;
  /** Path of etcd 3.5 or later: makes it the control plane of a cluster of real nodes. */
  readonly clusterEtcd?: string;
}

/** One request of one of the operator's ServiceAccounts. */
export interface AuditRecord {
  readonly user: string;
  readonly verb: string;
  readonly resource: string;
  readonly subresource: string | undefined;
  readonly namespace: string | undefined;
  readonly name: string | undefined;
  /** HTTP status of the answer. */
  readonly status: number;
  readonly userAgent: string;
}

/** A running API server with its surroundings. */
export class BedKubernetes {
  readonly server: ApiServer;
  /** The administrator's client. */
  readonly api: KubeApi;
  /** The administrator's address and credentials, for helper processes. */
  readonly credentials: KubeCredentials;

  readonly #relay: Daemon | undefined;
  readonly #controlPlane: ControlPlane | undefined;

  private constructor(
    server: ApiServer,
    credentials: KubeCredentials,
    api: KubeApi,
    parts: { readonly relay?: Daemon; readonly controlPlane?: ControlPlane },
  ) {
    this.server = server;
    this.credentials = credentials;
    this.api = api;
    this.#relay = parts.relay;
    this.#controlPlane = parts.controlPlane;
  }

  /** Starts the API server (about four seconds) and makes the namespace and ServiceAccounts of the operator. */
  static async start({ manifest, underlay, audit, clusterEtcd }: BedKubernetesOptions): Promise<BedKubernetes> {
    const addresses = [centralAddress.ipv4, centralAddress.ipv6];
    const place = { netns: underlay, address: centralAddress.ipv4, port: underlayPort };
    const server = await ApiServer.start({
      ...{ manifest, addresses, audit: audit ?? false },
      ...(clusterEtcd === undefined ? {} : { cluster: { ...place, etcd: clusterEtcd } }),
    });
    const { ca, cert, key } = server.admin;
    const [caText, certText, keyText] = await Promise.all([ca, cert, key].map((file) => readFile(file, 'utf8')));
    const credentials = { server: server.url, ca: caText ?? '', cert: certText ?? '', key: keyText ?? '' };
    const api = new KubeApi(credentials);
    if (clusterEtcd === undefined) {
      const [relay] = await Promise.all([startRelay(manifest, underlay, server.url), makeOperatorAccounts(api)]);
      return new BedKubernetes(server, credentials, api, { relay });
    }
    const url = `https://${place.address}:${place.port}`;
    const [controlPlane] = await Promise.all([
      ControlPlane.start({ manifest, server, url, netns: underlay }),
      makeOperatorAccounts(api),
    ]);
    return new BedKubernetes(server, credentials, api, { controlPlane });
  }

  /** The relay into the underlay; paused (SIGSTOP) or killed, the API server is away for everyone but the administrator. */
  get relay(): Daemon {
    if (this.#relay === undefined)
      throw new Error('in a cluster of real nodes the API server is in the underlay itself');
    return this.#relay;
  }

  /** Controller manager and scheduler of a cluster of real nodes. */
  get controlPlane(): ControlPlane {
    if (this.#controlPlane === undefined) throw new Error('only a cluster of real nodes has these');
    return this.#controlPlane;
  }

  /** URL at which the programs in the underlay and on nodes reach the API server. */
  get underlayUrl(): string {
    return `https://${centralAddress.ipv4}:${underlayPort}`;
  }

  /** Path of the administrator's kubeconfig. */
  get kubeconfig(): string {
    return this.server.kubeconfig;
  }

  /** Makes the Node object of a bed's node, with its addresses; it stays NotReady until a sandbox runner has a network. */
  async registerNode(node: BedNode): Promise<void> {
    const labels = { 'kubernetes.io/hostname': node.name, 'kubernetes.io/os': 'linux' };
    await this.api.ensure('/api/v1/nodes', { apiVersion: 'v1', kind: 'Node', metadata: { name: node.name, labels } });
    const internal = [node.address.ipv4, node.address.ipv6].map((address) => ({ type: 'InternalIP', address }));
    const addresses = [...internal, { type: 'Hostname', address: node.name }];
    const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
    const notReady = {
      ...{ type: 'Ready', status: 'False', reason: 'KubeletNotReady', message: 'cni plugin not initialized' },
      ...{ lastTransitionTime: now, lastHeartbeatTime: now },
    };
    await this.api.call('PATCH', `/api/v1/nodes/${node.name}/status`, {
      status: { addresses, conditions: [notReady] },
    });
  }

  /** What a node's kubelet needs to join the cluster. */
  async kubeletCredentials(node: BedNode): Promise<KubeletCredentials> {
    const certificate = await this.server.issue(
      `system:node:${node.name}`,
      'system:nodes',
      Object.values(node.address),
    );
    const kubeconfig = await this.server.writeKubeconfig(`kubelet-${node.name}`, { certificate }, this.underlayUrl);
    return { kubeconfig, certificate };
  }

  /**
   * Waits until a kubelet has made its Node object.
   * @throws DaemonError with the end of the kubelet's log
   */
  async nodeRegistered(node: BedNode): Promise<void> {
    const { kubelet } = node.kubelet;
    const registered = this.kubectl(['wait', '--for=create', '--timeout=140s', `node/${node.name}`]);
    // "inotify_init: too many open files": several beds share this machine's fs.inotify.max_user_instances, and a node takes 8, its control plane 12.
    const ended = kubelet.exited.then(() => {
      throw new DaemonError(kubelet.name, 'ended before it had made its Node', kubelet.logFile);
    });
    try {
      await Promise.race([registered, ended]);
    } catch (error) {
      registered.catch(() => {});
      if (!(error instanceof CommandError)) throw error;
      throw new DaemonError(kubelet.name, `has not made its Node after 140 s (${error.message})`, kubelet.logFile);
    } finally {
      ended.catch(() => {});
    }
  }

  /** Path of a kubeconfig for the controller, as ServiceAccount subnetes-system:controller, for use in the underlay. */
  async controllerKubeconfig(): Promise<string> {
    const token = await this.server.serviceAccountToken(systemNamespace, 'controller');
    return this.server.writeKubeconfig('controller', { token }, this.underlayUrl);
  }

  /** Path of a kubeconfig for a node's agent: a token of ServiceAccount subnetes-system:agent bound to the Node object. */
  async nodeKubeconfig(node: string): Promise<string> {
    const token = await this.server.serviceAccountToken(systemNamespace, 'agent', node);
    return this.server.writeKubeconfig(`agent-${node}`, { token }, this.underlayUrl);
  }

  /** Runs kubectl as the administrator and hands back what it printed. */
  kubectl(args: readonly string[], input?: string): Promise<string> {
    return this.server.kubectl(args, input);
  }

  /** Sends one request as the administrator; never throws for a refusal. */
  request(method: string, path: string, body?: unknown): Promise<ApiAnswer> {
    return this.server.request(method, path, body === undefined ? {} : { body });
  }

  /** Applies the operator's manifests without its programs (CRDs, RBAC, policies) and waits until the CRDs are served. */
  async install(): Promise<void> {
    const file = fileURLToPath(new URL('../../operator/install/install.yaml', import.meta.url));
    // The bed starts the programs itself.
    const withoutPrograms = ['--selector', `!${componentLabel}`];
    await this.kubectl(['apply', '--server-side', '--force-conflicts', '-f', file, ...withoutPrograms]);
    await this.kubectl(['wait', '--for=condition=Established', '--timeout=60s', 'crd', '--all']);
  }

  /**
   * The requests of the operator's ServiceAccounts so far, in order; the bed must have been started with `audit`.
   * @param from skip this many records: the number seen before an experiment
   */
  async audit(from = 0): Promise<readonly AuditRecord[]> {
    const text = await readFile(this.server.auditLog, 'utf8').catch(() => '');
    // What follows the last line break is a record that the server is just writing.
    return text.split('\n').slice(from, -1).map(auditRecord);
  }

  /** Name of the network namespace in which a pod runs; undefined before it runs. Works from any process. */
  async podNetns(namespace: string, pod: string): Promise<string | undefined> {
    const object = await this.api.callIfThere<KubeObject>('GET', `/api/v1/namespaces/${namespace}/pods/${pod}`);
    const statuses = object?.status?.containerStatuses as readonly { readonly containerID?: string }[] | undefined;
    return /^netns:\/\/(.+)$/.exec(statuses?.[0]?.containerID ?? '')?.[1];
  }

  /** Lets go of connections; the processes are the bed's to end. */
  close(): void {
    this.api.close();
  }
}

function auditRecord(line: string): AuditRecord {
  const record = JSON.parse(line) as {
    user: { username: string };
    verb: string;
    objectRef?: { resource?: string; subresource?: string; namespace?: string; name?: string };
    responseStatus?: { code?: number };
    userAgent?: string;
  };
  const { resource = '', subresource, namespace, name } = record.objectRef ?? {};
  return {
    user: record.user.username,
    verb: record.verb,
    resource,
    subresource,
    namespace,
    name,
    status: record.responseStatus?.code ?? 0,
    userAgent: record.userAgent ?? '',
  };
}

async function makeOperatorAccounts(api: KubeApi): Promise<void> {
  await api.ensure('/api/v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: systemNamespace } });
  for (const name of ['controller', 'agent']) {
    const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace: systemNamespace } };
    await api.ensure(`/api/v1/namespaces/${systemNamespace}/serviceaccounts`, account);
  }
}

function startRelay(manifest: Manifest, underlay: string, url: string): Promise<Daemon> {
  const program = fileURLToPath(new URL('relay.ts', import.meta.url));
  const target = new URL(url);
  const args = [`/run/netns/${underlay}`, '::', String(underlayPort), target.hostname, target.port];
  return Daemon.start({
    ...{ name: 'api-relay', manifest, command: [process.execPath, '--import', 'tsx', program, ...args] },
    ready: { kind: 'line', pattern: /relaying/ },
  });
}
