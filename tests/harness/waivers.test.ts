import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UsageError } from '../../harness/usage-error.js';
import { applyWaivers, readWaivers, type Waiver } from '../../harness/waivers.js';
import type { Finding, RequirementResult, WaiverResult } from '../../schemas/report/results.generated.js';
import { resultOf } from './conclusion-samples.js';

const TODAY = Date.UTC(2026, 5, 15, 13);

const waiver = (changes: Partial<Waiver> = {}): Waiver => ({
  requirement: 'AREA-001',
  reason: 'mended in the next release',
  owner: 'payments',
  expires: '2026-07-01',
  ...changes,
});

function findingOn(...operations: string[]): Finding {
  const exchanges = operations.map((operation, index) => ({
    label: `${index}`,
    exchange: { operation, intent: operation.startsWith('fetch') ? { role: 'probe' } : null },
  }));
  return { exchanges } as unknown as Finding;
}

describe('applyWaivers', () => {
  const state = (results: RequirementResult[], one: Waiver): WaiverResult['state'] | undefined =>
    applyWaivers(results, [one], TODAY).waivers[0]?.state;

  test.each<[string, RequirementResult, Partial<Waiver>, string]>([
    ['a failure', resultOf('AREA-001', 'fail'), {}, 'used'],
    ['a pass', resultOf('AREA-001', 'pass'), {}, 'stale'],
    ['inconclusive', resultOf('AREA-001', 'inconclusive'), {}, 'unused'],
    ['not applicable', resultOf('AREA-001', 'notApplicable'), {}, 'unused'],
    ['our error', resultOf('AREA-001', 'error'), {}, 'unused'],
    ['not tested', resultOf('AREA-001', 'notTested', { reason: { code: 'needsInbox', message: '' } }), {}, 'unused'],
    [
      'not selected',
      resultOf('AREA-001', 'notTested', { reason: { code: 'notSelected', message: '' } }),
      {},
      'notEvaluated',
    ],
    ['not in this role', resultOf('AREA-002', 'fail'), {}, 'notEvaluated'],
    ['the last day', resultOf('AREA-001', 'fail'), { expires: '2026-06-15' }, 'used'],
    ['the day after', resultOf('AREA-001', 'fail'), { expires: '2026-06-14' }, 'expired'],
    ['expired although it passes', resultOf('AREA-001', 'pass'), { expires: '2026-06-14' }, 'expired'],
  ])('%s', (_what, result, changes, expected) => {
    expect(state([result], waiver(changes))).toBe(expected);
  });

  test('a waiver of one operation does not cover failures on another', () => {
    const one = waiver({ operation: 'createPayout' });
    const results = (...findings: Finding[]): RequirementResult[] => [resultOf('AREA-001', 'fail', { findings })];
    expect(state(results(findingOn('createPayout', 'fetchPayout')), one)).toBe('used');
    expect(state(results(findingOn('createPayout'), findingOn('createPayin')), one)).toBe('unused');
    expect(state(results(findingOn('createPayin', 'fetchPayout')), waiver({ operation: 'fetchPayout' }))).toBe(
      'unused',
    );
  });

  test('a waived failure stays a failure and is marked; nothing else is, and the input is left alone', () => {
    const before = [resultOf('AREA-001', 'fail'), resultOf('AREA-002', 'fail')];
    const { requirements, waivers } = applyWaivers(before, [waiver({ ticket: 'T-1' })], TODAY);
    expect(requirements.map(({ verdict, waived }) => [verdict, waived])).toEqual([
      ['fail', true],
      ['fail', undefined],
    ]);
    expect(before[0]?.waived).toBeUndefined();
    expect(waivers).toEqual([{ ...waiver({ ticket: 'T-1' }), entry: 0, state: 'used' }]);
  });

  test('an expired waiver waives nothing', () => {
    const expired = waiver({ expires: '2026-01-01' });
    expect(applyWaivers([resultOf('AREA-001', 'fail')], [expired], TODAY).requirements[0]?.waived).toBeUndefined();
  });
});

describe('readWaivers', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'waivers-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function refused(content: string): Promise<UsageError> {
    const file = path.join(folder, 'waivers.json');
    await writeFile(file, content);
    try {
      readWaivers(file, new Set(['AREA-001']), TODAY);
    } catch (error) {
      if (error instanceof UsageError) return error;
      throw error;
    }
    throw new Error('the file was accepted');
  }
  const fileOf = (...waivers: object[]): string => JSON.stringify({ schemaVersion: 1, waivers });

  test('a good file', async () => {
    const file = path.join(folder, 'waivers.json');
    await writeFile(file, fileOf(waiver(), waiver({ expires: '2026-12-12' })));
    expect(readWaivers(file, new Set(['AREA-001']), TODAY)).toHaveLength(2);
  });

  test.each<[string, string, string, RegExp]>([
    [
      'an unknown requirement',
      fileOf(waiver(), waiver({ requirement: 'AREA-999' })),
      'WAIVER_UNKNOWN',
      /entry 2 .*"AREA-999".*lesspay-conformance requirements/,
    ],
    [
      'a waiver that lives too long',
      fileOf(waiver({ expires: '2026-12-13' })),
      'WAIVER_TOO_LONG',
      /entry 1 .*"2026-12-13".*180 days/,
    ],
    ['no JSON', '{', 'FILE_NOT_JSON', /--waivers: .*waivers\.json is not JSON/],
    ['no reason', fileOf({ ...waiver(), reason: 'x' }), 'FILE_INVALID', /--waivers: .*\/waivers\/0\/reason/],
    ['a day that is not', fileOf(waiver({ expires: '2026-02-30' })), 'FILE_INVALID', /\/waivers\/0\/expires/],
    ['no owner', fileOf({ ...waiver(), owner: undefined }), 'FILE_INVALID', /\/waivers\/0/],
    ['a member too many', fileOf({ ...waiver(), forever: true }), 'FILE_INVALID', /\/waivers\/0/],
    ['another version', '{"schemaVersion":2,"waivers":[]}', 'FILE_INVALID', /schemaVersion/],
  ])('%s is refused, with the place', async (_what, content, code, message) => {
    const error = await refused(content);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });

  test('a file that is not there', () => {
    expect(() => readWaivers(path.join(folder, 'none.json'), new Set(), TODAY)).toThrow(
      expect.objectContaining({
        code: 'FILE_UNREADABLE',
        message: expect.stringMatching(/--waivers: .*none\.json.*ENOENT/),
      }),
    );
  });
});
