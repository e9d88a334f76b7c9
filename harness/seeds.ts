import { createHash } from 'node:crypto';

/**
 * The seed of one scenario and case under the run's seed: a 32-bit integer that does not depend on which other scenarios
 * run, so that a single scenario can be replayed alone.
 */
export function scenarioSeed(runSeed: number, scenario: string, situation: string): number {
  return createHash('sha256').update(`${runSeed}\n${scenario}\n${situation}`).digest().readInt32BE(0);
}
