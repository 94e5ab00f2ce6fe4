/** Subnet: a logical switch and its connection to the Vpc's router, with DHCP, router advertisements and isolation. */
import type { Kind } from '../kind.ts';
import { northbound } from './northbound.ts';
import { report } from './report.ts';

/** The kind. */
export const subnet: Kind = { name: 'Subnet', northbound, report };
