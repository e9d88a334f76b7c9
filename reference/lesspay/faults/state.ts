import type { Fault } from '../bite.js';
import { plantingIn } from './one-decision.js';

const plant = plantingIn('STATE');
const plantInTime = plantingIn('STATE', 'time');

const payinFaults: readonly Fault[] = [
  plant(
    'payin-begins-paid',
    'A new pay-in counts as paid.',
    ['payinOrders', 'fromRequest'],
    (original) => (body, createdAt) => ({ ...original(body, createdAt), status: 'PAID' }),
    { must: ['STATE-001', 'PAYIN-CREATE-034'] },
  ),
  plant(
    'payin-partly-successful',
    'A succeeded pay-in is shown as `PARTIAL_SUCCESS`.',
    ['payinOrders', 'record'],
    (original) => (order) => ({
      ...(original(order) as object),
      ...(order.status === 'SUCCEED' ? { order_status: 'PARTIAL_SUCCESS', order_status_int: 11 } : {}),
    }),
    { must: ['STATE-010'], may: ['QUERY-022', 'STATE-012'] },
  ),
  plant(
    'payin-partly-successful-by-number',
    'The webhook of a succeeded pay-in has the number 11 for its status.',
    ['notifications', 'payinBody'],
    (original) => (order, risk) => ({
      ...(original(order, risk) as object),
      ...(order.status === 'SUCCEED' ? { order_status_int: 11 } : {}),
    }),
    { must: ['STATE-010', 'FMT-011'] },
  ),
  plant(
    'risk-event-ends-the-order',
    'A risk event cancels its order.',
    ['lifecycle', 'afterRiskEvent'],
    () => (order) => ({ ...order, status: 'CANCELED' }),
    { must: ['STATE-014'], may: ['STATE-012'] },
  ),
  plant(
    'risk-event-reopens-the-order',
    'A risk event makes its order wait for payment again, or for confirmation.',
    ['lifecycle', 'afterRiskEvent'],
    () => (order) => ({ ...order, status: order.status === 'PENDING_PAY' ? 'PENDING_CONFIRM' : 'PENDING_PAY' }),
    { must: ['STATE-012', 'STATE-014'] },
  ),
  plant(
    'another-amount-succeeds',
    'An order that was paid with another amount counts as succeeded.',
    ['lifecycle', 'movedPayin'],
    (original) => (order, to, now) => original(order, to === 'PAID' ? 'SUCCEED' : to, now),
    { must: ['STATE-015'] },
  ),
  plant('payins-never-expire', 'Orders never expire.', ['lifecycle', 'expired'], () => () => null, {
    must: ['STATE-016'],
  }),
  plantInTime(
    'expiry-seconds-read-as-minutes',
    'The `expired_time` is read as minutes.',
    ['payinOrders', 'fromRequest'],
    (original) => (body, createdAt) => {
      const order = original(body, createdAt);
      return order.expiresAt === null ? order : { ...order, expiresAt: createdAt + (order.expiresAt - createdAt) * 60 };
    },
    { must: ['STATE-016'] },
  ),
  plantInTime(
    'expiry-seconds-read-as-milliseconds',
    'The `expired_time` is read as milliseconds.',
    ['payinOrders', 'fromRequest'],
    (original) => (body, createdAt) => {
      const order = original(body, createdAt);
      return order.expiresAt === null
        ? order
        : { ...order, expiresAt: createdAt + (order.expiresAt - createdAt) / 1000 };
    },
    { must: ['STATE-016'] },
  ),
  plantInTime(
    'payin-status-from-a-stale-copy',
    'Every second query of a pay-in comes from a copy that still has its first status.',
    ['payinOrders', 'record'],
    (original) => {
      const queries = new Map<string, number>();
      return (order) => {
        const count = (queries.get(order.payOrderId) ?? 0) + 1;
        queries.set(order.payOrderId, count);
        const stale = count % 2 === 0 ? { order_status: 'PENDING_PAY', order_status_int: 1 } : {};
        return { ...(original(order) as object), ...stale };
      };
    },
    { must: ['STATE-012'], may: ['QUERY-021', 'QUERY-022', 'STATE-014', 'STATE-016'], remembers: true },
  ),
];

const batchFaults: readonly Fault[] = [
  plant(
    'batch-without-review',
    'A new batch waits for no review.',
    ['payoutOrders', 'fromBatch'],
    (original) => (body, createdAt) => ({ ...original(body, createdAt), status: 'PENDING_PAY' }),
    { must: ['STATE-002'], may: ['PAYOUT-BATCH-004'] },
  ),
  plant(
    'approved-batch-stays',
    'An approved batch stays `PENDING_CONFIRM`.',
    ['lifecycle', 'movedPayout'],
    (original) => (order, to) => (to === 'PENDING_PAY' ? order.status : original(order, to)),
    { must: ['STATE-003'], may: ['STATE-012'] },
  ),
  plant(
    'rejected-batch-is-closed',
    'A rejected batch is `CLOSED`.',
    ['lifecycle', 'movedPayout'],
    (original) => (order, to) => (to === 'FAILED' ? 'CLOSED' : original(order, to)),
    { must: ['STATE-004'], may: ['WEBHOOK-012'] },
  ),
  plant(
    'rejection-not-shown',
    'The details of a rejected batch still have `audit_state` `PENDING`.',
    ['lifecycle', 'rejected'],
    (original) => (detail) => ({ ...original(detail), auditState: 'PENDING' }),
    { must: ['STATE-005'] },
  ),
  plant(
    'rejection-without-reason',
    'The details of a rejected batch do not say why.',
    ['lifecycle', 'rejected'],
    (original) => (detail) => ({ ...original(detail), rejectedReason: null }),
    { must: ['STATE-005'] },
  ),
  plant(
    'batch-final-with-its-first-detail',
    'A batch is final with the first of its details.',
    ['lifecycle', 'aggregate'],
    (original) => (details) => original(details.filter((status) => status !== 'PROCESSING')),
    { must: ['STATE-006'], may: ['STATE-008', 'WEBHOOK-011'] },
  ),
  plant(
    'full-success-called-partial',
    'A batch all of whose details succeeded is `PARTIAL_SUCCESS`.',
    ['lifecycle', 'aggregate'],
    (original) => (details) => {
      const status = original(details);
      return status === 'SUCCEED' ? 'PARTIAL_SUCCESS' : status;
    },
    { must: ['STATE-007'], may: ['STATE-012'] },
  ),
  plant(
    'partial-success-called-success',
    'A batch of which some details failed is `SUCCEED`.',
    ['lifecycle', 'aggregate'],
    (original) => (details) => {
      const status = original(details);
      return status === 'PARTIAL_SUCCESS' ? 'SUCCEED' : status;
    },
    { must: ['STATE-008'], may: ['STATE-012'] },
  ),
  plant(
    'failure-called-partial',
    'A batch none of whose details succeeded is `PARTIAL_SUCCESS`.',
    ['lifecycle', 'aggregate'],
    (original) => (details) => {
      const status = original(details);
      return status === 'FAILED' ? 'PARTIAL_SUCCESS' : status;
    },
    { must: ['STATE-009'], may: ['STATE-012'] },
  ),
  plant(
    'success-without-time',
    'A succeeded detail has no `success_time`.',
    ['lifecycle', 'succeeded'],
    (original) => (detail, now) => ({ ...original(detail, now), successTime: null }),
    { must: ['STATE-017'] },
  ),
  plant(
    'success-without-amount',
    'A succeeded detail has no `actual_amount`.',
    ['lifecycle', 'succeeded'],
    (original) => (detail, now) => ({ ...original(detail, now), actualAmount: null }),
    { must: ['STATE-017'] },
  ),
  plant(
    'failure-without-reason',
    'A failed detail has no `fail_reason`.',
    ['lifecycle', 'failed'],
    (original) => (detail) => ({ ...original(detail), failReason: null }),
    { must: ['STATE-018'] },
  ),
  plant(
    'approval-not-shown',
    'The details of an approved batch still have `audit_state` `PENDING`.',
    ['lifecycle', 'approved'],
    (original) => (detail) => ({ ...original(detail), auditState: 'PENDING' }),
    { must: ['STATE-019'] },
  ),
];

const payoutFaults: readonly Fault[] = [
  plant(
    'succeeded-payout-shown-as-paid',
    'A succeeded payout is shown as `PAID`.',
    ['payoutOrders', 'view'],
    (original) => (order, details, place) => ({
      ...original(order, details, place),
      ...(order.status === 'SUCCEED' ? { order_status: 'PAID' } : {}),
    }),
    { must: ['STATE-011'], may: ['STATE-007', 'STATE-012', 'WEBHOOK-010', 'PAYOUT-NOTIFY-001'] },
  ),
  plant(
    'trigger-reopens-the-payout',
    'Asking for the notification of a final payout makes it wait for payment again.',
    ['lifecycle', 'afterTrigger'],
    () => (order) => (order.status.startsWith('PENDING') ? order : { ...order, status: 'PENDING_PAY' }),
    { must: ['STATE-012'], may: ['PAYOUT-QUERY-011', 'PAYOUT-NOTIFY-007'] },
  ),
  plant(
    'trigger-fails-the-payout',
    'Asking for the notification of a succeeded payout makes it a failed one.',
    ['lifecycle', 'afterTrigger'],
    () => (order) => (order.status === 'SUCCEED' ? { ...order, status: 'FAILED' } : order),
    { must: ['STATE-013'], may: ['PAYOUT-NOTIFY-007'] },
  ),
  plant(
    'dispute-fails-the-order',
    'A risk event makes a succeeded pay-in a failed one.',
    ['lifecycle', 'afterRiskEvent'],
    () => (order) => (order.status === 'SUCCEED' ? { ...order, status: 'FAILED' } : order),
    { must: ['STATE-013', 'STATE-014'] },
  ),
];

/** Planted defects in the life cycles of orders. */
export const stateFaults: readonly Fault[] = [...payinFaults, ...batchFaults, ...payoutFaults];
