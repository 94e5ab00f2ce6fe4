import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DerivedCell, Graph, InputCell } from '../../src/store/graph.ts';
import { type Index, Store } from '../../src/store/store.ts';

describe('Graph', () => {
  it('computes again only what read the changed cell, and stops where a value stays the same', () => {
    const graph = new Graph();
    const a = new InputCell({ name: 'a' }, 1);
    const b = new InputCell({ name: 'b' }, 1);
    const parity = new DerivedCell({ name: 'parity', compute: () => graph.input(a) % 2 });
    const stale: string[] = [];
    const one = new DerivedCell({
      name: 'one',
      compute: () => graph.value(parity) + 10,
      onStale: () => stale.push('one'),
    });
    const two = new DerivedCell({ name: 'two', compute: () => graph.input(b), onStale: () => stale.push('two') });
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

  it('verifies a cell with many readers before it tells them', () => {
    const graph = new Graph();
    const a = new InputCell({ name: 'a' }, 1);
    const parity = new DerivedCell({ name: 'parity', compute: () => graph.input(a) % 2 });
    const stale: number[] = [];
    const readers = Array.from({ length: 100 }, (_, index) => {
      const told = () => stale.push(index);
      return new DerivedCell({ name: `reader ${index}`, compute: () => graph.value(parity) + index, onStale: told });
    });
    for (const [index, reader] of readers.entries()) assert.equal(graph.value(reader), index + 1);
    graph.set(a, 3);
    graph.settle();
    assert.deepEqual(stale, [], 'nobody hears of a value that stays the same');
    graph.set(a, 4);
    graph.settle();
    assert.equal(stale.length, 100);
    for (const [index, reader] of readers.entries()) assert.equal(graph.value(reader), index);
    graph.set(a, 5);
    assert.equal(graph.value(readers[7]!), 8, 'whoever looks without settling sees it all the same');
  });

  it('shows no mixture of old and new when cells with many readers depend on each other, at whatever depth', () => {
    // Layers of cells, each of which reads two of the layers before; some have many readers, some few.
    const salt = fc.nat(127);
    const seed = fc.array(fc.array(salt, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 6 });
    const changes = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(seed, changes, fc.boolean(), (layers, steps, settling) => {
        const graph = new Graph();
        const inputs = Array.from({ length: 6 }, (_, index) => new InputCell({ name: `input ${index}` }, 0));
        const values: (() => number)[][] = [inputs.map((cell) => () => graph.input(cell))];
        const model: (() => number)[][] = [inputs.map((cell) => () => cell.value)];
        for (const [depth, salts] of layers.entries()) {
          const below = values.flat();
          const belowModel = model.flat();
          const picks = salts.map(
            (salt) => [below.length - 1 - (salt % below.length), (salt >> 3) % below.length] as const,
          );
          const mix = (parts: readonly number[]) => Math.floor((parts.reduce((sum, each) => sum + each, 0) * 3) / 4);
          const cells = picks.map(
            (of, index) =>
              new DerivedCell({ name: `${depth}/${index}`, compute: () => mix(of.map((at) => below[at]!())) }),
          );
          for (const [index, cell] of cells.entries())
            for (let reader = 0; reader < (((salts[index] ?? 0) >> 6) % 2) * 20; reader++)
              graph.value(new DerivedCell({ name: `reader of ${cell.name}`, compute: () => graph.value(cell) }));
          values.push(cells.map((cell) => () => graph.value(cell)));
          model.push(picks.map((of) => () => mix(of.map((at) => belowModel[at]!()))));
        }
        const roots = values.flatMap((layer, depth) =>
          depth === 0
            ? []
            : layer.map((read, index) => ({ cell: new DerivedCell({ name: 'root', compute: read }), depth, index })),
        );
        for (const { cell } of roots) graph.value(cell);
        for (const [index, value] of steps) {
          graph.set(inputs[index]!, value);
          if (settling) graph.settle();
          else if (value === 0) continue; // several changes before anybody looks
          for (const { cell, depth, index: at } of roots) assert.equal(graph.value(cell), model[depth]![at]!());
        }
      }),
      { numRuns: 300 },
    );
  });

  it('passes an error to the readers, and recovers with the input', () => {
    const graph = new Graph();
    const a = new InputCell({ name: 'a' }, 0);
    const inverse = new DerivedCell({
      name: 'inverse',
      compute: () => {
        if (graph.input(a) === 0) throw new Error('zero');
        return 1 / graph.input(a);
      },
    });
    const reader = new DerivedCell({ name: 'reader', compute: () => graph.value(inverse) * 2 });
    assert.throws(() => graph.value(reader), /zero/);
    graph.set(a, 2);
    assert.equal(graph.value(reader), 1);
  });

  it('refuses cycles and changes from inside a computation', () => {
    const graph = new Graph();
    const a = new InputCell({ name: 'a' }, 0);
    const self: DerivedCell<number> = new DerivedCell({ name: 'self', compute: () => graph.value(self) });
    assert.throws(() => graph.value(self), /depends on itself/);
    const writer = new DerivedCell({ name: 'writer', compute: () => graph.set(a, 1) });
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
