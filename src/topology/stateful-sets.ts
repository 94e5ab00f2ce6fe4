/** Members of StatefulSets, and the addresses that a Subnet keeps for them between two pods (`Subnet.spec.retain`). */
import type { ObjectMeta } from '../api/index.ts';
import type { World } from '../store/store.ts';
import type { Inputs, IPFacts } from './facts.ts';
import { type Meta, metaOf } from './meta.ts';

/** A StatefulSet, as far as it says which members it has (apps/v1 `StatefulSetSpec`). */
export interface StatefulSetFacts {
  readonly meta: Meta;
  /** Ordinal of the first member (`spec.ordinals.start`). */
  readonly first: number;
  readonly replicas: number;
}

/** A StatefulSet by name and life. */
export interface StatefulSetReference {
  readonly name: string;
  readonly uid: string;
}

/** A StatefulSet as far as it is read. */
interface StatefulSetObject {
  readonly metadata: ObjectMeta;
  readonly spec?: { readonly replicas?: number; readonly ordinals?: { readonly start?: number } };
}

/** Facts of a StatefulSet. */
export function statefulSetFacts({ metadata, spec }: StatefulSetObject): StatefulSetFacts {
  return { meta: metaOf(metadata), first: spec?.ordinals?.start ?? 0, replicas: spec?.replicas ?? 1 };
}

/** The StatefulSet among an object's owners. */
export function statefulSetOf({ ownerReferences = [] }: Pick<ObjectMeta, 'ownerReferences'>) {
  const found = ownerReferences.find(
    ({ apiVersion, kind }) => kind === 'StatefulSet' && apiVersion.startsWith('apps/'),
  );
  return found && ({ name: found.name, uid: found.uid } satisfies StatefulSetReference);
}

/** Whether the addresses of a member of a StatefulSet in a Subnet outlive its pod: as long as the set is there and not scaled below it. */
export function keepsAddress(
  world: World<Inputs>,
  { namespace, pod, set, subnet }: { namespace: string; pod: string; set: StatefulSetReference; subnet: string },
): boolean {
  if (world.get('Subnet', subnet)?.spec.retain !== 'StatefulSets') return false;
  const facts = world.get('StatefulSet', `${namespace}/${set.name}`);
  if (!facts || facts.meta.uid !== set.uid || facts.meta.deleting) return false;
  const ordinal = Number(/^-(\d+)$/.exec(pod.slice(set.name.length))?.[1]);
  return pod.startsWith(set.name) && ordinal >= facts.first && ordinal < facts.first + facts.replicas;
}

/** Whether an IP that the controller made for a member of a StatefulSet may go with its pod: what it was kept for is no more. */
export function isLeftOver(world: World<Inputs>, { keptFor, meta, spec }: IPFacts): boolean {
  if (!keptFor) return false;
  const [pod = '', subnet] = [spec.target?.name, spec.subnet];
  return !keepsAddress(world, { namespace: meta.namespace, pod, set: keptFor, subnet });
}
