import assert from 'node:assert/strict';
import fc from 'fast-check';
import { each, type Few, holds, minus, plus, sizeOf } from '../../src/store/few.ts';

describe('a set of few elements', () => {
  it('is what a Set would be, whatever is added and deleted, below and above its limit', () => {
    const elements = Array.from({ length: 15 }, (_, index) => `element ${index}`);
    const steps = fc.array(fc.record({ add: fc.boolean(), element: fc.constantFrom(...elements) }), { maxLength: 60 });
    fc.assert(
      fc.property(steps, (list) => {
        let ours: Few<string>;
        const theirs = new Set<string>();
        for (const { add, element } of list) {
          ours = add ? plus(ours, element) : minus(ours, element);
          if (add) theirs.add(element);
          else theirs.delete(element);
          assert.equal(sizeOf(ours), theirs.size);
          for (const any of elements) assert.equal(holds(ours, any), theirs.has(any));
          assert.deepEqual([...each(ours)], [...theirs]);
        }
      }),
    );
  });
});
