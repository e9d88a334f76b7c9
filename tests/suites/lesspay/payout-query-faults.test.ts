import { describe, expect, test } from 'vitest';
import { unchecked } from '../../../reference/lesspay/decisions/check.js';
import { amend, annexA, type Decisions } from '../../../reference/lesspay/decisions.js';
import { payoutObservers } from '../../../suites/lesspay/observers/payout.js';
import { payoutQueryScenarios } from '../../../suites/lesspay/payout-query/index.js';
import { failing } from './failing.js';
import { runInProcess } from './in-process.js';

type Shape = Record<string, unknown>;

const { view, detailView } = annexA.payoutOrders;

/** The platform shows payouts differently. */
const shownWith = (change: (shown: Shape, place: string) => Shape): Decisions =>
  amend(annexA, 'payoutOrders', {
    view: (order, details, place) => change(view(order, details, place) as Shape, place),
  });

/** The platform shows the details of payouts differently. */
const detailsShownWith = (change: (shown: Shape) => Shape): Decisions =>
  amend(annexA, 'payoutOrders', {
    detailView: (detail, place) => change(detailView(detail, place) as Shape),
  });

const without = (name: string) => (shown: Shape) => {
  const { [name]: _gone, ...rest } = shown;
  return rest;
};

const faults: readonly (readonly [string, Decisions, readonly string[]])[] = [
  [
    'queries without identifier find any order',
    amend(annexA, 'fetchPayout', { identifierPresent: unchecked }),
    ['PAYOUT-QUERY-004'],
  ],
  [
    'unknown orders have the code of the other product',
    amend(annexA, 'payoutAnswers', { orderNotFound: { status: 200, code: 1202 } }),
    ['PAYOUT-QUERY-005'],
  ],
  ['orders of others are shown', amend(annexA, 'lookup', { maySee: () => true }), ['PAYOUT-QUERY-012']],
  [
    'another order id is shown',
    shownWith((shown, place) => (place === 'query' ? { ...shown, pay_order_id: `X${shown.pay_order_id}` } : shown)),
    ['PAYOUT-QUERY-001', 'PAYOUT-QUERY-003', 'PAYOUT-QUERY-013'],
  ],
  ['the currency is left out', shownWith(without('currency')), ['PAYOUT-QUERY-006']],
  ['decimal places are text', shownWith((shown) => ({ ...shown, decimal_places: '2' })), ['PAYOUT-QUERY-007']],
  ['details have no id', detailsShownWith(without('payout_order_detail_id')), ['PAYOUT-QUERY-008']],
  [
    'the audit state has another name',
    detailsShownWith((shown) => ({ ...shown, audit_state: 'OK' })),
    ['PAYOUT-QUERY-009'],
  ],
  ['the total is another', shownWith((shown) => ({ ...shown, total_amount: '1.00' })), ['PAYOUT-QUERY-010']],
  ['there is always a reason', shownWith((shown) => ({ ...shown, fail_reason: 'none' })), ['PAYOUT-QUERY-011']],
  [
    'query and webhook differ',
    shownWith((shown, place) => ({
      ...shown,
      created_at: place === 'query' ? shown.created_at : '2020-01-01T00:00:00Z',
    })),
    ['PAYOUT-QUERY-013'],
  ],
  [
    'all details have the same id',
    detailsShownWith((shown) => ({ ...shown, payout_order_detail_id: 'POD1' })),
    ['PAYOUT-QUERY-014'],
  ],
  [
    'amounts are shown as paid at once',
    detailsShownWith((shown) => ({ ...shown, actual_amount: shown.amount })),
    ['PAYOUT-QUERY-015'],
  ],
  ['a status is made up', detailsShownWith((shown) => ({ ...shown, status: 'DONE' })), ['PAYOUT-QUERY-016']],
  ['details have no status', detailsShownWith(without('status')), ['PAYOUT-QUERY-008', 'PAYOUT-QUERY-017']],
  [
    'a detail has another amount',
    detailsShownWith((shown) => ({ ...shown, amount: '7.77' })),
    ['PAYOUT-QUERY-010', 'PAYOUT-QUERY-017'],
  ],
];

describe('a platform with one fault', () => {
  test.each(faults)('%s', async (_title, decisions, requirements) => {
    const run = await runInProcess(payoutQueryScenarios, {
      runs: 6,
      decisions,
      observers: payoutObservers,
      maxShrinkExercises: 0,
    });
    expect(failing(run)).toEqual(requirements);
  });

  test('answers about single payouts may lack members', async () => {
    const decisions = amend(annexA, 'payoutOrders', {
      view: (order, details, place) => {
        const shown = view(order, details, place) as Shape;
        return order.details[0]?.mchOrderId === order.requestId ? without('created_at')(shown) : shown;
      },
    });
    const run = await runInProcess(payoutQueryScenarios, {
      runs: 4,
      decisions,
      observers: payoutObservers,
      maxShrinkExercises: 0,
    });
    expect(failing(run)).toEqual([]);
    const remarks = run.observed.flatMap((tally) => tally.remarks.map(({ text }) => text));
    expect(remarks).toEqual(['The answer about a single payout: created_at is missing']);
  });
});
