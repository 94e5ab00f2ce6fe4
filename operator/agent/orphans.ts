/**
 * Cleans up after a life of the agent that ended in the middle: ports whose pod is gone, links that no port knows. Run
 * once at start, when the database is known and before the first request is taken.
 */
import type { Log } from '../../src/log.ts';
import { runCommand } from './command.ts';
import { isHostInterfaceName } from './host-interface-name.ts';
import { NetnsError, observePodLink, removeHostInterface } from './pod-link.ts';
import type { Ports, Sandbox } from './sandboxes.ts';

/**
 * Releases what has no living pod behind it.
 * @param found the host interfaces that there are, see {@link hostInterfaces}
 * @returns the names of the host interfaces that were released
 */
export async function releaseOrphans(ports: Ports, found: ReadonlySet<string>, log: Log): Promise<readonly string[]> {
  const links = new Set(found);
  const alive = await Promise.all(
    ports
      .list()
      .map(async (sandbox) => ({ sandbox, alive: links.has(sandbox.hostInterface) && (await hasLink(sandbox)) })),
  );
  const orphans = new Set<string>();
  for (const { sandbox, alive: lives } of alive) {
    if (lives) {
      links.delete(sandbox.hostInterface);
      continue;
    }
    log.info('a port of a pod that is gone is released', { port: sandbox.port, containerId: sandbox.containerId });
    await ports.remove(sandbox);
    orphans.add(sandbox.hostInterface);
  }
  for (const name of links) orphans.add(name);
  for (const name of orphans) await removeHostInterface(name);
  return [...orphans];
}

async function hasLink({ netns, ifname }: Sandbox): Promise<boolean> {
  try {
    return (await observePodLink(netns, ifname)) !== undefined;
  } catch (error) {
    if (error instanceof NetnsError) return false;
    throw error;
  }
}

/** The node's ends of all links that an agent made in this network namespace. */
export async function hostInterfaces(): Promise<ReadonlySet<string>> {
  const links = JSON.parse(await runCommand('ip', ['-j', 'link', 'show', 'type', 'veth'])) as {
    readonly ifname?: string;
  }[];
  return new Set(links.flatMap(({ ifname }) => (ifname !== undefined && isHostInterfaceName(ifname) ? [ifname] : [])));
}
