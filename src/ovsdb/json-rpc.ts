/**
 * JSON-RPC 1.0 over one stream (RFC 7047 section 4): requests with their answers, notifications, echo in both
 * directions, and the inactivity probe. Lives as long as its socket; reconnecting is the client's business.
 */
import type { Socket } from 'node:net';
import { OvsdbDisconnectedError, OvsdbProtocolError, OvsdbRpcError } from './errors.ts';
import { type FrameLimits, FrameReader } from './frame-reader.ts';

type Pending = {
  readonly method: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
};

/** What a connection needs beside its socket. */
export type JsonRpcOptions = {
  /** Called in the order of arrival for each notification; an `OvsdbProtocolError` thrown by it drops the connection. */
  readonly onNotification: (method: string, params: readonly unknown[]) => void;
  /** After so many silent milliseconds an echo is sent, after as many again the peer counts as gone. 0: never. */
  readonly probeIntervalMs: number;
  readonly limits?: FrameLimits;
};

/** One JSON-RPC connection. */
export class JsonRpcConnection {
  /** Resolves with the reason when the connection is gone, however that came. */
  readonly closed: Promise<Error>;
  readonly #socket: Socket;
  readonly #options: JsonRpcOptions;
  readonly #reader: FrameReader;
  readonly #pending = new Map<number, Pending>();
  #nextId = 1;
  #reason: Error | undefined;
  #resolveClosed: (reason: Error) => void = () => undefined;
  #probe: NodeJS.Timeout | undefined;
  #probing = false;

  constructor(socket: Socket, options: JsonRpcOptions) {
    this.#socket = socket;
    this.#options = options;
    this.#reader = new FrameReader(options.limits);
    this.closed = new Promise((resolve) => {
      this.#resolveClosed = resolve;
    });
    socket.on('data', (chunk) => this.#onData(chunk));
    socket.on('error', (error) => this.close(error));
    socket.on('end', () => this.close(new Error('closed by the server')));
    socket.on('close', () => {
      this.close(new Error('closed by the server'));
      this.#resolveClosed(this.#reason as Error);
    });
    this.#watchForSilence();
  }

  /**
   * Sends a request. `read` is called with the result at its place in the order of arrival, before any later message is
   * looked at. Rejects with `OvsdbRpcError` (answered with an error), `OvsdbDisconnectedError`, or `signal.reason` (then
   * the server is asked to cancel, RFC 7047 section 4.1.4, and the outcome is unknown).
   */
  request<T>(
    method: string,
    params: readonly unknown[],
    read: (result: unknown) => T,
    signal?: AbortSignal,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(signal.reason);
        return;
      }
      if (this.#reason !== undefined) {
        reject(new OvsdbDisconnectedError(this.#reason.message, false, { cause: this.#reason }));
        return;
      }
      const id = this.#nextId++;
      const onAbort = (): void => {
        this.#pending.delete(id);
        this.#send({ method: 'cancel', params: [id], id: null });
        reject(signal?.reason);
      };
      const cleanUp = (): void => signal?.removeEventListener('abort', onAbort);
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#pending.set(id, {
        method,
        resolve: (result) => {
          cleanUp();
          try {
            resolve(read(result));
          } catch (error) {
            reject(error);
            if (error instanceof OvsdbProtocolError) throw error;
          }
        },
        reject: (error) => {
          cleanUp();
          reject(error);
        },
      });
      this.#send({ method, params, id });
    });
  }

  /** Ends the connection; everything pending is rejected with `reason` and an unknown outcome. Idempotent. */
  close(reason: Error): void {
    if (this.#reason !== undefined) return;
    this.#reason = reason;
    clearTimeout(this.#probe);
    this.#socket.destroy();
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of pending) reject(new OvsdbDisconnectedError(reason.message, true, { cause: reason }));
  }

  #send(message: unknown): void {
    if (this.#reason === undefined) this.#socket.write(JSON.stringify(message));
  }

  #onSilence(): void {
    const { probeIntervalMs } = this.#options;
    if (this.#probing) {
      this.close(new Error(`no answer to the inactivity probe within ${probeIntervalMs} ms`));
      return;
    }
    this.#probing = true;
    this.#send({ method: 'echo', params: [], id: 'probe' });
    this.#watchForSilence();
  }

  #watchForSilence(): void {
    const { probeIntervalMs } = this.#options;
    clearTimeout(this.#probe);
    if (probeIntervalMs > 0) this.#probe = setTimeout(() => this.#onSilence(), probeIntervalMs);
  }

  #onData(chunk: Buffer): void {
    if (this.#reason !== undefined) return;
    // Any byte is a sign of life: a large dump may be on its way for longer than the probe interval.
    this.#probing = false;
    this.#watchForSilence();
    try {
      for (const message of this.#reader.push(chunk)) {
        if (this.#reason !== undefined) return;
        this.#onMessage(message);
      }
    } catch (error) {
      if (!(error instanceof OvsdbProtocolError)) throw error;
      this.close(error);
    }
  }

  #onMessage(message: unknown): void {
    const { method, params, id, result, error } = message as Readonly<Record<string, unknown>>;
    if (typeof method === 'string') {
      if (!Array.isArray(params)) throw new OvsdbProtocolError(`${method} without params`);
      if (method === 'echo') this.#send({ result: params, error: null, id });
      else if (id === null || id === undefined) this.#options.onNotification(method, params);
      else this.#send({ result: null, error: 'unknown method', id });
      return;
    }
    if (id === 'probe') return;
    if (id === undefined) throw new OvsdbProtocolError('neither a request nor a response');
    const pending = typeof id === 'number' ? this.#pending.get(id) : undefined;
    // No one waits any more for the answer to a cancelled request.
    if (pending === undefined) return;
    this.#pending.delete(id as number);
    if (error === null || error === undefined) pending.resolve(result);
    else pending.reject(readError(pending.method, error));
  }
}

/** An answer's `error` member: a bare string (`unknown method`) or an `<error>` object of RFC 7047 section 3.1. */
function readError(method: string, error: unknown): OvsdbRpcError {
  if (typeof error !== 'object' || error === null) return new OvsdbRpcError(method, String(error), '');
  const { error: kind, details } = error as Readonly<Record<string, unknown>>;
  return new OvsdbRpcError(method, String(kind), typeof details === 'string' ? details : '');
}
