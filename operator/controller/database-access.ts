/**
 * Where OVN's databases are, and with which certificates: from the command line, else from NetworkConfig `default`. Plain `tcp:` is for
 * loopback: whoever reaches the northbound database owns the network.
 */
import { isIP } from 'node:net';
import { defaultName, kinds, type NetworkConfig, systemNamespace } from '../../src/api/index.ts';
import { type KubeClient, type KubeObject, Reflector } from '../../src/kube/index.ts';
import type { Log } from '../../src/log.ts';
import type { TlsMaterial } from '../../src/ovsdb/index.ts';

/** How to reach the databases. */
export interface DatabaseAccess {
  readonly northbound: readonly string[];
  readonly southbound: readonly string[];
  readonly tls: TlsMaterial | undefined;
}

/** What the command line says; lists are empty where it says nothing. */
export interface DatabaseFlags extends DatabaseAccess {
  readonly insecureTcp: boolean;
}

/**
 * The access to use; waits for the NetworkConfig when the command line names no northbound database.
 * @throws Error with the cure for an endpoint that may not be used
 */
export async function databaseAccess(
  client: KubeClient,
  flags: DatabaseFlags,
  log: Log,
  signal: AbortSignal,
): Promise<DatabaseAccess> {
  const access = flags.northbound.length > 0 ? flags : await fromNetworkConfig(client, flags, log, signal);
  for (const endpoint of [...access.northbound, ...access.southbound])
    refuseInsecure(endpoint, flags.insecureTcp, access.tls);
  return access;
}

async function fromNetworkConfig(
  client: KubeClient,
  flags: DatabaseFlags,
  log: Log,
  signal: AbortSignal,
): Promise<DatabaseAccess> {
  log.info('waiting for NetworkConfig default to name the databases (spec.database.northbound)');
  const database = await firstDatabase(client, log, signal);
  return {
    northbound: database.northbound ?? [],
    southbound: flags.southbound.length > 0 ? flags.southbound : (database.southbound ?? []),
    tls:
      flags.tls ?? (database.tlsSecret === undefined ? undefined : await tlsSecret(client, database.tlsSecret, signal)),
  };
}

/** The first `spec.database` with a northbound endpoint. */
async function firstDatabase(
  client: KubeClient,
  log: Log,
  signal: AbortSignal,
): Promise<NonNullable<NetworkConfig['spec']['database']>> {
  let reflector: Reflector<KubeObject> | undefined;
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      reflector = new Reflector<KubeObject>(client, kinds.NetworkConfig, {
        fieldSelector: `metadata.name=${defaultName}`,
        log,
        onError: reject,
        onEvent: ({ type, object }) => {
          const { database } = (object as unknown as NetworkConfig).spec;
          if (type === 'put' && (database?.northbound ?? []).length > 0) resolve(database!);
        },
      });
      reflector.start();
    });
  } finally {
    await reflector?.stop();
  }
}

/** A Secret of type kubernetes.io/tls in our namespace, with the authority beside it. */
async function tlsSecret(client: KubeClient, name: string, signal: AbortSignal): Promise<TlsMaterial> {
  const type = { group: '', version: 'v1', plural: 'secrets', kind: 'Secret', namespaced: true };
  const secret = (await client.get<KubeObject>(
    type,
    { namespace: systemNamespace, name },
    { signal },
  )) as KubeObject & { readonly data?: Readonly<Record<string, string>> };
  const part = (key: string): string => {
    const value = secret.data?.[key];
    if (value === undefined)
      throw new Error(`Secret ${systemNamespace}/${name} has no ${key}: it needs ca.crt, tls.crt and tls.key`);
    return Buffer.from(value, 'base64').toString('utf8');
  };
  return { ca: part('ca.crt'), cert: part('tls.crt'), key: part('tls.key') };
}

function refuseInsecure(endpoint: string, insecureTcp: boolean, tls: TlsMaterial | undefined): void {
  if (endpoint.startsWith('ssl:') && !tls) {
    throw new Error(
      `${endpoint} needs certificates: give --tls-ca, --tls-cert and --tls-key, or spec.database.tlsSecret in NetworkConfig default`,
    );
  }
  if (!endpoint.startsWith('tcp:') || insecureTcp || isLoopback(endpoint)) return;
  throw new Error(
    `${endpoint} is neither encrypted nor authenticated: whoever reaches it owns the network. Use ssl: with certificates, or say --insecure-ovsdb-tcp`,
  );
}

function isLoopback(endpoint: string): boolean {
  const host = endpoint.slice('tcp:'.length, endpoint.lastIndexOf(':')).replace(/^\[|\]$/g, '');
  return host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
