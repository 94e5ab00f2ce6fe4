// Generated from crds/schemas by `make generate`: do not edit.
import type { ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { PortRange } from '../api/generated/types.ts';
import { apiVersion } from '../api/group.ts';
import { NetworkResource } from './network-resource.ts';

/**
 * What the network admin wants.
 */
export interface VpcSpecProps {
  /**
   * Gives each node a port in this Vpc, so that nodes reach its pods and its pods reach nodes; absent means no node is attached.
   */
  readonly nodeAttachment?: VpcNodeAttachmentProps;
  /**
   * Routes of the Vpc's router, by destination or by source; several next hops share the flows.
   */
  readonly staticRoutes?: readonly VpcStaticRouteProps[];
  /**
   * Policies that the router applies before its routes; the smallest priority that matches wins.
   */
  readonly policyRoutes?: readonly VpcPolicyRouteProps[];
}

/**
 * Gives each node a port in this Vpc, so that nodes reach its pods and its pods reach nodes; absent means no node is attached.
 */
export interface VpcNodeAttachmentProps {
  /**
   * The ranges of the nodes' addresses in this Vpc, at most one of each family; absent means spec.joinCidrs of the NetworkConfig.
   */
  readonly cidrs?: readonly string[];
  /**
   * The name of the nodes' interface in this Vpc. Default: "ovn0".
   */
  readonly interface?: string;
}

/**
 * One route.
 */
export interface VpcStaticRouteProps {
  /**
   * The route's name in this list.
   */
  readonly name: string;
  /**
   * Matches packets to this range; the longest prefix wins.
   */
  readonly destination?: string;
  /**
   * Matches packets from this range; with a longer prefix than that of a Subnet or of the nodes' join network it goes before them, which a policyRoute with action Reroute does not.
   */
  readonly source?: string;
  /**
   * The routers that the packets go to.
   */
  readonly nextHops?: readonly string[];
  /**
   * Drops the packets.
   */
  readonly blackhole?: true;
}

/**
 * One policy: a packet must match sources, destinations and ports, as far as given.
 */
export interface VpcPolicyRouteProps {
  /**
   * The policy's name in this list.
   */
  readonly name: string;
  /**
   * The order among the policies: the smaller number wins.
   */
  readonly priority: number;
  /**
   * Matches packets from these ranges; absent means from anywhere.
   */
  readonly sources?: readonly string[];
  /**
   * Matches packets to these ranges; absent means to anywhere.
   */
  readonly destinations?: readonly string[];
  /**
   * Matches packets to these destination ports; absent means every protocol and port.
   */
  readonly ports?: readonly PortRange[];
  /**
   * What happens to the packet: it is routed as usual, dropped, or sent to nextHops.
   */
  readonly action: 'Allow' | 'Drop' | 'Reroute';
  /**
   * The routers that Reroute sends the packet to.
   */
  readonly nextHops?: readonly string[];
}

/** What a {@link Vpc} is made of. */
export interface VpcProps {
  /** Name, namespace, labels and annotations. The name is the construct's id unless it is given here. */
  readonly metadata?: ApiObjectMetadata;
  /** What the network admin wants. */
  readonly spec?: VpcSpecProps;
}

/** A private network with a router of its own; two Vpcs may use the same addresses and never see each other. */
export class Vpc extends NetworkResource {
  /**
   * @param scope the chart that it belongs to
   * @param id unique in the scope; also the resource's name unless `metadata.name` is given
   */
  constructor(scope: Construct, id: string, props: VpcProps = {}) {
    super(scope, id, { apiVersion, kind: 'Vpc' }, props);
  }
}
