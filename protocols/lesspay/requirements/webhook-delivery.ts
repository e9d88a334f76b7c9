import type { Requirement } from '../../requirement.js';
import { seen } from './cases.js';
import { rule } from './rule.js';

/** Webhooks, WEBHOOK-001 to WEBHOOK-020: what the platform sends, where to, when, and how it is signed. */
export const webhookDeliveryRequirements: readonly Requirement[] = [
  rule('WEBHOOK-001', 'MUST', 'platform', {
    statement: 'A webhook is a POST whose body is a JSON object.',
    source: 'P-PI-WH, P-PO-WH (JSON body); D2, D4 (POST)',
    accepted: seen('the method is POST, and the body parses as a JSON object'),
    coverage: 'observed',
  }),
  rule('WEBHOOK-002', 'MUST', 'platform', {
    statement: 'A webhook has the header `x-auth-signature` with a digest in upper-case hexadecimal digits.',
    source: 'P-PI-WH 2; P-PO-WH 2',
    accepted: seen('the header, in any spelling of its name, matches `^[0-9A-F]{64}$`'),
    coverage: 'observed',
    errata: ['E-37'],
  }),
  rule('WEBHOOK-003', 'SHOULD', 'platform', {
    statement: 'A webhook has the header `X-Auth-Timestamp` with the time in milliseconds.',
    source: 'D2',
    accepted: seen('the header has 13 digits and a time near the arrival'),
    coverage: 'observed',
    errata: ['E-37', 'E-38'],
  }),
  rule('WEBHOOK-004', 'SHOULD', 'platform', {
    statement: 'A webhook is labelled `Content-Type: application/json`.',
    source: 'D2',
    accepted: seen('the header begins with `application/json`'),
    coverage: 'observed',
  }),
  rule('WEBHOOK-005', 'MUST', 'platform', {
    statement: 'For a pay-in the `notify_url` of the request goes before the default of the application.',
    source: 'P-PI-WH 1',
    accepted: seen('the delivery arrives at the URL of the request, and none at the default'),
    errata: ['E-27'],
  }),
  rule('WEBHOOK-006', 'MUST', 'platform', {
    statement: 'For a pay-in without `notify_url` the default of the application is used.',
    source: 'P-PI-WH 1',
    accepted: seen('the delivery arrives at the default URL'),
    errata: ['E-27'],
  }),
  rule('WEBHOOK-007', 'MUST', 'platform', {
    statement:
      'For a payout the `notify_url` of the request goes before the default, which stands in when there is none.',
    source: 'P-PO-WH 1',
    accepted: [
      { when: 'own URL', holds: 'the delivery arrives at the URL of the request, and none at the default' },
      { when: 'no own URL', holds: 'the delivery arrives at the default URL' },
    ],
    errata: ['E-27', 'E-57'],
  }),
  rule('WEBHOOK-008', 'MUST', 'platform', {
    statement: 'The success of a pay-in is notified.',
    source: 'P-PI-DG 3',
    accepted: seen('a delivery with the `order_status` `SUCCEED` arrives'),
    errata: ['E-18'],
  }),
  rule('WEBHOOK-009', 'MUST', 'platform', {
    statement: 'The failure of a pay-in is notified.',
    source: 'P-PI-DG 3',
    accepted: seen('a delivery with the `order_status` `FAILED` arrives'),
  }),
  rule('WEBHOOK-010', 'MUST', 'platform', {
    statement: 'A final batch is notified by a single message.',
    source: 'P-PO-DG 4 "single"',
    accepted: seen(
      'all deliveries with a final status have one content; repeats of it are allowed, and deliveries asked for with the trigger do not count',
    ),
    errata: ['E-42'],
  }),
  rule('WEBHOOK-011', 'MUST', 'platform', {
    statement: 'The final notification of a batch does not come before each of its details is final.',
    source: 'P-PO-DG 4',
    accepted: seen('while a detail is in processing, no delivery with a final status arrives'),
  }),
  rule('WEBHOOK-012', 'MUST', 'platform', {
    statement: 'The rejection of a batch is notified.',
    source: 'P-PO-DG 2',
    accepted: seen('a delivery with the `order_status` `FAILED` arrives'),
    errata: ['E-88'],
  }),
  rule('WEBHOOK-013', 'MUST', 'platform', {
    statement: 'The body of a payout webhook has the members of a query answer that the documents list.',
    source: 'P-PO-WH 3',
    accepted: seen(
      'root and details have the members that PAYOUT-QUERY-006 and PAYOUT-QUERY-008 name; others may be missing',
    ),
    coverage: 'observed',
    errata: ['E-36', 'E-58'],
  }),
  rule('WEBHOOK-014', 'MUST', 'platform', {
    statement: 'The body of a pay-in webhook has the eight documented members with their types.',
    source: 'P-PI-WH 3',
    accepted: seen(
      '`request_id`, `pay_order_id`, `order_status`, `target_currency`, `target_amount`, `product_name` and `description` are strings, and `order_status_int` is an integer',
    ),
    coverage: 'observed',
    errata: ['E-21'],
  }),
  rule('WEBHOOK-015', 'SHOULD', 'platform', {
    statement: 'The body of a pay-in webhook has the 19 members of the sample of the demo client.',
    source: 'D4',
    accepted: seen('each of the 19 members is there; null is allowed'),
    coverage: 'observed',
    errata: ['E-72'],
  }),
  rule('WEBHOOK-016', 'SHOULD', 'platform', {
    statement: 'The signature of a v2 pay-in webhook covers the whole body.',
    source: 'D4 (the docs: "specific fields")',
    accepted: seen(
      'the digest that the demo client computes over the whole body equals the header; another reading of nested members passes with a remark',
    ),
    coverage: 'observed',
    errata: ['E-39', 'E-40', 'E-43'],
  }),
  rule('WEBHOOK-017', 'SHOULD', 'platform', {
    statement: 'The signature of a v1 pay-in webhook covers the body without the five members that v1 leaves out.',
    source: 'D4',
    accepted: seen('the digest that the demo client computes over the remaining members equals the header'),
    errata: ['E-39', 'E-40'],
  }),
  rule('WEBHOOK-018', 'SHOULD', 'platform', {
    statement: 'A pay-in webhook whose `api_version` is missing or blank is signed like v1.',
    source: 'D4',
    accepted: seen('the digest that the demo client computes over the v1 members equals the header'),
    errata: ['E-39', 'E-40'],
  }),
  rule('WEBHOOK-019', 'SHOULD', 'platform', {
    statement: 'The version of a pay-in webhook is that of its order.',
    source: 'inferred',
    accepted: seen('the webhooks of an order created with `V2` say `v2`, in letters of either case'),
    errata: ['E-31', 'E-40'],
  }),
  rule('WEBHOOK-020', 'MUST', 'platform', {
    statement: 'The signature of a payout webhook covers the whole body.',
    source: 'P-PO-WH 2 "all parameters"',
    accepted: seen(
      'the digest that the demo client computes over the whole body equals the header; another reading of nested members and arrays passes with a remark',
    ),
    coverage: 'observed',
    errata: ['E-39', 'E-43', 'E-44', 'E-45'],
  }),
];
