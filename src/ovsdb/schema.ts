/**
 * The schema of a database (RFC 7047 section 3.2) as the client works with it: parsed once from `get_schema` or from an
 * `.ovsschema` file, used to encode and decode every value. Pure.
 */
import { OvsdbProtocolError } from './errors.ts';

/** `<atomic-type>` of RFC 7047 section 3.2. */
export type AtomicType = 'integer' | 'real' | 'boolean' | 'string' | 'uuid';

/** `<base-type>` of RFC 7047 section 3.2: the type of an element, or of a map's key or value. */
export type BaseType = {
  readonly type: AtomicType;
  /** Values allowed by this server. A newer server may know more: never rejected when read. */
  readonly enum: readonly (string | number | boolean)[] | undefined;
  readonly minInteger: number | undefined;
  readonly maxInteger: number | undefined;
  readonly maxLength: number | undefined;
  /** Table that a `uuid` refers to. */
  readonly refTable: string | undefined;
  /** `strong`: the row must exist and keeps a non-root row alive; `weak`: a dangling reference is dropped silently. */
  readonly refType: 'strong' | 'weak' | undefined;
};

/** How a column looks in a decoded row. */
export type ColumnShape = 'scalar' | 'optional' | 'set' | 'map';

/** `<column-schema>` of RFC 7047 section 3.2. */
export type ColumnSchema = {
  readonly name: string;
  readonly shape: ColumnShape;
  readonly key: BaseType;
  readonly value: BaseType | undefined;
  readonly min: number;
  /** Most elements; `Infinity` for `"unlimited"`. */
  readonly max: number;
  readonly mutable: boolean;
  readonly ephemeral: boolean;
};

/** `<table-schema>` of RFC 7047 section 3.2. */
export type TableSchema = {
  readonly name: string;
  readonly columns: ReadonlyMap<string, ColumnSchema>;
  /** Sets of columns whose values are unique over the table. */
  readonly indexes: readonly (readonly string[])[];
  /** False: a row nobody refers to strongly is collected at commit. */
  readonly isRoot: boolean;
  readonly maxRows: number;
};

/** `<database-schema>` of RFC 7047 section 3.2. */
export type DatabaseSchema = {
  readonly name: string;
  readonly version: string;
  readonly tables: ReadonlyMap<string, TableSchema>;
};

const uuidType: BaseType = {
  type: 'uuid',
  enum: undefined,
  minInteger: undefined,
  maxInteger: undefined,
  maxLength: undefined,
  refTable: undefined,
  refType: undefined,
};

/** The columns that every row has without being in the schema (RFC 7047 section 3.2): `_uuid` and `_version`. */
export const implicitColumns: ReadonlyMap<string, ColumnSchema> = new Map(
  ['_uuid', '_version'].map((name) => [
    name,
    { name, shape: 'scalar', key: uuidType, value: undefined, min: 1, max: 1, mutable: false, ephemeral: false },
  ]),
);

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const optionalNumber = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** RFC 7047 section 3.1 `<id>`; `__proto__` would match it and must never become a property name. */
const isName = (name: string): boolean => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && name !== '__proto__';

function parseEnum(json: unknown): BaseType['enum'] {
  if (json === undefined) return undefined;
  const values = Array.isArray(json) && json[0] === 'set' ? (json[1] as unknown) : [json];
  if (!Array.isArray(values)) throw new OvsdbProtocolError('schema: malformed enum');
  return values.filter((v) => typeof v === 'string' || typeof v === 'number' || typeof v === 'boolean');
}

function parseBaseType(json: unknown, where: string): BaseType {
  const object = typeof json === 'string' ? { type: json } : json;
  if (!isObject(object)) throw new OvsdbProtocolError(`schema: ${where} has no type`);
  const { type, refTable, refType } = object;
  if (type !== 'integer' && type !== 'real' && type !== 'boolean' && type !== 'string' && type !== 'uuid') {
    throw new OvsdbProtocolError(`schema: ${where} has an unknown type ${JSON.stringify(type)}`);
  }
  return {
    type,
    enum: parseEnum(object.enum),
    minInteger: optionalNumber(object.minInteger),
    maxInteger: optionalNumber(object.maxInteger),
    maxLength: optionalNumber(object.maxLength),
    refTable: typeof refTable === 'string' ? refTable : undefined,
    refType: typeof refTable !== 'string' ? undefined : refType === 'weak' ? 'weak' : 'strong',
  };
}

/** Parses one `<column-schema>`; `where` names it in errors. */
export function parseColumn(name: string, json: unknown, where: string): ColumnSchema {
  if (!isObject(json)) throw new OvsdbProtocolError(`schema: ${where} is no object`);
  const type = isObject(json.type) ? json.type : { key: json.type };
  const key = parseBaseType(type.key, where);
  const value = type.value === undefined ? undefined : parseBaseType(type.value, where);
  const min = optionalNumber(type.min) ?? 1;
  const max = type.max === 'unlimited' ? Number.POSITIVE_INFINITY : (optionalNumber(type.max) ?? 1);
  const shape = value !== undefined ? 'map' : max > 1 ? 'set' : min === 0 ? 'optional' : 'scalar';
  return {
    name,
    shape,
    key,
    value,
    min,
    max,
    mutable: json.mutable !== false,
    ephemeral: json.ephemeral === true,
  };
}

/** Parses a `<database-schema>` (the result of `get_schema`, or an `.ovsschema` file). Throws `OvsdbProtocolError`. */
export function parseSchema(json: unknown): DatabaseSchema {
  if (!isObject(json) || typeof json.name !== 'string' || !isObject(json.tables)) {
    throw new OvsdbProtocolError('schema: no name or no tables');
  }
  const tablesJson = Object.entries(json.tables);
  // RFC 7047 section 3.2: when no table says isRoot, all are in the root set.
  const anyRoot = tablesJson.some(([, table]) => isObject(table) && table.isRoot === true);
  const tables = new Map<string, TableSchema>();
  for (const [name, table] of tablesJson) {
    if (!isName(name) || !isObject(table) || !isObject(table.columns)) {
      throw new OvsdbProtocolError(`schema: table ${name} is malformed`);
    }
    const columns = new Map<string, ColumnSchema>();
    for (const [column, columnJson] of Object.entries(table.columns)) {
      if (!isName(column)) throw new OvsdbProtocolError(`schema: column ${name}.${column} has no valid name`);
      columns.set(column, parseColumn(column, columnJson, `${name}.${column}`));
    }
    const indexes = Array.isArray(table.indexes) ? (table.indexes as readonly (readonly string[])[]) : [];
    tables.set(name, {
      name,
      columns,
      indexes,
      isRoot: !anyRoot || table.isRoot === true,
      maxRows: optionalNumber(table.maxRows) ?? Number.POSITIVE_INFINITY,
    });
  }
  return { name: json.name, version: typeof json.version === 'string' ? json.version : '', tables };
}
