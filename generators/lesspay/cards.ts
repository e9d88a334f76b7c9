import * as fc from 'fast-check';
import type { CardData } from '../../schemas/lesspay/messages.generated.js';
import { digits } from './ids.js';

/**
 * Made-up cards of 16 to 19 digits with a correct check digit (ISO/IEC 7812-1). They are nobody's: the digits after the first
 * six of a known test range are drawn. Expiry lies far ahead, so that no clock is needed.
 */
export function card(): fc.Arbitrary<CardData> {
  return fc
    .record({
      account: digits({ min: 9, max: 12 }),
      expiry_month: fc.integer({ min: 1, max: 12 }),
      expiry_year: fc.integer({ min: 2040, max: 2049 }),
      cvv: digits({ min: 3, max: 4 }),
      options: fc.record({ store_for_future_use: fc.boolean() }, { requiredKeys: [] }),
    })
    .map(({ account, options, ...rest }) => ({ number: withCheckDigit(`424242${account}`), ...rest, ...options }));
}

/** Appends the digit that makes the Luhn sum a multiple of ten. */
export function withCheckDigit(payload: string): string {
  const sum = [...payload].reverse().reduce((total, digit, index) => {
    const value = Number.parseInt(digit, 10) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${payload}${(10 - (sum % 10)) % 10}`;
}
