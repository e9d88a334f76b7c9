import { readAmount } from '../../../protocols/amount.js';
import type { Fault } from '../bite.js';
import { amend, type Decisions } from '../decisions.js';
import { ofNeedlessRefusals } from './payout-consequences.js';
import { answered, type Description, plant, unnoticed } from './plant.js';
import { detailShownOtherwise, membersOf, shownOtherwise } from './shown-payouts.js';

/** The amount less one hundredth. */
function lessACent(amount: unknown): string {
  return readAmount(amount)?.minus('0.01').toFixed() ?? '';
}

/** A fault: what counts as an amount is decided otherwise, wherever an amount is read. */
function readOtherwise(isAmount: Decisions['syntax']['isAmount'], description: Description): Fault {
  return plant(
    'syntax.isAmount',
    (decisions) => {
      const { isAmount: original } = decisions.syntax;
      return amend(decisions, 'syntax', { isAmount: (value) => original(value) && isAmount(value) });
    },
    description,
  );
}

/** Defects in which amounts are accepted. */
const forms: readonly Fault[] = [
  readOtherwise((value) => typeof value === 'string' && /^[0-9]+\.[0-9]{2}$/.test(value), {
    id: 'amount-needs-two-decimals',
    defect: 'An amount without exactly two decimals is refused.',
    must: ['AMT-001'],
    may: ofNeedlessRefusals,
  }),
  unnoticed('createPayin', 'amountFormat', {
    id: 'amount-of-payin-not-read',
    defect: 'A pay-in is accepted whatever text its amount is.',
    must: ['PAYIN-CREATE-016', 'PAYIN-CREATE-017'],
    may: ['AMT-002'],
  }),
  answered('amountFormat', 200, 30043, {
    id: 'amount-form-blamed-on-method',
    defect: 'A text that is no amount is refused because the payment method were not configured.',
    must: ['AMT-002', 'PAYOUT-CREATE-013', 'PAYOUT-BATCH-047', 'PAYOUT-BATCH-048'],
    may: ['FMT-003', 'PAYOUT-CREATE-005', 'PAYOUT-CREATE-014', 'PAYOUT-BATCH-049'],
  }),
  answered('underMinimum', 200, 30070, {
    id: 'amount-too-small-is-too-large',
    defect: 'A payout that is too small is refused for being too large.',
    must: ['AMT-003'],
    may: ['ERR-016'],
  }),
  answered('overSingleMaximum', 500, 30000, {
    id: 'amount-too-large-crashes',
    defect: 'A payout that is too large makes the platform fail with HTTP 500.',
    must: ['AMT-005', 'ERR-001'],
    may: ['ERR-006', 'ERR-016'],
  }),
];

/** Defects in what becomes of the value of an amount. */
const values: readonly Fault[] = [
  plant(
    'payinOrders.record',
    (decisions) => {
      const { record } = decisions.payinOrders;
      return amend(decisions, 'payinOrders', {
        record: (order) => ({ ...membersOf(record(order)), target_amount: lessACent(order.amount) }),
      });
    },
    {
      id: 'payin-query-shows-a-cent-less',
      defect: 'The query shows the amount of a pay-in less a cent.',
      must: ['AMT-007'],
      may: ['IDEM-006', 'IDEM-008'],
    },
  ),
  plant(
    'notifications.payinBody',
    (decisions) => {
      const { payinBody } = decisions.notifications;
      return amend(decisions, 'notifications', {
        payinBody: (order, notice) => payinBody({ ...order, amount: lessACent(order.amount) }, notice),
      });
    },
    {
      id: 'payin-webhook-shows-a-cent-less',
      defect: 'The webhook shows the amount of a pay-in less a cent.',
      must: ['AMT-007'],
    },
  ),
  plant(
    'payinOrders.fromRequest',
    (decisions) => {
      const { fromRequest } = decisions.payinOrders;
      return amend(decisions, 'payinOrders', {
        fromRequest: (body, createdAt) => {
          const order = fromRequest(body, createdAt);
          return { ...order, amount: readAmount(order.amount)?.shiftedBy(2).toFixed(0) ?? order.amount };
        },
      });
    },
    {
      id: 'payin-amount-kept-in-minor-units',
      defect: 'The amount of a pay-in is kept, and shown, in minor units.',
      must: ['AMT-007'],
      may: ['IDEM-006', 'IDEM-008'],
    },
  ),
  shownOtherwise(
    (shown, place) => (place === 'webhook' ? { ...shown, total_amount: lessACent(shown.total_amount) } : shown),
    {
      id: 'payout-webhook-shows-a-cent-less',
      defect: 'The webhook shows the total of a payout less a cent.',
      must: ['AMT-007', 'PAYOUT-QUERY-013', 'PAYOUT-NOTIFY-003'],
    },
  ),
  detailShownOtherwise((shown) => ({ ...shown, amount: lessACent(shown.amount) }), {
    id: 'payout-details-show-a-cent-less',
    defect: 'Each detail of a payout is shown with a cent less than was sent.',
    must: ['AMT-007', 'PAYOUT-QUERY-010', 'PAYOUT-QUERY-017'],
    may: ['IDEM-006', 'IDEM-008'],
  }),
  shownOtherwise((shown) => ({ ...shown, total_amount: Number(shown.total_amount) }), {
    id: 'payout-total-is-a-number',
    defect: 'The total of a payout is shown as a JSON number.',
    layer: 'shape',
    must: ['AMT-009'],
    may: ['FMT-002', 'PAYOUT-QUERY-006', 'PAYOUT-NOTIFY-001', 'WEBHOOK-013'],
  }),
  shownOtherwise(
    (shown) => ({ ...shown, total_amount: readAmount(shown.total_amount)?.toExponential() ?? shown.total_amount }),
    {
      id: 'payout-total-has-an-exponent',
      defect: 'The total of a payout is shown with an exponent.',
      layer: 'shape',
      must: ['AMT-009'],
      may: ['AMT-007'],
    },
  ),
];

/** Defects in amounts. */
export const amountFaults: readonly Fault[] = [...forms, ...values];
