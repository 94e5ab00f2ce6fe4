/**
 * Settings of the network namespace that the agent is in, through /proc/sys/net. Written only where they differ: a write of the
 * same value to a forwarding switch makes the kernel flush its caches.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';

const root = '/proc/sys/net';

/** Sets one, given as a path below /proc/sys/net such as `ipv4/ip_forward`. Missing ones (no IPv6, device gone) are passed over. */
export async function setSysctl(path: string, value: number): Promise<void> {
  try {
    const before = (await readFile(`${root}/${path}`, 'utf8')).trim();
    if (before !== String(value)) await writeFile(`${root}/${path}`, String(value));
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/**
 * Makes the node a router, as whoever has an address in a Vpc must be. A node that learns its own default route from router
 * advertisements keeps doing so: forwarding switches that off unless accept_ra is 2 (ip-sysctl, accept_ra).
 */
export async function enableForwarding(): Promise<void> {
  await setSysctl('ipv4/ip_forward', 1);
  const switchedOn = async (path: string) => (await readFile(`${root}/${path}`, 'utf8').catch(() => '')).trim() === '1';
  // Looked at first, and mostly all there is to do: a node has a folder for every pod's link.
  if (await switchedOn('ipv6/conf/all/forwarding')) return;
  for (const device of await readdir(`${root}/ipv6/conf`).catch(() => [])) {
    const path = `ipv6/conf/${device}/accept_ra`;
    if (await switchedOn(path)) await setSysctl(path, 2);
  }
  await setSysctl('ipv6/conf/all/forwarding', 1);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
