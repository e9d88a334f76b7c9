import { describe, expect, test } from 'vitest';
import { signWithReading } from '../../../protocols/lesspay/signature/readings.js';
import { amend, annexA, type Decisions } from '../../../reference/lesspay/decisions.js';
import { authScenarios } from '../../../suites/lesspay/auth/index.js';
import { judgedOf, scenarioRequirementsOf } from './coverage.js';
import { failedOf, remarksOf, runInProcess, unexpected } from './in-process.js';

describe('AUTH against the reference platform', () => {
  test.each([1, 20_26])('everything passes with seed %i', async (seed) => {
    const run = await runInProcess(authScenarios, { runs: 5, seed });
    expect(unexpected(run)).toEqual([]);
    expect(remarksOf(run).filter((remark) => !remark.includes('recorded: '))).toEqual([]);
  });

  test('every requirement of the area is judged', () => {
    expect(judgedOf(authScenarios)).toEqual(scenarioRequirementsOf('AUTH'));
  });

  test('what the documents leave open is recorded', async () => {
    const remarks = remarksOf(await runInProcess(authScenarios, { runs: 1 }));
    const recorded = new Set(remarks.map((remark) => /(AUTH-\d+): recorded/.exec(remark)?.[1]));
    expect([...recorded].sort()).toEqual(
      ['023', '032', '033', '035', '041', '042', '043', '044'].map((number) => `AUTH-${number}`),
    );
  });

  test('what needs a second application is not tested without one', async () => {
    const run = await runInProcess(
      authScenarios.filter(({ id }) => id.startsWith('AUTH-011')),
      { runs: 1, without: ['second'] },
    );
    expect(unexpected(run)).toEqual([
      'AUTH-011-payin AUTH-011: never judged needsSecondApplication',
      'AUTH-011-payout AUTH-011: never judged needsSecondApplication',
    ]);
  });

  test('a target that signs nested values as their JSON text passes, with a remark', async () => {
    const decisions = amend(annexA, 'credentials', {
      verifySignature: (text, signature, { appSecret }) => signWithReading(text, appSecret, 'RAW') === signature,
    });
    const run = await runInProcess(authScenarios, { runs: 3, decisions });
    expect(failedOf(run)).toEqual([]);
    expect(remarksOf(run)).toContain(
      'AUTH-018-payout AUTH-018: recorded: nested objects are signed as their JSON text (RAW)',
    );
  });
});

const { credentials } = annexA;
const DAY_MS = 86_400_000;

const lies: readonly { says: string; decisions: Decisions; failed: readonly string[] }[] = [
  {
    says: 'any digest of the right form will do',
    decisions: amend(annexA, 'credentials', { verifySignature: () => true }),
    failed: ['AUTH-005', 'AUTH-006', 'AUTH-007', 'AUTH-008', 'AUTH-009', 'AUTH-011'],
  },
  {
    says: 'any digest will do',
    decisions: amend(annexA, 'credentials', { verifySignature: () => true, hasSignatureForm: () => true }),
    failed: ['AUTH-005', 'AUTH-006', 'AUTH-007', 'AUTH-008', 'AUTH-009', 'AUTH-011', 'AUTH-039'],
  },
  {
    says: 'an unsigned request is trusted',
    decisions: amend(annexA, 'credentials', {
      requiredHeaders: ['x-auth-appid', 'x-auth-timestamp'],
      hasSignatureForm: (text) => text === '' || credentials.hasSignatureForm(text),
      verifySignature: (text, signature, application) =>
        signature === '' || credentials.verifySignature(text, signature, application),
    }),
    failed: ['AUTH-002'],
  },
  {
    says: 'the timestamp is optional',
    decisions: amend(annexA, 'credentials', {
      requiredHeaders: ['x-auth-appid', 'x-auth-signature'],
      isTimestamp: (text) => text === '' || credentials.isTimestamp(text),
      isFresh: (timestamp, times) => timestamp === 0 || credentials.isFresh(timestamp, times),
    }),
    failed: ['AUTH-004'],
  },
  {
    says: 'the timestamp may be any text',
    decisions: amend(annexA, 'credentials', {
      isTimestamp: () => true,
      isFresh: (timestamp, times) => Number.isNaN(timestamp) || credentials.isFresh(timestamp, times),
    }),
    failed: ['AUTH-034'],
  },
  {
    says: 'requests of any age are taken',
    decisions: amend(annexA, 'credentials', { isFresh: () => true }),
    failed: ['AUTH-031'],
  },
  {
    says: 'a timestamp may be half a minute off, no more',
    decisions: amend(annexA, 'credentials', { isFresh: (timestamp, { now }) => Math.abs(timestamp - now) < 30_000 }),
    failed: ['AUTH-030'],
  },
  {
    says: 'blank members are signed',
    decisions: amend(annexA, 'credentials', {
      verifySignature: (text, signature, application) =>
        !/":(null|"")[,}]/.test(text) && credentials.verifySignature(text, signature, application),
    }),
    failed: ['AUTH-012', 'AUTH-013', 'AUTH-021'],
  },
  {
    says: 'the text is signed as it is on the wire',
    decisions: amend(annexA, 'credentials', {
      verifySignature: (text, signature, application) =>
        text === JSON.stringify(JSON.parse(text)) && credentials.verifySignature(text, signature, application),
    }),
    failed: ['AUTH-015', 'AUTH-046'],
  },
  {
    says: 'members must stand in the order of the documents',
    decisions: amend(annexA, 'credentials', {
      verifySignature: (text, signature, application) =>
        /^\s*\{\s*"(request_id|pay_order_id|bank_country_code|currency|description)"/.test(text) &&
        credentials.verifySignature(text, signature, application),
    }),
    failed: ['AUTH-014'],
  },
  {
    says: 'a boolean is signed as a digit',
    decisions: amend(annexA, 'credentials', {
      verifySignature: (text, signature, application) =>
        !/"use_channel_request_id":(true|false)/.test(text) &&
        credentials.verifySignature(text, signature, application),
    }),
    failed: ['AUTH-001', 'AUTH-016', 'AUTH-017', 'AUTH-018'],
  },
  {
    says: 'an old digest is not taken again',
    decisions: amend(annexA, 'credentials', {
      isFresh: (timestamp, { now }) => timestamp > now - 5_000 && timestamp < now + DAY_MS,
    }),
    failed: ['AUTH-030', 'AUTH-036'],
  },
];

describe('AUTH against a target that errs', () => {
  test.each(lies)('$says', async ({ decisions, failed }) => {
    const run = await runInProcess(authScenarios, { runs: 8, seed: 7, decisions });
    // Observers judge the same traffic for other areas.
    expect(failedOf(run).filter((id) => id.startsWith('AUTH-'))).toEqual(failed);
  });
});
