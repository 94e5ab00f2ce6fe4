/** Lists of limits and marks against their rows: for any packet both say the same, however many tables OVN looks into. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseAddress } from '../../src/net/address.ts';
import { contains, parseCidr } from '../../src/net/cidr.ts';
import type { PortSpan, Traffic } from '../../src/net/traffic.ts';
import { type Bucket, decide, type LimitEntry, type LimitRow, unlimited } from '../../src/topology/limits.ts';

interface Packet {
  readonly peer: string;
  readonly protocol: PortSpan['protocol'] | 'ICMP';
  readonly port: number;
}

const isOf = ({ peers, ports }: Traffic, { peer, protocol, port }: Packet): boolean =>
  (!peers || peers.some((cidr) => contains(cidr, parseAddress(peer)!))) &&
  (!ports || ports.some((span) => span.protocol === protocol && span.first <= port && port <= span.last));

/** The oracle: for each packet the first entry with a limit limits it, and the first with a mark marks it. */
const meant = (entries: readonly LimitEntry[], packet: Packet) => {
  const own = entries.filter(({ traffic }) => isOf(traffic, packet));
  return {
    bucket: own.find(({ bucket }) => bucket)?.bucket?.id ?? 'unlimited',
    dscp: own.find(({ dscp }) => dscp !== undefined)?.dscp,
  };
};

/** OVN since 24.09: the first row that matches decides both. */
const inOneTable = (rows: readonly LimitRow[], packet: Packet) => {
  const row = rows.find(({ traffic }) => traffic.some((each) => isOf(each, packet)));
  return { bucket: row?.bucket?.id ?? 'unlimited', dscp: row?.dscp };
};

/** OVN 23.03: the first row with a limit, and the first with a mark. */
const inTwoTables = (rows: readonly LimitRow[], packet: Packet) => {
  const own = rows.filter(({ traffic }) => traffic.some((each) => isOf(each, packet)));
  return {
    bucket: own.find(({ bucket }) => bucket)?.bucket?.id ?? 'unlimited',
    dscp: own.find(({ dscp }) => dscp !== undefined)?.dscp,
  };
};

const cidr = (text: string) => parseCidr(text)!;
const tcp = (first: number, last = first): PortSpan => ({ protocol: 'TCP', first, last });
const bucket = (id: string, rate = 1000): Bucket => ({ id, rate, burst: rate });
const ceiling = bucket('ceiling', 9000);
const named = (entries: readonly LimitEntry[]) => decide(entries)!.map(({ id }) => id);

const traffics = fc
  .record(
    {
      peers: fc.uniqueArray(
        fc.constantFrom('10.0.0.0/8', '10.1.0.0/16', '10.1.1.0/24', '10.2.0.0/16', '0.0.0.0/0', 'fd00::/16'),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      ports: fc.array(
        fc.constantFrom<PortSpan>(
          tcp(80),
          tcp(80, 90),
          tcp(85, 443),
          tcp(0, 65535),
          { protocol: 'UDP', first: 53, last: 53 },
          { protocol: 'UDP', first: 0, last: 65535 },
        ),
        { minLength: 1, maxLength: 3 },
      ),
    },
    { requiredKeys: [] },
  )
  .map(({ peers, ports }): Traffic => ({ ...(peers ? { peers: peers.map(cidr) } : {}), ...(ports ? { ports } : {}) }));

const lists = fc
  .tuple(
    fc.array(
      fc.tuple(
        traffics,
        fc.constantFrom('own', 'own', 'ceiling', 'unlimited', undefined),
        fc.constantFrom(undefined, undefined, 10, 46),
      ),
      { maxLength: 8 },
    ),
    fc.boolean(),
  )
  .map(([some, capped]): readonly LimitEntry[] => [
    ...some.map(([traffic, kind, dscp], index): LimitEntry => {
      const shared = capped ? ceiling : unlimited;
      const own = kind === undefined ? undefined : kind === 'own' ? bucket(`b${index}`) : shared;
      return { id: `e${index}`, traffic, ...(own ? { bucket: own } : {}), ...(dscp === undefined ? {} : { dscp }) };
    }),
    ...(capped ? [{ id: 'ceiling', traffic: {}, bucket: ceiling }] : []),
  ]);

const packets = fc.record({
  peer: fc.constantFrom('10.1.1.1', '10.1.2.1', '10.2.0.1', '10.9.0.1', '192.0.2.1', 'fd00::1', '2001:db8::1'),
  protocol: fc.constantFrom<Packet['protocol']>('TCP', 'UDP', 'SCTP', 'ICMP'),
  port: fc.constantFrom(53, 80, 85, 90, 443, 9999),
});

describe('limits and marks', () => {
  it('mean the same as rows for every packet, in one table and in two', () => {
    fc.assert(
      fc.property(lists, fc.array(packets, { minLength: 20, maxLength: 40 }), (entries, some) => {
        const rows = decide(entries)!;
        assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length, 'each row has an id of its own');
        for (const packet of some) {
          assert.deepEqual(inOneTable(rows, packet), meant(entries, packet), 'one table');
          assert.deepEqual(inTwoTables(rows, packet), meant(entries, packet), 'two tables');
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('say nothing where nothing is asked', () => {
    assert.deepEqual(decide([]), []);
    assert.deepEqual(decide([{ id: 'a', traffic: {}, bucket: unlimited }]), []);
    assert.deepEqual(
      named([
        { id: 'a', traffic: { ports: [tcp(80)] }, bucket: bucket('a') },
        { id: 'free', traffic: { ports: [tcp(90)] }, bucket: unlimited },
      ]),
      ['a/'],
      'nobody limits what is unlimited anyway',
    );
  });

  it('give what may pass the ceiling one bucket, wherever the rows between are about other packets', () => {
    const peer = (id: string, text: string, own: Bucket): LimitEntry => ({
      id,
      traffic: { peers: [cidr(text)] },
      bucket: own,
    });
    const rest: LimitEntry = { id: 'ceiling', traffic: {}, bucket: ceiling };
    assert.deepEqual(named([peer('free', '10.1.0.0/16', ceiling), rest]), ['ceiling/']);
    assert.deepEqual(named([peer('free', '10.1.0.0/16', ceiling), peer('low', '10.2.0.0/16', bucket('low')), rest]), [
      'low/',
      'ceiling/',
    ]);
    assert.deepEqual(named([peer('free', '10.1.0.0/16', ceiling), peer('low', '10.0.0.0/8', bucket('low')), rest]), [
      'free/',
      'low/',
      'ceiling/',
    ]);
  });

  it('mark a part of what one limit governs in a row of its own', () => {
    assert.deepEqual(
      decide([
        { id: 'voice', traffic: { ports: [tcp(5060)] }, dscp: 46 },
        { id: 'all', traffic: {}, bucket: bucket('all') },
      ]),
      [
        { id: 'all/voice', traffic: [{ ports: [tcp(5060)] }], bucket: bucket('all'), dscp: 46 },
        { id: 'all/', traffic: [{}], bucket: bucket('all') },
      ],
    );
    assert.deepEqual(
      named([
        { id: 'voice', traffic: { ports: [tcp(5060)] }, dscp: 46 },
        { id: 'video', traffic: { ports: [tcp(5070)] }, dscp: 46 },
        { id: 'all', traffic: {}, bucket: bucket('all') },
      ]),
      ['all/video', 'all/'],
      'what is marked alike shares the row and the bucket',
    );
  });

  it('are at most as many as asked', () => {
    const entries = Array.from({ length: 20 }, (_, index): LimitEntry[] => [
      { id: `r${index}`, traffic: { peers: [cidr(`10.${index}.0.0/16`)] }, bucket: bucket(`r${index}`) },
      { id: `m${index}`, traffic: { ports: [tcp(index + 1)] }, dscp: index },
    ]).flat();
    assert.equal(decide(entries)?.length, 20 * 21 + 20);
    assert.equal(decide(entries, 400), undefined);
  });
});
