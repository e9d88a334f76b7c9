import { describe, expect, test } from 'vitest';
import { authRequirements } from '../../../protocols/lesspay/requirements/auth.js';
import { envRequirements } from '../../../protocols/lesspay/requirements/env.js';
import { fmtRequirements } from '../../../protocols/lesspay/requirements/fmt.js';
import { payinCardRequirements } from '../../../protocols/lesspay/requirements/payin-card.js';
import { payinCreateRequirements } from '../../../protocols/lesspay/requirements/payin-create.js';
import { queryRequirements } from '../../../protocols/lesspay/requirements/query.js';
import { transRequirements } from '../../../protocols/lesspay/requirements/trans.js';
import type { CodePattern, Outcome } from '../../../protocols/outcome.js';
import type { Level, Requirement, Role } from '../../../protocols/requirement.js';

/** Per area: the requirements, how many there are, and how many of each level and role. */
const areas: readonly (readonly [
  string,
  readonly Requirement[],
  number,
  Partial<Record<`${Level} ${Role}`, number>>,
])[] = [
  [
    'TRANS',
    transRequirements,
    17,
    { 'MUST platform': 8, 'SHOULD platform': 4, 'info platform': 2, 'MUST merchant': 1, 'SHOULD merchant': 2 },
  ],
  [
    'ENV',
    envRequirements,
    16,
    {
      'MUST platform': 4,
      'SHOULD platform': 5,
      'MAY platform': 1,
      'info platform': 1,
      'MUST merchant': 4,
      'SHOULD merchant': 1,
    },
  ],
  [
    'AUTH',
    authRequirements,
    46,
    { 'MUST platform': 20, 'SHOULD platform': 9, 'info platform': 8, 'MUST merchant': 7, 'SHOULD merchant': 2 },
  ],
  ['FMT', fmtRequirements, 19, { 'MUST platform': 7, 'SHOULD platform': 6, 'info platform': 2, 'MUST merchant': 4 }],
  [
    'PAYIN-CREATE',
    payinCreateRequirements,
    42,
    {
      'MUST platform': 15,
      'SHOULD platform': 20,
      'MAY platform': 1,
      'info platform': 2,
      'withdrawn platform': 1,
      'MUST merchant': 2,
      'SHOULD merchant': 1,
    },
  ],
  [
    'PAYIN-CARD',
    payinCardRequirements,
    19,
    { 'MUST platform': 2, 'SHOULD platform': 12, 'info platform': 1, 'MUST merchant': 2, 'SHOULD merchant': 2 },
  ],
  [
    'QUERY',
    queryRequirements,
    27,
    { 'MUST platform': 13, 'SHOULD platform': 9, 'info platform': 4, 'SHOULD merchant': 1 },
  ],
];
const all = areas.flatMap(([, requirements]) => requirements);
const outcomes = all.flatMap((requirement) =>
  requirement.accepted.flatMap(({ outcome }) => (outcome === undefined ? [] : [[requirement.id, outcome] as const])),
);

describe.each(areas)('%s', (area, requirements, count, levels) => {
  test('has every id once, in order', () => {
    const expected = Array.from({ length: count }, (_, index) => `${area}-${String(index + 1).padStart(3, '0')}`);
    expect(requirements.map(({ id }) => id)).toEqual(expected);
    expect(new Set(requirements.map((requirement) => requirement.area))).toEqual(new Set([area]));
  });

  test('has the levels and roles of the documents', () => {
    const counted: Record<string, number> = {};
    for (const { level, role } of requirements) counted[`${level} ${role}`] = (counted[`${level} ${role}`] ?? 0) + 1;
    expect(counted).toEqual(levels);
  });
});

describe('every requirement', () => {
  test('is one sentence of its own that ends with a full stop', () => {
    expect(all.filter(({ statement }) => !/^[A-Z].*[^.]\.$/.test(statement))).toEqual([]);
    expect(all.filter(({ statement }) => /[.!?] [A-Z]/.test(statement))).toEqual([]);
    expect(new Set(all.map(({ statement }) => statement)).size).toBe(all.length);
  });

  test('balances its backticks', () => {
    const texts = all.flatMap(({ statement, accepted }) => [statement, ...accepted.map(({ holds }) => holds ?? '')]);
    expect(texts.filter((text) => text.split('`').length % 2 === 0)).toEqual([]);
  });

  test('names where it comes from', () => {
    expect(all.filter(({ source }) => !/^(S00[0-3]|P-[A-Z0-9]+|D[1-4]|inferred)/.test(source))).toEqual([]);
  });

  test('in force accepts something, and withdrawn accepts nothing', () => {
    const empty = all.filter(({ accepted }) => accepted.length === 0);
    expect(empty.map(({ id }) => id)).toEqual(all.filter(({ level }) => level === 'withdrawn').map(({ id }) => id));
  });

  test('says in each case what is accepted or what must hold', () => {
    const silent = all.filter(({ accepted }) => accepted.some(({ outcome, holds }) => !outcome && !holds));
    expect(silent).toEqual([]);
  });

  test('calls its only case default, and gives several cases different names of their own', () => {
    for (const { id, accepted } of all) {
      const names = accepted.map(({ when }) => when);
      if (names.length === 1) expect(names, id).toEqual(['default']);
      else expect(names, id).not.toContain('default');
      expect(new Set(names).size, id).toBe(names.length);
    }
  });

  test('explains why it is withdrawn or out of reach of a test', () => {
    const needsNote = ({ level, coverage }: Requirement) =>
      level === 'withdrawn' || coverage === 'needsOperator' || coverage === 'codeReview';
    expect(all.filter((requirement) => needsNote(requirement) !== (requirement.coverageNote !== undefined))).toEqual(
      [],
    );
    expect(all.filter(needsNote).map(({ id }) => id)).toEqual(['PAYIN-CREATE-032', 'PAYIN-CREATE-042']);
  });

  test('names errata that exist, in order and once', () => {
    for (const { id, errata } of all) {
      expect(errata, id).toEqual([...new Set(errata)].sort());
      for (const erratum of errata) expect(erratum, id).toMatch(/^E-(0[1-9]|[1-7]\d|8[0-8])$/);
    }
  });

  test('of level info says that something is reported', () => {
    const silent = all.filter(({ level, statement }) => level === 'info' && !/\breported\b/.test(statement));
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('about a client is about something seen, not about an answer', () => {
    const judged = all.filter(({ role, accepted }) => role !== 'platform' && accepted.some(({ outcome }) => outcome));
    expect(judged.map(({ id }) => id)).toEqual([]);
  });
});

/** Whether one of the patterns accepts a status with a code; `undefined` stands for an answer without an envelope. */
function accepts(patterns: Outcome['strict'], status: number, code: number | undefined, msg = ''): boolean {
  const matches = (wanted: CodePattern) => {
    if (code === undefined || wanted.kind === 'none') return code === undefined && wanted.kind === 'none';
    return wanted.kind === 'any' || wanted.codes.includes(code) === (wanted.kind === 'oneOf');
  };
  return patterns.some(
    (pattern) =>
      pattern.status.some(({ from, to }) => from <= status && status <= to) &&
      matches(pattern.code) &&
      (pattern.msg === undefined || pattern.msg.toLowerCase() === msg.trim().toLowerCase()),
  );
}

/** The outcome of one case of one requirement. */
function outcomeOf(id: string, when = 'default'): Outcome {
  const outcome = all.find((requirement) => requirement.id === id)?.accepted.find((one) => one.when === when)?.outcome;
  if (outcome === undefined) throw new Error(`${id} has no outcome for the case "${when}"`);
  return outcome;
}

describe('outcomes', () => {
  test.each(outcomes)('%s: what is accepted strictly is accepted tolerantly', (_, { strict, tolerant }) => {
    expect(strict.length).toBeGreaterThan(0);
    expect(tolerant).toEqual(expect.arrayContaining([...strict]));
  });

  test('no outcome accepts code 0 with an error status, or an internal error of the platform', () => {
    for (const [id, { tolerant, name }] of outcomes) {
      // It only says that the credentials are not what the platform objects to.
      if (name.includes('NOT-AUTH')) continue;
      for (const status of [400, 401, 403, 404, 405]) expect(accepts(tolerant, status, 0), `${id} ${name}`).toBe(false);
      for (const code of [0, 11, 30000, undefined]) expect(accepts(tolerant, 500, code), `${id} ${name}`).toBe(false);
    }
  });

  const statuses = (id: string, code: number | undefined, when?: string) => {
    const { strict, tolerant } = outcomeOf(id, when);
    const known = [200, 400, 401, 403, 404, 405, 500, 503];
    return [strict, tolerant].map((patterns) => known.filter((status) => accepts(patterns, status, code)));
  };

  test.each(['TRANS-004', 'TRANS-005'])('%s: a wrong method is refused by status or by code', (id) => {
    expect(statuses(id, 9999)).toEqual([[405], [200, 400, 401, 403, 404, 405]]);
    expect(statuses(id, undefined)).toEqual([[405], [400, 401, 403, 404, 405]]);
    expect(statuses(id, 0)).toEqual([[], []]);
  });

  test('TRANS-006: an unknown path is not found', () => {
    expect(statuses('TRANS-006', 9999)).toEqual([[404], [200, 401, 403, 404]]);
    expect(statuses('TRANS-006', undefined)).toEqual([[404], [401, 403, 404]]);
  });

  test('TRANS-007 and TRANS-009: only a query may answer an unusable body with 404', () => {
    expect(statuses('TRANS-007', 11)).toEqual([[400], [200, 400, 401, 403]]);
    expect(statuses('TRANS-009', undefined, 'create, {}')).toEqual([[400], [400, 401, 403]]);
    expect(statuses('TRANS-009', undefined, 'query, no bytes')).toEqual([[400], [400, 401, 403, 404]]);
  });

  test('AUTH-031: a stale payout timestamp is 30052, tolerantly another refusal of credentials', () => {
    expect(statuses('AUTH-031', 30052)).toEqual([
      [200, 400, 401, 403],
      [200, 400, 401, 403],
    ]);
    expect(statuses('AUTH-031', 30050)).toEqual([[], [200, 400, 401, 403]]);
    expect(statuses('AUTH-031', 30002)).toEqual([[], []]);
    expect(statuses('AUTH-031', undefined)).toEqual([[], [401, 403]]);
  });

  test('PAYIN-CREATE-022: a parameter error for WECHAT is tolerated, another code is not', () => {
    expect(statuses('PAYIN-CREATE-022', 5000)[0]).toEqual([200, 400]);
    expect(statuses('PAYIN-CREATE-022', 11)).toEqual([[], [200, 400]]);
    expect(statuses('PAYIN-CREATE-022', 1202)).toEqual([[], []]);
  });

  test('PAYIN-CARD-011: three_ds never is a parameter error, and only the OpenAPI card may be declined', () => {
    expect(statuses('PAYIN-CARD-011', 11, 'OpenAPI card, true')).toEqual([[], []]);
    expect(statuses('PAYIN-CARD-011', 5000, 'OpenAPI card, true')).toEqual([[], [200, 400]]);
    expect(statuses('PAYIN-CARD-011', 5000, 'payment session, true')).toEqual([[], []]);
  });

  test('QUERY-004: the documented message is expected, other errors and a list are tolerated', () => {
    const { strict, tolerant } = outcomeOf('QUERY-004');
    const documented = 'mchOrderNo and payOrderId cannot be empty at the same time';
    expect(accepts(strict, 200, 11, documented)).toBe(true);
    expect(accepts(strict, 400, 77, documented)).toBe(true);
    expect(accepts(strict, 200, 11, 'request_id is required')).toBe(false);
    expect(accepts(tolerant, 200, 11, 'request_id is required')).toBe(true);
    expect(accepts(tolerant, 200, 0)).toBe(true);
  });

  test('QUERY-005: without a window either, a list is no answer', () => {
    const { strict, tolerant } = outcomeOf('QUERY-005');
    expect(accepts(strict, 200, 11)).toBe(true);
    expect(accepts(strict, 400, undefined)).toBe(true);
    expect(accepts(tolerant, 200, 0)).toBe(false);
    expect(accepts(tolerant, 200, 30000)).toBe(false);
  });

  test('QUERY-020: not found, forbidden or not permitted, but never a record', () => {
    const { strict, tolerant } = outcomeOf('QUERY-020');
    expect(accepts(strict, 200, 1202)).toBe(true);
    expect(accepts(strict, 403, 9999)).toBe(true);
    expect(accepts(strict, 200, 5004)).toBe(true);
    expect(accepts(tolerant, 200, 0)).toBe(false);
    expect(tolerant.every(({ conditions }) => conditions.includes('dataEmpty'))).toBe(true);
  });
});
