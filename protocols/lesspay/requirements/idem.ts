import type { Requirement } from '../../requirement.js';
import { either, OK, PI_DUP, PO, SAME_ORDER, tolerating, toleratingCodes } from '../outcomes.js';
import { always, seen, when } from './cases.js';
import { rule } from './rule.js';

const payinRepeat = tolerating(PI_DUP, SAME_ORDER);
const payoutRepeat = either(toleratingCodes(PO(30011), 30010), SAME_ORDER);
const payoutConflict = toleratingCodes(PO(30010), 30011);

/** Idempotency: one `request_id`, one order. */
export const idemRequirements: readonly Requirement[] = [
  rule('IDEM-001', 'MUST', 'platform', {
    statement: 'A pay-in create sent again without any change is refused as a duplicate.',
    source: 'S001 1201',
    accepted: always(payinRepeat),
    errata: ['E-86'],
  }),
  rule('IDEM-002', 'MUST', 'platform', {
    statement: 'A pay-in create with a `request_id` in use and other content is refused as a duplicate.',
    source: 'S001 1201',
    accepted: always(PI_DUP),
    errata: ['E-86'],
  }),
  rule('IDEM-003', 'MUST', 'platform', {
    statement:
      'A batch sent again without any change is refused as a duplicate, or answered with the order that exists.',
    source: 'S000 30011',
    accepted: always(payoutRepeat),
    errata: ['E-54', 'E-86'],
  }),
  rule('IDEM-004', 'MUST', 'platform', {
    statement: 'A batch with a `request_id` in use and other content is refused as a conflict.',
    source: 'S000 30010',
    accepted: always(payoutConflict),
    errata: ['E-54', 'E-86'],
  }),
  rule('IDEM-005', 'MUST', 'platform', {
    statement: 'A single payout with a `request_id` in use is treated like such a batch.',
    source: 'S000',
    accepted: [when('identical repeat', payoutRepeat), when('other content', payoutConflict)],
    errata: ['E-54', 'E-86'],
  }),
  rule('IDEM-006', 'MUST', 'platform', {
    statement: 'For one application, one product and one `request_id` there is never more than one order.',
    source: 'S003 "unique under the same appid"; S001 1201; S000 30011',
    accepted: seen('after the attempts the query shows one order, with the content that was accepted first'),
  }),
  rule('IDEM-007', 'SHOULD', 'platform', {
    statement: 'Two applications may each create an order with the same `request_id`.',
    source: 'S003',
    accepted: always(OK, 'both creates are accepted'),
  }),
  rule('IDEM-008', 'MUST', 'platform', {
    statement: 'Several identical creates at the same moment never lead to two orders.',
    source: 'S003 uniqueness; S001 1201; S000 30011',
    accepted: seen(
      'all answers and the query together show one `pay_order_id` at most; that none of the creates succeeds is a remark',
    ),
    errata: ['E-54'],
  }),
  rule('IDEM-009', 'info', 'platform', {
    statement: 'Whether a pay-in and a payout may have the same `request_id` is reported.',
    source: 'unknown',
    accepted: [
      when('pay-in after payout', either(OK, PI_DUP), 'recorded: accepted or refused'),
      when('payout after pay-in', either(OK, PO(30010), PO(30011)), 'recorded: accepted or refused'),
    ],
  }),
  rule('IDEM-010', 'info', 'platform', {
    statement: 'Whether a batch and a single payout may have the same `request_id` is reported.',
    source: 'unknown',
    accepted: always(either(OK, PO(30010), PO(30011)), 'recorded: accepted or refused'),
  }),
  rule('IDEM-011', 'info', 'platform', {
    statement: 'Whether a `request_id` can be used again after its create was refused for its content is reported.',
    source: 'unknown',
    accepted: [
      when('pay-in', either(OK, PI_DUP), 'recorded: accepted or refused'),
      when('payout', either(OK, PO(30010), PO(30011)), 'recorded: accepted or refused'),
    ],
    errata: ['E-86'],
  }),
  rule('IDEM-012', 'SHOULD', 'merchant', {
    statement: 'After a network error the client does not send the create again under a new `request_id`.',
    source: 'inferred',
    accepted: seen('what follows the lost answer is a query, or the same create with the same id'),
    errata: ['E-86'],
  }),
  rule('IDEM-013', 'info', 'platform', {
    statement: 'Whether a repeat with the members in another order counts as identical is reported.',
    source: 'silent',
    accepted: [
      when('pay-in', either(PI_DUP, SAME_ORDER), 'recorded: treated as identical or as different'),
      when('payout', either(PO(30011), PO(30010), SAME_ORDER), 'recorded: treated as identical or as different'),
    ],
    errata: ['E-54'],
  }),
  rule('IDEM-014', 'MUST', 'merchant', {
    statement: 'The client gives every new order a `request_id` that it never used before.',
    source: 'P-PI-DG step 1; S002 3',
    accepted: seen('no id occurs twice, also across calls at the same moment and across restarts'),
  }),
  rule('IDEM-015', 'MUST', 'platform', {
    statement: 'A `request_id` stays in use when its order has become final, by success and by failure alike.',
    source: 'S001 1201; S000 30011',
    accepted: [
      when('pay-in, identical repeat', payinRepeat),
      when('pay-in, other content', PI_DUP),
      when('payout, identical repeat', payoutRepeat),
      when('payout, other content', payoutConflict),
    ],
    errata: ['E-54', 'E-86'],
  }),
];
