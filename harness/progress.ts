import type { ScenarioRecord } from './evidence-file.js';
import type { Exercised } from './exercise.js';
import type { Scenario } from './scenario.js';
import { type FirstFailure, findingOf, type Smallest } from './smallest.js';
import { count, newTally, notRun, type Tally, takeBack } from './tally.js';

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
export interface Failing {
  readonly requirement: string;
  readonly first: FirstFailure;
  times: number;
}

/** What of a scenario counting needs: the same in a run and when its evidence is judged again. */
export type Counted<Actors, Profile> = Pick<Scenario<Actors, Profile>, 'id' | 'area' | 'title' | 'timed' | 'judge'>;

/** Reasons that say that something was waited for in vain: it may have been late, and not missing. */
const IN_VAIN: ReadonlySet<string> = new Set(['noWebhook', 'nothingDelivered', 'noDelivery', 'notRepeated']);

/** What the exercises of a scenario have shown so far. The same steps count a run and its stored evidence. */
export class Progress<Actors, Profile> {
  readonly #scenario: Counted<Actors, Profile>;
  readonly #tallies: ReadonlyMap<string, Tally>;
  readonly #failing: Failing[] = [];
  #exercises = 0;
  #notRun: ScenarioRecord['notRun'] = null;
  #timing: string | undefined;

  constructor(scenario: Counted<Actors, Profile>) {
    this.#scenario = scenario;
    this.#tallies = new Map(Object.keys(scenario.judge).map((id) => [id, newTally(id)]));
    for (const tally of this.#tallies.values()) tally.scenarios.push(scenario.id);
  }

  /** In the order in which they were first seen. */
  get failing(): readonly Failing[] {
    return this.#failing;
  }

  /** Counts one exercise for every requirement that it was judged for. */
  count(exercised: Exercised, situation: string, index: number): void {
    this.#exercises += 1;
    for (const [requirement, judgement] of exercised.judgements) {
      const tally = this.#tallies.get(requirement);
      if (tally !== undefined) count(tally, judgement, situation);
      if (judgement.verdict !== 'fail') continue;
      const known = this.#failing.find(
        (failing) => failing.requirement === requirement && failing.first.situation === situation,
      );
      if (known !== undefined) known.times += 1;
      else this.#failing.push({ requirement, first: { situation, index, exercised }, times: 1 });
    }
  }

  /** Says of every requirement why nothing, or not all of it, was exercised; without any exercise the scenario did not take part at all. */
  noteNotRun(reason: { readonly code: string; readonly message: string }): void {
    this.#notRun = { code: reason.code, message: reason.message };
    for (const tally of this.#tallies.values()) {
      notRun(tally, reason.code, reason.message);
      if (this.#exercises === 0) tally.scenarios = [];
    }
  }

  /**
   * Where time plays a part, what could not be told may lie at the way there: the measurement stands beside what was waited for
   * in vain so far, and beside what is reported from now on.
   */
  noteTiming(timing: string): void {
    this.#timing = timing;
    for (const tally of this.#tallies.values()) {
      tally.reasons = tally.reasons.map((reason) =>
        IN_VAIN.has(reason.code) ? { ...reason, message: `${reason.message} ${timing}` } : reason,
      );
    }
  }

  /**
   * Turns the failures of one requirement in one situation into a finding. Where time plays a part, load may have caused the
   * failure: what passes when it is sent again alone is inconclusive, with both attempts in words.
   */
  report({ requirement, first, times }: Failing, smallest: Smallest, seed: number): void {
    const tally = this.#tallies.get(requirement);
    if (tally === undefined) return;
    if (this.#scenario.timed && smallest.reproduced === false) {
      takeBack(
        tally,
        times,
        'notReproduced',
        `It failed beside other exercises (${inWords(smallest, requirement)}), and did not fail when it was sent again alone.${this.#timing === undefined ? '' : ` ${this.#timing}`}`,
      );
      return;
    }
    tally.findings.push({
      ...findingOf(this.#scenario, requirement, smallest, seed),
      failures: times,
      exercises: tally.classes[first.situation] ?? times,
      ...(this.#timing === undefined ? {} : { timing: this.#timing }),
    });
  }

  /** What came of it. */
  result(error?: string): ScenarioResult {
    const { id, area, title } = this.#scenario;
    return {
      scenario: id,
      area,
      title,
      tallies: [...this.#tallies.values()],
      exercises: this.#exercises,
      ...(error === undefined ? {} : { error }),
    };
  }

  /** What is kept of its end. */
  record(error?: string): ScenarioRecord {
    return {
      type: 'scenario',
      scenario: this.#scenario.id,
      exercises: this.#exercises,
      notRun: this.#notRun,
      ...(this.#timing === undefined ? {} : { timing: this.#timing }),
      ...(error === undefined ? {} : { error }),
    };
  }
}

function inWords({ exercised }: Smallest, requirement: string): string {
  const judgement = exercised.judgements.get(requirement);
  const [violation] = judgement?.verdict === 'fail' ? judgement.violations : [];
  return violation === undefined
    ? 'without a violation'
    : `expected ${violation.expected}; received ${violation.received}`;
}
