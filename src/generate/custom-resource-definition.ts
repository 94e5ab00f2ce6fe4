/**
 * JSON Schema → CustomResourceDefinition: the structural schema that the API server enforces.
 * The differences between the two dialects live here and nowhere else.
 */
import { group, version } from '../api/group.ts';
import type { Json, JsonSchema, KindSchema } from './json-schema.ts';

/** A manifest of kind CustomResourceDefinition (apiextensions.k8s.io/v1). */
export type CustomResourceDefinition = Readonly<Record<string, Json>> & {
  readonly metadata: { readonly name: string };
};

/** The formats that the API server enforces; ours are enforced by the CEL rules beside them, and an unknown one would pass in silence. */
const serverFormats = new Set(['int32', 'int64', 'date-time']);

const allConditions = ['Accepted', 'ResolvedRefs', 'Programmed', 'Ready'];

/** The CustomResourceDefinition of one kind. */
export function customResourceDefinition(kind: KindSchema): CustomResourceDefinition {
  const { settings, schema } = kind;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${settings.plural}.${group}` },
    spec: {
      group,
      names: {
        kind: kind.kind,
        listKind: `${kind.kind}List`,
        plural: settings.plural,
        singular: settings.singular,
        ...(settings.shortNames.length > 0 ? { shortNames: settings.shortNames } : {}),
        // Never `all`: kubectl delete all --all would delete addresses that pods hold.
        categories: ['subnetes'],
      },
      scope: settings.scope,
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          additionalPrinterColumns: settings.columns.map((column) => ({ ...column })),
          ...(settings.selectableFields
            ? { selectableFields: settings.selectableFields.map((jsonPath) => ({ jsonPath })) }
            : {}),
          subresources: { status: {} },
          schema: { openAPIV3Schema: rootSchema(kind, schema) },
        },
      ],
    },
  };
}

function rootSchema(kind: KindSchema, schema: JsonSchema): Json {
  const root = structural({ ...schema, properties: { spec: kind.spec } }, kind.kind) as { properties: { spec: Json } };
  const conditions = (kind.settings.initialConditions ?? allConditions).map((type) => ({
    type,
    status: 'Unknown',
    reason: 'Pending',
    message: 'Waiting for the Subnetes controller.',
    lastTransitionTime: '1970-01-01T00:00:00Z',
  }));
  return {
    ...root,
    properties: {
      apiVersion: { type: 'string', description: `${group}/${version}.` },
      kind: { type: 'string', description: `${kind.kind}.` },
      metadata: { type: 'object' },
      spec: root.properties.spec,
      // A cluster whose controller is down says so instead of printing blanks.
      status: { ...(structural(kind.status, `${kind.kind}.status`) as Record<string, Json>), default: { conditions } },
    },
  };
}

/**
 * One node of a structural schema.
 * @param path where we are, for error messages
 * @throws Error when the API server would refuse or misread the result
 */
export function structural(schema: JsonSchema, path: string): Json {
  const out: Record<string, Json> = {};
  if (schema.type === undefined) throw new Error(`${path}: a structural schema needs a type`);
  out.type = schema.type;
  if (schema.description !== undefined) out.description = schema.description;
  if (schema.default !== undefined) out.default = schema.default;
  if (schema.format !== undefined && serverFormats.has(schema.format)) out.format = schema.format;
  if (schema.enum !== undefined) out.enum = schema.enum;
  if (schema.const !== undefined) out.enum = [schema.const];
  for (const key of [
    'pattern',
    'minLength',
    'maxLength',
    'minimum',
    'maximum',
    'minItems',
    'maxItems',
    'maxProperties',
  ] as const) {
    if (schema[key] !== undefined) out[key] = schema[key];
  }
  if (schema.type === 'array') arrayKeywords(schema, path, out);
  if (schema.properties !== undefined) {
    out.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([key, value]) => [key, structural(value, `${path}.${key}`)]),
    );
    if (schema.required !== undefined && schema.required.length > 0) out.required = schema.required;
  }
  // `additionalProperties: false` is dropped: the server prunes unknown fields, kubectl refuses them (--validate=strict).
  if (schema.additionalProperties) {
    if (schema.properties !== undefined)
      throw new Error(`${path}: properties and additionalProperties exclude each other`);
    out.additionalProperties = structural(schema.additionalProperties, `${path}.*`);
  }
  const rules = schema['x-kubernetes-validations'];
  if (rules !== undefined) out['x-kubernetes-validations'] = rules.map((rule) => ({ ...rule }));
  return out;
}

function arrayKeywords(schema: JsonSchema, path: string, out: Record<string, Json>): void {
  if (schema.items === undefined) throw new Error(`${path}: an array needs items`);
  if (schema.maxItems === undefined)
    throw new Error(`${path}: an array needs maxItems, or its CEL rules exceed the cost budget`);
  const listType = schema.uniqueItems ? 'set' : schema['x-kubernetes-list-type'];
  if (listType === undefined)
    throw new Error(`${path}: say who may merge the list: uniqueItems or x-kubernetes-list-type`);
  out.items = structural(schema.items, `${path}[]`);
  out['x-kubernetes-list-type'] = listType;
  if (schema['x-kubernetes-list-map-keys'] !== undefined)
    out['x-kubernetes-list-map-keys'] = schema['x-kubernetes-list-map-keys'];
  // Client-side diffs compare list items whole: a default inside one is OutOfSync for ever.
  const inner = Object.entries(schema.items.properties ?? {}).find(([, value]) => value.default !== undefined);
  if (inner !== undefined) throw new Error(`${path}[].${inner[0]}: no defaults inside list items`);
}
