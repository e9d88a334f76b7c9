import type { Actors } from '../../harness/lesspay/actors.js';
import type { Profile } from '../../harness/lesspay/profile.js';
import { defineScenario, type Evidence, type Scenario, type ScenarioDefinition } from '../../harness/scenario.js';

export type { Actors } from '../../harness/lesspay/actors.js';
export type { Profile } from '../../harness/lesspay/profile.js';

/** A scenario against a Lesspay platform. */
export type LesspayScenario = Scenario<Actors, Profile>;

/** Defines a scenario against a Lesspay platform. */
export function scenario<Given, E extends Evidence>(
  definition: ScenarioDefinition<Actors, Profile, Given, E>,
): LesspayScenario {
  return defineScenario(definition) as LesspayScenario;
}
