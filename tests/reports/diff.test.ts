import { describe, expect, test } from 'vitest';
import { compareResults } from '../../reports/diff.js';
import { renderDiffMarkdown, renderDiffText } from '../../reports/diff-text.js';
import type { RequirementResult, RunResult } from '../../schemas/report/results.generated.js';
import { validator } from '../../schemas/validator.js';
import { fullResult, hostileResult, sampleFinding, sampleRequirement, sampleResult } from './sample-result.js';

const ID = 'IDEM-001';

const pass = sampleRequirement(ID);
const fail = sampleRequirement(ID, { verdict: 'fail', findings: [sampleFinding(ID)] });
const waived: RequirementResult = { ...fail, waived: true };
const without = (
  verdict: 'inconclusive' | 'notTested' | 'notApplicable' | 'error',
  code = 'noAnswer',
): RequirementResult => sampleRequirement(ID, { verdict, reason: { code, message: 'It did not answer.' } });
const level = (requirement: RequirementResult, of: RequirementResult['level']): RequirementResult => ({
  ...requirement,
  level: of,
});

function diffOf(
  before: readonly RequirementResult[],
  after: readonly RequirementResult[],
  over: Partial<RunResult> = {},
) {
  const other = sampleRequirement('TRANS-001');
  const diff = compareResults(sampleResult([other, ...before]), sampleResult([other, ...after], over));
  expect(validator('report/diff')(diff)).toEqual([]);
  return diff;
}

describe('a requirement', () => {
  const cases: [string, RequirementResult[], RequirementResult[], string | null, string | null][] = [
    ['that stays passed', [pass], [pass], null, null],
    ['that stays failed', [fail], [fail], null, null],
    ['that newly fails', [pass], [fail], 'newlyFailing', 'mustNewlyFailing'],
    [
      'that newly fails after it was inconclusive',
      [without('inconclusive')],
      [fail],
      'newlyFailing',
      'mustNewlyFailing',
    ],
    ['that newly fails under a waiver', [pass], [waived], 'newlyFailing', null],
    ['whose waiver is gone', [waived], [fail], 'otherWaiver', 'mustNewlyFailing'],
    ['that is waived now', [fail], [waived], 'otherWaiver', null],
    ['that newly passes', [fail], [pass], 'newlyPassing', null],
    ['that passed and is inconclusive', [pass], [without('inconclusive')], 'otherVerdict', 'mustNoLongerPassed'],
    ['that passed and is not tested', [pass], [without('notTested')], 'otherVerdict', 'mustNoLongerPassed'],
    ['that passed and is not claimed', [pass], [without('notApplicable')], 'otherVerdict', 'mustNoLongerPassed'],
    ['that failed and is inconclusive', [fail], [without('inconclusive')], 'otherVerdict', null],
    [
      'that is inconclusive for another reason',
      [without('inconclusive')],
      [without('inconclusive', 'b')],
      'otherReason',
      null,
    ],
    ['that is new and passes', [], [pass], 'new', null],
    ['that is new and fails', [], [fail], 'new', 'mustNewlyFailing'],
    ['that is gone', [pass], [], 'gone', null],
    ['that is a SHOULD and newly fails', [level(pass, 'SHOULD')], [level(fail, 'SHOULD')], 'newlyFailing', null],
    ['that was a SHOULD and fails as a MUST', [level(fail, 'SHOULD')], [fail], 'newlyFailing', 'mustNewlyFailing'],
  ];

  test.each(cases)('%s', (_name, before, after, kind, worsening) => {
    const { requirements, worse, worsenings, unchanged } = diffOf(before, after);
    expect(requirements.map((change) => change.kind)).toEqual(kind === null ? [] : [kind]);
    expect(worsenings.map(({ code }) => code)).toEqual(worsening === null ? [] : [worsening]);
    expect(worse).toBe(worsening !== null);
    expect(unchanged).toBe(kind === null ? 2 : 1);
  });

  test('that fails in another way has another reason; with other ids, seeds and texts it has not', () => {
    const failing = (received: string, over = {}): RequirementResult => ({
      ...fail,
      findings: [sampleFinding(ID, { violations: [{ expected: 'a refusal', received }], ...over })],
    });
    const kinds = (after: RequirementResult) =>
      diffOf([failing('HTTP 200, code 0 "SUCCESS"')], [after]).requirements.map(({ kind }) => kind);
    expect(kinds(failing('HTTP 500, empty body'))).toEqual(['otherReason']);
    expect(kinds(failing('HTTP 200, code 0 "SUCCESS"', { case: 'another' }))).toEqual(['otherReason']);
    expect(kinds(failing('HTTP 200, code 0 "OK, order 17"', { id: 'IDEM-001.2', seed: 8, path: '9' }))).toEqual([]);
  });

  test('says what it was and is, and why', () => {
    expect(diffOf([pass], [fail]).requirements).toEqual([
      {
        id: ID,
        area: 'IDEM',
        level: 'MUST',
        statement: pass.statement,
        kind: 'newlyFailing',
        worse: true,
        before: { verdict: 'pass', waived: false, reason: null },
        after: {
          verdict: 'fail',
          waived: false,
          reason: 'expected HTTP 200 with code 30002; received HTTP 200 with code 0',
        },
      },
    ]);
  });
});

describe('a run', () => {
  test('that ended early, and did not before, is worse; one that goes on ending early is not', () => {
    const early = { complete: false, incompleteReason: 'interrupted' };
    expect(diffOf([pass], [pass], early).worsenings).toEqual([
      { code: 'noLongerComplete', message: 'The run is incomplete: the run ended early: interrupted' },
    ]);
    const run = sampleResult([pass], early);
    expect(compareResults(run, run).worse).toBe(false);
  });

  test('that a stale waiver fails is worse', () => {
    const stale = {
      requirement: ID,
      reason: 'r',
      owner: 'o',
      expires: '2026-03-01',
      state: 'stale',
      entry: 0,
    } as const;
    expect(diffOf([pass], [pass], { conformant: false, exitCode: 1, waivers: [stale] }).worsenings).toEqual([
      {
        code: 'noLongerConformant',
        message: 'The run is not conformant any more: 1 waiver needs attention (1 stale)',
      },
    ]);
  });

  test('of another target, suite, seed and selection says so, and is not worse for that', () => {
    const { context, worse } = diffOf([pass], [pass], {
      seed: 8,
      runs: 20,
      suite: { name: 'lesspay-conformance', version: '0.2.0' },
      selection: { only: ['IDEM'], level: 'must' },
      target: { ...sampleResult([]).target, url: 'https://b.example.com', fingerprint: 'cd'.repeat(32) },
    });
    expect(context.map(({ what, before, after }) => [what, before, after])).toEqual([
      ['targetUrl', 'http://127.0.0.1:8080', 'https://b.example.com'],
      ['targetFingerprint', 'ab'.repeat(32), 'cd'.repeat(32)],
      ['suiteVersion', '0.1.0', '0.2.0'],
      ['seed', '7', '8'],
      ['selection', 'everything', 'only IDEM, level must'],
    ]);
    expect(worse).toBe(false);
  });

  test('with another statement names its members; the order of a list means nothing', () => {
    const of = (ics: RunResult['ics']) => sampleResult([pass], { ics });
    const claim = { payin: { currencies: ['USD', 'EUR'], cardModes: [] }, endpoints: { createPayin: true } };
    const other = { payin: { currencies: ['EUR', 'USD'] }, endpoints: { createPayin: false } };
    expect(compareResults(of(claim), of(other)).ics).toEqual([
      { member: 'endpoints.createPayin', before: 'true', after: 'false' },
      { member: 'payin.cardModes', before: '[]', after: null },
    ]);
    expect(compareResults(of(null), of({ endpoints: { listBanks: false } })).ics).toEqual([
      { member: 'endpoints.listBanks', before: null, after: 'false' },
    ]);
  });
});

describe('in words', () => {
  const before = sampleResult(
    [pass, without('inconclusive')].map((each, index) => ({ ...each, id: `IDEM-00${index}` })),
  );
  const after = sampleResult(
    [fail, pass].map((each, index) => ({ ...each, id: `IDEM-00${index}` })),
    { seed: 8 },
  );

  test('for a terminal', () => {
    expect(renderDiffText(compareResults(before, after))).toBe(`Worse: 1 reason
  IDEM-000 fails: expected HTTP 200 with code 30002; received HTTP 200 with code 0
before: conformant: no MUST requirement failed, 1 MUST requirement passed (http://127.0.0.1:8080, lesspay-conformance 0.1.0, seed 7, 2026-01-02T03:04:05.000Z)
after:  not conformant: 1 MUST requirement failed (http://127.0.0.1:8080, lesspay-conformance 0.1.0, seed 8, 2026-01-02T03:04:05.000Z)

Newly failing (1)
  IDEM-000 (MUST): passed -> failed; expected HTTP 200 with code 30002; received HTTP 200 with code 0

Newly passing (1)
  IDEM-001 (MUST): inconclusive -> passed

The runs differ in
  seed: 7 -> 8

0 requirements unchanged
`);
  });

  test('nothing differs', () => {
    expect(renderDiffText(compareResults(before, before)).split('\n')[0]).toBe('Not worse: no requirement differs');
  });

  test.each([
    ['hostile text appears', fullResult(), hostileResult()],
    ['hostile text goes', hostileResult(), fullResult()],
  ])('%s: it stays text, is cut, and the comment fits', (_name, old, now) => {
    const diff = compareResults(old, now);
    expect(validator('report/diff')(diff)).toEqual([]);
    const markdown = renderDiffMarkdown(diff);
    expect(markdown.length).toBeLessThan(65_536);
    const withoutCode = markdown.replace(/(?<![`\\])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
    expect(withoutCode.replace(/<\/?code>/g, '')).not.toMatch(/[<>]/);
    for (const row of markdown.split('\n').filter((line) => line.startsWith('| <code>'))) {
      expect(row.match(/\|/g)).toHaveLength(6);
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    expect(renderDiffText(diff) + markdown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e\uffff]/);
  });
});
