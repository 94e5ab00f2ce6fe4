/**
 * Gateways as others see them: whether one is accepted, where it is, and the link between its router and that of its Vpc. A Gateway is a
 * logical router of its own, so that several of one Vpc may be on one External Subnet:
 *
 *   Vpc's router ── transit link ── Gateway's router ── External Subnet's switch ── physical network
 */
import type { Address, Family } from '../net/address.ts';
import type { Derivation } from '../store/store.ts';
import type { Inputs } from './facts.ts';

/** The transit link of one family: two addresses of a network that nobody else has. */
export interface TransitFamily {
  readonly family: Family;
  /** The end of the Vpc's router: where the Gateway sends what comes in. */
  readonly vpc: Address;
  /** The end of the Gateway's router: where the Vpc sends what leaves. */
  readonly gateway: Address;
  /** Prefix length of the link. */
  readonly prefix: number;
}

/** An accepted Gateway, as a way out of its Vpc. */
export interface GatewayWay {
  readonly name: string;
  readonly vpc: string;
  /** The smaller number wins. */
  readonly priority: number;
  /** Its families: those of its External Subnet. */
  readonly transit: readonly TransitFamily[];
  /** Its external addresses, canonical: of each family the first is the router's. */
  readonly addresses: readonly string[];
  /** Whether a node carries its traffic now. */
  readonly ready: boolean;
}

/** A Gateway as a way out; `undefined` while it is not accepted, or its addresses are not known. */
export const gatewayWay: Derivation<Inputs, GatewayWay | undefined> = {
  name: 'gatewayWay',
  compute: () => undefined,
};
