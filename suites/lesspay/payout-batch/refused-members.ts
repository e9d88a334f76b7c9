import * as fc from 'fast-check';
import { type Change, lengthen, missing, nullify, oneOf, remove, setTo } from '../../../generators/lesspay/twin.js';
import { lengths } from '../../../protocols/lesspay/limits.js';
import type { LesspayScenario } from '../scenario.js';
import { batchRefusal } from './batch-refusal.js';

const DETAILS = 'payout_order_details';

/** Empty text in place of an amount is ill-formed rather than missing: PAYOUT-BATCH-047 and 048. */
const leftOut = (path: string): Change => oneOf(remove(path), nullify(path));

/** PAYOUT-BATCH-015 to 017: members that the root of a batch must have (S003 1.3). */
export const requiredRootMembers = [
  batchRefusal({
    id: 'PAYOUT-BATCH-015',
    title: 'A batch without request_id is refused',
    change: missing('request_id'),
  }),
  batchRefusal({
    id: 'PAYOUT-BATCH-016',
    title: 'A batch without currency is refused',
    change: missing('currency'),
  }),
  batchRefusal({
    id: 'PAYOUT-BATCH-017',
    title: 'A batch without total_amount is refused',
    change: leftOut('total_amount'),
  }),
];

/** PAYOUT-BATCH-018 to 020: members that S003 1.3 requires, and the demo client leaves out (E-27, E-28). */
export const disputedRootMembers = [
  batchRefusal({
    id: 'PAYOUT-BATCH-018',
    title: 'A batch without way_type is refused',
    change: missing('way_type'),
    invalidBy: 'platform',
  }),
  batchRefusal({
    id: 'PAYOUT-BATCH-019',
    title: 'A batch without way_code is refused',
    change: missing('way_code'),
    invalidBy: 'platform',
  }),
  batchRefusal({
    id: 'PAYOUT-BATCH-020',
    title: 'A batch without notify_url is refused where the application has no default one',
    change: missing('notify_url'),
    invalidBy: 'platform',
  }),
];

/** PAYOUT-BATCH-021: a batch has details (S003). */
export const hasDetails = batchRefusal({
  id: 'PAYOUT-BATCH-021',
  title: 'A batch whose details are missing, null or empty is refused',
  change: { absent: remove(DETAILS), null: nullify(DETAILS), empty: setTo(DETAILS, []) },
});

/** PAYOUT-BATCH-022: the details are an array of objects (S003). */
export const detailsAreObjects = batchRefusal({
  id: 'PAYOUT-BATCH-022',
  title: 'A batch whose details are anything but an array of objects is refused',
  change: { object: setTo(DETAILS, {}), text: setTo(DETAILS, 'x'), 'array of numbers': setTo(DETAILS, [1]) },
});

/** PAYOUT-BATCH-023, 024, 026: members of every detail (S003 1.3, 2.3). */
export const requiredDetailMembers = [
  batchRefusal({
    id: 'PAYOUT-BATCH-023',
    title: 'A batch with a detail that lacks mch_order_id is refused',
    change: missing(`${DETAILS}[*].mch_order_id`),
  }),
  batchRefusal({
    id: 'PAYOUT-BATCH-024',
    title: 'A batch with a detail that lacks amount is refused',
    change: leftOut(`${DETAILS}[*].amount`),
  }),
  batchRefusal({
    id: 'PAYOUT-BATCH-026',
    title: 'A batch with a destination type that does not exist is refused',
    change: setTo(`${DETAILS}[*].destination_type`, fc.constantFrom('paper', 'cheque', 'pigeon')),
  }),
];

/** PAYOUT-BATCH-025: the destination type stands at the root or in the detail (S003; demo client; E-15). */
export const destinationIsNamed = batchRefusal({
  id: 'PAYOUT-BATCH-025',
  title: 'A batch with a detail that names no destination type, while the root has none, is refused',
  wishes: { kind: 'bank' },
  shape: ({ destination_type: _notAtTheRoot, ...batch }) => batch,
  change: missing(`${DETAILS}[*].destination_type`),
  invalidBy: 'platform',
});

/** PAYOUT-BATCH-042 and 044: ids have at most 64 characters (S003). */
export const idsAreShort = [
  batchRefusal({
    id: 'PAYOUT-BATCH-042',
    title: 'A batch whose request_id has 65 characters is refused',
    change: lengthen('request_id', lengths.payoutRequestId.max + 1),
  }),
  batchRefusal({
    id: 'PAYOUT-BATCH-044',
    title: 'A batch with an mch_order_id of 65 characters is refused',
    change: lengthen(`${DETAILS}[*].mch_order_id`, lengths.mchOrderId.max + 1),
  }),
];

/** PAYOUT-BATCH-045: a currency that does not exist is refused (S000 30001). */
export const currencyExists = batchRefusal({
  id: 'PAYOUT-BATCH-045',
  title: 'A batch in a currency that does not exist is refused',
  change: setTo('currency', fc.constantFrom('XXX', 'ZZZ', 'QQQ')),
  invalidBy: 'platform',
});

/** Refusals for the members that every batch and every detail have. */
export const refusedMembers: readonly LesspayScenario[] = [
  ...requiredRootMembers,
  ...disputedRootMembers,
  hasDetails,
  detailsAreObjects,
  ...requiredDetailMembers,
  destinationIsNamed,
  ...idsAreShort,
  currencyExists,
];
