// Generated from the database's schemas by `make generate`: do not edit.

/**
 * Rows of the database OVN_Northbound, schema 7.18.0. A column that is newer than schema 7.0.0 is
 * `| undefined`: a server may lack it, and then it must not be written (ask `has()` of the client). A table that the
 * server lacks is empty.
 */
import type { OpenEnum, Uuid } from '../ovsdb/index.ts';

/** Name of the database, as the protocol wants it. */
export const northboundDatabase = 'OVN_Northbound';

/** Table `ACL`. Collected when no row refers to it strongly. */
export type ACLRow = {
  readonly _uuid: Uuid;
  /** `ACL.action`: string. */
  readonly action: OpenEnum<'allow' | 'allow-related' | 'allow-stateless' | 'drop' | 'pass' | 'reject'>;
  /** `ACL.direction`: string. */
  readonly direction: OpenEnum<'from-lport' | 'to-lport'>;
  /** `ACL.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `ACL.label`: integer 0..4294967295. */
  readonly label: number;
  /** `ACL.log`: boolean. */
  readonly log: boolean;
  /** `ACL.match`: string. */
  readonly match: string;
  /** `ACL.meter`: optional string. */
  readonly meter: string | undefined;
  /** `ACL.name`: optional string. */
  readonly name: string | undefined;
  /** `ACL.network_function_group`: optional strong reference to `Network_Function_Group`, not at every server. */
  readonly network_function_group: Uuid | undefined;
  /** `ACL.options`: map from string to string. */
  readonly options: ReadonlyMap<string, string>;
  /** `ACL.priority`: integer 0..32767. */
  readonly priority: number;
  /** `ACL.sample_est`: optional strong reference to `Sample`, not at every server. */
  readonly sample_est: Uuid | undefined;
  /** `ACL.sample_new`: optional strong reference to `Sample`, not at every server. */
  readonly sample_new: Uuid | undefined;
  /** `ACL.severity`: optional string. */
  readonly severity: OpenEnum<'alert' | 'debug' | 'info' | 'notice' | 'warning'> | undefined;
  /** `ACL.tier`: integer 0..3, not at every server. */
  readonly tier: number | undefined;
};

/** Table `Address_Set`. Unique: name. */
export type AddressSetRow = {
  readonly _uuid: Uuid;
  /** `Address_Set.addresses`: set of string. */
  readonly addresses: ReadonlySet<string>;
  /** `Address_Set.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Address_Set.name`: string. */
  readonly name: string;
};

/** Table `BFD`. Unique: logical_port + dst_ip. */
export type BFDRow = {
  readonly _uuid: Uuid;
  /** `BFD.detect_mult`: optional integer, at least 1. */
  readonly detect_mult: number | undefined;
  /** `BFD.dst_ip`: string. */
  readonly dst_ip: string;
  /** `BFD.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `BFD.logical_port`: string. */
  readonly logical_port: string;
  /** `BFD.min_rx`: optional integer. */
  readonly min_rx: number | undefined;
  /** `BFD.min_tx`: optional integer, at least 1. */
  readonly min_tx: number | undefined;
  /** `BFD.options`: map from string to string. */
  readonly options: ReadonlyMap<string, string>;
  /** `BFD.status`: optional string. */
  readonly status: OpenEnum<'admin_down' | 'down' | 'init' | 'up'> | undefined;
};

/** Table `Chassis_Template_Var`. Unique: chassis. */
export type ChassisTemplateVarRow = {
  readonly _uuid: Uuid;
  /** `Chassis_Template_Var.chassis`: string. */
  readonly chassis: string;
  /** `Chassis_Template_Var.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
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
  /** `Connection.status`: map from string to string, ephemeral. */
  readonly status: ReadonlyMap<string, string>;
  /** `Connection.target`: string. */
  readonly target: string;
};

/** Table `Copp`. Unique: name. */
export type CoppRow = {
  readonly _uuid: Uuid;
  /** `Copp.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Copp.meters`: map from string to string. */
  readonly meters: ReadonlyMap<string, string>;
  /** `Copp.name`: string. */
  readonly name: string;
};

/** Table `DHCP_Options`. */
export type DHCPOptionsRow = {
  readonly _uuid: Uuid;
  /** `DHCP_Options.cidr`: string. */
  readonly cidr: string;
  /** `DHCP_Options.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `DHCP_Options.options`: map from string to string. */
  readonly options: ReadonlyMap<string, string>;
};

/** Table `DHCP_Relay`, since a schema after 7.0.0. */
export type DHCPRelayRow = {
  readonly _uuid: Uuid;
  /** `DHCP_Relay.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `DHCP_Relay.name`: string. */
  readonly name: string;
  /** `DHCP_Relay.options`: map from string to string. */
  readonly options: ReadonlyMap<string, string>;
  /** `DHCP_Relay.servers`: optional string. */
  readonly servers: string | undefined;
};

/** Table `DNS`. */
export type DNSRow = {
  readonly _uuid: Uuid;
  /** `DNS.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `DNS.options`: map from string to string, not at every server. */
  readonly options: ReadonlyMap<string, string> | undefined;
  /** `DNS.records`: map from string to string. */
  readonly records: ReadonlyMap<string, string>;
};

/** Table `Forwarding_Group`. Collected when no row refers to it strongly. */
export type ForwardingGroupRow = {
  readonly _uuid: Uuid;
  /** `Forwarding_Group.child_port`: set of string. */
  readonly child_port: ReadonlySet<string>;
  /** `Forwarding_Group.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Forwarding_Group.liveness`: boolean. */
  readonly liveness: boolean;
  /** `Forwarding_Group.name`: string. */
  readonly name: string;
  /** `Forwarding_Group.vip`: string. */
  readonly vip: string;
  /** `Forwarding_Group.vmac`: string. */
  readonly vmac: string;
};

/** Table `Gateway_Chassis`. Collected when no row refers to it strongly. Unique: name. */
export type GatewayChassisRow = {
  readonly _uuid: Uuid;
  /** `Gateway_Chassis.chassis_name`: string. */
  readonly chassis_name: string;
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
  /** `HA_Chassis.chassis_name`: string. */
  readonly chassis_name: string;
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
};

/** Table `Load_Balancer`. */
export type LoadBalancerRow = {
  readonly _uuid: Uuid;
  /** `Load_Balancer.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Load_Balancer.health_check`: set of strong reference to `Load_Balancer_Health_Check`. */
  readonly health_check: ReadonlySet<Uuid>;
  /** `Load_Balancer.ip_port_mappings`: map from string to string. */
  readonly ip_port_mappings: ReadonlyMap<string, string>;
  /** `Load_Balancer.name`: string. */
  readonly name: string;
  /** `Load_Balancer.options`: map from string to string. */
  readonly options: ReadonlyMap<string, string>;
  /** `Load_Balancer.protocol`: optional string. */
  readonly protocol: OpenEnum<'sctp' | 'tcp' | 'udp'> | undefined;
  /** `Load_Balancer.selection_fields`: set of string. */
  readonly selection_fields: ReadonlySet<
    OpenEnum<'eth_dst' | 'eth_src' | 'ip_dst' | 'ip_src' | 'ipv6_dst' | 'ipv6_src' | 'tp_dst' | 'tp_src'>
  >;
  /** `Load_Balancer.vips`: map from string to string. */
  readonly vips: ReadonlyMap<string, string>;
};

/** Table `Load_Balancer_Group`. Unique: name. */
export type LoadBalancerGroupRow = {
  readonly _uuid: Uuid;
  /** `Load_Balancer_Group.load_balancer`: set of weak reference to `Load_Balancer`. */
  readonly load_balancer: ReadonlySet<Uuid>;
  /** `Load_Balancer_Group.name`: string. */
  readonly name: string;
};

/** Table `Load_Balancer_Health_Check`. Collected when no row refers to it strongly. */
export type LoadBalancerHealthCheckRow = {
  readonly _uuid: Uuid;
  /** `Load_Balancer_Health_Check.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Load_Balancer_Health_Check.options`: map from string to string. */
  readonly options: ReadonlyMap<string, string>;
  /** `Load_Balancer_Health_Check.vip`: string. */
  readonly vip: string;
};

/** Table `Logical_Router`. */
export type LogicalRouterRow = {
  readonly _uuid: Uuid;
  /** `Logical_Router.copp`: optional weak reference to `Copp`. */
  readonly copp: Uuid | undefined;
  /** `Logical_Router.enabled`: optional boolean. */
  readonly enabled: boolean | undefined;
  /** `Logical_Router.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Logical_Router.load_balancer`: set of weak reference to `Load_Balancer`. */
  readonly load_balancer: ReadonlySet<Uuid>;
  /** `Logical_Router.load_balancer_group`: set of strong reference to `Load_Balancer_Group`. */
  readonly load_balancer_group: ReadonlySet<Uuid>;
  /** `Logical_Router.name`: string. */
  readonly name: string;
  /** `Logical_Router.nat`: set of strong reference to `NAT`. */
  readonly nat: ReadonlySet<Uuid>;
  /** `Logical_Router.options`: map from string to string. */
  readonly options: ReadonlyMap<string, string>;
  /** `Logical_Router.policies`: set of strong reference to `Logical_Router_Policy`. */
  readonly policies: ReadonlySet<Uuid>;
  /** `Logical_Router.ports`: set of strong reference to `Logical_Router_Port`. */
  readonly ports: ReadonlySet<Uuid>;
  /** `Logical_Router.static_routes`: set of strong reference to `Logical_Router_Static_Route`. */
  readonly static_routes: ReadonlySet<Uuid>;
};

/** Table `Logical_Router_Policy`. Collected when no row refers to it strongly. */
export type LogicalRouterPolicyRow = {
  readonly _uuid: Uuid;
  /** `Logical_Router_Policy.action`: string. */
  readonly action: OpenEnum<'allow' | 'drop' | 'jump' | 'reroute'>;
  /** `Logical_Router_Policy.bfd_sessions`: set of weak reference to `BFD`, not at every server. */
  readonly bfd_sessions: ReadonlySet<Uuid> | undefined;
  /** `Logical_Router_Policy.chain`: optional string, not at every server. */
  readonly chain: string | undefined;
  /** `Logical_Router_Policy.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Logical_Router_Policy.jump_chain`: optional string, not at every server. */
  readonly jump_chain: string | undefined;
  /** `Logical_Router_Policy.match`: string. */
  readonly match: string;
  /** `Logical_Router_Policy.nexthop`: optional string. */
  readonly nexthop: string | undefined;
  /** `Logical_Router_Policy.nexthops`: set of string. */
  readonly nexthops: ReadonlySet<string>;
  /** `Logical_Router_Policy.options`: map from string to string. */
  readonly options: ReadonlyMap<string, string>;
  /** `Logical_Router_Policy.output_port`: optional weak reference to `Logical_Router_Port`, not at every server. */
  readonly output_port: Uuid | undefined;
  /** `Logical_Router_Policy.priority`: integer 0..32767. */
  readonly priority: number;
};

/** Table `Logical_Router_Port`. Collected when no row refers to it strongly. Unique: name. */
export type LogicalRouterPortRow = {
  readonly _uuid: Uuid;
  /** `Logical_Router_Port.dhcp_relay`: optional strong reference to `DHCP_Relay`, not at every server. */
  readonly dhcp_relay: Uuid | undefined;
  /** `Logical_Router_Port.enabled`: optional boolean. */
  readonly enabled: boolean | undefined;
  /** `Logical_Router_Port.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Logical_Router_Port.gateway_chassis`: set of strong reference to `Gateway_Chassis`. */
  readonly gateway_chassis: ReadonlySet<Uuid>;
  /** `Logical_Router_Port.ha_chassis_group`: optional strong reference to `HA_Chassis_Group`. */
  readonly ha_chassis_group: Uuid | undefined;
  /** `Logical_Router_Port.ipv6_prefix`: set of string. */
  readonly ipv6_prefix: ReadonlySet<string>;
  /** `Logical_Router_Port.ipv6_ra_configs`: map from string to string. */
  readonly ipv6_ra_configs: ReadonlyMap<string, string>;
  /** `Logical_Router_Port.mac`: string. */
  readonly mac: string;
  /** `Logical_Router_Port.name`: string. */
  readonly name: string;
  /** `Logical_Router_Port.networks`: set of string. */
  readonly networks: ReadonlySet<string>;
  /** `Logical_Router_Port.options`: map from string to string. */
  readonly options: ReadonlyMap<string, string>;
  /** `Logical_Router_Port.peer`: optional string. */
  readonly peer: string | undefined;
  /** `Logical_Router_Port.status`: map from string to string, not at every server. */
  readonly status: ReadonlyMap<string, string> | undefined;
};

/** Table `Logical_Router_Static_Route`. Collected when no row refers to it strongly. */
export type LogicalRouterStaticRouteRow = {
  readonly _uuid: Uuid;
  /** `Logical_Router_Static_Route.bfd`: optional weak reference to `BFD`. */
  readonly bfd: Uuid | undefined;
  /** `Logical_Router_Static_Route.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Logical_Router_Static_Route.ip_prefix`: string. */
  readonly ip_prefix: string;
  /** `Logical_Router_Static_Route.nexthop`: string. */
  readonly nexthop: string;
  /** `Logical_Router_Static_Route.options`: map from string to string. */
  readonly options: ReadonlyMap<string, string>;
  /** `Logical_Router_Static_Route.output_port`: optional string. */
  readonly output_port: string | undefined;
  /** `Logical_Router_Static_Route.policy`: optional string. */
  readonly policy: OpenEnum<'dst-ip' | 'src-ip'> | undefined;
  /** `Logical_Router_Static_Route.route_table`: string. */
  readonly route_table: string;
  /** `Logical_Router_Static_Route.selection_fields`: set of string, not at every server. */
  readonly selection_fields:
    | ReadonlySet<
        OpenEnum<
          'eth_dst' | 'eth_src' | 'ip_dst' | 'ip_proto' | 'ip_src' | 'ipv6_dst' | 'ipv6_src' | 'tp_dst' | 'tp_src'
        >
      >
    | undefined;
};

/** Table `Logical_Switch`. */
export type LogicalSwitchRow = {
  readonly _uuid: Uuid;
  /** `Logical_Switch.acls`: set of strong reference to `ACL`. */
  readonly acls: ReadonlySet<Uuid>;
  /** `Logical_Switch.copp`: optional weak reference to `Copp`. */
  readonly copp: Uuid | undefined;
  /** `Logical_Switch.dns_records`: set of weak reference to `DNS`. */
  readonly dns_records: ReadonlySet<Uuid>;
  /** `Logical_Switch.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Logical_Switch.forwarding_groups`: set of strong reference to `Forwarding_Group`. */
  readonly forwarding_groups: ReadonlySet<Uuid>;
  /** `Logical_Switch.load_balancer`: set of weak reference to `Load_Balancer`. */
  readonly load_balancer: ReadonlySet<Uuid>;
  /** `Logical_Switch.load_balancer_group`: set of strong reference to `Load_Balancer_Group`. */
  readonly load_balancer_group: ReadonlySet<Uuid>;
  /** `Logical_Switch.name`: string. */
  readonly name: string;
  /** `Logical_Switch.other_config`: map from string to string. */
  readonly other_config: ReadonlyMap<string, string>;
  /** `Logical_Switch.ports`: set of strong reference to `Logical_Switch_Port`. */
  readonly ports: ReadonlySet<Uuid>;
  /** `Logical_Switch.qos_rules`: set of strong reference to `QoS`. */
  readonly qos_rules: ReadonlySet<Uuid>;
};

/** Table `Logical_Switch_Port`. Collected when no row refers to it strongly. Unique: name. */
export type LogicalSwitchPortRow = {
  readonly _uuid: Uuid;
  /** `Logical_Switch_Port.addresses`: set of string. */
  readonly addresses: ReadonlySet<string>;
  /** `Logical_Switch_Port.dhcpv4_options`: optional weak reference to `DHCP_Options`. */
  readonly dhcpv4_options: Uuid | undefined;
  /** `Logical_Switch_Port.dhcpv6_options`: optional weak reference to `DHCP_Options`. */
  readonly dhcpv6_options: Uuid | undefined;
  /** `Logical_Switch_Port.dynamic_addresses`: optional string. */
  readonly dynamic_addresses: string | undefined;
  /** `Logical_Switch_Port.enabled`: optional boolean. */
  readonly enabled: boolean | undefined;
  /** `Logical_Switch_Port.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Logical_Switch_Port.ha_chassis_group`: optional strong reference to `HA_Chassis_Group`. */
  readonly ha_chassis_group: Uuid | undefined;
  /** `Logical_Switch_Port.health_checks`: set of strong reference to `Logical_Switch_Port_Health_Check`, not at every server. */
  readonly health_checks: ReadonlySet<Uuid> | undefined;
  /** `Logical_Switch_Port.mirror_rules`: set of weak reference to `Mirror`. */
  readonly mirror_rules: ReadonlySet<Uuid>;
  /** `Logical_Switch_Port.name`: string. */
  readonly name: string;
  /** `Logical_Switch_Port.options`: map from string to string. */
  readonly options: ReadonlyMap<string, string>;
  /** `Logical_Switch_Port.parent_name`: optional string. */
  readonly parent_name: string | undefined;
  /** `Logical_Switch_Port.peer`: optional string, not at every server. */
  readonly peer: string | undefined;
  /** `Logical_Switch_Port.port_security`: set of string. */
  readonly port_security: ReadonlySet<string>;
  /** `Logical_Switch_Port.tag`: optional integer 1..4095. */
  readonly tag: number | undefined;
  /** `Logical_Switch_Port.tag_request`: optional integer 0..4095. */
  readonly tag_request: number | undefined;
  /** `Logical_Switch_Port.type`: string. */
  readonly type: string;
  /** `Logical_Switch_Port.up`: optional boolean. */
  readonly up: boolean | undefined;
};

/** Table `Logical_Switch_Port_Health_Check`, since a schema after 7.0.0. Collected when no row refers to it strongly. */
export type LogicalSwitchPortHealthCheckRow = {
  readonly _uuid: Uuid;
  /** `Logical_Switch_Port_Health_Check.address`: string. */
  readonly address: string;
  /** `Logical_Switch_Port_Health_Check.options`: map from string to string. */
  readonly options: ReadonlyMap<string, string>;
  /** `Logical_Switch_Port_Health_Check.port`: integer 0..65535. */
  readonly port: number;
  /** `Logical_Switch_Port_Health_Check.protocol`: string. */
  readonly protocol: OpenEnum<'icmp' | 'tcp' | 'udp'>;
  /** `Logical_Switch_Port_Health_Check.src_ip`: string. */
  readonly src_ip: string;
  /** `Logical_Switch_Port_Health_Check.status`: optional string. */
  readonly status: OpenEnum<'error' | 'offline' | 'online'> | undefined;
};

/** Table `Meter`. Unique: name. */
export type MeterRow = {
  readonly _uuid: Uuid;
  /** `Meter.bands`: set of strong reference to `Meter_Band`. */
  readonly bands: ReadonlySet<Uuid>;
  /** `Meter.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Meter.fair`: optional boolean. */
  readonly fair: boolean | undefined;
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
  /** `Meter_Band.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
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
  /** `Mirror.mirror_rules`: set of strong reference to `Mirror_Rule`, not at every server. */
  readonly mirror_rules: ReadonlySet<Uuid> | undefined;
  /** `Mirror.name`: string. */
  readonly name: string;
  /** `Mirror.sink`: string. */
  readonly sink: string;
  /** `Mirror.type`: string. */
  readonly type: OpenEnum<'erspan' | 'gre' | 'local' | 'lport'>;
};

/** Table `Mirror_Rule`, since a schema after 7.0.0. Collected when no row refers to it strongly. */
export type MirrorRuleRow = {
  readonly _uuid: Uuid;
  /** `Mirror_Rule.action`: string. */
  readonly action: OpenEnum<'mirror' | 'skip'>;
  /** `Mirror_Rule.match`: string. */
  readonly match: string;
  /** `Mirror_Rule.priority`: integer 0..32767. */
  readonly priority: number;
};

/** Table `NAT`. Collected when no row refers to it strongly. */
export type NATRow = {
  readonly _uuid: Uuid;
  /** `NAT.allowed_ext_ips`: optional strong reference to `Address_Set`. */
  readonly allowed_ext_ips: Uuid | undefined;
  /** `NAT.exempted_ext_ips`: optional strong reference to `Address_Set`. */
  readonly exempted_ext_ips: Uuid | undefined;
  /** `NAT.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `NAT.external_ip`: string. */
  readonly external_ip: string;
  /** `NAT.external_mac`: optional string. */
  readonly external_mac: string | undefined;
  /** `NAT.external_port_range`: string. */
  readonly external_port_range: string;
  /** `NAT.gateway_port`: optional weak reference to `Logical_Router_Port`. */
  readonly gateway_port: Uuid | undefined;
  /** `NAT.logical_ip`: string. */
  readonly logical_ip: string;
  /** `NAT.logical_port`: optional string. */
  readonly logical_port: string | undefined;
  /** `NAT.match`: string, not at every server. */
  readonly match: string | undefined;
  /** `NAT.options`: map from string to string. */
  readonly options: ReadonlyMap<string, string>;
  /** `NAT.priority`: integer 0..32767, not at every server. */
  readonly priority: number | undefined;
  /** `NAT.type`: string. */
  readonly type: OpenEnum<'dnat' | 'dnat_and_snat' | 'snat'>;
};

/** Table `NB_Global`. At most 1 row. */
export type NBGlobalRow = {
  readonly _uuid: Uuid;
  /** `NB_Global.connections`: set of strong reference to `Connection`. */
  readonly connections: ReadonlySet<Uuid>;
  /** `NB_Global.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `NB_Global.hv_cfg`: integer. */
  readonly hv_cfg: number;
  /** `NB_Global.hv_cfg_timestamp`: integer. */
  readonly hv_cfg_timestamp: number;
  /** `NB_Global.ipsec`: boolean. */
  readonly ipsec: boolean;
  /** `NB_Global.name`: string. */
  readonly name: string;
  /** `NB_Global.nb_cfg`: integer. */
  readonly nb_cfg: number;
  /** `NB_Global.nb_cfg_timestamp`: integer. */
  readonly nb_cfg_timestamp: number;
  /** `NB_Global.options`: map from string to string. */
  readonly options: ReadonlyMap<string, string>;
  /** `NB_Global.sb_cfg`: integer. */
  readonly sb_cfg: number;
  /** `NB_Global.sb_cfg_timestamp`: integer. */
  readonly sb_cfg_timestamp: number;
  /** `NB_Global.ssl`: optional strong reference to `SSL`. */
  readonly ssl: Uuid | undefined;
};

/** Table `Network_Function`, since a schema after 7.0.0. Unique: name; id. */
export type NetworkFunctionRow = {
  readonly _uuid: Uuid;
  /** `Network_Function.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Network_Function.health_check`: optional strong reference to `Network_Function_Health_Check`. */
  readonly health_check: Uuid | undefined;
  /** `Network_Function.id`: integer 1..255. */
  readonly id: number;
  /** `Network_Function.inport`: strong reference to `Logical_Switch_Port`. */
  readonly inport: Uuid;
  /** `Network_Function.name`: string. */
  readonly name: string;
  /** `Network_Function.outport`: strong reference to `Logical_Switch_Port`. */
  readonly outport: Uuid;
};

/** Table `Network_Function_Group`, since a schema after 7.0.0. Unique: name; id. */
export type NetworkFunctionGroupRow = {
  readonly _uuid: Uuid;
  /** `Network_Function_Group.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Network_Function_Group.fallback`: optional string. */
  readonly fallback: OpenEnum<'fail-close' | 'fail-open'> | undefined;
  /** `Network_Function_Group.id`: integer 1..255. */
  readonly id: number;
  /** `Network_Function_Group.mode`: string. */
  readonly mode: OpenEnum<'inline'>;
  /** `Network_Function_Group.name`: string. */
  readonly name: string;
  /** `Network_Function_Group.network_function`: set of strong reference to `Network_Function`. */
  readonly network_function: ReadonlySet<Uuid>;
  /** `Network_Function_Group.network_function_active`: optional strong reference to `Network_Function`. */
  readonly network_function_active: Uuid | undefined;
};

/** Table `Network_Function_Health_Check`, since a schema after 7.0.0. Collected when no row refers to it strongly. Unique: name. */
export type NetworkFunctionHealthCheckRow = {
  readonly _uuid: Uuid;
  /** `Network_Function_Health_Check.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Network_Function_Health_Check.name`: string. */
  readonly name: string;
  /** `Network_Function_Health_Check.options`: map from string to string. */
  readonly options: ReadonlyMap<string, string>;
};

/** Table `Port_Group`. Unique: name. */
export type PortGroupRow = {
  readonly _uuid: Uuid;
  /** `Port_Group.acls`: set of strong reference to `ACL`. */
  readonly acls: ReadonlySet<Uuid>;
  /** `Port_Group.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Port_Group.name`: string. */
  readonly name: string;
  /** `Port_Group.ports`: set of weak reference to `Logical_Switch_Port`. */
  readonly ports: ReadonlySet<Uuid>;
};

/** Table `QoS`. Collected when no row refers to it strongly. */
export type QoSRow = {
  readonly _uuid: Uuid;
  /** `QoS.action`: map from string to integer 0..4294967295. */
  readonly action: ReadonlyMap<OpenEnum<'dscp' | 'mark'>, number>;
  /** `QoS.bandwidth`: map from string to integer 1..4294967295. */
  readonly bandwidth: ReadonlyMap<OpenEnum<'burst' | 'rate'>, number>;
  /** `QoS.direction`: string. */
  readonly direction: OpenEnum<'from-lport' | 'to-lport'>;
  /** `QoS.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `QoS.match`: string. */
  readonly match: string;
  /** `QoS.priority`: integer 0..32767. */
  readonly priority: number;
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

/** Table `Sample`, since a schema after 7.0.0. Collected when no row refers to it strongly. Unique: metadata. */
export type SampleRow = {
  readonly _uuid: Uuid;
  /** `Sample.collectors`: set of strong reference to `Sample_Collector`. */
  readonly collectors: ReadonlySet<Uuid>;
  /** `Sample.metadata`: integer 1..4294967295. */
  readonly metadata: number;
};

/** Table `Sample_Collector`, since a schema after 7.0.0. Unique: id. */
export type SampleCollectorRow = {
  readonly _uuid: Uuid;
  /** `Sample_Collector.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Sample_Collector.id`: integer 1..255. */
  readonly id: number;
  /** `Sample_Collector.name`: string. */
  readonly name: string;
  /** `Sample_Collector.probability`: integer 0..65535. */
  readonly probability: number;
  /** `Sample_Collector.set_id`: integer 1..4294967295. */
  readonly set_id: number;
};

/** Table `Sampling_App`, since a schema after 7.0.0. Unique: type. */
export type SamplingAppRow = {
  readonly _uuid: Uuid;
  /** `Sampling_App.external_ids`: map from string to string. */
  readonly external_ids: ReadonlyMap<string, string>;
  /** `Sampling_App.id`: integer 1..255. */
  readonly id: number;
  /** `Sampling_App.type`: string. */
  readonly type: OpenEnum<'acl-est' | 'acl-new' | 'drop'>;
};

/** Table `Static_MAC_Binding`. Unique: logical_port + ip. */
export type StaticMACBindingRow = {
  readonly _uuid: Uuid;
  /** `Static_MAC_Binding.ip`: string. */
  readonly ip: string;
  /** `Static_MAC_Binding.logical_port`: string. */
  readonly logical_port: string;
  /** `Static_MAC_Binding.mac`: string. */
  readonly mac: string;
  /** `Static_MAC_Binding.override_dynamic_mac`: boolean. */
  readonly override_dynamic_mac: boolean;
};

/** The tables of OVN_Northbound by name: the type argument of the client. */
export type NorthboundTables = {
  readonly ACL: ACLRow;
  readonly Address_Set: AddressSetRow;
  readonly BFD: BFDRow;
  readonly Chassis_Template_Var: ChassisTemplateVarRow;
  readonly Connection: ConnectionRow;
  readonly Copp: CoppRow;
  readonly DHCP_Options: DHCPOptionsRow;
  readonly DHCP_Relay: DHCPRelayRow;
  readonly DNS: DNSRow;
  readonly Forwarding_Group: ForwardingGroupRow;
  readonly Gateway_Chassis: GatewayChassisRow;
  readonly HA_Chassis: HAChassisRow;
  readonly HA_Chassis_Group: HAChassisGroupRow;
  readonly Load_Balancer: LoadBalancerRow;
  readonly Load_Balancer_Group: LoadBalancerGroupRow;
  readonly Load_Balancer_Health_Check: LoadBalancerHealthCheckRow;
  readonly Logical_Router: LogicalRouterRow;
  readonly Logical_Router_Policy: LogicalRouterPolicyRow;
  readonly Logical_Router_Port: LogicalRouterPortRow;
  readonly Logical_Router_Static_Route: LogicalRouterStaticRouteRow;
  readonly Logical_Switch: LogicalSwitchRow;
  readonly Logical_Switch_Port: LogicalSwitchPortRow;
  readonly Logical_Switch_Port_Health_Check: LogicalSwitchPortHealthCheckRow;
  readonly Meter: MeterRow;
  readonly Meter_Band: MeterBandRow;
  readonly Mirror: MirrorRow;
  readonly Mirror_Rule: MirrorRuleRow;
  readonly NAT: NATRow;
  readonly NB_Global: NBGlobalRow;
  readonly Network_Function: NetworkFunctionRow;
  readonly Network_Function_Group: NetworkFunctionGroupRow;
  readonly Network_Function_Health_Check: NetworkFunctionHealthCheckRow;
  readonly Port_Group: PortGroupRow;
  readonly QoS: QoSRow;
  readonly SSL: SSLRow;
  readonly Sample: SampleRow;
  readonly Sample_Collector: SampleCollectorRow;
  readonly Sampling_App: SamplingAppRow;
  readonly Static_MAC_Binding: StaticMACBindingRow;
};
