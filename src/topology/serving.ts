/**
 * Which Subnet a new pod gets, and who may name a Subnet. Asked when an IP is made, never again: changed labels count for new
 * pods only. The agent asks the same functions for the words of a pod that nobody serves.
 */
import type { Derivation, World } from '../store/store.ts';
import type { Inputs } from './facts.ts';
import { byAge } from './precedence.ts';
import { selects } from './selector.ts';
import { defaultSubnet, subnetNetwork } from './subnets.ts';
import type { Finding } from './verdict.ts';

/** Accepted Subnets whose namespaceSelector matches a namespace: those with a podSelector first, then by priority, age, name. */
export const servingNamespace: Derivation<Inputs, readonly string[]> = {
  name: 'servingNamespace',
  compute(world, namespace) {
    const labels = world.get('Namespace', namespace)?.labels;
    if (!labels) return [];
    return world
      .all('Subnet')
      .filter((name) => selects(world.get('Subnet', name)?.spec.namespaceSelector, labels))
      .filter((name) => world.derive(subnetNetwork, name) !== undefined)
      .map((name) => world.get('Subnet', name)!)
      .sort(
        (a, b) =>
          Number(b.spec.podSelector !== undefined) - Number(a.spec.podSelector !== undefined) ||
          a.spec.priority - b.spec.priority ||
          byAge(a, b),
      )
      .map((subnet) => subnet.meta.name);
  },
};

/** The Subnets that may give a pod its address, in the order in which they are asked; all of one Vpc. Empty when none serves it. */
export function candidates(world: World<Inputs>, pod: Inputs['Pod']): readonly string[] {
  const { namespace } = pod.meta;
  const serving = world.derive(servingNamespace, namespace).filter((name) => {
    const subnet = world.get('Subnet', name);
    return (
      subnet &&
      !subnet.meta.deleting &&
      (subnet.spec.podSelector === undefined || selects(subnet.spec.podSelector, pod.labels))
    );
  });
  const fallback = world.derive(defaultSubnet, '');
  const names =
    serving.length > 0
      ? serving
      : fallback !== undefined && world.derive(subnetNetwork, fallback) && !world.get('Subnet', fallback)?.meta.deleting
        ? [fallback]
        : [];
  const vpc = names[0] && world.get('Subnet', names[0])?.spec.vpc;
  return names.filter((name) => world.get('Subnet', name)?.spec.vpc === vpc);
}

/** What a pod is told that no Subnet serves. */
export function notServed(namespace: string, pod: string): string {
  return `no Subnet serves pod ${namespace}/${pod}: make a Subnet whose namespaceSelector matches namespace ${namespace}, or one with default: true`;
}

/** Why IPs of a namespace may not name a Subnet; `undefined` when they may. */
export function permission(world: World<Inputs>, subnet: Inputs['Subnet'], namespace: string): Finding | undefined {
  const { from, selector } = subnet.spec.allowedNamespaces;
  const labels = world.get('Namespace', namespace)?.labels ?? {};
  const name = subnet.meta.name;
  const permitted =
    from === 'All' ||
    (from === 'Selector' && selects(selector, labels)) ||
    (from === 'Served' && serves(world, subnet, namespace));
  if (permitted) return undefined;
  return {
    reason: 'RefNotPermitted',
    message: `Subnet ${name} does not permit namespace ${namespace} (spec.allowedNamespaces.from: ${from}). Name another Subnet, or ask the network admin to permit it: kubectl get vsub ${name} -o jsonpath='{.spec.allowedNamespaces}'`,
  };
}

/** Whether a Subnet serves a namespace: by its selector, or as the default of namespaces that no other Subnet serves. */
function serves(world: World<Inputs>, subnet: Inputs['Subnet'], namespace: string): boolean {
  if (!subnet.spec.default)
    return selects(subnet.spec.namespaceSelector, world.get('Namespace', namespace)?.labels ?? {});
  return world.derive(servingNamespace, namespace).length === 0;
}

/** For status: how many namespaces a Subnet serves, and those where a Subnet of another Vpc goes first. */
export const servedNamespaces: Derivation<
  Inputs,
  { readonly serving: number; readonly shadowed: readonly { readonly namespace: string; readonly by: string }[] }
> = {
  name: 'servedNamespaces',
  compute(world, name) {
    const subnet = world.get('Subnet', name);
    let serving = 0;
    const shadowed: { namespace: string; by: string }[] = [];
    for (const namespace of subnet ? world.all('Namespace') : []) {
      const order = world.derive(servingNamespace, namespace);
      if (subnet?.spec.default ? order.length > 0 || world.derive(defaultSubnet, '') !== name : !order.includes(name))
        continue;
      const first = order[0];
      const by = first === undefined || world.get('Subnet', first)?.spec.vpc === subnet?.spec.vpc ? undefined : first;
      if (by === undefined) serving++;
      else shadowed.push({ namespace, by });
    }
    return { serving, shadowed: shadowed.slice(0, 16) };
  },
};
