import { lesspayRequirements } from '../../../protocols/lesspay/requirements/index.js';
import type { Coverage } from '../../../protocols/requirement.js';
import type { LesspayScenario } from '../../../suites/lesspay/scenario.js';

/** The requirements that the scenarios judge, sorted. */
export function judgedOf(scenarios: readonly LesspayScenario[]): string[] {
  return [...new Set(scenarios.flatMap(({ judge }) => Object.keys(judge)))].sort();
}

/** The requirements of an area that bind the platform, are in force, and are to be exercised on purpose. */
export function scenarioRequirementsOf(area: string): string[] {
  return inForce(area, 'scenario');
}

/** The requirements of an area that bind the platform, are in force, and are judged on all traffic. */
export function observedRequirementsOf(area: string): string[] {
  return inForce(area, 'observed');
}

function inForce(area: string, coverage: Coverage): string[] {
  return lesspayRequirements
    .filter((entry) => entry.area === area && entry.role === 'platform')
    .filter((entry) => entry.coverage === coverage && entry.level !== 'withdrawn')
    .map(({ id }) => id);
}
