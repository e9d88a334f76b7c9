import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HistoryOptions, history } from '../../../generators/lesspay/history.js';

const draw = (options: HistoryOptions, numRuns = 200) =>
  fc.sample(history(options), { seed: 17, numRuns }).map(({ groups }) => ({
    ids: groups.map(({ idSlot }) => idSlot),
    contents: groups.map(({ contentSlot }) => contentSlot),
  }));

/** The slots in the order of their first use: 0, 1, 2… when they are numbered so. */
const firstUses = (slots: readonly number[]) => [...new Set(slots)];
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('history', () => {
  test('shared id, same content', () => {
    for (const { ids, contents } of draw({ creates: { min: 2, max: 12 }, ids: 'shared', contents: 'same' })) {
      expect(firstUses(ids)).toEqual([0]);
      expect(firstUses(contents)).toEqual([0]);
    }
  });

  test('each number of creates occurs', () => {
    const sizes = draw({ creates: { min: 2, max: 6 }, ids: 'shared', contents: 'same' }).map(({ ids }) => ids.length);
    expect(new Set(sizes)).toEqual(new Set([2, 3, 4, 5, 6]));
  });

  test('distinct ids and different contents', () => {
    for (const { ids, contents } of draw({ creates: 5, ids: 'distinct', contents: 'different' })) {
      expect(ids).toEqual(upTo(5));
      expect(contents).toEqual(upTo(5));
    }
  });

  test('mixed: at least two, at least one of them shared, numbered by first use', () => {
    for (const { ids, contents } of draw({ creates: { min: 3, max: 12 }, ids: 'mixed', contents: 'mixed' }, 500)) {
      for (const slots of [ids, contents]) {
        const uses = firstUses(slots);
        expect(uses).toEqual(upTo(uses.length));
        expect(uses.length).toBeGreaterThanOrEqual(2);
        expect(uses.length).toBeLessThan(slots.length);
      }
    }
  });

  test('two creates with mixed contents differ', () => {
    for (const { contents } of draw({ creates: 2, ids: 'shared', contents: 'mixed' })) expect(contents).toEqual([0, 1]);
  });

  test.each<HistoryOptions>([
    { creates: 0, ids: 'shared', contents: 'same' },
    { creates: 2, ids: 'mixed', contents: 'same' },
    { creates: 1, ids: 'shared', contents: 'mixed' },
    { creates: { min: 5, max: 4 }, ids: 'shared', contents: 'same' },
    { creates: 2.5, ids: 'shared', contents: 'same' },
  ])('refuses %j', (options) => {
    expect(() => history(options)).toThrow(expect.objectContaining({ name: 'GeneratorError', code: 'badOption' }));
  });

  test('shrinks to the smallest race', () => {
    const { counterexample } = fc.check(
      fc.property(
        history({ creates: { min: 3, max: 12 }, ids: 'mixed', contents: 'mixed' }),
        (race) => race.groups.length < 3,
      ),
      { seed: 17 },
    );
    expect(counterexample).toEqual([
      {
        groups: [
          { idSlot: 0, contentSlot: 0 },
          { idSlot: 0, contentSlot: 0 },
          { idSlot: 1, contentSlot: 1 },
        ],
      },
    ]);
  });
});
