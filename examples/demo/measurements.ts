/** What the demo measures and watches: the rates of limited pods, and the packets that a mirror shows. */
import type { Bed } from '../../test/support/bed.ts';
import { Capture, iperf, ping } from '../../test/support/traffic.ts';
import type { Expectation } from './expectations.ts';
import { type DemoPod, place } from './pods.ts';

/** The share of a rate that must be seen, and may be: the burst counts, and a machine that is busy sends less, then it is measured again. */
const [least, most] = [0.65, 1.15];
const ATTEMPTS = 3;

/** What a pod can send to another, in Mbit/s, for long enough that the burst does not matter. The figure is what is seen. */
export function sends(from: DemoPod, to: DemoPod, mbit: number, what: string): Expectation {
  const measured = { mbit: 0 };
  const prove = async (): Promise<void> => {
    for (let attempt = 1; ; attempt++) {
      measured.mbit = await iperf({ from: from.netns, to: { netns: to.netns, address: to.ipv4 }, seconds: 5 });
      const share = measured.mbit / mbit;
      if (share >= least && share <= most) return;
      if (share > most || attempt === ATTEMPTS) throw new Error(`${measured.mbit.toFixed(1)} Mbit/s`);
    }
  };
  return {
    from: place(from),
    to: `${to.name} ${to.ipv4}`,
    what,
    get seen() {
      return `${measured.mbit.toFixed(1)} Mbit/s`;
    },
    prove,
  };
}

/** What a mirror interface showed of two pods that were asked. */
export interface Watched {
  /** The packets of the mirrored pod, as tcpdump prints them. */
  readonly packets: readonly string[];
  /** How many packets of the other pod were among them. */
  readonly ofOther: number;
}

/** Asks two pods of one node and looks at the node's mirror interface meanwhile. */
export async function watchMirror(bed: Bed, from: DemoPod, mirrored: DemoPod, other: DemoPod): Promise<Watched> {
  const capture = await Capture.start(bed.node(mirrored.node).netns, 'icmp', 'mirror0');
  try {
    await ping(from.run, other.ipv4, { count: 3 });
    await ping(from.run, mirrored.ipv4, { count: 3 });
    await capture.arrived(6, 5, mirrored.ipv4);
    const packets = capture.lines.filter((line) => line.includes(mirrored.ipv4)).map(withoutLinkLayer);
    return { packets, ofOther: capture.count(other.ipv4) };
  } finally {
    await capture.stop();
  }
}

function withoutLinkLayer(line: string): string {
  return line.replace(/ [0-9a-f:]{17} > .*? length \d+:/, '');
}
