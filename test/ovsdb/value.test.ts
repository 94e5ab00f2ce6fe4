// Every wire encoding of RFC 7047 section 5.1 in both directions, and what must be refused.
import assert from 'node:assert/strict';
import { OvsdbEncodeError, OvsdbProtocolError } from '../../src/ovsdb/errors.ts';
import { type ColumnSchema, parseSchema } from '../../src/ovsdb/schema.ts';
import {
  decodeValue,
  defaultValue,
  emptyMap,
  emptySet,
  encodeValue,
  sameValue,
  type Value,
} from '../../src/ovsdb/value.ts';
import { everythingSchema } from './schema-of-everything.ts';

const u1 = '11111111-2222-4333-8444-555555555555';
const u2 = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';

function column(name: string): ColumnSchema {
  const found = parseSchema(everythingSchema).tables.get('Thing')?.columns.get(name);
  assert(found, `no column ${name}`);
  return found;
}

describe('OVSDB values', () => {
  const table: readonly (readonly [column: string, wire: unknown, value: Value])[] = [
    ['integer', -7, -7],
    ['integer', Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    ['real', 0.1, 0.1],
    ['real', 1e300, 1e300],
    ['boolean', true, true],
    ['text', 'Grüße, 世界 🦊 "\\\n', 'Grüße, 世界 🦊 "\\\n'],
    ['text', '', ''],
    ['maybe_integer', ['set', []], undefined],
    ['maybe_integer', 5, 5],
    ['maybe_real', 2.5, 2.5],
    ['maybe_boolean', false, false],
    ['maybe_text', 'set', 'set'],
    ['maybe_uuid', ['uuid', u1], u1],
    ['integers', ['set', []], new Set()],
    ['integers', ['set', [1]], new Set([1])],
    ['integers', ['set', [1, 2, 3]], new Set([1, 2, 3])],
    ['reals', ['set', [0.5, 1.5]], new Set([0.5, 1.5])],
    ['texts', ['set', ['uuid', 'set']], new Set(['uuid', 'set'])],
    ['uuids', ['set', [['uuid', u1]]], new Set([u1])],
    [
      'uuids',
      [
        'set',
        [
          ['uuid', u1],
          ['uuid', u2],
        ],
      ],
      new Set([u1, u2]),
    ],
    ['text_by_text', ['map', []], new Map()],
    ['text_by_text', ['map', [['a', 'b']]], new Map([['a', 'b']])],
    [
      'text_by_text',
      [
        'map',
        [
          ['__proto__', 'x'],
          ['constructor', 'y'],
        ],
      ],
      new Map([
        ['__proto__', 'x'],
        ['constructor', 'y'],
      ]),
    ],
    [
      'integer_by_text',
      [
        'map',
        [
          ['a', 1],
          ['b', 2],
        ],
      ],
      new Map([
        ['a', 1],
        ['b', 2],
      ]),
    ],
    ['real_by_integer', ['map', [[1, 0.5]]], new Map([[1, 0.5]])],
    ['uuid_by_integer', ['map', [[1, ['uuid', u1]]]], new Map([[1, u1]])],
  ];
  for (const [name, wire, value] of table) {
    it(`reads and writes ${name} ${JSON.stringify(wire)}`, () => {
      assert.deepEqual(decodeValue(column(name), wire), value);
      assert.deepEqual(encodeValue(column(name), value), wire);
    });
  }

  const readOnly: readonly (readonly [column: string, wire: unknown, value: Value])[] = [
    ['integers', 7, new Set([7])],
    ['texts', 'set', new Set(['set'])],
    ['uuids', ['uuid', u1], new Set([u1])],
    ['integer', ['set', [7]], 7],
    ['maybe_text', ['set', ['x']], 'x'],
    ['maybe_uuid', ['set', [['uuid', u1]]], u1],
    ['choice', 'a value of a newer schema', 'a value of a newer schema'],
  ];
  for (const [name, wire, value] of readOnly) {
    it(`also reads ${name} ${JSON.stringify(wire)}`, () => {
      assert.deepEqual(decodeValue(column(name), wire), value);
    });
  }

  const writeOnly: readonly (readonly [column: string, value: Value, wire: unknown])[] = [
    ['text_by_text', new Set(['key']), ['set', ['key']]],
    ['text_by_text', undefined, ['map', []]],
    ['integers', 7, 7],
    ['uuids', new Set(['new_row']), ['set', [['named-uuid', 'new_row']]]],
  ];
  for (const [name, value, wire] of writeOnly) {
    it(`writes ${name} ${JSON.stringify(wire)}, a form that only operations use`, () => {
      assert.deepEqual(encodeValue(column(name), value), wire);
    });
  }

  const unreadable: readonly (readonly [column: string, wire: unknown])[] = [
    ['integer', '7'],
    ['integer', null],
    ['integer', ['set', []]],
    ['integer', ['set', [1, 2]]],
    ['maybe_integer', ['set', [1, 2]]],
    ['boolean', 0],
    ['text', ['uuid', u1]],
    ['maybe_uuid', u1],
    ['uuids', ['set', u1]],
    ['uuids', ['set', [u1]]],
    ['integers', ['map', []]],
    ['text_by_text', ['set', []]],
    ['text_by_text', ['map', [['a']]]],
    ['text_by_text', ['map', ['ab']]],
    ['text_by_text', { a: 'b' }],
    ['integer_by_text', ['map', [['a', 'b']]]],
  ];
  for (const [name, wire] of unreadable) {
    it(`refuses to read ${name} ${JSON.stringify(wire)}`, () => {
      assert.throws(() => decodeValue(column(name), wire), OvsdbProtocolError);
    });
  }

  const unwritable: readonly (readonly [column: string, value: Value])[] = [
    ['integer', '7'],
    ['integer', 0.5],
    ['integer', 2 ** 53],
    ['integer', undefined],
    ['few', undefined],
    ['real', Number.NaN],
    ['real', Number.POSITIVE_INFINITY],
    ['boolean', 1],
    ['text', 7],
    ['text', 'a\0b'],
    ['text', '\ud83e'],
    ['maybe_uuid', 'not a uuid'],
    ['uuids', new Set([u1, '1234'])],
    ['integers', new Map([[1, 2]])],
    ['text_by_text', new Map([['a', 1]])],
  ];
  for (const [name, value] of unwritable) {
    it(`refuses to write ${name} = ${typeof value} ${JSON.stringify(value) ?? 'undefined'}`, () => {
      assert.throws(() => encodeValue(column(name), value), OvsdbEncodeError);
    });
  }

  it('gives every empty set and map one shared value that nobody can change', () => {
    assert.equal(decodeValue(column('integers'), ['set', []]), emptySet);
    assert.equal(defaultValue(column('text_by_text')), emptyMap);
    assert.throws(() => (emptySet as Set<string>).add('x'), TypeError);
    assert.throws(() => (emptyMap as Map<string, string>).set('x', 'y'), TypeError);
    assert.equal(emptySet.size + emptyMap.size, 0);
  });

  it('knows the default of each shape', () => {
    const names = ['integer', 'real', 'boolean', 'text', 'choice', 'maybe_integer', 'integers', 'few', 'text_by_text'];
    const defaults = [0, 0, false, '', '', undefined, new Set(), new Set([0]), new Map()];
    assert.deepEqual(
      names.map((name) => defaultValue(column(name))),
      defaults,
    );
  });

  it('compares by content, not by order', () => {
    assert(sameValue(new Set([1, 2]), new Set([2, 1])));
    assert(!sameValue(new Set([1, 2]), new Set([1, 3])));
    assert(!sameValue(new Set([1]), new Set([1, 2])));
    assert(sameValue(new Map([['a', 1]]), new Map([['a', 1]])));
    assert(!sameValue(new Map([['a', 1]]), new Map([['a', 2]])));
    assert(!sameValue(new Map([['a', 1]]), new Map([['b', 1]])));
    assert(!sameValue(undefined, new Set()));
    assert(!sameValue(1, '1'));
  });
});
