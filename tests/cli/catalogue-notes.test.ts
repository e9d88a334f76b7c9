import { expect, test } from 'vitest';
import { acceptedAnswers, areaNotes, errataNotes } from '../../cli/run/catalogue-notes.js';
import { lesspayRequirements, requirement } from '../../protocols/lesspay/requirements/index.js';

test('documented answers come first, further ones apart, situations with the same answers together', () => {
  expect(acceptedAnswers(requirement('PAYIN-CARD-003'))).toEqual([
    {
      situations: ['default'],
      strict: ['HTTP 200/400 with code 5000'],
      tolerant: ['HTTP 200/400 with code 11 or 9999'],
      besides: ['no order is created'],
    },
  ]);
  expect(acceptedAnswers(requirement('PAYIN-CARD-007')).map(({ situations }) => situations)).toEqual([
    ['12 digits', '20 digits', 'letters', 'spaces'],
    ['15 digits'],
    ['16 digits', '19 digits'],
  ]);
});

test('every requirement of the platform says what it accepts, and no answer is in both lists', () => {
  for (const each of lesspayRequirements.filter(({ role, level }) => role === 'platform' && level !== 'withdrawn')) {
    const accepted = acceptedAnswers(each);
    expect(accepted.flatMap(({ situations }) => situations)).toHaveLength(each.accepted.length);
    for (const { strict, tolerant, besides } of accepted) {
      expect(strict.length + besides.length, each.id).toBeGreaterThan(0);
      expect(tolerant.filter((text) => strict.includes(text))).toEqual([]);
    }
  }
});

test('areas and errata are named once', () => {
  const some = ['PAYIN-CARD-001', 'PAYIN-CARD-002', 'AMT-001'].map(requirement);
  expect(areaNotes(some).map(({ area, title }) => `${area}: ${title}`)).toEqual([
    'PAYIN-CARD: Pay-in: cards',
    'AMT: Amounts',
  ]);
  const ids = errataNotes(some).map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
  expect(ids).toEqual(expect.arrayContaining(['E-28', 'E-31', 'E-67']));
});
