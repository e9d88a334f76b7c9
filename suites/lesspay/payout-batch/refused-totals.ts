import * as fc from 'fast-check';
import { illFormedAmounts, nonPositiveAmounts } from '../../../generators/lesspay/amounts.js';
import {
  appendDetail,
  byMinorUnits,
  duplicateDetailId,
  nonPositiveDetail,
  oneOf,
  remove,
  setTo,
} from '../../../generators/lesspay/twin.js';
import type { LesspayScenario } from '../scenario.js';
import { batchRefusal } from './batch-refusal.js';

const SEVERAL = { details: { min: 2, max: 6 } } as const;

/** PAYOUT-BATCH-010: the total equals the sum of the details, to the cent (S000 30002; S003 1.3). */
export const totalIsTheSum = batchRefusal({
  id: 'PAYOUT-BATCH-010',
  weight: 1,
  title: 'A batch whose total is not the sum of its details is refused, be it by one minor unit',
  wishes: SEVERAL,
  change: oneOf(
    byMinorUnits('total_amount', 1),
    byMinorUnits('payout_order_details[*].amount', 1),
    byMinorUnits('total_amount', 10_000),
    byMinorUnits('payout_order_details[*].amount'),
    appendDetail(),
    remove('payout_order_details[*]'),
  ),
});

/** PAYOUT-BATCH-013: no two details of a batch have the same `mch_order_id` (S000 30007). */
export const detailIdsDiffer = batchRefusal({
  id: 'PAYOUT-BATCH-013',
  weight: 1,
  title: 'A batch in which two details have the same mch_order_id is refused',
  wishes: SEVERAL,
  change: duplicateDetailId(),
});

const notAmounts = fc.constantFrom(
  ...[...illFormedAmounts, ...nonPositiveAmounts].filter(({ refusal }) => refusal === 'hard').map(({ text }) => text),
);

/** PAYOUT-BATCH-047: the amount of a detail is the text of a positive number (S000 30009). */
export const detailAmountsAreNumbers = batchRefusal({
  id: 'PAYOUT-BATCH-047',
  weight: 1,
  title: 'A batch with a detail amount that is not the text of a number is refused',
  change: setTo('payout_order_details[*].amount', notAmounts),
});

/** PAYOUT-BATCH-048: the total is the text of a positive number (S000 30009). */
export const totalIsANumber = batchRefusal({
  id: 'PAYOUT-BATCH-048',
  weight: 1,
  title: 'A batch whose total is not the text of a number is refused',
  change: setTo('total_amount', notAmounts),
});

/** PAYOUT-BATCH-049: each detail is more than zero, even where the total is the sum (S000 30009). */
export const detailsArePositive = batchRefusal({
  id: 'PAYOUT-BATCH-049',
  weight: 1,
  title: 'A batch with a detail of zero or less is refused although the details add up to the total',
  wishes: SEVERAL,
  change: nonPositiveDetail(),
  breaks: ({ payout_order_details: details }, situation) =>
    details.some(({ amount }) => amount.startsWith('-')) === (situation === 'negative'),
});

/** Refusals for what the amounts and the ids of a batch say together. */
export const refusedTotals: readonly LesspayScenario[] = [
  totalIsTheSum,
  detailIdsDiffer,
  detailAmountsAreNumbers,
  totalIsANumber,
  detailsArePositive,
];
