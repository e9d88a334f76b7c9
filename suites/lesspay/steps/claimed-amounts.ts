import { type AmountRange, minorDigits } from '../../../generators/lesspay/amounts.js';
import type { AmountLimits } from '../../../harness/lesspay/profile.js';
import { readAmount, toMinorUnits } from '../../../protocols/amount.js';

type Limits = ReadonlyMap<string, AmountLimits>;

/** The claimed limits of a currency in its minor units. */
export function claimedBounds(limits: Limits, currency: string): { min: bigint | null; max: bigint | null } {
  const { min, max } = limits.get(currency) ?? {};
  const digits = minorDigits(currency);
  return { min: toMinorUnits(min, digits, 'up'), max: toMinorUnits(max, digits, 'down') };
}

/**
 * Between which amounts orders are drawn: the claimed limits, and one unit away from them where they leave room for it, since
 * scenarios write an amount in other ways (`100.70` as `100`) and change it by minor units.
 */
export function claimedRange(limits: Limits, currency: string): AmountRange {
  const { min, max } = claimedBounds(limits, currency);
  const unit = 10n ** BigInt(minorDigits(currency));
  const inset = max === null || max - (min ?? 0n) >= 4n * unit ? unit : 0n;
  return {
    ...(min === null ? {} : { minMinor: min + inset < 1n ? 1n : min + inset }),
    ...(max === null ? {} : { maxMinor: max - inset }),
  };
}

/** True when the claimed limits of the currency allow the amount, plain decimal text. */
export function isWithinClaim(limits: Limits, currency: string, amount: string): boolean {
  const { min, max } = limits.get(currency) ?? {};
  const value = readAmount(amount);
  if (value === null) return false;
  return !readAmount(min)?.isGreaterThan(value) && !readAmount(max)?.isLessThan(value);
}
