import { describe, expect, test } from 'vitest';
import { longestQueryWindowMs, messageRuleProblems } from '../../../protocols/lesspay/message-rules.js';
import { operationNames } from '../../../protocols/lesspay/operations.js';

const batch = (total: unknown, ...amounts: unknown[]) => ({
  total_amount: total,
  payout_order_details: amounts.map((amount, index) => ({ mch_order_id: `D-${index}`, amount })),
});

const rulesOf = (operation: (typeof operationNames)[number], request: unknown): [string, string][] =>
  messageRuleProblems(operation, request).map(({ rule, path }) => [rule, path]);

describe('the total of a batch is the sum of its details', () => {
  test.each([
    ['0.3', '0.1', '0.2'],
    ['200', '100.00', '100.0'],
    ['200.50', '100', '100.50'],
    ['90071992547409930.01', '90071992547409930', '0.01'],
  ])('%s', (total, ...amounts) => {
    expect(rulesOf('createPayoutBatch', batch(total, ...amounts))).toEqual([]);
  });

  test.each([
    ['0.30000000000000004', '0.1', '0.2'],
    ['100.01', '100'],
    ['90071992547409930.02', '90071992547409930', '0.01'],
  ])('%s is refused', (total, ...amounts) => {
    expect(rulesOf('createPayoutBatch', batch(total, ...amounts))).toEqual([['PAYOUT-BATCH-010', '/total_amount']]);
  });

  test('the message names both', () => {
    expect(messageRuleProblems('createPayoutBatch', batch('3', '1', '1.50'))[0]?.message).toBe(
      "Expected the sum of the details' amounts, 2.5; received 3.",
    );
  });
});

describe('the ids of the details differ', () => {
  test('each repetition is reported, beside a wrong total', () => {
    const details = ['A', 'B', 'A', 'a', 'A'].map((id) => ({ mch_order_id: id, amount: '1' }));
    expect(rulesOf('createPayoutBatch', { total_amount: '4', payout_order_details: details })).toEqual([
      ['PAYOUT-BATCH-010', '/total_amount'],
      ['PAYOUT-BATCH-013', '/payout_order_details/2/mch_order_id'],
      ['PAYOUT-BATCH-013', '/payout_order_details/4/mch_order_id'],
    ]);
  });
});

describe('the window of a pay-in query', () => {
  const start = 1_772_530_200_000;

  test.each([
    [1, []],
    [longestQueryWindowMs, []],
    [longestQueryWindowMs + 1, [['QUERY-010', '/end_time']]],
    [0, [['QUERY-009', '/start_time']]],
    [-1, [['QUERY-008', '/start_time']]],
  ])('of %d ms', (span, expected) => {
    expect(rulesOf('fetchPayin', { start_time: start, end_time: start + span })).toEqual(expected);
    expect(rulesOf('fetchPayin', { start_time: String(start), end_time: String(start + span) })).toEqual(expected);
  });
});

describe('what cannot be read is left to the schema', () => {
  test.each([
    null,
    'text',
    [],
    {},
    batch('x', '1'),
    batch('1', 1),
    batch('1'),
    { total_amount: '1', payout_order_details: [null, 'x'] },
    { total_amount: '1', payout_order_details: {} },
    { start_time: 'abc', end_time: 5 },
    { start_time: 9 },
    { start_time: 1.5, end_time: 1 },
  ])('%j', (request) => {
    for (const operation of operationNames) expect(messageRuleProblems(operation, request)).toEqual([]);
  });

  test('the rules hold for their own operation only', () => {
    for (const operation of operationNames.filter((name) => name !== 'createPayoutBatch'))
      expect(messageRuleProblems(operation, batch('5', '1'))).toEqual([]);
  });
});
