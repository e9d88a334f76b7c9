import { describe, expect, test } from 'vitest';
import type { Exchange, Json } from '../../../../harness/exchange.js';
import { amtObservers } from '../../../../suites/lesspay/observers/amt.js';
import { request, says, webhook } from './traffic.js';

const check = (...exchanges: readonly Exchange[]): string[] => says(amtObservers, 'AMT-009', exchanges);
const answer = (data: unknown, code = 0): Exchange =>
  request({ operation: 'fetchPayout', body: { code, msg: '', data } });

describe('AMT-009: amounts are plain decimal text', () => {
  test.each<[Json, string]>([
    ['100', 'met'],
    ['100.50', 'met'],
    ['0.5', 'met'],
    ['00.5', 'met'],
    [100, 'violated'],
    ['100.', 'violated'],
    ['.5', 'violated'],
    ['-1', 'violated'],
    ['1e3', 'violated'],
    ['1,000.00', 'violated'],
    ['100 PHP', 'violated'],
    ['1.2.3', 'violated'],
    ['', '-'],
    ['****', '-'],
    [null, '-'],
    [true, '-'],
  ])('%j: %s', (amount, verdict) => {
    expect(check(answer({ amount }))).toEqual([verdict]);
    expect(check(answer({ details: [{ TARGET_AMOUNT: amount }] }))).toEqual([verdict]);
    expect(check(webhook('payinWebhook', { target_amount: amount }))).toEqual([verdict]);
  });

  test.each<[string, Exchange]>([
    ['other members', answer({ amountStr: '1,000', rate: 1 })],
    ['a refusal', answer({ amount: 1 }, 30000)],
    ['control traffic', { ...answer({ amount: 1 }), kind: 'control' }],
    ['what was sent', request({ sent: { amount: 1 }, body: { code: 0, msg: '' } })],
    ['no answer', { ...answer({ amount: 1 }), response: null }],
  ])('nothing about %s', (_what, exchange) => {
    expect(check(exchange)).toEqual(['-']);
  });

  test('an object under the name of an amount is searched', () => {
    expect(check(answer({ total_amount: { amount: 1 } }), answer([{ amount: '1' }, { amount: 2 }]))).toEqual([
      ...['violated', 'violated'],
    ]);
  });

  test('an odd spelling that was sent before and comes back is not judged', () => {
    const odd = answer({ amount: '+1.0' });
    const sent = request({ sent: { amount: '+1.0' }, body: { code: 0, msg: '' } });
    expect(check(odd, sent, odd, answer({ amount: '+2.0' }))).toEqual(['violated', '-', '-', 'violated']);
    const number = request({ sent: { amount: 1 }, body: { code: 0, msg: '' } });
    expect(check(number, answer({ amount: 1 }))).toEqual(['-', 'violated']);
    const told = webhook('payoutWebhook', { amount: '+1.0' });
    expect(check(told, answer({ amount: '+1.0' }))).toEqual(['violated', 'violated']);
    expect(check({ ...sent, kind: 'control' }, odd)).toEqual(['-', 'violated']);
    const plain = request({ sent: { amount: '1.0' }, body: { code: 0, msg: '' } });
    expect(check(plain, answer({ amount: '1.0' }))).toEqual(['-', 'met']);
  });
});
