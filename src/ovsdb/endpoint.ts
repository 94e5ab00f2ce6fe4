/**
 * Where an OVSDB server listens, in the notation of ovsdb(7) "Active": `unix:FILE`, `tcp:HOST:PORT`, `ssl:HOST:PORT`,
 * IPv6 in brackets; and how to open a stream to it.
 */
import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { OvsdbEncodeError } from './errors.ts';

/** A parsed endpoint. */
export type Endpoint =
  | { readonly protocol: 'unix'; readonly path: string; readonly text: string }
  | { readonly protocol: 'tcp' | 'ssl'; readonly host: string; readonly port: number; readonly text: string };

/** PEM texts for `ssl:`. */
export type TlsMaterial = {
  /** Certificate authorities that the server's certificate must come from. */
  readonly ca: string | Buffer;
  readonly cert: string | Buffer;
  readonly key: string | Buffer;
  /** When given, the server's certificate must also carry this name; OVS itself checks the authority only. */
  readonly serverName?: string;
};

/** Parses an endpoint. Throws `OvsdbEncodeError` that quotes it and says what is expected. */
export function parseEndpoint(text: string): Endpoint {
  const unix = /^unix:(.+)$/.exec(text);
  if (unix?.[1] !== undefined) return { protocol: 'unix', path: unix[1], text };
  const inet = /^(tcp|ssl):(?:\[([0-9A-Fa-f:.%\w]+)\]|([^:[\]\s]+)):([0-9]{1,5})$/.exec(text);
  const host = inet?.[2] ?? inet?.[3];
  const port = Number(inet?.[4]);
  if (inet === null || host === undefined || port < 1 || port > 65535) {
    throw new OvsdbEncodeError(`endpoint '${text}' is none of unix:FILE, tcp:HOST:PORT, ssl:HOST:PORT ([…] for IPv6)`);
  }
  return { protocol: inet[1] === 'ssl' ? 'ssl' : 'tcp', host, port, text };
}

/** Opens a stream. Rejects with the socket's error, when `timeoutMs` have passed, or with `signal.reason`. */
export function openStream(
  endpoint: Endpoint,
  tls: TlsMaterial | undefined,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const socket = createStream(endpoint, tls);
    const cleanUp = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      socket.off('error', onError);
    };
    const onError = (error: Error): void => {
      cleanUp();
      reject(error);
    };
    const giveUp = (reason: unknown): void => {
      cleanUp();
      // The reset of a half-open handshake may still be reported.
      socket.on('error', () => undefined);
      socket.destroy();
      reject(reason);
    };
    const onAbort = (): void => giveUp(signal.reason);
    const timer = setTimeout(() => giveUp(new Error(`no connection within ${timeoutMs} ms`)), timeoutMs);
    signal.addEventListener('abort', onAbort, { once: true });
    socket.once('error', onError);
    socket.once(endpoint.protocol === 'ssl' ? 'secureConnect' : 'connect', () => {
      cleanUp();
      resolve(socket);
    });
  });
}

function createStream(endpoint: Endpoint, tls: TlsMaterial | undefined): Socket {
  if (endpoint.protocol === 'unix') return connectPlain({ path: endpoint.path });
  const address = { host: endpoint.host, port: endpoint.port, noDelay: true };
  if (endpoint.protocol === 'tcp') return connectPlain(address);
  if (tls === undefined) throw new OvsdbEncodeError(`endpoint '${endpoint.text}' needs tls material`);
  const { ca, cert, key, serverName } = tls;
  return connectTls({
    ...address,
    ca,
    cert,
    key,
    minVersion: 'TLSv1.2',
    ...(serverName === undefined ? { checkServerIdentity: () => undefined } : { servername: serverName }),
  });
}
