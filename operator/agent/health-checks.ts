/**
 * Tells load balancers whether a node has endpoints of a Service (`healthCheckNodePort`): on each such port a small HTTP server, which says
 * what kube-proxy says (pkg/proxy/healthcheck/service_health.go).
 */
import { createServer, type Server } from 'node:http';
import type { Log } from '../../src/log.ts';
import type { HealthCheck } from '../../src/topology/node-services.ts';

interface Served {
  check: HealthCheck;
  readonly server: Server;
}

/** The servers of a node. */
export class HealthChecks {
  readonly #log: Log;
  readonly #served = new Map<number, Served>();
  #stopped = false;

  constructor(log: Log) {
    this.#log = log;
  }

  /** Says what is served from now on. A port that somebody else has is tried again with the next change. */
  want(checks: readonly HealthCheck[]): void {
    if (this.#stopped) return;
    const wanted = new Map(checks.map((check) => [check.port, check]));
    for (const [port, { server }] of this.#served)
      if (!wanted.has(port)) {
        this.#served.delete(port);
        server.close();
        server.closeAllConnections();
      }
    for (const check of checks) {
      const served = this.#served.get(check.port);
      if (served) served.check = check;
      else this.#serve(check);
    }
  }

  /** Resolves when nothing listens any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    const servers = [...this.#served.values()].map(({ server }) => server);
    this.#served.clear();
    await Promise.all(
      servers.map((server) => {
        server.closeAllConnections();
        return new Promise<void>((resolve) => server.close(() => resolve()));
      }),
    );
  }

  #serve(check: HealthCheck): void {
    const server = createServer((_request, response) => {
      const { service, localEndpoints } = served.check;
      response.writeHead(localEndpoints > 0 ? 200 : 503, {
        'Content-Type': 'application/json',
        'X-Content-Type-Options': 'nosniff',
        'X-Load-Balancing-Endpoint-Weight': String(localEndpoints),
      });
      response.end(JSON.stringify({ service, localEndpoints, serviceProxyHealthy: true }));
    });
    const served: Served = { check, server };
    server.on('error', (error) => {
      const { service, port } = served.check;
      this.#log.warn('the health check of a Service can not be served', { ...service, port, error });
      if (this.#served.get(port) === served) this.#served.delete(port);
    });
    this.#served.set(check.port, served);
    // No host: both families.
    server.listen(check.port);
  }
}
