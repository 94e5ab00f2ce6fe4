// Generated from crds/schemas by `make generate`: do not edit.
import type { ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import { apiVersion } from '../api/group.ts';

import { NetworkResource } from './network-resource.ts';
import type { ProviderNetwork } from './provider-network.ts';

/**
 * What the network admin wants on this node.
 */
export interface NodeNetworkSpecProps {
  /**
   * The node's end of the tunnels between the nodes.
   */
  readonly tunnel?: NodeNetworkTunnelProps;
  /**
   * Denied: no Gateway is placed on this node, as for maintenance; absent means Allowed.
   */
  readonly gateway?: 'Allowed' | 'Denied';
  /**
   * The node's own uplinks of ProviderNetworks, which go before those that the ProviderNetworks name.
   */
  readonly providerNetworks?: readonly NodeNetworkUplinkProps[];
}

/**
 * The node's end of the tunnels between the nodes.
 */
export interface NodeNetworkTunnelProps {
  /**
   * The node's address that tunnels use; absent means the Node's InternalIP.
   */
  readonly address?: string;
  /**
   * The tunnels' encapsulation, which must be the same on all nodes that shall reach each other; absent means spec.encapsulation of the NetworkConfig.
   */
  readonly encapsulation?: 'Geneve' | 'VXLAN';
}

/**
 * The uplink of one ProviderNetwork on this node.
 */
export interface NodeNetworkUplinkProps {
  /**
   * The ProviderNetwork.
   */
  readonly name: ProviderNetwork | string;
  /**
   * The node's network card.
   */
  readonly interface: string;
}

/** What a {@link NodeNetwork} is made of. */
export interface NodeNetworkProps {
  /** Name, namespace, labels and annotations. The name is the construct's id unless it is given here. */
  readonly metadata?: ApiObjectMetadata;
  /** What the network admin wants on this node. */
  readonly spec?: NodeNetworkSpecProps;
}

/** One node's part of the network: what the network admin sets for it, and what its agent sees. It has the Node's name. */
export class NodeNetwork extends NetworkResource {
  /**
   * @param scope the chart that it belongs to
   * @param id unique in the scope; also the resource's name unless `metadata.name` is given
   */
  constructor(scope: Construct, id: string, props: NodeNetworkProps = {}) {
    super(scope, id, { apiVersion, kind: 'NodeNetwork' }, props);
  }
}
