/**
 * QoSPolicies and the ceilings of Subnets, as far as others need to know: which policies govern a pod, what that means for its port,
 * and which pods a policy selects (api: "who wins").
 */
import type { PortRange, QoSPolicyRule, SubnetRateLimit } from '../api/index.ts';
import { parseCidr } from '../net/cidr.ts';
import { parseRate } from '../net/rate.ts';
import { allTraffic, largest, type PortSpan, type Traffic, widest } from '../net/traffic.ts';
import type { Derivation, World } from '../store/store.ts';
import type { Inputs } from './facts.ts';
import { ipsByTarget, podsOfNamespace, policiesOfNamespace, targetKey } from './indexes.ts';
import { ipPhase } from './ip.ts';
import { type Bucket, decide, type LimitEntry, type LimitRow, unlimited } from './limits.ts';
import { precedes } from './precedence.ts';
import { selects } from './selector.ts';
import { subnetNetwork } from './subnets.ts';
import type { Finding } from './verdict.ts';

/** Directions, as the pod sees them. */
export type Direction = 'Ingress' | 'Egress';

/** What limits and marks the traffic of one port, in order; the same for all ports of which the same policies speak. */
export interface PortLimits {
  readonly Ingress: readonly LimitRow[];
  readonly Egress: readonly LimitRow[];
  /** Policies with which the port would have too many rows. */
  readonly leftOut: readonly string[];
}

/** Which policies govern a pod, by name and in their order, and which lose to one of the same priority. */
export interface Governing {
  readonly governing: readonly string[];
  readonly shadowed: readonly { readonly name: string; readonly by: string }[];
}

/** The pods that a policy selects. */
export interface Selection {
  /** IPs of the pods that it governs; a pod has none before its network is made. */
  readonly ips: readonly string[];
  readonly selected: number;
  /** Pods that it does not govern, because one of the same priority does or too many go before it; and the first of those policies. */
  readonly shadowed: number;
  readonly shadowedBy: { readonly name: string; readonly tooMany: boolean } | undefined;
  /** A pod whose Subnet does not permit the policy's marks, if there is one. */
  readonly denied: { readonly pod: string; readonly subnet: string } | undefined;
}

/** The most policies that govern one pod, and the most rows of one direction of its port: a bound for what a tenant can put on a node. */
const MOST_POLICIES = 8;
/** More than a policy of 32 rules ever needs. */
const MOST_ROWS = 640;

/** What an API server with our CRD refuses; an older CRD, or validation switched off, may let it through. */
export const policyFinding: Derivation<Inputs, Finding | undefined> = {
  name: 'policyFinding',
  compute(world, key) {
    const policy = world.get('QoSPolicy', key);
    if (!policy) return undefined;
    const { ingress, egress, rules = [] } = policy.spec;
    const rates = [ingress, egress, ...rules].flatMap((each) => [each?.rate, each?.burst]);
    const bad =
      rates.find((text) => text !== undefined && parseRate(text) === undefined) ??
      rules.flatMap(({ cidrs = [] }) => cidrs).find((text) => !parseCidr(text));
    return bad === undefined
      ? undefined
      : { reason: 'Invalid', message: `${bad} is neither a rate as 20M nor a network as 10.1.0.0/24. Correct it.` };
  },
};

/** Names of a namespace's policies in the order in which their entries are looked at. */
const policyOrder: Derivation<Inputs, readonly string[]> = {
  name: 'policyOrder',
  compute: (world, namespace) =>
    world
      .list(policiesOfNamespace, namespace)
      .filter((key) => !world.derive(policyFinding, key))
      .map((key) => world.get('QoSPolicy', key)!)
      .sort((a, b) => a.spec.priority - b.spec.priority || precedes(a, b))
      .map(({ meta }) => meta.name),
};

/** Whether any policy is in force in a namespace: where there is none, its pods are not asked one by one. */
const hasPolicies: Derivation<Inputs, boolean> = {
  name: 'hasPolicies',
  compute: (world, namespace) => world.derive(policyOrder, namespace).length > 0,
};

/** What governs a pod, by its key. */
export const governingPolicies: Derivation<Inputs, Governing> = {
  name: 'governingPolicies',
  compute(world, key) {
    const pod = world.get('Pod', key);
    const governing: string[] = [];
    const shadowed: { name: string; by: string }[] = [];
    let last: number | undefined;
    for (const name of pod && takesPart(pod) ? world.derive(policyOrder, pod.meta.namespace) : []) {
      const spec = world.get('QoSPolicy', `${pod!.meta.namespace}/${name}`)!.spec;
      if (!selects(spec.podSelector, pod!.labels)) continue;
      // OVN does not order rows of one priority, and nobody could say who is meant: the winner governs alone.
      if (spec.priority === last) shadowed.push({ name, by: governing.at(-1)! });
      else governing.push(name);
      last = spec.priority;
    }
    return { governing, shadowed };
  },
};

/** The limits of an IP's port, by the IP's key: its pod's policies below the ceiling of its Subnet. */
export function portLimits(world: World<Inputs>, key: string): PortLimits {
  const ip = world.get('IP', key);
  if (!ip) return noLimits;
  const { namespace } = ip.meta;
  const governed = world.derive(ipPhase, key) === 'inUse' && world.derive(hasPolicies, namespace);
  const names = governed ? world.derive(governingPolicies, `${namespace}/${ip.spec.target?.name}`).governing : [];
  return world.derive(limitsOfPolicies, [ip.spec.subnet, namespace, ...names].join(' '));
}

/** The pods of a policy, by its key. */
export const policySelection: Derivation<Inputs, Selection> = {
  name: 'policySelection',
  compute(world, key) {
    const policy = world.get('QoSPolicy', key);
    const ips: string[] = [];
    let selected = 0;
    let shadowed = 0;
    let shadowedBy: Selection['shadowedBy'];
    let denied: Selection['denied'];
    for (const podKey of policy ? world.list(podsOfNamespace, policy.meta.namespace) : []) {
      const pod = world.get('Pod', podKey)!;
      if (!takesPart(pod) || !selects(policy!.spec.podSelector, pod.labels)) continue;
      selected++;
      const ip = ipOfPod(world, pod);
      const winner = winnerAt(world, policy!.meta.name, podKey, ip);
      if (winner !== undefined) {
        shadowed++;
        shadowedBy ??= winner;
        continue;
      }
      if (ip === undefined) continue;
      ips.push(ip);
      const { subnet } = world.get('IP', ip)!.spec;
      if (marks(policy!.spec) && world.get('Subnet', subnet)?.spec.qos.marking === 'Denied')
        denied ??= { pod: pod.meta.name, subnet };
    }
    return { ips, selected, shadowed, shadowedBy, denied };
  },
};

/** The ceiling of each pod of a Subnet in one direction; `undefined` where there is none. */
export function ceilingOf(world: World<Inputs>, subnet: string, direction: Direction): Bucket | undefined {
  const qos = world.get('Subnet', subnet)?.spec.qos;
  return bucketOf('ceiling', direction === 'Ingress' ? qos?.ingress : qos?.egress, packetOf(world, subnet));
}

const noLimits: PortLimits = { Ingress: [], Egress: [], leftOut: [] };

/** Whether a pod has a port of ours, now or soon. */
function takesPart({ hostNetwork, terminal }: Inputs['Pod']): boolean {
  return !hostNetwork && !terminal;
}

/** The IP that a pod is bound to. */
function ipOfPod(world: World<Inputs>, { meta }: Inputs['Pod']): string | undefined {
  return world
    .list(ipsByTarget, targetKey('Pod', meta.namespace, meta.name))
    .find((key) => world.get('IP', key)?.bound?.uid === meta.uid);
}

/** The policy that governs a pod instead of this one; `undefined` when this one does. */
function winnerAt(world: World<Inputs>, name: string, pod: string, ip: string | undefined): Selection['shadowedBy'] {
  const { governing, shadowed } = world.derive(governingPolicies, pod);
  const lost = shadowed.find((each) => each.name === name);
  if (lost) return { name: lost.by, tooMany: false };
  const tooMany = ip !== undefined && portLimits(world, ip).leftOut.includes(name);
  return tooMany ? { name: governing[0]!, tooMany } : undefined;
}

function marks({ egress, rules = [] }: Inputs['QoSPolicy']['spec']): boolean {
  return egress?.dscp !== undefined || rules.some(({ dscp }) => dscp !== undefined);
}

/** Key: the Subnet, the namespace and the names of the policies in their order, with spaces between. */
const limitsOfPolicies: Derivation<Inputs, PortLimits> = {
  name: 'limitsOfPolicies',
  compute(world, key) {
    const [subnet = '', namespace = '', ...names] = key.split(' ');
    const rows = (direction: Direction, some: readonly string[], most?: number) =>
      decide(entriesOf(world, subnet, namespace, some, direction), most);
    for (let count = Math.min(names.length, MOST_POLICIES); count > 1; count--) {
      const some = names.slice(0, count);
      const [ingress, egress] = [rows('Ingress', some, MOST_ROWS), rows('Egress', some, MOST_ROWS)];
      if (ingress && egress) return { Ingress: ingress, Egress: egress, leftOut: names.slice(count) };
    }
    const first = names.slice(0, 1);
    return { Ingress: rows('Ingress', first) ?? [], Egress: rows('Egress', first) ?? [], leftOut: names.slice(1) };
  },
};

/** The ordered list of one direction; the Subnet's ceiling comes last and cuts all others. */
function entriesOf(
  world: World<Inputs>,
  subnet: string,
  namespace: string,
  policies: readonly string[],
  direction: Direction,
): readonly LimitEntry[] {
  const marking = world.get('Subnet', subnet)?.spec.qos.marking;
  const packet = packetOf(world, subnet);
  const ceiling = ceilingOf(world, subnet, direction);
  const entries = policies.flatMap((name) => {
    const spec = world.get('QoSPolicy', `${namespace}/${name}`)?.spec;
    const rules = (spec?.rules ?? []).filter((rule) => rule.direction === direction);
    const rest = direction === 'Ingress' ? spec?.ingress : spec?.egress;
    return [
      ...rules.map((rule) => entry(`${name}/${rule.name}`, trafficOf(rule), rule)),
      ...(rest ? [entry(name, allTraffic, rest)] : []),
    ];
  });
  return ceiling ? [...entries, { id: 'ceiling', traffic: allTraffic, bucket: ceiling }] : entries;

  function entry(id: string, traffic: Traffic, said: Partial<QoSPolicyRule>): LimitEntry {
    const own = said.unlimited ? (ceiling ?? unlimited) : bucketOf(id, said, packet);
    const bucket = own && ceiling ? cut(own, ceiling) : own;
    const dscp = marking === 'Denied' ? undefined : said.dscp;
    return { id, traffic, ...(bucket ? { bucket } : {}), ...(dscp === undefined ? {} : { dscp }) };
  }
}

/** What may pass the ceiling shares its bucket; what is below has its own, with no larger burst. */
function cut(bucket: Bucket, ceiling: Bucket): Bucket {
  if (bucket.rate >= ceiling.rate) return ceiling;
  return { ...bucket, burst: Math.min(bucket.burst, ceiling.burst) };
}

/** A bucket in OVN's kbit. One that can't hold a packet would never let it pass. */
function bucketOf(id: string, said: Partial<SubnetRateLimit> | undefined, packet: number): Bucket | undefined {
  const rate = parseRate(said?.rate ?? '');
  if (rate === undefined) return undefined;
  const burst = parseRate(said?.burst ?? '') ?? rate / 2;
  return { id, rate: Math.max(1, Math.floor(rate / 1000)), burst: Math.max(packet, Math.floor(burst / 1000)) };
}

/** The largest frame of a Subnet, in kbit: its MTU and an Ethernet header with a VLAN tag. */
function packetOf(world: World<Inputs>, subnet: string): number {
  return Math.ceil((((world.derive(subnetNetwork, subnet)?.mtu ?? 1500) + 18) * 8) / 1000);
}

function trafficOf({ cidrs, ports }: QoSPolicyRule): Traffic {
  return {
    ...(cidrs ? { peers: largest(cidrs.flatMap((text) => parseCidr(text) ?? [])) } : {}),
    ...(ports ? { ports: widest(ports.map(spanOf)) } : {}),
  };
}

function spanOf({ protocol, port, endPort }: PortRange): PortSpan {
  return { protocol, first: port ?? 0, last: port === undefined ? 65535 : (endPort ?? port) };
}
