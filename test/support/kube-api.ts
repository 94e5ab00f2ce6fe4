// A small client of the Kubernetes API for the test bed. It is not the product's own on purpose: a fault there must not hide itself
// in the tests. Objects are plain JSON.
import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { setTimeout as delay } from 'node:timers/promises';

/** Where the API server is and who asks. All PEM text. */
export interface KubeCredentials {
  /** https://HOST:PORT */
  readonly server: string;
  readonly ca: string;
  readonly cert?: string;
  readonly key?: string;
  /** Bearer token. */
  readonly token?: string;
}

/** An object as the API server sends it. */
export interface KubeObject {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid?: string;
    readonly resourceVersion?: string;
    readonly deletionTimestamp?: string;
    readonly deletionGracePeriodSeconds?: number;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly labels?: Readonly<Record<string, string>>;
    readonly finalizers?: readonly string[];
    readonly ownerReferences?: readonly { readonly kind: string; readonly name: string; readonly uid: string }[];
  };
  readonly spec?: Readonly<Record<string, unknown>>;
  readonly status?: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

/** An answer of the API server other than 2xx. */
export class KubeApiError extends Error {
  /** HTTP status code. */
  readonly status: number;
  /** Machine-readable reason, such as NotFound or Conflict. */
  readonly reason: string;

  constructor(status: number, reason: string, message: string) {
    super(`${status} ${reason}: ${message}`);
    this.name = 'KubeApiError';
    this.status = status;
    this.reason = reason;
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One client; it keeps its connections. */
export class KubeApi {
  readonly #credentials: KubeCredentials;
  readonly #agent: Agent;

  constructor(credentials: KubeCredentials) {
    this.#credentials = credentials;
    const { ca, cert, key } = credentials;
    this.#agent = new Agent({
      keepAlive: true,
      maxSockets: 40,
      ca,
      ...(cert === undefined ? {} : { cert }),
      ...(key === undefined ? {} : { key }),
    });
  }

  /** Closes idle connections. */
  close(): void {
    this.#agent.destroy();
  }

  /**
   * One call. PATCH bodies are JSON merge patches.
   * @throws KubeApiError for an answer other than 2xx
   */
  async call<T = KubeObject>(method: Method, path: string, body?: unknown): Promise<T> {
    const response = await this.#send(method, path, body, AbortSignal.timeout(60_000));
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const status = response.statusCode ?? 0;
    if (status >= 200 && status < 300) return (text === '' ? {} : JSON.parse(text)) as T;
    throw apiError(status, text);
  }

  /** Like {@link call}, but an answer 404 is undefined. */
  async callIfThere<T = KubeObject>(method: Method, path: string, body?: unknown): Promise<T | undefined> {
    try {
      return await this.call<T>(method, path, body);
    } catch (error) {
      if (error instanceof KubeApiError && error.status === 404) return undefined;
      throw error;
    }
  }

  /** Creates an object unless there is one of its name. */
  async ensure(collection: string, object: unknown): Promise<void> {
    await this.call('POST', collection, object).catch((error: unknown) => {
      if (!(error instanceof KubeApiError) || error.reason !== 'AlreadyExists') throw error;
    });
  }

  /**
   * Follows a collection until the signal aborts: lists it, then watches; after any interruption it lists again and reports what
   * vanished meanwhile as deleted. `ready` is called after the first list.
   */
  async follow(
    collection: string,
    query: Readonly<Record<string, string>>,
    handle: (event: 'put' | 'delete', object: KubeObject) => void,
    signal: AbortSignal,
    ready: () => void = () => {},
  ): Promise<void> {
    const known = new Map<string, KubeObject>();
    const keyOf = (object: KubeObject): string =>
      `${object.metadata.namespace ?? ''}/${object.metadata.name}/${object.metadata.uid ?? ''}`;
    for (let pause = 20; !signal.aborted; pause = Math.min(pause * 2, 2_000)) {
      try {
        const list = await this.call<{ metadata: { resourceVersion: string }; items: KubeObject[] }>(
          'GET',
          `${collection}?${new URLSearchParams(query)}`,
        );
        const present = new Set(list.items.map(keyOf));
        for (const [key, object] of known) {
          if (present.has(key)) continue;
          known.delete(key);
          handle('delete', object);
        }
        for (const object of list.items) {
          known.set(keyOf(object), object);
          handle('put', object);
        }
        ready();
        await this.#watch(
          collection,
          { ...query, resourceVersion: list.metadata.resourceVersion },
          signal,
          (type, object) => {
            pause = 20;
            if (type === 'DELETED') known.delete(keyOf(object));
            else known.set(keyOf(object), object);
            handle(type === 'DELETED' ? 'delete' : 'put', object);
          },
        );
      } catch (error) {
        if (signal.aborted) return;
        if (!isPassing(error)) throw error;
        await delay(pause, undefined, { signal }).catch(() => {});
      }
    }
  }

  async #watch(
    collection: string,
    query: Readonly<Record<string, string>>,
    signal: AbortSignal,
    handle: (type: string, object: KubeObject) => void,
  ): Promise<void> {
    const response = await this.#send(
      'GET',
      `${collection}?${new URLSearchParams({ ...query, watch: 'true' })}`,
      undefined,
      signal,
    );
    if (response.statusCode !== 200)
      throw new KubeApiError(response.statusCode ?? 0, 'WatchFailed', 'the watch was refused');
    let rest = '';
    response.setEncoding('utf8');
    for await (const chunk of response) {
      const lines = (rest + String(chunk)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const event = JSON.parse(line) as { type: string; object: KubeObject };
        if (event.type === 'ERROR') return; // too old a version, mostly: list again
        if (event.type !== 'BOOKMARK') handle(event.type, event.object);
      }
    }
  }

  #send(method: Method, path: string, body: unknown, signal: AbortSignal): Promise<IncomingMessage> {
    const { server, token } = this.#credentials;
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      accept: 'application/json',
      ...(payload === undefined
        ? {}
        : { 'content-type': contentType(method), 'content-length': Buffer.byteLength(payload) }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    return new Promise((resolve, reject) => {
      const call = request(new URL(path, server), { method, headers, agent: this.#agent, signal }, resolve);
      call.once('error', reject);
      call.end(payload);
    });
  }
}

const contentType = (method: Method): string =>
  method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';

function apiError(status: number, text: string): KubeApiError {
  try {
    const { reason, message } = JSON.parse(text) as { reason?: string; message?: string };
    return new KubeApiError(status, reason ?? 'Unknown', message ?? text);
  } catch {
    return new KubeApiError(status, 'Unknown', text.slice(0, 500));
  }
}

// What a follower waits out: the server is away, busy, or starting. Anything else is a mistake of ours.
function isPassing(error: unknown): boolean {
  if (error instanceof KubeApiError) return error.status === 410 || error.status === 429 || error.status >= 500;
  return error instanceof Error && ('code' in error || error.name === 'AbortError' || error.name === 'TimeoutError');
}
