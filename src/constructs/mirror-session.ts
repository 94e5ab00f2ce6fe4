// Generated from crds/schemas by `make generate`: do not edit.
import type { ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { LabelSelector } from '../api/generated/types.ts';
import { apiVersion } from '../api/group.ts';
import { NetworkResource } from './network-resource.ts';

/**
 * What the user wants.
 */
export interface MirrorSessionSpecProps {
  /**
   * The pods of this namespace, by their labels; {} selects all.
   */
  readonly podSelector: LabelSelector;
  /**
   * Which packets, as the pods see them. Default: "Both".
   */
  readonly direction?: 'Ingress' | 'Egress' | 'Both';
  /**
   * Where the copies go: exactly one of its fields.
   */
  readonly sink: MirrorSessionSinkProps;
  /**
   * How long it runs, in seconds, from status.startedAt; may be changed while it runs and after its end. Default: 3600.
   */
  readonly expiresAfterSeconds?: number;
}

/**
 * Where the copies go: exactly one of its fields.
 */
export interface MirrorSessionSinkProps {
  /**
   * An interface on the pods' nodes, which tcpdump shows; needs spec.mirroring.nodeInterfaces of the NetworkConfig.
   */
  readonly nodeInterface?: MirrorSessionNodeInterfaceProps;
  /**
   * A pod of this namespace.
   */
  readonly pod?: MirrorSessionPodProps;
  /**
   * A collector that takes GRE; needs spec.mirroring.collectors of the NetworkConfig.
   */
  readonly gre?: MirrorSessionGreProps;
  /**
   * A collector that takes ERSPAN; needs spec.mirroring.collectors of the NetworkConfig.
   */
  readonly erspan?: MirrorSessionErspanProps;
}

/**
 * An interface on the pods' nodes, which tcpdump shows; needs spec.mirroring.nodeInterfaces of the NetworkConfig.
 */
export interface MirrorSessionNodeInterfaceProps {
  /**
   * The interface's name, which no other session has. Default: "mirror0".
   */
  readonly name?: string;
}

/**
 * A pod of this namespace.
 */
export interface MirrorSessionPodProps {
  /**
   * The pod's name.
   */
  readonly name: string;
}

/**
 * A collector that takes GRE; needs spec.mirroring.collectors of the NetworkConfig.
 */
export interface MirrorSessionGreProps {
  /**
   * The collector's address.
   */
  readonly remote: string;
  /**
   * The GRE key. Default: 0.
   */
  readonly key?: number;
}

/**
 * A collector that takes ERSPAN; needs spec.mirroring.collectors of the NetworkConfig.
 */
export interface MirrorSessionErspanProps {
  /**
   * The collector's address.
   */
  readonly remote: string;
  /**
   * The ERSPAN session, which the collector sees; sessions to one collector need different ones. Default: 1.
   */
  readonly index?: number;
}

/** What a {@link MirrorSession} is made of. */
export interface MirrorSessionProps {
  /** Name, namespace, labels and annotations. The name is the construct's id unless it is given here. */
  readonly metadata?: ApiObjectMetadata;
  /** What the user wants. */
  readonly spec: MirrorSessionSpecProps;
}

/** Copies the traffic of selected pods of its namespace to where somebody looks at it, for a limited time. */
export class MirrorSession extends NetworkResource {
  /**
   * @param scope the chart that it belongs to
   * @param id unique in the scope; also the resource's name unless `metadata.name` is given
   */
  constructor(scope: Construct, id: string, props: MirrorSessionProps) {
    super(scope, id, { apiVersion, kind: 'MirrorSession' }, props);
  }
}
