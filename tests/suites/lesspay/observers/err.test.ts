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
});
