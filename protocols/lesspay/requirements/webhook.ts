import type { Requirement } from '../../requirement.js';
import { seen } from './cases.js';
import { rule } from './rule.js';
import { webhookDeliveryRequirements } from './webhook-delivery.js';
import { webhookReceiverRequirements } from './webhook-receiver.js';

/** Webhooks, from WEBHOOK-036: repeats, risk events, masking, and what was added later for both sides. */
const further: readonly Requirement[] = [
  rule('WEBHOOK-036', 'SHOULD', 'platform', {
    statement: 'A webhook that is not acknowledged is sent again.',
    source: 'D4 "further platform retries"',
    accepted: [
      { when: '500', holds: 'at least one more delivery arrives within the patience of the test' },
      { when: 'FAIL', holds: 'at least one more delivery arrives within the patience of the test' },
    ],
    errata: ['E-41', 'E-42'],
  }),
  rule('WEBHOOK-037', 'SHOULD', 'platform', {
    statement: 'A webhook that is acknowledged is not sent again.',
    source: 'D4',
    accepted: seen('after `SUCCESS` no further delivery of the same content arrives'),
    errata: ['E-41', 'E-42'],
  }),
  rule('WEBHOOK-038', 'SHOULD', 'platform', {
    statement: 'A webhook that is sent again says the same as before.',
    source: 'inferred',
    accepted: seen('the bodies of the deliveries are deeply equal'),
    errata: ['E-42'],
  }),
  rule('WEBHOOK-039', 'MUST', 'platform', {
    statement: 'The webhook of a risk event has one of the two documented values in `event`, and has `event_data`.',
    source: 'P-FRAUD',
    accepted: seen(
      '`event` is `payment_declined` or `dispute_received`; `event_data` is there and not null, and anything but an object is a remark',
    ),
    coverage: 'observed',
    errata: ['E-69', 'E-70'],
  }),
  rule('WEBHOOK-040', 'SHOULD', 'platform', {
    statement: 'The category of a dispute is one of the seven documented ones.',
    source: 'P-FRAUD',
    accepted: seen('the category, where `event_data` has one, is in the list'),
    coverage: 'observed',
  }),
  rule('WEBHOOK-041', 'SHOULD', 'platform', {
    statement: 'The webhook of an ordinary result has neither `event` nor `event_data`.',
    source: 'D4',
    accepted: seen('both members are null or missing'),
  }),
  rule('WEBHOOK-042', 'withdrawn', 'platform', {
    statement: 'In a pay-in webhook `order_status_int` and `order_status` denote the same status.',
    source: 'S002 4.1; P-PI-WH',
    accepted: [],
    coverageNote: 'Says the same as FMT-011.',
  }),
  rule('WEBHOOK-043', 'SHOULD', 'platform', {
    statement: 'The webhook of a failed pay-in tells the error.',
    source: 'D4',
    accepted: seen('`error_code` and `error_msg` are there and not null'),
  }),
  rule('WEBHOOK-044', 'MUST', 'platform', {
    statement: 'Payout webhooks show the account number and the account name masked only.',
    source: 'P-PO-WH 3 "masked"',
    accepted: seen('a clear value of 9 characters or more that was sent never appears in a delivery'),
    coverage: 'observed',
  }),
  rule('WEBHOOK-045', 'SHOULD', 'merchant', {
    statement: 'The merchant takes a webhook or a query for the proof of a payment, not a visit to `success_url`.',
    source: 'P-PI-OV flow 3, 4; inferred',
    accepted: seen("a visit to `success_url` alone leaves the merchant's order as it was"),
    coverage: 'needsOperator',
    coverageNote: "The merchant's own site with its success page, and a look at the order that the merchant keeps.",
  }),
  rule('WEBHOOK-046', 'SHOULD', 'receiver', {
    statement: 'Deliveries that arrive in the wrong order never move an order backwards.',
    source: 'inferred',
    accepted: seen('after a final status and then a pending one the receiver keeps the final status'),
  }),
  rule('WEBHOOK-047', 'info', 'receiver', {
    statement: 'Whether the receiver compares the signature in constant time is a matter of its code.',
    source: 'good practice',
    accepted: seen('recorded: the finding of a code review'),
    coverage: 'codeReview',
    coverageNote: 'Reading the comparison in the code; its time cannot be judged from outside.',
  }),
  rule('WEBHOOK-048', 'SHOULD', 'receiver', {
    statement: "The receiver compares amount and currency with the merchant's own order.",
    source: 'good practice; S002 `PAID`',
    accepted: [
      { when: 'another amount', holds: 'the payment is not booked' },
      { when: 'another currency', holds: 'the payment is not booked' },
    ],
  }),
  rule('WEBHOOK-049', 'MUST', 'platform', {
    statement: 'The signature of a pay-in webhook can be verified by one of the ways that the documents allow.',
    source: 'P-PI-WH 2',
    accepted: seen(
      'the upper-case digest equals the header over the whole body or over the v1 members, with one of the readings of nested members',
    ),
    coverage: 'observed',
    errata: ['E-39', 'E-40', 'E-43', 'E-81'],
  }),
  rule('WEBHOOK-050', 'SHOULD', 'receiver', {
    statement:
      'The receiver checks the signature over the text that arrived, before it maps numbers to types of its own.',
    source: 'inferred',
    accepted: seen(
      'a correctly signed v2 body whose `channel_biz_data` has the numbers `1.10` and `1e3` is acknowledged',
    ),
  }),
  rule('WEBHOOK-051', 'SHOULD', 'receiver', {
    statement: 'The receiver verifies nested members and arrays as the demo client does.',
    source: 'D2, D4',
    accepted: [
      { when: 'nested object', holds: 'the delivery is acknowledged' },
      { when: 'array of objects', holds: 'the delivery is acknowledged' },
      {
        when: 'null in an array object',
        holds: 'the delivery is acknowledged, although null members change the order in which the others are signed',
      },
    ],
    errata: ['E-43', 'E-44', 'E-45', 'E-80'],
  }),
  rule('WEBHOOK-052', 'MUST', 'platform', {
    statement: 'The secret that signs a webhook is that of the application whose order it reports.',
    source: 'P-PI-WH 2; P-PO-WH 2 "your appSecret"',
    accepted: seen(
      'the delivery of each of two applications verifies with its own secret and not with that of the other',
    ),
    errata: ['E-84'],
  }),
  rule('WEBHOOK-053', 'MUST', 'platform', {
    statement: 'A webhook identifies its order and repeats its currency.',
    source: 'P-PI-WH 3; P-PO-WH 3',
    accepted: seen('`request_id`, `pay_order_id` and the currency equal those of the order'),
    coverage: 'observed',
  }),
];

/** Webhooks: what the platform delivers, and what the merchant does with it. */
export const webhookRequirements: readonly Requirement[] = [
  ...webhookDeliveryRequirements,
  ...webhookReceiverRequirements,
  ...further,
];
