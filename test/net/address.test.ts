import assert from 'node:assert/strict';
import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { formatAddress, parseAddress } from '../../src/net/address.ts';
import {
  cidrsOf,
  contains,
  everything,
  formatCidr,
  overlaps,
  parseCidr,
  parseRange,
  without,
} from '../../src/net/cidr.ts';
import { macOf } from '../../src/net/mac.ts';

const address = (text: string) => {
  const parsed = parseAddress(text);
  assert.ok(parsed, text);
  return parsed;
};

describe('net', () => {
  const canonical: [string, string][] = [
    ['10.0.0.1', '10.0.0.1'],
    ['255.255.255.255', '255.255.255.255'],
    ['::', '::'],
    ['::1', '::1'],
    ['FD01:0:0:0:0:0:0:0005', 'fd01::5'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['::ffff:10.0.0.1', '::ffff:a00:1'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
  ];
  for (const [given, want] of canonical) {
    it(`formatAddress() writes ${given} as ${want}`, () => assert.equal(formatAddress(address(given)), want));
  }

  for (const text of [
    '',
    '10.0.0',
    '10.0.0.256',
    '010.0.0.1',
    '10.0.0.0/8',
    ':::',
    '1::2::3',
    'fe80::1%eth0',
    '12345::',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    '10.0.0.1::',
  ]) {
    it(`parseAddress() refuses ${JSON.stringify(text)}`, () => assert.equal(parseAddress(text), undefined));
  }

  it('agrees with ipaddr.js on every IPv6 address', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }), fc.integer({ min: 0, max: 127 }), (value, zeros) => {
        const sparse = { family: 'ipv6', value: value & ((1n << 128n) - 1n - ((1n << BigInt(zeros)) - 1n)) } as const;
        const text = formatAddress(sparse);
        assert.equal(ipaddr.IPv6.parse(text).toRFC5952String(), text);
        assert.deepEqual(parseAddress(text), sparse);
      }),
    );
  });

  it('parseCidr() masks host bits and knows its ends', () => {
    const cidr = parseCidr('10.1.2.3/30');
    assert.ok(cidr);
    assert.equal(formatCidr(cidr), '10.1.2.0/30');
    assert.equal(cidr.last - cidr.first, 3n);
    for (const text of ['10.0.0.0', '10.0.0.0/33', 'fd00::/129', '10.0.0.0/08', '10.0.0.0/'])
      assert.equal(parseCidr(text), undefined, text);
  });

  it('parseRange() reads single addresses, ranges and networks, and refuses backward and mixed ones', () => {
    assert.deepEqual(parseRange('10.0.0.5'), { family: 'ipv4', first: 167772165n, last: 167772165n });
    assert.equal(parseRange('10.0.0.5-10.0.0.9')?.last, 167772169n);
    for (const text of ['10.0.0.9-10.0.0.5', '10.0.0.1-fd00::1', 'a-b', '10.0.0.1-10.0.0.2-10.0.0.3'])
      assert.equal(parseRange(text), undefined, text);
  });

  it('contains() and overlaps() never cross families', () => {
    const v4 = parseCidr('0.0.0.0/0');
    const v6 = parseCidr('::/0');
    assert.ok(v4 && v6);
    assert.equal(contains(v6, address('10.0.0.1')), false);
    assert.equal(overlaps(v4, v6), false);
    assert.equal(contains(v4, address('10.0.0.1')), true);
  });

  const rests: [string, string[], string[]][] = [
    ['10.0.0.0/24', [], ['10.0.0.0/24']],
    ['10.0.0.0/24', ['10.0.0.0/25'], ['10.0.0.128/25']],
    ['10.0.0.0/24', ['10.0.0.64/26', '10.0.0.96-10.0.0.127'], ['10.0.0.0/26', '10.0.0.128/25']],
    ['10.0.0.0/24', ['9.0.0.0/8', 'fd00::/8'], ['10.0.0.0/24']],
    ['10.0.0.0/24', ['10.0.0.0/8'], []],
    ['fd00::/126', ['fd00::1'], ['fd00::/128', 'fd00::2/127']],
  ];
  for (const [range, others, want] of rests) {
    it(`without() leaves ${want.join(', ') || 'nothing'} of ${range} without ${others.join(', ') || 'nothing'}`, () => {
      const [whole, ...holes] = [range, ...others].map((text) => parseRange(text));
      assert.ok(whole && holes.every((hole) => hole !== undefined));
      assert.deepEqual(
        without(
          whole,
          holes.filter((hole) => hole !== undefined),
        ).map(formatCidr),
        want,
      );
    });
  }

  it('without() and cidrsOf() have each address once that is in the range and in no other, and no other address', () => {
    const small = fc.tuple(fc.integer({ min: 0, max: 63 }), fc.integer({ min: 0, max: 63 })).map(([a, b]) => {
      return { family: 'ipv4', first: BigInt(Math.min(a, b)), last: BigInt(Math.max(a, b)) } as const;
    });
    const members = (ranges: readonly { readonly first: bigint; readonly last: bigint }[]) =>
      ranges.flatMap(({ first, last }) =>
        Array.from({ length: Number(last - first) + 1 }, (_, index) => Number(first) + index),
      );
    fc.assert(
      fc.property(small, fc.array(small, { maxLength: 5 }), (range, others) => {
        const taken = new Set(members(others));
        assert.deepEqual(members(cidrsOf(range)), members([range]));
        assert.deepEqual(
          members(without(range, others)),
          members([range]).filter((value) => !taken.has(value)),
        );
      }),
    );
    assert.deepEqual(cidrsOf(everything('ipv6')), [everything('ipv6')]);
  });

  it('macOf() is unicast, locally administered and stable', () => {
    assert.equal(macOf(address('10.1.2.255')), '0a:58:0a:01:02:ff');
    assert.match(macOf(address('fd00::5')), /^0a:59(:[0-9a-f]{2}){4}$/);
  });
});
