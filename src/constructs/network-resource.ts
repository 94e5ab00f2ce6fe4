/**
 * What the generated constructs have in common: a name without a hash, and references given as constructs.
 */
import { ApiObject, type ApiObjectMetadata, type GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';

/** A resource of ours in a cdk8s chart. */
export abstract class NetworkResource extends ApiObject {
  /**
   * @param type apiVersion and kind
   * @param props metadata and spec; a construct inside the spec stands for its name, and the resource is put after it in the output
   */
  constructor(
    scope: Construct,
    id: string,
    type: GroupVersionKind,
    props: { readonly metadata?: ApiObjectMetadata; readonly spec?: object },
  ) {
    const referenced = new Set<ApiObject>();
    const spec = props.spec === undefined ? {} : { spec: withNames(props.spec, referenced) };
    super(scope, id, { ...type, metadata: { name: id, ...props.metadata }, ...spec });
    for (const resource of referenced) this.addDependency(resource);
  }
}

/** A copy of the value in which each construct is replaced by its resource's name; the constructs met are added to `referenced`. */
function withNames(value: unknown, referenced: Set<ApiObject>): unknown {
  if (ApiObject.isApiObject(value)) {
    referenced.add(value);
    return value.name;
  }
  if (Array.isArray(value)) return value.map((item) => withNames(item, referenced));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withNames(item, referenced)]));
}
