/** From changes of the replica to what `diff` must look at: how a row or element that somebody else altered is noticed at once. */
import type { RowChange } from '../ovsdb/index.ts';
import type { Assembly } from './assemble.ts';
import { type Dialect, ownKeys, type TableRules } from './dialect.ts';

/** Touches what a change of the replica may have made different from what is desired. Returns whether it concerns a column of ours. */
export function touchChanged(assembly: Assembly, dialect: Dialect, change: RowChange): boolean {
  const rules = dialect.tables[change.table];
  if (!rules) return false;
  const collections = [
    ...Object.keys(rules.references ?? {}),
    ...Object.keys(rules.collected ?? {}),
    ...Object.keys(rules.shared ?? {}),
    ...(rules.gathered ?? []),
  ];
  const whole =
    change.kind !== 'modify' ||
    change.columns.some((column) => rules.ours.includes(column)) ||
    altersKey(rules, change);
  if (!whole && !change.columns.some((column) => collections.includes(column))) return false;
  const touch = assembly.touch(change.table, change.uuid);
  touch.whole ||= whole;
  for (const column of collections) {
    const elements = touch.elements.get(column) ?? new Map();
    if (change.kind === 'modify') {
      const altered = change.elements.get(column);
      for (const element of altered ? [...altered.added, ...altered.removed, ...altered.replaced] : [])
        if (!elements.has(element)) elements.set(element, '');
    } else {
      const value = change.row[column];
      if (value instanceof Set || value instanceof Map)
        for (const element of value.keys()) if (!elements.has(element)) elements.set(element, '');
      for (const element of assembly.wanted(change.uuid, column)?.keys() ?? [])
        if (!elements.has(element)) elements.set(element, '');
    }
    if (elements.size > 0) touch.elements.set(column, elements);
  }
  return true;
}

/** Whether a modification concerns a key of ours in a column that is ours in part. */
function altersKey(rules: TableRules, change: RowChange): boolean {
  return ownKeys(rules).some(([column, keys]) => {
    const altered = change.elements.get(column);
    return (
      altered !== undefined &&
      [...altered.added, ...altered.removed, ...altered.replaced].some((key) => keys.includes(String(key)))
    );
  });
}
