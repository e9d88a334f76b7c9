import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GeneratorError } from '../../../generators/generator-error.js';
import { withCheckDigit } from '../../../generators/lesspay/cards.js';
import { type PayinMode, payin } from '../../../generators/lesspay/payin.js';
import { payout } from '../../../generators/lesspay/payout.js';
import { payoutBatch } from '../../../generators/lesspay/payout-batch.js';
import { payoutProfiles } from '../../../generators/lesspay/payout-profiles.js';
import { balanceQuery, bankQuery, payinQuery, payinQueryAt } from '../../../generators/lesspay/queries.js';
import { equalAmounts, isPositiveAmount } from '../../../protocols/amount.js';
import { messageRuleProblems } from '../../../protocols/lesspay/message-rules.js';
import type { OperationName } from '../../../protocols/lesspay/operations.js';
import { orderNeutral } from '../../../protocols/lesspay/signature/order-neutral.js';
import { isProviderFor } from '../../../protocols/lesspay/wallet-providers.js';
import { findPayinWay, payinWays } from '../../../protocols/lesspay/ways.js';
import { requestSchemaOf } from '../../../schemas/lesspay/operation-schemas.js';
import { validateMessage } from '../../../schemas/validator.js';

const seed = 20260101;
const draw = <T>(arbitrary: fc.Arbitrary<T>, numRuns = 300): T[] => fc.sample(arbitrary, { seed, numRuns });
const modes: readonly PayinMode[] = ['cashier', 'cardCashier', 'openapiCard', 'openapiToken', 'paymentSession'];
const everyChannel = [...new Set(payoutProfiles.map((profile) => profile.wayCode ?? null))];
const moment = { requestId: 'RO1767225600000001', payOrderId: 'P2900000000000000001', nowMs: 1_767_225_600_000 };

const generators: [string, OperationName, fc.Arbitrary<unknown>][] = [
  ...modes.map((mode): [string, OperationName, fc.Arbitrary<unknown>] => [
    `payin ${mode}`,
    'createPayin',
    payin({ mode }),
  ]),
  ['payin V1', 'createPayin', payin({ apiVersion: 'V1' })],
  ['payin in a currency without a listed way', 'createPayin', payin({ currency: 'PHP' })],
  ['payout', 'createPayout', payout()],
  ['payout wallet', 'createPayout', payout({ kind: 'ewallet' })],
  ['payout crypto', 'createPayout', payout({ kind: 'crypto_wallet' })],
  ['payout by every channel', 'createPayout', payout({ wayCodes: everyChannel })],
  ['batch', 'createPayoutBatch', payoutBatch()],
  ['long batch', 'createPayoutBatch', payoutBatch({ details: { min: 40, max: 60 } })],
  ['pix batch', 'createPayoutBatch', payoutBatch({ wayCode: 'PAYRETAILERS_PAYOUT', kind: 'ewallet' })],
  ['payin query', 'fetchPayin', payinQuery().map((plan) => payinQueryAt(plan, moment))],
  ['payin query as text', 'fetchPayin', payinQuery({ numbersAs: 'text' }).map((plan) => payinQueryAt(plan, moment))],
  ['bank query', 'listBanks', bankQuery()],
  ['balance query', 'fetchBalance', balanceQuery()],
];

describe.each(generators)('%s', (_, operation, arbitrary) => {
  test('is valid by the schema and by the rules about several members', () => {
    for (const message of draw(arbitrary)) {
      expect({ message, problems: validateMessage(requestSchemaOf(operation), message) }).toEqual({
        message,
        problems: [],
      });
      expect(messageRuleProblems(operation, message)).toEqual([]);
    }
  });

  test('is plain JSON, order-neutral, without control characters and lone surrogates', () => {
    for (const message of draw(arbitrary)) {
      const text = JSON.stringify(message);
      expect(JSON.parse(text)).toStrictEqual(message);
      expect(JSON.stringify(orderNeutral(message))).toBe(text);
      // An escape is what `JSON.stringify` makes of other control characters and of a surrogate without its partner.
      expect(text).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029]|\\u[0-9a-f]{4}|"\$ref"|"@type"/u);
    }
  });

  test('is the same for the same seed', () => {
    expect(draw(arbitrary, 20)).toEqual(draw(arbitrary, 20));
  });
});

describe('pay-ins', () => {
  test('ways and currencies agree, and each of them occurs with and without its type', () => {
    const seen = new Set<string>();
    for (const { way_code, way_type, target_currency, transaction_network } of draw(payin(), 1_500)) {
      const way = way_code === undefined ? undefined : findPayinWay(way_code);
      if (way !== undefined) expect(way.currencies).toContain(target_currency);
      if (way !== undefined && way_type !== undefined) expect(way.wayType).toBe(way_type);
      if (way_type === 'CRYPTO') expect(transaction_network).toBeTypeOf('string');
      seen.add(`${way_code ?? '-'} ${way_type === undefined ? '-' : 'typed'} ${target_currency}`);
    }
    for (const way of payinWays) {
      for (const currency of way.currencies) {
        expect(seen).toContain(`${way.wayCode} typed ${currency}`);
        if (way.wayCode !== 'CHECKOUT_CARDPAYMENT') expect(seen).toContain(`${way.wayCode} - ${currency}`);
        expect(seen).toContain(`- - ${currency}`);
        expect(seen).toContain(`- typed ${currency}`);
      }
    }
  });

  test('optional members occur and are left out; texts and URLs reach both of their bounds', () => {
    const drawn = draw(payin(), 1_000);
    for (const member of ['expired_time', 'use_channel_request_id', 'way_code', 'way_type'] as const) {
      expect(new Set(drawn.map((message) => message[member] === undefined))).toEqual(new Set([true, false]));
    }
    const lengthsOf = (member: 'product_name' | 'description' | 'success_url' | 'request_id') =>
      drawn.map((message) => message[member].length);
    expect([Math.min(...lengthsOf('product_name')), Math.max(...lengthsOf('product_name'))]).toEqual([1, 30]);
    expect([Math.min(...lengthsOf('description')), Math.max(...lengthsOf('description'))]).toEqual([1, 50]);
    expect([Math.min(...lengthsOf('request_id')), Math.max(...lengthsOf('request_id'))]).toEqual([12, 20]);
    expect(Math.max(...lengthsOf('success_url'))).toBe(255);
    expect(drawn.some((message) => /[\u{10000}-\u{10FFFF}]/u.test(message.product_name))).toBe(true);
    expect(drawn.some((message) => message.notify_url?.startsWith('http:') === true)).toBe(true);
  });

  test('the modes differ as the documents say', () => {
    for (const message of draw(payin({ mode: 'paymentSession' }), 50)) {
      expect(message).toMatchObject({ pay_access_type: 1, way_code: 'CHECKOUT_CARDPAYMENT', api_version: 'V2' });
      expect(message).not.toHaveProperty('way_type');
    }
    for (const message of draw(payin({ mode: 'cardCashier' }), 50)) {
      expect(message).toMatchObject({ pay_access_type: 1, way_type: 'CARD_PAYMENT', api_version: 'V2' });
    }
    const enabled = new Set<unknown>();
    for (const message of draw(payin({ mode: 'openapiCard' }), 200)) {
      expect(message).toMatchObject({ pay_access_type: 2, channel_extra: { extra_type: 'card' } });
      const threeDs = message.channel_extra?.three_ds;
      enabled.add(threeDs === undefined ? 'no three_ds' : threeDs.enabled);
    }
    expect(enabled).toEqual(new Set(['no three_ds', undefined, null, true, false]));
    for (const message of draw(payin({ mode: 'openapiToken' }), 50)) {
      expect(message.channel_extra?.token_data?.token).toMatch(/^src_[A-Za-z0-9_]{26}$/);
    }
  });

  test('a given card, token, currency and way is used', () => {
    const card = { number: '4000000000000002', expiry_month: 1, expiry_year: 2044, cvv: '123' };
    const [byCard] = draw(payin({ mode: 'openapiCard', card, currency: 'USD' }), 1);
    expect(byCard).toMatchObject({ target_currency: 'USD', channel_extra: { card_data: card } });
    const [byToken] = draw(payin({ mode: 'openapiToken', token: 'src_mine' }), 1);
    expect(byToken?.channel_extra).toEqual({ extra_type: 'token', token_data: { token: 'src_mine' } });
    for (const message of draw(payin({ wayCodes: ['WX_H5', 'WX_NATIVE'] }), 50)) {
      expect(message.way_code).toMatch(/^WX_/);
    }
  });

  test('made-up cards have correct check digits', () => {
    expect(withCheckDigit('424242424242424')).toBe('4242424242424242');
    for (const message of draw(payin({ mode: 'openapiCard' }), 100)) {
      const number = message.channel_extra?.card_data?.number ?? '';
      expect(withCheckDigit(number.slice(0, -1))).toBe(number);
    }
  });

  test('contradicting options are refused with what was asked for', () => {
    const wanted = expect.objectContaining({ name: 'GeneratorError', code: 'noSuchMessage' });
    expect(() => payin({ wayCodes: ['WX_H5'], currency: 'USDT' })).toThrow(wanted);
    expect(() => payin({ mode: 'openapiCard', apiVersion: 'V1' })).toThrow(wanted);
    expect(() => payin({ mode: 'paymentSession', currency: 'PHP' })).toThrow(/mode paymentSession, currency PHP/);
  });
});

describe('payouts', () => {
  test('every channel profile is reached, with the members of its example', () => {
    const seen = new Set<string>();
    for (const { way_code, currency, beneficiary } of draw(payout({ wayCodes: everyChannel }), 1_000)) {
      seen.add([way_code ?? '-', currency, beneficiary.destination.type].join(' '));
    }
    const wanted = payoutProfiles.map((profile) => [profile.wayCode ?? '-', profile.currency, profile.kind].join(' '));
    expect([...seen].sort()).toEqual([...new Set(wanted)].sort());
  });

  test('by default it goes to banks of the documented channel', () => {
    const drawn = draw(payout());
    expect(new Set(drawn.map((message) => message.way_code))).toEqual(new Set(['TAZAPAY_PAYOUT']));
    expect(new Set(drawn.map((message) => message.currency))).toEqual(new Set(['PHP', 'INR', 'IDR']));
    expect(new Set(drawn.map((message) => message.beneficiary.beneficiary_type))).toEqual(
      new Set(['individual', 'business']),
    );
    for (const { beneficiary } of drawn) expect(beneficiary.destination.bank?.account_number).toMatch(/^\d{9,18}$/);
  });

  test('the whole-unit channel stays within the amounts that are known to work', () => {
    for (const { amount } of draw(payout({ wayCodes: ['KORAPAY_PAYOUT'] }))) {
      expect(amount).toMatch(/^\d+$/);
      expect(Number.parseInt(amount, 10)).toBeGreaterThanOrEqual(110);
      expect(Number.parseInt(amount, 10)).toBeLessThanOrEqual(1200);
    }
  });

  test('both orders of a date of birth occur', () => {
    const dates = draw(payout({ kind: 'ewallet' }), 100).map(
      (message) => message.beneficiary.beneficiary_info.date_of_birth ?? '',
    );
    expect(dates.some((date) => /^\d{4}-\d\d-\d\d$/.test(date))).toBe(true);
    expect(dates.some((date) => /^\d\d-\d\d-\d{4}$/.test(date))).toBe(true);
  });

  test('contradicting options are refused', () => {
    expect(() => payout({ wayCodes: ['ONEPAY_PAYOUT'], currency: 'PHP' })).toThrow(GeneratorError);
    expect(() => payout({ kind: 'crypto_wallet', wayCodes: ['TAZAPAY_PAYOUT'] })).toThrow(GeneratorError);
  });
});

describe('payout batches', () => {
  test('every kind, currency, wallet provider, holder and number of details is reached', () => {
    const seen = new Set<string>();
    for (const batch of draw(payoutBatch(), 600)) {
      seen.add(`${batch.destination_type} ${batch.currency}`).add(`${batch.payout_order_details.length} details`);
      for (const detail of batch.payout_order_details) {
        expect(isPositiveAmount(detail.amount)).toBe(true);
        expect(detail.destination_type).toBe(batch.destination_type);
        seen.add(detail.bank_account_type ?? `wallet ${detail.e_wallet?.account_type}`);
        if (detail.e_wallet === undefined) {
          seen.add(`${detail.bank_swift_code?.length} swift`);
        } else {
          seen.add(detail.e_wallet.provider);
          expect(isProviderFor(batch.currency, detail.e_wallet.provider)).toBe(true);
        }
      }
    }
    expect(seen).toEqual(
      new Set([
        ...['bank PHP', 'bank INR', 'bank IDR', 'ewallet PHP', 'ewallet IDR'],
        ...['1 details', '2 details', '3 details', '4 details', '5 details'],
        ...['individual', 'business', 'wallet individual', 'wallet business', '8 swift', '11 swift'],
        ...['GCash', 'GrabPay', 'PayMaya', 'Gopay', 'ShopeePay'],
      ]),
    );
  });

  test('detail ids differ also when case is ignored, and reach both bounds of their length', () => {
    const sizes = new Set<number>();
    for (const batch of draw(payoutBatch({ details: { min: 2, max: 20 } }))) {
      const ids = batch.payout_order_details.map((detail) => detail.mch_order_id);
      expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(ids.length);
      for (const id of ids) sizes.add(id.length);
    }
    expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([1, 64]);
  });

  test('kind, currency and number of details are those asked for', () => {
    for (const batch of draw(payoutBatch({ kind: 'ewallet', currency: 'IDR', details: { min: 3, max: 3 } }), 50)) {
      expect(batch).toMatchObject({ currency: 'IDR', destination_type: 'ewallet', way_type: 'WALLET_TRANSFER' });
      expect(batch.payout_order_details).toHaveLength(3);
    }
    expect(() => payoutBatch({ kind: 'ewallet', currency: 'INR' })).toThrow(/no ewallet payout in INR/);
  });

  test('a neutral batch has none of the separators of the string to sign in its texts', () => {
    for (const batch of draw(payoutBatch({ signatureNeutral: true }))) {
      for (const text of [batch.product_name, batch.description, batch.notify_url]) {
        expect(text ?? '').not.toMatch(/[&={}]/);
      }
    }
  });

  test('a failing batch shrinks to one detail of the smallest amount', () => {
    const result = fc.check(
      fc.property(payoutBatch({ kind: 'bank', currency: 'PHP' }), (batch) => batch.payout_order_details.length === 0),
      { seed },
    );
    const [smallest] = result.counterexample ?? [];
    expect(smallest?.payout_order_details).toHaveLength(1);
    expect(equalAmounts(smallest?.total_amount, '100')).toBe(true);
    expect(smallest).not.toHaveProperty('description');
    expect(smallest?.request_id).toHaveLength(16);
  });
});
