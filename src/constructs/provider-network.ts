// Generated from crds/schemas by `make generate`: do not edit.
import type { ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { LabelSelector } from '../api/generated/types.ts';
import { apiVersion } from '../api/group.ts';
import { NetworkResource } from './network-resource.ts';

/**
 * What the network admin wants.
 */
export interface ProviderNetworkSpecProps {
  /**
   * The network cards that lead there: of each node the first entry that selects it counts, and a node that none selects is not connected.
   */
  readonly uplinks: readonly ProviderNetworkUplinkProps[];
  /**
   * The largest packet of the network, in bytes; absent means what the network card has.
   */
  readonly mtu?: number;
}

/**
 * The network card of some nodes.
 */
export interface ProviderNetworkUplinkProps {
  /**
   * The nodes, by their labels; absent means all.
   */
  readonly nodeSelector?: LabelSelector;
  /**
   * The network card.
   */
  readonly interface: string;
}

/** What a {@link ProviderNetwork} is made of. */
export interface ProviderNetworkProps {
  /** Name, namespace, labels and annotations. The name is the construct's id unless it is given here. */
  readonly metadata?: ApiObjectMetadata;
  /** What the network admin wants. */
  readonly spec: ProviderNetworkSpecProps;
}

/** A physical network that nodes are connected to by a network card: on each of them a bridge of its own. */
export class ProviderNetwork extends NetworkResource {
  /**
   * @param scope the chart that it belongs to
   * @param id unique in the scope; also the resource's name unless `metadata.name` is given
   */
  constructor(scope: Construct, id: string, props: ProviderNetworkProps) {
    super(scope, id, { apiVersion, kind: 'ProviderNetwork' }, props);
  }
}
