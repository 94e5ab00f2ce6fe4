/**
 * Where the API server is and who we are to it. In a cluster this needs nothing but a folder that the kubelet mounts;
 * a kubeconfig in YAML, or one that runs a login plugin, is read by `@kubernetes/client-node`, which is loaded only then
 * (it costs half a second and 90 MB, which the node agent must not pay).
 */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Everything needed to talk to one API server. Certificates and keys are PEM text. */
export interface KubeConnection {
  /** `https://host:port[/prefix]`; `http://` on loopback only. */
  readonly server: string;
  /** Authority that signed the server's certificate; absent: the system's authorities. */
  readonly ca?: string | undefined;
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
  /** Bearer token for the next request; asked for each, so it caches. `renew`: the last one was answered with 401. */
  readonly token?: ((renew?: boolean) => Promise<string | undefined>) | undefined;
  /** Name to expect in the server's certificate when it differs from the host of the URL. */
  readonly serverName?: string | undefined;
  /** Do not check the server's certificate: only if a kubeconfig explicitly says so. */
  readonly insecure?: boolean | undefined;
  readonly userAgent?: string | undefined;
}

/** Where to look for a connection. */
export interface ConnectionSource {
  /** Path of a kubeconfig; absent: the pod's service account. */
  readonly kubeconfig?: string | undefined;
  readonly userAgent?: string | undefined;
  /** The process environment (`KUBERNETES_SERVICE_HOST`, `KUBERNETES_SERVICE_PORT` in a pod). */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
  /** Folder with `token` and `ca.crt`; the kubelet's mount by default. */
  readonly serviceAccountFolder?: string | undefined;
}

const SERVICE_ACCOUNT_FOLDER = '/var/run/secrets/kubernetes.io/serviceaccount';

/** The kubelet replaces a token at 80 % of its life (at least 10 minutes), so a minute-old copy is always valid. */
const TOKEN_CACHE_MS = 60_000;

/**
 * Finds the connection: the given kubeconfig, or else the service account of the pod we run in.
 * @throws Error with a message that says what is missing
 */
export async function loadConnection(source: ConnectionSource = {}): Promise<KubeConnection> {
  return source.kubeconfig === undefined
    ? inClusterConnection(source)
    : kubeconfigConnection(source.kubeconfig, source.userAgent);
}

function inClusterConnection(source: ConnectionSource): KubeConnection {
  const environment = source.environment ?? process.env;
  const host = environment.KUBERNETES_SERVICE_HOST;
  const port = environment.KUBERNETES_SERVICE_PORT;
  if (!host || !port) {
    throw new Error(
      'not in a cluster (KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT are not set): give a kubeconfig',
    );
  }
  const folder = source.serviceAccountFolder ?? SERVICE_ACCOUNT_FOLDER;
  return {
    server: `https://${host.includes(':') ? `[${host}]` : host}:${port}`,
    ca: readFileSync(`${folder}/ca.crt`, 'utf8'),
    token: tokenFile(`${folder}/token`),
    userAgent: source.userAgent,
  };
}

/** A token that someone else renews in a file: read again once a minute, and when the server refused it. */
export function tokenFile(path: string, cacheMs = TOKEN_CACHE_MS): (renew?: boolean) => Promise<string> {
  let cached: { readonly token: string; readonly readAt: number } | undefined;
  return async (renew = false) => {
    const now = performance.now();
    if (cached === undefined || renew || now - cached.readAt >= cacheMs) {
      const token = (await readFile(path, 'utf8')).trim();
      if (token === '') throw new Error(`${path} is empty: no token to authenticate with`);
      cached = { token, readAt: now };
    }
    return cached.token;
  };
}

/** The parts of a kubeconfig that we read ourselves when it is JSON (which every kubeconfig may be). */
interface Kubeconfig {
  readonly 'current-context'?: string;
  readonly contexts?: readonly { readonly name: string; readonly context: { cluster: string; user: string } }[];
  readonly clusters?: readonly { readonly name: string; readonly cluster: Readonly<Record<string, unknown>> }[];
  readonly users?: readonly { readonly name: string; readonly user: Readonly<Record<string, unknown>> }[];
}

async function kubeconfigConnection(path: string, userAgent: string | undefined): Promise<KubeConnection> {
  const text = await readFile(path, 'utf8');
  let config: Kubeconfig | undefined;
  try {
    config = JSON.parse(text) as Kubeconfig;
  } catch {
    config = undefined; // YAML
  }
  const simple = config === undefined ? undefined : simpleConnection(config, path);
  return { ...(simple ?? (await pluginConnection(path))), userAgent };
}

/** Reads a JSON kubeconfig with certificates or tokens; undefined when it needs a plugin, which client-node can run. */
function simpleConnection(config: Kubeconfig, path: string): KubeConnection | undefined {
  const context = config.contexts?.find((entry) => entry.name === config['current-context'])?.context;
  const cluster = config.clusters?.find((entry) => entry.name === context?.cluster)?.cluster;
  const user = config.users?.find((entry) => entry.name === context?.user)?.user ?? {};
  if (cluster === undefined) throw new Error(`${path}: current-context names no cluster of this file`);
  const known = new Set(['client-certificate', 'client-key', 'token', 'tokenFile'].flatMap((k) => [k, `${k}-data`]));
  if (Object.keys(user).some((member) => !known.has(member)) || cluster['proxy-url'] !== undefined) return undefined;
  const server = cluster.server;
  if (typeof server !== 'string') throw new Error(`${path}: the cluster has no server`);
  const pem = (from: Readonly<Record<string, unknown>>, name: string): string | undefined => {
    const data = from[`${name}-data`];
    if (typeof data === 'string') return Buffer.from(data, 'base64').toString('utf8');
    const file = from[name];
    return typeof file === 'string' ? readFileSync(resolve(dirname(path), file), 'utf8') : undefined;
  };
  const { token, tokenFile: file } = user;
  return {
    server,
    ca: pem(cluster, 'certificate-authority'),
    cert: pem(user, 'client-certificate'),
    key: pem(user, 'client-key'),
    token:
      typeof token === 'string'
        ? async () => token
        : typeof file === 'string'
          ? tokenFile(resolve(dirname(path), file))
          : undefined,
    serverName: typeof cluster['tls-server-name'] === 'string' ? cluster['tls-server-name'] : undefined,
    insecure: cluster['insecure-skip-tls-verify'] === true,
  };
}

/** Lets client-node do it: YAML, exec plugins, OIDC. It is asked for the token before each request, and renews it. */
async function pluginConnection(path: string): Promise<KubeConnection> {
  const { KubeConfig } = await import('@kubernetes/client-node');
  const config = new KubeConfig();
  config.loadFromFile(path);
  const cluster = config.getCurrentCluster();
  if (cluster === null) throw new Error(`${path}: current-context names no cluster of this file`);
  const read = async () => {
    const options: Parameters<typeof config.applyToHTTPSOptions>[0] & { headers?: Record<string, unknown> } = {};
    await config.applyToHTTPSOptions(options);
    return options;
  };
  const first = await read();
  const bearer = (options: Awaited<ReturnType<typeof read>>): string | undefined => {
    const header = options.headers?.Authorization;
    return typeof header === 'string' ? header.replace(/^Bearer /, '') : undefined;
  };
  const text = (value: unknown): string | undefined =>
    typeof value === 'string' || Buffer.isBuffer(value) ? value.toString() : undefined;
  return {
    server: cluster.server,
    ca: text(first.ca),
    cert: text(first.cert),
    key: text(first.key),
    token: bearer(first) === undefined ? undefined : async () => bearer(await read()),
    serverName: cluster.tlsServerName,
    insecure: cluster.skipTLSVerify === true,
  };
}
