/** Who wins (api: "who wins"): the incumbent, then the older, then the name. The same for every kind, so it is written once. */
import type { ResourceFacts } from './facts.ts';

/** Orders resources so that of two in conflict the first keeps what both want. */
export function precedes(a: ResourceFacts<unknown>, b: ResourceFacts<unknown>): number {
  return incumbency(a) - incumbency(b) || byAge(a, b);
}

/** Accepted as it is now, accepted as it was before its last change, not accepted: else an older one could take away what works by a change. */
function incumbency({ accepted, acceptedGeneration, meta }: ResourceFacts<unknown>): number {
  if (!accepted) return 2;
  return acceptedGeneration === undefined || acceptedGeneration === meta.generation ? 0 : 1;
}

/** The older first, then the smaller namespace/name. */
export function byAge(a: Pick<ResourceFacts<unknown>, 'meta'>, b: Pick<ResourceFacts<unknown>, 'meta'>): number {
  return (
    compare(a.meta.created, b.meta.created) ||
    compare(a.meta.namespace, b.meta.namespace) ||
    compare(a.meta.name, b.meta.name)
  );
}

/** Order of text by code unit: the same in every locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
