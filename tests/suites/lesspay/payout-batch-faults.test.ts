import { describe, expect, test } from 'vitest';
import type { PayoutOrder } from '../../../reference/lesspay/core/orders.js';
import { violation } from '../../../reference/lesspay/core/violation.js';
import { unchecked } from '../../../reference/lesspay/decisions/check.js';
import { detailsOf } from '../../../reference/lesspay/decisions/create-batch.js';
import { amend, annexA, type Decisions } from '../../../reference/lesspay/decisions.js';
import { payoutBatchScenarios } from '../../../suites/lesspay/payout-batch/index.js';
import { nothingIsLeft, sameDetailIdsInTwoBatches } from '../../../suites/lesspay/payout-batch/whole-or-nothing.js';
import { answer } from './answer.js';
import { failing } from './failing.js';
import { runInProcess } from './in-process.js';

const createdWith = (change: (order: PayoutOrder) => object): Decisions =>
  amend(annexA, 'payoutOrders', {
    created: (order) => ({ ...(annexA.payoutOrders.created(order) as object), ...change(order) }),
  });

const withoutCheck = (name: keyof Decisions['batchDetail']): Decisions =>
  amend(annexA, 'batchDetail', { [name]: unchecked });

const answeredWith = (name: keyof Decisions['payoutAnswers'], code: number): Decisions =>
  amend(annexA, 'payoutAnswers', { [name]: { status: 200, code } });

const faults: readonly (readonly [string, Decisions, readonly string[]])[] = [
  ['the sum is not checked', amend(annexA, 'createBatchRules', { totalIsTheSum: unchecked }), ['PAYOUT-BATCH-010']],
  [
    'repeated ids are not noticed',
    amend(annexA, 'createBatchRules', { detailIdsUnique: unchecked }),
    ['PAYOUT-BATCH-013'],
  ],
  [
    'ill-formed amounts have another code',
    answeredWith('amountFormat', 30_043),
    ['PAYOUT-BATCH-047', 'PAYOUT-BATCH-048', 'PAYOUT-BATCH-049'],
  ],
  ['a new batch is not under review', createdWith(() => ({ order_status: 'PENDING_PAY' })), ['PAYOUT-BATCH-004']],
  ['the order id is a number', createdWith(() => ({ pay_order_id: 7 })), ['PAYOUT-BATCH-005']],
  [
    'the request id comes back in capitals',
    createdWith(({ requestId }) => ({ request_id: requestId.toUpperCase() })),
    ['PAYOUT-BATCH-006'],
  ],
  ['the time is milliseconds', createdWith(({ createdAt }) => ({ created_at: createdAt })), ['PAYOUT-BATCH-007']],
  ['the count is text', createdWith(({ details }) => ({ total_count: String(details.length) })), ['PAYOUT-BATCH-008']],
  [
    'the count is off by one',
    createdWith(({ details }) => ({ total_count: details.length + 1 })),
    ['PAYOUT-BATCH-002'],
  ],
  [
    'the total has another currency',
    createdWith(({ totalAmount }) => ({ total_amount_obj: { amountStr: totalAmount, currencyCode: 'EUR' } })),
    ['PAYOUT-BATCH-009'],
  ],
  [
    'the query hides a detail',
    amend(annexA, 'payoutOrders', {
      view: (order, details, place) => annexA.payoutOrders.view(order, details.slice(1), place),
    }),
    ['PAYOUT-BATCH-052'],
  ],
  ['account types are not checked', withoutCheck('bankAccountTypeValue'), ['PAYOUT-BATCH-029']],
  ['countries are not checked', withoutCheck('bankCountryFormat'), ['PAYOUT-BATCH-031']],
  ['SWIFT codes are not checked', withoutCheck('swiftCodeFormat'), ['PAYOUT-BATCH-032']],
  ['wallets may go without provider', withoutCheck('walletProviderPresent'), ['PAYOUT-BATCH-035']],
];

describe('a platform with one fault', () => {
  test.each(faults)('%s', async (_title, decisions, requirements) => {
    const run = await runInProcess(payoutBatchScenarios, { runs: 3, decisions, observers: [], maxShrinkExercises: 0 });
    expect(failing(run)).toEqual(requirements);
  });

  test('ids of details may be used once only', async () => {
    const used = new Set<unknown>();
    const decisions = amend(annexA, 'createBatchRules', {
      detailIdsUnique(body) {
        const ids = detailsOf(body).map(({ mch_order_id: id }) => id);
        if (ids.some((id) => used.has(id))) return violation('duplicateDetail', 'mch_order_id was used before');
        for (const id of ids) used.add(id);
        return null;
      },
    });
    const run = await runInProcess([sameDetailIdsInTwoBatches], {
      runs: 3,
      decisions,
      observers: [],
      maxShrinkExercises: 0,
    });
    expect(failing(run)).toEqual(['PAYOUT-BATCH-014']);
  });

  test('an order of a refused batch is found', () => {
    const sent = { request_id: 'B1', total_amount: '100.00' };
    const query = { request_id: 'B1' };
    const evidence = (after: object) => ({
      control: answer('createPayoutBatch', { ...sent, request_id: 'B0' }, { code: 0, msg: 'SUCCESS', data: {} }),
      altered: answer('createPayoutBatch', sent, { code: 30_009, msg: 'amount' }),
      after: answer('fetchPayout', query, after),
    });
    const judged = (after: object) =>
      nothingIsLeft.judge['PAYOUT-BATCH-050']?.(evidence(after), 'default').map(({ kind }) => kind);
    expect(judged({ code: 30_020, msg: 'order not found' })).not.toContain('violated');
    expect(judged({ code: 0, msg: 'SUCCESS', data: { ...query, pay_order_id: 'P1' } })).toContain('violated');
  });

  test('formatted totals, and times without colon in the offset, are accepted', async () => {
    const decisions = createdWith(({ totalAmount, currency }) => ({
      created_at: '2026-01-02T03:04:05+0800',
      total_amount_obj: {
        amountStr: `${currency} ${totalAmount.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}`,
        currencyCode: currency,
      },
    }));
    const run = await runInProcess(payoutBatchScenarios, { runs: 2, decisions, observers: [], maxShrinkExercises: 0 });
    expect(failing(run)).toEqual([]);
  });
});
