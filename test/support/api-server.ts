// A throw-away Kubernetes API server: etcd and kube-apiserver on free loopback ports, with an authority of their own. No controller
// manager, no scheduler, no kubelet: what those would do, a test does itself. As the server of a cluster of real nodes it runs
// in their network, where it reaches the kubelets, and a relay leads from this machine's loopback to it.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { Agent, type RequestOptions, request } from 'node:https';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { CertificateAuthority, type CertificateFiles } from './certificates.ts';
import { run } from './command.ts';
import { kubectlProgram } from './kubectl.ts';
import { kubernetesBinary } from './kubernetes/build.ts';
import { Manifest } from './manifest.ts';
import { Daemon, DaemonError } from './processes.ts';
import { eventually } from './traffic.ts';

/** How {@link ApiServer.start} starts the servers. */
export interface ApiServerOptions {
  /** The record of the bed that they belong to; without one they have their own, removed by {@link ApiServer.stop}. */
  readonly manifest?: Manifest;
  /** Further IP addresses at which the server is reached (through a relay): they go into its certificate. */
  readonly addresses?: readonly string[];
  /** Writes one JSON line per request of our ServiceAccounts to {@link ApiServer.auditLog}. */
  readonly audit?: boolean;
  /** Further flags of kube-apiserver. */
  readonly args?: readonly string[];
  /** Path of another etcd than the machine's, 3.5 or later; it never waits for the disk. */
  readonly etcd?: string;
  /** Soft limit of kube-apiserver's memory (Go's GOMEMLIMIT); above it, it collects garbage instead of working. Default 800MiB. */
  readonly memoryLimit?: string;
  /** Makes it the server of a cluster of real nodes. */
  readonly cluster?: ServerPlace;
}

/** Where the server of a cluster of real nodes runs. */
export interface ServerPlace {
  /** Name of the network namespace. */
  readonly netns: string;
  /** The namespace's address at which nodes and pods reach it, the endpoint of the Service "kubernetes". */
  readonly address: string;
  readonly port: number;
  /** etcd 3.5 or later. */
  readonly etcd: string;
}

/** Ranges of Service addresses that the server gives, the main family first. */
export const serviceCidrs = ['10.96.0.0/16', 'fd00:10:96::/112'] as const;

/** The answer to one request. */
export interface ApiAnswer {
  readonly status: number;
  /** The parsed JSON; an object of kind Status when the request was refused. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever the server answers
  readonly body: any;
}

/** Who asks: a client certificate or a bearer token; the administrator when absent. */
export type ApiUser = { readonly token: string } | { readonly certificate: CertificateFiles };

/** What {@link ApiServer.request} sends beside the path. */
export interface ApiRequest {
  readonly body?: unknown;
  /** Media type of the body; application/json when absent. */
  readonly type?: string;
  readonly user?: ApiUser;
}

const auditPolicy = {
  apiVersion: 'audit.k8s.io/v1',
  kind: 'Policy',
  omitStages: ['RequestReceived'],
  rules: [{ level: 'Metadata', userGroups: ['system:serviceaccounts:subnetes-system'] }, { level: 'None' }],
};

/** Attempts to find free ports: another process may take one between the look and the start. */
const portAttempts = 3;

/** A running API server. */
export class ApiServer {
  /** State folder: keys, kubeconfigs, etcd's data, logs. */
  readonly directory: string;
  /** Base URL, without a slash at its end. */
  readonly url: string;
  /** etcd's client URL, for tests of compaction and loss. */
  readonly etcdUrl: string;
  /** A client certificate of group system:masters, and the authority's certificate. */
  readonly admin: CertificateFiles;
  /** Path of the administrator's kubeconfig (JSON, which is YAML too). */
  readonly kubeconfig: string;
  /** Path of the audit log; empty unless the option `audit` was given. */
  readonly auditLog: string;
  readonly #manifest: Manifest;
  readonly #ownManifest: boolean;
  readonly #authority: CertificateAuthority;
  readonly #etcd: Daemon;
  readonly #command: readonly string[];
  readonly #netns: string | undefined;
  readonly #memoryLimit: string;
  readonly #agents = new Map<string, Agent>();
  #server: Daemon | undefined;

  private constructor(parts: Parts) {
    this.#manifest = parts.manifest;
    this.#ownManifest = parts.ownManifest;
    this.#authority = parts.authority;
    this.#etcd = parts.etcd;
    this.#memoryLimit = parts.memoryLimit;
    this.#command = parts.command;
    this.#netns = parts.netns;
    this.directory = parts.directory;
    this.url = `https://127.0.0.1:${parts.port}`;
    this.etcdUrl = parts.etcdUrl;
    this.admin = parts.admin;
    this.kubeconfig = join(parts.directory, 'admin.kubeconfig');
    this.auditLog = join(parts.directory, 'audit.log');
  }

  /** kube-apiserver and etcd, for whoever asks what they cost. */
  get daemons(): readonly Daemon[] {
    if (this.#server === undefined) throw new Error('kube-apiserver was never started');
    return [this.#server, this.#etcd];
  }

  /** Starts etcd and kube-apiserver and waits until they are ready (about four seconds). */
  static async start(options: ApiServerOptions = {}): Promise<ApiServer> {
    const program = await kubernetesBinary('kube-apiserver');
    const manifest = options.manifest ?? Manifest.create();
    try {
      for (let attempt = 1; ; attempt++) {
        try {
          return await ApiServer.#attempt(program, manifest, options, attempt);
        } catch (error) {
          const portLost = error instanceof DaemonError && error.message.includes('address already in use');
          if (!portLost || attempt === portAttempts) throw error;
        }
      }
    } catch (error) {
      if (options.manifest === undefined) await manifest.remove();
      throw error;
    }
  }

  static async #attempt(
    program: string,
    manifest: Manifest,
    options: ApiServerOptions,
    attempt: number,
  ): Promise<ApiServer> {
    const directory = join(manifest.directory, attempt === 1 ? 'kube' : `kube${attempt}`);
    const pki = join(directory, 'pki');
    await mkdir(pki, { recursive: true });
    const { cluster } = options;
    const [[port, etcdPort, peerPort], authority] = await Promise.all([freePorts(), CertificateAuthority.create(pki)]);
    const etcdUrl = `http://127.0.0.1:${etcdPort}`;
    const [etcd, admin, server] = await Promise.all([
      startEtcd({
        manifest,
        directory,
        cluster,
        etcd: options.etcd,
        clientUrl: etcdUrl,
        peerUrl: `http://127.0.0.1:${peerPort}`,
      }),
      authority.issue('admin', [], 'system:masters'),
      authority.issue('apiserver', ['127.0.0.1', ...kubernetesService, ...(options.addresses ?? [])]),
      authority.issue('kubelet-client', [], 'system:masters'),
      authority.issue('front-proxy'),
      serviceAccountKeys(pki),
      writeFile(join(directory, 'audit-policy.json'), JSON.stringify(auditPolicy)),
      cluster === undefined ? undefined : startRelay(manifest, port, cluster),
    ]);
    const command = [
      ...[
        program,
        `--etcd-servers=${etcdUrl}`,
        ...(cluster === undefined ? aloneFlags(port) : clusterFlags(cluster, pki)),
      ],
      ...['--authorization-mode=Node,RBAC', '--enable-admission-plugins=NodeRestriction'],
      ...[`--client-ca-file=${admin.ca}`, `--tls-cert-file=${server.cert}`, `--tls-private-key-file=${server.key}`],
      ...[
        '--service-account-issuer=https://kubernetes.default.svc',
        `--service-account-key-file=${join(pki, 'sa.pub')}`,
      ],
      ...[`--service-account-signing-key-file=${join(pki, 'sa.key')}`, '--allow-privileged=true', '--profiling=false'],
      ...(options.audit === true
        ? [
            `--audit-policy-file=${join(directory, 'audit-policy.json')}`,
            `--audit-log-path=${join(directory, 'audit.log')}`,
            '--audit-log-mode=blocking-strict',
          ]
        : []),
      ...(options.args ?? []),
    ];
    const ownManifest = options.manifest === undefined;
    const netns = cluster?.netns;
    const memoryLimit = options.memoryLimit ?? '800MiB';
    const parts = {
      manifest,
      ownManifest,
      authority,
      etcd,
      command,
      netns,
      directory,
      port,
      etcdUrl,
      admin,
      memoryLimit,
    };
    const api = new ApiServer(parts);
    await api.startServer();
    await api.writeKubeconfig('admin', { certificate: admin });
    return api;
  }

  /** Starts kube-apiserver on its port and data and waits until it is ready; for tests that killed it. */
  async startServer(): Promise<void> {
    const server = await Daemon.start({
      name: 'kube-apiserver',
      command: this.#command,
      ...(this.#netns === undefined ? {} : { netns: this.#netns }),
      manifest: this.#manifest,
      logDirectory: this.directory,
      // Its heap grows to fit the machine otherwise, and several beds run at once.
      env: { GOMEMLIMIT: this.#memoryLimit },
    });
    this.#server = server;
    // There is no event for "ready": ask with a growing pause.
    const deadline = performance.now() + 60_000;
    for (let pause = 20; ; pause = Math.min(pause * 1.5, 250)) {
      if (
        await this.request('GET', '/readyz').then(
          (answer) => answer.status === 200,
          () => false,
        )
      )
        return;
      if (!server.running) throw new DaemonError('kube-apiserver', 'ended at once', server.logFile);
      if (performance.now() > deadline)
        throw new DaemonError('kube-apiserver', 'was not ready after 60 s', server.logFile);
      await delay(pause);
    }
  }

  /** Kills kube-apiserver (SIGKILL); etcd and its data stay. */
  async killServer(): Promise<void> {
    await this.#server?.kill();
  }

  /** Does something while kube-apiserver is suspended: the signal has reached each of its threads before, or one might still answer. */
  async whileSuspended<T>(work: () => Promise<T>): Promise<T> {
    const pid = this.serverPid;
    process.kill(pid, 'SIGSTOP');
    try {
      // Only its parent's wait(2) would tell, which Node does not offer; it takes milliseconds. The state stands behind the name (proc(5)).
      const isStopped = async (): Promise<boolean> => {
        const threads = await readdir(`/proc/${pid}/task`);
        const states = await Promise.all(threads.map((id) => readFile(`/proc/${pid}/task/${id}/stat`, 'utf8')));
        return states.every((text) => /\) T /.test(text));
      };
      await eventually('kube-apiserver is suspended', 10, isStopped);
      return await work();
    } finally {
      process.kill(pid, 'SIGCONT');
    }
  }

  /** Process id of kube-apiserver. */
  get serverPid(): number {
    if (this.#server === undefined) throw new Error('kube-apiserver was never started');
    return this.#server.pid;
  }

  /** Ends both servers; removes everything that was made unless the bed's manifest does. */
  async stop(): Promise<void> {
    for (const agent of this.#agents.values()) agent.destroy();
    // Kill rather than ask: kube-apiserver waits many seconds for open watches, and nothing here is worth keeping.
    await Promise.all([this.#server?.kill(), this.#etcd.kill()]);
    if (this.#ownManifest) await this.#manifest.remove();
  }

  /**
   * A client certificate signed by the server's authority.
   * @param name the user, as system:node:n1
   * @param group the user's group, as system:nodes
   * @param addresses where its owner is reached as a server
   */
  issue(name: string, group?: string, addresses: readonly string[] = []): Promise<CertificateFiles> {
    return this.#authority.issue(name, addresses, group);
  }

  /** Paths of the keys that a controller manager signs with. */
  get signingKeys(): { readonly serviceAccounts: string; readonly authority: string } {
    const pki = join(this.directory, 'pki');
    return { serviceAccounts: join(pki, 'sa.key'), authority: join(pki, 'ca.key') };
  }

  /**
   * A token of a ServiceAccount (TokenRequest), bound to a Node when one is named, as a kubelet asks for its pods' tokens.
   * @param seconds how long it holds; the server's least is 600
   */
  async serviceAccountToken(namespace: string, name: string, node?: string, seconds = 36_000): Promise<string> {
    const bound = node === undefined ? undefined : (await this.request('GET', `/api/v1/nodes/${node}`)).body;
    const spec = {
      expirationSeconds: seconds,
      ...(bound === undefined
        ? {}
        : { boundObjectRef: { apiVersion: 'v1', kind: 'Node', name: bound.metadata.name, uid: bound.metadata.uid } }),
    };
    const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${name}/token`;
    const answer = await this.request('POST', path, {
      body: { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec },
    });
    if (answer.status !== 201) throw new Error(`no token for ${namespace}:${name}: ${answer.body.message}`);
    return answer.body.status.token;
  }

  /**
   * Writes a kubeconfig and returns its path.
   * @param server another URL than the server's own, as that of a relay
   */
  async writeKubeconfig(name: string, user: ApiUser, server: string = this.url): Promise<string> {
    const base64 = async (file: string): Promise<string> => (await readFile(file)).toString('base64');
    const credentials =
      'token' in user
        ? { token: user.token }
        : {
            'client-certificate-data': await base64(user.certificate.cert),
            'client-key-data': await base64(user.certificate.key),
          };
    const config = {
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [{ name: 'test', cluster: { server, 'certificate-authority-data': await base64(this.admin.ca) } }],
      users: [{ name, user: credentials }],
      contexts: [{ name, context: { cluster: 'test', user: name } }],
      'current-context': name,
    };
    const path = join(this.directory, `${name}.kubeconfig`);
    await writeFile(path, `${JSON.stringify(config, undefined, 2)}\n`, { mode: 0o600 });
    return path;
  }

  /** Runs kubectl as the administrator and hands back what it printed. */
  async kubectl(args: readonly string[], input?: string): Promise<string> {
    // A cache of its own: the machine's may hold another server's kinds.
    const cache = `--cache-dir=${join(this.directory, 'kubectl')}`;
    // Longer than what any "kubectl wait" is told.
    const options = { timeout: 150_000, ...(input === undefined ? {} : { input }) };
    return (await run(await kubectlProgram(), [`--kubeconfig=${this.kubeconfig}`, cache, ...args], options)).stdout;
  }

  /**
   * Sends one request and hands back whatever is answered; never throws for a refusal.
   * @param path with a slash at its beginning, and the query
   */
  async request(method: string, path: string, { body, type, user }: ApiRequest = {}): Promise<ApiAnswer> {
    const { agent, headers } = await this.#credentials(user);
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const options: RequestOptions = {
      method,
      agent,
      headers: {
        accept: 'application/json',
        ...headers,
        ...(payload === undefined
          ? {}
          : { 'content-type': type ?? 'application/json', 'content-length': Buffer.byteLength(payload) }),
      },
    };
    return new Promise((resolve, reject) => {
      const sent = request(`${this.url}${path}`, options, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.once('error', reject);
        answer.once('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const parsed = answer.headers['content-type']?.includes('json') === true ? JSON.parse(text) : text;
          resolve({ status: answer.statusCode ?? 0, body: parsed });
        });
      });
      sent.once('error', reject);
      sent.end(payload);
    });
  }

  async #credentials(
    user: ApiUser | undefined,
  ): Promise<{ readonly agent: Agent; readonly headers: Record<string, string> }> {
    const certificate = user === undefined ? this.admin : 'certificate' in user ? user.certificate : undefined;
    const key = certificate?.cert ?? '';
    let agent = this.#agents.get(key);
    if (agent === undefined) {
      const [ca, cert, privateKey] = await Promise.all([
        readFile(this.admin.ca),
        certificate === undefined ? undefined : readFile(certificate.cert),
        certificate === undefined ? undefined : readFile(certificate.key),
      ]);
      agent = new Agent({ keepAlive: true, ca, ...(cert && privateKey ? { cert, key: privateKey } : {}) });
      this.#agents.set(key, agent);
    }
    return { agent, headers: user !== undefined && 'token' in user ? { authorization: `Bearer ${user.token}` } : {} };
  }
}

interface Parts {
  readonly manifest: Manifest;
  readonly ownManifest: boolean;
  readonly authority: CertificateAuthority;
  readonly memoryLimit: string;
  readonly etcd: Daemon;
  readonly command: readonly string[];
  readonly netns: string | undefined;
  readonly directory: string;
  readonly port: number;
  readonly etcdUrl: string;
  readonly admin: CertificateFiles;
}

/** Names and addresses of the Service "kubernetes": the first address of each range. */
const kubernetesService: readonly string[] = [
  ...['10.96.0.1', 'fd00:10:96::1'],
  ...['kubernetes', 'kubernetes.default', 'kubernetes.default.svc', 'kubernetes.default.svc.cluster.local'],
];

function aloneFlags(port: number): readonly string[] {
  return [
    ...['--bind-address=127.0.0.1', `--secure-port=${port}`, `--service-cluster-ip-range=${serviceCidrs.join(',')}`],
    // A loopback address may not be the endpoint of the Service "kubernetes".
    ...['--advertise-address=127.0.0.1', '--endpoint-reconciler-type=none'],
    // Without a controller manager no namespace has the ServiceAccount that this plugin asks of every pod.
    '--disable-admission-plugins=ServiceAccount',
  ];
}

function clusterFlags(cluster: ServerPlace, pki: string): readonly string[] {
  const file = (name: string): string => join(pki, name);
  return [
    ...['--bind-address=::', `--advertise-address=${cluster.address}`, `--secure-port=${cluster.port}`],
    `--service-cluster-ip-range=${serviceCidrs.join(',')}`,
    // By names it would ask a DNS server for the kubelets when somebody wants logs.
    '--kubelet-preferred-address-types=InternalIP,Hostname',
    ...[
      `--kubelet-client-certificate=${file('kubelet-client.crt')}`,
      `--kubelet-client-key=${file('kubelet-client.key')}`,
    ],
    // For API servers behind this one, which upstream's tests install.
    ...[`--requestheader-client-ca-file=${file('ca.crt')}`, '--requestheader-allowed-names=front-proxy'],
    ...['--requestheader-username-headers=X-Remote-User', '--requestheader-group-headers=X-Remote-Group'],
    ...['--requestheader-extra-headers-prefix=X-Remote-Extra-', '--enable-aggregator-routing=true'],
    ...[`--proxy-client-cert-file=${file('front-proxy.crt')}`, `--proxy-client-key-file=${file('front-proxy.key')}`],
    '--shutdown-delay-duration=0s',
  ];
}

function startRelay(manifest: Manifest, port: number, cluster: ServerPlace): Promise<Daemon> {
  const program = fileURLToPath(new URL('relay.ts', import.meta.url));
  const args = [`/proc/${process.pid}/ns/net`, '127.0.0.1', String(port), '127.0.0.1', String(cluster.port)];
  return Daemon.start({
    ...{ name: 'admin-relay', manifest, netns: cluster.netns },
    command: [process.execPath, '--import', 'tsx', program, ...args],
    ready: { kind: 'line', pattern: /relaying/ },
  });
}

interface EtcdOptions {
  readonly manifest: Manifest;
  readonly directory: string;
  readonly cluster: ServerPlace | undefined;
  readonly etcd: string | undefined;
  readonly clientUrl: string;
  readonly peerUrl: string;
}

function startEtcd({ manifest, directory, cluster, etcd, clientUrl, peerUrl }: EtcdOptions): Promise<Daemon> {
  const alone = cluster === undefined;
  return Daemon.start({
    name: 'etcd',
    command: [
      ...[cluster?.etcd ?? etcd ?? 'etcd', '--name=test', `--data-dir=${join(directory, 'etcd')}`],
      // Of another namespace's server only its log can say that it is ready. What is lost in a crash of the machine nobody misses.
      ...(alone ? ['--log-level=warn', '--logger=zap'] : ['--log-level=info']),
      ...(alone && etcd === undefined ? [] : ['--unsafe-no-fsync']),
      ...[`--listen-client-urls=${clientUrl}`, `--advertise-client-urls=${clientUrl}`],
      ...[
        `--listen-peer-urls=${peerUrl}`,
        `--initial-advertise-peer-urls=${peerUrl}`,
        `--initial-cluster=test=${peerUrl}`,
      ],
    ],
    manifest,
    logDirectory: directory,
    ...(alone ? {} : { netns: cluster.netns }),
    ready: alone
      ? { kind: 'tcp', host: '127.0.0.1', port: Number(new URL(clientUrl).port) }
      : { kind: 'line', pattern: /ready to serve client requests/ },
  });
}

async function serviceAccountKeys(folder: string): Promise<void> {
  await run('openssl', ['genrsa', '-out', join(folder, 'sa.key'), '2048']);
  await run('openssl', ['rsa', '-in', join(folder, 'sa.key'), '-pubout', '-out', join(folder, 'sa.pub')]);
}

/** Three ports of the loopback interface that nothing listens on now. */
async function freePorts(): Promise<readonly [number, number, number]> {
  const servers = [createServer(), createServer(), createServer()];
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve, reject) => {
          server.once('error', reject);
          server.listen(0, '127.0.0.1', () => {
            const address = server.address();
            resolve(typeof address === 'object' && address !== null ? address.port : 0);
          });
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  const [first = 0, second = 0, third = 0] = ports;
  return [first, second, third];
}
