// Asks many questions "is this port reached?" at once, and answers those of others: one process per network namespace for servers and clients
// of TCP, UDP and SCTP alike, so that a table of a thousand cells takes seconds.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** A port of a transport protocol. */
export interface TransportPort {
  readonly protocol: 'TCP' | 'UDP' | 'SCTP';
  readonly port: number;
}

/** One question. */
export interface Probe extends TransportPort {
  readonly address: string;
}

const program = fileURLToPath(new URL('prober.py', import.meta.url));

/** A process in a network namespace that serves ports and asks for those of others. */
export class Prober {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #answers = new Map<number, (results: readonly boolean[]) => void>();
  #next = 1;

  private constructor(child: ChildProcessByStdio<Writable, Readable, null>) {
    this.#child = child;
  }

  /** Starts one; when this resolves, its ports are served. */
  static async start(netns: string, name: string, listen: readonly TransportPort[]): Promise<Prober> {
    const args = ['netns', 'exec', netns, '/usr/bin/python3', program, JSON.stringify({ name, listen })];
    const child = spawn('ip', args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const prober = new Prober(child);
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`the prober in ${netns} ended: ${code}`)));
      createInterface(child.stdout).on('line', (line) => {
        const said = JSON.parse(line) as { ready?: true; id?: number; results?: readonly boolean[] };
        if (said.ready) resolve();
        prober.#answers.get(said.id ?? 0)?.(said.results ?? []);
        prober.#answers.delete(said.id ?? 0);
      });
    });
    return prober;
  }

  /** For each question whether there was an answer within some seconds; all are asked at once, and datagrams again meanwhile. */
  ask(probes: readonly Probe[], seconds: number): Promise<readonly boolean[]> {
    const id = this.#next++;
    this.#child.stdin.write(`${JSON.stringify({ id, seconds, probes })}\n`);
    return new Promise((resolve) => this.#answers.set(id, resolve));
  }

  /** Ends it. */
  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.stdin.end();
    this.#child.kill('SIGKILL');
    await ended;
  }
}
