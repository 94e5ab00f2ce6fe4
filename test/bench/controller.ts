// The controller as "make build" bundles it, in a process of its own, with a probe inside.
import { readFile } from 'node:fs/promises';
import { type RequestOptions, request } from 'node:http';
import type { HeapProfiler, Profiler } from 'node:inspector';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Manifest } from '../support/manifest.ts';
import { Daemon } from '../support/processes.ts';
import type { Vitals } from './probe.ts';

/** Where a controller works. */
export interface ControllerPlace {
  readonly manifest: Manifest;
  readonly kubeconfig: string;
  /** Endpoint of the northbound database. */
  readonly northbound: string;
  /** The bundled probe. */
  readonly probe: string;
}

let lives = 0;

/** One life of a controller. */
export class BenchController {
  readonly daemon: Daemon;
  readonly #port: number;
  readonly #probe: string;
  readonly #startedAt: number;

  private constructor(daemon: Daemon, port: number, probe: string, startedAt: number) {
    this.daemon = daemon;
    this.#startedAt = startedAt;
    this.#port = port;
    this.#probe = probe;
  }

  /** Starts it; it leads only after {@link leading}. */
  static async start(
    { manifest, kubeconfig, northbound, probe }: ControllerPlace,
    env: Readonly<Record<string, string>> = {},
  ): Promise<BenchController> {
    const port = await freePort();
    const name = `controller-${lives++}`;
    const socket = join(manifest.directory, `${name}.probe`);
    const flags = (process.env.CONTROLLER_NODE_FLAGS ?? '').split(' ').filter(Boolean);
    const startedAt = Date.now();
    const daemon = await Daemon.start({
      ...{ name, manifest, env: { BENCH_PROBE: socket, ...env } },
      command: [
        ...[process.execPath, '--expose-gc', ...flags, '--import', probe],
        fileURLToPath(new URL('../../dist/controller.js', import.meta.url)),
        ...['--kubeconfig', kubeconfig, '--northbound', northbound, '--health-address', `127.0.0.1:${port}`],
      ],
    });
    return new BenchController(daemon, port, socket, startedAt);
  }

  /** Resolves when it leads. */
  async leading(seconds = 120): Promise<this> {
    await this.daemon.waitForLine(/"leading"/, AbortSignal.timeout(seconds * 1000));
    return this;
  }

  /** Seconds from its start to lines of its log, by their messages: the first of each. */
  async milestones(): Promise<ReadonlyMap<string, number>> {
    const lines = (await readFile(this.daemon.logFile, 'utf8')).split('\n').filter((line) => line.startsWith('{'));
    const told = lines.map(
      (line) => JSON.parse(line) as { readonly timestamp: string; readonly message: string; readonly slowest?: string },
    );
    return new Map(
      told
        .toReversed()
        .map(({ timestamp, message, slowest }) => [
          slowest === undefined ? message : `${message} (${slowest})`,
          (Date.parse(timestamp) - this.#startedAt) / 1000,
        ]),
    );
  }

  /** What it says of itself; the garbage is collected, and the event loop's delays begin anew. */
  async vitals(): Promise<Vitals> {
    return JSON.parse(await get({ socketPath: this.#probe, path: '/' })) as Vitals;
  }

  /** The CPU profile of some work. */
  async profileOf(work: () => Promise<unknown>): Promise<Profiler.Profile> {
    await get({ socketPath: this.#probe, path: '/profile/start' });
    await work();
    return this.profile();
  }

  /** The CPU profile since its start; it must have been started with BENCH_PROFILE. */
  async profile(): Promise<Profiler.Profile> {
    return JSON.parse(await get({ socketPath: this.#probe, path: '/profile/stop' })) as Profiler.Profile;
  }

  /** Which functions made what is alive now; it must have been started with BENCH_HEAP. */
  async heap(): Promise<HeapProfiler.SamplingHeapProfile> {
    return JSON.parse(await get({ socketPath: this.#probe, path: '/heap' })) as HeapProfiler.SamplingHeapProfile;
  }

  /** Writes to the API server that were answered, without those to the Lease. */
  async writes(): Promise<number> {
    return [...(await this.writesBySort()).values()].reduce((sum, count) => sum + count, 0);
  }

  /** The same by verb and resource. */
  async writesBySort(): Promise<ReadonlyMap<string, number>> {
    const sorts = new Map<string, number>();
    for (const { labels, value } of await this.#metric('subnetes_api_requests_total')) {
      const [, verb = ''] = /verb="(create|replace|patch|delete)"/.exec(labels) ?? [];
      const [, resource = ''] = /resource="([^"]*)"/.exec(labels) ?? [];
      if (verb === '' || resource === 'leases') continue;
      const sort = `${verb} ${resource}`;
      sorts.set(sort, (sorts.get(sort) ?? 0) + value);
    }
    return sorts;
  }

  /** Transactions that changed rows. */
  async transactions(): Promise<number> {
    return (await this.#metric('subnetes_line_transactions_total')).reduce((sum, { value }) => sum + value, 0);
  }

  async #metric(name: string): Promise<readonly { readonly labels: string; readonly value: number }[]> {
    const text = await get({ host: '127.0.0.1', port: this.#port, path: '/metrics' });
    const lines = text.split('\n').filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
    return lines.map((line) => {
      const space = line.lastIndexOf(' ');
      return { labels: line.slice(0, space), value: Number(line.slice(space + 1)) };
    });
  }

  /** Resolves with the number of writes when there were none for some seconds: reports that wait for better news are out then. */
  async quiet(seconds = 12): Promise<number> {
    let last = await this.writes();
    for (let still = 0; still < seconds * 2; still++) {
      await delay(500);
      const now = await this.writes();
      if (now !== last) still = 0;
      last = now;
    }
    return last;
  }

  /** Ends it as a rollout does: it hands the Lease back. */
  async stop(): Promise<void> {
    await this.daemon.stop(10_000);
  }
}

function get(where: RequestOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request({ ...where, agent: false, timeout: 30_000 }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.once('end', () => resolve(Buffer.concat(parts).toString('utf8')));
      answer.once('error', reject);
    });
    sent.once('error', reject);
    sent.end();
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
