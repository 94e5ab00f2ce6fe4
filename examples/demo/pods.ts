/** The pods of the demo as they run: read from the API server, never from what the demo itself wrote. */
import type { Bed } from '../../test/support/bed.ts';
import type { KubeObject } from '../../test/support/kube-api.ts';
import { inNamespace, type Runner } from '../../test/support/traffic.ts';

/** A pod that runs. */
export interface DemoPod {
  /** `namespace/name`. */
  readonly name: string;
  readonly node: string;
  readonly ipv4: string;
  /** Absent in a Subnet of IPv4 only. */
  readonly ipv6: string | undefined;
  readonly mac: string;
  /** Name of its network namespace on this machine. */
  readonly netns: string;
  /** Runs programs in it. */
  readonly run: Runner;
}

/** Every pod, by `namespace/name`; all must run. */
export async function runningPods(bed: Bed): Promise<ReadonlyMap<string, DemoPod>> {
  const [pods, ips] = await Promise.all([
    bed.kube.api.call<List>('GET', '/api/v1/pods'),
    bed.kube.api.call<List>('GET', '/apis/subnetes.io/v1alpha1/ips'),
  ]);
  const macs = new Map(ips.items.map((ip) => [String(ip.status?.uid), String(ip.status?.mac)]));
  return new Map(
    await Promise.all(
      pods.items.map(async (pod): Promise<[string, DemoPod]> => {
        const { uid = '' } = pod.metadata;
        const netns = await bed.node(String(pod.spec?.nodeName)).podNetns(uid);
        const found = demoPod(pod, macs.get(uid) ?? '', netns);
        return [found.name, found];
      }),
    ),
  );
}

/** Finds a pod by `namespace/name`; throws when it does not run. */
export type Pods = (name: string) => DemoPod;

/** An IP family. */
export type Family = 'ipv4' | 'ipv6';

/** A pod and its node, for people. */
export function place({ name, node }: DemoPod): string {
  return `${name} (${node})`;
}

/** The pod's address of a family; throws when it has none. */
export function addressOf(pod: DemoPod, family: Family): string {
  const address = family === 'ipv4' ? pod.ipv4 : pod.ipv6;
  if (address === undefined) throw new Error(`${pod.name} has no ${family} address`);
  return address;
}

interface List {
  readonly items: readonly KubeObject[];
}

function demoPod({ metadata, spec, status }: KubeObject, mac: string, netns: string): DemoPod {
  const addresses = ((status?.podIPs ?? []) as readonly { readonly ip: string }[]).map(({ ip }) => ip);
  return {
    name: `${metadata.namespace}/${metadata.name}`,
    node: String(spec?.nodeName),
    ipv4: addresses.find((address) => !address.includes(':')) ?? '',
    ipv6: addresses.find((address) => address.includes(':')),
    mac,
    netns,
    run: inNamespace(netns),
  };
}
