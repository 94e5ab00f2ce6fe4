/** What is kept of every object's metadata, and what objects are called in the store. */
import { inUseFinalizer, type ObjectMeta } from '../api/index.ts';

/** What every object has. */
export interface Meta {
  readonly name: string;
  readonly namespace: string;
  readonly uid: string;
  readonly generation: number;
  /** RFC 3339 in whole seconds: sorts as text. */
  readonly created: string;
  readonly deleting: boolean;
  /** Whether it carries our finalizer. */
  readonly inUse: boolean;
}

/** `namespace/name`, or `name`. */
export function keyOf({ namespace, name }: { readonly namespace?: string; readonly name: string }): string {
  return namespace ? `${namespace}/${name}` : name;
}

/** What is kept of an object's metadata. */
export function metaOf(metadata: ObjectMeta): Meta {
  return {
    name: metadata.name,
    namespace: metadata.namespace ?? '',
    uid: metadata.uid,
    generation: metadata.generation ?? 1,
    created: metadata.creationTimestamp,
    deleting: metadata.deletionTimestamp !== undefined,
    inUse: metadata.finalizers?.includes(inUseFinalizer) ?? false,
  };
}
