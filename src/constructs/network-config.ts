// Generated from crds/schemas by `make generate`: do not edit.
import type { ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { LabelSelector } from '../api/generated/types.ts';
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
   * How fast the nodes notice that a gateway node is gone; OVN has one setting for all. Default: {"minRxMilliseconds":300,"minTxMilliseconds":300,"multiplier":3}.
   */
  readonly bfd?: NetworkConfigBfdProps;
  /**
   * What MirrorSessions may reach beside pods of their own namespace, because a mirror is a tap. Default: {"nodeInterfaces":"Denied"}.
   */
  readonly mirroring?: NetworkConfigMirroringProps;
  /**
   * Where the OVN databases are; absent means the controller's and agents' own settings.
   */
  readonly database?: NetworkConfigDatabaseProps;
}

/**
 * How fast the nodes notice that a gateway node is gone; OVN has one setting for all.
 */
export interface NetworkConfigBfdProps {
  /**
   * The shortest time between two packets that a node can take, in milliseconds. Default: 300.
   */
  readonly minRxMilliseconds?: number;
  /**
   * The shortest time between two packets that a node sends, in milliseconds. Default: 300.
   */
  readonly minTxMilliseconds?: number;
  /**
   * After how many missed packets a node counts as gone. Default: 3.
   */
  readonly multiplier?: number;
}

/**
 * What MirrorSessions may reach beside pods of their own namespace, because a mirror is a tap.
 */
export interface NetworkConfigMirroringProps {
  /**
   * Whether sessions may copy to interfaces of the nodes, where the nodes' admins see them. Default: "Denied".
   */
  readonly nodeInterfaces?: 'Allowed' | 'Denied';
  /**
   * The ranges of the collectors that sessions may send to by GRE or ERSPAN; absent means none.
   */
  readonly collectors?: readonly string[];
  /**
   * The namespaces whose sessions may do so; absent means all.
   */
  readonly namespaceSelector?: LabelSelector;
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
