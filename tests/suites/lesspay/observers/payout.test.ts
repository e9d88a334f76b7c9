import { describe, expect, test } from 'vitest';
import type { Exchange, Json } from '../../../../harness/exchange.js';
import { payoutObservers } from '../../../../suites/lesspay/observers/payout.js';
import { observedRequirementsOf } from '../coverage.js';
import { request, says, webhook } from './traffic.js';

const detail = { mch_order_id: 'M1', payout_order_detail_id: 'D1', amount: '100.00', status: 'CREATED' };
const payout = {
  ...{ pay_order_id: 'PO1', request_id: 'r', order_status: 'PENDING_PAY', currency: 'PHP', total_amount: '100.00' },
  ...{ created_at: '2026-01-01T00:00:00Z', details: [detail] },
};
const shows = (changes: object = {}): Exchange =>
  request({ operation: 'fetchPayout', body: { code: 0, msg: '', data: { ...payout, ...changes } } });
const showsDetail = (changes: object): Exchange => shows({ details: [{ ...detail, ...changes }] });
const batch = request({
  operation: 'createPayoutBatch',
  sent: { request_id: 'r', currency: 'PHP', total_amount: '100' },
});
const single = (amount: string, currency = 'PHP'): Exchange =>
  request({ operation: 'createPayout', sent: { request_id: 'r', currency, amount } });
const check = (id: string, ...exchanges: readonly Exchange[]): string[] => says(payoutObservers, id, exchanges);

test('observers of payouts are those of the catalogue', () => {
  expect(payoutObservers.map(({ requirement }) => requirement).sort()).toEqual(observedRequirementsOf('PAYOUT-QUERY'));
});

test.each<[string, Exchange]>([
  ['a webhook', webhook('payoutWebhook', payout)],
  ['what is no request', { ...shows(), kind: 'control' }],
  ['a pay-in query', { ...shows(), operation: 'fetchPayin' }],
  ['a refusal', request({ operation: 'fetchPayout', body: { code: 30020, msg: '', data: payout } })],
  ['no object', request({ operation: 'fetchPayout', body: { code: 0, msg: '', data: [] } })],
])('none says anything about %s', (_what, exchange) => {
  for (const { requirement } of payoutObservers) {
    expect(check(requirement, batch, { ...exchange, application: 'first' })).toEqual(['-', '-']);
  }
});

describe('observers of payouts judge what they are about, and nothing else', () => {
  test('PAYOUT-QUERY-006: all root members; those of a single payout are not documented', () => {
    expect(check('PAYOUT-QUERY-006', shows(), batch, shows(), { ...shows(), application: 'second' })).toEqual([
      ...['-', '-', 'met', '-'],
    ]);
    for (const name of Object.keys(payout)) {
      if (name === 'request_id') continue;
      expect(check('PAYOUT-QUERY-006', batch, shows({ [name]: null })), name).toEqual(['-', 'violated']);
      expect(check('PAYOUT-QUERY-006', single('100'), shows({ [name]: undefined })), name).toEqual(['-', 'remark']);
    }
    const nameless = request({ operation: 'createPayoutBatch', sent: { currency: 'PHP', total_amount: '100' } });
    expect(check('PAYOUT-QUERY-006', nameless, shows({ request_id: undefined }))).toEqual(['-', 'violated']);
  });

  test('PAYOUT-QUERY-010: total and details', () => {
    const total = (value: Json, ...amounts: readonly Json[]): Exchange =>
      shows({ total_amount: value, details: amounts.map((amount) => ({ ...detail, amount })) });
    expect(check('PAYOUT-QUERY-010', batch, total('100.00', '60', '40'), total(100, 100), total('100'))).toEqual([
      ...['-', 'met', 'met', 'met'],
    ]);
    expect(check('PAYOUT-QUERY-010', batch, total('100', '60', '41'), total('99', '99'), total('99'))).toEqual([
      ...['-', 'violated', 'violated', 'violated'],
    ]);
    expect(check('PAYOUT-QUERY-010', batch, total('a', '100'), total(null), total('100', '60', 'b'))).toEqual([
      ...['-', '-', '-', 'met'],
    ]);
  });

  test('PAYOUT-QUERY-010: minor units, of a single payout only', () => {
    const minor = shows({ total_amount: '10000', details: [] });
    expect(check('PAYOUT-QUERY-010', batch, minor)).toEqual(['-', 'violated']);
    expect(check('PAYOUT-QUERY-010', single('100'), minor)).toEqual(['-', 'remark']);
    expect(check('PAYOUT-QUERY-010', single('10'), minor)).toEqual(['-', 'violated']);
    expect(check('PAYOUT-QUERY-010', single('100'), shows({ details: [] }))).toEqual(['-', 'met']);
  });

  test('PAYOUT-QUERY-010: nothing is asked of a total that is not known', () => {
    const other = shows({ total_amount: '7', details: [] });
    expect(check('PAYOUT-QUERY-010', single('1'), single('2'), other)).toEqual(['-', '-', '-']);
    expect(check('PAYOUT-QUERY-010', single('one'), other)).toEqual(['-', '-']);
    expect(check('PAYOUT-QUERY-010', single('1'), single('2'), shows({ total_amount: '7' }))).toEqual([
      ...['-', '-', 'violated'],
    ]);
  });

  test('PAYOUT-QUERY-014: ids of its own in each detail', () => {
    const ids = (...pairs: readonly (readonly [Json, Json])[]): Exchange =>
      shows({ details: pairs.map(([a, b]) => ({ mch_order_id: a, payout_order_detail_id: b })) });
    expect(
      check(
        'PAYOUT-QUERY-014',
        ids(['a', 'x']),
        ids(['a', 'x'], ['b', 'y']),
        ids(['a', 'x'], ['a', 'y']),
        ids(['a', 'x'], ['b', 'x']),
        ids(['a', 'x'], ['b', 'y'], ['c', 'x']),
        ids([null, 'x'], [null, 'y']),
      ),
    ).toEqual(['-', 'met', 'violated', 'violated', 'violated', 'met']);
  });

  test.each<[id: string, what: string, exchange: Exchange, verdict: string]>([
    ['PAYOUT-QUERY-007', 'absent', shows(), '-'],
    ['PAYOUT-QUERY-007', 'null', shows({ decimal_places: null }), '-'],
    ['PAYOUT-QUERY-007', 'zero', shows({ decimal_places: 0 }), 'met'],
    ['PAYOUT-QUERY-007', 'two', shows({ decimal_places: 2 }), 'met'],
    ['PAYOUT-QUERY-007', 'negative', shows({ decimal_places: -1 }), 'violated'],
    ['PAYOUT-QUERY-007', 'a fraction', shows({ decimal_places: 1.5 }), 'violated'],
    ['PAYOUT-QUERY-007', 'a text', shows({ decimal_places: '2' }), 'violated'],
    ['PAYOUT-QUERY-008', 'complete', shows(), 'met'],
    ['PAYOUT-QUERY-008', 'no details', shows({ details: [] }), '-'],
    ['PAYOUT-QUERY-008', 'no merchant id', showsDetail({ mch_order_id: undefined }), 'violated'],
    ['PAYOUT-QUERY-008', 'no id', showsDetail({ payout_order_detail_id: null }), 'violated'],
    ['PAYOUT-QUERY-008', 'no amount', showsDetail({ amount: null }), 'violated'],
    ['PAYOUT-QUERY-008', 'no status', showsDetail({ status: null }), 'violated'],
    ['PAYOUT-QUERY-008', 'one of two is bare', shows({ details: [detail, {}] }), 'violated'],
    ['PAYOUT-QUERY-009', 'absent', shows(), '-'],
    ['PAYOUT-QUERY-009', 'a state', showsDetail({ audit_state: 'APPROVED' }), 'met'],
    ['PAYOUT-QUERY-009', 'another', showsDetail({ audit_state: 'DONE' }), 'violated'],
    ['PAYOUT-QUERY-011', 'pending, no reason', shows(), 'met'],
    ['PAYOUT-QUERY-011', 'pending, an empty one', shows({ fail_reason: '' }), 'met'],
    ['PAYOUT-QUERY-011', 'pending, null', shows({ fail_reason: null }), 'met'],
    ['PAYOUT-QUERY-011', 'pending, a reason', shows({ fail_reason: 'x' }), 'violated'],
    ['PAYOUT-QUERY-011', 'waiting', shows({ order_status: 'PENDING_CONFIRM', fail_reason: 'x' }), 'violated'],
    ['PAYOUT-QUERY-011', 'succeeded', shows({ order_status: 2, fail_reason: 'x' }), 'violated'],
    ['PAYOUT-QUERY-011', 'failed', shows({ order_status: 'FAILED', fail_reason: 'x' }), '-'],
    ['PAYOUT-QUERY-011', 'unknown', shows({ order_status: 'NEW', fail_reason: 'x' }), '-'],
    ['PAYOUT-QUERY-015', 'created', shows(), 'met'],
    ['PAYOUT-QUERY-015', 'created, empty', showsDetail({ actual_amount: '' }), 'met'],
    ['PAYOUT-QUERY-015', 'created, zero', showsDetail({ actual_amount: '0.00' }), 'met'],
    ['PAYOUT-QUERY-015', 'created, paid', showsDetail({ actual_amount: '100.00' }), 'violated'],
    ['PAYOUT-QUERY-015', 'processing, paid', showsDetail({ status: 'PROCESSING', actual_amount: '1' }), 'violated'],
    ['PAYOUT-QUERY-015', 'no amount', showsDetail({ actual_amount: 'zero' }), 'violated'],
    ['PAYOUT-QUERY-015', 'succeeded, paid', showsDetail({ status: 'SUCCEEDED', actual_amount: '1' }), '-'],
    ['PAYOUT-QUERY-016', 'a status', shows(), 'met'],
    ['PAYOUT-QUERY-016', 'another spelling', showsDetail({ status: 'Success' }), 'met'],
    ['PAYOUT-QUERY-016', 'an unknown one', showsDetail({ status: 'NEW' }), 'violated'],
    ['PAYOUT-QUERY-016', 'null', showsDetail({ status: null }), '-'],
  ])('%s: %s', (id, _what, exchange, verdict) => {
    expect(check(id, exchange)).toEqual([verdict]);
  });
});
