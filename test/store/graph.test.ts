import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DerivedCell, Graph, InputCell } from '../../src/store/graph.ts';
import { type Index, Store } from '../../src/store/store.ts';

describe('Graph', () => {
  it('computes again only what read the changed cell, and stops where a value stays the same', () => {
    const graph = new Graph();
    const a = new InputCell('a', 1);
    const b = new InputCell('b', 1);
    const parity = new DerivedCell('parity', () => graph.input(a) % 2);
    const stale: string[] = [];
    const one = new DerivedCell(
      'one',
      () => graph.value(parity) + 10,
      () => stale.push('one'),
    );
    const two = new DerivedCell(
      'two',
      () => graph.input(b),
      () => stale.push('two'),
    );
    assert.equal(graph.value(one), 11);
    assert.equal(graph.value(two), 1);
    const before = graph.computations;
    graph.set(a, 3);
    assert.deepEqual(stale, ['one']);
    assert.equal(graph.value(one), 11);
    assert.equal(graph.computations, before + 1, 'only parity ran again');
    graph.set(a, 3);
    assert.deepEqual(stale, ['one'], 'an equal value is no change');
  });

  it('passes an error to the readers, and recovers with the input', () => {
    const graph = new Graph();
    const a = new InputCell('a', 0);
    const inverse = new DerivedCell('inverse', () => {
      if (graph.input(a) === 0) throw new Error('zero');
      return 1 / graph.input(a);
    });
    const reader = new DerivedCell('reader', () => graph.value(inverse) * 2);
    assert.throws(() => graph.value(reader), /zero/);
    graph.set(a, 2);
    assert.equal(graph.value(reader), 1);
  });

  it('refuses cycles and changes from inside a computation', () => {
    const graph = new Graph();
    const a = new InputCell('a', 0);
    const self: DerivedCell<number> = new DerivedCell('self', () => graph.value(self));
    assert.throws(() => graph.value(self), /depends on itself/);
    const writer = new DerivedCell('writer', () => graph.set(a, 1));
    assert.throws(() => graph.value(writer), /changed while writer was computed/);
  });

  it('equals a computation from scratch after any sequence of changes', () => {
    interface Inputs {
      Thing: { readonly group: string; readonly size: number };
    }
    const byGroup: Index<Inputs> = {
      name: 'byGroup',
      kind: 'Thing',
      values: (thing: Inputs['Thing']) => [thing.group],
    };
    const sum = {
      name: 'sum',
      compute: (world: Store<Inputs>['world'], group: string): number =>
        world.list('byGroup', group).reduce((total, key) => total + (world.get('Thing', key)?.size ?? 0), 0),
    };
    const change = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      group: fc.constantFrom('x', 'y', ''),
      size: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const store = new Store<Inputs>([byGroup]);
        const model = new Map<string, Inputs['Thing']>();
        for (const { key, group, size } of changes) {
          if (group === '') {
            store.remove('Thing', key);
            model.delete(key);
          } else {
            store.put('Thing', key, { group, size });
            model.set(key, { group, size });
          }
          for (const name of ['x', 'y']) {
            const want = [...model.values()]
              .filter((thing) => thing.group === name)
              .reduce((total, thing) => total + thing.size, 0);
            assert.equal(store.world.derive(sum, name), want);
            assert.equal(
              store.world.count('byGroup', name),
              [...model.values()].filter((thing) => thing.group === name).length,
            );
          }
          assert.deepEqual(store.world.all('Thing'), [...model.keys()].sort());
        }
      }),
    );
  });
});
