import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SmallSet } from '../../src/store/small-set.ts';

describe('a small set', () => {
  it('is what a Set would be, whatever is added and deleted, below and above its limit', () => {
    const steps = fc.array(fc.record({ add: fc.boolean(), element: fc.nat(14) }), { maxLength: 60 });
    fc.assert(
      fc.property(steps, (list) => {
        const ours = new SmallSet<number>();
        const theirs = new Set<number>();
        for (const { add, element } of list) {
          if (add) {
            ours.add(element);
            theirs.add(element);
          } else assert.equal(ours.delete(element), theirs.delete(element));
          assert.equal(ours.size, theirs.size);
          assert.equal(ours.has(element), theirs.has(element));
          assert.deepEqual([...ours], [...theirs]);
        }
        ours.clear();
        assert.deepEqual([ours.size, [...ours]], [0, []]);
      }),
    );
  });
});
