import type { Level, Requirement } from '../../protocols/requirement.js';
import type { RequirementResult, Verdict } from '../../schemas/report/results.generated.js';

/** A requirement of a made-up catalogue. */
export function requirement(id: string, changes: Partial<Requirement> = {}): Requirement {
  return {
    id,
    level: 'MUST',
    role: 'platform',
    area: id.replace(/-\d+$/, ''),
    statement: `The statement of ${id}`,
    source: 'S000',
    accepted: [],
    needs: [],
    coverage: 'scenario',
    errata: [],
    ...changes,
  };
}

/** A requirement's result. */
export function resultOf(
  id: string,
  verdict: Verdict,
  changes: Partial<RequirementResult> & { level?: Exclude<Level, 'withdrawn'> } = {},
): RequirementResult {
  return {
    id,
    level: 'MUST',
    role: 'platform',
    area: 'A',
    statement: '',
    source: '',
    coverage: 'scenario',
    verdict,
    exercises: 0,
    scenarios: [],
    classes: {},
    remarks: [],
    findings: [],
    ...changes,
  };
}
