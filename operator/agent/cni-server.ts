/**
 * The agent's door: a unix socket that only root can open, one request per connection. It reads, checks, bounds and
 * dispatches; what a request means is {@link Sandboxes}' business.
 */
import { chmod, mkdir, stat, unlink } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { dirname } from 'node:path';
import type { Log } from '../../src/log.ts';
import { requestLimitBytes, type WireReply } from '../cni/protocol.ts';
import { type Attachment, addOutput, CniError, cniCodes, errorOutput, newestCniVersion } from '../cni/spec.ts';
import {
  type AddRequest,
  type CheckRequest,
  type CniRequest,
  type DelRequest,
  type GcRequest,
  parseCniRequest,
} from './cni-request.ts';
import { Turnstile } from './turnstile.ts';

/**
 * What the server dispatches to. Each call rejects with a {@link CniError} to tell the runtime something; any other
 * rejection is a bug and is told as such. The signal fires when the runtime no longer waits.
 */
export interface Sandboxes {
  add(request: AddRequest, signal: AbortSignal): Promise<Attachment>;
  del(request: DelRequest, signal: AbortSignal): Promise<void>;
  check(request: CheckRequest, signal: AbortSignal): Promise<void>;
  gc(request: GcRequest, signal: AbortSignal): Promise<void>;
  /** Answers at once: containerd asks every five seconds. */
  status(): Promise<void>;
}

/** How a {@link CniServer} is set up. */
export type CniServerOptions = {
  /** Where to listen; its folder is made for it and closed to all but its owner. */
  readonly path: string;
  readonly sandboxes: Sandboxes;
  readonly log: Log;
  /** How many ADD may run at once, and how many others; the rest waits in line. */
  readonly concurrency?: number;
  /** How long a connection may take to send its request, in milliseconds. */
  readonly requestTimeoutMs?: number;
};

/** The socket is in use: another agent is alive on this node. */
export class SocketInUseError extends Error {
  override readonly name = 'SocketInUseError';
  constructor(path: string) {
    super(`another process answers on ${path}: is a second agent running on this node?`);
  }
}

/** Serves the CNI plugin of one node. */
export class CniServer {
  readonly #options: CniServerOptions;
  readonly #server: Server;
  readonly #closing = new AbortController();
  readonly #running = new Set<Promise<void>>();
  readonly #sockets = new Set<Socket>();
  // ADD has a line of its own: it may wait for an address that only a DEL behind it will free.
  readonly #adds: Turnstile;
  readonly #others: Turnstile;

  constructor(options: CniServerOptions) {
    this.#options = options;
    this.#adds = new Turnstile(options.concurrency ?? 64);
    this.#others = new Turnstile(options.concurrency ?? 64);
    this.#server = createServer((socket) => this.#accept(socket));
    this.#server.maxConnections = 1024;
  }

  /**
   * Opens the socket. A socket file that nobody answers on (a killed agent's) is replaced.
   * @throws {SocketInUseError} if somebody does
   */
  async listen(): Promise<void> {
    const { path } = this.#options;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await chmod(dirname(path), 0o700); // before the socket exists, so that it is never open to others
    await removeStaleSocket(path);
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(path, () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
    await chmod(path, 0o600);
  }

  /** Stops listening, tells what runs to stop, and resolves when it has undone itself. */
  async close(): Promise<void> {
    this.#closing.abort(new CniError(cniCodes.tryAgainLater, 'the Subnetes agent on this node is stopping'));
    const closed = new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
    await Promise.allSettled([...this.#running]);
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket);
    const gone = new AbortController();
    socket.on('error', () => undefined); // 'close' follows and is all that matters
    socket.on('end', () => gone.abort(new CniError(cniCodes.tryAgainLater, 'the container runtime gave up waiting')));
    socket.on('close', () => {
      this.#sockets.delete(socket);
      gone.abort(new CniError(cniCodes.tryAgainLater, 'the container runtime gave up waiting'));
    });
    const running: Promise<void> = this.#serve(socket, AbortSignal.any([gone.signal, this.#closing.signal])).finally(
      () => this.#running.delete(running),
    );
    this.#running.add(running);
  }

  async #serve(socket: Socket, signal: AbortSignal): Promise<void> {
    let cniVersion: string = newestCniVersion;
    let request: CniRequest | undefined;
    let reply: WireReply;
    try {
      const value = await readRequest(socket, this.#options.requestTimeoutMs ?? 10_000, signal);
      cniVersion = spokenVersion(value) ?? cniVersion;
      request = parseCniRequest(value);
      reply = await this.#dispatch(request, signal);
    } catch (error) {
      if (!(error instanceof CniError)) this.#options.log.error('a CNI request met a bug', { request, error });
      const told =
        error instanceof CniError ? error : new CniError(cniCodes.internal, `internal error: ${String(error)}`);
      if (request) {
        const { command } = request;
        this.#options.log.info('a CNI request failed', { command, request, code: told.code, told: told.message });
      }
      reply = { exitStatus: 1, output: errorOutput(cniVersion, told) };
    }
    if (!socket.destroyed) socket.end(`${JSON.stringify(reply)}\n`);
  }

  async #dispatch(request: CniRequest, signal: AbortSignal): Promise<WireReply> {
    const { sandboxes } = this.#options;
    switch (request.command) {
      case 'ADD': {
        const attachment = await this.#adds.pass(() => sandboxes.add(request, signal), signal);
        return { exitStatus: 0, output: addOutput(request.cniVersion, attachment) };
      }
      case 'DEL':
        await this.#others.pass(() => sandboxes.del(request, signal), signal);
        return { exitStatus: 0 };
      case 'CHECK':
        await this.#others.pass(() => sandboxes.check(request, signal), signal);
        return { exitStatus: 0 };
      case 'GC':
        await this.#others.pass(() => sandboxes.gc(request, signal), signal);
        return { exitStatus: 0 };
      case 'STATUS':
        await sandboxes.status();
        return { exitStatus: 0 };
    }
  }
}

/** Reads one line of JSON. */
function readRequest(socket: Socket, timeoutMs: number, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (act: () => void) => {
      clearTimeout(deadline);
      signal.removeEventListener('abort', onAbort);
      socket.off('data', onData);
      socket.resume(); // keep reading: only so is the end of the connection seen
      act();
    };
    const fail = (code: CniError['code'], message: string) => finish(() => reject(new CniError(code, message)));
    const onAbort = () => finish(() => reject(signal.reason));
    const onData = (chunk: Buffer) => {
      const newline = chunk.indexOf(0x0a);
      const part = newline < 0 ? chunk : chunk.subarray(0, newline);
      size += part.length;
      if (size > requestLimitBytes) {
        fail(cniCodes.invalidConfiguration, `the request has more than ${requestLimitBytes / 1024} kB`);
        return;
      }
      chunks.push(part);
      if (newline < 0) return;
      const text = Buffer.concat(chunks).toString('utf8');
      try {
        const value: unknown = JSON.parse(text);
        finish(() => resolve(value));
      } catch (error) {
        fail(
          cniCodes.notDecodable,
          `the request is not JSON: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    };
    const deadline = setTimeout(() => fail(cniCodes.ioFailure, 'the request did not arrive in time'), timeoutMs);
    signal.addEventListener('abort', onAbort);
    socket.on('data', onData);
    if (signal.aborted) onAbort();
  });
}

/** The version to answer in, also when the request itself is refused. */
function spokenVersion(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('config' in value)) return undefined;
  const { config } = value;
  if (typeof config !== 'object' || config === null || !('cniVersion' in config)) return undefined;
  return typeof config.cniVersion === 'string' ? config.cniVersion : undefined;
}

async function removeStaleSocket(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isSocket()) return;
  const alive = await new Promise<boolean>((resolve) => {
    const probe = connect({ path });
    probe.on('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.on('error', () => resolve(false));
  });
  if (alive) throw new SocketInUseError(path);
  await unlink(path);
}
