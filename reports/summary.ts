import type { RequirementResult, Summary, VerdictCounts } from '../schemas/report/results.generated.js';

/**
 * Counts the verdicts of a run, in all and by level. Every number of every report comes from here.
 *
 * @param requirements every requirement in force for the role, selected or not
 * @param exercises how many exercises counted for the verdicts
 * @param exchanges how many exchanges were recorded
 */
export function summarise(requirements: readonly RequirementResult[], exercises: number, exchanges: number): Summary {
  const summary: Summary = {
    requirements: requirements.length,
    verdicts: countVerdicts(requirements),
    byLevel: {
      MUST: countVerdicts(requirements.filter(({ level }) => level === 'MUST')),
      SHOULD: countVerdicts(requirements.filter(({ level }) => level === 'SHOULD')),
      MAY: countVerdicts(requirements.filter(({ level }) => level === 'MAY')),
      info: countVerdicts(requirements.filter(({ level }) => level === 'info')),
    },
    remarks: requirements.filter(({ verdict, remarks }) => verdict === 'pass' && remarks.length > 0).length,
    waived: requirements.filter(({ waived }) => waived === true).length,
    exercises,
    exchanges,
  };
  return summary;
}

/** How many requirements of the list have each verdict. */
export function countVerdicts(requirements: readonly RequirementResult[]): VerdictCounts {
  const counts: VerdictCounts = { pass: 0, fail: 0, inconclusive: 0, notApplicable: 0, notTested: 0, error: 0 };
  for (const { verdict } of requirements) counts[verdict] += 1;
  return counts;
}
