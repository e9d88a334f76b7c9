import { describe, expect, test } from 'vitest';
import type { Exchange, Json } from '../../../../harness/exchange.js';
import { payinObservers } from '../../../../suites/lesspay/observers/payin.js';
import { request, says, webhook } from './traffic.js';

const card = { card_data: { number: '****11', cvv: '****' } };
const create = (data: unknown = { pay_order_id: 'P1' }, facts = {}, sent: object = {}): Exchange =>
  request({
    operation: 'createPayin',
    sent: { request_id: 'r', channel_extra: card, ...sent },
    body: { code: 0, msg: '', data },
    facts,
  });
const query = (record: Json, facts = {}): Exchange =>
  request({ operation: 'fetchPayin', body: { code: 0, msg: '', data: { records: [record] } }, facts });
const check = (...exchanges: readonly Exchange[]): string[] => says(payinObservers, 'PAYIN-CARD-015', exchanges);

describe('PAYIN-CARD-015', () => {
  test('judges the answer to a create with card data', () => {
    expect(check(create(), create(null), create({ last4: '1111' }))).toEqual(['met', 'met', 'met']);
    expect(check(create({}, { clearMembers: ['number'] }))).toEqual(['violated']);
    expect(check(create({}, { clearMembers: ['cvv', 'email'] }))).toEqual(['violated']);
    expect(check(create({}, { clearMembers: ['email'] }))).toEqual(['met']);
  });

  test.each<[Json, string]>([
    [{ cvv: '123' }, 'violated'],
    [{ card: { CVC: 123 } }, 'violated'],
    [{ cards: [{ a: 1 }, { cvv2: '1' }] }, 'violated'],
    [{ cvv: '' }, 'met'],
    [{ cvv: null }, 'met'],
    [{ cvv: { code: '1' } }, 'violated'],
    [{ other: { cvvs: '123' } }, 'met'],
  ])('a security code in %j: %s', (data, verdict) => {
    expect(check(create(data))).toEqual([verdict]);
  });

  test.each<[string, Exchange]>([
    ['no card data', create({}, { clearMembers: ['number'] }, { channel_extra: { other: 1 } })],
    ['another endpoint', { ...create({}, { clearMembers: ['number'] }), operation: 'createPayout' }],
    ['what is no JSON', { ...request({ operation: 'createPayin', sent: 'x', facts: { clearMembers: ['number'] } }) }],
    ['control traffic', { ...create({}, { clearMembers: ['number'] }), kind: 'control' }],
    ['no answer', { ...create(), response: null, failure: { code: 'TIMEOUT', message: '' } }],
    ['a query about another order', query({ request_id: 'q', cvv: '1' })],
  ])('nothing about %s', (_what, exchange) => {
    expect(check(exchange)).toEqual(['-']);
  });

  test('later answers and webhooks about an order that was paid by card, by either id', () => {
    const leak = { cvv: '123' };
    expect(check(query({ request_id: 'r' }), create(), query({ request_id: 'r' }))).toEqual(['-', 'met', 'met']);
    expect(check(create(), query({ request_id: 'r', ...leak }))).toEqual(['met', 'violated']);
    expect(check(create(), query({ list: ['x', 'P1'], ...leak }))).toEqual(['met', 'violated']);
    expect(check(create(), query({ request_id: 'other', ...leak }), query({ n: 1, o: null }))).toEqual([
      'met',
      '-',
      '-',
    ]);
    expect(check(create(), webhook('payinWebhook', { pay_order_id: 'P1', ...leak }))).toEqual(['met', 'violated']);
    expect(check(create(), webhook('payinWebhook', { pay_order_id: 'P1' }))).toEqual(['met', 'met']);
    expect(check(create(), webhook('payinWebhook', { pay_order_id: 'P2', ...leak }))).toEqual(['met', '-']);
    expect(check(create(), webhook('payoutWebhook', { pay_order_id: 'P1', ...leak }))).toEqual(['met', '-']);
  });

  test('an empty id is no id', () => {
    const unnamed = create({ pay_order_id: '' }, {}, { request_id: '' });
    expect(check(unnamed, query({ request_id: '', cvv: '1' }))).toEqual(['met', '-']);
  });

  test('says where the data was found', () => {
    const [observer] = payinObservers;
    const inAnswer = observer?.watch(create({ cvv: '1' }, { clearMembers: ['number'] }), observer.start());
    expect(inAnswer).toMatchObject({ received: 'number and a security code in the answer' });
  });
});
