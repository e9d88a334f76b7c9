import type { SelftestResult } from '../../schemas/report/results.generated.js';
import { suiteIdentity } from '../package-identity.js';
import type { Outcome } from './outcome.js';
import type { Score } from './score.js';

/** What `selftest --json` prints (schemas/report/selftest.schema.json). */
export function selftestResult(
  seed: number,
  matrix: readonly Outcome[],
  { faults, variants, unproven }: Score,
): SelftestResult {
  return {
    schemaVersion: 1,
    suite: suiteIdentity,
    seed,
    faults,
    variants,
    unproven: [...unproven],
    matrix: matrix as SelftestResult['matrix'],
  };
}
