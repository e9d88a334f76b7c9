import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewerElements } from '../../generators/fewer-elements.js';

const numbers = fewerElements(fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 40, size: 'max' }), {
  least: 1,
  simpler: (number) => (number === 0 ? [] : [[number - 1]]),
});

const smallest = (fails: (list: readonly number[]) => boolean, seed: number) => {
  const details = fc.check(
    fc.property(numbers, (list) => !fails(list)),
    { seed, numRuns: 1000 },
  );
  return { list: details.counterexample?.[0], path: details.counterexamplePath ?? '' };
};

describe('fewerElements', () => {
  test.each([1, 2, 3])('leaves out everything that does not matter, wherever it stands (seed %i)', (seed) => {
    expect(smallest((list) => list.includes(3) && list.includes(7), seed).list).toHaveLength(2);
    expect(smallest((list) => list.length >= 5, seed).list).toEqual([0, 0, 0, 0, 0]);
    expect(smallest((list) => list.some((number) => number > 4), seed).list).toEqual([5]);
    expect(smallest(() => true, seed).list).toEqual([0]);
  });

  test('a path gives the same list again', () => {
    const { list, path } = smallest((each) => each.includes(3) && each.includes(7), 5);
    const [again] = fc.sample(numbers, { seed: 5, path, numRuns: 1 });
    expect(again).toEqual(list);
  });

  test('every attempt is smaller: fewer elements, or as many simpler ones', () => {
    const size = (list: readonly number[]) => list.length * 10 + list.reduce((sum, number) => sum + number / 10, 0);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 12 }), (list) => {
        for (const attempt of numbers.shrink(list, undefined)) {
          expect(attempt.value.length).toBeGreaterThanOrEqual(1);
          expect(size(attempt.value)).toBeLessThan(size(list));
        }
      }),
      { seed: 1 },
    );
  });

  test('an element may be replaced by several', () => {
    const pairs = fewerElements(fc.constant<readonly string[]>(['ab']), {
      least: 1,
      simpler: (text) => (text.length === 1 ? [] : [[...text]]),
    });
    expect([...pairs.shrink(['ab', 'c'], undefined)].map(({ value }) => value)).toEqual([
      ['c'],
      ['ab'],
      ['a', 'b', 'c'],
    ]);
  });
});
