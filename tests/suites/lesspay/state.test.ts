import { describe, expect, test } from 'vitest';
import { amend, annexA, type Decisions } from '../../../reference/lesspay/decisions.js';
import { stateScenarios } from '../../../suites/lesspay/state/index.js';
import { judgedOf, scenarioRequirementsOf } from './coverage.js';
import { failedOf, remarksOf, runInProcess, unexpected } from './in-process.js';

describe('STATE against the reference platform', () => {
  test.each([1, 20_26])('everything passes with seed %i', async (seed) => {
    const run = await runInProcess(stateScenarios, { runs: 5, seed });
    expect(unexpected(run)).toEqual([]);
    expect(remarksOf(run)).toEqual([]);
  });

  test('every requirement of the area is judged', () => {
    expect(judgedOf(stateScenarios)).toEqual(scenarioRequirementsOf('STATE'));
  });
});

const { lifecycle, payinOrders, payoutOrders } = annexA;
const changedLife = (changes: Partial<Decisions['lifecycle']>): Decisions => amend(annexA, 'lifecycle', changes);

const lies: readonly { says: string; decisions: Decisions; failed: readonly string[] }[] = [
  {
    says: 'a new pay-in has succeeded',
    decisions: amend(annexA, 'payinOrders', {
      fromRequest: (body, at) => ({ ...payinOrders.fromRequest(body, at), status: 'PAID' }),
    }),
    failed: ['STATE-001'],
  },
  {
    says: 'a new batch needs no review',
    decisions: amend(annexA, 'payoutOrders', {
      fromBatch: (body, at) => ({ ...payoutOrders.fromBatch(body, at), status: 'CLOSED' }),
    }),
    failed: ['STATE-002'],
  },
  {
    says: 'an approved batch stays where it is',
    decisions: changedLife({ movedPayout: (order, to) => (to === 'PENDING_PAY' ? order.status : to) }),
    failed: ['STATE-003'],
  },
  {
    says: 'a rejected batch is closed',
    decisions: changedLife({ movedPayout: (_order, to) => (to === 'FAILED' ? 'CLOSED' : to) }),
    failed: ['STATE-004'],
  },
  {
    says: 'a batch is final with its first detail',
    decisions: changedLife({
      aggregate: (details) => {
        if (details.includes('SUCCEEDED')) return details.includes('FAILED') ? 'PARTIAL_SUCCESS' : 'SUCCEED';
        return lifecycle.aggregate(details);
      },
    }),
    failed: ['STATE-006', 'STATE-008'],
  },
  {
    says: 'a batch succeeds only in part',
    decisions: changedLife({
      aggregate: (details) => (lifecycle.aggregate(details) === null ? null : 'PARTIAL_SUCCESS'),
    }),
    failed: ['STATE-007', 'STATE-009'],
  },
  {
    says: 'a rejected detail does not say so',
    decisions: changedLife({ rejected: (detail) => ({ ...lifecycle.rejected(detail), auditState: 'PENDING' }) }),
    failed: ['STATE-005'],
  },
  {
    says: 'an approved detail is not marked as approved',
    decisions: changedLife({ approved: (detail) => ({ ...lifecycle.approved(detail), auditState: 'PENDING' }) }),
    failed: ['STATE-019'],
  },
  {
    says: 'a succeeded detail has no time',
    decisions: changedLife({
      succeeded: (detail, now) => ({ ...lifecycle.succeeded(detail, now), successTime: null }),
    }),
    failed: ['STATE-017'],
  },
  {
    says: 'a failed detail has no reason',
    decisions: changedLife({ failed: (detail) => ({ ...lifecycle.failed(detail), failReason: null }) }),
    failed: ['STATE-018'],
  },
  {
    says: 'a risk event fails the order',
    decisions: changedLife({ afterRiskEvent: (order) => ({ ...order, status: 'CANCELED' }) }),
    failed: ['STATE-014'],
  },
  {
    says: 'another amount counts as success',
    decisions: changedLife({
      movedPayin: (order, to, now) => lifecycle.movedPayin(order, to === 'PAID' ? 'SUCCEED' : to, now),
    }),
    failed: ['STATE-015'],
  },
  {
    says: 'orders never expire',
    decisions: changedLife({ expired: () => null }),
    failed: ['STATE-016'],
  },
  {
    says: 'orders expire after a third of their time',
    decisions: amend(annexA, 'payinOrders', {
      fromRequest(body, at) {
        const order = payinOrders.fromRequest(body, at);
        return order.expiresAt === null ? order : { ...order, expiresAt: at + (order.expiresAt - at) / 3 };
      },
    }),
    failed: ['STATE-016'],
  },
];

describe('STATE against platforms that do otherwise', () => {
  const judged = new Set(judgedOf(stateScenarios));

  test.each(lies)('$says', async ({ decisions, failed }) => {
    const run = await runInProcess(stateScenarios, { maxShrinkExercises: 0, runs: 3, decisions });
    expect(failedOf(run).filter((id) => judged.has(id))).toEqual(failed);
  });
});
