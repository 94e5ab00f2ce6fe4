/**
 * Writes the row types of a database (`src/northbound/tables.ts` and its siblings) from its `.ovsschema`: the newest that
 * is supported for the columns, the oldest to know which of them a server may lack.
 */
import { readFile } from 'node:fs/promises';
import {
  type BaseType,
  type ColumnSchema,
  type DatabaseSchema,
  parseSchema,
  type TableSchema,
} from '../ovsdb/index.ts';

/** A database whose row types are generated; paths are relative to the repository's root. */
export type OvsdbTypesSource = {
  /** Prefix of the exported names: `Northbound` gives `NorthboundTables`. */
  readonly prefix: string;
  readonly newest: string;
  readonly oldest: string;
  readonly output: string;
};

/** The databases this project speaks to. */
export const ovsdbTypesSources: readonly OvsdbTypesSource[] = [
  {
    prefix: 'Northbound',
    newest: 'src/northbound/ovn-nb.ovsschema',
    oldest: 'src/northbound/ovn-nb.oldest.ovsschema',
    output: 'src/northbound/tables.ts',
  },
  {
    prefix: 'Southbound',
    newest: 'src/southbound/ovn-sb.ovsschema',
    oldest: 'src/southbound/ovn-sb.oldest.ovsschema',
    output: 'src/southbound/tables.ts',
  },
  {
    prefix: 'Vswitch',
    newest: 'src/vswitch/vswitch.ovsschema',
    oldest: 'src/vswitch/vswitch.oldest.ovsschema',
    output: 'src/vswitch/tables.ts',
  },
];

/**
 * Reads the schemas and generates all files, not yet formatted.
 * @param root the URL of the repository, ending in a slash
 */
export async function ovsdbTablesFiles(root: URL): Promise<readonly (readonly [path: string, text: string])[]> {
  const read = async (path: string): Promise<DatabaseSchema> =>
    parseSchema(JSON.parse(await readFile(new URL(path, root), 'utf8')));
  return Promise.all(
    ovsdbTypesSources.map(async ({ prefix, newest, oldest, output }) => {
      return [output, ovsdbTables(prefix, await read(newest), await read(oldest))] as const;
    }),
  );
}

/** The TypeScript of one database's row types. Pure. */
export function ovsdbTables(prefix: string, newest: DatabaseSchema, oldest: DatabaseSchema): string {
  const tables = [...newest.tables.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const anyEnum = tables.some((table) => [...table.columns.values()].some((column) => hasEnum(column)));
  const imports = anyEnum ? 'OpenEnum, Uuid' : 'Uuid';
  return `
/**
 * Rows of the database ${newest.name}, schema ${newest.version}. A column that is newer than schema ${oldest.version} is
 * \`| undefined\`: a server may lack it, and then it must not be written (ask \`has()\` of the client). A table that the
 * server lacks is empty.
 */
import type { ${imports} } from '../ovsdb/index.ts';

/** Name of the database, as the protocol wants it. */
export const ${lowerFirst(prefix)}Database = ${literal(newest.name)};

${tables.map((table) => tableType(table, oldest)).join('\n\n')}

/** The tables of ${newest.name} by name: the type argument of the client. */
export type ${prefix}Tables = {
${tables.map((table) => `  readonly ${table.name}: ${rowTypeName(table.name)};`).join('\n')}
};
`;
}

function tableType(table: TableSchema, oldest: DatabaseSchema): string {
  const before = oldest.tables.get(table.name);
  const facts = [
    `Table \`${table.name}\`${before === undefined ? `, since a schema after ${oldest.version}` : ''}.`,
    table.isRoot ? '' : 'Collected when no row refers to it strongly.',
    table.indexes.length === 0 ? '' : `Unique: ${table.indexes.map((columns) => columns.join(' + ')).join('; ')}.`,
    Number.isFinite(table.maxRows) ? `At most ${table.maxRows} row${table.maxRows === 1 ? '' : 's'}.` : '',
  ];
  const columns = [...table.columns.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return `/** ${facts.filter((fact) => fact !== '').join(' ')} */
export type ${rowTypeName(table.name)} = {
  readonly _uuid: Uuid;
${columns.map((column) => columnType(table, column, before === undefined || before.columns.has(column.name))).join('\n')}
};`;
}

function columnType(table: TableSchema, column: ColumnSchema, old: boolean): string {
  const missing = old || column.shape === 'optional' ? '' : ' | undefined';
  return `  /** \`${table.name}.${column.name}\`: ${describe(column)}${old ? '' : ', not at every server'}. */
  readonly ${column.name}: ${valueType(column)}${missing};`;
}

function describe(column: ColumnSchema): string {
  const key = describeAtom(column.key);
  const most = Number.isFinite(column.max) ? ` of at most ${column.max}` : '';
  const shapes = {
    scalar: key,
    optional: `optional ${key}`,
    set: `set${most === '' ? ' of' : `${most}:`} ${key}`,
    map: `map${most} from ${key} to ${column.value === undefined ? '' : describeAtom(column.value)}`,
  };
  return `${shapes[column.shape]}${column.mutable ? '' : ', immutable'}${column.ephemeral ? ', ephemeral' : ''}`;
}

function describeAtom(type: BaseType): string {
  if (type.refTable !== undefined) return `${type.refType} reference to \`${type.refTable}\``;
  const { minInteger, maxInteger } = type;
  if (minInteger === undefined && maxInteger === undefined) return type.type;
  if (maxInteger === undefined) return `${type.type}, at least ${minInteger}`;
  return `${type.type} ${minInteger ?? ''}..${maxInteger}`;
}

function valueType(column: ColumnSchema): string {
  const key = atomType(column.key);
  switch (column.shape) {
    case 'scalar':
      return key;
    case 'optional':
      return `${key} | undefined`;
    case 'set':
      return `ReadonlySet<${key}>`;
    case 'map':
      return `ReadonlyMap<${key}, ${column.value === undefined ? 'never' : atomType(column.value)}>`;
  }
}

function atomType(type: BaseType): string {
  switch (type.type) {
    case 'integer':
    case 'real':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'uuid':
      return 'Uuid';
    case 'string':
      return type.enum === undefined ? 'string' : `OpenEnum<${[...type.enum].sort().map(literal).join(' | ')}>`;
  }
}

const hasEnum = (column: ColumnSchema): boolean =>
  [column.key, column.value].some((type) => type?.type === 'string' && type.enum !== undefined);

const literal = (value: unknown): string => JSON.stringify(value);

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** `Logical_Switch_Port` → `LogicalSwitchPortRow`. */
const rowTypeName = (table: string): string =>
  `${table
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}Row`;
