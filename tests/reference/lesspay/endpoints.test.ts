import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningPlatform } from '../../../reference/lesspay/start.js';
import { batch, call, freshId, payin, second, single, start, walletDetail } from './merchant.js';

let platform: RunningPlatform;
beforeAll(async () => {
  platform = await start();
});
afterAll(() => platform.close());

const success = (data: unknown) => ({ code: 0, msg: 'SUCCESS', data });
const isoTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/);

describe('create pay-in', () => {
  test('the cashier request is answered with a checkout page', async () => {
    const body = payin();
    const reply = await call(platform, 'createPayin', body);
    const id = reply.body.data.pay_order_id;
    expect(id).toMatch(/^P\d{19}$/);
    expect(reply.status).toBe(200);
    expect(reply.headers['content-type']).toMatch(/^application\/json/);
    expect(reply.body).toEqual(
      success({
        pay_order_id: id,
        request_id: body.request_id,
        order_status: 'PENDING_PAY',
        checkout_url: `https://pay.example.com/cashier/${id}`,
        order_data: { payOrderId: id, payOrderDetailIdEncode: expect.stringMatching(/^[0-9a-f]{64}$/) },
      }),
    );
  });

  test('payment-session mode is answered with a token and a secret', async () => {
    const reply = await call(
      platform,
      'createPayin',
      payin({
        way_code: 'CHECKOUT_CARDPAYMENT',
        target_currency: 'USD',
        channel_extra: { three_ds: { enabled: null } },
      }),
    );
    expect(reply.body.code).toBe(0);
    expect(reply.body.data.payment_session_token).toMatch(/^pst_/);
    expect(reply.body.data.payment_session_secret).toMatch(/^pss_/);
  });

  test('an OpenAPI card request is accepted and the card comes back nowhere', async () => {
    const body = payin({
      target_currency: 'USD',
      pay_access_type: 2,
      way_type: 'CARD_PAYMENT',
      channel_extra: {
        extra_type: 'card',
        card_data: { number: '4242424242424242', expiry_month: 12, expiry_year: 2030, cvv: '123' },
        three_ds: { enabled: true },
      },
    });
    const created = await call(platform, 'createPayin', body);
    expect(created.body.data).toEqual({
      pay_order_id: created.body.data.pay_order_id,
      request_id: body.request_id,
      order_status: 'PENDING_PAY',
      order_data: expect.any(Object),
    });
    const found = await call(platform, 'fetchPayin', { request_id: body.request_id });
    expect(created.text + found.text).not.toContain('4242424242424242');
  });
});

describe('fetch pay-in', () => {
  test('the order is found by either id with the members of the webhook', async () => {
    const body = payin({ description: 'Dépôt · ヤマダ' });
    const { data } = (await call(platform, 'createPayin', body)).body;
    const now = Date.now();
    const window = { start_time: now - 86_400_000, end_time: String(now + 86_400_000), page: 1, page_size: '20' };
    const replies = await Promise.all([
      call(platform, 'fetchPayin', { request_id: body.request_id, ...window }),
      call(platform, 'fetchPayin', { pay_order_id: data.pay_order_id, ...window }),
      call(platform, 'fetchPayin', { request_id: body.request_id, pay_order_id: data.pay_order_id }),
    ]);
    for (const reply of replies) {
      expect(reply.status).toBe(200);
      expect(reply.body).toEqual(
        success({
          total: 1,
          page: 1,
          page_size: 20,
          records: [
            {
              pay_order_id: data.pay_order_id,
              request_id: body.request_id,
              order_status: 'PENDING_PAY',
              order_status_int: 1,
              target_currency: 'HKD',
              target_amount: '100.00',
              product_name: 'Account deposit',
              description: 'Dépôt · ヤマダ',
              created_at: expect.any(Number),
              complete_time: null,
              error_code: null,
              error_msg: null,
            },
          ],
        }),
      );
    }
  });

  test('a later page of one order is empty', async () => {
    const body = payin();
    await call(platform, 'createPayin', body);
    const reply = await call(platform, 'fetchPayin', { request_id: body.request_id, page: 2, page_size: 1000 });
    expect(reply.body).toEqual(success({ total: 1, page: 2, page_size: 1000, records: [] }));
  });
});

describe('payouts', () => {
  test('a bank batch is accepted and shown masked', async () => {
    const body = batch();
    const created = await call(platform, 'createPayoutBatch', body);
    const id = created.body.data.pay_order_id;
    expect(id).toMatch(/^PO\d{19}$/);
    expect(created.body).toEqual(
      success({
        pay_order_id: id,
        request_id: body.request_id,
        created_at: isoTime,
        order_status: 'PENDING_CONFIRM',
        total_count: 2,
        total_amount_obj: { amountStr: '350.75', currencyCode: 'PHP' },
        encryptData: null,
        sign: null,
      }),
    );
    const found = await call(platform, 'fetchPayout', { pay_order_id: id });
    const detail = {
      payout_order_detail_id: expect.stringMatching(/^POD\d{19}$/),
      actual_amount: null,
      status: 'CREATED',
      audit_state: 'PENDING',
      fail_reason: null,
      rejected_reason: null,
      channel_order_no: null,
      bank_country_code: 'PH',
      success_time: null,
    };
    expect(found.body).toEqual(
      success({
        pay_order_id: id,
        request_id: body.request_id,
        order_status: 'PENDING_CONFIRM',
        currency: 'PHP',
        total_amount: '350.75',
        decimal_places: 2,
        fail_reason: null,
        created_at: created.body.data.created_at,
        details: [
          {
            ...detail,
            mch_order_id: 'POD0001',
            amount: '100.25',
            bank_account_no: '1380****0001',
            bank_account_name: 'J****Z',
            bank_account_type: 'individual',
            bank_name: 'BDO Unibank',
            bank_swift_code: 'BNORPHMM',
          },
          {
            ...detail,
            mch_order_id: 'POD0002',
            amount: '250.50',
            bank_account_no: '1380****0002',
            bank_account_name: 'E****C',
            bank_account_type: 'business',
            bank_name: 'BPI',
            bank_swift_code: 'BOPIPHMM',
          },
        ],
      }),
    );
  });

  test('a wallet batch shows the masked wallet in the bank members', async () => {
    const body = batch({ way_type: 'WALLET_TRANSFER', total_amount: '200', payout_order_details: [walletDetail()] });
    expect((await call(platform, 'createPayoutBatch', body)).body.code).toBe(0);
    const found = await call(platform, 'fetchPayout', { request_id: body.request_id });
    expect(found.body.data.details[0]).toMatchObject({
      mch_order_id: 'POD0003',
      bank_account_no: '0917****4501',
      bank_account_name: 'M****S',
      bank_account_type: null,
      bank_name: null,
      bank_country_code: null,
      bank_swift_code: null,
    });
    expect(found.text).not.toContain('09171234501');
  });

  test('a single payout is a batch of one detail named like the request', async () => {
    const body = single();
    const created = await call(platform, 'createPayout', body);
    expect(created.body.data).toMatchObject({ order_status: 'PENDING_CONFIRM', total_count: 1 });
    const found = await call(platform, 'fetchPayout', { request_id: body.request_id });
    expect(found.body.data).toMatchObject({ total_amount: '1500.50', currency: 'PHP' });
    expect(found.body.data.details).toHaveLength(1);
    expect(found.body.data.details[0]).toMatchObject({
      mch_order_id: body.request_id,
      amount: '1500.50',
      bank_account_no: '0012****7890',
      bank_account_name: 'J****Z',
      bank_account_type: 'individual',
      bank_country_code: 'PH',
      bank_swift_code: 'BNORPHMM',
    });
  });

  test.each([
    [
      'ewallet',
      { way_type: 'WALLET_TRANSFER', way_code: undefined },
      {
        type: 'ewallet',
        e_wallet: { ewallet_provider: 'gcash', account_number: '09189876543', account_type: 'phone' },
      },
      '0918****6543',
    ],
    [
      'crypto',
      { way_type: 'CRYPTO', way_code: undefined, currency: 'USDT' },
      { type: 'crypto_wallet', crypto_wallet: { wallet_address: 'TQ5Example1111111111', network: 'TRC20' } },
      'TQ5E****1111',
    ],
  ])('a single payout to %s', async (_name, changes, destination, masked) => {
    const body = single({
      ...changes,
      beneficiary: { beneficiary_type: 'individual', beneficiary_info: { name: 'Alex Chen' }, destination },
    });
    expect((await call(platform, 'createPayout', body)).body).toMatchObject({ code: 0 });
    const found = await call(platform, 'fetchPayout', { request_id: body.request_id });
    expect(found.body.data.details[0]).toMatchObject({ bank_account_no: masked, bank_account_name: 'A****N' });
  });

  test('demo-style batches name the destination at the root', async () => {
    const { payout_order_details: details, ...others } = batch();
    const bare = (details as Record<string, unknown>[]).map(({ destination_type: _type, ...detail }) => detail);
    const reply = await call(platform, 'createPayoutBatch', {
      ...others,
      destination_type: 'bank',
      payout_order_details: bare,
    });
    expect(reply.body.code).toBe(0);
  });

  test('triggerNotify answers with the order as the query shows it', async () => {
    const body = batch();
    await call(platform, 'createPayoutBatch', body);
    const before = await call(platform, 'fetchPayout', { request_id: body.request_id });
    const triggered = await call(platform, 'triggerNotify', { request_id: body.request_id });
    expect(triggered.body).toEqual(before.body);
    expect((await call(platform, 'fetchPayout', { request_id: body.request_id })).body).toEqual(before.body);
  });

  test('banks and balance', async () => {
    const query = { bank_country_code: 'PH', currency: 'PHP', way_code: 'TAZAPAY_PAYOUT' };
    expect((await call(platform, 'listBanks', query)).body).toEqual(
      success([
        { code: 'BNORPHMM', name: 'BDO Unibank' },
        { code: 'BOPIPHMM', name: 'Bank of the Philippine Islands' },
      ]),
    );
    expect((await call(platform, 'listBanks', { ...query, bank_country_code: 'CN' })).body).toEqual(success([]));
    const balance = { currency: 'INR', way_code: 'TAZAPAY_PAYOUT' };
    expect((await call(platform, 'fetchBalance', balance, second)).body).toEqual(
      success({ way_code: 'TAZAPAY_PAYOUT', currency: 'INR', balance: '1000000000000000.00' }),
    );
  });
});

describe('two applications', () => {
  test('do not see each other and may use the same id', async () => {
    const id = freshId('X');
    const one = await call(platform, 'createPayin', payin({ request_id: id }));
    const other = await call(platform, 'createPayin', payin({ request_id: id }), second);
    expect([one.body.code, other.body.code]).toEqual([0, 0]);
    expect(one.body.data.pay_order_id).not.toBe(other.body.data.pay_order_id);
    const foreign = await call(platform, 'fetchPayin', { pay_order_id: one.body.data.pay_order_id }, second);
    expect(foreign.body).toEqual({ code: 1202, msg: 'Order does not exist', data: null });

    const payout = await call(platform, 'createPayoutBatch', batch());
    const query = { pay_order_id: payout.body.data.pay_order_id };
    for (const operation of ['fetchPayout', 'triggerNotify'] as const) {
      expect((await call(platform, operation, query, second)).body).toEqual({
        code: 30020,
        msg: 'order not found',
        data: null,
      });
    }
  });
});
