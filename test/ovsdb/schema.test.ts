// Schemas as servers and files give them.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { OvsdbProtocolError } from '../../src/ovsdb/errors.ts';
import { parseSchema } from '../../src/ovsdb/schema.ts';

const vendored = async (path: string) =>
  parseSchema(JSON.parse(await readFile(new URL(`../../src/${path}`, import.meta.url), 'utf8')));

describe('parseSchema', () => {
  it('reads OVN_Northbound: shapes, references, uniqueness, roots', async () => {
    const schema = await vendored('northbound/ovn-nb.ovsschema');
    assert.equal(schema.name, 'OVN_Northbound');
    const port = schema.tables.get('Logical_Switch_Port');
    assert.deepEqual([port?.isRoot, port?.indexes, schema.tables.get('NB_Global')?.maxRows], [false, [['name']], 1]);
    const shapes = (...names: readonly string[]) => names.map((name) => port?.columns.get(name)?.shape);
    assert.deepEqual(shapes('name', 'up', 'addresses', 'options'), ['scalar', 'optional', 'set', 'map']);
    const ports = schema.tables.get('Logical_Switch')?.columns.get('ports')?.key;
    assert.deepEqual([ports?.refTable, ports?.refType], ['Logical_Switch_Port', 'strong']);
    const members = schema.tables.get('Port_Group')?.columns.get('ports')?.key;
    assert.deepEqual([members?.refTable, members?.refType], ['Logical_Switch_Port', 'weak']);
    assert.deepEqual(schema.tables.get('ACL')?.columns.get('direction')?.key.enum, ['from-lport', 'to-lport']);
  });

  it('reads Open_vSwitch: immutable and ephemeral columns', async () => {
    const columns = (await vendored('vswitch/vswitch.ovsschema')).tables.get('Interface')?.columns;
    assert.deepEqual([columns?.get('name')?.mutable, columns?.get('statistics')?.ephemeral], [false, true]);
    assert.deepEqual([columns?.get('options')?.mutable, columns?.get('options')?.ephemeral], [true, false]);
  });

  it('takes all tables for roots when none is marked', () => {
    const schema = parseSchema({ name: 'D', tables: { A: { columns: {} }, B: { columns: {} } } });
    assert.deepEqual(
      [...schema.tables.values()].map((table) => table.isRoot),
      [true, true],
    );
  });

  const hostile: readonly (readonly [title: string, json: unknown])[] = [
    ['null', null],
    ['no tables', { name: 'D' }],
    ['no name', { tables: {} }],
    ['a table that is no object', { name: 'D', tables: { A: 7 } }],
    ['a table name that is no name', { name: 'D', tables: { 'A B': { columns: {} } } }],
    [
      'a column that would be a prototype',
      JSON.parse('{"name":"D","tables":{"A":{"columns":{"__proto__":{"type":"string"}}}}}'),
    ],
    ['an unknown type', { name: 'D', tables: { A: { columns: { a: { type: 'blob' } } } } }],
    ['a column without a type', { name: 'D', tables: { A: { columns: { a: {} } } } }],
  ];
  for (const [title, json] of hostile) {
    it(`refuses ${title}`, () => {
      assert.throws(() => parseSchema(json), OvsdbProtocolError);
    });
  }
});
