import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../../../harness/exchange.js';
import { envObservers } from '../../../../suites/lesspay/observers/env.js';
import { altered, request, says } from './traffic.js';

const order = { pay_order_id: 'PO1' };
const success = request({ body: { code: 0, msg: 'SUCCESS', data: order } });
const refusal = request({ body: { code: 30000, msg: 'amount is required', data: null } });
const html = (status: number): Exchange => request({ status, body: '<html></html>', contentType: 'text/html' });

describe('observers of envelopes judge what they are about, and nothing else', () => {
  test.each<[id: string, what: string, exchange: Exchange, verdict: string]>([
    ['ENV-001', 'an envelope', success, 'met'],
    ['ENV-001', 'a page', html(200), 'violated'],
    ['ENV-001', 'a code as text', request({ body: { code: '0', msg: '' } }), 'violated'],
    ['ENV-001', 'a code with a fraction', request({ body: { code: 0.5, msg: '' } }), 'violated'],
    ['ENV-001', 'a page with an error status', html(404), '-'],
    ['ENV-001', 'a page in answer to GET', request({ method: 'GET', body: '<html></html>' }), '-'],
    ['ENV-001', 'a page at another path', request({ path: '/api/global/payout/nowhere', body: '' }), '-'],
    ['ENV-001', 'an answer that was cut', request({ body: '{"code":0,', truncated: true }), '-'],
    ['ENV-002', 'a text', success, 'met'],
    ['ENV-002', 'no msg', request({ body: { code: 0 } }), 'violated'],
    ['ENV-002', 'no object', html(200), '-'],
    ['ENV-003', 'a success', success, 'met'],
    ['ENV-003', 'a refusal', refusal, 'met'],
    ['ENV-003', 'another code for success', request({ body: { code: 200, msg: 'SUCCESS', data: order } }), 'violated'],
    [
      'ENV-003',
      'code 0 for a refusal',
      request({ intent: altered('PAYOUT-CREATE-004'), body: { code: 0, msg: 'request_id is required', data: null } }),
      'violated',
    ],
    [
      'ENV-003',
      'an order where there should be none, which is another rule',
      request({ intent: altered('PAYOUT-CREATE-004'), body: { code: 0, msg: 'SUCCESS', data: order } }),
      'met',
    ],
    ['ENV-004', 'success in lower case', request({ body: { code: 0, msg: 'success' } }), 'met'],
    ['ENV-004', 'an empty text', request({ body: { code: 0, msg: '' } }), 'met'],
    ['ENV-004', 'another text', request({ body: { code: 0, msg: 'ok' } }), 'violated'],
    ['ENV-004', 'a refusal', refusal, '-'],
    ['ENV-005', 'a text', refusal, 'met'],
    ['ENV-005', 'an empty text', request({ body: { code: 11, msg: '' } }), 'violated'],
    ['ENV-005', 'a success', success, '-'],
    ['ENV-006', 'JSON', success, 'met'],
    ['ENV-006', 'text', request({ contentType: 'text/plain' }), 'violated'],
    ['ENV-006', 'a page that has no envelope', html(404), '-'],
    ['ENV-007', 'absent', success, 'met'],
    ['ENV-007', 'null', request({ body: { code: 0, msg: '', data: { sign: null }, encryptData: 'x' } }), 'met'],
    ['ENV-007', 'a number', request({ body: { code: 0, msg: '', data: { sign: 1 } } }), 'violated'],
    ['ENV-012', 'null', refusal, 'met'],
    ['ENV-012', 'an empty list', request({ body: { code: 1202, msg: 'x', data: { records: [] } } }), 'met'],
    ['ENV-012', 'a result', request({ body: { code: 30011, msg: 'x', data: order } }), 'violated'],
    ['ENV-012', 'a success', success, '-'],
    ['ENV-013', 'a payout code', refusal, 'met'],
    ['ENV-013', 'a pay-in code on a payout', request({ body: { code: 11, msg: 'x' } }), 'violated'],
    [
      'ENV-013',
      'a payout code on a pay-in',
      request({ operation: 'createPayin', body: { code: 30000, msg: 'x' } }),
      'violated',
    ],
    [
      'ENV-013',
      'a pay-in code at a path that does not exist',
      request({ path: '/nowhere', status: 404, body: { code: 9999, msg: 'x' } }),
      '-',
    ],
    ['ENV-014', 'a listed status', success, 'met'],
    ['ENV-014', 'another status', html(422), 'remark'],
    ['ENV-001', 'a page with a status below 200', html(199), '-'],
    ['ENV-001', 'a page with status 299', html(299), 'violated'],
    ['ENV-001', 'a page with status 300', html(300), '-'],
    ['ENV-002', 'a number', request({ body: { code: 0, msg: 7 } }), 'violated'],
    ['ENV-002', 'an error status', request({ status: 400, body: { code: 1 } }), '-'],
    [
      'ENV-003',
      'another code, SUCCESS, no result',
      request({ body: { code: 200, msg: 'SUCCESS', data: null } }),
      'met',
    ],
    ['ENV-003', 'another code and a result', request({ body: { code: 200, msg: 'x', data: order } }), 'met'],
    ['ENV-003', 'in another spelling', request({ body: { code: 1, msg: ' success ', data: order } }), 'violated'],
    ['ENV-003', 'a code 0 without a result, of nothing', request({ body: { code: 0, msg: '', data: null } }), 'met'],
    [
      'ENV-003',
      'a code 0 without a result, which may be',
      request({ intent: altered('FMT-009'), body: { code: 0, msg: '', data: null } }),
      'met',
    ],
    [
      'ENV-003',
      'a code 0 without a result, of what creates nothing',
      request({ operation: 'fetchPayout', intent: altered('PAYOUT-CREATE-004'), body: { code: 0, msg: '' } }),
      'met',
    ],
    ['ENV-004', 'a number, which is another rule', request({ body: { code: 0, msg: 7 } }), '-'],
    ['ENV-004', 'blanks around', request({ body: { code: 0, msg: ' Success ' } }), 'met'],
    ['ENV-004', 'blanks', request({ body: { code: 0, msg: ' ' } }), 'violated'],
    ['ENV-005', 'one letter', request({ body: { code: 11, msg: 'x' } }), 'met'],
    ['ENV-005', 'null', request({ body: { code: 11, msg: null } }), 'violated'],
    ['ENV-005', 'none', request({ body: { code: 11 } }), 'violated'],
    ['ENV-005', 'a number, which is another rule', request({ body: { code: 11, msg: 7 } }), '-'],
    ['ENV-006', 'another case, a blank', request({ contentType: ' Application/JSON' }), 'met'],
    ['ENV-006', 'JSON behind something', request({ contentType: 'text/plain; application/json' }), 'violated'],
    ['ENV-006', 'none', request({ contentType: '' }), 'violated'],
    ['ENV-007', 'a text', request({ body: { code: 0, msg: '', sign: 'x', encryptData: null } }), 'met'],
    ['ENV-007', 'a number at the root', request({ body: { code: 0, msg: '', sign: 1 } }), 'violated'],
    ['ENV-007', 'encrypted, an object', request({ body: { code: 0, msg: '', data: { encryptData: {} } } }), 'violated'],
    ['ENV-016', 'status 399', request({ status: 399, body: { code: 0, msg: 'x' } }), '-'],
    ['ENV-016', 'an answer that was cut', request({ status: 400, body: { code: 0, msg: 'x' }, truncated: true }), '-'],
    ['ENV-016', 'a page', html(404), 'met'],
    ['ENV-016', 'an envelope', request({ status: 401, body: { code: 30051, msg: 'x' } }), 'met'],
    ['ENV-016', 'code 0', request({ status: 400, body: { code: 0, msg: 'x' } }), 'violated'],
    [
      'ENV-016',
      'code 0 at any path',
      request({ path: '/nowhere', status: 404, body: { code: 0, msg: 'x' } }),
      'violated',
    ],
    ['ENV-016', 'too many requests', request({ status: 429, body: { code: 0, msg: 'x' } }), '-'],
    ['ENV-016', 'a success', success, '-'],
  ])('%s: %s', (id, _what, exchange, verdict) => {
    expect(says(envObservers, id, [exchange])).toEqual([verdict]);
  });

  const silent: readonly [string, Exchange][] = [
    ['control traffic', { ...html(200), kind: 'control', operation: null }],
    ['a webhook', { ...html(200), kind: 'delivery', operation: 'payoutWebhook' }],
    ['a request without an answer', { ...success, response: null, failure: { code: 'TIMEOUT', message: 'no answer' } }],
  ];
  test.each(silent)('none says anything about %s', (_what, exchange) => {
    for (const { requirement } of envObservers) expect(says(envObservers, requirement, [exchange])).toEqual(['-']);
  });
});
