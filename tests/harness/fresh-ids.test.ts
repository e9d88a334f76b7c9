import { describe, expect, test } from 'vitest';
import { freshIds, SHORTEST_FRESH_ID } from '../../harness/fresh-ids.js';

const START = Date.UTC(2026, 0, 1);

describe('freshIds', () => {
  test('100,000 ids of mixed lengths are all different, of the length asked for, and plain', () => {
    const ids = freshIds(START, () => 0.5);
    const seen = new Set<string>();
    const wrong: string[] = [];
    for (let index = 0; index < 100_000; index += 1) {
      const length = SHORTEST_FRESH_ID + (index % 21);
      const id = ids.next(length);
      if (id.length !== length || !/^[A-Za-z0-9]+$/.test(id)) wrong.push(id);
      seen.add(id);
    }
    expect(wrong).toEqual([]);
    expect(seen.size).toBe(100_000);
  });

  test.each([
    ['random parts', [START, 0.1], [START, 0.9]],
    ['starts', [START, 0.5], [START + 1000, 0.5]],
  ] as const)('runs with different %s share no id', (_what, first, second) => {
    const [a, b] = [first, second].map(([start, random]) => freshIds(start, () => random));
    const ofA = new Set(Array.from({ length: 1000 }, () => a?.next(18)));
    expect(Array.from({ length: 1000 }, () => b?.next(18)).filter((id) => ofA.has(id))).toEqual([]);
  });

  test.each([0, 0.999_999_999])('the bounds of randomness (%s) keep the length', (random) => {
    expect(freshIds(START, () => random).next(12)).toHaveLength(12);
    expect(freshIds(0, () => random).next(12)).toHaveLength(12);
  });

  test('a length that is too short is our own error', () => {
    expect(() => freshIds(START, () => 0).next(11)).toThrow(RangeError);
  });
});
