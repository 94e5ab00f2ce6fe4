// Whose address a server sees: what tells masquerading from routing.
import { formatAddress, parseAddress } from '../../src/net/address.ts';
import type { Manifest } from './manifest.ts';
import { Daemon } from './processes.ts';
import { fetchTcp, type Runner } from './traffic.ts';

/** A TCP server in a namespace, over IPv4 and IPv6, that answers each connection with the address that it comes from. */
export async function serveWhoAsks(manifest: Manifest, netns: string, port: number): Promise<void> {
  const listeners = { 4: `TCP4-LISTEN:${port},fork,reuseaddr`, 6: `TCP6-LISTEN:${port},ipv6only=1,fork,reuseaddr` };
  await Promise.all(
    Object.entries(listeners).map(([family, listener]) =>
      Daemon.start({
        ...{ name: `who-asks-${netns}-${port}-${family}`, manifest, netns },
        command: ['socat', '-d', '-d', listener, 'EXEC:printenv SOCAT_PEERADDR'],
        ready: { kind: 'line', pattern: /listening on/ },
      }),
    ),
  );
}

/** The address that a server of {@link serveWhoAsks} sees; undefined when it is not reached within `seconds`. */
export async function seenAs(from: Runner, address: string, port: number, seconds = 2): Promise<string | undefined> {
  const answer = (await fetchTcp(from, address, port, seconds))?.trim().replace(/^\[|\]$/g, '');
  // socat writes IPv6 addresses in full: 0000:0000:…
  const short = answer?.replace(/(^|:)0+(?=[0-9a-f])/gi, '$1');
  const parsed = short === undefined ? undefined : parseAddress(short);
  return parsed ? formatAddress(parsed) : short;
}
