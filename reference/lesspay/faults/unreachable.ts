/** A requirement that no fault of the reference platform can break in a way that the suite sees, and why. */
export interface Unreachable {
  readonly requirement: string;
  /** A sentence. */
  readonly reason: string;
}

/** Requirements that are covered by scenarios or observers and still have no fault. Reports call them "not proven to bite". */
export const unreachable: readonly Unreachable[] = [];
