/**
 * The ceilings of a node's pods, for their links: what a Subnet allows each pod, whatever its QoSPolicies say. OVN's meters hold
 * every limit by itself; only the link sees the sum of a pod's traffic.
 */
import type { Derivation } from '../store/store.ts';
import { ipsByTarget, targetKey } from '../topology/indexes.ts';
import { portOf } from '../topology/ip.ts';
import { ceilingOf, type Direction } from '../topology/qos.ts';
import type { AgentInputs } from './facts.ts';

/** What a link may carry in one direction: bits per second, and bytes at once. */
export interface LinkRate {
  readonly rate: number;
  readonly burst: number;
}

/** What a link may carry, by the direction that the pod sees. */
export type LinkRates = { readonly [D in Direction]?: LinkRate };

/** The ceilings of all links of the node, by the key of the sandbox. Those whose IP or Subnet is not known are left out. */
export const allLinkRates: Derivation<AgentInputs, Readonly<Record<string, LinkRates>>> = {
  name: 'allLinkRates',
  compute: (world) =>
    Object.fromEntries(
      world.all('Sandbox').flatMap((key) => {
        const rates = world.derive(linkRates, key);
        return rates ? [[key, rates]] : [];
      }),
    ),
};

const linkRates: Derivation<AgentInputs, LinkRates | undefined> = {
  name: 'linkRates',
  compute(world, key) {
    const sandbox = world.get('Sandbox', key);
    if (!sandbox) return undefined;
    const { namespace, name } = sandbox.pod;
    const ip = world
      .list(ipsByTarget, targetKey('Pod', namespace, name, sandbox.ifname))
      .map((each) => world.get('IP', each))
      .find((each) => each !== undefined && portOf(each) === sandbox.port);
    if (!ip || !world.get('Subnet', ip.spec.subnet)) return undefined;
    const rateOf = (direction: Direction): LinkRate | undefined => {
      const bucket = ceilingOf(world, ip.spec.subnet, direction);
      return bucket && { rate: bucket.rate * 1000, burst: bucket.burst * 125 };
    };
    const [ingress, egress] = [rateOf('Ingress'), rateOf('Egress')];
    return { ...(ingress ? { Ingress: ingress } : {}), ...(egress ? { Egress: egress } : {}) };
  },
};
