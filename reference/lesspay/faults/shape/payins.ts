import { payinWebhookMembers } from '../../../../protocols/lesspay/webhook-members.js';
import { both, each, gone, type MemberShape, worthless, wrong } from './member-shape.js';

/** What needs a record that is found: other queries, and what is checked by a query after creates with one id. */
const FOUND = [
  ...['QUERY-011', 'QUERY-013', 'QUERY-014', 'QUERY-015', 'QUERY-021', 'QUERY-022'],
  ...['IDEM-001', 'IDEM-002', 'IDEM-006', 'IDEM-008', 'IDEM-015'],
];
const record = { part: 'payinRecord', area: 'QUERY', form: 'text', may: FOUND } as const;
const webhook = { part: 'payinWebhook', area: 'WEBHOOK', form: 'text' } as const;
/** Missing under its name, a member is none of the eight documented ones, nor one of the 19 of the sample. */
const documented = both(each([...gone, 'otherType'], 'WEBHOOK-014'), each(['dropped', 'renamed'], 'WEBHOOK-015'));
const risk = { part: 'riskWebhook', area: 'WEBHOOK' } as const;

/** A member that only the sample of the demo client shows: it may be null. */
const sampleShapes: readonly MemberShape[] = payinWebhookMembers
  .filter(({ documented }) => !documented)
  .map(({ name }) => ({
    ...webhook,
    path: name,
    must: each(['dropped', 'renamed'], 'WEBHOOK-015'),
    may: ['WEBHOOK-019', 'WEBHOOK-043'],
  }));

/** The members of pay-ins in answers to queries and in webhooks (section 5.2; P-PI-WH section 3; P-FRAUD). */
export const payinShapes: readonly MemberShape[] = [
  { ...record, path: 'pay_order_id', must: each(wrong, 'QUERY-002', 'QUERY-003') },
  { ...record, path: 'request_id', must: each(wrong, 'QUERY-001', 'QUERY-003', 'PAYIN-CREATE-034') },
  { ...record, path: 'order_status', area: 'FMT', must: each(worthless, 'FMT-010', 'PAYIN-CREATE-034') },
  { ...record, path: 'target_currency', area: 'PAYIN-CREATE', must: each(worthless, 'PAYIN-CREATE-035') },
  { ...record, path: 'target_amount', area: 'FMT', form: 'amount', must: each(['otherType'], 'FMT-002', 'AMT-009') },
  { ...record, path: 'target_amount', area: 'AMT', form: 'amount', must: each(['emptied'], 'AMT-007') },
  {
    ...record,
    part: 'payinList',
    path: 'records',
    form: 'array',
    must: each(wrong, 'QUERY-001', 'QUERY-002', 'QUERY-003', 'PAYIN-CREATE-034'),
  },
  {
    ...webhook,
    path: 'pay_order_id',
    must: both(documented, each(wrong, 'WEBHOOK-053')),
    // By it a webhook is known to be the one that is waited for.
    may: ['WEBHOOK-006', 'WEBHOOK-008', 'WEBHOOK-009'],
  },
  {
    ...webhook,
    path: 'request_id',
    must: both(documented, each(wrong, 'WEBHOOK-053')),
    may: [],
  },
  {
    ...webhook,
    path: 'order_status',
    must: both(documented, each(worthless, 'FMT-010')),
    may: ['WEBHOOK-008', 'WEBHOOK-009', 'QUERY-022'],
  },
  { ...webhook, path: 'order_status_int', form: 'integer', must: documented, may: [] },
  {
    ...webhook,
    path: 'target_currency',
    must: both(documented, each(wrong, 'WEBHOOK-053')),
    may: ['PAYIN-CREATE-035'],
  },
  {
    ...webhook,
    path: 'target_amount',
    form: 'amount',
    must: both(documented, each(['otherType'], 'FMT-002')),
    may: ['AMT-007', 'AMT-009'],
  },
  { ...webhook, path: 'product_name', must: documented, may: [] },
  { ...webhook, path: 'description', must: documented, may: ['TRANS-010'] },
  ...sampleShapes,
  {
    ...webhook,
    path: 'event',
    must: each(['otherType'], 'WEBHOOK-041'),
    may: ['WEBHOOK-008', 'WEBHOOK-009', 'WEBHOOK-039'],
  },
  {
    ...webhook,
    path: 'event_data',
    must: each(['otherType'], 'WEBHOOK-041'),
    may: ['WEBHOOK-008', 'WEBHOOK-009', 'WEBHOOK-039'],
  },
  { ...risk, path: 'event', form: 'text', must: each(wrong, 'WEBHOOK-039'), may: ['WEBHOOK-015', 'WEBHOOK-040'] },
  {
    ...risk,
    path: 'event_data',
    form: 'object',
    must: each(gone, 'WEBHOOK-039'),
    may: ['WEBHOOK-015'],
  },
];
