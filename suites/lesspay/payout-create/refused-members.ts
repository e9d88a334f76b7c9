import * as fc from 'fast-check';
import { illFormedAmounts, nonPositiveAmounts } from '../../../generators/lesspay/amounts.js';
import { type Change, missing, nullify, oneOf, remove, setTo } from '../../../generators/lesspay/twin.js';
import type { LesspayScenario } from '../scenario.js';
import { payoutRefusal } from './payout-refusal.js';

/** An object that is left out or null. Empty text in its place would be another fault: a wrong type. */
const objectMissing = (path: string): Change => oneOf(remove(path), nullify(path));

/** PAYOUT-CREATE-004 to 008: members that every single payout must have (S002 3; P-CPO; the demo client's request classes). */
export const requiredMembers = [
  payoutRefusal({
    id: 'PAYOUT-CREATE-004',
    title: 'A single payout without request_id is refused',
    change: missing('request_id'),
  }),
  payoutRefusal({
    id: 'PAYOUT-CREATE-005',
    title: 'A single payout without amount is refused',
    change: missing('amount'),
  }),
  payoutRefusal({
    id: 'PAYOUT-CREATE-006',
    title: 'A single payout without currency is refused',
    change: missing('currency'),
  }),
  payoutRefusal({
    id: 'PAYOUT-CREATE-007',
    title: 'A single payout without beneficiary is refused',
    change: objectMissing('beneficiary'),
  }),
  payoutRefusal({
    id: 'PAYOUT-CREATE-008',
    title: 'A single payout whose beneficiary has no destination is refused',
    change: objectMissing('beneficiary.destination'),
  }),
];

/** PAYOUT-CREATE-009: the beneficiary is an individual or a business (S000 30004). */
export const beneficiaryType = payoutRefusal({
  id: 'PAYOUT-CREATE-009',
  title: 'A single payout to a beneficiary that is neither individual nor business is refused',
  change: {
    'another value': setTo('beneficiary.beneficiary_type', fc.constantFrom('company', 'person', 'BUSINESSES')),
    absent: missing('beneficiary.beneficiary_type'),
  },
});

const amountText = (list: typeof illFormedAmounts, text: string): Change => {
  const found = list.find((bad) => bad.reason === text || bad.text === text);
  if (found === undefined) throw new Error(`No ill-formed amount is known for "${text}".`);
  return setTo('amount', found.text);
};

/** PAYOUT-CREATE-013: an amount is the text of a positive number (S000 30009). */
export const amountFormat = payoutRefusal({
  id: 'PAYOUT-CREATE-013',
  title: 'A single payout whose amount is not the text of a positive number is refused',
  change: Object.fromEntries(
    ['letters', 'negative', 'thousands separator', 'empty'].map((reason) => [
      reason,
      amountText(illFormedAmounts, reason),
    ]),
  ),
});

/** PAYOUT-CREATE-014: zero is not positive (S000 30009). */
export const amountOfZero = payoutRefusal({
  id: 'PAYOUT-CREATE-014',
  title: 'A single payout of zero is refused',
  change: Object.fromEntries(['0', '0.00'].map((text) => [text, amountText(nonPositiveAmounts, text)])),
});

/** PAYOUT-CREATE-015: a currency that does not exist is refused (S000 30001). */
export const currencyExists = payoutRefusal({
  id: 'PAYOUT-CREATE-015',
  title: 'A single payout in a currency that does not exist is refused',
  change: setTo('currency', fc.constantFrom('XXX', 'ZZZ', 'QQQ')),
  invalidBy: 'platform',
});

/** PAYOUT-CREATE-021: a channel that does not exist is refused (S000 30033, 30043). */
export const channelExists = payoutRefusal({
  id: 'PAYOUT-CREATE-021',
  title: 'A single payout through a way_code that does not exist is refused',
  change: setTo('way_code', fc.constantFrom('NO_SUCH_CHANNEL', 'UNKNOWN_PAYOUT', 'NOWHERE_PAYOUT')),
  invalidBy: 'platform',
});

/** Refusals for the members that every single payout has. */
export const refusedMembers: readonly LesspayScenario[] = [
  ...requiredMembers,
  beneficiaryType,
  amountFormat,
  amountOfZero,
  currencyExists,
  channelExists,
];
