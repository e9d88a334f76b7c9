import { describe, expect, test } from 'vitest';
import { amend, annexA, type Decisions } from '../../../reference/lesspay/decisions.js';
import { idemScenarios } from '../../../suites/lesspay/idem/index.js';
import { judgedOf, scenarioRequirementsOf } from './coverage.js';
import { failedOf, remarksOf, runInProcess, unexpected } from './in-process.js';

describe('IDEM against the reference platform', () => {
  test.each([1, 20_26])('everything passes with seed %i', async (seed) => {
    const run = await runInProcess(idemScenarios, { runs: 5, seed });
    expect(unexpected(run)).toEqual([]);
    expect(remarksOf(run).filter((remark) => !remark.includes('recorded: '))).toEqual([]);
  });

  test('every requirement of the area is judged', () => {
    expect(judgedOf(idemScenarios)).toEqual(expect.arrayContaining(scenarioRequirementsOf('IDEM')));
  });

  test('what the documents leave open is recorded', async () => {
    const run = await runInProcess(idemScenarios, { runs: 1 });
    const recorded = new Set(
      remarksOf(run)
        .filter((remark) => remark.includes('recorded: '))
        .map((remark) => remark.split(' ')[0]),
    );
    expect([...recorded].sort()).toEqual(['IDEM-009', 'IDEM-010', 'IDEM-011', 'IDEM-013']);
  });
});

const { requestIds } = annexA;

const lies: readonly { says: string; decisions: Decisions; failed: readonly string[] }[] = [
  {
    says: 'a repeated pay-in makes another order',
    decisions: amend(annexA, 'requestIds', {
      repeatedPayin: (same) => (same ? { kind: 'create' } : requestIds.repeatedPayin(same)),
    }),
    failed: ['IDEM-001', 'IDEM-006', 'IDEM-008', 'IDEM-015'],
  },
  {
    says: 'a pay-in with other content is answered with the first order',
    decisions: amend(annexA, 'requestIds', {
      repeatedPayin: (same) => (same ? requestIds.repeatedPayin(same) : { kind: 'first' }),
    }),
    failed: ['IDEM-002', 'IDEM-015'],
  },
  {
    says: 'a repeated payout makes another order',
    decisions: amend(annexA, 'requestIds', {
      repeatedPayout: (same) => (same ? { kind: 'create' } : requestIds.repeatedPayout(same)),
    }),
    failed: ['IDEM-003', 'IDEM-005', 'IDEM-006', 'IDEM-008', 'IDEM-015'],
  },
  {
    says: 'a payout with other content is answered with the first order',
    decisions: amend(annexA, 'requestIds', {
      repeatedPayout: (same) => (same ? requestIds.repeatedPayout(same) : { kind: 'first' }),
    }),
    failed: ['IDEM-004', 'IDEM-005', 'IDEM-015'],
  },
  {
    says: 'ids are unique across applications',
    decisions: amend(annexA, 'requestIds', { isTaken: (existing, _application, kind) => existing.kind === kind }),
    failed: ['IDEM-007'],
  },
  {
    says: 'the id of a final order is free again',
    decisions: amend(annexA, 'requestIds', {
      isTaken: (existing, application, kind) =>
        requestIds.isTaken(existing, application, kind) && existing.status.startsWith('PENDING'),
    }),
    failed: ['IDEM-006', 'IDEM-015'],
  },
];

describe('IDEM against platforms that do otherwise', () => {
  test.each(lies)('$says', async ({ decisions, failed }) => {
    expect(failedOf(await runInProcess(idemScenarios, { maxShrinkExercises: 0, runs: 4, decisions }))).toEqual(failed);
  });

  test('a repeat that is answered with the first order passes, with a remark only where the code is documented', async () => {
    const decisions = amend(annexA, 'requestIds', {
      repeatedPayin: (same) => (same ? { kind: 'first' } : requestIds.repeatedPayin(same)),
      repeatedPayout: (same) => (same ? { kind: 'first' } : requestIds.repeatedPayout(same)),
    });
    const run = await runInProcess(idemScenarios, { runs: 3, decisions });
    expect(unexpected(run)).toEqual([]);
    const remarked = remarksOf(run).filter((remark) => remark.includes('not the documented answer'));
    expect(new Set(remarked.map((remark) => remark.split(' ')[1]))).toEqual(new Set(['IDEM-001:', 'IDEM-015:']));
  });
});
