import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digits, placeholderId } from '../../../generators/lesspay/ids.js';
import { labelledText, text, textClasses } from '../../../generators/lesspay/text.js';
import { httpUrl } from '../../../generators/lesspay/urls.js';

const draw = <T>(arbitrary: fc.Arbitrary<T>, numRuns = 300): T[] => fc.sample(arbitrary, { seed: 13, numRuns });
const badOption = expect.objectContaining({ name: 'GeneratorError', code: 'badOption' });

describe('labelledText', () => {
  test('reaches every class, with characters that it is named for', () => {
    const named: Record<string, RegExp> = {
      ascii: /^[\x20-\x7e]+$/,
      latin: /[à-ž]/,
      cjk: /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u,
      rightToLeft: /[\p{Script=Hebrew}\p{Script=Arabic}]/u,
      combining: /\p{M}/u,
      astral: /[\u{10000}-\u{10FFFF}]/u,
      awkward: /["'\\/<>%`$]/,
      separators: /[&={}]/,
    };
    const drawn = draw(labelledText({ min: 20, max: 50 }));
    expect(new Set(drawn.map(({ label }) => label))).toEqual(new Set(textClasses));
    for (const { label, text: value } of drawn) expect(value).toMatch(named[label] ?? /never/);
  });

  test.each([
    [1, 1],
    [1, 30],
    [31, 31],
    [2, 3],
  ])('has %i to %i characters, however they are counted', (min, max) => {
    for (const value of draw(text({ min, max }))) {
      expect([...value].length).toBeGreaterThanOrEqual(min);
      expect(value.length).toBeLessThanOrEqual(max);
      expect(value).toBe(value.trim());
      expect(value).toMatch(/^[A-Za-z0-9].*[A-Za-z0-9]$|^[A-Za-z0-9]$/su);
    }
  });

  test('has no separators of the string to sign when asked', () => {
    for (const value of draw(text({ max: 50, signatureNeutral: true }))) expect(value).not.toMatch(/[&={}]/);
    expect(() => text({ max: 5, classes: ['separators'], signatureNeutral: true })).toThrow(badOption);
  });

  test('refuses impossible lengths', () => {
    expect(() => text({ min: 0, max: 5 })).toThrow(badOption);
    expect(() => text({ min: 6, max: 5 })).toThrow(badOption);
  });

  test('shrinks to a few letters', () => {
    const { counterexample } = fc.check(
      fc.property(text({ max: 50 }), (value) => value.length < 4),
      { seed: 13 },
    );
    expect(counterexample).toEqual(['aaaa']);
  });
});

describe('placeholderId', () => {
  test('has the length asked for and harmless characters', () => {
    for (const id of draw(placeholderId(64))) expect(id).toMatch(/^[A-Za-z0-9_]{64}$/);
    const sizes = draw(placeholderId({ min: 3, max: 9 })).map((id) => id.length);
    expect(new Set(sizes)).toEqual(new Set([3, 4, 5, 6, 7, 8, 9]));
  });

  test('hardly repeats', () => {
    expect(new Set(draw(placeholderId(20), 1_000)).size).toBe(1_000);
  });

  test.each([0, 1.5, -1])('refuses the length %d', (length) => {
    expect(() => placeholderId(length)).toThrow(badOption);
  });

  test('refuses an empty range', () => {
    expect(() => placeholderId({ min: 3, max: 2 })).toThrow(/3 to 2 characters/);
  });
});

test('digits do not start with zero', () => {
  for (const number of draw(digits({ min: 1, max: 18 }))) expect(number).toMatch(/^[1-9]\d{0,17}$/);
});

describe('httpUrl', () => {
  test('is absolute, of reserved names, of up to 255 characters, in both schemes', () => {
    const drawn = draw(httpUrl({ path: '/pay' }));
    for (const url of drawn) {
      expect(new URL(url).href).toBe(url);
      expect(new URL(url).hostname).toMatch(/\.example\.(com|org)$/);
      expect(url.length).toBeLessThanOrEqual(255);
    }
    expect(new Set(drawn.map((url) => new URL(url).protocol))).toEqual(new Set(['http:', 'https:']));
    expect(drawn.some((url) => url.length === 255)).toBe(true);
    expect(drawn.some((url) => url.includes('&'))).toBe(true);
  });

  test('has no separators of the string to sign when asked', () => {
    for (const url of draw(httpUrl({ path: '/pay', signatureNeutral: true }))) expect(url).not.toMatch(/[&={}]/);
  });
});
