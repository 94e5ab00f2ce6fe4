/** The pool against a model that looks at every address: small networks by brute force, a /64 by its edges. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Pool } from '../../src/allocation/pool.ts';
import { type Address, formatAddress, parseAddress } from '../../src/net/address.ts';
import { contains, parseCidr, parseRange } from '../../src/net/cidr.ts';
import { type SubnetFamily, subnetNetwork } from '../../src/topology/subnets.ts';
import { storeOf } from '../laws/controller-line.ts';
import { config, subnet, vpc } from '../laws/objects.ts';

/** One family of a Subnet as the topology makes it. */
function familyOf(cidr: string, excludes: readonly string[] = []): SubnetFamily {
  const store = storeOf([config(), vpc('a'), subnet('s', 'a', [cidr], excludes.length > 0 ? { excludes } : {})]);
  const network = store.world.derive(subnetNetwork, 's');
  assert.ok(network);
  return network.families[0]!;
}

const address = (text: string): Address => parseAddress(text)!;
const MAX = 16;

/** What a pool is, the slow way. */
class Model {
  readonly held = new Map<bigint, Set<string>>();
  /** In the order of release. */
  readonly resting = new Map<bigint, number>();
  family: SubnetFamily;
  cursor: bigint;

  constructor(family: SubnetFamily) {
    this.family = family;
    this.cursor = family.cidr.first - 1n;
  }

  get givable(): readonly bigint[] {
    const { cidr, excluded, reserved, family } = this.family;
    const all: bigint[] = [];
    for (let value = cidr.first; value <= cidr.last; value++)
      if (![...excluded, ...reserved].some((range) => contains(range, { family, value }))) all.push(value);
    return all;
  }

  get free(): readonly bigint[] {
    return this.givable.filter((value) => !this.held.has(value));
  }

  next(now: number): bigint | undefined {
    for (const [value, until] of this.resting) if (until <= now) this.resting.delete(value);
    const rested = this.free.filter((value) => !this.resting.has(value));
    const given =
      rested.find((value) => value > this.cursor) ??
      rested[0] ??
      [...this.resting.keys()].find((value) => this.free.includes(value));
    if (given === undefined) return undefined;
    this.resting.delete(given);
    this.cursor = given;
    return given;
  }
}

const place = fc.nat(MAX - 1);
const who = fc.constantFrom('x', 'y', 'z');
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ op: fc.constant('give' as const), who, rest: fc.nat(2) }) },
  { weight: 3, arbitrary: fc.record({ op: fc.constant('hold' as const), place, who, rest: fc.nat(2) }) },
  { weight: 5, arbitrary: fc.record({ op: fc.constant('release' as const), place, who, rest: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('exclude' as const), place, who, rest: fc.nat(2) }) },
);

describe('a pool', () => {
  it('never gives an address that somebody holds, is empty only when all are held, counts exactly, and gives the last released last', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('10.0.0.0/28', '10.0.0.0/29', '10.0.0.0/30', 'fd00::/124', 'fd00::/125', 'fd00::/126'),
        fc.array(step, { maxLength: 60 }),
        (cidr, steps) => {
          const shape = familyOf(cidr);
          const pool = new Pool(shape);
          const model = new Model(shape);
          const size = shape.cidr.last - shape.cidr.first + 1n;
          let now = 0;
          for (const { op, who: holder, rest, ...more } of steps) {
            now += 1;
            const value = shape.cidr.first + (BigInt('place' in more ? more.place : 0) % size);
            const one = { family: shape.family, value };
            if (op === 'give') {
              const want = model.next(now);
              const given = pool.next(now);
              assert.equal(given?.value, want, 'the next address');
              if (given === undefined) assert.deepEqual(model.free, []);
              if (given === undefined || want === undefined) continue;
              assert.ok(!model.held.has(given.value));
              pool.hold(given, holder);
              model.held.set(want, new Set([holder]));
            } else if (op === 'hold') {
              pool.hold(one, holder);
              model.held.set(value, (model.held.get(value) ?? new Set()).add(holder));
              model.resting.delete(value);
            } else if (op === 'release') {
              pool.release(one, holder, now + rest);
              const holders = model.held.get(value);
              if (holders?.delete(holder) && holders.size === 0) {
                model.held.delete(value);
                model.resting.set(value, now + rest);
              }
            } else {
              const excluded = [{ family: shape.family, first: value, last: value + BigInt(rest) }];
              pool.reshape({ ...shape, excluded });
              model.family = { ...shape, excluded };
            }
            const { givable, free } = model;
            assert.equal(pool.total, BigInt(givable.length), 'total');
            assert.equal(pool.available, BigInt(free.length), 'available');
            assert.equal(pool.used, BigInt(givable.length - free.length), 'used');
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('continues after the address that was given last, and begins anew at the end', () => {
    const pool = new Pool(familyOf('10.0.0.0/29'));
    assert.equal(pool.lastAllocated, undefined);
    pool.continueAfter(address('10.0.0.5'));
    const given = [1, 2, 3].map((now) => formatAddress(pool.next(now)!));
    assert.deepEqual(given, ['10.0.0.6', '10.0.0.2', '10.0.0.3']);
    assert.equal(pool.lastAllocated, '10.0.0.3');
  });

  it('lets a released address rest, unless nothing else is left', () => {
    const pool = new Pool(familyOf('10.0.0.0/29'));
    for (let index = 0; index < 5; index++) pool.hold(pool.next(0)!, `ip-${index}`);
    assert.equal(pool.next(0), undefined);
    pool.release(address('10.0.0.3'), 'ip-1', 100);
    pool.release(address('10.0.0.2'), 'ip-0', 110);
    assert.equal(formatAddress(pool.next(50)!), '10.0.0.3', 'the one that has rested longest');
    pool.hold(address('10.0.0.3'), 'ip-9');
    assert.equal(formatAddress(pool.next(50)!), '10.0.0.2');
  });

  it('jumps over a range of billions, and counts a /64 to the last address', () => {
    const pool = new Pool(familyOf('fd00::/64', ['fd00::2-fd00::ffff:ffff:ffff']));
    const shape = familyOf('fd00::/64');
    const excluded = parseRange('fd00::2-fd00::ffff:ffff:ffff')!;
    // Anycast at both ends (RFC 4291 section 2.6.1, RFC 2526), the router, and the excluded.
    const want = 2n ** 64n - 1n - 128n - 1n - (excluded.last - excluded.first + 1n);
    assert.equal(pool.total, want);
    const first = pool.next(0)!;
    assert.equal(formatAddress(first), 'fd00::1:0:0:0');
    pool.hold(first, 'x');
    assert.equal(pool.available, want - 1n);
    pool.continueAfter({ family: 'ipv6', value: parseCidr('fd00::/64')!.last - 128n });
    assert.equal(formatAddress(pool.next(0)!), 'fd00::1:0:0:1', 'the reserved end is never given');
    assert.equal(new Pool(shape).total, 2n ** 64n - 130n);
  });

  it('says no to what lies outside of it', () => {
    const pool = new Pool(familyOf('10.0.0.0/29'));
    pool.hold(address('10.0.1.5'), 'x');
    pool.hold(address('fd00::5'), 'x');
    assert.equal(pool.used, 0n);
    assert.equal(pool.isHeldByOther(address('10.0.1.5'), 'y'), false);
  });
});
