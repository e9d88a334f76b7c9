import type { AcceptanceProfile } from '../../schemas/config/config.generated.js';

/** How many requirements may be otherwise than passed; null: any number. */
export interface Tolerance {
  readonly failed: number | null;
  readonly inconclusive: number | null;
  readonly notTested: number | null;
  readonly notApplicable: number | null;
}

/** The levels that a profile speaks about. */
export const PROFILE_LEVELS = ['MUST', 'SHOULD', 'MAY'] as const;

/** A profile with every default filled in (schema `config/acceptance-profile`). */
export interface FullProfile {
  readonly schemaVersion: 1;
  readonly name: string;
  readonly areas: 'all' | readonly string[];
  readonly levels: Readonly<Record<(typeof PROFILE_LEVELS)[number], Tolerance>>;
  readonly waivers: { readonly atMost: number | null };
  readonly bite: { readonly faultsCaught: number; readonly variantsClean: number };
  /** Exercises per property. */
  readonly minRuns: number;
  readonly maxAgeDays: number | null;
  readonly requireProduct: boolean;
  readonly allowReference: boolean;
}

const anything: Tolerance = { failed: null, inconclusive: null, notTested: null, notApplicable: null };

/**
 * What a run must show where nobody says otherwise: every area tested, every MUST that can be tested from outside passed or not
 * claimed, no waiver, at least ten exercises per property, a suite that caught every planted defect, at most 30 days old, of a product that is named.
 */
export const DEFAULT_PROFILE: FullProfile = {
  schemaVersion: 1,
  name: 'default',
  areas: 'all',
  levels: {
    MUST: { failed: 0, inconclusive: 0, notTested: 0, notApplicable: null },
    SHOULD: anything,
    MAY: anything,
  },
  waivers: { atMost: 0 },
  bite: { faultsCaught: 1, variantsClean: 1 },
  minRuns: 10,
  maxAgeDays: 30,
  requireProduct: true,
  allowReference: false,
};

/** A profile as it was written, completed from the default. */
export function fullProfile(profile: AcceptanceProfile): FullProfile {
  const { $schema: _schema, name, levels = {}, waivers, bite, ...own } = profile;
  const base = DEFAULT_PROFILE;
  return {
    ...base,
    ...own,
    name: name ?? 'unnamed',
    levels: {
      MUST: { ...base.levels.MUST, ...levels.MUST },
      SHOULD: { ...base.levels.SHOULD, ...levels.SHOULD },
      MAY: { ...base.levels.MAY, ...levels.MAY },
    },
    waivers: { ...base.waivers, ...waivers },
    bite: { ...base.bite, ...bite },
  };
}
