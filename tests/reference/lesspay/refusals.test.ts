import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OperationName } from '../../../protocols/lesspay/operations.js';
import type { RunningPlatform } from '../../../reference/lesspay/start.js';
import { bankDetail, batch, call, freshId, payin, single, start, walletDetail, withValue } from './merchant.js';

let platform: RunningPlatform;
beforeAll(async () => {
  platform = await start();
});
afterAll(() => platform.close());

type Case = [path: string, value: unknown, code: number];

async function expectCreated(operation: OperationName, body: unknown): Promise<void> {
  expect((await call(platform, operation, body)).body).toMatchObject({ code: 0, msg: 'SUCCESS' });
}

async function expectRefused(operation: OperationName, body: Record<string, unknown>, code: number): Promise<void> {
  const reply = await call(platform, operation, body);
  expect(reply.body).toEqual({ code, msg: expect.stringMatching(/./), data: null });
  expect(reply.status).toBe(200);
  if (typeof body.request_id !== 'string' || body.request_id === '' || body.request_id.length > 64) return;
  const query = { request_id: body.request_id };
  const found = await call(platform, operation === 'createPayin' ? 'fetchPayin' : 'fetchPayout', query);
  expect([1202, 30020]).toContain(found.body.code);
}

const url = (length: number) => `https://shop.example.com/${'x'.repeat(length - 25)}`;
const cardRequest = (extra: unknown = {}) =>
  payin({
    target_currency: 'USD',
    pay_access_type: 2,
    way_type: 'CARD_PAYMENT',
    channel_extra: {
      extra_type: 'card',
      card_data: { number: '4242424242424242', expiry_month: 12, expiry_year: 2030, cvv: '123' },
      ...(extra as object),
    },
  });

describe('create pay-in', () => {
  const required = [
    'request_id',
    'product_name',
    'description',
    'target_amount',
    'target_currency',
    'transaction_type',
    'success_url',
    'fail_url',
    'api_version',
  ];
  test.each(required)('%s is required', async (name) => {
    for (const value of [undefined, null, '']) {
      const body = withValue(payin(), name, value);
      const reply = await call(platform, 'createPayin', body);
      expect(reply.body).toMatchObject({ code: 11, data: null });
      expect(reply.body.msg).toContain(name);
    }
  });

  test.each<Case>([
    ['transaction_type', 'PAY_OUT', 11],
    ['transaction_type', 'pay_in', 11],
    ['pay_access_type', 0, 11],
    ['pay_access_type', 3, 11],
    ['pay_access_type', 'x', 11],
    ['pay_access_type', {}, 11],
    ['request_id', [], 11],
    ['request_id', 'x'.repeat(21), 11],
    ['product_name', 'x'.repeat(31), 11],
    ['description', 'x'.repeat(51), 11],
    ['success_url', url(256), 11],
    ['fail_url', url(256), 11],
    ['success_url', 'ftp://x', 11],
    ['fail_url', 'not a url', 11],
    ['notify_url', 'not a url', 11],
    ['notify_url', undefined, 11],
    ['target_amount', 'abc', 11],
    ['target_amount', '-1', 11],
    ['target_amount', '0', 11],
    ['target_amount', '0.00', 11],
    ['target_amount', '1,000', 11],
    ['target_amount', '1e3', 11],
    ['target_amount', 100, 11],
    ['target_currency', 'XXX', 11],
    ['target_currency', 'hkd', 11],
    ['api_version', 'V9', 11],
    ['expired_time', 0, 11],
    ['expired_time', -1, 11],
    ['expired_time', 'x', 11],
    ['way_type', 'PIGEON', 11],
    ['use_channel_request_id', 'yes', 11],
    ['channel_extra', 'x', 11],
    ['channel_extra', { three_ds: { enabled: 'yes' } }, 11],
    ['way_code', 'NO_SUCH_WAY', 5000],
  ])('%s = %j is refused with %i', (path, value, code) =>
    expectRefused('createPayin', withValue(payin(), path, value), code),
  );

  test.each<[string, Record<string, unknown>, number]>([
    ['method and currency', { way_code: 'WX_H5', target_currency: 'USDT' }, 5000],
    ['method and kind', { way_code: 'WX_H5', way_type: 'CRYPTO' }, 5000],
    ['kind and currency', { way_type: 'CARD_PAYMENT', target_currency: 'USDT' }, 5000],
    ['a card with V1', { way_type: 'CARD_PAYMENT', api_version: 'V1' }, 5000],
    ['a direct card without data', { way_type: 'CARD_PAYMENT', pay_access_type: 2 }, 5000],
  ])('%s', (_name, changes, code) => expectRefused('createPayin', payin(changes), code));

  test.each<Case>([
    ['channel_extra.extra_type', 'paper', 5000],
    ['channel_extra.extra_type', 'token', 5000],
    ['channel_extra.extra_type', undefined, 5000],
    ['channel_extra.card_data', undefined, 5000],
    ['channel_extra.card_data.number', '424242424242', 5000],
    ['channel_extra.card_data.number', '42424242424242424242', 5000],
    ['channel_extra.card_data.number', '4242 4242 4242 4242', 5000],
    ['channel_extra.card_data.number', 4242424242424242, 5000],
    ['channel_extra.card_data.expiry_month', 0, 5000],
    ['channel_extra.card_data.expiry_month', 13, 5000],
    ['channel_extra.card_data.expiry_year', 27, 5000],
    ['channel_extra.card_data.expiry_year', 2020, 5000],
    ['channel_extra.card_data.cvv', '12', 5000],
    ['channel_extra.card_data.cvv', '12345', 5000],
    ['channel_extra.card_data.cvv', 'abc', 5000],
  ])('%s = %j', (path, value, code) => expectRefused('createPayin', withValue(cardRequest(), path, value), code));

  test('what stands just inside the limits is accepted', async () => {
    const limits = {
      product_name: 'x'.repeat(30),
      description: 'é'.repeat(50),
      success_url: url(255),
      fail_url: url(255),
    };
    await expectCreated('createPayin', payin({ ...limits, request_id: freshId('L').padEnd(20, '0') }));
    await expectCreated('createPayin', payin({ expired_time: 1800, way_code: null, use_channel_request_id: false }));
    await expectCreated('createPayin', payin({ pay_access_type: undefined, notify_url: 'http://localhost/hook' }));
    await expectCreated('createPayin', payin({ way_code: 'WX_H5', way_type: 'WECHAT' }));
    await expectCreated('createPayin', cardRequest({ three_ds: { enabled: false } }));
    await expectCreated('createPayin', cardRequest({ extra_type: 'token', token_data: { token: 'src_abc' } }));
  });
});

describe('fetch pay-in', () => {
  const day = 86_400_000;
  const now = Date.now();
  test.each<[string, Record<string, unknown>, number, string]>([
    [
      'no identifier',
      { start_time: now - day, end_time: now },
      11,
      'mchOrderNo and payOrderId cannot be empty at the same time',
    ],
    ['unknown request_id', { request_id: 'nobody' }, 1202, 'Order does not exist'],
    ['unknown pay_order_id', { pay_order_id: 'P1' }, 1202, 'Order does not exist'],
    ['a prototype name', { request_id: '__proto__' }, 1202, 'Order does not exist'],
    ['start after end', { request_id: 'x', start_time: now, end_time: now - 1 }, 11, 'Request time error'],
    ['start equal to end', { request_id: 'x', start_time: now, end_time: now }, 11, 'Request time error'],
    ['a long window', { request_id: 'x', start_time: now - 7 * day - 1, end_time: now }, 11, 'Request time error'],
    ['a week', { request_id: 'x', start_time: now - 7 * day, end_time: now }, 1202, 'Order does not exist'],
    ['a millisecond', { request_id: 'x', start_time: now - 1, end_time: now }, 1202, 'Order does not exist'],
    [
      'no time',
      { request_id: 'x', start_time: 'abc', end_time: now },
      11,
      'start_time must be milliseconds with 13 digits',
    ],
    ['one time', { request_id: 'x', start_time: now }, 11, 'end_time is required with start_time'],
    ['page 0', { request_id: 'x', page: 0 }, 11, 'page must be an integer from 1 to 2147483647'],
    ['page_size 1001', { request_id: 'x', page_size: 1001 }, 11, 'page_size must be an integer from 1 to 1000'],
    ['page_size -1', { request_id: 'x', page_size: '-1' }, 11, 'page_size must be an integer from 1 to 1000'],
  ])('%s', async (_name, body, code, msg) => {
    const reply = await call(platform, 'fetchPayin', body);
    expect({ status: reply.status, body: reply.body }).toEqual({ status: 200, body: { code, msg, data: null } });
  });
});

describe('create single payout', () => {
  const bank = 'beneficiary.destination.bank';
  test.each<Case>([
    ['request_id', undefined, 30000],
    ['request_id', 'x'.repeat(65), 30000],
    ['amount', undefined, 30000],
    ['amount', '', 30009],
    ['amount', 'abc', 30009],
    ['amount', '-1', 30009],
    ['amount', '0.00', 30009],
    ['amount', 100, 30009],
    ['amount', '0.0001', 30073],
    ['amount', '999999999999999999.99', 30070],
    ['currency', undefined, 30000],
    ['currency', 'XXX', 30001],
    ['currency', 'BTC', 30001],
    ['beneficiary', undefined, 30000],
    ['beneficiary', 'x', 30000],
    ['beneficiary.beneficiary_type', 'corp', 30004],
    ['beneficiary.beneficiary_type', undefined, 30000],
    ['beneficiary.beneficiary_info', undefined, 30000],
    ['beneficiary.beneficiary_info.email', 'nope', 30000],
    ['beneficiary.beneficiary_info.phone.calling_code', '123456', 30000],
    ['beneficiary.beneficiary_info.address.country', 'PHL', 30005],
    ['beneficiary.destination', undefined, 30000],
    ['beneficiary.destination.type', 'paper', 30000],
    [bank, undefined, 30000],
    [`${bank}.account_number`, undefined, 30006],
    [`${bank}.account_number`, '--- ---', 30006],
    [`${bank}.account_number`, '1'.repeat(100), 30006],
    [`${bank}.country`, 'PHL', 30005],
    [`${bank}.bank_codes.swift_code`, 'BNORPHM', 30000],
    ['way_code', 'NO_SUCH_CHANNEL', 30033],
    ['way_type', 'CARD_PAYMENT', 30043],
    ['notify_url', 'ftp://x', 30000],
    ['expired_time', 0, 30000],
    ['transaction_type', 'PAY_IN', 30008],
  ])('%s = %j is refused with %i', (path, value, code) =>
    expectRefused('createPayout', withValue(single(), path, value), code),
  );

  test.each<[string, unknown]>([
    ['no provider', { type: 'ewallet', e_wallet: { account_number: '09189876543' } }],
    ['no number', { type: 'ewallet', e_wallet: { ewallet_provider: 'GCash' } }],
    [
      'a provider of another currency',
      { type: 'ewallet', e_wallet: { ewallet_provider: 'Gopay', account_number: '1' } },
    ],
    ['no address', { type: 'crypto_wallet', crypto_wallet: { network: 'TRC20' } }],
    ['no network', { type: 'crypto_wallet', crypto_wallet: { wallet_address: 'T1' } }],
    ['no wallet', { type: 'ewallet' }],
  ])('a destination with %s', (_name, destination) =>
    expectRefused('createPayout', withValue(single(), 'beneficiary.destination', destination), 30000),
  );

  test('neither way_code nor way_type; one is enough', async () => {
    await expectRefused('createPayout', single({ way_code: undefined, way_type: undefined }), 30000);
    await expectCreated('createPayout', single({ way_code: undefined }));
    await expectCreated('createPayout', single({ way_type: undefined, notify_url: undefined }));
    await expectCreated('createPayout', single({ way_type: undefined, way_code: 'EPAY_PAYOUT' }));
  });
});

describe('create payout batch', () => {
  test.each<Case>([
    ['request_id', undefined, 30000],
    ['request_id', 'x'.repeat(65), 30000],
    ['currency', undefined, 30000],
    ['currency', 'XXX', 30001],
    ['total_amount', undefined, 30000],
    ['total_amount', '350.76', 30002],
    ['total_amount', '1,000', 30009],
    ['total_amount', 350.75, 30009],
    ['way_type', undefined, 30000],
    ['way_code', undefined, 30000],
    ['way_code', 'NO_SUCH_CHANNEL', 30033],
    ['way_type', 'CARD_PAYMENT', 30043],
    ['notify_url', undefined, 30000],
    ['notify_url', 'not a url', 30000],
    ['destination_type', 'paper', 30000],
    ['payout_order_details', undefined, 30000],
    ['payout_order_details', null, 30000],
    ['payout_order_details', [], 30000],
    ['payout_order_details', {}, 30000],
    ['payout_order_details', 'x', 30000],
    ['payout_order_details', [1], 30000],
  ])('%s = %j is refused with %i', (path, value, code) =>
    expectRefused('createPayoutBatch', withValue(batch(), path, value), code),
  );

  const one = (detail: Record<string, unknown>, changes: Record<string, unknown> = {}) =>
    batch({ total_amount: detail.amount, payout_order_details: [detail], ...changes });

  test.each<Case>([
    ['mch_order_id', undefined, 30000],
    ['mch_order_id', 'x'.repeat(65), 30000],
    ['destination_type', 'paper', 30000],
    ['destination_type', undefined, 30000],
    ['bank_account_name', undefined, 30000],
    ['bank_account_no', undefined, 30000],
    ['bank_account_no', '', 30006],
    ['bank_account_no', '!!!', 30006],
    ['bank_account_type', 'corp', 30004],
    ['bank_account_type', undefined, 30000],
    ['bank_name', undefined, 30000],
    ['bank_country_code', 'PHL', 30005],
    ['bank_country_code', '1', 30005],
    ['bank_country_code', 'ph1', 30005],
    ['bank_country_code', undefined, 30000],
    ['bank_swift_code', 'BNORPHM', 30000],
    ['bank_swift_code', 'BNORPHMM1', 30000],
    ['bank_swift_code', 'BNORPHMM1234', 30000],
  ])('a detail with %s = %j is refused with %i', (path, value, code) =>
    expectRefused('createPayoutBatch', one(withValue(bankDetail(), path, value)), code),
  );

  test.each<Case>([
    ['e_wallet', undefined, 30000],
    ['e_wallet', 'x', 30000],
    ['e_wallet.account_name', undefined, 30000],
    ['e_wallet.account_number', undefined, 30000],
    ['e_wallet.account_type', undefined, 30000],
    ['e_wallet.account_type', 'corp', 30004],
    ['e_wallet.provider', undefined, 30000],
    ['e_wallet.provider', 'Gopay', 30000],
    ['e_wallet.deposit_key_type', undefined, 30000],
    ['e_wallet.deposit_key', undefined, 30000],
  ])('a wallet detail with %s = %j is refused with %i', (path, value, code) =>
    expectRefused('createPayoutBatch', one(withValue(walletDetail(), path, value), { way_type: 'E_WALLET' }), code),
  );

  test.each<[string, unknown[], string, number]>([
    ['the same id twice', [bankDetail(), bankDetail()], '200.50', 30007],
    [
      'a negative amount',
      [bankDetail({ amount: '-50' }), bankDetail({ mch_order_id: 'b', amount: '150' })],
      '100',
      30009,
    ],
    ['zero', [bankDetail({ amount: '0' }), bankDetail({ mch_order_id: 'b', amount: '100' })], '100', 30009],
    ['a missing amount', [bankDetail({ amount: undefined })], '100', 30000],
    ['a tiny amount', [bankDetail({ amount: '0.0001' })], '0.0001', 30073],
    ['a huge amount', [bankDetail({ amount: '999999999999999999.99' })], '999999999999999999.99', 30070],
    [
      'too many details',
      Array.from({ length: 1001 }, (_, index) => bankDetail({ mch_order_id: `d${index}`, amount: '1' })),
      '1001',
      30072,
    ],
  ])('%s', (_name, details, total, code) =>
    expectRefused('createPayoutBatch', batch({ payout_order_details: details, total_amount: total }), code),
  );

  test('sums are exact and compared as numbers', async () => {
    const details = [bankDetail({ amount: '100.1' }), bankDetail({ mch_order_id: 'b', amount: '100.20' })];
    for (const total of ['200.3', '200.30', '200.300']) {
      await expectCreated('createPayoutBatch', batch({ payout_order_details: details, total_amount: total }));
    }
  });

  test.each([
    ['PHP', ['GCash', 'GrabPay', 'PayMaya']],
    ['IDR', ['Gopay', 'ShopeePay']],
  ])('the wallet providers of %s', async (currency, providers) => {
    for (const provider of providers) {
      const detail = walletDetail({}, { provider });
      await expectCreated('createPayoutBatch', one(detail, { currency, way_type: 'WALLET_TRANSFER' }));
    }
  });

  test('ids of 64 characters and a missing swift code are accepted', async () => {
    const detail = bankDetail({ mch_order_id: freshId('M').padEnd(64, 'x'), bank_swift_code: undefined });
    await expectCreated('createPayoutBatch', one(detail, { request_id: freshId('R').padEnd(64, 'x') }));
  });
});

describe('the other payout endpoints', () => {
  const banks = { bank_country_code: 'PH', currency: 'PHP', way_code: 'TAZAPAY_PAYOUT' };
  test.each<[OperationName, Record<string, unknown>, number]>([
    ['fetchPayout', { request_id: 'nobody' }, 30020],
    ['fetchPayout', { pay_order_id: 'constructor' }, 30020],
    ['fetchPayout', { other: 1 }, 30000],
    ['fetchPayout', { request_id: {} }, 30000],
    ['triggerNotify', { pay_order_id: 'nobody' }, 30020],
    ['triggerNotify', { other: 1 }, 30000],
    ['listBanks', { ...banks, bank_country_code: 'PHL' }, 30005],
    ['listBanks', { ...banks, currency: 'XXX' }, 30001],
    ['listBanks', { ...banks, way_code: 'NO_SUCH_CHANNEL' }, 30033],
    ['listBanks', { currency: 'PHP' }, 30000],
    ['fetchBalance', { currency: 'PHP' }, 30000],
    ['fetchBalance', { currency: 'PHP', way_code: 'NO_SUCH_CHANNEL' }, 30033],
    ['fetchBalance', { currency: 'THB', way_code: 'TWELVEPAY_PAYOUT' }, 30043],
  ])('%s %j is refused with %i', async (operation, body, code) => {
    const reply = await call(platform, operation, body);
    expect(reply.body).toEqual({ code, msg: expect.stringMatching(/./), data: null });
  });

  test('two ids of different orders find nothing', async () => {
    const [one, other] = [batch(), batch()];
    await expectCreated('createPayoutBatch', one);
    const { data } = (await call(platform, 'createPayoutBatch', other)).body;
    const query = { request_id: one.request_id, pay_order_id: data.pay_order_id };
    expect((await call(platform, 'fetchPayout', query)).body.code).toBe(30020);
  });
});

describe('a used request_id', () => {
  test('pay-in: 1201, whatever the content', async () => {
    const body = payin();
    await expectCreated('createPayin', body);
    const repeats = [body, { ...body, target_amount: '7.00' }];
    for (const repeat of repeats) {
      expect((await call(platform, 'createPayin', repeat)).body).toEqual({
        code: 1201,
        msg: 'request_id already exists',
        data: null,
      });
    }
    const found = await call(platform, 'fetchPayin', { request_id: body.request_id });
    expect(found.body.data.records).toHaveLength(1);
    expect(found.body.data.records[0].target_amount).toBe('100.00');
  });

  test('payout: 30011 for equal content in any order, 30010 for other content, batch and single together', async () => {
    const body = batch();
    await expectCreated('createPayoutBatch', body);
    const reordered = Object.fromEntries(Object.entries(body).reverse());
    const codes = [];
    for (const repeat of [body, reordered, { ...body, notify_url: 'https://shop.example.com/other' }]) {
      codes.push((await call(platform, 'createPayoutBatch', repeat)).body.code);
    }
    codes.push((await call(platform, 'createPayout', single({ request_id: body.request_id }))).body.code);
    expect(codes).toEqual([30011, 30011, 30010, 30010]);
  });

  test('a refused create does not use the id up; a pay-in and a payout do not meet', async () => {
    const id = freshId('Z');
    expect((await call(platform, 'createPayoutBatch', batch({ request_id: id, total_amount: '1' }))).body.code).toBe(
      30002,
    );
    await expectCreated('createPayoutBatch', batch({ request_id: id }));
    await expectCreated('createPayin', payin({ request_id: id }));
  });

  test.each(['createPayin', 'createPayout', 'createPayoutBatch'] as const)(
    'of 100 parallel %s one creates an order',
    async (operation) => {
      const body = { createPayin: payin, createPayout: single, createPayoutBatch: batch }[operation]();
      const replies = await Promise.all(Array.from({ length: 100 }, () => call(platform, operation, body)));
      const codes = replies.map((reply) => reply.body.code);
      expect(codes.filter((code) => code === 0)).toHaveLength(1);
      expect(new Set(codes).size).toBe(2);
    },
  );
});
