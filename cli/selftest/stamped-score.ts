/** The score of the last self-test that was written, and what it was computed from. */
export interface StampedScore {
  /** The version of the suite. */
  readonly version: string;
  /** `registryDigest()` at the time. */
  readonly digest: string;
  readonly faults: { readonly total: number; readonly caught: number };
  readonly variants: { readonly total: number; readonly clean: number };
  readonly unproven: readonly string[];
}
