import fc from 'fast-check';
import type { Finding } from '../schemas/report/results.generated.js';
import type { EngineOptions } from './engine-options.js';
import { exchangesBesides, labelledExchanges } from './evidence-steps.js';
import type { Exercise, Exercised } from './exercise.js';
import { NotAllowed } from './not-allowed.js';
import { ONLY_CASE, type Scenario } from './scenario.js';
import { scenarioSeed } from './seeds.js';
import type { FoundFailure } from './tally.js';

/** A failure seen for the first time, before the search for a smaller one. */
export interface FirstFailure {
  readonly situation: string;
  /** Which generated value of the scenario's seed failed. */
  readonly index: number;
  readonly exercised: Exercised;
}

/** The smallest failure found. */
export interface Smallest {
  readonly situation: string;
  readonly exercised: Exercised;
  /** The generator's path to it. */
  readonly path: string;
  readonly shrinks: number;
  /** Whether the same value failed again when it was sent again alone; null when that was not tried. */
  readonly reproduced: boolean | null;
}

/** The failure as it was drawn. */
export function asDrawn(first: FirstFailure, options: EngineOptions): Smallest {
  const path = options.replay?.path ?? String(first.index);
  return { situation: first.situation, exercised: first.exercised, path, shrinks: 0, reproduced: null };
}

/** Sends the failing value again, alone, and walks to smaller ones for as long as the requirement still fails. */
export async function findSmallest<Actors, Profile>(
  scenario: Scenario<Actors, Profile>,
  profile: Profile,
  requirement: string,
  first: FirstFailure,
  options: EngineOptions,
  exercise: Exercise,
): Promise<Smallest> {
  const { situation, index } = first;
  const stopped = (): boolean => options.signal?.aborted ?? false;
  let spent = 0;
  let judged = 0;
  let last: Exercised | null = null;
  // Thrown inside of the property it would pass for one more failing value.
  let ownError: { readonly error: unknown } | null = null;
  const details = await fc.check(
    fc.asyncProperty(scenario.given(profile, situation), async (given) => {
      const exhausted = spent >= options.maxShrinkExercises || options.shrinkBudget.left <= 0;
      if (exhausted || ownError !== null || stopped()) return true;
      const alone = spent === 0;
      spent += 1;
      options.shrinkBudget.left -= 1;
      const exercised = await exercise(given, { situation, index, purpose: 'shrink', requirement, alone }).catch(
        (error: unknown) => {
          // A value that this run may not send is no smaller counterexample.
          if (!(error instanceof NotAllowed)) ownError = { error };
          return null;
        },
      );
      if (exercised === null) return true;
      judged += 1;
      if (stopped()) return true;
      const fails = exercised.judgements.get(requirement)?.verdict === 'fail';
      if (fails) last = exercised;
      return !fails;
    }),
    { seed: scenarioSeed(options.seed, scenario.id, situation), path: String(index), numRuns: 1 },
  );
  const broken = ownError as { readonly error: unknown } | null;
  if (broken !== null) throw broken.error;
  if (judged === 0) return asDrawn(first, options);
  if (last === null) return { ...asDrawn(first, options), reproduced: false };
  return {
    situation,
    exercised: last,
    path: details.counterexamplePath ?? String(index),
    shrinks: details.numShrinks,
    reproduced: true,
  };
}

/** The finding that a failure is reported as; its id and its counts are added by the caller. */
export function findingOf<Actors, Profile>(
  scenario: Pick<Scenario<Actors, Profile>, 'id' | 'title'>,
  requirement: string,
  { situation, exercised, path, shrinks, reproduced }: Smallest,
  seed: number,
): Omit<FoundFailure, 'failures' | 'exercises'> {
  const judgement = exercised.judgements.get(requirement);
  const exchanges = labelledExchanges(exercised.evidence);
  const besides = exchangesBesides(exercised.evidence, exercised.exchanges);
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
    ...(besides.length === 0 ? {} : { besides }),
  };
}
