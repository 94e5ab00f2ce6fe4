/** How kinds write a port of the integration bridge: a Port with its one Interface, both with names that never change. */
import type { Uuid, Value } from '../ovsdb/index.ts';
import type { Owner, Row } from '../reconcile/output.ts';
import { rowId } from '../reconcile/row-id.ts';
import { nodeInstallation } from './managed.ts';

/** A port as its owner wants it. */
export interface VswitchPort {
  /** Name of the interface: unique on the node, at most 15 characters. */
  readonly name: string;
  /** Columns of the Interface beside its name. */
  readonly columns: Readonly<Record<string, Value>>;
  /** `Port.other_config`. */
  readonly otherConfig?: ReadonlyMap<string, string>;
  /** `Port.trunks`. */
  readonly trunks?: ReadonlySet<number>;
}

/** The rows of a port on a bridge. */
export function portRows(owner: Owner, bridge: Uuid | undefined, port: VswitchPort): readonly Row[] {
  const { name, columns, otherConfig = new Map(), trunks } = port;
  const uuid = interfaceId(owner, name);
  return [
    {
      table: 'Port',
      uuid: portId(owner, name),
      columns: { name, interfaces: new Set([uuid]), other_config: otherConfig, ...(trunks ? { trunks } : {}) },
      ...(bridge === undefined ? {} : { parent: bridge }),
    },
    { table: 'Interface', uuid, columns: { ...columns, name } },
  ];
}

/** UUID of an owner's Port of this name: names are immutable columns, so they are part of the key. */
export function portId(owner: Owner, name: string): Uuid {
  return rowId(nodeInstallation, { table: 'Port', owner, key: name });
}

/** UUID of an owner's Interface of this name. */
export function interfaceId(owner: Owner, name: string): Uuid {
  return rowId(nodeInstallation, { table: 'Interface', owner, key: name });
}
