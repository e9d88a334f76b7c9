import { BigNumber } from 'bignumber.js';

/**
 * Money as the Lesspay documents write it: digits, optionally a point and more digits; no sign, exponent, separator or
 * blank, no leading zero (seed 002 sections 1 and 2; seed 000 code 30009).
 */
const PLAIN_DECIMAL = /^(?!0[0-9])[0-9]+(\.[0-9]+)?$/;

/** An exact decimal number. It never passes through a binary float. */
export type Amount = BigNumber;

const Exact = BigNumber.clone({ EXPONENTIAL_AT: 1e9, DECIMAL_PLACES: 40 });

/** Reads plain decimal text, zero included. Returns null for anything else: `1e3`, `+1`, `.5`, `1,000`, `0100`, a number. */
export function readAmount(text: unknown): Amount | null {
  return typeof text === 'string' && PLAIN_DECIMAL.test(text) ? new Exact(text) : null;
}

/** True for plain decimal text greater than zero: what code 30009 calls a valid positive number string. */
export function isPositiveAmount(text: unknown): text is string {
  return readAmount(text)?.isGreaterThan(0) ?? false;
}

/** The exact sum. Zero for an empty list. */
export function sumAmounts(amounts: readonly Amount[]): Amount {
  return amounts.reduce((sum, amount) => sum.plus(amount), new Exact(0));
}

/** True when both are plain decimal text of the same numeric value: `100` and `100.00` are equal. */
export function equalAmounts(a: unknown, b: unknown): boolean {
  const left = readAmount(a);
  const right = readAmount(b);
  return left !== null && right !== null && left.isEqualTo(right);
}

/**
 * Writes an integer number of minor units (cents) as decimal text with exactly `digits` decimals.
 *
 * @example fromMinorUnits(10025n, 2) // '100.25'
 */
export function fromMinorUnits(minor: bigint, digits: number): string {
  return new Exact(minor.toString()).shiftedBy(-digits).toFixed(digits);
}

/**
 * Plain decimal text as an integer number of minor units; what lies between two of them is rounded as told. Null for what is no
 * plain decimal text.
 *
 * @example toMinorUnits('0.015', 2, 'up') // 2n
 */
export function toMinorUnits(text: unknown, digits: number, rounding: 'up' | 'down'): bigint | null {
  const shifted = readAmount(text)?.shiftedBy(digits);
  if (shifted === undefined) return null;
  return BigInt(shifted.integerValue(rounding === 'up' ? Exact.ROUND_CEIL : Exact.ROUND_FLOOR).toFixed(0));
}
