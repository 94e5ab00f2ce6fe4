// Real OVSDB servers for tests: standalone ones over a unix socket, TCP or TLS, and members of a RAFT cluster. Programs come from
// the OVN version that the environment variable OVN names; everything lives in the manifest's folder and ends with it.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CertificateFiles } from './certificates.ts';
import { run } from './command.ts';
import { Manifest } from './manifest.ts';
import { chosenOvnVersion, type OvnRoot, ovnRoot } from './ovn-root.ts';
import { Daemon } from './processes.ts';

/** A schema by its file, or as JSON text. */
export type SchemaSource = { readonly file: string } | { readonly json: unknown };

/** Where the servers of one test file live. */
export class OvsdbBed {
  readonly manifest: Manifest;
  readonly root: OvnRoot;
  #count = 0;

  private constructor(manifest: Manifest, root: OvnRoot) {
    this.manifest = manifest;
    this.root = root;
  }

  static async create(): Promise<OvsdbBed> {
    const root = await ovnRoot(chosenOvnVersion());
    return new OvsdbBed(Manifest.create(), root);
  }

  /** A file name prefix in the bed's folder that nobody else uses. */
  path(name: string): string {
    return join(this.manifest.directory, `${this.#count++}-${name}`);
  }

  /** Runs a program of this OVN version, for example `ovsdb-client`; answers its standard output. */
  async tool(program: string, args: readonly string[]): Promise<string> {
    return (await run(program, args, { env: this.root.env })).stdout;
  }

  /** The schema as a file. */
  async schemaFile(source: SchemaSource): Promise<string> {
    if ('file' in source) return source.file;
    const file = this.path('schema');
    await writeFile(file, JSON.stringify(source.json));
    return file;
  }

  /** Starts a standalone server with an empty database of this schema. */
  async standalone(schema: SchemaSource, listen: Listen = {}): Promise<OvsdbServer> {
    const server = new OvsdbServer(this, 'db', listen);
    await server.create(schema);
    await server.start();
    return server;
  }

  /** Starts a RAFT cluster whose members talk over unix sockets; resolves when all of them have joined. */
  async cluster(schema: SchemaSource, name: string, size: number): Promise<readonly OvsdbServer[]> {
    const file = await this.schemaFile(schema);
    const members = Array.from({ length: size }, (_, index) => new OvsdbServer(this, `raft${index}`, {}));
    const [first] = members;
    for (const member of members) {
      const address = `unix:${member.databaseFile}.raft`;
      if (member === first) await this.tool('ovsdb-tool', ['create-cluster', member.databaseFile, file, address]);
      else {
        const remote = `unix:${first?.databaseFile}.raft`;
        await this.tool('ovsdb-tool', ['join-cluster', member.databaseFile, name, address, remote]);
      }
      await member.start();
      await this.tool('ovsdb-client', ['wait', member.endpoint, name, 'connected']);
    }
    return members;
  }

  /** Ends all servers and removes the folder. */
  async remove(): Promise<void> {
    await this.manifest.remove();
  }
}

/** Where a server listens beside its unix socket; ports are chosen by the kernel. */
export type Listen = { readonly tcp?: boolean; readonly tls?: CertificateFiles };

/** One ovsdb-server process after the other on the same database file. */
export class OvsdbServer {
  readonly databaseFile: string;
  /** `unix:…` */
  readonly endpoint: string;
  readonly #bed: OvsdbBed;
  readonly #listen: Listen;
  readonly #name: string;
  #daemon: Daemon | undefined;
  #port: number | undefined;

  constructor(bed: OvsdbBed, name: string, listen: Listen) {
    const prefix = bed.path(name);
    this.#bed = bed;
    this.#listen = listen;
    this.#name = prefix.slice(prefix.lastIndexOf('/') + 1);
    this.databaseFile = prefix;
    this.endpoint = `unix:${prefix}.sock`;
  }

  /** `tcp:…` or `ssl:…` on the loopback address. */
  get networkEndpoint(): string {
    if (this.#port === undefined) throw new Error('this server listens on its unix socket only');
    return `${this.#listen.tls === undefined ? 'tcp' : 'ssl'}:127.0.0.1:${this.#port}`;
  }

  /** Makes (or replaces) the database file, empty. The server must not run. */
  async create(schema: SchemaSource): Promise<void> {
    await rm(this.databaseFile, { force: true });
    await this.#bed.tool('ovsdb-tool', ['create', this.databaseFile, await this.#bed.schemaFile(schema)]);
  }

  /** Starts the server; resolves when its socket accepts and its ports are known. */
  async start(): Promise<void> {
    const { tcp, tls } = this.#listen;
    // 0 lets the kernel choose; a restarted server comes back on the port that its clients know.
    const port = this.#port ?? 0;
    const network =
      tls !== undefined
        ? [`--remote=pssl:${port}:127.0.0.1`, `-p${tls.key}`, `-c${tls.cert}`, `-C${tls.ca}`]
        : tcp === true
          ? [`--remote=ptcp:${port}:127.0.0.1`]
          : [];
    const socket = `${this.databaseFile}.sock`;
    this.#daemon = await Daemon.start({
      name: this.#name,
      command: [
        'ovsdb-server',
        ...[`--remote=punix:${socket}`, `--unixctl=${this.databaseFile}.ctl`, '-vconsole:info', '--no-chdir'],
        ...network,
        this.databaseFile,
      ],
      manifest: this.#bed.manifest,
      env: { ...this.#bed.root.env, OVS_RUNDIR: this.#bed.manifest.directory },
      ready: { kind: 'socket', path: socket },
    });
    if (network.length > 0 && this.#port === undefined) {
      const line = await this.#daemon.waitForLine(/listening on port \d+/, AbortSignal.timeout(10_000));
      this.#port = Number(/listening on port (\d+)/.exec(line)?.[1]);
    }
  }

  /** Id of the running (or last) process. */
  get pid(): number {
    return this.#running.program;
  }

  /** Ends the process as a crash would. */
  async kill(): Promise<void> {
    await this.#running.kill();
  }

  /** Freezes (`SIGSTOP`) or wakes (`SIGCONT`) the process: a half-open connection without any network. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.#running.signal(signal);
  }

  /** Sends a command to the server's control socket (ovs-appctl). */
  async control(...args: readonly string[]): Promise<string> {
    return await this.#bed.tool('ovs-appctl', ['-t', `${this.databaseFile}.ctl`, ...args]);
  }

  get #running(): Daemon {
    if (this.#daemon === undefined) throw new Error('the server was never started');
    return this.#daemon;
  }
}
