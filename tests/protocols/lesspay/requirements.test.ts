import { describe, expect, test } from 'vitest';
import { findErratum, lesspayErrata } from '../../../protocols/lesspay/errata.js';
import {
  areas,
  findRequirement,
  lesspayRequirements,
  requirement,
} from '../../../protocols/lesspay/requirements/index.js';
import type { Requirement } from '../../../protocols/requirement.js';

function count(key: (entry: Requirement) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const entry of lesspayRequirements) counts[key(entry)] = (counts[key(entry)] ?? 0) + 1;
  return counts;
}

const where = (matches: (entry: Requirement) => boolean) => lesspayRequirements.filter(matches).map(({ id }) => id);
const inForce = ({ level }: Requirement) => level !== 'withdrawn';

const sizes = {
  TRANS: 17,
  ENV: 16,
  AUTH: 46,
  FMT: 19,
  'PAYIN-CREATE': 42,
  'PAYIN-CARD': 19,
  QUERY: 27,
  'PAYOUT-CREATE': 31,
  'PAYOUT-BATCH': 58,
  'PAYOUT-QUERY': 18,
  'PAYOUT-BANK': 6,
  'PAYOUT-BAL': 4,
  'PAYOUT-NOTIFY': 7,
  IDEM: 15,
  AMT: 9,
  STATE: 25,
  WEBHOOK: 53,
  ERR: 21,
};

describe('the catalogue', () => {
  test('has 433 requirements, numbered without gaps, area by area', () => {
    const expected = Object.entries(sizes).flatMap(([area, size]) =>
      Array.from({ length: size }, (_, index) => `${area}-${String(index + 1).padStart(3, '0')}`),
    );
    expect(expected).toHaveLength(433);
    expect(lesspayRequirements.map(({ id }) => id)).toEqual(expected);
    expect(areas).toEqual(Object.keys(sizes));
  });

  test('counts by area, level and role', () => {
    expect(count(({ area }) => area)).toEqual(sizes);
    expect(count(({ level }) => level)).toEqual({ MUST: 204, SHOULD: 184, MAY: 3, info: 36, withdrawn: 6 });
    expect(count(({ role }) => role)).toEqual({ platform: 365, merchant: 48, receiver: 20 });
    expect(where((entry) => entry.role === 'platform' && inForce(entry))).toHaveLength(360);
  });

  test('has withdrawn these six, each with the reason', () => {
    const withdrawn = lesspayRequirements.filter((entry) => !inForce(entry));
    expect(
      withdrawn.map(({ id, accepted, coverageNote }) => [id, accepted.length, coverageNote !== undefined]),
    ).toEqual([
      ['PAYIN-CREATE-032', 0, true],
      ['PAYOUT-CREATE-024', 0, true],
      ['STATE-023', 0, true],
      ['WEBHOOK-025', 0, true],
      ['WEBHOOK-042', 0, true],
      ['ERR-005', 0, true],
    ]);
  });

  test('says of each other requirement what is accepted, in cases with different names', () => {
    expect(where((entry) => inForce(entry) && entry.accepted.length === 0)).toEqual([]);
    expect(where(({ accepted }) => new Set(accepted.map((entry) => entry.when)).size !== accepted.length)).toEqual([]);
    expect(where(({ accepted }) => accepted.some((entry) => (entry.outcome ?? entry.holds) === undefined))).toEqual([]);
  });

  test('calls a case default only where it is the only one', () => {
    expect(where(({ accepted }) => accepted.length > 1 && accepted.some((entry) => entry.when === 'default'))).toEqual(
      [],
    );
  });

  test('accepts in every tolerant outcome what is accepted strictly', () => {
    const narrower = where(({ accepted }) =>
      accepted.some(({ outcome }) => {
        const tolerant = new Set(outcome?.tolerant.map((pattern) => JSON.stringify(pattern)));
        return outcome?.strict.some((pattern) => !tolerant.has(JSON.stringify(pattern))) ?? false;
      }),
    );
    expect(narrower).toEqual([]);
  });

  test('states each requirement in one sentence, and no two alike', () => {
    expect(where(({ statement }) => !/^[A-Z`].*[^.]\.$/.test(statement) || /[.!?] [A-Z]/.test(statement))).toEqual([]);
    expect(new Set(lesspayRequirements.map(({ statement }) => statement)).size).toBe(433);
    expect(where(({ source }) => source === '')).toEqual([]);
  });

  test('explains what cannot be covered from outside', () => {
    const uncovered = where(({ coverage }) => coverage === 'needsOperator' || coverage === 'codeReview');
    expect(uncovered.map((id) => requirement(id).coverageNote).filter((note) => note === undefined)).toEqual([]);
    expect(where(({ coverage }) => coverage === 'codeReview')).toEqual(['WEBHOOK-047']);
    expect(uncovered).toEqual(['PAYIN-CREATE-042', 'WEBHOOK-045', 'WEBHOOK-047']);
  });

  test('links errata that exist, each once', () => {
    const unknown = lesspayRequirements.flatMap(({ id, errata }) =>
      errata.filter((erratum) => findErratum(erratum) === undefined).map((erratum) => `${id} ${erratum}`),
    );
    expect(unknown).toEqual([]);
    expect(where(({ errata }) => new Set(errata).size !== errata.length)).toEqual([]);
  });
});

describe('a look-up', () => {
  test('finds a requirement by its id', () => {
    expect(requirement('PAYOUT-BATCH-010')).toBe(findRequirement('PAYOUT-BATCH-010'));
    expect(requirement('PAYOUT-BATCH-010').accepted.map((entry) => entry.outcome?.name)).toEqual(['PO(30002)']);
    expect(findRequirement('PAYOUT-BATCH-059')).toBeUndefined();
  });

  test('tells the range of the area when the number does not exist', () => {
    expect(() => requirement('QUERY-028')).toThrow(
      'The Lesspay catalogue has no requirement "QUERY-028". The area QUERY has QUERY-001 to QUERY-027.',
    );
  });

  test('tells the areas when there is no such area', () => {
    expect(() => requirement('PAYOUT-001')).toThrow(
      'The Lesspay catalogue has no requirement "PAYOUT-001". An id is an area and three digits, such as PAYOUT-BATCH-010; ' +
        `the areas are ${areas.join(', ')}.`,
    );
  });
});

describe('the errata', () => {
  test('are E-01 to E-88, in order', () => {
    expect(lesspayErrata.map(({ id }) => id)).toEqual(
      Array.from({ length: 88 }, (_, index) => `E-${String(index + 1).padStart(2, '0')}`),
    );
  });

  test('have an issue and a reading', () => {
    expect(lesspayErrata.filter(({ issue, reading }) => issue === '' || reading === '')).toEqual([]);
    expect(findErratum('E-04')?.reading).toBe('`total_amount`.');
    expect(findErratum('E-89')).toBeUndefined();
  });
});
