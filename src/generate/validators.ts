/**
 * JSON Schema → standalone validators: code that ajv writes at generation time and that needs no ajv at run time.
 */
import { _, Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { formats } from '../api/formats.ts';
import type { JsonSchema, KindSchema } from './json-schema.ts';

/** The text of src/api/generated/validators.ts: one function `validate<Kind>` for each kind. */
export function validators(kinds: readonly KindSchema[]): string {
  const ajv = new Ajv({
    code: { source: true, esm: true, lines: true, formats: _`formatTests` },
    allErrors: true,
    // Counting runes as the API server does would need a function of ajv at run time; our texts are ASCII.
    unicode: false,
    logger: false,
    verbose: false,
    strict: true,
    validateFormats: true,
    formats: Object.fromEntries(Object.entries(formats).map(([name, format]) => [name, format.test])),
  });
  const names: Record<string, string> = {};
  for (const { kind, spec } of kinds) {
    ajv.addSchema({ $id: kind, type: 'object', required: ['spec'], properties: { spec: checked(spec) } });
    names[`validate${kind}`] = kind;
  }
  const code = standalone.default(ajv, names);
  if (code.includes('require('))
    throw new Error('the generated validators need ajv at run time: avoid the keyword that does');
  return `// @ts-nocheck: written by ajv; src/api/validate.ts gives the functions their types.
import { formats } from '../formats.ts';

const formatTests = Object.fromEntries(Object.entries(formats).map(([name, format]) => [name, format.test]));
${code.replace('"use strict";', '')}`;
}

/**
 * What is checked: a spec as the API server answers it, so that code behind the check may rely on the types of generated/types.ts.
 * Fields that nobody knows are no error: a newer CRD may have them.
 */
function checked(schema: JsonSchema): Record<string, unknown> {
  const { properties = {}, required = [] } = schema;
  const out: Record<string, unknown> = {};
  for (const key of ['type', 'enum', 'const', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum'] as const) {
    if (schema[key] !== undefined) out[key] = schema[key];
  }
  for (const key of ['minItems', 'maxItems', 'uniqueItems', 'maxProperties'] as const) {
    if (schema[key] !== undefined) out[key] = schema[key];
  }
  if (schema.format !== undefined && schema.format in formats) out.format = schema.format;
  if (schema.items !== undefined) out.items = checked(schema.items);
  if (schema.additionalProperties) out.additionalProperties = checked(schema.additionalProperties);
  if (schema.properties !== undefined) {
    out.properties = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, checked(value)]));
    const filled = Object.keys(properties).filter((key) => properties[key]?.default !== undefined);
    out.required = [...new Set([...required, ...filled])];
  }
  return out;
}
