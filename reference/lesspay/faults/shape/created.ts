import { both, each, gone, type MemberShape, worthless, wrong, wrongInteger } from './member-shape.js';

const batch = { part: 'createdBatch', area: 'PAYOUT-BATCH', form: 'text', may: [] } as const;
const payin = { part: 'createdPayin', area: 'PAYIN-CREATE', form: 'text', may: [] } as const;
const single = { part: 'createdPayout', area: 'PAYOUT-CREATE', form: 'text', may: [] } as const;

/** The members of `data` in the answers to creates (S003 1.6; P-PI-DG; P-CARD; the demo client's card example). */
export const createdShapes: readonly MemberShape[] = [
  { ...batch, path: 'pay_order_id', must: each(wrong, 'PAYOUT-BATCH-005') },
  { ...batch, path: 'request_id', must: each(wrong, 'PAYOUT-BATCH-006') },
  { ...batch, path: 'created_at', must: each(wrong, 'PAYOUT-BATCH-007') },
  {
    ...batch,
    path: 'order_status',
    must: both(each(wrong, 'PAYOUT-BATCH-004'), each(worthless, 'FMT-010')),
    may: ['STATE-002'],
  },
  {
    ...batch,
    path: 'total_count',
    form: 'integer',
    must: both(each(wrongInteger, 'PAYOUT-BATCH-008'), each(gone, 'PAYOUT-BATCH-002')),
  },
  { ...batch, path: 'total_amount_obj', form: 'object', must: each(wrong, 'PAYOUT-BATCH-009') },
  { ...batch, path: 'total_amount_obj.amountStr', must: each(wrong, 'PAYOUT-BATCH-009') },
  { ...batch, path: 'total_amount_obj.currencyCode', must: each(wrong, 'PAYOUT-BATCH-009') },
  { ...batch, path: 'encryptData', area: 'ENV', must: each(['otherType'], 'ENV-007') },
  { ...batch, path: 'sign', area: 'ENV', must: each(['otherType'], 'ENV-007') },
  { ...payin, path: 'checkout_url', must: each(wrong, 'PAYIN-CREATE-003', 'PAYIN-CREATE-014') },
  { ...payin, path: 'order_status', area: 'FMT', must: each(worthless, 'FMT-010') },
  { ...payin, path: 'payment_session_token', area: 'PAYIN-CARD', must: each(wrong, 'PAYIN-CARD-014') },
  { ...payin, path: 'payment_session_secret', area: 'PAYIN-CARD', must: each(wrong, 'PAYIN-CARD-014') },
  { ...single, path: 'pay_order_id', must: each(wrong, 'PAYOUT-CREATE-001') },
  { ...single, path: 'order_status', must: each(worthless, 'PAYOUT-CREATE-026', 'FMT-010') },
];
