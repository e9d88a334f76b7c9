import type { Requirement } from '../../requirement.js';
import { either, OK, PI_BIZ, PI_PARAM, refusedWith, tolerating } from '../outcomes.js';
import { always, each, seen, when } from './cases.js';
import { rule } from './rule.js';

/** The channel or the application declines a card request that is well formed. */
const declined = refusedWith(5000, 9999);

/** Card payments: cashier, OpenAPI with card data or token, payment session, 3DS. */
export const payinCardRequirements: readonly Requirement[] = [
  rule('PAYIN-CARD-001', 'MUST', 'platform', {
    statement:
      'A cashier request with `way_type` `CARD_PAYMENT`, `api_version` `V2` and `pay_access_type` 1 is accepted.',
    source: 'P-CARD',
    accepted: always(OK),
    errata: ['E-28', 'E-31', 'E-67'],
  }),
  rule('PAYIN-CARD-002', 'SHOULD', 'platform', {
    statement:
      'A card request with `api_version` `V1` is refused, unless it comes from the legacy merchant of that version.',
    source: 'P-CARD',
    accepted: always(tolerating(PI_BIZ, OK)),
    errata: ['E-31'],
  }),
  rule('PAYIN-CARD-003', 'SHOULD', 'platform', {
    statement: 'A card request in OpenAPI mode without `channel_extra` is refused.',
    source: 'D3',
    accepted: always(PI_BIZ),
    errata: ['E-65'],
  }),
  rule('PAYIN-CARD-004', 'SHOULD', 'platform', {
    statement: 'A card request whose `extra_type` is `card` and which lacks `card_data` is refused.',
    source: 'D3',
    accepted: always(PI_BIZ),
    errata: ['E-65'],
  }),
  rule('PAYIN-CARD-005', 'SHOULD', 'platform', {
    statement: 'A card request whose `extra_type` is `token` and which lacks `token_data.token` is refused.',
    source: 'D3',
    accepted: always(PI_BIZ),
    errata: ['E-65'],
  }),
  rule('PAYIN-CARD-006', 'SHOULD', 'platform', {
    statement: 'A card request with an unknown `extra_type` is refused.',
    source: 'D3',
    accepted: always(PI_BIZ),
    errata: ['E-66'],
  }),
  rule('PAYIN-CARD-007', 'SHOULD', 'platform', {
    statement: 'A `card_data.number` that does not consist of 16 to 19 digits is refused.',
    source: 'D3',
    accepted: [
      ...each(['12 digits', '20 digits', 'letters', 'spaces'], PI_BIZ),
      when('15 digits', either(OK, PI_BIZ)),
      ...each(['16 digits', '19 digits'], either(OK, declined), 'a refusal is not for the format of the number'),
    ],
    errata: ['E-68'],
  }),
  rule('PAYIN-CARD-008', 'SHOULD', 'platform', {
    statement: 'A `card_data.expiry_month` outside 1 to 12 is refused.',
    source: 'D3',
    accepted: each(['0', '13'], PI_BIZ),
  }),
  rule('PAYIN-CARD-009', 'SHOULD', 'platform', {
    statement: 'A `card_data.expiry_year` that does not have four digits is refused.',
    source: 'D3',
    accepted: always(PI_BIZ),
  }),
  rule('PAYIN-CARD-010', 'SHOULD', 'platform', {
    statement: 'A `card_data.cvv` that does not consist of 3 or 4 digits is refused.',
    source: 'D3',
    accepted: each(['2 digits', '5 digits', 'letters'], PI_BIZ),
  }),
  rule('PAYIN-CARD-011', 'MUST', 'platform', {
    statement: 'A card request is valid without `three_ds`, and with its `enabled` as null, `true` or `false`.',
    source: 'P-3DS',
    accepted: ['absent', 'null', 'true', 'false'].flatMap((value) => [
      when(`payment session, ${value}`, OK),
      when(`OpenAPI card, ${value}`, tolerating(OK, declined)),
    ]),
  }),
  rule('PAYIN-CARD-012', 'SHOULD', 'platform', {
    statement: 'A `three_ds.enabled` that is neither a boolean nor null is refused.',
    source: 'P-3DS',
    accepted: always(tolerating(PI_PARAM, OK)),
  }),
  rule('PAYIN-CARD-013', 'info', 'platform', {
    statement: 'Whether `three_ds` in a token payment, where it has no meaning, is ignored or refused is reported.',
    source: 'P-3DS',
    accepted: always(either(OK, PI_PARAM, PI_BIZ), 'recorded: ignored or refused'),
  }),
  rule('PAYIN-CARD-014', 'SHOULD', 'platform', {
    statement:
      'The answer to a successful create in payment-session mode contains the token and the secret of the session.',
    source: 'D4 CardPaymentExample',
    accepted: always(OK, '`payment_session_token` and `payment_session_secret` are strings, anywhere in `data`'),
    errata: ['E-28', 'E-66', 'E-67'],
  }),
  rule('PAYIN-CARD-015', 'SHOULD', 'platform', {
    statement: 'No answer and no webhook contains the card number or the cvv of a request.',
    source: 'inferred (PCI)',
    accepted: seen('neither value appears in the answers to creates and queries or in webhooks'),
    coverage: 'observed',
  }),
  rule('PAYIN-CARD-016', 'SHOULD', 'merchant', {
    statement:
      'The client writes the card number and the cvv as JSON strings, and the month and year of expiry as integers.',
    source: 'D3',
    accepted: seen(
      '`number` and `cvv` are strings, `expiry_month` and `expiry_year` are JSON numbers without a fraction',
    ),
  }),
  rule('PAYIN-CARD-017', 'MUST', 'merchant', {
    statement: 'The client sends `three_ds` as a member of `channel_extra`.',
    source: 'P-3DS',
    accepted: seen('`three_ds` occurs nowhere else, and its `enabled` is a boolean, null or absent'),
  }),
  rule('PAYIN-CARD-018', 'MUST', 'merchant', {
    statement:
      'The client gives a card cashier request the `way_type` `CARD_PAYMENT`, the `api_version` `V2` and the `pay_access_type` 1.',
    source: 'P-CARD',
    accepted: seen('the three members have these values; a missing `notify_url` is not a fault'),
    errata: ['E-27', 'E-28', 'E-31', 'E-67'],
  }),
  rule('PAYIN-CARD-019', 'SHOULD', 'merchant', {
    statement: 'The client keeps the card number and the cvv out of its logs and error texts.',
    source: 'inferred (PCI)',
    accepted: seen('neither value appears in the output and the errors of the client under test'),
  }),
];
