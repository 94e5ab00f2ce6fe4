/** The one interface that a kind implements. A kind is a folder; kinds meet only in the world (`src/topology`) and in `src/northbound`. */
import type { KindName, Verdicts } from '../api/index.ts';
import type { Northbound } from '../northbound/rows.ts';
import type { Translation } from '../reconcile/output.ts';
import type { Key, World } from '../store/store.ts';
import type { Inputs } from '../topology/facts.ts';

/** What a kind says about one object. `undefined` where there is nothing to say yet. */
export interface Report {
  readonly verdicts: Verdicts;
  /** Status fields besides `conditions` and `observedGeneration`; `undefined` removes one. */
  readonly status: Readonly<Record<string, unknown>>;
  /** A change of something in force that `status` tells, for people: an event, once, with the write of that status. */
  readonly news?: News;
  /** Whether a not-ready report may wait a few seconds for a better one: it saves a write per pod. */
  readonly patient?: boolean;
  /** Whether the object is on its way out, and will most likely be gone before anybody reads this: even a Ready=True that is over may stand a moment longer. */
  readonly leaving?: boolean;
}

/** An intended change, as an event of type Normal. */
export interface News {
  readonly reason: string;
  readonly note: string;
}

/** A kind. All functions are pure: no clock, no randomness, no I/O, no log. */
export interface Kind {
  readonly name: KindName;
  /** What an object becomes in OVN_Northbound. */
  northbound?(northbound: Northbound, world: World<Inputs>, key: Key): Translation;
  /** What `kubectl get` shows of it. */
  report?(world: World<Inputs>, key: Key): Report | undefined;
}

/**
 * A kind that becomes rows and is never written by us: one of Kubernetes' own, as `Service`, whose reports go where Kubernetes has a place for
 * them, or one that other objects imply, as `PodSet`.
 */
export interface KubernetesKind {
  readonly name: Exclude<keyof Inputs, KindName>;
  /** What an object becomes in OVN_Northbound. Pure. */
  northbound(northbound: Northbound, world: World<Inputs>, key: Key): Translation;
}
