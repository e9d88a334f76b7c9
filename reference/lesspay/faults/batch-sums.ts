import { type Amount, readAmount, sumAmounts } from '../../../protocols/amount.js';
import { findCurrency } from '../../../protocols/lesspay/currencies.js';
import type { Fault } from '../bite.js';
import { type JsonObject, member, textAt } from '../core/json.js';
import { violation } from '../core/violation.js';
import type { Check } from '../decisions/check.js';
import { detailsOf } from '../decisions/create-batch.js';
import { ofNeedlessRefusals } from './payout-consequences.js';
import { answered, mistaken, plantCheck, unnoticed } from './plant.js';

const amountsOf = (body: JsonObject): readonly unknown[] => detailsOf(body).map((detail) => member(detail, 'amount'));

const exactSum = (body: JsonObject): Amount =>
  sumAmounts(amountsOf(body).map((text) => readAmount(text) ?? sumAmounts([])));

const mismatch = violation('amountMismatch', 'total_amount does not equal the sum of payout_order_details[].amount');

/** The sum is compared otherwise. */
const sumIs =
  (equal: (body: JsonObject) => boolean): (() => Check) =>
  () =>
  (body) =>
    equal(body) ? null : mismatch;

/** Defects in how total and details are compared. */
const sums: readonly Fault[] = [
  unnoticed('createBatchRules', 'totalIsTheSum', {
    id: 'batch-sum-not-compared',
    defect: 'A batch is accepted whatever its total is.',
    must: ['PAYOUT-BATCH-010'],
    may: ['PAYOUT-QUERY-010'],
  }),
  plantCheck(
    'createBatchRules',
    'totalIsTheSum',
    sumIs((body) => {
      const total = readAmount(member(body, 'total_amount'));
      return total === null || total.minus(exactSum(body)).abs().isLessThan('1000000');
    }),
    {
      id: 'batch-sum-compared-roughly',
      defect: 'A total that is off by less than a million is taken for the sum.',
      must: ['PAYOUT-BATCH-010'],
      may: ['PAYOUT-QUERY-010'],
    },
  ),
  plantCheck(
    'createBatchRules',
    'totalIsTheSum',
    sumIs((body) => {
      const sum = amountsOf(body).reduce((total: number, amount) => total + Number(amount), 0);
      return Number(member(body, 'total_amount')) === sum;
    }),
    {
      id: 'batch-sum-in-binary-floats',
      defect: 'The sum is added up and compared in binary floating point.',
      must: ['PAYOUT-BATCH-012'],
      may: ofNeedlessRefusals,
    },
  ),
  plantCheck(
    'createBatchRules',
    'totalIsTheSum',
    sumIs((body) => {
      const digits = findCurrency(textAt(body, 'currency') ?? '')?.digits ?? 2;
      return member(body, 'total_amount') === exactSum(body).toFixed(digits);
    }),
    {
      id: 'batch-sum-compared-as-text',
      defect: 'Total and sum are compared as text, so that `200` is not the sum of `100.00` and `100.00`.',
      must: ['PAYOUT-BATCH-011'],
      may: [...ofNeedlessRefusals, 'PAYOUT-BATCH-045'],
    },
  ),
  answered('amountMismatch', 200, 30010, {
    id: 'batch-sum-is-a-conflict',
    defect: 'A total that is not the sum is refused as a request_id that was used with other parameters.',
    must: ['PAYOUT-BATCH-010'],
  }),
];

/** Defects in how the amounts of a batch are read. */
const amounts: readonly Fault[] = [
  mistaken('batchDetail', 'amountFormat', 'unsupportedCurrency', {
    id: 'batch-detail-amount-blamed-on-currency',
    defect: 'A detail amount that is no positive number is refused because of its currency.',
    must: ['PAYOUT-BATCH-047', 'PAYOUT-BATCH-049'],
  }),
  unnoticed('createBatch', 'totalFormat', {
    id: 'batch-total-not-read',
    defect: 'A batch is accepted when its total is no number at all.',
    must: ['PAYOUT-BATCH-048'],
    may: ['AMT-002'],
  }),
  plantCheck(
    'batchDetail',
    'amountFormat',
    (original) => (detail, situation) => {
      const amount = readAmount(String(member(detail, 'amount')).replace(/^-/, ''));
      const positive = amount !== null && original(detail, situation) === null;
      return amount === null || positive ? original(detail, situation) : violation('insufficientBalance', 'negative');
    },
    {
      id: 'batch-negative-detail-blamed-on-balance',
      defect: 'A detail of zero or less is refused because the balance did not cover it.',
      must: ['PAYOUT-BATCH-049'],
      may: ['PAYOUT-BATCH-047'],
    },
  ),
];

/** Defects in what the ids of the details may be. */
const ids: readonly Fault[] = [
  unnoticed('createBatchRules', 'detailIdsUnique', {
    id: 'batch-repeated-detail-id-accepted',
    defect: 'Two details of a batch may have the same mch_order_id.',
    must: ['PAYOUT-BATCH-013'],
    may: ['PAYOUT-QUERY-014'],
  }),
  mistaken('createBatchRules', 'detailIdsUnique', 'duplicateRequestId', {
    id: 'batch-repeated-detail-id-is-a-repeat',
    defect: 'A batch with a repeated mch_order_id is refused as a repeat of an earlier batch.',
    must: ['PAYOUT-BATCH-013'],
  }),
  plantCheck(
    'createBatchRules',
    'balanceSuffices',
    (original) => {
      const used = new Set<unknown>();
      return (body, situation) => {
        const found = original(body, situation);
        if (found !== null) return found;
        const own = detailsOf(body).map((detail) => `${situation.application.appId} ${textAt(detail, 'mch_order_id')}`);
        if (own.some((id) => used.has(id))) return violation('duplicateDetail', 'mch_order_id was used before');
        for (const id of own) used.add(id);
        return null;
      };
    },
    {
      id: 'batch-detail-ids-unique-for-ever',
      defect: 'An mch_order_id that an earlier batch used is refused.',
      must: ['PAYOUT-BATCH-014'],
      remembers: true,
      may: [...ofNeedlessRefusals, 'ERR-019'],
    },
  ),
];

/** Defects in the amounts, the sum and the ids of a batch's details. */
export const batchSumFaults: readonly Fault[] = [...sums, ...amounts, ...ids];
