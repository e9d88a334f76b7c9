import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../../../harness/exchange.js';
import { fmtObservers } from '../../../../suites/lesspay/observers/fmt.js';
import { request, says, webhook } from './traffic.js';

const answered = (data: unknown) => ({ code: 0, msg: 'SUCCESS', data });
const payout = (data: object, facts = {}): Exchange =>
  request({ operation: 'fetchPayout', body: answered(data), facts });
const payin = (record: object): Exchange =>
  request({ operation: 'fetchPayin', body: answered({ records: [{ request_id: 'r', ...record }] }) });
const detail = (member: object, facts = {}): Exchange => payout({ request_id: 'r', details: [member] }, facts);

describe('observers of formats judge what they are about, and nothing else', () => {
  test.each<[id: string, what: string, exchange: Exchange, verdict: string]>([
    ['FMT-002', 'text', payout({ total_amount: '1.00', details: [{ amount: '1', actual_amount: null }] }), 'met'],
    ['FMT-002', 'a number in a detail', payout({ total_amount: '1.00', details: [{ amount: 1 }] }), 'violated'],
    ['FMT-002', 'a number in a pay-in', payin({ target_amount: 1.5 }), 'violated'],
    ['FMT-002', 'a number in a webhook', webhook('payinWebhook', { target_amount: 1 }), 'violated'],
    ['FMT-002', 'a number in a create answer', request({ body: answered({ total_amount: 1 }) }), '-'],
    ['FMT-005', '13 digits', webhook('payinWebhook', { complete_time: 1_767_225_600_000 }), 'met'],
    ['FMT-005', 'seconds', webhook('payinWebhook', { complete_time: 1_767_225_600 }), 'violated'],
    ['FMT-005', 'seconds in a detail', detail({ success_time: 1_767_225_600 }), 'violated'],
    ['FMT-005', 'a duration', payin({ expired_time: 1800 }), '-'],
    ['FMT-006', 'RFC 3339', payout({ created_at: '2025-01-13T10:00:00.000+08:00' }), 'met'],
    ['FMT-006', 'UTC', payout({ created_at: '2025-01-13T10:00:00Z' }), 'met'],
    ['FMT-006', 'an offset without a colon', payout({ created_at: '2025-01-13T10:00:00+0800' }), 'remark'],
    ['FMT-006', 'no offset', payout({ created_at: '2025-01-13T10:00:00' }), 'remark'],
    ['FMT-006', 'milliseconds', payout({ created_at: 1_767_225_600_000 }), 'remark'],
    ['FMT-006', 'milliseconds as text', payout({ created_at: '1767225600000' }), 'remark'],
    ['FMT-006', 'a date of no calendar', payout({ created_at: '2025-13-45T10:00:00Z' }), 'violated'],
    ['FMT-006', 'another form', payout({ created_at: '13/01/2025' }), 'violated'],
    ['FMT-006', 'a pay-in', payin({ created_at: '13/01/2025' }), '-'],
    ['FMT-007', 'null', detail({ success_time: null }), 'met'],
    ['FMT-007', 'RFC 3339', detail({ success_time: '2025-01-13T10:00:00.000+08:00' }), 'met'],
    ['FMT-007', 'another form', webhook('payoutWebhook', { details: [{ success_time: 'yesterday' }] }), 'violated'],
    ['FMT-010', 'a name', payout({ order_status: 'PENDING_CONFIRM' }), 'met'],
    ['FMT-010', 'another spelling', webhook('payoutWebhook', { order_status: 'Success' }), 'met'],
    ['FMT-010', 'an integer', payin({ order_status: 2 }), 'met'],
    ['FMT-010', 'an unassigned integer', payin({ order_status: 8 }), 'violated'],
    ['FMT-010', 'an unknown name', request({ body: answered({ order_status: 'NEW' }) }), 'violated'],
    ['FMT-010', 'a refusal', request({ body: { code: 30020, msg: 'x', data: { order_status: 'NEW' } } }), '-'],
    ['FMT-011', 'the same', webhook('payinWebhook', { order_status: 'PAID', order_status_int: 12 }), 'met'],
    ['FMT-011', 'another', webhook('payinWebhook', { order_status: 'SUCCEED', order_status_int: 3 }), 'violated'],
    ['FMT-011', 'the name alone', webhook('payinWebhook', { order_status: 'SUCCEED' }), '-'],
    ['FMT-012', 'two letters', detail({ bank_country_code: 'PH' }), 'met'],
    ['FMT-012', 'lower case', detail({ bank_country_code: 'ph' }), 'violated'],
    ['FMT-012', 'null', detail({ bank_country_code: null }), '-'],
    ['FMT-016', 'a mask', detail({ bank_account_no: '1234****5678' }), 'met'],
    [
      'FMT-016',
      'a clear number',
      detail({ bank_account_no: '****78' }, { clearMembers: ['bank_account_no'] }),
      'violated',
    ],
    ['FMT-016', 'a clear name', detail({ bank_account_name: '****es' }, { clearMembers: ['name'] }), 'violated'],
    [
      'FMT-016',
      'something else in the clear',
      detail({ bank_account_no: '1234****5678' }, { clearMembers: ['line1'] }),
      'met',
    ],
    ['FMT-016', 'no account at all', detail({ amount: '1' }), '-'],
    ['FMT-016', 'a webhook', webhook('payoutWebhook', { details: [{ bank_account_no: '1234****5678' }] }), '-'],
  ])('%s: %s', (id, _what, exchange, verdict) => {
    expect(says(fmtObservers, id, [exchange])).toEqual([verdict]);
  });

  test('FMT-012: a wrong code that was sent and comes back is not judged', () => {
    const sent = request({ sent: { beneficiary: { destination: { bank: { country: 'PHL' } } } } });
    const echoed = detail({ bank_country_code: 'PHL' });
    expect(says(fmtObservers, 'FMT-012', [echoed, sent, echoed])).toEqual(['violated', '-', '-']);
  });

  test('FMT-014: an order id that another create returned before', () => {
    const create = (requestId: string, id: string, application = 'first'): Exchange =>
      request({ sent: { request_id: requestId }, application, body: answered({ pay_order_id: id }) });
    const exchanges = [
      create('a', 'PO1'),
      create('a', 'PO1'),
      create('b', 'PO2'),
      create('c', 'PO1'),
      create('a', 'PO1', 'second'),
      request({ sent: 'not json', body: answered({ pay_order_id: 'PO3' }) }),
      request({ sent: {}, body: answered({ pay_order_id: 'PO3' }) }),
    ];
    expect(says(fmtObservers, 'FMT-014', exchanges)).toEqual([
      ...['met', 'met', 'met', 'violated', 'violated', 'met', 'violated'],
    ]);
  });

  test('FMT-017: the mask of a long bank account number', () => {
    const batch = (number: string): Exchange =>
      request({
        operation: 'createPayoutBatch',
        sent: { request_id: 'r', payout_order_details: [{ mch_order_id: 'd', bank_account_no: number }] },
      });
    const shown = (number: string, facts = {}): Exchange =>
      detail({ mch_order_id: 'd', bank_account_no: number }, facts);
    const long = [batch('****12'), shown('1234****5612'), shown('1234*12'), shown('****')];
    expect(says(fmtObservers, 'FMT-017', long)).toEqual(['-', 'met', 'violated', 'violated']);
    expect(says(fmtObservers, 'FMT-017', [batch('****'), shown('****')])).toEqual(['-', '-']);
    const clear = shown('****12', { clearMembers: ['bank_account_no'] });
    expect(says(fmtObservers, 'FMT-017', [batch('****12'), clear])).toEqual(['-', '-']);
  });

  test('FMT-017: the mask of a single payout, whose detail has an id of the platform', () => {
    const single = request({
      sent: { request_id: 'r', beneficiary: { destination: { bank: { account_number: '****12' } } } },
    });
    const shown = detail({ mch_order_id: 'x', bank_account_no: '********5612' });
    expect(says(fmtObservers, 'FMT-017', [single, shown])).toEqual(['-', 'violated']);
  });
});
