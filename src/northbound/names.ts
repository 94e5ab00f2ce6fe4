/**
 * Names of rows in OVN_Northbound. The only place where kinds agree on them.
 *
 * A slash separates the parts: no Kubernetes name has one, so no infrastructure name can be a pod's port name
 * (`<namespace>.<IP name>`), whatever namespaces are called. Rows refer to each other by UUID; names are for people, for
 * `iface-id`, and for the columns in which OVN refers by name (`router-port`).
 */

/** `Logical_Router.name` of a Vpc. */
export const routerName = (vpc: string): string => `vpc/${vpc}`;

/** `Logical_Switch.name` of a Subnet. */
export const switchName = (subnet: string): string => `subnet/${subnet}`;

/** `Logical_Router_Port.name` of a Subnet. */
export const routerPortName = (subnet: string): string => `subnet/${subnet}/router`;

/** `Logical_Switch_Port.name` of the Subnet's side of the pair. */
export const switchPortName = (subnet: string): string => `subnet/${subnet}/switch`;

/** `Logical_Switch.name` of a Vpc's join network. */
export const joinSwitchName = (vpc: string): string => `join/${vpc}`;

/** `Logical_Router_Port.name` of a join network. */
export const joinRouterPortName = (vpc: string): string => `join/${vpc}/router`;

/** `Logical_Switch_Port.name` of the join network's side of the pair. */
export const joinSwitchPortName = (vpc: string): string => `join/${vpc}/switch`;

/** `Logical_Switch_Port.name`, and `iface-id`, of a node's port in a join network. */
export const nodePortName = (vpc: string, node: string): string => `join/${vpc}/node/${node}`;

/** `Logical_Switch_Port.name`, and `iface-id`, of an IP. */
export const portName = (namespace: string, name: string): string => `${namespace}.${name}`;

/** `Logical_Switch_Port.name` of an External Subnet's way to the physical network (type localnet). */
export const physicalPortName = (subnet: string): string => `subnet/${subnet}/physical`;

/** `Logical_Router.name` of a Gateway, and `HA_Chassis_Group.name` of its nodes. */
export const gatewayRouterName = (gateway: string): string => `gateway/${gateway}`;

/** `Logical_Router_Port.name` of the Gateway's side of its link with the Vpc's router. */
export const gatewayTransitPortName = (gateway: string): string => `gateway/${gateway}/transit`;

/** `Logical_Router_Port.name` of the Vpc's side of that link. */
export const vpcTransitPortName = (gateway: string): string => `gateway/${gateway}/vpc`;

/** `Logical_Router_Port.name` of the Gateway's port on its External Subnet; southbound, its place is the port `cr-` and this name. */
export const gatewayExternalPortName = (gateway: string): string => `gateway/${gateway}/external`;

/** `Logical_Switch_Port.name` of the External Subnet's side of that pair. */
export const gatewaySwitchPortName = (gateway: string): string => `gateway/${gateway}/switch`;

/**
 * The source that a pod sees when it reaches itself by its own Service (`Load_Balancer.options:hairpin_snat_ip`). Nobody has these addresses:
 * link-local ones that Gateways' links stay clear of, and for IPv6 a unique local one, because hosts look for link-local ones on the link.
 */
export const hairpinAddresses = { ipv4: '169.254.169.5', ipv6: 'fd69::5' } as const;
