import { aggregate } from '../../../protocols/lesspay/aggregation.js';
import {
  isTerminal,
  payinMachine,
  payoutBatchMachine,
  payoutDetailMachine,
  type StateMachine,
} from '../../../protocols/lesspay/state-machines.js';
import type { DetailStatus, OrderStatus } from '../../../protocols/lesspay/statuses.js';
import type { Order, PayinOrder, PayoutDetail, PayoutOrder } from '../core/orders.js';
import type { ViolationName } from '../core/violation.js';

/** How orders move. Every function returns the order or detail after the step. */
export interface Lifecycle {
  /** True when a create that is refused for this makes its order all the same. */
  survivesRefusal(violation: ViolationName): boolean;
  payinMay(from: OrderStatus, to: OrderStatus): boolean;
  payoutMay(from: OrderStatus, to: OrderStatus): boolean;
  detailMay(from: DetailStatus, to: DetailStatus): boolean;
  movedPayin(order: PayinOrder, to: OrderStatus, now: number): PayinOrder;
  /** The status of a payout that is moved as a whole, by its reviewer for example. */
  movedPayout(order: PayoutOrder, to: OrderStatus): OrderStatus;
  approved(detail: PayoutDetail): PayoutDetail;
  rejected(detail: PayoutDetail): PayoutDetail;
  succeeded(detail: PayoutDetail, now: number): PayoutDetail;
  failed(detail: PayoutDetail): PayoutDetail;
  refunded(detail: PayoutDetail): PayoutDetail;
  /** A detail of an order that ended before it was approved. */
  ended(detail: PayoutDetail, to: 'CANCELED' | 'CLOSED'): PayoutDetail;
  /** The status of a batch with these details; null while it is being processed. */
  aggregate(details: readonly DetailStatus[]): OrderStatus | null;
  /** `fail_reason` of a payout that has just reached the status; null where there is nothing to explain. */
  failReason(status: OrderStatus, from: OrderStatus, details: readonly PayoutDetail[]): string | null;
  /** The status of an order whose time is up; null when it stays as it is. */
  expired(order: Order): OrderStatus | null;
  /** The order after a risk event: it stays as it is (P-FRAUD). */
  afterRiskEvent(order: PayinOrder): PayinOrder;
  /** The order after its notification was asked for: it stays as it is. */
  afterTrigger(order: PayoutOrder): PayoutOrder;
}

function hasStep<Status extends string>(machine: StateMachine<Status>, from: Status, to: Status): boolean {
  return machine.transitions.some((step) => step.from === from && step.to === to);
}

/** The life cycles of the protocol reference; a rejected batch's details become `FAILED` with audit `REJECTED`. */
export const lifecycle: Lifecycle = {
  survivesRefusal: () => false,
  payinMay: (from, to) => hasStep(payinMachine, from, to),
  payoutMay: (from, to) => hasStep(payoutBatchMachine, from, to),
  detailMay: (from, to) => hasStep(payoutDetailMachine, from, to),
  movedPayin: (order, to, now) => ({
    ...order,
    status: to,
    completeTime: to === 'SUCCEED' || to === 'PAID' ? now : order.completeTime,
    errorCode: to === 'FAILED' ? '20051' : order.errorCode,
    errorMsg: to === 'FAILED' ? 'The payment was refused' : order.errorMsg,
  }),
  movedPayout: (_order, to) => to,
  approved: (detail) => ({ ...detail, status: 'PROCESSING', auditState: 'APPROVED' }),
  rejected: (detail) => ({
    ...detail,
    status: 'FAILED',
    auditState: 'REJECTED',
    failReason: 'Rejected in review',
    rejectedReason: 'Rejected by the operations review',
  }),
  succeeded: (detail, now) => ({
    ...detail,
    status: 'SUCCEEDED',
    actualAmount: detail.amount,
    channelOrderNo: `CH${detail.detailId}`,
    successTime: now,
  }),
  failed: (detail) => ({
    ...detail,
    status: 'FAILED',
    channelOrderNo: `CH${detail.detailId}`,
    failReason: 'The channel could not deliver the transfer',
  }),
  refunded: (detail) => ({ ...detail, status: 'REFUNDED' }),
  ended: (detail, to) => ({ ...detail, status: to }),
  aggregate,
  failReason: (status, from, details) => {
    if (status === 'FAILED' && from === 'PENDING_CONFIRM') return 'Rejected by the operations review';
    if (status !== 'FAILED' && status !== 'PARTIAL_SUCCESS') return null;
    const failed = details.filter((detail) => detail.status === 'FAILED').length;
    return `${failed} of ${details.length} details failed`;
  },
  expired: (order) => {
    const pending: readonly OrderStatus[] =
      order.kind === 'payin' ? ['PENDING_CONFIRM', 'PENDING_PAY'] : ['PENDING_CONFIRM'];
    return pending.includes(order.status) ? 'CLOSED' : null;
  },
  afterRiskEvent: (order) => order,
  afterTrigger: (order) => order,
};

/** True when a payout with the status is done; a refund may still follow. */
export function isFinalPayout(status: OrderStatus): boolean {
  return isTerminal(payoutBatchMachine, status);
}
