import type { AcceptedCase, Requirement } from '../../requirement.js';
import { either, OK, PI_PARAM, tolerating } from '../outcomes.js';
import { always, each, seen, when } from './cases.js';
import { rule } from './rule.js';

/** A refusal that the documents state for card cashier requests only; elsewhere its absence is a remark (E-87). */
const refusedForCards: readonly AcceptedCase[] = [
  when('card cashier request', PI_PARAM),
  when('another pay-in request', tolerating(PI_PARAM, OK)),
];

/** The members of a create pay-in request, one by one: presence, type, format, length. */
export const payinCreateMemberRequirements: readonly Requirement[] = [
  rule('PAYIN-CREATE-004', 'MUST', 'platform', {
    statement: 'A create request without a usable `request_id` is refused.',
    source: 'P-CARD; S002 3; D1',
    accepted: each(['absent', 'null', 'empty text'], PI_PARAM),
  }),
  rule('PAYIN-CREATE-005', 'MUST', 'platform', {
    statement: 'A create request without `target_amount` is refused.',
    source: 'P-CARD; D1',
    accepted: always(PI_PARAM),
  }),
  rule('PAYIN-CREATE-006', 'MUST', 'platform', {
    statement: 'A create request without `target_currency` is refused.',
    source: 'P-CARD; D1',
    accepted: always(PI_PARAM),
  }),
  rule('PAYIN-CREATE-007', 'MUST', 'platform', {
    statement: 'A create request without `transaction_type` is refused.',
    source: 'P-CARD; D1',
    accepted: refusedForCards,
    errata: ['E-87'],
  }),
  rule('PAYIN-CREATE-008', 'MUST', 'platform', {
    statement: 'A create request whose `transaction_type` is anything but `PAY_IN` is refused.',
    source: 'P-CARD; D1',
    accepted: [
      ...['PAY_OUT', 'REFUND'].flatMap((value) => [
        when(`${value}, card cashier request`, PI_PARAM),
        when(`${value}, another pay-in request`, tolerating(PI_PARAM, OK)),
      ]),
      when('pay_in', either(OK, PI_PARAM), 'recorded: whether the value is compared with regard to case'),
    ],
    errata: ['E-87'],
  }),
  rule('PAYIN-CREATE-009', 'MUST', 'platform', {
    statement: 'A create request without `success_url` is refused.',
    source: 'P-CARD; D1',
    accepted: refusedForCards,
    errata: ['E-87'],
  }),
  rule('PAYIN-CREATE-010', 'MUST', 'platform', {
    statement: 'A create request without `fail_url` is refused.',
    source: 'P-CARD; D1',
    accepted: refusedForCards,
    errata: ['E-87'],
  }),
  rule('PAYIN-CREATE-011', 'MUST', 'platform', {
    statement: 'A create request without `product_name` is refused.',
    source: 'P-CARD; D1',
    accepted: refusedForCards,
    errata: ['E-87'],
  }),
  rule('PAYIN-CREATE-012', 'MUST', 'platform', {
    statement: 'A create request without `description` is refused.',
    source: 'P-CARD; D1',
    accepted: refusedForCards,
    errata: ['E-87'],
  }),
  rule('PAYIN-CREATE-013', 'SHOULD', 'platform', {
    statement: 'A create request whose `api_version` is missing, or is neither `V1` nor `V2`, is refused.',
    source: 'D1; P-CARD',
    accepted: [when('absent', tolerating(PI_PARAM, OK)), when('V9', PI_PARAM)],
    errata: ['E-31', 'E-87'],
  }),
  rule('PAYIN-CREATE-014', 'SHOULD', 'platform', {
    statement: 'A create request without `pay_access_type` is taken for a cashier request, unless it is refused.',
    source: 'D1',
    accepted: always(either(OK, PI_PARAM), 'a success comes with a checkout URL'),
    errata: ['E-30'],
  }),
  rule('PAYIN-CREATE-015', 'MUST', 'platform', {
    statement: 'A create request whose `pay_access_type` is neither 1 nor 2 is refused.',
    source: 'S002 4.3',
    accepted: each(['0', '3', 'text'], PI_PARAM),
  }),
  rule('PAYIN-CREATE-016', 'MUST', 'platform', {
    statement: 'A create request whose `target_amount` is empty, negative or not a decimal number is refused.',
    source: 'S002 1; S001 11',
    accepted: each(['letters', 'empty text', 'negative'], PI_PARAM),
  }),
  rule('PAYIN-CREATE-017', 'SHOULD', 'platform', {
    statement: 'A create request whose `target_amount` is zero, with or without decimals, is refused.',
    source: 'inferred',
    accepted: each(['0', '0.00'], PI_PARAM),
  }),
  rule('PAYIN-CREATE-018', 'SHOULD', 'platform', {
    statement: 'A create request whose `target_currency` is no known currency is refused.',
    source: 'S002 4.4; S001 11, 5000',
    accepted: always(PI_PARAM),
  }),
  rule('PAYIN-CREATE-024', 'SHOULD', 'platform', {
    statement: 'A pay-in `request_id` of 20 characters is accepted.',
    source: 'D1',
    accepted: always(OK),
    errata: ['E-25'],
  }),
  rule('PAYIN-CREATE-025', 'info', 'platform', {
    statement: 'Whether a pay-in `request_id` of 21 to 64 characters is accepted is reported.',
    source: 'D1; S003',
    accepted: each(['21 characters', '64 characters'], either(OK, PI_PARAM), 'recorded: accepted or refused'),
    errata: ['E-25'],
  }),
  rule('PAYIN-CREATE-026', 'SHOULD', 'platform', {
    statement: 'A pay-in `request_id` of more than 64 characters is refused.',
    source: 'D1; S003',
    accepted: always(PI_PARAM),
    errata: ['E-25'],
  }),
  rule('PAYIN-CREATE-027', 'SHOULD', 'platform', {
    statement: 'A `product_name` may have 30 characters and no more.',
    source: 'D1',
    accepted: [when('30 characters', OK), when('31 characters', tolerating(PI_PARAM, OK))],
  }),
  rule('PAYIN-CREATE-028', 'SHOULD', 'platform', {
    statement: 'A pay-in `description` may have 50 characters and no more.',
    source: 'D1',
    accepted: [when('50 characters', OK), when('51 characters', tolerating(PI_PARAM, OK))],
  }),
  rule('PAYIN-CREATE-029', 'SHOULD', 'platform', {
    statement: 'A `success_url` and a `fail_url` may each have 255 characters and no more.',
    source: 'D1',
    accepted: [
      ...each(['success_url, 255 characters', 'fail_url, 255 characters'], OK),
      ...each(['success_url, 256 characters', 'fail_url, 256 characters'], tolerating(PI_PARAM, OK)),
    ],
  }),
  rule('PAYIN-CREATE-030', 'SHOULD', 'platform', {
    statement: 'An `expired_time` that is not a positive integer is refused.',
    source: 'D1',
    accepted: [...each(['0', '-1', 'text'], PI_PARAM), when('1800', OK)],
  }),
  rule('PAYIN-CREATE-031', 'MAY', 'platform', {
    statement: 'A create request may leave out `notify_url` where a default address is registered for the application.',
    source: 'P-PI-WH 1; D1',
    accepted: [
      when('a default is registered', tolerating(OK, PI_PARAM)),
      when('no default is registered', either(OK, PI_PARAM)),
    ],
    errata: ['E-27'],
  }),
  rule('PAYIN-CREATE-036', 'SHOULD', 'platform', {
    statement:
      'A create request in which a member has another JSON type is refused as a parameter error, never with a 5xx.',
    source: 'S001 11',
    accepted: each(['pay_access_type an object', 'request_id an array'], PI_PARAM),
  }),
  rule('PAYIN-CREATE-037', 'info', 'platform', {
    statement: 'Whether a create request with a member that the API does not know is accepted is reported.',
    source: 'P-CARD; D1 (silent)',
    accepted: always(either(OK, PI_PARAM), 'recorded: accepted or refused'),
  }),
  rule('PAYIN-CREATE-038', 'SHOULD', 'platform', {
    statement: 'Both `true` and `false` are accepted as `use_channel_request_id`.',
    source: 'D1',
    accepted: each(['true', 'false'], OK),
  }),
  rule('PAYIN-CREATE-039', 'MUST', 'merchant', {
    statement: 'The client sends the ten required members with every create pay-in request.',
    source: 'P-CARD; D1',
    accepted: seen(
      '`request_id`, `product_name`, `description`, `target_amount`, `target_currency`, `transaction_type`, `success_url`, `fail_url`, `api_version` and `pay_access_type` are present',
    ),
    errata: ['E-30', 'E-87'],
  }),
  rule('PAYIN-CREATE-040', 'MUST', 'merchant', {
    statement: 'The client writes `pay_access_type` as a JSON integer.',
    source: 'P-CARD; S002 4.3',
    accepted: seen('the member is a JSON number without a fraction'),
  }),
  rule('PAYIN-CREATE-041', 'SHOULD', 'merchant', {
    statement: 'The client writes `expired_time` as a JSON integer, a positive number of seconds.',
    source: 'D1',
    accepted: seen('the member, where present, is a JSON number without a fraction and greater than 0'),
  }),
];
