// Clients of one test file: started, waited for, and stopped also when a test fails, so that the test run can end.
import { OvsdbClient, type OvsdbClientOptions, type TableTypes } from '../../src/ovsdb/index.ts';

const patienceMs = 15_000;

/** A deadline for whatever a test waits for. */
export const soon = (): AbortSignal => AbortSignal.timeout(patienceMs);

/** Makes clients and stops all of them. */
export class Clients {
  readonly #clients: { stop(): Promise<void> }[] = [];

  /** A client that was started but need not be connected. */
  start<Tables extends TableTypes = TableTypes>(options: OvsdbClientOptions<Tables>): OvsdbClient<Tables> {
    const client = new OvsdbClient<Tables>({ backoff: { minMs: 10, maxMs: 200 }, ...options });
    this.#clients.push(client);
    client.start();
    return client;
  }

  /** A client whose replica is in sync. */
  async connect<Tables extends TableTypes = TableTypes>(
    options: OvsdbClientOptions<Tables>,
  ): Promise<OvsdbClient<Tables>> {
    const client = this.start(options);
    await client.synced(soon());
    return client;
  }

  /** Stops all clients that were made. */
  async stop(): Promise<void> {
    await Promise.all(this.#clients.splice(0).map((client) => client.stop()));
  }
}
