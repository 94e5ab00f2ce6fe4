import assert from 'node:assert/strict';
import { bytesOf, partsOf, timesOf } from './attribution.ts';

const frame = (functionName: string, url = '') => ({
  functionName,
  url,
  scriptId: '0',
  lineNumber: 0,
  columnNumber: 0,
});
const ours = frame('remember', 'src/store/store.ts');

describe('the parts of a profile', () => {
  const parts = (shares: Parameters<typeof partsOf>[0]) =>
    new Map(partsOf(shares, new Map()).map(({ part, amount }) => [part, amount]));

  it("give a built-in function's memory to whoever called it", () => {
    const leaf = (callFrame: typeof ours, selfSize: number) => ({ callFrame, selfSize, id: 0, children: [] });
    const grow = { ...leaf(frame('set'), 100), children: [leaf(frame('grow'), 10)] };
    const head = {
      ...leaf(frame('(root)'), 0),
      children: [{ ...leaf(ours, 1), children: [grow] }, leaf(frame('parse'), 5)],
    };
    assert.deepEqual(
      parts(bytesOf(head)),
      new Map([
        ['src/store', 111],
        ["V8's built-in functions", 5],
      ]),
    );
  });

  it("give its time to whoever called it, leave the collector's to the collector, and the profiler's out", () => {
    const node = (id: number, callFrame: typeof ours, children: number[] = []) => ({ id, callFrame, children });
    const nodes = [
      node(1, frame('(root)'), [2, 4, 5]),
      node(2, ours, [3]),
      node(3, frame('sort')),
      node(4, frame('(garbage collector)')),
      node(5, frame('post', 'node:inspector'), [6]),
      node(6, frame('dispatch')),
    ];
    const samples = [2, 3, 3, 4, 6];
    const profile = { nodes, startTime: 0, endTime: 0, samples, timeDeltas: samples.map(() => 1e6) };
    assert.deepEqual(
      parts(timesOf(profile)),
      new Map([
        ['src/store', 3],
        ['garbage collection', 1],
      ]),
    );
  });
});
