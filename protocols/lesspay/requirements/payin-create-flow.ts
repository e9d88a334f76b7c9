import type { Requirement } from '../../requirement.js';
import { either, OK, PI_BIZ, PI_PARAM, refusedWith, toleratingCodes } from '../outcomes.js';
import { always, seen } from './cases.js';
import { rule } from './rule.js';

/** Create pay-in as a whole: acceptance, the answer, way codes and types, the order afterwards. */
export const payinCreateFlowRequirements: readonly Requirement[] = [
  rule('PAYIN-CREATE-001', 'MUST', 'platform', {
    statement: 'A valid cashier request in a currency of the application is accepted.',
    source: 'P-PI-DG step 1; D1 PayinExample',
    accepted: always(OK),
  }),
  rule('PAYIN-CREATE-002', 'MUST', 'platform', {
    statement: "The answer to a successful create contains the platform's id of the order.",
    source: 'S002 3; P-CARD',
    accepted: always(
      OK,
      'a non-empty string stands at `data.pay_order_id`, `data.order_data.pay_order_id`, `data.order_data.payOrderId` or `data.payOrderId`',
    ),
    errata: ['E-35'],
  }),
  rule('PAYIN-CREATE-003', 'MUST', 'platform', {
    statement: 'The answer to a successful create in cashier mode contains the URL of the checkout page.',
    source: 'P-PI-DG step 1',
    accepted: always(
      OK,
      'an http or https URL stands at `checkout_url` or `checkoutUrl` of `data` or `data.order_data`, or in another member of `data` so named',
    ),
    errata: ['E-35'],
  }),
  rule('PAYIN-CREATE-019', 'SHOULD', 'platform', {
    statement:
      'A create request whose `way_code` does not support its currency, such as `WX_H5` with `USDT`, is refused.',
    source: 'S002 4.5.1',
    accepted: always(PI_BIZ),
  }),
  rule('PAYIN-CREATE-020', 'SHOULD', 'platform', {
    statement: 'A create request with an unknown `way_code` is refused.',
    source: 'S002 4.5.1',
    accepted: always(toleratingCodes(PI_BIZ, 1202, 5003, 5004)),
    errata: ['E-53'],
  }),
  rule('PAYIN-CREATE-021', 'SHOULD', 'platform', {
    statement: 'A create request with an unknown `way_type` is refused.',
    source: 'S002 4.2',
    accepted: always(PI_PARAM),
    errata: ['E-06'],
  }),
  rule('PAYIN-CREATE-022', 'SHOULD', 'platform', {
    statement:
      'The value `WECHAT` of `way_type`, which the list of way types omits, is known to the platform even where it is not configured.',
    source: 'S002 4.5.1; D1',
    accepted: always(either(OK, toleratingCodes(refusedWith(5000, 9999), 11))),
    errata: ['E-06'],
  }),
  rule('PAYIN-CREATE-023', 'SHOULD', 'platform', {
    statement:
      'A create request whose `way_code` belongs to another `way_type` than the one it names, such as `WX_H5` with `CRYPTO`, is refused.',
    source: 'S002 4.5.1',
    accepted: always(PI_BIZ),
    errata: ['E-06'],
  }),
  rule('PAYIN-CREATE-032', 'withdrawn', 'platform', {
    statement: 'A create request with a `request_id` that is in use is refused.',
    source: 'S001 1201',
    accepted: [],
    coverageNote:
      'Says the same as IDEM-001 and IDEM-002, which also allow an identical repeat to be answered with the first order.',
  }),
  rule('PAYIN-CREATE-033', 'MUST', 'platform', {
    statement: 'Creates with two different `request_id` values give two different orders.',
    source: 'S002 3',
    accepted: always(OK, 'the order ids of the two answers differ'),
  }),
  rule('PAYIN-CREATE-034', 'SHOULD', 'platform', {
    statement:
      'An order is found by a query as soon as its create was answered, and it waits for confirmation or payment.',
    source: 'P-PI-DG step 4',
    accepted: always(OK, 'the status is `PENDING_CONFIRM` or `PENDING_PAY` after normalisation'),
    errata: ['E-21'],
  }),
  rule('PAYIN-CREATE-035', 'SHOULD', 'platform', {
    statement: 'The order keeps the currency of its create request.',
    source: 'P-PI-WH',
    accepted: seen('`target_currency` in query answers and webhooks equals the one that was sent'),
  }),
  rule('PAYIN-CREATE-042', 'SHOULD', 'platform', {
    statement: 'The payer is sent to `success_url` after the payment, and to `fail_url` after its failure.',
    source: 'P-CARD',
    accepted: seen('the last redirect of the checkout page leads to an address that begins with that URL'),
    coverage: 'needsOperator',
    coverageNote:
      'A checkout page that a test can drive as a payer would, with means of payment that succeed and fail; the API itself does not show the redirect.',
  }),
];
