// Generated from crds/schemas by `make generate`: do not edit.
/** Typed cdk8s constructs of every kind. */

export { Gateway, type GatewayProps, type GatewaySpecProps } from './gateway.ts';
export { IP, type IPProps, type IPSpecProps } from './ip.ts';
export {
  LoadBalancerIPPool,
  type LoadBalancerIPPoolProps,
  type LoadBalancerIPPoolSpecProps,
} from './load-balancer-ip-pool.ts';
export { MirrorSession, type MirrorSessionProps, type MirrorSessionSpecProps } from './mirror-session.ts';
export { NetworkConfig, type NetworkConfigProps, type NetworkConfigSpecProps } from './network-config.ts';
export { NodeNetwork, type NodeNetworkProps, type NodeNetworkSpecProps } from './node-network.ts';
export { ProviderNetwork, type ProviderNetworkProps, type ProviderNetworkSpecProps } from './provider-network.ts';
export { QoSPolicy, type QoSPolicyProps, type QoSPolicySpecProps } from './qos-policy.ts';
export { Subnet, type SubnetProps, type SubnetSpecProps } from './subnet.ts';
export { Vpc, type VpcProps, type VpcSpecProps } from './vpc.ts';
