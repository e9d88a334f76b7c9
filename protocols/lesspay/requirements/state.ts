import type { Requirement } from '../../requirement.js';
import { OK } from '../outcomes.js';
import { always, seen } from './cases.js';
import { rule } from './rule.js';

/** Life cycles: which status an order has, and which may follow. */
export const stateRequirements: readonly Requirement[] = [
  rule('STATE-001', 'SHOULD', 'platform', {
    statement: 'A pay-in order begins its life waiting, for confirmation or for payment.',
    source: 'S002 4.1',
    accepted: seen('the first status that is seen is `PENDING_CONFIRM` or `PENDING_PAY`'),
    errata: ['E-21'],
  }),
  rule('STATE-002', 'MUST', 'platform', {
    statement: 'A new batch stays `PENDING_CONFIRM` until somebody has reviewed it.',
    source: 'S003 1.2; P-PO-DG',
    accepted: always(OK, 'the first query shows `PENDING_CONFIRM`; another legal status only after a review'),
  }),
  rule('STATE-003', 'MUST', 'platform', {
    statement: 'An approved batch becomes `PENDING_PAY`.',
    source: 'S003 1.2',
    accepted: seen('after the approval the query shows `PENDING_PAY`, or a status that may follow it'),
  }),
  rule('STATE-004', 'MUST', 'platform', {
    statement: 'A rejected batch becomes `FAILED`.',
    source: 'S003 1.2; P-PO-DG',
    accepted: seen('after the rejection the query shows `FAILED`'),
    errata: ['E-74', 'E-88'],
  }),
  rule('STATE-005', 'SHOULD', 'platform', {
    statement: 'The details of a rejected batch show that they were rejected, and why.',
    source: 'D2',
    accepted: seen('each has `audit_state` `REJECTED` and a non-empty `rejected_reason`'),
    errata: ['E-58', 'E-88'],
  }),
  rule('STATE-006', 'MUST', 'platform', {
    statement: 'A batch that is processed becomes final only when each of its details is final.',
    source: 'P-PO-DG step 4; P-PO-WH',
    accepted: seen('no final batch has a detail in `CREATED` or `PROCESSING`; a batch rejected in review is exempt'),
    errata: ['E-88'],
  }),
  rule('STATE-007', 'SHOULD', 'platform', {
    statement: 'A batch all of whose details succeeded is `SUCCEED`.',
    source: 'S002; inferred',
    accepted: seen('the status of the final batch is `SUCCEED` after normalisation'),
    errata: ['E-18', 'E-19', 'E-82'],
  }),
  rule('STATE-008', 'SHOULD', 'platform', {
    statement: 'A batch of which some details succeeded and others did not is `PARTIAL_SUCCESS`.',
    source: 'S002; P-PO-OV; inferred',
    accepted: seen('the status of the final batch is `PARTIAL_SUCCESS`'),
    errata: ['E-19', 'E-82'],
  }),
  rule('STATE-009', 'SHOULD', 'platform', {
    statement: 'A batch none of whose details succeeded is `FAILED`.',
    source: 'inferred',
    accepted: seen('the status of the final batch is `FAILED`'),
    errata: ['E-19', 'E-82'],
  }),
  rule('STATE-010', 'MUST', 'platform', {
    statement: 'No pay-in order ever is `PARTIAL_SUCCESS`.',
    source: 'S002 4.1 "Payout only"',
    accepted: seen('neither the name nor the integer 11 occurs as the status of a pay-in'),
    coverage: 'observed',
  }),
  rule('STATE-011', 'SHOULD', 'platform', {
    statement: 'No payout ever is `PAID`.',
    source: 'S002 4.1; D2 list',
    accepted: seen('neither the name nor the integer 12 occurs as the status of a payout'),
    coverage: 'observed',
  }),
  rule('STATE-012', 'SHOULD', 'platform', {
    statement: 'An order that has become final never becomes pending again.',
    source: 'inferred',
    accepted: seen('the statuses seen of each order and each detail, in the order of time, follow the life cycle'),
    coverage: 'observed',
  }),
  rule('STATE-013', 'SHOULD', 'platform', {
    statement: 'An order that has succeeded never becomes a failed one.',
    source: 'inferred',
    accepted: seen('no order is seen as `FAILED` after it was seen as `SUCCEED`'),
    coverage: 'observed',
    errata: ['E-18'],
  }),
  rule('STATE-014', 'MUST', 'platform', {
    statement: 'A risk event leaves the status of its order as it was.',
    source: 'P-FRAUD',
    accepted: seen('the queries before and after the event show the same status'),
    errata: ['E-69'],
  }),
  rule('STATE-015', 'MUST', 'platform', {
    statement: 'An order paid with another amount than its own does not count as succeeded.',
    source: 'S002 4.1 (12)',
    accepted: seen('the query shows `PAID` or 12; another status passes with a remark, `SUCCEED` does not'),
  }),
  rule('STATE-016', 'SHOULD', 'platform', {
    statement:
      'A pay-in order that is not paid is pending while its `expired_time` lasts, and stops being pending when that has passed.',
    source: 'D1 expired_time; inferred',
    accepted: seen(
      'with half of the time left the query shows a pending status; afterwards, within a grace period, `CLOSED`; `FAILED` and `CANCELED` pass with a remark',
    ),
  }),
  rule('STATE-017', 'SHOULD', 'platform', {
    statement: 'A detail that has succeeded tells the amount that was paid and the time of the payment.',
    source: 'D2',
    accepted: seen('`actual_amount` and `success_time` are there and not null'),
    errata: ['E-36', 'E-58'],
  }),
  rule('STATE-018', 'SHOULD', 'platform', {
    statement: 'A detail that has failed tells the reason.',
    source: 'D2; P-PO-WH',
    accepted: seen('`fail_reason` is a non-empty string'),
  }),
  rule('STATE-019', 'SHOULD', 'platform', {
    statement: 'A detail that went on after an approval shows the approval.',
    source: 'D2; inferred',
    accepted: seen('`audit_state`, where present, is `APPROVED`'),
    errata: ['E-58'],
  }),
  rule('STATE-020', 'SHOULD', 'merchant', {
    statement: 'The client knows which statuses end an order.',
    source: 'S002; P-PO-DG; inferred',
    accepted: seen('what the client calls final agrees with the life cycles of pay-ins and payouts'),
    errata: ['E-20'],
  }),
  rule('STATE-021', 'MUST', 'merchant', {
    statement: 'The client takes neither `PAID` nor `PARTIAL_SUCCESS` for a full success.',
    source: 'S002 4.1',
    accepted: seen('the client reports both statuses as something other than success'),
  }),
  rule('STATE-022', 'SHOULD', 'merchant', {
    statement: 'The client stays alive when it meets a status that it does not know.',
    source: 'D2 default branch',
    accepted: seen('the call ends without a crash, and the caller learns that the status is unknown'),
  }),
  rule('STATE-023', 'withdrawn', 'platform', {
    statement: 'Accepting a batch is not paying it.',
    source: 'S003 1.2',
    accepted: [],
    coverageNote: 'Contained in PAYOUT-BATCH-004.',
  }),
  rule('STATE-024', 'MUST', 'merchant', {
    statement: 'The client does not report an order as paid because its create was accepted.',
    source: 'S003 1.7 step 1; P-PI-OV',
    accepted: seen('after a create with `code` 0 the client says accepted or pending'),
    errata: ['E-86'],
  }),
  rule('STATE-025', 'SHOULD', 'merchant', {
    statement: 'When the webhook of an order stays away for long, the client asks for the order.',
    source: 'S003 1.7 step 4; P-PI-DG step 4',
    accepted: seen('without a delivery, a query arrives within the patience that the client is configured for'),
  }),
];
