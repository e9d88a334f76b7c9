import { describe, expect, test } from 'vitest';
import { type Divisible, divide } from '../../harness/shard.js';
import { lesspayScenarios } from '../../suites/lesspay/index.js';

const RUNS = 10;

const idsOf = (parts: readonly (readonly Divisible[])[]): string[][] => parts.map((part) => part.map(({ id }) => id));

const costOf = (part: readonly Divisible[]): number =>
  part.reduce((sum, { weight, cases }) => sum + Math.max(cases.length, weight * RUNS), 0);

describe('dividing scenarios', () => {
  test.each([1, 2, 3, 7, 64])('into %i parts: each scenario once, in its order, at similar cost', (count) => {
    const parts = divide(lesspayScenarios, count, RUNS);
    expect(parts).toHaveLength(count);
    expect(idsOf(parts).flat().sort()).toEqual(lesspayScenarios.map(({ id }) => id).sort());
    const places = new Map(lesspayScenarios.map(({ id }, place) => [id, place]));
    for (const ids of idsOf(parts)) {
      const own = ids.map((id) => places.get(id) ?? -1);
      expect(own).toEqual([...own].sort((a, b) => a - b));
    }
    const costs = parts.map(costOf);
    const costliest = Math.max(...lesspayScenarios.map((scenario) => costOf([scenario])));
    expect(Math.max(...costs) - Math.min(...costs)).toBeLessThanOrEqual(costliest);
  });

  test('does not depend on the order of the scenarios', () => {
    const sorted = (parts: readonly (readonly Divisible[])[]): string[][] => idsOf(parts).map((ids) => ids.sort());
    expect(sorted(divide([...lesspayScenarios].reverse(), 5, RUNS))).toEqual(sorted(divide(lesspayScenarios, 5, RUNS)));
  });

  test('a part is empty only where there are fewer scenarios than parts', () => {
    const few = lesspayScenarios.slice(0, 3);
    expect(divide(few, 3, RUNS).map((part) => part.length)).toEqual([1, 1, 1]);
    expect(
      divide(few, 4, RUNS)
        .map((part) => part.length)
        .sort(),
    ).toEqual([0, 1, 1, 1]);
  });
});
