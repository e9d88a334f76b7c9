import { createHash } from 'node:crypto';

/** One part of a run that was divided among several processes. */
export interface Shard {
  /** From 1 to `count`. */
  readonly index: number;
  readonly count: number;
}

/** What dividing scenarios needs to know of them. */
export interface Divisible {
  readonly id: string;
  readonly weight: number;
  readonly cases: readonly string[];
}

const hashOf = (id: string): string => createHash('sha256').update(id).digest('hex');

/** About as many exercises as the scenario will have: its share of the budget, but each case at least once. */
const costOf = ({ weight, cases }: Divisible, runs: number): number => Math.max(cases.length, weight * runs);

/**
 * Divides scenarios into `count` parts of similar cost. Every scenario is in exactly one part; which one depends on the set of
 * scenarios, never on its order. No part is empty unless there are fewer scenarios than parts.
 *
 * @param runs exercises per property
 */
export function divide<S extends Divisible>(
  scenarios: readonly S[],
  count: number,
  runs: number,
): readonly (readonly S[])[] {
  const parts = Array.from({ length: count }, () => ({ ids: new Set<string>(), cost: 0 }));
  const costliestFirst = scenarios
    .map((scenario) => ({ id: scenario.id, hash: hashOf(scenario.id), cost: costOf(scenario, runs) }))
    .sort((a, b) => b.cost - a.cost || (a.hash < b.hash ? -1 : 1));
  for (const { id, cost } of costliestFirst) {
    const lightest = parts.reduce((best, part) => (part.cost < best.cost ? part : best));
    lightest.ids.add(id);
    lightest.cost += cost;
  }
  return parts.map(({ ids }) => scenarios.filter(({ id }) => ids.has(id)));
}
