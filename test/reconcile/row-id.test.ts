/** Row UUIDs are an on-disk format: these vectors never change. A change here means that every installation loses every row. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { rowId } from '../../src/reconcile/row-id.ts';

const vectors = [
  ['cluster', 'Logical_Router', 'Vpc/default', '', 'acebbfb2-7435-5d33-8b7d-405318142c75'],
  ['cluster', 'Logical_Switch', 'Subnet/default', '', '0c753cca-cc4f-5563-8bd0-fb596c9f8ce0'],
  ['cluster', 'Logical_Switch', 'Vpc/default', 'join', '32aaa096-19b2-512d-88ce-bcff37e3e301'],
  ['cluster', 'Logical_Router_Port', 'Subnet/default', '', '0d8239ce-7673-5587-adc4-589c53f1000f'],
  ['cluster', 'Logical_Switch_Port', 'IP/team-a/web-0-abcdefghij', '', '4d5c2c73-8f4b-5741-82ca-ccab0fbf8a60'],
  ['cluster', 'ACL', 'Subnet/db', 'drop/ipv6', '5f14d6a6-b37c-5047-8916-deacb9a6898c'],
  ['6f3c', 'Logical_Router_Policy', 'Vpc/ä', 'policy/x/ipv4', '347f37a7-df5d-5718-80a0-7402db627ec5'],
] as const;

/** RFC 9562 section 5.5, written anew: a version 5 UUID of a name in a namespace. */
function version5(namespace: string, name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  bytes.writeUInt8((bytes.readUInt8(6) % 16) + 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) % 64) + 0x80, 8);
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

describe('rowId', () => {
  for (const [installation, table, owner, key, uuid] of vectors) {
    it(`gives ${table} ${owner} ${key} the UUID that it always had`, () => {
      assert.equal(rowId(installation, { table, owner, key }), uuid);
    });
  }

  it('is the version 5 UUID of its parts in the namespace of rows', () => {
    const urls = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';
    const rows = version5(urls, 'https://subnetes.io/rows/v1');
    const name = fc.string({ maxLength: 20 }).filter((text) => !text.includes('\0'));
    fc.assert(
      fc.property(name, name, name, name, (installation, table, owner, key) => {
        assert.equal(
          rowId(installation, { table, owner, key }),
          version5(rows, [installation, table, owner, key].join('\0')),
        );
      }),
    );
  });
});
