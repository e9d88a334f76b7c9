import fc from 'fast-check';
import type { EngineOptions } from './engine-options.js';
import { type Exercised, exerciseOf } from './exercise.js';
import { NotAllowed } from './not-allowed.js';
import type { Scenario } from './scenario.js';
import { scenarioSeed } from './seeds.js';
import { asDrawn, type FirstFailure, findingOf, findSmallest, type Smallest } from './smallest.js';
import { count, newTally, notRun, type Tally, takeBack } from './tally.js';
import type { World } from './world.js';

/** What came of one scenario. Plain data. */
export interface ScenarioResult {
  readonly scenario: string;
  readonly area: string;
  readonly title: string;
  readonly tallies: Tally[];
  readonly exercises: number;
  /** Our own failure: the scenario threw. */
  readonly error?: string;
}

/** The failures of one requirement in one situation. */
interface Failing {
  readonly requirement: string;
  readonly first: FirstFailure;
  times: number;
}

/** Generates, drives, judges, and makes counterexamples small. Knows neither the protocol nor Vitest. */
export async function runScenario<Actors, Profile>(
  scenario: Scenario<Actors, Profile>,
  world: World<Actors, Profile>,
  options: EngineOptions,
): Promise<ScenarioResult> {
  const tallies = new Map(Object.keys(scenario.judge).map((id) => [id, newTally(id)]));
  const progress: Progress = { tallies, failing: [], exercises: 0, notAllowed: null };
  const result = (error?: string): ScenarioResult => ({
    scenario: scenario.id,
    area: scenario.area,
    title: scenario.title,
    tallies: [...tallies.values()],
    exercises: progress.exercises,
    ...(error === undefined ? {} : { error }),
  });
  const obstacle = whyNot(scenario, world);
  if (obstacle !== null) {
    for (const tally of tallies.values()) notRun(tally, obstacle.code, obstacle.message);
    return result();
  }
  for (const tally of tallies.values()) tally.scenarios.push(scenario.id);
  try {
    for (const situation of scenario.cases) {
      if (options.replay === undefined || options.replay.situation === situation) {
        await exerciseSituation(scenario, world, options, situation, progress);
      }
    }
    noteNotAllowed(progress);
    if (scenario.timed && options.timing !== undefined) qualify(tallies.values(), options.timing);
    for (const failing of progress.failing) await report(scenario, world, options, failing, progress);
  } catch (error) {
    return result(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  return result();
}

/** Where time plays a part, what could not be told may lie at the way there: the measurement stands beside the reason. */
function qualify(tallies: Iterable<Tally>, timing: string): void {
  for (const tally of tallies) {
    tally.reasons = tally.reasons.map((reason) =>
      reason.count === 0 ? reason : { ...reason, message: `${reason.message} ${timing}` },
    );
  }
}

/** What the exercises of a scenario have shown so far. */
interface Progress {
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly failing: Failing[];
  exercises: number;
  notAllowed: NotAllowed | null;
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

/** Draws and exercises the share of one situation. @throws what a scenario throws: our own error */
async function exerciseSituation<Actors, Profile>(
  scenario: Scenario<Actors, Profile>,
  world: World<Actors, Profile>,
  options: EngineOptions,
  situation: string,
  progress: Progress,
): Promise<void> {
  const exercise = exerciseOf(scenario, world);
  const stopped = (): boolean => options.signal?.aborted ?? false;
  const seed = scenarioSeed(options.seed, scenario.id, situation);
  const numRuns = Math.max(1, Math.round((options.runs * scenario.weight) / scenario.cases.length));
  const { replay } = options;
  let index = 0;
  let ownError: { readonly error: unknown } | null = null;
  await fc.check(
    fc.asyncProperty(scenario.given(world.profile, situation), async (given) => {
      // A path into the shrunk values goes on with the values beside it.
      if (stopped() || ownError !== null || (replay !== undefined && index > 0)) return;
      try {
        const exercised = await exercise(given, { situation, index, purpose: 'run', alone: false });
        // What was cut off by the end of the run says nothing about the target.
        if (!stopped()) countIn(progress, exercised, situation, index);
      } catch (error) {
        // Another value of the same scenario may do without what this run may not do.
        if (error instanceof NotAllowed) progress.notAllowed = error;
        else ownError = { error };
      }
      index += 1;
    }),
    replay === undefined ? { seed, numRuns } : { seed, path: replay.path, numRuns: 1, endOnFailure: true },
  );
  const broken = ownError as { readonly error: unknown } | null;
  if (broken !== null) throw broken.error;
}

function countIn(progress: Progress, exercised: Exercised, situation: string, index: number): void {
  progress.exercises += 1;
  for (const [requirement, judgement] of exercised.judgements) {
    const tally = progress.tallies.get(requirement);
    if (tally !== undefined) count(tally, judgement, situation);
    if (judgement.verdict !== 'fail') continue;
    const known = progress.failing.find(
      (failing) => failing.requirement === requirement && failing.first.situation === situation,
    );
    if (known !== undefined) known.times += 1;
    else progress.failing.push({ requirement, first: { situation, index, exercised }, times: 1 });
  }
}

/** Says of every requirement what the run may not do for it; without any exercise the scenario did not take part at all. */
function noteNotAllowed({ notAllowed, exercises, tallies }: Progress): void {
  if (notAllowed === null) return;
  for (const tally of tallies.values()) {
    notRun(tally, notAllowed.code, notAllowed.message);
    if (exercises === 0) tally.scenarios = [];
  }
}

/**
 * Turns the failures of one requirement in one situation into a finding, with the smallest counterexample. Where time plays a
 * part, load may have caused the failure: what passes when it is sent again alone is inconclusive, with both attempts in words.
 */
async function report<Actors, Profile>(
  scenario: Scenario<Actors, Profile>,
  world: World<Actors, Profile>,
  options: EngineOptions,
  { requirement, first, times }: Failing,
  { tallies }: Progress,
): Promise<void> {
  const tally = tallies.get(requirement);
  if (tally === undefined) return;
  const search = options.replay === undefined && options.signal?.aborted !== true;
  const smallest = search
    ? await findSmallest(scenario, world.profile, requirement, first, options, exerciseOf(scenario, world))
    : asDrawn(first, options);
  if (scenario.timed && smallest.reproduced === false) {
    takeBack(
      tally,
      times,
      'notReproduced',
      `It failed beside other exercises (${inWords(smallest, requirement)}), and did not fail when it was sent again alone.${options.timing === undefined ? '' : ` ${options.timing}`}`,
    );
    return;
  }
  tally.findings.push({
    ...findingOf(scenario, requirement, smallest, options.seed),
    failures: times,
    exercises: tally.classes[first.situation] ?? times,
    ...(scenario.timed && options.timing !== undefined ? { timing: options.timing } : {}),
  });
}

function inWords({ exercised }: Smallest, requirement: string): string {
  const judgement = exercised.judgements.get(requirement);
  const [violation] = judgement?.verdict === 'fail' ? judgement.violations : [];
  return violation === undefined
    ? 'without a violation'
    : `expected ${violation.expected}; received ${violation.received}`;
}
