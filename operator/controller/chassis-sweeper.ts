/**
 * Removes the `Chassis` of a Node that was deleted from OVN_Southbound: the controller's only write there. A dead chassis would stay a
 * tunnel end of every other node, and a candidate for gateways.
 */
import { KeyedQueue } from '../../src/kube/index.ts';
import type { Log } from '../../src/log.ts';
import type { OvsdbClient } from '../../src/ovsdb/index.ts';
import type { Store } from '../../src/store/store.ts';
import type { Inputs } from '../../src/topology/facts.ts';
import type { Feed } from './feed.ts';

/** Settings of a {@link ChassisSweeper}. */
export interface ChassisSweeperOptions {
  /** OVN_Southbound; absent when nobody says where it is. */
  readonly database: OvsdbClient | undefined;
  readonly feed: Feed;
  readonly store: Store<Inputs>;
  readonly log: Log;
}

/** Sweeps while the controller leads. */
export class ChassisSweeper {
  readonly #options: ChassisSweeperOptions;
  readonly #queue: KeyedQueue;
  /** Chassis of nodes that were seen, by node: a Node and its NodeNetwork go in any order. */
  readonly #chassis = new Map<string, string>();
  #active = false;

  constructor(options: ChassisSweeperOptions) {
    this.#options = options;
    const { feed, log } = options;
    this.#queue = new KeyedQueue({ name: 'chassis', work: (node) => this.#sweep(node), log });
    feed.listen({
      put: (kind, key, facts) => {
        const chassis = kind === 'NodeNetwork' ? (facts as Inputs['NodeNetwork']).chassis : undefined;
        if (chassis) this.#chassis.set(key, chassis);
      },
      remove: (kind, key) => {
        if (kind === 'Node' && this.#active) this.#queue.add(key);
      },
    });
  }

  /** From now on the chassis of deleted Nodes are removed. */
  activate(): void {
    this.#active = true;
  }

  /** Removes nothing any more. */
  stop(): void {
    this.#queue.stop();
    this.#active = false;
  }

  async #sweep(node: string): Promise<void> {
    const name = this.#chassis.get(node);
    const { database } = this.#options;
    if (!database || name === undefined || this.#options.store.world.get('Node', node)) return;
    await database.synced();
    const operations = (['Chassis_Private', 'Chassis'] as const).flatMap((table) =>
      [...database.replica.table(table).find('name', name)].map(
        ({ _uuid }) => ({ op: 'delete', table, where: [['_uuid', '==', _uuid]] }) as const,
      ),
    );
    if (operations.length > 0) await database.transact(operations);
    this.#chassis.delete(node);
    this.#options.log.info('removed the chassis of a deleted node', { node, chassis: name });
  }
}
