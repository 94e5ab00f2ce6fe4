// Generated from crds/schemas by `make generate`: do not edit.
import type { ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import { apiVersion } from '../api/group.ts';

import { NetworkResource } from './network-resource.ts';
import type { Subnet } from './subnet.ts';

/**
 * What the user wants; complete when the controller made the object.
 */
export interface IPSpecProps {
  /**
   * The Subnet that the addresses come from.
   */
  readonly subnet: Subnet | string;
  /**
   * The name of the interface in the pod. Default: "eth0".
   */
  readonly interface?: string;
  /**
   * The addresses, at most one of each family; a family of the Subnet that is not given is allocated.
   */
  readonly addresses?: readonly string[];
  /**
   * The MAC address; absent means one is made from the object's identity.
   */
  readonly mac?: string;
  /**
   * Whom the addresses are for; absent means they are reserved for nobody.
   */
  readonly target?: IPTargetProps;
  /**
   * What happens when the pod is gone: Retain keeps this object for the next pod of that name, Delete deletes it. Default: "Retain".
   */
  readonly reclaimPolicy?: 'Retain' | 'Delete';
  /**
   * The node of the pod; written by the controller only.
   */
  readonly node?: string;
}

/**
 * Whom the addresses are for; absent means they are reserved for nobody.
 */
export interface IPTargetProps {
  /**
   * What it is; Gateway is written by the controller only.
   */
  readonly kind: 'Pod' | 'VirtualMachine' | 'Gateway';
  /**
   * Its name, in the namespace of this IP; it need not exist yet.
   */
  readonly name: string;
  /**
   * Its uid; written by the controller only.
   */
  readonly uid?: string;
}

/** What a {@link IP} is made of. */
export interface IPProps {
  /** Name, namespace, labels and annotations. The name is the construct's id unless it is given here. */
  readonly metadata?: ApiObjectMetadata;
  /** What the user wants; complete when the controller made the object. */
  readonly spec: IPSpecProps;
}

/** One interface of a pod or virtual machine in a Subnet, with its addresses: made by the controller for each pod, or by a user to fix or reserve them. */
export class IP extends NetworkResource {
  /**
   * @param scope the chart that it belongs to
   * @param id unique in the scope; also the resource's name unless `metadata.name` is given
   */
  constructor(scope: Construct, id: string, props: IPProps) {
    super(scope, id, { apiVersion, kind: 'IP' }, props);
  }
}
