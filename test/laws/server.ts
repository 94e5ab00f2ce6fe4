// One northbound server for a test file, emptied between tests, and a second client as the hand of everybody else.

import { silentLog } from '../../src/log.ts';
import { northbound } from '../../src/northbound/managed.ts';
import { type Operation, OvsdbClient, type Row } from '../../src/ovsdb/index.ts';
import { OvsdbBed, type OvsdbServer } from '../support/ovsdb-server.ts';

/** Tables in which anything of ours, or of a foreigner in these tests, can stand. */
const looked = Object.keys(northbound.tables);
/** What the children of a router refer to strongly: it goes after the router. */
const referred = ['HA_Chassis_Group', 'Address_Set'];
/** Tables whose rows are nobody's children, in an order in which they can be emptied. */
const written = [looked.filter((table) => !northbound.tables[table]?.parent && !referred.includes(table)), referred];

/** A northbound database and somebody else who looks at it and writes into it. */
export class NorthboundBed {
  readonly server: OvsdbServer;
  readonly hand: OvsdbClient;
  readonly #bed: OvsdbBed;

  private constructor(bed: OvsdbBed, server: OvsdbServer) {
    this.#bed = bed;
    this.server = server;
    this.hand = new OvsdbClient({
      database: 'OVN_Northbound',
      endpoints: [server.endpoint],
      tables: Object.fromEntries(looked.map((table) => [table, 'all' as const])),
      log: silentLog,
    });
    this.hand.start();
  }

  static async create(): Promise<NorthboundBed> {
    const bed = await OvsdbBed.create();
    const server = await bed.standalone({ file: bed.root.schema('ovn-nb') });
    const made = new NorthboundBed(bed, server);
    await made.hand.synced(AbortSignal.timeout(15_000));
    return made;
  }

  get endpoint(): string {
    return this.server.endpoint;
  }

  async write(...operations: readonly Operation[]): Promise<void> {
    await this.hand.transact(operations, AbortSignal.timeout(15_000));
  }

  /** Empties the database. */
  async wipe(): Promise<void> {
    for (const tables of written)
      await this.write(...tables.map((table): Operation => ({ op: 'delete', table, where: [] })));
  }

  /** The rows of a table as the hand's replica shows them after everything that was committed before the call. */
  async rows(table: string): Promise<readonly Row[]> {
    await this.caughtUp();
    return [...this.hand.replica.table(table).rows()];
  }

  /** Resolves when the hand's replica holds everything that was committed before the call: its own reply comes after the updates. */
  async caughtUp(): Promise<void> {
    await this.hand.transact([{ op: 'comment', comment: 'are we there yet' }], AbortSignal.timeout(15_000));
  }

  /** Every row of every table, without what is not compared: for "nothing changed". */
  async dump(): Promise<ReadonlyMap<string, Row>> {
    await this.caughtUp();
    return new Map(
      looked
        .filter((table) => table !== 'NB_Global')
        .flatMap((table) =>
          [...this.hand.replica.table(table).rows()].map(
            (row) => [`${table} ${row._uuid}`, structuredClone(row)] as const,
          ),
        ),
    );
  }

  async remove(): Promise<void> {
    await this.hand.stop();
    await this.#bed.remove();
  }
}
