import { describe, expect, test } from 'vitest';
import { currencies, findCurrency } from '../../../protocols/lesspay/currencies.js';
import { depositKeyTypes, destinationTypes } from '../../../protocols/lesspay/destinations.js';
import { declineCodes, disputeCategories, riskEvents } from '../../../protocols/lesspay/risk-events.js';
import { isProviderFor, providersFor } from '../../../protocols/lesspay/wallet-providers.js';
import {
  findPayinWay,
  findPayoutWay,
  payAccessTypes,
  payinWays,
  payoutWays,
  wayTypes,
} from '../../../protocols/lesspay/ways.js';
import {
  payinWebhookMembers,
  payoutDetailMembers,
  payoutRootMembers,
  unsignedInV1,
} from '../../../protocols/lesspay/webhook-members.js';

const nameOf = ({ name }: { readonly name: string }) => name;

describe('methods', () => {
  test('are of these types', () => {
    expect(wayTypes.map(({ value, products }) => `${value} ${products.join('+')}`)).toEqual([
      'CRYPTO payin+payout',
      'BANK_TRANSFER payin+payout',
      'CARD_PAYMENT payin',
      'WECHAT payin',
      'E_WALLET payout',
      'WALLET_TRANSFER payout',
    ]);
    expect(payAccessTypes.map(({ value, name }) => [value, name])).toEqual([
      [1, 'cashier'],
      [2, 'openapi'],
    ]);
  });

  test('of pay-ins are these', () => {
    expect(payinWays.map((way) => `${way.wayCode} ${way.wayType} ${way.currencies.join('+')}`)).toEqual([
      'BANK_TRANSFER BANK_TRANSFER AED',
      'CHECKOUT_CARDPAYMENT CARD_PAYMENT HKD+AUD+CNY+USD',
      'COIN_PAY CRYPTO USDT+ETH+USDC',
      'PAY_PROTOCOL CRYPTO USDT',
      'WX_H5 WECHAT HKD+AUD+CNY',
      'WX_NATIVE WECHAT HKD+AUD+CNY',
    ]);
    expect([findPayinWay('WX_H5')?.wayType, findPayinWay('TAZAPAY_PAYOUT')]).toEqual(['WECHAT', undefined]);
  });

  test('of payouts are these', () => {
    const routes = payoutWays.flatMap((way) =>
      way.routes.map((route) => `${way.wayCode} ${route.currency} ${route.country} ${route.destinations.join('+')}`),
    );
    expect(routes).toEqual([
      'TAZAPAY_PAYOUT PHP PH bank+ewallet',
      'TAZAPAY_PAYOUT INR IN bank+ewallet',
      'TAZAPAY_PAYOUT IDR ID bank+ewallet',
      'AWEPAY_PAYOUT IDR ID bank',
      'EPAY_PAYOUT PHP PH bank',
      'KORAPAY_PAYOUT KES null ewallet',
      'KORAPAY_PAYOUT NGN NG bank',
      'OKAYSPAY_PAYOUT VND VN bank',
      'ONEPAY_PAYOUT JPY JP bank',
      'OVERPAY_PAYOUT THB TH bank',
      'PAYRETAILERS_PAYOUT BRL BR ewallet+bank',
      'TEEMOPAY_PAYOUT PKR PK bank+ewallet',
      'TWELVEPAY_PAYOUT THB TH bank',
    ]);
    expect(payoutWays.filter((way) => !way.hasBalance).map((way) => way.wayCode)).toEqual(['TWELVEPAY_PAYOUT']);
    expect(payoutWays.filter((way) => way.documented).map((way) => way.wayCode)).toEqual(['TAZAPAY_PAYOUT']);
    expect([findPayoutWay('EPAY_PAYOUT')?.documented, findPayoutWay('WX_H5')]).toEqual([false, undefined]);
  });

  test('use known currencies only', () => {
    const used = [
      ...payinWays.flatMap((way) => way.currencies),
      ...payoutWays.flatMap((way) => way.routes.map((route) => route.currency)),
    ];
    expect(used.filter((code) => findCurrency(code) === undefined)).toEqual([]);
  });
});

test('currencies and their digits', () => {
  expect(currencies.map(({ code, digits, documented }) => `${code} ${digits}${documented ? '' : ' demo'}`)).toEqual([
    'USD 2',
    'BTC null',
    'ETH null',
    'USDT null',
    'AED 2',
    'CNY 2',
    'AUD 2',
    'HKD 2',
    'USDC null',
    'PHP 2',
    'INR 2',
    'IDR 0',
    'BRL 2 demo',
    'KES 2 demo',
    'NGN 2 demo',
    'VND 0 demo',
    'JPY 0 demo',
    'THB 0 demo',
    'PKR 2 demo',
  ]);
  expect([findCurrency('PHP')?.name, findCurrency('php'), findCurrency('XXX')]).toEqual([
    'Philippine Peso',
    undefined,
    undefined,
  ]);
});

test('wallet providers by currency, compared without case', () => {
  expect(['PHP', 'IDR', 'BRL', 'KES', 'PKR', 'USD'].map(providersFor)).toEqual([
    ['GCash', 'GrabPay', 'PayMaya'],
    ['Gopay', 'ShopeePay'],
    ['PIX'],
    ['safaricom-ke'],
    ['EASYPAISA', 'JAZZCASH'],
    [],
  ]);
  expect([
    isProviderFor('IDR', 'GoPay'),
    isProviderFor('PHP', 'gcash'),
    isProviderFor('PHP', 'Gopay'),
    isProviderFor('IDR', 'OVO'),
    isProviderFor('USD', 'GCash'),
  ]).toEqual([true, true, false, false, false]);
});

test('destinations and deposit keys', () => {
  expect([
    destinationTypes.batchDetail.values,
    destinationTypes.batchRoot.values,
    destinationTypes.single.values,
  ]).toEqual([
    ['bank', 'ewallet'],
    ['bank', 'ewallet', 'crypto_wallet'],
    ['bank', 'ewallet', 'crypto_wallet'],
  ]);
  expect(depositKeyTypes.map(({ value }) => value)).toEqual(['cpf', 'cnpj', 'email', 'phone', 'random']);
});

test('risk events, decline codes and dispute categories', () => {
  expect(riskEvents.map(({ event }) => event)).toEqual(['payment_declined', 'dispute_received']);
  expect(declineCodes.map(({ code }) => code)).toEqual(['30034', '41101', '41201', '41301', '42101', '42201', '42301']);
  expect(disputeCategories).toHaveLength(7);
});

describe('webhook members', () => {
  test('of pay-ins: 19, of which eight are documented and five are not signed in v1', () => {
    expect(payinWebhookMembers).toHaveLength(19);
    expect(payinWebhookMembers.filter(({ documented }) => documented).map(nameOf)).toEqual([
      'pay_order_id',
      'request_id',
      'order_status',
      'order_status_int',
      'target_currency',
      'target_amount',
      'product_name',
      'description',
    ]);
    expect([...unsignedInV1].sort()).toEqual([
      'api_version',
      'channel_biz_data',
      'event',
      'event_data',
      'order_status_int',
    ]);
  });

  test('of payouts: those that must be there', () => {
    expect(payoutRootMembers.filter(({ optional }) => !optional).map(nameOf)).toEqual([
      'pay_order_id',
      'request_id',
      'order_status',
      'currency',
      'total_amount',
      'created_at',
      'details',
    ]);
    expect(payoutDetailMembers.filter(({ optional }) => !optional).map(nameOf)).toEqual([
      'payout_order_detail_id',
      'mch_order_id',
      'amount',
      'status',
    ]);
  });

  test('of payouts: those that only the demo client lists', () => {
    expect([...payoutRootMembers, ...payoutDetailMembers].filter(({ documented }) => !documented).map(nameOf)).toEqual([
      'decimal_places',
      'actual_amount',
      'audit_state',
      'rejected_reason',
      'bank_account_type',
      'bank_name',
      'bank_country_code',
      'bank_swift_code',
      'success_time',
    ]);
  });
});
