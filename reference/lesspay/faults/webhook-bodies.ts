import { sign } from '../../../protocols/lesspay/signature/sign.js';
import type { Fault } from '../bite.js';
import type { PayinOrder } from '../core/orders.js';
import type { RiskNotice } from '../decisions/notifications.js';
import { amend } from '../decisions.js';
import { type Description, plant } from './plant.js';
import { detailShownOtherwise, type Members, membersOf, shownOtherwise, without } from './shown-payouts.js';

/** A fault: pay-in webhooks have other members. */
function payinTold(
  change: (body: Members, order: PayinOrder, notice: RiskNotice | null) => Members,
  description: Description,
): Fault {
  return plant(
    'notifications.payinBody',
    (decisions) => {
      const { payinBody } = decisions.notifications;
      return amend(decisions, 'notifications', {
        payinBody: (order, notice) => change(membersOf(payinBody(order, notice)), order, notice),
      });
    },
    description,
  );
}

/** Defects in the members of pay-in webhooks. */
const payins: readonly Fault[] = [
  payinTold((body) => without(body, 'order_status_int'), {
    id: 'webhook-payin-without-status-number',
    defect: 'Pay-in webhooks have no order_status_int.',
    layer: 'shape',
    must: ['WEBHOOK-014', 'WEBHOOK-015'],
  }),
  payinTold((body) => ({ ...body, target_amount: Number(body.target_amount) }), {
    id: 'webhook-payin-amount-is-a-number',
    defect: 'Pay-in webhooks give the amount as a JSON number.',
    layer: 'shape',
    must: ['WEBHOOK-014'],
    may: ['FMT-002', 'AMT-009'],
  }),
  payinTold((body) => Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null)), {
    id: 'webhook-payin-drops-null-members',
    defect: 'Pay-in webhooks lack the members that would be null.',
    layer: 'shape',
    must: ['WEBHOOK-015'],
  }),
  payinTold((body) => ({ ...body, api_version: 'v1' }), {
    id: 'webhook-payin-always-v1',
    defect: 'Every pay-in webhook says that it is of version v1.',
    must: ['WEBHOOK-019'],
  }),
  payinTold((body, { status }) => (status === 'FAILED' ? { ...body, error_code: null, error_msg: null } : body), {
    id: 'webhook-failure-without-error',
    defect: 'The webhook of a failed pay-in does not tell the error.',
    must: ['WEBHOOK-043'],
  }),
  payinTold((body) => ({ ...body, event_data: body.event_data ?? {} }), {
    id: 'webhook-result-has-event-data',
    defect: 'The webhook of an ordinary result has event_data.',
    must: ['WEBHOOK-041'],
    may: ['WEBHOOK-039'],
  }),
  payinTold((body, _order, notice) => (notice === null ? body : { ...body, event: 'fraud' }), {
    id: 'webhook-risk-event-made-up',
    defect: 'A risk event is called fraud, which no document knows.',
    must: ['WEBHOOK-039'],
  }),
  payinTold((body, _order, notice) => (notice === null ? body : { ...body, event_data: null }), {
    id: 'webhook-risk-event-without-data',
    defect: 'The webhook of a risk event has no event_data.',
    must: ['WEBHOOK-039'],
  }),
  payinTold(
    (body, _order, notice) =>
      notice?.event === 'dispute_received' ? { ...body, event_data: { category: 'buyer_remorse' } } : body,
    {
      id: 'webhook-dispute-category-made-up',
      defect: 'The category of a dispute is one that no document knows.',
      must: ['WEBHOOK-040'],
    },
  ),
  payinTold((body) => ({ ...body, request_id: `${String(body.request_id)}0` }), {
    id: 'webhook-payin-of-another-request',
    defect: 'Pay-in webhooks name another request_id than that of their order.',
    must: ['WEBHOOK-053'],
  }),
  payinTold((body) => ({ ...body, target_currency: body.target_currency === 'USD' ? 'EUR' : 'USD' }), {
    id: 'webhook-payin-in-another-currency',
    defect: 'Pay-in webhooks name another currency than that of their order.',
    must: ['WEBHOOK-053'],
    may: ['PAYIN-CREATE-035'],
  }),
  plant(
    'notifications.payinBody, notifications.payinSignature',
    (decisions) => {
      const { payinBody } = decisions.notifications;
      return amend(decisions, 'notifications', {
        payinBody: (order, notice) => {
          const body = membersOf(payinBody(order, notice));
          return order.apiVersion === 'v1' ? without(body, 'api_version') : body;
        },
        payinSignature: (text, _order, application) => sign(text, application.appSecret),
      });
    },
    {
      id: 'webhook-without-version-signed-in-full',
      defect: 'The signature of a webhook that names no version covers the whole body.',
      must: ['WEBHOOK-018'],
      may: ['WEBHOOK-015'],
    },
  ),
  plant(
    'notifications.payinSignature',
    (decisions) => {
      const { payinSignature } = decisions.notifications;
      return amend(decisions, 'notifications', {
        payinSignature: (text, order, application) =>
          payinSignature(text.replace('"api_version":"v2"', '"api_version":"v1"'), order, application),
      });
    },
    {
      id: 'webhook-second-version-signed-like-first',
      defect: 'The signature of a v2 webhook covers the members of v1 only.',
      must: ['WEBHOOK-016'],
    },
  ),
];

/** Defects in the members of payout webhooks. */
const payouts: readonly Fault[] = [
  shownOtherwise((shown, place) => (place === 'webhook' ? without(shown, 'details') : shown), {
    id: 'webhook-payout-without-details',
    defect: 'Payout webhooks have no details.',
    layer: 'shape',
    must: ['WEBHOOK-013', 'PAYOUT-NOTIFY-003'],
  }),
  detailShownOtherwise((shown, _detail, place) => (place === 'webhook' ? without(shown, 'status') : shown), {
    id: 'webhook-payout-details-without-status',
    defect: 'The details of payout webhooks have no status.',
    layer: 'shape',
    must: ['WEBHOOK-013', 'PAYOUT-NOTIFY-003'],
  }),
  shownOtherwise((shown, place) => (place === 'webhook' ? { ...shown, request_id: shown.pay_order_id } : shown), {
    id: 'webhook-payout-of-another-request',
    defect: 'Payout webhooks give the order id as the request_id.',
    must: ['WEBHOOK-053', 'PAYOUT-NOTIFY-003', 'PAYOUT-QUERY-013'],
  }),
  plant(
    'payoutOrders.keptAccountNo',
    (decisions) => amend(decisions, 'payoutOrders', { keptAccountNo: (clear) => clear }),
    {
      id: 'account-numbers-in-the-clear',
      defect: 'Account numbers are kept, and shown, in the clear.',
      must: ['WEBHOOK-044', 'FMT-016'],
    },
  ),
  plant(
    'payoutOrders.keptAccountName',
    (decisions) => amend(decisions, 'payoutOrders', { keptAccountName: (clear) => clear }),
    {
      id: 'account-names-in-the-clear',
      defect: 'Account names are kept, and shown, in the clear.',
      must: ['WEBHOOK-044', 'FMT-016'],
    },
  ),
];

/** Defects in the bodies of webhooks. */
export const webhookBodyFaults: readonly Fault[] = [...payins, ...payouts];
