// One TCP connection that lasts: lines go to an echo server and come back, over and over, while something happens. The proof that
// an established connection outlives it.
import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Manifest } from './manifest.ts';
import { Daemon } from './processes.ts';

/** Milliseconds between two lines. */
const interval = 100;

/** A running conversation. */
export class Conversation {
  readonly #server: Daemon;
  readonly #client: ChildProcessByStdio<Writable, Readable, null>;
  readonly #closed: Promise<unknown>;
  readonly #timer: NodeJS.Timeout;
  #said = 0;
  #heard = 0;
  #notice: () => void = () => {};

  private constructor(server: Daemon, client: ChildProcessByStdio<Writable, Readable, null>) {
    this.#server = server;
    this.#client = client;
    this.#closed = once(client, 'close');
    void this.#closed.then(() => this.#notice());
    client.stdin.on('error', () => {}); // an ended client tells by its lines that are missing
    createInterface({ input: client.stdout }).on('line', (line) => {
      if (line === String(this.#heard)) this.#heard++;
      this.#notice();
    });
    this.#timer = setInterval(() => client.stdin.write(`${this.#said++}\n`), interval);
  }

  /**
   * Connects, and resolves when the first line has come back.
   * @param from network namespace of the client
   * @param to network namespace of the server, and its address as the client sees it
   */
  static async start(
    manifest: Manifest,
    from: string,
    to: { readonly netns: string; readonly address: string },
    port = 7000,
  ): Promise<Conversation> {
    const server = await Daemon.start({
      ...{ name: `echo-${to.netns}-${port}`, manifest, netns: to.netns },
      command: ['socat', '-d', '-d', `TCP6-LISTEN:${port},ipv6only=0,reuseaddr`, 'EXEC:cat'],
      ready: { kind: 'line', pattern: /listening on/ },
    });
    const host = to.address.includes(':') ? `[${to.address}]` : to.address;
    const connect = ['socat', '-', `TCP:${host}:${port},connect-timeout=10`];
    const client = spawn('ip', ['netns', 'exec', from, ...connect], { stdio: ['pipe', 'pipe', 'inherit'] });
    const conversation = new Conversation(server, client);
    await conversation.goesOn(20);
    return conversation;
  }

  /** Proves that what is said from now on is answered over the connection. */
  async goesOn(seconds = 20): Promise<void> {
    const wanted = this.#said + 1;
    const deadline = setTimeout(() => this.#notice(), seconds * 1000);
    const end = performance.now() + seconds * 1000;
    while (this.#heard < wanted && this.#client.exitCode === null && performance.now() < end) {
      await new Promise<void>((resolve) => {
        this.#notice = resolve;
      });
    }
    clearTimeout(deadline);
    assert.ok(this.#heard >= wanted, `the connection is dead: ${this.#heard} of ${this.#said} lines came back`);
  }

  /** Ends it. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#client.kill('SIGKILL');
    await this.#closed;
    await this.#server.kill();
  }
}
