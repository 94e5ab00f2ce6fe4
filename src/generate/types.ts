/**
 * JSON Schema → TypeScript types. json-schema-to-typescript makes each interface; this file decides which interfaces there are,
 * what is optional in them, and makes everything readonly.
 */
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import type { Json, JsonSchema, KindSchema } from './json-schema.ts';

/**
 * `read`: as the API server answers, so fields with a default are there. `written`: as people write, so they may be absent,
 * and a reference may be given as the construct it names.
 */
export type Side = 'read' | 'written';

/** The suffix of a type that people write. */
const writtenSuffix = 'Props';

/** Types that several kinds share: one interface each, equal on both sides. */
export const sharedTitles: ReadonlySet<string> = new Set([
  'LabelSelector',
  'LabelSelectorRequirement',
  'PortRange',
  'Condition',
  'AddressUsage',
]);

/** The interfaces of what the API server answers, all kinds in one file. */
export async function readTypes(kinds: readonly KindSchema[]): Promise<string> {
  const interfaces = new Map<string, JsonSchema>();
  for (const kind of kinds) {
    titled(kind.spec, interfaces);
    titled(kind.status, interfaces);
  }
  const parts = ["import type { Resource } from '../resource.ts';"];
  for (const [title, schema] of interfaces) parts.push(await interfaceText(title, schema, 'read'));
  for (const { kind, schema } of kinds) {
    parts.push(
      `/** ${schema.description ?? ''} */\nexport type ${kind} = Resource<'${kind}', ${kind}Spec, ${kind}Status>;`,
    );
  }
  parts.push(
    `/** The type of each kind. */\nexport interface Kinds {\n${kinds.map(({ kind }) => `  readonly ${kind}: ${kind};`).join('\n')}\n}`,
  );
  return parts.join('\n\n');
}

/**
 * The interfaces of one kind's spec as people write it.
 * @returns the text, and the shared types that it uses
 */
export async function writtenTypes(
  kind: KindSchema,
): Promise<{ readonly text: string; readonly shared: readonly string[] }> {
  const interfaces = new Map<string, JsonSchema>();
  titled(kind.spec, interfaces);
  const parts: string[] = [];
  for (const [title, schema] of interfaces) {
    if (!sharedTitles.has(title)) parts.push(await interfaceText(title, schema, 'written'));
  }
  const text = parts.join('\n\n');
  return { text, shared: [...sharedTitles].filter((title) => new RegExp(`\\b${title}\\b`).test(text)) };
}

/** The kinds that a spec refers to by name. */
export function referencedKinds(schema: JsonSchema): ReadonlySet<string> {
  const found = new Set<string>();
  const reference = schema['x-subnetes-reference'];
  if (reference !== undefined) found.add(reference);
  for (const child of [schema.items, ...Object.values(schema.properties ?? {})]) {
    if (child !== undefined) for (const kind of referencedKinds(child)) found.add(kind);
  }
  return found;
}

/** Collects objects with fields, outer before inner. Each needs a title: it is the interface's name. */
function titled(schema: JsonSchema, into: Map<string, JsonSchema>): void {
  if (schema.properties !== undefined) {
    if (schema.title === undefined)
      throw new Error(`an object with the fields ${Object.keys(schema.properties).join(', ')} needs a title`);
    const known = into.get(schema.title);
    if (known !== undefined && JSON.stringify(known.properties) !== JSON.stringify(schema.properties)) {
      throw new Error(`two different objects have the title ${schema.title}`);
    }
    into.set(schema.title, known ?? schema);
  }
  for (const child of Object.values(schema.properties ?? {})) titled(child, into);
  if (schema.items !== undefined) titled(schema.items, into);
}

async function interfaceText(title: string, schema: JsonSchema, side: Side): Promise<string> {
  const name = side === 'written' ? `${title}${writtenSuffix}` : title;
  const { properties = {}, required = [] } = schema;
  const filled = Object.keys(properties).filter((key) => properties[key]?.default !== undefined);
  const text = await compile(
    {
      title: name,
      description: schema.description,
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, fieldType(value, side)])),
      required: [...required, ...(side === 'read' ? filled : [])],
    } as JSONSchema,
    name,
    { bannerComment: '', format: false, ignoreMinAndMaxItems: true },
  );
  return text
    .replaceAll(/^(\s*)("?[A-Za-z][\w-]*"?\??|\[k: string\]): /gm, '$1readonly $2: ')
    .replaceAll(/^(\s*readonly .*?: )(.*)\[\]$/gm, '$1readonly $2[]')
    .trim();
}

/** What json-schema-to-typescript needs of a field: its type, and objects by the name of their interface. */
function fieldType(schema: JsonSchema, side: Side): JSONSchema {
  const description = [schema.description, ...defaultText(schema.default)].join(' ');
  const reference = schema['x-subnetes-reference'];
  if (side === 'written' && reference !== undefined) return { description, tsType: `(${reference} | string)` };
  if (schema.properties !== undefined) {
    const title = schema.title ?? '';
    return { description, tsType: side === 'written' && !sharedTitles.has(title) ? `${title}${writtenSuffix}` : title };
  }
  return {
    description,
    type: schema.type,
    ...(schema.enum ? { enum: [...schema.enum] } : {}),
    ...(schema.const !== undefined ? { enum: [schema.const] } : {}),
    ...(schema.items ? { items: withoutDescription(fieldType(schema.items, side)) } : {}),
    ...(schema.additionalProperties ? { additionalProperties: fieldType(schema.additionalProperties, side) } : {}),
  } as JSONSchema;
}

/** The list's own description says it; json-schema-to-typescript would repeat that of its items. */
function withoutDescription({ description: _, ...type }: JSONSchema): JSONSchema {
  return type;
}

function defaultText(value: Json | undefined): readonly string[] {
  return value === undefined ? [] : [`Default: ${JSON.stringify(value)}.`];
}
