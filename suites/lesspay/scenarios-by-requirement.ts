import { lesspayScenarios } from './index.js';

/** The ids of the scenarios that judge a requirement, by its id. */
export function scenariosByRequirement(): ReadonlyMap<string, readonly string[]> {
  const byRequirement = new Map<string, string[]>();
  for (const { id, judge } of lesspayScenarios) {
    for (const requirement of Object.keys(judge))
      byRequirement.set(requirement, [...(byRequirement.get(requirement) ?? []), id]);
  }
  return byRequirement;
}
