/**
 * Which IPs count in the pools: those that may have an address of their Subnet. A namespace that a Subnet does not permit can make IP
 * objects that name it, and they must not use up its addresses. Permission follows from labels and selectors, so it is asked
 * again when those change.
 */
import { Roots } from '../reconcile/roots.ts';
import type { Store } from '../store/store.ts';
import type { Inputs, IPFacts } from '../topology/facts.ts';
import { hasStanding } from '../topology/ip.ts';
import type { Pools } from './pools.ts';

/** Keeps the pools in step with the IPs that have standing. */
export class Claims {
  readonly #pools: Pools;
  readonly #standing: Roots<Inputs, boolean>;
  readonly #facts = new Map<string, IPFacts>();
  /** IPs that name a Subnet without permission. */
  readonly #without = new Set<string>();

  constructor(store: Store<Inputs>, pools: Pools) {
    this.#pools = pools;
    this.#standing = new Roots(store, 'standing', hasStanding);
  }

  /** Takes note of an IP. It counts until {@link settle} says otherwise: rather once too often than never. */
  put(key: string, facts: IPFacts): void {
    this.#facts.set(key, facts);
    // Whoever the controller makes one for has leave: nothing to ask again for most of all IPs.
    if (facts.made) {
      this.#standing.remove(key);
      this.#without.delete(key);
    } else {
      this.#standing.add(key);
    }
    if (!this.#without.has(key)) this.#pools.putIP(key, facts);
  }

  /** Notes that an IP is gone. */
  remove(key: string): void {
    this.#facts.delete(key);
    this.#without.delete(key);
    this.#standing.remove(key);
    this.#pools.removeIP(key);
  }

  /** Asks again where the answer may have changed. After each drain of the store, before anything is given. */
  settle(): void {
    for (const key of this.#standing.stale) {
      const answer = this.#standing.refresh(key);
      const facts = this.#facts.get(key);
      if (!facts || !answer || 'error' in answer) continue;
      if (answer.value) {
        if (this.#without.delete(key)) this.#pools.putIP(key, facts);
      } else if (!this.#without.has(key)) {
        this.#without.add(key);
        this.#pools.removeIP(key);
      }
    }
  }
}
