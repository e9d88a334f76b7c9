import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningPlatform } from '../../../reference/lesspay/start.js';
import { bankDetail, batch, call, control, payin, second, send, start } from './merchant.js';

let platform: RunningPlatform;
beforeAll(async () => {
  platform = await start();
});
afterAll(() => platform.close());

async function newPayin(changes: Record<string, unknown> = {}): Promise<string> {
  return (await call(platform, 'createPayin', payin(changes))).body.data.pay_order_id;
}

async function newBatch(count = 2): Promise<string> {
  const details = Array.from({ length: count }, (_, index) => bankDetail({ mch_order_id: `d${index}`, amount: '10' }));
  const body = batch({ payout_order_details: details, total_amount: String(10 * count) });
  return (await call(platform, 'createPayoutBatch', body)).body.data.pay_order_id;
}

const move = (id: string, to: string, details?: unknown) =>
  control(platform, `/orders/${id}/transition`, { to, details });
const payinStatus = async (id: string) =>
  (await call(platform, 'fetchPayin', { pay_order_id: id })).body.data.records[0].order_status;
const payout = async (id: string) => (await call(platform, 'fetchPayout', { pay_order_id: id })).body.data;

describe('pay-in', () => {
  test.each([
    [['SUCCEED', 'REFUND']],
    [['FAILED']],
    [['PAID', 'SUCCEED', 'REFUND']],
    [['PAID', 'CLOSED']],
    [['CANCELED']],
    [['CLOSED']],
  ])('moves %j', async (steps) => {
    const id = await newPayin();
    for (const to of steps) {
      const reply = await move(id, to);
      expect(reply.status).toBe(200);
      expect(reply.body).toMatchObject({ pay_order_id: id, order_status: to });
      expect(await payinStatus(id)).toBe(to);
    }
  });

  test.each([
    [[], 'PENDING_CONFIRM'],
    [[], 'PARTIAL_SUCCESS'],
    [[], 'REFUND'],
    [['SUCCEED'], 'FAILED'],
    [['SUCCEED'], 'PENDING_PAY'],
    [['SUCCEED'], 'SUCCEED'],
    [['FAILED'], 'SUCCEED'],
    [['CLOSED'], 'PENDING_PAY'],
  ])('after %j never %s', async (steps, to) => {
    const id = await newPayin();
    for (const step of steps) await move(id, step);
    const before = await payinStatus(id);
    const reply = await move(id, to);
    expect(reply.status).toBe(409);
    expect(reply.body).toEqual({ error: { code: 'ILLEGAL_TRANSITION', message: expect.stringContaining(id) } });
    expect(await payinStatus(id)).toBe(before);
  });

  test('a failed order has an error, a succeeded one a time', async () => {
    const [failed, succeeded] = [await newPayin(), await newPayin()];
    await move(failed, 'FAILED');
    await move(succeeded, 'success');
    const record = async (id: string) =>
      (await call(platform, 'fetchPayin', { pay_order_id: id })).body.data.records[0];
    expect(await record(failed)).toMatchObject({
      order_status_int: 3,
      error_code: '20051',
      error_msg: 'The payment was refused',
      complete_time: null,
    });
    expect(await record(succeeded)).toMatchObject({
      order_status_int: 2,
      error_code: null,
      complete_time: expect.any(Number),
    });
  });

  test('an unpaid order closes when its time is up, a paid one does not', async () => {
    const own = await start();
    try {
      const ids = [];
      for (const expired_time of [60, 60, 3600, undefined]) {
        ids.push((await call(own, 'createPayin', payin({ expired_time }))).body.data.pay_order_id);
      }
      await control(own, `/orders/${ids[1]}/transition`, { to: 'SUCCEED' });
      const before = (await control(own, '/health')).body.now;
      const moved = (await control(own, '/clock', { advance_ms: 60_100 })).body.now;
      expect(moved - before).toBeGreaterThanOrEqual(60_100);
      const statuses = [];
      for (const id of ids) {
        const { records } = (await call(own, 'fetchPayin', { pay_order_id: id })).body.data;
        statuses.push(records[0].order_status);
      }
      expect(statuses).toEqual(['CLOSED', 'SUCCEED', 'PENDING_PAY', 'PENDING_PAY']);
    } finally {
      await own.close();
    }
  });
});

describe('payout', () => {
  test('approved and settled as a whole', async () => {
    const id = await newBatch();
    await move(id, 'PENDING_PAY');
    const approved = await payout(id);
    expect(approved.order_status).toBe('PENDING_PAY');
    expect(approved.details).toMatchObject([
      { status: 'PROCESSING', audit_state: 'APPROVED', actual_amount: null },
      { status: 'PROCESSING', audit_state: 'APPROVED', actual_amount: null },
    ]);
    await move(id, 'SUCCEED');
    const final = await payout(id);
    expect(final).toMatchObject({ order_status: 'SUCCEED', fail_reason: null });
    for (const detail of final.details) {
      expect(detail).toMatchObject({
        status: 'SUCCEEDED',
        audit_state: 'APPROVED',
        actual_amount: '10',
        fail_reason: null,
        channel_order_no: expect.any(String),
        success_time: expect.stringMatching(/\+08:00$/),
      });
    }
    await move(id, 'REFUND');
    expect(await payout(id)).toMatchObject({
      order_status: 'REFUND',
      details: [{ status: 'REFUNDED' }, { status: 'REFUNDED' }],
    });
  });

  test('rejected in review', async () => {
    const id = await newBatch();
    await move(id, 'FAILED');
    const rejected = {
      status: 'FAILED',
      audit_state: 'REJECTED',
      rejected_reason: 'Rejected by the operations review',
      fail_reason: 'Rejected in review',
      actual_amount: null,
      success_time: null,
    };
    expect(await payout(id)).toMatchObject({
      order_status: 'FAILED',
      fail_reason: 'Rejected by the operations review',
      details: [rejected, rejected],
    });
  });

  test('settled detail by detail', async () => {
    const id = await newBatch(3);
    await move(id, 'PENDING_PAY');
    const one = await move(id, 'PENDING_PAY', [{ mch_order_id: 'd1', to: 'SUCCEEDED' }]);
    expect(one.body.details).toEqual([
      { mch_order_id: 'd0', status: 'PROCESSING' },
      { mch_order_id: 'd1', status: 'SUCCEEDED' },
      { mch_order_id: 'd2', status: 'PROCESSING' },
    ]);
    expect((await move(id, 'FAILED', [{ mch_order_id: 'd0', to: 'FAILED' }])).status).toBe(409);
    expect((await move(id, 'PARTIAL_SUCCESS', [{ mch_order_id: 'd0', to: 'FAILED' }])).body.order_status).toBe(
      'PENDING_PAY',
    );
    expect((await move(id, 'PARTIAL_SUCCESS', [{ mch_order_id: 'd2', to: 'FAILED' }])).body.order_status).toBe(
      'PARTIAL_SUCCESS',
    );
    expect(await payout(id)).toMatchObject({
      order_status: 'PARTIAL_SUCCESS',
      fail_reason: '2 of 3 details failed',
      details: [
        { status: 'FAILED', fail_reason: expect.stringMatching(/./), actual_amount: null },
        { status: 'SUCCEEDED', fail_reason: null },
        { status: 'FAILED' },
      ],
    });
  });

  test.each([
    ['PARTIAL_SUCCESS', 3, ['SUCCEEDED', 'FAILED', 'FAILED']],
    ['FAILED', 2, ['FAILED', 'FAILED']],
  ])('as a whole to %s', async (to, count, details) => {
    const id = await newBatch(count);
    await move(id, 'PENDING_PAY');
    await move(id, to);
    const final = await payout(id);
    expect(final.order_status).toBe(to);
    expect(final.details.map((detail: { status: string }) => detail.status)).toEqual(details);
  });

  test.each([
    [[], 'SUCCEED'],
    [[], 'PARTIAL_SUCCESS'],
    [[], 'PAID'],
    [['PENDING_PAY'], 'PENDING_PAY'],
    [['PENDING_PAY'], 'CLOSED'],
    [['PENDING_PAY'], 'PENDING_CONFIRM'],
    [['FAILED'], 'PENDING_PAY'],
    [['PENDING_PAY', 'SUCCEED'], 'FAILED'],
    [['CANCELED'], 'REFUND'],
  ])('after %j never %s', async (steps, to) => {
    const id = await newBatch();
    for (const step of steps) expect((await move(id, step)).status).toBe(200);
    const before = await payout(id);
    expect((await move(id, to)).status).toBe(409);
    expect(await payout(id)).toEqual(before);
  });

  test('a partial success needs two details', async () => {
    const id = await newBatch(1);
    await move(id, 'PENDING_PAY');
    expect((await move(id, 'PARTIAL_SUCCESS')).status).toBe(409);
    expect((await payout(id)).order_status).toBe('PENDING_PAY');
  });

  test('details cannot be settled before the review, twice, or to nonsense', async () => {
    const id = await newBatch();
    const settle = (to: string, name = 'd0') => move(id, 'PENDING_PAY', [{ mch_order_id: name, to }]);
    expect((await settle('SUCCEEDED')).status).toBe(409);
    await move(id, 'PENDING_PAY');
    expect((await settle('SUCCEEDED')).status).toBe(200);
    expect((await settle('FAILED')).status).toBe(409);
    expect((await settle('REFUNDED', 'd1')).status).toBe(409);
    expect((await settle('HAPPY', 'd1')).status).toBe(400);
    expect((await settle('FAILED', 'nobody')).status).toBe(400);
  });

  test('funds are taken by a payout and come back when it fails', async () => {
    const query = { currency: 'PHP', way_code: 'TAZAPAY_PAYOUT' };
    const balance = async () => (await call(platform, 'fetchBalance', query, second)).body.data.balance;
    await control(platform, `/applications/${second.appId}`, { balance: { PHP: '500.00' } }, 'PATCH');
    const created = await call(platform, 'createPayoutBatch', batch(), second);
    expect(await balance()).toBe('149.25');
    expect((await call(platform, 'createPayoutBatch', batch(), second)).body.code).toBe(30030);
    await move(created.body.data.pay_order_id, 'FAILED');
    expect(await balance()).toBe('500.00');
  });
});

describe('control', () => {
  test('health', async () => {
    const reply = await control(platform, '/health');
    expect(reply.body).toEqual({
      status: 'ok',
      product: 'lesspay-conformance reference platform',
      protocol: 'lesspay',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      now: expect.any(Number),
      capabilities: ['transition', 'clock', 'applications', 'events', 'failures'],
    });
  });

  test.each<[string, unknown, string | undefined, number, string]>([
    ['/nothing', undefined, 'GET', 404, 'NOT_FOUND'],
    ['/health', {}, 'POST', 405, 'METHOD_NOT_ALLOWED'],
    ['/orders/P0/transition', { to: 'SUCCEED' }, 'POST', 404, 'NOT_FOUND'],
    ['/orders/__proto__/event', { event: 'dispute_received' }, 'POST', 404, 'NOT_FOUND'],
    ['/orders/P0/deliveries', undefined, 'GET', 404, 'NOT_FOUND'],
    ['/applications/nobody', {}, 'PATCH', 404, 'NOT_FOUND'],
    ['/clock', {}, 'POST', 400, 'INVALID_INPUT'],
    ['/clock', { advance_ms: -1 }, 'POST', 400, 'INVALID_INPUT'],
    ['/clock', { advance_ms: '5' }, 'POST', 400, 'INVALID_INPUT'],
    ['/clock', { advance_ms: 5, other: 1 }, 'POST', 400, 'INVALID_INPUT'],
    ['/applications', { products: ['loans'] }, 'POST', 400, 'INVALID_INPUT'],
    ['/applications', { default_notify_url: 'ftp://x' }, 'POST', 400, 'INVALID_INPUT'],
    ['/applications', { balance: { XXX: '1' } }, 'POST', 400, 'INVALID_INPUT'],
    ['/applications', { balance: { PHP: 1 } }, 'POST', 400, 'INVALID_INPUT'],
    ['/applications', { limits: { minimum: 'x' } }, 'POST', 400, 'INVALID_INPUT'],
    ['/applications', [], 'POST', 400, 'INVALID_INPUT'],
  ])('%s %j (%s) is answered with %i', async (path, body, method, status, code) => {
    const reply = await control(platform, path, body, method);
    expect(reply.status).toBe(status);
    expect(reply.body).toEqual({ error: { code, message: expect.stringMatching(/./) } });
  });

  test('a request that a web page could send is refused', async () => {
    const id = await newPayin();
    const reply = await send(platform, `/__control/orders/${id}/transition`, '{"to":"SUCCEED"}', {
      'content-type': 'text/plain',
    });
    expect(reply.status).toBe(400);
    expect(await payinStatus(id)).toBe('PENDING_PAY');
  });
});
