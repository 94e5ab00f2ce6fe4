// The OVN central part of a test bed: northbound and southbound database servers and ovn-northd, in the underlay namespace.
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CertificateAuthority, CertificateFiles } from './certificates.ts';
import { run } from './command.ts';
import type { Manifest } from './manifest.ts';
import type { OvnRoot } from './ovn-root.ts';
import { Daemon } from './processes.ts';

/** Where one of the two databases is served. Endpoints are written as OVSDB clients take them. */
export interface DatabaseAddress {
  /** unix:PATH; reaches the database from every namespace of the machine. */
  readonly unix: string;
  /** tcp:… or, in a bed with TLS, ssl:… over IPv4; reaches it from the underlay and node namespaces only. */
  readonly underlay: string;
  /** The same over IPv6. */
  readonly underlay6: string;
}

/** The underlay's addresses of the central part. */
export const centralAddress = { ipv4: '172.30.0.1', ipv6: 'fd30::1' } as const;

type CentralDaemon = 'northbound' | 'southbound' | 'ovn-northd';

/** Options of {@link Central.start}. */
export interface CentralOptions {
  readonly manifest: Manifest;
  readonly root: OvnRoot;
  /** Name of the underlay namespace. */
  readonly netns: string;
  /** When given, the databases are served over TLS with client certificates instead of plain TCP. */
  readonly authority?: CertificateAuthority;
}

/** Running databases and ovn-northd. */
export class Central {
  readonly northbound: DatabaseAddress;
  readonly southbound: DatabaseAddress;
  /** A client certificate that the databases accept; undefined without TLS. */
  readonly clientCertificate: CertificateFiles | undefined;
  readonly #options: CentralOptions;
  readonly #directory: string;
  readonly #serverCertificate: CertificateFiles | undefined;
  readonly #daemons = new Map<CentralDaemon, Daemon>();

  private constructor(
    options: CentralOptions,
    server: CertificateFiles | undefined,
    client: CertificateFiles | undefined,
  ) {
    this.#options = options;
    this.#directory = join(options.manifest.directory, 'c');
    this.#serverCertificate = server;
    this.clientCertificate = client;
    const scheme = options.authority === undefined ? 'tcp' : 'ssl';
    const address = (socket: string, port: number): DatabaseAddress => ({
      unix: `unix:${join(this.#directory, socket)}`,
      underlay: `${scheme}:${centralAddress.ipv4}:${port}`,
      underlay6: `${scheme}:[${centralAddress.ipv6}]:${port}`,
    });
    this.northbound = address('nb.sock', 6641);
    this.southbound = address('sb.sock', 6642);
  }

  /** Makes empty databases and starts all three daemons. */
  static async start(options: CentralOptions): Promise<Central> {
    const [server, client] = await Promise.all([
      options.authority?.issue('central', [centralAddress.ipv4, centralAddress.ipv6]),
      options.authority?.issue('client'),
    ]);
    const central = new Central(options, server, client);
    await mkdir(central.#directory, { recursive: true });
    await Promise.all([central.start('northbound'), central.start('southbound')]);
    await Promise.all([central.nbctl('init'), central.sbctl('init')]);
    await central.start('ovn-northd');
    return central;
  }

  /** Starts one daemon on the database files that are there (made empty when missing). */
  async start(name: CentralDaemon): Promise<Daemon> {
    const directory = this.#directory;
    const { manifest, netns } = this.#options;
    const command = name === 'ovn-northd' ? this.#northdCommand() : await this.#databaseCommand(name);
    const socket = { northbound: 'nb.sock', southbound: 'sb.sock', 'ovn-northd': 'northd.ctl' }[name];
    const daemon = await Daemon.start({
      ...{ name, command, manifest, netns, env: this.env, logDirectory: directory },
      ready: { kind: 'socket', path: join(directory, socket) },
    });
    this.#daemons.set(name, daemon);
    return daemon;
  }

  /** The running (or last) daemon of this name. */
  daemon(name: CentralDaemon): Daemon {
    const daemon = this.#daemons.get(name);
    if (daemon === undefined) throw new Error(`${name} was never started`);
    return daemon;
  }

  /** Kills one daemon as a crash would. */
  async kill(name: CentralDaemon): Promise<void> {
    await this.daemon(name).kill();
  }

  /** Kills one daemon and starts it again on the same data. */
  async restart(name: CentralDaemon): Promise<void> {
    await this.kill(name);
    await this.start(name);
  }

  /** Replaces a database by an empty one, as after a disk was lost; whoever needs its contents has to write them again. */
  async wipe(name: 'northbound' | 'southbound'): Promise<void> {
    await this.kill(name);
    await rm(this.databaseFile(name));
    await this.start(name);
  }

  /** Environment of every OVN program of this part. */
  get env(): Readonly<Record<string, string>> {
    const directory = this.#directory;
    return {
      ...this.#options.root.env,
      OVN_RUNDIR: directory,
      OVN_LOGDIR: directory,
      OVS_RUNDIR: directory,
      OVN_DBDIR: directory,
    };
  }

  /** Path of a database file, for tests that wipe or replace it. */
  databaseFile(name: 'northbound' | 'southbound'): string {
    return join(this.#directory, name === 'northbound' ? 'nb.db' : 'sb.db');
  }

  /** Runs ovn-nbctl and hands back what it printed, without the last newline. */
  async nbctl(...args: readonly string[]): Promise<string> {
    const { stdout } = await run('ovn-nbctl', ['--timeout=40', `--db=${this.northbound.unix}`, ...args], {
      env: this.env,
    });
    return stdout.trimEnd();
  }

  /** Runs ovn-sbctl and hands back what it printed, without the last newline. */
  async sbctl(...args: readonly string[]): Promise<string> {
    const { stdout } = await run('ovn-sbctl', ['--timeout=40', `--db=${this.southbound.unix}`, ...args], {
      env: this.env,
    });
    return stdout.trimEnd();
  }

  #northdCommand(): readonly string[] {
    return [
      ...['ovn-northd', `--ovnnb-db=${this.northbound.unix}`, `--ovnsb-db=${this.southbound.unix}`],
      ...[`--unixctl=${join(this.#directory, 'northd.ctl')}`],
    ];
  }

  async #databaseCommand(name: 'northbound' | 'southbound'): Promise<readonly string[]> {
    const [file, schema, port, stem] =
      name === 'northbound' ? (['nb.db', 'ovn-nb', 6641, 'nb'] as const) : (['sb.db', 'ovn-sb', 6642, 'sb'] as const);
    const database = join(this.#directory, file);
    if (!existsSync(database))
      await run('ovsdb-tool', ['create', database, this.#options.root.schema(schema)], { env: this.env });
    const certificate = this.#serverCertificate;
    const scheme = certificate === undefined ? 'ptcp' : 'pssl';
    const tls =
      certificate === undefined
        ? []
        : [`--private-key=${certificate.key}`, `--certificate=${certificate.cert}`, `--ca-cert=${certificate.ca}`];
    return [
      ...['ovsdb-server', database, `--remote=punix:${join(this.#directory, `${stem}.sock`)}`],
      ...[
        `--remote=${scheme}:${port}:${centralAddress.ipv4}`,
        `--remote=${scheme}:${port}:[${centralAddress.ipv6}]`,
        ...tls,
      ],
      ...[`--unixctl=${join(this.#directory, `${stem}.ctl`)}`],
    ];
  }
}
