import * as fc from 'fast-check';
import { type Check, holds, unmet } from '../../../harness/check.js';
import type { Exchange } from '../../../harness/exchange.js';
import type { Evidence } from '../../../harness/scenario.js';
import { isTerminal, payoutBatchMachine, payoutDetailMachine } from '../../../protocols/lesspay/state-machines.js';
import type { CreatePayoutBatchRequest } from '../../../schemas/lesspay/messages.generated.js';
import {
  contentOf,
  deliveredBody,
  deliveredStatus,
  deliveriesAbout,
  describeDeliveries,
} from '../reading/deliveries.js';
import { detailStates, payoutStatus } from '../reading/states.js';
import { scenario } from '../scenario.js';
import { type SettlementPlan, settlement } from '../state/settlements.js';
import { claimedBatch, claimsBatch } from '../steps/claimed-batches.js';
import { lookUp } from '../steps/look-up.js';
import { move } from '../steps/move.js';
import { newOrder } from '../steps/new-order.js';

/** A batch whose details are settled in two parts, and what arrived in between and in the end. */
interface SettledBatch extends Record<string, Evidence[string]> {
  readonly created: Exchange;
  /** The query while a detail was open. */
  readonly between: Exchange;
  readonly early: readonly Exchange[];
  readonly all: readonly Exchange[];
}

const isFinal = (delivery: Exchange): boolean => {
  const status = deliveredStatus(delivery);
  return status !== null && isTerminal(payoutBatchMachine, status);
};

const details = { min: 2, max: 4 };

/** A single message: all final deliveries have one content. */
function singleMessage({ all }: SettledBatch): Check {
  const finals = all.filter(isFinal);
  const contents = new Set(finals.map((delivery) => contentOf(deliveredBody(delivery) ?? undefined)));
  return holds(
    contents.size === 1,
    'one final message, whose repeats are equal',
    () => (contents.size === 0 ? describeDeliveries(all) : `${contents.size} different messages`),
    finals.at(-1),
  );
}

/** Nothing final arrives before each detail is final. */
function notBeforeTheDetails({ between, early }: SettledBatch): Check {
  const open = detailStates(between).some(({ status }) => status !== null && !isTerminal(payoutDetailMachine, status));
  if (!open) return unmet('noOpenDetail', 'The query shows no detail that was still open.');
  const finals = early.filter(isFinal);
  return holds(
    finals.length === 0,
    'no final message while a detail is in processing',
    () => describeDeliveries(finals),
    finals[0],
  );
}

/** WEBHOOK-010: a final batch is notified by a single message, and not before each of its details is final (docs page P-PO-DG, step 4). */
export const oneMessageForABatch = scenario<SettlementPlan, SettledBatch>({
  id: 'WEBHOOK-010',
  title: 'The details of a batch are settled one part after the other: a single final message arrives, after the last',
  needs: ['control', 'inbox'],
  weight: 0.4,
  claimed: (profile) => claimsBatch(profile, { details }),
  given: (profile) =>
    fc
      .constantFrom('all' as const, 'some' as const)
      .chain((success) => settlement(claimedBatch(profile, { details }), success)),
  async drive(actors, { message, end, first, rest }) {
    const { created, id } = await newOrder(actors.platform, 'createPayoutBatch', actors.fresh(message));
    await move(actors, id, 'PENDING_PAY');
    await move(actors, id, end, first);
    const between = await lookUp(actors, 'payout', { pay_order_id: id });
    const early = deliveriesAbout(await actors.mailbox.waitFor(() => false, actors.quietMs), id);
    // A batch that is final too early cannot be moved any more. One whose status is not shown is moved.
    const status = payoutStatus(between);
    if (status === null || !isTerminal(payoutBatchMachine, status)) await move(actors, id, end, rest);
    await actors.mailbox.waitFor((arrived) => deliveriesAbout(arrived, id).some(isFinal), actors.patienceMs);
    const all = deliveriesAbout(await actors.mailbox.waitFor(() => false, actors.quietMs), id);
    return { created, between, early, all };
  },
  judge: { 'WEBHOOK-010': singleMessage, 'WEBHOOK-011': notBeforeTheDetails },
});

interface Rejected extends Record<string, Evidence[string]> {
  readonly created: Exchange;
  readonly deliveries: readonly Exchange[];
}

/** WEBHOOK-012: the rejection of a batch is notified (docs page P-PO-DG, step 2). */
export const rejectionIsNotified = scenario<CreatePayoutBatchRequest, Rejected>({
  id: 'WEBHOOK-012',
  title: 'A batch is rejected in review: a webhook says FAILED',
  needs: ['control', 'inbox'],
  weight: 0.4,
  claimed: (profile) => claimsBatch(profile),
  given: (profile) => claimedBatch(profile),
  async drive(actors, message) {
    const { created, id } = await newOrder(actors.platform, 'createPayoutBatch', actors.fresh(message));
    await move(actors, id, 'FAILED');
    const arrived = await actors.mailbox.waitFor(
      (deliveries) => deliveriesAbout(deliveries, id).some((delivery) => deliveredStatus(delivery) === 'FAILED'),
      actors.patienceMs,
    );
    return { created, deliveries: deliveriesAbout(arrived, id) };
  },
  judge: {
    'WEBHOOK-012': ({ deliveries }) =>
      holds(
        deliveries.some((delivery) => deliveredStatus(delivery) === 'FAILED'),
        'a delivery with the order_status FAILED',
        () => describeDeliveries(deliveries),
        deliveries[0],
      ),
  },
});
