// The ceiling of an OVSDB client: a socket that parses JSON and understands nothing. It knows by heart how the server's messages end.
import { connect, type Socket } from 'node:net';

/** A bare connection to a server's unix socket; one request at a time. */
export class BareOvsdb {
  readonly #socket: Socket;
  #parts: Buffer[] = [];
  #done: (message: unknown) => void = () => {};

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
  }

  /** Connects to `unix:PATH`. */
  static async open(endpoint: string): Promise<BareOvsdb> {
    const socket = connect(endpoint.slice('unix:'.length));
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    return new BareOvsdb(socket);
  }

  /** Sends JSON text with the member `"id":1` and resolves with the parsed answer. */
  ask(text: string): Promise<unknown> {
    return new Promise((resolve) => {
      this.#done = resolve;
      this.#socket.write(text);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  // ovsdb-server ends an answer with its error, null, or with its id, as its hash map has it; only the end of a chunk is looked at.
  #take(chunk: Buffer): void {
    this.#parts.push(chunk);
    const end = chunk.subarray(-16).toString('latin1');
    if (!end.endsWith('"error":null}') && !end.endsWith('"id":1}')) return;
    const bytes = Buffer.concat(this.#parts);
    let message: unknown;
    try {
      message = JSON.parse(bytes.toString('utf8'));
    } catch {
      return; // those characters in the middle of a message
    }
    this.#parts = [];
    this.#done(message);
  }
}

/** The `monitor_cond_since` request for tables, with all their columns. */
export function monitorRequest(database: string, columns: Readonly<Record<string, readonly string[]>>): string {
  const tables = Object.fromEntries(Object.entries(columns).map(([table, names]) => [table, [{ columns: names }]]));
  const since = '00000000-0000-0000-0000-000000000000';
  return JSON.stringify({ method: 'monitor_cond_since', params: [database, 'bench', tables, since], id: 1 });
}
