import type { Fault } from '../bite.js';
import type { Syntax } from '../decisions/syntax.js';
import { amend, type Decisions } from '../decisions.js';
import { EVERY_SUCCESS } from './consequences.js';
import { maskFaults } from './masks.js';
import { type Description, plant } from './plant.js';

type Members = Readonly<Record<string, unknown>>;

/** The members of a record of the pay-in query are written otherwise. */
const inRecord = (changed: (record: Members) => Members, description: Description): Fault =>
  plant(
    'payinOrders.record',
    (decisions) =>
      amend(decisions, 'payinOrders', {
        record: (order) => {
          const record = decisions.payinOrders.record(order) as Members;
          return { ...record, ...changed(record) };
        },
      }),
    description,
  );

/** The members of a pay-in webhook are written otherwise. */
const inWebhook = (changed: (body: Members) => Members, description: Description): Fault =>
  plant(
    'notifications.payinBody',
    (decisions) =>
      amend(decisions, 'notifications', {
        payinBody: (order, notice) => {
          const body = decisions.notifications.payinBody(order, notice) as Members;
          return { ...body, ...changed(body) };
        },
      }),
    description,
  );

/** The members of a payout are written otherwise. */
const inPayout = (changed: (view: Members) => Members, description: Description): Fault =>
  plant(
    'payoutOrders.view',
    (decisions) =>
      amend(decisions, 'payoutOrders', {
        view: (order, details, place) => {
          const view = decisions.payoutOrders.view(order, details, place) as Members;
          return { ...view, ...changed(view) };
        },
      }),
    description,
  );

/** The members of a payout's detail are written otherwise. */
const inDetail = (changed: (detail: Members) => Members, description: Description): Fault =>
  plant(
    'payoutOrders.detailView',
    (decisions) =>
      amend(decisions, 'payoutOrders', {
        detailView: (detail, place) => {
          const view = decisions.payoutOrders.detailView(detail, place) as Members;
          return { ...view, ...changed(view) };
        },
      }),
    description,
  );

/** Values of one kind are read otherwise, wherever they come. */
const reading = <Name extends keyof Syntax>(
  name: Name,
  changed: (original: Syntax[Name]) => Syntax[Name],
  description: Description,
): Fault =>
  plant(
    `syntax.${name}`,
    (decisions: Decisions) => amend(decisions, 'syntax', { [name]: changed(decisions.syntax[name]) }),
    description,
  );

const amounts: readonly Fault[] = [
  inRecord(({ target_amount }) => ({ target_amount: Number(target_amount) }), {
    id: 'payin-record-amount-is-number',
    defect: 'Pay-in queries give the amount as a JSON number.',
    must: ['FMT-002'],
    may: ['AMT-009'],
  }),
  inWebhook(({ target_amount }) => ({ target_amount: Number(target_amount) }), {
    id: 'payin-webhook-amount-is-number',
    defect: 'Pay-in webhooks give the amount as a JSON number.',
    must: ['FMT-002'],
    may: ['AMT-009', 'WEBHOOK-014'],
  }),
  inPayout(({ total_amount }) => ({ total_amount: Number(total_amount) }), {
    id: 'payout-total-is-number',
    defect: 'Payouts are shown with their total as a JSON number.',
    must: ['FMT-002'],
    may: ['AMT-009', 'PAYOUT-CREATE-025', 'PAYOUT-NOTIFY-001', 'PAYOUT-QUERY-006', 'WEBHOOK-013'],
  }),
  inDetail(({ actual_amount }) => ({ actual_amount: actual_amount === null ? null : Number(actual_amount) }), {
    id: 'detail-actual-amount-is-number',
    defect: 'Details of payouts give the amount that was paid as a JSON number.',
    must: ['FMT-002'],
    may: ['AMT-009'],
  }),
  reading('isAmount', (original) => (value) => typeof value === 'number' || original(value), {
    id: 'number-taken-for-amount',
    defect: 'Amounts may be JSON numbers.',
    must: ['FMT-003'],
    may: ['PAYOUT-QUERY-008'],
  }),
];

const inSeconds = (time: unknown): unknown => (typeof time === 'number' ? Math.floor(time / 1000) : time);

const times: readonly Fault[] = [
  inRecord(({ created_at }) => ({ created_at: inSeconds(created_at) }), {
    id: 'payin-created-in-seconds',
    defect: 'Pay-in queries give the time of creation in seconds.',
    must: ['FMT-005'],
  }),
  inWebhook(({ complete_time }) => ({ complete_time: inSeconds(complete_time) }), {
    id: 'webhook-completed-in-seconds',
    defect: 'Pay-in webhooks give the time of completion in seconds.',
    must: ['FMT-005'],
  }),
  inRecord(
    ({ complete_time }) => ({ complete_time: typeof complete_time === 'number' ? complete_time * 1000 : null }),
    {
      id: 'payin-completed-in-microseconds',
      defect: 'Pay-in queries give the time of completion in microseconds.',
      must: ['FMT-005'],
    },
  ),
  inPayout(({ created_at }) => ({ created_at: String(created_at).slice(0, 10) }), {
    id: 'payout-created-without-time',
    defect: 'The time of a payout’s creation is a date only.',
    must: ['FMT-006'],
  }),
  inPayout(({ created_at }) => ({ created_at: Math.floor(Date.parse(String(created_at)) / 1000) }), {
    id: 'payout-created-in-seconds',
    defect: 'The time of a payout’s creation is a number of seconds.',
    must: ['FMT-006', 'FMT-005'],
  }),
  inDetail(({ success_time }) => ({ success_time: success_time === null ? '' : success_time }), {
    id: 'success-time-is-empty-text',
    defect: 'Details that have not succeeded have empty text for `success_time`.',
    must: ['FMT-007'],
  }),
  inDetail(
    ({ success_time }) => ({
      success_time: success_time === null ? null : new Date(Date.parse(String(success_time))).toUTCString(),
    }),
    {
      id: 'success-time-as-http-date',
      defect: 'The time of a detail’s success is written like an HTTP date.',
      must: ['FMT-007'],
    },
  ),
];

const urls: readonly Fault[] = [
  reading('isHttpUrl', () => (value) => typeof value === 'string', {
    id: 'any-text-taken-for-url',
    defect: 'Any text counts as a URL.',
    must: ['FMT-008'],
  }),
  reading('isHttpUrl', (original) => (value) => original(String(value).replace(/^ftp:/, 'http:')), {
    id: 'ftp-url-accepted',
    defect: 'FTP URLs are accepted.',
    must: ['FMT-008'],
  }),
  reading('isHttpUrl', (original) => (value) => original(value) || original(`https://${value}`), {
    id: 'url-without-scheme-accepted',
    defect: 'A host without a scheme is accepted for a URL.',
    must: ['FMT-008'],
  }),
  reading(
    'isHttpUrl',
    (original) => (value) => original(value) && /^https:|^http:\/\/(127\.|localhost)/i.test(String(value)),
    {
      id: 'plain-http-refused',
      defect: 'Of http URLs only those of the own machine are accepted.',
      must: ['FMT-009'],
      may: [...EVERY_SUCCESS, 'ERR-006'],
    },
  ),
  plant(
    'createBatch.notifyUrlFormat',
    (decisions) => amend(decisions, 'createBatch', { notifyUrlFormat: () => null }),
    {
      id: 'batch-notify-url-unchecked',
      defect: 'The form of a batch’s `notify_url` is not checked.',
      must: ['FMT-008'],
    },
  ),
  plant('createPayin.failUrlFormat', (decisions) => amend(decisions, 'createPayin', { failUrlFormat: () => null }), {
    id: 'fail-url-unchecked',
    defect: 'The form of a pay-in’s `fail_url` is not checked.',
    must: ['FMT-008'],
  }),
];

const statuses: readonly Fault[] = [
  inRecord(({ order_status }) => ({ order_status: order_status === 'PENDING_PAY' ? 'WAITING' : order_status }), {
    id: 'status-of-its-own',
    defect: 'Pay-in queries give a pending order a status that the table does not have.',
    must: ['FMT-010'],
    may: ['PAYIN-CREATE-034'],
  }),
  inWebhook(({ order_status_int }) => ({ order_status_int: Number(order_status_int) + 1 }), {
    id: 'webhook-status-integer-off-by-one',
    defect: 'The integer status of a webhook is one too high.',
    must: ['FMT-011'],
  }),
  inRecord(() => ({ order_status_int: 0 }), {
    id: 'record-status-integer-stays',
    defect: 'The integer status of a pay-in record stays what it was at first.',
    must: ['FMT-011'],
  }),
];

const countriesAndIds: readonly Fault[] = [
  inDetail(
    ({ bank_country_code: country }) => ({
      bank_country_code: country === null ? null : String(country).toLowerCase(),
    }),
    {
      id: 'country-in-lower-case',
      defect: 'Countries are shown in lower-case letters.',
      must: ['FMT-012'],
    },
  ),
  inDetail(({ bank_country_code: country }) => ({ bank_country_code: country === null ? null : `${country}X` }), {
    id: 'country-with-three-letters',
    defect: 'Countries are shown with three letters.',
    must: ['FMT-012'],
  }),
  plant(
    'payoutOrders.created',
    (decisions) =>
      amend(decisions, 'payoutOrders', {
        created: (order) => {
          const data = decisions.payoutOrders.created(order) as Members;
          return { ...data, pay_order_id: order.payOrderId.slice(0, 6) };
        },
      }),
    {
      id: 'order-ids-cut',
      defect: 'Order ids of payouts are cut to six characters, so that many are alike.',
      must: ['FMT-014'],
      may: [
        'IDEM-003',
        'IDEM-004',
        'IDEM-005',
        'IDEM-006',
        'IDEM-007',
        'IDEM-008',
        'PAYOUT-NOTIFY-001',
        'PAYOUT-QUERY-001',
        'PAYOUT-QUERY-003',
        'WEBHOOK-053',
      ],
    },
  ),
];

/** Defects of how amounts, times, URLs, statuses, countries, ids and masks are written. */
export const formatFaults: readonly Fault[] = [
  ...amounts,
  ...times,
  ...urls,
  ...statuses,
  ...countriesAndIds,
  ...maskFaults,
];
