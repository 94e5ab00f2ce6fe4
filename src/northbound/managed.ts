/**
 * Which columns of OVN_Northbound are ours (ovn-nb(5)). What is not listed is OVN's or somebody else's and is neither
 * compared nor written: `Logical_Switch_Port.up`, `dynamic_addresses`, `tag`, `Logical_Router_Port.status`, `ipv6_prefix`,
 * `NB_Global.options`, and every table without an entry.
 */
import type { Dialect } from '../reconcile/dialect.ts';
import { setsIn } from './rows.ts';

/** Keys of `NB_Global.options` that are ours: the timers of BFD between the chassis, one set for all (ovn-nb(5), NB_Global). */
export const bfdOptions = ['bfd-min-rx', 'bfd-min-tx', 'bfd-mult'] as const;

/** The rules for OVN_Northbound. */
export const northbound: Dialect = {
  database: 'OVN_Northbound',
  namesIn: setsIn,
  tables: {
    Logical_Router: {
      ours: ['name', 'options', 'external_ids'],
      references: {
        ports: 'Logical_Router_Port',
        static_routes: 'Logical_Router_Static_Route',
        policies: 'Logical_Router_Policy',
        nat: 'NAT',
      },
    },
    Logical_Router_Port: {
      ours: ['name', 'mac', 'networks', 'peer', 'ha_chassis_group', 'ipv6_ra_configs', 'options', 'external_ids'],
      parent: { table: 'Logical_Router', column: 'ports' },
      deletedExplicitly: true, // ha_chassis_group
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
      ours: ['name', 'other_config', 'load_balancer_group', 'external_ids'],
      references: { ports: 'Logical_Switch_Port', acls: 'ACL', qos_rules: 'QoS' },
    },
    Logical_Switch_Port: {
      ours: [
        'name',
        'type',
        'tag_request',
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
      ours: ['direction', 'priority', 'match', 'action', 'tier', 'options', 'name', 'external_ids'],
      parent: { table: 'Logical_Switch', column: 'acls' },
      otherParents: [{ table: 'Port_Group', column: 'acls' }],
    },
    Address_Set: {
      ours: ['name', 'addresses', 'external_ids'],
    },
    DHCP_Options: {
      ours: ['cidr', 'options', 'external_ids'],
    },
    Port_Group: {
      ours: ['name', 'external_ids'],
      references: { ports: 'Logical_Switch_Port', acls: 'ACL' },
    },
    Load_Balancer: {
      ours: ['name', 'protocol', 'vips', 'selection_fields', 'options', 'external_ids'],
    },
    Load_Balancer_Group: {
      ours: ['name'],
      // Weak references, which ovsdb-server can leave behind when their row is deleted: all of them are ours to remove.
      collected: { load_balancer: 'Load_Balancer' },
      stampedByName: true,
      keptBy: [{ table: 'Logical_Switch', column: 'load_balancer_group' }],
    },
    Chassis_Template_Var: {
      ours: ['chassis', 'external_ids'],
      gathered: ['variables'],
    },
    NAT: {
      ours: ['type', 'external_ip', 'logical_ip', 'exempted_ext_ips', 'options', 'external_ids'],
      parent: { table: 'Logical_Router', column: 'nat' },
      deletedExplicitly: true, // exempted_ext_ips
    },
    HA_Chassis_Group: {
      ours: ['name', 'external_ids'],
      references: { ha_chassis: 'HA_Chassis' },
    },
    HA_Chassis: {
      ours: ['chassis_name', 'priority', 'external_ids'],
      parent: { table: 'HA_Chassis_Group', column: 'ha_chassis' },
    },
    QoS: {
      ours: ['direction', 'priority', 'match', 'action', 'bandwidth', 'external_ids'],
      parent: { table: 'Logical_Switch', column: 'qos_rules' },
    },
    NB_Global: {
      ours: [],
      shared: { options: bfdOptions },
    },
  },
};

/** What the controller replicates of the database: what it manages, whether ports are up, and the epoch and counters of `NB_Global`. */
export const northboundTables = {
  ...Object.fromEntries(
    Object.entries(northbound.tables).map(([table, { ours, references, collected, gathered = [], stampedByName }]) => {
      const filled = [...Object.keys({ ...references, ...collected }), ...gathered];
      const columns = [...ours, ...filled, ...(table === 'Logical_Switch_Port' ? ['up'] : [])];
      return [table, { columns, indexes: [stampedByName ? 'name' : 'external_ids:subnetes-owner'] }];
    }),
  ),
  NB_Global: {
    columns: ['external_ids', 'options', 'nb_cfg', 'sb_cfg'],
    indexes: ['external_ids:subnetes-owner'],
  },
};
