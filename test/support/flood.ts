// A steady stream of echo requests from one pod, kept up while something happens: what was answered, and how long the longest
// silence was. The proof that traffic goes on, or that it never does.
import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** What a flood has seen. */
export interface FloodCount {
  /** Echo requests sent. */
  readonly sent: number;
  /** Echo replies received; a request is counted once. */
  readonly received: number;
  /** Longest run of requests that were not answered, in milliseconds. */
  readonly longestSilence: number;
}

/** Milliseconds between two requests. */
const interval = 20;

/** Echo requests 50 times a second from a network namespace, until {@link Flood.stop}. */
export class Flood {
  readonly address: string;
  readonly #child: ChildProcessByStdio<null, Readable, Readable>;
  readonly #closed: Promise<unknown>;
  #text = '';

  private constructor(address: string, child: ChildProcessByStdio<null, Readable, Readable>) {
    this.address = address;
    this.#child = child;
    this.#closed = once(child, 'close');
    child.stdout.on('data', (chunk: Buffer) => {
      this.#text += chunk.toString();
    });
    child.stderr.resume();
  }

  /** Starts to send. It ends by itself after ten minutes, should nobody stop it. */
  static start(netns: string, address: string): Flood {
    const count = String((10 * 60 * 1000) / interval);
    const ping = ['ping', '-n', '-i', String(interval / 1000), '-c', count, address];
    return new Flood(address, spawn('ip', ['netns', 'exec', netns, ...ping], { stdio: ['ignore', 'pipe', 'pipe'] }));
  }

  /** Ends the flood and counts. */
  async stop(): Promise<FloodCount> {
    this.#child.kill('SIGINT');
    await this.#closed;
    const answered = new Set([...this.#text.matchAll(/icmp_seq=(\d+) ttl/g)].map(([, sequence]) => Number(sequence)));
    const sent = Number(/(\d+) packets transmitted/.exec(this.#text)?.[1] ?? 0);
    let longest = 0;
    let silent = 0;
    for (let sequence = 1; sequence <= sent; sequence++) {
      silent = answered.has(sequence) ? 0 : silent + 1;
      longest = Math.max(longest, silent);
    }
    return { sent, received: answered.size, longestSilence: longest * interval };
  }
}

/**
 * Proves that traffic went on all the time.
 * @param silence milliseconds without an answer that are forgiven: a busy machine, never an outage
 */
export function assertWentOn(count: FloodCount, what: string, silence = 1000): void {
  assert.ok(count.sent > 20, `${what}: only ${count.sent} requests were sent`);
  assert.ok(
    count.longestSilence <= silence,
    `${what}: ${count.longestSilence} ms without an answer, ${count.received} of ${count.sent} were answered`,
  );
}
