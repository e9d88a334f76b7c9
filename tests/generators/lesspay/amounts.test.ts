import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AmountRange,
  amount,
  illFormedAmounts,
  minorDigits,
  nonPositiveAmounts,
  spellings,
  unremarkableMinor,
} from '../../../generators/lesspay/amounts.js';
import { equalAmounts, isPositiveAmount } from '../../../protocols/amount.js';
import { currencies } from '../../../protocols/lesspay/currencies.js';

const draw = <T>(arbitrary: fc.Arbitrary<T>, numRuns = 300): T[] => fc.sample(arbitrary, { seed: 11, numRuns });

describe('amount', () => {
  test.each(currencies.map(({ code, digits }) => [code, digits ?? 2] as const))(
    '%s has %i decimals',
    (currency, digits) => {
      expect(minorDigits(currency)).toBe(digits);
      for (const text of draw(amount({ currency }))) {
        expect(text).toMatch(digits === 0 ? /^[1-9]\d*$/ : new RegExp(`^[1-9]\\d*\\.\\d{${digits}}$`));
      }
    },
  );

  test('is exact beyond the precision of binary floating point', () => {
    const minor = 9_007_199_254_740_993_01n;
    expect(draw(amount({ currency: 'PHP', minMinor: minor, maxMinor: minor }), 1)).toEqual(['9007199254740993.01']);
  });

  test('stays within its bounds and reaches both', () => {
    const drawn = draw(amount({ currency: 'PHP', minMinor: 1n, maxMinor: 250n }));
    expect(drawn).toContain('0.01');
    expect(drawn).toContain('2.50');
    for (const text of drawn) expect(isPositiveAmount(text)).toBe(true);
  });

  test('without bounds it reaches the least, the greatest, whole units and single minor units', () => {
    const drawn = draw(amount({ currency: 'PHP' }));
    for (const text of ['100.00', '100.01', '999.99']) expect(drawn).toContain(text);
    expect(drawn.filter((text) => text.endsWith('.00')).length).toBeGreaterThan(30);
    expect(unremarkableMinor('IDR', 0)).toBe(100_000n);
  });

  test.each<[string, AmountRange, bigint]>([
    ['is as drawn where that lies within', { minMinor: 100n, maxMinor: 200_000n }, 10_007n],
    ['lies within where nothing drawn does', { minMinor: 100n, maxMinor: 102n }, 101n],
    ['is above a minimum', { minMinor: 5_000_000n }, 5_000_007n],
    ['is below a maximum', { maxMinor: 3n }, 2n],
  ])('an unremarkable amount with bounds %s', (_name, range, expected) => {
    expect(unremarkableMinor('PHP', 7, range)).toBe(expected);
    for (const step of [0, 1, 89_999]) {
      const minor = unremarkableMinor('PHP', step, range);
      expect(minor >= (range.minMinor ?? 1n) && minor <= (range.maxMinor ?? minor)).toBe(true);
    }
  });

  test.each([
    [0n, 5n],
    [9n, 8n],
    [-5n, -1n],
  ])('refuses the bounds %i to %i', (minMinor, maxMinor) => {
    expect(() => amount({ currency: 'PHP', minMinor, maxMinor })).toThrow(
      expect.objectContaining({ name: 'GeneratorError', code: 'badOption' }),
    );
  });

  test('shrinks to the least', () => {
    const { counterexample } = fc.check(
      fc.property(amount({ currency: 'PHP' }), (text) => text === ''),
      { seed: 11 },
    );
    expect(counterexample).toEqual(['100.00']);
  });
});

describe('spellings', () => {
  test.each([
    ['100', ['100.0', '100.00']],
    ['100.0', ['100', '100.00']],
    ['100.50', ['100.5']],
    ['100.25', []],
    ['0.10', ['0.1']],
    ['abc', []],
    ['1e3', []],
  ])('of %s', (text, expected) => {
    expect(spellings(text)).toEqual(expected);
    for (const other of spellings(text)) expect(equalAmounts(text, other)).toBe(true);
  });

  test('of more decimals', () => {
    expect(spellings('1', 4)).toEqual(['1.0', '1.00', '1.000', '1.0000']);
    expect(spellings('1.234', 2)).toEqual([]);
  });
});

describe('bad amounts', () => {
  test('none of them is a positive amount, and none is listed twice', () => {
    const texts = [...illFormedAmounts, ...nonPositiveAmounts].map(({ text }) => text);
    expect(texts.filter(isPositiveAmount)).toEqual([]);
    expect(new Set(illFormedAmounts.map(({ text }) => text)).size).toBe(illFormedAmounts.length);
    expect(new Set(nonPositiveAmounts.map(({ text }) => text)).size).toBe(nonPositiveAmounts.length);
  });

  test('those that a number parser may take are soft', () => {
    const soft = illFormedAmounts.filter(({ refusal }) => refusal === 'soft').map(({ text }) => text);
    expect(soft).toEqual(['+1', '1e3', ' 1', '1 ', '1.', '.5']);
    for (const text of soft) expect(Number.isFinite(Number(text))).toBe(true);
    const hard = illFormedAmounts.filter(({ refusal }) => refusal === 'hard').map(({ text }) => text);
    expect(hard).toEqual(['-1', '1,000', 'abc', '', '.']);
  });
});
