import { describe, expect, test } from 'vitest';
import type { Exchange, Json } from '../../../../harness/exchange.js';
import { amend, annexA } from '../../../../reference/lesspay/decisions.js';
import { stateObservers } from '../../../../suites/lesspay/observers/state.js';
import { stateScenarios } from '../../../../suites/lesspay/state/index.js';
import { observedRequirementsOf } from '../coverage.js';
import { failedOf, runInProcess } from '../in-process.js';
import { request, says, webhook } from './traffic.js';

const at = (second: number, exchange: Exchange): Exchange => ({
  ...exchange,
  startedAt: new Date(1_000 * second).toISOString(),
  durationMs: 100,
});

/** A query at that second shows the pay-in with the status. */
const payinSeen = (second: number, status: Json): Exchange => {
  const data = { records: [{ pay_order_id: 'P1', request_id: 'R1', order_status: status }] };
  return at(second, request({ operation: 'fetchPayin', body: { code: 0, msg: 'SUCCESS', data } }));
};

/** A query at that second shows the payout, and its only detail. */
const payoutSeen = (second: number, status: Json, detail: Json = 'CREATED'): Exchange => {
  const details = [{ payout_order_detail_id: 'D1', mch_order_id: 'M1', status: detail }];
  const data = { pay_order_id: 'PO1', request_id: 'R1', order_status: status, details };
  return at(second, request({ operation: 'fetchPayout', body: { code: 0, msg: 'SUCCESS', data } }));
};

/** A webhook at that second tells the status of the pay-in. */
const payinTold = (second: number, status: Json): Exchange =>
  at(second, webhook('payinWebhook', { pay_order_id: 'P1', request_id: 'R1', order_status: status }));

const verdicts = (id: string, exchanges: readonly Exchange[]): string[] => says(stateObservers, id, exchanges);

describe('observers of life cycles', () => {
  test('are those of the catalogue', () => {
    expect(stateObservers.map(({ requirement }) => requirement)).toEqual(observedRequirementsOf('STATE'));
  });

  test('STATE-010 finds a pay-in that succeeded in part, by name and by integer', () => {
    expect(verdicts('STATE-010', [payinSeen(1, 'PAID'), payinSeen(2, 'PARTIAL_SUCCESS'), payinSeen(3, 11)])).toEqual([
      'met',
      'violated',
      'violated',
    ]);
    expect(verdicts('STATE-010', [payoutSeen(1, 'PARTIAL_SUCCESS')])).toEqual(['-']);
  });

  test('STATE-011 finds a payout that is paid', () => {
    expect(verdicts('STATE-011', [payoutSeen(1, 'SUCCEED'), payoutSeen(2, 'PAID'), payoutSeen(3, 12)])).toEqual([
      'met',
      'violated',
      'violated',
    ]);
    expect(verdicts('STATE-011', [payinSeen(1, 'PAID')])).toEqual(['-']);
  });

  test('STATE-012 follows an order through its life', () => {
    const life = [payinSeen(1, 'PENDING_PAY'), payinSeen(2, 'PENDING_PAY'), payinSeen(3, 2), payinSeen(4, 'REFUND')];
    expect(verdicts('STATE-012', life)).toEqual(['-', 'met', 'met', 'met']);
  });

  test('STATE-012 finds a final order that is pending again', () => {
    expect(verdicts('STATE-012', [payinSeen(1, 'FAILED'), payinSeen(2, 'PENDING_PAY')])).toEqual(['-', 'violated']);
    expect(verdicts('STATE-012', [payinTold(1, 'SUCCEED'), payinSeen(2, 'PENDING_PAY')])).toEqual(['-', 'violated']);
  });

  test('STATE-012 finds a final detail that is in processing again', () => {
    const seen = [payoutSeen(1, 'PENDING_PAY', 'SUCCEEDED'), payoutSeen(2, 'PENDING_PAY', 'PROCESSING')];
    expect(verdicts('STATE-012', seen)).toEqual(['-', 'violated']);
  });

  test('STATE-012 allows for a webhook that comes late, but not for one off the path', () => {
    expect(verdicts('STATE-012', [payinSeen(1, 'SUCCEED'), payinTold(2, 'PENDING_PAY')])).toEqual(['-', 'met']);
    expect(verdicts('STATE-012', [payinSeen(1, 'CLOSED'), payinTold(2, 'CANCELED')])).toEqual(['-', 'violated']);
  });

  test('STATE-010 and STATE-011 look at every form of a status, and at orders that have one', () => {
    const shown = (order: object): Exchange =>
      request({
        operation: 'fetchPayin',
        body: { code: 0, msg: '', data: { records: [{ request_id: 'R', ...order }] } },
      });
    const forms = [
      { order_status: 'SUCCEED', order_status_int: 11 },
      { orderStatus: 'partial_success' },
      { order_status_int: 11 },
      { order_status_int: 2 },
      {},
    ];
    expect(verdicts('STATE-010', forms.map(shown))).toEqual(['violated', 'violated', 'violated', 'met', '-']);
    expect(verdicts('STATE-011', [webhook('payoutWebhook', { order_status: 'PAID' })])).toEqual(['violated']);
  });

  test('STATE-012 compares what it knows the status and the order of', () => {
    const nameless = { ...payinSeen(1, 'SUCCEED'), response: payinSeen(1, 'SUCCEED').response };
    expect(verdicts('STATE-012', [nameless, payinSeen(2, 'NEW'), payinSeen(3, 'SUCCEED')])).toEqual(['-', '-', 'met']);
    const other = at(2, webhook('payinWebhook', { pay_order_id: 'P2', order_status: 'PENDING_PAY' }));
    const unnamed = at(2, webhook('payinWebhook', { order_status: 'PENDING_PAY' }));
    expect(verdicts('STATE-012', [unnamed, payinSeen(1, 'SUCCEED'), other, unnamed])).toEqual(['-', '-', '-', '-']);
  });

  test('STATE-012 begins with what was there before the query began', () => {
    const ending = at(1, { ...payinSeen(1, 'SUCCEED') });
    const next = (ms: number): Exchange => ({
      ...payinSeen(1, 'PENDING_PAY'),
      startedAt: new Date(1_000 + ms).toISOString(),
    });
    expect(verdicts('STATE-012', [ending, next(100)])).toEqual(['-', '-']);
    expect(verdicts('STATE-012', [ending, next(101)])).toEqual(['-', 'violated']);
    expect(verdicts('STATE-012', [ending, payinSeen(9, 'SUCCEED'), next(101)])).toEqual(['-', 'met', 'violated']);
    expect(verdicts('STATE-012', [payinSeen(9, 'SUCCEED'), ending, next(101)])).toEqual(['-', '-', 'violated']);
  });

  test('STATE-012 takes the answer to a create for one that may be old', () => {
    const created = at(
      5,
      request({
        operation: 'createPayin',
        body: { code: 0, msg: '', data: { pay_order_id: 'P1', order_status: 'PENDING_PAY' } },
      }),
    );
    expect(verdicts('STATE-012', [payinSeen(1, 'SUCCEED'), created])).toEqual(['-', 'met']);
    expect(verdicts('STATE-012', [created, payinSeen(9, 'SUCCEED')])).toEqual(['-', 'met']);
  });

  test('STATE-012 tells products and details apart', () => {
    const paid = at(2, webhook('payinWebhook', { pay_order_id: 'P1', order_status: 'PAID' }));
    expect(verdicts('STATE-012', [payinSeen(1, 'PENDING_PAY'), paid])).toEqual(['-', 'met']);
    const partial = (second: number, status: string): Exchange => payoutSeen(second, status);
    expect(verdicts('STATE-012', [partial(1, 'PENDING_PAY'), partial(2, 'PARTIAL_SUCCESS')])).toEqual(['-', 'met']);
    const named = (second: number, detail: object): Exchange =>
      at(
        second,
        request({
          operation: 'fetchPayout',
          body: { code: 0, msg: '', data: { pay_order_id: 'PO1', details: [detail] } },
        }),
      );
    const merchant = [
      named(1, { mch_order_id: 'M1', status: 'SUCCEEDED' }),
      named(2, { mch_order_id: 'M2', status: 'CREATED' }),
      named(3, { mch_order_id: 'M1', status: 'CREATED' }),
    ];
    expect(verdicts('STATE-012', merchant)).toEqual(['-', '-', 'violated']);
    const own = [
      named(1, { payout_order_detail_id: 'D1', mch_order_id: 'M', status: 'SUCCEEDED' }),
      named(2, { payout_order_detail_id: 'D2', mch_order_id: 'M', status: 'CREATED' }),
    ];
    expect(verdicts('STATE-012', own)).toEqual(['-', '-']);
  });

  test('STATE-013 is about orders that succeeded, not about their details', () => {
    const details = [payoutSeen(1, 'PENDING_PAY', 'SUCCEEDED'), payoutSeen(2, 'PENDING_PAY', 'FAILED')];
    expect(verdicts('STATE-013', details)).toEqual(['-', '-']);
    expect(verdicts('STATE-012', details)).toEqual(['-', 'violated']);
    expect(verdicts('STATE-013', [payinSeen(1, 'PENDING_PAY'), payinSeen(2, 'FAILED')])).toEqual(['-', '-']);
    expect(verdicts('STATE-013', [payinSeen(1, 'SUCCEED'), payinSeen(2, 'PENDING_PAY')])).toEqual(['-', 'met']);
    expect(verdicts('STATE-013', [payinSeen(1, 'CLOSED'), payinSeen(2, 'FAILED')])).toEqual(['-', '-']);
  });

  test('STATE-012 does not compare queries that overlap', () => {
    expect(verdicts('STATE-012', [payinSeen(1, 'SUCCEED'), payinSeen(1, 'PENDING_PAY')])).toEqual(['-', '-']);
  });

  test('STATE-013 finds a success that became a failure, which STATE-012 leaves to it', () => {
    const relapse = [payinSeen(1, 'SUCCEED'), payinSeen(2, 'FAILED')];
    expect(verdicts('STATE-013', relapse)).toEqual(['-', 'violated']);
    expect(verdicts('STATE-012', relapse)).toEqual(['-', 'met']);
    expect(verdicts('STATE-013', [payinSeen(1, 'SUCCEED'), payinSeen(2, 'REFUND')])).toEqual(['-', 'met']);
  });

  test('on real traffic, a risk event that takes a success back is found', async () => {
    const decisions = amend(annexA, 'lifecycle', {
      afterRiskEvent: (order) => ({ ...order, status: order.status === 'SUCCEED' ? 'FAILED' : order.status }),
    });
    const run = await runInProcess(stateScenarios, { runs: 8, maxShrinkExercises: 0, decisions });
    expect(failedOf(run)).toEqual(['STATE-013', 'STATE-014']);
  });
});
