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
    ['FMT-005', '14 digits', payin({ created_at: 17_672_256_000_000 }), 'violated'],
    ['FMT-005', 'text', payin({ created_at: '1767225600' }), '-'],
    ['FMT-005', 'a fraction', payin({ created_at: 1_767_225_600.5 }), '-'],
    ['FMT-005', 'the answer to a create', request({ body: answered({ created_at: 1_767_225_600 }) }), 'violated'],
    ['FMT-006', 'no time', payout({ created_at: null }), '-'],
    ['FMT-006', 'the answer to a create', request({ body: answered({ created_at: '13/01/2025' }) }), '-'],
    ['FMT-006', 'a webhook', webhook('payoutWebhook', { created_at: '13/01/2025' }), 'violated'],
    ['FMT-006', 'text behind the time', payout({ created_at: '2025-01-13T10:00:00Z.' }), 'violated'],
    ['FMT-006', 'text before the time', payout({ created_at: 'x2025-01-13T10:00:00Z' }), 'violated'],
    ['FMT-006', 'lower case', payout({ created_at: '2025-01-13t10:00:00z' }), 'met'],
    ['FMT-006', 'seconds', payout({ created_at: 1_767_225_600 }), 'violated'],
    ['FMT-006', 'a list of milliseconds', payout({ created_at: [1_767_225_600_000] }), 'violated'],
    ['FMT-007', 'absent', detail({ amount: '1' }), '-'],
    ['FMT-007', 'no offset', detail({ success_time: '2025-01-13T10:00:00' }), 'remark'],
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
    ['FMT-010', 'none', payout({ order_status: null }), '-'],
    ['FMT-011', 'an unknown name', payin({ order_status: 'NEW', order_status_int: 3 }), '-'],
    ['FMT-011', 'null', payin({ order_status: 'SUCCEED', order_status_int: null }), '-'],
    ['FMT-011', 'no status', payin({ order_status: 'SUCCEED', order_status_int: 99 }), 'violated'],
    ['FMT-010', 'a refusal', request({ body: { code: 30020, msg: 'x', data: { order_status: 'NEW' } } }), '-'],
    ['FMT-011', 'the same', webhook('payinWebhook', { order_status: 'PAID', order_status_int: 12 }), 'met'],
    ['FMT-011', 'another', webhook('payinWebhook', { order_status: 'SUCCEED', order_status_int: 3 }), 'violated'],
    ['FMT-011', 'the name alone', webhook('payinWebhook', { order_status: 'SUCCEED' }), '-'],
    ['FMT-012', 'two letters', detail({ bank_country_code: 'PH' }), 'met'],
    ['FMT-012', 'lower case', detail({ bank_country_code: 'ph' }), 'violated'],
    ['FMT-012', 'at the root', payout({ bank_country_code: 'ph' }), 'violated'],
    ['FMT-012', 'three letters', detail({ bank_country_code: 'PHL' }), 'violated'],
    ['FMT-012', 'three letters behind two', detail({ bank_country_code: '1PH' }), 'violated'],
    ['FMT-012', 'a number', detail({ bank_country_code: 63 }), 'violated'],
    ['FMT-012', 'a list of one', detail({ bank_country_code: ['PH'] }), 'violated'],
    ['FMT-012', 'empty', detail({ bank_country_code: '' }), '-'],
    ['FMT-012', 'a pay-in', payin({ bank_country_code: 'PHL' }), '-'],
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
    [
      'FMT-016',
      'the number as a telephone number',
      detail({ bank_account_no: '****78' }, { clearMembers: ['number'] }),
      'violated',
    ],
    [
      'FMT-016',
      'the number of one of two as a telephone number',
      payout({ details: [{ bank_account_no: '12**78' }, { bank_account_no: '****78' }] }, { clearMembers: ['number'] }),
      'violated',
    ],
    [
      'FMT-016',
      'another telephone number',
      detail({ bank_account_no: '1234****5678' }, { clearMembers: ['number'] }),
      'met',
    ],
    ['FMT-016', 'an account that is no text', detail({ bank_account_no: 7, bank_account_name: '' }), '-'],
    ['FMT-016', 'a name alone, masked', detail({ bank_account_name: 'J***' }), 'met'],
    ['FMT-016', 'in one of two details', payout({ details: [{}, { bank_account_no: '1234****5678' }] }), 'met'],
    ['FMT-016', 'a clear IBAN without an account', detail({ iban: 'x' }, { clearMembers: ['iban'] }), 'violated'],
    ['FMT-016', 'no detail', payout({ details: [] }, { clearMembers: ['iban'] }), '-'],
    ['FMT-016', 'the answer to a create', request({ body: answered({ details: [{ bank_account_no: 'x' }] }) }), '-'],
    ['FMT-016', 'a pay-in', payin({ details: [{ bank_account_no: 'x' }] }), '-'],
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

  test.each([
    ...['bank_account_no', 'account_number', 'iban', 'wallet_address'],
    ...['bank_account_name', 'account_name', 'name', 'first_name', 'last_name'],
  ])('FMT-016: %s in the clear', (name) => {
    const shown = detail({ bank_account_no: '1234****5678' }, { clearMembers: [name] });
    expect(says(fmtObservers, 'FMT-016', [shown])).toEqual(['violated']);
  });

  test.each([
    ...['created_at', 'updated_at', 'paid_at', 'completed_at', 'finished_at', 'expired_at', 'closed_at', 'refunded_at'],
    ...['create_time', 'update_time', 'pay_time', 'success_time', 'complete_time', 'finish_time', 'start_time'],
    ...['end_time', 'createdAt', 'updatedAt', 'createTime', 'updateTime', 'payTime', 'successTime', 'completeTime'],
    'finishTime',
  ])('FMT-005: %s is a point in time', (name) => {
    const exchanges = [payin({ [name]: 1_767_225_600_000 }), detail({ [name]: 1_767_225_600 })];
    expect(says(fmtObservers, 'FMT-005', exchanges)).toEqual(['met', 'violated']);
  });

  test.each(['target_amount', 'total_amount', 'amount', 'actual_amount'])('FMT-002: %s', (name) => {
    const exchanges = [payout({ [name]: '1' }), payout({ [name]: 1 }), payout({ [name]: null })];
    expect(says(fmtObservers, 'FMT-002', exchanges)).toEqual(['met', 'violated', '-']);
  });

  test('FMT-012: only what a request sent under the name of a country excuses', () => {
    const echoed = detail({ bank_country_code: 'PHL' });
    const sent = (body: object): Exchange => request({ sent: body });
    const excuses = (exchange: Exchange): string[] => says(fmtObservers, 'FMT-012', [exchange, echoed]).slice(1);
    expect(excuses(sent({ payout_order_details: [{ bank_country_code: 'PHL' }] }))).toEqual(['-']);
    expect(excuses(sent({ Country: 'PHL' }))).toEqual(['-']);
    expect(excuses(sent({ country: { name: 'PHL' } }))).toEqual(['violated']);
    expect(excuses(sent({ country: ['PHL'] }))).toEqual(['violated']);
    expect(excuses(sent({ country: 'PH', other: 'PHL' }))).toEqual(['violated']);
    expect(excuses(webhook('payinWebhook', { country: 'PHL' }))).toEqual(['violated']);
  });

  test('FMT-014: only successful creates return ids', () => {
    const other = (operation: 'fetchPayout' | 'createPayout', code: number): Exchange =>
      request({ operation, sent: { request_id: 'x' }, body: { code, msg: '', data: { pay_order_id: 'PO1' } } });
    const create = request({ sent: { request_id: 'a' }, body: answered({ pay_order_id: 'PO1' }) });
    const nameless = request({ sent: { request_id: 'b' }, body: answered({}) });
    const exchanges = [other('fetchPayout', 0), other('createPayout', 30000), create, nameless, nameless];
    expect(says(fmtObservers, 'FMT-014', exchanges)).toEqual(['-', '-', 'met', '-', '-']);
    expect(says(fmtObservers, 'FMT-014', [create, other('createPayout', 0), create])).toEqual([
      'met',
      'violated',
      'met',
    ]);
  });

  test('FMT-017: each account by application, request and detail', () => {
    const batch = (accounts: readonly (readonly [string, string])[], more: object = {}): Exchange => ({
      ...request({
        operation: 'createPayoutBatch',
        sent: {
          request_id: 'r',
          payout_order_details: accounts.map(([id, number]) => ({ mch_order_id: id, bank_account_no: number })),
        },
      }),
      ...more,
    });
    const shown = (...accounts: readonly (readonly [string, unknown])[]): Exchange =>
      payout({ request_id: 'r', details: accounts.map(([id, no]) => ({ mch_order_id: id, bank_account_no: no })) });
    const judge = (...exchanges: readonly Exchange[]): string[] => says(fmtObservers, 'FMT-017', exchanges).slice(1);
    const two = batch([
      ['a', '****11'],
      ['b', '****'],
    ]);
    expect(judge(two, shown(['a', '1234*6789'], ['b', '1*']))).toEqual(['met']);
    expect(judge(two, shown(['a', '1*'], ['b', '1234*6789']))).toEqual(['violated']);
    expect(judge(two, shown(['b', '1*']), shown(['c', '1*']), shown(['a', null]), shown(['a', '']))).toEqual([
      ...['-', '-', '-', '-'],
    ]);
    expect(judge(two, shown(['a', '12345*6789']), shown(['a', '1234*56789']))).toEqual(['violated', 'violated']);
    expect(judge(two, { ...shown(['a', '1*']), application: 'second' })).toEqual(['-']);
    expect(judge(two, batch([['a', '****']]), shown(['a', '1*']))).toEqual(['-', '-']);
    expect(judge(batch([['a', '****11']], { kind: 'control' }), shown(['a', '1*']))).toEqual(['-']);
    expect(judge(batch([['a', '****11']], { operation: 'fetchPayout' }), shown(['a', '1*']))).toEqual(['-']);
    expect(judge(batch([['a', 'x****11']]), shown(['a', '1*']))).toEqual(['-']);
    expect(judge(batch([['a', '****111']]), shown(['a', '1*']))).toEqual(['-']);
    const clear = (name: string): Exchange => ({ ...shown(['a', '1*']), facts: { clearMembers: [name] } });
    expect(judge(two, clear('iban'), clear('number'), clear('name'))).toEqual(['-', '-', 'violated']);
  });

  test('FMT-017: a single payout has one detail', () => {
    const single = request({
      sent: { request_id: 'r', beneficiary: { destination: { bank: { account_number: '****12' } } } },
    });
    const wrong = { mch_order_id: 'x', bank_account_no: '********5612' };
    const two = payout({ request_id: 'r', details: [wrong, { ...wrong, mch_order_id: 'y' }] });
    expect(says(fmtObservers, 'FMT-017', [single, two])).toEqual(['-', '-']);
    expect(says(fmtObservers, 'FMT-017', [{ ...single, operation: 'createPayin' }, detail(wrong)])).toEqual(['-', '-']);
  });
});
