import { describe, expect, test } from 'vitest';
import type { Json } from '../../../../harness/exchange.js';
import {
  contentOf,
  deliveredBody,
  deliveredStatus,
  deliveriesAbout,
  describeDeliveries,
  isRiskEvent,
} from '../../../../suites/lesspay/reading/deliveries.js';
import { webhook } from '../observers/traffic.js';

const told = (body: object) => webhook('payinWebhook', body);

test('the body and the status of a webhook', () => {
  expect(deliveredBody(told({ a: 1 }))).toEqual({ a: 1 });
  expect(deliveredBody(told([1]))).toBeNull();
  expect(['paid', 'NEW'].map((status) => deliveredStatus(told({ order_status: status })))).toEqual(['PAID', null]);
  expect(deliveredStatus(told([]))).toBeNull();
});

test('the deliveries about an order', () => {
  const all = [told({ pay_order_id: 'a' }), told({ pay_order_id: 'b' }), told([])];
  expect(deliveriesAbout(all, 'b')).toEqual([all[1]]);
});

test('a risk event has an event', () => {
  expect([{ event: 'x' }, { event: null }, {}].map((body) => isRiskEvent(told(body)))).toEqual([true, false, false]);
});

describe('contentOf', () => {
  test.each<[Json | undefined, Json | undefined, boolean]>([
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
    [{ a: 1, b: null }, { a: 1 }, true],
    [{ list: [{ b: null, c: 1, a: 2 }] }, { list: [{ a: 2, c: 1 }] }, true],
    [undefined, null, true],
    [{ a: 1 }, { a: 2 }, false],
    [[1, 2], [2, 1], false],
    [[null, 1], [1], false],
    [{ a: { b: 1 } }, { a: { c: 1 } }, false],
    ['1', 1, false],
  ])('%j and %j: equal is %s', (a, b, equal) => {
    expect(contentOf(a) === contentOf(b)).toBe(equal);
  });

  test('writes members in the order of their names', () => {
    expect(contentOf({ c: 1, a: { z: 1, y: 2 }, b: [] })).toBe('{"a":{"y":2,"z":1},"b":[],"c":1}');
  });
});

test('what arrived, in words', () => {
  expect(describeDeliveries([])).toBe('no delivery');
  expect(describeDeliveries([told({ order_status: 'PAID' })])).toBe('one delivery: PAID');
  expect(describeDeliveries([told({ order_status: 2 }), told({})])).toBe('2 deliveries: 2, no status');
});
