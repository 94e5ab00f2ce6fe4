/**
 * The free addresses of one family of a Subnet. Not a truth of its own: it is derived from the IP objects, plus reservations whose
 * object is on its way. Giving the next address does not look at those that are taken before it: a cursor walks through the
 * range, so that the address released last is given last.
 */
import { type Address, formatAddress } from '../net/address.ts';
import { contains, type Range } from '../net/cidr.ts';
import { each, type Few, minus, plus } from '../store/few.ts';
import { capacity, type SubnetFamily } from '../topology/subnets.ts';

/** The addresses of one family. Times are milliseconds of any clock that only goes forward. */
export class Pool {
  #family: SubnetFamily;
  #skipped: readonly Range[];
  #capacity: bigint;
  /** Who holds an address: usually one; two while a conflict is settled. */
  readonly #holders = new Map<bigint, Few<string>>();
  /** Released addresses and when they have rested enough. */
  readonly #resting = new Map<bigint, number>();
  #cursor: bigint;
  /** How many of the held addresses could be given: not those that became excluded afterwards, or that somebody claims in vain. */
  #used = 0;

  constructor(family: SubnetFamily) {
    this.#family = family;
    this.#skipped = sorted(family);
    this.#capacity = capacity(family);
    this.#cursor = family.cidr.first - 1n;
  }

  /** Takes up changed excludes; says whether it is another shape than before. */
  reshape(family: SubnetFamily): boolean {
    // Asked before every address that is given; counting anew costs as much as there are holders.
    if (family === this.#family) return false;
    this.#family = family;
    this.#skipped = sorted(family);
    this.#capacity = capacity(family);
    this.#used = [...this.#holders.keys()].filter((value) => !this.#skip(value)).length;
    return true;
  }

  /** Continues after an address: the last that was given, as the status remembers it. */
  continueAfter(address: Address): void {
    if (contains(this.#family.cidr, address)) this.#cursor = address.value;
  }

  /** Notes that somebody holds an address. Addresses outside of the range are not the pool's business. */
  hold(address: Address, holder: string): void {
    if (!contains(this.#family.cidr, address)) return;
    const holders = this.#holders.get(address.value);
    if (holders === undefined && !this.#skip(address.value)) this.#used++;
    this.#holders.set(address.value, plus(holders, holder));
    this.#resting.delete(address.value);
  }

  /** Notes that somebody holds an address no longer; it rests until `restUntil`. */
  release(address: Address, holder: string, restUntil: number): void {
    const holders = this.#holders.get(address.value);
    if (holders === undefined) return;
    const left = minus(holders, holder);
    if (left !== undefined) {
      this.#holders.set(address.value, left);
      return;
    }
    this.#holders.delete(address.value);
    if (!this.#skip(address.value)) this.#used--;
    this.#resting.set(address.value, restUntil);
  }

  /** The next free address: one that has rested, else the one that has rested longest. `undefined` when all are held. */
  next(now: number): Address | undefined {
    // In the order of release: the rest of them rest, or, after a shorter rest was configured, wait for those before them.
    for (const [value, until] of this.#resting) {
      if (until > now) break;
      this.#resting.delete(value);
    }
    if (this.available === 0n) return undefined;
    const value =
      this.#walk(this.#cursor + 1n, this.#family.cidr.last) ??
      this.#walk(this.#family.cidr.first, this.#cursor) ??
      this.#longestRested();
    if (value === undefined) return undefined;
    this.#cursor = value;
    return { family: this.#family.family, value };
  }

  /** Whether anybody but this holder holds the address. */
  isHeldByOther(address: Address, holder: string): boolean {
    return [...each(this.#holders.get(address.value))].some((other) => other !== holder);
  }

  /** How many addresses can be given at all. */
  get total(): bigint {
    return this.#capacity;
  }

  /** How many of those are held: {@link total} less {@link available}. */
  get used(): bigint {
    return BigInt(this.#used);
  }

  /** How many of those are left. */
  get available(): bigint {
    return this.#capacity - this.used;
  }

  /** The last address that was given, in text. */
  get lastAllocated(): string | undefined {
    return this.#cursor < this.#family.cidr.first
      ? undefined
      : formatAddress({ family: this.#family.family, value: this.#cursor });
  }

  /** The first address in a range that is neither held, nor resting, nor never given; ranges that are never given are jumped over. */
  #walk(from: bigint, to: bigint): bigint | undefined {
    let value = from;
    while (value <= to) {
      const skip = this.#skip(value);
      if (skip) value = skip.last + 1n;
      else if (this.#holders.has(value) || this.#resting.has(value)) value++;
      else return value;
    }
    return undefined;
  }

  /** The range of never given addresses that holds this one. */
  #skip(value: bigint): Range | undefined {
    return this.#skipped.find((range) => range.first <= value && value <= range.last);
  }

  #longestRested(): bigint | undefined {
    // Insertion order is the order of release.
    for (const value of this.#resting.keys()) {
      if (this.#skip(value)) continue;
      this.#resting.delete(value);
      return value;
    }
    return undefined;
  }
}

function sorted({ excluded, reserved }: SubnetFamily): readonly Range[] {
  return [...excluded, ...reserved].sort((a, b) => (a.first < b.first ? -1 : 1));
}
