import { describe, expect, test } from 'vitest';
import { validateMessage } from '../../schemas/validator.js';
import { absent, changed } from './change.js';
import { exampleOf } from './example-messages.js';

type Schema = Parameters<typeof exampleOf>[0];
/** Which element is changed, to what, by which keyword it is refused, and where, if not at the element itself. */
type Violation = readonly [pointer: string, to: unknown, keyword: string, at?: string];

const long = (length: number): string => 'x'.repeat(length);
const requiredOf = (...names: string[]): Violation[] => names.map((name) => [`/${name}`, absent, 'required']);
const amounts = ['', '0', '0.00', '-1', '+5', '1e3', '.5', '5.', '1,000.00', ' 5', '0100', 'abc'];
const badAmounts = (pointer: string): Violation[] => [
  ...amounts.map((amount): Violation => [pointer, amount, 'pattern']),
  [pointer, 100, 'type'],
  [pointer, null, 'type'],
];
const badUrls = (pointer: string): Violation[] => [
  [pointer, 'ftp://merchant.example.net/x', 'pattern'],
  [pointer, 'not a url', 'pattern'],
  [pointer, 'https://merchant.example.net/a b', 'format'],
  [pointer, 7, 'type'],
];
const unknownMember: Violation = ['/unknown_member', 1, 'additionalProperties'];
const noIdentifier: Violation = ['', {}, 'anyOf'];
const detail = '/payout_order_details/0';
const card = '/channel_extra/card_data';
const info = '/beneficiary/beneficiary_info';
const bank = '/beneficiary/destination/bank';

const violations: [Schema, string, readonly Violation[]][] = [
  [
    'create-payin-request',
    'cashier',
    [
      ...requiredOf('request_id', 'product_name', 'description', 'target_amount', 'target_currency'),
      ...requiredOf('transaction_type', 'success_url', 'fail_url', 'api_version'),
      ...badAmounts('/target_amount'),
      ...badUrls('/success_url'),
      ...badUrls('/fail_url'),
      ...badUrls('/notify_url'),
      unknownMember,
      ['', [], 'type'],
      ['/request_id', '', 'minLength'],
      ['/request_id', long(21), 'maxLength'],
      ['/request_id', [], 'type'],
      ['/product_name', long(31), 'maxLength'],
      ['/description', long(51), 'maxLength'],
      ['/success_url', `https://m.example/${long(238)}`, 'maxLength'],
      ['/fail_url', `https://m.example/${long(238)}`, 'maxLength'],
      ['/target_currency', 'aud', 'pattern'],
      ['/transaction_type', 'PAY_OUT', 'const'],
      ['/transaction_type', 'pay_in', 'const'],
      ['/api_version', 'V9', 'enum'],
      ['/pay_access_type', 0, 'enum'],
      ['/pay_access_type', 3, 'enum'],
      ['/pay_access_type', '1', 'type'],
      ['/expired_time', 0, 'minimum'],
      ['/expired_time', 2_147_483_648, 'maximum'],
      ['/expired_time', 1.5, 'type'],
      ['/way_type', 'CASH', 'enum'],
      ['/way_code', '', 'minLength'],
      ['/use_channel_request_id', 'true', 'type'],
      ['/channel_extra', {}, 'minProperties'],
    ],
  ],
  [
    'create-payin-request',
    'card',
    [
      ['/api_version', 'V1', 'const'],
      ['/channel_extra', absent, 'required'],
      ['/channel_extra/extra_type', absent, 'dependentRequired'],
      ['/channel_extra/extra_type', 'session', 'enum'],
      ['/channel_extra/card_data', absent, 'required'],
      [`${card}/number`, '400000000002', 'pattern'],
      [`${card}/number`, '40000000000000000002', 'pattern'],
      [`${card}/number`, '4000 0000 0000 0002', 'pattern'],
      [`${card}/number`, 4000000000000002, 'type'],
      [`${card}/number`, absent, 'required'],
      [`${card}/expiry_month`, 0, 'minimum'],
      [`${card}/expiry_month`, 13, 'maximum'],
      [`${card}/expiry_year`, 31, 'minimum'],
      [`${card}/expiry_year`, '2031', 'type'],
      [`${card}/cvv`, '12', 'pattern'],
      [`${card}/cvv`, '12345', 'pattern'],
      [`${card}/cvv`, 'abc', 'pattern'],
      [`${card}/cvv`, 987, 'type'],
      [`${card}/holder`, 'A', 'additionalProperties'],
      ['/channel_extra/three_ds/enabled', 'yes', 'type'],
      ['/channel_extra/cardData', {}, 'additionalProperties'],
    ],
  ],
  [
    'create-payin-request',
    'token',
    [
      ['/channel_extra/token_data', absent, 'required'],
      ['/channel_extra/token_data/token', '', 'minLength'],
      ['/channel_extra/token_data/token', absent, 'required'],
      ['/channel_extra/three_ds', { enabled: true }, 'false schema'],
    ],
  ],
  ['create-payin-request', 'session', [['/api_version', 'V1', 'const']]],
  [
    'fetch-payin-request',
    'byRequestId',
    [
      unknownMember,
      noIdentifier,
      ['/request_id', '', 'minLength'],
      ['/start_time', 1772530200, 'anyOf'],
      ['/start_time', 'abc', 'anyOf'],
      ['/end_time', '2026-03-04', 'anyOf'],
      ['/end_time', absent, 'dependentRequired'],
      ['/start_time', absent, 'dependentRequired'],
      ['/page', 0, 'anyOf'],
      ['/page_size', 1001, 'anyOf'],
      ['/page_size', '1001', 'anyOf'],
    ],
  ],
  [
    'create-payout-request',
    'bank',
    [
      ...requiredOf('request_id', 'amount', 'currency', 'beneficiary'),
      ...badAmounts('/amount'),
      ...badUrls('/notify_url'),
      unknownMember,
      ['/request_id', long(65), 'maxLength'],
      ['/currency', 'PH', 'pattern'],
      ['/way_type', 'CARD_PAYMENT', 'enum'],
      ['/expired_time', -1, 'minimum'],
      ['/transaction_type', 'payout', 'additionalProperties'],
      ['/beneficiary/beneficiary_type', 'corp', 'enum'],
      ['/beneficiary/beneficiary_type', absent, 'required'],
      ['/beneficiary/destination', absent, 'required'],
      ['/beneficiary/destination/type', 'paper', 'enum'],
      ['/beneficiary/destination/type', 'ewallet', 'required', '/beneficiary/destination/e_wallet'],
      ['/beneficiary/destination/type', 'crypto_wallet', 'required', '/beneficiary/destination/crypto_wallet'],
      [bank, absent, 'required'],
      [`${bank}/account_number`, absent, 'anyOf', bank],
      [`${bank}/account_number`, '---', 'pattern'],
      [`${bank}/account_type`, 'individual', 'enum'],
      [`${bank}/country`, 'PHL', 'pattern'],
      [`${bank}/bank_codes`, {}, 'minProperties'],
      [`${bank}/bank_codes/swift_code`, 'MBTCPHM', 'pattern'],
      [`${bank}/bank_codes/swift_code`, 'MBTCPHMMX', 'pattern'],
      [`${info}/last_name`, absent, 'anyOf', info],
      [`${info}/email`, 'nope', 'format'],
      [`${info}/phone/calling_code`, '123456', 'pattern'],
      [`${info}/phone/calling_code`, '+63', 'pattern'],
      [`${info}/address/country`, 'ph', 'pattern'],
      [`${info}/date_of_birth`, '31.07.1990', 'pattern'],
      [`${info}/nationality`, 'Filipino', 'pattern'],
    ],
  ],
  ['create-payout-request', 'iban', [[`${bank}/iban`, absent, 'anyOf', bank]]],
  [
    'create-payout-request',
    'wallet',
    [
      ['/beneficiary/destination/e_wallet/ewallet_provider', absent, 'required'],
      ['/beneficiary/destination/e_wallet/account_number', absent, 'required'],
      ['/beneficiary/destination/e_wallet/account_type', 'individual', 'enum'],
      ['/beneficiary/destination/e_wallet/provider', 'PIX', 'additionalProperties'],
      ['/beneficiary/destination/ewallet', {}, 'additionalProperties'],
      ['/beneficiary/destination/type', 'e_wallet', 'enum'],
    ],
  ],
  [
    'create-payout-request',
    'crypto',
    [
      ['/beneficiary/destination/crypto_wallet/wallet_address', absent, 'required'],
      ['/beneficiary/destination/crypto_wallet/network', absent, 'required'],
    ],
  ],
  [
    'create-payout-batch-request',
    'bank',
    [
      ...requiredOf('request_id', 'currency', 'total_amount', 'payout_order_details'),
      ...badAmounts('/total_amount'),
      ...badAmounts(`${detail}/amount`),
      ...badUrls('/notify_url'),
      unknownMember,
      ['/request_id', long(65), 'maxLength'],
      ['/currency', 'USDT', 'pattern'],
      ['/destination_type', 'crypto_wallet', 'enum'],
      ['/payout_order_details', [], 'minItems'],
      ['/payout_order_details', {}, 'type'],
      [detail, 1, 'type'],
      [`${detail}/mch_order_id`, absent, 'required'],
      [`${detail}/mch_order_id`, long(65), 'maxLength'],
      [`${detail}/amount`, absent, 'required'],
      [`${detail}/destination_type`, 'paper', 'enum'],
      [`${detail}/destination_type`, 'ewallet', 'required', `${detail}/e_wallet`],
      [`${detail}/bank_account_name`, absent, 'required'],
      [`${detail}/bank_account_no`, absent, 'required'],
      [`${detail}/bank_account_no`, '###', 'pattern'],
      [`${detail}/bank_account_type`, absent, 'required'],
      [`${detail}/bank_account_type`, 'corp', 'enum'],
      [`${detail}/bank_name`, absent, 'required'],
      [`${detail}/bank_country_code`, absent, 'required'],
      [`${detail}/bank_country_code`, 'PHL', 'pattern'],
      [`${detail}/bank_country_code`, 'ph1', 'pattern'],
      [`${detail}/bank_swift_code`, 'MBTCPHM', 'pattern'],
      [`${detail}/bank_swift_code`, 'MBTCPHMMXXXX', 'pattern'],
      [`${detail}/note`, 'x', 'additionalProperties'],
    ],
  ],
  [
    'create-payout-batch-request',
    'wallet',
    [
      [`${detail}/destination_type`, absent, 'required'],
      [`${detail}/e_wallet`, absent, 'required'],
      [`${detail}/e_wallet`, '{}', 'type'],
      ...['account_name', 'account_number', 'account_type', 'provider', 'deposit_key_type', 'deposit_key'].map(
        (name): Violation => [`${detail}/e_wallet/${name}`, absent, 'required'],
      ),
      [`${detail}/e_wallet/account_type`, 'phone', 'enum'],
      [`${detail}/e_wallet/ewallet_provider`, 'Gopay', 'additionalProperties'],
    ],
  ],
  [
    'create-payout-batch-request',
    'rootDestination',
    [
      ['/destination_type', absent, 'required', `${detail}/destination_type`],
      ['/destination_type', 'ewallet', 'required', `${detail}/e_wallet`],
      [`${detail}/bank_name`, absent, 'required'],
    ],
  ],
  ['fetch-payout-request', 'byRequestId', [noIdentifier, unknownMember, ['/request_id', long(65), 'maxLength']]],
  ['trigger-notify-request', 'byPayOrderId', [noIdentifier, unknownMember, ['/pay_order_id', '', 'minLength']]],
  [
    'payout-banks-request',
    'philippines',
    [
      ...requiredOf('bank_country_code', 'currency', 'way_code'),
      ['/bank_country_code', 'PHL', 'pattern'],
      unknownMember,
    ],
  ],
  ['payout-balance-request', 'peso', [...requiredOf('currency', 'way_code'), unknownMember]],
  [
    'response-envelope',
    'parameterError',
    [
      ...requiredOf('code', 'msg'),
      ['/code', '0', 'type'],
      ['/code', 0.5, 'type'],
      ['/msg', null, 'type'],
      ['', [], 'type'],
    ],
  ],
  [
    'create-payin-data',
    'cashier',
    [
      ['/pay_order_id', 2900000000000000, 'type'],
      ['/pay_order_id', '', 'minLength'],
      ['/checkout_url', '/relative', 'anyOf'],
      ['/order_status', 7, 'anyOf'],
      ['/order_data/payOrderId', 1, 'type'],
    ],
  ],
  [
    'fetch-payin-data',
    'page',
    [
      ['/records/0/pay_order_id', 5, 'type'],
      ['/records/0/target_amount', 75.4, 'anyOf'],
      ['/records/0/order_status_int', 8, 'enum'],
      ['/records/0/order_status', '7', 'anyOf'],
      ['/records/0', 'P1', 'type'],
      ['', null, 'anyOf'],
    ],
  ],
  [
    'create-payout-data',
    'accepted',
    [
      ['/pay_order_id', 29, 'type'],
      ['/created_at', '04/03/2026', 'anyOf'],
    ],
  ],
  [
    'create-payout-batch-data',
    'accepted',
    [
      ...requiredOf('pay_order_id', 'request_id', 'created_at', 'order_status', 'total_count', 'total_amount_obj'),
      ['/order_status', 'PENDING_PAY', 'const'],
      ['/created_at', 1772587800000, 'type'],
      ['/created_at', '2026-03-04', 'pattern'],
      ['/total_count', '2', 'type'],
      ['/total_amount_obj/amountStr', 930.05, 'type'],
      ['/total_amount_obj/currencyCode', absent, 'required'],
    ],
  ],
  [
    'payout-query-data',
    'inReview',
    [
      ...requiredOf('pay_order_id', 'request_id', 'order_status', 'currency', 'total_amount', 'created_at', 'details'),
      ['/order_status', 0, 'type'],
      ['/total_amount', 430.05, 'type'],
      ['/decimal_places', -1, 'minimum'],
      ['/created_at', '4 March 2026', 'anyOf'],
      ['/details/0/payout_order_detail_id', absent, 'required'],
      ['/details/0/mch_order_id', absent, 'required'],
      ['/details/0/amount', 430.05, 'type'],
      ['/details/0/status', 0, 'type'],
      ['/details/0/audit_state', 'MAYBE', 'enum'],
      ['/details/0/actual_amount', 1, 'anyOf'],
      ['/details/0/bank_country_code', 'Philippines', 'anyOf'],
    ],
  ],
  [
    'payout-banks-data',
    'list',
    [
      ['/0/code', absent, 'anyOf', '/0'],
      ['/1/name', absent, 'anyOf', '/1'],
      ['/0/name', '', 'minLength'],
      ['', {}, 'anyOf'],
    ],
  ],
  [
    'payout-balance-data',
    'object',
    [
      ['/balance', 250000.5, 'anyOf'],
      ['', 'none', 'anyOf'],
    ],
  ],
  [
    'payin-webhook-v2',
    'succeed',
    [
      ...requiredOf('pay_order_id', 'request_id', 'order_status', 'order_status_int', 'target_currency'),
      ...requiredOf('target_amount', 'product_name', 'description', 'api_version'),
      ['/api_version', 'v1', 'pattern'],
      ['/order_status_int', 9, 'enum'],
      ['/order_status_int', '2', 'type'],
      ['/target_amount', 120, 'type'],
      ['/channel_biz_data', 'x', 'type'],
      ['/event', 1, 'type'],
    ],
  ],
  [
    'payin-webhook-v1',
    'succeed',
    [
      ['/api_version', 'v2', 'anyOf'],
      ['/request_id', absent, 'required'],
    ],
  ],
  [
    'payout-webhook',
    'partialSuccess',
    [...requiredOf('details', 'total_amount'), ['/details/1/status', absent, 'required']],
  ],
  [
    'risk-event-webhook',
    'dispute',
    [
      ['/event', 'refund_received', 'enum'],
      ['/event', null, 'type'],
      ['/event', absent, 'required'],
      ['/event_data', null, 'not'],
      ['/event_data', absent, 'required'],
    ],
  ],
];

describe.each(violations)('%s, example %s, with one element changed', (schema, name, table) => {
  const rows = table.map(([pointer, to, keyword, at = pointer]) => ({ pointer, to, keyword, at }));

  test.each(rows)('$pointer to $to: $keyword', ({ pointer, to, keyword, at }) => {
    const message = changed(exampleOf(schema, name), pointer, to);
    const problems = validateMessage(`lesspay/${schema}`, message);
    expect(problems.map((problem) => [problem.path, problem.keyword])).toContainEqual([at, keyword]);
  });

  test('what is wrong is all at or below the element that was changed, or above it', () => {
    for (const { pointer, to, at } of rows) {
      const problems = validateMessage(`lesspay/${schema}`, changed(exampleOf(schema, name), pointer, to));
      const strangers = problems
        .map(({ path }) => path)
        .filter((path) => !path.startsWith(at) && !path.startsWith(pointer) && !pointer.startsWith(path));
      expect(strangers, pointer).toEqual([]);
    }
  });
});
