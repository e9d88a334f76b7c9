import type { DetailStatus, OrderStatus } from './statuses.js';

/** What supports a transition: a document, the demo client, or only what the other statements imply. */
export type Evidence = 'doc' | 'demo' | 'inferred';

/** One step of a life cycle. */
export interface Transition<Status extends string> {
  readonly from: Status;
  readonly to: Status;
  readonly cause: string;
  readonly evidence: Evidence;
  readonly source: string;
}

/** The life cycle of one kind of order. */
export interface StateMachine<Status extends string> {
  readonly name: 'payin' | 'payoutBatch' | 'payoutDetail' | 'payoutSingle';
  /** The statuses that a new order may have. */
  readonly initial: readonly Status[];
  /** The statuses that end the processing. Nothing but a refund may follow. */
  readonly terminal: readonly Status[];
  readonly transitions: readonly Transition<Status>[];
}

const steps =
  <Status extends string>(evidence: Evidence, source: string) =>
  (from: readonly Status[], to: readonly Status[], cause: string): Transition<Status>[] =>
    from.flatMap((start) => to.map((end) => ({ from: start, to: end, cause, evidence, source })));

const inferredStep = steps<OrderStatus>('inferred', 'S002 4.1, inferred');

/** A pay-in order. The documents have no diagram; they name success and failure as examples of a change (P-PI-DG step 3). */
export const payinMachine: StateMachine<OrderStatus> = {
  name: 'payin',
  initial: ['PENDING_PAY', 'PENDING_CONFIRM'],
  terminal: ['SUCCEED', 'FAILED', 'CANCELED', 'CLOSED', 'REFUND'],
  transitions: [
    ...inferredStep(['PENDING_CONFIRM'], ['PENDING_PAY'], 'confirmation'),
    ...steps<OrderStatus>('doc', 'P-PI-DG step 3')(['PENDING_PAY'], ['SUCCEED'], 'payment confirmed'),
    ...steps<OrderStatus>('doc', 'P-PI-DG step 3')(['PENDING_PAY'], ['FAILED'], 'payment refused'),
    ...inferredStep(['PENDING_PAY'], ['PAID'], 'paid with another amount'),
    ...inferredStep(['PENDING_CONFIRM', 'PENDING_PAY'], ['CANCELED'], 'cancelled'),
    ...inferredStep(['PENDING_CONFIRM', 'PENDING_PAY'], ['CLOSED'], 'expired, or closed by the operator'),
    ...inferredStep(['PENDING_CONFIRM'], ['FAILED'], 'refused before confirmation'),
    ...inferredStep(['PAID'], ['SUCCEED', 'REFUND', 'CLOSED'], 'handled by hand'),
    ...inferredStep(['SUCCEED'], ['REFUND'], 'refund'),
  ],
};

const reviewed = steps<OrderStatus>('doc', 'S003 1.2; P-PO-DG');
const aggregated = steps<OrderStatus>('doc', 'P-PO-DG step 4; P-PO-OV; the aggregation is inferred');

/** A payout batch: reviewed first, then processed, final when every detail is. */
export const payoutBatchMachine: StateMachine<OrderStatus> = {
  name: 'payoutBatch',
  initial: ['PENDING_CONFIRM'],
  terminal: ['SUCCEED', 'PARTIAL_SUCCESS', 'FAILED', 'CANCELED', 'CLOSED', 'REFUND'],
  transitions: [
    ...reviewed(['PENDING_CONFIRM'], ['PENDING_PAY'], 'the reviewer approves'),
    ...reviewed(['PENDING_CONFIRM'], ['FAILED'], 'the reviewer rejects'),
    ...aggregated(['PENDING_PAY'], ['SUCCEED'], 'every detail succeeded'),
    ...aggregated(['PENDING_PAY'], ['PARTIAL_SUCCESS'], 'every detail is final, some succeeded'),
    ...aggregated(['PENDING_PAY'], ['FAILED'], 'every detail is final, none succeeded'),
    ...inferredStep(['PENDING_CONFIRM'], ['CANCELED', 'CLOSED'], 'expired, or ended by the operator'),
    ...inferredStep(['SUCCEED', 'PARTIAL_SUCCESS'], ['REFUND'], 'the funds came back'),
  ],
};

const detailStep = steps<DetailStatus>('inferred', 'demo client, status list; inferred');

/** One detail of a payout. Only the list of statuses is known; the steps are inferred. */
export const payoutDetailMachine: StateMachine<DetailStatus> = {
  name: 'payoutDetail',
  initial: ['CREATED'],
  terminal: ['SUCCEEDED', 'FAILED', 'CANCELED', 'REFUNDED', 'CLOSED'],
  transitions: [
    ...detailStep(['CREATED'], ['PROCESSING'], 'approved and handed to the channel'),
    ...detailStep(['CREATED'], ['FAILED', 'CANCELED', 'CLOSED'], 'rejected in review'),
    ...detailStep(['PROCESSING'], ['SUCCEEDED'], 'the channel paid'),
    ...detailStep(['PROCESSING'], ['FAILED'], 'the channel failed'),
    ...detailStep(['SUCCEEDED'], ['REFUNDED'], 'returned by the bank'),
  ],
};

/** A single payout: as a batch with one detail, but nothing says that it is reviewed. */
export const payoutSingleMachine: StateMachine<OrderStatus> = {
  ...payoutBatchMachine,
  name: 'payoutSingle',
  initial: ['PENDING_CONFIRM', 'PENDING_PAY'],
};

/**
 * True when an order seen with status `from` may later be seen with status `to`: the same status, or one that a path of
 * transitions leads to. Whoever looks at an order from outside may miss the statuses between.
 */
export function isLegalStep<Status extends string>(machine: StateMachine<Status>, from: Status, to: Status): boolean {
  const reached = new Set<Status>([from]);
  // A set yields what is added while it is walked through, so this visits everything that can be reached.
  for (const status of reached) {
    for (const step of machine.transitions) if (step.from === status) reached.add(step.to);
  }
  return reached.has(to);
}

/** True when an order that was just created may be seen with the status: an initial one, or one that may follow. */
export function isLegalStart<Status extends string>(machine: StateMachine<Status>, status: Status): boolean {
  return machine.initial.some((initial) => isLegalStep(machine, initial, status));
}

/** True when the status ends the processing; nothing but a refund may follow. */
export function isTerminal<Status extends string>(machine: StateMachine<Status>, status: Status): boolean {
  return machine.terminal.includes(status);
}
