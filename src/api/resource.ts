/**
 * The shape that all resources share. The specs and statuses of the kinds are generated from `crds/schemas` (generated/types.ts).
 */
import type { apiVersion } from './group.ts';

/** A reference from an object to the one that it lives and dies with (metav1 `OwnerReference`). */
export interface OwnerReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
  readonly controller?: boolean;
  readonly blockOwnerDeletion?: boolean;
}

/** What a writer may say about an object that does not exist yet. */
export interface NewObjectMeta {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly finalizers?: readonly string[];
  readonly ownerReferences?: readonly OwnerReference[];
}

/** `metadata` as the API server answers it (metav1 `ObjectMeta`, without `managedFields`). */
export interface ObjectMeta extends NewObjectMeta {
  readonly uid: string;
  readonly resourceVersion: string;
  /** Counts changes of `spec`; starts at 1. */
  readonly generation: number;
  /** RFC 3339, whole seconds. */
  readonly creationTimestamp: string;
  /** Set when somebody asked for the deletion and finalizers hold it up. */
  readonly deletionTimestamp?: string;
}

/** A resource of ours as the API server answers it: defaults are filled in. */
export interface Resource<Kind extends string, Spec, Status> {
  readonly apiVersion: typeof apiVersion;
  readonly kind: Kind;
  readonly metadata: ObjectMeta;
  readonly spec: Spec;
  readonly status?: Status;
}

/** A resource to create. */
export type NewResource<R extends Resource<string, unknown, unknown>> = Pick<R, 'apiVersion' | 'kind' | 'spec'> & {
  readonly metadata: NewObjectMeta;
};

/** What the API server and kubectl call a kind. */
export interface KindDescriptor<Kind extends string = string> {
  readonly group: string;
  readonly version: string;
  readonly plural: string;
  readonly kind: Kind;
  readonly namespaced: boolean;
  readonly shortNames: readonly string[];
  /** Who writes the spec: decides which of the shipped roles grants the kind. */
  readonly owner: 'network-admin' | 'tenant';
}
