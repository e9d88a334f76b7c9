import { assemble } from '../../harness/assemble.js';
import type { ScenarioResult } from '../../harness/engine.js';
import { curlOf } from '../../harness/lesspay/curl.js';
import { concludeRun } from '../../harness/verdict.js';
import { applyWaivers, type Waiver } from '../../harness/waivers.js';
import { findRequirement, lesspayRequirements } from '../../protocols/lesspay/requirements/index.js';
import { summarise } from '../../reports/summary.js';
import type { Ics } from '../../schemas/config/config.generated.js';
import type { RequirementResult, RunResult, SuiteError } from '../../schemas/report/results.generated.js';
import { lesspayObservers, lesspayScenarios } from '../../suites/lesspay/index.js';
import { scenariosByRequirement } from '../../suites/lesspay/scenarios-by-requirement.js';
import { stampedScore } from '../selftest/score.generated.js';
import { biteOf } from '../selftest/stamp.js';
import { acceptedAnswers, areaNotes, errataNotes } from './catalogue-notes.js';

/** Why a run is incomplete when the user ended it. */
export const INTERRUPTED = 'interrupted';

/** What is known of a run besides what came of its scenarios. */
type RunFacts = Pick<
  RunResult,
  | 'suite'
  | 'target'
  | 'ics'
  | 'seed'
  | 'runs'
  | 'startedAt'
  | 'finishedAt'
  | 'incompleteReason'
  | 'selection'
  | 'preflight'
  | 'limits'
>;

/** What a result is made of. */
export interface RunParts {
  readonly facts: RunFacts;
  readonly results: readonly ScenarioResult[];
  readonly exchanges: number;
  /** Our own errors outside of scenarios. */
  readonly errors: readonly SuiteError[];
  /** Ids of the requirements that the run was asked for. */
  readonly selected: ReadonlySet<string>;
  /** Ids of the scenarios that other shards exercise. */
  readonly elsewhere: ReadonlySet<string>;
  readonly waivers: readonly Waiver[];
  readonly replayCommand: (findingId: string) => string;
}

/** In the order of the suite, so that the numbers of findings do not depend on which scenario was through first. */
function inOrder(results: readonly ScenarioResult[]): readonly ScenarioResult[] {
  const places = new Map(lesspayScenarios.map(({ id }, place) => [id, place]));
  const placeOf = ({ scenario }: ScenarioResult): number => places.get(scenario) ?? places.size;
  return [...results].sort((a, b) => placeOf(a) - placeOf(b));
}

/** The result with what its requirement accepts, so that reports need no catalogue. */
function withCatalogue(result: RequirementResult): RequirementResult {
  const requirement = findRequirement(result.id);
  if (requirement === undefined) return result;
  const { errata } = requirement;
  return {
    ...result,
    accepted: acceptedAnswers(requirement),
    ...(errata.length === 0 ? {} : { errata: [...errata] }),
  };
}

/** Puts together what `results.json` says of a whole run, of one shard, or of merged shards. */
export function runResult(parts: RunParts): RunResult {
  const { facts, selected, elsewhere, replayCommand } = parts;
  const complete = facts.incompleteReason === undefined;
  const ics = facts.ics as Ics | null;
  const assembled = assemble(lesspayRequirements, {
    results: inOrder(parts.results),
    complete,
    scenariosOf: scenariosByRequirement(),
    observed: new Set(lesspayObservers.map(({ requirement }) => requirement)),
    selected,
    elsewhere,
    role: 'platform',
    replayCommand,
    curlOf: (finding) => curlOf(finding, { baseUrl: facts.target.url, reading: ics?.signature?.reading ?? 'DEMO' }),
  });
  const { requirements, waivers } = applyWaivers(assembled.requirements, parts.waivers, Date.parse(facts.startedAt), {
    partial: facts.selection.shard !== undefined,
  });
  const errors = [...assembled.errors, ...parts.errors];
  const bite = biteOf(stampedScore);
  const unproven = new Set(bite.unproven);
  const conclusion = concludeRun(requirements, waivers, errors, {
    interrupted: facts.incompleteReason === INTERRUPTED,
    complete,
  });
  const exercises = parts.results.reduce((sum, result) => sum + result.exercises, 0);
  return {
    schemaVersion: 1,
    suite: facts.suite,
    protocol: 'lesspay',
    role: 'platform',
    target: facts.target,
    ics: facts.ics,
    seed: facts.seed,
    runs: facts.runs,
    ...(facts.limits === undefined ? {} : { limits: facts.limits }),
    startedAt: facts.startedAt,
    finishedAt: facts.finishedAt,
    complete,
    ...(facts.incompleteReason === undefined ? {} : { incompleteReason: facts.incompleteReason }),
    ...conclusion,
    selection: facts.selection,
    preflight: facts.preflight,
    summary: summarise(requirements, exercises, parts.exchanges),
    bite,
    requirements: requirements.map((requirement) => ({
      ...withCatalogue(requirement),
      ...(requirement.verdict === 'pass' && unproven.has(requirement.id) ? { unproven: true as const } : {}),
    })),
    areas: areaNotes(requirements),
    errata: errataNotes(requirements.flatMap(({ id }) => findRequirement(id) ?? [])),
    waivers,
    errors,
  };
}

/** The command that sends a finding's smallest case again. `options` begins with a blank, or is empty. */
export function replayCommand(
  resultsFile: string,
  target: RunResult['target'],
  options: string,
): (findingId: string) => string {
  const where = target.reference ? '' : ` --url ${target.url}`;
  const file = word(resultsFile);
  return (findingId) => `lesspay-conformance run${where}${options} --replay ${findingId} ${file}`;
}

/** A name as one word of a shell. */
function word(name: string): string {
  return /^[\w./:@%+=,-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
}
