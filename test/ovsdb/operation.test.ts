// Operations as they go over the wire (RFC 7047 section 5.2), and answers as they come back.
import assert from 'node:assert/strict';
import { OvsdbEncodeError, OvsdbProtocolError, OvsdbTransactionError } from '../../src/ovsdb/errors.ts';
import { decodeResults, encodeOperation, type Operation } from '../../src/ovsdb/operation.ts';
import { parseSchema } from '../../src/ovsdb/schema.ts';
import { everythingSchema } from './schema-of-everything.ts';

const schema = parseSchema(everythingSchema);
const u1 = '11111111-2222-4333-8444-555555555555';
const table = 'Thing';

describe('operations', () => {
  const encodings: readonly (readonly [operation: Operation, wire: unknown])[] = [
    [
      { op: 'insert', table, uuid: u1, row: { name: 'a', parts: new Set(['new']) } },
      { op: 'insert', table, uuid: u1, row: { name: 'a', parts: ['set', [['named-uuid', 'new']]] } },
    ],
    [
      { op: 'insert', table: 'Part', uuidName: 'new', row: {} },
      { op: 'insert', table: 'Part', 'uuid-name': 'new', row: {} },
    ],
    [
      { op: 'update', table, where: [['_uuid', '==', u1]], row: { maybe_text: undefined } },
      { op: 'update', table, where: [['_uuid', '==', ['uuid', u1]]], row: { maybe_text: ['set', []] } },
    ],
    [
      {
        op: 'mutate',
        table,
        where: [['integers', 'includes', new Set([1])]],
        mutations: [
          ['text_by_text', 'delete', new Set(['k'])],
          ['text_by_text', 'insert', new Map([['k', 'v']])],
          ['integer', '+=', 2],
        ],
      },
      {
        op: 'mutate',
        table,
        where: [['integers', 'includes', ['set', [1]]]],
        mutations: [
          ['text_by_text', 'delete', ['set', ['k']]],
          ['text_by_text', 'insert', ['map', [['k', 'v']]]],
          ['integer', '+=', 2],
        ],
      },
    ],
    [
      { op: 'delete', table, where: [['maybe_text', '==', undefined]] },
      { op: 'delete', table, where: [['maybe_text', '==', ['set', []]]] },
    ],
    [
      {
        op: 'wait',
        table: 'Single',
        where: [['external_ids', 'includes', new Map([['epoch', '7']])]],
        columns: [],
        until: '==',
        rows: [{}],
        timeout: 0,
      },
      {
        op: 'wait',
        table: 'Single',
        where: [['external_ids', 'includes', ['map', [['epoch', '7']]]]],
        columns: [],
        until: '==',
        rows: [{}],
        timeout: 0,
      },
    ],
    [
      { op: 'select', table, where: [], columns: ['name', '_uuid'] },
      { op: 'select', table, where: [], columns: ['name', '_uuid'] },
    ],
    [
      { op: 'assert', lock: 'l' },
      { op: 'assert', lock: 'l' },
    ],
  ];
  for (const [operation, wire] of encodings) {
    it(`encodes ${JSON.stringify(wire)}`, () => {
      assert.deepEqual(encodeOperation(schema, operation), wire);
    });
  }

  const mistakes: readonly (readonly [title: string, operation: Operation])[] = [
    ['a table', { op: 'delete', table: 'Nothing', where: [] }],
    ['a column in a row', { op: 'insert', table, row: { nothing: 1 } }],
    ['a column in a condition', { op: 'delete', table, where: [['nothing', '==', undefined]] }],
    ['a column in a mutation', { op: 'mutate', table, where: [], mutations: [['nothing', '+=', 1]] }],
    ['a column to wait for', { op: 'wait', table, where: [], columns: ['nothing'], until: '==', rows: [], timeout: 0 }],
    ['a column to select', { op: 'select', table, where: [], columns: ['nothing'] }],
    ['a uuid', { op: 'insert', table, uuid: 'no uuid', row: {} }],
  ];
  for (const [title, operation] of mistakes) {
    it(`refuses ${title} that the schema does not have`, () => {
      assert.throws(() => encodeOperation(schema, operation), OvsdbEncodeError);
    });
  }

  const two: readonly Operation[] = [
    { op: 'comment', comment: 'a' },
    { op: 'comment', comment: 'b' },
  ];
  const failure = (results: unknown): unknown => {
    try {
      return decodeResults(schema, two, results);
    } catch (error) {
      return error;
    }
  };

  it('names the failed operation, and none when the error is an extra element', () => {
    const refusal = { error: 'constraint violation', details: 'why' };
    const [during, commit] = [failure([{}, refusal]), failure([{}, {}, refusal])];
    assert(during instanceof OvsdbTransactionError && commit instanceof OvsdbTransactionError);
    assert.deepEqual([during.kind, during.details, during.index], ['constraint violation', 'why', 1]);
    assert.equal(commit.index, undefined);
    assert.match(during.message, /operation 1.*constraint violation.*why/);
    assert.match(commit.message, /at commit/);
  });

  it('refuses an answer that does not fit the operations', () => {
    assert(failure([{}]) instanceof OvsdbProtocolError);
    assert(failure(7) instanceof OvsdbProtocolError);
    assert(failure([{}, {}, {}]) instanceof OvsdbProtocolError);
  });
});
