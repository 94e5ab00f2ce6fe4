/**
 * In which Vpcs a Service exists: those of its endpoints. A pod's is found by its IP, never by its address alone, because two Vpcs may
 * have one range; what is in no Vpc (a node, a pod in its network, an address outside) is reached from every Vpc that the nodes are attached to.
 */
import type { Derivation, World } from '../store/store.ts';
import type { Inputs } from './facts.ts';
import { claimedAddresses, ipsByTarget, targetKey } from './indexes.ts';
import { attachedVpcs } from './join-network.ts';
import { compare } from './precedence.ts';
import {
  attachedVpcOf,
  endpointsOfService,
  isForwarded,
  isInVpc,
  routesTo,
  type ServiceEndpoint,
  type ServiceRoute,
} from './services.ts';
import { servingNamespace } from './serving.ts';
import { defaultSubnet } from './subnets.ts';

/** A Service in one Vpc: only the endpoints that can be reached from there. */
export interface ServiceInVpc {
  readonly vpc: string;
  readonly routes: readonly ServiceRoute[];
}

/** A Service (`namespace/name`) in each of its Vpcs, sorted by their names. */
export const serviceInVpcs: Derivation<Inputs, readonly ServiceInVpc[]> = {
  name: 'serviceInVpcs',
  compute(world, key) {
    const service = world.get('Service', key);
    if (!service || !isForwarded(service)) return [];
    const { namespace } = service.meta;
    const placed = world
      .derive(endpointsOfService, key)
      .map((endpoint) => ({ endpoint, place: placeOf(world, namespace, endpoint) }));
    const attached = placed.some(({ place }) => place === outside) ? world.derive(attachedVpcs, '') : [];
    const homes = placed.flatMap(({ place }) => (place === undefined || place === outside ? [] : [place]));
    const found = new Set([...homes, ...attached]);
    // Without any endpoint it is where its namespace's pods are, and refuses there.
    const vpcs = found.size > 0 ? found : world.derive(servingVpcs, namespace);
    return [...vpcs].sort(compare).map((vpc) => ({
      vpc,
      routes: routesTo(
        service,
        placed
          .filter(({ place }) => place === vpc || (place === outside && attached.includes(vpc)))
          .map(({ endpoint }) => endpoint),
      ),
    }));
  },
};

/** The place of what is in no Vpc; no Vpc can be called so. */
const outside = '(outside)';

/** The Vpc of an endpoint, or {@link outside}; `undefined` for a pod whose place is not known (yet). */
function placeOf(world: World<Inputs>, namespace: string, { address, pod }: ServiceEndpoint): string | undefined {
  // Pods of other namespaces are not this Service's to name; their addresses are as good as any.
  if (pod && pod.namespace === namespace)
    return world.derive(placeOfPod, `${pod.namespace}/${pod.name} ${pod.uid} ${address}`);
  return (
    world.derive(servingVpcs, namespace).find((vpc) => isInVpc(world, vpc, address)) ??
    attachedVpcOf(world, address) ??
    outside
  );
}

/** {@link placeOf} for the key `namespace/name uid address`. */
const placeOfPod: Derivation<Inputs, string | undefined> = {
  name: 'placeOfPod',
  compute(world, key) {
    const [pod = '', uid, address = ''] = key.split(' ');
    const [namespace = '', name = ''] = pod.split('/');
    for (const each of world.list(ipsByTarget, targetKey('Pod', namespace, name))) {
      const ip = world.get('IP', each);
      if (!ip?.bound || (uid !== '' && ip.bound.uid !== uid) || !claimedAddresses(ip).includes(address)) continue;
      return world.get('Subnet', ip.spec.subnet)?.spec.vpc;
    }
    return world.get('Pod', pod)?.hostNetwork ? outside : undefined;
  },
};

/** The Vpcs of the Subnets that serve a namespace's pods, sorted. */
const servingVpcs: Derivation<Inputs, readonly string[]> = {
  name: 'servingVpcs',
  compute(world, namespace) {
    const serving = world.derive(servingNamespace, namespace);
    const fallback = world.derive(defaultSubnet, '');
    const subnets = serving.length > 0 || fallback === undefined ? serving : [fallback];
    return [...new Set(subnets.flatMap((name) => world.get('Subnet', name)?.spec.vpc ?? []))].sort(compare);
  },
};
