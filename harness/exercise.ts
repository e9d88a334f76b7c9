import { type Judgement, PreconditionFailed } from './check.js';
import { storeBesides, storeSteps } from './evidence-steps.js';
import type { Exchange } from './exchange.js';
import { judgeEvidence, UNMET } from './judging.js';
import { type Evidence, ONLY_CASE, type Scenario } from './scenario.js';
import type { World } from './world.js';

/** What one exercise yielded, and what it amounts to for each requirement of its scenario. */
export interface Exercised {
  readonly evidence: Evidence;
  /** The exchanges of it that are not in the evidence, among others, in the order in which they were recorded. */
  readonly exchanges: readonly Exchange[];
  readonly judgements: ReadonlyMap<string, Judgement>;
}

/** Which exercise it is. */
export interface ExerciseCall {
  readonly situation: string;
  /** Which generated value of the scenario's seed it is. */
  readonly index: number;
  readonly purpose: 'run' | 'shrink';
  /** With `shrink`: for which requirement. */
  readonly requirement?: string;
  /** True: nothing else runs meanwhile, so that load explains nothing. */
  readonly alone: boolean;
}

/** Sends one drawn value, keeps the record, and judges it. */
export type Exercise = (given: unknown, call: ExerciseCall) => Promise<Exercised>;

/**
 * The exercise of one scenario in a world.
 *
 * @param stopped whether the run was ended: what was under way then is kept, and counts for nothing
 */
export function exerciseOf<Actors, Profile>(
  scenario: Scenario<Actors, Profile>,
  world: World<Actors, Profile>,
  stopped: () => boolean,
): Exercise {
  return async (given, { situation, index, purpose, requirement, alone }) => {
    const exchanges: Exchange[] = [];
    const evidence = await world
      .exercise<Evidence>(
        scenario.exclusive || alone,
        (actors) => scenario.drive(actors, given, situation),
        (exchange) => exchanges.push(exchange),
      )
      .catch((error: unknown): Evidence => {
        if (error instanceof PreconditionFailed) return { [UNMET]: { code: error.code, message: error.message } };
        throw error;
      });
    world.keep({
      type: 'exercise',
      scenario: scenario.id,
      case: situation === ONLY_CASE ? null : situation,
      index,
      purpose,
      ...(requirement === undefined ? {} : { requirement }),
      ...(stopped() ? { cutShort: true as const } : {}),
      steps: storeSteps(evidence),
      ...storeBesides(evidence, exchanges),
    });
    return { evidence, exchanges, judgements: judgeEvidence(scenario, evidence, situation) };
  };
}
