import { type Judgement, sumUp } from './check.js';
import { isJsonObject, type Json } from './exchange.js';
import type { Evidence, Scenario } from './scenario.js';

/** The label under which an exercise that could not be carried out stores why. */
export const UNMET = 'unmet';

/** Judges one exercise for every requirement of its scenario. The same function judges live, in the self-test and offline. */
export function judgeEvidence<Actors, Profile>(
  scenario: Pick<Scenario<Actors, Profile>, 'judge'>,
  evidence: Evidence,
  situation: string,
): ReadonlyMap<string, Judgement> {
  const unmet = evidence[UNMET] as Json | undefined;
  if (isJsonObject(unmet)) {
    const judgement: Judgement = { verdict: 'inconclusive', code: String(unmet.code), message: String(unmet.message) };
    return new Map(Object.keys(scenario.judge).map((id) => [id, judgement]));
  }
  return new Map(Object.entries(scenario.judge).map(([id, judge]) => [id, sumUp(judge(evidence, situation))]));
}
