import * as fc from 'fast-check';
import { GeneratorError } from '../generator-error.js';

/** The characters of the identifiers in the documents' samples (no document states the allowed set). */
const ID_CHARACTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_';

/** Inclusive bounds of a length in characters. */
export interface LengthRange {
  readonly min: number;
  readonly max: number;
}

/**
 * An identifier of the given length over `A-Z a-z 0-9 _`; the bounds of a range are drawn more often. Only its length is
 * meant to last: whoever sends a message puts a fresh id of the same length in the place of its `request_id`.
 */
export function placeholderId(length: number | LengthRange): fc.Arbitrary<string> {
  const { min, max } = typeof length === 'number' ? { min: length, max: length } : length;
  if (!Number.isInteger(min) || !Number.isInteger(max) || min < 1 || max < min) {
    throw new GeneratorError(
      'badOption',
      `An id cannot have ${min} to ${max} characters. Give whole numbers, 1 or more.`,
    );
  }
  // Small numbers drawn more often, as fast-check does, would make ids repeat.
  return fc.tuple(lengthBetween(min, max), fc.noBias(fc.nat())).map(([count, seed]) => idFrom(seed, count));
}

/**
 * A length in the range. One draw in three is a bound, because limits are where implementations differ. It shrinks to the least.
 */
export function lengthBetween(min: number, max: number): fc.Arbitrary<number> {
  return fc.tuple(fc.nat({ max: 5 }), fc.integer({ min, max })).map(([where, between]) => {
    if (where === 4) return min;
    return where === 5 ? max : between;
  });
}

/** Spreads one drawn number over the whole id, so that it shrinks in a few steps instead of character by character. */
function idFrom(seed: number, count: number): string {
  let state = seed >>> 0;
  const characters: string[] = [];
  for (let written = 0; written < count; written += 1) {
    characters.push(ID_CHARACTERS.charAt(Math.floor(state / 0x10000) % ID_CHARACTERS.length));
    // The multiplier and increment of Numerical Recipes' 32-bit linear congruential generator.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  }
  return characters.join('');
}

/** A number of the given length as text, e.g. an account number. It does not start with 0. */
export function digits(length: number | LengthRange): fc.Arbitrary<string> {
  return placeholderId(length).map((id) => [...id].map((character, index) => toDigit(character, index)).join(''));
}

function toDigit(character: string, index: number): string {
  const place = ID_CHARACTERS.indexOf(character);
  return String(index === 0 ? 1 + (place % 9) : place % 10);
}
