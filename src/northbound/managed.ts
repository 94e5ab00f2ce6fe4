/**
 * Which columns of OVN_Northbound are ours (ovn-nb(5)). What is not listed is OVN's or somebody else's and is neither
 * compared nor written: `Logical_Switch_Port.up`, `dynamic_addresses`, `tag`, `Logical_Router_Port.status`, `ipv6_prefix`,
 * `NB_Global.options`, and every table without an entry.
 */
import type { Dialect } from '../reconcile/dialect.ts';

/** The rules for OVN_Northbound. */
export const northbound: Dialect = {
  database: 'OVN_Northbound',
  tables: {
    Logical_Router: {
      ours: ['name', 'options', 'external_ids'],
      references: {
        ports: 'Logical_Router_Port',
        static_routes: 'Logical_Router_Static_Route',
        policies: 'Logical_Router_Policy',
      },
    },
    Logical_Router_Port: {
      ours: ['name', 'mac', 'networks', 'ipv6_ra_configs', 'options', 'external_ids'],
      parent: { table: 'Logical_Router', column: 'ports' },
    },
    Logical_Router_Static_Route: {
      ours: ['ip_prefix', 'nexthop', 'policy', 'external_ids'],
      parent: { table: 'Logical_Router', column: 'static_routes' },
    },
    Logical_Router_Policy: {
      ours: ['priority', 'match', 'action', 'nexthops', 'external_ids'],
      parent: { table: 'Logical_Router', column: 'policies' },
    },
    Logical_Switch: {
      ours: ['name', 'other_config', 'external_ids'],
      references: { ports: 'Logical_Switch_Port', acls: 'ACL' },
    },
    Logical_Switch_Port: {
      ours: [
        'name',
        'type',
        'addresses',
        'port_security',
        'options',
        'dhcpv4_options',
        'dhcpv6_options',
        'external_ids',
      ],
      parent: { table: 'Logical_Switch', column: 'ports' },
    },
    ACL: {
      ours: ['direction', 'priority', 'match', 'action', 'name', 'external_ids'],
      parent: { table: 'Logical_Switch', column: 'acls' },
    },
    Address_Set: {
      ours: ['name', 'addresses', 'external_ids'],
    },
    DHCP_Options: {
      ours: ['cidr', 'options', 'external_ids'],
    },
  },
};

/** What the controller replicates of the database: what it manages, whether ports are up, and the epoch and counters of `NB_Global`. */
export const northboundTables = {
  ...Object.fromEntries(
    Object.entries(northbound.tables).map(([table, { ours, references }]) => {
      const columns = [...ours, ...Object.keys(references ?? {}), ...(table === 'Logical_Switch_Port' ? ['up'] : [])];
      return [table, { columns, indexes: ['external_ids:subnetes-owner'] }];
    }),
  ),
  NB_Global: { columns: ['external_ids', 'nb_cfg', 'sb_cfg'] },
};
