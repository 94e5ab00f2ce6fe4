// Generated from crds/schemas by `make generate`: do not edit.
import type { ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import { apiVersion } from '../api/group.ts';

import { NetworkResource } from './network-resource.ts';

/**
 * What the network admin wants for the whole cluster.
 */
export interface NetworkConfigSpecProps {
  /**
   * The encapsulation of the tunnels between nodes. Default: "Geneve".
   */
  readonly encapsulation?: 'Geneve' | 'VXLAN';
  /**
   * The MTU of the network between the nodes, tunnel headers included; absent means it is found on the nodes.
   */
  readonly mtu?: number;
  /**
   * The ranges of the Subnet default that the controller makes once, at most one of each family; who wants no such Subnet deletes it. Default: ["10.244.0.0/16","fd00:10:244::/64"].
   */
  readonly podCidrs?: readonly string[];
  /**
   * The ranges of the nodes' addresses in Vpcs whose nodeAttachment names none, at most one of each family. Default: ["100.64.0.0/16","fd00:100:64::/112"].
   */
  readonly joinCidrs?: readonly string[];
  /**
   * The cluster's Service ranges, which no attached Subnet may overlap, at most one of each family.
   */
  readonly serviceCidrs?: readonly string[];
  /**
   * How long a released address rests before it is given again, in seconds, unless nothing else is left. Default: 30.
   */
  readonly quarantineSeconds?: number;
  /**
   * Where the OVN databases are; absent means the controller's and agents' own settings.
   */
  readonly database?: NetworkConfigDatabaseProps;
}

/**
 * Where the OVN databases are; absent means the controller's and agents' own settings.
 */
export interface NetworkConfigDatabaseProps {
  /**
   * The servers of OVN_Northbound.
   */
  readonly northbound?: readonly string[];
  /**
   * The servers of OVN_Southbound, as the nodes reach them.
   */
  readonly southbound?: readonly string[];
  /**
   * The Secret in subnetes-system with ca.crt, tls.crt and tls.key for ssl endpoints.
   */
  readonly tlsSecret?: string;
}

/** What a {@link NetworkConfig} is made of. */
export interface NetworkConfigProps {
  /** Name, namespace, labels and annotations. The name is the construct's id unless it is given here. */
  readonly metadata?: ApiObjectMetadata;
  /** What the network admin wants for the whole cluster. */
  readonly spec?: NetworkConfigSpecProps;
}

/** The installation's settings; there is one, named default. */
export class NetworkConfig extends NetworkResource {
  /**
   * @param scope the chart that it belongs to
   * @param id unique in the scope; also the resource's name unless `metadata.name` is given
   */
  constructor(scope: Construct, id: string, props: NetworkConfigProps = {}) {
    super(scope, id, { apiVersion, kind: 'NetworkConfig' }, props);
  }
}
