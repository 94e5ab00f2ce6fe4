/** What leaves a Vpc in the demo, and as whom: a host outside looks at the source of the packets that it answers. */
import type { Bed } from '../../test/support/bed.ts';
import { type ExternalHost, underlayHostAddress } from '../../test/support/external.ts';
import { assertReaches, assertSilent, Capture, pingSeries } from '../../test/support/traffic.ts';
import type { Expectation } from './expectations.ts';
import { addressOf, type DemoPod, type Pods, place } from './pods.ts';

/** Addresses of the physical router of example 5, and of a host behind it. */
export const campus = { ipv4: '192.0.2.1', ipv6: '2001:db8:2::1', behind: '203.0.113.10' } as const;

const warmUpSeconds = 30;

/** Plugs the physical router of example 5 into its VLAN. */
export function startCampus(bed: Bed): Promise<ExternalHost> {
  const addresses = [`${campus.ipv4}/24`, `${campus.ipv6}/64`, `${campus.behind}/32`];
  return bed.external.host({ name: 'campus', vlan: 100, addresses });
}

/** Who leaves, and which address is seen outside. */
export function leaving(bed: Bed, pod: Pods, router: ExternalHost): readonly Expectation[] {
  const { underlayHost } = bed.external;
  const { far } = underlayHostAddress;
  const [n1, n2] = [bed.node('n1').address, bed.node('n2').address];
  return [
    seenAs(pod('office/desk-0'), underlayHost, far.ipv4, n1.ipv4, 'by its node, IPv4'),
    seenAs(pod('office/desk-1'), underlayHost, far.ipv6, n2.ipv6, 'by its node, IPv6'),
    staysInside(pod('office/safe-0'), far.ipv4, addressOf(pod('office/desk-1'), 'ipv4'), 'egress mode None'),
    seenAs(pod('lab/bench-0'), router, campus.behind, '192.0.2.100', 'through the Gateway, IPv4'),
    seenAs(pod('lab/bench-1'), router, campus.ipv6, '2001:db8:2::100', 'through the Gateway, IPv6'),
    seenAs(pod('lab/mail-0'), router, campus.behind, '192.0.2.101', 'with an address of its own'),
    staysInside(pod('lab/bench-0'), n1.ipv4, campus.ipv4, 'no node is in its Vpc'),
  ];
}

/** What came of killing the active node of a Gateway. */
export interface Failover {
  /** Longest time without a reply to 20 echo requests per second, in milliseconds. */
  readonly longestGapMs: number;
  readonly lost: number;
  readonly sent: number;
}

/**
 * Kills the switch of a node in the middle of a series of echo requests.
 * @param moved waits until another node has taken over
 */
export async function killUnderTraffic(
  bed: Bed,
  node: string,
  from: DemoPod,
  moved: () => Promise<void>,
): Promise<Failover> {
  return pingSeries({
    from: from.netns,
    address: campus.behind,
    seconds: 8,
    during: async () => {
      await bed.node(node).kill('ovs-vswitchd');
      await moved();
    },
  });
}

/** Starts what {@link killUnderTraffic} killed; the bridge of the underlay is the machine's own affair, so its addresses come back by hand. */
export async function revive(bed: Bed, node: string): Promise<void> {
  await bed.node(node).start('ovs-vswitchd');
  await bed.node(node).addUnderlayAddresses();
}

function seenAs(from: DemoPod, host: ExternalHost, address: string, source: string, what: string): Expectation {
  const prove = async (): Promise<void> => {
    await assertReaches(from.run, address, address, warmUpSeconds);
    const capture = await Capture.start(host.netns, 'icmp or icmp6');
    try {
      await assertReaches(from.run, address);
      if (!(await capture.arrived(1, 5, `${source} > ${address}`))) throw new Error(`${source} is not seen outside`);
    } finally {
      await capture.stop();
    }
  };
  return { from: place(from), to: `outside ${address}`, what, seen: `seen as ${source}`, prove };
}

function staysInside(from: DemoPod, address: string, control: string, what: string): Expectation {
  const prove = (): Promise<void> => assertSilent(from.run, address, control, address);
  return { from: place(from), to: `outside ${address}`, what, seen: `silent (${control} answers)`, prove };
}
