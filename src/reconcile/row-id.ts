/**
 * Deterministic row UUIDs (RFC 9562 version 5), given to OVSDB with `insert`'s `uuid` member. References then need no lookup, a
 * restart recognises its own rows, and infrastructure restored from a backup keeps them.
 *
 * The derivation is an on-disk format: changing it replaces every row of every installation. Golden vectors are in the tests.
 */
import { createHash } from 'node:crypto';
import type { Uuid } from '../ovsdb/index.ts';

/** Version 5 UUID of the name `https://subnetes.io/rows/v1` in the namespace of URLs (RFC 9562 section 6.6); a test derives it. */
const NAMESPACE = Buffer.from('936b57d9168c5fe9b031fe68202205c5', 'hex');

/** The identity of a row: who wants it (`Kind/name`), in which table, and which of the owner's rows there it is. */
export interface RowIdentity {
  readonly table: string;
  readonly owner: string;
  /** Distinguishes rows of one owner and table; holds every immutable column. */
  readonly key: string;
}

/** The UUID of a row in an installation. Names must not contain NUL, which no Kubernetes name does. */
export function rowId(installation: string, { table, owner, key }: RowIdentity): Uuid {
  const digest = createHash('sha1').update(NAMESPACE).update([installation, table, owner, key].join('\0')).digest();
  digest[6] = (digest[6]! & 0x0f) | 0x50;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = digest.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
