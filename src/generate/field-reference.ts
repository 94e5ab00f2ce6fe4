/**
 * JSON Schema → Markdown: the reference of every field of every kind, and of every reason of a condition with its cure.
 */
import { group, version } from '../api/group.ts';
import { conditionTypes, type ReasonEntry, reasonEntries } from '../api/reasons.ts';
import type { JsonSchema, KindSchema } from './json-schema.ts';

/** The text of crds/README.md, without the header. */
export function fieldReference(kinds: readonly KindSchema[]): string {
  return `${[
    '# Field reference',
    `The kinds of group \`${group}\`, version \`${version}\`. \`spec\` is what people write, \`status\` what the programs answer. Fields marked **!** are required. \`kubectl explain\` says the same. "Rule" is what the API server prints when it refuses an object.`,
    kinds.map(({ kind }) => `- [${kind}](#${kind.toLowerCase()})`).join('\n') +
      '\n- [Reasons of conditions](#reasons-of-conditions)',
    ...kinds.map(kindSection),
    reasonSection(),
  ].join('\n\n')}\n`;
}

function kindSection(kind: KindSchema): string {
  const { settings, schema } = kind;
  const names = [settings.plural, ...settings.shortNames].map((name) => `\`${name}\``).join(', ');
  const wide = settings.columns.filter((column) => column.priority === 1).map((column) => column.name.toUpperCase());
  const shown = settings.columns.filter((column) => column.priority !== 1).map((column) => column.name.toUpperCase());
  const rules = (schema['x-kubernetes-validations'] ?? []).map((rule) => `- Rule: ${rule.message}.`);
  return [
    `## ${kind.kind}`,
    schema.description ?? '',
    [
      `- Scope: ${settings.scope.toLowerCase()}. kubectl: ${names}.`,
      `- Columns: ${shown.join(', ')}; with \`-o wide\` also ${wide.join(', ')}.`,
      ...(settings.selectableFields
        ? [`- Field selectors: ${settings.selectableFields.map((path) => `\`${path.slice(1)}\``).join(', ')}.`]
        : []),
      ...rules,
    ].join('\n'),
    fieldTable('spec', kind.spec),
    fieldTable('status', { ...kind.status, properties: withoutConditions(kind.status) }),
  ].join('\n\n');
}

/** Conditions are the same everywhere and have a section of their own. */
function withoutConditions({ properties = {} }: JsonSchema): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    Object.entries(properties).filter(([key]) => key !== 'conditions' && key !== 'observedGeneration'),
  );
}

function fieldTable(name: string, schema: JsonSchema): string {
  const own = rules(schema);
  const rows = [...(own === '' ? [] : [`| \`${name}\` | object | | ${own} |`]), ...fieldRows(name, schema)];
  return [`| ${name} | type | default | meaning |`, '| --- | --- | --- | --- |', ...rows].join('\n');
}

function fieldRows(path: string, schema: JsonSchema): readonly string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const required = schema.required?.includes(key) ? ' **!**' : '';
    const place = `${path}.${key}`;
    const text = [field.description ?? '', rules(field), field.items ? rules(field.items) : '']
      .filter((part) => part !== '')
      .join(' ');
    // The default of an object repeats those of its fields.
    const preset = field.default === undefined || field.type === 'object' ? '' : `\`${JSON.stringify(field.default)}\``;
    const row = `| \`${place}\`${required} | ${cell(typeText(field))} | ${cell(preset)} | ${cell(text)} |`;
    // A label selector is Kubernetes' own: its fields are known to everybody.
    if (field.title === 'LabelSelector') return [row];
    const children = field.items ? fieldRows(`${place}[]`, field.items) : fieldRows(place, field);
    return [row, ...children];
  });
}

function rules(schema: JsonSchema): string {
  return (schema['x-kubernetes-validations'] ?? [])
    .map(({ fieldPath, message }) => `Rule: ${fieldPath ? `${fieldPath.slice(1)} ` : ''}${message}.`)
    .join(' ');
}

function typeText(schema: JsonSchema): string {
  if (schema.title === 'LabelSelector') return 'label selector';
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join(' or ');
  if (schema.type === 'array') {
    const most = schema.maxItems === undefined ? '' : `, at most ${schema.maxItems}`;
    return `list of ${schema.items ? typeText(schema.items) : 'any'}${most}`;
  }
  if (schema.type === 'integer') return `integer${span(schema.minimum, schema.maximum)}`;
  if (schema.type === 'object' && schema.additionalProperties) return 'map';
  return schema.type ?? 'any';
}

function span(least: number | undefined, most: number | undefined): string {
  if (least === undefined && most === undefined) return '';
  if (most === undefined) return ` from ${least}`;
  return ` ${least ?? 0} to ${most}`;
}

function reasonSection(): string {
  const entries: readonly ReasonEntry[] = reasonEntries;
  const tables = conditionTypes.map((type) => {
    const rows = entries
      .filter((entry) => entry.type === type)
      .map(
        ({ reason, status, kinds, meaning, cure }) =>
          `| ${reason} | ${status} | ${kinds?.join(', ') ?? 'all'} | ${cell(meaning)} | ${cell(cure)} |`,
      );
    return [
      `### ${type}`,
      '',
      '| reason | status | kinds | meaning | what to do |',
      '| --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n');
  });
  return [
    '## Reasons of conditions',
    'Every resource has the conditions Accepted, ResolvedRefs, Programmed and Ready, in this order; True is good. Ready repeats reason and message of the first of the others that is not True. While Ready is not True there is also Reconciling (it ends by itself) or Stalled (a person must act).',
    ...tables,
  ].join('\n\n');
}

/** Markdown tables have no line breaks, and a bar ends a cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
