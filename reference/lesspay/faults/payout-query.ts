import type { Fault } from '../bite.js';
import { member } from '../core/json.js';
import { violation } from '../core/violation.js';
import { amend } from '../decisions.js';
import { answered, plant, plantCheck, unnoticed } from './plant.js';
import { detailShownOtherwise, membersOf, shownOtherwise, without } from './shown-payouts.js';

const isPending = (status: unknown): boolean => status === 'CREATED' || status === 'PROCESSING';

/** Defects in how payouts are found. */
const found: readonly Fault[] = [
  shownOtherwise((shown, place) => (place === 'query' ? { ...shown, pay_order_id: `X${shown.pay_order_id}` } : shown), {
    id: 'payout-query-other-order-id',
    defect: 'A query shows another order id than the create.',
    must: ['PAYOUT-QUERY-001', 'PAYOUT-QUERY-003'],
    may: ['PAYOUT-QUERY-013', 'IDEM-003', 'IDEM-004', 'IDEM-005', 'IDEM-006', 'IDEM-008', 'IDEM-015'],
  }),
  plant(
    'lookup.isAskedFor',
    (decisions) => {
      const { isAskedFor } = decisions.lookup;
      return amend(decisions, 'lookup', {
        isAskedFor: (order, body, syntax) =>
          isAskedFor(order, body, syntax) && !(order.kind === 'payout' && Boolean(member(body, 'pay_order_id'))),
      });
    },
    {
      id: 'payout-not-found-by-order-id',
      defect: 'A payout is not found by its pay_order_id.',
      must: ['PAYOUT-QUERY-001', 'PAYOUT-QUERY-003'],
      may: ['PAYOUT-NOTIFY-001', 'IDEM-006'],
    },
  ),
  plant(
    'lookup.isAskedFor',
    (decisions) => {
      const { isAskedFor } = decisions.lookup;
      return amend(decisions, 'lookup', {
        isAskedFor: (order, body, syntax) =>
          isAskedFor(order, body, syntax) && !(order.kind === 'payout' && !member(body, 'pay_order_id')),
      });
    },
    {
      id: 'payout-not-found-by-request-id',
      defect: 'A payout is not found by its request_id alone.',
      must: ['PAYOUT-QUERY-002'],
      may: [
        'TRANS-001',
        'TRANS-002',
        'TRANS-016',
        'AUTH-001',
        'PAYOUT-BATCH-052',
        'PAYOUT-QUERY-017',
        'PAYOUT-NOTIFY-001',
        'IDEM-003',
        'IDEM-004',
        'IDEM-005',
        'IDEM-006',
        'IDEM-008',
        'STATE-002',
      ],
    },
  ),
  plantCheck(
    'fetchPayout',
    'identifierPresent',
    (original) => (body, situation) =>
      member(body, 'request_id') && member(body, 'pay_order_id')
        ? violation('parameter', 'use one identifier')
        : original(body, situation),
    {
      id: 'payout-query-by-both-refused',
      defect: 'A query with both identifiers of a payout is refused.',
      must: ['PAYOUT-QUERY-003'],
      may: ['IDEM-006'],
    },
  ),
  unnoticed('fetchPayout', 'identifierPresent', {
    id: 'payout-query-without-identifier-answered',
    defect: 'A payout query without an identifier is answered with some payout.',
    must: ['PAYOUT-QUERY-004'],
    may: ['TRANS-009'],
  }),
  answered('orderNotFound', 200, 1202, {
    id: 'payout-not-found-has-payin-code',
    defect: 'A payout that does not exist is answered with the code of pay-ins.',
    must: ['PAYOUT-QUERY-005', 'PAYOUT-NOTIFY-004'],
    may: ['ENV-013'],
  }),
  plant(
    'lookup.maySee',
    (decisions) => {
      const { maySee } = decisions.lookup;
      return amend(decisions, 'lookup', {
        maySee: (order, application) => order.kind === 'payout' || maySee(order, application),
      });
    },
    {
      id: 'payout-of-others-disclosed',
      defect: "Another application's payout is disclosed.",
      must: ['PAYOUT-QUERY-012'],
    },
  ),
  plant(
    'lookup.maySee',
    (decisions) => {
      const { maySee } = decisions.lookup;
      return amend(decisions, 'lookup', {
        maySee: (order, application) => maySee(order, application) || order.requestId.length > 0,
      });
    },
    {
      id: 'orders-of-others-disclosed',
      defect: "Another merchant's orders of either product are disclosed.",
      must: ['PAYOUT-QUERY-012'],
      may: ['QUERY-020'],
    },
  ),
];

/** Defects in the root of what a query shows. */
const root: readonly Fault[] = [
  ...(['currency', 'total_amount', 'created_at', 'order_status', 'details'] as const).map((name) =>
    shownOtherwise((shown, place) => (place === 'query' ? without(shown, name) : shown), {
      id: `payout-query-without-${name.replaceAll('_', '-')}`,
      defect: `The answer to a payout query has no ${name}.`,
      layer: 'shape',
      must: ['PAYOUT-QUERY-006'],
      may: name === 'details' ? ['PAYOUT-BATCH-052', 'PAYOUT-QUERY-017'] : [],
    }),
  ),
  shownOtherwise((shown) => ({ ...shown, decimal_places: String(shown.decimal_places) }), {
    id: 'payout-decimal-places-are-text',
    defect: 'decimal_places is text.',
    layer: 'shape',
    must: ['PAYOUT-QUERY-007'],
  }),
  shownOtherwise((shown, place) => (place === 'query' ? { ...shown, total_amount: '1.00' } : shown), {
    id: 'payout-query-other-total',
    defect: 'A query shows the same total for every payout.',
    must: ['PAYOUT-QUERY-010'],
    may: ['PAYOUT-CREATE-025', 'PAYOUT-QUERY-013', 'IDEM-006', 'IDEM-008', 'AMT-007'],
  }),
  shownOtherwise((shown) => ({ ...shown, fail_reason: 'none' }), {
    id: 'payout-always-has-fail-reason',
    defect: 'Every payout has a fail_reason, successful ones too.',
    must: ['PAYOUT-QUERY-011'],
  }),
  shownOtherwise((shown, place) => (place === 'webhook' ? { ...shown, created_at: '2020-01-01T00:00:00Z' } : shown), {
    id: 'payout-webhook-and-query-disagree',
    defect: 'Webhook and query tell different creation times of a payout.',
    must: ['PAYOUT-QUERY-013', 'PAYOUT-NOTIFY-003'],
  }),
];

/** Defects in the details that a query shows. */
const details: readonly Fault[] = [
  ...(['mch_order_id', 'payout_order_detail_id', 'amount', 'status'] as const).map((name) =>
    detailShownOtherwise((shown, _detail, place) => (place === 'query' ? without(shown, name) : shown), {
      id: `payout-query-detail-without-${name.replaceAll('_', '-')}`,
      defect: `The details in the answer to a payout query have no ${name}.`,
      layer: 'shape',
      must: ['PAYOUT-QUERY-008'],
      // Without its id a detail cannot be told from the others.
      may:
        name === 'mch_order_id' ? ['PAYOUT-BATCH-052', 'PAYOUT-QUERY-013', 'PAYOUT-QUERY-017'] : ['PAYOUT-QUERY-017'],
    }),
  ),
  detailShownOtherwise((shown) => ({ ...shown, audit_state: 'OK' }), {
    id: 'payout-audit-state-made-up',
    defect: 'The audit state of details is OK, which no document knows.',
    must: ['PAYOUT-QUERY-009'],
    may: ['STATE-005', 'STATE-019'],
  }),
  detailShownOtherwise((shown) => ({ ...shown, payout_order_detail_id: 'POD1' }), {
    id: 'payout-details-share-an-id',
    defect: 'All details have one payout_order_detail_id.',
    must: ['PAYOUT-QUERY-014'],
    may: ['STATE-012'],
  }),
  detailShownOtherwise((shown) => ({ ...shown, actual_amount: shown.amount }), {
    id: 'payout-shown-as-paid-at-once',
    defect: 'A detail that has not succeeded shows its amount as paid.',
    must: ['PAYOUT-QUERY-015'],
  }),
  detailShownOtherwise((shown) => ({ ...shown, status: 'DONE' }), {
    id: 'payout-detail-status-made-up',
    defect: 'The status of details is DONE, which no document knows.',
    must: ['PAYOUT-QUERY-016'],
  }),
  detailShownOtherwise(
    (shown, _detail, place) => (place === 'query' && !isPending(shown.status) ? { ...shown, status: null } : shown),
    {
      id: 'payout-final-details-without-status',
      defect: 'The query for a final batch does not say what became of its details.',
      must: ['PAYOUT-QUERY-017', 'PAYOUT-QUERY-008'],
      may: ['PAYOUT-QUERY-013'],
    },
  ),
  shownOtherwise(
    (shown, place, { status }) =>
      place === 'query' && status !== 'PENDING_CONFIRM' && status !== 'PENDING_PAY'
        ? {
            ...shown,
            details: (shown.details as readonly unknown[]).filter((detail) => membersOf(detail).status === 'SUCCEEDED'),
          }
        : shown,
    {
      id: 'payout-failed-details-dropped',
      defect: 'The query for a final batch shows only the details that succeeded.',
      must: ['PAYOUT-QUERY-017'],
      may: ['PAYOUT-QUERY-010', 'PAYOUT-QUERY-013'],
    },
  ),
];

/** Defects in the statuses of payouts. */
const statuses: readonly Fault[] = [
  shownOtherwise((shown) => (shown.order_status === 'SUCCEED' ? { ...shown, order_status: 'PAID' } : shown), {
    id: 'payout-shown-as-paid',
    defect: 'A payout that succeeded is shown as PAID, which is a status of pay-ins.',
    must: ['STATE-011'],
    may: ['STATE-007', 'STATE-012', 'WEBHOOK-010'],
  }),
  plant(
    'lifecycle.aggregate',
    (decisions) => {
      const { aggregate } = decisions.lifecycle;
      return amend(decisions, 'lifecycle', {
        aggregate: (statuses) => {
          const status = aggregate(statuses);
          return status === 'PARTIAL_SUCCESS' ? 'SUCCEED' : status;
        },
      });
    },
    {
      id: 'batch-partial-success-called-success',
      defect: 'A batch of which some details failed is called a success.',
      must: ['STATE-008'],
    },
  ),
];

/** Defects in payout queries. */
export const payoutQueryFaults: readonly Fault[] = [...found, ...root, ...details, ...statuses];
