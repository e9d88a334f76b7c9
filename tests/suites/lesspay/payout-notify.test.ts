import { describe, expect, test } from 'vitest';
import { unchecked } from '../../../reference/lesspay/decisions/check.js';
import { amend, annexA, type Decisions } from '../../../reference/lesspay/decisions.js';
import { payoutNotifyScenarios } from '../../../suites/lesspay/payout-notify/index.js';
import { judgedOf, scenarioRequirementsOf } from './coverage.js';
import { failedOf, remarksOf, runInProcess, unexpected } from './in-process.js';

describe('PAYOUT-NOTIFY against the reference platform', () => {
  test.each([1, 20_26])('everything passes with seed %i', async (seed) => {
    const run = await runInProcess(payoutNotifyScenarios, { runs: 5, seed });
    expect(unexpected(run)).toEqual([]);
    expect(remarksOf(run).filter((remark) => !remark.includes('recorded: '))).toEqual([]);
  });

  test('every requirement of the area is judged', () => {
    expect(judgedOf(payoutNotifyScenarios)).toEqual(scenarioRequirementsOf('PAYOUT-NOTIFY'));
  });
});

const { payoutOrders } = annexA;
const shown = (changes: Partial<Decisions['payoutOrders']>): Decisions => amend(annexA, 'payoutOrders', changes);

const lies: readonly { says: string; decisions: Decisions; failed: readonly string[] }[] = [
  {
    says: 'the answer is about another order',
    decisions: shown({
      view: (order, details, place) =>
        payoutOrders.view(place === 'triggerAnswer' ? { ...order, payOrderId: 'PO0' } : order, details, place),
    }),
    failed: ['PAYOUT-NOTIFY-001', 'PAYOUT-NOTIFY-003'],
  },
  {
    says: 'the webhook says another reason than the answer',
    decisions: shown({
      view: (order, details, place) =>
        payoutOrders.view(place === 'webhook' ? { ...order, failReason: 'another' } : order, details, place),
    }),
    failed: ['PAYOUT-NOTIFY-003'],
  },
  {
    says: 'the trigger gives a success a reason of failure',
    decisions: amend(annexA, 'lifecycle', { afterTrigger: (order) => ({ ...order, failReason: 'triggered' }) }),
    failed: ['PAYOUT-NOTIFY-007'],
  },
  {
    says: 'a trigger without an identifier is answered',
    decisions: amend(annexA, 'triggerNotify', { identifierPresent: unchecked }),
    failed: ['PAYOUT-NOTIFY-005'],
  },
  {
    says: 'an unknown order has a code of its own',
    decisions: amend(annexA, 'payoutAnswers', { orderNotFound: { status: 200, code: 30021 } }),
    failed: ['PAYOUT-NOTIFY-004'],
  },
  {
    says: 'what is triggered has a signature that nobody can verify',
    decisions: amend(annexA, 'notifications', { payoutSignature: () => 'A'.repeat(64) }),
    failed: ['PAYOUT-NOTIFY-002'],
  },
];

describe('PAYOUT-NOTIFY against platforms that do otherwise', () => {
  const judged = new Set(judgedOf(payoutNotifyScenarios));

  test.each(lies)('$says', async ({ decisions, failed }) => {
    const run = await runInProcess(payoutNotifyScenarios, {
      runs: 2,
      maxShrinkExercises: 0,
      patienceMs: 300,
      decisions,
    });
    expect(failedOf(run).filter((id) => judged.has(id))).toEqual(failed);
  });
});
