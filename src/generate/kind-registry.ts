/**
 * The registry of kinds: what the API server calls them, and their defaults, as a TypeScript module without dependencies.
 */
import { group, version } from '../api/group.ts';
import type { Json, JsonSchema, KindSchema } from './json-schema.ts';

/** The text of src/api/generated/kinds.ts. */
export function kindRegistry(kinds: readonly KindSchema[]): string {
  const entries = kinds.map(({ kind, settings }) => {
    const descriptor = {
      group,
      version,
      plural: settings.plural,
      kind,
      namespaced: settings.scope === 'Namespaced',
      shortNames: settings.shortNames,
      owner: settings.owner,
    };
    return `  ${kind}: ${JSON.stringify(descriptor)},`;
  });
  const defaults = kinds.map(({ kind, spec }) => `  ${kind}: ${JSON.stringify(defaultsTree(spec) ?? {})},`);
  return `import type { DefaultsTree } from '../defaults.ts';
import type { KindDescriptor } from '../resource.ts';

/** The kinds, in reading order. */
export const kindNames = [${kinds.map(({ kind }) => `'${kind}'`).join(', ')}] as const;

/** One of our kinds. */
export type KindName = (typeof kindNames)[number];

/** What the API server and kubectl call each kind. */
export const kinds: { readonly [K in KindName]: KindDescriptor<K> } = {
${entries.join('\n')}
};

/** The defaults of each kind's spec, as the schema states them. */
export const specDefaults: { readonly [K in KindName]: DefaultsTree } = {
${defaults.join('\n')}
};
`;
}

/** The defaults of a schema and of the fields below it; undefined when there are none. */
function defaultsTree(schema: JsonSchema): { value?: Json; fields?: Record<string, unknown> } | undefined {
  const fields = Object.entries(schema.properties ?? {}).flatMap(([key, child]) => {
    const tree = defaultsTree(child);
    return tree === undefined ? [] : [[key, tree] as const];
  });
  if (schema.default === undefined && fields.length === 0) return undefined;
  return {
    ...(schema.default !== undefined ? { value: schema.default } : {}),
    ...(fields.length > 0 ? { fields: Object.fromEntries(fields) } : {}),
  };
}
