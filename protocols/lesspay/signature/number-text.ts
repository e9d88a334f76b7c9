import { UnsignableBodyError } from './unsignable-body-error.js';

const LIMIT = 2_147_483_647;
const MAX_LENGTH = 65_535;

/**
 * Writes a JSON number the way it is signed: integers as they are (`-0` as `0`), other numbers with their scale kept and an
 * exponent where the scale is negative or the value very small. `1.10` stays, `1e5` becomes `1E+5`, `0.0000001` becomes `1E-7`.
 *
 * @param text a number as RFC 8259 defines it
 * @param offset where it stands in the body, for the error
 * @throws UnsignableBodyError `NUMBER_OUT_OF_RANGE`: more than 65,535 characters, or an exponent or scale beyond 32 bits
 * (signature specification, sections 2 and 4)
 */
export function numberText(text: string, offset: number): string {
  if (text.length > MAX_LENGTH) throw outOfRange(text, offset);
  const parts = /^(-?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?)([0-9]+))?$/.exec(text);
  const [, minus = '', integer = '', fraction, exponentSign, exponentDigits] = parts ?? [];
  if (fraction === undefined && exponentDigits === undefined) return text === '-0' ? '0' : text;

  const exponent = readExponent(exponentSign ?? '', exponentDigits ?? '0');
  const digits = (integer + (fraction ?? '')).replace(/^0+(?=[0-9])/, '');
  const scale = (fraction ?? '').length - exponent;
  const adjusted = digits.length - 1 - scale;
  if (Math.abs(exponent) > LIMIT || Math.abs(scale) > LIMIT) throw outOfRange(text, offset);

  const sign = digits === '0' ? '' : minus;
  if (scale === 0) return sign + digits;
  if (scale > 0 && adjusted >= -6) {
    const padded = digits.padStart(scale + 1, '0');
    return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
  }
  if (Math.abs(adjusted) > LIMIT) throw outOfRange(text, offset);
  const mantissa = digits.length > 1 ? `${digits.slice(0, 1)}.${digits.slice(1)}` : digits;
  if (adjusted === 0) return sign + mantissa;
  return `${sign}${mantissa}E${adjusted > 0 ? '+' : ''}${adjusted}`;
}

/** The exponent, or infinity where it has more than ten digits and is out of range anyway. */
function readExponent(sign: string, digits: string): number {
  const significant = digits.replace(/^0+(?=[0-9])/, '');
  const size = significant.length > 10 ? Number.POSITIVE_INFINITY : Number(significant);
  return sign === '-' ? -size : size;
}

function outOfRange(text: string, offset: number): UnsignableBodyError {
  return new UnsignableBodyError('NUMBER_OUT_OF_RANGE', {
    what: 'A number is out of range',
    offset,
    received: text.length > 40 ? `${text.slice(0, 40)}… (${text.length} characters)` : text,
    expected: `at most ${MAX_LENGTH} characters, and an exponent and a scale within ±${LIMIT}`,
    advice: 'Send amounts as text and counters as plain integers.',
  });
}
