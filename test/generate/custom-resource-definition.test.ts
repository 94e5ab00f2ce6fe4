import assert from 'node:assert/strict';
import { customResourceDefinition, structural } from '../../src/generate/custom-resource-definition.ts';
import { type JsonSchema, kindSchema, loadKindSchemas, resolve } from '../../src/generate/json-schema.ts';

const place = 'test';
const text: JsonSchema = { type: 'string' };
const list = (more: JsonSchema): JsonSchema => ({
  type: 'array',
  maxItems: 3,
  items: text,
  'x-kubernetes-list-type': 'atomic',
  ...more,
});
const object = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({ type: 'object', properties });

describe('resolving references', () => {
  const definitions: Readonly<Record<string, JsonSchema>> = {
    name: { type: 'string', description: 'A name.', 'x-kubernetes-validations': [{ rule: 'a', message: 'a' }] },
    loop: { type: 'object', properties: { again: { $ref: '#/$defs/loop' } } },
  };

  it('replaces a reference; what stands beside it wins, rules are added', () => {
    const source: JsonSchema = {
      $ref: 'common.schema.json#/$defs/name',
      description: 'Mine.',
      'x-kubernetes-validations': [{ rule: 'b', message: 'b' }],
    };
    const resolved = resolve(source, definitions, place, []);
    assert.equal(resolved.type, 'string');
    assert.equal(resolved.description, 'Mine.');
    assert.deepEqual(
      resolved['x-kubernetes-validations']?.map(({ rule }) => rule),
      ['a', 'b'],
    );
  });

  it('refuses cycles, which no structural schema can hold', () => {
    assert.throws(() => resolve({ $ref: '#/$defs/loop' }, definitions, place, []), /contains itself/);
  });

  it('refuses a reference to nothing', () => {
    assert.throws(() => resolve({ $ref: '#/$defs/nothing' }, definitions, place, []), /names nothing/);
  });

  it('refuses validation beside a reference, which draft-07 ignores in silence', () => {
    assert.throws(
      () => resolve({ $ref: '#/$defs/name', maxLength: 5 }, definitions, place, []),
      /maxLength beside \$ref/,
    );
  });

  it('refuses a keyword that it does not know rather than dropping it', () => {
    assert.throws(
      () => resolve({ type: 'object', oneOf: [] } as JsonSchema, definitions, place, []),
      /doesn't know the keyword oneOf/,
    );
  });

  it('needs a title, settings, spec and status in a kind', () => {
    assert.throws(() => kindSchema('thing', object({}), {}), /x-subnetes/);
  });
});

describe('a structural schema', () => {
  it('says const as an enum of one', () => {
    assert.deepEqual(structural({ type: 'boolean', const: true }, place), { type: 'boolean', enum: [true] });
  });

  it('says uniqueItems as a set', () => {
    const { 'x-kubernetes-list-type': _, ...unique } = list({ uniqueItems: true });
    assert.deepEqual(structural(unique, place), {
      type: 'array',
      maxItems: 3,
      items: { type: 'string' },
      'x-kubernetes-list-type': 'set',
    });
  });

  it('drops additionalProperties: false, and keeps that of a map', () => {
    assert.deepEqual(structural({ ...object({ a: text }), additionalProperties: false }, place), {
      type: 'object',
      properties: { a: { type: 'string' } },
    });
    assert.deepEqual(structural({ type: 'object', additionalProperties: text }, place), {
      type: 'object',
      additionalProperties: { type: 'string' },
    });
  });

  it('drops formats that the API server would let pass in silence, and keeps its own', () => {
    assert.deepEqual(structural({ type: 'string', format: 'canonical-ip' }, place), { type: 'string' });
    assert.deepEqual(structural({ type: 'string', format: 'date-time' }, place), {
      type: 'string',
      format: 'date-time',
    });
  });

  it('refuses what the API server would refuse or misread', () => {
    const refusals: readonly (readonly [JsonSchema, RegExp])[] = [
      [{}, /needs a type/],
      [{ type: 'array', items: text, 'x-kubernetes-list-type': 'set' }, /needs maxItems/],
      [{ type: 'array', maxItems: 3, 'x-kubernetes-list-type': 'set' }, /needs items/],
      [{ type: 'array', maxItems: 3, items: text }, /who may merge the list/],
      [{ ...object({ a: text }), additionalProperties: text }, /exclude each other/],
      [list({ items: object({ mode: { type: 'string', default: 'x' } }) }), /no defaults inside list items/],
    ];
    for (const [schema, error] of refusals) assert.throws(() => structural(schema, place), error);
  });
});

describe('the schemas of the kinds', () => {
  const loaded = loadKindSchemas(new URL('../../crds/schemas/', import.meta.url));

  function* fields(schema: JsonSchema, path: string): Generator<readonly [path: string, schema: JsonSchema]> {
    for (const [key, child] of Object.entries(schema.properties ?? {})) {
      yield [`${path}.${key}`, child];
      yield* fields(child, `${path}.${key}`);
    }
    if (schema.items !== undefined) yield* fields(schema.items, `${path}[]`);
  }

  it('describe every field in one sentence', async () => {
    for (const { kind, schema } of await loaded) {
      for (const [path, { description = '' }] of fields(schema, kind)) {
        assert.match(description, /^[A-Z].*\.$/, path);
        assert.doesNotMatch(description, /[.!?] [A-Z]/, `${path}: more than one sentence`);
      }
    }
  });

  it('limit the length of every text and list, or CEL and etcd would not', async () => {
    for (const { kind, schema } of await loaded) {
      for (const [path, field] of fields(schema, kind)) {
        const free = field.enum !== undefined || field.const !== undefined || field.format === 'date-time';
        if (field.type === 'string' && !free) assert.ok(field.maxLength !== undefined, path);
        if (field.type === 'array') assert.ok(field.maxItems !== undefined, path);
        if (field.items?.type === 'string' && field.items.enum === undefined)
          assert.ok(field.items.maxLength !== undefined, `${path}[]`);
      }
    }
  });

  it('give every rule a message with a cure that does not repeat the rule', async () => {
    for (const { kind, schema } of await loaded) {
      for (const [path, field] of [[kind, schema] as const, ...fields(schema, kind)]) {
        for (const { rule, message } of [
          ...(field['x-kubernetes-validations'] ?? []),
          ...(field.items?.['x-kubernetes-validations'] ?? []),
        ]) {
          assert.match(message, /: |write exactly one|choose/, `${path}: ${message}`);
          assert.ok(!message.includes(rule), path);
        }
      }
    }
  });

  it('default an object whose fields have defaults to those defaults', async () => {
    for (const { kind, spec } of await loaded) {
      for (const [path, field] of [[`${kind}.spec`, spec] as const, ...fields(spec, kind)]) {
        if (field.default === undefined || field.type !== 'object') continue;
        const inner = Object.entries(field.properties ?? {}).filter(
          ([, child]) => child.default !== undefined && child.type !== 'object',
        );
        for (const [key, child] of inner) {
          const given: unknown = (field.default as Record<string, unknown>)[key];
          // The API server fills {} in too, but refuses it as a default when a rule of the object reads the field.
          if (Object.keys(field.default as object).length > 0) assert.deepEqual(given, child.default, `${path}.${key}`);
        }
      }
    }
  });

  it('make definitions small enough for etcd and for kubectl apply', async () => {
    for (const kind of await loaded) {
      const size = JSON.stringify(customResourceDefinition(kind)).length;
      // kubectl apply stores the whole object in an annotation of at most 262,144 bytes.
      assert.ok(size < 60_000, `${kind.kind}: ${size} bytes`);
    }
  });
});
