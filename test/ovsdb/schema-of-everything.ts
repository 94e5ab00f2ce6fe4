// A schema with a column of each shape and type, so that no encoding is left out, and the ways in which rows depend on each other.

const set = (key: unknown, min: number, max: number | 'unlimited' = 'unlimited'): unknown => ({
  type: { key, min, max },
});
const map = (key: unknown, value: unknown): unknown => ({ type: { key, value, min: 0, max: 'unlimited' } });
const ref = (refTable: string, refType: 'strong' | 'weak'): unknown => ({ type: 'uuid', refTable, refType });

/** Name of the database. */
export const everythingDatabase = 'Everything';

/** The schema as `<database-schema>` of RFC 7047 section 3.2. */
export const everythingSchema = {
  name: everythingDatabase,
  version: '1.0.0',
  tables: {
    Thing: {
      isRoot: true,
      indexes: [['name']],
      columns: {
        name: { type: 'string' },
        integer: { type: 'integer' },
        real: { type: 'real' },
        boolean: { type: 'boolean' },
        text: { type: 'string' },
        maybe_integer: set('integer', 0, 1),
        maybe_real: set('real', 0, 1),
        maybe_boolean: set('boolean', 0, 1),
        maybe_text: set('string', 0, 1),
        maybe_uuid: set('uuid', 0, 1),
        integers: set('integer', 0),
        reals: set('real', 0),
        texts: set('string', 0),
        uuids: set('uuid', 0),
        few: set('integer', 1, 3),
        choice: { type: { key: { type: 'string', enum: ['set', ['', 'a', 'b']] } } },
        text_by_text: map('string', 'string'),
        integer_by_text: map('string', 'integer'),
        real_by_integer: map('integer', 'real'),
        uuid_by_integer: map('integer', 'uuid'),
        fixed: { type: 'string', mutable: false },
        parts: set(ref('Part', 'strong'), 0),
        friend: set(ref('Thing', 'weak'), 0, 1),
        friends: set(ref('Thing', 'weak'), 0),
      },
    },
    Part: { columns: { label: { type: 'string' } } },
    Single: { isRoot: true, maxRows: 1, columns: { external_ids: map('string', 'string') } },
  },
};
