/**
 * Ends UDP flows that go where they should not go any more. The kernel decides once per flow, and a client that sends from one port for ever
 * is one flow: it would go on to an endpoint that is gone, or stay untranslated from the time before there was one. TCP notices by itself.
 */
import type { Log } from '../../src/log.ts';
import { familyOf } from '../../src/net/address.ts';
import type { NodeServices, Way } from '../../src/topology/node-services.ts';
import { CommandError, runCommand } from './command.ts';

/** A flow as conntrack(8) lists it. */
interface Flow {
  readonly destination: string;
  readonly port: string;
  /** Who answers. */
  readonly replier: string;
}

/** Ends those flows to the ports of a node that are none of what the node does now. Does without, and says so, where conntrack(8) is missing. */
export async function endStaleFlows(services: NodeServices, log: Log): Promise<void> {
  const rightful = repliersOf(services);
  if (rightful.size === 0) return;
  try {
    for (const family of ['ipv4', 'ipv6'] as const) {
      const stale = new Map<string, Flow>();
      for (const flow of parseFlows(await runCommand('conntrack', ['-L', '-p', 'udp', '-f', family]))) {
        const repliers = rightful.get(`${flow.destination} ${flow.port}`);
        if (repliers && !repliers.has(flow.replier)) stale.set(Object.values(flow).join(' '), flow);
      }
      for (const { destination, port, replier } of stale.values()) {
        const whole = ['--orig-dst', destination, '--orig-port-dst', port, '--reply-src', replier];
        await runCommand('conntrack', ['-D', '-p', 'udp', '-f', family, ...whole]).catch((error: unknown) => {
          // It has ended meanwhile.
          if (!(error instanceof CommandError) || !error.stderr.includes('0 flow entries')) throw error;
        });
        log.info('UDP flows to an endpoint that is gone were ended', { destination, port, replier });
      }
    }
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    log.warn('UDP flows to endpoints that are gone can not be ended: is conntrack installed?', { error });
  }
}

/** By `address port`: who may answer there. */
function repliersOf({ own, forwards }: NodeServices): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { family, protocol, address, port, inside, pods, outside } of forwards) {
    if (protocol !== 'UDP') continue;
    const addresses = address === undefined ? own.filter((each) => familyOf(each) === family) : [address];
    for (const each of addresses) {
      const key = `${each} ${port}`;
      if (!found.has(key)) found.set(key, new Set([inside, pods, outside].flatMap(targetsOf)));
    }
  }
  return found;
}

const targetsOf = (way: Way | undefined): readonly string[] =>
  way === undefined || typeof way === 'string' ? [] : way.to.map(({ address }) => address);

/** Lines such as `udp 17 29 src=A dst=B sport=1 dport=2 [UNREPLIED] src=C dst=D sport=3 dport=4 mark=0 use=1`. */
export function parseFlows(text: string): readonly Flow[] {
  return text.split('\n').flatMap((line) => {
    const values = (name: string) =>
      [...line.matchAll(new RegExp(`\\b${name}=(\\S+)`, 'g'))].map(([, value = '']) => value);
    const [destination] = values('dst');
    const [port] = values('dport');
    const [, replier] = values('src');
    return destination && port && replier ? [{ destination, port, replier }] : [];
  });
}
