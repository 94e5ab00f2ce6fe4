/**
 * HTTP to the API server: kept-alive connections (HTTP/1.1 over `node:https`), one attempt per call, a deadline on each.
 * Retries and meaning are the client's (`client.ts`); here is only what concerns bytes and sockets.
 */
import { type ClientRequest, Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { Socket } from 'node:net';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { KubeConnection } from './connection.ts';
import { KubeError } from './errors.ts';

const gunzipAsync = promisify(gunzip);

/** The server drops idle connections after 90 s (kube-apiserver's IdleTimeout); we drop them earlier, so that a request never meets a closing one. */
const IDLE_MS = 60_000;

/** One attempt of one request. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path and query. */
  readonly path: string;
  readonly body?: string | undefined;
  readonly contentType?: string | undefined;
  /** Asked at the last moment, when the connection stands and nothing is sent yet; false refuses the request. */
  readonly gate?: (() => boolean) | undefined;
  /** Ask for a fresh token: the last one was refused. */
  readonly renewToken?: boolean;
  /** Milliseconds until the whole exchange must be over (for a stream: until its header has come). */
  readonly deadlineMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** A complete answer, decompressed. */
export interface HttpResponse {
  readonly status: number;
  readonly body: Buffer;
  /** `Retry-After` in seconds, when sent. */
  readonly retryAfterSeconds: number | undefined;
}

/** A body that is still coming. Iterating it throws when the connection breaks or the signal is aborted. */
export interface HttpStream {
  readonly status: number;
  readonly retryAfterSeconds: number | undefined;
  readonly chunks: AsyncIterable<Buffer>;
}

/** Size of the connection pool. */
export interface TransportOptions {
  /** Most calls in flight at once; more wait for a free connection. Watches are not counted. Default 32. */
  readonly maxConnections?: number;
}

/** Owns the sockets to one API server. */
export class Transport {
  readonly #connection: KubeConnection;
  readonly #url: URL;
  readonly #secure: boolean;
  /** Calls and streams have pools of their own, so that watches never use up the places of calls. */
  readonly #calls: HttpAgent;
  readonly #streams: HttpAgent;
  /** Sockets whose (TLS) handshake is over: nothing tells us so when the agent hands one out a second time. */
  readonly #ready = new WeakSet<Socket>();
  #connectionsOpened = 0;

  constructor(connection: KubeConnection, options: TransportOptions = {}) {
    this.#connection = connection;
    this.#url = new URL(connection.server);
    this.#secure = this.#url.protocol === 'https:';
    if (!this.#secure && !isLoopback(this.#url)) {
      throw new Error(`${connection.server}: plain HTTP is accepted on loopback only; use https://`);
    }
    const tls = {
      ca: connection.ca,
      cert: connection.cert,
      key: connection.key,
      rejectUnauthorized: connection.insecure !== true,
      ...(connection.serverName === undefined ? {} : { servername: connection.serverName }),
    };
    const pool = { keepAlive: true, keepAliveMsecs: 30_000, timeout: IDLE_MS, scheduling: 'lifo' as const };
    const make = (maxSockets: number) =>
      this.#secure ? new HttpsAgent({ ...pool, maxSockets, ...tls }) : new HttpAgent({ ...pool, maxSockets });
    this.#calls = make(options.maxConnections ?? 32);
    this.#streams = make(Number.POSITIVE_INFINITY);
  }

  /** Connections (TLS handshakes) made so far: stays small as long as keep-alive works. */
  get connectionsOpened(): number {
    return this.#connectionsOpened;
  }

  /** Sends a request and reads the whole answer. @throws KubeError without status when no complete answer came */
  async send(request: HttpRequest): Promise<HttpResponse> {
    const exchange = await this.#begin(request, this.#calls);
    try {
      const response = await exchange.response;
      const parts: Buffer[] = [];
      for await (const chunk of response) parts.push(chunk as Buffer);
      const raw = Buffer.concat(parts);
      const body = response.headers['content-encoding'] === 'gzip' ? await gunzipAsync(raw) : raw;
      return { status: response.statusCode ?? 0, body, retryAfterSeconds: retryAfter(response) };
    } catch (error) {
      throw exchange.explain(error);
    } finally {
      exchange.end();
    }
  }

  /**
   * Sends a GET and hands out the body as it comes. The deadline covers only the time until the header; after that the
   * signal alone ends the stream. Leaving the iteration closes the connection.
   */
  async open(request: HttpRequest): Promise<HttpStream> {
    const exchange = await this.#begin(request, this.#streams);
    let response: IncomingMessage;
    try {
      response = await exchange.response;
    } catch (error) {
      const explained = exchange.explain(error);
      exchange.end();
      throw explained;
    }
    exchange.lift();
    const chunks = async function* (): AsyncGenerator<Buffer> {
      try {
        for await (const chunk of response) yield chunk as Buffer;
      } catch (error) {
        throw exchange.explain(error);
      } finally {
        exchange.end();
      }
    };
    return { status: response.statusCode ?? 0, retryAfterSeconds: retryAfter(response), chunks: chunks() };
  }

  /** Closes all connections; calls in flight fail. */
  close(): void {
    this.#calls.destroy();
    this.#streams.destroy();
  }

  async #begin(request: HttpRequest, agent: HttpAgent): Promise<Exchange> {
    request.signal?.throwIfAborted();
    const started = performance.now();
    const headers: Record<string, string | number> = {
      accept: 'application/json',
      'accept-encoding': 'gzip',
      'user-agent': this.#connection.userAgent ?? 'subnetes',
    };
    const token = await this.#connection.token?.(request.renewToken);
    if (token !== undefined) headers.authorization = `Bearer ${token}`;
    if (request.body !== undefined) {
      headers['content-type'] = request.contentType ?? 'application/json';
      headers['content-length'] = Buffer.byteLength(request.body);
    }
    const options = {
      agent,
      host: this.#url.hostname.replace(/^\[|\]$/g, ''),
      port: this.#url.port || (this.#secure ? 443 : 80),
      method: request.method,
      path: this.#url.pathname.replace(/\/$/, '') + request.path,
      headers,
    };
    const outgoing = this.#secure ? requestHttps(options) : requestHttp(options);
    const left = Math.max(0, request.deadlineMs - (performance.now() - started));
    const exchange = new Exchange(outgoing, request, left);
    outgoing.once('socket', (socket) => {
      if (this.#ready.has(socket)) {
        exchange.transmit();
        return;
      }
      socket.once(this.#secure ? 'secureConnect' : 'connect', () => {
        this.#ready.add(socket);
        this.#connectionsOpened += 1;
        exchange.transmit();
      });
    });
    return exchange;
  }
}

/** One request on its way: keeps who may end it (deadline, signal, fence) and whether anything was sent. */
class Exchange {
  readonly response: Promise<IncomingMessage>;
  readonly #outgoing: ClientRequest;
  readonly #request: HttpRequest;
  readonly #timer: NodeJS.Timeout;
  #answer: IncomingMessage | undefined;
  #sent = false;
  /** Why we ended it ourselves, if we did. */
  #verdict: unknown;
  readonly #onAbort = () => this.#kill(this.#request.signal?.reason);

  constructor(outgoing: ClientRequest, request: HttpRequest, deadlineMs: number) {
    this.#outgoing = outgoing;
    this.#request = request;
    this.response = new Promise((resolve, reject) => {
      outgoing.once('response', (answer) => {
        this.#answer = answer;
        resolve(answer);
      });
      // Stays for the whole life of the request: an error after the response must not become an uncaught one.
      outgoing.on('error', reject);
    });
    this.response.catch(() => {}); // awaited by the caller; this only keeps an early failure from being "unhandled"
    this.#timer = setTimeout(() => {
      this.#kill(
        new KubeError(`${request.method} ${request.path}: no answer in ${Math.round(deadlineMs)} ms`, {
          reason: 'DeadlineExceeded',
          executed: this.#sent ? 'unknown' : 'no',
        }),
      );
    }, deadlineMs);
    request.signal?.addEventListener('abort', this.#onAbort, { once: true });
    if (request.signal?.aborted) this.#onAbort();
  }

  /** The connection stands: the last look at the fence, then everything goes out. */
  transmit(): void {
    if (this.#request.gate?.() === false) {
      this.#kill(
        new KubeError(`${this.#request.method} ${this.#request.path}: refused here, this process may not write now`, {
          reason: 'Fenced',
          executed: 'no',
        }),
      );
      return;
    }
    this.#sent = true;
    this.#outgoing.end(this.#request.body);
  }

  /** The header has come: the deadline no longer counts. */
  lift(): void {
    clearTimeout(this.#timer);
  }

  /** Turns what broke the exchange into the error that the caller sees. */
  explain(error: unknown): unknown {
    if (this.#verdict !== undefined) return this.#verdict;
    const text = error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code : String(error);
    return new KubeError(`${this.#request.method} ${this.#request.path}: ${text}`, {
      reason: this.#sent ? 'ConnectionLost' : 'Unreachable',
      executed: this.#sent ? 'unknown' : 'no',
      cause: error,
    });
  }

  /** Lets go of timers and listeners, and of the connection if the answer was not read to its end. */
  end(): void {
    clearTimeout(this.#timer);
    this.#request.signal?.removeEventListener('abort', this.#onAbort);
    if (this.#verdict === undefined && this.#answer?.complete !== true) this.#outgoing.destroy();
  }

  #kill(verdict: unknown): void {
    this.#verdict ??= verdict ?? new Error('aborted');
    this.#outgoing.destroy(this.#verdict instanceof Error ? this.#verdict : new Error(String(this.#verdict)));
  }
}

function retryAfter(response: IncomingMessage): number | undefined {
  const seconds = Number(response.headers['retry-after']);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

function isLoopback(url: URL): boolean {
  return url.hostname === 'localhost' || url.hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(url.hostname);
}
