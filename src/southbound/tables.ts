// Generated from the database's schemas by `make generate`: do not edit.

/**
 * Rows of the database OVN_Southbound, schema 21.8.0. A column that is newer than schema 20.27.0 is
 * `| undefined`: a server may lack it, and then it must not be written (ask `has()` of the client). A table that the
 * server lacks is empty.
 */
import type { OpenEnum, Uuid } from '../ovsdb/index.ts';

/** Name of the database, as the protocol wants it. */
export const southboundDatabase = 'OVN_Southbound';

/** Table `ACL_ID`, since a schema after 20.27.0. */
export type ACLIDRow = {
  readonly _uuid: Uuid;
  /** `ACL_ID.id`: integer 0..32767. */
  readonly id: number;
};

/** Table `Address_Set`. Unique: name. */
export type AddressSetRow = {
  readonly _uuid: Uuid;
  /** `Address_Set.addresses`: set of string. */
  readonly addresses: ReadonlySet<string>;
  /** `Address_Set.name`: string. */
  readonly name: string;
};

/** Table `Advertised_MAC_Binding`, since a schema after 20.27.0. Unique: datapath + logical_port + ip + mac. */
export type AdvertisedMACBindingRow = {
  readonly _uuid: Uuid;
  /** `Advertised_MAC_Binding.datapath`: strong reference to `Datapath_Binding`. */
  readonly datapath: Uuid;
  /** `Advertised_MAC_Binding.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Advertised_MAC_Binding.ip`: string. */
  readonly ip: string;
  /** `Advertised_MAC_Binding.logical_port`: strong reference to `Port_Binding`. */
  readonly logical_port: Uuid;
  /** `Advertised_MAC_Binding.mac`: string. */
  readonly mac: string;
};

/** Table `Advertised_Route`, since a schema after 20.27.0. Unique: datapath + logical_port + ip_prefix + tracked_port. */
export type AdvertisedRouteRow = {
  readonly _uuid: Uuid;
  /** `Advertised_Route.datapath`: strong reference to `Datapath_Binding`. */
  readonly datapath: Uuid;
  /** `Advertised_Route.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Advertised_Route.ip_prefix`: string. */
  readonly ip_prefix: string;
  /** `Advertised_Route.logical_port`: strong reference to `Port_Binding`. */
  readonly logical_port: Uuid;
  /** `Advertised_Route.tracked_port`: optional strong reference to `Port_Binding`. */
  readonly tracked_port: Uuid | undefined;
};

/** Table `BFD`. Unique: logical_port + dst_ip + src_port + disc. */
export type BFDRow = {
  readonly _uuid: Uuid;
  /** `BFD.chassis_name`: string, not at every server. */
  readonly chassis_name: string | undefined;
  /** `BFD.detect_mult`: integer. */
  readonly detect_mult: number;
  /** `BFD.disc`: integer. */
  readonly disc: number;
  /** `BFD.dst_ip`: string. */
  readonly dst_ip: string;
  /** `BFD.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `BFD.logical_port`: string. */
  readonly logical_port: string;
  /** `BFD.min_rx`: integer. */
  readonly min_rx: number;
  /** `BFD.min_tx`: integer. */
  readonly min_tx: number;
  /** `BFD.options`: map from string to string. */
  readonly options: ReadonlyMap<string, string>;
  /** `BFD.src_port`: integer 49152..65535. */
  readonly src_port: number;
  /** `BFD.status`: string. */
  readonly status: OpenEnum<'admin_down' | 'down' | 'init' | 'up'>;
};

/** Table `Chassis`. Unique: name. */
export type ChassisRow = {
  readonly _uuid: Uuid;
  /** `Chassis.encaps`: set of strong reference to `Encap`. */
  readonly encaps: ReadonlySet<Uuid>;
  /** `Chassis.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Chassis.hostname`: string. */
  readonly hostname: string;
  /** `Chassis.name`: string. */
  readonly name: string;
  /** `Chassis.nb_cfg`: integer. */
  readonly nb_cfg: number;
  /** `Chassis.other_config`: map from string to string. */
  readonly other_config: ReadonlyMap<string, string>;
  /** `Chassis.transport_zones`: set of string. */
  readonly transport_zones: ReadonlySet<string>;
  /** `Chassis.vtep_logical_switches`: set of string. */
  readonly vtep_logical_switches: ReadonlySet<string>;
};

/** Table `Chassis_Private`. Unique: name. */
export type ChassisPrivateRow = {
  readonly _uuid: Uuid;
  /** `Chassis_Private.chassis`: optional weak reference to `Chassis`. */
  readonly chassis: Uuid | undefined;
  /** `Chassis_Private.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Chassis_Private.name`: string. */
  readonly name: string;
  /** `Chassis_Private.nb_cfg`: integer. */
  readonly nb_cfg: number;
  /** `Chassis_Private.nb_cfg_timestamp`: integer. */
  readonly nb_cfg_timestamp: number;
};

/** Table `Chassis_Template_Var`. Unique: chassis. */
export type ChassisTemplateVarRow = {
  readonly _uuid: Uuid;
  /** `Chassis_Template_Var.chassis`: string. */
  readonly chassis: string;
  /** `Chassis_Template_Var.variables`: map from string to string. */
  readonly variables: ReadonlyMap<string, string>;
};

/** Table `Connection`. Collected when no row refers to it strongly. Unique: target. */
export type ConnectionRow = {
  readonly _uuid: Uuid;
  /** `Connection.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Connection.inactivity_probe`: optional integer. */
  readonly inactivity_probe: number | undefined;
  /** `Connection.is_connected`: boolean, ephemeral. */
  readonly is_connected: boolean;
  /** `Connection.max_backoff`: optional integer, at least 1000. */
  readonly max_backoff: number | undefined;
  /** `Connection.other_config`: map from string to string. */
  readonly other_config: ReadonlyMap<string, string>;
  /** `Connection.read_only`: boolean. */
  readonly read_only: boolean;
  /** `Connection.role`: string. */
  readonly role: string;
  /** `Connection.status`: map from string to string, ephemeral. */
  readonly status: ReadonlyMap<string, string>;
  /** `Connection.target`: string. */
  readonly target: string;
};

/** Table `Controller_Event`. */
export type ControllerEventRow = {
  readonly _uuid: Uuid;
  /** `Controller_Event.chassis`: optional weak reference to `Chassis`. */
  readonly chassis: Uuid | undefined;
  /** `Controller_Event.event_info`: map from string to string. */
  readonly event_info: ReadonlyMap<string, string>;
  /** `Controller_Event.event_type`: string. */
  readonly event_type: OpenEnum<'empty_lb_backends'>;
  /** `Controller_Event.seq_num`: integer. */
  readonly seq_num: number;
};

/** Table `DHCP_Options`. */
export type DHCPOptionsRow = {
  readonly _uuid: Uuid;
  /** `DHCP_Options.code`: integer 0..254. */
  readonly code: number;
  /** `DHCP_Options.name`: string. */
  readonly name: string;
  /** `DHCP_Options.type`: string. */
  readonly type: OpenEnum<
    'bool' | 'domains' | 'host_id' | 'ipv4' | 'static_routes' | 'str' | 'uint16' | 'uint32' | 'uint8'
  >;
};

/** Table `DHCPv6_Options`. */
export type DHCPv6OptionsRow = {
  readonly _uuid: Uuid;
  /** `DHCPv6_Options.code`: integer 0..254. */
  readonly code: number;
  /** `DHCPv6_Options.name`: string. */
  readonly name: string;
  /** `DHCPv6_Options.type`: string. */
  readonly type: OpenEnum<'domain' | 'ipv6' | 'mac' | 'str'>;
};

/** Table `DNS`. */
export type DNSRow = {
  readonly _uuid: Uuid;
  /** `DNS.datapaths`: set of strong reference to `Datapath_Binding`. */
  readonly datapaths: ReadonlySet<Uuid>;
  /** `DNS.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `DNS.options`: map from string to string, not at every server. */
  readonly options: ReadonlyMap<string, string> | undefined;
  /** `DNS.records`: map from string to string. */
  readonly records: ReadonlyMap<string, string>;
};

/** Table `Datapath_Binding`. Unique: tunnel_key. */
export type DatapathBindingRow = {
  readonly _uuid: Uuid;
  /** `Datapath_Binding.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Datapath_Binding.load_balancers`: set of uuid. */
  readonly load_balancers: ReadonlySet<Uuid>;
  /** `Datapath_Binding.nb_uuid`: optional uuid, not at every server. */
  readonly nb_uuid: Uuid | undefined;
  /** `Datapath_Binding.tunnel_key`: integer 1..16777215. */
  readonly tunnel_key: number;
  /** `Datapath_Binding.type`: optional string, not at every server. */
  readonly type: OpenEnum<'logical-router' | 'logical-switch'> | undefined;
};

/** Table `ECMP_Nexthop`, since a schema after 20.27.0. Unique: nexthop + port. */
export type ECMPNexthopRow = {
  readonly _uuid: Uuid;
  /** `ECMP_Nexthop.datapath`: strong reference to `Datapath_Binding`. */
  readonly datapath: Uuid;
  /** `ECMP_Nexthop.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `ECMP_Nexthop.mac`: string. */
  readonly mac: string;
  /** `ECMP_Nexthop.nexthop`: string. */
  readonly nexthop: string;
  /** `ECMP_Nexthop.port`: strong reference to `Port_Binding`. */
  readonly port: Uuid;
};

/** Table `Encap`. Collected when no row refers to it strongly. Unique: type + ip. */
export type EncapRow = {
  readonly _uuid: Uuid;
  /** `Encap.chassis_name`: string. */
  readonly chassis_name: string;
  /** `Encap.ip`: string. */
  readonly ip: string;
  /** `Encap.options`: map from string to string. */
  readonly options: ReadonlyMap<string, string>;
  /** `Encap.type`: string. */
  readonly type: OpenEnum<'geneve' | 'vxlan'>;
};

/** Table `FDB`. Unique: mac + dp_key. */
export type FDBRow = {
  readonly _uuid: Uuid;
  /** `FDB.dp_key`: integer 1..16777215. */
  readonly dp_key: number;
  /** `FDB.mac`: string. */
  readonly mac: string;
  /** `FDB.port_key`: integer 1..16777215. */
  readonly port_key: number;
  /** `FDB.timestamp`: integer, not at every server. */
  readonly timestamp: number | undefined;
};

/** Table `Gateway_Chassis`. Collected when no row refers to it strongly. Unique: name. */
export type GatewayChassisRow = {
  readonly _uuid: Uuid;
  /** `Gateway_Chassis.chassis`: optional weak reference to `Chassis`. */
  readonly chassis: Uuid | undefined;
  /** `Gateway_Chassis.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Gateway_Chassis.name`: string. */
  readonly name: string;
  /** `Gateway_Chassis.options`: map from string to string. */
  readonly options: ReadonlyMap<string, string>;
  /** `Gateway_Chassis.priority`: integer 0..32767. */
  readonly priority: number;
};

/** Table `HA_Chassis`. Collected when no row refers to it strongly. */
export type HAChassisRow = {
  readonly _uuid: Uuid;
  /** `HA_Chassis.chassis`: optional weak reference to `Chassis`. */
  readonly chassis: Uuid | undefined;
  /** `HA_Chassis.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `HA_Chassis.priority`: integer 0..32767. */
  readonly priority: number;
};

/** Table `HA_Chassis_Group`. Unique: name. */
export type HAChassisGroupRow = {
  readonly _uuid: Uuid;
  /** `HA_Chassis_Group.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `HA_Chassis_Group.ha_chassis`: set of strong reference to `HA_Chassis`. */
  readonly ha_chassis: ReadonlySet<Uuid>;
  /** `HA_Chassis_Group.name`: string. */
  readonly name: string;
  /** `HA_Chassis_Group.ref_chassis`: set of weak reference to `Chassis`. */
  readonly ref_chassis: ReadonlySet<Uuid>;
};

/** Table `IGMP_Group`. Unique: address + datapath + chassis. */
export type IGMPGroupRow = {
  readonly _uuid: Uuid;
  /** `IGMP_Group.address`: string. */
  readonly address: string;
  /** `IGMP_Group.chassis`: optional weak reference to `Chassis`. */
  readonly chassis: Uuid | undefined;
  /** `IGMP_Group.chassis_name`: string, not at every server. */
  readonly chassis_name: string | undefined;
  /** `IGMP_Group.datapath`: optional weak reference to `Datapath_Binding`. */
  readonly datapath: Uuid | undefined;
  /** `IGMP_Group.ports`: set of weak reference to `Port_Binding`. */
  readonly ports: ReadonlySet<Uuid>;
  /** `IGMP_Group.protocol`: string, not at every server. */
  readonly protocol: string | undefined;
};

/** Table `IP_Multicast`. Unique: datapath. */
export type IPMulticastRow = {
  readonly _uuid: Uuid;
  /** `IP_Multicast.datapath`: weak reference to `Datapath_Binding`. */
  readonly datapath: Uuid;
  /** `IP_Multicast.enabled`: optional boolean. */
  readonly enabled: boolean | undefined;
  /** `IP_Multicast.eth_src`: string. */
  readonly eth_src: string;
  /** `IP_Multicast.idle_timeout`: optional integer. */
  readonly idle_timeout: number | undefined;
  /** `IP_Multicast.ip4_src`: string. */
  readonly ip4_src: string;
  /** `IP_Multicast.ip6_src`: string. */
  readonly ip6_src: string;
  /** `IP_Multicast.querier`: optional boolean. */
  readonly querier: boolean | undefined;
  /** `IP_Multicast.query_interval`: optional integer. */
  readonly query_interval: number | undefined;
  /** `IP_Multicast.query_max_resp`: optional integer. */
  readonly query_max_resp: number | undefined;
  /** `IP_Multicast.seq_no`: integer. */
  readonly seq_no: number;
  /** `IP_Multicast.table_size`: optional integer. */
  readonly table_size: number | undefined;
};

/** Table `Learned_Route`, since a schema after 20.27.0. Unique: datapath + logical_port + ip_prefix + nexthop. */
export type LearnedRouteRow = {
  readonly _uuid: Uuid;
  /** `Learned_Route.datapath`: strong reference to `Datapath_Binding`. */
  readonly datapath: Uuid;
  /** `Learned_Route.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Learned_Route.ip_prefix`: string. */
  readonly ip_prefix: string;
  /** `Learned_Route.logical_port`: strong reference to `Port_Binding`. */
  readonly logical_port: Uuid;
  /** `Learned_Route.nexthop`: string. */
  readonly nexthop: string;
};

/** Table `Load_Balancer`. */
export type LoadBalancerRow = {
  readonly _uuid: Uuid;
  /** `Load_Balancer.datapath_group`: optional strong reference to `Logical_DP_Group`. */
  readonly datapath_group: Uuid | undefined;
  /** `Load_Balancer.datapaths`: set of strong reference to `Datapath_Binding`. */
  readonly datapaths: ReadonlySet<Uuid>;
  /** `Load_Balancer.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Load_Balancer.lr_datapath_group`: optional strong reference to `Logical_DP_Group`, not at every server. */
  readonly lr_datapath_group: Uuid | undefined;
  /** `Load_Balancer.ls_datapath_group`: optional strong reference to `Logical_DP_Group`, not at every server. */
  readonly ls_datapath_group: Uuid | undefined;
  /** `Load_Balancer.name`: string. */
  readonly name: string;
  /** `Load_Balancer.options`: map from string to string. */
  readonly options: ReadonlyMap<string, string>;
  /** `Load_Balancer.protocol`: optional string. */
  readonly protocol: OpenEnum<'sctp' | 'tcp' | 'udp'> | undefined;
  /** `Load_Balancer.vips`: map from string to string. */
  readonly vips: ReadonlyMap<string, string>;
};

/** Table `Logical_DP_Group`. Collected when no row refers to it strongly. */
export type LogicalDPGroupRow = {
  readonly _uuid: Uuid;
  /** `Logical_DP_Group.datapaths`: set of weak reference to `Datapath_Binding`. */
  readonly datapaths: ReadonlySet<Uuid>;
};

/** Table `Logical_Flow`. */
export type LogicalFlowRow = {
  readonly _uuid: Uuid;
  /** `Logical_Flow.actions`: string. */
  readonly actions: string;
  /** `Logical_Flow.controller_meter`: optional string. */
  readonly controller_meter: string | undefined;
  /** `Logical_Flow.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Logical_Flow.flow_desc`: optional string, not at every server. */
  readonly flow_desc: string | undefined;
  /** `Logical_Flow.logical_datapath`: optional strong reference to `Datapath_Binding`. */
  readonly logical_datapath: Uuid | undefined;
  /** `Logical_Flow.logical_dp_group`: optional strong reference to `Logical_DP_Group`. */
  readonly logical_dp_group: Uuid | undefined;
  /** `Logical_Flow.match`: string. */
  readonly match: string;
  /** `Logical_Flow.pipeline`: string. */
  readonly pipeline: OpenEnum<'egress' | 'ingress'>;
  /** `Logical_Flow.priority`: integer 0..65535. */
  readonly priority: number;
  /** `Logical_Flow.table_id`: integer 0..33. */
  readonly table_id: number;
  /** `Logical_Flow.tags`: map from string to string. */
  readonly tags: ReadonlyMap<string, string>;
};

/** Table `MAC_Binding`. Unique: logical_port + ip. */
export type MACBindingRow = {
  readonly _uuid: Uuid;
  /** `MAC_Binding.datapath`: strong reference to `Datapath_Binding`. */
  readonly datapath: Uuid;
  /** `MAC_Binding.ip`: string. */
  readonly ip: string;
  /** `MAC_Binding.logical_port`: string. */
  readonly logical_port: string;
  /** `MAC_Binding.mac`: string. */
  readonly mac: string;
  /** `MAC_Binding.timestamp`: integer. */
  readonly timestamp: number;
};

/** Table `Meter`. Unique: name. */
export type MeterRow = {
  readonly _uuid: Uuid;
  /** `Meter.bands`: set of strong reference to `Meter_Band`. */
  readonly bands: ReadonlySet<Uuid>;
  /** `Meter.name`: string. */
  readonly name: string;
  /** `Meter.unit`: string. */
  readonly unit: OpenEnum<'kbps' | 'pktps'>;
};

/** Table `Meter_Band`. Collected when no row refers to it strongly. */
export type MeterBandRow = {
  readonly _uuid: Uuid;
  /** `Meter_Band.action`: string. */
  readonly action: OpenEnum<'drop'>;
  /** `Meter_Band.burst_size`: integer 0..4294967295. */
  readonly burst_size: number;
  /** `Meter_Band.rate`: integer 1..4294967295. */
  readonly rate: number;
};

/** Table `Mirror`. Unique: name. */
export type MirrorRow = {
  readonly _uuid: Uuid;
  /** `Mirror.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Mirror.filter`: string. */
  readonly filter: OpenEnum<'both' | 'from-lport' | 'to-lport'>;
  /** `Mirror.index`: integer. */
  readonly index: number;
  /** `Mirror.name`: string. */
  readonly name: string;
  /** `Mirror.sink`: string. */
  readonly sink: string;
  /** `Mirror.type`: string. */
  readonly type: OpenEnum<'erspan' | 'gre' | 'local' | 'lport'>;
};

/** Table `Multicast_Group`. Unique: datapath + tunnel_key; datapath + name. */
export type MulticastGroupRow = {
  readonly _uuid: Uuid;
  /** `Multicast_Group.datapath`: strong reference to `Datapath_Binding`. */
  readonly datapath: Uuid;
  /** `Multicast_Group.name`: string. */
  readonly name: string;
  /** `Multicast_Group.ports`: set of weak reference to `Port_Binding`. */
  readonly ports: ReadonlySet<Uuid>;
  /** `Multicast_Group.tunnel_key`: integer 32768..65535. */
  readonly tunnel_key: number;
};

/** Table `Port_Binding`. Unique: datapath + tunnel_key; logical_port. */
export type PortBindingRow = {
  readonly _uuid: Uuid;
  /** `Port_Binding.additional_chassis`: set of weak reference to `Chassis`. */
  readonly additional_chassis: ReadonlySet<Uuid>;
  /** `Port_Binding.additional_encap`: set of weak reference to `Encap`. */
  readonly additional_encap: ReadonlySet<Uuid>;
  /** `Port_Binding.chassis`: optional weak reference to `Chassis`. */
  readonly chassis: Uuid | undefined;
  /** `Port_Binding.datapath`: strong reference to `Datapath_Binding`. */
  readonly datapath: Uuid;
  /** `Port_Binding.encap`: optional weak reference to `Encap`. */
  readonly encap: Uuid | undefined;
  /** `Port_Binding.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Port_Binding.gateway_chassis`: set of strong reference to `Gateway_Chassis`. */
  readonly gateway_chassis: ReadonlySet<Uuid>;
  /** `Port_Binding.ha_chassis_group`: optional strong reference to `HA_Chassis_Group`. */
  readonly ha_chassis_group: Uuid | undefined;
  /** `Port_Binding.logical_port`: string. */
  readonly logical_port: string;
  /** `Port_Binding.mac`: set of string. */
  readonly mac: ReadonlySet<string>;
  /** `Port_Binding.mirror_port`: optional string, not at every server. */
  readonly mirror_port: string | undefined;
  /** `Port_Binding.mirror_rules`: set of weak reference to `Mirror`. */
  readonly mirror_rules: ReadonlySet<Uuid>;
  /** `Port_Binding.nat_addresses`: set of string. */
  readonly nat_addresses: ReadonlySet<string>;
  /** `Port_Binding.options`: map from string to string. */
  readonly options: ReadonlyMap<string, string>;
  /** `Port_Binding.parent_port`: optional string. */
  readonly parent_port: string | undefined;
  /** `Port_Binding.port_security`: set of string. */
  readonly port_security: ReadonlySet<string>;
  /** `Port_Binding.requested_additional_chassis`: set of weak reference to `Chassis`. */
  readonly requested_additional_chassis: ReadonlySet<Uuid>;
  /** `Port_Binding.requested_chassis`: optional weak reference to `Chassis`. */
  readonly requested_chassis: Uuid | undefined;
  /** `Port_Binding.tag`: optional integer 1..4095. */
  readonly tag: number | undefined;
  /** `Port_Binding.tunnel_key`: integer 1..32767. */
  readonly tunnel_key: number;
  /** `Port_Binding.type`: string. */
  readonly type: string;
  /** `Port_Binding.up`: optional boolean. */
  readonly up: boolean | undefined;
  /** `Port_Binding.virtual_parent`: optional string. */
  readonly virtual_parent: string | undefined;
};

/** Table `Port_Group`. Unique: name. */
export type PortGroupRow = {
  readonly _uuid: Uuid;
  /** `Port_Group.name`: string. */
  readonly name: string;
  /** `Port_Group.ports`: set of string. */
  readonly ports: ReadonlySet<string>;
};

/** Table `RBAC_Permission`. */
export type RBACPermissionRow = {
  readonly _uuid: Uuid;
  /** `RBAC_Permission.authorization`: set of string. */
  readonly authorization: ReadonlySet<string>;
  /** `RBAC_Permission.insert_delete`: boolean. */
  readonly insert_delete: boolean;
  /** `RBAC_Permission.table`: string. */
  readonly table: string;
  /** `RBAC_Permission.update`: set of string. */
  readonly update: ReadonlySet<string>;
};

/** Table `RBAC_Role`. */
export type RBACRoleRow = {
  readonly _uuid: Uuid;
  /** `RBAC_Role.name`: string. */
  readonly name: string;
  /** `RBAC_Role.permissions`: map from string to weak reference to `RBAC_Permission`. */
  readonly permissions: ReadonlyMap<string, Uuid>;
};

/** Table `SB_Global`. At most 1 row. */
export type SBGlobalRow = {
  readonly _uuid: Uuid;
  /** `SB_Global.connections`: set of strong reference to `Connection`. */
  readonly connections: ReadonlySet<Uuid>;
  /** `SB_Global.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `SB_Global.ipsec`: boolean. */
  readonly ipsec: boolean;
  /** `SB_Global.nb_cfg`: integer. */
  readonly nb_cfg: number;
  /** `SB_Global.options`: map from string to string. */
  readonly options: ReadonlyMap<string, string>;
  /** `SB_Global.ssl`: optional strong reference to `SSL`. */
  readonly ssl: Uuid | undefined;
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
  /** `SSL.ssl_ciphers`: string. */
  readonly ssl_ciphers: string;
  /** `SSL.ssl_ciphersuites`: string, not at every server. */
  readonly ssl_ciphersuites: string | undefined;
  /** `SSL.ssl_protocols`: string. */
  readonly ssl_protocols: string;
};

/** Table `Service_Monitor`. Unique: logical_port + ip + port + protocol. */
export type ServiceMonitorRow = {
  readonly _uuid: Uuid;
  /** `Service_Monitor.chassis_name`: string, not at every server. */
  readonly chassis_name: string | undefined;
  /** `Service_Monitor.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Service_Monitor.ic_learned`: boolean, not at every server. */
  readonly ic_learned: boolean | undefined;
  /** `Service_Monitor.ip`: string. */
  readonly ip: string;
  /** `Service_Monitor.logical_input_port`: string, not at every server. */
  readonly logical_input_port: string | undefined;
  /** `Service_Monitor.logical_port`: string. */
  readonly logical_port: string;
  /** `Service_Monitor.mac`: string, not at every server. */
  readonly mac: string | undefined;
  /** `Service_Monitor.options`: map from string to string. */
  readonly options: ReadonlyMap<string, string>;
  /** `Service_Monitor.port`: integer 0..65535. */
  readonly port: number;
  /** `Service_Monitor.protocol`: optional string. */
  readonly protocol: OpenEnum<'icmp' | 'tcp' | 'udp'> | undefined;
  /** `Service_Monitor.remote`: boolean, not at every server. */
  readonly remote: boolean | undefined;
  /** `Service_Monitor.src_ip`: string. */
  readonly src_ip: string;
  /** `Service_Monitor.src_mac`: string. */
  readonly src_mac: string;
  /** `Service_Monitor.status`: optional string. */
  readonly status: OpenEnum<'error' | 'offline' | 'online'> | undefined;
  /** `Service_Monitor.type`: optional string, not at every server. */
  readonly type: OpenEnum<'load-balancer' | 'logical-switch-port' | 'network-function'> | undefined;
};

/** Table `Static_MAC_Binding`. Unique: logical_port + ip. */
export type StaticMACBindingRow = {
  readonly _uuid: Uuid;
  /** `Static_MAC_Binding.datapath`: strong reference to `Datapath_Binding`. */
  readonly datapath: Uuid;
  /** `Static_MAC_Binding.ip`: string. */
  readonly ip: string;
  /** `Static_MAC_Binding.logical_port`: string. */
  readonly logical_port: string;
  /** `Static_MAC_Binding.mac`: string. */
  readonly mac: string;
  /** `Static_MAC_Binding.override_dynamic_mac`: boolean. */
  readonly override_dynamic_mac: boolean;
};

/** The tables of OVN_Southbound by name: the type argument of the client. */
export type SouthboundTables = {
  readonly ACL_ID: ACLIDRow;
  readonly Address_Set: AddressSetRow;
  readonly Advertised_MAC_Binding: AdvertisedMACBindingRow;
  readonly Advertised_Route: AdvertisedRouteRow;
  readonly BFD: BFDRow;
  readonly Chassis: ChassisRow;
  readonly Chassis_Private: ChassisPrivateRow;
  readonly Chassis_Template_Var: ChassisTemplateVarRow;
  readonly Connection: ConnectionRow;
  readonly Controller_Event: ControllerEventRow;
  readonly DHCP_Options: DHCPOptionsRow;
  readonly DHCPv6_Options: DHCPv6OptionsRow;
  readonly DNS: DNSRow;
  readonly Datapath_Binding: DatapathBindingRow;
  readonly ECMP_Nexthop: ECMPNexthopRow;
  readonly Encap: EncapRow;
  readonly FDB: FDBRow;
  readonly Gateway_Chassis: GatewayChassisRow;
  readonly HA_Chassis: HAChassisRow;
  readonly HA_Chassis_Group: HAChassisGroupRow;
  readonly IGMP_Group: IGMPGroupRow;
  readonly IP_Multicast: IPMulticastRow;
  readonly Learned_Route: LearnedRouteRow;
  readonly Load_Balancer: LoadBalancerRow;
  readonly Logical_DP_Group: LogicalDPGroupRow;
  readonly Logical_Flow: LogicalFlowRow;
  readonly MAC_Binding: MACBindingRow;
  readonly Meter: MeterRow;
  readonly Meter_Band: MeterBandRow;
  readonly Mirror: MirrorRow;
  readonly Multicast_Group: MulticastGroupRow;
  readonly Port_Binding: PortBindingRow;
  readonly Port_Group: PortGroupRow;
  readonly RBAC_Permission: RBACPermissionRow;
  readonly RBAC_Role: RBACRoleRow;
  readonly SB_Global: SBGlobalRow;
  readonly SSL: SSLRow;
  readonly Service_Monitor: ServiceMonitorRow;
  readonly Static_MAC_Binding: StaticMACBindingRow;
};
