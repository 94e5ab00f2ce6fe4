// Generated from crds/schemas by `make generate`: do not edit.
import type { ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { LabelSelector } from '../api/generated/types.ts';
import { apiVersion } from '../api/group.ts';
import { NetworkResource } from './network-resource.ts';

/**
 * What the network admin wants.
 */
export interface LoadBalancerIPPoolSpecProps {
  /**
   * Networks, of which every address is given.
   */
  readonly cidrs?: readonly string[];
  /**
   * Single addresses, or the first and last of a range.
   */
  readonly ranges?: readonly string[];
  /**
   * The Services that may have an address from here, by their labels; absent means all.
   */
  readonly serviceSelector?: LabelSelector;
  /**
   * The namespaces whose Services may have an address from here, by their labels; absent means all.
   */
  readonly namespaceSelector?: LabelSelector;
}

/** What a {@link LoadBalancerIPPool} is made of. */
export interface LoadBalancerIPPoolProps {
  /** Name, namespace, labels and annotations. The name is the construct's id unless it is given here. */
  readonly metadata?: ApiObjectMetadata;
  /** What the network admin wants. */
  readonly spec: LoadBalancerIPPoolSpecProps;
}

/** Addresses outside that Services of type LoadBalancer get. Whatever leads to the nodes must route them there. */
export class LoadBalancerIPPool extends NetworkResource {
  /**
   * @param scope the chart that it belongs to
   * @param id unique in the scope; also the resource's name unless `metadata.name` is given
   */
  constructor(scope: Construct, id: string, props: LoadBalancerIPPoolProps) {
    super(scope, id, { apiVersion, kind: 'LoadBalancerIPPool' }, props);
  }
}
