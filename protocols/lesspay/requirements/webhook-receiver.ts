import type { Requirement } from '../../requirement.js';
import { seen } from './cases.js';
import { rule } from './rule.js';

const acknowledged = 'the delivery is acknowledged';
const notAcknowledged = 'the delivery is not acknowledged';

/**
 * Webhooks, WEBHOOK-021 to WEBHOOK-035: what the merchant's receiver does. A delivery is acknowledged when the status is 2xx
 * and the trimmed body is `SUCCESS` (another case passes with a remark) or, for a payout, JSON with the integer `code` 0.
 * Anything else, HTTP 200 with `FAIL` included, is no acknowledgement.
 */
export const webhookReceiverRequirements: readonly Requirement[] = [
  rule('WEBHOOK-021', 'MUST', 'receiver', {
    statement: 'The receiver checks the signature before it acts on a webhook.',
    source: 'P-PI-WH 2; P-PO-WH 2',
    accepted: seen('a body that was altered is not acknowledged and, where that can be seen, changes nothing'),
  }),
  rule('WEBHOOK-022', 'MUST', 'receiver', {
    statement: 'The receiver refuses a webhook without a signature.',
    source: 'P-PI-WH 2',
    accepted: seen(notAcknowledged),
  }),
  rule('WEBHOOK-023', 'MUST', 'receiver', {
    statement: 'The receiver refuses a webhook that was signed with another secret.',
    source: 'P-PI-WH 2',
    accepted: seen(notAcknowledged),
  }),
  rule('WEBHOOK-024', 'MUST', 'receiver', {
    statement: 'The receiver answers a correctly signed webhook of either product with `SUCCESS`.',
    source: 'P-PI-DG 3; P-PO-DG 4',
    accepted: [
      { when: 'pay-in', holds: 'a body that is flat once null members are dropped is acknowledged' },
      { when: 'payout', holds: 'a body whose digest is the same under each reading of member order is acknowledged' },
    ],
    errata: ['E-41'],
  }),
  rule('WEBHOOK-025', 'withdrawn', 'receiver', {
    statement: 'The receiver answers a webhook that it refuses with something other than `SUCCESS`.',
    source: 'D2, D4',
    accepted: [],
    coverageNote: 'Contained in WEBHOOK-021, WEBHOOK-022 and WEBHOOK-023.',
  }),
  rule('WEBHOOK-026', 'MUST', 'receiver', {
    statement: 'The receiver finds the signature header whatever the case of its name.',
    source: 'P-PI-WH; D4 (spelled differently)',
    accepted: seen('the delivery is acknowledged with the header name in lower, upper and mixed case'),
    errata: ['E-37'],
  }),
  rule('WEBHOOK-027', 'SHOULD', 'receiver', {
    statement: 'The receiver handles a pay-in webhook that has no `X-Auth-Timestamp`.',
    source: 'D4 required=false',
    accepted: seen(acknowledged),
    errata: ['E-38'],
  }),
  rule('WEBHOOK-028', 'SHOULD', 'receiver', {
    statement: 'The receiver acts once on a webhook that arrives twice, and acknowledges it both times.',
    source: 'D4 retries; inferred',
    accepted: seen('both deliveries are acknowledged and, where that can be seen, have one effect'),
    errata: ['E-42'],
  }),
  rule('WEBHOOK-029', 'SHOULD', 'receiver', {
    statement:
      'The receiver chooses the signed members by `api_version`, which may be v1 or v2 in either case, or missing.',
    source: 'D4',
    accepted: ['v1', 'V1', 'v2', 'V2', 'absent'].map((version) => ({ when: version, holds: acknowledged })),
    errata: ['E-31', 'E-39', 'E-40'],
  }),
  rule('WEBHOOK-030', 'MUST', 'receiver', {
    statement: 'The receiver copes with null members.',
    source: 'P-PI-WH 2 step 1 (empty values occur); D4 sample',
    accepted: seen('a success whose `complete_time` is null is acknowledged'),
    errata: ['E-72'],
  }),
  rule('WEBHOOK-031', 'SHOULD', 'receiver', {
    statement: 'The receiver copes with members that it does not know, in v2 pay-in webhooks and in payout webhooks.',
    source: 'inferred',
    accepted: [
      { when: 'pay-in v2', holds: 'a body with a further, signed member is acknowledged' },
      { when: 'payout', holds: 'a body with a further, signed member is acknowledged' },
    ],
  }),
  rule('WEBHOOK-032', 'MUST', 'receiver', {
    statement:
      'The receiver takes a webhook with a non-null `event` for news about the order, not for a change of its status.',
    source: 'P-FRAUD; D4',
    accepted: seen('the delivery is acknowledged, and the status that the receiver keeps of the order stays as it was'),
    errata: ['E-69'],
  }),
  rule('WEBHOOK-033', 'SHOULD', 'receiver', {
    statement: 'The receiver does not rely on the five members that a v1 signature leaves out.',
    source: 'D4 (consequence)',
    accepted: seen('a delivery in which only these members were altered has the same outcome as the original'),
    errata: ['E-40'],
  }),
  rule('WEBHOOK-034', 'SHOULD', 'receiver', {
    statement: 'The receiver stays alive when it meets an `order_status` that it does not know.',
    source: 'D2, D4 default branch',
    accepted: seen('the delivery is acknowledged or put off, without a 5xx status each time it is repeated'),
  }),
  rule('WEBHOOK-035', 'SHOULD', 'receiver', {
    statement: 'The receiver reads `SUCCESS`, `SUCCEED` and `SUCCEEDED` as the same status.',
    source: 'P-PO-WH vs S002',
    accepted: seen('the three spellings have the same outcome'),
    errata: ['E-18', 'E-19'],
  }),
];
