// Generated from crds/schemas by `make generate`: do not edit.
import type { ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { LabelSelector, PortRange } from '../api/generated/types.ts';
import { apiVersion } from '../api/group.ts';
import { NetworkResource } from './network-resource.ts';

/**
 * What the user wants; every limit holds for each pod by itself, and below the ceiling of its Subnet.
 */
export interface QoSPolicySpecProps {
  /**
   * The pods of this namespace, by their labels; {} selects all.
   */
  readonly podSelector: LabelSelector;
  /**
   * The order among the policies that select one pod: the smaller number wins. Default: 500.
   */
  readonly priority?: number;
  /**
   * The limit of what a pod receives and no rule speaks of.
   */
  readonly ingress?: QoSPolicyIngressProps;
  /**
   * The limit and the mark of what a pod sends and no rule speaks of.
   */
  readonly egress?: QoSPolicyEgressProps;
  /**
   * Limits and marks for some of the traffic, which then does not count against the limits above; the first rule that matches wins.
   */
  readonly rules?: readonly QoSPolicyRuleProps[];
}

/**
 * The limit of what a pod receives and no rule speaks of.
 */
export interface QoSPolicyIngressProps {
  /**
   * The rate in bits per second, as 20M.
   */
  readonly rate: string;
  /**
   * What may pass at once, in bits; absent means half a second of the rate.
   */
  readonly burst?: string;
}

/**
 * The limit and the mark of what a pod sends and no rule speaks of.
 */
export interface QoSPolicyEgressProps {
  /**
   * The rate in bits per second, as 20M.
   */
  readonly rate?: string;
  /**
   * What may pass at once, in bits; absent means half a second of the rate.
   */
  readonly burst?: string;
  /**
   * The DSCP value that packets get.
   */
  readonly dscp?: number;
}

/**
 * One rule: a packet must match cidrs and ports, as far as given.
 */
export interface QoSPolicyRuleProps {
  /**
   * The rule's name in this list.
   */
  readonly name: string;
  /**
   * The packets' direction, as the pod sees it.
   */
  readonly direction: 'Ingress' | 'Egress';
  /**
   * The peers' ranges; absent means every peer.
   */
  readonly cidrs?: readonly string[];
  /**
   * The destination ports; absent means every protocol and port.
   */
  readonly ports?: readonly PortRange[];
  /**
   * The rate in bits per second, as 20M.
   */
  readonly rate?: string;
  /**
   * What may pass at once, in bits; absent means half a second of the rate.
   */
  readonly burst?: string;
  /**
   * Not limited but by the ceiling of the Subnet.
   */
  readonly unlimited?: true;
  /**
   * The DSCP value that packets get; Egress only.
   */
  readonly dscp?: number;
}

/** What a {@link QoSPolicy} is made of. */
export interface QoSPolicyProps {
  /** Name, namespace, labels and annotations. The name is the construct's id unless it is given here. */
  readonly metadata?: ApiObjectMetadata;
  /** What the user wants; every limit holds for each pod by itself, and below the ceiling of its Subnet. */
  readonly spec: QoSPolicySpecProps;
}

/** Limits what each selected pod sends and receives, and marks what it sends. */
export class QoSPolicy extends NetworkResource {
  /**
   * @param scope the chart that it belongs to
   * @param id unique in the scope; also the resource's name unless `metadata.name` is given
   */
  constructor(scope: Construct, id: string, props: QoSPolicyProps) {
    super(scope, id, { apiVersion, kind: 'QoSPolicy' }, props);
  }
}
