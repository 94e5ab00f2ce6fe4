// TLS with certificates on both sides, made by openssl for this test.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { TlsMaterial } from '../../src/ovsdb/index.ts';
import { CertificateAuthority, type CertificateFiles } from '../support/certificates.ts';
import { OvsdbBed, type OvsdbServer } from '../support/ovsdb-server.ts';
import { Clients, soon } from './clients.ts';
import { everythingDatabase as database, everythingSchema } from './schema-of-everything.ts';

const tables = { Thing: 'all' } as const;

const load = async ({ ca, cert, key }: CertificateFiles): Promise<TlsMaterial> => ({
  ca: await readFile(ca),
  cert: await readFile(cert),
  key: await readFile(key),
});

describe('OvsdbClient over TLS', () => {
  const clients = new Clients();
  let bed: OvsdbBed;
  let server: OvsdbServer;
  let good: TlsMaterial;
  let foreign: TlsMaterial;

  before(async () => {
    bed = await OvsdbBed.create();
    const authority = async (name: string): Promise<CertificateAuthority> => {
      const directory = bed.path(name);
      mkdirSync(directory);
      return await CertificateAuthority.create(directory);
    };
    const [ours, theirs] = await Promise.all([authority('ours'), authority('theirs')]);
    const [forServer, forClient, forStranger] = await Promise.all([
      ours.issue('server.example'),
      ours.issue('client'),
      theirs.issue('client'),
    ]);
    server = await bed.standalone({ json: everythingSchema }, { tls: forServer });
    good = await load(forClient);
    foreign = await load(forStranger);
  });

  afterEach(() => clients.stop());

  after(async () => {
    await bed?.remove();
  });

  /** The reason for which the first connection was not used. */
  const refusal = (tls: TlsMaterial | undefined): Promise<string> =>
    new Promise((resolve, reject) => {
      const log = {
        debug() {},
        info() {},
        error() {},
        warn: (_: string, fields?: Readonly<Record<string, unknown>>) => resolve(String(fields?.reason)),
      };
      const client = clients.start({
        database,
        endpoints: [server.networkEndpoint],
        tables,
        log,
        ...(tls === undefined ? {} : { tls }),
      });
      client.on('connected', () => reject(new Error('the connection was used')));
    });

  it('connects with a certificate of the same authority, whatever name the server has', async () => {
    const client = await clients.connect({ database, endpoints: [server.networkEndpoint], tables, tls: good });
    const uuid = randomUUID();
    await client.transact([{ op: 'insert', table: 'Thing', uuid, row: { name: 'x'.repeat(100_000) } }]);
    assert.equal(client.replica.table('Thing').get(uuid)?.name, 'x'.repeat(100_000));
  });

  it('checks the name of the server when one is given', async () => {
    const tls = { ...good, serverName: 'server.example' };
    await clients.connect({ database, endpoints: [server.networkEndpoint], tables, tls });
    assert.match(await refusal({ ...good, serverName: 'other.example' }), /other\.example/);
  });

  it('asks for the material at each connection, so that a renewed certificate is taken up', async () => {
    let asked = 0;
    const client = await clients.connect({
      database,
      endpoints: [server.networkEndpoint],
      tables,
      tls: async () => {
        asked++;
        return good;
      },
    });
    const lost = new Promise((resolve) => client.on('disconnected', resolve));
    await server.kill();
    await lost;
    await server.start();
    await client.synced(soon());
    assert(asked >= 2);
  });

  it('refuses a server of another authority', async () => {
    assert.match(await refusal({ ...good, ca: foreign.ca }), /certificate|self.signed|issuer/i);
  });

  it('is refused by the server with a certificate of another authority', async () => {
    assert.match(await refusal({ ...foreign, ca: good.ca }), /closed by the server|alert|ECONNRESET|EPIPE/i);
  });

  it('says what is missing when there is no material', async () => {
    assert.match(await refusal(undefined), /needs tls material/);
  });

  it('refuses a server that speaks no TLS', async () => {
    const plain = await bed.standalone({ json: everythingSchema }, { tcp: true });
    const reason = new Promise<string>((resolve) => {
      const log = {
        debug() {},
        info() {},
        error() {},
        warn: (_: string, fields?: object) => resolve(JSON.stringify(fields)),
      };
      const endpoint = plain.networkEndpoint.replace('tcp:', 'ssl:');
      clients.start({ database, endpoints: [endpoint], tables, tls: good, log });
    });
    assert.match(await reason, /socket disconnected|ECONNRESET|wrong version|EPROTO|closed/i);
  });
});
