import assert from 'node:assert/strict';
import { type Finding, judged, median, quantile } from './measurement.ts';
import { goalText, type ItemResult, markdown, merged, plot } from './report.ts';
import { interleave, rounded } from './runner.ts';

const finding: Finding = {
  item: 'pods',
  what: 'pods <&>',
  value: 8,
  unit: '/s',
  sizes: { PODS: 5 },
  versions: { OVN: '25.03' },
};
const ceiling = { what: 'nobody behind', value: 10 };
const result = (measurements: readonly Finding[], busyCores = 0): ItemResult => ({
  ...{ item: 'pods', title: 'Pods', at: '2026-01-02T03:04:05.000Z', commit: 'abc', machine: {}, seconds: 1, busyCores },
  measurements: measurements.map(judged),
});

describe('the arithmetic of make bench', () => {
  it('takes medians and quantiles', () => {
    assert.equal(median([5, 1, 3]), 3);
    assert.equal(median([4, 1, 3, 2]), 2.5);
    assert.ok(Number.isNaN(median([])));
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    assert.deepEqual([quantile(hundred, 0.5), quantile(hundred, 0.99), quantile([7], 0.99)], [50, 99, 7]);
  });

  it('judges a ratio or a value against its goal', () => {
    const verdict = (more: Partial<Finding>) => judged({ ...finding, ...more }).verdict;
    assert.equal(verdict({}), 'shown');
    assert.equal(judged({ ...finding, ceiling }).ratio, 0.8);
    assert.equal(verdict({ ceiling, goal: { of: 'ratio', atLeast: 0.8 } }), 'met');
    assert.equal(verdict({ ceiling, goal: { of: 'ratio', atLeast: 0.81 } }), 'missed');
    assert.equal(verdict({ goal: { of: 'value', atMost: 8 } }), 'met');
    assert.equal(verdict({ goal: { of: 'value', atMost: 7 } }), 'missed');
    assert.equal(verdict({ value: Number.NaN, goal: { of: 'value', atMost: 7 } }), 'missed', 'what was not measured');
    assert.throws(() => verdict({ goal: { of: 'ratio', atMost: 2 } }), /needs a ceiling/);
  });

  it('runs sides in turn, every second round the other way round, and forgets the first', async () => {
    const order: string[] = [];
    const side = (name: string, cost: number) => async (round: number) => {
      order.push(`${name}${round}`);
      return { wall: round < 0 ? 1000 : cost + round, cpu: cost };
    };
    const costs = await interleave({ a: side('a', 1), b: side('b', 10) }, { rounds: 3, warmUp: 1 });
    assert.deepEqual(order, ['b-1', 'a-1', 'a0', 'b0', 'b1', 'a1', 'a2', 'b2']);
    assert.deepEqual([costs.a.wall, costs.a.cpu, costs.b.wall, costs.a.rounds.length], [2, 1, 11, 3]);
  });
});

describe('the report of make bench', () => {
  it('tells losses first, and who else was busy', () => {
    const missed = { ...finding, ceiling, goal: { of: 'ratio', atLeast: 0.9 }, note: 'Because.' } as const;
    const text = markdown([result([finding, missed], 1.5)]);
    assert.match(
      text,
      /0 of 1 goals are met\. Missed:\n\n- \*\*pods\*\*: .*0\.800 × ceiling \(goal ≥ 0\.9 × ceiling\)\. Because\./,
    );
    assert.match(text, /\*\*Beside other load:\*\* 1\.5 cores/);
    assert.match(text, /Sizes: PODS 5\. Programs: OVN 25\.03\./);
    assert.doesNotMatch(markdown([result([finding])]), /other load/);
    assert.equal(goalText({ of: 'value', atMost: 2 }), '≤ 2');
  });

  it('keeps what earlier runs say of other items', () => {
    const other: ItemResult = { ...result([]), item: 'cni' };
    assert.deepEqual(
      merged([other, result([])], [result([finding])]).map(({ item, measurements }) => [item, measurements.length]),
      [
        ['cni', 0],
        ['pods', 1],
      ],
    );
  });

  it('draws a bar for each ratio, in well-formed SVG', () => {
    const svg = plot(
      result([finding, { ...finding, ceiling }, { ...finding, ceiling: { what: 'none', value: Number.NaN } }]),
    );
    assert.equal(svg.match(/<rect x=/g)?.length, 1);
    assert.match(svg, />pods &lt;&amp;&gt;</);
  });

  it('writes numbers with three digits that count', () => {
    assert.deepEqual([1234.5, 12.345, 1.2345, 0.12345, 0.0012345, 0].map(rounded), [
      '1235',
      '12.3',
      '1.23',
      '0.123',
      '0.0012',
      '0',
    ]);
  });
});
