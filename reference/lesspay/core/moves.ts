import { aggregate } from '../../../protocols/lesspay/aggregation.js';
import {
  type DetailStatus,
  normaliseDetailStatus,
  normaliseOrderStatus,
  type OrderStatus,
} from '../../../protocols/lesspay/statuses.js';
import type { Lifecycle } from '../decisions/lifecycle.js';
import type { PayinOrder, PayoutDetail, PayoutOrder } from './orders.js';

/** Where one detail of a payout is to go. */
export interface DetailMove {
  readonly mchOrderId: string;
  readonly to: DetailStatus;
}

/** A move that the life cycle does not have. Nothing was changed. */
export class IllegalMoveError extends Error {
  override readonly name = 'IllegalMoveError';
  readonly code = 'ILLEGAL_TRANSITION';
}

/** Reads the name of an order status, in any spelling of the documents; null for anything else. */
export const readOrderStatus = normaliseOrderStatus;

/** Reads the name of a detail status, in any spelling of the documents; null for anything else. */
export const readDetailStatus = normaliseDetailStatus;

/** The pay-in after the move. @throws IllegalMoveError */
export function movePayin(order: PayinOrder, to: OrderStatus, now: number, lifecycle: Lifecycle): PayinOrder {
  if (!lifecycle.payinMay(order.status, to)) throw illegal(order.payOrderId, order.status, to);
  return lifecycle.movedPayin(order, to, now);
}

/**
 * The payout after the move. With `details` only those details move and the order follows when all of them are final; `to` is
 * then where the order is bound for. Without, every detail moves as `to` needs it.
 *
 * @throws IllegalMoveError
 */
export function movePayout(
  order: PayoutOrder,
  to: OrderStatus,
  details: readonly DetailMove[] | null,
  now: number,
  lifecycle: Lifecycle,
): PayoutOrder {
  if (details !== null) return settle(order, to, details, now, lifecycle);
  if (!lifecycle.payoutMay(order.status, to)) throw illegal(order.payOrderId, order.status, to);
  const moved = moveAll(order, to, now, lifecycle);
  if (order.status !== 'PENDING_PAY') return arrived(order, lifecycle.movedPayout(order, to), moved, lifecycle);
  const statuses = moved.map((detail) => detail.status);
  // What may be asked for is the documents' affair; what becomes of it is decided.
  const result = aggregate(statuses);
  if (result !== to) {
    throw new IllegalMoveError(
      `Order ${order.payOrderId} cannot become ${to}: with its settled details it would become ${result}.`,
    );
  }
  return arrived(order, lifecycle.aggregate(statuses) ?? order.status, moved, lifecycle);
}

function arrived(
  order: PayoutOrder,
  status: OrderStatus,
  details: readonly PayoutDetail[],
  lifecycle: Lifecycle,
): PayoutOrder {
  const failReason = lifecycle.failReason(status, order.status, details) ?? order.failReason;
  return { ...order, status, details, failReason };
}

function moveAll(order: PayoutOrder, to: OrderStatus, now: number, lifecycle: Lifecycle): readonly PayoutDetail[] {
  const { details, status } = order;
  switch (to) {
    case 'PENDING_PAY':
      return details.map(lifecycle.approved);
    case 'CANCELED':
    case 'CLOSED':
      return details.map((detail) => lifecycle.ended(detail, to));
    case 'REFUND':
      return details.map((detail) => (detail.status === 'SUCCEEDED' ? lifecycle.refunded(detail) : detail));
    case 'FAILED':
      if (status === 'PENDING_CONFIRM') return details.map(lifecycle.rejected);
      return details.map((detail) => (isOpen(detail) ? lifecycle.failed(detail) : detail));
    case 'SUCCEED':
      return details.map((detail) => (isOpen(detail) ? lifecycle.succeeded(detail, now) : detail));
    case 'PARTIAL_SUCCESS':
      return splitOpen(details, now, lifecycle);
    default:
      throw illegal(order.payOrderId, status, to);
  }
}

const isOpen = (detail: PayoutDetail): boolean => detail.status === 'PROCESSING';

/** Lets the first open detail succeed unless one did already, and the others fail. */
function splitOpen(details: readonly PayoutDetail[], now: number, lifecycle: Lifecycle): readonly PayoutDetail[] {
  let succeeded = details.some((detail) => detail.status === 'SUCCEEDED');
  return details.map((detail) => {
    if (!isOpen(detail)) return detail;
    if (succeeded) return lifecycle.failed(detail);
    succeeded = true;
    return lifecycle.succeeded(detail, now);
  });
}

function settle(
  order: PayoutOrder,
  to: OrderStatus,
  moves: readonly DetailMove[],
  now: number,
  lifecycle: Lifecycle,
): PayoutOrder {
  if (order.status !== 'PENDING_PAY') {
    throw new IllegalMoveError(
      `Order ${order.payOrderId} is ${order.status}: its details can be settled only while it is PENDING_PAY.`,
    );
  }
  const details = order.details.map((detail) => {
    const move = moves.find((candidate) => candidate.mchOrderId === detail.mchOrderId);
    return move === undefined ? detail : settleOne(detail, move.to, now, lifecycle);
  });
  const statuses = details.map((detail) => detail.status);
  const result = aggregate(statuses);
  if (!isOnTheWay(to, result, details)) {
    throw new IllegalMoveError(
      `Order ${order.payOrderId} cannot become ${to} with these details: it would be ${result ?? 'PENDING_PAY'}.`,
    );
  }
  const status = lifecycle.aggregate(statuses);
  return status === null ? { ...order, details } : arrived(order, status, details, lifecycle);
}

/** True when the order is at `to`, or can still get there once the open details are settled. */
function isOnTheWay(to: OrderStatus, result: OrderStatus | null, details: readonly PayoutDetail[]): boolean {
  if (result !== null) return result === to;
  const succeeded = details.some((detail) => detail.status === 'SUCCEEDED');
  const failed = details.some((detail) => detail.status === 'FAILED');
  const open = details.filter(isOpen).length;
  switch (to) {
    case 'PENDING_PAY':
      return true;
    case 'SUCCEED':
      return !failed;
    case 'FAILED':
      return !succeeded;
    case 'PARTIAL_SUCCESS':
      return open >= (succeeded ? 0 : 1) + (failed ? 0 : 1);
    default:
      return false;
  }
}

function settleOne(detail: PayoutDetail, to: DetailStatus, now: number, lifecycle: Lifecycle): PayoutDetail {
  const allowed = to === 'SUCCEEDED' || to === 'FAILED';
  if (!allowed || !lifecycle.detailMay(detail.status, to)) throw illegal(detail.mchOrderId, detail.status, to);
  return to === 'SUCCEEDED' ? lifecycle.succeeded(detail, now) : lifecycle.failed(detail);
}

function illegal(id: string, from: string, to: string): IllegalMoveError {
  return new IllegalMoveError(`${id} is ${from} and cannot become ${to}: the life cycle has no such step.`);
}
