/**
 * Which addresses a sandbox gets: a pure function from what the agent has seen of IP, Subnet and Pod objects. The agent
 * decides nothing here, it reads off what the controller decided, or says in one sentence what is still missing.
 *
 * Source of the binding rules: IP in crds/schemas/ip.schema.json (spec.target, spec.node and status.node, status.uid).
 */
import { isIPv6 } from 'node:net';
import { parseAddress } from '../../src/net/address.ts';
import { macOf } from '../../src/net/mac.ts';
import type { PodRef } from './cni-request.ts';
import type { LinkAddress } from './pod-link.ts';

/** What is read of a condition. */
export type ConditionFacts = {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
  readonly observedGeneration?: number;
};

/** What is read of an IP object. */
export type IpFacts = {
  readonly metadata: { readonly namespace?: string; readonly name: string; readonly generation: number };
  readonly spec: {
    readonly subnet: string;
    readonly interface?: string;
    readonly addresses?: readonly string[];
    readonly mac?: string;
    readonly target?: { readonly kind: string; readonly name: string; readonly uid?: string };
    readonly node?: string;
  };
  readonly status?: {
    readonly conditions?: readonly ConditionFacts[];
    readonly ipv4?: string;
    readonly ipv6?: string;
    readonly mac?: string;
    readonly mtu?: number;
    readonly node?: string;
    readonly uid?: string;
    readonly port?: string;
  };
};

/** What is read of a Subnet object. */
export type SubnetFacts = {
  readonly spec: { readonly cidrs: readonly string[] };
  readonly status?: { readonly gateways?: readonly string[]; readonly mtu?: number };
};

/** What is read of a Pod object. */
export type PodFacts = {
  readonly metadata: { readonly uid: string; readonly annotations?: Readonly<Record<string, string>> };
};

/** What the agent has seen so far. */
export interface ClusterView {
  /** The IP objects of a namespace whose target is a pod of this name. */
  ipsOf(namespace: string, pod: string): readonly IpFacts[];
  subnet(name: string): SubnetFacts | undefined;
  /** The Pod object, if it is on this node and was seen. */
  pod(namespace: string, name: string): PodFacts | undefined;
}

/** What a sandbox is given, all of it. */
export type Assigned = {
  readonly state: 'assigned';
  /** The IP object, `namespace/name`. */
  readonly ip: string;
  /** OVN's logical switch port, which is Open vSwitch's iface-id. */
  readonly port: string;
  /** The pod's uid as the API server knows it: OVN's iface-id-ver. */
  readonly uid: string;
  readonly mac: string;
  readonly mtu: number;
  readonly addresses: readonly LinkAddress[];
};

/** What a sandbox gets: everything, a refusal that only a person can lift, or the sentence of what it waits for. */
export type Assignment =
  | Assigned
  | { readonly state: 'refused'; readonly text: string }
  | {
      readonly state: 'waiting';
      readonly text: string;
      /** False while there is no IP object at all for this pod: perhaps no Subnet serves it. */
      readonly found: boolean;
    };

/** Kubernetes' own mark of a mirror pod: the runtime's uid of the static pod that it stands for. */
const mirrorAnnotation = 'kubernetes.io/config.mirror';

/** Reads off what a pod's interface on this node is given. */
export function assignmentOf(pod: PodRef, ifname: string, node: string, view: ClusterView): Assignment {
  const uid = apiUid(pod, view.pod(pod.namespace, pod.name));
  const candidates = view
    .ipsOf(pod.namespace, pod.name)
    .filter(({ spec }) => spec.target?.kind === 'Pod' && (spec.interface ?? 'eth0') === ifname)
    // A uid in the spec is the controller's word that the object is for one life of the pod only.
    .filter(({ spec }) => uid === undefined || spec.target?.uid === undefined || spec.target.uid === uid);
  const outcomes = candidates.map((ip) => outcomeOf(ip, uid, node, view));
  // Several may target one pod, and the losers say so (TargetTaken): a good one first, then one that may become good.
  return (
    outcomes.find(({ state }) => state === 'assigned') ??
    outcomes.find(({ state }) => state === 'waiting') ??
    outcomes.find(({ state }) => state === 'refused') ?? {
      state: 'waiting',
      found: false,
      text: `no IP object for pod ${pod.namespace}/${pod.name} yet: does the Subnetes controller run?`,
    }
  );
}

/**
 * The pod's uid in the API: what the runtime says, but for a static pod, whose mirror in the API has another one and
 * keeps the runtime's in an annotation. Undefined if neither is known: then the name must do.
 */
function apiUid(pod: PodRef, seen: PodFacts | undefined): string | undefined {
  if (seen && (pod.uid === undefined || seen.metadata.annotations?.[mirrorAnnotation] === pod.uid))
    return seen.metadata.uid;
  return pod.uid;
}

function outcomeOf(ip: IpFacts, uid: string | undefined, node: string, view: ClusterView): Assignment {
  const name = `${ip.metadata.namespace}/${ip.metadata.name}`;
  const waiting = (text: string): Assignment => ({ state: 'waiting', text, found: true });
  for (const type of ['Accepted', 'ResolvedRefs']) {
    const verdict = condition(ip, type);
    if (verdict?.status === 'False')
      return { state: 'refused', text: `IP ${name}: ${verdict.reason}: ${verdict.message}` };
  }
  const { spec, status } = ip;
  const bound = status?.uid ?? spec.target?.uid;
  if (bound === undefined) return waiting(`IP ${name} is not bound to this pod yet${because(ip)}`);
  if (uid !== undefined && bound !== uid) return waiting(`IP ${name} is still bound to an earlier pod of this name`);
  const holder = status?.node ?? spec.node;
  if (holder !== node) return waiting(`IP ${name} is bound to node ${holder ?? '(none)'}, not to ${node}`);

  const subnet = view.subnet(spec.subnet);
  if (!subnet) return waiting(`Subnet ${spec.subnet} of IP ${name} does not exist`);
  const addresses: LinkAddress[] = [];
  for (const cidr of subnet.spec.cidrs) {
    const address = addressOf(ip, isIPv6Cidr(cidr));
    if (address === undefined) return waiting(`IP ${name} has no address of ${cidr} yet${because(ip)}`);
    const gateway = subnet.status?.gateways?.find((each) => isIPv6(each) === isIPv6Cidr(cidr));
    if (gateway === undefined) return waiting(`Subnet ${spec.subnet} has no gateway for ${cidr} in its status yet`);
    addresses.push({ cidr: `${address}/${cidr.slice(cidr.indexOf('/') + 1)}`, gateway });
  }
  const first = parseAddress(addresses[0]?.cidr.split('/')[0] ?? '');
  const mac = status?.mac ?? spec.mac ?? (first && macOf(first));
  const mtu = status?.mtu ?? subnet.status?.mtu;
  if (mac === undefined) return waiting(`IP ${name} has no MAC address yet${because(ip)}`);
  if (mtu === undefined) return waiting(`Subnet ${spec.subnet} has no MTU in its status yet`);
  const port = status?.port ?? `${ip.metadata.namespace}.${ip.metadata.name}`;
  return { state: 'assigned', ip: name, port, uid: bound, mac, mtu, addresses };
}

function addressOf({ spec, status }: IpFacts, v6: boolean): string | undefined {
  return (v6 ? status?.ipv6 : status?.ipv4) ?? spec.addresses?.find((address) => isIPv6(address) === v6);
}

function isIPv6Cidr(cidr: string): boolean {
  return cidr.includes(':');
}

/** A condition that speaks of the present spec; one of an older generation is no answer. */
function condition(ip: IpFacts, type: string): ConditionFacts | undefined {
  const found = ip.status?.conditions?.find((each) => each.type === type);
  return found && (found.observedGeneration ?? 0) >= ip.metadata.generation ? found : undefined;
}

/** The condition that keeps an IP from being ready, as the end of a sentence. */
export function because(ip: IpFacts): string {
  const ready = condition(ip, 'Ready');
  return ready === undefined || ready.status === 'True' ? '' : ` (${ready.reason}: ${ready.message})`;
}
