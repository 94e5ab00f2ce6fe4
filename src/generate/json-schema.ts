/**
 * JSON Schema as `crds/schemas` uses it, and the step that every generator starts with: load the sources, resolve their references.
 */
import { readdir, readFile } from 'node:fs/promises';

/** A CEL rule of a CustomResourceDefinition (apiextensions.k8s.io/v1 `ValidationRule`). */
export interface CelRule {
  readonly rule: string;
  /** What the API server prints; says what to write instead. */
  readonly message: string;
  /** The field that the message is about, below the rule's own place, as `.gateways`. */
  readonly fieldPath?: string;
}

/** A printer column of a CustomResourceDefinition. */
export interface PrinterColumn {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'date';
  readonly jsonPath: string;
  readonly priority?: number;
}

/** What a kind's schema says beside its fields, under the key `x-subnetes`. */
export interface KindSettings {
  readonly plural: string;
  readonly singular: string;
  readonly shortNames: readonly string[];
  readonly scope: 'Cluster' | 'Namespaced';
  /** Who writes the spec: decides which shipped ClusterRole grants the kind. */
  readonly owner: 'network-admin' | 'tenant';
  readonly columns: readonly PrinterColumn[];
  readonly selectableFields?: readonly string[];
  /** The condition types of a fresh object's status; absent means all four. */
  readonly initialConditions?: readonly string[];
}

/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The part of draft-07 that converts to a structural schema, and our extension keys. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  readonly format?: string;
  readonly default?: Json;
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false | JsonSchema;
  readonly maxProperties?: number;
  readonly 'x-kubernetes-validations'?: readonly CelRule[];
  readonly 'x-kubernetes-list-type'?: 'atomic' | 'set' | 'map';
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  /** The kind whose name the field holds; cdk8s constructs accept an object of it. */
  readonly 'x-subnetes-reference'?: string;
  readonly 'x-subnetes'?: KindSettings;
}

/** The schema of one kind, without references. */
export interface KindSchema {
  /** The kind, as `NodeNetwork`. */
  readonly kind: string;
  /** The source's name without `.schema.json`, as `node-network`. */
  readonly file: string;
  readonly settings: KindSettings;
  readonly schema: JsonSchema;
  readonly spec: JsonSchema;
  readonly status: JsonSchema;
}

const common = 'common.schema.json';

/** The kinds in the order in which people read them; a schema file that is not named here is an error. */
const order = [
  'vpc',
  'subnet',
  'ip',
  'gateway',
  'qos-policy',
  'mirror-session',
  'load-balancer-ip-pool',
  'provider-network',
  'node-network',
  'network-config',
];

/** Keywords that may stand beside `$ref`: annotations, whose loss changes no validation (draft-07 ignores siblings of `$ref`). */
const besideReference = new Set(['$ref', 'description', 'default', 'x-kubernetes-validations', 'x-subnetes-reference']);

/** Every keyword the generators understand; any other is a mistake in a source, not something to drop in silence. */
const known = new Set([
  ...besideReference,
  ...['$schema', '$defs', 'title', 'type', 'format', 'enum', 'const', 'pattern', 'minLength', 'maxLength'],
  ...['minimum', 'maximum', 'items', 'minItems', 'maxItems', 'uniqueItems', 'properties', 'required'],
  ...['additionalProperties', 'maxProperties', 'x-kubernetes-list-type', 'x-kubernetes-list-map-keys', 'x-subnetes'],
]);

/**
 * Reads the sources.
 * @param folder the URL of `crds/schemas/`, ending in a slash
 * @returns the kinds, in reading order, with every `$ref` replaced by what it names
 * @throws Error that names file and place when a source uses what can't be converted
 */
export async function loadKindSchemas(folder: URL): Promise<readonly KindSchema[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.schema.json'));
  const definitions = await loadDefinitions(folder);
  const names = files.filter((file) => file !== common).map((file) => file.slice(0, -'.schema.json'.length));
  const unknown = names.filter((name) => !order.includes(name));
  if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: add the kind to the order in json-schema.ts`);
  return Promise.all(
    order
      .filter((name) => names.includes(name))
      .map(async (file) => kindSchema(file, await read(folder, `${file}.schema.json`), definitions)),
  );
}

/**
 * Reads the `$defs` of common.schema.json: the types that several kinds share.
 * @param folder the URL of `crds/schemas/`, ending in a slash
 */
export async function loadDefinitions(folder: URL): Promise<Readonly<Record<string, JsonSchema>>> {
  return (await read(folder, common)).$defs ?? {};
}

async function read(folder: URL, file: string): Promise<JsonSchema> {
  return JSON.parse(await readFile(new URL(file, folder), 'utf8')) as JsonSchema;
}

/**
 * One kind out of its source.
 * @param definitions the `$defs` of common.schema.json
 */
export function kindSchema(
  file: string,
  source: JsonSchema,
  definitions: Readonly<Record<string, JsonSchema>>,
): KindSchema {
  const schema = resolve(source, definitions, file, []);
  const settings = schema['x-subnetes'];
  const spec = schema.properties?.spec;
  const status = schema.properties?.status;
  if (schema.title === undefined || settings === undefined || spec === undefined || status === undefined) {
    throw new Error(`${file}: title, x-subnetes, properties.spec and properties.status are needed`);
  }
  return { kind: schema.title, file, settings, schema, spec, status };
}

/**
 * Replaces each `$ref` by what it names; annotations beside it win, CEL rules are added.
 * @param path where we are, for error messages
 * @param open the definitions being resolved, to refuse cycles, which no structural schema can hold
 */
export function resolve(
  schema: JsonSchema,
  definitions: Readonly<Record<string, JsonSchema>>,
  path: string,
  open: readonly string[],
): JsonSchema {
  for (const keyword of Object.keys(schema)) {
    if (!known.has(keyword)) throw new Error(`${path}: the generator doesn't know the keyword ${keyword}`);
  }
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('#/$defs/')[1];
    const target = name === undefined ? undefined : definitions[name];
    if (name === undefined || target === undefined) throw new Error(`${path}: ${schema.$ref} names nothing`);
    if (open.includes(name)) throw new Error(`${path}: ${schema.$ref} contains itself`);
    const sibling = Object.keys(schema).find((keyword) => !besideReference.has(keyword));
    if (sibling !== undefined)
      throw new Error(`${path}: ${sibling} beside $ref is ignored by draft-07; define it in $defs`);
    const { $ref: _, 'x-kubernetes-validations': rules = [], ...annotations } = schema;
    const resolved = resolve(target, definitions, `${path}(${name})`, [...open, name]);
    const all = [...(resolved['x-kubernetes-validations'] ?? []), ...rules];
    return { ...resolved, ...annotations, ...(all.length > 0 ? { 'x-kubernetes-validations': all } : {}) };
  }
  const child = (value: JsonSchema, step: string) => resolve(value, definitions, `${path}.${step}`, open);
  const { items, properties, additionalProperties } = schema;
  return {
    ...schema,
    ...(items ? { items: child(items, 'items') } : {}),
    ...(properties
      ? { properties: Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, child(value, key)])) }
      : {}),
    ...(additionalProperties ? { additionalProperties: child(additionalProperties, 'additionalProperties') } : {}),
  };
}
