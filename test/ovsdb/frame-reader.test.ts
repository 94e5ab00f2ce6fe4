// The byte stream to messages: every split, and hostile input.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { OvsdbProtocolError } from '../../src/ovsdb/errors.ts';
import { type FrameLimits, FrameReader } from '../../src/ovsdb/frame-reader.ts';

function read(chunks: readonly (string | Uint8Array)[], limits?: FrameLimits): unknown[] {
  const reader = new FrameReader(limits);
  return chunks.flatMap((chunk) => [...reader.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)]);
}

const messages = [
  { id: 1, result: { '}{': ['"', '\\', '\\"', '{[', ']}'], ü: '世界 🦊' }, error: null },
  { method: 'echo', params: [], id: 'echo' },
  {},
  { nested: [[[[{ a: [{}, []] }]]]], text: 'ends with a backslash \\' },
];

describe('FrameReader', () => {
  it('finds the messages wherever the stream is split in two', () => {
    const bytes = Buffer.from(messages.map((message) => JSON.stringify(message)).join('\n \r\t'));
    for (let at = 0; at <= bytes.length; at++) {
      assert.deepEqual(read([bytes.subarray(0, at), bytes.subarray(at)]), messages, `split at byte ${at}`);
    }
  });

  it('finds the messages when each byte comes alone', () => {
    const bytes = Buffer.from(messages.map((message) => JSON.stringify(message)).join(''));
    assert.deepEqual(read([...bytes].map((byte) => Uint8Array.of(byte))), messages);
  });

  it('finds any JSON objects in any chunks', () => {
    const object = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue());
    const property = fc.property(fc.array(object, { maxLength: 5 }), fc.array(fc.nat(200)), (objects, sizes) => {
      const text = objects.map((value) => JSON.stringify(value)).join('');
      let rest: Uint8Array = Buffer.from(text);
      const chunks: Uint8Array[] = [];
      for (const size of sizes) {
        chunks.push(rest.subarray(0, size));
        rest = rest.subarray(size);
      }
      const expected = objects.map((value) => JSON.parse(JSON.stringify(value)) as unknown);
      assert.deepEqual(read([...chunks, rest]), expected);
    });
    fc.assert(property);
  });

  it('yields the messages before a fault and then throws', () => {
    const reader = new FrameReader();
    const seen: unknown[] = [];
    assert.throws(() => {
      for (const message of reader.push(Buffer.from('{"a":1}{"b":2}]'))) seen.push(message);
    }, OvsdbProtocolError);
    assert.deepEqual(seen, [{ a: 1 }, { b: 2 }]);
  });

  const hostile: readonly (readonly [title: string, chunk: string | Uint8Array])[] = [
    ['text before the first object', 'HTTP/1.1 400 Bad Request'],
    ['a bare array', '[]'],
    ['a bare number', '7'],
    ['a byte order mark', '\ufeff{}'],
    ['a NUL', '\0{}'],
    ['brackets that do not match', '{"a":[}}'],
    ['a trailing comma', '{"a":1,}'],
    ['a raw newline in a string', '{"a":"\n"}'],
    ['a byte that is no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['an encoded surrogate', Buffer.from([0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x3a, 0x31, 0x7d])],
    ['deep nesting', '{"a":'.repeat(300)],
    ['deep nesting of arrays', `{"a":${'['.repeat(100_000)}`],
  ];
  for (const [title, chunk] of hostile) {
    it(`refuses ${title}`, () => {
      assert.throws(() => read([chunk]), OvsdbProtocolError);
    });
  }

  it('refuses a message above the limit before it is complete', () => {
    const limits = { maxBytes: 1000 };
    assert.equal(read([`{"a":"${'x'.repeat(900)}"}`], limits).length, 1);
    assert.throws(() => read([`{"a":"${'x'.repeat(500)}`, 'x'.repeat(600)], limits), OvsdbProtocolError);
  });

  it('counts the limit per message', () => {
    const message = `{"a":"${'x'.repeat(500)}"}`;
    assert.equal(read([message + message + message], { maxBytes: 1000 }).length, 3);
  });

  it('looks at each byte once: 64 MB in small chunks are a matter of moments', () => {
    const reader = new FrameReader();
    const part = Buffer.from(`["${'x'.repeat(1000)}"],`);
    const started = process.cpuUsage();
    for (const _ of reader.push(Buffer.from('{"a":['))) assert.fail('nothing is complete yet');
    for (let i = 0; i < 64_000; i++) for (const _ of reader.push(part)) assert.fail('nothing is complete yet');
    assert.equal(reader.pendingBytes, 6 + 64_000 * part.length);
    // Concatenating at each chunk would copy 2 TB here; CPU time, because other programs may use the machine.
    const { user } = process.cpuUsage(started);
    assert(user < 10_000_000, `took ${user / 1000} ms`);
  });
});
