/** The score of the last self-test that was written, and what it was computed from. */
export interface StampedScore {
  /** The version of the suite. */
  readonly version: string;
  /** `registryDigest()` at the time. */
  readonly digest: string;
  readonly faults: { readonly total: number; readonly caught: number };
  readonly variants: { readonly total: number; readonly clean: number };
  readonly unproven: readonly string[];
  /** The faults that were not caught as listed; of all others the matrix follows from the registry. */
  readonly uncaught: readonly {
    readonly id: string;
    /** The requirements that failed as they must, and prove something. */
    readonly proves: readonly string[];
  }[];
}
