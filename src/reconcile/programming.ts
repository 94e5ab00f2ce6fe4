/** What the right end of the line knows of an owner: an input like any other, so that conditions follow from the store alone. */

/** How far an owner's present translation is in the database. */
export type ProgrammingState =
  /** The replica holds it. */
  | 'programmed'
  /** What was programmed earlier stays; the present translation is not resolved. */
  | 'held'
  /** Nothing of it is in the database. */
  | 'withheld'
  /** The server refuses it, or its translation failed. */
  | 'failed';

/** Facts of one owner, kept in the store under the kind `Programming`. */
export interface Programming {
  readonly state: ProgrammingState;
  /** For `failed`: a reason of `src/api/reasons.ts` and a sentence; for `withheld` perhaps a sentence. */
  readonly reason?: string;
  readonly message?: string;
  /** Whether the database's consumer (ovn-northd, by `NB_Global.sb_cfg`) has caught up with the transaction that wrote it. */
  readonly realised: boolean;
}

/** What the store of every line holds beside its own kinds. */
export interface LineInputs {
  Programming: Programming;
}
