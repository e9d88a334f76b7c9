import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../../../harness/exchange.js';
import type { OperationName } from '../../../../protocols/lesspay/operations.js';
import { endpointAnswer } from '../../../../suites/lesspay/reading/endpoint-answer.js';
import { recorded, succeeded } from '../../../../suites/lesspay/reading/recorded.js';
import { requestIdSent } from '../../../../suites/lesspay/reading/request-id-sent.js';
import { toldOrders } from '../../../../suites/lesspay/reading/told-orders.js';
import { request, webhook } from '../observers/traffic.js';

const order = { pay_order_id: 'P1', order_status: 'SUCCEED' };
const answered = (operation: OperationName, data: unknown, code = 0): Exchange =>
  request({ operation, body: { code, msg: '', data } });

describe('endpointAnswer', () => {
  test('of an endpoint at its path, with or without a query or fragment', () => {
    expect(endpointAnswer(answered('createPayin', order))).toMatchObject({
      ...{ operation: 'createPayin', product: 'payin', creates: true, status: 200 },
      envelope: { code: 0, data: order },
    });
    const { url } = request();
    for (const more of ['?a=/', '#a/b', '']) expect(endpointAnswer({ ...request(), url: url + more })).not.toBeNull();
    expect(endpointAnswer(request({ body: 'no JSON', status: 500 }))).toMatchObject({ status: 500, envelope: null });
  });

  test.each<[string, Exchange]>([
    ['control traffic', { ...request(), kind: 'control' }],
    ['no operation', { ...request(), operation: null }],
    ['an unknown operation', { ...request(), operation: 'payinWebhook' }],
    ['another method', request({ method: 'GET' })],
    ['another path', request({ path: '/api' })],
    ['another path with the right one behind a question mark', { ...request(), url: `http://x/?${request().url}` }],
    ['no answer', { ...request(), response: null, failure: { code: 'TIMEOUT', message: '' } }],
    ['an answer that was cut', request({ truncated: true })],
    ['too many requests', request({ status: 429 })],
    ['maintenance', request({ status: 503 })],
  ])('nothing: %s', (_what, exchange) => {
    expect(endpointAnswer(exchange)).toBeNull();
  });
});

describe('toldOrders', () => {
  test.each<[string, Exchange, readonly (readonly [string, string])[]]>([
    [
      'a pay-in query',
      answered('fetchPayin', { records: [order, order] }),
      [
        ['payin', 'query'],
        ['payin', 'query'],
      ],
    ],
    ['a payout query', answered('fetchPayout', order), [['payout', 'query']]],
    ['a notification trigger', answered('triggerNotify', order), [['payout', 'query']]],
    ['a new pay-in', answered('createPayin', order), [['payin', 'created']]],
    ['a new payout', answered('createPayout', order), [['payout', 'created']]],
    ['a new batch', answered('createPayoutBatch', order), [['payout', 'created']]],
    ['a pay-in webhook', webhook('payinWebhook', order), [['payin', 'webhook']]],
    ['a payout webhook', webhook('payoutWebhook', order), [['payout', 'webhook']]],
    ['a webhook without an object', webhook('payoutWebhook', []), []],
    ['a delivery that is neither', { ...webhook('payoutWebhook', order), operation: null }, []],
    ['banks', answered('listBanks', order), []],
    ['a balance', answered('fetchBalance', order), []],
    ['a refusal', answered('createPayout', order, 30000), []],
    ['a create without an object', answered('createPayout', [order]), []],
    ['a query without an object', answered('fetchPayout', null), []],
    ['an answer without an envelope', request({ body: 'no JSON' }), []],
  ])('%s', (_what, exchange, expected) => {
    const told = toldOrders(exchange);
    expect(told.map(({ product, place }) => [product, place])).toEqual(expected);
    for (const { order: shown } of told) expect(shown).toEqual(order);
  });
});

test('requestIdSent: application, product and id; case and blanks do not count', () => {
  const sent = (body: unknown, operation: OperationName = 'createPayout'): string | null =>
    requestIdSent(request({ operation, sent: body }));
  expect(sent({ request_id: ' Ab ' })).toBe('first/payout/ab');
  expect(sent({ request_id: 'ab' }, 'createPayin')).toBe('first/payin/ab');
  expect(sent({ request_id: 'ab' }, 'createPayoutBatch')).toBe('first/payout/ab');
  expect(requestIdSent({ ...request({ sent: { request_id: 'ab' } }), application: null })).toBe('/payout/ab');
  expect([sent({}), sent({ request_id: 1 }), sent({ request_id: ' ' }), sent('no JSON')]).toEqual([
    ...[null, null, null, null],
  ]);
  expect(requestIdSent({ ...request({ sent: { request_id: 'ab' } }), operation: 'payoutWebhook' })).toBeNull();
});

describe('recorded never fails', () => {
  test.each<[Exchange, string, string]>([
    [answered('createPayout', order), '', 'recorded: blanks: accepted'],
    [answered('createPayout', order), 'kept', 'recorded: blanks: accepted, kept'],
    [answered('createPayout', null, 30000), '', 'recorded: blanks: refused with code 30000'],
    [request({ status: 404, body: '' }), '', 'recorded: blanks: HTTP 404, empty body'],
  ])('%#', (exchange, details, remark) => {
    expect(recorded('blanks', exchange, details)).toEqual({ kind: 'met', remark, exchange: exchange.id });
    expect(succeeded(exchange)).toBe(remark.includes('accepted'));
  });

  test('and says when there is no verdict', () => {
    expect(recorded('blanks', request({ status: 503 }))).toMatchObject({ kind: 'unmet', code: 'unavailable' });
  });
});
