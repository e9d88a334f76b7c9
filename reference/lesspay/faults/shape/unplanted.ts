import type { MessagePart } from '../../messages.js';
import type { ShapeKind } from './reshape.js';

/** Wrong forms of members that are planted nowhere, and why: they break no requirement. */
export interface Unplanted {
  readonly parts: readonly MessagePart[];
  /** Dotted, within the part. */
  readonly paths: readonly string[];
  /** Absent: every kind. */
  readonly kinds?: readonly ShapeKind[];
  readonly reason: string;
}

const gone: readonly ShapeKind[] = ['dropped', 'null', 'renamed'];
const PAYOUTS = ['payoutQuery', 'triggerAnswer', 'payoutWebhook'] as const;
const PAYOUT_DETAILS = ['payoutQueryDetail', 'triggerAnswerDetail', 'payoutWebhookDetail'] as const;

/** Every member that the platform shows is here or among the shapes that are planted, kind by kind. */
export const unplanted: readonly Unplanted[] = [
  {
    parts: ['success', 'failure'],
    paths: ['code'],
    reason:
      'Without a code nothing is accepted and nothing refused: every rule of the platform fails, so none is proven.',
  },
  {
    parts: ['success'],
    paths: ['data'],
    reason: 'Without results every rule about results fails; the members of each result are planted instead.',
  },
  { parts: ['success'], paths: ['msg'], kinds: ['emptied'], reason: 'P-FPO shows an empty text on success (ENV-004).' },
  {
    parts: ['failure'],
    paths: ['data'],
    kinds: [...gone, 'emptied'],
    reason: '`data` of a failure is absent, null or empty (ENV-012).',
  },
  {
    parts: ['createdBatch', 'createdPayout'],
    paths: ['encryptData', 'sign'],
    kinds: [...gone, 'emptied'],
    reason: 'Reserved: text, null or missing (E-03, ENV-007).',
  },
  {
    parts: ['createdPayout'],
    paths: ['encryptData', 'sign'],
    kinds: ['otherType'],
    reason: 'ENV-007 judges the envelope of every answer alike; it is planted in batches.',
  },
  {
    parts: ['createdPayout'],
    paths: ['request_id', 'created_at', 'total_count', 'total_amount_obj'],
    reason:
      'The answer to a single payout is not documented: its id and its status are judged (PAYOUT-CREATE-001, 026).',
  },
  {
    parts: ['createdPayout', 'createdPayin'],
    paths: ['order_status'],
    kinds: gone,
    reason: 'Whether these answers have a status is not documented; one that is there is judged (FMT-010).',
  },
  {
    parts: ['createdPayin'],
    paths: ['pay_order_id', 'order_data'],
    reason: 'The id may stand at either place (E-35), and the other one has it.',
  },
  { parts: ['createdPayin'], paths: ['request_id'], reason: 'Where S002 section 3 wants it is unknown (section 5.1).' },
  {
    parts: ['createdBatch'],
    paths: ['total_count'],
    kinds: ['emptied'],
    reason: 'An integer has no empty form.',
  },
  {
    parts: ['payinList'],
    paths: ['total', 'page', 'page_size'],
    reason: 'The answer to a pay-in query is not documented (section 5.2); its records are judged.',
  },
  {
    parts: ['payinRecord'],
    paths: ['order_status'],
    kinds: gone,
    reason: 'The integer beside it tells the status too (E-21).',
  },
  {
    parts: ['payinRecord'],
    paths: ['order_status_int'],
    reason: 'Optional, and an integer as text denotes the same status (E-21).',
  },
  {
    parts: ['payinRecord'],
    paths: ['target_currency', 'target_amount'],
    kinds: gone,
    reason: 'Judged only when present (section 5.2).',
  },
  {
    parts: ['payinRecord'],
    paths: ['product_name', 'description', 'created_at', 'complete_time', 'error_code', 'error_msg'],
    reason: 'Not documented (section 5.2).',
  },
  {
    parts: ['payinWebhook'],
    paths: ['order_status_int'],
    kinds: ['emptied'],
    reason: 'An integer has no empty form.',
  },
  {
    parts: ['payinWebhook'],
    paths: ['target_amount', 'product_name', 'description'],
    kinds: ['emptied'],
    reason:
      'Empty text is text: whether it is the value of the order is judged where values are compared (AMT-007, TRANS-010).',
  },
  {
    parts: ['payinWebhook', 'riskWebhook'],
    paths: ['success_url', 'fail_url', 'complete_time', 'notify_url', 'merchant_reserved_field', 'channel_biz_data'],
    kinds: ['null', 'otherType', 'emptied'],
    reason:
      'Only the sample of the demo client shows them, and types are not documented (WEBHOOK-015: present, null allowed).',
  },
  {
    parts: ['payinWebhook'],
    paths: ['error_code', 'error_msg', 'api_version'],
    kinds: ['null', 'otherType', 'emptied'],
    reason: 'Judged by hand-written faults of their rules (WEBHOOK-043; WEBHOOK-018, 019).',
  },
  {
    parts: ['payinWebhook'],
    paths: ['event', 'event_data'],
    kinds: ['null', 'emptied'],
    reason: 'They are null in an ordinary result (WEBHOOK-041).',
  },
  {
    parts: ['riskWebhook'],
    paths: ['event_data'],
    kinds: ['otherType', 'emptied'],
    reason: 'An object is expected and another type reported; what it consists of is unknown (WEBHOOK-039).',
  },
  {
    parts: ['riskWebhook'],
    paths: [
      ...['pay_order_id', 'request_id', 'order_status', 'order_status_int', 'target_currency', 'target_amount'],
      ...['product_name', 'description', 'success_url', 'fail_url', 'complete_time', 'error_code', 'error_msg'],
      ...['notify_url', 'merchant_reserved_field', 'api_version', 'channel_biz_data'],
    ],
    reason: 'The body is that of an ordinary result, where they are planted.',
  },
  {
    parts: PAYOUTS,
    paths: ['details'],
    kinds: ['emptied'],
    reason:
      'A list without details is a list: that it shows them all is judged by PAYOUT-BATCH-052 and PAYOUT-QUERY-017.',
  },
  {
    parts: PAYOUTS,
    paths: ['fail_reason'],
    reason: 'Null unless there was a failure, and then optional (PAYOUT-QUERY-011).',
  },
  {
    parts: ['triggerAnswer', 'payoutWebhook'],
    paths: ['decimal_places'],
    reason: 'Only the demo client shows it (E-58); PAYOUT-QUERY-007 judges queries.',
  },
  {
    parts: ['payoutQuery'],
    paths: ['decimal_places'],
    kinds: [...gone, 'emptied'],
    reason: 'Only the demo client shows it: it may be missing (E-58).',
  },
  {
    parts: ['payoutQueryDetail'],
    paths: ['audit_state'],
    kinds: gone,
    reason: 'Only the demo client shows it: it may be missing (E-58); after a review STATE-005 and STATE-019 want it.',
  },
  {
    parts: ['triggerAnswerDetail', 'payoutWebhookDetail'],
    paths: ['audit_state'],
    reason: 'Only the demo client shows it (E-58); PAYOUT-QUERY-009 judges queries.',
  },
  {
    parts: PAYOUT_DETAILS,
    paths: [
      ...[
        'actual_amount',
        'fail_reason',
        'rejected_reason',
        'channel_order_no',
        'bank_account_no',
        'bank_account_name',
      ],
      ...['bank_account_type', 'bank_name', 'bank_country_code', 'bank_swift_code', 'success_time'],
    ],
    reason:
      'May be null or absent (PAYOUT-QUERY-008, E-58); their values are judged by hand-written faults of their rules.',
  },
  {
    parts: ['balance'],
    paths: ['balance'],
    kinds: gone,
    reason: 'The members of a balance answer are not documented (section 5.7); an amount that is there is judged.',
  },
  { parts: ['balance'], paths: ['way_code', 'currency'], reason: 'Not documented (section 5.7).' },
];
