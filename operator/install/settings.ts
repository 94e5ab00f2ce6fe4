/** What differs from one cluster to the next: all that the installation asks of whoever installs it. */
import { parseArgs } from 'node:util';
import packageFile from '../../package.json' with { type: 'json' };
import type { NetworkConfigSpecProps } from '../../src/constructs/network-config.ts';

/** Settings of the installation; every one has a default. */
export interface InstallSettings {
  /** Container image of both programs (`make image` makes it); default `subnetes:VERSION`. */
  readonly image?: string;
  /**
   * Host and port of the API server as nodes reach it without any Service, `10.0.0.1:6443`. Without kube-proxy it is needed: the ClusterIP
   * of the API server is there only when the agents are. Default: what ConfigMap `api-server` says, else the ClusterIP.
   */
  readonly apiServer?: string;
  /** Spec of NetworkConfig `default`; absent: it is made by hand. */
  readonly networkConfig?: NetworkConfigSpecProps;
  /** Permits `tcp:` endpoints beyond loopback: whoever reaches the database owns the network. */
  readonly insecureOvsdbTcp?: boolean;
}

/** The image when nobody names one. */
export const defaultImage = `subnetes:${packageFile.version}`;

/** The flags that {@link readSettings} reads. */
export const settingsHelp = `Prints the installation of one cluster; all flags are optional:
  --image NAME                container image of the programs (${defaultImage})
  --api-server HOST:PORT      where nodes reach the API server without a Service; needed without kube-proxy
  --pod-cidrs CIDR,CIDR       ranges of the Subnet "default"
  --service-cidrs CIDR,CIDR   ranges of the cluster's Services
  --northbound ENDPOINT,…     servers of OVN_Northbound: ssl:10.0.0.1:6641
  --southbound ENDPOINT,…     servers of OVN_Southbound, as nodes reach them
  --tls-secret NAME           Secret in subnetes-system with ca.crt, tls.crt, tls.key for ssl: endpoints
  --insecure-ovsdb-tcp        permits tcp: beyond loopback: whoever reaches the database owns the network
  --uninstall                 prints what takes the installation away instead`;

/** `host:port`, with brackets around IPv6. @throws TypeError when it is something else */
export function splitHostPort(text: string): readonly [host: string, port: string] {
  const [, host, port] = /^(?:\[([0-9a-fA-F:.]+)\]|[^:[\]]+):([0-9]{1,5})$/.exec(text) ?? [];
  if (port === undefined) throw new TypeError(`${text} is no host:port: write it as 10.0.0.1:6443 or [fd00::1]:6443`);
  return [host ?? text.slice(0, text.lastIndexOf(':')), port];
}

/** Reads settings from a command line. @returns undefined when it has none @throws TypeError for a flag that it does not know */
export function readSettings(args: readonly string[]): InstallSettings | undefined {
  const list = { type: 'string', multiple: true } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      image: { type: 'string' },
      'api-server': { type: 'string' },
      northbound: list,
      southbound: list,
      'tls-secret': { type: 'string' },
      'pod-cidrs': list,
      'service-cidrs': list,
      'insecure-ovsdb-tcp': { type: 'boolean' },
    },
  });
  if (Object.keys(values).length === 0) return undefined;
  const split = (texts: readonly string[] | undefined) => texts?.flatMap((text) => text.split(','));
  const { image, 'api-server': apiServer, 'insecure-ovsdb-tcp': insecureOvsdbTcp } = values;
  if (apiServer !== undefined) splitHostPort(apiServer);
  const [northbound, southbound] = [split(values.northbound), split(values.southbound)];
  const [podCidrs, serviceCidrs] = [split(values['pod-cidrs']), split(values['service-cidrs'])];
  const database = present({ northbound, southbound, tlsSecret: values['tls-secret'] });
  const networkConfig = present({
    podCidrs,
    serviceCidrs,
    database: Object.keys(database).length > 0 ? database : undefined,
  });
  return present({
    image,
    apiServer,
    insecureOvsdbTcp,
    networkConfig: Object.keys(networkConfig).length > 0 ? networkConfig : undefined,
  });
}

/** An object without the fields that are undefined. */
function present<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never;
}
