/**
 * What the API server serves, as types: which resource, which object, where it lives in the URL space.
 * The lowest file of `src/kube`: every other one speaks in these terms.
 */

/** One resource of the API server: the coordinates from which its URLs are made. */
export interface ResourceType {
  /** API group; empty for the core group. */
  readonly group: string;
  readonly version: string;
  /** The name in URLs, for example `leases`. */
  readonly plural: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** Which object: its name and, for namespaced resources, its namespace. */
export interface ObjectRef {
  readonly namespace?: string | undefined;
  readonly name: string;
}

/** One entry of `metadata.ownerReferences`. */
export interface OwnerReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
  readonly controller?: boolean | undefined;
  readonly blockOwnerDeletion?: boolean | undefined;
}

/** The members of `metadata` that we read or write (`managedFields` is dropped before caching). */
export interface ObjectMeta {
  readonly name: string;
  readonly namespace?: string | undefined;
  readonly uid?: string | undefined;
  /** Version of this object: a decimal number, comparable with others of the same resource (KEP-5504). */
  readonly resourceVersion?: string | undefined;
  /** Counts changes of `spec`, from 1. */
  readonly generation?: number | undefined;
  /** RFC 3339, seconds. */
  readonly creationTimestamp?: string | undefined;
  /** RFC 3339, seconds; present from the first DELETE call on while finalizers hold the object. */
  readonly deletionTimestamp?: string | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  readonly annotations?: Readonly<Record<string, string>> | undefined;
  readonly finalizers?: readonly string[] | undefined;
  readonly ownerReferences?: readonly OwnerReference[] | undefined;
}

/** The shape that all objects share; kinds add `spec`, `status` and their like. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
}

/** One page of a list. */
export interface KubeList<T extends KubeObject> {
  readonly items: readonly T[];
  /** Version of the collection; a watch that starts here misses nothing. */
  readonly resourceVersion: string;
  /** Token for the next page; absent on the last. */
  readonly next?: string;
}

/** `v1`, `apps/v1`: the value of `apiVersion` for objects of this resource. */
export function apiVersionOf(type: ResourceType): string {
  return type.group === '' ? type.version : `${type.group}/${type.version}`;
}

/** `namespace/name`, or the name alone for cluster-scoped objects: unique within one resource. */
export function objectKey(metadata: { readonly namespace?: string | undefined; readonly name: string }): string {
  return metadata.namespace === undefined ? metadata.name : `${metadata.namespace}/${metadata.name}`;
}

/**
 * URL path of a collection (no `name`) or of one object, every segment escaped.
 * A namespaced resource without a namespace is the collection over all namespaces.
 */
export function resourcePath(type: ResourceType, at: Partial<ObjectRef> = {}, subresource?: string): string {
  const root = type.group === '' ? `/api/${type.version}` : `/apis/${type.group}/${type.version}`;
  const scope = type.namespaced && at.namespace !== undefined ? `/namespaces/${encodeURIComponent(at.namespace)}` : '';
  if (at.name === undefined) return `${root}${scope}/${type.plural}`;
  if (at.name === '' || (type.namespaced && !at.namespace)) {
    throw new Error(`${type.plural}: an object needs a name${type.namespaced ? ' and a namespace' : ''}`);
  }
  const path = `${root}${scope}/${type.plural}/${encodeURIComponent(at.name)}`;
  return subresource === undefined ? path : `${path}/${encodeURIComponent(subresource)}`;
}

/**
 * Order of two resourceVersions of one resource: negative, zero or positive. They are decimal numbers without leading
 * zeros (KEP-5504, stable with Kubernetes 1.35), so the longer is the greater and equal lengths compare as text:
 * no precision is lost, however long they get.
 */
export function compareVersions(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}
