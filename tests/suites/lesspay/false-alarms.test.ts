import { describe, expect, test } from 'vitest';
import { oneOrderOnly } from '../../../suites/lesspay/idem/evidence.js';
import { payoutObservers } from '../../../suites/lesspay/observers/payout.js';
import { stateObservers } from '../../../suites/lesspay/observers/state.js';
import { webhookObservers } from '../../../suites/lesspay/observers/webhook.js';
import { contentOf } from '../../../suites/lesspay/reading/deliveries.js';
import { request, says, webhook } from './observers/traffic.js';

const ok = (data: unknown) => ({ code: 0, msg: 'SUCCESS', data });
const payin = { request_id: 'R1', target_amount: '10.00', target_currency: 'USD' };

describe('an order is judged by what it shows', () => {
  const created = request({ operation: 'createPayin', sent: payin, body: ok({ pay_order_id: 'P1' }) });
  const found = (record: object) =>
    request({
      operation: 'fetchPayin',
      sent: { request_id: 'R1' },
      body: ok({ records: [{ pay_order_id: 'P1', request_id: 'R1', ...record }] }),
    });

  test.each([
    ['without amount and currency', {}, 'met'],
    ['without currency', { target_amount: '10.00' }, 'met'],
    ['with a currency of null', { target_amount: '10.00', target_currency: null }, 'met'],
    ['with its currency', { target_amount: '10', target_currency: 'USD' }, 'met'],
    ['with another currency', { target_amount: '10.00', target_currency: 'HKD' }, 'violated'],
    ['with another amount, without currency', { target_amount: '11.00' }, 'violated'],
  ])('a record %s', (_what, record, kind) => {
    expect(oneOrderOnly([created], found(record)).kind).toBe(kind);
  });
});

describe('nothing is like nothing', () => {
  test.each([
    ['null and empty text', { a: null }, { a: '' }, true],
    ['empty text and a missing member', { a: '', b: 1 }, { b: 1 }, true],
    ['empty text in a detail', { details: [{ a: '' }] }, { details: [{}] }, true],
    ['text and empty text', { a: 'x' }, { a: '' }, false],
    ['zero and a missing member', { a: 0 }, {}, false],
  ])('%s', (_what, a, b, same) => {
    expect(contentOf(a) === contentOf(b)).toBe(same);
  });
});

describe('details without usable ids are not followed', () => {
  const payout = (order: string, detail: object) =>
    request({
      operation: 'fetchPayout',
      body: ok({ pay_order_id: order, request_id: order, order_status: 'PENDING_PAY', details: [detail] }),
    });
  const later = (exchange: ReturnType<typeof payout>) => ({ ...exchange, startedAt: '2026-01-01T00:01:00.000Z' });

  test.each([
    ['an id', { payout_order_detail_id: 'POD1' }, 'violated'],
    ['an id of the merchant only', { payout_order_detail_id: '', mch_order_id: 'D1' }, 'violated'],
    ['an id of another type', { payout_order_detail_id: { value: 1 } }, 'met'],
    ['no id', {}, 'met'],
  ])('%s', (_what, ids, kind) => {
    const seen = [
      payout('PO1', { ...ids, status: 'SUCCEEDED' }),
      later(payout('PO1', { ...ids, status: 'PROCESSING' })),
    ];
    expect(says(stateObservers, 'STATE-012', seen).at(-1)).toBe(kind);
  });
});

describe('members of payouts', () => {
  const batch = { request_id: 'R1', total_amount: '10.00', currency: 'PHP', payout_order_details: [] };
  const created = request({ operation: 'createPayoutBatch', sent: batch, body: ok({ pay_order_id: 'PO1' }) });
  const whole = {
    ...{ pay_order_id: 'PO1', request_id: 'R1', order_status: 'PENDING_CONFIRM', currency: 'PHP' },
    ...{ total_amount: '10.00', created_at: '2026-01-01T00:00:00.000+08:00', details: [] },
  };
  const query = (data: object, sent: object = { pay_order_id: 'PO1' }) =>
    request({ operation: 'fetchPayout', sent, body: ok(data) });

  test.each([
    ['as documented', query(whole), 'met'],
    ['with an integer for a status', query({ ...whole, order_status: 0 }), 'met'],
    ['with milliseconds', query({ ...whole, created_at: 1_767_225_600_000 }), 'met'],
    ['with an empty currency', query({ ...whole, currency: '' }), 'violated'],
    ['with details that are no list', query({ ...whole, details: {} }), 'violated'],
    ['without the request_id, asked for by the other id', query({ ...whole, request_id: undefined }), 'violated'],
    [
      'without the request_id, asked for by it',
      query({ ...whole, request_id: null }, { request_id: 'R1' }),
      'violated',
    ],
    ['of an unknown order', query({ pay_order_id: 'PO2' }, { pay_order_id: 'PO2' }), '-'],
  ])('%s', (_what, asked, verdict) => {
    expect(says(payoutObservers, 'PAYOUT-QUERY-006', [created, asked]).at(-1)).toBe(verdict);
  });

  test('a create that did not tell its order id does not make the webhook wrong', () => {
    const quiet = request({ operation: 'createPayout', sent: { request_id: 'R1', currency: 'PHP' }, body: ok({}) });
    const other = request({ operation: 'createPayin', sent: payin, body: ok({ pay_order_id: 'P1' }) });
    const told = webhook('payoutWebhook', whole);
    expect(says(webhookObservers, 'WEBHOOK-053', [other, quiet, told]).at(-1)).toBe('met');
    expect(says(webhookObservers, 'WEBHOOK-053', [other, told]).at(-1)).toBe('violated');
  });
});
