import type { ScenarioRecord } from './evidence-file.js';
import type { Exercised } from './exercise.js';
import { type Counted, type Failing, Progress, type ScenarioResult } from './progress.js';
import type { Rejudged } from './rejudge.js';
import { ONLY_CASE } from './scenario.js';
import type { Smallest } from './smallest.js';

/** What the search for a smaller counterexample left in the evidence. */
interface Search {
  failed: number;
  /** The last that failed: the smallest. */
  last: Exercised | null;
}

interface Underway<Actors, Profile> {
  readonly progress: Progress<Actors, Profile>;
  /** By requirement, case and the index of the failing value. */
  readonly searches: Map<string, Search>;
}

const keyOf = (requirement: string, situation: string, index: number): string =>
  JSON.stringify([requirement, situation, index]);

/** The exercise that a search ended with. Its `path` is only the index of the value that failed first: evidence holds no generator. */
function smallestOf<Actors, Profile>(
  { requirement, first }: Failing,
  { searches }: Underway<Actors, Profile>,
): Smallest {
  const search = searches.get(keyOf(requirement, first.situation, first.index));
  const drawn = { situation: first.situation, exercised: first.exercised, path: String(first.index), shrinks: 0 };
  if (search === undefined) return { ...drawn, reproduced: null };
  if (search.last === null) return { ...drawn, reproduced: false };
  return { ...drawn, exercised: search.last, shrinks: search.failed - 1, reproduced: true };
}

/**
 * Counts stored exercises as the run counted them, scenario by scenario. A scenario whose end was not recorded has no result:
 * the run had none of it either.
 */
export class Rebuild<Actors, Profile> {
  readonly #scenarios: ReadonlyMap<string, Counted<Actors, Profile>>;
  readonly #underway = new Map<string, Underway<Actors, Profile>>();
  readonly #seed: number;
  readonly #results: ScenarioResult[] = [];

  constructor(scenarios: readonly Counted<Actors, Profile>[], seed: number) {
    this.#scenarios = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
    this.#seed = seed;
  }

  /** What came of the scenarios that ended, in the order in which they did. */
  get results(): readonly ScenarioResult[] {
    return this.#results;
  }

  /** Counts one exercise. */
  exercise({ record, evidence, besides, judgements }: Rejudged): void {
    const underway = this.#of(record.scenario);
    if (underway === null || judgements === null) return;
    const exercised: Exercised = { evidence, exchanges: besides, judgements };
    const situation = record.case ?? ONLY_CASE;
    if (record.purpose === 'run') {
      if (record.cutShort !== true) underway.progress.count(exercised, situation, record.index);
      return;
    }
    if (record.requirement === undefined) return;
    const key = keyOf(record.requirement, situation, record.index);
    const search = underway.searches.get(key) ?? { failed: 0, last: null };
    underway.searches.set(key, search);
    if (record.cutShort !== true && judgements.get(record.requirement)?.verdict === 'fail') {
      search.failed += 1;
      search.last = exercised;
    }
  }

  /** Ends a scenario. */
  end(record: ScenarioRecord): void {
    const underway = this.#of(record.scenario);
    if (underway === null) return;
    this.#underway.delete(record.scenario);
    const { progress } = underway;
    if (record.notRun !== null) progress.noteNotRun(record.notRun);
    if (record.timing !== undefined) progress.noteTiming(record.timing);
    if (record.error === undefined) {
      for (const failing of progress.failing) progress.report(failing, smallestOf(failing, underway), this.#seed);
    }
    this.#results.push(progress.result(record.error));
  }

  #of(id: string): Underway<Actors, Profile> | null {
    const known = this.#underway.get(id);
    if (known !== undefined) return known;
    const scenario = this.#scenarios.get(id);
    if (scenario === undefined) return null;
    const underway = { progress: new Progress(scenario), searches: new Map<string, Search>() };
    this.#underway.set(id, underway);
    return underway;
  }
}
