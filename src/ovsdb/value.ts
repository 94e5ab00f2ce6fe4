/**
 * Values between the wire and the program: RFC 7047 section 5.1 `<value>` on one side, plain atoms, sets and maps on the
 * other. Pure; the replica and the transactions are built on it.
 */
import { OvsdbEncodeError, OvsdbProtocolError } from './errors.ts';
import type { BaseType, ColumnSchema } from './schema.ts';

/** A row's identity, in lower-case text form. */
export type Uuid = string;

/** One element; a `uuid` is a plain string, the schema tells it from a `string`. */
export type Atom = string | number | boolean;

/** A decoded column: scalar, absent optional (`undefined`), set (max > 1) or map. */
export type Value = Atom | ReadonlySet<Atom> | ReadonlyMap<Atom, Atom> | undefined;

/** Takes the mutator away; as a hidden own property, so that the value still equals any other empty one in tests. */
function sealed<T extends object>(empty: T, mutator: keyof T): T {
  const value = (): never => {
    throw new TypeError('the shared empty value is immutable');
  };
  return Object.defineProperty(empty, mutator, { value });
}

/** The value of every empty set column: one object, because most columns of most rows are empty. */
export const emptySet: ReadonlySet<Atom> = sealed(new Set<Atom>(), 'add');

/** The value of every empty map column. */
export const emptyMap: ReadonlyMap<Atom, Atom> = sealed(new Map<Atom, Atom>(), 'set');

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const namePattern = /^[A-Za-z_][A-Za-z0-9_]*$/;

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
};

function decodeAtom(type: BaseType, wire: unknown, column: ColumnSchema): Atom {
  switch (type.type) {
    case 'string':
      if (typeof wire === 'string') return wire;
      break;
    case 'uuid':
      if (Array.isArray(wire) && wire[0] === 'uuid' && typeof wire[1] === 'string') return wire[1];
      break;
    case 'boolean':
      if (typeof wire === 'boolean') return wire;
      break;
    default:
      // Integers are 64 bits wide (RFC 7047 section 3.1); beyond 2^53 JSON.parse has already rounded them.
      if (typeof wire === 'number') return wire;
  }
  throw new OvsdbProtocolError(`column ${column.name}: ${show(wire)} is no ${type.type}`);
}

/** The elements of a wire `<set>`; a set of exactly one element may come bare (RFC 7047 section 5.1). */
export function decodeElements(column: ColumnSchema, wire: unknown): Atom[] {
  if (!Array.isArray(wire) || wire[0] !== 'set') return [decodeAtom(column.key, wire, column)];
  if (!Array.isArray(wire[1])) throw new OvsdbProtocolError(`column ${column.name}: malformed set`);
  return wire[1].map((element) => decodeAtom(column.key, element, column));
}

/** Distinct keys of maps that are remembered at most. */
const MOST_KEYS = 10_000;

/**
 * The last pair of each key of a map: rows repeat the keys, and some of the values, and `JSON.parse` makes a new text each time. A third of
 * the text in the rows of ports.
 */
const lastPairs = new Map<Atom, [key: Atom, value: Atom]>();

/** The pair in texts that other rows have already, where they do. */
function shared(key: Atom, value: Atom): [Atom, Atom] {
  const last = lastPairs.get(key);
  if (last?.[1] === value) return [last[0], last[1]];
  if (last === undefined && lastPairs.size >= MOST_KEYS) lastPairs.clear();
  const pair: [Atom, Atom] = [last?.[0] ?? key, value];
  lastPairs.set(pair[0], pair);
  return [pair[0], value];
}

/** The pairs of a wire `<map>`. */
export function decodePairs(column: ColumnSchema, wire: unknown): [Atom, Atom][] {
  if (!Array.isArray(wire) || wire[0] !== 'map' || !Array.isArray(wire[1]) || column.value === undefined) {
    throw new OvsdbProtocolError(`column ${column.name}: ${show(wire)} is no map`);
  }
  const { key, value } = column;
  return wire[1].map((pair) => {
    if (!Array.isArray(pair)) throw new OvsdbProtocolError(`column ${column.name}: malformed pair`);
    return shared(decodeAtom(key, pair[0], column), decodeAtom(value, pair[1], column));
  });
}

/** Decodes the whole value of a column. Enumerations are not checked: newer servers know more values. */
export function decodeValue(column: ColumnSchema, wire: unknown): Value {
  switch (column.shape) {
    case 'scalar':
      // One element, bare or as a set of one.
      return Array.isArray(wire) && wire[0] === 'set'
        ? onlyElement(column, wire)
        : decodeAtom(column.key, wire, column);
    case 'optional':
      return Array.isArray(wire) && wire[0] === 'set'
        ? onlyElement(column, wire)
        : decodeAtom(column.key, wire, column);
    case 'set': {
      if (Array.isArray(wire) && wire[0] === 'set' && Array.isArray(wire[1]) && wire[1].length === 0) return emptySet;
      return new Set(decodeElements(column, wire));
    }
    case 'map': {
      if (Array.isArray(wire) && wire[0] === 'map' && Array.isArray(wire[1]) && wire[1].length === 0) return emptyMap;
      return new Map(decodePairs(column, wire));
    }
  }
}

function onlyElement(column: ColumnSchema, wire: unknown): Atom | undefined {
  const elements = decodeElements(column, wire);
  if (elements.length > 1 || (elements.length === 0 && column.shape === 'scalar')) {
    throw new OvsdbProtocolError(`column ${column.name}: ${elements.length} elements`);
  }
  return elements[0];
}

/** What a column holds when an insert leaves it out (RFC 7047 section 5.2.1). */
export function defaultValue(column: ColumnSchema): Value {
  switch (column.shape) {
    case 'set':
      return column.min > 0 ? new Set([defaultAtom(column.key)]) : emptySet;
    case 'map':
      return column.min > 0 && column.value !== undefined
        ? new Map([[defaultAtom(column.key), defaultAtom(column.value)]])
        : emptyMap;
    case 'optional':
      return undefined;
    case 'scalar':
      return defaultAtom(column.key);
  }
}

function defaultAtom(type: BaseType): Atom {
  switch (type.type) {
    case 'string':
      return '';
    case 'uuid':
      return '00000000-0000-0000-0000-000000000000';
    case 'boolean':
      return false;
    default:
      return 0;
  }
}

/** Encodes a uuid: a real one as `["uuid", …]`, a name given by `uuidName` in this transaction as `["named-uuid", …]`; `undefined` when it is neither. */
export function encodeUuid(uuid: string): readonly [form: string, uuid: string] | undefined {
  if (uuidPattern.test(uuid)) return ['uuid', uuid];
  return namePattern.test(uuid) ? ['named-uuid', uuid] : undefined;
}

/** RFC 7047 section 3.1: a string is any Unicode but NUL; half a surrogate pair is no Unicode. */
const isString = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

function encodeAtom(type: BaseType, atom: unknown, column: ColumnSchema, table: string): unknown {
  switch (type.type) {
    case 'string':
      if (typeof atom === 'string' && isString(atom)) return atom;
      break;
    case 'uuid': {
      const encoded = typeof atom === 'string' ? encodeUuid(atom) : undefined;
      if (encoded) return encoded;
      break;
    }
    case 'boolean':
      if (typeof atom === 'boolean') return atom;
      break;
    case 'integer':
      if (typeof atom === 'number' && Number.isSafeInteger(atom)) return atom;
      break;
    case 'real':
      if (typeof atom === 'number' && Number.isFinite(atom)) return atom;
      break;
  }
  throw new OvsdbEncodeError(`${place(column, table)}: ${show(atom)} is no ${type.type}`);
}

const place = (column: ColumnSchema, table: string): string => (table === '' ? column.name : `${table}.${column.name}`);

/**
 * Encodes a value for an operation on `column`. The form follows the value given, because conditions and mutations may
 * use another one than the column: a `Set` of keys deletes from a map, a `Set` is compared by `includes`.
 * @param table its name, for errors
 */
export function encodeValue(column: ColumnSchema, value: Value, table = ''): unknown {
  if (value === undefined) {
    if (column.min > 0) throw new OvsdbEncodeError(`${place(column, table)}: the column can not be empty`);
    return column.shape === 'map' ? ['map', []] : ['set', []];
  }
  if (value instanceof Map) {
    const type = column.value;
    if (type === undefined) throw new OvsdbEncodeError(`${place(column, table)}: a map for a column that is none`);
    // Loops: Array.from with a function took a third of the time of a large write.
    const pairs: unknown[] = [];
    for (const [key, atom] of value)
      pairs.push([encodeAtom(column.key, key, column, table), encodeAtom(type, atom, column, table)]);
    return ['map', pairs];
  }
  if (value instanceof Set) {
    const atoms: unknown[] = [];
    for (const atom of value) atoms.push(encodeAtom(column.key, atom, column, table));
    return ['set', atoms];
  }
  return encodeAtom(column.key, value, column, table);
}

/** Structural equality of two decoded values of one column. O(size). */
export function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a instanceof Set && b instanceof Set) {
    if (a.size !== b.size) return false;
    for (const atom of a) if (!b.has(atom)) return false;
    return true;
  }
  if (a instanceof Map && b instanceof Map) {
    if (a.size !== b.size) return false;
    for (const [key, atom] of a) if (b.get(key) !== atom) return false;
    return true;
  }
  return false;
}
