import type { RequirementResult, SuiteError, WaiverResult } from '../schemas/report/results.generated.js';

/** What a process exits with (docs/command-line.md). */
export const EXIT = {
  conformant: 0,
  notConformant: 1,
  usage: 2,
  cannotTest: 3,
  ownError: 4,
  interrupted: 130,
} as const;

/** What the results amount to. */
export interface Conclusion {
  readonly conformant: boolean;
  readonly exitCode: number;
}

/**
 * Conformant: no MUST requirement failed that is not waived, at least one requirement was exercised, every waiver is needed
 * and in force, the run is complete, and the suite itself did not fail.
 */
export function concludeRun(
  requirements: readonly RequirementResult[],
  waivers: readonly WaiverResult[],
  errors: readonly SuiteError[],
  run: { readonly interrupted: boolean; readonly complete: boolean },
): Conclusion {
  const exercised = requirements.some(({ verdict }) => verdict === 'pass' || verdict === 'fail');
  const failed = requirements.some(
    ({ level, verdict, waived }) => level === 'MUST' && verdict === 'fail' && waived !== true,
  );
  const badWaiver = waivers.some(({ state }) => state === 'unused' || state === 'stale' || state === 'expired');
  const conformant = exercised && !failed && !badWaiver && errors.length === 0 && run.complete;
  if (errors.length > 0) return { conformant, exitCode: EXIT.ownError };
  if (run.interrupted) return { conformant, exitCode: EXIT.interrupted };
  if (!exercised) return { conformant, exitCode: EXIT.cannotTest };
  // A run that a limit ended early cannot be a green gate, even where nothing failed so far.
  return { conformant, exitCode: conformant ? EXIT.conformant : EXIT.notConformant };
}
