import fc from 'fast-check';
import type { EngineOptions } from './engine-options.js';
import { type Exercise, exerciseOf } from './exercise.js';
import { NotAllowed } from './not-allowed.js';
import { Progress, type ScenarioResult } from './progress.js';
import type { Scenario } from './scenario.js';
import { scenarioSeed } from './seeds.js';
import { asDrawn, findSmallest } from './smallest.js';
import type { World } from './world.js';

export type { ScenarioResult } from './progress.js';

/** Generates, drives, judges, and makes counterexamples small. Knows neither the protocol nor Vitest. */
export async function runScenario<Actors, Profile>(
  scenario: Scenario<Actors, Profile>,
  world: World<Actors, Profile>,
  options: EngineOptions,
): Promise<ScenarioResult> {
  const progress = new Progress(scenario);
  const result = (error?: string): ScenarioResult => {
    world.keep(progress.record(error));
    return progress.result(error);
  };
  const obstacle = whyNot(scenario, world);
  if (obstacle !== null) {
    progress.noteNotRun(obstacle);
    return result();
  }
  const stopped = (): boolean => options.signal?.aborted ?? false;
  const exercise = exerciseOf(scenario, world, stopped);
  try {
    let notAllowed: NotAllowed | null = null;
    for (const situation of scenario.cases) {
      if (options.replay === undefined || options.replay.situation === situation) {
        const refused = await exerciseSituation(scenario, world.profile, options, situation, exercise, progress);
        notAllowed = refused ?? notAllowed;
      }
    }
    if (notAllowed !== null) progress.noteNotRun(notAllowed);
    if (scenario.timed && options.timing !== undefined) progress.noteTiming(options.timing);
    for (const failing of progress.failing) {
      const { requirement, first } = failing;
      const search = options.replay === undefined && !stopped();
      const smallest = search
        ? await findSmallest(scenario, world.profile, requirement, first, options, exercise)
        : asDrawn(first, options);
      progress.report(failing, smallest, options.seed);
    }
  } catch (error) {
    return result(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  return result();
}

/** Why a scenario cannot be run in this world; null when it can. */
function whyNot<Actors, Profile>(
  scenario: Scenario<Actors, Profile>,
  world: World<Actors, Profile>,
): { readonly code: string; readonly message: string } | null {
  if (!scenario.claimed(world.profile)) {
    return { code: 'notClaimed', message: 'The implementation conformance statement does not claim it.' };
  }
  for (const need of scenario.needs) {
    const message = world.missing(need);
    if (message !== null) return { code: `needs${need.charAt(0).toUpperCase()}${need.slice(1)}`, message };
  }
  return null;
}

/** How many exercises one situation of a scenario has in a run. */
export function exercisesOfSituation(
  { weight, cases }: Pick<Scenario<never, never>, 'weight' | 'cases'>,
  runs: number,
): number {
  return Math.max(1, Math.round((runs * weight) / cases.length));
}

/**
 * Draws and exercises the share of one situation. Resolves with what this run may not do for it, or null.
 *
 * @throws what a scenario throws: our own error
 */
async function exerciseSituation<Actors, Profile>(
  scenario: Scenario<Actors, Profile>,
  profile: Profile,
  options: EngineOptions,
  situation: string,
  exercise: Exercise,
  progress: Progress<Actors, Profile>,
): Promise<NotAllowed | null> {
  const stopped = (): boolean => options.signal?.aborted ?? false;
  const seed = scenarioSeed(options.seed, scenario.id, situation);
  const numRuns = exercisesOfSituation(scenario, options.runs);
  const { replay } = options;
  let index = 0;
  let ownError: { readonly error: unknown } | null = null;
  let notAllowed: NotAllowed | null = null;
  await fc.check(
    fc.asyncProperty(scenario.given(profile, situation), async (given) => {
      // A path into the shrunk values goes on with the values beside it.
      if (stopped() || ownError !== null || (replay !== undefined && index > 0)) return;
      try {
        const exercised = await exercise(given, { situation, index, purpose: 'run', alone: false });
        // What was cut off by the end of the run says nothing about the target.
        if (!stopped()) progress.count(exercised, situation, index);
      } catch (error) {
        // Another value of the same scenario may do without what this run may not do.
        if (error instanceof NotAllowed) notAllowed = error;
        else ownError = { error };
      }
      index += 1;
    }),
    replay === undefined ? { seed, numRuns } : { seed, path: replay.path, numRuns: 1, endOnFailure: true },
  );
  const broken = ownError as { readonly error: unknown } | null;
  if (broken !== null) throw broken.error;
  return notAllowed;
}
