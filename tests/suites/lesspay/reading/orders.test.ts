import { describe, expect, test } from 'vitest';
import type { Exchange, Json } from '../../../../harness/exchange.js';
import {
  checkoutUrlOf,
  detailsOf,
  orderIdOf,
  payinRecordsOf,
  payoutOf,
  recordOrderId,
  recordRequestId,
  sentBody,
  statusIn,
} from '../../../../suites/lesspay/reading/orders.js';
import { detailStates, payinStatus, payoutStatus } from '../../../../suites/lesspay/reading/states.js';
import { request } from '../observers/traffic.js';

const answer = (data: unknown): Exchange => request({ body: { code: 0, msg: '', data } });

test.each<[unknown, string | null]>([
  [{ pay_order_id: 'a', payOrderId: 'b', order_data: { pay_order_id: 'c' } }, 'a'],
  [{ payOrderId: 'b', order_data: { pay_order_id: 'c', payOrderId: 'd' } }, 'c'],
  [{ pay_order_id: '', payOrderId: 'b', order_data: { payOrderId: 'd' } }, 'd'],
  [{ payOrderId: 'b' }, 'b'],
  [{ pay_order_id: 7 }, null],
  [null, null],
])('orderIdOf %j is %s', (data, id) => {
  expect(orderIdOf(answer(data))).toBe(id);
});

test.each<[unknown, string | null]>([
  [{ checkout_url: 'a', checkoutUrl: 'b' }, 'a'],
  [{ checkoutUrl: 'b', order_data: { checkout_url: 'c' } }, 'b'],
  [{ order_data: { checkout_url: 'c', checkoutUrl: 'd' } }, 'c'],
  [{ order_data: { checkoutUrl: 'd' }, checkoutPageUrl: 'e' }, 'd'],
  [{ pages: [{ other: 'x' }, { CheckoutPageURL: 'e' }] }, 'e'],
  [{ a: { checkout_page_url: '' }, b: { checkout_page_url: 'f' } }, 'f'],
  [{ url: 'g', pages: ['h'] }, null],
  ['text', null],
  [null, null],
])('checkoutUrlOf %j is %s', (data, url) => {
  expect(checkoutUrlOf(answer(data))).toBe(url);
});

describe('payinRecordsOf finds records wherever they stand', () => {
  const one = { pay_order_id: 'a' };
  const two = { mchOrderNo: 'b' };
  test.each<[string, unknown, readonly unknown[]]>([
    ['a list', [one, { other: 1 }, two, 'x'], [one, two]],
    ['records', { records: [one], list: [two] }, [one]],
    ['list', { list: [one, 3] }, [one]],
    ['items', { items: [{ payOrderId: 'c' }] }, [{ payOrderId: 'c' }]],
    ['data', { data: [{ request_id: 'd' }] }, [{ request_id: 'd' }]],
    ['orders', { orders: [one] }, [one]],
    ['the record itself', one, [one]],
    ['an object that is none', { total: 0 }, []],
    ['an empty list beside an id', { request_id: 'r', records: [] }, []],
    ['nothing', null, []],
  ])('%s', (_where, data, records) => {
    expect(payinRecordsOf(answer(data))).toEqual(records);
  });
});

test('the ids of a record, in either style; empty texts are none', () => {
  expect([recordOrderId({ pay_order_id: 'a', payOrderId: 'b' }), recordOrderId({ payOrderId: 'b' })]).toEqual([
    'a',
    'b',
  ]);
  expect([recordRequestId({ request_id: 'a', mchOrderNo: 'b' }), recordRequestId({ mchOrderNo: 'b' })]).toEqual([
    'a',
    'b',
  ]);
  expect([recordOrderId({ pay_order_id: '' }), recordRequestId({ request_id: 1 })]).toEqual([null, null]);
});

test('payouts, their details and their statuses', () => {
  expect([payoutOf(answer({ a: 1 })), payoutOf(answer([])), payoutOf(answer(null))]).toEqual([{ a: 1 }, null, null]);
  expect(detailsOf({ details: [{ a: 1 }, 'x', null, []] })).toEqual([{ a: 1 }]);
  expect([detailsOf({ details: 'x' }), detailsOf({}), detailsOf(null)]).toEqual([[], [], []]);
  expect(statusIn({ order_status: 'A', order_status_int: 1 })).toBe('A');
  expect(statusIn({ order_status: null, order_status_int: 1, orderStatus: 'C' })).toBe(1);
  expect(statusIn({ orderStatus: 'C' })).toBe('C');
  expect(statusIn(null)).toBeUndefined();
});

test('what was sent; nothing where it is no object', () => {
  expect(sentBody(request({ sent: { a: 1 } }))).toEqual({ a: 1 });
  expect(['[1]', 'null', 'no JSON'].map((sent) => sentBody(request({ sent })))).toEqual([{}, {}, {}]);
});

describe('statuses in answers to queries', () => {
  const payout = (data: Json): Exchange => request({ operation: 'fetchPayout', body: { code: 0, msg: '', data } });

  test('of a payout and its details', () => {
    expect(payoutStatus(payout({ order_status: 'success' }))).toBe('SUCCEED');
    expect(payoutStatus(payout({ order_status: 'NEW' }))).toBeNull();
    expect(payoutStatus(payout(null))).toBeNull();
    expect(detailStates(payout({ details: [{ status: 'SUCCESS' }, { status: 'NEW' }] }))).toEqual([
      { detail: { status: 'SUCCESS' }, status: 'SUCCEEDED' },
      { detail: { status: 'NEW' }, status: null },
    ]);
  });

  test('of a pay-in among others', () => {
    const records = [
      { pay_order_id: 'a', order_status: 'PENDING_PAY' },
      { pay_order_id: 'b', order_status: 2 },
    ];
    const query = answer({ records });
    expect(['a', 'b', 'c'].map((id) => payinStatus(query, id))).toEqual(['PENDING_PAY', 'SUCCEED', null]);
  });
});
