import { expect, test } from 'vitest';
import type { Exchange } from '../../../../harness/exchange.js';
import { amountValue } from '../../../../suites/lesspay/reading/amount-value.js';
import { amountsTold, keepsValue, type SentAmount } from '../../../../suites/lesspay/reading/echoed-amounts.js';
import { request, webhook } from '../observers/traffic.js';

const payout = (data: unknown): Exchange => request({ operation: 'fetchPayout', body: { code: 0, msg: '', data } });
const sent: SentAmount = { text: '+10.50', value: '10.5', currency: 'PHP', singlePayout: false };
const kinds = (told: Exchange, amount = sent): string[] =>
  keepsValue(told, amount).map((check) => (check.kind === 'met' && check.remark !== undefined ? 'remark' : check.kind));

test('the value of an amount, of text or of a number', () => {
  expect(['1.50', 1.5, '1,5', null, undefined, true].map((value) => amountValue(value)?.toFixed() ?? null)).toEqual([
    ...['1.5', '1.5', null, null, null, null],
  ]);
});

test('the amounts that are told about an order', () => {
  const all = { target_amount: '1', total_amount: '2', amount: '9', details: [{ amount: '3' }, { amount: null }, {}] };
  expect(amountsTold(payout(all))).toEqual(['1', '2', '3']);
  expect(amountsTold(payout(null))).toEqual([]);
  expect(amountsTold(webhook('payoutWebhook', all))).toEqual(['1', '2', '3']);
  expect(amountsTold(webhook('payoutWebhook', []))).toEqual([]);
  const records = [
    { request_id: 'r', target_amount: '1' },
    { request_id: 'other', target_amount: '2' },
  ];
  const body = { code: 0, msg: '', data: { records } };
  expect(amountsTold(request({ operation: 'fetchPayin', sent: { request_id: 'r' }, body }))).toEqual(['1']);
});

test('keepsValue: the value that was sent, or the very text', () => {
  expect(kinds(payout({ total_amount: '10.50', details: [{ amount: 10.5 }] }))).toEqual(['met', 'met']);
  expect(kinds(payout({ total_amount: '+10.50' }))).toEqual(['met']);
  expect(kinds(payout({ total_amount: '10.51', details: [{ amount: '10.5' }] }))).toEqual(['violated', 'met']);
  expect(kinds(payout({ total_amount: '10,50' }))).toEqual(['violated']);
  expect(kinds(payout({}))).toEqual(['unmet']);
});

test('keepsValue: minor units, of a single payout only', () => {
  const inMinorUnits = payout({ total_amount: '1050' });
  expect(kinds(inMinorUnits)).toEqual(['violated']);
  expect(kinds(inMinorUnits, { ...sent, singlePayout: true })).toEqual(['remark']);
  expect(kinds(payout({ total_amount: '105' }), { ...sent, singlePayout: true })).toEqual(['violated']);
});

test('keepsValue: our own mistake is no finding', () => {
  expect(() => keepsValue(payout({}), { ...sent, value: 'ten' })).toThrow('The value ten');
});
