// What a world means, as text for people: rows of OVN_Northbound under names instead of UUIDs, and what kubectl would show.
import { readFileSync } from 'node:fs';
import { parseAllDocuments, stringify } from 'yaml';
import { buildConditions, type Condition } from '../../src/api/index.ts';
import { allKinds, translatedKinds } from '../../src/kinds/index.ts';
import { setName } from '../../src/northbound/rows.ts';
import type { Value } from '../../src/ovsdb/index.ts';
import type { Inputs } from '../../src/topology/facts.ts';
import { keyOf } from '../../src/topology/facts.ts';
import { idOf, storeOf, translate } from '../laws/controller-line.ts';
import { object, type Sketch } from '../laws/objects.ts';

interface Facts {
  readonly facts: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Reads a world: resources as sketches, and at most one document `facts:` with facts by kind and key. */
function readWorld(file: string): { readonly sketches: readonly Sketch[]; readonly facts: Facts['facts'] } {
  const documents = parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS() as Sketch | Facts);
  const sketches = documents.filter((each): each is Sketch => 'kind' in each);
  const facts = documents.find((each): each is Facts => 'facts' in each)?.facts ?? {};
  return { sketches, facts };
}

/** The golden text of a world: rows and reports of one kind. */
export function meaning(file: string, kind: string): string {
  const { sketches, facts } = readWorld(file);
  const objects = sketches.map(object);
  const store = storeOf(objects);
  store.put('Database', 'northbound', { connected: true, schema: '7.0.0' });
  for (const [name, all] of Object.entries(facts))
    for (const [key, value] of Object.entries(all)) store.put(name as 'Port', key, value as Inputs['Port']);

  const known = translatedKinds.map(({ name }) => name as string);
  // What nobody writes is called by what it is, not by its hash.
  const implied = [...store.keys('PodSet')].sort().map((name) => object({ kind: 'PodSet', metadata: { name } }));
  const owners = [...objects.filter((each) => known.includes(each.kind)), ...implied];
  const outputs = new Map(owners.map((each) => [idOf(each), translate(store, each.kind, keyOf(each.metadata))]));
  for (const [owner, { resolved }] of outputs) {
    const state = resolved
      ? 'programmed'
      : isProgrammed(owners.find((each) => idOf(each) === owner))
        ? 'held'
        : 'withheld';
    if (!facts.Programming?.[owner]) store.put('Programming', owner, { state, realised: resolved });
  }

  const names = new Map<string, string>();
  for (const [owner, { output }] of outputs)
    for (const { table, uuid } of output.rows) {
      const same = output.rows.filter((row) => row.table === table);
      const name =
        same.length === 1 ? `${owner} ${table}` : `${owner} ${table} ${same.findIndex((row) => row.uuid === uuid) + 1}`;
      names.set(uuid, name);
    }
  const hashes = new Map(implied.map(({ metadata: { name } }) => [name, podsOf(store.world.get('PodSet', name))]));
  const said = (text: string): string => {
    let result = text;
    for (const [uuid, name] of names)
      result = result.replaceAll(uuid, `<${name}>`).replaceAll(setName(uuid), `<${name}>`);
    for (const [hash, pods] of hashes) result = result.replaceAll(`PodSet/${hash}`, pods);
    return result.replace(
      /[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g,
      '<a row that nobody wants>',
    );
  };
  const value = (one: Value): unknown => {
    if (one instanceof Set) return [...one].map((each) => value(each as Value)).sort();
    if (one instanceof Map)
      return Object.fromEntries([...one].map(([key, each]) => [key, value(each as Value)]).sort());
    return typeof one === 'string' ? said(one) : one;
  };

  // What anybody contributes to a row.
  const contributed = (uuid: string): Readonly<Record<string, unknown>> => {
    const columns: Record<string, unknown[]> = {};
    for (const { output } of outputs.values())
      for (const { row, column, element } of output.contributions)
        if (row === uuid) columns[column] = [...(columns[column] ?? []), value(element)].sort();
    return columns;
  };
  const own = owners.filter((each) => each.kind === kind);
  const rows = Object.fromEntries(
    own.flatMap((each) =>
      (outputs.get(idOf(each))?.output.rows ?? []).map((row) => [
        said(names.get(row.uuid) ?? ''),
        {
          ...(row.parent === undefined ? {} : { in: said(row.parent) }),
          ...Object.fromEntries(
            Object.entries(row.columns).flatMap(([column, each]) =>
              each === undefined ? [] : [[column, value(each)]],
            ),
          ),
          ...contributed(row.uuid),
        },
      ]),
    ),
  );
  // Entries of maps in rows of others.
  const entries = Object.fromEntries(
    own.flatMap((each) =>
      (outputs.get(idOf(each))?.output.contributions ?? []).flatMap(({ row, column, element, value: text }) =>
        text === undefined ? [] : [[`${names.get(row) ?? said(row)} ${column} ${value(element)}`, value(text)]],
      ),
    ),
  );
  const reports = Object.fromEntries(
    own.map((each) => {
      const found = allKinds.find(({ name }) => name === kind);
      const report = found?.report?.(store.world, keyOf(each.metadata));
      if (!report)
        return [said(idOf(each)), outputs.get(idOf(each))?.resolved === false ? 'unresolved' : 'nothing to say'];
      const previous = (each.status?.conditions ?? []) as readonly Condition[];
      const conditions = buildConditions(report.verdicts, {
        generation: each.metadata.generation,
        previous,
        now: new Date(0),
      });
      const words = Object.fromEntries(
        conditions.map(({ type, status, reason, message }) => [
          type,
          `${status} ${reason}${message === '' ? '' : `: ${message}`}`,
        ]),
      );
      return [idOf(each), { ...words, status: JSON.parse(JSON.stringify(report.status)) }];
    }),
  );
  return stringify(
    { rows, ...(Object.keys(entries).length > 0 ? { entries } : {}), reports },
    { lineWidth: 0, aliasDuplicateObjects: false },
  );
}

/** A set of pods in words. */
function podsOf(set: Inputs['PodSet'] | undefined): string {
  const port = set?.port ? ` with ${set.port.protocol}/${set.port.name}` : '';
  const where = set?.namespace ?? JSON.stringify(set?.namespaceSelector);
  return `pods ${JSON.stringify(set?.podSelector)}${port} of ${where}`;
}

function isProgrammed(each: ReturnType<typeof object> | undefined): boolean {
  return ((each?.status?.conditions ?? []) as readonly Condition[]).some(
    ({ type, status }) => type === 'Programmed' && status === 'True',
  );
}
