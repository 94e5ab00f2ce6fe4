// Generated from crds/schemas by `make generate`: do not edit.
import type { ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import { apiVersion } from '../api/group.ts';

import { NetworkResource } from './network-resource.ts';

/**
 * What the network admin wants on this node.
 */
export interface NodeNetworkSpecProps {
  /**
   * The node's end of the tunnels between the nodes.
   */
  readonly tunnel?: NodeNetworkTunnelProps;
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
