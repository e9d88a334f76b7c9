import { describe, expect, test } from 'vitest';
import { judgeEvidence } from '../../../harness/judging.js';
import type { Evidence } from '../../../harness/scenario.js';
import { failures } from '../../../suites/lesspay/err/failures.js';
import { altered, request } from './observers/traffic.js';

/** What the judge of a scenario makes of hand-made evidence. */
function verdict(scenario: string, situation: string, requirement: string, evidence: Evidence): string | undefined {
  const found = failures.find(({ id }) => id === scenario);
  if (found === undefined) throw new Error(`There is no scenario ${scenario}.`);
  return judgeEvidence(found, evidence, situation).get(requirement)?.verdict;
}

const control = request({ body: { code: 0, msg: 'SUCCESS', data: { pay_order_id: 'P1' } } });

describe('a payout that the channel did not take, accepted all the same', () => {
  const accepted = request({
    body: { code: 0, msg: 'SUCCESS', data: { pay_order_id: 'P2' } },
    intent: altered('ERR-019', 'channel error'),
  });
  const shown = (data: object): Evidence => ({
    control,
    altered: accepted,
    after: request({ operation: 'fetchPayout', body: { code: 0, msg: 'SUCCESS', data } }),
  });

  test.each([
    ['stays in processing', { order_status: 'PENDING_PAY' }, 'pass'],
    ['fails and says why', { order_status: 'FAILED', fail_reason: 'channel error' }, 'pass'],
    ['fails without a reason', { order_status: 'FAILED' }, 'fail'],
    ['fails with an empty reason', { order_status: 'FAILED', fail_reason: '' }, 'fail'],
    ['succeeds', { order_status: 'SUCCEED' }, 'fail'],
  ])('%s', (_what, data, expected) => {
    expect(verdict('ERR-019', 'channel error', 'ERR-019', shown(data))).toBe(expected);
  });
});

describe('a pay-in during which the platform failed', () => {
  const failed = request({
    operation: 'createPayin',
    status: 500,
    body: { code: 10, msg: 'internal error' },
    intent: altered('ERR-020', 'pay-in'),
  });
  const listed = (...ids: readonly string[]): Evidence => ({
    control,
    altered: failed,
    after: request({
      operation: 'fetchPayin',
      body: { code: 0, msg: 'SUCCESS', data: { records: ids.map((id) => ({ pay_order_id: id, request_id: 'R1' })) } },
    }),
  });

  test.each([
    ['no order', [], 'pass'],
    ['one order', ['P2'], 'pass'],
    ['two orders', ['P2', 'P3'], 'fail'],
  ])('left %s', (_what, ids, expected) => {
    expect(verdict('ERR-020-payin', 'pay-in', 'ERR-020', listed(...ids))).toBe(expected);
  });
});
