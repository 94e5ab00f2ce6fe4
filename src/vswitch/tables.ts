// Generated from the database's schemas by `make generate`: do not edit.

/**
 * Rows of the database Open_vSwitch, schema 8.8.0. A column that is newer than schema 8.3.1 is
 * `| undefined`: a server may lack it, and then it must not be written (ask `has()` of the client). A table that the
 * server lacks is empty.
 */
import type { OpenEnum, Uuid } from '../ovsdb/index.ts';

/** Name of the database, as the protocol wants it. */
export const vswitchDatabase = 'Open_vSwitch';

/** Table `AutoAttach`. Collected when no row refers to it strongly. */
export type AutoAttachRow = {
  readonly _uuid: Uuid;
  /** `AutoAttach.mappings`: map from integer 0..16777215 to integer 0..4095. */
  readonly mappings: ReadonlyMap<number, number>;
  /** `AutoAttach.system_description`: string. */
  readonly system_description: string;
  /** `AutoAttach.system_name`: string. */
  readonly system_name: string;
};

/** Table `Bridge`. Collected when no row refers to it strongly. Unique: name. */
export type BridgeRow = {
  readonly _uuid: Uuid;
  /** `Bridge.auto_attach`: optional strong reference to `AutoAttach`. */
  readonly auto_attach: Uuid | undefined;
  /** `Bridge.controller`: set of strong reference to `Controller`. */
  readonly controller: ReadonlySet<Uuid>;
  /** `Bridge.datapath_id`: optional string, ephemeral. */
  readonly datapath_id: string | undefined;
  /** `Bridge.datapath_type`: string. */
  readonly datapath_type: string;
  /** `Bridge.datapath_version`: string. */
  readonly datapath_version: string;
  /** `Bridge.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Bridge.fail_mode`: optional string. */
  readonly fail_mode: OpenEnum<'secure' | 'standalone'> | undefined;
  /** `Bridge.flood_vlans`: set of at most 4096: integer 0..4095. */
  readonly flood_vlans: ReadonlySet<number>;
  /** `Bridge.flow_tables`: map from integer 0..254 to strong reference to `Flow_Table`. */
  readonly flow_tables: ReadonlyMap<number, Uuid>;
  /** `Bridge.ipfix`: optional strong reference to `IPFIX`. */
  readonly ipfix: Uuid | undefined;
  /** `Bridge.mcast_snooping_enable`: boolean. */
  readonly mcast_snooping_enable: boolean;
  /** `Bridge.mirrors`: set of strong reference to `Mirror`. */
  readonly mirrors: ReadonlySet<Uuid>;
  /** `Bridge.name`: string, immutable. */
  readonly name: string;
  /** `Bridge.netflow`: optional strong reference to `NetFlow`. */
  readonly netflow: Uuid | undefined;
  /** `Bridge.other_config`: map from string to string. */
  readonly other_config: ReadonlyMap<string, string>;
  /** `Bridge.ports`: set of strong reference to `Port`. */
  readonly ports: ReadonlySet<Uuid>;
  /** `Bridge.protocols`: set of string. */
  readonly protocols: ReadonlySet<
    OpenEnum<'OpenFlow10' | 'OpenFlow11' | 'OpenFlow12' | 'OpenFlow13' | 'OpenFlow14' | 'OpenFlow15'>
  >;
  /** `Bridge.rstp_enable`: boolean. */
  readonly rstp_enable: boolean;
  /** `Bridge.rstp_status`: map from string to string, ephemeral. */
  readonly rstp_status: ReadonlyMap<string, string>;
  /** `Bridge.sflow`: optional strong reference to `sFlow`. */
  readonly sflow: Uuid | undefined;
  /** `Bridge.status`: map from string to string, ephemeral. */
  readonly status: ReadonlyMap<string, string>;
  /** `Bridge.stp_enable`: boolean. */
  readonly stp_enable: boolean;
};

/** Table `CT_Timeout_Policy`. Collected when no row refers to it strongly. */
export type CTTimeoutPolicyRow = {
  readonly _uuid: Uuid;
  /** `CT_Timeout_Policy.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `CT_Timeout_Policy.timeouts`: map from string to integer 0..4294967295. */
  readonly timeouts: ReadonlyMap<
    OpenEnum<
      | 'icmp_first'
      | 'icmp_reply'
      | 'tcp_close'
      | 'tcp_close_wait'
      | 'tcp_established'
      | 'tcp_fin_wait'
      | 'tcp_last_ack'
      | 'tcp_retransmit'
      | 'tcp_syn_recv'
      | 'tcp_syn_sent'
      | 'tcp_syn_sent2'
      | 'tcp_time_wait'
      | 'tcp_unack'
      | 'udp_first'
      | 'udp_multiple'
      | 'udp_single'
    >,
    number
  >;
};

/** Table `CT_Zone`. Collected when no row refers to it strongly. */
export type CTZoneRow = {
  readonly _uuid: Uuid;
  /** `CT_Zone.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `CT_Zone.limit`: optional integer 0..4294967295, not at every server. */
  readonly limit: number | undefined;
  /** `CT_Zone.timeout_policy`: optional strong reference to `CT_Timeout_Policy`. */
  readonly timeout_policy: Uuid | undefined;
};

/** Table `Controller`. Collected when no row refers to it strongly. */
export type ControllerRow = {
  readonly _uuid: Uuid;
  /** `Controller.connection_mode`: optional string. */
  readonly connection_mode: OpenEnum<'in-band' | 'out-of-band'> | undefined;
  /** `Controller.controller_burst_limit`: optional integer, at least 25. */
  readonly controller_burst_limit: number | undefined;
  /** `Controller.controller_queue_size`: optional integer 1..512. */
  readonly controller_queue_size: number | undefined;
  /** `Controller.controller_rate_limit`: optional integer, at least 100. */
  readonly controller_rate_limit: number | undefined;
  /** `Controller.enable_async_messages`: optional boolean. */
  readonly enable_async_messages: boolean | undefined;
  /** `Controller.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Controller.inactivity_probe`: optional integer. */
  readonly inactivity_probe: number | undefined;
  /** `Controller.is_connected`: boolean, ephemeral. */
  readonly is_connected: boolean;
  /** `Controller.local_gateway`: optional string. */
  readonly local_gateway: string | undefined;
  /** `Controller.local_ip`: optional string. */
  readonly local_ip: string | undefined;
  /** `Controller.local_netmask`: optional string. */
  readonly local_netmask: string | undefined;
  /** `Controller.max_backoff`: optional integer, at least 1000. */
  readonly max_backoff: number | undefined;
  /** `Controller.other_config`: map from string to string. */
  readonly other_config: ReadonlyMap<string, string>;
  /** `Controller.role`: optional string, ephemeral. */
  readonly role: OpenEnum<'master' | 'other' | 'slave'> | undefined;
  /** `Controller.status`: map from string to string, ephemeral. */
  readonly status: ReadonlyMap<string, string>;
  /** `Controller.target`: string. */
  readonly target: string;
  /** `Controller.type`: optional string. */
  readonly type: OpenEnum<'primary' | 'service'> | undefined;
};

/** Table `Datapath`. Collected when no row refers to it strongly. */
export type DatapathRow = {
  readonly _uuid: Uuid;
  /** `Datapath.capabilities`: map from string to string. */
  readonly capabilities: ReadonlyMap<string, string>;
  /** `Datapath.ct_zone_default_limit`: optional integer 0..4294967295, not at every server. */
  readonly ct_zone_default_limit: number | undefined;
  /** `Datapath.ct_zones`: map from integer 0..65535 to strong reference to `CT_Zone`. */
  readonly ct_zones: ReadonlyMap<number, Uuid>;
  /** `Datapath.datapath_version`: string. */
  readonly datapath_version: string;
  /** `Datapath.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
};

/** Table `Flow_Sample_Collector_Set`. Unique: id + bridge. */
export type FlowSampleCollectorSetRow = {
  readonly _uuid: Uuid;
  /** `Flow_Sample_Collector_Set.bridge`: strong reference to `Bridge`. */
  readonly bridge: Uuid;
  /** `Flow_Sample_Collector_Set.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Flow_Sample_Collector_Set.id`: integer 0..4294967295. */
  readonly id: number;
  /** `Flow_Sample_Collector_Set.ipfix`: optional strong reference to `IPFIX`. */
  readonly ipfix: Uuid | undefined;
  /** `Flow_Sample_Collector_Set.local_group_id`: optional integer 0..4294967295, not at every server. */
  readonly local_group_id: number | undefined;
};

/** Table `Flow_Table`. Collected when no row refers to it strongly. */
export type FlowTableRow = {
  readonly _uuid: Uuid;
  /** `Flow_Table.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Flow_Table.flow_limit`: optional integer, at least 0. */
  readonly flow_limit: number | undefined;
  /** `Flow_Table.groups`: set of string. */
  readonly groups: ReadonlySet<string>;
  /** `Flow_Table.name`: optional string. */
  readonly name: string | undefined;
  /** `Flow_Table.overflow_policy`: optional string. */
  readonly overflow_policy: OpenEnum<'evict' | 'refuse'> | undefined;
  /** `Flow_Table.prefixes`: set of at most 4: string. */
  readonly prefixes: ReadonlySet<string>;
};

/** Table `IPFIX`. Collected when no row refers to it strongly. */
export type IPFIXRow = {
  readonly _uuid: Uuid;
  /** `IPFIX.cache_active_timeout`: optional integer 0..4200. */
  readonly cache_active_timeout: number | undefined;
  /** `IPFIX.cache_max_flows`: optional integer 0..4294967295. */
  readonly cache_max_flows: number | undefined;
  /** `IPFIX.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `IPFIX.obs_domain_id`: optional integer 0..4294967295. */
  readonly obs_domain_id: number | undefined;
  /** `IPFIX.obs_point_id`: optional integer 0..4294967295. */
  readonly obs_point_id: number | undefined;
  /** `IPFIX.other_config`: map from string to string. */
  readonly other_config: ReadonlyMap<string, string>;
  /** `IPFIX.sampling`: optional integer 1..4294967295. */
  readonly sampling: number | undefined;
  /** `IPFIX.stats_interval`: optional integer 1..3600, not at every server. */
  readonly stats_interval: number | undefined;
  /** `IPFIX.targets`: set of string. */
  readonly targets: ReadonlySet<string>;
  /** `IPFIX.template_interval`: optional integer 1..3600, not at every server. */
  readonly template_interval: number | undefined;
};

/** Table `Interface`. Collected when no row refers to it strongly. Unique: name. */
export type InterfaceRow = {
  readonly _uuid: Uuid;
  /** `Interface.admin_state`: optional string, ephemeral. */
  readonly admin_state: OpenEnum<'down' | 'up'> | undefined;
  /** `Interface.bfd`: map from string to string. */
  readonly bfd: ReadonlyMap<string, string>;
  /** `Interface.bfd_status`: map from string to string, ephemeral. */
  readonly bfd_status: ReadonlyMap<string, string>;
  /** `Interface.cfm_fault`: optional boolean, ephemeral. */
  readonly cfm_fault: boolean | undefined;
  /** `Interface.cfm_fault_status`: set of string, ephemeral. */
  readonly cfm_fault_status: ReadonlySet<string>;
  /** `Interface.cfm_flap_count`: optional integer. */
  readonly cfm_flap_count: number | undefined;
  /** `Interface.cfm_health`: optional integer 0..100, ephemeral. */
  readonly cfm_health: number | undefined;
  /** `Interface.cfm_mpid`: optional integer. */
  readonly cfm_mpid: number | undefined;
  /** `Interface.cfm_remote_mpids`: set of integer, ephemeral. */
  readonly cfm_remote_mpids: ReadonlySet<number>;
  /** `Interface.cfm_remote_opstate`: optional string, ephemeral. */
  readonly cfm_remote_opstate: OpenEnum<'down' | 'up'> | undefined;
  /** `Interface.duplex`: optional string, ephemeral. */
  readonly duplex: OpenEnum<'full' | 'half'> | undefined;
  /** `Interface.error`: optional string. */
  readonly error: string | undefined;
  /** `Interface.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Interface.ifindex`: optional integer 0..4294967295, ephemeral. */
  readonly ifindex: number | undefined;
  /** `Interface.ingress_policing_burst`: integer, at least 0. */
  readonly ingress_policing_burst: number;
  /** `Interface.ingress_policing_kpkts_burst`: integer, at least 0. */
  readonly ingress_policing_kpkts_burst: number;
  /** `Interface.ingress_policing_kpkts_rate`: integer, at least 0. */
  readonly ingress_policing_kpkts_rate: number;
  /** `Interface.ingress_policing_rate`: integer, at least 0. */
  readonly ingress_policing_rate: number;
  /** `Interface.lacp_current`: optional boolean, ephemeral. */
  readonly lacp_current: boolean | undefined;
  /** `Interface.link_resets`: optional integer, ephemeral. */
  readonly link_resets: number | undefined;
  /** `Interface.link_speed`: optional integer, ephemeral. */
  readonly link_speed: number | undefined;
  /** `Interface.link_state`: optional string, ephemeral. */
  readonly link_state: OpenEnum<'down' | 'up'> | undefined;
  /** `Interface.lldp`: map from string to string. */
  readonly lldp: ReadonlyMap<string, string>;
  /** `Interface.mac`: optional string. */
  readonly mac: string | undefined;
  /** `Interface.mac_in_use`: optional string, ephemeral. */
  readonly mac_in_use: string | undefined;
  /** `Interface.mtu`: optional integer, ephemeral. */
  readonly mtu: number | undefined;
  /** `Interface.mtu_request`: optional integer, at least 1. */
  readonly mtu_request: number | undefined;
  /** `Interface.name`: string, immutable. */
  readonly name: string;
  /** `Interface.ofport`: optional integer. */
  readonly ofport: number | undefined;
  /** `Interface.ofport_request`: optional integer 1..65279. */
  readonly ofport_request: number | undefined;
  /** `Interface.options`: map from string to string. */
  readonly options: ReadonlyMap<string, string>;
  /** `Interface.other_config`: map from string to string. */
  readonly other_config: ReadonlyMap<string, string>;
  /** `Interface.statistics`: map from string to integer, ephemeral. */
  readonly statistics: ReadonlyMap<string, number>;
  /** `Interface.status`: map from string to string, ephemeral. */
  readonly status: ReadonlyMap<string, string>;
  /** `Interface.type`: string. */
  readonly type: string;
};

/** Table `Manager`. Collected when no row refers to it strongly. Unique: target. */
export type ManagerRow = {
  readonly _uuid: Uuid;
  /** `Manager.connection_mode`: optional string. */
  readonly connection_mode: OpenEnum<'in-band' | 'out-of-band'> | undefined;
  /** `Manager.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Manager.inactivity_probe`: optional integer. */
  readonly inactivity_probe: number | undefined;
  /** `Manager.is_connected`: boolean, ephemeral. */
  readonly is_connected: boolean;
  /** `Manager.max_backoff`: optional integer, at least 1000. */
  readonly max_backoff: number | undefined;
  /** `Manager.other_config`: map from string to string. */
  readonly other_config: ReadonlyMap<string, string>;
  /** `Manager.status`: map from string to string, ephemeral. */
  readonly status: ReadonlyMap<string, string>;
  /** `Manager.target`: string. */
  readonly target: string;
};

/** Table `Mirror`. Collected when no row refers to it strongly. */
export type MirrorRow = {
  readonly _uuid: Uuid;
  /** `Mirror.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Mirror.filter`: optional string, not at every server. */
  readonly filter: string | undefined;
  /** `Mirror.name`: string. */
  readonly name: string;
  /** `Mirror.output_port`: optional weak reference to `Port`. */
  readonly output_port: Uuid | undefined;
  /** `Mirror.output_vlan`: optional integer 1..4095. */
  readonly output_vlan: number | undefined;
  /** `Mirror.select_all`: boolean. */
  readonly select_all: boolean;
  /** `Mirror.select_dst_port`: set of weak reference to `Port`. */
  readonly select_dst_port: ReadonlySet<Uuid>;
  /** `Mirror.select_src_port`: set of weak reference to `Port`. */
  readonly select_src_port: ReadonlySet<Uuid>;
  /** `Mirror.select_vlan`: set of at most 4096: integer 0..4095. */
  readonly select_vlan: ReadonlySet<number>;
  /** `Mirror.snaplen`: optional integer 14..65535. */
  readonly snaplen: number | undefined;
  /** `Mirror.statistics`: map from string to integer, ephemeral. */
  readonly statistics: ReadonlyMap<string, number>;
};

/** Table `NetFlow`. Collected when no row refers to it strongly. */
export type NetFlowRow = {
  readonly _uuid: Uuid;
  /** `NetFlow.active_timeout`: integer, at least -1. */
  readonly active_timeout: number;
  /** `NetFlow.add_id_to_interface`: boolean. */
  readonly add_id_to_interface: boolean;
  /** `NetFlow.engine_id`: optional integer 0..255. */
  readonly engine_id: number | undefined;
  /** `NetFlow.engine_type`: optional integer 0..255. */
  readonly engine_type: number | undefined;
  /** `NetFlow.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `NetFlow.targets`: set of string. */
  readonly targets: ReadonlySet<string>;
};

/** Table `Open_vSwitch`. At most 1 row. */
export type OpenVSwitchRow = {
  readonly _uuid: Uuid;
  /** `Open_vSwitch.bridges`: set of strong reference to `Bridge`. */
  readonly bridges: ReadonlySet<Uuid>;
  /** `Open_vSwitch.cur_cfg`: integer. */
  readonly cur_cfg: number;
  /** `Open_vSwitch.datapath_types`: set of string. */
  readonly datapath_types: ReadonlySet<string>;
  /** `Open_vSwitch.datapaths`: map from string to strong reference to `Datapath`. */
  readonly datapaths: ReadonlyMap<string, Uuid>;
  /** `Open_vSwitch.db_version`: optional string. */
  readonly db_version: string | undefined;
  /** `Open_vSwitch.dpdk_initialized`: boolean. */
  readonly dpdk_initialized: boolean;
  /** `Open_vSwitch.dpdk_version`: optional string. */
  readonly dpdk_version: string | undefined;
  /** `Open_vSwitch.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Open_vSwitch.iface_types`: set of string. */
  readonly iface_types: ReadonlySet<string>;
  /** `Open_vSwitch.manager_options`: set of strong reference to `Manager`. */
  readonly manager_options: ReadonlySet<Uuid>;
  /** `Open_vSwitch.next_cfg`: integer. */
  readonly next_cfg: number;
  /** `Open_vSwitch.other_config`: map from string to string. */
  readonly other_config: ReadonlyMap<string, string>;
  /** `Open_vSwitch.ovs_version`: optional string. */
  readonly ovs_version: string | undefined;
  /** `Open_vSwitch.ssl`: optional strong reference to `SSL`. */
  readonly ssl: Uuid | undefined;
  /** `Open_vSwitch.statistics`: map from string to string, ephemeral. */
  readonly statistics: ReadonlyMap<string, string>;
  /** `Open_vSwitch.system_type`: optional string. */
  readonly system_type: string | undefined;
  /** `Open_vSwitch.system_version`: optional string. */
  readonly system_version: string | undefined;
};

/** Table `Port`. Collected when no row refers to it strongly. Unique: name. */
export type PortRow = {
  readonly _uuid: Uuid;
  /** `Port.bond_active_slave`: optional string. */
  readonly bond_active_slave: string | undefined;
  /** `Port.bond_downdelay`: integer. */
  readonly bond_downdelay: number;
  /** `Port.bond_fake_iface`: boolean. */
  readonly bond_fake_iface: boolean;
  /** `Port.bond_mode`: optional string. */
  readonly bond_mode: OpenEnum<'active-backup' | 'balance-slb' | 'balance-tcp'> | undefined;
  /** `Port.bond_updelay`: integer. */
  readonly bond_updelay: number;
  /** `Port.cvlans`: set of at most 4096: integer 0..4095. */
  readonly cvlans: ReadonlySet<number>;
  /** `Port.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Port.fake_bridge`: boolean. */
  readonly fake_bridge: boolean;
  /** `Port.interfaces`: set of strong reference to `Interface`. */
  readonly interfaces: ReadonlySet<Uuid>;
  /** `Port.lacp`: optional string. */
  readonly lacp: OpenEnum<'active' | 'off' | 'passive'> | undefined;
  /** `Port.mac`: optional string. */
  readonly mac: string | undefined;
  /** `Port.name`: string, immutable. */
  readonly name: string;
  /** `Port.other_config`: map from string to string. */
  readonly other_config: ReadonlyMap<string, string>;
  /** `Port.protected`: boolean. */
  readonly protected: boolean;
  /** `Port.qos`: optional strong reference to `QoS`. */
  readonly qos: Uuid | undefined;
  /** `Port.rstp_statistics`: map from string to integer, ephemeral. */
  readonly rstp_statistics: ReadonlyMap<string, number>;
  /** `Port.rstp_status`: map from string to string, ephemeral. */
  readonly rstp_status: ReadonlyMap<string, string>;
  /** `Port.statistics`: map from string to integer, ephemeral. */
  readonly statistics: ReadonlyMap<string, number>;
  /** `Port.status`: map from string to string, ephemeral. */
  readonly status: ReadonlyMap<string, string>;
  /** `Port.tag`: optional integer 0..4095. */
  readonly tag: number | undefined;
  /** `Port.trunks`: set of at most 4096: integer 0..4095. */
  readonly trunks: ReadonlySet<number>;
  /** `Port.vlan_mode`: optional string. */
  readonly vlan_mode: OpenEnum<'access' | 'dot1q-tunnel' | 'native-tagged' | 'native-untagged' | 'trunk'> | undefined;
};

/** Table `QoS`. */
export type QoSRow = {
  readonly _uuid: Uuid;
  /** `QoS.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `QoS.other_config`: map from string to string. */
  readonly other_config: ReadonlyMap<string, string>;
  /** `QoS.queues`: map from integer 0..4294967295 to strong reference to `Queue`. */
  readonly queues: ReadonlyMap<number, Uuid>;
  /** `QoS.type`: string. */
  readonly type: string;
};

/** Table `Queue`. */
export type QueueRow = {
  readonly _uuid: Uuid;
  /** `Queue.dscp`: optional integer 0..63. */
  readonly dscp: number | undefined;
  /** `Queue.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Queue.other_config`: map from string to string. */
  readonly other_config: ReadonlyMap<string, string>;
};

/** Table `SSL`. Collected when no row refers to it strongly. At most 1 row. */
export type SSLRow = {
  readonly _uuid: Uuid;
  /** `SSL.bootstrap_ca_cert`: boolean. */
  readonly bootstrap_ca_cert: boolean;
  /** `SSL.ca_cert`: string. */
  readonly ca_cert: string;
  /** `SSL.certificate`: string. */
  readonly certificate: string;
  /** `SSL.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `SSL.private_key`: string. */
  readonly private_key: string;
};

/** Table `sFlow`. Collected when no row refers to it strongly. */
export type SFlowRow = {
  readonly _uuid: Uuid;
  /** `sFlow.agent`: optional string. */
  readonly agent: string | undefined;
  /** `sFlow.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `sFlow.header`: optional integer. */
  readonly header: number | undefined;
  /** `sFlow.polling`: optional integer. */
  readonly polling: number | undefined;
  /** `sFlow.sampling`: optional integer. */
  readonly sampling: number | undefined;
  /** `sFlow.targets`: set of string. */
  readonly targets: ReadonlySet<string>;
};

/** The tables of Open_vSwitch by name: the type argument of the client. */
export type VswitchTables = {
  readonly AutoAttach: AutoAttachRow;
  readonly Bridge: BridgeRow;
  readonly CT_Timeout_Policy: CTTimeoutPolicyRow;
  readonly CT_Zone: CTZoneRow;
  readonly Controller: ControllerRow;
  readonly Datapath: DatapathRow;
  readonly Flow_Sample_Collector_Set: FlowSampleCollectorSetRow;
  readonly Flow_Table: FlowTableRow;
  readonly IPFIX: IPFIXRow;
  readonly Interface: InterfaceRow;
  readonly Manager: ManagerRow;
  readonly Mirror: MirrorRow;
  readonly NetFlow: NetFlowRow;
  readonly Open_vSwitch: OpenVSwitchRow;
  readonly Port: PortRow;
  readonly QoS: QoSRow;
  readonly Queue: QueueRow;
  readonly SSL: SSLRow;
  readonly sFlow: SFlowRow;
};
