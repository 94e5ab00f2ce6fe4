/**
 * Which columns of a node's Open_vSwitch database are ours (ovs-vswitchd.conf.db(5)). What is not listed is ovs-vswitchd's,
 * ovn-controller's or somebody else's and is neither compared nor written: `Interface.ofport`, `ovn-installed` in
 * `Interface.external_ids`, bridges without our stamp (ovn-controller makes br-int), every port without our stamp.
 */
import type { Dialect } from '../reconcile/dialect.ts';

/** Name of OVN's integration bridge: the default of `Open_vSwitch.external_ids:ovn-bridge`. */
export const integrationBridge = 'br-int';

/**
 * The stamp of an agent in its node's database. It has no name in it: a node has one agent, and rows that an earlier
 * installation left are its to clean up.
 */
export const nodeInstallation = 'node';

/** Keys of `Open_vSwitch.external_ids` that are ours (ovn-controller(8), "Configuration"; system-id: ovs-vswitchd.conf.db(5)). */
export const chassisKeys = [
  'system-id',
  'hostname',
  'ovn-remote',
  'ovn-encap-type',
  'ovn-encap-ip',
  'ovn-bridge-datapath-type',
] as const;

/** Key of `Open_vSwitch.external_ids` that names the bridges of physical networks (ovn-controller(8)); entries of others are kept in it. */
export const bridgeMappingsKey = 'ovn-bridge-mappings';

/** Keys of `Bridge.other_config` and `Bridge.external_ids` that are ours, in bridges that we made. */
export const bridgeKeys = { mac: 'hwaddr', memory: 'subnetes-uplink' } as const;

/** Key of `Open_vSwitch.other_config` with which ovs-vswitchd forwards nothing until somebody removes it; ovn-controller's, not ours. */
export const restoreWaitKey = 'flow-restore-wait';

/** Key of `Open_vSwitch.external_ids` by which ovn-controller says that it set {@link restoreWaitKey}. */
export const restoreWaitManagedKey = 'ovn-managed-flow-restore-wait';

/** Keys of `Interface.external_ids` that are ours. The first three are OVN's contract (ovn-controller(8)), the others are the sandbox's memory. */
export const interfaceKeys = {
  ifaceId: 'iface-id',
  ifaceIdVersion: 'iface-id-ver',
  mac: 'attached-mac',
  container: 'subnetes-container',
  ifname: 'subnetes-ifname',
  netns: 'subnetes-netns',
  pod: 'subnetes-pod',
  mtu: 'subnetes-mtu',
  addresses: 'subnetes-addresses',
} as const;

/** The rules for Open_vSwitch. */
export const vswitch: Dialect = {
  database: 'Open_vSwitch',
  tables: {
    Open_vSwitch: {
      ours: [],
      references: { bridges: 'Bridge' },
      shared: { external_ids: [...chassisKeys, bridgeMappingsKey] },
    },
    Bridge: {
      ours: ['name', 'datapath_type', 'fail_mode'],
      ourKeys: { other_config: [bridgeKeys.mac], external_ids: [bridgeKeys.memory] },
      references: { ports: 'Port', mirrors: 'Mirror' },
      parent: { table: 'Open_vSwitch', column: 'bridges' },
    },
    Port: {
      ours: ['name', 'interfaces', 'trunks', 'other_config', 'external_ids'],
      parent: { table: 'Bridge', column: 'ports' },
    },
    Interface: {
      ours: ['name', 'type', 'mac', 'mtu_request', 'ofport_request', 'options'],
      ourKeys: { external_ids: Object.values(interfaceKeys) },
      // A Port must have an interface, so it is the Port that is let go, and the server collects both.
      garbageCollected: true,
    },
    Mirror: {
      ours: ['name', 'select_src_port', 'select_dst_port', 'output_port', 'filter', 'external_ids'],
      parent: { table: 'Bridge', column: 'mirrors' },
    },
  },
};

/** What the agent replicates of the database: no statistics of interfaces, which change every five seconds. */
export const vswitchTables = {
  Open_vSwitch: {
    columns: ['external_ids', 'other_config', 'ovs_version', 'bridges'],
    indexes: ['external_ids:subnetes-owner'],
  },
  Bridge: {
    columns: ['name', 'ports', 'mirrors', 'datapath_type', 'fail_mode', 'other_config', 'external_ids'],
    indexes: ['name', 'external_ids:subnetes-owner'],
  },
  Port: {
    columns: ['name', 'interfaces', 'trunks', 'other_config', 'external_ids'],
    indexes: ['external_ids:subnetes-owner'],
  },
  Mirror: {
    // Statistics here alone: who has none was not made.
    columns: ['name', 'select_src_port', 'select_dst_port', 'output_port', 'filter', 'statistics', 'external_ids'],
    indexes: ['external_ids:subnetes-owner'],
  },
  Interface: {
    columns: [
      ...['name', 'type', 'mac', 'mtu_request', 'ofport_request', 'options'],
      ...['ofport', 'error', 'link_state', 'external_ids'],
    ],
    indexes: ['name', 'external_ids:subnetes-owner'],
  },
} as const;
