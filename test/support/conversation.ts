// Connections that live for long: TCP, with data in both directions all the time. Whether they survive what happens meanwhile, and how long
// they were silent.
import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { inNetns, searchPath } from './command.ts';
import type { Manifest } from './manifest.ts';
import { Daemon } from './processes.ts';

/** Milliseconds between two lines that are sent. */
const interval = 50;

/** A TCP server in a namespace, for both families, that sends back whatever it gets. It ends with its bed. */
export function serveEcho(manifest: Manifest, netns: string, port: number): Promise<Daemon> {
  return Daemon.start({
    ...{ name: `echo-${netns}-${port}`, manifest, netns },
    command: ['socat', '-d', '-d', `TCP6-LISTEN:${port},ipv6only=0,fork,reuseaddr,nodelay`, 'PIPE'],
    ready: { kind: 'line', pattern: /listening on/ },
  });
}

/** What a conversation went through since {@link Conversation.mark}. */
export interface ConversationCount {
  /** Lines that came back. */
  readonly echoes: number;
  /** Longest time between two of them, in milliseconds; the time since the last one counts, too. */
  readonly longestGap: number;
  /** What ended the connection; undefined while it stands. */
  readonly broken: string | undefined;
}

/** One established connection to an echo server: a line 20 times a second, each of which must come back, in order. */
export class Conversation {
  /** Who talks to whom, for reports. */
  readonly name: string;
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #closed: Promise<unknown>;
  readonly #timer: NodeJS.Timeout;
  #sent = 0;
  #received = 0;
  #last = performance.now();
  #echoes = 0;
  #longest = 0;
  #said = '';
  #broken: string | undefined;
  #stopping = false;

  private constructor(name: string, child: ChildProcessByStdio<Writable, Readable, Readable>) {
    this.name = name;
    this.#child = child;
    this.#closed = once(child, 'close');
    let rest = '';
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.#heard(line);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      this.#said = (this.#said + chunk.toString()).slice(-500);
    });
    child.once('close', (code) => {
      if (!this.#stopping) this.#broken ??= this.#said.trim() || `ended with ${code}`;
    });
    // The pipe breaks when socat ends; that is told by "close".
    child.stdin.on('error', () => {});
    this.#timer = setInterval(() => {
      if (this.#broken === undefined) child.stdin.write(`${++this.#sent}\n`);
    }, interval);
  }

  /** Connects; resolves once the first line came back. */
  static async start(name: string, netns: string, address: string, port: number): Promise<Conversation> {
    const host = address.includes(':') ? `[${address}]` : address;
    const [file, ...args] = inNetns(netns, ['socat', '-', `TCP:${host}:${port},connect-timeout=10,nodelay`]);
    const env = { ...process.env, PATH: searchPath };
    const conversation = new Conversation(name, spawn(file, args, { env, stdio: ['pipe', 'pipe', 'pipe'] }));
    await conversation.goesOn(15);
    return conversation;
  }

  #heard(line: string): void {
    if (Number(line) !== this.#received + 1) this.#broken ??= `after line ${this.#received} came "${line}"`;
    this.#received++;
    this.#echoes++;
    const now = performance.now();
    this.#longest = Math.max(this.#longest, now - this.#last);
    this.#last = now;
  }

  /** Begins to count anew. */
  mark(): void {
    this.#echoes = 0;
    this.#longest = 0;
    this.#last = performance.now();
  }

  /** What was counted since {@link mark}. */
  get count(): ConversationCount {
    const longestGap = Math.round(Math.max(this.#longest, performance.now() - this.#last));
    return { echoes: this.#echoes, longestGap, broken: this.#broken };
  }

  /** Waits until everything that was sent before came back: the connection goes on. The error says what stands in the way. */
  async goesOn(seconds = 20): Promise<void> {
    const goal = this.#sent + 1;
    const deadline = performance.now() + seconds * 1000;
    while (this.#received < goal && this.#broken === undefined) {
      if (performance.now() > deadline) assert.fail(`${this.name}: no answer within ${seconds} s`);
      await delay(interval);
    }
    assert.equal(this.#broken, undefined, `${this.name}: the connection broke`);
  }

  /** Ends the connection. */
  async stop(): Promise<void> {
    this.#stopping = true;
    clearInterval(this.#timer);
    this.#child.kill('SIGKILL');
    await this.#closed;
  }
}
