// Generated from crds/schemas by `make generate`: do not edit.
/** Typed cdk8s constructs of every kind. */

export { IP, type IPProps, type IPSpecProps } from './ip.ts';
export { NetworkConfig, type NetworkConfigProps, type NetworkConfigSpecProps } from './network-config.ts';
export { NodeNetwork, type NodeNetworkProps, type NodeNetworkSpecProps } from './node-network.ts';
export { Subnet, type SubnetProps, type SubnetSpecProps } from './subnet.ts';
export { Vpc, type VpcProps, type VpcSpecProps } from './vpc.ts';
