/** What the node's Open vSwitch database shows of bridges and network cards, for the agent's {@link Uplinks}. */
import type { OvsdbClient, Row } from '../../src/ovsdb/index.ts';
import { readStamp } from '../../src/reconcile/dialect.ts';
import type { Key } from '../../src/store/store.ts';
import type { UplinkFacts } from '../../src/vswitch/facts.ts';
import { bridgeKeys, nodeInstallation } from '../../src/vswitch/managed.ts';
import { recallUplink, uplinkOwner } from '../../src/vswitch/uplink.ts';

/** The reader. */
export class UplinkRows {
  readonly #client: OvsdbClient;

  constructor(client: OvsdbClient) {
    this.#client = client;
  }

  /** The bridges that an earlier life of the agent made. */
  recall(): readonly { readonly network: Key; readonly facts: UplinkFacts }[] {
    return [...this.#client.replica.table('Bridge').rows()].flatMap((row) => {
      const stamp = readStamp(row.external_ids, nodeInstallation);
      return (stamp && recallUplink(stamp.owner, row)) ?? [];
    });
  }

  /** Whose a bridge of this name is: `undefined` when there is none, the empty text when it is not ours. */
  ownerOf(bridge: string): string | undefined {
    const row = this.#find('Bridge', bridge);
    return row && (readStamp(row.external_ids, nodeInstallation)?.owner ?? '');
  }

  /** What the database holds of the memory of a network's bridge. */
  memoryOf(network: Key, bridge: string): string | undefined {
    if (this.ownerOf(bridge) !== uplinkOwner(network)) return undefined;
    const ids = this.#find('Bridge', bridge)?.external_ids;
    const text = ids instanceof Map ? ids.get(bridgeKeys.memory) : undefined;
    return typeof text === 'string' ? text : undefined;
  }

  /** The bridge that has a port of this name, and whether the port is ours. */
  holderOf(port: string): { readonly bridge: string; readonly owner: string } | undefined {
    const { replica } = this.#client;
    for (const row of replica.table('Port').rows()) {
      if (row.name !== port) continue;
      const [bridge] = [...replica.table('Bridge').rows()].filter(
        ({ ports }) => ports instanceof Set && ports.has(row._uuid),
      );
      return {
        bridge: String(bridge?.name ?? ''),
        owner: readStamp(row.external_ids, nodeInstallation)?.owner ?? '',
      };
    }
    return undefined;
  }

  /** Whether ovs-vswitchd has taken a port up (`Interface.ofport`), whether that has a carrier (`link_state`), and what hinders it (`error`). */
  stateOf(port: string): { readonly up: boolean; readonly carrier: boolean; readonly error: string | undefined } {
    const row = this.#find('Interface', port);
    const error = row?.error;
    return {
      up: typeof row?.ofport === 'number' && row.ofport > 0,
      carrier: row?.link_state !== 'down',
      error: typeof error === 'string' && error !== '' ? error : undefined,
    };
  }

  #find(table: 'Bridge' | 'Interface', name: string): Row | undefined {
    for (const row of this.#client.replica.table(table).find('name', name)) return row;
    return undefined;
  }
}
