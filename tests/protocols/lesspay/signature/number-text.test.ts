import { BigNumber } from 'bignumber.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberText } from '../../../../protocols/lesspay/signature/number-text.js';
import { numberToken } from './arbitraries.js';

test('every form', () => {
  const expected: Record<string, string> = {
    '0': '0',
    '-0': '0',
    '-5': '-5',
    '12345678901234567890': '12345678901234567890',
    '1.10': '1.10',
    '1.0': '1.0',
    '-0.0': '0.0',
    '0.00': '0.00',
    '100e-2': '1.00',
    '1e5': '1E+5',
    '10e4': '1.0E+5',
    '12.50e3': '1.250E+4',
    '1.5e1': '15',
    '1e0': '1',
    '1e21': '1E+21',
    '1e+21': '1E+21',
    '0.000001': '0.000001',
    '0.0000001': '1E-7',
    '123e-8': '0.00000123',
    '0.0000000': '0E-7',
    '-0e3': '0E+3',
    '-12.3450e-10': '-1.23450E-9',
  };
  expect(Object.fromEntries(Object.keys(expected).map((token) => [token, numberText(token, 0)]))).toEqual(expected);
});

test('keeps the value, and written text is written alike again', () => {
  fc.assert(
    fc.property(numberToken, (token) => {
      const written = numberText(token, 0);
      expect(new BigNumber(written).isEqualTo(token)).toBe(true);
      expect(numberText(written, 0)).toBe(written);
    }),
  );
});
