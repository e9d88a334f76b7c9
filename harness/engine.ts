import fc, { type Arbitrary } from 'fast-check';
import type { Finding } from '../schemas/report/results.generated.js';
import { type Judgement, PreconditionFailed } from './check.js';
import { type ExerciseRecord, labelledExchanges, storeSteps } from './evidence-file.js';
import { judgeEvidence, UNMET } from './judging.js';
import { NotAllowed } from './not-allowed.js';
import { type Evidence, ONLY_CASE, type Scenario, type ScenarioNeed } from './scenario.js';
import { scenarioSeed } from './seeds.js';
import { count, newTally, notRun, type Tally } from './tally.js';

/** What the engine needs of a protocol's world: who acts, what is claimed, what is at hand. */
export interface World<Actors, Profile> {
  readonly profile: Profile;
  /** Null when the need is met, else the reason for people. */
  missing(need: ScenarioNeed): string | null;
  /** Runs one exercise with actors of its own; `exclusive` ones run alone. */
  exercise<T>(exclusive: boolean, work: (actors: Actors) => Promise<T>): Promise<T>;
  /** Keeps an exercise's record. */
  keep(record: ExerciseRecord): void;
}

/** How much a run spends on a scenario. */
export interface EngineOptions {
  /** The run's seed. */
  readonly seed: number;
  /** Exercises per property. */
  readonly runs: number;
  /** Ends the scenario; the exercise under way is not judged any more. */
  readonly signal?: AbortSignal;
  /** At most this many exercises are spent on making one counterexample smaller. */
  readonly maxShrinkExercises: number;
  /** What all scenarios of the run together may still spend on that; counted down. */
  readonly shrinkBudget: { left: number };
  /** Exercises only this value again: the generator's path of a finding. */
  readonly replay?: { readonly situation: string; readonly path: string };
}

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

interface Exercised {
  readonly evidence: Evidence;
  readonly judgements: ReadonlyMap<string, Judgement>;
}

/** A failure seen for the first time, before the search for a smaller one. */
interface FirstFailure {
  readonly situation: string;
  readonly index: number;
  readonly exercised: Exercised;
}

/** Generates, drives, judges, and makes counterexamples small. Knows neither the protocol nor Vitest. */
export async function runScenario<Actors, Profile>(
  scenario: Scenario<Actors, Profile>,
  world: World<Actors, Profile>,
  options: EngineOptions,
): Promise<ScenarioResult> {
  const tallies = new Map(Object.keys(scenario.judge).map((id) => [id, newTally(id)]));
  const result = (exercises: number, error?: string): ScenarioResult => ({
    scenario: scenario.id,
    area: scenario.area,
    title: scenario.title,
    tallies: [...tallies.values()],
    exercises,
    ...(error === undefined ? {} : { error }),
  });
  const notExercised = (code: string, message: string): ScenarioResult => {
    for (const tally of tallies.values()) notRun(tally, code, message);
    return result(0);
  };

  if (!scenario.claimed(world.profile)) {
    return notExercised('notClaimed', 'The implementation conformance statement does not claim it.');
  }
  for (const need of scenario.needs) {
    const missing = world.missing(need);
    if (missing !== null) return notExercised(`needs${need.charAt(0).toUpperCase()}${need.slice(1)}`, missing);
  }
  for (const tally of tallies.values()) tally.scenarios.push(scenario.id);

  let exercises = 0;
  let notAllowed: NotAllowed | null = null;
  const failures = new Map<string, { first: FirstFailure; failed: number; judged: number }[]>();
  const exercise = async (
    given: unknown,
    situation: string,
    index: number,
    purpose: 'run' | 'shrink',
  ): Promise<Exercised> => {
    const evidence = await world
      .exercise<Evidence>(scenario.exclusive, (actors) => scenario.drive(actors, given, situation))
      .catch((error: unknown): Evidence => {
        if (error instanceof PreconditionFailed) return { [UNMET]: { code: error.code, message: error.message } };
        throw error;
      });
    const steps = storeSteps(evidence);
    world.keep({
      type: 'exercise',
      scenario: scenario.id,
      case: situation === ONLY_CASE ? null : situation,
      index,
      purpose,
      steps,
    });
    return { evidence, judgements: judgeEvidence(scenario, evidence, situation) };
  };

  const runsPerCase = Math.max(1, Math.round((options.runs * scenario.weight) / scenario.cases.length));
  const stopped = (): boolean => options.signal?.aborted ?? false;
  try {
    for (const situation of scenario.cases) {
      if (options.replay !== undefined && options.replay.situation !== situation) continue;
      const arbitrary = scenario.given(world.profile, situation);
      const seed = scenarioSeed(options.seed, scenario.id, situation);
      let index = 0;
      let ownError: unknown;
      await fc.check(
        fc.asyncProperty(arbitrary, async (given) => {
          // A path into the shrunk values goes on with the values beside it.
          const replayed = options.replay !== undefined && index > 0;
          if (stopped() || ownError !== undefined || replayed) return;
          try {
            const exercised = await exercise(given, situation, index, 'run');
            // What was cut off by the end of the run says nothing about the target.
            if (stopped()) return;
            exercises += 1;
            for (const [id, judgement] of exercised.judgements) {
              const tally = tallies.get(id);
              if (tally !== undefined) count(tally, judgement, situation);
              if (judgement.verdict === 'fail') {
                const known = failures.get(id)?.find(({ first }) => first.situation === situation);
                if (known !== undefined) known.failed += 1;
                else
                  failures.set(id, [
                    ...(failures.get(id) ?? []),
                    { first: { situation, index, exercised }, failed: 1, judged: 0 },
                  ]);
              }
            }
          } catch (error) {
            // Another value of the same scenario may do without what this run may not do.
            if (error instanceof NotAllowed) notAllowed = error;
            else ownError = error;
          }
          index += 1;
        }),
        options.replay === undefined
          ? { seed, numRuns: runsPerCase }
          : { seed, path: options.replay.path, numRuns: 1, endOnFailure: true },
      );
      if (ownError !== undefined) throw ownError;
    }
    noteNotAllowed(notAllowed, exercises, [...tallies.values()]);
    for (const [id, seen] of failures) {
      const tally = tallies.get(id);
      for (const { first, failed } of seen) {
        const smallest =
          stopped() || options.replay !== undefined
            ? unshrunk(first, options)
            : await shrink(scenario, world.profile, id, first, options, exercise);
        tally?.findings.push({
          ...findingOf(scenario, id, smallest, options.seed),
          failures: failed,
          exercises: tally.classes[first.situation] ?? failed,
        });
      }
    }
  } catch (error) {
    return result(exercises, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  return result(exercises);
}

/** Says of every requirement what the run may not do for it; without any exercise the scenario did not take part at all. */
function noteNotAllowed(notAllowed: NotAllowed | null, exercises: number, tallies: readonly Tally[]): void {
  if (notAllowed === null) return;
  for (const tally of tallies) {
    notRun(tally, notAllowed.code, notAllowed.message);
    if (exercises === 0) tally.scenarios = [];
  }
}

interface Smallest {
  readonly situation: string;
  readonly exercised: Exercised;
  readonly path: string;
  readonly shrinks: number;
  readonly reproduced: boolean | null;
}

function unshrunk(first: FirstFailure, options: EngineOptions): Smallest {
  const path = options.replay?.path ?? String(first.index);
  return { situation: first.situation, exercised: first.exercised, path, shrinks: 0, reproduced: null };
}

/** Sends the failing value again and walks to smaller ones for as long as the requirement still fails. */
async function shrink<Actors, Profile>(
  scenario: Scenario<Actors, Profile>,
  profile: Profile,
  requirement: string,
  first: FirstFailure,
  options: EngineOptions,
  exercise: (given: unknown, situation: string, index: number, purpose: 'shrink') => Promise<Exercised>,
): Promise<Smallest> {
  const arbitrary: Arbitrary<unknown> = scenario.given(profile, first.situation);
  let spent = 0;
  let last: Exercised | null = null;
  // Thrown inside of the property it would pass for one more failing value.
  let ownError: { readonly error: unknown } | null = null;
  const details = await fc.check(
    fc.asyncProperty(arbitrary, async (given) => {
      const exhausted = spent >= options.maxShrinkExercises || options.shrinkBudget.left <= 0;
      if (exhausted || ownError !== null || (options.signal?.aborted ?? false)) return true;
      spent += 1;
      options.shrinkBudget.left -= 1;
      const exercised = await exercise(given, first.situation, first.index, 'shrink').catch((error: unknown) => {
        // A value that this run may not send is no smaller counterexample.
        if (!(error instanceof NotAllowed)) ownError = { error };
        return null;
      });
      if (exercised === null) return true;
      if (options.signal?.aborted === true) return true;
      const fails = exercised.judgements.get(requirement)?.verdict === 'fail';
      if (fails) last = exercised;
      return !fails;
    }),
    { seed: scenarioSeed(options.seed, scenario.id, first.situation), path: String(first.index), numRuns: 1 },
  );
  const broken = ownError as { readonly error: unknown } | null;
  if (broken !== null) throw broken.error;
  if (spent === 0) return unshrunk(first, options);
  if (last === null) return { ...unshrunk(first, options), reproduced: false };
  return {
    situation: first.situation,
    exercised: last,
    path: details.counterexamplePath ?? String(first.index),
    shrinks: details.numShrinks,
    reproduced: true,
  };
}

function findingOf<Actors, Profile>(
  scenario: Scenario<Actors, Profile>,
  requirement: string,
  { situation, exercised, path, shrinks, reproduced }: Smallest,
  seed: number,
): Omit<Finding, 'id' | 'replay' | 'failures' | 'exercises'> {
  const judgement = exercised.judgements.get(requirement);
  const exchanges = labelledExchanges(exercised.evidence);
  const altered = exchanges.find(({ exchange }) => exchange.intent?.role === 'altered')?.exchange.intent;
  const violations = judgement?.verdict === 'fail' ? judgement.violations : [];
  return {
    requirement,
    scenario: scenario.id,
    title: scenario.title,
    case: situation === ONLY_CASE ? null : situation,
    seed,
    path,
    shrinks,
    reproduced,
    violations: violations.map(({ expected, received, exchange }) => ({
      expected,
      received,
      ...(exchange === undefined ? {} : { exchange }),
    })) as Finding['violations'],
    mutation: altered?.element === undefined ? null : { element: altered.element, mutation: altered.mutation ?? '' },
    exchanges,
  };
}
