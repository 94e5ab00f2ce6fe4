// Framing of a watch: the result does not depend on how the bytes were cut.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineSplitter } from '../../src/kube/line-splitter.ts';

describe('the line splitter', () => {
  it('gives the same lines however the stream is cut, characters of several bytes included', () => {
    const line = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', ''));
    fc.assert(
      fc.property(fc.array(line), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (lines, sizes) => {
        const bytes = Buffer.from(lines.map((text) => `${text}\n`).join(''), 'utf8');
        const splitter = new LineSplitter();
        const got: string[] = [];
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          got.push(...splitter.push(bytes.subarray(at, at + size)));
          at += size;
        }
        const sent = Buffer.from(lines.join('\n'), 'utf8').toString('utf8').split('\n');
        assert.deepEqual(
          got,
          sent.filter((text) => text !== ''),
        );
        assert.equal(splitter.pendingBytes, 0);
      }),
    );
  });

  it('knows that a line was cut off', () => {
    const splitter = new LineSplitter();
    assert.deepEqual(splitter.push(Buffer.from('a\nb')), ['a']);
    assert.equal(splitter.pendingBytes, 1);
  });

  it('refuses a line without end', () => {
    const splitter = new LineSplitter(10);
    splitter.push(Buffer.alloc(10, 0x61));
    assert.throws(() => splitter.push(Buffer.from('a')), RangeError);
  });
});
