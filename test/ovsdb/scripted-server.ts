// A server that does only what a test says, for what a real ovsdb-server can't be made to do.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { soon } from './clients.ts';

/** A JSON-RPC message from the client. */
export type Message = { readonly id?: unknown; readonly method?: string; readonly params?: readonly unknown[] };

/** One connection to the scripted server. */
export class Peer {
  readonly #socket: Socket;
  #text = '';

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      this.#text += text;
    });
    socket.on('error', () => undefined);
  }

  write(text: string): void {
    this.#socket.write(text);
  }

  end(): void {
    this.#socket.end();
  }

  /** All messages so far, after at least one more byte. The client writes one message at a time, on a local socket. */
  async messages(): Promise<readonly Message[]> {
    if (this.#text === '') await once(this.#socket, 'data', { signal: soon() });
    const texts = this.#text.split(/(?<=\})(?=\{)/);
    this.#text = '';
    return texts.map((text) => JSON.parse(text) as Message);
  }

  /** Waits for a request of this method and answers it; resolves with the last of its params. */
  async answer(method: string, result: unknown, error: string | null = null): Promise<unknown> {
    const [request] = await this.messages();
    assert.equal(request?.method, method);
    this.write(JSON.stringify({ id: request.id, result, error }));
    return request.params?.at(-1);
  }
}

/** A socket that does only what a test says. */
export class ScriptedServer {
  readonly #server: Server = createServer();
  readonly #waiting: Peer[] = [];

  constructor() {
    this.#server.on('connection', (socket) => {
      this.#waiting.push(new Peer(socket));
      this.#server.emit('peer');
    });
  }

  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    assert(typeof address === 'object' && address !== null);
    return `tcp:127.0.0.1:${address.port}`;
  }

  async accepted(): Promise<Peer> {
    for (;;) {
      const peer = this.#waiting.shift();
      if (peer !== undefined) return peer;
      await once(this.#server, 'peer', { signal: soon() });
    }
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const peer of this.#waiting) peer.end();
    await closed;
  }
}
