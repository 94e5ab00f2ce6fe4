// Certificates for the databases of a test bed, made with openssl: one authority, and certificates that it signed.
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { run } from './command.ts';

/** Paths of the PEM files that one side of a TLS connection needs. */
export interface CertificateFiles {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** A certificate authority in a folder of its own. */
export class CertificateAuthority {
  readonly #directory: string;

  private constructor(directory: string) {
    this.#directory = directory;
  }

  /** Makes a new authority; the folder must exist. */
  static async create(directory: string): Promise<CertificateAuthority> {
    await run('openssl', [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30'],
      ...['-subj', '/CN=test bed', '-keyout', join(directory, 'ca.key'), '-out', join(directory, 'ca.crt')],
      ...['-addext', 'keyUsage=critical,keyCertSign,cRLSign,digitalSignature'],
    ]);
    return new CertificateAuthority(directory);
  }

  /**
   * Makes a key and a certificate, valid for both ends of a connection.
   * @param name common name; also the name of the files
   * @param addresses IP addresses and DNS names at which a server with this certificate is reached
   * @param organization Kubernetes reads it as the client's group
   */
  async issue(name: string, addresses: readonly string[] = [], organization?: string): Promise<CertificateFiles> {
    const subject = `${organization === undefined ? '' : `/O=${organization}`}/CN=${name}`;
    const file = (suffix: string): string => join(this.#directory, `${name}.${suffix}`);
    const alternatives = [name, ...addresses].map((each) => `${isIP(each) === 0 ? 'DNS' : 'IP'}:${each}`).join(',');
    const extensions = [
      'keyUsage=critical,digitalSignature',
      'extendedKeyUsage=clientAuth,serverAuth',
      `subjectAltName=${alternatives}`,
    ];
    await writeFile(file('ext'), `${extensions.join('\n')}\n`);
    await run('openssl', [
      ...['req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-subj', subject],
      ...['-keyout', file('key'), '-out', file('csr')],
    ]);
    await run('openssl', [
      ...['x509', '-req', '-in', file('csr'), '-days', '30', '-extfile', file('ext'), '-out', file('crt')],
      ...[
        '-CA',
        join(this.#directory, 'ca.crt'),
        '-CAkey',
        join(this.#directory, 'ca.key'),
        '-set_serial',
        `0x${randomUUID().replaceAll('-', '')}`,
      ],
    ]);
    return { ca: join(this.#directory, 'ca.crt'), cert: file('crt'), key: file('key') };
  }
}
