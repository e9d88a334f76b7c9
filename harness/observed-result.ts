import type { ScenarioResult } from './progress.js';
import type { Tally } from './tally.js';

/** What observation of all traffic says about one requirement, in the form of a scenario's result. */
export function observedResult(tally: Tally): ScenarioResult {
  return {
    scenario: `observed ${tally.requirement}`,
    area: 'observed',
    title: 'Judged on all traffic',
    tallies: [tally],
    exercises: 0,
  };
}
