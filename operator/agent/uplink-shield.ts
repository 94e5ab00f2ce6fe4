/**
 * Keeps the kernel's own network stack off network cards that ovs-vswitchd's userspace datapath reads: it gets a copy of each packet,
 * so the stack would answer everything a second time (seen: every ping of the node twice). The packets that ovs-vswitchd reads have
 * left before this hook (packet(7) before nftables' ingress).
 */
import { runCommand } from './command.ts';

/** The table: family netdev, so it meets no other table of the agent's. */
const table = 'subnetes-uplinks';

/** Shields exactly those of these cards that there are from now on; nothing is done when that is so already. */
export async function shieldCards(cards: readonly string[]): Promise<void> {
  const wanted = cards.length === 0 ? [] : await existing(cards);
  if (wanted.join() === (await shielded()).join()) return;
  const chains = wanted.map(
    (card, index) =>
      `  chain uplink${index} { type filter hook ingress device ${JSON.stringify(card)} priority -500; policy drop; }`,
  );
  // Added before it is deleted: nft refuses to delete what is not there. All in one transaction.
  const script = [`table netdev ${table}`, `delete table netdev ${table}`];
  if (wanted.length > 0) script.push(`table netdev ${table} {`, ...chains, '}');
  await runCommand('nft', ['-f', '-'], { input: `${script.join('\n')}\n` });
}

async function existing(cards: readonly string[]): Promise<readonly string[]> {
  const links = JSON.parse(await runCommand('ip', ['-j', 'link', 'show'])) as readonly { readonly ifname?: string }[];
  const names = new Set(links.map(({ ifname }) => ifname));
  return cards.filter((card) => names.has(card)).sort();
}

/** As text: what nft 1.0.6 says in JSON has no devices. */
async function shielded(): Promise<readonly string[]> {
  const text = await runCommand('nft', ['list', 'table', 'netdev', table]).catch(() => '');
  return [...text.matchAll(/hook ingress device "([^"]+)"/g)].map(([, card]) => card ?? '').sort();
}
