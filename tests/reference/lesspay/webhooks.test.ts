import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RunningPlatform } from '../../../reference/lesspay/start.js';
import { type Inbox, openInbox, verifies } from './inbox.js';
import { batch, call, control, first, payin, second, start } from './merchant.js';

let platform: RunningPlatform;
let inbox: Inbox;
beforeEach(async () => {
  inbox = await openInbox();
  platform = await start({ defaultNotifyUrl: `${inbox.url}/default` });
});
afterEach(async () => {
  await platform.close();
  await inbox.close();
});

async function newPayin(changes: Record<string, unknown> = {}, credentials = first): Promise<string> {
  const body = payin({ notify_url: `${inbox.url}/order`, ...changes });
  return (await call(platform, 'createPayin', body, credentials)).body.data.pay_order_id;
}

async function newBatch(changes: Record<string, unknown> = {}): Promise<string> {
  const body = batch({ notify_url: `${inbox.url}/order`, ...changes });
  return (await call(platform, 'createPayoutBatch', body)).body.data.pay_order_id;
}

const move = (id: string, to: string, details?: unknown) =>
  control(platform, `/orders/${id}/transition`, { to, details });
const deliveries = async (id: string) => (await control(platform, `/orders/${id}/deliveries`)).body.deliveries;

/** Waits until the platform knows the outcome of as many attempts. */
const attempted = (id: string, count: number) =>
  vi.waitFor(
    async () => {
      const [delivery] = await deliveries(id);
      expect(delivery.attempts).toHaveLength(count);
      return delivery;
    },
    { timeout: 5_000, interval: 5 },
  );

describe('pay-in', () => {
  test('a version 2 order: 19 members, all of them signed', async () => {
    const id = await newPayin({ target_currency: 'USD', way_type: 'CARD_PAYMENT' });
    await move(id, 'SUCCEED');
    const [delivery] = await inbox.arrived(1);
    expect(delivery).toMatchObject({ method: 'POST', path: '/order' });
    expect(delivery?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-auth-timestamp': expect.stringMatching(/^\d{13}$/),
      'x-auth-signature': expect.stringMatching(/^[0-9A-F]{64}$/),
    });
    expect(delivery?.body).toEqual({
      pay_order_id: id,
      request_id: expect.any(String),
      order_status: 'SUCCEED',
      order_status_int: 2,
      target_currency: 'USD',
      target_amount: '100.00',
      success_url: 'https://shop.example.com/pay/success',
      fail_url: 'https://shop.example.com/pay/fail',
      product_name: 'Account deposit',
      description: 'Deposit for user 1001',
      complete_time: expect.any(Number),
      error_code: null,
      error_msg: null,
      notify_url: `${inbox.url}/order`,
      merchant_reserved_field: null,
      api_version: 'v2',
      channel_biz_data: {
        issuer_country: 'US',
        issuer: 'EXAMPLE BANK N.A.',
        '3ds': { downgraded: false, enrolled: 'Y' },
      },
      event: null,
      event_data: null,
    });
    expect(delivery && verifies(delivery, first.appSecret)).toBe(true);
    const done = await attempted(id, 1);
    expect(done).toEqual({
      url: `${inbox.url}/order`,
      state: 'acknowledged',
      attempts: [{ at: expect.any(Number), status: 200, acknowledged: true, error: null }],
    });
  });

  test('a version 1 order: five members are not signed', async () => {
    const id = await newPayin({ api_version: 'V1' });
    await move(id, 'FAILED');
    const [delivery] = await inbox.arrived(1);
    expect(delivery?.body).toMatchObject({ api_version: 'v1', order_status: 'FAILED', error_code: '20051' });
    expect(delivery && verifies(delivery, first.appSecret, 'payin-webhook')).toBe(true);
    expect(delivery && verifies(delivery, first.appSecret)).toBe(false);
  });

  test("without notify_url it goes to the application's default, signed with its secret", async () => {
    const id = await newPayin({ notify_url: undefined }, second);
    await move(id, 'SUCCEED');
    const [delivery] = await inbox.arrived(1);
    expect(delivery).toMatchObject({ path: '/default', body: { notify_url: null } });
    expect(delivery && verifies(delivery, second.appSecret)).toBe(true);
    expect(delivery && verifies(delivery, first.appSecret)).toBe(false);
  });

  test.each([
    [{ event: 'dispute_received' }, { category: 'fraudulent', amount: '100.00', currency: 'HKD' }],
    [{ event: 'payment_declined' }, { response_code: '30034' }],
    [{ event: 'dispute_received', event_data: { category: 'duplicate' } }, { category: 'duplicate' }],
  ])('risk event %j changes nothing', async (input, eventData) => {
    const id = await newPayin();
    const before = await call(platform, 'fetchPayin', { pay_order_id: id });
    expect((await control(platform, `/orders/${id}/event`, input)).status).toBe(200);
    const [delivery] = await inbox.arrived(1);
    expect(delivery?.body).toMatchObject({ event: input.event, event_data: eventData, order_status: 'PENDING_PAY' });
    expect(delivery && verifies(delivery, first.appSecret)).toBe(true);
    expect((await call(platform, 'fetchPayin', { pay_order_id: id })).body).toEqual(before.body);
  });

  test('expiry is notified', async () => {
    const id = await newPayin({ expired_time: 60 });
    await control(platform, '/clock', { advance_ms: 61_000 });
    const [delivery] = await inbox.arrived(1);
    expect(delivery?.body).toMatchObject({ pay_order_id: id, order_status: 'CLOSED', order_status_int: 6 });
    // Receivers compare this header with their own clock, which nobody moved.
    expect(Math.abs(Number(delivery?.headers['x-auth-timestamp']) - Date.now())).toBeLessThan(30_000);
  });
});

describe('payout', () => {
  test('one notification when every detail is final, as the query shows it, in an order that every reading signs alike', async () => {
    const id = await newBatch();
    await move(id, 'PENDING_PAY');
    await move(id, 'PENDING_PAY', [{ mch_order_id: 'POD0001', to: 'SUCCEEDED' }]);
    await move(id, 'PARTIAL_SUCCESS');
    await attempted(id, 1);
    expect(await deliveries(id)).toHaveLength(1);
    const [delivery] = inbox.received;
    const query = (await call(platform, 'fetchPayout', { pay_order_id: id })).body.data;
    const details = query.details.map((detail: object) =>
      Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== null)),
    );
    expect(delivery?.body).toEqual({ ...query, details });
    expect(delivery && verifies(delivery, first.appSecret)).toBe(true);
    expect(Object.keys(delivery?.body.details[0]).slice(0, 2)).toEqual(['amount', 'audit_state']);
    expect(delivery?.text).not.toContain('138000000001');
    expect(delivery?.text).not.toContain('Juan Dela Cruz');

    await move(id, 'REFUND');
    expect(await deliveries(id)).toHaveLength(1);
  });

  test('a rejected batch is notified', async () => {
    const id = await newBatch({ notify_url: undefined });
    await move(id, 'FAILED');
    const [delivery] = await inbox.arrived(1);
    expect(delivery).toMatchObject({ path: '/default', body: { pay_order_id: id, order_status: 'FAILED' } });
  });

  test('triggerNotify delivers what it answers', async () => {
    const id = await newBatch();
    const answer = await call(platform, 'triggerNotify', { pay_order_id: id });
    const [delivery] = await inbox.arrived(1);
    const present = (object: object) =>
      Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));
    const { details, ...root } = answer.body.data;
    expect(present({ ...delivery?.body })).toEqual({ ...present(root), details: details.map(present) });
    expect(delivery && verifies(delivery, first.appSecret)).toBe(true);
  });
});

describe('acknowledgement', () => {
  test.each([
    ['SUCCESS', 200],
    [' success\n', 202],
    ['{"code":0}', 200],
    ['{"msg":"ok","code":0}', 299],
  ])('%j with %i', async (body, status) => {
    inbox.answers = [{ status, body }];
    const id = await newPayin();
    await move(id, 'SUCCEED');
    expect(await attempted(id, 1)).toMatchObject({ state: 'acknowledged', attempts: [{ status, acknowledged: true }] });
  });

  test.each([
    ['SUCCESS', 500],
    ['SUCCESS', 302],
    ['FAIL', 200],
    ['', 200],
    ['{"code":"0"}', 200],
    ['{"code":1}', 200],
    ['[]', 200],
    ['null', 200],
    [`SUCCESS${'x'.repeat(1_000_000)}`, 200],
  ])('not: %.20j with %i', async (body, status) => {
    inbox.answers = [{ status, body }];
    const id = await newPayin();
    await move(id, 'SUCCEED');
    expect(await attempted(id, 1)).toMatchObject({ state: 'pending', attempts: [{ status, acknowledged: false }] });
  });

  test('repeated on schedule with an equal body, then given up', async () => {
    inbox.answers = [{ status: 200, body: 'FAIL' }];
    const id = await newPayin();
    await move(id, 'SUCCEED');
    await attempted(id, 1);
    for (const [index, delay] of [1_000, 5_000, 30_000, 120_000, 600_000].entries()) {
      await control(platform, '/clock', { advance_ms: delay });
      await attempted(id, index + 2);
    }
    await control(platform, '/clock', { advance_ms: 10_000_000 });
    const given = await attempted(id, 6);
    expect(given.state).toBe('givenUp');
    expect(inbox.received).toHaveLength(6);
    expect(new Set(inbox.received.map((delivery) => delivery.text)).size).toBe(1);
    const times = given.attempts.map((attempt: { at: number }) => attempt.at);
    const waits = times.slice(1).map((time: number, index: number) => time - times[index]);
    expect(waits.every((wait: number, index: number) => wait >= ([1, 5, 30, 120, 600][index] ?? 0) * 1000 - 500)).toBe(
      true,
    );
  });

  test('a clock that jumps over the schedule makes up for every attempt', async () => {
    inbox.answers = [{ status: 500 }, { status: 500 }, { status: 200, body: 'SUCCESS' }];
    const id = await newPayin();
    await move(id, 'SUCCEED');
    await attempted(id, 1);
    await control(platform, '/clock', { advance_ms: 3_600_000 });
    const delivery = await attempted(id, 3);
    expect(delivery.state).toBe('acknowledged');
    await control(platform, '/clock', { advance_ms: 3_600_000 });
    expect(inbox.received).toHaveLength(3);
  });

  test('without a receiver the reason is kept, and hosts of examples are not called', async () => {
    const gone = await openInbox();
    await gone.close();
    const unreachable = await newPayin({ notify_url: gone.url });
    const reserved = await newPayin({ notify_url: 'https://shop.example.com/hooks' });
    for (const id of [unreachable, reserved]) await move(id, 'SUCCEED');
    expect((await attempted(unreachable, 1)).attempts[0]).toMatchObject({ status: null, error: 'ECONNREFUSED' });
    expect((await attempted(reserved, 1)).attempts[0]).toMatchObject({ status: null, error: 'RESERVED_HOST' });
  });

  test('closing waits for deliveries under way', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => newPayin()));
    await Promise.all(ids.map((id) => move(id, 'SUCCEED')));
    await platform.close();
    expect(new Set(inbox.received.map((delivery) => delivery.body.pay_order_id))).toEqual(new Set(ids));
  });
});
