import { describe, expect, test } from 'vitest';
import {
  type Check,
  given,
  holds,
  met,
  PreconditionFailed,
  remarked,
  sumUp,
  unmet,
  violated,
} from '../../harness/check.js';
import type { Exchange } from '../../harness/exchange.js';

const bad = violated('a', 'b');
const blocked = unmet('why', 'because');

describe('sumUp', () => {
  test.each<[string, Check[], string]>([
    ['nothing', [], 'inconclusive'],
    ['met', [met], 'pass'],
    ['met with a remark', [remarked('x'), met], 'pass'],
    ['violated', [met, bad], 'fail'],
    ['unmet', [blocked], 'inconclusive'],
    ['unmet behind met', [met, blocked], 'inconclusive'],
    ['violated behind unmet', [blocked, bad], 'inconclusive'],
    ['unmet behind violated', [bad, blocked], 'fail'],
  ])('%s', (_what, checks, verdict) => {
    expect(sumUp(checks).verdict).toBe(verdict);
  });

  test('keeps the remarks, or the violations up to the first unmet check, or the reason', () => {
    expect(sumUp([remarked('x'), met, remarked('y')])).toEqual({
      verdict: 'pass',
      remarks: [{ text: 'x' }, { text: 'y' }],
    });
    expect(sumUp([bad, blocked, violated('c', 'd')])).toEqual({ verdict: 'fail', violations: [bad] });
    expect(sumUp([met, blocked])).toEqual({ verdict: 'inconclusive', code: 'why', message: 'because' });
    expect(sumUp([])).toMatchObject({ code: 'nothingToJudge' });
  });
});

describe('given', () => {
  test('makes a violation a precondition, and leaves the rest', () => {
    expect(given(bad)).toEqual(unmet('controlRefused', 'Expected first: a. Received: b.'));
    expect(given(bad, 'other')).toMatchObject({ code: 'other' });
    expect([given(met), given(blocked)]).toEqual([met, blocked]);
  });
});

test('holds describes what was received only where it is needed', () => {
  expect(
    holds(true, 'a', () => {
      throw new Error('not needed');
    }),
  ).toBe(met);
  expect(holds(false, 'a', () => 'b')).toEqual(bad);
});

test('checks name the exchange that shows it, where there is one', () => {
  const exchange = { id: 'x7' } as Exchange;
  expect([remarked('a', exchange), violated('a', 'b', exchange), holds(false, 'a', () => 'b', exchange)]).toEqual([
    { kind: 'met', remark: 'a', exchange: 'x7' },
    { kind: 'violated', expected: 'a', received: 'b', exchange: 'x7' },
    { kind: 'violated', expected: 'a', received: 'b', exchange: 'x7' },
  ]);
  expect([remarked('a'), violated('a', 'b')]).toEqual([
    { kind: 'met', remark: 'a' },
    { kind: 'violated', expected: 'a', received: 'b' },
  ]);
  expect(sumUp([remarked('a', exchange)])).toEqual({ verdict: 'pass', remarks: [{ text: 'a', exchange: 'x7' }] });
});

test('an unmet precondition is an error with a code', () => {
  const error = new PreconditionFailed('noOrderId', 'There is none.');
  expect([error.name, error.code, error.message]).toEqual(['PreconditionFailed', 'noOrderId', 'There is none.']);
});
