import type { Requirement } from '../../requirement.js';
import { either, OK, PO, PO_PARAM, tolerating, toleratingCodes } from '../outcomes.js';
import { always, each, seen } from './cases.js';
import { payoutBatchDetailRequirements } from './payout-batch-details.js';
import { rule } from './rule.js';

/** Create Payout Batch, up to PAYOUT-BATCH-026: the batch as a whole. */
const wholeBatch: readonly Requirement[] = [
  rule('PAYOUT-BATCH-001', 'MUST', 'platform', {
    statement: 'A valid batch with a single bank detail is accepted.',
    source: 'S003 1',
    accepted: always(OK),
    errata: ['E-01', 'E-56'],
  }),
  rule('PAYOUT-BATCH-002', 'MUST', 'platform', {
    statement: 'A valid batch with several bank details is accepted, and the answer counts them.',
    source: 'S003 1.3',
    accepted: always(OK, '`total_count` equals the number of details sent'),
    errata: ['E-01', 'E-56'],
  }),
  rule('PAYOUT-BATCH-003', 'MUST', 'platform', {
    statement: 'A valid batch of wallet payouts is accepted.',
    source: 'S003 2',
    accepted: always(OK),
    errata: ['E-09', 'E-10', 'E-11', 'E-13', 'E-56'],
  }),
  rule('PAYOUT-BATCH-004', 'MUST', 'platform', {
    statement: 'The answer to an accepted batch gives its status as `PENDING_CONFIRM`.',
    source: 'S003 1.2, 1.6; P-PO-DG',
    accepted: always(OK, '`data.order_status` is `PENDING_CONFIRM`'),
    errata: ['E-02'],
  }),
  rule('PAYOUT-BATCH-005', 'MUST', 'platform', {
    statement: 'The answer to an accepted batch has a `pay_order_id` that is a non-empty string.',
    source: 'S003 1.6',
    accepted: always(OK, '`data.pay_order_id` is a string of at least one character'),
    errata: ['E-02'],
  }),
  rule('PAYOUT-BATCH-006', 'MUST', 'platform', {
    statement: 'The answer to an accepted batch repeats its `request_id`.',
    source: 'S003 1.6',
    accepted: always(OK, '`data.request_id` equals the one sent'),
    errata: ['E-02'],
  }),
  rule('PAYOUT-BATCH-007', 'MUST', 'platform', {
    statement: 'The answer to an accepted batch gives `created_at` as the ISO 8601 text of a date and time.',
    source: 'S003 1.6',
    accepted: always(
      OK,
      '`data.created_at` is RFC 3339 text; ISO 8601 with an offset without colon, or without an offset, passes with a remark',
    ),
    errata: ['E-36'],
  }),
  rule('PAYOUT-BATCH-008', 'MUST', 'platform', {
    statement: 'The answer to an accepted batch gives `total_count` as an integer.',
    source: 'S003 1.6',
    accepted: always(OK, '`data.total_count` is a JSON number without a fraction'),
    errata: ['E-02'],
  }),
  rule('PAYOUT-BATCH-009', 'MUST', 'platform', {
    statement: 'The answer to an accepted batch repeats total and currency in `total_amount_obj`.',
    source: 'S003 1.6',
    accepted: always(
      OK,
      '`amountStr`, without thousands separators and currency mark, equals the total numerically; `currencyCode` equals the currency',
    ),
    errata: ['E-85'],
  }),
  rule('PAYOUT-BATCH-010', 'MUST', 'platform', {
    statement: 'A batch whose `total_amount` is not the sum of its details, be it by `0.01`, is refused.',
    source: 'S000 30002; S003',
    accepted: always(PO(30002)),
    errata: ['E-04'],
  }),
  rule('PAYOUT-BATCH-011', 'SHOULD', 'platform', {
    statement: 'Total and sum are compared as numbers: `200` is the sum of `100.00` and `100.00`.',
    source: 'inferred',
    accepted: always(OK),
  }),
  rule('PAYOUT-BATCH-012', 'SHOULD', 'platform', {
    statement: 'The sum is computed in exact decimals: `100.1` and `100.2` make `200.3`.',
    source: 'inferred',
    accepted: always(OK),
  }),
  rule('PAYOUT-BATCH-013', 'MUST', 'platform', {
    statement: 'A batch in which two details have the same `mch_order_id` is refused.',
    source: 'S000 30007',
    accepted: always(PO(30007)),
    errata: ['E-01'],
  }),
  rule('PAYOUT-BATCH-014', 'SHOULD', 'platform', {
    statement: 'Details of two different batches may have the same `mch_order_id`.',
    source: 'S000, S003 "within the batch"',
    accepted: always(OK),
  }),
  rule('PAYOUT-BATCH-015', 'MUST', 'platform', {
    statement: 'A batch without `request_id` is refused.',
    source: 'S003',
    accepted: always(PO_PARAM),
  }),
  rule('PAYOUT-BATCH-016', 'MUST', 'platform', {
    statement: 'A batch without `currency` is refused.',
    source: 'S003',
    accepted: always(either(PO_PARAM, PO(30001))),
  }),
  rule('PAYOUT-BATCH-017', 'MUST', 'platform', {
    statement: 'A batch without `total_amount` is refused.',
    source: 'S003',
    accepted: always(either(PO_PARAM, PO(30002), PO(30009))),
    errata: ['E-04'],
  }),
  rule('PAYOUT-BATCH-018', 'SHOULD', 'platform', {
    statement: 'A batch without `way_type` is refused.',
    source: 'S003 Yes; D1 optional',
    accepted: always(tolerating(either(PO_PARAM, PO(30043)), OK)),
    errata: ['E-08', 'E-28'],
  }),
  rule('PAYOUT-BATCH-019', 'SHOULD', 'platform', {
    statement: 'A batch without `way_code` is refused.',
    source: 'S003 Yes; D1 optional',
    accepted: always(tolerating(either(PO_PARAM, PO(30033)), OK)),
    errata: ['E-08', 'E-28'],
  }),
  rule('PAYOUT-BATCH-020', 'SHOULD', 'platform', {
    statement: 'A batch without `notify_url` is refused, unless the application has a default one.',
    source: 'S003 Yes; P-PO-WH',
    accepted: always(tolerating(PO_PARAM, OK)),
    errata: ['E-27'],
  }),
  rule('PAYOUT-BATCH-021', 'MUST', 'platform', {
    statement: 'A batch whose `payout_order_details` is missing, null or empty is refused.',
    source: 'S003',
    accepted: each(['absent', 'null', 'empty'], toleratingCodes(PO_PARAM, 30002)),
  }),
  rule('PAYOUT-BATCH-022', 'MUST', 'platform', {
    statement:
      'A batch whose `payout_order_details` is anything but an array of objects is refused as a mistake of the client.',
    source: 'S003',
    accepted: each(['object', 'text', 'array of numbers'], PO_PARAM),
  }),
  rule('PAYOUT-BATCH-023', 'MUST', 'platform', {
    statement: 'A batch with a detail that lacks `mch_order_id` is refused.',
    source: 'S003 2.3',
    accepted: always(toleratingCodes(PO_PARAM, 30007, 30021)),
    errata: ['E-01'],
  }),
  rule('PAYOUT-BATCH-024', 'MUST', 'platform', {
    statement: 'A batch with a detail that lacks `amount` is refused.',
    source: 'S003 2.3',
    accepted: always(either(PO_PARAM, PO(30009), PO(30002))),
    errata: ['E-01'],
  }),
  rule('PAYOUT-BATCH-025', 'SHOULD', 'platform', {
    statement: 'A batch with a detail that lacks `destination_type`, while the root has none either, is refused.',
    source: 'S003; D4',
    accepted: always(tolerating(PO_PARAM, OK)),
    errata: ['E-15'],
  }),
  rule('PAYOUT-BATCH-026', 'MUST', 'platform', {
    statement: 'A batch with a `destination_type` that does not exist, such as `paper`, is refused.',
    source: 'S003',
    accepted: always(toleratingCodes(PO_PARAM, 30043)),
    errata: ['E-15', 'E-17'],
  }),
];

/** Create Payout Batch, from PAYOUT-BATCH-041: limits, currencies, amounts, what is created, and the client. */
const limitsAndClient: readonly Requirement[] = [
  rule('PAYOUT-BATCH-041', 'MUST', 'platform', {
    statement: 'The `request_id` of a batch may have 64 characters.',
    source: 'S003',
    accepted: always(OK),
    errata: ['E-25'],
  }),
  rule('PAYOUT-BATCH-042', 'SHOULD', 'platform', {
    statement: 'A batch whose `request_id` has 65 characters is refused.',
    source: 'S003',
    accepted: always(PO_PARAM),
    errata: ['E-25'],
  }),
  rule('PAYOUT-BATCH-043', 'MUST', 'platform', {
    statement: 'The `mch_order_id` of a detail may have 64 characters.',
    source: 'S003',
    accepted: always(OK),
    errata: ['E-01', 'E-26'],
  }),
  rule('PAYOUT-BATCH-044', 'SHOULD', 'platform', {
    statement: 'A batch with an `mch_order_id` of 65 characters is refused.',
    source: 'S003',
    accepted: always(PO_PARAM),
    errata: ['E-01', 'E-26'],
  }),
  rule('PAYOUT-BATCH-045', 'MUST', 'platform', {
    statement: 'A batch in a currency that does not exist, such as `XXX`, is refused.',
    source: 'S000 30001',
    accepted: always(toleratingCodes(PO(30001), 30033, 30043)),
    errata: ['E-05'],
  }),
  rule('PAYOUT-BATCH-046', 'MUST', 'platform', {
    statement: 'The channel `TAZAPAY_PAYOUT` pays out PHP, INR and IDR.',
    source: 'S000 30001; S002 4.5.2',
    accepted: each(['PHP', 'INR', 'IDR'], OK),
    errata: ['E-05'],
  }),
  rule('PAYOUT-BATCH-047', 'MUST', 'platform', {
    statement: 'A batch with a detail `amount` that is not the text of a number is refused.',
    source: 'S000 30009',
    accepted: always(toleratingCodes(PO(30009), 30002)),
    errata: ['E-01'],
  }),
  rule('PAYOUT-BATCH-048', 'MUST', 'platform', {
    statement: 'A batch whose `total_amount` is not the text of a number is refused.',
    source: 'S000 30009',
    accepted: always(toleratingCodes(PO(30009), 30002)),
  }),
  rule('PAYOUT-BATCH-049', 'MUST', 'platform', {
    statement: 'A batch with a detail of zero or less is refused even when the details add up to the total.',
    source: 'S000 30009',
    accepted: each(['negative', 'zero'], toleratingCodes(PO(30009), 30073)),
  }),
  rule('PAYOUT-BATCH-050', 'MUST', 'platform', {
    statement: 'A refused batch leaves nothing behind, not even some of its details.',
    source: 'S003 1.7 (only code 0 is acceptance)',
    accepted: seen('a query for the `request_id` of a refused batch finds no order'),
  }),
  rule('PAYOUT-BATCH-051', 'SHOULD', 'platform', {
    statement:
      'A batch that has `destination_type` at its root and in no detail, as the demo client sends it, is accepted.',
    source: 'D4 PayoutBatchExample',
    accepted: always(OK),
    errata: ['E-15'],
  }),
  rule('PAYOUT-BATCH-052', 'SHOULD', 'platform', {
    statement: 'A query directly after the creation of a batch shows all its details.',
    source: 'S003 1.2 step 7, 1.7 step 4; inferred',
    accepted: always(OK, '`details` has one element for each `mch_order_id` sent, and no other'),
  }),
  rule('PAYOUT-BATCH-053', 'info', 'platform', {
    statement: 'Whether a batch may mix bank and wallet details is reported.',
    source: 'silent',
    accepted: always(either(OK, PO_PARAM, PO(30043), PO(30033)), 'recorded: accepted or refused'),
    errata: ['E-15'],
  }),
  rule('PAYOUT-BATCH-054', 'MUST', 'merchant', {
    statement: 'The client computes the total of a batch exactly and sends it as text.',
    source: 'S003; S002',
    accepted: seen('`total_amount` is a string that equals the sum of the detail amounts numerically'),
  }),
  rule('PAYOUT-BATCH-055', 'SHOULD', 'merchant', {
    statement: 'The client reports a repeated `mch_order_id` in a batch, best before it sends anything.',
    source: 'S000 30007',
    accepted: seen('the call ends with an error of the client itself, or with the error 30007 of the platform'),
  }),
  rule('PAYOUT-BATCH-056', 'SHOULD', 'merchant', {
    statement: 'The client hands the `pay_order_id`, `request_id` and `order_status` of the answer to its caller.',
    source: 'S003 1.7 step 2',
    accepted: seen('the three values come out of the client unchanged'),
    errata: ['E-02'],
  }),
  rule('PAYOUT-BATCH-057', 'MUST', 'merchant', {
    statement:
      'The client sends each member that the documents require of a batch, according to the kind of its details.',
    source: 'S003 1.3, 2.3',
    accepted: seen(
      'the required members are there, `destination_type` in each detail included; `bank_swift_code` may be missing for domestic cards; a `destination_type` at the root besides is harmless',
    ),
    errata: ['E-15', 'E-27', 'E-28', 'E-29'],
  }),
  rule('PAYOUT-BATCH-058', 'info', 'platform', {
    statement: 'How a batch whose root and details differ in `destination_type` is answered is reported.',
    source: 'silent',
    accepted: always(
      either(OK, PO_PARAM, PO(30043), PO(30033)),
      'recorded: refused, or which of the two values counts',
    ),
    errata: ['E-15'],
  }),
];

/** Create Payout Batch: many payouts in one request, with one review and one final notification. */
export const payoutBatchRequirements: readonly Requirement[] = [
  ...wholeBatch,
  ...payoutBatchDetailRequirements,
  ...limitsAndClient,
];
