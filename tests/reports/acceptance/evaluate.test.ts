import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../../protocols/package-root.js';
import { evaluate } from '../../../reports/acceptance/evaluate.js';
import { DEFAULT_PROFILE, type FullProfile, fullProfile } from '../../../reports/acceptance/profile.js';
import { statementOf } from '../../../reports/bundle/statement.js';
import type { AcceptanceProfile } from '../../../schemas/config/config.generated.js';
import type { RequirementResult, RunResult } from '../../../schemas/report/results.generated.js';
import { validator } from '../../../schemas/validator.js';
import { sampleFinding, sampleRequirement, sampleResult } from '../sample-result.js';

const product = { vendor: 'Acme', name: 'Pay', version: '3.1', contactRole: 'payments team', environment: 'sandbox' };
const bite = {
  version: '0.1.0',
  faults: { total: 100, caught: 100 },
  variants: { total: 20, clean: 20 },
  unproven: [],
};

const good = (over: Partial<RunResult> = {}, requirements?: RequirementResult[]): RunResult =>
  sampleResult(requirements ?? [sampleRequirement('AUTH-001'), sampleRequirement('IDEM-001', { level: 'SHOULD' })], {
    ics: { schemaVersion: 1, protocol: 'lesspay', product },
    bite,
    ...over,
  });

const DAY = 86_400_000;
const justAfter = (result: RunResult): number => Date.parse(result.finishedAt) + 1000;

function codes(result: RunResult, profile: FullProfile = DEFAULT_PROFILE, now = justAfter(result)): string[] {
  const acceptance = evaluate(result, profile, now);
  expect(validator('report/acceptance')(acceptance)).toEqual([]);
  expect(acceptance.verdict).toBe(acceptance.reasons.length === 0 ? 'ACCEPTED' : 'REJECTED');
  return acceptance.reasons.map(({ code }) => code);
}

const must = (verdict: RequirementResult['verdict'], over: Partial<RequirementResult> = {}): RequirementResult =>
  sampleRequirement('AUTH-002', { verdict, ...over });
const withMust = (verdict: RequirementResult['verdict'], over: Partial<RequirementResult> = {}): RunResult =>
  good({}, [sampleRequirement('AUTH-001'), must(verdict, over)]);

describe('the default profile', () => {
  test('a complete run of a named product without a failure is accepted', () => {
    const acceptance = evaluate(good(), DEFAULT_PROFILE, justAfter(good()));
    expect(acceptance).toMatchObject({ verdict: 'ACCEPTED', product, reasons: [], leftToReview: [] });
    expect(acceptance.evaluatedAt).toBe('2026-01-02T03:04:18.300Z');
  });

  test('it is the one that the guide shows', () => {
    const guide = readFileSync(path.join(packageRoot, 'docs/acceptance-bundle.md'), 'utf8');
    const [, block = ''] = /```json\n([\s\S]*?)```/.exec(guide) ?? [];
    expect(JSON.parse(block)).toEqual(DEFAULT_PROFILE);
  });

  test('the guide names every reason', () => {
    const guide = readFileSync(path.join(packageRoot, 'docs/acceptance-bundle.md'), 'utf8');
    const schema = JSON.parse(
      readFileSync(path.join(packageRoot, 'schemas/report/acceptance.schema.json'), 'utf8'),
    ) as { properties: { reasons: { items: { properties: { code: { enum: string[] } } } } } };
    for (const code of schema.properties.reasons.items.properties.code.enum) expect(guide).toContain(`\`${code}\``);
  });

  test('it is a valid profile', () => {
    expect(validator('config/acceptance-profile')(DEFAULT_PROFILE)).toEqual([]);
    expect(fullProfile({ schemaVersion: 1, name: 'default' })).toEqual(DEFAULT_PROFILE);
  });

  const target = good().target;
  const waiver = {
    requirement: 'AUTH-002',
    reason: 'known and planned',
    owner: 'a team',
    expires: '2026-03-01',
    entry: 0,
  };
  test.each<[string, RunResult, string[]]>([
    ['an interrupted run', good({ complete: false, incompleteReason: 'interrupted' }), ['INCOMPLETE']],
    ['an error of the suite', good({ errors: [{ where: 'x', message: 'y' }] }), ['SUITE_ERRORS']],
    ['a shard', good({ selection: { only: [], level: null, shard: { index: 1, count: 2 } } }), ['SHARD']],
    ['the reference platform', good({ target: { ...target, reference: true } }), ['REFERENCE_PLATFORM']],
    ['no statement', good({ ics: null }), ['PRODUCT_MISSING']],
    ['a statement without a product', good({ ics: { schemaVersion: 1, protocol: 'lesspay' } }), ['PRODUCT_MISSING']],
    ['few exercises', good({ runs: 9 }), ['TOO_FEW_EXERCISES']],
    ['a failed MUST', withMust('fail'), ['FAILED']],
    ['an inconclusive MUST', withMust('inconclusive'), ['INCONCLUSIVE']],
    ['a MUST with an error', withMust('error'), ['INCONCLUSIVE']],
    ['a MUST that was not tested', withMust('notTested'), ['NOT_TESTED']],
    ['a MUST that is not claimed', withMust('notApplicable'), []],
    ['a MUST that only a review can show', withMust('notTested', { coverage: 'codeReview' }), []],
    ['a failed SHOULD', withMust('fail', { level: 'SHOULD' }), []],
    ['a waived failure', withMust('fail', { waived: true }), ['TOO_MANY_WAIVERS']],
    ['a stale waiver', good({ waivers: [{ ...waiver, state: 'stale' }] }), ['WAIVER_NOT_IN_FORCE']],
    ['a waiver that is needed', good({ waivers: [{ ...waiver, state: 'used' }] }), []],
    ['no score', (({ bite: _bite, ...rest }) => rest)(good()) as RunResult, ['BITE_UNKNOWN']],
    ['a score that is out of date', good({ bite: { ...bite, outOfDate: true } }), ['BITE_UNKNOWN']],
    ['a fault not caught', good({ bite: { ...bite, faults: { total: 100, caught: 99 } } }), ['BITE_TOO_LOW']],
    ['a variant not clean', good({ bite: { ...bite, variants: { total: 20, clean: 19 } } }), ['BITE_TOO_LOW']],
    ['a self-test of nothing', good({ bite: { ...bite, faults: { total: 0, caught: 0 } } }), ['BITE_TOO_LOW']],
    [
      'an area without a verdict',
      good({}, [
        sampleRequirement('AUTH-001'),
        sampleRequirement('IDEM-001', { level: 'SHOULD', verdict: 'notTested' }),
      ]),
      ['AREA_NOT_TESTED'],
    ],
    [
      'a restricted run',
      good({ selection: { only: ['AUTH-001'], level: null } }, [
        sampleRequirement('AUTH-001'),
        sampleRequirement('AUTH-002', { verdict: 'notTested', reason: { code: 'notSelected', message: 'no' } }),
      ]),
      ['RESTRICTED', 'NOT_TESTED'],
    ],
    ['two things at once', good({ ics: null, complete: false }), ['INCOMPLETE', 'PRODUCT_MISSING']],
  ])('%s', (_what, result, expected) => {
    expect(codes(result)).toEqual(expected);
  });

  test('each reason says what was received and expected, and about which requirements', () => {
    const { reasons } = evaluate(withMust('fail'), DEFAULT_PROFILE, justAfter(good()));
    expect(reasons).toEqual([
      { code: 'FAILED', message: '1 MUST requirement failed. Expected none.', requirements: ['AUTH-002'] },
    ]);
  });

  test('the age is counted to the very day', () => {
    const result = good();
    const end = Date.parse(result.finishedAt);
    expect(codes(result, DEFAULT_PROFILE, end + 30 * DAY)).toEqual([]);
    expect(codes(result, DEFAULT_PROFILE, end + 30 * DAY + 1)).toEqual(['TOO_OLD']);
    expect(codes(result, DEFAULT_PROFILE, end - 9 * 60_000)).toEqual([]);
    expect(codes(result, DEFAULT_PROFILE, end - 11 * 60_000)).toEqual(['FROM_THE_FUTURE']);
  });

  test('what only people can show is named', () => {
    const result = withMust('notTested', { coverage: 'needsOperator' });
    expect(evaluate(result, DEFAULT_PROFILE, justAfter(result)).leftToReview).toEqual(['AUTH-002']);
  });
});

describe("a profile of one's own", () => {
  const by = (profile: Omit<AcceptanceProfile, 'schemaVersion'>): FullProfile => {
    const written = { schemaVersion: 1 as const, ...profile };
    expect(validator('config/acceptance-profile')(written)).toEqual([]);
    return fullProfile(written);
  };

  test.each<[string, RunResult, FullProfile, string[]]>([
    ['one failure is tolerated', withMust('fail'), by({ levels: { MUST: { failed: 1 } } }), []],
    ['any number is', withMust('inconclusive'), by({ levels: { MUST: { inconclusive: null } } }), []],
    [
      'a SHOULD must pass too',
      withMust('fail', { level: 'SHOULD' }),
      by({ levels: { SHOULD: { failed: 0 } } }),
      ['FAILED'],
    ],
    [
      'everything must be claimed',
      withMust('notApplicable'),
      by({ levels: { MUST: { notApplicable: 0 } } }),
      ['NOT_APPLICABLE'],
    ],
    ['another area failed', withMust('fail'), by({ areas: ['IDEM'] }), ['AREA_UNKNOWN']],
    [
      'only the areas that are named are looked at',
      good({}, [sampleRequirement('IDEM-001'), must('fail')]),
      by({ areas: ['IDEM'] }),
      [],
    ],
    ['one waiver', withMust('fail', { waived: true }), by({ waivers: { atMost: 1 } }), []],
    [
      'no score is asked for',
      good({ bite: { ...bite, outOfDate: true } }),
      by({ bite: { faultsCaught: 0, variantsClean: 0 } }),
      [],
    ],
    [
      'a lower score',
      good({ bite: { ...bite, faults: { total: 100, caught: 95 } } }),
      by({ bite: { faultsCaught: 0.95 } }),
      [],
    ],
    [
      'a rehearsal',
      good({ ics: null, runs: 1, target: { ...good().target, reference: true } }),
      by({ requireProduct: false, allowReference: true, minRuns: 1 }),
      [],
    ],
  ])('%s', (_what, result, profile, expected) => {
    expect(codes(result, profile)).toEqual(expected);
  });

  test('any age', () => {
    const result = good();
    expect(codes(result, by({ maxAgeDays: null }), justAfter(result) + 10_000 * DAY)).toEqual([]);
  });

  test.each([{ levels: { MUST: { failed: -1 } } }, { areas: [] }, { maxAge: 3 }, { bite: { faultsCaught: 2 } }])(
    'is refused: %j',
    (wrong) => {
      expect(validator('config/acceptance-profile')({ schemaVersion: 1, ...wrong })).not.toEqual([]);
    },
  );
});

describe('the statement', () => {
  const files = [
    { name: 'results.json', sha256: 'a'.repeat(64) },
    { name: 'ics.json', sha256: 'b'.repeat(64) },
  ];
  const stated = (result: RunResult) => {
    const statement = statementOf(files, result, evaluate(result, DEFAULT_PROFILE, justAfter(result)));
    expect(validator('report/statement')(statement)).toEqual([]);
    return statement;
  };

  test('names the files, sorted, and those that say what was claimed', () => {
    const statement = stated(good());
    expect(statement.subject.map(({ name }) => name)).toEqual(['ics.json', 'results.json']);
    expect(statement.predicate).toEqual({
      result: 'PASSED',
      configuration: [{ name: 'ics.json', digest: { sha256: 'b'.repeat(64) } }],
      passedTests: ['AUTH-001', 'IDEM-001'],
      warnedTests: [],
      failedTests: [],
    });
  });

  test('failures, warnings', () => {
    const requirements = [
      sampleRequirement('AUTH-001', { remarks: [{ text: 'tolerated', count: 1 }] }),
      sampleRequirement('AUTH-003', { level: 'SHOULD', verdict: 'fail', findings: [sampleFinding('AUTH-003')] }),
    ];
    expect(stated(good({}, requirements)).predicate).toMatchObject({
      result: 'WARNED',
      warnedTests: ['AUTH-001', 'AUTH-003'],
    });
    expect(stated(good({}, [...requirements, must('fail')])).predicate).toMatchObject({
      result: 'FAILED',
      failedTests: ['AUTH-002'],
    });
  });
});
