import { describe, expect, test } from 'vitest';
import type { OrderLimits } from '../../../harness/governor.js';
import { type OrderGuard, orderGuard } from '../../../harness/lesspay/order-guard.js';
import { NotAllowed } from '../../../harness/not-allowed.js';
import type { WireResult } from '../../../harness/transport.js';
import { type OperationName, operations } from '../../../protocols/lesspay/operations.js';

const NO_LIMITS: OrderLimits = { maxOrders: null, maxAmount: null, payouts: true };

const answered = (body: object): WireResult => {
  const text = JSON.stringify(body);
  return { kind: 'answer', status: 200, headers: {}, body: text, bytes: text.length, truncated: false };
};
const created = (id: string): WireResult => answered({ code: 0, data: { pay_order_id: id } });
const refused = answered({ code: 30002, msg: 'no' });
const lost: WireResult = { kind: 'failure', code: 'ECONNRESET', message: 'reset' };

/** What came of a request, and whether it was sent. */
async function through(
  guard: OrderGuard,
  operation: OperationName,
  body: unknown,
  result: WireResult = refused,
  path: string = operations[operation].path,
): Promise<string> {
  let sent = false;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const answer = await guard({ operation, path, text }, async () => {
    sent = true;
    return result;
  });
  if (sent) return 'sent';
  return answer.kind === 'failure' ? answer.code : 'answered without being sent';
}

describe('the largest amount', () => {
  const guard = orderGuard({ ...NO_LIMITS, maxAmount: '100.00' });
  test.each([
    ['a pay-in of it', 'createPayin', { target_amount: '100' }, 'sent'],
    ['a pay-in just above', 'createPayin', { target_amount: '100.000000000000000001' }, 'CAP_AMOUNT'],
    ['a pay-in with many digits', 'createPayin', { target_amount: '9'.repeat(60) }, 'CAP_AMOUNT'],
    ['a payout above', 'createPayout', { amount: '101' }, 'CAP_AMOUNT'],
    ['a batch by its total', 'createPayoutBatch', { total_amount: '100.01', payout_order_details: [] }, 'CAP_AMOUNT'],
    [
      'a batch by a detail, whatever its total says',
      'createPayoutBatch',
      { total_amount: '1', payout_order_details: [{ amount: '1' }, { amount: '5000' }] },
      'CAP_AMOUNT',
    ],
    ['a batch within', 'createPayoutBatch', { total_amount: '100', payout_order_details: [{ amount: '100' }] }, 'sent'],
    ['an amount that is no plain decimal', 'createPayin', { target_amount: '1e9' }, 'sent'],
    ['an amount that is a number', 'createPayin', { target_amount: 1e9 }, 'sent'],
    ['no amount', 'createPayin', {}, 'sent'],
    ['no JSON', 'createPayin', '{"target_amount":"1000"', 'sent'],
    ['a query that names an amount', 'fetchPayin', { target_amount: '1000' }, 'sent'],
  ] as const)('%s', async (_name, operation, body, expected) => {
    expect(await through(guard, operation, body)).toBe(expected);
  });

  test('a limit that is no amount is our own mistake', () => {
    expect(() => orderGuard({ ...NO_LIMITS, maxAmount: 'lots' })).toThrow(RangeError);
  });
});

describe('the number of orders', () => {
  test('orders are counted, not requests', async () => {
    const guard = orderGuard({ ...NO_LIMITS, maxOrders: 2 });
    expect(await through(guard, 'createPayin', {}, refused)).toBe('sent');
    expect(await through(guard, 'createPayin', {}, created('P1'))).toBe('sent');
    expect(await through(guard, 'createPayin', {}, created('P1'))).toBe('sent');
    expect(await through(guard, 'createPayoutBatch', {}, created('PO2'))).toBe('sent');
    expect(await through(guard, 'createPayin', {}, created('P3'))).toBe('CAP_ORDERS');
    expect(await through(guard, 'fetchPayin', {})).toBe('sent');
    expect(await through(guard, 'triggerNotify', {})).toBe('sent');
  });

  test.each([
    ['without an answer', lost],
    ['accepted without an id', answered({ code: 0, data: {} })],
  ])('a create %s counts: its order may exist', async (_name, result) => {
    const guard = orderGuard({ ...NO_LIMITS, maxOrders: 1 });
    expect(await through(guard, 'createPayin', {}, result)).toBe('sent');
    expect(await through(guard, 'createPayin', {})).toBe('CAP_ORDERS');
  });

  test('a create that the budget kept from being sent does not count', async () => {
    const guard = orderGuard({ ...NO_LIMITS, maxOrders: 1 });
    const spent: WireResult = { kind: 'failure', code: 'BUDGET_SPENT', message: 'spent' };
    expect(await through(guard, 'createPayin', {}, spent)).toBe('sent');
    expect(await through(guard, 'createPayin', {})).toBe('sent');
  });

  test('it is kept by creates side by side', async () => {
    const guard = orderGuard({ ...NO_LIMITS, maxOrders: 3 });
    let sent = 0;
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        guard({ operation: 'createPayin', path: operations.createPayin.path, text: '{}' }, async () => {
          sent += 1;
          await new Promise<void>((resolve) => setImmediate(resolve));
          return created(`P${index}`);
        }),
      ),
    );
    expect(sent).toBe(3);
    expect(results.filter((result) => result.kind === 'failure' && result.code === 'CAP_ORDERS')).toHaveLength(7);
  });
});

describe('payouts that are not allowed', () => {
  const guard = orderGuard({ ...NO_LIMITS, payouts: false });
  test.each(['createPayout', 'createPayoutBatch'] as const)('%s is not sent', async (operation) => {
    await expect(through(guard, operation, {})).rejects.toThrow(NotAllowed);
    await expect(through(guard, operation, {})).rejects.toMatchObject({ code: 'payoutsNotAllowed' });
  });

  test('neither is anything else to their paths, however they are written', async () => {
    const path = operations.createPayout.path;
    for (const written of [path, `${path}/`, path.toUpperCase(), `${path}?a=b`, `/${path}`]) {
      await expect(through(guard, 'fetchPayout', {}, refused, written)).rejects.toThrow(NotAllowed);
    }
  });

  test.each(['createPayin', 'fetchPayout', 'listBanks', 'fetchBalance', 'triggerNotify'] as const)(
    '%s is',
    async (operation) => {
      expect(await through(guard, operation, {})).toBe('sent');
    },
  );
});
