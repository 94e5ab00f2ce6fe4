// Generated from crds/schemas by `make generate`: do not edit.
import type { ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { LabelSelector } from '../api/generated/types.ts';
import { apiVersion } from '../api/group.ts';
import { NetworkResource } from './network-resource.ts';
import type { Subnet } from './subnet.ts';
import type { Vpc } from './vpc.ts';

/**
 * What the network admin wants.
 */
export interface GatewaySpecProps {
  /**
   * The Vpc that it leads out of.
   */
  readonly vpc: Vpc | string;
  /**
   * The order among the Gateways that a Subnet names: the smaller number wins, equal ones share the flows. Default: 500.
   */
  readonly priority?: number;
  /**
   * Where it is outside: the physical network, and its addresses there.
   */
  readonly external: GatewayExternalProps;
  /**
   * Which nodes carry it: those that are Ready, allow gateways and are connected to the physical network. Default: {"replicas":2}.
   */
  readonly placement?: GatewayPlacementProps;
}

/**
 * Where it is outside: the physical network, and its addresses there.
 */
export interface GatewayExternalProps {
  /**
   * The Subnet of type External that its addresses are of.
   */
  readonly subnet: Subnet | string;
  /**
   * The addresses, of each family the first is the router's and the one that Subnets leave with by default; a family of the External Subnet that is not given is allocated.
   */
  readonly addresses?: readonly string[];
}

/**
 * Which nodes carry it: those that are Ready, allow gateways and are connected to the physical network.
 */
export interface GatewayPlacementProps {
  /**
   * The nodes that may carry it, by their labels; absent means all.
   */
  readonly nodeSelector?: LabelSelector;
  /**
   * On how many of them it stands ready, the active one included. Default: 2.
   */
  readonly replicas?: number;
  /**
   * The nodes that carry it if they can, the most preferred first.
   */
  readonly preferredNodes?: readonly string[];
}

/** What a {@link Gateway} is made of. */
export interface GatewayProps {
  /** Name, namespace, labels and annotations. The name is the construct's id unless it is given here. */
  readonly metadata?: ApiObjectMetadata;
  /** What the network admin wants. */
  readonly spec: GatewaySpecProps;
}

/** A way out of a Vpc: addresses on an External Subnet, on the nodes that it selects, one of them active. */
export class Gateway extends NetworkResource {
  /**
   * @param scope the chart that it belongs to
   * @param id unique in the scope; also the resource's name unless `metadata.name` is given
   */
  constructor(scope: Construct, id: string, props: GatewayProps) {
    super(scope, id, { apiVersion, kind: 'Gateway' }, props);
  }
}
