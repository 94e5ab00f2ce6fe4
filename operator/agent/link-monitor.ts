/**
 * Tells when links, addresses or routes of the node change: `ip monitor` as a child process, one line per change. The
 * agent's event source for healing ovn0; it interprets nothing, the listener reads what it needs.
 */
import { NetlinkMonitor, type NetlinkMonitorOptions } from './netlink-monitor.ts';

/** How a {@link LinkMonitor} is set up. */
export type LinkMonitorOptions = Pick<NetlinkMonitorOptions, 'onChange' | 'log' | 'backOffMs'>;

/** Watches the network namespace that the process is in. */
export class LinkMonitor extends NetlinkMonitor {
  constructor(options: LinkMonitorOptions) {
    const command = ['ip', '-o', 'monitor', 'link', 'address', 'route'] as const;
    super({ ...options, command: [...command], subject: 'links', protocol: 0 });
  }
}
