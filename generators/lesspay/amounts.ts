import * as fc from 'fast-check';
import { fromMinorUnits, readAmount } from '../../protocols/amount.js';
import { findCurrency } from '../../protocols/lesspay/currencies.js';
import { GeneratorError } from '../generator-error.js';

/**
 * Decimals of the amounts that are drawn in a currency. Where no source gives a number (crypto currencies), two, as in the demo
 * client's examples.
 */
export function minorDigits(currency: string): number {
  return findCurrency(currency)?.digits ?? 2;
}

/** How many different unremarkable amounts there are per currency, see `unremarkableAmount`. */
const STEPS = 90_000;

/**
 * Where unremarkable amounts begin and how far they lie apart, in minor units. Limits are not documented (codes 30070, 30071,
 * 30073), so ordinary amounts stay near the samples of the documents: 100.00 to 999.99, more for currencies of small units.
 */
const SCALES: Readonly<Record<string, { readonly first: bigint; readonly step: bigint }>> = {
  IDR: { first: 100_000n, step: 10n },
  VND: { first: 300_000n, step: 10n },
  NGN: { first: 11_000n, step: 1n },
  KES: { first: 11_000n, step: 1n },
  THB: { first: 1_000n, step: 1n },
  JPY: { first: 2_000n, step: 1n },
};
const usualScale = { first: 10_000n, step: 1n } as const;

/** The bounds of an amount in minor units of the currency (cents), both inclusive. */
export interface AmountOptions {
  readonly currency: string;
  readonly minMinor?: bigint;
  readonly maxMinor?: bigint;
}

/**
 * An amount as exact decimal text with the currency's decimals, drawn as an integer of minor units. Without bounds it is
 * unremarkable for the currency. Throws `GeneratorError` (`badOption`) when no positive amount lies within the bounds.
 */
export function amount(options: AmountOptions): fc.Arbitrary<string> {
  const { currency } = options;
  const digits = minorDigits(currency);
  if (options.minMinor === undefined && options.maxMinor === undefined) {
    return amountStep.map((step) => fromMinorUnits(unremarkableMinor(currency, step), digits));
  }
  const min = options.minMinor ?? 1n;
  const max = options.maxMinor ?? min + BigInt(STEPS);
  if (min < 1n || max < min) {
    throw new GeneratorError(
      'badOption',
      `No positive amount lies between ${min} and ${max} minor units of ${currency}.`,
    );
  }
  return fc
    .record({ where: fc.nat({ max: 5 }), between: fc.bigInt({ min, max }) })
    .map(({ where, between }) => [between, between, between, between, min, max][where] ?? between)
    .map((minor) => fromMinorUnits(minor, digits));
}

/**
 * Draws the number of an unremarkable amount, for `unremarkableMinor`; so that an amount can be drawn before its currency is
 * known. Bounds, whole units and single minor units are drawn more often.
 */
export const amountStep: fc.Arbitrary<number> = fc
  .record({
    kind: fc.nat({ max: 7 }),
    any: fc.nat({ max: STEPS - 1 }),
    special: fc.constantFrom(0, 1, 10, 50, 99, STEPS - 1),
  })
  .map(({ kind, any, special }) => {
    if (kind === 5) return special;
    return kind > 5 ? any - (any % 100) : any;
  });

/** The largest number of an unremarkable amount. */
export const LAST_AMOUNT_STEP = STEPS - 1;

/** Between which amounts a target takes orders, in minor units, both inclusive; absent: it has no such bound. */
export interface AmountRange {
  readonly minMinor?: bigint;
  readonly maxMinor?: bigint;
}

/**
 * The unremarkable amount with this number, in minor units of the currency. Where a range is given it lies within; as far as the
 * range reaches it is one of those that are drawn without a range.
 */
export function unremarkableMinor(currency: string, step: number, range: AmountRange = {}): bigint {
  const scale = SCALES[currency] ?? usualScale;
  const wanted = scale.first + BigInt(step) * scale.step;
  const lowest = range.minMinor ?? 1n;
  const highest = range.maxMinor ?? (lowest > wanted ? lowest + BigInt(STEPS) : wanted);
  if (wanted >= lowest && wanted <= highest) return wanted;
  return lowest + (BigInt(step) % (highest - lowest + 1n));
}

/**
 * The same value in other spellings of up to `digits` decimals, shortest first: for `100` these are `100.0` and `100.00`. Empty
 * when there is no other, or when the text is no amount.
 */
export function spellings(text: string, digits = 2): string[] {
  const value = readAmount(text);
  if (value === null) return [];
  const least = value.decimalPlaces() ?? 0;
  const decimals = Array.from({ length: Math.max(0, digits - least + 1) }, (_, more) => least + more);
  return decimals.map((places) => value.toFixed(places)).filter((spelling) => spelling !== text);
}

/** A text that is not a positive amount, and why. */
export interface BadAmount {
  readonly text: string;
  readonly reason: string;
  /** `hard`: every platform must refuse it. `soft`: a number parser may take it; then the value must come back exactly. */
  readonly refusal: 'hard' | 'soft';
}

/** Texts that are not amounts (requirement AMT-002). */
export const illFormedAmounts: readonly BadAmount[] = [
  { text: '-1', reason: 'negative', refusal: 'hard' },
  { text: '1,000', reason: 'thousands separator', refusal: 'hard' },
  { text: 'abc', reason: 'letters', refusal: 'hard' },
  { text: '', reason: 'empty', refusal: 'hard' },
  { text: '.', reason: 'no digit', refusal: 'hard' },
  { text: '+1', reason: 'plus sign', refusal: 'soft' },
  { text: '1e3', reason: 'exponent', refusal: 'soft' },
  { text: ' 1', reason: 'leading blank', refusal: 'soft' },
  { text: '1 ', reason: 'trailing blank', refusal: 'soft' },
  { text: '1.', reason: 'no digit after the point', refusal: 'soft' },
  { text: '.5', reason: 'no digit before the point', refusal: 'soft' },
];

/** Numbers that are not greater than zero. */
export const nonPositiveAmounts: readonly BadAmount[] = [
  { text: '0', reason: 'zero', refusal: 'hard' },
  { text: '0.00', reason: 'zero with decimals', refusal: 'hard' },
  { text: '-1', reason: 'negative', refusal: 'hard' },
  { text: '-0.01', reason: 'negative, below one unit', refusal: 'hard' },
];
