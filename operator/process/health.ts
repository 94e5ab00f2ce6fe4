// The HTTP server that kubelet and Prometheus ask: /healthz, /readyz, /metrics. Plain HTTP, no secrets, no state of its own.
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';

/** Says why something is not well; undefined when it is. Must answer from what is known, without asking anyone. */
export type Check = () => string | undefined;

/** Settings of a {@link HealthServer}. */
export interface HealthOptions {
  /** Address to listen on. */
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** By name: what must hold for this process to live. A failing one makes kubelet restart it. */
  readonly alive?: Readonly<Record<string, Check>>;
  /** By name: what must hold for this process to do its work. */
  readonly ready?: Readonly<Record<string, Check>>;
  readonly registry?: Registry;
}

/** Serves the checks and the metrics of one process. */
export class HealthServer {
  readonly #server: Server;
  readonly #options: HealthOptions;

  constructor(options: HealthOptions) {
    this.#options = options;
    this.#server = createServer((request, response) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        answer(response, 405, 'only GET\n');
        return;
      }
      this.#serve((request.url ?? '/').split('?')[0] ?? '/', response).catch((error: unknown) => {
        answer(response, 500, `${error instanceof Error ? error.message : String(error)}\n`);
      });
    });
  }

  /** Begins to listen; resolves with the port. @throws the system's error when the port is taken */
  start(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#options.port, this.#options.host, () => {
        this.#server.off('error', reject);
        resolve((this.#server.address() as AddressInfo).port);
      });
    });
  }

  /** Ends all connections and stops listening. */
  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #serve(path: string, response: ServerResponse): Promise<void> {
    const { alive = {}, ready = {}, registry } = this.#options;
    if (path === '/healthz' || path === '/livez') return report(response, alive);
    // What does not live is not ready either.
    if (path === '/readyz') return report(response, { ...alive, ...ready });
    if (path === '/metrics' && registry !== undefined) {
      const text = await registry.metrics();
      response.setHeader('content-type', registry.contentType);
      return answer(response, 200, text);
    }
    answer(response, 404, 'there are /healthz, /readyz and /metrics\n');
  }
}

/** One line per check, like the API server's own verbose answer; 503 when one fails. */
function report(response: ServerResponse, checks: Readonly<Record<string, Check>>): void {
  let failed = false;
  let text = '';
  for (const [name, check] of Object.entries(checks)) {
    const problem = ask(check);
    failed ||= problem !== undefined;
    text += problem === undefined ? `[+]${name} ok\n` : `[-]${name} failed: ${problem}\n`;
  }
  answer(response, failed ? 503 : 200, `${text}${failed ? 'failed' : 'ok'}\n`);
}

function ask(check: Check): string | undefined {
  try {
    return check();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function answer(response: ServerResponse, status: number, text: string): void {
  if (!response.hasHeader('content-type')) response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.writeHead(status);
  response.end(text);
}
