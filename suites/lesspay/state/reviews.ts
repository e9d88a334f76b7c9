import { type Check, given, holds, met, unmet } from '../../../harness/check.js';
import { describeAnswer, type Exchange, type Json } from '../../../harness/exchange.js';
import type { Evidence } from '../../../harness/scenario.js';
import { isLegalStep, payoutBatchMachine } from '../../../protocols/lesspay/state-machines.js';
import type { OrderStatus } from '../../../protocols/lesspay/statuses.js';
import type { CreatePayoutBatchRequest } from '../../../schemas/lesspay/messages.generated.js';
import { accepted, meets } from '../reading/outcomes.js';
import { detailStates, payoutStatus } from '../reading/states.js';
import { scenario } from '../scenario.js';
import { claimedBatch, claimsBatch } from '../steps/claimed-batches.js';
import { lookUp } from '../steps/look-up.js';
import { move } from '../steps/move.js';
import { newOrder } from '../steps/new-order.js';

/** A create, and a query for its batch after a review, or before any. */
interface Reviewed extends Record<string, Evidence[string]> {
  readonly created: Exchange;
  readonly after: Exchange;
}

const details = { min: 1, max: 4 };

/** The batch has a status for which `legal` holds. */
export function batchStatus(query: Exchange, legal: (status: OrderStatus) => boolean, expected: string): Check[] {
  const status = payoutStatus(query);
  return [
    ...accepted(query).map((check) => given(check, 'queryRefused')),
    status === null
      ? unmet('noStatus', `No known status of the batch is in the query: ${describeAnswer(query)}.`)
      : holds(legal(status), expected, () => status, query),
  ];
}

/** `check` for each detail that `concerns` picks; nothing to judge when there is none. */
export function eachDetail(
  query: Exchange,
  concerns: (state: ReturnType<typeof detailStates>[number]) => boolean,
  check: (detail: { readonly [name: string]: Json }, name: string) => Check,
): Check[] {
  return [
    ...accepted(query).map((answer) => given(answer, 'queryRefused')),
    ...detailStates(query)
      .filter(concerns)
      .map(({ detail }) => check(detail, `detail ${String(detail.mch_order_id)}`)),
  ];
}

/** True for text of at least one character that is not blank. */
export const isText = (value: Json | undefined): boolean => typeof value === 'string' && value.trim() !== '';

/** A detail that went on after an approval: its `audit_state`, where it is shown, is `APPROVED`. */
export function approvedWhereShown(query: Exchange): Check[] {
  return eachDetail(
    query,
    ({ status }) => status === 'PROCESSING' || status === 'SUCCEEDED',
    ({ audit_state: audit }, name) =>
      audit === undefined || audit === null
        ? met
        : holds(audit === 'APPROVED', `audit_state APPROVED of ${name}`, () => String(audit), query),
  );
}

/** STATE-002: a new batch stays `PENDING_CONFIRM` until somebody has reviewed it (seed 003 section 1.2; docs page P-PO-DG). */
export const newBatchWaitsForReview = scenario<CreatePayoutBatchRequest, Reviewed>({
  id: 'STATE-002',
  title: 'A batch is created and asked for before any review: it is PENDING_CONFIRM',
  claimed: (profile) => claimsBatch(profile, { details }),
  given: (profile) => claimedBatch(profile, { details }),
  async drive(actors, message) {
    const { created, requestId } = await newOrder(actors.platform, 'createPayoutBatch', actors.fresh(message));
    return { created, after: await lookUp(actors, 'payout', { request_id: requestId }) };
  },
  judge: {
    'STATE-002': ({ after }) => [
      ...meets('STATE-002', after),
      ...batchStatus(
        after,
        (status) => status === 'PENDING_CONFIRM',
        'PENDING_CONFIRM, as nobody has reviewed the batch',
      ),
    ],
  },
});

/** STATE-003: an approved batch becomes `PENDING_PAY` (seed 003 section 1.2). */
export const approvedBatchIsProcessed = scenario<CreatePayoutBatchRequest, Reviewed>({
  id: 'STATE-003',
  title: 'A batch is approved: it is PENDING_PAY, or already further on the way',
  needs: ['control'],
  claimed: (profile) => claimsBatch(profile, { details }),
  given: (profile) => claimedBatch(profile, { details }),
  async drive(actors, message) {
    const { created, id } = await newOrder(actors.platform, 'createPayoutBatch', actors.fresh(message));
    await move(actors, id, 'PENDING_PAY');
    return { created, after: await lookUp(actors, 'payout', { pay_order_id: id }) };
  },
  judge: {
    'STATE-003': ({ after }) =>
      batchStatus(
        after,
        (status) => isLegalStep(payoutBatchMachine, 'PENDING_PAY', status),
        'PENDING_PAY, or a status that may follow it',
      ),
    'STATE-019': ({ after }) => approvedWhereShown(after),
  },
});

/** STATE-004: a rejected batch becomes `FAILED` (seed 003 section 1.2; docs page P-PO-DG). */
export const rejectedBatchFails = scenario<CreatePayoutBatchRequest, Reviewed>({
  id: 'STATE-004',
  title: 'A batch is rejected in review: it is FAILED, and its details say why',
  needs: ['control'],
  claimed: (profile) => claimsBatch(profile, { details }),
  given: (profile) => claimedBatch(profile, { details }),
  async drive(actors, message) {
    const { created, id } = await newOrder(actors.platform, 'createPayoutBatch', actors.fresh(message));
    await move(actors, id, 'FAILED');
    return { created, after: await lookUp(actors, 'payout', { pay_order_id: id }) };
  },
  judge: {
    'STATE-004': ({ after }) => batchStatus(after, (status) => status === 'FAILED', 'FAILED'),
    'STATE-005': ({ after }) =>
      eachDetail(
        after,
        () => true,
        (detail, name) =>
          holds(
            detail.audit_state === 'REJECTED' && isText(detail.rejected_reason),
            `audit_state REJECTED and a rejected_reason of ${name}`,
            () => JSON.stringify({ audit_state: detail.audit_state, rejected_reason: detail.rejected_reason }),
            after,
          ),
      ),
  },
});
