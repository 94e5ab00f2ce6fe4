/**
 * Tells when links, addresses, routes or neighbours of the node change: `ip monitor` as a child process, one line per change, which
 * begins with `[LINK]`, `[ADDR]`, `[ROUTE]` or `[NEIGH]`. The agent's event source for healing ovn0; it interprets nothing, the
 * listener reads what it needs.
 */
import { NetlinkMonitor, type NetlinkMonitorOptions } from './netlink-monitor.ts';

/** How a {@link LinkMonitor} is set up. */
export type LinkMonitorOptions = Pick<NetlinkMonitorOptions, 'onChange' | 'log' | 'backOffMs'>;

/** Whether a line tells of a neighbour: those of busy links change all the time, and concern few. */
export const isAboutNeighbour = (line: string): boolean => line.startsWith('[NEIGH]');

/** Watches the network namespace that the process is in. */
export class LinkMonitor extends NetlinkMonitor {
  constructor(options: LinkMonitorOptions) {
    const command = ['ip', '-o', 'monitor', 'label', 'link', 'address', 'route', 'neigh'] as const;
    super({ ...options, command: [...command], subject: 'links', protocol: 0 });
  }
}
