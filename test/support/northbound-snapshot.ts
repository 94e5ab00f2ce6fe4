// Everything of ours in OVN_Northbound as text, for comparing before and after: the columns that the product writes and no others,
// because OVN and other people write the rest.
import { northbound } from '../../src/northbound/managed.ts';
import type { Cluster } from './cluster.ts';

/** The rows of every table that the product writes, each as one line of text, sorted; the UUIDs are in them. */
export async function northboundSnapshot(cluster: Cluster): Promise<readonly string[]> {
  // NB_Global's one row is OVN's: a database that was lost gets another.
  const own = Object.entries(northbound.tables).filter(([, { ours }]) => ours.length > 0);
  const tables = await Promise.all(
    own.map(async ([table, { ours, references = {} }]) => {
      const columns = new Set(['_uuid', ...ours, ...Object.keys(references)]);
      const { headings, data } = JSON.parse(await cluster.bed.nbctl('--format=json', 'list', table)) as {
        readonly headings: readonly string[];
        readonly data: readonly (readonly unknown[])[];
      };
      // Older versions lack some columns (ACL:tier), and then the product does not write them.
      return data.map((row) => {
        const written = row.filter((_, index) => columns.has(headings[index] ?? ''));
        return `${table} ${JSON.stringify(written.map(sorted))}`;
      });
    }),
  );
  return tables.flat().sort();
}

// Sets and maps have no order; the server sends them in any.
function sorted(value: unknown): unknown {
  if (!Array.isArray(value) || (value[0] !== 'set' && value[0] !== 'map')) return value;
  return [value[0], [...(value[1] as readonly unknown[])].map((element) => JSON.stringify(element)).sort()];
}
