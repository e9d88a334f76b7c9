import type { Requirement } from '../../requirement.js';
import { either, forbidden, OK, PO, PO_PARAM, toleratingCodes } from '../outcomes.js';
import { always, seen } from './cases.js';
import { rule } from './rule.js';

/** Fetch Payout: one batch or single payout with its details. */
export const payoutQueryRequirements: readonly Requirement[] = [
  rule('PAYOUT-QUERY-001', 'MUST', 'platform', {
    statement: 'A payout is found by its `pay_order_id`.',
    source: 'P-FPO; D1',
    accepted: always(OK, '`data.pay_order_id` equals the one asked for'),
  }),
  rule('PAYOUT-QUERY-002', 'MUST', 'platform', {
    statement: 'A payout is found by its `request_id`.',
    source: 'P-FPO; D1',
    accepted: always(OK, '`data.request_id` equals the one asked for'),
  }),
  rule('PAYOUT-QUERY-003', 'SHOULD', 'platform', {
    statement: 'A payout is found when both its identifiers are given.',
    source: 'P-FPO',
    accepted: always(OK, '`data` is the order that both identifiers name'),
  }),
  rule('PAYOUT-QUERY-004', 'MUST', 'platform', {
    statement: 'A payout query without an identifier is refused.',
    source: 'S000 30000, 30020; cannot work without; D1 "one is required"',
    accepted: always(toleratingCodes(PO_PARAM, 30020)),
  }),
  rule('PAYOUT-QUERY-005', 'MUST', 'platform', {
    statement: 'A query for a payout that does not exist is answered with "order not found".',
    source: 'S000 30020',
    accepted: always(PO(30020)),
  }),
  rule('PAYOUT-QUERY-006', 'MUST', 'platform', {
    statement: 'The answer to a query for a batch has the root members that the documents list.',
    source: 'P-FPO; P-PO-WH',
    accepted: seen(
      '`data` has `pay_order_id`, `request_id`, `order_status`, `currency`, `total_amount`, `created_at` and `details`; for a single payout a missing one is a remark',
    ),
    coverage: 'observed',
    errata: ['E-36', 'E-58'],
  }),
  rule('PAYOUT-QUERY-007', 'SHOULD', 'platform', {
    statement: 'Where the answer has `decimal_places`, it is an integer that is not negative.',
    source: 'D2',
    accepted: seen('`data.decimal_places`, where present, is an integer of 0 or more'),
    coverage: 'observed',
    errata: ['E-58'],
  }),
  rule('PAYOUT-QUERY-008', 'MUST', 'platform', {
    statement: 'Every detail in the answer has the members that the documents list.',
    source: 'P-PO-WH',
    accepted: seen(
      '`mch_order_id`, `payout_order_detail_id`, `amount` and `status` are there; `fail_reason`, `channel_order_no`, `bank_account_no` and `bank_account_name` may be null or missing',
    ),
    coverage: 'observed',
    errata: ['E-58'],
  }),
  rule('PAYOUT-QUERY-009', 'SHOULD', 'platform', {
    statement: 'Where a detail has an `audit_state`, it is `PENDING`, `APPROVED` or `REJECTED`.',
    source: 'D2',
    accepted: seen('`audit_state` is one of the three values, or is missing'),
    coverage: 'observed',
    errata: ['E-58'],
  }),
  rule('PAYOUT-QUERY-010', 'MUST', 'platform', {
    statement: 'The `total_amount` in the answer is the total that was requested and the sum of the detail amounts.',
    source: 'S003; S000 30002',
    accepted: seen('the three are numerically equal'),
    coverage: 'observed',
    errata: ['E-22'],
  }),
  rule('PAYOUT-QUERY-011', 'SHOULD', 'platform', {
    statement: 'A `fail_reason` is given only after a failure or a partial success.',
    source: 'D2; P-PO-WH "if applicable"',
    accepted: seen('`fail_reason` of a pending or successful order is null, missing or empty'),
    coverage: 'observed',
    errata: ['E-74'],
  }),
  rule('PAYOUT-QUERY-012', 'MUST', 'platform', {
    statement: 'An application that asks for the payout of another application learns nothing about it.',
    source: 'S000 403, 30020',
    accepted: always(either(PO(30020), forbidden('dataEmpty'))),
  }),
  rule('PAYOUT-QUERY-013', 'SHOULD', 'platform', {
    statement: 'For a final order the query answer and the webhook tell the same.',
    source: 'P-PO-WH "corresponds to PayoutQueryVO"',
    accepted: seen('the members that both have are deeply equal'),
    errata: ['E-58'],
  }),
  rule('PAYOUT-QUERY-014', 'SHOULD', 'platform', {
    statement: 'No two details of an order have the same id.',
    source: 'S000 30007',
    accepted: seen('within `details`, each `mch_order_id` and each `payout_order_detail_id` occurs once'),
    coverage: 'observed',
  }),
  rule('PAYOUT-QUERY-015', 'SHOULD', 'platform', {
    statement: 'A detail that has not succeeded yet shows no amount as paid.',
    source: 'D2; inferred',
    accepted: seen('`actual_amount` of a pending detail is null, missing or numerically zero'),
    coverage: 'observed',
    errata: ['E-58'],
  }),
  rule('PAYOUT-QUERY-016', 'SHOULD', 'platform', {
    statement: 'The `status` of a detail is one of the seven documented ones.',
    source: 'P-PO-WH; D2',
    accepted: seen('`status` is in the list, once its spelling variants are normalised'),
    coverage: 'observed',
    errata: ['E-19', 'E-20', 'E-82'],
  }),
  rule('PAYOUT-QUERY-017', 'MUST', 'platform', {
    statement: 'The query for a final batch shows what became of each of its details.',
    source: 'S003 1.2 step 7; P-PO-DG step 4',
    accepted: always(
      OK,
      '`details` has one entry for each `mch_order_id` sent and no other, each with its amount (numerically equal) and a status',
    ),
    errata: ['E-19', 'E-88'],
  }),
  rule('PAYOUT-QUERY-018', 'info', 'platform', {
    statement: 'How a payout query with the identifiers of two different orders is answered is reported.',
    source: 'silent',
    accepted: always(
      either(PO(30020), OK, PO_PARAM),
      'recorded: not found, refused, or which of the two orders; no answer mixes both',
    ),
  }),
];
