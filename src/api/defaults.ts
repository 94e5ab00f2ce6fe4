/**
 * The schema's defaults, applied as the API server applies them: for objects that didn't come from one (tests, offline checks).
 */

import type { KindName } from './generated/kinds.ts';
import { specDefaults } from './generated/kinds.ts';
import type { Kinds } from './generated/types.ts';

/** The default of a field, and of the fields below it when it is an object. */
export interface DefaultsTree {
  readonly value?: unknown;
  readonly fields?: Readonly<Record<string, DefaultsTree>>;
}

/**
 * Fills in the defaults of a spec.
 * @param kind the kind whose spec it is
 * @param spec the spec as people write it; absent where the schema allows that
 * @returns a new object; what was given is not changed, and shared where nothing was added
 */
export function withDefaults<K extends KindName>(kind: K, spec?: unknown): Kinds[K]['spec'] {
  return fill(spec, specDefaults[kind]) as Kinds[K]['spec'];
}

function fill(value: unknown, tree: DefaultsTree): unknown {
  const present = value === undefined ? structuredClone(tree.value) : value;
  if (tree.fields === undefined || typeof present !== 'object' || present === null) return present;
  const filled: Record<string, unknown> = { ...present };
  for (const [key, child] of Object.entries(tree.fields)) {
    const result = fill(filled[key], child);
    if (result !== undefined) filled[key] = result;
  }
  return filled;
}
