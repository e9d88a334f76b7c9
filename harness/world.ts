import type { ExerciseRecord } from './evidence-file.js';
import type { ScenarioNeed } from './scenario.js';

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
