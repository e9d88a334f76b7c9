import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../../../harness/exchange.js';
import { errObservers } from '../../../../suites/lesspay/observers/err.js';
import { altered, request, says } from './traffic.js';

const refused = (code: number, msg = 'no') => ({ code, msg, data: null });
const credentials = altered('AUTH-005', 'payout');
const unsigned = { 'x-auth-appid': 'app', 'x-auth-timestamp': '1767225600000' };

describe('observers of errors judge what they are about, and nothing else', () => {
  test.each<[id: string, what: string, exchange: Exchange, verdict: string]>([
    ['ERR-001', 'a mistake, refused', request({ intent: altered('PAYOUT-CREATE-004'), status: 400, body: '' }), 'met'],
    ['ERR-001', 'a mistake, 500', request({ intent: altered('PAYOUT-CREATE-004'), status: 500, body: '' }), 'violated'],
    [
      'ERR-001',
      'a mistake, maintenance',
      request({ intent: altered('PAYOUT-CREATE-004'), status: 503, body: '' }),
      '-',
    ],
    ['ERR-001', 'a mistake, too many requests', request({ intent: altered('PAYOUT-CREATE-004'), status: 429 }), '-'],
    [
      'ERR-001',
      'a mistake in the path',
      request({ intent: { role: 'altered' }, path: '/nowhere', status: 502 }),
      'violated',
    ],
    ['ERR-001', 'an alteration that is none', request({ intent: altered('FMT-009'), status: 500, body: '' }), '-'],
    ['ERR-001', 'a valid request', request({ intent: { role: 'control' }, status: 500, body: '' }), '-'],
    [
      'ERR-002',
      'code 12',
      request({ operation: 'createPayin', intent: altered('FMT-008', 'pay-in, ftp URL'), body: refused(12) }),
      'violated',
    ],
    [
      'ERR-002',
      'code 11',
      request({ operation: 'createPayin', intent: altered('FMT-008', 'pay-in, ftp URL'), body: refused(11) }),
      'met',
    ],
    ['ERR-002', 'a valid request', request({ operation: 'createPayin', body: refused(10) }), '-'],
    ['ERR-004', 'wrong digest, 401', request({ intent: credentials, status: 401, body: refused(30051) }), 'met'],
    ['ERR-004', 'wrong digest, 403', request({ intent: credentials, status: 403, body: '' }), 'violated'],
    ['ERR-004', 'wrong digest, 200', request({ intent: credentials, body: refused(30051) }), '-'],
    ['ERR-004', 'header missing, 400', request({ headers: unsigned, status: 400, body: '' }), 'violated'],
    ['ERR-004', 'another mistake, 400', request({ intent: altered('PAYOUT-CREATE-004'), status: 400, body: '' }), '-'],
    ['ERR-006', 'the specific code', request({ intent: altered('PAYOUT-CREATE-015'), body: refused(30001) }), 'met'],
    [
      'ERR-006',
      'the general code',
      request({ intent: altered('PAYOUT-CREATE-015'), body: refused(30000) }),
      'violated',
    ],
    [
      'ERR-006',
      'the general code where it fits',
      request({ intent: altered('PAYOUT-CREATE-004'), body: refused(30000) }),
      'met',
    ],
    ['ERR-006', 'another specific code', request({ intent: altered('PAYOUT-CREATE-015'), body: refused(30033) }), '-'],
    ['ERR-006', 'a rule that only reports', request({ intent: altered('FMT-013'), body: refused(30000) }), '-'],
    [
      'ERR-006',
      'a pay-in',
      request({ operation: 'createPayin', intent: altered('FMT-008', 'pay-in, ftp URL'), body: refused(11) }),
      '-',
    ],
    ['ERR-012', 'a new payout', request({ sent: { request_id: 'a' }, body: refused(30003) }), 'violated'],
    ['ERR-012', 'a query', request({ operation: 'fetchPayout', body: refused(30003) }), '-'],
    ['ERR-013', 'nothing repeated', request({ body: refused(30000) }), 'met'],
    ['ERR-013', 'the secret', request({ status: 401, body: '[secret]', facts: { secretSeen: true } }), 'violated'],
    [
      'ERR-013',
      'an account number',
      request({ body: refused(30006), facts: { clearMembers: ['account_number'] } }),
      'violated',
    ],
    [
      'ERR-013',
      'a telephone number',
      request({ body: refused(30000), facts: { clearMembers: ['number', 'email'] } }),
      'met',
    ],
    [
      'ERR-013',
      'a card number',
      request({ operation: 'createPayin', body: refused(11), facts: { clearMembers: ['number'] } }),
      'violated',
    ],
    ['ERR-001', 'a mistake, no answer', { ...request({ intent: altered('PAYOUT-CREATE-004') }), response: null }, '-'],
    ['ERR-001', 'a mistake, 499', request({ intent: altered('PAYOUT-CREATE-004'), status: 499, body: '' }), 'met'],
    [
      'ERR-002',
      'code 10',
      request({ operation: 'createPayin', intent: altered('FMT-008', 'pay-in, ftp URL'), body: refused(10) }),
      'violated',
    ],
    ['ERR-002', 'no envelope', request({ intent: altered('PAYOUT-CREATE-004'), status: 400, body: '' }), '-'],
    ['ERR-004', 'wrong digest, 500', request({ intent: credentials, status: 500, body: '' }), '-'],
    ['ERR-004', 'wrong digest, 400', request({ intent: credentials, status: 400, body: '' }), 'violated'],
    ['ERR-004', 'wrong digest, 499', request({ intent: credentials, status: 499, body: '' }), 'violated'],
    ['ERR-004', 'a valid request, 400', request({ status: 400, body: '' }), '-'],
    ['ERR-006', 'no envelope', request({ intent: altered('PAYOUT-CREATE-015'), status: 400, body: '' }), '-'],
    ['ERR-006', 'any code is expected', request({ intent: altered('PAYOUT-CREATE-001'), body: refused(30000) }), '-'],
    ['ERR-006', 'no purpose', request({ body: refused(30000) }), '-'],
    ['ERR-012', 'a new payout, another refusal', request({ sent: { request_id: 'a' }, body: refused(30000) }), 'met'],
    ['ERR-012', 'no envelope', request({ sent: { request_id: 'a' }, body: '' }), '-'],
    ['ERR-012', 'a pay-in', request({ operation: 'createPayin', body: refused(30003) }), '-'],
    ['ERR-013', 'a status without a code', request({ status: 400, body: '', facts: { secretSeen: true } }), 'violated'],
    ['ERR-013', 'a status below 400', request({ status: 399, body: '', facts: { secretSeen: true } }), '-'],
    ['ERR-013', 'no answer', { ...request({ facts: { secretSeen: true } }), response: null }, '-'],
    ['ERR-013', 'no secret', request({ status: 401, body: '', facts: { secretSeen: false } }), 'met'],
    [
      'ERR-013',
      'control traffic',
      { ...request({ body: refused(1), facts: { secretSeen: true } }), kind: 'control' as const },
      '-',
    ],
    ['ERR-013', 'a success', request({ facts: { clearMembers: ['account_number'] } }), '-'],
  ])('%s: %s', (id, _what, exchange, verdict) => {
    expect(says(errObservers, id, [exchange])).toEqual([verdict]);
  });

  test('ERR-012: only the first create with an id is a new one', () => {
    const first = request({ sent: { request_id: 'a' } });
    const again = request({ sent: { request_id: 'a' }, body: refused(30003) });
    const other = request({ sent: { request_id: 'a' }, application: 'second', body: refused(30003) });
    const nameless = request({ sent: 'not json', body: refused(30003) });
    expect(says(errObservers, 'ERR-012', [first, again, other, nameless])).toEqual([
      'met',
      '-',
      'violated',
      'violated',
    ]);
  });

  test.each(['bank_account_no', 'account_number', 'iban', 'wallet_address'])('ERR-013: %s in the clear', (name) => {
    for (const operation of ['createPayin', 'createPayout'] as const) {
      const shown = request({ operation, body: refused(1), facts: { clearMembers: [name] } });
      expect(says(errObservers, 'ERR-013', [shown])).toEqual(['violated']);
    }
  });

  test.each(['x-auth-appid', 'x-auth-timestamp', 'x-auth-signature'])('ERR-004: without %s', (name) => {
    const { headers } = request().request;
    const { [name]: _, ...without } = headers;
    const exchanges = [without, { ...headers, [name]: '' }, headers].map((sent) =>
      request({ headers: sent, status: 400, body: '' }),
    );
    expect(says(errObservers, 'ERR-004', exchanges)).toEqual(['violated', 'violated', '-']);
  });
});
