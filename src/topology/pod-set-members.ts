/** Who is in the sets of pods that policies name, and where: a pod asks for its sets, a set for the Vpcs and port numbers that it may have. */
import type { LabelSelector } from '../api/index.ts';
import type { Derivation, World } from '../store/store.ts';
import type { Inputs } from './facts.ts';
import {
  clusterPoliciesBySubject,
  namedPortsOfNamespace,
  podSetsByLabel,
  podSetsByLabelKey,
  policiesBySubject,
  sharesOfNamespace,
} from './indexes.ts';
import { selects } from './selector.ts';

/** Whether sets that may have pods of a namespace are found by a label, by `namespace key`. */
const findsSets: Derivation<Inputs, boolean> = {
  name: 'findsSets',
  compute: (world, key) =>
    world.count(podSetsByLabelKey, key) > 0 || world.count(podSetsByLabelKey, key.slice(key.indexOf(' '))) > 0,
};

/** The sets that may have pods of a namespace with a label, by `namespace key=value`; by `namespace ` those that ask for none. */
const setsByLabel: Derivation<Inputs, readonly string[]> = {
  name: 'setsByLabel',
  compute(world, key) {
    const space = key.indexOf(' ');
    const [namespace, label] = [key.slice(0, space), key.slice(space)];
    return [
      ...world.list(podSetsByLabel, key),
      ...world
        .list(podSetsByLabel, label)
        .filter((set) => selectsNamespace(world, world.get('PodSet', set)?.namespaceSelector, namespace)),
    ];
  },
};

function selectsNamespace(world: World<Inputs>, selector: LabelSelector | undefined, namespace: string): boolean {
  const labels = world.get('Namespace', namespace)?.labels;
  return labels !== undefined && selects(selector, labels);
}

/** A set that a pod is in; `number` is that of its port, for a set with a named port. */
export interface Membership {
  readonly set: string;
  readonly number?: number;
}

/** The sets that a pod is in. */
export const setsOfPod: Derivation<Inputs, readonly Membership[]> = {
  name: 'setsOfPod',
  compute(world, key) {
    const pod = world.get('Pod', key);
    if (!pod || pod.hostNetwork) return [];
    const { namespace } = pod.meta;
    // A policy comes and goes without a question to the pods that it can't select.
    const own = Object.entries(pod.labels).filter(([label]) => world.derive(findsSets, `${namespace} ${label}`));
    const sets = ['', ...own.map(([label, value]) => `${label}=${value}`)].flatMap((label) =>
      world.derive(setsByLabel, `${namespace} ${label}`),
    );
    return sets.sort().flatMap((set): readonly Membership[] => {
      const facts = world.get('PodSet', set);
      if (!facts || !selects(facts.podSelector, pod.labels)) return [];
      const { port } = facts;
      if (!port) return [{ set }];
      const named = pod.ports.filter(({ name, protocol }) => name === port.name && protocol === port.protocol);
      return [...new Set(named.map((each) => each.port))].map((number) => ({ set, number }));
    });
  },
};

const namespacesOfSet: Derivation<Inputs, readonly string[]> = {
  name: 'namespacesOfSet',
  compute(world, key) {
    const set = world.get('PodSet', key);
    if (!set) return [];
    if (set.namespace !== undefined) return [set.namespace];
    return world.all('Namespace').filter((namespace) => selectsNamespace(world, set.namespaceSelector, namespace));
  },
};

/** The Vpcs in which a namespace has IPs, whatever the state of their Subnets: what runs must keep its groups. */
const vpcsOfNamespace: Derivation<Inputs, readonly string[]> = {
  name: 'vpcsOfNamespace',
  compute: (world, namespace) =>
    distinct(
      world
        .list(sharesOfNamespace, namespace)
        .flatMap((key) => world.get('Subnet', world.get('Share', key)?.subnet ?? '')?.spec.vpc ?? []),
    ),
};

/** The Vpcs in which a set may have members: in each it is a group of its own, because two Vpcs may use the same addresses. */
export const vpcsOfSet: Derivation<Inputs, readonly string[]> = {
  name: 'vpcsOfSet',
  compute: (world, key) =>
    distinct(world.derive(namespacesOfSet, key).flatMap((namespace) => world.derive(vpcsOfNamespace, namespace))),
};

/** The numbers that a set's named port may have, in ascending order. */
export const numbersOfSet: Derivation<Inputs, readonly number[]> = {
  name: 'numbersOfSet',
  compute(world, key) {
    const port = world.get('PodSet', key)?.port;
    if (!port) return [];
    const numbers = world
      .derive(namespacesOfSet, key)
      .flatMap((namespace) => world.list(namedPortsOfNamespace, `${namespace} ${port.protocol}/${port.name}`))
      .flatMap((each) => world.get('NamedPort', each)?.number ?? []);
    return [...new Set(numbers)].sort((a, b) => a - b);
  },
};

/** Whether some policy lets the pods of a set have only what rules allow, in a direction. */
export const isolates = (world: World<Inputs>, set: string, direction: 'ingress' | 'egress'): boolean =>
  world.count(policiesBySubject, `${set} ${direction}`) > 0;

/** Whether some policy has something to say about what the pods of a set may have, in a direction. */
export const limits = (world: World<Inputs>, set: string, direction: 'ingress' | 'egress'): boolean =>
  isolates(world, set, direction) || world.count(clusterPoliciesBySubject, `${set} ${direction}`) > 0;

const distinct = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();

/** Whether some policy has something to say about what the pods of a set may send. */
const limitsEgress: Derivation<Inputs, boolean> = {
  name: 'limitsEgress',
  compute: (world, set) => limits(world, set, 'egress'),
};

/** The same of a pod. */
export const isEgressLimited = (world: World<Inputs>, pod: string): boolean =>
  world.derive(setsOfPod, pod).some(({ set }) => world.derive(limitsEgress, set));
