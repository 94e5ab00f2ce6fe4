/**
 * JSON Schema → Markdown: the reference of every field of every kind, and of every reason of a condition with its cure.
 */
import { group, version } from '../api/group.ts';
import { conditionTypes, type ReasonEntry, reasonEntries } from '../api/reasons.ts';
import type { CelRule, JsonSchema, KindSchema } from './json-schema.ts';

type Definitions = Readonly<Record<string, JsonSchema>>;

/** What the formats of the schemas are called in the reference. */
const formatNames: Readonly<Record<string, string>> = {
  'canonical-cidr': 'CIDR',
  'canonical-network': 'network',
  'host-address': 'host address',
  'peer-address': 'peer address',
  'address-range': 'address range',
  'unicast-mac': 'MAC address',
  'node-interface': 'interface',
  rate: 'rate',
  'ovsdb-endpoint': 'endpoint',
  'date-time': 'time',
};

/**
 * The text of crds/README.md, without the header.
 * @param definitions the `$defs` of common.schema.json: formats are explained once
 */
export function fieldReference(kinds: readonly KindSchema[], definitions: Definitions): string {
  const parts = [
    '# Field reference',
    `The kinds of group \`${group}\`, version \`${version}\`. \`spec\` is what people write, \`status\` what the programs answer; \`kubectl explain\` says the same. Required fields are marked **!**. *Refused* is what the API server says to an object that breaks the rule.`,
    [...kinds.map(({ kind }) => kind), 'Formats', 'Reasons of conditions']
      .map((title) => `- [${title}](#${title.toLowerCase().replaceAll(' ', '-')})`)
      .join('\n'),
    ...kinds.map((kind) => kindSection(kind, definitions)),
    formatSection(definitions),
    reasonSection(),
  ];
  return `${parts.join('\n\n')}\n`;
}

function kindSection(kind: KindSchema, definitions: Definitions): string {
  const { settings, schema } = kind;
  const names = [settings.plural, ...settings.shortNames].map((name) => `\`${name}\``).join(', ');
  const columns = (priority: number) =>
    settings.columns.filter((column) => (column.priority ?? 0) === priority).map((column) => column.name.toUpperCase());
  const selectors = settings.selectableFields?.map((path) => `\`${path.slice(1)}\``) ?? [];
  const rules = [
    ...(schema['x-kubernetes-validations'] ?? []).map((rule) => `${rule.message}.`),
    ...(kind.spec['x-kubernetes-validations'] ?? []).map((rule) => `\`spec${rule.fieldPath ?? ''}\` ${rule.message}.`),
  ];
  return [
    `## ${kind.kind}`,
    schema.description ?? '',
    [
      `- Scope: ${settings.scope.toLowerCase()}. kubectl: ${names}.`,
      `- Columns: ${columns(0).join(', ')}; with \`-o wide\` also ${columns(1).join(', ')}.`,
      ...(selectors.length > 0 ? [`- Field selectors: ${selectors.join(', ')}.`] : []),
      ...rules.map((rule) => `- *Refused*: ${rule}`),
    ].join('\n'),
    fieldTable('spec', kind.spec, definitions),
    fieldTable('status', { ...kind.status, properties: withoutConditions(kind.status) }, definitions),
  ].join('\n\n');
}

/** Conditions are the same everywhere and have a section of their own. */
function withoutConditions({ properties = {} }: JsonSchema): Readonly<Record<string, JsonSchema>> {
  const everywhere = ['conditions', 'observedGeneration'];
  return Object.fromEntries(Object.entries(properties).filter(([key]) => !everywhere.includes(key)));
}

function fieldTable(name: string, schema: JsonSchema, definitions: Definitions): string {
  const rows = fieldRows(name, schema, definitions);
  return table([name, 'type', 'default', 'meaning'], rows);
}

function fieldRows(path: string, schema: JsonSchema, definitions: Definitions): readonly (readonly string[])[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const required = schema.required?.includes(key) ? ' **!**' : '';
    const place = `${path}.${key}`;
    const rules = [...ownRules(field, definitions), ...(field.items ? ownRules(field.items, definitions) : [])];
    const refusals = rules.map(({ message }) => `<br>*Refused*: ${message}.`).join('');
    // The default of an object repeats those of its fields.
    const preset = field.default === undefined || field.type === 'object' ? '' : `\`${JSON.stringify(field.default)}\``;
    const row = [`\`${place}\`${required}`, typeText(field), preset, `${field.description ?? ''}${refusals}`];
    // A label selector is Kubernetes' own: its fields are known to everybody.
    if (field.title === 'LabelSelector') return [row];
    const children = field.items
      ? fieldRows(`${place}[]`, field.items, definitions)
      : fieldRows(place, field, definitions);
    return [row, ...children];
  });
}

/** The rules of a field beyond those of its format. */
function ownRules(schema: JsonSchema, definitions: Definitions): readonly CelRule[] {
  if (schema.title === 'LabelSelector') return [];
  const format = Object.values(definitions).find(
    (definition) => definition.format !== undefined && definition.format === schema.format,
  );
  const known = new Set(format?.['x-kubernetes-validations']?.map(({ rule }) => rule));
  return (schema['x-kubernetes-validations'] ?? []).filter(({ rule }) => !known.has(rule));
}

function typeText(schema: JsonSchema): string {
  if (schema.title === 'LabelSelector') return 'label selector';
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join(' or ');
  if (schema.format !== undefined && schema.type === 'string') return formatNames[schema.format] ?? 'string';
  if (schema['x-subnetes-reference'] !== undefined) return `name of a ${schema['x-subnetes-reference']}`;
  if (schema.type === 'array') {
    const most = schema.maxItems === undefined ? '' : `, at most ${schema.maxItems}`;
    return `list of ${schema.items ? typeText(schema.items) : 'any'}${most}`;
  }
  if (schema.type === 'integer') return `integer${span(schema.minimum, schema.maximum)}`;
  return schema.type ?? 'any';
}

function span(least: number | undefined, most: number | undefined): string {
  if (most === undefined) return '';
  return `, ${least ?? 0} to ${most}`;
}

function formatSection(definitions: Definitions): string {
  const rows = Object.values(definitions).flatMap(({ format, description = '', 'x-kubernetes-validations': rules }) => {
    const name = format === undefined ? undefined : formatNames[format];
    if (name === undefined || rules === undefined) return [];
    return [[name, `${description}${rules.map(({ message }) => `<br>*Refused*: ${message}.`).join('')}`]];
  });
  return ['## Formats', table(['format', 'meaning'], rows)].join('\n\n');
}

function reasonSection(): string {
  const entries: readonly ReasonEntry[] = reasonEntries;
  const tables = conditionTypes.map((type) => {
    const rows = entries
      .filter((entry) => entry.type === type)
      .map(({ reason, status, kinds, meaning, cure }) => [reason, status, kinds?.join(', ') ?? 'all', meaning, cure]);
    return `### ${type}\n\n${table(['reason', 'status', 'kinds', 'meaning', 'what to do'], rows)}`;
  });
  return [
    '## Reasons of conditions',
    'Every resource has the conditions Accepted, ResolvedRefs, Programmed and Ready, in this order; True is good. Ready repeats reason and message of the first of the others that is not True. While Ready is not True there is also Reconciling (it ends by itself) or Stalled (a person must act).',
    ...tables,
  ].join('\n\n');
}

/** Markdown tables have no line breaks, and a bar ends a cell. */
function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
