import { illFormedAmounts, minorDigits, nonPositiveAmounts, spellings } from '../../../generators/lesspay/amounts.js';
import type { Spelling } from './priced-order.js';

const wholeOf = (amount: string): string => amount.split('.', 1)[0] ?? amount;

/** The usual forms: without decimals, with one, with two. */
export function usualForms(amount: string): readonly Spelling[] {
  const whole = wholeOf(amount);
  return [
    ...[whole, `${whole}.00`].map((text) => ({ text, value: whole, kind: `${text.length - whole.length} more` })),
    { text: `${whole}.5`, value: `${whole}.5`, kind: 'one decimal' },
    { text: `${whole}.50`, value: `${whole}.5`, kind: 'two decimals' },
  ];
}

/** Exactly two decimals, the form that every pay-in sample has. */
export function twoDecimals(amount: string): readonly Spelling[] {
  return usualForms(amount).filter(({ text }) => /\.\d\d$/.test(text));
}

/** Fewer decimals than the currency has. */
export function fewerDecimals(amount: string): readonly Spelling[] {
  return usualForms(amount)
    .filter(({ text }) => !/\.\d\d$/.test(text))
    .map((spelling) => ({ ...spelling, kind: spelling.text.includes('.') ? 'one decimal' : 'no decimals' }));
}

/** Spellings that a number parser may take (AMT-002), of amounts that are nothing special otherwise, `.5` apart. */
export function unusualSpellings(amount: string): readonly Spelling[] {
  const whole = wholeOf(amount);
  return [
    { text: `+${amount}`, value: amount, kind: 'plus sign' },
    { text: ` ${amount}`, value: amount, kind: 'leading blank' },
    { text: `${amount} `, value: amount, kind: 'trailing blank' },
    { text: `${whole}.`, value: whole, kind: 'no digit after the point' },
    { text: `${whole}e1`, value: `${whole}0`, kind: 'exponent' },
    { text: '.5', value: '0.5', kind: 'no digit before the point' },
  ];
}

/** One decimal more than the currency has. */
export function tooManyDecimals(amount: string, currency: string): readonly Spelling[] {
  const digits = minorDigits(currency);
  const text = digits === 0 ? `${wholeOf(amount)}.5` : `${wholeOf(amount)}.${'2'.repeat(digits)}5`;
  return [{ text, value: text, kind: 'one decimal more than the currency has' }];
}

/** A leading zero. */
export function leadingZero(amount: string): readonly Spelling[] {
  return [{ text: `0${amount}`, value: amount, kind: 'leading zero' }];
}

const plain = (kind: string, texts: readonly string[]): readonly Spelling[] =>
  texts.map((text) => ({ text, value: text, kind }));

/** Positive, and far below any minimum. */
export const tinyAmounts = (): readonly Spelling[] => plain('tiny', ['0.0001', '0.00001', '0.000000001']);

/** Far above any limit; some would come out small if they overflowed 64 bits, as units or as cents. */
export const hugeAmounts = (): readonly Spelling[] =>
  plain('huge', ['999999999999999999.99', '18446744073709551716.00', '184467440737095616.66', `1${'0'.repeat(30)}.00`]);

/** The usual amount in each of its spellings (`100.50`, `100.5`), for the way of an amount through the platform. */
export function sameValue(amount: string): readonly Spelling[] {
  return [amount, ...spellings(amount)].map((text) => ({ text, value: amount, kind: 'another spelling' }));
}

/** Texts that are no positive amount in anybody's reading. */
export const notAmounts: readonly string[] = [
  ...new Set(
    [...illFormedAmounts, ...nonPositiveAmounts].filter(({ refusal }) => refusal === 'hard').map(({ text }) => text),
  ),
];
