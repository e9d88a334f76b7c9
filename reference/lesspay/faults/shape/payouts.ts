import type { MessagePart } from '../../messages.js';
import { both, each, gone, type MemberShape, type MustByKind, worthless, wrong } from './member-shape.js';

/** Where a payout is shown, and the requirements that list its members there. */
interface PlaceOfPayout {
  readonly root: MessagePart;
  readonly detail: MessagePart;
  readonly area: string;
  /** The members that the documents list. */
  readonly rootMembers: string;
  readonly detailMembers: string;
  /** That the members identify the order that was asked for, or notified. */
  readonly payOrderId: readonly string[];
  readonly requestId: readonly string[];
  readonly may: readonly string[];
}

const places: readonly PlaceOfPayout[] = [
  {
    root: 'payoutQuery',
    detail: 'payoutQueryDetail',
    area: 'PAYOUT-QUERY',
    rootMembers: 'PAYOUT-QUERY-006',
    detailMembers: 'PAYOUT-QUERY-008',
    payOrderId: ['PAYOUT-QUERY-001', 'PAYOUT-QUERY-003'],
    requestId: ['PAYOUT-QUERY-002', 'PAYOUT-QUERY-003'],
    may: [
      ...['PAYOUT-QUERY-013', 'PAYOUT-CREATE-025', 'WEBHOOK-010', 'WEBHOOK-011'],
      ...['IDEM-003', 'IDEM-004', 'IDEM-005', 'IDEM-006', 'IDEM-008', 'IDEM-015'],
    ],
  },
  {
    root: 'triggerAnswer',
    detail: 'triggerAnswerDetail',
    area: 'PAYOUT-NOTIFY',
    rootMembers: 'PAYOUT-NOTIFY-001',
    detailMembers: 'PAYOUT-NOTIFY-001',
    payOrderId: ['PAYOUT-NOTIFY-001'],
    requestId: ['PAYOUT-NOTIFY-001'],
    may: ['PAYOUT-NOTIFY-003'],
  },
  {
    root: 'payoutWebhook',
    detail: 'payoutWebhookDetail',
    area: 'WEBHOOK',
    rootMembers: 'WEBHOOK-013',
    detailMembers: 'WEBHOOK-013',
    payOrderId: ['WEBHOOK-053'],
    requestId: ['WEBHOOK-053'],
    may: [
      ...['PAYOUT-QUERY-013', 'PAYOUT-NOTIFY-002', 'PAYOUT-NOTIFY-003'],
      // By order and status a webhook is known to be the one that is waited for.
      ...['WEBHOOK-007', 'WEBHOOK-010', 'WEBHOOK-012'],
    ],
  },
];

function rootShapes(place: PlaceOfPayout): MemberShape[] {
  const { root: part, area, rootMembers, payOrderId, requestId, may } = place;
  const listed = each(wrong, rootMembers);
  const shape = (path: string, must: MustByKind, form: MemberShape['form'] = 'text', also: readonly string[] = []) => ({
    part,
    path,
    form,
    area,
    must,
    may: [...may, ...also],
  });
  return [
    shape('pay_order_id', both(listed, each(wrong, ...payOrderId))),
    shape('request_id', both(listed, each(wrong, ...requestId))),
    shape('order_status', both(listed, each(worthless, 'FMT-010'))),
    shape('currency', part === 'payoutWebhook' ? both(listed, each(wrong, 'WEBHOOK-053')) : listed),
    shape('total_amount', both(listed, each(['otherType'], 'FMT-002')), 'amount', ['AMT-007', 'AMT-009']),
    shape('created_at', both(listed, each(worthless, 'FMT-006'))),
    shape('details', each([...gone, 'otherType'], rootMembers), 'array', ['PAYOUT-BATCH-052', 'PAYOUT-QUERY-017']),
  ];
}

function detailShapes(place: PlaceOfPayout): MemberShape[] {
  const { detail: part, area, detailMembers, may } = place;
  const listed = each(wrong, detailMembers);
  const shape = (path: string, must: MustByKind, form: MemberShape['form'] = 'text', also: readonly string[] = []) => ({
    part,
    path,
    form,
    area,
    must,
    may: [...may, ...also],
  });
  return [
    shape('payout_order_detail_id', listed, 'text', ['PAYOUT-QUERY-014']),
    shape('mch_order_id', listed, 'text', ['PAYOUT-BATCH-052', 'PAYOUT-QUERY-014', 'PAYOUT-QUERY-017', 'AMT-007']),
    shape('amount', both(listed, each(['otherType'], 'FMT-002')), 'amount', [
      ...['AMT-007', 'AMT-009', 'PAYOUT-QUERY-017'],
    ]),
    shape('status', listed, 'text', ['PAYOUT-QUERY-016', 'PAYOUT-QUERY-017']),
  ];
}

/** Members of payout queries that the demo client shows: they may be missing, but not be something else (E-58). */
const demoMembers: readonly MemberShape[] = [
  {
    part: 'payoutQuery',
    path: 'decimal_places',
    form: 'integer',
    area: 'PAYOUT-QUERY',
    must: each(['otherType'], 'PAYOUT-QUERY-007'),
    may: ['PAYOUT-QUERY-013'],
  },
  {
    part: 'payoutQueryDetail',
    path: 'audit_state',
    form: 'text',
    area: 'PAYOUT-QUERY',
    must: each(worthless, 'PAYOUT-QUERY-009'),
    may: ['PAYOUT-QUERY-013', 'STATE-005', 'STATE-019'],
  },
];

/** The members of PayoutQueryVO wherever it is shown (P-FPO; P-PO-WH section 3; the demo client's payout webhook). */
export const payoutShapes: readonly MemberShape[] = [
  ...places.flatMap((place) => [...rootShapes(place), ...detailShapes(place)]),
  ...demoMembers,
];
