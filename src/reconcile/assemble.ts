/**
 * The desired database: rows of all owners, and reference-counted contributions to them. Applying an owner's new output costs
 * the size of that output, whatever the size of the sets it contributes to, and leaves behind what `diff` has to look at.
 */
import type { Atom, Uuid } from '../ovsdb/index.ts';
import { equal } from '../store/equal.ts';
import { type Few, holds, minus, plus } from '../store/few.ts';
import { obtain } from '../store/obtain.ts';
import type { Contribution, Output, Owner, Row } from './output.ts';
import { nothing } from './output.ts';

/** What somebody wants in one column of one row: element (or map key) → its value for maps, and who wants it. */
export type Wanted = ReadonlyMap<Atom, { readonly value: Atom | undefined; readonly owners: Few<Owner> }>;

/** What `diff` must look at in one row. */
export interface Touch {
  readonly table: string;
  readonly uuid: Uuid;
  /** The whole row: inserted, changed, no longer wanted, or altered by somebody else. */
  whole: boolean;
  /** Single elements of contributed columns, with the owner whose output changed them. */
  readonly elements: Map<string, Map<Atom, Owner>>;
}

interface DesiredRow {
  row: Row;
  owner: Owner;
}

type Elements = Map<Atom, { value: Atom | undefined; owners: Few<Owner> }>;

/** The desired state of one database. */
export class Assembly {
  readonly touched = new Map<Uuid, Touch>();
  readonly #rows = new Map<Uuid, DesiredRow>();
  readonly #outputs = new Map<Owner, Output>();
  readonly #contributions = new Map<Uuid, Map<string, Elements>>();

  /** Replaces what an owner wants. */
  apply(owner: Owner, output: Output): void {
    const before = this.#outputs.get(owner) ?? nothing;
    if (output.rows.length + output.contributions.length === 0) this.#outputs.delete(owner);
    else this.#outputs.set(owner, output);
    const wanted = new Set(output.rows.map((row) => row.uuid));
    for (const row of before.rows) if (!wanted.has(row.uuid)) this.#removeRow(owner, row);
    for (const row of output.rows) this.#putRow(owner, row);
    // Added before removed: an element that stays never drops to nobody in between.
    const kept = new Set(output.contributions.map(identity));
    for (const contribution of output.contributions) this.#contribute(owner, contribution);
    for (const contribution of before.contributions)
      if (!kept.has(identity(contribution))) this.#withdraw(owner, contribution);
  }

  /** What an owner wants now. */
  output(owner: Owner): Output | undefined {
    return this.#outputs.get(owner);
  }

  /** Owners that want anything. */
  owners(): Iterable<Owner> {
    return this.#outputs.keys();
  }

  /** The row wanted under a UUID and its owner. */
  row(uuid: Uuid): Readonly<DesiredRow> | undefined {
    return this.#rows.get(uuid);
  }

  /** What is contributed to a column of a row. */
  wanted(uuid: Uuid, column: string): Wanted | undefined {
    return this.#contributions.get(uuid)?.get(column);
  }

  /** Columns of a row to which anything is contributed. */
  contributedColumns(uuid: Uuid): Iterable<string> {
    return this.#contributions.get(uuid)?.keys() ?? [];
  }

  /** Every wanted row, for a comparison with the whole database. */
  rows(): Iterable<Readonly<DesiredRow>> {
    return this.#rows.values();
  }

  /** Asks `diff` to look at a row again. */
  touch(table: string, uuid: Uuid): Touch {
    return obtain(this.touched, uuid, () => ({ table, uuid, whole: false, elements: new Map() }));
  }

  #putRow(owner: Owner, row: Row): void {
    const present = this.#rows.get(row.uuid);
    if (present && present.owner !== owner)
      throw new Error(`bug: ${owner} and ${present.owner} both want row ${row.table} ${row.uuid}`);
    if (present && equal(present.row, row)) return;
    this.#rows.set(row.uuid, { row, owner });
    this.touch(row.table, row.uuid).whole = true;
  }

  #removeRow(owner: Owner, row: Row): void {
    if (this.#rows.get(row.uuid)?.owner !== owner) return;
    this.#rows.delete(row.uuid);
    this.touch(row.table, row.uuid).whole = true;
  }

  #contribute(owner: Owner, { table, row, column, element, value }: Contribution): void {
    const elements = obtain(
      obtain(this.#contributions, row, () => new Map<string, Elements>()),
      column,
      (): Elements => new Map(),
    );
    const present = elements.get(element);
    if (present && present.value === value && holds(present.owners, owner)) return;
    if (present) {
      present.owners = plus(present.owners, owner);
      if (present.value === value) return;
      present.value = value;
    } else {
      elements.set(element, { value, owners: owner });
    }
    this.#touchElement(table, row, column, element, owner);
  }

  #withdraw(owner: Owner, { table, row, column, element }: Contribution): void {
    const columns = this.#contributions.get(row);
    const elements = columns?.get(column);
    const present = elements?.get(element);
    if (!columns || !elements || !present || !holds(present.owners, owner)) return;
    present.owners = minus(present.owners, owner);
    if (present.owners !== undefined) return;
    elements.delete(element);
    if (elements.size === 0) columns.delete(column);
    if (columns.size === 0) this.#contributions.delete(row);
    this.#touchElement(table, row, column, element, owner);
  }

  #touchElement(table: string, row: Uuid, column: string, element: Atom, owner: Owner): void {
    obtain(this.touch(table, row).elements, column, () => new Map<Atom, Owner>()).set(element, owner);
  }
}

const identity = ({ row, column, element }: Contribution): string => `${row} ${column} ${element}`;
