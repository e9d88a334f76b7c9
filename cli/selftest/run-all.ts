import { assemble } from '../../harness/assemble.js';
import { runScenario, type ScenarioResult } from '../../harness/engine.js';
import type { Actors } from '../../harness/lesspay/actors.js';
import type { Profile } from '../../harness/lesspay/profile.js';
import { observedResult } from '../../harness/observed-result.js';
import type { Session } from '../../harness/session.js';
import { lesspayRequirements } from '../../protocols/lesspay/requirements/index.js';
import type { RequirementResult, SuiteError } from '../../schemas/report/results.generated.js';
import { lesspayObservers } from '../../suites/lesspay/index.js';
import type { LesspayScenario } from '../../suites/lesspay/scenario.js';
import { scenariosByRequirement } from '../../suites/lesspay/scenarios-by-requirement.js';

/** What scenarios and observers say about one platform. */
export interface Findings {
  readonly requirements: readonly RequirementResult[];
  readonly errors: readonly SuiteError[];
  readonly exercises: number;
  readonly exchanges: number;
}

/** Carries out the work of a scenario. */
export type Within = (scenario: string, work: () => Promise<ScenarioResult>) => Promise<ScenarioResult>;

const everything: ReadonlySet<string> = new Set(lesspayRequirements.map(({ id }) => id));
const observed: ReadonlySet<string> = new Set(lesspayObservers.map(({ requirement }) => requirement));
const byRequirement = scenariosByRequirement();

/**
 * Runs the scenarios, so many side by side, and puts their results and those of the observers into requirements. Those that
 * move the clock come last, so that it goes on for the orders of all others, however many these are.
 */
export async function runAll(
  session: Session<Actors, Profile>,
  scenarios: readonly LesspayScenario[],
  atOnce: number,
  within: Within = (_scenario, work) => work(),
): Promise<Findings> {
  const run = (scenario: LesspayScenario): Promise<ScenarioResult> =>
    within(scenario.id, () => runScenario(scenario, session.world, session.options));
  const results = [
    ...(await sideBySide(
      scenarios.filter(({ exclusive }) => !exclusive),
      atOnce,
      run,
    )),
    ...(await sideBySide(
      scenarios.filter(({ exclusive }) => exclusive),
      1,
      run,
    )),
  ];
  const watched = lesspayObservers.map(({ requirement }) => observedResult(session.observed(requirement)));
  const { requirements, errors } = assemble(lesspayRequirements, {
    results: [...results, ...watched],
    complete: true,
    scenariosOf: byRequirement,
    observed,
    selected: everything,
    role: 'platform',
    replayCommand: () => '',
    curlOf: () => ({ curl: null }),
  });
  const exercises = results.reduce((sum, result) => sum + result.exercises, 0);
  return { requirements, errors, exercises, exchanges: session.exchanges() };
}

async function sideBySide<T, R>(items: readonly T[], atOnce: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const one = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) results[index] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return results;
}
