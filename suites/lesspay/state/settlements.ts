import * as fc from 'fast-check';
import { type Check, given, holds, unmet } from '../../../harness/check.js';
import type { Exchange } from '../../../harness/exchange.js';
import type { Evidence } from '../../../harness/scenario.js';
import { isTerminal, payoutBatchMachine, payoutDetailMachine } from '../../../protocols/lesspay/state-machines.js';
import type { OrderStatus } from '../../../protocols/lesspay/statuses.js';
import type { CreatePayoutBatchRequest } from '../../../schemas/lesspay/messages.generated.js';
import { accepted } from '../reading/outcomes.js';
import { detailStates, payoutStatus } from '../reading/states.js';
import { type LesspayScenario, scenario } from '../scenario.js';
import { claimedBatch, claimsBatch } from '../steps/claimed-batches.js';
import { lookUp } from '../steps/look-up.js';
import { type DetailMove, move } from '../steps/move.js';
import { newOrder } from '../steps/new-order.js';
import { approvedWhereShown, batchStatus, eachDetail, isText } from './reviews.js';

/** A batch that is to be approved, and what becomes of each of its details, in two parts. */
export interface SettlementPlan {
  readonly message: CreatePayoutBatchRequest;
  /** The status that the batch is bound for. */
  readonly end: OrderStatus;
  /** Leave at least one detail open. */
  readonly first: readonly DetailMove[];
  readonly rest: readonly DetailMove[];
}

/** Which of the details succeed. */
export type Success = 'all' | 'some' | 'none';

const endOf: Readonly<Record<Success, OrderStatus>> = { all: 'SUCCEED', some: 'PARTIAL_SUCCESS', none: 'FAILED' };

/** Plans for valid batches of two to four details; with `some`, at least one detail succeeds and at least one fails. */
export function settlement(
  batch: fc.Arbitrary<CreatePayoutBatchRequest>,
  success: Success,
): fc.Arbitrary<SettlementPlan> {
  return fc.tuple(batch, fc.nat(), fc.nat()).map(([message, which, cut]) => {
    const ids = message.payout_order_details.map(({ mch_order_id: id }) => id);
    const moves = ids.map(
      (id, index): DetailMove => ({
        mch_order_id: id,
        to: succeeds(success, index, which, ids.length) ? 'SUCCEEDED' : 'FAILED',
      }),
    );
    const settledFirst = 1 + (cut % (moves.length - 1));
    return { message, end: endOf[success], first: moves.slice(0, settledFirst), rest: moves.slice(settledFirst) };
  });
}

/** With `some`, the bits of a number from 1 to 2^count - 2 decide: never none, never all. */
function succeeds(success: Success, index: number, which: number, count: number): boolean {
  if (success !== 'some') return success === 'all';
  const bits = 1 + (which % (2 ** count - 2));
  return Math.floor(bits / 2 ** index) % 2 === 1;
}

/** The queries while a detail was still open, and after all were settled. */
interface Settled extends Record<string, Evidence[string]> {
  readonly created: Exchange;
  readonly meanwhile: Exchange;
  readonly final: Exchange;
}

const isFinal = (status: OrderStatus | null): boolean => status !== null && isTerminal(payoutBatchMachine, status);

/** No final batch has a detail that is not final. */
function finalOnlyWithItsDetails({ meanwhile, final }: Settled): Check[] {
  const statesKnown = detailStates(meanwhile).length > 0 && detailStates(final).length > 0;
  return [
    ...[meanwhile, final].flatMap((query) => accepted(query).map((check) => given(check, 'queryRefused'))),
    ...(statesKnown ? [] : [unmet('noDetails', 'The queries show no details.')]),
    ...[meanwhile, final].map((query) => {
      const status = payoutStatus(query);
      const open = detailStates(query).filter(
        (state) => state.status !== null && !isTerminal(payoutDetailMachine, state.status),
      );
      return holds(
        !isFinal(status) || open.length === 0,
        'no final status while a detail is in CREATED or PROCESSING',
        () => `${status} with ${open.map((state) => state.status).join(', ')}`,
        query,
      );
    }),
  ];
}

const aggregated = (end: OrderStatus) => (evidence: Settled) =>
  batchStatus(evidence.final, (status) => status === end, end);

/** A succeeded detail tells the amount that was paid and the time of the payment. */
function successExplained({ final }: Settled): Check[] {
  return eachDetail(
    final,
    ({ status }) => status === 'SUCCEEDED',
    ({ actual_amount: amount, success_time: time }, name) =>
      holds(
        (amount ?? null) !== null && (time ?? null) !== null,
        `actual_amount and success_time of ${name}`,
        () => JSON.stringify({ actual_amount: amount, success_time: time }),
        final,
      ),
  );
}

/** A failed detail tells the reason. */
function failureExplained({ final }: Settled): Check[] {
  return eachDetail(
    final,
    ({ status }) => status === 'FAILED',
    ({ fail_reason: reason }, name) =>
      holds(isText(reason), `a fail_reason of ${name}`, () => JSON.stringify(reason ?? null), final),
  );
}

const details = { min: 2, max: 4 };

function settled(
  id: string,
  title: string,
  success: Success,
  judge: Readonly<Record<string, (evidence: Settled) => Check[]>>,
): LesspayScenario {
  return scenario<SettlementPlan, Settled>({
    id,
    title,
    needs: ['control'],
    weight: 0.5,
    claimed: (profile) => claimsBatch(profile, { details }),
    given: (profile) => settlement(claimedBatch(profile, { details }), success),
    async drive(actors, { message, end, first, rest }) {
      const { created, id: orderId } = await newOrder(actors.platform, 'createPayoutBatch', actors.fresh(message));
      await move(actors, orderId, 'PENDING_PAY');
      await move(actors, orderId, end, first);
      const meanwhile = await lookUp(actors, 'payout', { pay_order_id: orderId });
      // A batch that is final too early cannot be moved any more.
      if (!isFinal(payoutStatus(meanwhile))) await move(actors, orderId, end, rest);
      return { created, meanwhile, final: await lookUp(actors, 'payout', { pay_order_id: orderId }) };
    },
    judge: { 'STATE-006': finalOnlyWithItsDetails, ...judge },
  });
}

/** STATE-007: a batch all of whose details succeeded is `SUCCEED` (seed 002 section 4.1; inferred). */
export const allSucceeded = settled('STATE-007', 'Every detail of a batch succeeds: the batch is SUCCEED', 'all', {
  'STATE-007': aggregated('SUCCEED'),
  'STATE-017': successExplained,
  'STATE-019': ({ final }) => approvedWhereShown(final),
});

/** STATE-008: a batch of which some details succeeded and others did not is `PARTIAL_SUCCESS` (seed 002; docs page P-PO-OV). */
export const someSucceeded = settled(
  'STATE-008',
  'Some details of a batch succeed and the others fail: the batch is PARTIAL_SUCCESS',
  'some',
  { 'STATE-008': aggregated('PARTIAL_SUCCESS'), 'STATE-017': successExplained, 'STATE-018': failureExplained },
);

/** STATE-009: a batch none of whose details succeeded is `FAILED` (inferred). */
export const noneSucceeded = settled('STATE-009', 'Every detail of a batch fails: the batch is FAILED', 'none', {
  'STATE-009': aggregated('FAILED'),
  'STATE-018': failureExplained,
});
