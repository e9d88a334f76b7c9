import type { ExerciseRecord, ScenarioRecord } from './evidence-file.js';
import type { Exchange } from './exchange.js';
import type { ScenarioNeed } from './scenario.js';

/** What the engine needs of a protocol's world: who acts, what is claimed, what is at hand. */
export interface World<Actors, Profile> {
  readonly profile: Profile;
  /** Null when the need is met, else the reason for people. */
  missing(need: ScenarioNeed): string | null;
  /**
   * Runs one exercise with actors of its own; `exclusive` ones run alone. `seen` is told about every exchange of it, also those
   * that the drive does not return: what moved orders, what was asked meanwhile.
   */
  exercise<T>(
    exclusive: boolean,
    work: (actors: Actors) => Promise<T>,
    seen?: (exchange: Exchange) => void,
  ): Promise<T>;
  /** Keeps the record of an exercise, or of how a scenario ended. */
  keep(record: ExerciseRecord | ScenarioRecord): void;
}
