import fc from 'fast-check';
import { type Profile, profileOf } from '../../harness/lesspay/profile.js';
import { scenarioSeed } from '../../harness/seeds.js';
import { lesspayScenarios } from '../../suites/lesspay/index.js';
import type { LesspayScenario } from '../../suites/lesspay/scenario.js';

/** What a platform claims that claims nothing in particular. */
const profile: Profile = profileOf({});

const drawnFor = new Map<number, Promise<readonly LesspayScenario[]>>();

/**
 * All scenarios, each giving for each of its situations the one value that a run with the seed draws first. Drawing is a good part
 * of a pass, and the same for every platform, so it is done once for each seed. The values are frozen: no exercise can change
 * what the next one gets.
 */
export function scenariosDrawnOnce(seed: number): Promise<readonly LesspayScenario[]> {
  const known = drawnFor.get(seed);
  if (known !== undefined) return known;
  const drawn = Promise.all(lesspayScenarios.map((scenario) => drawnOnce(scenario, seed)));
  drawnFor.set(seed, drawn);
  return drawn;
}

async function drawnOnce(scenario: LesspayScenario, seed: number): Promise<LesspayScenario> {
  if (!scenario.claimed(profile)) return scenario;
  const values = new Map<string, unknown>();
  for (const situation of scenario.cases) {
    await fc.check(
      fc.asyncProperty(scenario.given(profile, situation), async (given) => {
        values.set(situation, deeplyFrozen(given));
      }),
      { seed: scenarioSeed(seed, scenario.id, situation), numRuns: 1 },
    );
  }
  return { ...scenario, weight: 1, given: (_profile, situation) => fc.constant(values.get(situation)) };
}

function deeplyFrozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) deeplyFrozen(inner);
  return value;
}
