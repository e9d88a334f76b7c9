import type { Requirement, Role } from '../protocols/requirement.js';
import type { Finding, Reason, RequirementResult, SuiteError, Verdict } from '../schemas/report/results.generated.js';
import type { ScenarioResult } from './engine.js';
import { type FoundFailure, merge, newTally, type Tally } from './tally.js';

/** What a run produced, before it is put into requirements. */
export interface Harvest {
  readonly results: readonly ScenarioResult[];
  /** False when the run ended before all selected scenarios were through. */
  readonly complete: boolean;
  /** Scenario ids by requirement, of the whole suite. */
  readonly scenariosOf: ReadonlyMap<string, readonly string[]>;
  /** Requirements that are judged on all traffic, of the whole suite. */
  readonly observed: ReadonlySet<string>;
  /** Ids of the requirements that the run was asked for. */
  readonly selected: ReadonlySet<string>;
  /** Ids of the scenarios that other shards of the same run exercise. */
  readonly elsewhere?: ReadonlySet<string>;
  readonly role: Role;
  /** The command that sends a finding's smallest case again. */
  readonly replayCommand: (findingId: string) => string;
  /** The line that sends a finding's decisive request again. */
  readonly curlOf: (finding: FoundFailure) => Pick<Finding, 'curl' | 'curlNote'>;
}

/** One result for each requirement in force of the role, in the order of the catalogue; and our own errors. */
export function assemble(
  catalogue: readonly Requirement[],
  harvest: Harvest,
): { requirements: RequirementResult[]; errors: SuiteError[] } {
  const tallies = new Map<string, Tally>();
  const errors: SuiteError[] = [];
  const broken = new Set<string>();
  for (const { scenario, tallies: found, error } of harvest.results) {
    if (error !== undefined) {
      errors.push({ where: scenario, message: error });
      for (const { requirement } of found) broken.add(requirement);
    }
    for (const tally of found) {
      const whole = tallies.get(tally.requirement) ?? newTally(tally.requirement);
      merge(whole, tally);
      tallies.set(tally.requirement, whole);
    }
  }
  const requirements = catalogue
    .filter(({ role, level }) => role === harvest.role && level !== 'withdrawn')
    .map((requirement) => resultOf(requirement, tallies.get(requirement.id), broken.has(requirement.id), harvest));
  return { requirements, errors };
}

function resultOf(
  requirement: Requirement,
  tally: Tally | undefined,
  isBroken: boolean,
  harvest: Harvest,
): RequirementResult {
  const { id, level, role, area, statement, source, coverage } = requirement;
  const seen = tally ?? newTally(id);
  const judged = seen.passed + seen.failed + seen.inconclusive;
  const { verdict, reason } = isBroken
    ? { verdict: 'error' as const, reason: { code: 'suiteError', message: 'The suite itself failed; see errors.' } }
    : verdictOf(requirement, seen, harvest);
  const findings =
    verdict === 'fail'
      ? seen.findings.map((finding, index): Finding => {
          const findingId = `${id}.${index + 1}`;
          const replay = finding.path === null ? '' : harvest.replayCommand(findingId);
          return { id: findingId, ...finding, replay, ...harvest.curlOf(finding) };
        })
      : [];
  return {
    id,
    level: level as RequirementResult['level'],
    role,
    area,
    statement,
    source,
    coverage,
    verdict,
    ...(reason === undefined ? {} : { reason }),
    exercises: judged,
    scenarios: seen.scenarios,
    classes: seen.classes,
    remarks: [...seen.remarks, ...infoRemarks(requirement, seen)],
    findings,
  };
}

/** An `info` requirement records and never fails: what would have been a violation becomes a remark. */
function infoRemarks({ level }: Requirement, seen: Tally): RequirementResult['remarks'] {
  if (level !== 'info') return [];
  return seen.findings.flatMap(({ violations, failures }) =>
    violations.map(({ expected, received }) => ({
      text: `recorded: ${received} (expected: ${expected})`,
      count: failures,
    })),
  );
}

function verdictOf(requirement: Requirement, seen: Tally, harvest: Harvest): { verdict: Verdict; reason?: Reason } {
  if (!harvest.selected.has(requirement.id)) {
    return {
      verdict: 'notTested',
      reason: { code: 'notSelected', message: 'The run was restricted to other requirements.' },
    };
  }
  if (seen.failed > 0 && requirement.level !== 'info') return { verdict: 'fail' };
  if (seen.passed > 0 || seen.failed > 0) return { verdict: 'pass' };
  // Where one of several scenarios is not claimed but another is and was not run, the requirement does apply.
  const weight = ({ code, count }: { code: string; count: number }): number => (code === 'notClaimed' ? -1 : count);
  const [reason] = [...seen.reasons].sort((a, b) => weight(b) - weight(a));
  if (seen.inconclusive > 0 && reason !== undefined) {
    return { verdict: 'inconclusive', reason: { code: reason.code, message: reason.message } };
  }
  if (reason !== undefined) {
    const verdict = reason.code === 'notClaimed' ? 'notApplicable' : 'notTested';
    return { verdict, reason: { code: reason.code, message: reason.message } };
  }
  return { verdict: 'notTested', reason: untestedReason(requirement, harvest) };
}

function untestedReason({ id, coverage, coverageNote }: Requirement, harvest: Harvest): Reason {
  const covered = harvest.scenariosOf.has(id) || harvest.observed.has(id);
  const own = harvest.scenariosOf.get(id) ?? [];
  if (own.length > 0 && own.every((scenario) => harvest.elsewhere?.has(scenario) === true)) {
    return { code: 'otherShard', message: 'Its scenarios are in other shards of this run.' };
  }
  if (covered && !harvest.complete) return { code: 'interrupted', message: 'The run ended before it was exercised.' };
  if (harvest.observed.has(id)) return { code: 'notObserved', message: 'No exchange of this run speaks about it.' };
  if (covered) return { code: 'notExercised', message: 'Its scenarios did not reach what it speaks about.' };
  switch (coverage) {
    case 'needsOperator':
      return { code: 'needsOperator', message: coverageNote ?? 'It needs an operator of the target.' };
    case 'codeReview':
      return { code: 'notObservable', message: coverageNote ?? 'It cannot be seen from outside.' };
    case 'scenario':
    case 'observed':
      return { code: 'noScenario', message: 'This version of the suite has no scenario for it yet.' };
  }
}
