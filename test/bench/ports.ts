// Rows of logical switches with ports as the controller writes them, for databases that somebody must fill.
import type { Operation } from '../../src/ovsdb/index.ts';
import { rowId } from '../../src/reconcile/row-id.ts';

/** Ports in one transaction, and of one switch. */
export const batchSize = 1000;

/** UUID of a port. */
export function portId(prefix: string, index: number): string {
  return rowId('bench', { table: 'Logical_Switch_Port', owner: `${prefix}-${index}`, key: '' });
}

/** The operations that add one switch with ports number `from` to `from + count - 1`. */
export function switchOfPorts(prefix: string, from: number, count: number): readonly Operation[] {
  const ids = Array.from({ length: count }, (_, index) => portId(prefix, from + index));
  return [
    ...ids.map(
      (uuid, index): Operation => ({ op: 'insert', table: 'Logical_Switch_Port', uuid, row: portRow(from + index) }),
    ),
    { op: 'insert', table: 'Logical_Switch', row: { name: `${prefix}-${from}`, ports: new Set(ids) } },
  ];
}

/** The columns of one port. */
export function portRow(index: number) {
  const address = `0a:58:0a:${hex(index >> 16)}:${hex(index >> 8)}:${hex(index)} 10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
  return {
    name: `bench.pod-${index}`,
    addresses: new Set([address]),
    port_security: new Set([address]),
    options: new Map([
      ['requested-chassis', `n${index % 100}`],
      ['iface-id-ver', `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`],
    ]),
    external_ids: new Map([
      ['subnetes-owner', `IP/bench/pod-${index}`],
      ['subnetes-installation', 'bench'],
    ]),
  };
}

/** The lowest byte of a number as two digits, as in a MAC address. */
export function hex(value: number): string {
  return (value & 255).toString(16).padStart(2, '0');
}
