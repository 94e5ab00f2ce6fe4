// The API server of a bed is no node, and yet it speaks to pods: for "kubectl proxy", for webhooks. As in any cluster whose control plane
// stands outside the pods' network, a route leads to a node, which hands on the packets in its own name.
import type { Bed } from '../support/bed.ts';
import { centralAddress } from '../support/central.ts';
import { run } from '../support/command.ts';

/**
 * Lets what runs in the underlay reach pods, by way of the first node.
 * @param ranges CIDRs of the pods
 */
export async function routeToPods(bed: Bed, ranges: readonly string[]): Promise<void> {
  const [node] = bed.nodes;
  if (node === undefined) throw new Error('the bed has no node');
  for (const range of ranges) {
    const via = range.includes(':') ? node.address.ipv6 : node.address.ipv4;
    await run('ip', ['-n', bed.underlay, 'route', 'add', range, 'via', via]);
  }
  const { ipv4, ipv6 } = centralAddress;
  const rules = [`ip saddr ${ipv4}`, `ip6 saddr ${ipv6}`].map((who) => `${who} oifname "ovn*" masquerade;`);
  const chain = `type nat hook postrouting priority srcnat + 5; ${rules.join(' ')}`;
  await run('nft', ['-f', '-'], { netns: node.netns, input: `table inet bed {\nchain postrouting { ${chain} }\n}\n` });
}
