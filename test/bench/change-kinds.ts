// What the process with the line and the one that asks it tell each other.

/** The changes that are measured. */
export const changes = ['pod', 'label', 'route', 'subnet', 'policy', 'wide policy'] as const;

/** What single changes of one sort cost. */
export interface ChangeCost {
  /** Seconds of our processor time of each, from the store to the operations. */
  readonly cpu: readonly number[];
  /** Seconds of each until they were committed and seen in the replica. */
  readonly wall: readonly number[];
  /** Operations, rows inserted, and derivations computed: those of the first; `constant` says whether all were alike. */
  readonly operations: number;
  readonly inserts: number;
  readonly computations: number;
  readonly constant: boolean;
  /** Seconds of ovsdb-server's processor time for one, a mean because it is counted in hundredths. */
  readonly server: number;
}

/** An answer of this worker. */
export type ChangeCosts = Readonly<Record<(typeof changes)[number], ChangeCost>>;
