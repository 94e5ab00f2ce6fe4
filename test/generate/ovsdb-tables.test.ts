// Row types from schemas: what each shape becomes. That the committed files are fresh is a test of outputs.
import assert from 'node:assert/strict';
import { ovsdbTables } from '../../src/generate/ovsdb-tables.ts';
import { parseSchema } from '../../src/ovsdb/index.ts';

describe('ovsdbTables', () => {
  const set = (key: unknown, min: number, max: number | string) => ({ type: { key, min, max } });
  const schema = (columns: object, more: object = {}) =>
    parseSchema({ name: 'D', version: '2', tables: { Some_table: { isRoot: true, columns }, ...more } });

  it('gives each shape of column its type', () => {
    const columns = {
      scalar: { type: 'integer' },
      optional: set('real', 0, 1),
      set: set({ type: 'string', enum: ['set', ['b', 'a']] }, 0, 'unlimited'),
      map: { type: { key: 'string', value: 'boolean', min: 0, max: 'unlimited' } },
      reference: set({ type: 'uuid', refTable: 'Some_table', refType: 'weak' }, 0, 'unlimited'),
    };
    const text = ovsdbTables('Test', schema(columns), schema(columns));
    for (const line of [
      'export const testDatabase = "D";',
      'export type SomeTableRow = {',
      'readonly _uuid: Uuid;',
      'readonly scalar: number;',
      'readonly optional: number | undefined;',
      'readonly set: ReadonlySet<OpenEnum<"a" | "b">>;',
      'readonly map: ReadonlyMap<string, boolean>;',
      'set of weak reference to `Some_table`',
      'readonly reference: ReadonlySet<Uuid>;',
      'readonly Some_table: SomeTableRow;',
    ]) {
      assert(text.includes(line), `no '${line}' in\n${text}`);
    }
  });

  it('marks what the oldest server lacks, so that it must be asked for', () => {
    const old = { a: { type: 'string' } };
    const fresh = { ...old, b: { type: 'string' }, c: set('string', 0, 'unlimited') };
    const text = ovsdbTables('Test', schema(fresh, { Newer: { isRoot: true, columns: old } }), schema(old));
    assert.match(text, /readonly a: string;/);
    assert.match(text, /readonly b: string \| undefined;/);
    assert.match(text, /readonly c: ReadonlySet<string> \| undefined;/);
    assert.match(text, /Table `Newer`, since a schema after 2\./);
  });
});
