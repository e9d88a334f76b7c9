import { isPositiveAmount } from '../../../protocols/amount.js';
import type { Fault } from '../bite.js';
import { type JsonObject, member } from '../core/json.js';
import { violation } from '../core/violation.js';
import { notLonger } from '../decisions/check.js';
import { detailsOf } from '../decisions/create-batch.js';
import { amend } from '../decisions.js';
import { ofNeedlessRefusals } from './payout-consequences.js';
import { mistaken, plant, plantCheck, unnoticed } from './plant.js';
import { createdOtherwise, shownOtherwise, without } from './shown-payouts.js';

/** A detail that could be paid out by itself, as far as a first look tells. */
const isGood = (detail: JsonObject, index: number, all: readonly JsonObject[]): boolean => {
  const id = member(detail, 'mch_order_id');
  return (
    typeof id === 'string' &&
    all.findIndex((other) => member(other, 'mch_order_id') === id) === index &&
    isPositiveAmount(member(detail, 'amount')) &&
    ['bank', 'ewallet'].some((type) => type === member(detail, 'destination_type'))
  );
};

/** Defects in the answer to an accepted batch, and in what is there afterwards. */
const created: readonly Fault[] = [
  createdOtherwise((shown, { details }) => ({ ...shown, total_count: details.length + 1 }), {
    id: 'batch-count-off-by-one',
    defect: 'The answer to a batch counts one detail more than were sent.',
    must: ['PAYOUT-BATCH-002'],
  }),
  createdOtherwise((shown) => ({ ...shown, order_status: 'PENDING_PAY' }), {
    id: 'batch-created-as-approved',
    defect: 'The answer to a batch says that it waits for its payment, before anybody has reviewed it.',
    must: ['PAYOUT-BATCH-004'],
    may: ['STATE-012'],
  }),
  createdOtherwise((shown) => ({ ...shown, pay_order_id: Number(String(shown.pay_order_id).replace(/\D/g, '')) }), {
    id: 'batch-order-id-is-a-number',
    defect: 'The answer to a batch gives the order id as a JSON number, whose last digits a double cannot hold.',
    must: ['PAYOUT-BATCH-005'],
    may: ['PAYOUT-CREATE-001'],
  }),
  createdOtherwise((shown, { requestId }) => ({ ...shown, request_id: `${requestId}-1` }), {
    id: 'batch-request-id-extended',
    defect: 'The answer to a batch repeats its request_id with a suffix.',
    must: ['PAYOUT-BATCH-006'],
  }),
  createdOtherwise((shown, { createdAt }) => ({ ...shown, created_at: createdAt }), {
    id: 'batch-created-at-in-milliseconds',
    defect: 'The answer to a batch gives created_at as a number of milliseconds.',
    must: ['PAYOUT-BATCH-007'],
  }),
  createdOtherwise((shown, { details }) => ({ ...shown, total_count: String(details.length) }), {
    id: 'batch-count-is-text',
    defect: 'The answer to a batch gives total_count as text.',
    must: ['PAYOUT-BATCH-008'],
  }),
  createdOtherwise(
    (shown, order) => ({
      ...shown,
      total_amount_obj: { amountStr: order.details[0]?.amount.replace(/\d/, '9'), currencyCode: order.currency },
    }),
    {
      id: 'batch-total-repeated-wrongly',
      defect: 'The answer to a batch repeats another total than was sent.',
      must: ['PAYOUT-BATCH-009'],
    },
  ),
  createdOtherwise(
    (shown, { totalAmount }) => ({ ...shown, total_amount_obj: { amountStr: totalAmount, currencyCode: 'USD' } }),
    {
      id: 'batch-total-in-dollars',
      defect: 'The answer to a batch gives every total in US dollars.',
      must: ['PAYOUT-BATCH-009'],
    },
  ),
  createdOtherwise((shown) => without(shown, 'total_amount_obj'), {
    id: 'batch-total-not-repeated',
    defect: 'The answer to a batch has no total_amount_obj.',
    must: ['PAYOUT-BATCH-009'],
  }),
  plant(
    'payoutOrders.view',
    (decisions) => {
      const { view } = decisions.payoutOrders;
      return amend(decisions, 'payoutOrders', {
        view: (order, details, place) => view(order, details.slice(0, -1), place),
      });
    },
    {
      id: 'batch-last-detail-hidden',
      defect: 'Whatever is shown of a batch lacks its last detail.',
      must: ['PAYOUT-BATCH-052'],
      may: ['PAYOUT-QUERY-010', 'PAYOUT-QUERY-017', 'IDEM-006', 'IDEM-008'],
    },
  ),
  shownOtherwise((shown, _place, { status }) => (status === 'PENDING_CONFIRM' ? { ...shown, details: [] } : shown), {
    id: 'batch-details-hidden-during-review',
    defect: 'A query shows no details as long as a batch is in review.',
    must: ['PAYOUT-BATCH-052'],
  }),
  plant(
    'payoutOrders.leftOfRefusedBatch',
    (decisions) =>
      amend(decisions, 'payoutOrders', {
        leftOfRefusedBatch: (body) => {
          const all = detailsOf(body);
          const good = all.filter(isGood);
          return good.length > 0 && good.length < all.length ? { ...body, payout_order_details: good } : null;
        },
      }),
    {
      id: 'batch-refused-but-partly-kept',
      defect: 'A batch that is refused for one of its details leaves an order with the others behind.',
      must: ['PAYOUT-BATCH-050'],
      may: [
        'PAYOUT-BATCH-013',
        'PAYOUT-BATCH-023',
        'PAYOUT-BATCH-024',
        'PAYOUT-BATCH-025',
        'PAYOUT-BATCH-026',
        'PAYOUT-BATCH-047',
        'PAYOUT-BATCH-049',
      ],
    },
  ),
];

/** Defects in what batches are accepted. */
const refusedWithoutReason: readonly Fault[] = [
  plantCheck(
    'createBatch',
    'detailsNotEmpty',
    (original) => (body, situation) =>
      detailsOf(body).length === 1 ? violation('parameter', 'use a single payout') : original(body, situation),
    {
      id: 'batch-of-one-refused',
      defect: 'A batch with a single detail is refused.',
      must: ['PAYOUT-BATCH-001'],
      may: ofNeedlessRefusals,
    },
  ),
  plantCheck(
    'createBatchRules',
    'detailCount',
    (original) => (body, situation) =>
      detailsOf(body).length > 1 ? violation('tooManyDetails', 'at most one detail') : original(body, situation),
    {
      id: 'batch-of-several-refused',
      defect: 'A batch with more than one detail is refused.',
      must: ['PAYOUT-BATCH-002'],
      may: ofNeedlessRefusals,
    },
  ),
  plantCheck(
    'batchDetail',
    'walletObject',
    (original) => (detail, situation) =>
      member(detail, 'e_wallet') === undefined ? original(detail, situation) : violation('bankAccount', 'no wallets'),
    {
      id: 'batch-to-wallets-refused',
      defect: 'A batch of wallet payouts is refused for want of bank accounts.',
      must: ['PAYOUT-BATCH-003'],
      may: ofNeedlessRefusals,
    },
  ),
  plantCheck('createBatch', 'requestIdLength', () => notLonger('request_id', 63), {
    id: 'batch-request-id-limit-off-by-one',
    defect: 'A request_id of 64 characters is refused.',
    must: ['PAYOUT-BATCH-041'],
    may: ofNeedlessRefusals,
  }),
  plantCheck('batchDetail', 'mchOrderIdLength', () => notLonger('mch_order_id', 63), {
    id: 'batch-detail-id-limit-off-by-one',
    defect: 'An mch_order_id of 64 characters is refused.',
    must: ['PAYOUT-BATCH-043'],
    may: ofNeedlessRefusals,
  }),
  plant(
    'syntax.destinationOf',
    (decisions) => amend(decisions, 'syntax', { destinationOf: (detail) => member(detail, 'destination_type') }),
    {
      id: 'batch-root-destination-ignored',
      defect: 'The destination_type at the root of a batch is ignored.',
      must: ['PAYOUT-BATCH-051'],
      may: ofNeedlessRefusals,
    },
  ),
  ...(['PHP', 'INR', 'IDR'] as const).map((currency) =>
    plantCheck(
      'createBatchRules',
      'currencySupported',
      (original) => (body, situation) =>
        member(body, 'currency') === currency
          ? violation('unsupportedCurrency', 'currency is not supported for this payout')
          : original(body, situation),
      {
        id: `batch-in-${currency.toLowerCase()}-refused`,
        defect: `The channel pays out no ${currency} in batches.`,
        must: ['PAYOUT-BATCH-046'],
        may: ofNeedlessRefusals,
      },
    ),
  ),
];

/** Defects in the members that the root of a batch must have. */
const rootMembers: readonly Fault[] = [
  unnoticed('createBatch', 'requestIdPresent', {
    id: 'batch-without-request-id-accepted',
    defect: 'A batch without request_id is accepted.',
    must: ['PAYOUT-BATCH-015'],
  }),
  mistaken('createBatch', 'currencyPresent', 'insufficientBalance', {
    id: 'batch-without-currency-blamed-on-balance',
    defect: 'A batch without currency is refused because the balance did not cover it.',
    must: ['PAYOUT-BATCH-016'],
  }),
  unnoticed('createBatch', 'totalPresent', {
    id: 'batch-without-total-accepted',
    defect: 'A batch without total_amount is accepted.',
    must: ['PAYOUT-BATCH-017'],
    may: ['PAYOUT-QUERY-006'],
  }),
  mistaken('createBatch', 'wayTypePresent', 'internal', {
    id: 'batch-without-way-type-crashes',
    defect: 'A batch without way_type makes the platform fail with HTTP 500.',
    must: ['PAYOUT-BATCH-018', 'ERR-001'],
  }),
  mistaken('createBatch', 'wayCodePresent', 'internal', {
    id: 'batch-without-way-code-crashes',
    defect: 'A batch without way_code makes the platform fail with HTTP 500.',
    must: ['PAYOUT-BATCH-019', 'ERR-001'],
  }),
  mistaken('createBatch', 'notifyUrlOrDefault', 'merchantAbnormal', {
    id: 'batch-without-notify-url-blamed-on-merchant',
    defect: 'A batch without notify_url is refused as one of an abnormal merchant.',
    must: ['PAYOUT-BATCH-020'],
  }),
  mistaken('createBatch', 'detailsPresent', 'internal', {
    id: 'batch-without-details-crashes',
    defect: 'A batch without details makes the platform fail with HTTP 500.',
    must: ['PAYOUT-BATCH-021', 'ERR-001'],
  }),
  mistaken('createBatch', 'detailsNotEmpty', 'tooManyDetails', {
    id: 'batch-of-none-is-too-long',
    defect: 'A batch with no details is refused for having too many.',
    must: ['PAYOUT-BATCH-021'],
  }),
  mistaken('createBatch', 'detailsArray', 'internal', {
    id: 'batch-details-not-an-array-crashes',
    defect: 'Details that are an object or a text make the platform fail with HTTP 500.',
    must: ['PAYOUT-BATCH-022', 'ERR-001'],
  }),
  mistaken('createBatch', 'detailsObjects', 'channelNotConfigured', {
    id: 'batch-details-numbers-blamed-on-channel',
    defect: 'Details that are numbers are refused because their channel were not configured.',
    must: ['PAYOUT-BATCH-022'],
  }),
  plantCheck('createBatch', 'requestIdLength', () => notLonger('request_id', 65), {
    id: 'batch-request-id-of-65-accepted',
    defect: 'A request_id of 65 characters is accepted.',
    must: ['PAYOUT-BATCH-042'],
  }),
  unnoticed('createBatchRules', 'currencySupported', {
    id: 'batch-in-unknown-currency-accepted',
    defect: 'A batch in a currency that does not exist is accepted.',
    must: ['PAYOUT-BATCH-045'],
  }),
];

/** Defects in payout batches as a whole; those in sums and details are beside them. */
export const batchFaults: readonly Fault[] = [...created, ...refusedWithoutReason, ...rootMembers];
